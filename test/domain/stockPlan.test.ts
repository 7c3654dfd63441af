import { BRAKE_LIMITS, brakeReasons } from '../../nodes/domain/brake';
import type { StockOutlook } from '../../nodes/domain/brake';
import type { NextStep, Reread } from '../../nodes/domain/stockPlan';
import { planAgain } from '../../nodes/domain/stockPlan';

const level = (quantity: number) => ({
	quantity,
	isActive: true,
	updatedAt: '2026-11-23T09:00:00Z',
});

interface Again {
	readonly figure: number;
	readonly first: number;
	readonly now: number;
	readonly goal?: number;
	readonly mayBeDone?: boolean;
}

const reread = ({ now, first, goal, figure, mayBeDone = false }: Again): Reread => ({
	now: level(now),
	first,
	mayBeDone,
	goal: goal ?? Math.max(0, figure),
});

const write = (goal: number, adjustedBy = 0): NextStep => ({ step: 'write', goal, adjustedBy });
const done = (goal: number, adjustedBy = 0): NextStep => ({ step: 'done', goal, adjustedBy });
const unclear: NextStep = { step: 'unclear' };

describe('A stock level that others changed while it was written', () => {
	it.each<[string, Again, NextStep, NextStep]>([
		['sold', { figure: 10, first: 4, now: 3 }, write(10), write(9, -1)],
		['come back: in the next figure', { figure: 10, first: 4, now: 6 }, write(10), write(10)],
		['at the figure already', { figure: 10, first: 4, now: 10 }, done(10), done(10)],
		['sold below the figure', { figure: 2, first: 4, now: 0 }, write(2), done(0, -4)],
		['a figure below 0, goods come back', { figure: -2, first: 0, now: 5 }, write(0), write(0)],
		['not changed at all', { figure: 10, first: 4, now: 4 }, write(10), write(10)],
		[
			'maybe ours: as it was to be',
			{ figure: 10, first: 4, now: 10, mayBeDone: true },
			done(10),
			done(10),
		],
		[
			'maybe ours: as it was',
			{ figure: 10, first: 4, now: 4, mayBeDone: true },
			write(10),
			write(10),
		],
		[
			'maybe ours: something else',
			{ figure: 10, first: 4, now: 9, mayBeDone: true },
			write(10),
			unclear,
		],
		[
			'maybe ours, adjusted before',
			{ figure: 10, first: 4, now: 9, goal: 9, mayBeDone: true },
			done(9, -1),
			done(9, -1),
		],
	])('%s', (_what, again, physical, freeToSell) => {
		expect(planAgain(again, reread(again), 'on_hand')).toEqual(physical);
		expect(planAgain(again, reread(again), 'available')).toEqual(freeToSell);
	});
});

describe('The brake', () => {
	const outlook = (changes: Partial<StockOutlook>): StockOutlook => ({
		location: 'Leeds Warehouse',
		withStock: 1000,
		toZero: 0,
		inFeed: 1000,
		unitsBefore: 10_000,
		unitsAfter: 10_000,
		...changes,
	});

	it.each<[string, Partial<StockOutlook>, boolean, number]>([
		['nothing changes', {}, true, 0],
		['200 of 1,000 to 0', { toZero: 200 }, false, 0],
		['201 of 1,000 to 0', { toZero: 201 }, false, 1],
		['20 of 20 to 0', { withStock: 20, toZero: 20 }, false, 0],
		['21 of 21 to 0', { withStock: 21, toZero: 21 }, false, 1],
		['half of the units', { unitsAfter: 5000 }, false, 0],
		['a unit more than half', { unitsAfter: 4999 }, false, 1],
		['more units', { unitsAfter: 90_000 }, false, 0],
		['an empty location', { withStock: 0, inFeed: 0, unitsBefore: 0, unitsAfter: 0 }, true, 0],
		['800 of 1,000 named', { inFeed: 800 }, true, 0],
		['799 of 1,000 named', { inFeed: 799 }, true, 1],
		['799 of 1,000 named by a feed that is not full', { inFeed: 799 }, false, 0],
		['all three', { toZero: 900, inFeed: 100, unitsAfter: 0 }, true, 3],
	])('%s', (_what, changes, isFull, count) => {
		expect(brakeReasons(outlook(changes), BRAKE_LIMITS, isFull)).toHaveLength(count);
	});
});
