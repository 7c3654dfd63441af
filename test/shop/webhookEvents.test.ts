import type { DemoShop, DemoShopOptions, FulfillmentOrder, Order, Topic } from './index';
import { ask } from './testShop';
import { openHookedShop, subscribe } from './testWebhooks';
import { TOPIC_NAMES } from './webhookTopics';

/** A shop in which one order was placed, with every topic subscribed to; what came is forgotten. */
async function openTold(
	options: DemoShopOptions = {},
	input: Parameters<DemoShop['placeOrder']>[0] = {},
) {
	const opened = openHookedShop({ locations: [{ name: 'Leeds' }, { name: 'Hull' }], ...options });
	const { shop, receiver } = opened;
	for (const topic of Object.keys(TOPIC_NAMES)) await subscribe(shop, topic as Topic);
	const order = shop.placeOrder({ lines: [{ sku: 'MUG-1', quantity: 3 }], ...input });
	await shop.webhooks.idle();
	const placed = receiver.arrivals.splice(0).map(({ topic }) => topic);
	const [first] = order.fulfillmentOrders;
	return { ...opened, order, first: first as FulfillmentOrder, placed };
}

/** The first `count` units of an FO. */
const some = ({ lines }: FulfillmentOrder, quantity: number) => [
	{ id: lines[0]?.id ?? '', quantity },
];

const FO = 'fulfillment_orders/';

describe('what happens in the shop', () => {
	it.each<
		readonly [string, (shop: DemoShop, order: Order, first: FulfillmentOrder) => unknown, string[]]
	>([
		['tags', (shop, { id }) => shop.addTags(id, ['gift']), ['orders/updated']],
		['a note', (shop, { id }) => shop.changeNote(id, 'Ring twice'), ['orders/updated']],
		['an address', (shop, { id }) => shop.changeAddress(id, { zip: 'LS1' }), ['orders/updated']],
		['a refund', (shop, { id }) => shop.refund(id, { amount: 1 }), ['orders/updated']],
		[
			'a cancelled order',
			(shop, { id }) => shop.cancelOrder(id),
			['orders/cancelled', 'orders/updated'],
		],
		[
			'an edited order',
			(shop, { id, lines }) =>
				shop.editOrder(id, { add: [{ lineItemId: lines[0]?.id ?? '', quantity: 1 }] }),
			['orders/edited', 'orders/updated'],
		],
		[
			'a whole shipment',
			(shop, _order, { id }) => shop.ship(id),
			['fulfillments/create', 'orders/fulfilled', 'orders/updated'],
		],
		[
			'a part shipment',
			(shop, _order, first) => shop.ship(first.id, { units: some(first, 1) }),
			['fulfillments/create', 'orders/partially_fulfilled', 'orders/updated'],
		],
		[
			'a hold of a part',
			(shop, _order, first) => shop.hold(first.id, { units: some(first, 1) }),
			[`${FO}placed_on_hold`, 'fulfillment_holds/added'],
		],
		['a split', (shop, _order, first) => shop.split(first.id, some(first, 1)), [`${FO}split`]],
		['a move', (shop, _order, { id }) => shop.move(id, 'Hull'), [`${FO}moved`]],
		[
			'a cancelled FO',
			(shop, _order, { id }) => shop.cancelFulfillmentOrder(id),
			[`${FO}cancelled`],
		],
		['progress', (shop, _order, { id }) => shop.reportProgress(id), [`${FO}progress_reported`]],
	])('%s', async (_name, act, topics) => {
		const { shop, receiver, order, first, placed } = await openTold();

		act(shop, order, first);
		await shop.webhooks.idle();

		expect(placed).toEqual(['orders/create', 'orders/paid', `${FO}order_routing_complete`]);
		expect(receiver.topics).toEqual(topics);
	});

	it('a payment, once', async () => {
		const { shop, receiver, order, placed } = await openTold({}, { financialStatus: 'PENDING' });

		shop.pay(order.id);
		shop.pay(order.id);
		await shop.webhooks.idle();

		expect(placed).toEqual(['orders/create', `${FO}order_routing_complete`]);
		expect(receiver.topics).toEqual(['orders/updated', 'orders/paid', 'orders/updated']);
	});

	it('holds: the first placed and the last released', async () => {
		const { shop, receiver, first } = await openTold();

		const one = shop.hold(first.id);
		const other = shop.hold(first.id);
		shop.releaseHold(first.id, [one.hold.id]);
		shop.releaseHold(first.id, [other.hold.id]);
		await shop.webhooks.idle();

		expect(receiver.topics).toEqual([
			`${FO}placed_on_hold`,
			'fulfillment_holds/added',
			'fulfillment_holds/added',
			'fulfillment_holds/released',
			'fulfillment_holds/released',
			`${FO}hold_released`,
		]);
	});

	it('a merge, with what each brought in', async () => {
		const { shop, receiver, first } = await openTold();
		const { remaining } = shop.split(first.id, some(first, 1));

		shop.merge([first.id, remaining.id]);
		await shop.webhooks.idle();

		expect(receiver.topics).toEqual([`${FO}split`, `${FO}merged`]);
		expect(receiver.arrivals[1]?.body).toMatchObject({
			fulfillment_order_merges: { fulfillment_order: { id: first.id, status: 'open' } },
			merge_intents: [
				{ fulfillment_order_id: first.legacyId, fulfillment_order_line_items: [{ quantity: 2 }] },
				{
					fulfillment_order_id: remaining.legacyId,
					fulfillment_order_line_items: [{ quantity: 1 }],
				},
			],
		});
	});

	it('a move of all units, under the same id', async () => {
		const { shop, receiver, first } = await openTold();
		const source = first.location.id;

		shop.move(first.id, 'Hull');
		await shop.webhooks.idle();

		const { id, status } = { id: first.id, status: 'open' };
		const destination = first.location.id;
		expect(receiver.arrivals[0]?.body).toEqual({
			original_fulfillment_order: { id, status, assigned_location_id: source },
			moved_fulfillment_order: { id, status, assigned_location_id: destination },
			destination_location_id: destination,
			source_location: { id: source },
			fulfillment_order_line_items_requested: some(first, 3),
		});
	});

	it('a scheduled FO: another time, and its time', async () => {
		const opened = openHookedShop();
		const { shop, receiver, time } = opened;
		await subscribe(shop, 'FULFILLMENT_ORDERS_RESCHEDULED');
		await subscribe(shop, 'FULFILLMENT_ORDERS_SCHEDULED_FULFILLMENT_ORDER_READY');
		const order = shop.placeOrder({ fulfillAt: time.now + 3_600_000 });

		shop.reschedule(order.fulfillmentOrders[0]?.id ?? '', time.now + 7_200_000);
		time.now += 7_200_000;
		await shop.webhooks.idle();

		expect(
			receiver.arrivals.map(({ topic, body }) => [topic, body['fulfillment_order']]),
		).toMatchObject([
			[`${FO}rescheduled`, { status: 'scheduled', fulfill_at: '2026-11-20T05:30:00-05:00' }],
			[`${FO}scheduled_fulfillment_order_ready`, { status: 'open' }],
		]);
	});

	it('progress that is taken back', async () => {
		const { shop, receiver, first } = await openTold();
		shop.reportProgress(first.id);
		shop.markAsOpen(first.id);
		await shop.webhooks.idle();

		expect(receiver.topics).toEqual([
			`${FO}progress_reported`,
			`${FO}manually_reported_progress_stopped`,
		]);
	});

	it('a fulfillment: tracking, an event, its end', async () => {
		const { shop, receiver, first } = await openTold();
		const { id } = shop.ship(first.id);
		await shop.webhooks.idle();
		receiver.arrivals.length = 0;

		shop.addFulfillmentEvent(id, { status: 'IN_TRANSIT' });
		shop.cancelFulfillment(id);
		shop.cancelFulfillment(id);
		await shop.webhooks.idle();

		const told = receiver.arrivals.map(({ topic, body }) => {
			return [topic, body['status'], body['shipment_status']];
		});
		expect(told).toEqual([
			['fulfillments/update', 'success', 'in_transit'],
			['fulfillments/update', 'cancelled', null],
			['orders/updated', undefined, undefined],
		]);
	});

	it('what an app does by a mutation, though not what it is refused', async () => {
		const { shop, receiver, first } = await openTold();

		const MOVE = `mutation Move($id: ID!, $to: ID!) {
			fulfillmentOrderMove(id: $id, newLocationId: $to) { userErrors { message } }
		}`;
		await ask(shop, MOVE, { id: first.id, to: 'gid://shopify/Location/1' });
		await shop.webhooks.idle();
		const refused = receiver.topics.length;
		await ask(shop, MOVE, { id: first.id, to: [...shop.state.locations.keys()][1] });
		await shop.webhooks.idle();

		expect([refused, receiver.topics]).toEqual([0, [`${FO}moved`]]);
	});
});

describe('what is not known, both ways', () => {
	it.each([
		['allLocations', [`${FO}order_routing_complete`, `${FO}order_routing_complete`]],
		['fulfillmentServices', [`${FO}order_routing_complete`]],
	] as const)('routing of FOs at %s is told', async (routingCompleteFor, topics) => {
		const { shop, receiver } = openHookedShop({
			locations: [{ name: 'Leeds' }, { name: 'Partner', fulfillmentService: true }],
			unknowns: { routingCompleteFor },
		});
		await subscribe(shop, 'FULFILLMENT_ORDERS_ORDER_ROUTING_COMPLETE');

		shop.placeOrder({ lines: [{ sku: 'A' }, { sku: 'B', location: 'Partner' }] });
		await shop.webhooks.idle();

		expect(receiver.topics).toEqual(topics);
	});

	it.each([
		[{ tagsFireOrdersUpdated: false }, []],
		[{ tagsFireOrdersUpdated: true }, ['orders/updated', 'orders/updated']],
		[{ tagsFireOrdersUpdated: false, placingFiresOrdersUpdated: true }, ['orders/updated']],
	])('tags and %j', async (unknowns, topics) => {
		const { shop, receiver } = openHookedShop({ unknowns });
		await subscribe(shop, 'ORDERS_UPDATED');

		const { id } = shop.placeOrder();
		shop.addTags(id, ['gift']);
		shop.removeTags(id, ['gift']);
		await shop.webhooks.idle();

		expect(receiver.topics).toEqual(topics);
	});

	it('a cancelled order may tell of its FOs', async () => {
		const unknowns = { orderCancelFiresFulfillmentOrdersCancelled: true };
		const { shop, receiver, order, first } = await openTold({ unknowns });

		shop.cancelOrder(order.id);
		await shop.webhooks.idle();

		expect(receiver.topics).toEqual([`${FO}cancelled`, 'orders/cancelled', 'orders/updated']);
		expect(receiver.arrivals[0]?.body).toEqual({
			fulfillment_order: { id: first.id, status: 'closed' },
			replacement_fulfillment_order: null,
		});
	});

	it('an app hears only of FOs that it may read', async () => {
		const { shop, receiver } = openHookedShop({
			accessScopes: ['read_third_party_fulfillment_orders'],
			locations: [{ name: 'Leeds' }, { name: 'Partner', fulfillmentService: true }],
		});
		await subscribe(shop, 'FULFILLMENT_ORDERS_ORDER_ROUTING_COMPLETE');

		const { fulfillmentOrders } = shop.placeOrder({
			lines: [{ sku: 'A' }, { sku: 'B', location: 'Partner' }],
		});
		await shop.webhooks.idle();

		expect(receiver.arrivals.map(({ body }) => body)).toEqual([
			{ fulfillment_order: { id: fulfillmentOrders[1]?.id, status: 'open' } },
		]);
	});
});

describe('an order that is not routed yet', () => {
	const FOS =
		'query Fos { orders(first: 1) { nodes { fulfillmentOrders(first: 5) { nodes { id } } } } }';

	it('has no FOs until then, though it is announced', async () => {
		const { shop, receiver, time } = openHookedShop({ unknowns: { routingDelayMs: 20_000 } });
		await subscribe(shop, 'ORDERS_CREATE');
		await subscribe(shop, 'FULFILLMENT_ORDERS_ORDER_ROUTING_COMPLETE');
		const order = shop.placeOrder();
		await shop.webhooks.idle();

		const before = await ask(shop, FOS);
		expect(receiver.topics).toEqual(['orders/create']);
		time.now += 20_000;
		const after = await ask(shop, FOS);
		await shop.webhooks.idle();

		expect(before.data).toEqual({ orders: { nodes: [{ fulfillmentOrders: { nodes: [] } }] } });
		const nodes = [{ id: order.fulfillmentOrders[0]?.id }];
		expect(after.data).toEqual({ orders: { nodes: [{ fulfillmentOrders: { nodes } }] } });
		expect(receiver.topics).toEqual(['orders/create', `${FO}order_routing_complete`]);
	});

	it('is routed when somebody changes what is in it', () => {
		const { shop } = openHookedShop({ unknowns: { routingDelayMs: 20_000 } });
		const [edited, cancelled, noted] = [shop.placeOrder(), shop.placeOrder(), shop.placeOrder()];

		shop.editOrder(edited.id, { add: [{ sku: 'A', quantity: 1 }] });
		shop.cancelOrder(cancelled.id);
		shop.changeNote(noted.id, 'Ring twice');

		expect(edited.fulfillmentOrders).toHaveLength(1);
		expect(cancelled.fulfillmentOrders.map(({ status }) => status)).toEqual(['CLOSED']);
		expect(noted.fulfillmentOrders).toEqual([]);
	});
});
