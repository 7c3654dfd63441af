import type { HandoverRules } from '../../nodes/domain/assessment';
import type { HandoverRecord } from '../../nodes/domain/handoverRecord';
import type { OrderState } from '../../nodes/domain/order';
import {
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
	YORK_ONLY,
} from './assessmentCases';
import { aFulfillmentOrder, aLine, NOW_MS, TEA, DETAILS } from './builders';
import { CONFIRMED, inYork, cancelled, withDetails, told } from './changeEventCases';

describe('what a target is told of an order that it has', () => {
	it.each<[string, OrderState, HandoverRecord, Partial<HandoverRules>, readonly string[]]>([
		['nothing if nothing has happened', of(inProgress(FO_A, 2)), CONFIRMED, {}, []],
		[
			'nothing before it is confirmed',
			of(onHold(FO_A, 2)),
			WAITING,
			{
				nowMs: NOW_MS - 1,
			},
			[],
		],
		[
			'nothing of an offer that another trigger made',
			of(onHold(FO_A, 2)),
			CONFIRMED,
			YORK_ONLY,
			[],
		],

		[
			'split',
			of(inProgress(FO_A, 1), inProgress(FO_B, 1)),
			CONFIRMED,
			{},
			['Changed 6837101 fulfillmentOrders 6837101>6837101+6837114; keeps 9001x2'],
		],
		[
			'split, and what was split off lost its progress',
			of(inProgress(FO_A, 1), open(FO_B, 1)),
			CONFIRMED,
			{},
			[
				'Changed 6837101 progress true>false, fulfillmentOrders 6837101>6837101+6837114; keeps 9001x2',
			],
		],
		[
			'a part held',
			of(onHold(FO_A, 1), open(FO_B, 1)),
			CONFIRMED,
			{},
			[
				'On Hold 6837101 hold 0>1 9001 0>1, progress true>false, fulfillmentOrders 6837101>6837101+6837114; keeps 9001x2',
			],
		],
		[
			'all held',
			of(onHold(FO_A, 2)),
			CONFIRMED,
			{},
			['On Hold 6837101 hold 0>2 9001 0>2; keeps 9001x2'],
		],
		[
			'held and released between two looks',
			of(open(FO_A, 2)),
			CONFIRMED,
			{},
			['Changed 6837101 progress true>false; keeps 9001x2'],
		],
		[
			'scheduled for later',
			of(aFulfillmentOrder({ status: 'SCHEDULED', lines: [mugs(2)] })),
			CONFIRMED,
			{},
			['On Hold 6837101 hold 0>2 9001 0>2; keeps 9001x2'],
		],
		[
			'merged into another',
			of(closed(FO_A), inProgress(FO_B, 2)),
			CONFIRMED,
			{},
			['Changed 6837101 fulfillmentOrders 6837101>6837114; keeps 9001x2'],
		],
		[
			'cancelled and replaced',
			of(closed(FO_A), open(FO_B, 2)),
			CONFIRMED,
			{},
			['Changed 6837101 progress true>false, fulfillmentOrders 6837101>6837114; keeps 9001x2'],
		],

		[
			'moved whole, to a place of the same target',
			of(inYork(FO_A, 2, true)),
			CONFIRMED,
			{},
			['Moved 6837101 location null>York 9001 0>2; keeps 9001x2'],
		],
		[
			'moved in part, to a place of the same target',
			of(inProgress(FO_A, 1), inYork(FO_B, 1, true)),
			CONFIRMED,
			{},
			[
				'Moved 6837101 location Leeds>York 9001 0>1, fulfillmentOrders 6837101>6837101+6837114; keeps 9001x2',
			],
		],
		[
			'moved whole, to a place of another target',
			of(inYork(FO_A, 2)),
			CONFIRMED,
			LEEDS_ONLY,
			['Moved 6837101 location null>York 9001 0>2; keeps nothing'],
		],
		[
			'moved in part, to a place of another target',
			of(inProgress(FO_A, 1), inYork(FO_B, 1)),
			CONFIRMED,
			LEEDS_ONLY,
			['Moved 6837101 location Leeds>York 9001 0>1; keeps 9001x1'],
		],

		[
			'one unit more',
			of(inProgress(FO_A, 2), open(FO_B, 1)),
			CONFIRMED,
			{},
			['Ready 6837114 9001x1'],
		],
		[
			'one unit more, in the same fulfillment order',
			of(inProgress(FO_A, 3)),
			CONFIRMED,
			{},
			['Ready 6837101:2 9001x1'],
		],
		[
			'one unit removed',
			of(inProgress(FO_A, 1)),
			CONFIRMED,
			{},
			['Changed 6837101 quantity 2>1 9001 2>1; keeps 9001x1'],
		],
		[
			'all units removed',
			of(closed(FO_A)),
			CONFIRMED,
			{},
			['Cancelled 6837101 quantity 2>0 9001 2>0; keeps nothing'],
		],
		[
			'a line removed, another added',
			of(aFulfillmentOrder({ progress: true, lines: [aLine({ orderLineId: TEA, remaining: 1 })] })),
			CONFIRMED,
			{},
			['Ready 6837101:2 9002x1', 'Cancelled 6837101 quantity 2>0 9001 2>0; keeps nothing'],
		],
		[
			'one shipped, the other removed',
			shipped(1, of(partShipped(FO_A, 0, 1))),
			CONFIRMED,
			{},
			['Changed 6837101 quantity 2>1 9001 2>1; keeps 9001x1'],
		],

		[
			'another address',
			withDetails({ shipTo: 'addr-2' }),
			CONFIRMED,
			{},
			['Changed 6837101 shipTo null>null; keeps 9001x2'],
		],
		[
			'all details',
			withDetails({ shipTo: 'a', deliveryMethod: 'b', instructions: 'c', note: 'd' }),
			CONFIRMED,
			{},
			[
				'Changed 6837101 shipTo null>null, deliveryMethod null>null, instructions null>null, note null>null; keeps 9001x2',
			],
		],
		[
			'nothing if the address may not be seen any more',
			withDetails({ shipTo: '' }),
			CONFIRMED,
			{},
			[],
		],
		[
			'another address of a held order',
			of(
				aFulfillmentOrder({
					status: 'ON_HOLD',
					lines: [mugs(2)],
					details: { ...DETAILS, shipTo: 'addr-2' },
				}),
			),
			CONFIRMED,
			{},
			[
				'Changed 6837101 shipTo null>null; keeps 9001x2',
				'On Hold 6837101 hold 0>2 9001 0>2; keeps 9001x2',
			],
		],

		[
			'the order cancelled',
			cancelled(of(aFulfillmentOrder({ status: 'CLOSED', lines: [mugs(2)] }))),
			CONFIRMED,
			{},
			['Cancelled 6837101 quantity 2>0 9001 2>0; keeps nothing'],
		],
		[
			'the order cancelled after a part was shipped',
			shipped(1, cancelled(of(aFulfillmentOrder({ status: 'CLOSED', lines: [mugs(1, 2)] })))),
			CONFIRMED,
			{},
			['Cancelled 6837101 quantity 2>1 9001 2>1; keeps 9001x1'],
		],
		[
			'nothing of a cancelled order that is shipped',
			shipped(2, cancelled(of(partShipped(FO_A, 0, 2)))),
			CONFIRMED,
			{},
			[],
		],
		['nothing if all is shipped', shipped(2, of(partShipped(FO_A, 0, 2))), CONFIRMED, {}, []],
		[
			'nothing if a part is shipped',
			shipped(1, of(partShipped(FO_A, 1, 2, true))),
			CONFIRMED,
			{},
			[],
		],
	])('%s', (_name, order, record, more, expected) => {
		expect(told(order, record, more)).toEqual(expected);
	});
});
