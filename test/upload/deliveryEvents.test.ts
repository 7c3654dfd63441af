import type { ShopifyFailure } from '../../nodes/shopify/failure';
import { failureIn } from '../../nodes/shopify/failure';
import { describeFailure } from '../../nodes/shopify/failureText';
import { ALL_SCOPES } from '../shop';
import type { Fields } from './changingShop';
import { ChangingShop, eventsOf } from './changingShop';

const ONE = '15501234567890';
const TEN = '2026-11-20T10:00:00Z';

/** What a case of a delivery event ends with: events of the fulfillment in the shop. */
interface EventEnd {
	readonly result: string;
	readonly says?: RegExp;
	readonly events: readonly string[];
}

/** The fulfillment has been picked up at ten; now is 2026-11-23T09:00:00Z. */
const PICKED_UP = `CARRIER_PICKED_UP ${TEN}`;
const NOW = '2026-11-23T09:00:00Z';

describe('addDeliveryEvent', () => {
	it.each<[string, Fields, EventEnd]>([
		[
			'adds an event',
			{ eventStatus: 'DELIVERED', happenedAt: '2026-11-21T11:20:00+01:00' },
			{ result: 'added', events: [PICKED_UP, 'DELIVERED 2026-11-21T10:20:00Z'] },
		],
		[
			'lets it happen now',
			{ eventStatus: 'DELIVERED', happenedAt: '' },
			{ result: 'added', events: [PICKED_UP, `DELIVERED ${NOW}`] },
		],
		[
			'adds the same status at another time',
			{ eventStatus: 'CARRIER_PICKED_UP', happenedAt: '2026-11-20T10:00:01Z' },
			{ result: 'added', events: [PICKED_UP, 'CARRIER_PICKED_UP 2026-11-20T10:00:01Z'] },
		],
		[
			'adds another status at the same time',
			{ eventStatus: 'DELIVERED', happenedAt: TEN },
			{ result: 'added', events: [PICKED_UP, `DELIVERED ${TEN}`] },
		],
		[
			'knows what it has, to the second',
			{ eventStatus: 'CARRIER_PICKED_UP', happenedAt: '2026-11-20T11:00:00.250+01:00' },
			{ result: 'alreadyThere', events: [PICKED_UP] },
		],
		[
			'knows it in spite of the option',
			{
				eventStatus: 'CARRIER_PICKED_UP',
				happenedAt: TEN,
				fulfillmentOptions: { evenIfItHasOne: true },
			},
			{ result: 'alreadyThere', events: [PICKED_UP] },
		],
		[
			'adds no second one without a time',
			{ eventStatus: 'CARRIER_PICKED_UP' },
			{ result: 'alreadyThere', events: [PICKED_UP] },
		],
		[
			'adds a second one without a time if asked to',
			{ eventStatus: 'CARRIER_PICKED_UP', fulfillmentOptions: { evenIfItHasOne: true } },
			{ result: 'added', events: [PICKED_UP, `CARRIER_PICKED_UP ${NOW}`] },
		],
		[
			'takes a status in words, and Unix time',
			{ eventStatus: 'Out for delivery', happenedAt: 1_795_255_200 },
			{ result: 'added', events: [PICKED_UP, 'OUT_FOR_DELIVERY 2026-11-21T10:00:00Z'] },
		],
		[
			'takes a failure by its name in the editor',
			{ eventStatus: 'delivery-failed', happenedAt: new Date(TEN) },
			{ result: 'added', events: [PICKED_UP, `FAILURE ${TEN}`] },
		],
		[
			'rejects an unknown status',
			{ eventStatus: 'Lost at sea' },
			{ result: 'rejected', says: /^Status is "Lost at sea" for item 0/, events: [PICKED_UP] },
		],
		[
			'rejects a time that may be two',
			{ eventStatus: 'DELIVERED', happenedAt: '02/03/2026 10:00' },
			{ result: 'rejected', says: /^Happened At is "02\/03\/2026 10:00"/, events: [PICKED_UP] },
		],
		[
			'rejects a time without its zone',
			{ eventStatus: 'DELIVERED', happenedAt: '2026-11-21T11:20:00' },
			{ result: 'rejected', says: /does not say in which time zone/, events: [PICKED_UP] },
		],
		[
			'rejects an estimate that is no time',
			{ eventStatus: 'DELIVERED', fulfillmentOptions: { estimatedDeliveryAt: 'tomorrow' } },
			{ result: 'rejected', says: /^Estimated Delivery At is "tomorrow"/, events: [PICKED_UP] },
		],
	])('%s', async (_what, fields, expected) => {
		const scene = new ChangingShop();
		const made = scene.ship(3, ONE, 'UPS');
		scene.shop.addFulfillmentEvent(made.id, { status: 'CARRIER_PICKED_UP', happenedAt: TEN });

		const { output, json } = await scene.run('addDeliveryEvent', {
			fulfillmentId: made.id,
			...fields,
		});

		const isRejected = expected.result === 'rejected';
		expect([json['result'], output]).toEqual([
			expected.result,
			isRejected ? 'needsAttention' : 'done',
		]);
		if (expected.says) expect(json['reason']).toMatch(expected.says);
		expect(eventsOf(made)).toEqual(expected.events);
	});

	it('tells Shopify where it was and what the carrier says', async () => {
		const scene = new ChangingShop();
		const made = scene.ship(3, ONE, 'UPS');

		const { json } = await scene.run('addDeliveryEvent', {
			fulfillmentBy: 'orderNumber',
			orderNumber: '#1001',
			parcelTrackingNumber: ONE,
			eventStatus: 'OUT_FOR_DELIVERY',
			happenedAt: TEN,
			fulfillmentOptions: {
				message: 'Left the depot',
				estimatedDeliveryAt: '2026-11-20T15:00:00Z',
				city: 'Leeds',
				province: 'England',
				country: 'GB',
				zip: 'LS3 1LH',
			},
		});

		expect(json).toMatchObject({
			result: 'added',
			fulfillmentName: '#1001-F1',
			eventId: made.events[0]?.id,
			status: 'OUT_FOR_DELIVERY',
			happenedAt: TEN,
		});
		expect(made.events[0]).toMatchObject({
			message: 'Left the depot',
			estimatedDeliveryAt: Date.parse('2026-11-20T15:00:00Z'),
			city: 'Leeds',
			province: 'England',
			country: 'GB',
			zip: 'LS3 1LH',
		});
	});

	it.each([
		['the answer is lost after the work', { kind: 'dropAnswer' }, 'DELIVERED', TEN],
		['the answer is lost, and it happens now', { kind: 'dropAnswer' }, 'IN_TRANSIT', ''],
		['the request is lost', { kind: 'drop' }, 'DELIVERED', ''],
		['Shopify fails', { kind: 'fail', status: 500 }, 'DELIVERED', TEN],
		['the answer is a page', { kind: 'html' }, 'DELIVERED', TEN],
		['the work is done late', { kind: 'late', lateMs: 4000 }, 'DELIVERED', ''],
	] as const)('adds it once if %s', async (_what, fault, eventStatus, happenedAt) => {
		const scene = new ChangingShop();
		const made = scene.ship(3, ONE, 'UPS');
		scene.shop.addFulfillmentEvent(made.id, { status: 'IN_TRANSIT', happenedAt: TEN });
		scene.shop.faults.next(fault, 1, { operation: 'AddFulfillmentEvent' });

		const { json } = await scene.run('addDeliveryEvent', {
			fulfillmentId: made.id,
			eventStatus,
			happenedAt,
			fulfillmentOptions: { evenIfItHasOne: true },
		});

		expect(json['result']).toBe('added');
		expect(made.events.map(({ status }) => status)).toEqual(['IN_TRANSIT', eventStatus]);
	});

	it('adds it once in two runs at once', async () => {
		const scene = new ChangingShop();
		const made = scene.ship(3, ONE, 'UPS');
		const fields = { fulfillmentId: made.id, eventStatus: 'DELIVERED', happenedAt: TEN };

		const answers = await Promise.all([
			scene.run('addDeliveryEvent', fields),
			scene.run('addDeliveryEvent', fields),
		]);

		expect(answers.map(({ json }) => json['result'])).toEqual(['added', 'alreadyThere']);
		expect(made.events).toHaveLength(1);
	});

	it('adds nothing to a cancelled or unknown fulfillment', async () => {
		const scene = new ChangingShop();
		const made = scene.ship(3, ONE, 'UPS');
		scene.shop.cancelFulfillment(made.id);

		const codes = [];
		for (const fulfillmentId of [made.id, '404']) {
			const fields = { fulfillmentId, eventStatus: 'DELIVERED' };
			codes.push((await scene.run('addDeliveryEvent', fields)).json['reasonCode']);
		}

		expect(codes).toEqual(['cancelled', 'unknownFulfillment']);
		expect(made.events).toEqual([]);
	});

	it('names the scope that it needs', async () => {
		const accessScopes = ALL_SCOPES.filter((scope) => scope !== 'write_fulfillments');
		const scene = new ChangingShop({ accessScopes });
		const made = scene.ship(3, ONE, 'UPS');

		const fields = { fulfillmentId: made.id, eventStatus: 'DELIVERED' };
		const run = scene.run('addDeliveryEvent', fields);

		const failure = await run.catch(failureIn);
		expect(describeFailure(failure as ShopifyFailure)).toEqual({
			message:
				'The app lacks the access scope write_fulfillments, which "fulfillmentEventCreate" needs',
			advice: expect.stringContaining('(for: delivery events of shipments)') as string,
		});
	});
});
