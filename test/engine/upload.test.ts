import './support/fastSleep';
import type { IDataObject } from 'n8n-workflow';
import type { Engine } from './support/engine';
import { openEngine, PACKAGE } from './support/engine';
import { having, matching } from './support/text';
import { fulfillmentsIn, pairsOf, shopWithTwoOrders, upload, writesTo } from './support/uploads';
import { Scenario } from './support/scenario';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

const MUGS = { orderNumber: '#1001', sku: 'MUG-BLUE', quantity: 2, trackingNumber: 'RM 4471 GB' };

describe('without any mapping', () => {
	test('a flat item is uploaded, and comes out with its own fields and the result', async () => {
		const scenario = shopWithTwoOrders(engine);
		const item = { ...MUGS, carrier: 'royal mail', pallet: 7 };

		const { done, needsAttention, run } = await upload(scenario, [item]);

		const [order] = scenario.shop.state.orders.values();
		const [fulfillment] = scenario.shop.state.fulfillments.values();
		expect(needsAttention).toEqual([]);
		expect(done).toEqual([
			{
				...item,
				result: 'created',
				reason: null,
				reasonCode: null,
				notes: [],
				orderId: order?.id,
				orderName: '#1001',
				fulfillmentId: fulfillment?.id,
				fulfillments: [
					{
						id: fulfillment?.id,
						name: '#1001-F1',
						location: 'Leeds Warehouse',
						trackingNumbers: ['RM 4471 GB'],
						units: 2,
						isNew: true,
					},
				],
				units: { uploaded: 2, already: 0, heldBack: 0, over: 0, left: 0 },
				duplicate: null,
			},
		]);
		expect(fulfillment?.tracking).toMatchObject([{ company: 'Royal Mail', number: 'RM 4471 GB' }]);
		expect(scenario.shop.notifications).toMatchObject([
			{ kind: 'SHIPPED', order: { name: '#1001' }, trackingNumbers: ['RM 4471 GB'] },
		]);
		expect(pairsOf(run, 0)).toEqual([{ item: 0 }]);
	});

	test('an item with lines is a whole shipment', async () => {
		const scenario = shopWithTwoOrders(engine);
		const lines = [
			{ sku: 'TEA-250', quantity: '2' },
			{ sku: 'BOWL-L', quantity: 1 },
		];
		const { done } = await upload(scenario, [
			{ orderNumber: 1002, lines, trackingNumbers: ['P1', 'P2'] },
		]);
		expect(done).toMatchObject([{ result: 'created', units: { uploaded: 3, left: 1 } }]);
		expect(fulfillmentsIn(scenario.shop)).toEqual(['#1002-F1 TEA-250 2, BOWL-L 1 [P1 P2]']);
	});

	test('lines may come as JSON text, and a single one without a list', async () => {
		const scenario = shopWithTwoOrders(engine);
		await upload(scenario, [
			{ orderNumber: '1001', lines: '[{"sku":"MUG-BLUE","quantity":1}]', trackingNumber: 'A' },
			{ orderNumber: '1002', lines: { sku: 'TEA-250', quantity: 3 }, trackingNumber: 'B' },
		]);
		expect(fulfillmentsIn(scenario.shop).toSorted()).toEqual([
			'#1001-F1 MUG-BLUE 1 [A]',
			'#1002-F1 TEA-250 3 [B]',
		]);
	});

	test("the trigger's own item, with tracking set, is uploaded as it is", async () => {
		const scenario = new Scenario(engine);
		scenario.shop.placeOrder({
			lines: [
				{ sku: 'MUG-BLUE', quantity: 1, location: 'Leeds Warehouse' },
				{ sku: 'TEA-250', quantity: 3, location: 'Camden Shop' },
			],
		});
		const items = (await scenario.poll()).items ?? [];
		expect(items.map(({ orderNumber }) => orderNumber)).toEqual(['#1001', matching(/^#1001-\d+$/)]);
		const shipped = items.map((item, index) => ({
			...item,
			trackingNumber: `JD000${index}`,
			carrier: 'DPD UK',
		}));

		const { done } = await upload(scenario, shipped);

		expect(done).toMatchObject([
			{ ...items[0], result: 'created' },
			{ ...items[1], result: 'created' },
		]);
		expect(fulfillmentsIn(scenario.shop)).toEqual([
			'#1001-F1 MUG-BLUE 1 [JD0000]',
			'#1001-F2 TEA-250 3 [JD0001]',
		]);
	});
});

describe('items of one shipment', () => {
	const ROWS = [
		{ orderNumber: '#1002', sku: 'TEA-250', quantity: 1, trackingNumber: 'T1' },
		{ orderNumber: '#1002', sku: 'BOWL-L', quantity: 1, trackingNumber: 'T1' },
		{ orderNumber: '#1001', sku: 'MUG-BLUE', quantity: 2, trackingNumber: 'T2' },
		{ orderNumber: '1002', sku: 'TEA-250', quantity: 2, trackingNumber: 't1' },
	];

	test('become one fulfillment and one notification, and each has the answer', async () => {
		const scenario = shopWithTwoOrders(engine);
		const { done, run } = await upload(scenario, ROWS);
		expect(done.map(({ orderName, sku, result }) => [orderName, sku, result])).toEqual([
			['#1002', 'TEA-250', 'created'],
			['#1002', 'BOWL-L', 'created'],
			['#1001', 'MUG-BLUE', 'created'],
			['#1002', 'TEA-250', 'created'],
		]);
		expect(pairsOf(run, 0)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }, { item: 3 }]);
		expect(fulfillmentsIn(scenario.shop).toSorted()).toEqual([
			'#1001-F1 MUG-BLUE 2 [T2]',
			'#1002-F1 TEA-250 3, BOWL-L 1 [T1]',
		]);
		expect(scenario.shop.notifications).toHaveLength(2);
	});

	test('are shipments of their own if they are not to be combined', async () => {
		const scenario = shopWithTwoOrders(engine);
		const rows = ROWS.map((row, index) => ({ ...row, trackingNumber: `N${index}` }));
		const { done } = await upload(scenario, rows, { combine: false });
		expect(done).toHaveLength(4);
		expect(fulfillmentsIn(scenario.shop)).toHaveLength(4);
	});

	test('go to two outputs, each in the order of the input', async () => {
		const scenario = shopWithTwoOrders(engine);
		const items = [
			{ ...MUGS, orderNumber: '#4711' },
			MUGS,
			{ ...MUGS, orderNumber: undefined },
			ROWS[0] ?? {},
		];
		const { done, needsAttention, run } = await upload(scenario, items);
		expect(done.map(({ orderName }) => orderName)).toEqual(['#1001', '#1002']);
		expect(needsAttention.map(({ reasonCode }) => reasonCode)).toEqual([
			'unknownOrder',
			'badInput',
		]);
		expect([pairsOf(run, 0), pairsOf(run, 1)]).toEqual([
			[{ item: 1 }, { item: 3 }],
			[{ item: 0 }, { item: 2 }],
		]);
	});
});

describe('a second execution with the same items', () => {
	test.each([
		['of one order', [MUGS]],
		[
			'of lines with a number of their own',
			[MUGS, { ...MUGS, orderNumber: '1002', sku: 'TEA-250' }],
		],
		['without a tracking number', [{ orderNumber: '1001', sku: 'MUG-BLUE', quantity: 1 }]],
	])('%s writes nothing', async (_what, items) => {
		const scenario = shopWithTwoOrders(engine);
		await upload(scenario, items);
		const before = fulfillmentsIn(scenario.shop);
		scenario.shop.resetLog();

		const { done, needsAttention } = await upload(scenario, items);

		expect(needsAttention).toEqual([]);
		expect(done.map(({ result }) => result)).toEqual(items.map(() => 'alreadyUploaded'));
		expect(writesTo(scenario.shop)).toEqual([]);
		expect(fulfillmentsIn(scenario.shop)).toEqual(before);
	});

	test('an item that comes back from Needs Attention is uploaded once its reason is gone', async () => {
		const scenario = shopWithTwoOrders(engine);
		const { needsAttention } = await upload(scenario, [{ ...MUGS, sku: 'MUG-BLEU' }]);
		expect(needsAttention).toMatchObject([
			{ result: 'rejected', reasonCode: 'unmatchedLine', reason: matching(/nearest is MUG-BLUE/) },
		]);
		const { done } = await upload(scenario, [{ ...needsAttention[0], sku: 'MUG-BLUE' }]);
		expect(done).toMatchObject([{ result: 'created', reason: null, reasonCode: null }]);
	});
});

describe('which order', () => {
	test.each([
		['the order name', 'orderNumber', () => '#1002'],
		['the order name without #', 'orderNumber', () => ' 1002 '],
		['a global id in place of the number', 'orderNumber', (order: IDataObject) => order['id']],
		['the global id', 'orderId', (order: IDataObject) => order['id']],
		['the legacy id', 'orderId', (order: IDataObject) => order['legacyId']],
	] as const)('by %s', async (_what, orderBy, valueOf) => {
		const scenario = shopWithTwoOrders(engine);
		const order = [...scenario.shop.state.orders.values()][1];
		const value = valueOf({ id: order?.id, legacyId: order?.legacyId });
		const item = { [orderBy]: value, sku: 'BOWL-L', quantity: 1, trackingNumber: 'X' };
		const { done } = await upload(scenario, [item], { orderBy });
		expect(done).toMatchObject([{ result: 'created', orderName: '#1002', orderId: order?.id }]);
	});

	test('by the fulfillment order, everything that remains of it and nothing else', async () => {
		const scenario = new Scenario(engine);
		const order = scenario.shop.placeOrder({
			lines: [
				{ sku: 'MUG-BLUE', quantity: 2, location: 'Leeds Warehouse' },
				{ sku: 'TEA-250', quantity: 3, location: 'Camden Shop' },
			],
		});
		const camden = order.fulfillmentOrders[1]?.id ?? '';
		const parameters = { orderBy: 'fulfillmentOrderId', shipped: 'all' };
		const { done } = await upload(
			scenario,
			[{ fulfillmentOrderId: camden, trackingNumber: 'Y', lines: 'not looked at' }],
			parameters,
		);
		expect(done).toMatchObject([{ result: 'created', units: { uploaded: 3, left: 2 } }]);
		expect(fulfillmentsIn(scenario.shop)).toEqual(['#1001-F1 TEA-250 3 [Y]']);
	});

	test('everything that remains of the order, which was shipped in part before', async () => {
		const scenario = shopWithTwoOrders(engine);
		const shipped = { orderNumber: '1002', sku: 'TEA-250', quantity: 1, trackingNumber: 'P1' };
		await upload(scenario, [shipped]);
		const { done } = await upload(scenario, [{ orderNumber: '1002', trackingNumber: 'P2' }], {
			shipped: 'all',
		});
		expect(done).toMatchObject([{ result: 'created', units: { uploaded: 3, left: 0 } }]);
		expect(fulfillmentsIn(scenario.shop)).toEqual([
			'#1002-F1 TEA-250 1 [P1]',
			'#1002-F2 TEA-250 2, BOWL-L 1 [P2]',
		]);
	});
});

test('it has two outputs with names, and works as a tool', () => {
	const { nodeTypes } = engine.workflow({
		nodes: [{ name: 'Upload', type: `${PACKAGE}.shopifyFulfillmentUpload` }],
	});
	const { description } = nodeTypes.getByNameAndVersion(`${PACKAGE}.shopifyFulfillmentUpload`);
	expect(description).toEqual(
		having({ outputs: ['main', 'main'], outputNames: ['Done', 'Needs Attention'] }),
	);
});
