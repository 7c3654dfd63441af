import './support/fastSleep';
import { ALL_SCOPES } from '../shop';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { HAPPENINGS } from './warehouseCases';
import type { Happening } from './warehouseCases';
import { play, problemsOf, TIMINGS } from './warehouseScene';
import type { Timing } from './warehouseScene';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

const ALL_TIMINGS = Object.keys(TIMINGS) as Timing[];

function named(...names: readonly string[]): readonly Happening[] {
	return names.flatMap((name) => HAPPENINGS.filter((one) => one.name === name));
}

describe('two things between two polls', () => {
	const firsts = named(
		'held in part',
		'moved whole',
		'moved in part',
		'cancelled and replaced',
		'edited: one more',
		'edited: one less',
		'part shipped by staff',
		'shipped whole, fulfillment cancelled',
	);
	const seconds = [
		...firsts,
		...named(
			'split',
			'held whole',
			'part shipped, fulfillment cancelled',
			'released',
			'merged',
			'order cancelled',
		),
	];

	// Each pair at one of the four times, in turn: all pairs at all times take ten minutes.
	test.each(firsts.map((first, index) => [first.name, first, index] as const))(
		'%s, and another: nothing doubled and nothing missing',
		async (_name, first, index) => {
			const wrong: string[] = [];
			for (const [at, second] of seconds.entries()) {
				const timing = ALL_TIMINGS[(index + at) % ALL_TIMINGS.length] ?? 'confirmed';
				const pair = [first, second];
				const ending = await play(engine, timing, pair);
				const problems = problemsOf(ending, timing, pair);
				if (problems.length === 0) continue;
				wrong.push(`${TIMINGS[timing]}: then ${second.name}: ${problems.join(', ')}`);
			}

			expect(wrong).toEqual([]);
		},
	);
});

test.each<[Timing, string, string]>([
	['notConfirmed', 'edited: one more', 'part shipped by staff'],
	['notConfirmed', 'moved in part', 'held in part'],
	['notConfirmed', 'moved in part and back', 'held whole'],
	['notConfirmed', 'part shipped by staff', 'edited: one more'],
	['underWay', 'split', 'edited: one more'],
	['underWay', 'cancelled and replaced', 'edited: another line'],
	['underWay', 'shipped whole, fulfillment cancelled', 'edited: one more'],
	['confirmed', 'held in part and released', 'edited: one more'],
])('a pair that once went wrong (%s): %s, %s', async (timing, ...names) => {
	const pair = named(...names);
	const ending = await play(engine, timing, pair);

	expect(ending.impossible).toEqual([]);
	expect(problemsOf(ending, timing, pair)).toEqual([]);
});

/** The fulfillment order of the key is closed: the confirmation is refused, and the offer never ends. */
const NEVER_SETTLED = ['a confirmation failed', 'offered for ever'];
const NOT_FOUND = {
	'cancelled and replaced': NEVER_SETTLED,
	'order cancelled': NEVER_SETTLED,
	'shipped whole by staff': NEVER_SETTLED,
	'shipped whole, fulfillment cancelled': NEVER_SETTLED,
};
/** Nothing remembers that A was cut down to one part: B comes for the units that A has again. */
const SETTLED_IN_VAIN = ['more than ordered', 'a confirmation failed', 'offered for ever'];

describe('without write_orders', () => {
	const shop = { accessScopes: ALL_SCOPES.filter((scope) => scope !== 'write_orders') };
	/**
	 * What is weaker then, by name. The confirmation finds no record: it knows the fulfillment order that
	 * the key names and nothing else, and progress on it is all that the next poll learns.
	 */
	const WEAKER: Readonly<Record<Timing, Readonly<Record<string, readonly string[]>>>> = {
		neverArrived: {
			...NOT_FOUND,
			// The extra units are confirmed first, and their progress speaks for A, which never arrived.
			'edited: one more': ['units are missing'],
			'edited: another line': ['units are missing'],
			// So does progress that staff report by hand.
			'set in progress by staff': ['units are missing'],
		},
		notConfirmed: { ...NOT_FOUND, 'held in part': SETTLED_IN_VAIN },
		underWay: { ...NOT_FOUND, 'held in part': SETTLED_IN_VAIN },
		// The hold takes the progress away before a poll has seen it, or takes it to B.
		confirmed: { ...NOT_FOUND, 'held in part': ['units are missing'] },
	};

	test.each(ALL_TIMINGS.map((timing) => [TIMINGS[timing], timing] as const))(
		'%s: what holds, and what is weaker by name',
		async (_when, timing) => {
			const weaker: Record<string, readonly string[]> = {};
			for (const happening of HAPPENINGS) {
				const ending = await play(engine, timing, [happening], { shop });
				if (ending.impossible.length > 0) continue;
				const problems = problemsOf(ending, timing, [happening]);
				if (problems.length > 0) weaker[happening.name] = problems;
			}

			expect(weaker).toEqual(WEAKER[timing]);
		},
	);
});
