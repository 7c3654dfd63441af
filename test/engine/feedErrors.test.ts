import './support/fastSleep';
import type { IDataObject, INode } from 'n8n-workflow';
import { ALL_SCOPES } from '../shop';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { feed, LEEDS, levelsIn, shopWithStock, stockWritesTo } from './support/feeds';
import type { Scenario } from './support/scenario';
import { matching } from './support/text';
import { pairsOf } from './support/uploads';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

const MUGS = { sku: 'MUG-BLUE', quantity: 12 };
const TEA = { sku: 'TEA-250', quantity: 41 };
const BAD = { sku: 'BOWL-L', quantity: '1,5' };
const UNKNOWN = { sku: 'CUP-S', quantity: 1 };

type OnError = NonNullable<INode['onError']>;
const WAYS: readonly OnError[] = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'];

/** Every attempt to set stock fails at Shopify. */
function failWrites({ shop }: Scenario): void {
	shop.faults.everyNth(1, { kind: 'fail', status: 503 }, { operation: 'SetQuantities' });
}

describe.each(WAYS)('with On Error %s', (onError) => {
	test('what the items have wrong needs attention, whatever n8n does about errors', async () => {
		const scenario = shopWithStock(engine);
		const items = [BAD, MUGS, UNKNOWN];
		const { run, done, needsAttention, failed } = await feed(scenario, items, {}, { onError });
		expect(run.error).toBeUndefined();
		expect(done).toMatchObject([{ ...MUGS, result: 'set' }]);
		expect(needsAttention).toMatchObject([
			{
				...BAD,
				result: 'rejected',
				reasonCode: 'badInput',
				reason: matching(/^Quantity is "1,5"/),
			},
			{ ...UNKNOWN, result: 'rejected', reasonCode: 'unknownSku', inventoryItemId: null },
		]);
		expect(failed).toEqual([]);
		expect(pairsOf(run, 1)).toEqual([{ item: 0 }, { item: 2 }]);
	});
});

describe('levels that Shopify fails for', () => {
	const ERROR = 'Shopify could not process the request (HTTP 503)';

	test('stop the run with the first SKU', async () => {
		const scenario = shopWithStock(engine);
		failWrites(scenario);
		const { run } = await feed(scenario, [BAD, MUGS, TEA]);
		expect(run.error).toMatchObject({
			name: 'NodeApiError',
			message: `2 of 3 items failed, the first is item 1 (SKU MUG-BLUE): ${ERROR}`,
			description: matching(/The other items are done; when this node runs again, only what still/),
			context: { itemIndex: 1 },
		});
	});

	test('alone, its error needs no count', async () => {
		const scenario = shopWithStock(engine);
		failWrites(scenario);
		const { run } = await feed(scenario, [MUGS]);
		expect(run.error).toMatchObject({ message: `SKU MUG-BLUE: ${ERROR}` });
	});

	test('with On Error: Continue need attention, with their fields and the error', async () => {
		const scenario = shopWithStock(engine);
		failWrites(scenario);
		const items = [MUGS, { sku: 'BOWL-L', quantity: 7 }, TEA];
		const options = { summary: 'add' };
		const { run, done, needsAttention } = await feed(
			scenario,
			items,
			{ options },
			{ onError: 'continueRegularOutput' },
		);
		expect(done).toMatchObject([
			{ ...items[1], result: 'unchanged' },
			{ summary: true, failed: 2, unchanged: 1 },
		]);
		expect(needsAttention).toEqual([
			{ ...MUGS, error: `SKU MUG-BLUE: ${ERROR}` },
			{ ...TEA, error: `SKU TEA-250: ${ERROR}` },
		]);
		expect(pairsOf(run, 1)).toEqual([{ item: 0 }, { item: 2 }]);
	});

	test('with an error output go there, and the rejected ones do not', async () => {
		const scenario = shopWithStock(engine);
		failWrites(scenario);
		const { run, needsAttention, failed } = await feed(
			scenario,
			[MUGS, BAD],
			{},
			{ onError: 'continueErrorOutput' },
		);
		expect(needsAttention).toMatchObject([{ ...BAD, result: 'rejected' }]);
		expect(failed).toEqual([{ ...MUGS, error: `SKU MUG-BLUE: ${ERROR}` }]);
		expect(pairsOf(run, 2)).toEqual([{ item: 0 }]);
	});

	test('are set by the next run', async () => {
		const scenario = shopWithStock(engine);
		failWrites(scenario);
		await feed(scenario, [MUGS, TEA]);
		scenario.shop.faults.clear();
		const { done } = await feed(scenario, [MUGS, TEA]);
		expect(done.map(({ result }) => result)).toEqual(['set', 'set']);
	});
});

describe('nothing can be done at all', () => {
	const without = (...scopes: string[]) => {
		return ({ shop }: Scenario) => {
			const others = ALL_SCOPES.filter((scope) => !scopes.includes(scope));
			Object.assign(shop.settings, { accessScopes: others });
		};
	};
	const SPOILED: readonly [string, (scenario: Scenario) => void, RegExp][] = [
		['the token is revoked', ({ shop }) => shop.revokeTokens(), /does not accept the access token/],
		[
			'Shopify is down',
			({ shop }) => shop.faults.everyNth(1, { kind: 'fail', status: 503 }),
			/^Shopify could not process the request \(HTTP 503\)/,
		],
		[
			'the app may not write stock',
			without('write_inventory'),
			/lacks the access scope write_inventory, which "inventorySetQuantities" needs/,
		],
		[
			'the app may not read stock',
			without('read_inventory', 'write_inventory'),
			/lacks the access scope read_inventory/,
		],
		[
			'the app may not read goods',
			without('read_products'),
			/lacks the access scope read_products/,
		],
		[
			'the app may not read locations',
			without('read_locations'),
			/lacks the access scope read_locations/,
		],
	];

	test.each(SPOILED)('%s: the run fails, or every item does', async (_what, spoil, message) => {
		const items = [MUGS, TEA];
		const errorsOf = (all: readonly IDataObject[]): unknown => all.map(({ error }) => error);
		const expected = items.map(() => matching(message));
		for (const onError of WAYS) {
			const scenario = shopWithStock(engine);
			const before = levelsIn(scenario.shop);
			spoil(scenario);
			const { run, done, needsAttention, failed } = await feed(scenario, items, {}, { onError });
			expect(done).toEqual([]);
			expect(levelsIn(scenario.shop)).toEqual(before);
			if (onError === 'stopWorkflow') expect(run.error?.message).toMatch(message);
			if (onError === 'continueRegularOutput') expect(errorsOf(needsAttention)).toEqual(expected);
			if (onError === 'continueErrorOutput') expect(errorsOf(failed)).toEqual(expected);
		}
	});

	test('a dry run needs no write access', async () => {
		const scenario = shopWithStock(engine);
		without('write_inventory')(scenario);
		const { done } = await feed(scenario, [MUGS], { dryRun: true });
		expect(done).toMatchObject([{ result: 'wouldSet' }]);
	});

	test('orders are asked for only where their units are subtracted', async () => {
		const fails = async (notYetInTarget: string): Promise<string | undefined> => {
			const scenario = shopWithStock(engine);
			without('read_orders', 'write_orders')(scenario);
			const parameters = { figure: 'freeToSell', notYetInTarget };
			return (await feed(scenario, [MUGS], parameters)).run.error?.message;
		};
		expect(await fails('ignore')).toBeUndefined();
		expect(await fails('subtract')).toMatch(/lacks the access scope read_orders/);
	});

	test.each([
		[
			'an expression gives no figure',
			{ figure: '={{ $json.figure }}' },
			/^It is not chosen what Your Figure Is$/,
		],
		[
			'an expression gives no location',
			{ location: { __rl: true, mode: 'id', value: '={{ $json.location }}' } },
			/^No Location is chosen$/,
		],
		[
			'an expression gives a wrong choice',
			{ missing: '={{ "all" }}' },
			/^SKUs Missing From .* "all"/,
		],
	])('%s: the run stops before anything is sent', async (_what, parameters, message) => {
		const scenario = shopWithStock(engine);
		const { run } = await feed(scenario, [MUGS], parameters);
		expect(run.error?.message).toMatch(message);
		expect(scenario.shop.log).toEqual([]);
	});

	test.each([
		['Your Figure Is', { figure: '' }],
		['Location Name or ID', { location: { __rl: true, mode: 'list', value: '' } }],
	])('n8n itself runs nothing while %s is not chosen', async (name, parameters) => {
		const scenario = shopWithStock(engine);
		const run = feed(scenario, [MUGS], parameters);
		await expect(run).rejects.toThrow(`Parameter "${name}" is required`);
	});

	test('an unknown location for all items', async () => {
		const scenario = shopWithStock(engine);
		const location = { __rl: true, mode: 'id', value: 'Leeds Warehous' };
		const { run } = await feed(scenario, [MUGS], { location });
		expect(run.error?.message).toMatch(/"Leeds Warehous"; the nearest is "Leeds Warehouse"/);
		expect(stockWritesTo(scenario.shop)).toEqual([]);
	});
});

test('an expression that fails is an error of its item, and the others are set', async () => {
	const scenario = shopWithStock(engine);
	const parameters = { quantity: '={{ $("Nowhere").item.json.quantity }}' };
	const { run } = await feed(scenario, [MUGS, TEA], parameters);
	expect(run.error?.message).toMatch(/^2 of 2 items failed, the first is item 0: Referenced node/);
	expect(run.error?.description).toMatch(/^Correct the expression\. Field: quantity\. The other/);
	const before = levelsIn(scenario.shop);
	const full = await feed(
		scenario,
		[MUGS, TEA],
		{ ...parameters, missing: 'zero' },
		{ onError: 'continueRegularOutput' },
	);
	expect(full.needsAttention).toHaveLength(2);
	expect(levelsIn(scenario.shop)).toEqual(before);
});

test('an expression that fails counts as a failure, and not as what needs attention', async () => {
	const scenario = shopWithStock(engine);
	const quantity = '={{ $itemIndex === 1 ? $("Nowhere").item.json.quantity : $json.quantity }}';
	const onError = 'continueErrorOutput';
	const { run, needsAttention, failed } = await feed(
		scenario,
		[MUGS, TEA],
		{ quantity },
		{ onError },
	);
	expect(needsAttention).toEqual([]);
	expect(failed).toHaveLength(1);
	expect(run.hints('Node')).toEqual([
		matching(/^2 items: 1 set, 0 unchanged, 0 need attention, 1 failed\. /),
	]);
});

test('a cancelled run writes nothing more', async () => {
	const scenario = shopWithStock(engine);
	const onStart = (cancel: () => void): void => {
		scenario.shop.faults.beforeEachRequest = ({ operationName }) => {
			if (operationName === 'FindStockVariants') cancel();
			return undefined;
		};
	};
	const { run } = await feed(scenario, [MUGS, TEA], {}, { onStart });
	expect(run.output('Node').flat()).toEqual([]);
	expect(stockWritesTo(scenario.shop)).toEqual([]);
});

test('10,000 items with one bad item: 9,999 are set', async () => {
	const scenario = shopWithStock(engine);
	const skus = scenario.shop.stockCatalogue({ variants: 10_000, locations: [LEEDS] });
	const items = skus.map((sku, index) => {
		const onHand = scenario.shop.levelOf(sku, LEEDS)?.onHand ?? 0;
		return { sku, quantity: index === 4321 ? 'many' : String(onHand + 1) };
	});
	const { run, done, needsAttention } = await feed(scenario, items);
	expect(done).toHaveLength(9999);
	expect(new Set(done.map(({ result }) => result))).toEqual(new Set(['set']));
	expect(needsAttention).toMatchObject([
		{ ...items[4321], reason: matching(/^Quantity is "many" for item 4321, which is not a whole/) },
	]);
	expect(pairsOf(run, 0)).toEqual(items.flatMap((_, item) => (item === 4321 ? [] : [{ item }])));
}, 120_000);
