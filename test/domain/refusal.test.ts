import { allocateUnits } from '../../nodes/domain/allocation';
import { confirmOffer } from '../../nodes/domain/confirmation';
import type { HandoverRecord, Offer } from '../../nodes/domain/handoverRecord';
import { readRecord, writeRecord } from '../../nodes/domain/handoverRecord';
import type { OrderState } from '../../nodes/domain/order';
import { refuseOffer } from '../../nodes/domain/refusal';
import { nextDueMs, triage } from '../../nodes/domain/triage';
import {
	assess,
	closed,
	FO_A,
	FO_B,
	HOUR_MS,
	inShort,
	inYork,
	LEEDS_ONLY,
	of,
	onHold,
	open,
	partShipped,
	shipped,
	YORK_ONLY,
} from './assessmentCases';
import { aConfirmedOffer, anOffer, anOrder, aRecord, NOW, NOW_MS, rules } from './builders';

const LATER_MS = NOW_MS + 100 * HOUR_MS;
const JUST_NOW = '2026-11-23T08:59:00.000Z';
const refused = (fields: Partial<Offer> = {}): Offer =>
	anOffer({ lastOfferedAt: JUST_NOW, refusedAttempt: 1, ...fields });
const REFUSED = aRecord([refused()]);

describe('a refusal', () => {
	it.each<[string, string, Offer, number | undefined]>([
		['refused', 'of the only attempt', anOffer(), 1],
		['refused', 'of an attempt that nobody names', anOffer(), undefined],
		['refused', 'once more', anOffer({ attempts: 3, refusedAttempt: 2 }), 3],
		['unrecorded', 'after an attempt whose answer was lost', anOffer({ attempts: 2 }), 2],
		[
			'unrecorded',
			'after one that was refused and one whose answer was lost',
			anOffer({ attempts: 3, refusedAttempt: 1 }),
			3,
		],
		['superseded', 'of an attempt that another has followed', anOffer({ attempts: 2 }), 1],
		['superseded', 'of what is void', anOffer({ voidedAt: NOW }), 1],
		['alreadyConfirmed', 'of what another run has confirmed', aConfirmedOffer(), 1],
		['alreadyConfirmed', 'of what was returned', anOffer({ returnedAt: NOW }), 1],
		[
			'unrecorded',
			'of what counts as handed over once emitted',
			aConfirmedOffer({ confirmedAt: anOffer().firstOfferedAt }),
			1,
		],
		['unrecorded', 'of what is Unsettled', anOffer({ inDoubt: true }), 1],
		['unrecorded', 'of a key that nobody knows', anOffer({ key: '7001' }), 1],
	])('is %s: %s', (expected, _what, offer, attempt) => {
		const record = aRecord([offer]);
		const refusal = { key: '6837101', ...(attempt !== undefined && { attempt }) };

		const answer = refuseOffer(record, refusal);

		expect(answer.result).toBe(expected);
		const changed =
			expected === 'refused' ? [{ ...offer, refusedAttempt: offer.attempts }] : [offer];
		expect(answer.record.offers).toEqual(changed);
	});

	it('changes nothing the second time', () => {
		const refusal = { key: '6837101', attempt: 1 };
		expect(refuseOffer(REFUSED, refusal)).toEqual({ result: 'refused', record: REFUSED });
		expect(refuseOffer(REFUSED, refusal).record).toBe(REFUSED);
	});

	it('is written and read', () => {
		expect(readRecord(writeRecord(REFUSED))).toEqual(REFUSED);
	});
});

describe('what was refused', () => {
	it.each<[string, OrderState, readonly string[]]>([
		['on hold: neither repeated nor asked about', of(onHold(FO_A, 2)), []],
		[
			'a part released, a part on hold',
			of(onHold(FO_A, 1), open(FO_B, 1)),
			[`Ready ${FO_B} 9001x1`],
		],
		['released as it was: again, under its key', of(open(FO_A, 2)), [`Ready ${FO_A} 9001x2`]],
		[
			'released and split: still its own units',
			of(open(FO_A, 1), open(FO_B, 1)),
			[`Ready ${FO_A} 9001x2`],
		],
		['edited down and released: anew', of(open(FO_A, 1)), [`Ready ${FO_A}:2 9001x1`]],
		[
			'edited up and released: again, and the new unit',
			of(open(FO_A, 3)),
			[`Ready ${FO_A} 9001x2`, `Ready ${FO_A}:2 9001x1`],
		],
		['moved while on hold', of(closed(FO_A), inYork(FO_B, 2)), [`Ready ${FO_B} 9001x2`]],
		['cancelled and replaced', of(closed(FO_A), open(FO_B, 2)), [`Ready ${FO_A} 9001x2`]],
		[
			'a part shipped by staff',
			shipped(1, of(partShipped(FO_A, 1, 2))),
			[`Ready ${FO_A}:2 9001x1`],
		],
		['all shipped by staff', shipped(2, of(closed(FO_A))), []],
		['cancelled', { ...of(closed(FO_A)), cancelledAt: NOW }, []],
	])('%s', (_what, order, expected) => {
		for (const nowMs of [NOW_MS, LATER_MS]) {
			expect(inShort(assess(order, REFUSED, { nowMs }))).toEqual(expected);
		}
	});

	it('counts as offered once more when it comes again, and as refused no longer', () => {
		const { record } = assess(of(open(FO_A, 2)), REFUSED);

		expect(record.offers).toEqual([
			anOffer({ attempts: 2, refusedAttempt: 1, lastOfferedAt: NOW, run: 'execution-312' }),
		]);
		expect(assess(of(open(FO_A, 2)), record).emissions).toEqual([]);
	});

	it('leaves what staff shipped of it to nobody when it is void', () => {
		const order = shipped(1, of(partShipped(FO_A, 1, 2)));

		const { record } = assess(order, REFUSED);

		expect(record.shippedBefore).toEqual({ [FO_A]: { '9001': 1 } });
		const confirmation = { key: `${FO_A}:2`, attempt: 1, nowMs: NOW_MS, run: 'execution-313' };
		expect(confirmOffer(order, record, confirmation).result).toBe('confirmed');
	});

	it('can be confirmed by a target that takes it after all', () => {
		const confirmation = { key: FO_A, attempt: 1, nowMs: NOW_MS, run: 'execution-313' };

		const { result, record } = confirmOffer(anOrder(), REFUSED, confirmation);

		expect(result).toBe('confirmed');
		expect(record.offers).toEqual([anOffer({ lastOfferedAt: JUST_NOW, confirmedAt: NOW })]);
	});

	it('belongs to the trigger of the place where it is now', () => {
		const here = of(open(FO_A, 2));
		expect(inShort(assess(here, REFUSED, YORK_ONLY))).toEqual([]);
		expect(inShort(assess(here, REFUSED, LEEDS_ONLY))).toEqual([`Ready ${FO_A} 9001x2`]);
		const moved = of(inYork(FO_A, 2));
		expect(inShort(assess(moved, REFUSED, LEEDS_ONLY))).toEqual([]);
		expect(inShort(assess(moved, REFUSED, YORK_ONLY))).toEqual([`Ready ${FO_A}:2 9001x2`]);
		expect(triage(inYork(FO_A, 2), anOrder(), REFUSED, rules(YORK_ONLY)).kind).toBe('due');
		expect(triage(inYork(FO_A, 2), anOrder(), REFUSED, rules(LEEDS_ONLY)).kind).not.toBe('due');
	});

	it('does not give its units on hold to an offer that waits', () => {
		const waiting = anOffer({ lastOfferedAt: JUST_NOW });
		const added = refused({ key: `${FO_A}:2`, units: { '9001': 1 } });
		const record = aRecord([waiting, added]);
		// Shopify keeps what is held where it was, and opens the rest elsewhere.
		const order = of(onHold(FO_A, 1), open(FO_B, 2));

		expect(inShort(assess(order, record))).toEqual([]);
		const confirmation = { key: FO_A, attempt: 1, nowMs: NOW_MS, run: 'execution-313' };
		expect(confirmOffer(order, record, confirmation).result).toBe('confirmed');
	});

	it('is not what others have shipped', () => {
		const order = shipped(1, of(onHold(FO_A, 2), partShipped(FO_B, 0, 1)));

		const { record } = assess(
			{ ...order, fulfillmentOrders: [...order.fulfillmentOrders, open('6837120', 1)] },
			REFUSED,
		);

		expect(record.shippedBefore).toEqual({ [FO_B]: { '9001': 1 } });
	});

	it.each<[string, OrderState['fulfillmentOrders'][number], HandoverRecord]>([
		['covered', onHold(FO_A, 2), REFUSED],
		['due', open(FO_A, 2), REFUSED],
		['new', open(FO_B, 2), REFUSED],
		['covered', open(FO_A, 2), aRecord([anOffer({ lastOfferedAt: JUST_NOW })])],
	])('is %s for a poll that sees it so', (kind, fulfillmentOrder, record) => {
		expect(triage(fulfillmentOrder, anOrder(), record, rules()).kind).toBe(kind);
		if (record === REFUSED) expect(nextDueMs(record, rules())).toBeNull();
	});
});

it('keeps what was taken for shipped when an offer became unsettled', () => {
	const order = shipped(1, of(onHold(FO_A, 1), partShipped(FO_B, 0, 1)));
	const { record } = assess(order, aRecord([anOffer({ attempts: 1 })]), { nowMs: LATER_MS });

	expect(record.offers[0]).toMatchObject({ inDoubt: true, shippedInDoubt: { '9001': 1 } });
	expect(readRecord(writeRecord(record))).toEqual(record);
});

it('gives an offer in doubt no unit that a confirmed one has shipped since', () => {
	const whole = anOffer({ attempts: 2, inDoubt: true, lastOfferedAt: NOW });
	const part = anOffer({ key: FO_B, fulfillmentOrder: FO_B, units: { '9001': 1 }, partOf: FO_A });
	const other = aConfirmedOffer({ key: `${FO_A}:2` });
	const order = shipped(1, of(partShipped(FO_A, 2, 3), open(FO_B, 1)));

	const { offers } = allocateUnits(order, aRecord([whole, part, other]), () => true);

	const shippedOf = offers.map(({ offer, shipped: units }) => [offer.key, units]);
	expect(shippedOf).toContainEqual([other.key, { '9001': 1 }]);
	expect(shippedOf).toContainEqual([whole.key, {}]);
});
