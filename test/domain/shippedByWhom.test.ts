import type { Confirmation } from '../../nodes/domain/confirmation';
import { confirmOffer } from '../../nodes/domain/confirmation';
import type { HandoverRecord } from '../../nodes/domain/handoverRecord';
import type { OrderState } from '../../nodes/domain/order';
import {
	assess,
	BY_OTHERS,
	closed,
	FO_A,
	FO_B,
	HOUR_MS,
	inProgress,
	LEEDS_ONLY,
	inYork,
	inShort,
	mugs,
	of,
	open,
	partShipped,
	REMOVED,
	shipped,
	WAITING,
} from './assessmentCases';
import {
	aConfirmedOffer,
	aFulfillmentOrder,
	aLine,
	anOffer,
	aRecord,
	DETAILS,
	MUG,
	NOW,
	NOW_MS,
	TEA,
	YORK,
} from './builders';
import { ALL, course, fulfillment, told } from './changeEventCases';

const FO_C = '6837120';
/** A closed fulfillment order that some mugs were shipped from. */
const gone = (legacyId: string, count: number) =>
	aFulfillmentOrder({ legacyId, status: 'CLOSED', lines: [mugs(0, count)] });

describe('a unit shipped while its order was on its way', () => {
	it('is asked about, wherever it was shipped from, though as many are open at home again', () => {
		// Split off, shipped from there; a mug that was added later has come home in its place. It is not offered before
		// the answer: it may be the order's own.
		const order = shipped(1, of(open(FO_A, 2), gone(FO_B, 1)));
		expect(inShort(assess(order, WAITING))).toEqual([
			`Unsettled 6837101 9001x2 | 6837101:2 9001x1 ready | - 9001x1 ${BY_OTHERS}`,
		]);
	});

	it('is still that of the order that was asked about it when it is asked again', () => {
		const order = shipped(1, of(open(FO_A, 2), gone(FO_B, 1)));
		const { record } = assess(order, WAITING);
		const later = assess(order, record, { nowMs: Date.parse('2026-11-26T09:00:00Z') });
		expect(inShort(later)).toEqual([
			`Unsettled 6837101 9001x2 | 6837101:2 9001x1 ready | - 9001x1 ${BY_OTHERS}`,
		]);
	});

	it('is not that of one that a target has, of which another unit was seen there', () => {
		const waiting = anOffer({
			fulfillmentOrder: FO_B,
			units: { [MUG]: 1 },
			attempts: 2,
			inDoubt: true,
			shippedInDoubt: { [MUG]: 1 },
		});
		const has = aConfirmedOffer({ told: { details: DETAILS, fulfillmentOrders: [FO_B] } });
		const order = shipped(2, of(closed(FO_A), partShipped(FO_B, 1, 3)));
		const later = { nowMs: Date.parse('2026-11-26T09:00:00Z') };
		expect(inShort(assess(order, aRecord([has, waiting]), later))).toEqual([
			`Unsettled 6837114 9001x1 | - 9001x1 ${BY_OTHERS}`,
		]);
	});
});

describe('a unit shipped while several orders of its line were on their way', () => {
	const second = anOffer({ key: `${FO_A}:2`, units: { [MUG]: 1 } });
	const order = (...fulfillments: OrderState['fulfillments']): OrderState => ({
		...shipped(1, of(partShipped(FO_A, 2, 3))),
		fulfillments,
	});
	const record = aRecord([anOffer(), second]);
	const confirm = (now: OrderState, then: HandoverRecord, confirmation: Partial<Confirmation>) =>
		confirmOffer(now, then, {
			key: FO_A,
			nowMs: NOW_MS,
			run: 'execution-400',
			...confirmation,
		});
	const later = { nowMs: NOW_MS + 24 * HOUR_MS };

	it('may be that of each: neither is confirmed, and the first is asked about it', () => {
		for (const key of [FO_A, second.key]) {
			const confirmed = confirm(order(fulfillment()), record, { key });
			expect(confirmed).toEqual({ result: 'changed', record, carriers: [] });
		}
		expect(inShort(assess(order(fulfillment()), record))).toEqual([
			`Unsettled 6837101 9001x2 | 6837101:3 9001x1 ready | - 9001x1 ${BY_OTHERS}`,
			'Ready 6837101:2 9001x1',
		]);
	});

	it('is that of the second if the first has not shipped it and that says so', () => {
		const asked = assess(order(fulfillment()), record).record;
		const denied = confirm(order(fulfillment()), asked, {});
		expect(denied.result).toBe('confirmed');
		expect(denied.record.shippedBefore).toEqual({});
		const again = assess(order(fulfillment()), denied.record, later);
		expect(inShort(again)).toEqual([`Unsettled 6837101:2 9001x1 | - 9001x1 ${BY_OTHERS}`]);
		const own = confirm(order(fulfillment()), again.record, {
			key: second.key,
			shippedByTarget: { [MUG]: 1 },
		});
		// Of three mugs one is shipped and one handed over: the third is new.
		const end = assess(order(fulfillment()), own.record, later);
		expect(inShort(end)).toEqual(['Ready 6837101:4 9001x1']);
	});

	it('is nobody else’s if the first has shipped it', () => {
		const asked = assess(order(fulfillment()), record).record;
		const own = confirm(order(fulfillment()), asked, { shippedByTarget: { [MUG]: 1 } });
		expect(inShort(assess(order(fulfillment()), own.record, later))).toEqual([
			'Ready 6837101:2 9001x1',
		]);
		const confirmed = confirm(order(fulfillment()), own.record, { key: second.key });
		expect(confirmed.result).toBe('confirmed');
		expect(confirmed.record.offers.map(({ confirmedAt }) => confirmedAt)).toContain(NOW);
	});

	it('is not waited for by one whose part seems to have shipped it', () => {
		const now = {
			...shipped(1, of(closed(FO_A), gone(FO_B, 1), inYork(FO_C, 2))),
			fulfillments: [fulfillment()],
		};
		const part = anOffer({ fulfillmentOrder: FO_B, partOf: FO_A, units: { [MUG]: 1 } });
		const third = anOffer({ fulfillmentOrder: FO_C, location: YORK.id, units: { [MUG]: 1 } });
		const then = aRecord([anOffer({ attempts: 2, inDoubt: true }), part, third]);
		expect(inShort(assess(now, then, { ...LEEDS_ONLY, ...later }))).toEqual([
			expect.stringContaining('Unsettled 6837101 9001x2'),
		]);
	});

	it('is waited for by one that has moved on, unless another trigger asks about it', () => {
		const home = aFulfillmentOrder({ legacyId: FO_C, lines: [mugs(2)] });
		const now = {
			...shipped(1, of(closed(FO_A), gone(FO_B, 1), home)),
			fulfillments: [fulfillment()],
		};
		const inLeeds = anOffer({ attempts: 2, inDoubt: true });
		const york = anOffer({ fulfillmentOrder: FO_B, location: YORK.id, units: { [MUG]: 1 } });
		const then = aRecord([york, inLeeds]);
		expect(inShort(assess(now, then, later))).toEqual([
			`Unsettled ${FO_B} 9001x1 | - 9001x1 ${BY_OTHERS}`,
		]);
		expect(inShort(assess(now, then, { ...LEEDS_ONLY, ...later }))).toEqual([
			expect.stringContaining('Unsettled 6837101 9001x2'),
		]);
	});

	it('is that of none that was made after it', () => {
		const before = fulfillment({ createdAt: '2026-11-23T07:50:00Z' });
		const now = {
			...shipped(1, of(partShipped(FO_A, 3, 4))),
			fulfillments: [before],
		};
		const confirmed = confirm(now, record, { key: second.key });
		expect(confirmed.result).toBe('confirmed');
	});

	it('may be that of one that was asked before it was shipped: it is asked once more', () => {
		const asked = assess(order(fulfillment()), record).record;
		const another = fulfillment({ legacyId: '4002', createdAt: '2026-11-23T09:30:00Z' });
		const now = {
			...shipped(2, of(partShipped(FO_A, 1, 3))),
			fulfillments: [fulfillment(), another],
		};
		const confirmed = confirm(now, asked, { shippedByTarget: { [MUG]: 1 } });
		expect(confirmed).toEqual({ result: 'changed', record: asked, carriers: [] });
	});

	it('may be that of a part: it is asked about by itself, and the whole is void', () => {
		const [whole] = assess(order(fulfillment()), aRecord([anOffer()])).record.offers;
		const part = anOffer({ key: `${FO_A}:2`, partOf: FO_A, units: { [MUG]: 1 } });
		const then = aRecord([...(whole ? [whole] : []), part]);
		const confirmed = confirm(order(fulfillment()), then, { key: part.key });
		expect(confirmed.result).toBe('changed');
		const [first, alone] = confirmed.record.offers;
		expect(first?.voidedAt).toBe(NOW);
		expect(alone?.partOf).toBeUndefined();
		expect(inShort(assess(order(fulfillment()), confirmed.record, later))[0]).toBe(
			`Unsettled 6837101:2 9001x1 | - 9001x1 ${BY_OTHERS}`,
		);
	});
});

describe('units that a target has shipped stay its own', () => {
	const has = aConfirmedOffer({
		told: { details: DETAILS, progress: true, fulfillmentOrders: [FO_A, FO_B] },
	});

	it('also when the rest is seen somewhere else', () => {
		const moved = shipped(1, of(gone(FO_B, 1), inProgress(FO_C, 1), open(FO_A, 1)));
		const said = course(aRecord([has]), [moved, moved]);
		expect(said).toEqual([
			[
				'Ready 6837101:2 9001x1',
				'Changed 6837101 fulfillmentOrders 6837101+6837114>6837120; keeps 9001x2',
			],
			[],
		]);
	});

	it('in a fulfillment order that another one was made for afterwards', () => {
		const later = aConfirmedOffer({
			key: FO_B,
			fulfillmentOrder: FO_B,
			units: { [MUG]: 1 },
			shippedThen: { [MUG]: 2 },
			told: { details: DETAILS, progress: true, fulfillmentOrders: [FO_C] },
		});
		const order = shipped(2, of(gone(FO_B, 2), inProgress(FO_C, 1)));
		expect(told(order, aRecord([has, later]))).toEqual([]);
	});

	it('if what was shipped there before them is not shipped any more', () => {
		// One mug was shipped by hand before the order was handed over; that is cancelled, and offered by itself.
		const record = aRecord([
			aConfirmedOffer({ units: { [MUG]: 1 }, shippedThen: { [MUG]: 1 } }),
			anOffer({ fulfillmentOrder: FO_B, units: { [MUG]: 1 } }),
		]);
		const then = of(inProgress(FO_A, 1), open(FO_B, 1));
		const assessment = assess(then, record);
		expect(assessment.hasNews).toBe(true);
		const now = shipped(1, of(gone(FO_A, 1), open(FO_B, 1)));
		const later = assess(now, assessment.record, { nowMs: Date.parse('2026-11-26T09:00:00Z') });
		expect(inShort(later)).toEqual(['Ready 6837114 9001x1']);
	});
});

describe('units that a target has given up, or may have, and that are shipped since', () => {
	const has = (fields: object): HandoverRecord =>
		aRecord([aConfirmedOffer({ told: { details: DETAILS, progress: true, ...fields } })]);
	/** An offer of two mugs and tea, of which the mugs were removed; one was added again since, and shipped. */
	const gaveUp = aRecord([
		aConfirmedOffer({
			units: { [MUG]: 2, [TEA]: 1 },
			told: { details: DETAILS, progress: true, gone: { [MUG]: 2 } },
		}),
	]);
	const withTea = (progress: boolean) =>
		aFulfillmentOrder({ legacyId: FO_A, progress, lines: [aLine({ orderLineId: TEA, total: 1 })] });
	const order = shipped(1, of(withTea(true), gone(FO_B, 1)));

	it.each<[string, HandoverRecord, OrderState, readonly string[]]>([
		['it has given them up: others have shipped one', gaveUp, order, []],
		[
			'it has given them up, and hears of something else: it is not told to have one',
			gaveUp,
			shipped(1, of(withTea(false), gone(FO_B, 1))),
			['Changed 6837101 progress true>false; keeps 9002x1'],
		],
		[
			'it may have: it is asked',
			has({ doubted: true, givenUp: { [MUG]: 1 } }),
			shipped(2, of(gone(FO_A, 1), gone(FO_B, 1))),
			[`Unsettled 6837101 9001x2 | - 9001x2 ${BY_OTHERS}`],
		],
		[
			'it was told that nothing is left, and may not have heard it',
			has({ doubted: true, ended: true }),
			shipped(1, of(closed(FO_A), gone(FO_B, 1))),
			[`Unsettled 6837101 9001x2 | - 9001x1 ${BY_OTHERS} | - 9001x1 ${REMOVED}`],
		],
		[
			'it may have given up one, and has one for sure: it is told that it has both',
			has({ doubted: true, givenUp: { [MUG]: 1 } }),
			shipped(1, of(inProgress(FO_A, 1), gone(FO_B, 1))),
			['Changed 6837101 quantity null>2; keeps 9001x2'],
		],
	])('%s', (_name, record, now, said) => {
		expect(told(now, record)).toEqual(said);
	});

	it('are remembered as given up', () => {
		const { record } = assess(shipped(1, of(withTea(false), gone(FO_B, 1))), gaveUp, ALL);
		expect(record.offers[0]?.told?.gone).toEqual({ [MUG]: 2 });
	});
});
