import './support/fastSleep';
import type { IDataObject } from 'n8n-workflow';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import type { Fed } from './support/feeds';
import { CAMDEN, feed, LEEDS, levelsIn, shopWithStock, stockWritesTo } from './support/feeds';
import type { Scenario } from './support/scenario';
import { matching, textOf } from './support/text';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

const MUGS = { sku: 'MUG-BLUE', quantity: 12 };

/** Feeds a new shop with options. */
async function feedWith(
	options: IDataObject,
	items: readonly IDataObject[],
): Promise<Fed & { readonly scenario: Scenario }> {
	const scenario = shopWithStock(engine);
	return { scenario, ...(await feed(scenario, items, { options: options as never })) };
}

/** What an output says of each item: `12 set`, `duplicate`. */
const told = (items: readonly IDataObject[]): readonly string[] =>
	items.map(({ result, newQuantity, reasonCode }) =>
		result === 'rejected'
			? textOf(reasonCode)
			: [textOf(newQuantity), textOf(result)].join(' ').trim(),
	);

describe('Quantity', () => {
	test.each([[12], ['12'], [' 12 '], [12.0], ['12.0']])('%p is twelve', async (quantity) => {
		const { done } = await feedWith({}, [{ ...MUGS, quantity }]);
		expect(told(done)).toEqual(['12 set']);
	});

	test('what is not a whole number needs attention, with its value', async () => {
		const given = ['1,5', NaN, 1e99, '1.000', 1.5, '', null, { units: 12 }, [12]];
		const items = given.map((quantity) => ({ ...MUGS, quantity })) as IDataObject[];
		const { needsAttention } = await feedWith({ duplicates: 'last' }, items);
		expect(needsAttention.map(({ reason }) => reason)).toEqual(
			[
				'"1,5"',
				'NaN',
				'1e\\+99',
				'"1\\.000"',
				'1\\.5',
				'empty',
				'empty',
				'an object',
				'a list',
			].map((shown, item) => matching(new RegExp(`^Quantity is ${shown} for item ${item}`))),
		);
	});
});

test.each([
	[{}, '0 set'],
	[{ negatives: 'reject' }, 'badInput'],
])('Negative Quantities %p', async (options, answer) => {
	const { done, needsAttention } = await feedWith(options, [{ ...MUGS, quantity: -3 }]);
	expect(told([...done, ...needsAttention])).toEqual([answer]);
});

describe('Safety Stock', () => {
	test.each([
		['3', '9 set'],
		['={{ $json.keep }}', '7 set'],
		['={{ Number($json.keep) + 1 }}', '6 set'],
		['={{ $json.nothing }}', '12 set'],
		['20', '0 set'],
		['={{ $json.words }}', 'badInput'],
	])('%p', async (safetyStock, answer) => {
		const items = [{ ...MUGS, keep: '5', words: 'a few' }];
		const { done, needsAttention } = await feedWith({ safetyStock }, items);
		expect(told([...done, ...needsAttention])).toEqual([answer]);
	});

	test('of each item its own', async () => {
		const items = [
			{ ...MUGS, keep: 1 },
			{ sku: 'TEA-250', quantity: 40, keep: 2 },
			{ sku: 'BOWL-L', quantity: 9 },
		];
		const { done } = await feedWith({ safetyStock: '={{ $json.keep }}' }, items);
		expect(told(done)).toEqual(['11 set', '38 set', '9 set']);
	});
});

test.each([
	[{}, ['duplicate', 'duplicate']],
	[{ duplicates: 'add' }, ['17 set', '17 set']],
	[{ duplicates: 'last' }, ['5 set', '5 set']],
])('Duplicates of One SKU %p', async (options, answers) => {
	const items = [MUGS, { ...MUGS, quantity: 5 }];
	const { done, needsAttention } = await feedWith(options, items);
	expect(told([...done, ...needsAttention])).toEqual(answers);
});

test.each([
	[{}, 'unknownSku'],
	[{ ignoreLetterCase: true }, '12 set'],
])('Ignore Letter Case %p', async (options, answer) => {
	const { done, needsAttention } = await feedWith(options, [{ ...MUGS, sku: 'mug-blue' }]);
	expect(told([...done, ...needsAttention])).toEqual([answer]);
});

test.each([
	[{}, ['5 set', 'unchanged']],
	[{ notStocked: 'always' }, ['5 set', '0 set']],
	[{ notStocked: 'report' }, ['notStocked', 'notStocked']],
])('If Not Stocked at the Location %p', async (options, answers) => {
	const results: string[] = [];
	for (const quantity of [5, 0]) {
		const scenario = shopWithStock(engine);
		scenario.shop.addVariant({ sku: 'CUP-S', levels: { [CAMDEN]: 3 } });
		const items = [{ sku: 'CUP-S', quantity }];
		const { done, needsAttention } = await feed(scenario, items, { options });
		results.push(...told([...done, ...needsAttention]));
		const isSet = done.some(({ result }) => result === 'set');
		expect(scenario.shop.levelOf('CUP-S', LEEDS) !== undefined).toBe(isSet);
		expect(done.map(({ activated }) => activated)).toEqual(done.map(() => isSet));
	}
	expect(results).toEqual(answers);
});

test('Reason and Feed ID stand in the inventory history', async () => {
	const options = { reason: 'cycle_count_available', feedId: 'export 88' };
	const { scenario } = await feedWith(options, [MUGS]);
	expect(scenario.shop.changesOf('MUG-BLUE', LEEDS)).toMatchObject([
		{ reason: 'cycle_count_available', referenceDocumentUri: matching(/export%2088$/) },
	]);
});

test('the Feed ID may be an expression, as it is by default', async () => {
	const ids: unknown[] = [];
	for (const feedId of ['={{ $execution.id }}', '={{ $json.exportId }}', '={{ $json.none }}', '']) {
		const scenario = shopWithStock(engine);
		const parameters = { options: { feedId, summary: 'only' } };
		const items = [{ ...MUGS, exportId: 88 }];
		const { done } = await feed(scenario, items, parameters, { executionId: '4711' });
		ids.push(done[0]?.['feedId']);
	}
	expect(ids).toEqual(['4711', '88', '4711', '4711']);
});

test.each([
	[{}, []],
	[{ write: 'all' }, ['SetQuantities']],
])('Write %p: what Shopify has already', async (options, writes) => {
	const { scenario } = await feedWith(options, [{ ...MUGS, quantity: 10 }]);
	expect(stockWritesTo(scenario.shop)).toEqual(writes);
});

describe('the brake', () => {
	/** Sets 60 of the shop's 63 SKUs to 0. */
	const emptying = (scenario: Scenario): IDataObject[] =>
		Array.from({ length: 60 }, (_, index) => {
			const sku = `CUP-${index}`;
			scenario.shop.addVariant({ sku, levels: { [LEEDS]: 5 } });
			return { sku, quantity: 0 };
		});

	const STOPPED =
		/^The feed was stopped and nothing was written: at Leeds Warehouse 60 of the 63 SKUs/;

	test('stops the feed before anything is written, in a manual run as well', async () => {
		for (const mode of ['trigger', 'manual'] as const) {
			const scenario = shopWithStock(engine);
			const { run } = await feed(scenario, emptying(scenario), {}, { mode });
			expect(run.error?.message).toMatch(STOPPED);
			expect(run.error?.description).toMatch(/^Check whether the feed is complete\./);
			expect(stockWritesTo(scenario.shop)).toEqual([]);
			expect(levelsIn(scenario.shop)).toContain('CUP-0 Leeds Warehouse 5');
		}
	});

	test('warns in a manual run that chose it, and only there', async () => {
		const options = { brakeInManualRuns: 'warn' };
		for (const mode of ['trigger', 'manual'] as const) {
			const scenario = shopWithStock(engine);
			const items = emptying(scenario);
			const { run, done } = await feed(scenario, items, { options }, { mode });
			if (mode === 'trigger') expect(run.error?.message).toMatch(STOPPED);
			else {
				expect(done).toHaveLength(60);
				expect(run.hints('Node')).toEqual([
					matching(/^The brake would have stopped this feed: at Leeds Warehouse 60 of the 63/),
					matching(/^60 items: 60 set/),
				]);
			}
		}
	});

	test('has limits that can be changed', async () => {
		const limits = { skusToZeroPercent: 100, unitsLostPercent: 100 };
		const scenario = shopWithStock(engine);
		const options = { brakeLimits: { limits } };
		const { run, done } = await feed(scenario, emptying(scenario), { options });
		expect(run.error).toBeUndefined();
		expect(done).toHaveLength(60);
	});

	test.each([
		['continueRegularOutput', 1],
		['continueErrorOutput', 2],
	] as const)('with On Error %s every item carries what it says', async (onError, output) => {
		const scenario = shopWithStock(engine);
		const items = emptying(scenario);
		const { run } = await feed(scenario, items, { options: { summary: 'add' } }, { onError });
		const outputs = run.output('Node');
		expect(outputs.map(({ length }) => length)).toEqual(output === 1 ? [0, 60] : [0, 0, 60]);
		expect(outputs[output]?.[59]).toEqual({ ...items[59], error: matching(STOPPED) });
		expect(stockWritesTo(scenario.shop)).toEqual([]);
	});
});
