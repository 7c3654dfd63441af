import type { FeedCase } from './feedCase';
import { doing } from './feedCase';

const THREE = ['MUG-BLUE: Leeds 4', 'GIFT: Leeds 5', 'TEA-TIN: Leeds 6'];
const FED = ['MUG-BLUE 10', 'GIFT 11', 'TEA-TIN 12'];
const SET = ['set 4 → 10', 'set 5 → 11', 'set 6 → 12'];
const LEVELS = ['MUG-BLUE Leeds 10', 'GIFT Leeds 11', 'TEA-TIN Leeds 12'];

/** Answers that are lost, late, or a refusal. */
export const refusedCases: readonly FeedCase[] = [
	{
		name: 'the answer is lost after the work is done: asked for again under the same key',
		atStake: 'a figure written twice, over what was sold in between',
		goods: THREE,
		feed: FED,
		faults: [{ operation: 'SetQuantities', fault: { kind: 'dropAnswer' } }],
		answers: SET,
		levels: LEVELS,
		changes: 3,
	},
	{
		name: 'the answer is lost, then something is sold: the sale stands',
		goods: THREE,
		feed: FED,
		settings: { quantityName: 'available' },
		faults: [{ operation: 'SetQuantities', fault: { kind: 'dropAnswer' } }],
		meanwhile: {
			operation: 'SetQuantities',
			times: 2,
			// The first time is before the call that is lost, the second one after it.
			does: (feed) => {
				if (feed.shop.levelOf('MUG-BLUE', 'Leeds')?.available === 10) {
					doing('sell 1 MUG-BLUE Leeds')(feed);
				}
			},
		},
		answers: SET,
		levels: ['MUG-BLUE Leeds 10 (9)', 'GIFT Leeds 11', 'TEA-TIN Leeds 12'],
		changes: 3,
		again: ['set 9 → 10', 'unchanged 11', 'unchanged 12'],
		levelsAgain: ['MUG-BLUE Leeds 11 (10)', 'GIFT Leeds 11', 'TEA-TIN Leeds 12'],
		changesAgain: 1,
	},
	{
		name: 'Shopify is down for a while',
		goods: THREE,
		feed: FED,
		faults: [
			{ operation: 'SetQuantities', fault: { kind: 'fail', status: 503 } },
			{ operation: 'SetQuantities', fault: { kind: 'html' } },
		],
		answers: SET,
		levels: LEVELS,
		changes: 3,
	},
	{
		name: 'a row that Shopify refuses is taken out, the others are set',
		goods: THREE,
		feed: FED,
		unknowns: { untracked: 'refuses' },
		meanwhile: { operation: 'SetQuantities', does: ({ shop }) => shop.track('GIFT', false) },
		answers: ['set 4 → 10', 'rejected refused: Shopify refused GIFT', 'set 6 → 12'],
		levels: ['MUG-BLUE Leeds 10', 'GIFT Leeds 5', 'TEA-TIN Leeds 12'],
		changes: 2,
		again: ['unchanged 10', 'rejected notTracked', 'unchanged 12'],
	},
	{
		name: 'the same where Shopify has done the good rows all the same',
		goods: THREE,
		feed: FED,
		unknowns: { untracked: 'refuses', setQuantities: 'goodRows' },
		meanwhile: { operation: 'SetQuantities', does: ({ shop }) => shop.track('GIFT', false) },
		answers: ['set 4 → 10', 'rejected refused', 'set 6 → 12'],
		levels: ['MUG-BLUE Leeds 10', 'GIFT Leeds 5', 'TEA-TIN Leeds 12'],
		changes: 2,
		again: ['unchanged 10', 'rejected notTracked', 'unchanged 12'],
	},
	{
		name: 'a reason that Shopify does not know: every row says so',
		goods: THREE,
		feed: FED,
		settings: { reason: 'because' },
		answers: ['rejected refused', 'rejected refused', 'rejected refused'],
		levels: ['MUG-BLUE Leeds 4', 'GIFT Leeds 5', 'TEA-TIN Leeds 6'],
		changes: 0,
		again: ['rejected refused', 'rejected refused', 'rejected refused'],
	},
	{
		name: 'throttled again and again',
		goods: THREE,
		feed: FED,
		faults: [
			{ operation: 'SetQuantities', fault: { kind: 'throttle' } },
			{ operation: 'FindStockVariants', fault: { kind: 'throttle' } },
			{ operation: 'ReadStockLevels', fault: { kind: 'throttle' } },
		],
		answers: SET,
		levels: LEVELS,
		changes: 3,
	},
];
