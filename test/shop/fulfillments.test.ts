import { mutate, refusals } from './mutate';
import type { DemoShop, FulfillmentOrder, Order, Unknowns } from './index';
import { ask, openShop } from './testShop';

const MUG = 'MUG-STN-350';

const firstOf = (order: Order): FulfillmentOrder => {
	const [first] = order.fulfillmentOrders;
	if (!first) throw new Error('The order has no fulfillment order');
	return first;
};

/** An order of three mugs in Leeds and one in Camden. */
function openOrder(unknowns: Partial<Unknowns> = {}) {
	const { shop, time } = openShop({ unknowns });
	const order = shop.placeOrder({
		lines: [
			{ sku: MUG, quantity: 3, location: 'Leeds Warehouse' },
			{ sku: 'CDL-BEE-240', quantity: 1, location: 'Camden Shop' },
		],
	});
	const [leeds, camden] = order.fulfillmentOrders;
	const line = leeds?.lines[0];
	if (!leeds || !camden || !line) throw new Error('The order is not routed as expected');
	return { shop, time, order, leeds, camden, line };
}

type Opened = ReturnType<typeof openOrder>;

const group = (one: FulfillmentOrder, ...units: readonly { id: string; quantity: number }[]) => ({
	fulfillmentOrderId: one.id,
	...(units.length > 0 ? { fulfillmentOrderLineItems: units } : {}),
});

const ship = (shop: DemoShop, groups: readonly object[], more: object = {}) =>
	mutate(shop, 'fulfillmentCreate', { input: { lineItemsByFulfillmentOrder: groups, ...more } });

describe('fulfillmentCreate', () => {
	it.each<[string, (opened: Opened) => readonly object[], string]>([
		[
			'an unknown fulfillment order',
			() => [{ fulfillmentOrderId: 'gid://shopify/FulfillmentOrder/404' }],
			'fulfillment: Fulfillment order does not exist.',
		],
		[
			'an unknown line',
			({ leeds }) => [
				group(leeds, { id: 'gid://shopify/FulfillmentOrderLineItem/404', quantity: 1 }),
			],
			'fulfillment: Fulfillment order line item does not exist.',
		],
		[
			'no unit of a line, before anything else',
			({ leeds, camden }) => [
				{ fulfillmentOrderId: 'gid://shopify/FulfillmentOrder/404' },
				group(leeds, { id: camden.id, quantity: 0 }),
			],
			'fulfillment.lineItemsByFulfillmentOrder.1.fulfillmentOrderLineItems.0.quantity: Quantity must be greater than 0',
		],
		[
			'more than remains',
			({ leeds, line }) => [group(leeds, { id: line.id, quantity: 4 })],
			'fulfillment: Invalid fulfillment order line item quantity requested.',
		],
		[
			'more than remains, in two parts of one call',
			({ leeds, line }) => [
				group(leeds, { id: line.id, quantity: 2 }),
				group(leeds, { id: line.id, quantity: 2 }),
			],
			'fulfillment: Invalid fulfillment order line item quantity requested.',
		],
		[
			'a closed one',
			({ shop, leeds }) => {
				shop.ship(leeds.id);
				return [group(leeds)];
			},
			'fulfillment: Fulfillment order <leeds> has an unfulfillable status= closed.',
		],
		[
			'one of a cancelled order',
			({ shop, order, leeds }) => {
				shop.cancelOrder(order.id);
				return [group(leeds)];
			},
			'fulfillment: Fulfillment order <leeds> has an unfulfillable status= closed.',
		],
		[
			'a held one',
			({ shop, leeds }) => {
				shop.hold(leeds.id);
				return [group(leeds)];
			},
			'fulfillment: Fulfillment order <leeds> has an unfulfillable status= on_hold.',
		],
		[
			'a scheduled one',
			({ time, leeds }) => {
				Object.assign(leeds, { status: 'SCHEDULED', fulfillAt: time.now + 86_400_000 });
				return [group(leeds)];
			},
			'fulfillment: Fulfillment order <leeds> has an unfulfillable status= scheduled.',
		],
		[
			'two locations',
			({ leeds, camden }) => [group(leeds), group(camden)],
			'fulfillment: All fulfillment orders must be assigned to a single location. Multiple locations with ids [<Leeds Warehouse>, <Camden Shop>] were found.',
		],
		[
			'two orders',
			({ shop, leeds }) => [
				group(leeds),
				group(firstOf(shop.placeOrder({ lines: [{ sku: MUG, location: 'Leeds Warehouse' }] }))),
			],
			'fulfillment: All fulfillment orders must belong to the same order. Multiple orders with ids [<#1001>, <#1002>] were found.',
		],
	])('refuses %s and does nothing', async (_what, groups, expected) => {
		const opened = openOrder();
		const { shop, order, leeds } = opened;
		const input = groups(opened);
		const [before, left] = [order.fulfillments.length, leeds.lines[0]?.remaining];
		const names = new Map([
			['leeds', leeds.legacyId],
			...[...shop.state.orders.values()].map((one) => [one.name, one.legacyId] as const),
			...[...shop.state.locations.values()].map((one) => [one.name, one.legacyId] as const),
		]);

		const outcome = await ship(shop, input, { notifyCustomer: true });

		expect(refusals(outcome)).toEqual([
			expected.replace(/<([^>]+)>/g, (_all, name: string) => String(names.get(name))),
		]);
		expect(outcome.payload?.fulfillment).toBeNull();
		expect([order.fulfillments.length, leeds.lines[0]?.remaining]).toEqual([before, left]);
		expect(shop.notifications).toEqual([]);
	});

	it('knows no id with the number 0', async () => {
		const { shop } = openOrder();

		const outcome = await ship(shop, [{ fulfillmentOrderId: 'gid://shopify/FulfillmentOrder/0' }]);

		expect([outcome.payload, outcome.errors]).toEqual([null, ['RESOURCE_NOT_FOUND']]);
	});

	it.each([
		['250 fulfillment orders', 250, 1, []],
		['251 fulfillment orders', 251, 1, ['MAX_INPUT_SIZE_EXCEEDED']],
		['512 lines', 1, 512, []],
		['513 lines', 1, 513, ['MAX_INPUT_SIZE_EXCEEDED']],
	])('takes or refuses %s in one call', async (_what, orders, lines, errors) => {
		const { shop, line } = openOrder();
		const units = Array.from({ length: lines }, () => ({ id: line.id, quantity: 1 }));
		const groups = Array.from({ length: orders }, (_none, index) => ({
			fulfillmentOrderId: `gid://shopify/FulfillmentOrder/${String(index + 1)}`,
			fulfillmentOrderLineItems: units,
		}));

		expect((await ship(shop, groups)).errors).toEqual(errors);
	});

	it('ships a part, then the rest, as two fulfillments', async () => {
		const { shop, order, leeds, line } = openOrder();

		const first = await ship(shop, [group(leeds, { id: line.id, quantity: 1 })]);
		const between = [leeds.status, line.remaining];
		const second = await ship(shop, [group(leeds)]);

		expect([first, second].map((one) => one.payload?.fulfillment?.['name'])).toEqual([
			'#1001-F1',
			'#1001-F2',
		]);
		expect(between).toEqual(['IN_PROGRESS', 2]);
		expect([leeds.status, line.remaining]).toEqual(['CLOSED', 0]);
		expect(order.fulfillments.map((one) => one.lines[0]?.quantity)).toEqual([1, 2]);
	});

	it('refuses the rest without lines, if it stands for all that there was', async () => {
		const { shop, leeds, line } = openOrder({ withoutLines: 'allUnits' });
		await ship(shop, [group(leeds, { id: line.id, quantity: 1 })]);

		expect(refusals(await ship(shop, [group(leeds)]))).toEqual([
			'fulfillment: Invalid fulfillment order line item quantity requested.',
		]);
	});

	it('makes one line of the units that two fulfillment orders have of it', async () => {
		const { shop, order, leeds, line } = openOrder();
		const { remaining: other } = shop.split(leeds.id, [{ id: line.id, quantity: 1 }]);

		await ship(shop, [group(leeds), group(other)]);
		const [made] = order.fulfillments;
		const answer = await ask(
			shop,
			`{ fulfillment(id: "${made?.id ?? ''}") {
				fulfillmentLineItems(first: 5) { nodes { quantity } } fulfillmentOrders(first: 5) { nodes { id } }
			} }`,
		);

		expect([leeds.status, other.status]).toEqual(['CLOSED', 'CLOSED']);
		expect(answer.data).toEqual({
			fulfillment: {
				fulfillmentLineItems: { nodes: [{ quantity: 3 }] },
				fulfillmentOrders: { nodes: [{ id: leeds.id }, { id: other.id }] },
			},
		});
		shop.cancelFulfillment(made?.id ?? '');
		expect(order.fulfillmentOrders.map((one) => one.lines[0]?.remaining)).toEqual([0, 1, 0, 2, 1]);
	});

	it('keeps the address that it left from, and the lines of a closed fulfillment order', async () => {
		const { shop, order, leeds } = openOrder();
		const originAddress = { address1: '14 Kirkstall Road', city: 'Leeds', countryCode: 'GB' };

		await ship(shop, [group(leeds)], { originAddress });
		const answer = await ask(
			shop,
			`{ order(id: "${order.id}") {
				fulfillments(first: 1) { originAddress { address1 city countryCode zip } }
				fulfillmentOrders(first: 1) { nodes { status lineItems(first: 1) { nodes { totalQuantity remainingQuantity } } } }
			} }`,
		);

		expect(answer.data).toEqual({
			order: {
				fulfillments: [{ originAddress: { ...originAddress, zip: null } }],
				fulfillmentOrders: {
					nodes: [
						{
							status: 'CLOSED',
							lineItems: { nodes: [{ totalQuantity: 3, remainingQuantity: 0 }] },
						},
					],
				},
			},
		});
	});

	it('hides a new fulfillment for a while, if told so', async () => {
		const { shop, time, order, leeds, line } = openOrder({ fulfillmentLagMs: 2000 });
		const read = async () => {
			const answer = await ask(
				shop,
				`{ order(id: "${order.id}") { fulfillments(first: 5) { name } } }`,
			);
			return (answer.data as unknown as { order: { fulfillments: unknown[] } }).order.fulfillments;
		};

		await ship(shop, [group(leeds)]);
		const atOnce = [(await read()).length, line.remaining];
		time.now += 2000;

		expect([atOnce, (await read()).length]).toEqual([[0, 0], 1]);
	});
});

describe('fulfillmentCancel', () => {
	it('succeeds again and again, and the fulfillment stays in the list', async () => {
		const { shop, order, leeds } = openOrder();
		const { id } = shop.ship(leeds.id);

		const outcomes = [
			await mutate(shop, 'fulfillmentCancel', { id }),
			await mutate(shop, 'fulfillmentCancel', { id }),
		];
		const answer = await ask(
			shop,
			`{ order(id: "${order.id}") { fulfillments(first: 5) { name status displayStatus } } }`,
		);

		expect(outcomes.map(refusals)).toEqual([[], []]);
		expect(answer.data).toEqual({
			order: {
				fulfillments: [{ name: '#1001-F1', status: 'CANCELLED', displayStatus: 'CANCELED' }],
			},
		});
		expect(order.fulfillmentOrders.map((one) => one.status)).toEqual(['CLOSED', 'OPEN', 'OPEN']);
	});
});

describe('cost', () => {
	it.each([
		['fulfillmentCreate', 10],
		['fulfillmentCancel', 10],
		['fulfillmentEventCreate', 10],
		['fulfillmentTrackingInfoUpdate', 50],
	] as const)('of %s with what its payload names: %i', async (name, points) => {
		const { shop, leeds, camden } = openOrder();
		const { id } = shop.ship(camden.id);

		const { cost, payload } = await mutate(shop, name, {
			id,
			input: {
				fulfillmentCreate: { lineItemsByFulfillmentOrder: [group(leeds)] },
				fulfillmentEventCreate: { fulfillmentId: id, status: 'DELIVERED' },
				fulfillmentTrackingInfoUpdate: { number: 'JD0002230011' },
				fulfillmentCancel: {},
			}[name],
		});

		expect(payload?.userErrors).toEqual([]);
		expect([cost.requestedQueryCost, cost.actualQueryCost]).toEqual([points, points]);
	});

	it('of tracking in a list: 1 for all of it', async () => {
		const { shop, camden } = openOrder();
		const { id } = shop.ship(camden.id);
		const points = async (more: string) => {
			const answer = await ask(shop, `{ fulfillment(id: "${id}") { id ${more} } }`);
			const extensions = answer.extensions as unknown as { cost: { requestedQueryCost: number } };
			return extensions.cost.requestedQueryCost;
		};

		expect([await points(''), await points('trackingInfo(first: 10) { number url }')]).toEqual([
			1, 2,
		]);
	});
});
