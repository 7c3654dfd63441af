import './support/fastSleep';
import type { Engine } from './support/engine';
import { openEngine, PACKAGE } from './support/engine';
import {
	CAMDEN,
	chosen,
	feed,
	LEEDS,
	levelsIn,
	shopWithStock,
	stockWritesTo,
} from './support/feeds';
import { having, matching } from './support/text';
import { pairsOf } from './support/uploads';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

const MUGS = { sku: 'MUG-BLUE', quantity: 12 };
const TEA = { sku: 'TEA-250', quantity: 40 };

describe('without any mapping', () => {
	test('an item is set, and comes out with its own fields and the answer', async () => {
		const scenario = shopWithStock(engine);
		const item = { ...MUGS, bin: 'A-07' };

		const { run, done, needsAttention } = await feed(scenario, [item]);

		const level = scenario.shop.levelOf('MUG-BLUE', LEEDS);
		expect(needsAttention).toEqual([]);
		expect(done).toEqual([
			{
				...item,
				result: 'set',
				reasonCode: null,
				reason: null,
				notes: [],
				previousQuantity: 10,
				newQuantity: 12,
				adjustedBy: 0,
				notYetInTarget: 0,
				activated: false,
				inventoryItemId: level?.variant.inventoryItemId,
				variantId: level?.variant.id,
				locationId: level?.location.id,
				locationName: LEEDS,
			},
		]);
		expect(level).toMatchObject({ onHand: 12 });
		expect(pairsOf(run, 0)).toEqual([{ item: 0 }]);
	});

	test('items go to two outputs, each in the order of the input', async () => {
		const scenario = shopWithStock(engine);
		const items = [
			{ ...MUGS, sku: 'MUG-BLEU' },
			MUGS,
			{ quantity: 5 },
			TEA,
			{ sku: 'BOWL-L', quantity: '1,5' },
		];
		const { run, done, needsAttention } = await feed(scenario, items);
		expect(done.map(({ sku, result }) => [sku, result])).toEqual([
			['MUG-BLUE', 'set'],
			['TEA-250', 'unchanged'],
		]);
		expect(needsAttention).toMatchObject([
			{ ...items[0], reasonCode: 'unknownSku', reason: matching(/MUG-BLUE/) },
			{
				...items[2],
				reasonCode: 'badInput',
				reason: matching(/^SKU is empty for item 2\. Map SKU/),
			},
			{ ...items[4], reasonCode: 'badInput', reason: matching(/^Quantity is "1,5" for item 4/) },
		]);
		expect([pairsOf(run, 0), pairsOf(run, 1)]).toEqual([
			[{ item: 1 }, { item: 3 }],
			[{ item: 0 }, { item: 2 }, { item: 4 }],
		]);
		expect(levelsIn(scenario.shop)).toEqual([
			'MUG-BLUE Leeds Warehouse 12',
			'MUG-BLUE Camden Shop 4',
			'TEA-250 Leeds Warehouse 40',
			'BOWL-L Leeds Warehouse 7',
		]);
	});

	test('the same feed again writes nothing', async () => {
		const scenario = shopWithStock(engine);
		await feed(scenario, [MUGS, TEA]);
		scenario.shop.resetLog();
		const { done } = await feed(scenario, [MUGS, TEA]);
		expect(done.map(({ result }) => result)).toEqual(['unchanged', 'unchanged']);
		expect(stockWritesTo(scenario.shop)).toEqual([]);
	});

	test('the run can be found in the inventory history', async () => {
		const scenario = shopWithStock(engine);
		await feed(scenario, [MUGS], {}, { executionId: '4711' });
		expect(scenario.shop.changesOf('MUG-BLUE', LEEDS)).toMatchObject([
			{ reason: 'correction', referenceDocumentUri: matching(/4711$/) },
		]);
	});
});

describe('Your Figure Is', () => {
	test('Physical Stock counts ordered units, Free To Sell does not', async () => {
		for (const [figure, onHand] of [
			['physical', 12],
			['freeToSell', 15],
		] as const) {
			const scenario = shopWithStock(engine);
			scenario.shop.sell('MUG-BLUE', LEEDS, 3);
			await feed(scenario, [MUGS], { figure });
			expect(scenario.shop.levelOf('MUG-BLUE', LEEDS)).toMatchObject({ onHand });
		}
	});

	test.each([
		['subtract', 9, 3],
		['ignore', 12, 0],
		['auto', 12, 0],
	])('of Free To Sell, orders not yet in the target: %s', async (rule, available, units) => {
		const scenario = shopWithStock(engine);
		scenario.shop.sell('MUG-BLUE', LEEDS, 3);
		const parameters = { figure: 'freeToSell', notYetInTarget: rule };
		const { done } = await feed(scenario, [MUGS], parameters);
		expect(done).toMatchObject([{ result: 'set', newQuantity: available, notYetInTarget: units }]);
		expect(scenario.shop.levelOf('MUG-BLUE', LEEDS)).toMatchObject({ available });
	});
});

describe('which goods', () => {
	test.each([
		['barcode', { barcode: '0012345678905', quantity: 12 }],
		['barcode', { barcode: ' 0012345678905 ', quantity: '12' }],
	])('by %s', async (identifyBy, item) => {
		const scenario = shopWithStock(engine);
		const { done } = await feed(scenario, [item], { identifyBy });
		expect(done).toMatchObject([{ ...item, result: 'set', previousQuantity: 10 }]);
	});

	test('by the id of the inventory item, global or not', async () => {
		const scenario = shopWithStock(engine);
		const variant = scenario.shop.levelOf('MUG-BLUE', LEEDS)?.variant;
		const ids = [variant?.inventoryItemId, variant?.inventoryItemLegacyId];
		for (const [index, inventoryItemId] of ids.entries()) {
			const items = [{ inventoryItemId: inventoryItemId ?? '', quantity: 20 + index }];
			const { done } = await feed(scenario, items, { identifyBy: 'inventoryItemId' });
			expect(done).toMatchObject([{ result: 'set', newQuantity: 20 + index }]);
		}
	});

	test('by another field of the item', async () => {
		const scenario = shopWithStock(engine);
		const items = [{ Article: 'MUG-BLUE ', 'On Hand': '12.000' }];
		const { needsAttention } = await feed(scenario, items, {
			sku: '={{ $json.Article }}',
			quantity: '={{ $json["On Hand"] }}',
		});
		expect(needsAttention).toMatchObject([{ reason: matching(/which is either 12 or 12000/) }]);
		const { done } = await feed(scenario, items, {
			sku: '={{ $json.Article }}',
			quantity: '={{ Number($json["On Hand"]) }}',
		});
		expect(done).toMatchObject([{ ...items[0], result: 'set', newQuantity: 12 }]);
	});
});

describe('which location', () => {
	test('the chosen one, by its id or name', async () => {
		const scenario = shopWithStock(engine);
		const { id, legacyId } = scenario.shop.levelOf('MUG-BLUE', CAMDEN)?.location ?? {};
		const values = [String(legacyId), String(id), CAMDEN, ` ${CAMDEN.toUpperCase()} `];
		for (const [index, value] of values.entries()) {
			const location = { __rl: true, mode: 'id', value };
			const { done } = await feed(scenario, [{ ...MUGS, quantity: 20 + index }], { location });
			expect(done).toMatchObject([{ result: 'set', locationName: CAMDEN }]);
		}
		expect(scenario.shop.levelOf('MUG-BLUE', CAMDEN)).toMatchObject({ onHand: 23 });
		expect(scenario.shop.levelOf('MUG-BLUE', LEEDS)).toMatchObject({ onHand: 10 });
	});

	test('each its own: by name, by id, and by what the target calls it', async () => {
		const scenario = shopWithStock(engine);
		const leeds = scenario.shop.levelOf('MUG-BLUE', LEEDS)?.location.legacyId ?? 0;
		const items = [
			{ ...MUGS, location: ' camden shop ' },
			{ ...TEA, quantity: 41, location: leeds },
			{ sku: 'BOWL-L', quantity: 8, location: 'wh1' },
			{ ...MUGS, location: 'WH9' },
			{ ...MUGS, location: '' },
		];
		const { done, needsAttention } = await feed(scenario, items, {
			locationFrom: 'field',
			options: { locationNames: { locations: [{ name: 'WH1', location: LEEDS }] } },
		});
		expect(done.map(({ result, locationName }) => [result, locationName])).toEqual([
			['set', CAMDEN],
			['set', LEEDS],
			['set', LEEDS],
		]);
		expect(needsAttention).toMatchObject([
			{ ...items[3], reasonCode: 'unknownLocation', locationName: null },
			{ ...items[4], reasonCode: 'badInput', reason: matching(/^Location is empty for item 4\./) },
		]);
	});
});

describe('what the feed does not name', () => {
	const ENOUGH = { brakeLimits: { limits: { skusInFeedPercent: 0, unitsLostPercent: 100 } } };

	test('is left alone', async () => {
		const scenario = shopWithStock(engine);
		const { done } = await feed(scenario, [MUGS]);
		expect(done).toHaveLength(1);
		expect(levelsIn(scenario.shop)).toContain('TEA-250 Leeds Warehouse 40');
	});

	test('is set to 0 by a full feed, as items of its own that belong to no input', async () => {
		const scenario = shopWithStock(engine);
		const { run, done } = await feed(scenario, [MUGS, { ...TEA, quantity: 3 }], {
			missing: 'zero',
			options: ENOUGH,
		});
		expect(done).toMatchObject([
			{ ...MUGS, result: 'set' },
			{ ...TEA, quantity: 3, result: 'set' },
			{
				sku: 'BOWL-L',
				barcode: null,
				missingFromFeed: true,
				result: 'set',
				previousQuantity: 7,
				newQuantity: 0,
				locationName: LEEDS,
			},
		]);
		expect(pairsOf(run, 0)).toEqual([{ item: 0 }, { item: 1 }, undefined]);
		expect(levelsIn(scenario.shop)).toEqual([
			'MUG-BLUE Leeds Warehouse 12',
			'MUG-BLUE Camden Shop 4',
			'TEA-250 Leeds Warehouse 3',
			'BOWL-L Leeds Warehouse 0',
		]);
	});

	test('is not set to 0 if an item names it that cannot be used', async () => {
		const scenario = shopWithStock(engine);
		const items = [MUGS, TEA, { sku: 'BOWL-L', quantity: 'seven' }];
		const { done, needsAttention } = await feed(scenario, items, {
			missing: 'zero',
			options: ENOUGH,
		});
		expect(done).toHaveLength(2);
		expect(needsAttention).toMatchObject([{ ...items[2], reasonCode: 'badInput' }]);
		expect(levelsIn(scenario.shop)).toContain('BOWL-L Leeds Warehouse 7');
	});
});

test('it has two outputs with names, and searches locations', () => {
	const { nodeTypes } = engine.workflow({
		nodes: [{ name: 'Feed', type: `${PACKAGE}.shopifyInventoryFeed` }],
	});
	const type = nodeTypes.getByNameAndVersion(`${PACKAGE}.shopifyInventoryFeed`);
	expect(type.description).toEqual(
		having({
			outputs: ['main', 'main'],
			outputNames: ['Done', 'Needs Attention'],
			usableAsTool: true,
		}),
	);
	expect(Object.keys(type.methods?.listSearch ?? {})).toEqual(['searchLocations']);
	expect(chosen(shopWithStock(engine), LEEDS)).toMatchObject({ mode: 'list' });
});
