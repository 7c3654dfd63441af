import type { IDataObject, INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { BRAKE_LIMITS } from '../../nodes/domain/brake';
import { InputProblem } from '../../nodes/domain/problem';
import { FEED_OPTIONS } from '../../nodes/ShopifyInventoryFeed/feedOptions';
import type { FeedParameters } from '../../nodes/ShopifyInventoryFeed/feedParameters';
import { readFeedParameters } from '../../nodes/ShopifyInventoryFeed/feedParameters';
import { FEED_NODE_PROPERTIES } from '../../nodes/ShopifyInventoryFeed/feedProperties';

/** What the editor cannot choose for its user. */
const CHOSEN = { figure: 'physical', location: { __rl: true, mode: 'list', value: '81120045678' } };

/** Reads parameters as n8n would store them, where they are not named with their defaults. */
function read(
	parameters: IDataObject = {},
	execution: { readonly isManual?: boolean; readonly id?: string } = {},
): FeedParameters {
	const named = { ...CHOSEN, ...parameters };
	const stored: IDataObject | null = NodeHelpers.getNodeParameters(
		FEED_NODE_PROPERTIES,
		named as never,
		...([true, false, { typeVersion: 1 }, null] as const),
	);
	return readFeedParameters((name) => stored?.[name] ?? null, {
		isManual: false,
		id: '4711',
		...execution,
	});
}

/** The same with options. */
const withOptions = (options: IDataObject, isManual = false): FeedParameters =>
	read({ options }, { isManual });

const valuesOf = (name: string, properties: readonly INodeProperties[]): readonly unknown[] =>
	(properties.find((one) => one.name === name)?.options ?? []).map((option) =>
		'value' in option ? option.value : undefined,
	);

test('the defaults', () => {
	expect(read()).toEqual({
		settings: {
			quantityName: 'on_hand',
			notYetInTarget: 'ignore',
			identifyBy: 'sku',
			location: '81120045678',
			locationNames: [],
			missing: 'leave',
			figuresAsOf: null,
			dryRun: false,
			brake: { effect: 'stop', limits: BRAKE_LIMITS },
			duplicates: 'reject',
			feedId: '4711',
			notStocked: 'positive',
			ignoreLetterCase: false,
			reason: 'correction',
			write: 'changed',
		},
		reading: { identifyBy: 'sku', hasLocations: false, negatives: 'zero' },
		summary: 'none',
	});
});

test('the defaults of the options are what holds without them', () => {
	const options = Object.fromEntries(
		FEED_OPTIONS.map(({ name, default: otherwise }) => [name, otherwise as string]),
	);
	expect(options['feedId']).toBe('={{ $execution.id }}');
	expect(withOptions({ ...options, feedId: '4711' })).toEqual(read());
	const limits = FEED_OPTIONS.find(({ name }) => name === 'brakeLimits')?.options?.[0];
	const values = (limits as INodePropertyCollection).values;
	expect(Object.fromEntries(values.map((one) => [one.name, one.default]))).toEqual(BRAKE_LIMITS);
});

test.each(FEED_OPTIONS.map((option) => [option.displayName, option.description ?? '']))(
	'%s names its default',
	(_name, description) => {
		expect(description).toMatch(/\bDefault\b/);
	},
);

test('each choice of the editor is taken', () => {
	const NAMES: Readonly<Record<string, (value: string) => unknown>> = {
		figure: (figure) => read({ figure }).settings.quantityName,
		notYetInTarget: (rule) =>
			read({ figure: 'freeToSell', notYetInTarget: rule }).settings.notYetInTarget,
		identifyBy: (identifyBy) => read({ identifyBy }).settings.identifyBy,
		missing: (missing) => read({ missing }).settings.missing,
		duplicates: (duplicates) => withOptions({ duplicates }).settings.duplicates,
		notStocked: (notStocked) => withOptions({ notStocked }).settings.notStocked,
		negatives: (negatives) => withOptions({ negatives }).reading.negatives,
		reason: (reason) => withOptions({ reason }).settings.reason,
		summary: (summary) => withOptions({ summary }).summary,
		write: (write) => withOptions({ write }).settings.write,
		brakeInManualRuns: (brakeInManualRuns) =>
			withOptions({ brakeInManualRuns }, true).settings.brake.effect,
	};
	const WORDS: Readonly<Record<string, string>> = { physical: 'on_hand', freeToSell: 'available' };
	for (const [name, taken] of Object.entries(NAMES)) {
		const values = valuesOf(name, [...FEED_NODE_PROPERTIES, ...FEED_OPTIONS]);
		expect(values.length).toBeGreaterThan(1);
		for (const value of values.filter((one) => one !== '').map(String)) {
			expect({ name, taken: taken(value) }).toEqual({ name, taken: WORDS[value] ?? value });
		}
	}
});

test('the location may come from the items', () => {
	const { settings, reading } = read({ locationFrom: 'field', location: '' });
	expect(settings.location).toBeNull();
	expect(reading.hasLocations).toBe(true);
});

test('of physical stock nothing is subtracted, whatever is stored', () => {
	expect(read({ notYetInTarget: 'subtract' }).settings.notYetInTarget).toBe('ignore');
});

test('the brake warns only in manual runs that chose it', () => {
	const options = { brakeInManualRuns: 'warn' };
	expect(withOptions(options, true).settings.brake.effect).toBe('warn');
	expect(withOptions(options, false).settings.brake.effect).toBe('stop');
	expect(withOptions({}, true).settings.brake.effect).toBe('stop');
});

test('limits of the brake that are not named keep their defaults', () => {
	const limits = { skusToZero: 500, unitsLostPercent: '80' };
	expect(withOptions({ brakeLimits: { limits } }).settings.brake.limits).toEqual({
		...BRAKE_LIMITS,
		skusToZero: 500,
		unitsLostPercent: 80,
	});
});

test('names of locations', () => {
	const locations = [
		{ name: ' WH1 ', location: 'Leeds Warehouse' },
		{ name: 'WH2', location: 81120045678 },
		{ name: 'wh1', location: 'Leeds Warehouse' },
	];
	expect(withOptions({ locationNames: { locations } }).settings.locationNames).toEqual([
		{ name: 'WH1', location: 'Leeds Warehouse' },
		{ name: 'WH2', location: '81120045678' },
		{ name: 'wh1', location: 'Leeds Warehouse' },
	]);
});

test.each([
	['', '4711'],
	[undefined, '4711'],
	['  ', '4711'],
	[' export 88 ', 'export 88'],
	[88, '88'],
])('the feed id %p is %p', (feedId, taken) => {
	expect(withOptions({ feedId } as IDataObject).settings.feedId).toBe(taken);
});

describe('what is not right is told', () => {
	const ALL: readonly (readonly [string, IDataObject, RegExp])[] = [
		['no figure', { figure: '' }, /^It is not chosen what Your Figure Is\. Choose Physical Stock/],
		[
			'a wrong figure',
			{ figure: 'onHand' },
			/^Your Figure Is is "onHand", .* one of physical, freeToSell$/,
		],
		['no figure at all', { figure: null }, /^It is not chosen what Your Figure Is\./],
		['no location', { location: { mode: 'list', value: '' } }, /^No Location is chosen\. Choose/],
		['nothing for a location', { location: null }, /^No Location is chosen\./],
		['a wrong rule', { missing: 'Zero' }, /^SKUs Missing From the Feed is "Zero", .* leave, zero$/],
		['an object for a rule', { missing: {} }, /^SKUs Missing From the Feed is an object/],
		['true for a rule', { missing: true }, /^SKUs Missing From the Feed is true/],
		['a dry run of nothing', { dryRun: '' }, /^Dry Run is empty for item 0\. Give true or false/],
		[
			'a dry run of a word',
			{ dryRun: 'off' },
			/^Dry Run is "off" for item 0, which is neither yes/,
		],
		['a wrong reason', { options: { reason: 'stolen' } }, /^Reason is "stolen", .* shrinkage$/],
		['an object as feed id', { options: { feedId: {} } }, /^Feed ID is an object, .* not a text\./],
		[
			'a long feed id',
			{ options: { feedId: 'x'.repeat(101) } },
			/^Feed ID is longer than 100 characters\./,
		],
		[
			'a share above 100',
			{ options: { brakeLimits: { limits: { skusInFeedPercent: 101 } } } },
			/^SKUs in a Full Feed \(%\) is 101, which is more than 100\./,
		],
		[
			'a share below 0',
			{ options: { brakeLimits: { limits: { unitsLostPercent: -1 } } } },
			/^Units Lost \(%\) is -1, which is not a number of 0 or more\./,
		],
		[
			'a name for two locations',
			{
				options: {
					locationNames: {
						locations: [
							{ name: 'WH1', location: 'Leeds Warehouse' },
							{ name: 'wh1', location: 'Camden Shop' },
						],
					},
				},
			},
			/^Location Names has "wh1" twice, for "Leeds Warehouse" and for "Camden Shop"\./,
		],
		[
			'a name for nothing',
			{ options: { locationNames: { locations: [{ name: 'WH1', location: '' }] } } },
			/^Location Names has an entry with "WH1" for ""\./,
		],
	];

	test.each(ALL)('%s', (_what, parameters, text) => {
		const told = ((): string => {
			try {
				readFeedParameters((name) => ({ ...CHOSEN, dryRun: false, ...parameters })[name] ?? null, {
					isManual: false,
					id: '4711',
				});
				return 'nothing';
			} catch (error) {
				expect(error).toBeInstanceOf(InputProblem);
				const { message, advice } = error as InputProblem;
				return `${message}. ${advice ?? ''}`;
			}
		})();
		expect(told).toMatch(text);
	});

	test('no execution that could name the feed', () => {
		expect(() => read({}, { id: '' })).toThrow(/^Feed ID is empty$/);
	});
});
