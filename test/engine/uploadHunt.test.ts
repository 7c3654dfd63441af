import './support/fastSleep';
import type { IDataObject } from 'n8n-workflow';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { matching } from './support/text';
import { fulfillmentsIn, shopWithTwoOrders, upload } from './support/uploads';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

const MUGS = { orderNumber: '1001', sku: 'MUG-BLUE', quantity: 2, trackingNumber: 'RM1' };
const TEA = { orderNumber: '1002', sku: 'TEA-250', quantity: 1, trackingNumber: 'RM9' };

test.each([[false], ['No'], ['false'], [0]])(
	'Notify Customer as an expression that gives %p tells nobody',
	async (tell) => {
		const scenario = shopWithTwoOrders(engine);
		const parameters = { notifyCustomer: '={{ $json.tell }}' };
		await upload(scenario, [{ ...MUGS, tell }], parameters);
		expect(scenario.shop.notifications).toEqual([]);
	},
);

test.each([[[]], [''], [[null]], [false]])('trackingNumbers %p hide no number', async (none) => {
	const scenario = shopWithTwoOrders(engine);
	await upload(scenario, [{ ...MUGS, trackingNumbers: none } as IDataObject]);
	expect(fulfillmentsIn(scenario.shop)).toEqual(['#1001-F1 MUG-BLUE 2 [RM1]']);
});

test('a carrier that is false is none', async () => {
	const scenario = shopWithTwoOrders(engine);
	const { done } = await upload(scenario, [{ ...MUGS, carrier: false }]);
	expect(done).toMatchObject([{ result: 'created' }]);
});

test('a replaced number is replaced once when the item comes again', async () => {
	const scenario = shopWithTwoOrders(engine);
	await upload(scenario, [TEA, { ...TEA, trackingNumber: 'RM8' }]);
	const items = [{ orderNumber: '1002', currentTrackingNumber: 'RM9', trackingNumber: 'NEW1' }];
	const parameters = {
		operation: 'updateTracking',
		fulfillmentBy: 'orderNumber',
		replaceAll: true,
	};
	await upload(scenario, items, parameters);
	const { done } = await upload(scenario, items, parameters);
	expect(done).toMatchObject([{ result: 'unchanged' }]);
});

test('a rejected change takes no field from the item', async () => {
	const scenario = shopWithTwoOrders(engine);
	const item = { fulfillmentId: '4711', orderId: 'SO-20931', orderName: 'Rosa' };
	const { needsAttention } = await upload(scenario, [item], { operation: 'cancelFulfillment' });
	expect(needsAttention).toMatchObject([{ ...item, result: 'rejected' }]);
});

test('Get Fulfillments of an unknown order keeps the item', async () => {
	const scenario = shopWithTwoOrders(engine);
	const item = { orderNumber: '4711', row: 12 };
	const { needsAttention } = await upload(scenario, [item], { operation: 'getFulfillments' });
	expect(needsAttention).toMatchObject([{ ...item, reason: matching(/^There is no order 4711/) }]);
});

test('a long order number is shown in short', async () => {
	const scenario = shopWithTwoOrders(engine);
	const items = [{ ...MUGS, orderNumber: 'A'.repeat(20_000) }];
	const { needsAttention } = await upload(scenario, items);
	expect(needsAttention).toMatchObject([{ reason: matching(/^.{30,400}$/) }]);
});

const EITHER =
	'={{ [$json.trackingNumbers].flat().some(Boolean) ? $json.trackingNumbers : $json.trackingNumber }}';

test.each([
	['RM2', ['RM2']],
	[
		['RM2', 'RM3'],
		['RM2', 'RM3'],
	],
	[[null, ''], ['RM1']],
	[undefined, ['RM1']],
	[15501234567890, ['15501234567890']],
])('n8n itself reads trackingNumbers %p in the same way', async (trackingNumbers, numbers) => {
	for (const expression of [EITHER, `${EITHER.slice(0, -3)}  }}`]) {
		const scenario = shopWithTwoOrders(engine);
		const items = [{ ...MUGS, trackingNumbers } as IDataObject];
		await upload(scenario, items, { trackingNumbers: expression });
		const [fulfillment] = scenario.shop.state.fulfillments.values();
		expect(fulfillment?.tracking.map(({ number }) => number)).toEqual(numbers);
	}
});

test('10,000 items are read in a few seconds', async () => {
	const scenario = shopWithTwoOrders(engine);
	const items = Array.from({ length: 10_000 }, () => ({ sku: 'MUG-BLUE' }));
	const start = Date.now();
	const { needsAttention } = await upload(scenario, items);
	expect(needsAttention).toHaveLength(10_000);
	// Through n8n's expressions it would be 14 s.
	expect(Date.now() - start).toBeLessThan(7000);
});

test.each([['off'], [{ on: true }]])(
	'Combine as an expression that gives %p is named',
	async (on) => {
		const scenario = shopWithTwoOrders(engine);
		const items = [{ ...MUGS, on } as IDataObject];
		const { run } = await upload(scenario, items, { combine: '={{ $json.on }}' });
		expect(run.error?.message).toMatch(/^Combine Items of One Shipment is .* neither yes nor no/);
	},
);

test('a shipment of more than 250 numbers needs attention', async () => {
	const scenario = shopWithTwoOrders(engine);
	const trackingNumbers = Array.from({ length: 251 }, (_, at) => `RM${at}`);
	const { done, needsAttention } = await upload(scenario, [{ ...MUGS, trackingNumbers }, TEA]);
	expect(done).toMatchObject([{ result: 'created' }]);
	expect(needsAttention).toMatchObject([
		{ result: 'rejected', reason: matching(/^Item 0 has 251 tracking numbers, .*at most 250/) },
	]);
});
