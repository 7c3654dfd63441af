import './support/fastSleep';
import type { IDataObject } from 'n8n-workflow';
import { confirm } from './badInputSupport';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { Scenario } from './support/scenario';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

describe('items that are not as they should be', () => {
	async function offeredItems(scenario: Scenario, count: number): Promise<IDataObject[]> {
		for (let placed = 0; placed < count; placed += 1) scenario.shop.placeOrder();
		return [...((await scenario.poll()).items ?? [])];
	}

	test('an expression that gives nothing is named with its field and the number of the item', async () => {
		const scenario = new Scenario(engine);
		const items = await offeredItems(scenario, 4);
		items[3] = { reference: 'SO-20931' };

		const noKey = await confirm(scenario, items, { orderId: '={{ $json.orderId ?? "1" }}' });
		const noOrder = await confirm(scenario, items);

		expect(noOrder.error?.message).toBe('Order ID is empty for item 3');
		expect(noKey.error?.message).toMatch(/for item 3|is "1"/);
		expect(noOrder.error?.description).toContain('Map Order ID');
		expect(noOrder.error?.context['itemIndex']).toBe(3);
		// What could be confirmed is confirmed all the same.
		expect(Object.values(scenario.statuses)).toEqual([
			'IN_PROGRESS',
			'IN_PROGRESS',
			'IN_PROGRESS',
			'OPEN',
		]);
	});

	test.each<[string, IDataObject, string]>([
		['an empty key', { handover: { key: '', attempt: 1 } }, 'Handover Key is empty for item 1'],
		['a key that is missing', { handover: {} }, 'Handover Key is empty for item 1'],
		['an empty order id', { orderId: '' }, 'Order ID is empty for item 1'],
		[
			'an order name for an id',
			{ orderId: '#1042' },
			'Order ID is "#1042", which is not the id of an order',
		],
		[
			'an order that does not exist',
			{ orderId: 'gid://shopify/Order/1' },
			'Order gid://shopify/Order/1 does not exist, or this app may not see it',
		],
		[
			'a key of another order',
			{ handover: { key: '4711', attempt: 1 } },
			'Order #1002 has nothing to hand over under the key 4711',
		],
		[
			'an attempt that is none',
			{ handover: { key: '4711', attempt: 'often' } },
			'Attempt is "often"',
		],
		[
			'units shipped by the target in words',
			{ shipped: 'two of them' },
			'Shipped by Target is "two of them" for item 1, which is no list of lines with orderLineItemId and quantity',
		],
		[
			'units shipped by the target of no line',
			{ shipped: [{ sku: 'MUG-BLUE', quantity: 1 }] },
			'Shipped by Target is {"sku":"MUG-BLUE","quantity":1} for item 1',
		],
		[
			'half a unit shipped by the target',
			{ shipped: [{ orderLineItemId: '1', quantity: 0.5 }] },
			'Shipped by Target is {"orderLineItemId":"1","quantity":0.5} for item 1',
		],
		[
			'an empty number of units shipped by the target',
			{ shipped: [{ orderLineItemId: '1', quantity: '' }] },
			'Shipped by Target is {"orderLineItemId":"1","quantity":""} for item 1',
		],
	])('%s fails for its item alone, the others are confirmed', async (_name, change, message) => {
		const scenario = new Scenario(engine);
		const items = await offeredItems(scenario, 3);
		items[1] = { ...items[1], ...change };

		const shippedByTarget = '={{ $json.shipped ?? "" }}';
		const ran = await confirm(scenario, items, { shippedByTarget }, 'continueErrorOutput');

		const [done = [], failed = []] = ran.output('Node');
		expect(ran.error).toBeUndefined();
		expect(done.map((item) => item['orderNumber'])).toEqual(['#1001', '#1003']);
		expect(failed).toHaveLength(1);
		expect(failed[0]?.['error']).toContain(message);
		expect(failed[0]?.['orderNumber']).toBe('#1002');
		expect(ran.items('Node')[1]?.[0]?.pairedItem).toEqual({ item: 1 });
		expect(Object.values(scenario.statuses)).toEqual(['IN_PROGRESS', 'OPEN', 'IN_PROGRESS']);
		scenario.wait(61);
		expect((await scenario.poll()).items?.map((item) => item['orderNumber'])).toEqual(['#1002']);
	});

	test('a bad item keeps its fields in the regular output as well', async () => {
		const scenario = new Scenario(engine);
		const items = await offeredItems(scenario, 2);
		items[0] = { ...items[0], orderId: undefined };

		const ran = await confirm(scenario, items, {}, 'continueRegularOutput');

		expect(ran.output('Node')[0]).toMatchObject([
			{ orderNumber: '#1001', error: 'Order ID is empty for item 0' },
			{ orderNumber: '#1002', confirmation: { result: 'confirmed' } },
		]);
	});

	test('one bad item among 120 leaves 119 confirmed', async () => {
		const scenario = new Scenario(engine);
		const items = await offeredItems(scenario, 120);
		items[77] = { ...items[77], handover: { key: '0', attempt: 1 } };

		const ran = await confirm(scenario, items, {}, 'continueErrorOutput');

		expect(ran.output('Node').map((output) => output.length)).toEqual([119, 1]);
		expect(
			Object.values(scenario.statuses).filter((status) => status === 'IN_PROGRESS'),
		).toHaveLength(119);
	});

	test('the same item twice is confirmed once, and said so', async () => {
		const scenario = new Scenario(engine);
		const [item = {}] = await offeredItems(scenario, 1);

		const ran = await confirm(scenario, [item, item]);

		const results = ran
			.output('Node')[0]
			?.map(({ confirmation }) => (confirmation as IDataObject)['result']);
		expect(results).toEqual(['confirmed', 'alreadyConfirmed']);
		expect(
			scenario.shop.log.filter(({ operationName }) => operationName === 'ReportProgress'),
		).toHaveLength(1);
	});
});
