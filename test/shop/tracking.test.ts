import { mutate, refusals } from './mutate';
import { createDemoShop } from './index';
import { ask, openShop, START } from './testShop';

/** A shop with one fulfillment, without tracking. */
function openShipment(accessScopes?: readonly string[]) {
	const { shop, time } = openShop(accessScopes ? { accessScopes } : {});
	const order = shop.placeOrder({ lines: [{ sku: 'MUG-STN-350', quantity: 2 }] });
	const made = shop.ship(order.fulfillmentOrders[0]?.id ?? '');
	return { shop, time, order, made };
}

describe('fulfillmentTrackingInfoUpdate', () => {
	it.each<[string, object, readonly (readonly [string | null, string | null])[]]>([
		[
			'a number with its URL',
			{ company: 'Hermes', number: 'H1', url: 'https://track.example/H1' },
			[['H1', 'https://track.example/H1']],
		],
		['a number of an unknown carrier', { company: 'Hermes', number: 'H1' }, [['H1', null]]],
		[
			'a number without a carrier',
			{ number: '1Z5R89390357567127' },
			[['1Z5R89390357567127', null]],
		],
		[
			'a number of a known carrier',
			{ company: 'UPS', number: '1Z5R89390357567127' },
			[['1Z5R89390357567127', 'https://www.ups.com/track?tracknum=1Z5R89390357567127']],
		],
		['a carrier in another spelling', { company: 'ups', number: '1Z5' }, [['1Z5', null]]],
		[
			'numbers with URLs by position',
			{ company: 'DPD', numbers: ['0523 1', '05232'], urls: ['https://track.example/05231'] },
			[
				['0523 1', 'https://track.example/05231'],
				['05232', 'https://tracking.dpd.de/status/en_US/parcel/05232'],
			],
		],
		['no numbers', { numbers: [] }, []],
	])('replaces all tracking by %s', async (_what, input, expected) => {
		const { shop, made } = openShipment();
		made.tracking = [{ company: 'Royal Mail', number: 'RM382910475GB', url: null }];

		const outcome = await mutate(shop, 'fulfillmentTrackingInfoUpdate', { id: made.id, input });

		expect(refusals(outcome)).toEqual([]);
		expect(made.tracking.map(({ number, url }) => [number, url])).toEqual(expected);
	});

	it.each<[string, string | null, object, string]>([
		[
			'an unknown fulfillment',
			'gid://shopify/Fulfillment/404',
			{ number: 'H1' },
			'fulfillmentId: Fulfillment does not exist.',
		],
		[
			'one number beside a list',
			null,
			{ number: 'H1', numbers: ['H2'] },
			'trackingInfoInput.numbers: Give number or numbers, not both',
		],
		[
			'one URL beside a list',
			null,
			{ numbers: ['H1'], url: 'https://track.example/H1', urls: [] },
			'trackingInfoInput.urls: Give url or urls, not both',
		],
	])('refuses %s', async (_what, id, input, expected) => {
		const { shop, made } = openShipment();
		const variables = { id: id ?? made.id, input, notify: true };

		const outcome = await mutate(shop, 'fulfillmentTrackingInfoUpdate', variables);

		expect(refusals(outcome)).toEqual([expected]);
		expect(shop.notifications).toEqual([]);
	});

	it('takes no malformed URL', async () => {
		const { shop, made } = openShipment();
		const input = { number: 'H1', url: 'track.example/H1' };

		const outcome = await mutate(shop, 'fulfillmentTrackingInfoUpdate', { id: made.id, input });

		expect([outcome.payload, outcome.errors]).toEqual([null, ['INVALID_VARIABLE']]);
	});

	it('succeeds on a cancelled fulfillment', async () => {
		const { shop, made } = openShipment();
		shop.cancelFulfillment(made.id);

		const variables = { id: made.id, input: { number: 'H1' } };
		const outcome = await mutate(shop, 'fulfillmentTrackingInfoUpdate', variables);

		expect([refusals(outcome), made.tracking[0]?.number]).toEqual([[], 'H1']);
	});
});

describe('fulfillmentEventCreate', () => {
	const report = (shop: Parameters<typeof mutate>[0], input: object) =>
		mutate(shop, 'fulfillmentEventCreate', { input });
	const READ =
		'query Read($id: ID!) { fulfillment(id: $id) { displayStatus inTransitAt deliveredAt estimatedDeliveryAt events(first: 5) { nodes { status } } } }';

	it('moves what the fulfillment shows, by the time of what happened', async () => {
		const { shop, made } = openShipment();
		const fulfillmentId = made.id;
		const transit = {
			fulfillmentId,
			status: 'IN_TRANSIT',
			happenedAt: '2026-11-20T10:00:00Z',
			estimatedDeliveryAt: '2026-11-21T12:00:00Z',
		};
		const delivered = { fulfillmentId, status: 'DELIVERED', happenedAt: '2026-11-21T11:20:00Z' };
		const late = { fulfillmentId, status: 'OUT_FOR_DELIVERY', happenedAt: '2026-11-21T08:00:00Z' };

		const shown: unknown[] = [];
		for (const input of [transit, delivered, late]) {
			await report(shop, input);
			shown.push((await ask(shop, READ, { id: made.id })).data);
		}

		const fields = {
			inTransitAt: '2026-11-20T10:00:00Z',
			deliveredAt: '2026-11-21T11:20:00Z',
			estimatedDeliveryAt: '2026-11-21T12:00:00Z',
		};
		expect(shown).toMatchObject([
			{ fulfillment: { ...fields, displayStatus: 'IN_TRANSIT', deliveredAt: null } },
			{ fulfillment: { ...fields, displayStatus: 'DELIVERED' } },
			{
				fulfillment: {
					...fields,
					displayStatus: 'DELIVERED',
					events: {
						nodes: [
							{ status: 'IN_TRANSIT' },
							{ status: 'OUT_FOR_DELIVERY' },
							{ status: 'DELIVERED' },
						],
					},
				},
			},
		]);
	});

	it('takes the time of the shop if none is given', async () => {
		const { shop, made } = openShipment();

		const { payload } = await report(shop, { fulfillmentId: made.id, status: 'LABEL_PRINTED' });

		expect(payload?.fulfillmentEvent).toMatchObject({ happenedAt: '2026-11-20T08:30:00Z' });
	});

	it('refuses an unknown fulfillment', async () => {
		const { shop } = openShipment();
		const input = { fulfillmentId: 'gid://shopify/Fulfillment/404', status: 'DELIVERED' };

		expect(refusals(await report(shop, input))).toEqual([
			'fulfillmentEvent.fulfillmentId: Fulfillment does not exist.',
		]);
	});

	it('succeeds on a cancelled fulfillment, which stays cancelled', async () => {
		const { shop, made } = openShipment();
		shop.cancelFulfillment(made.id);

		const outcome = await report(shop, { fulfillmentId: made.id, status: 'DELIVERED' });

		expect([refusals(outcome), made.displayStatus]).toEqual([[], 'CANCELED']);
	});

	it('needs write_fulfillments', async () => {
		const { shop, made } = openShipment([
			'read_orders',
			'write_merchant_managed_fulfillment_orders',
		]);

		const outcome = await report(shop, { fulfillmentId: made.id, status: 'DELIVERED' });

		expect([outcome.errors, made.events]).toEqual([['ACCESS_DENIED'], []]);
	});
});

describe('notifications', () => {
	it('are made when asked for, and only then', async () => {
		const { shop, time, order, made } = openShipment();
		const other = shop.placeOrder();
		const create = (notifyCustomer: boolean) =>
			mutate(shop, 'fulfillmentCreate', {
				input: {
					lineItemsByFulfillmentOrder: [
						{
							fulfillmentOrderId: other.fulfillmentOrders[0]?.id,
							fulfillmentOrderLineItems: [
								{ id: other.fulfillmentOrders[0]?.lines[0]?.id, quantity: 1 },
							],
						},
					],
					notifyCustomer,
					trackingInfo: { numbers: ['H1', 'H2'] },
				},
			});
		const track = (notify: boolean | undefined) =>
			mutate(shop, 'fulfillmentTrackingInfoUpdate', {
				id: made.id,
				input: { number: 'H9' },
				...(notify === undefined ? {} : { notify }),
			});

		await track(undefined);
		await track(false);
		await create(true);
		time.now += 60_000;
		await track(true);

		const [shipped] = other.fulfillments;
		expect(shop.notifications).toEqual([
			{
				at: START,
				kind: 'SHIPPED',
				order: { id: other.id, name: '#1002' },
				fulfillment: { id: shipped?.id, name: '#1002-F1' },
				trackingNumbers: ['H1', 'H2'],
			},
			{
				at: START + 60_000,
				kind: 'TRACKING_UPDATED',
				order: { id: order.id, name: '#1001' },
				fulfillment: { id: made.id, name: '#1001-F1' },
				trackingNumbers: ['H9'],
			},
		]);
	});

	it('are kept with the shop, as events are', () => {
		const { shop, order, made } = openShipment();
		shop.addFulfillmentEvent(made.id, { status: 'DELIVERED' });
		const next = shop.placeOrder();
		shop.ship(next.fulfillmentOrders[0]?.id ?? '', { notifyCustomer: true });

		const again = createDemoShop({ clock: () => START }, shop.keep());

		expect(again.notifications).toEqual(shop.notifications);
		expect(again.state.orders.get(order.id)?.fulfillments[0]?.displayStatus).toBe('DELIVERED');
	});

	it('can come in a shop that was kept before there were any', () => {
		const { shop, order, made } = openShipment();
		const [line] = made.lines;
		const [part] = line?.parts ?? [];
		if (!line || !part) throw new Error('Nothing was shipped');
		// What the state looked like then.
		const { id, lineItem, quantity } = line;
		Object.assign(made, { lines: [{ id, lineItem, ...part, quantity }] });
		for (const key of ['events', 'originAddress']) Reflect.deleteProperty(made, key);
		Reflect.deleteProperty(order, 'notifications');

		const again = createDemoShop({ clock: () => START }, shop.keep());
		const kept = again.state.fulfillments.get(made.id);

		expect(again.notifications).toEqual([]);
		expect([kept?.events, kept?.originAddress]).toEqual([[], null]);
		expect(again.cancelFulfillment(made.id).order.fulfillmentOrders).toHaveLength(2);
	});
});
