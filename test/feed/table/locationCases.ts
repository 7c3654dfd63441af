import type { FeedCase } from './feedCase';

/** Where stock is. */
export const locationCases: readonly FeedCase[] = [
	{
		name: 'a location of its own in each row, by name',
		goods: ['MUG-BLUE: Leeds 4, York 2, Galway 1', 'TEA-TIN: Leeds 9'],
		feed: ['MUG-BLUE @Leeds 7', 'MUG-BLUE @york 3', 'TEA-TIN @LEEDS 8'],
		settings: { location: null },
		answers: ['set 4 → 7', 'set 2 → 3', 'set 9 → 8'],
		levels: ['MUG-BLUE Leeds 7', 'MUG-BLUE York 3', 'MUG-BLUE Galway 1', 'TEA-TIN Leeds 8'],
		changes: 3,
	},
	{
		name: 'by what the warehouse calls it',
		goods: ['MUG-BLUE: Leeds 4, York 2'],
		feed: ['MUG-BLUE @WH-01 7', 'MUG-BLUE @wh-02 3'],
		settings: {
			location: null,
			locationNames: [
				{ name: 'WH-01', location: 'Leeds' },
				{ name: 'WH-02', location: 'York' },
			],
		},
		answers: ['set 4 → 7', 'set 2 → 3'],
		levels: ['MUG-BLUE Leeds 7', 'MUG-BLUE York 3'],
		changes: 2,
	},
	{
		name: 'an unknown location keeps nobody back',
		goods: ['MUG-BLUE: Leeds 4, York 2'],
		feed: ['MUG-BLUE @Leds 7', 'MUG-BLUE @York 3'],
		settings: { location: null },
		answers: ['rejected unknownLocation: the nearest is "Leeds"', 'set 2 → 3'],
		levels: ['MUG-BLUE Leeds 4', 'MUG-BLUE York 3'],
		changes: 1,
	},
	{
		name: 'no location at all',
		goods: ['MUG-BLUE: Leeds 4'],
		feed: ['MUG-BLUE 7'],
		settings: { location: null },
		answers: ['rejected unknownLocation: names no location'],
		levels: ['MUG-BLUE Leeds 4'],
		changes: 0,
	},
	{
		name: 'the one location is not known: nothing is done',
		goods: ['MUG-BLUE: Leeds 4'],
		feed: ['MUG-BLUE 7'],
		settings: { location: 'Lisbon' },
		answers: [],
		fails: 'no active location "Lisbon"',
		levels: ['MUG-BLUE Leeds 4'],
		changes: 0,
	},
	{
		name: 'a SKU twice, at two locations',
		goods: ['MUG-BLUE: Leeds 4, York 2'],
		feed: ['MUG-BLUE @Leeds 7', 'MUG-BLUE @York 7'],
		settings: { location: null },
		answers: ['set 4 → 7', 'set 2 → 7'],
		levels: ['MUG-BLUE Leeds 7', 'MUG-BLUE York 7'],
		changes: 2,
	},
];
