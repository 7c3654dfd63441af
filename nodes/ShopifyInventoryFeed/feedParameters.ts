import type { BrakeLimits } from '../domain/brake';
import { BRAKE_LIMITS } from '../domain/brake';
import { isBlank, parseYesNo, parseYesNoOr, shownValue } from '../domain/inputValues';
import { parseMoment } from '../domain/moment';
import { InputProblem } from '../domain/problem';
import type { StockInputRules } from '../domain/stockInput';
import type { StockIdentifier } from '../domain/stockItem';
import type { LocationName } from '../domain/stockLocations';
import type { FeedSettings } from '../feed/feedSettings';
import type { ReadParameter } from '../n8n/parameters';
import { locatorValue, toNumber, toObject, toText } from '../n8n/parameters';
import { REASONS } from './feedOptions';

/** What a run is to do, apart from its items. */
export interface FeedParameters {
	readonly settings: FeedSettings;
	readonly reading: StockInputRules;
	/** Whether one item about the whole feed comes with the others, or in place of them. */
	readonly summary: 'none' | 'add' | 'only';
}

/** The execution that a feed runs in. */
export interface FeedExecution {
	/** True for a run by hand in the editor. */
	readonly isManual: boolean;
	readonly id: string;
}

/** What holds for all items of a run, read from the first. Throws `InputProblem` that names the parameter. */
export function readFeedParameters(read: ReadParameter, execution: FeedExecution): FeedParameters {
	const options = toObject(read('options'));
	const quantityName = readFigure(read('figure'));
	const identifyBy = choiceOf('Identify Goods By', read('identifyBy'), IDENTIFIERS, 'sku');
	const locationFrom = choiceOf('Location', read('locationFrom'), ['one', 'field'], 'one');
	const hasLocations = locationFrom === 'field';
	return {
		settings: {
			quantityName,
			notYetInTarget:
				quantityName === 'on_hand' ? 'ignore' : readNotYetInTarget(read('notYetInTarget')),
			identifyBy,
			location: hasLocations ? null : readLocation(read('location')),
			locationNames: readLocationNames(options['locationNames']),
			missing: choiceOf('SKUs Missing From the Feed', read('missing'), ['leave', 'zero'], 'leave'),
			figuresAsOf: parseMoment('Figures As Of', options['figuresAsOf']),
			dryRun: parseYesNo(read('dryRun'), { name: 'Dry Run', item: 0 }),
			brake: {
				effect: execution.isManual ? readBrakeEffect(options['brakeInManualRuns']) : 'stop',
				limits: readBrakeLimits(options['brakeLimits']),
			},
			duplicates: choiceOf(
				'Duplicates of One SKU',
				options['duplicates'],
				['reject', 'add', 'last'],
				'reject',
			),
			feedId: readFeedId(options['feedId'], execution.id),
			notStocked: choiceOf(
				'If Not Stocked at the Location',
				options['notStocked'],
				['positive', 'always', 'report'],
				'positive',
			),
			ignoreLetterCase: parseYesNoOr(false, options['ignoreLetterCase'], {
				name: 'Ignore Letter Case',
				item: 0,
			}),
			reason: choiceOf('Reason', options['reason'], REASON_NAMES, 'correction'),
			write: choiceOf('Write', options['write'], ['changed', 'all'], 'changed'),
		},
		reading: {
			identifyBy,
			hasLocations,
			negatives: choiceOf('Negative Quantities', options['negatives'], ['zero', 'reject'], 'zero'),
		},
		summary: choiceOf('Summary', options['summary'], ['none', 'add', 'only'], 'none'),
	};
}

const IDENTIFIERS: readonly StockIdentifier[] = ['sku', 'barcode', 'inventoryItemId'];
const REASON_NAMES = REASONS.map(({ value }) => value);

/** One of the values of a list, or the default if it was left empty. What an expression gives may be anything. */
function choiceOf<T extends string>(
	name: string,
	value: unknown,
	choices: readonly T[],
	otherwise: T,
): T {
	if (isBlank(value)) return otherwise;
	const text = toText(value);
	const choice = choices.find((one) => one === text);
	if (choice !== undefined) return choice;
	throw new InputProblem(`${name} is ${shownValue(value)}, which is none of its choices`, {
		advice: `Choose from the list, or let the expression give one of ${choices.filter(Boolean).join(', ')}`,
	});
}

function readFigure(value: unknown): FeedSettings['quantityName'] {
	const figure = choiceOf('Your Figure Is', value, ['', 'physical', 'freeToSell'], '');
	if (figure !== '') return figure === 'physical' ? 'on_hand' : 'available';
	throw new InputProblem('It is not chosen what Your Figure Is', {
		path: 'figure',
		advice:
			'Choose Physical Stock if the quantities count every unit in the building, ordered ones included, or Free To Sell if ordered units are taken off already',
	});
}

const readNotYetInTarget = (value: unknown): FeedSettings['notYetInTarget'] =>
	choiceOf('Orders Not Yet in the Target', value, ['auto', 'subtract', 'ignore'], 'auto');

const readBrakeEffect = (value: unknown): FeedSettings['brake']['effect'] =>
	choiceOf('Brake in Manual Runs', value, ['stop', 'warn'], 'stop');

function readLocation(value: unknown): string {
	const location = locatorValue(value);
	if (location !== '') return location;
	throw new InputProblem('No Location is chosen', {
		path: 'location',
		advice: 'Choose the location whose stock is to be set, or let each item name its own',
	});
}

function readLocationNames(value: unknown): readonly LocationName[] {
	const entries = toObject(value)['locations'];
	if (!Array.isArray(entries)) return [];
	const names = entries.map(toObject).map((entry) => ({
		name: toText(entry['name']),
		location: toText(entry['location']),
	}));
	const known = new Map<string, string>();
	for (const { name, location } of names) {
		const before = known.get(name.toLowerCase());
		if (name === '' || location === '' || (before !== undefined && before !== location)) {
			throw new InputProblem(
				before === undefined
					? `Location Names has an entry with ${shownValue(name)} for ${shownValue(location)}`
					: `Location Names has ${shownValue(name)} twice, for ${shownValue(before)} and for ${shownValue(location)}`,
				{
					path: 'locationNames',
					advice:
						'Give each name of the target once, with the name or ID of one location in Shopify',
				},
			);
		}
		known.set(name.toLowerCase(), location);
	}
	return names;
}

function readBrakeLimits(value: unknown): BrakeLimits {
	const limits = toObject(toObject(value)['limits']);
	const percent = (name: string, field: keyof BrakeLimits): number => {
		const number = toNumber(name, limits[field], BRAKE_LIMITS[field]);
		if (number <= 100) return number;
		throw new InputProblem(`${name} is ${number}, which is more than 100`, {
			path: 'brakeLimits',
			advice: `Enter a share from 0 to 100 in ${name}`,
		});
	};
	return {
		skusToZeroPercent: percent('SKUs to 0 (%)', 'skusToZeroPercent'),
		skusToZero: toNumber('SKUs to 0', limits['skusToZero'], BRAKE_LIMITS.skusToZero),
		unitsLostPercent: percent('Units Lost (%)', 'unitsLostPercent'),
		skusInFeedPercent: percent('SKUs in a Full Feed (%)', 'skusInFeedPercent'),
	};
}

/** Longer ones would not fit into what Shopify keeps of a change. */
const LONGEST_FEED_ID = 100;

function readFeedId(value: unknown, executionId: string): string {
	const isText = value === undefined || value === null || typeof value === 'string';
	const feedId = toText(value) || executionId;
	if (!isText && typeof value !== 'number') {
		throw new InputProblem(`Feed ID is ${shownValue(value)}, which is not a text`, {
			path: 'feedId',
			advice: 'Give a text that names this run alone, such as the number of an export',
		});
	}
	if (feedId !== '' && feedId.length <= LONGEST_FEED_ID) return feedId;
	throw new InputProblem(
		feedId === '' ? 'Feed ID is empty' : `Feed ID is longer than ${LONGEST_FEED_ID} characters`,
		{ path: 'feedId', advice: 'Give a short text that names this run alone' },
	);
}
