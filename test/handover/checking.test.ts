import type { CheckAnswer, CheckRequest } from '../../nodes/handover/checkBeforeShipping';
import { checkBeforeShipping } from '../../nodes/handover/checkBeforeShipping';
import { refuseHandover } from '../../nodes/handover/refuseHandovers';
import type { FulfillmentOrder, Order } from '../shop';
import type { Expected, Handed } from './checkingCases';
import {
	AS_IT_IS,
	CAMDEN,
	CASES,
	handOver,
	LEEDS,
	MAY_SHIP,
	mugs,
	NOTHING,
	opened,
} from './checkingCases';
import type { Item } from './handoverShop';
import { fulfillmentOrderOf, HandoverShop, WITHOUT_WRITE_ORDERS } from './handoverShop';

const DAY = 24 * 60;

const requestOf = ({ orderId, handover }: Item): CheckRequest => ({ orderId, key: handover.key });

async function checkOne(shop: HandoverShop, request: CheckRequest): Promise<CheckAnswer> {
	const [answer] = await checkBeforeShipping(shop.client(), [request]);
	if (!answer || answer instanceof Error) throw answer ?? new Error('no answer');
	return answer;
}

function expectAnswer(answer: CheckAnswer, expected: Expected): void {
	const { result, reason, mayShip, location, places = 1 } = expected;
	expect(answer).toMatchObject({ result, orderName: '#1001' });
	if (reason === null) expect(answer.reason).toBeNull();
	else expect(answer.reason).toMatch(reason);
	expect(answer.lines.map((line) => line.mayShip)).toEqual(mayShip);
	expect(answer.location?.name ?? null).toBe(location);
	expect(answer.fulfillmentOrders).toHaveLength(places);
	for (const line of answer.lines) {
		const parts = [line.mayShip, line.held, line.moved, line.shipped, line.gone];
		expect(parts.reduce((all, units) => all + units, 0)).toBe(line.offered);
	}
}

describe('what a handed over order of three mugs and two teas reads', () => {
	test.each(CASES)('%s', async (_what, change, expected) => {
		const handed = await handOver();
		await change(handed);

		const answer = await checkOne(handed.shop, requestOf(handed.item));

		expectAnswer(answer, expected);
		expect(answer.recorded).toBe(true);
		expect(answer.lines.map(({ offered }) => offered)).toEqual([3, 2]);
	});

	test.each(CASES)('%s, by the id of its fulfillment order', async (_what, change, expected) => {
		const handed = await handOver();
		await change(handed);
		const { id } = handed.fulfillmentOrder;

		const answer = await checkOne(handed.shop, { fulfillmentOrderId: id });

		// Under its new key the fulfillment order is handed over all the same.
		const isGivenUp = expected.reason?.test('given up at noon, for 1-r2') ?? false;
		expectAnswer(answer, isGivenUp ? MAY_SHIP : expected);
	});

	test.each(['newFulfillmentOrder', 'sameFulfillmentOrder'] as const)(
		'shipped and open again, where Shopify opens units in a %s',
		async (reopenIn) => {
			const handed = await handOver({ unknowns: { reopenIn } });
			const { shop, fulfillmentOrder, item } = handed;
			shop.shop.cancelFulfillment(shop.ship(fulfillmentOrder, 2).id);

			const answer = await checkOne(shop, requestOf(item));

			expectAnswer(answer, { ...MAY_SHIP, places: answer.fulfillmentOrders.length });
		},
	);

	test('the other half, by the id of the fulfillment order that was split off', async () => {
		const handed = await handOver();
		const { remaining } = handed.shop.shop.split(opened(handed), mugs(handed.fulfillmentOrder, 1));

		const answer = await checkOne(handed.shop, { fulfillmentOrderId: remaining.id });

		expectAnswer(answer, { ...MAY_SHIP, places: 2 });
	});
});

describe('offers that are not confirmed', () => {
	test('one that came twice may ship', async () => {
		const { shop, item } = await handOver({}, false);
		shop.wait(DAY);
		expect((await shop.poll()).items).toHaveLength(1);

		expectAnswer(await checkOne(shop, requestOf(item)), MAY_SHIP);
	});

	/** A part of the offer moves before it is confirmed: it comes as Unsettled, with two parts. */
	async function unsettled(): Promise<Handed> {
		const handed = await handOver({}, false);
		handed.shop.shop.move(opened(handed), CAMDEN, mugs(handed.fulfillmentOrder, 2));
		handed.shop.wait(DAY);
		const { items } = await handed.shop.poll();
		expect(items).toMatchObject([{ event: 'Unsettled' }]);
		return handed;
	}

	test('one in doubt is told by all of its parts', async () => {
		const { shop, item } = await unsettled();

		expectAnswer(await checkOne(shop, requestOf(item)), {
			result: 'moved',
			reason: /^Of 5 units, 2 are at Camden Shop now and 3 may ship$/,
			mayShip: [1, 2],
			location: CAMDEN,
			places: 2,
		});
	});

	test('once a part of it is confirmed, its own key is given up and the part may ship', async () => {
		const { shop, order, item } = await unsettled();
		const part = shop.offersOf(order).find(({ partOf, units }) => {
			return partOf !== undefined && Object.keys(units).length === 2;
		});
		const key = part?.key ?? '';
		await shop.confirm([{ ...item, handover: { key, attempt: 1 } }]);

		const whole = await checkOne(shop, requestOf(item));
		expectAnswer(whole, { result: 'cancelled', reason: /given up/, ...NOTHING });
		expect(whole.reason).toContain(key);
		expectAnswer(await checkOne(shop, { orderId: order.id, key }), {
			...MAY_SHIP,
			mayShip: [1, 2],
		});
	});

	test('the whole, confirmed without what has moved, is told by what it kept', async () => {
		const { shop, item } = await unsettled();
		await shop.confirm([{ ...item, handover: { ...item.handover, attempt: 2 } }]);

		expectAnswer(await checkOne(shop, requestOf(item)), { ...MAY_SHIP, mayShip: [1, 2] });
	});

	test('one that was refused is on hold, and all shipped once staff ship it', async () => {
		const { shop, order, fulfillmentOrder, item } = await handOver({}, false);
		const hold = { reason: 'OTHER', notes: 'No PO boxes', handle: 'n8n', notifyMerchant: false };
		await refuseHandover(shop.client(), { orderId: order.id, key: item.handover.key, hold });

		const held = await checkOne(shop, requestOf(item));
		expect(held).toMatchObject({
			result: 'held',
			holds: [
				{
					fulfillmentOrder: String(fulfillmentOrder.legacyId),
					reason: 'OTHER',
					displayReason: 'Other',
					notes: 'No PO boxes',
				},
			],
		});
		shop.shop.releaseHold(fulfillmentOrder.id);
		shop.ship(fulfillmentOrder);
		expect(await checkOne(shop, requestOf(item))).toMatchObject({ result: 'alreadyShipped' });
	});
});

describe('without a record the fulfillment order is taken as it is now', () => {
	test.each(AS_IT_IS)('%s', async (_what, change, expected) => {
		const handed = await handOver(WITHOUT_WRITE_ORDERS);
		await change(handed);
		const { shop, fulfillmentOrder, item } = handed;

		const byKey = await checkOne(shop, requestOf(item));

		expectAnswer(byKey, expected);
		expect(byKey.recorded).toBe(false);
		expect(await checkOne(shop, { fulfillmentOrderId: fulfillmentOrder.id })).toEqual(byKey);
	});

	test('scheduled for later', async () => {
		const shop = new HandoverShop();
		const order = shop.shop.placeOrder({
			lines: [{ sku: 'MUG', quantity: 1 }],
			fulfillAt: shop.nowMs + DAY * 60_000,
		});

		const answer = await checkOne(shop, { fulfillmentOrderId: fulfillmentOrderOf(order).id });

		expect(answer).toMatchObject({ result: 'held', reason: 'Its unit is scheduled for later' });
		expect(answer.holds).toEqual([]);
	});

	test('beside another location that has a record', async () => {
		const shop = new HandoverShop();
		const order = shop.shop.placeOrder({
			lines: [
				{ sku: 'MUG', location: LEEDS },
				{ sku: 'TEA', location: CAMDEN },
			],
		});
		const leeds = order.fulfillmentOrders.find(({ location }) => location.name === LEEDS);
		await shop.confirm(
			(await shop.poll({ filters: { locations: [String(leeds?.location.legacyId)] } })).items,
		);
		const camden = order.fulfillmentOrders.find((one) => one !== leeds);

		const key = String(camden?.legacyId);
		const answer = await checkOne(shop, { orderId: order.id, key });

		expectAnswer(answer, { ...MAY_SHIP, mayShip: [1], location: CAMDEN });
		expect(answer.recorded).toBe(false);
	});
});

describe('many in one call', () => {
	const placed = (
		order: Order,
		fulfillmentOrder: FulfillmentOrder = fulfillmentOrderOf(order),
	) => ({
		orderId: order.id,
		key: String(fulfillmentOrder.legacyId),
	});

	const BAD: readonly (readonly [
		string,
		(request: { orderId: string; key: string }) => CheckRequest,
		RegExp,
	])[] = [
		[
			'an order that does not exist',
			(one) => ({ ...one, orderId: 'gid://shopify/Order/1' }),
			/^Order gid:\/\/shopify\/Order\/1 does not exist, or this app may not see it$/,
		],
		[
			'a fulfillment order that does not exist',
			() => ({ fulfillmentOrderId: 'gid://shopify/FulfillmentOrder/1' }),
			/^Fulfillment order 1 does not exist, or this app may not see it$/,
		],
		[
			'a key of another order',
			(one) => ({ ...one, key: '1' }),
			/^Order #1002 has nothing that was handed over under the key 1$/,
		],
		[
			'a key that was never given',
			(one) => ({ ...one, key: `${one.key}:7` }),
			/^Order #1002 has nothing that was handed over under the key \d+:7$/,
		],
		['a key that is none', (one) => ({ ...one, key: 'mugs' }), /under the key mugs$/],
	];

	test.each(BAD)('%s fails alone, with what to do', async (_what, spoil, message) => {
		const shop = new HandoverShop();
		const requests = shop.placeMany(3).map((order) => placed(order));
		await shop.confirm((await shop.poll()).items);
		const mixed = requests.map((one, at) => (at === 1 ? spoil(one) : one));

		const [first, second, third] = await checkBeforeShipping(shop.client(), mixed);

		expect([first, third]).toMatchObject([{ result: 'mayShip' }, { result: 'mayShip' }]);
		expect(second).toMatchObject({
			name: 'InputProblem',
			message: expect.stringMatching(message) as string,
			advice: expect.any(String) as string,
		});
	});

	test('an order whose record a newer version has written fails alone', async () => {
		const shop = new HandoverShop();
		const [one, other] = shop.placeMany(2);
		if (!one || !other) throw new Error('no orders');
		await shop.confirm((await shop.poll()).items);
		for (const metafield of one.metafields.values()) metafield.value = '{"v":2}';

		const answers = await checkBeforeShipping(shop.client(), [placed(one), placed(other)]);

		expect(answers).toMatchObject([
			{ message: expect.stringMatching(/record of order #1001 cannot be read/) as string },
			{ result: 'mayShip' },
		]);
	});

	test('1,000 orders take five requests, one more for their holds, and write nothing', async () => {
		const shop = new HandoverShop();
		const orders = shop.placeMany(1000);
		for (const order of orders.slice(0, 100)) shop.shop.hold(fulfillmentOrderOf(order).id, {});
		shop.shop.resetLog();

		const free = await checkBeforeShipping(
			shop.client(),
			orders.slice(100).map((one) => placed(one)),
		);
		expect(free.every((one) => !(one instanceof Error) && one.result === 'mayShip')).toBe(true);
		expect(shop.shop.log).toHaveLength(5);

		shop.shop.resetLog();
		const all = await checkBeforeShipping(
			shop.client(),
			orders.map((one) => placed(one)),
		);
		const held = all.filter((one) => !(one instanceof Error) && one.result === 'held');
		expect(held).toHaveLength(100);
		expect(shop.shop.log).toHaveLength(6);
		const operations = new Set(shop.shop.log.map(({ operationName }) => operationName));
		expect([...operations]).toEqual(['ReadApp', 'ReadOrderStates', 'ReadHolds']);
		expect(shop.shop.pointsUsed()).toBeLessThan(60);
	});

	test('an app that may not read fulfillment orders is told so, and no order looks cancelled', async () => {
		const { shop, item } = await handOver();
		const blind = new HandoverShop({ accessScopes: ['read_orders', 'read_locations'] });

		await expect(checkBeforeShipping(blind.client(), [requestOf(item)])).rejects.toMatchObject({
			failure: { kind: 'missingScope' },
		});
		expect(await checkBeforeShipping(shop.client(), [])).toEqual([]);
	});
});
