import type { Fields } from './changingShop';
import { ChangingShop } from './changingShop';

const ONE = '15501234567890';
const TWO = '15501234567891';
const TEN = '2026-11-20T10:00:00Z';

describe('getFulfillments', () => {
	it('names its own choice in the advice for an empty field', async () => {
		const { json } = await new ChangingShop().run('getFulfillments', { orderNumber: '' });
		expect(json['reason']).toMatch(/^Order Number is empty.* another field in Fulfillments By/);
	});

	it('gives one item for each fulfillment, with all about it', async () => {
		const scene = new ChangingShop();
		const made = scene.ship(3, ONE, 'UPS');
		scene.shop.addFulfillmentEvent(made.id, {
			status: 'IN_TRANSIT',
			happenedAt: TEN,
			message: 'Departed from hub',
			city: 'Leeds',
			estimatedDeliveryAt: '2026-11-21T12:00:00Z',
		});
		scene.ship(1);

		const answers = await scene.all('getFulfillments', { orderNumber: '1001' });

		expect(answers.map(({ output }) => output)).toEqual(['done', 'done']);
		expect(answers.map(({ json }) => json)).toEqual([
			{
				fulfillmentId: made.id,
				id: made.id,
				name: '#1001-F1',
				status: 'SUCCESS',
				displayStatus: 'IN_TRANSIT',
				createdAt: '2026-11-23T09:00:00Z',
				updatedAt: '2026-11-23T09:00:00Z',
				inTransitAt: TEN,
				estimatedDeliveryAt: '2026-11-21T12:00:00Z',
				deliveredAt: null,
				location: { id: made.location.id, name: 'Leeds Warehouse' },
				trackingCompany: 'UPS',
				trackingNumbers: [ONE],
				trackingUrls: [`https://www.ups.com/track?tracknum=${ONE}`],
				lines: [
					{
						orderLineItemId: scene.order.lines[0]?.id,
						sku: 'MUG-STN-350',
						title: scene.order.lines[0]?.title,
						quantity: 3,
					},
				],
				fulfillmentOrderIds: [scene.order.fulfillmentOrders[0]?.id],
				events: [
					{
						id: made.events[0]?.id,
						status: 'IN_TRANSIT',
						happenedAt: TEN,
						createdAt: '2026-11-23T09:00:00Z',
						message: 'Departed from hub',
						estimatedDeliveryAt: '2026-11-21T12:00:00Z',
						address1: null,
						city: 'Leeds',
						province: null,
						country: null,
						zip: null,
					},
				],
				orderId: scene.order.id,
				orderName: '#1001',
			},
			expect.objectContaining({
				name: '#1001-F2',
				trackingCompany: null,
				trackingNumbers: [],
				trackingUrls: [],
				events: [],
			}),
		]);
	});

	it.each<[string, (scene: ChangingShop) => Fields, readonly string[]]>([
		['of an order by its number', () => ({ orderNumber: '#1001' }), ['#1001-F1', '#1001-F2']],
		[
			'of an order by its id',
			({ order }) => ({ fulfillmentsBy: 'orderId', orderId: order.id }),
			['#1001-F1', '#1001-F2'],
		],
		[
			'without cancelled ones',
			() => ({ orderNumber: '1001', fulfillmentOptions: { leaveOutCancelled: true } }),
			['#1001-F2'],
		],
		[
			'without cancelled ones, by an expression',
			() => ({ orderNumber: '1001', fulfillmentOptions: { leaveOutCancelled: 'yes' } }),
			['#1001-F2'],
		],
		[
			'by the id of one',
			({ order }) => ({
				fulfillmentsBy: 'fulfillmentId',
				fulfillmentId: order.fulfillments[1]?.id,
			}),
			['#1001-F2'],
		],
	])('gives those %s', async (_what, fields, expected) => {
		const scene = new ChangingShop();
		scene.shop.cancelFulfillment(scene.ship(3, ONE).id);
		scene.ship(1, TWO);

		const answers = await scene.all('getFulfillments', fields(scene));

		expect(answers.map(({ json }) => json['name'])).toEqual(expected);
	});

	it('gives none of an order of which nothing was shipped', async () => {
		const scene = new ChangingShop();

		expect(await scene.all('getFulfillments', { orderNumber: '#1001' })).toEqual([]);
	});

	it.each<[string, Fields, string]>([
		['an unknown order', { orderNumber: '#4711' }, 'unknownOrder'],
		['an order id of nothing', { fulfillmentsBy: 'orderId', orderId: '404' }, 'unknownOrder'],
		[
			'a fulfillment id of nothing',
			{ fulfillmentsBy: 'fulfillmentId', fulfillmentId: '404' },
			'unknownFulfillment',
		],
		['no order number', {}, 'badInput'],
		['an id that is none', { fulfillmentsBy: 'fulfillmentId', fulfillmentId: '0' }, 'badInput'],
	])('rejects %s', async (_what, fields, reasonCode) => {
		const scene = new ChangingShop();

		const { output, json } = await scene.run('getFulfillments', fields);

		expect([output, json['result'], json['reasonCode']]).toEqual([
			'needsAttention',
			'rejected',
			reasonCode,
		]);
	});

	it('gives the 251st line, and every event', async () => {
		const scene = new ChangingShop();
		const lines = Array.from({ length: 310 }, (_none, at) => ({
			sku: `PIN-${at + 1}`,
			quantity: 1,
		}));
		const order = scene.shop.placeOrder({ lines });
		const made = scene.shop.ship(order.fulfillmentOrders[0]?.id ?? '');
		for (let at = 0; at < 280; at += 1) {
			const happenedAt = new Date(Date.parse(TEN) + at * 60_000).toISOString();
			scene.shop.addFulfillmentEvent(made.id, { status: 'IN_TRANSIT', happenedAt });
		}

		const { json } = await scene.run('getFulfillments', { orderNumber: order.name });

		const skus = (json['lines'] as readonly { readonly sku: string }[]).map(({ sku }) => sku);
		expect(skus).toEqual(lines.map(({ sku }) => sku));
		const events = json['events'] as readonly { readonly id: string }[];
		expect(events.map(({ id }) => id)).toEqual(made.events.map(({ id }) => id));
	});
});
