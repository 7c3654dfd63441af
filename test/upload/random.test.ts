import type { Events } from './randomCourse';
import { RandomCourse } from './randomCourse';

/** Each seed is a shop of its own with one or two orders, five to eight runs and what happens between them. */
const SEEDS = 50;

/** Several times what it takes on a machine that does other work besides. */
const TIMEOUT_MS = 120_000;

const QUIET: Events = { staff: 0, meanwhile: 0, byHand: false, faults: 0 };

const COURSES: Readonly<Record<string, Events>> = {
	'over a bad connection': { ...QUIET, faults: 30 },
	'with staff who split, hold, move and edit between the runs': { ...QUIET, staff: 90 },
	'with staff who do so during the runs too': {
		staff: 70,
		meanwhile: 40,
		byHand: false,
		faults: 20,
	},
	'with staff who also ship by hand and cancel': {
		staff: 70,
		meanwhile: 40,
		byHand: true,
		faults: 20,
	},
};

describe('random courses of events', () => {
	it.each(Object.entries(COURSES))(
		'put what was shipped into the shop once, or say why not, %s',
		async (_name, events) => {
			for (let seed = 1; seed <= SEEDS; seed += 1) {
				const course = new RandomCourse(seed, events);
				const wrongs = await course.run();
				if (wrongs.length === 0) continue;
				throw new Error([`seed ${seed}`, ...course.story, ...wrongs].join('\n'));
			}
		},
		TIMEOUT_MS,
	);
});
