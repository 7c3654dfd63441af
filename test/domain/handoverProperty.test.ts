import { MUG, noFilters, TEA } from './builders';
import type { ModelFulfillmentOrder } from './modelShop';
import { isOpen, ModelShop } from './modelShop';
import type { Fate } from './modelTarget';
import { ModelTarget } from './modelTarget';
import { random } from './random';

const STEPS = 14;
/** Courses of each kind; `SEEDS=18000` in the environment plays more of them. */
const SEEDS = Number(process.env['SEEDS'] ?? 1500);

/** What may happen in a run: some kinds blur the bound, so half of the runs go without. */
interface Course {
	readonly log: string[];
	readonly shop: ModelShop;
	readonly target: ModelTarget;
	/** Units that the target may hold though nobody needs them any more: shipped by others, or removed. */
	readonly slack: Map<string, number>;
	/** Those of them that were removed: a target that listens gives them up in the end. */
	readonly removed: Map<string, number>;
	readonly listens: boolean;
	readonly next: (below: number) => number;
}

function start(seed: number, listens: boolean): Course {
	const next = random(seed);
	const coin = (): boolean => next(2) === 1;
	const units = { [MUG]: 1 + next(3), ...(coin() ? { [TEA]: 1 + next(2) } : {}) };
	const shop = new ModelShop(units, {
		reopensInSame: coin(),
		editsJoinOpen: coin(),
		heldRestKeepsProgress: coin(),
	});
	const filters = noFilters({ locations: coin() ? ['7310'] : [] });
	const target = new ModelTarget(shop, filters, coin(), listens);
	return { log: [], shop, target, slack: new Map(), removed: new Map(), listens, next };
}

function pick<T>(course: Course, all: readonly T[]): T | undefined {
	return all[course.next(Math.max(1, all.length))];
}

function fateOf(course: Course): Fate {
	const fates: readonly Fate[] = [
		'done',
		'done',
		'lostBefore',
		'lostAfterTarget',
		'confirmedLater',
		'refused',
		'refusedUnrecorded',
	];
	const fate = pick(course, fates) ?? 'done';
	course.log.push(`  ${fate}`);
	return fate;
}

/** A line of a fulfillment order with units left, and some of them. */
function someUnits(
	course: Course,
	one: ModelFulfillmentOrder,
): { readonly line: string; readonly count: number; readonly isAll: boolean } {
	const lines = one.lines.filter((line) => line.remaining > 0);
	const line = pick(course, lines) ?? { orderLineId: MUG, remaining: 1 };
	const count = 1 + course.next(line.remaining);
	return { line: line.orderLineId, count, isAll: lines.length === 1 && count === line.remaining };
}

/** The steps of a run; each answers whether it could be done. */
const STEP_KINDS: Readonly<Record<string, (course: Course) => boolean>> = {
	poll: (course) => {
		course.target.poll(() => fateOf(course));
		return true;
	},
	confirmPending: ({ target }) => {
		target.confirmPending();
		return true;
	},
	split: (course) => {
		const one = pick(course, course.shop.live().filter(isOpen));
		if (!one) return false;
		const { line, count, isAll } = someUnits(course, one);
		if (!isAll) course.shop.split(one, line, count);
		return !isAll;
	},
	hold: (course) => {
		const one = pick(
			course,
			course.shop.live().filter(({ held }) => !held),
		);
		if (one) course.shop.hold(one);
		return one !== undefined;
	},
	holdPart: (course) => {
		const one = pick(
			course,
			course.shop.live().filter(({ held }) => !held),
		);
		if (!one) return false;
		const { line, count, isAll } = someUnits(course, one);
		if (!isAll) course.shop.holdPart(one, line, count);
		return !isAll;
	},
	release: (course) => {
		const one = pick(
			course,
			course.shop.live().filter(({ held }) => held),
		);
		if (one) course.shop.release(one);
		return one !== undefined;
	},
	merge: (course) => {
		const [into, other] = course.shop.live().filter(isOpen);
		if (!into || !other || into.location !== other.location) return false;
		if (course.next(2) === 1) course.shop.merge(into, other);
		else course.shop.merge(other, into);
		return true;
	},
	move: (course) => {
		const one = pick(course, course.shop.live().filter(isOpen));
		if (one) course.shop.move(one);
		return one !== undefined;
	},
	movePart: (course) => {
		const one = pick(course, course.shop.live().filter(isOpen));
		if (!one) return false;
		const { line, count, isAll } = someUnits(course, one);
		if (!isAll) course.shop.move(one, line, count);
		return !isAll;
	},
	cancelAndReplace: (course) => {
		const one = pick(course, course.shop.live().filter(isOpen));
		if (one) course.shop.cancelAndReplace(one);
		return one !== undefined;
	},
	markAsOpen: (course) => {
		const one = pick(
			course,
			course.shop.live().filter(({ progress }) => progress),
		);
		if (one) one.progress = false;
		return one !== undefined;
	},
	addUnits: (course) => {
		course.shop.addUnits(MUG, 1);
		return true;
	},
};

/** Steps after which the target may hold more than is left to ship. */
const BLURRING_KINDS: Readonly<Record<string, (course: Course) => boolean>> = {
	removeUnits: (course) => {
		const one = pick(course, course.shop.live());
		if (!one) return false;
		const { line, count } = someUnits(course, one);
		course.shop.removeUnits(one, line, count);
		const slack = Math.min(count, course.target.held(line));
		addTo(course.removed, line, slack);
		return true;
	},
	shippedByOthers: (course) => {
		const one = pick(
			course,
			course.shop.live().filter(({ held }) => !held),
		);
		if (!one) return false;
		const { line, count } = someUnits(course, one);
		const slack = Math.min(count, course.target.held(line));
		course.shop.ship(one, line, count, false, slack);
		addTo(course.slack, line, slack);
		return true;
	},
};

/** Shipping, and taking it back; bounds stay sharp, since the target ships what it has. */
const SHIPPING_KINDS: Readonly<Record<string, (course: Course) => boolean>> = {
	shippedByTarget: (course) => {
		const carriers = course.shop.live().filter(({ held, progress }) => progress && !held);
		const one = pick(course, carriers);
		if (!one) return false;
		const { line, count } = someUnits(course, one);
		// Only what was offered from this fulfillment order: whose units were shipped from another one can
		// only be guessed, since units of one line are alike.
		const own = course.target.record.offers
			.filter((offer) => offer.fulfillmentOrder === one.id && offer.voidedAt === undefined)
			.reduce((sum, offer) => sum + (offer.confirmedAt ? (offer.units[line] ?? 0) : 0), 0);
		const shipped = course.shop.fulfillments
			.filter((made) => made.from === one && made.line === line && !made.cancelled)
			.reduce((sum, made) => sum + made.count, 0);
		if (count > own - shipped) return false;
		course.shop.ship(one, line, count, true);
		return true;
	},
	cancelFulfillment: (course) => {
		const one = pick(
			course,
			course.shop.fulfillments.filter(({ cancelled }) => !cancelled),
		);
		if (!one) return false;
		course.shop.cancelFulfillment(one);
		addTo(course.slack, one.line, -one.slack);
		return true;
	},
};

/** Shipping from an order that nobody has confirmed yet. */
const EARLY_KINDS: Readonly<Record<string, (course: Course) => boolean>> = {
	shippedEarly: (course) => course.target.shipEarly((all) => pick(course, all)),
};

function addTo(counts: Map<string, number>, line: string, count: number): void {
	counts.set(line, (counts.get(line) ?? 0) + count);
}

function shippedByTarget({ shop }: Course, line: string): number {
	return shop.fulfillments
		.filter((one) => one.byTarget && !one.cancelled && one.line === line)
		.reduce((sum, one) => sum + one.count, 0);
}

/** How many units the target has too many, by order line; negative: too few. */
function surplus(course: Course, line: string): number {
	const { shop, target } = course;
	return target.held(line) - shop.openUnits(line) - shippedByTarget(course, line);
}

function takeStep(
	course: Course,
	kinds: readonly (readonly [string, (course: Course) => boolean])[],
): void {
	for (let tries = 0; tries < 10; tries += 1) {
		const [name, step] = pick(course, kinds) ?? ['poll', () => true];
		const at = course.log.push(name);
		if (step(course)) return;
		course.log.splice(at - 1);
	}
}

/** Opens everything in the trigger's place and polls until nothing comes any more. */
function settle(course: Course): void {
	const { shop, target } = course;
	for (const one of shop.live()) if (one.held) shop.release(one);
	for (const one of shop.live()) {
		if (one.location === 'york') {
			one.progress = false;
			shop.move(one);
		}
	}
	while (target.pending.length > 0) target.confirmPending();
	for (let polls = 0; target.poll(() => 'done') > 0; polls += 1) {
		if (polls > 30) throw new Error('The order never settles');
	}
}

function check(course: Course, seed: number, isEnd: boolean): void {
	for (const line of [MUG, TEA]) {
		const isGivenUp = isEnd && course.listens;
		const removed = isGivenUp ? 0 : (course.removed.get(line) ?? 0);
		const over = surplus(course, line) - (course.slack.get(line) ?? 0) - removed;
		const missing = isEnd ? -surplus(course, line) : 0;
		if (over <= 0 && missing <= 0) continue;
		const what = over > 0 ? `${over} too many` : `${missing} missing`;
		throw new Error(
			`seed ${seed}: ${what} of line ${line}\n${course.log.join('\n')}\n` +
				`${JSON.stringify([...course.target.orders])}\n${JSON.stringify(course.target.record, null, 1)}\n` +
				JSON.stringify(course.shop.fulfillmentOrders, null, 1),
		);
	}
}

const COURSES = [
	['moves only', { ...STEP_KINDS }],
	['moves and shipments by the target', { ...STEP_KINDS, ...SHIPPING_KINDS }],
	['moves and shipments before the confirmation', { ...STEP_KINDS, ...EARLY_KINDS }],
	[
		'moves, shipments by others and removed units',
		{ ...STEP_KINDS, ...SHIPPING_KINDS, ...BLURRING_KINDS },
	],
] as const;

describe.each(COURSES)('after any course of events: %s', (_, kinds) => {
	it.each([
		['that is told of nothing', false],
		['that is told of changes', true],
	])(
		'a target %s never has a unit twice, and in the end misses none',
		(_name, listens) => {
			const choices = Object.entries(kinds);
			const polls = choices.filter(([name]) => name === 'poll');
			for (let seed = 1; seed <= SEEDS; seed += 1) {
				const course = start(seed, listens);
				for (let step = 0; step < STEPS; step += 1) {
					takeStep(course, [...choices, ...polls, ...polls, ...polls]);
					check(course, seed, false);
				}
				settle(course);
				check(course, seed, true);
			}
		},
		SEEDS * 20,
	);
});
