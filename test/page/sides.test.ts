import { sidesOf } from './app/sides';
import type { ShopElsewhere, ShopView, WarehouseView } from './contract';

const HERE: ShopView = {
	shop: 'harbour-goods.myshopify.com',
	name: 'Harbour Goods',
	currency: 'EUR',
	locations: [],
	goods: [],
	stock: [],
	orders: [],
};
const ELSEWHERE: ShopElsewhere = {
	shop: 'kiln-and-quay.myshopify.com',
	adminUrl: 'https://kiln-and-quay.myshopify.com/admin',
};
const WAREHOUSE: WarehouseView = {
	orders: [],
	nextLabel: { carrier: 'dpd uk', trackingNumber: '15501234567890', trackingUrl: null },
	stock: [],
	behaviour: { down: false, refuse: '', failEvery: 0 },
	refusals: [],
};

it.each([
	['nothing has answered', null, null, 'Shop', []],
	['the shop has answered', HERE, null, 'Harbour Goods', ['shop']],
	['the warehouse has answered', null, WAREHOUSE, 'Shop', ['warehouse']],
	['both have', HERE, WAREHOUSE, 'Harbour Goods', ['shop', 'warehouse']],
	['the shop is at Shopify', ELSEWHERE, WAREHOUSE, 'kiln-and-quay.myshopify.com', ['warehouse']],
])('draws what is there when %s', (_when, answer, warehouse, name, drawn) => {
	expect(sidesOf(answer, warehouse)).toEqual({
		shop: answer === HERE ? HERE : null,
		elsewhere: answer === ELSEWHERE ? ELSEWHERE : null,
		name,
		drawn,
	});
});
