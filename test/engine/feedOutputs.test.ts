import './support/fastSleep';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { feed, levelsIn, shopWithStock, stockWritesTo } from './support/feeds';
import { matching } from './support/text';
import { pairsOf } from './support/uploads';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

const MUGS = { sku: 'MUG-BLUE', quantity: 12 };
const TEA = { sku: 'TEA-250', quantity: 40 };

test('a dry run plans everything and writes nothing', async () => {
	const scenario = shopWithStock(engine);
	const before = levelsIn(scenario.shop);
	const items = [MUGS, TEA, { sku: 'CUP-S', quantity: 1 }];
	const { run, done, needsAttention } = await feed(scenario, items, { dryRun: true });
	expect(done).toMatchObject([
		{ ...MUGS, result: 'wouldSet', previousQuantity: 10, newQuantity: 12 },
		{ ...TEA, result: 'unchanged' },
	]);
	// The order of the columns in n8n's table.
	expect(Object.keys(done[0] ?? {}).slice(0, 3)).toEqual(['sku', 'quantity', 'result']);
	expect(needsAttention).toMatchObject([{ ...items[2], reasonCode: 'unknownSku' }]);
	expect(stockWritesTo(scenario.shop)).toEqual([]);
	expect(levelsIn(scenario.shop)).toEqual(before);
	expect(run.hints('Node')).toEqual([
		matching(
			/^A dry run, nothing was written\. 3 items: 1 would be set, 1 unchanged, 1 needs attention, 0 failed\. \d+ requests, /,
		),
	]);
});

describe('Summary', () => {
	const SUMMARY = {
		summary: true,
		feedId: '81',
		figure: 'physical',
		dryRun: false,
		resolvedBy: 'search',
		items: 3,
		set: 1,
		unchanged: 1,
		wouldSet: 0,
		rejected: 1,
		failed: 0,
		missingSetToZero: 0,
		activated: 0,
	};
	const ITEMS = [MUGS, TEA, { sku: 'CUP-S', quantity: 1 }];
	const run = { executionId: '81' };

	test('comes as the last item of Done, and belongs to no input', async () => {
		const scenario = shopWithStock(engine);
		const options = { summary: 'add' };
		const fed = await feed(scenario, ITEMS, { options }, run);
		expect(fed.done.map(({ sku }) => sku)).toEqual(['MUG-BLUE', 'TEA-250', undefined]);
		expect(fed.done[2]).toMatchObject(SUMMARY);
		expect(fed.done[2]?.['idempotencyKeys']).toHaveLength(1);
		expect(pairsOf(fed.run, 0)).toEqual([{ item: 0 }, { item: 1 }, undefined]);
		expect(fed.needsAttention).toHaveLength(1);
	});

	test('is all that Done holds, if so chosen', async () => {
		const scenario = shopWithStock(engine);
		const options = { summary: 'only' };
		const fed = await feed(scenario, ITEMS, { options }, run);
		expect(fed.done).toMatchObject([SUMMARY]);
		expect(fed.needsAttention).toMatchObject([{ ...ITEMS[2], reasonCode: 'unknownSku' }]);
		expect(pairsOf(fed.run, 1)).toEqual([{ item: 2 }]);
	});
});

describe('what is shown', () => {
	test('one line above the output, and progress in the console of a manual run', async () => {
		const scenario = shopWithStock(engine);
		const { run } = await feed(scenario, [MUGS, TEA], {}, { mode: 'manual' });
		const line =
			/^2 items: 1 set, 1 unchanged, 0 need attention, 0 failed\. \d+ requests, \d+ points/;
		expect(run.hints('Node')).toEqual([matching(line)]);
		expect(run.messages.at(-1)).toMatch(/^Node: 2 items: 1 set/);
	});

	test('nothing in the console of another run', async () => {
		const { run } = await feed(shopWithStock(engine), [MUGS]);
		expect(run.messages).toEqual([]);
	});
});

describe('as a tool', () => {
	test('an AI agent gets all in the first output', async () => {
		const scenario = shopWithStock(engine);
		const items = [MUGS, { sku: 'CUP-S', quantity: 1 }];
		const options = { summary: 'add' };
		const { run, done, needsAttention } = await feed(
			scenario,
			items,
			{ options },
			{ asTool: true },
		);
		expect(done).toMatchObject([{ ...MUGS, result: 'set' }, { reasonCode: 'unknownSku' }, {}]);
		expect(needsAttention).toEqual([]);
		expect(pairsOf(run, 0)).toEqual([{ item: 0 }, { item: 1 }, undefined]);
	});
});
