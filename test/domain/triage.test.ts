import type { HandoverRules } from '../../nodes/domain/assessment';
import type { HandoverRecord } from '../../nodes/domain/handoverRecord';
import { NO_RECORD } from '../../nodes/domain/handoverRecord';
import type { FulfillmentOrderState } from '../../nodes/domain/order';
import { nextDueMs, triage } from '../../nodes/domain/triage';
import {
	aConfirmedOffer,
	aFulfillmentOrder,
	aLine,
	anOffer,
	anOrder,
	aRecord,
	CARD,
	LEEDS,
	MUG,
	noFilters,
	NOW,
	rules,
	YORK,
} from './builders';

const LATER = { lastOfferedAt: '2026-11-23T08:00:00.001Z' };
const IN_LEEDS = { filters: noFilters({ locations: [LEEDS.id] }) };
const IN_YORK = { filters: noFilters({ locations: [YORK.id] }) };
const GREW = aFulfillmentOrder({ progress: true, lines: [aLine({ total: 3, remaining: 3 })] });

describe('a look at one fulfillment order', () => {
	it.each<[string, string, FulfillmentOrderState, HandoverRecord, Partial<HandoverRules>]>([
		['new', 'never offered', aFulfillmentOrder(), NO_RECORD, {}],
		['new', 'grown since', GREW, aRecord([aConfirmedOffer()]), {}],
		[
			'new',
			'a split of a confirmed one',
			aFulfillmentOrder({ legacyId: '6837114' }),
			aRecord([aConfirmedOffer()]),
			{},
		],
		[
			'new',
			'in progress with units that were confirmed elsewhere',
			aFulfillmentOrder({ legacyId: '6837114', progress: true }),
			aRecord([aConfirmedOffer()]),
			{},
		],
		['new', 'its offer is void', aFulfillmentOrder(), aRecord([anOffer({ voidedAt: NOW })]), {}],
		[
			'new',
			'shipped before, and the fulfillment was cancelled',
			aFulfillmentOrder({ lines: [aLine({ total: 3, remaining: 3 })] }),
			aRecord([aConfirmedOffer()], { '6837101': { [MUG]: 1 } }),
			{},
		],
		[
			'new',
			'moved here from a place that another trigger serves',
			aFulfillmentOrder({ location: YORK }),
			aRecord([aConfirmedOffer()]),
			IN_YORK,
		],
		[
			'new',
			'digital lines, if wanted',
			aFulfillmentOrder({ lines: [aLine(), aLine({ orderLineId: CARD })] }),
			aRecord([aConfirmedOffer()]),
			{ filters: noFilters({ includeNoShipping: true }) },
		],
		[
			'covered',
			'confirmed',
			aFulfillmentOrder({ progress: true }),
			aRecord([aConfirmedOffer()]),
			{},
		],
		['covered', 'waiting, pause not over', aFulfillmentOrder(), aRecord([anOffer(LATER)]), {}],
		['covered', 'returned', aFulfillmentOrder(), aRecord([anOffer({ returnedAt: NOW })]), {}],
		[
			'covered',
			'on hold after it was confirmed',
			aFulfillmentOrder({ status: 'ON_HOLD' }),
			aRecord([aConfirmedOffer()]),
			{},
		],
		[
			'covered',
			'moved away to a place that nobody else serves',
			aFulfillmentOrder({ location: YORK }),
			aRecord([aConfirmedOffer()]),
			IN_LEEDS,
		],
		[
			'covered',
			'two offers for one fulfillment order',
			GREW,
			aRecord([aConfirmedOffer(), aConfirmedOffer({ key: '6837101:2', units: { [MUG]: 1 } })]),
			{},
		],
		[
			'covered',
			'part shipped before the first offer',
			aFulfillmentOrder({ progress: true, lines: [aLine({ total: 3, remaining: 2 })] }),
			aRecord([aConfirmedOffer()], { '6837101': { [MUG]: 1 } }),
			{},
		],
		[
			'covered',
			'digital lines, if not wanted',
			aFulfillmentOrder({ lines: [aLine(), aLine({ orderLineId: CARD })] }),
			aRecord([aConfirmedOffer()]),
			{},
		],
		['due', 'waiting, pause over', aFulfillmentOrder(), aRecord([anOffer()]), {}],
		[
			'due',
			'a sibling is due',
			aFulfillmentOrder({ legacyId: '6837114' }),
			aRecord([anOffer()]),
			{},
		],
		['leftOut', 'on hold', aFulfillmentOrder({ status: 'ON_HOLD' }), NO_RECORD, {}],
		['leftOut', 'in progress by hand', aFulfillmentOrder({ progress: true }), NO_RECORD, {}],
		['leftOut', 'another location', aFulfillmentOrder({ location: YORK }), NO_RECORD, IN_LEEDS],
		[
			'covered',
			'counts once emitted, and is not asked for again',
			aFulfillmentOrder(),
			aRecord([anOffer()]),
			{ confirmsWhenEmitted: true },
		],
	])('is %s: %s', (kind, _, fulfillmentOrder, record, more) => {
		expect(triage(fulfillmentOrder, anOrder(), record, rules(more)).kind).toBe(kind);
	});

	it('says why it is left out', () => {
		expect(
			triage(aFulfillmentOrder({ location: YORK }), anOrder(), NO_RECORD, rules(IN_LEEDS)),
		).toEqual({
			kind: 'leftOut',
			reasons: [
				{ filter: 'Locations', text: 'Location is York, which is not among the chosen ones' },
			],
		});
	});
});

describe('the next due time of an order', () => {
	it.each([
		['nothing', NO_RECORD, {}, null],
		['a confirmed offer', aRecord([aConfirmedOffer()]), {}, null],
		['a waiting offer', aRecord([anOffer()]), {}, '2026-11-23T09:00:00.000Z'],
		['the fourth attempt', aRecord([anOffer({ attempts: 4 })]), {}, '2026-11-23T16:00:00.000Z'],
		['the thirtieth attempt', aRecord([anOffer({ attempts: 30 })]), {}, '2026-11-24T08:00:00.000Z'],
		["another trigger's offer", aRecord([anOffer()]), IN_YORK, null],
		[
			'a part comes with its whole',
			aRecord([
				anOffer({ attempts: 2, inDoubt: true }),
				anOffer({ key: '6837114', partOf: '6837101', units: { [MUG]: 1 } }),
			]),
			{},
			'2026-11-23T10:00:00.000Z',
		],
		[
			'the earliest of two',
			aRecord([anOffer({ attempts: 2 }), anOffer({ key: '6837114' })]),
			{},
			'2026-11-23T09:00:00.000Z',
		],
	])('with %s', (_, record, more, expected) => {
		const due = nextDueMs(record, rules(more));

		expect(due === null ? null : new Date(due).toISOString()).toBe(expected);
	});
});
