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
} from './assessmentCases';
import { aConfirmedOffer, aFulfillmentOrder, aRecord, MUG, NOW, DETAILS } from './builders';
import { CONFIRMED, inYork, fulfillment, cancelledFulfillment, told } from './changeEventCases';

describe('what a target is told of units that are open again, and of several things at once', () => {
	it.each<[string, OrderState, HandoverRecord, Partial<HandoverRules>, readonly string[]]>([
		[
			'a fulfillment cancelled, its unit open in the same one',
			{
				...of(inProgress(FO_A, 2)),
				fulfillments: [cancelledFulfillment()],
			},
			CONFIRMED,
			{},
			['Reopened 6837101 shipped 1>0 9001 1>0; keeps 9001x2'],
		],
		[
			'a fulfillment cancelled, its unit open in a new one',
			{
				...of(inProgress(FO_A, 1), open(FO_B, 1)),
				fulfillments: [cancelledFulfillment()],
			},
			CONFIRMED,
			{},
			[
				'Reopened 6837101 shipped 1>0 9001 1>0, progress true>false, fulfillmentOrders 6837101>6837101+6837114; keeps 9001x2',
			],
		],
		[
			'nothing if another fulfillment has taken its place',
			{
				...shipped(1, of(partShipped(FO_A, 1, 2, true))),
				fulfillments: [
					cancelledFulfillment(),
					fulfillment({ legacyId: '4002', createdAt: '2026-11-23T08:41:00Z' }),
				],
			},
			CONFIRMED,
			{},
			[],
		],
		[
			'one that was there before does not take its place',
			{
				...shipped(1, of(partShipped(FO_A, 1, 2, true))),
				fulfillments: [cancelledFulfillment(), fulfillment({ legacyId: '4002' })],
			},
			CONFIRMED,
			{},
			['Reopened 6837101 shipped 2>1 9001 2>1; keeps 9001x2'],
		],
		[
			'nothing of a fulfillment from before the offer',
			{
				...of(inProgress(FO_A, 2)),
				fulfillments: [cancelledFulfillment({ createdAt: '2026-11-23T07:59:00Z' })],
			},
			CONFIRMED,
			{},
			[],
		],
		[
			'of two offers of one line one has the reopened unit',
			{
				...of(inProgress(FO_A, 2), inProgress(FO_B, 1)),
				fulfillments: [cancelledFulfillment()],
			},
			aRecord([
				aConfirmedOffer(),
				aConfirmedOffer({ fulfillmentOrder: FO_B, units: { [MUG]: 1 } }),
			]),
			{},
			['Reopened 6837101 shipped 1>0 9001 1>0; keeps 9001x2'],
		],
		[
			'reopened units that are to be handed over again',
			{
				...of(inProgress(FO_A, 2)),
				fulfillments: [cancelledFulfillment()],
			},
			CONFIRMED,
			{ handsOverReopened: true },
			['Ready 6837101:2 9001x1', 'Reopened 6837101 shipped 1>0 9001 1>0; keeps 9001x2'],
		],

		[
			'given back',
			of(open(FO_A, 2)),
			aRecord([aConfirmedOffer({ returnedAt: NOW })]),
			{},
			['Changed 6837101 progress true>false, quantity 2>0 9001 2>0; keeps nothing'],
		],

		[
			'held and edited',
			of(onHold(FO_A, 1)),
			CONFIRMED,
			{},
			[
				'Changed 6837101 quantity 2>1 9001 2>1; keeps 9001x1',
				'On Hold 6837101 hold 0>1 9001 0>1; keeps 9001x1',
			],
		],
		[
			'split and moved',
			of(inProgress(FO_A, 1), inYork(FO_B, 1)),
			CONFIRMED,
			{},
			[
				'Moved 6837101 location Leeds>York 9001 0>1, progress true>false, fulfillmentOrders 6837101>6837101+6837114; keeps 9001x2',
			],
		],
		[
			'moved in part and the rest removed',
			of(closed(FO_A), inYork(FO_B, 1)),
			CONFIRMED,
			LEEDS_ONLY,
			[
				'Cancelled 6837101 quantity 2>0 9001 2>0; keeps nothing',
				'Moved 6837101 location Leeds>York 9001 0>1; keeps nothing',
			],
		],
		[
			'edited and readdressed',
			of(
				aFulfillmentOrder({
					progress: true,
					lines: [mugs(1)],
					details: { ...DETAILS, note: 'note-2' },
				}),
			),
			CONFIRMED,
			{},
			['Changed 6837101 quantity 2>1 9001 2>1, note null>null; keeps 9001x1'],
		],
	])('%s', (_name, order, record, more, expected) => {
		expect(told(order, record, more)).toEqual(expected);
	});
});
