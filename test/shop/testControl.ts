import type { OrderView, ShopView } from '../page/contract';
import { answerShop } from './answerShop';
import type { DemoShop } from './index';
import { serve } from './listen';
import { openShop } from './testShop';

/** A shop with nine mugs in Leeds, and its control endpoints as a page uses them. */
export interface TestControl {
	readonly shop: DemoShop;
	/** Sends JSON and gives the status and the parsed answer. */
	post(
		path: string,
		body?: unknown,
	): Promise<{ readonly status: number; readonly body: Record<string, unknown> }>;
	state(): Promise<ShopView>;
	/** Places an order of three mugs to an address in Galway. */
	placed(more?: object): Promise<OrderView>;
	close(): Promise<void>;
}

const GALWAY = {
	firstName: 'Sean',
	lastName: 'Gallagher',
	company: null,
	address1: '14 Quay Street',
	address2: null,
	city: 'Galway',
	zip: 'H91 X2P4',
	province: null,
	provinceCode: null,
	country: 'Ireland',
	countryCode: 'IE',
};

/** Serves such a shop on a free port. */
export async function openControl(): Promise<TestControl> {
	const { shop } = openShop({
		stock: [{ sku: 'MUG-STN-350', location: 'Leeds Warehouse', onHand: 9 }],
	});
	const { url, close } = await serve(0, answerShop(shop));
	const post: TestControl['post'] = async (path, body = {}) => {
		const response = await fetch(`${url}/demo/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		return { status: response.status, body: (await response.json()) as Record<string, unknown> };
	};
	return {
		shop,
		post,
		close,
		state: async () => (await (await fetch(`${url}/demo/state`)).json()) as ShopView,
		placed: async (more = {}) => {
			const { body } = await post('orders', {
				lines: [{ sku: 'MUG-STN-350', quantity: 3 }],
				shippingAddress: GALWAY,
				shippingLine: { price: 4.9 },
				...more,
			});
			return body as unknown as OrderView;
		},
	};
}

/** The first fulfillment order of an order. */
export function firstOf(order: OrderView): OrderView['fulfillmentOrders'][number] {
	const [one] = order.fulfillmentOrders;
	if (!one) throw new Error('not routed');
	return one;
}
