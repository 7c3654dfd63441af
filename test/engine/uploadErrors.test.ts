import './support/fastSleep';
import type { IDataObject, INode } from 'n8n-workflow';
import { ALL_SCOPES } from '../shop';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { Scenario } from './support/scenario';
import { matching } from './support/text';
import { fulfillmentsIn, pairsOf, shopWithTwoOrders, upload } from './support/uploads';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

const GOOD = { orderNumber: '#1001', sku: 'MUG-BLUE', quantity: 2, trackingNumber: 'RM1' };
const LATER = { orderNumber: '#1002', sku: 'BOWL-L', quantity: 1, trackingNumber: 'RM2' };
const BAD = { ...LATER, quantity: '1,5', trackingNumber: 'RM3' };
const UNKNOWN = { ...LATER, orderNumber: '#4711' };

type OnError = NonNullable<INode['onError']>;
const WAYS: readonly OnError[] = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'];

/** Every attempt to fulfill something of the first order fails at Shopify. */
function failFirstOrder({ shop }: Scenario): void {
	const [order] = shop.state.orders.values();
	const own = new Set(order?.fulfillmentOrders.map(({ id }) => id));
	shop.faults.beforeEachRequest = ({ operationName, variables }) => {
		const names = JSON.stringify(variables);
		const isIts = [...own].some((id) => names.includes(`"${id}"`));
		const fault = { kind: 'fail', status: 503 } as const;
		// The hook may answer any fault, but its type names a promise of nothing.
		return (/create/i.test(operationName) && isIts ? fault : undefined) as undefined;
	};
}

describe.each(WAYS)('with On Error %s', (onError) => {
	test('what the items have wrong needs attention, whatever n8n does about errors', async () => {
		const scenario = shopWithTwoOrders(engine);
		const items = [BAD, GOOD, UNKNOWN];
		const { run, done, needsAttention, failed } = await upload(scenario, items, {}, { onError });
		expect(run.error).toBeUndefined();
		expect(done).toMatchObject([{ ...GOOD, result: 'created' }]);
		expect(needsAttention).toMatchObject([
			{
				...BAD,
				result: 'rejected',
				reasonCode: 'badInput',
				reason: matching(/^Quantity is "1,5" for item 0, which is not a whole number .*\.$/),
				orderName: '#1002',
			},
			{
				...UNKNOWN,
				result: 'rejected',
				reasonCode: 'unknownOrder',
				reason: matching(/^There is no order #4711\. .*\.$/),
				orderId: null,
			},
		]);
		expect(failed).toEqual([]);
		expect(pairsOf(run, 1)).toEqual([{ item: 0 }, { item: 2 }]);
	});
});

describe('an order that Shopify fails for', () => {
	test('stops the run with its number, after the others are uploaded', async () => {
		const scenario = shopWithTwoOrders(engine);
		failFirstOrder(scenario);
		const { run } = await upload(scenario, [BAD, GOOD, LATER]);
		expect(run.status).toBe('error');
		expect(run.error).toMatchObject({
			name: 'NodeApiError',
			message: matching(
				/^1 of 3 items failed, the first is item 1 \(Order #1001\): Shopify could not process/,
			),
			description: matching(/The other items are done; when this node runs again, .* not uploaded/),
			context: { itemIndex: 1 },
		});
		expect(fulfillmentsIn(scenario.shop)).toEqual(['#1002-F1 BOWL-L 1 [RM2]']);
	});

	test('alone, its error needs no count', async () => {
		const scenario = shopWithTwoOrders(engine);
		failFirstOrder(scenario);
		const { run } = await upload(scenario, [GOOD]);
		expect(run.error).toMatchObject({
			message: 'Order #1001: Shopify could not process the request (HTTP 503)',
			context: { itemIndex: 0 },
		});
	});

	test('with On Error: Continue needs attention, with its fields and the error', async () => {
		const scenario = shopWithTwoOrders(engine);
		failFirstOrder(scenario);
		const { run, done, needsAttention } = await upload(
			scenario,
			[LATER, GOOD, BAD],
			{},
			{ onError: 'continueRegularOutput' },
		);
		expect(run.error).toBeUndefined();
		expect(done).toMatchObject([{ ...LATER, result: 'created' }]);
		expect(needsAttention).toMatchObject([
			{ ...GOOD, error: 'Order #1001: Shopify could not process the request (HTTP 503)' },
			{ ...BAD, result: 'rejected' },
		]);
		expect(needsAttention[0]).not.toHaveProperty('result');
		expect(pairsOf(run, 1)).toEqual([{ item: 1 }, { item: 2 }]);
	});

	test('with an error output goes there, and the rejected ones do not', async () => {
		const scenario = shopWithTwoOrders(engine);
		failFirstOrder(scenario);
		const { run, done, needsAttention, failed } = await upload(
			scenario,
			[LATER, GOOD, BAD],
			{},
			{ onError: 'continueErrorOutput' },
		);
		expect(done).toMatchObject([{ ...LATER, result: 'created' }]);
		expect(needsAttention).toMatchObject([{ ...BAD, result: 'rejected' }]);
		expect(failed).toEqual([
			{ ...GOOD, error: 'Order #1001: Shopify could not process the request (HTTP 503)' },
		]);
		expect(pairsOf(run, 2)).toEqual([{ item: 1 }]);
	});

	test('is uploaded by the next run, and the others are not uploaded again', async () => {
		const scenario = shopWithTwoOrders(engine);
		failFirstOrder(scenario);
		await upload(scenario, [GOOD, LATER]);
		scenario.shop.faults.clear();
		const { done } = await upload(scenario, [GOOD, LATER]);
		expect(done.map(({ result }) => result)).toEqual(['created', 'alreadyUploaded']);
		expect(scenario.shop.notifications).toHaveLength(2);
	});
});

describe('nothing can be done at all', () => {
	const SPOILED: readonly [string, (scenario: Scenario) => void, RegExp][] = [
		[
			'the token is revoked',
			({ shop }) => {
				shop.revokeTokens();
			},
			/token/i,
		],
		[
			'Shopify is down',
			({ shop }) => {
				shop.faults.everyNth(1, { kind: 'fail', status: 503 });
			},
			/^Shopify could not process the request \(HTTP 503\)/,
		],
		[
			'the app may not fulfill',
			({ shop }) => {
				const mayRead = ALL_SCOPES.filter((scope) => !/^write_.*fulfillment_orders/.test(scope));
				Object.assign(shop.settings, { accessScopes: mayRead });
			},
			/lacks the access scope write_merchant_managed_fulfillment_orders, which "fulfillmentCreate"/,
		],
		[
			'the app may not read orders',
			({ shop }) => {
				const others = ALL_SCOPES.filter((scope) => !/_orders$/.test(scope));
				Object.assign(shop.settings, { accessScopes: others });
			},
			/lacks the access scope read_orders/,
		],
	];

	test.each(SPOILED)('%s: the run fails, or every item does', async (_what, spoil, message) => {
		const items = [GOOD, LATER];
		const errorsOf = (all: readonly IDataObject[]): unknown => all.map(({ error }) => error);
		const expected = items.map(() => matching(message));
		for (const onError of WAYS) {
			const scenario = shopWithTwoOrders(engine);
			spoil(scenario);
			const { run, done, needsAttention, failed } = await upload(scenario, items, {}, { onError });
			expect(done).toEqual([]);
			expect(fulfillmentsIn(scenario.shop)).toEqual([]);
			if (onError === 'stopWorkflow') expect(run.error?.message).toMatch(message);
			if (onError === 'continueRegularOutput') expect(errorsOf(needsAttention)).toEqual(expected);
			if (onError === 'continueErrorOutput') expect(errorsOf(failed)).toEqual(expected);
		}
	});

	test('a link that is no web address stops the run before anything is sent', async () => {
		const scenario = shopWithTwoOrders(engine);
		const { run } = await upload(scenario, [GOOD], { options: { urlTemplate: 'parcels' } });
		expect(run.error?.message).toMatch(
			/^The Tracking Link for Unknown Carriers parcels is not a web address/,
		);
		expect(scenario.shop.log).toEqual([]);
	});

	test('items of which no order can be read cost no request', async () => {
		const scenario = shopWithTwoOrders(engine);
		const { needsAttention } = await upload(scenario, [{}, { orderNumber: null }]);
		expect(needsAttention).toMatchObject([
			{ reason: matching(/^Order Number is empty for item 0\. Map Order Number/) },
			{ reason: matching(/^Order Number is empty for item 1\. Map Order Number/) },
		]);
		expect(scenario.shop.log).toEqual([]);
	});
});

test('300 shipments with one bad item: 299 are done', async () => {
	const scenario = new Scenario(engine);
	const items = Array.from({ length: 300 }, (_, index) => {
		const { name } = scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 1 }] });
		const quantity = index === 137 ? 'one' : '1';
		return { orderNumber: name, sku: 'MUG-BLUE', quantity, trackingNumber: `RM${index}` };
	});
	const { done, needsAttention, run } = await upload(scenario, items);
	expect(done).toHaveLength(299);
	expect(new Set(done.map(({ result }) => result))).toEqual(new Set(['created']));
	expect(needsAttention).toMatchObject([
		{ ...items[137], reason: matching(/^Quantity is "one" for item 137, which is not a whole/) },
	]);
	expect(pairsOf(run, 0)).toEqual(items.flatMap((_, item) => (item === 137 ? [] : [{ item }])));
	expect(fulfillmentsIn(scenario.shop)).toHaveLength(299);
});
