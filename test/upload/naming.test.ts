import type { Fulfillment } from '../shop';
import { ALL_SCOPES } from '../shop';
import type { Fields } from './changingShop';
import { ChangingShop } from './changingShop';

const ONE = '15501234567890';
const TWO = '15501234567891';

/** How an item names one of several fulfillments, and which one is meant. */
type Naming = readonly [
	what: string,
	fields: (scene: ChangingShop, made: readonly Fulfillment[]) => Fields,
	meant: number | { readonly reasonCode: string; readonly says: RegExp },
];

/** #1001 has F1 (cancelled, 15501234567890), F2 (15501234567890), F3 (15501234567891). */
const NAMINGS: readonly Naming[] = [
	['the id', (_scene, made) => ({ fulfillmentId: made[1]?.id }), 1],
	['the number of the id', (_scene, made) => ({ fulfillmentId: ` ${made[2]?.legacyId} ` }), 2],
	[
		'order number and tracking number',
		() => ({
			fulfillmentBy: 'orderNumber',
			orderNumber: '1001',
			currentTrackingNumber: '1550 1234567891',
		}),
		2,
	],
	[
		'a tracking number that a cancelled one had as well',
		({ order }) => ({ fulfillmentBy: 'orderId', orderId: order.id, currentTrackingNumber: ONE }),
		1,
	],
	[
		'a target order number with prefix',
		({ order }) => ({
			fulfillmentBy: 'orderNumber',
			orderNumber: `UK-#1001-${order.fulfillmentOrders[0]?.legacyId}`,
			currentTrackingNumber: TWO,
			fulfillmentOptions: { numberPrefix: 'UK-' },
		}),
		2,
	],
	[
		'no id',
		() => ({ fulfillmentId: null }),
		{ reasonCode: 'badInput', says: /^Fulfillment ID is empty for item 0.* under Fulfillment By/ },
	],
	[
		'the id of a fulfillment order',
		({ order }) => ({ fulfillmentId: order.fulfillmentOrders[0]?.id }),
		{ reasonCode: 'badInput', says: /gid:\/\/shopify\/FulfillmentOrder.*not the id of a fulf/ },
	],
	[
		'an id of nothing',
		() => ({ fulfillmentId: '5811220987654' }),
		{ reasonCode: 'unknownFulfillment', says: /no fulfillment 5811220987654/ },
	],
	[
		'the id of a cancelled one',
		(_scene, made) => ({ fulfillmentId: made[0]?.id }),
		{ reasonCode: 'cancelled', says: /#1001-F1 of order #1001 was cancelled/ },
	],
	[
		'an order with two, alone',
		() => ({ fulfillmentBy: 'orderNumber', orderNumber: '#1001' }),
		{
			reasonCode: 'ambiguousFulfillment',
			says: /^2 fulfillments of order #1001 may be meant: #1001-F2 \(15501234567890\), #1001-F3 \(15501234567891\)/,
		},
	],
	[
		'a tracking number that none has',
		() => ({
			fulfillmentBy: 'orderNumber',
			orderNumber: '#1001',
			currentTrackingNumber: 'RM382910475GB',
		}),
		{ reasonCode: 'unknownFulfillment', says: /RM382910475GB; it has #1001-F1 \(cancelled, / },
	],
	[
		'an unknown order number',
		() => ({ fulfillmentBy: 'orderNumber', orderNumber: '#4711' }),
		{ reasonCode: 'unknownOrder', says: /no order #4711/ },
	],
	[
		'an unknown order id',
		() => ({ fulfillmentBy: 'orderId', orderId: '6219004412345' }),
		{ reasonCode: 'unknownOrder', says: /no order 6219004412345/ },
	],
	[
		'an empty order number',
		() => ({ fulfillmentBy: 'orderNumber', orderNumber: '' }),
		{ reasonCode: 'badInput', says: /Order Number is empty.*another field in Fulfillment By/ },
	],
];

describe('naming a fulfillment', () => {
	it.each(NAMINGS)('takes %s', async (_what, fields, meant) => {
		const scene = new ChangingShop();
		const cancelled = scene.ship(2, ONE, 'DPD');
		scene.shop.cancelFulfillment(cancelled.id);
		const made = [cancelled, scene.ship(1, ONE, 'DPD'), scene.ship(1, TWO, 'DPD')];

		const { json } = await scene.run('updateTracking', {
			trackingNumbers: 'RM1',
			...fields(scene, made),
		});

		const changed = made.filter(({ tracking }) => tracking.some(({ number }) => number === 'RM1'));
		if (typeof meant === 'number') {
			expect([json['result'], json['reason']]).toEqual(['trackingAdded', null]);
			expect(changed).toEqual([made[meant]]);
		} else {
			expect(json).toMatchObject({ result: 'rejected', reasonCode: meant.reasonCode });
			expect(json['reason']).toMatch(meant.says);
			expect(changed).toEqual([]);
		}
	});

	it('does not take the fulfillment of another fulfillment order than the number names', async () => {
		const scene = new ChangingShop();
		const whole = scene.order.fulfillmentOrders[0];
		const units = [{ id: whole?.lines[0]?.id ?? '', quantity: 2 }];
		scene.shop.move(whole?.id ?? '', 'Camden Shop', units);
		const [one, other] = scene.order.fulfillmentOrders;
		const made = scene.shop.ship(one?.id ?? '', { trackingNumber: ONE });
		const named = (id?: number): Fields => ({
			fulfillmentBy: 'orderNumber',
			orderNumber: `#1001-${id}`,
			trackingNumbers: TWO,
		});

		const wrong = await scene.run('updateTracking', named(other?.legacyId));
		const right = await scene.run('updateTracking', named(one?.legacyId));

		expect(wrong.json).toMatchObject({ result: 'rejected', reasonCode: 'unknownFulfillment' });
		expect(right.json).toMatchObject({ result: 'trackingAdded', fulfillmentId: made.id });
	});

	it('says that nothing was shipped', async () => {
		const scene = new ChangingShop();

		const fields = { fulfillmentBy: 'orderNumber', orderNumber: '#1001', trackingNumbers: ONE };
		const { json } = await scene.run('updateTracking', fields);

		expect(json['reason']).toMatch(/^Order #1001 has no fulfillment/);
	});

	it.each<[string, RegExp, Fields]>([
		['orders', /^(?:read|write)_orders$/, { fulfillmentBy: 'fulfillmentId' }],
		['fulfillment orders by id', /fulfillment_orders$/, { fulfillmentBy: 'fulfillmentId' }],
		['fulfillment orders by order', /fulfillment_orders$/, { fulfillmentBy: 'orderNumber' }],
	])('names the scope that is missing for %s', async (_what, missing, fields) => {
		const accessScopes = ALL_SCOPES.filter((scope) => !missing.test(scope));
		const scene = new ChangingShop({ accessScopes });
		const made = scene.ship(1, ONE);

		const run = scene.run('updateTracking', {
			fulfillmentId: made.id,
			orderNumber: '#1001',
			trackingNumbers: TWO,
			...fields,
		});

		await expect(run).rejects.toMatchObject({ failure: { kind: 'missingScope' } });
	});
});
