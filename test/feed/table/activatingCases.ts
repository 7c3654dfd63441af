import type { FeedCase } from './feedCase';
import { doing } from './feedCase';
import type { VirtualFeed } from '../virtualFeed';

const never = (
	version: '2026-07' | '2026-10',
	neverStocked: 'error' | 'inactiveLevel',
): FeedCase => ({
	name: `goods that were never there are stocked (${version}, ${neverStocked})`,
	goods: ['MUG-BLUE: York 4'],
	feed: ['MUG-BLUE 7'],
	apiVersion: version,
	unknowns: { neverStocked },
	answers: ['set - → 7 activated'],
	levels: ['MUG-BLUE Leeds 7', 'MUG-BLUE York 4'],
	changes: 1,
});

const changedAndUnstocked = (feed: VirtualFeed): void => {
	doing('adjust 1 MUG-BLUE Leeds')(feed);
	feed.shop.unstock('MUG-BLUE', 'Leeds');
};

/** Goods that are not stocked at the location. */
export const activatingCases: readonly FeedCase[] = [
	never('2026-07', 'error'),
	never('2026-10', 'error'),
	never('2026-10', 'inactiveLevel'),
	{
		name: 'for 0 units they need not be',
		goods: ['MUG-BLUE: York 4'],
		feed: ['MUG-BLUE 0'],
		answers: ['unchanged -: not stocked at Leeds'],
		levels: ['MUG-BLUE York 4'],
		changes: 0,
		again: ['unchanged -'],
	},
	{
		name: 'unless they are always to be',
		goods: ['MUG-BLUE: York 4'],
		feed: ['MUG-BLUE 0'],
		settings: { notStocked: 'always' },
		answers: ['set - → 0 activated'],
		levels: ['MUG-BLUE Leeds 0', 'MUG-BLUE York 4'],
		changes: 0,
	},
	{
		name: 'or never',
		goods: ['MUG-BLUE: York 4', 'TEA-TIN: Leeds 9'],
		feed: ['MUG-BLUE 7', 'TEA-TIN 8'],
		settings: { notStocked: 'report' },
		answers: ['rejected notStocked: not stocked at Leeds', 'set 9 → 8'],
		levels: ['MUG-BLUE York 4', 'TEA-TIN Leeds 8'],
		changes: 1,
	},
	{
		name: 'what was stocked once has an old figure',
		goods: ['MUG-BLUE: Leeds 5 off'],
		feed: ['MUG-BLUE 7'],
		answers: ['set 5 → 7 activated'],
		levels: ['MUG-BLUE Leeds 7'],
		changes: 1,
	},
	{
		name: 'which may be the right one',
		goods: ['MUG-BLUE: Leeds 7 off'],
		feed: ['MUG-BLUE 7'],
		answers: ['set 7 activated'],
		levels: ['MUG-BLUE Leeds 7'],
		changes: 0,
		again: ['unchanged 7'],
	},
	{
		name: 'the answer to the activation is lost',
		goods: ['MUG-BLUE: York 4'],
		feed: ['MUG-BLUE 7'],
		faults: [{ operation: 'ActivateLevel', fault: { kind: 'dropAnswer' } }],
		answers: ['set - → 7 activated'],
		levels: ['MUG-BLUE Leeds 7', 'MUG-BLUE York 4'],
		changes: 1,
	},
	{
		name: 'taken off the location between reading and writing: Shopify takes the figure, the next feed stocks it',
		goods: ['MUG-BLUE: Leeds 4, York 4'],
		feed: ['MUG-BLUE 7'],
		meanwhile: {
			operation: 'SetQuantities',
			does: ({ shop }) => shop.unstock('MUG-BLUE', 'Leeds'),
		},
		answers: ['set 4 → 7'],
		levels: ['MUG-BLUE Leeds 7 off', 'MUG-BLUE York 4'],
		changes: 1,
		again: ['set 7 activated'],
		levelsAgain: ['MUG-BLUE Leeds 7', 'MUG-BLUE York 4'],
	},
	{
		name: 'changed and taken off the location meanwhile',
		goods: ['MUG-BLUE: Leeds 4, York 4'],
		feed: ['MUG-BLUE 7'],
		meanwhile: { operation: 'SetQuantities', does: changedAndUnstocked },
		answers: ['set 4 → 7 activated'],
		levels: ['MUG-BLUE Leeds 7', 'MUG-BLUE York 4'],
		changes: 1,
	},
	{
		name: 'the same where such goods are only reported',
		goods: ['MUG-BLUE: Leeds 4, York 4'],
		feed: ['MUG-BLUE 7'],
		settings: { notStocked: 'report' },
		meanwhile: { operation: 'SetQuantities', does: changedAndUnstocked },
		answers: ['rejected notStocked: taken off Leeds while the feed ran'],
		levels: ['MUG-BLUE Leeds 5 off', 'MUG-BLUE York 4'],
		changes: 0,
		again: ['rejected notStocked'],
	},
	{
		name: 'stocked by the feed, then changed and taken off again',
		goods: ['MUG-BLUE: York 4'],
		feed: ['MUG-BLUE 7'],
		meanwhile: { operation: 'SetQuantities', does: changedAndUnstocked },
		answers: ['set - → 7 activated'],
		levels: ['MUG-BLUE Leeds 7', 'MUG-BLUE York 4'],
		changes: 1,
	},
];
