import { createDemoShop, Refusal } from './index';
import type { DemoShop } from './index';
import { goods } from './goods';
import { stockOf } from './stock';
import { openShop, START } from './testShop';

const MUG = 'MUG-STN-350';

/** A shop with ten mugs in Leeds and four in Camden, and an order of three. */
function shopWithMugs(options: Parameters<typeof openShop>[0] = {}) {
	const { shop } = openShop({
		stock: [
			{ sku: MUG, location: 'Leeds Warehouse', onHand: 10 },
			{ sku: MUG, location: 'Camden Shop', onHand: 4 },
		],
		...options,
	});
	const order = shop.placeOrder({ lines: [{ sku: MUG, quantity: 3 }] });
	const [one] = order.fulfillmentOrders;
	const [line] = one?.lines ?? [];
	if (!one || !line) throw new Error('not routed');
	return { shop, order, one, line };
}

/** On hand, committed and available in Leeds, then in Camden. */
const mugs = (shop: DemoShop): number[][] =>
	stockOf(shop.state)
		.filter(({ variant }) => variant.sku === MUG)
		.map(({ onHand, committed, available }) => [onHand, committed, available]);

type Scene = ReturnType<typeof shopWithMugs>;

it.each<[string, (scene: Scene) => unknown, number[][]]>([
	[
		'an order is placed',
		() => undefined,
		[
			[10, 3, 7],
			[4, 0, 4],
		],
	],
	[
		'it is held',
		({ shop, one }) => shop.hold(one.id),
		[
			[10, 3, 7],
			[4, 0, 4],
		],
	],
	[
		'progress is reported',
		({ shop, one }) => shop.reportProgress(one.id),
		[
			[10, 3, 7],
			[4, 0, 4],
		],
	],
	[
		'a unit is split off',
		({ shop, one, line }) => shop.split(one.id, [{ id: line.id, quantity: 1 }]),
		[
			[10, 3, 7],
			[4, 0, 4],
		],
	],
	[
		'it is moved',
		({ shop, one }) => shop.move(one.id, 'Camden Shop'),
		[
			[10, 0, 10],
			[4, 3, 1],
		],
	],
	[
		'a part is moved',
		({ shop, one, line }) => shop.move(one.id, 'Camden Shop', [{ id: line.id, quantity: 1 }]),
		[
			[10, 2, 8],
			[4, 1, 3],
		],
	],
	[
		'a part is shipped',
		({ shop, one, line }) => shop.ship(one.id, { units: [{ id: line.id, quantity: 1 }] }),
		[
			[9, 2, 7],
			[4, 0, 4],
		],
	],
	[
		'it is shipped',
		({ shop, one }) => shop.ship(one.id),
		[
			[7, 0, 7],
			[4, 0, 4],
		],
	],
	[
		'it is moved and shipped',
		({ shop, one }) => {
			shop.move(one.id, 'Camden Shop');
			shop.ship(one.id);
		},
		[
			[10, 0, 10],
			[1, 0, 1],
		],
	],
	[
		'the shipment is cancelled',
		({ shop, one }) => shop.cancelFulfillment(shop.ship(one.id).id),
		[
			[10, 3, 7],
			[4, 0, 4],
		],
	],
	[
		'the order is cancelled',
		({ shop, order }) => shop.cancelOrder(order.id),
		[
			[10, 0, 10],
			[4, 0, 4],
		],
	],
	[
		'a unit is refunded',
		({ shop, order }) => shop.refund(order.id, { lines: [{ lineItemId: MUG, quantity: 1 }] }),
		[
			[10, 2, 8],
			[4, 0, 4],
		],
	],
	[
		'units are added',
		({ shop, order }) => shop.editOrder(order.id, { add: [{ lineItemId: MUG, quantity: 9 }] }),
		[
			[10, 12, -2],
			[4, 0, 4],
		],
	],
	[
		'the shelf is counted',
		({ shop }) => shop.countStock({ sku: MUG, location: 'Camden Shop', onHand: 2 }),
		[
			[10, 3, 7],
			[2, 0, 2],
		],
	],
])('when %s', (_what, act, expected) => {
	const scene = shopWithMugs();

	act(scene);

	expect(mugs(scene.shop)).toEqual(expected);
});

it.each([
	[true, [10, 3, 7]],
	[false, [7, 3, 4]],
])('puts the units of a cancelled shipment back: %s', (cancelledFulfillmentsPutBack, expected) => {
	const { shop, one } = shopWithMugs({ unknowns: { cancelledFulfillmentsPutBack } });
	const shipment = shop.ship(one.id);

	shop.cancelFulfillment(shipment.id);
	shop.cancelFulfillment(shipment.id);

	expect(mugs(shop)[0]).toEqual(expected);
});

it.each([
	[
		{ sku: 'MUG-STN-999', location: 'Camden Shop', onHand: 2 },
		'The shop has no goods "MUG-STN-999".',
	],
	[
		{ sku: MUG, location: 'Hull Warehouse', onHand: 2 },
		'The shop has no location "Hull Warehouse".',
	],
	[{ sku: MUG, location: 'Camden Shop', onHand: -1 }, "The quantity can't be negative."],
	[{ sku: MUG, location: 'Camden Shop', onHand: 1.5 }, 'The quantity must be a whole number.'],
	[
		{ sku: MUG, location: 'Camden Shop', onHand: Number.NaN },
		'The quantity must be a whole number.',
	],
	[
		{ sku: MUG, location: 'Camden Shop', onHand: 1_000_000_001 },
		"The quantity can't be higher than 1,000,000,000.",
	],
])('refuses the count %j', (count, message) => {
	const { shop } = shopWithMugs();

	expect(() => shop.countStock(count)).toThrow(new Refusal(null, message));
	expect(mugs(shop)).toEqual([
		[10, 3, 7],
		[4, 0, 4],
	]);
});

it('stocks goods at a location where they were not yet, by its id', () => {
	const { shop } = shopWithMugs();
	const { id } = shop.addLocation({ name: 'Hull Warehouse' });

	const counted = shop.countStock({ sku: MUG, location: id, onHand: 6 });

	expect(counted).toMatchObject({ onHand: 6, committed: 0, available: 6 });
	expect(mugs(shop)).toEqual([
		[10, 3, 7],
		[4, 0, 4],
		[6, 0, 6],
	]);
});

it('ships what nobody counts', () => {
	const { shop } = openShop({ stock: [] });
	const order = shop.placeOrder({ lines: [{ sku: MUG, quantity: 3 }] });

	shop.ship(order.fulfillmentOrders[0]?.id ?? '');

	expect(stockOf(shop.state)).toEqual([]);
});

describe('a new shop', () => {
	const levels = (shop: DemoShop) =>
		stockOf(shop.state).map(({ variant, location, onHand }) => [
			variant.sku,
			location.name,
			onHand,
		]);

	it('has some of each of the goods at each location, and always the same', () => {
		const [first, second] = [openShop().shop, openShop().shop];

		expect(levels(first)).toEqual(levels(second));
		expect(levels(first)).toHaveLength(goods.length * 2);
		expect(levels(first).every(([, , onHand]) => Number(onHand) > 0)).toBe(true);
	});

	it('keeps its stock', () => {
		const { shop } = shopWithMugs();

		const again = createDemoShop({ clock: () => START }, shop.keep());
		again.ship([...again.state.fulfillmentOrders.keys()][0] ?? '');

		expect(mugs(again)).toEqual([
			[7, 0, 7],
			[4, 0, 4],
		]);
		expect(mugs(shop)).toEqual([
			[10, 3, 7],
			[4, 0, 4],
		]);
	});

	it('is stocked if it was kept before there was stock', () => {
		const { shop, order } = shopWithMugs();
		Reflect.deleteProperty(shop.state, 'stock');

		const again = createDemoShop({ clock: () => START }, shop.keep());

		expect(again.state.orders.get(order.id)?.name).toBe('#1001');
		expect(levels(again)).toEqual(levels(openShop().shop));
	});
});
