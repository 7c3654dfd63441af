import './support/fastSleep';
import type { IDataObject } from 'n8n-workflow';
import { act, CONFIRM, offeredOrder } from './support/actions';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { keysOf, placeOrders } from './support/orders';
import { Scenario } from './support/scenario';
import { matching, textOf } from './support/text';

/** Parameters of Check Before Shipping with all its defaults. */
const CHECK = { operation: 'checkBeforeShipping' };

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

test('answers the item itself with what may be shipped of it, and its SKUs', async () => {
	const { scenario, item } = await offeredOrder(engine);
	await act(scenario, CONFIRM, [item]);

	const run = await act(scenario, CHECK, [item]);

	const [line] = item['lines'] as IDataObject[];
	expect(run.output('Node')[0]).toEqual([
		{
			...item,
			check: {
				result: 'mayShip',
				reason: null,
				orderName: '#1001',
				orderId: item['orderId'],
				fulfillmentOrders: keysOf([item]),
				location: { id: (item['location'] as IDataObject)['id'], name: 'Leeds Warehouse' },
				holds: [],
				lines: [
					{
						orderLineItemId: line?.['orderLineItemId'],
						sku: 'MUG-BLUE',
						offered: 2,
						mayShip: 2,
						held: 0,
						moved: 0,
						shipped: 0,
						gone: 0,
					},
				],
				recorded: true,
			},
		},
	]);
	expect(run.items('Node')[0]?.[0]?.pairedItem).toEqual({ item: 0 });
});

test('says why an order is on hold, in the words of staff', async () => {
	const { scenario, id, item } = await offeredOrder(engine);
	scenario.shop.hold(id, { reason: 'INCORRECT_ADDRESS', reasonNotes: 'No house number' });

	const run = await act(scenario, CHECK, [item]);

	expect(run.output('Node')[0]).toMatchObject([
		{
			check: {
				result: 'held',
				reason: 'All 2 units are on hold',
				holds: [{ reason: 'INCORRECT_ADDRESS', notes: 'No house number' }],
				lines: [{ sku: 'MUG-BLUE', offered: 2, mayShip: 0, held: 2 }],
			},
		},
	]);
});

test('items of a target that knows nothing but ids: legacy ids do, SKUs are null', async () => {
	const { scenario, order, item } = await offeredOrder(engine);
	const lean = { orderId: String(order.legacyId), handover: { key: keysOf([item])[0] } };
	const byId = { fulfillmentOrderId: textOf(item['fulfillmentOrderLegacyId']) };

	const runs = [
		await act(scenario, CHECK, [lean]),
		await act(scenario, { ...CHECK, findBy: 'fulfillmentOrderId' }, [byId]),
	];

	for (const run of runs) {
		expect(run.output('Node')[0]).toMatchObject([
			{ check: { result: 'mayShip', lines: [{ sku: null, offered: 2, mayShip: 2 }] } },
		]);
	}
});

test('40 orders take two requests, change nothing, and read the same a second time', async () => {
	const scenario = new Scenario(engine);
	placeOrders(scenario.shop, 40);
	const { items } = await scenario.poll();
	const revision = JSON.stringify(scenario.statuses);
	scenario.shop.resetLog();

	const first = await act(scenario, CHECK, items ?? []);
	const second = await act(scenario, CHECK, items ?? []);

	expect(scenario.shop.log.map(({ operationName }) => operationName)).toEqual([
		'ReadApp',
		'ReadOrderStates',
		'ReadApp',
		'ReadOrderStates',
	]);
	expect(first.output('Node')[0]).toHaveLength(40);
	expect(second.output('Node')).toEqual(first.output('Node'));
	expect(JSON.stringify(scenario.statuses)).toBe(revision);
});

describe('one bad item among good ones', () => {
	const BAD: readonly [string, (item: IDataObject) => IDataObject, RegExp][] = [
		['no order', (item) => ({ ...item, orderId: '' }), /^Order ID is empty for item 1$/],
		['no key', (item) => ({ ...item, handover: {} }), /^Handover Key is empty for item 1$/],
		['an id that is none', (item) => ({ ...item, orderId: '#1002' }), /^Order ID is "#1002", /],
		[
			'an order that does not exist',
			(item) => ({ ...item, orderId: 'gid://shopify/Order/1' }),
			/does not exist, or this app may not see it/,
		],
		[
			'a key of another order',
			(item) => ({ ...item, handover: { key: '1' } }),
			/^Order #1002 has nothing that was handed over under the key 1$/,
		],
	];

	async function threeItems(spoil: (item: IDataObject) => IDataObject): Promise<{
		scenario: Scenario;
		items: readonly IDataObject[];
	}> {
		const scenario = new Scenario(engine);
		placeOrders(scenario.shop, 3);
		const found = (await scenario.poll()).items ?? [];
		return { scenario, items: found.map((item, index) => (index === 1 ? spoil(item) : item)) };
	}

	test.each(BAD)(
		'%s: it goes to the error output, the others go on',
		async (_what, spoil, message) => {
			const { scenario, items } = await threeItems(spoil);

			const run = await act(scenario, CHECK, items, { onError: 'continueErrorOutput' });

			const [done = [], failed = []] = run.output('Node');
			expect(done.map(({ orderNumber }) => orderNumber)).toEqual(['#1001', '#1003']);
			expect(failed).toEqual([{ ...items[1], error: matching(message) }]);
			expect(run.items('Node')[1]?.[0]?.pairedItem).toEqual({ item: 1 });
		},
	);

	test('with On Error: Continue it says why in the place of the item', async () => {
		const { scenario, items } = await threeItems((item) => ({ ...item, orderId: '' }));

		const run = await act(scenario, CHECK, items, { onError: 'continueRegularOutput' });

		expect(run.output('Node')[0]).toMatchObject([
			{ check: { result: 'mayShip' } },
			{ error: 'Order ID is empty for item 1' },
			{ check: { result: 'mayShip' } },
		]);
		expect(run.items('Node')[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
	});

	test('otherwise the run fails with its index', async () => {
		const { scenario, items } = await threeItems((item) => ({ ...item, orderId: '' }));

		const run = await act(scenario, CHECK, items);

		expect(run.status).toBe('error');
		expect(run.error).toMatchObject({ context: { itemIndex: 1 } });
	});

	test('a fulfillment order id that is missing is named', async () => {
		const { scenario, items } = await threeItems((item) => ({ ...item, fulfillmentOrderId: null }));

		const byId = { ...CHECK, findBy: 'fulfillmentOrderId' };
		const run = await act(scenario, byId, items, { onError: 'continueErrorOutput' });

		expect(run.output('Node')[0]).toHaveLength(2);
		expect(run.output('Node')[1]).toMatchObject([
			{ error: 'Fulfillment Order ID is empty for item 1' },
		]);
	});
});
