import type { OrderView } from '../page/contract';
import type { TestControl } from './testControl';
import { firstOf, openControl } from './testControl';

let control: TestControl;

beforeEach(async () => {
	control = await openControl();
});

afterEach(() => control.close());

it('shows the whole shop', async () => {
	const order = await control.placed({ note: 'Ring twice', tags: ['gift'] });
	await control.post(`fulfillment-orders/${firstOf(order).legacyId}/ship`, {
		units: [{ id: firstOf(order).lines[0]?.id, quantity: 1 }],
		trackingNumber: 'RM382910475GB',
		trackingCompany: 'Royal Mail',
		trackingUrl: '',
	});
	await control.post(`fulfillment-orders/${firstOf(order).legacyId}/hold`, {
		reason: 'INCORRECT_ADDRESS',
		reasonNotes: 'No such street',
	});

	const view = await control.state();

	expect(view).toMatchObject({
		shop: 'harbour-goods.myshopify.com',
		name: 'Harbour Goods',
		currency: 'GBP',
		locations: [{ name: 'Leeds Warehouse' }, { name: 'Camden Shop' }],
		stock: [
			{
				sku: 'MUG-STN-350',
				title: 'Stoneware Mug',
				variantTitle: '350 ml',
				location: 'Leeds Warehouse',
				onHand: 8,
				committed: 2,
				available: 6,
			},
		],
	});
	expect(view.goods[0]).toEqual({
		sku: 'MUG-STN-350',
		title: 'Stoneware Mug',
		variantTitle: '350 ml',
		price: 14,
	});
	expect(view.orders).toMatchObject([
		{
			name: '#1001',
			createdAt: '2026-11-20T08:30:00Z',
			financialStatus: 'PAID',
			note: 'Ring twice',
			tags: ['gift'],
			customer: 'Sean Gallagher',
			country: 'IE',
			shipTo: ['14 Quay Street', 'Galway H91 X2P4', 'Ireland'],
			total: '46.90',
			lines: [{ sku: 'MUG-STN-350', variantTitle: '350 ml', quantity: 3, fulfilled: 1 }],
			fulfillmentOrders: [
				{
					status: 'ON_HOLD',
					location: 'Leeds Warehouse',
					progress: null,
					holds: [{ reason: 'INCORRECT_ADDRESS', reasonNotes: 'No such street', heldBy: null }],
					supportedActions: ['RELEASE_HOLD', 'HOLD', 'MOVE'],
					lines: [{ title: 'Stoneware Mug', total: 3, remaining: 2 }],
				},
			],
			fulfillments: [
				{
					name: '#1001-F1',
					status: 'SUCCESS',
					createdAt: '2026-11-20T08:30:00Z',
					location: 'Leeds Warehouse',
					displayStatus: 'FULFILLED',
					notified: false,
					events: [],
					tracking: [{ number: 'RM382910475GB', company: 'Royal Mail' }],
					lines: [{ sku: 'MUG-STN-350', title: 'Stoneware Mug', quantity: 1 }],
				},
			],
			notifications: [],
			records: [],
		},
	]);
});

it.each<[string, string, object, object]>([
	['pay', 'orders', {}, { financialStatus: 'PAID' }],
	['cancel', 'orders', { reason: 'INVENTORY' }, { cancelledAt: '2026-11-20T08:30:00Z' }],
	[
		'edit',
		'orders',
		{ add: [{ sku: 'CDL-BEE-240', quantity: 2 }] },
		{ lines: [{ quantity: 3 }, { quantity: 2 }] },
	],
	[
		'edit',
		'orders',
		{ remove: [{ lineItemId: 'MUG-STN-350', quantity: 2 }] },
		{ lines: [{ quantity: 1 }] },
	],
	[
		'hold',
		'fulfillment-orders',
		{},
		{ fulfillmentOrders: [{ status: 'ON_HOLD', holds: [{ reason: 'OTHER', heldBy: null }] }] },
	],
	[
		'move',
		'fulfillment-orders',
		{ location: 'Camden Shop' },
		{ fulfillmentOrders: [{ location: 'Camden Shop' }] },
	],
	[
		'ship',
		'fulfillment-orders',
		{},
		{ fulfillmentOrders: [{ status: 'CLOSED' }], lines: [{ fulfilled: 3 }] },
	],
	[
		'reportProgress',
		'fulfillment-orders',
		{ reasonNotes: 'WH-7' },
		{ fulfillmentOrders: [{ status: 'IN_PROGRESS', progress: 'WH-7' }] },
	],
])('does %s with %s', async (action, kind, input, expected) => {
	const order = await control.placed({ financialStatus: 'PENDING' });
	const id = kind === 'orders' ? order.legacyId : firstOf(order).legacyId;

	const answer = await control.post(`${kind}/${id}/${action}`, input);

	expect(answer).toMatchObject({ status: 200, body: expected });
	expect((await control.state()).orders).toEqual([answer.body]);
});

it('splits, releases and cancels a shipment', async () => {
	const order = await control.placed();
	const one = firstOf(order);

	const split = await control.post(`fulfillment-orders/${one.legacyId}/split`, {
		units: [{ id: one.lines[0]?.id, quantity: 1 }],
	});
	await control.post(`fulfillment-orders/${one.legacyId}/hold`);
	const released = await control.post(`fulfillment-orders/${one.legacyId}/releaseHold`);
	const { body } = await control.post(`fulfillment-orders/${one.legacyId}/ship`);
	const [shipment] = (body as unknown as OrderView).fulfillments;
	const cancelled = await control.post(
		`fulfillments/${shipment?.id.split('/').pop() ?? ''}/cancel`,
	);

	expect(split.body).toMatchObject({
		fulfillmentOrders: [{ lines: [{ total: 2 }] }, { lines: [{ total: 1 }] }],
	});
	expect(released.body).toMatchObject({
		fulfillmentOrders: [{ status: 'OPEN', lines: [{ total: 3 }] }, { status: 'CLOSED' }],
	});
	expect(cancelled).toMatchObject({
		status: 200,
		body: { fulfillments: [{ status: 'CANCELLED' }] },
	});
});

it('counts a shelf', async () => {
	const answer = await control.post('stock', {
		sku: 'MUG-STN-350',
		location: 'Camden Shop',
		onHand: 4,
	});

	expect(answer).toMatchObject({ status: 200, body: { location: 'Camden Shop', onHand: 4 } });
	expect((await control.state()).stock.map(({ location, onHand }) => [location, onHand])).toEqual([
		['Leeds Warehouse', 9],
		['Camden Shop', 4],
	]);
});

it('fills in what an order leaves open', async () => {
	for (let count = 0; count < 12; count += 1) await control.post('orders');
	const named = await control.post('orders', {
		lines: [{ sku: 'SPC-SET-06', quantity: 2 }],
		note: null,
	});

	const { orders } = await control.state();

	expect(new Set(orders.map(({ customer }) => customer)).size).toBeGreaterThan(6);
	expect(new Set(orders.map(({ total }) => total)).size).toBeGreaterThan(9);
	expect(orders.every(({ financialStatus }) => financialStatus === 'PAID')).toBe(true);
	expect(orders.flatMap((one) => one.fulfillmentOrders.map(({ location }) => location))).toEqual(
		Array.from({ length: 13 }, () => 'Leeds Warehouse'),
	);
	expect(named.body).toMatchObject({ lines: [{ sku: 'SPC-SET-06', quantity: 2 }], note: null });
});
