import './support/fastSleep';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { act, CONFIRM, offeredOrder, resultsOf } from './support/actions';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { placeFourOrders, placeOrders } from './support/orders';
import { Scenario } from './support/scenario';
import { matching, textOf } from './support/text';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

describe('Get and Get Many', () => {
	async function getMany(
		scenario: Scenario,
		parameters: INodeParameters,
	): Promise<readonly IDataObject[]> {
		const run = await act(scenario, { operation: 'getMany', ...parameters }, [{}]);
		if (run.error) throw new Error(run.error.message);
		return run.output('Node')[0] ?? [];
	}

	const numbers = (items: readonly IDataObject[]): readonly unknown[] =>
		items.map(({ orderNumber }) => orderNumber);

	test('get: the item of the trigger, with whether it is ready', async () => {
		const { scenario, item } = await offeredOrder(engine);
		const run = await act(scenario, { operation: 'get' }, [item]);
		expect(run.output('Node')[0]).toEqual([{ ...item, ready: true, reasons: [] }]);
	});

	test('by names, with and without #, whatever their state and with the reasons', async () => {
		const scenario = new Scenario(engine);
		placeFourOrders(scenario.shop);
		scenario.shop.placeOrder({ lines: [{ sku: 'TEA-250' }], financialStatus: 'PENDING' });
		await scenario.pollAndHandOver();
		const found = await getMany(scenario, { getBy: 'names', orderNames: '#1002, 1005' });
		expect(numbers(found)).toEqual(['#1002', matching(/^#1002-\d+$/), '#1005']);
		expect(found.map(({ ready }) => ready)).toEqual([false, false, true]);
		expect(found[0]?.['reasons']).toEqual([matching(/was handed over under the key/)]);
	});

	test('by ids of orders and of fulfillment orders', async () => {
		const scenario = new Scenario(engine);
		placeFourOrders(scenario.shop);
		const [first, second] = [...scenario.shop.state.orders.values()];
		const ids = [String(first?.legacyId), String(second?.fulfillmentOrders[1]?.id)].join(', ');
		expect(numbers(await getMany(scenario, { getBy: 'ids', ids }))).toEqual([
			'#1001',
			matching(/^#1002-\d+$/),
		]);
	});

	test('by filters, up to the limit or all', async () => {
		const scenario = new Scenario(engine);
		placeOrders(scenario.shop, 5);
		scenario.shop.placeOrder({ lines: [{ sku: 'TEA-250' }], financialStatus: 'PENDING' });
		const two = await getMany(scenario, { getBy: 'filters', limit: 2 });
		expect(two).toHaveLength(2);
		const all = await getMany(scenario, { getBy: 'filters', returnAll: true });
		expect([...numbers(all)].sort()).toEqual(['#1001', '#1002', '#1003', '#1004', '#1005']);
	});

	test('a new key sends an order again that the target has deleted, and is confirmed like any other', async () => {
		const { scenario, item } = await offeredOrder(engine);
		await act(scenario, CONFIRM, [item]);
		const [again] = await getMany(scenario, {
			getBy: 'names',
			orderNames: '#1001',
			whichKey: 'new',
		});
		expect(again).toMatchObject({
			orderNumber: '#1001-r2',
			handover: { key: `${textOf(item['fulfillmentOrderLegacyId'])}-r2`, confirmed: false },
		});
		expect(resultsOf(await act(scenario, CONFIRM, again ? [again] : []))).toEqual(['confirmed']);
		scenario.wait(3 * 24 * 60);
		scenario.restart({ wipe: true });
		expect((await scenario.poll()).items).toBeNull();
	});

	test.each([
		[{ getBy: 'names', orderNames: '#9999' }, /There is no order #9999/],
		[{ getBy: 'ids', ids: '4' }, /does not exist, or this app may not see it/],
		[{ getBy: 'names', orderNames: '={{ $json.orderName }}' }, /Order Names is empty for item 0/],
	])('what does not exist is named: %j', async (parameters, message) => {
		const scenario = new Scenario(engine);
		await expect(getMany(scenario, parameters)).rejects.toThrow(message);
	});
});

test('Get Shop: name, plan, time zone and locations', async () => {
	const scenario = new Scenario(engine);
	const run = await act(scenario, { resource: 'shop', operation: 'getShop' }, [{}]);
	expect(run.output('Node')[0]).toMatchObject([
		{
			name: 'Harbour Goods',
			timeZone: 'America/New_York',
			locations: [{ name: 'Camden Shop' }, { name: 'Leeds Warehouse' }],
		},
	]);
});
