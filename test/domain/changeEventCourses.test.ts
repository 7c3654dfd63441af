import type { ChangeEvent } from '../../nodes/domain/changeEvents';
import { CHANGE_EVENTS } from '../../nodes/domain/changeEvents';
import type { OrderState } from '../../nodes/domain/order';
import {
	assess,
	closed,
	FO_A,
	FO_B,
	inProgress,
	LEEDS_ONLY,
	mugs,
	of,
	onHold,
	open,
	partShipped,
	shipped,
	WAITING,
} from './assessmentCases';
import { aFulfillmentOrder, aRecord, NOW, YORK, DETAILS } from './builders';
import { ALL, CONFIRMED, inYork, withDetails, told, course } from './changeEventCases';

describe('what was told', () => {
	const held = of(onHold(FO_A, 2));
	const asBefore = of(inProgress(FO_A, 2));

	it.each<[string, readonly OrderState[], readonly (readonly string[])[]]>([
		['is not told again', [held, held], [['On Hold 6837101 hold 0>2 9001 0>2; keeps 9001x2'], []]],
		[
			'is taken back',
			[held, asBefore, asBefore],
			[
				['On Hold 6837101 hold 0>2 9001 0>2; keeps 9001x2'],
				['Released 6837101 hold 2>0 9001 2>0; keeps 9001x2'],
				[],
			],
		],
		[
			'a released hold takes the progress along',
			[held, of(open(FO_A, 2)), of(open(FO_A, 2))],
			[
				['On Hold 6837101 hold 0>2 9001 0>2; keeps 9001x2'],
				['Released 6837101 hold 2>0 9001 2>0, progress true>false; keeps 9001x2'],
				[],
			],
		],
		[
			'held, and more of it held',
			[of(onHold(FO_A, 1), inProgress(FO_B, 1)), held],
			[
				[
					'On Hold 6837101 hold 0>1 9001 0>1, fulfillmentOrders 6837101>6837101+6837114; keeps 9001x2',
				],
				['On Hold 6837101 hold 1>2 9001 1>2; keeps 9001x2'],
			],
		],
		[
			'held, then removed',
			[held, closedOut()],
			[
				['On Hold 6837101 hold 0>2 9001 0>2; keeps 9001x2'],
				['Cancelled 6837101 quantity 2>0 9001 2>0; keeps nothing'],
			],
		],
		[
			'held, then shipped by staff: nothing',
			[held, shipped(2, of(partShipped(FO_A, 0, 2)))],
			[['On Hold 6837101 hold 0>2 9001 0>2; keeps 9001x2'], []],
		],
		[
			'moved and moved back',
			[of(inYork(FO_A, 2, true)), asBefore],
			[
				['Moved 6837101 location null>York 9001 0>2; keeps 9001x2'],
				['Moved 6837101 location null>Leeds 9001 0>2; keeps 9001x2'],
			],
		],
		[
			'moved, then shipped from there: nothing',
			[
				of(inYork(FO_A, 2, true)),
				shipped(
					2,
					of(aFulfillmentOrder({ status: 'CLOSED', location: YORK, lines: [mugs(0, 2)] })),
				),
			],
			[['Moved 6837101 location null>York 9001 0>2; keeps 9001x2'], []],
		],
		[
			'removed and added again',
			[of(inProgress(FO_A, 1)), asBefore],
			[
				['Changed 6837101 quantity 2>1 9001 2>1; keeps 9001x1'],
				['Changed 6837101 quantity 1>2 9001 1>2; keeps 9001x2'],
			],
		],
		[
			'readdressed and back',
			[withDetails({ shipTo: 'addr-2' }), asBefore],
			[
				['Changed 6837101 shipTo null>null; keeps 9001x2'],
				['Changed 6837101 shipTo null>null; keeps 9001x2'],
			],
		],
		[
			'all removed and added again: in doubt',
			[of(closed(FO_A)), of(closed(FO_A), open(FO_B, 2))],
			[
				['Cancelled 6837101 quantity 2>0 9001 2>0; keeps nothing'],
				['Unsettled 6837101 9001x2 | 6837114 9001x2 ready'],
			],
		],
	])('%s', (_name, orders, expected) => {
		expect(course(CONFIRMED, orders)).toEqual(expected);
	});

	it('what has left for another target and was shipped there by hand does not come back with a later change', () => {
		const note = { ...DETAILS, note: 'note-2' };
		const left = aFulfillmentOrder({ progress: true, lines: [mugs(1)] });
		const inYorkShipped = aFulfillmentOrder({
			legacyId: FO_B,
			status: 'CLOSED',
			location: YORK,
			lines: [mugs(0, 1)],
		});
		const orders = [
			of(inProgress(FO_A, 1), inYork(FO_B, 1)),
			shipped(1, of(left, inYorkShipped)),
			shipped(1, of({ ...left, details: note }, inYorkShipped)),
		];
		expect(course(CONFIRMED, orders, LEEDS_ONLY)).toEqual([
			['Moved 6837101 location Leeds>York 9001 0>1; keeps 9001x1'],
			[],
			['Changed 6837101 note null>null; keeps 9001x1'],
		]);
	});

	it.each<[ChangeEvent, OrderState]>([
		['On Hold', held],
		['Changed', of(inProgress(FO_A, 1))],
		['Moved', of(inYork(FO_A, 2, true))],
		['Cancelled', closedOut()],
	])('%s counts as told where nobody has asked for it, and is logged', (event, order) => {
		const events = new Set(CHANGE_EVENTS.filter((one) => one !== event));
		const { emissions, notes, hasNews, record } = assess(order, CONFIRMED, { events });
		expect(emissions).toEqual([]);
		expect(notes).toEqual([expect.stringMatching(new RegExp(`^Order #1042, .* ${event} \\(`))]);
		expect(hasNews).toBe(true);
		expect(assess(order, record, { events })).toMatchObject({ notes: [], hasNews: false });
		// Its target still holds it.
		expect(record.offers[0]?.told?.ended).toBeUndefined();
	});

	it('of two addresses before a confirmation the target may have either', () => {
		const moved = of(
			aFulfillmentOrder({ lines: [mugs(2)], details: { ...DETAILS, shipTo: 'addr-2' } }),
		);
		const again = assess(moved, WAITING, ALL).record.offers[0];
		const confirmed = aRecord([{ ...again, confirmedAt: NOW } as never]);
		expect(told(moved, confirmed)).toEqual(['Changed 6837101 shipTo null>null; keeps 9001x2']);
	});

	function closedOut(): OrderState {
		return of(closed(FO_A));
	}
});
