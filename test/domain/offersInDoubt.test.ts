import { confirmOffer } from '../../nodes/domain/confirmation';
import { NO_RECORD } from '../../nodes/domain/handoverRecord';
import type { HandoverRecord } from '../../nodes/domain/handoverRecord';
import type { OrderState } from '../../nodes/domain/order';
import {
	HOUR_MS,
	FO_A,
	FO_B,
	open,
	inProgress,
	onHold,
	partShipped,
	of,
	shipped,
	WAITING,
	CONFIRMED,
	inShort,
	assess,
	HELD,
	BY_OTHERS,
} from './assessmentCases';
import { anOffer, anOrder, aRecord, MUG, NOW, NOW_MS } from './builders';

describe('the pause between offers', () => {
	it.each([
		[1, 1],
		[2, 2],
		[3, 4],
		[5, 16],
		[6, 24],
		[60, 24],
	])('after attempt %i is %i hours', (attempts, hours) => {
		const record = aRecord([anOffer({ attempts, lastOfferedAt: NOW })]);
		const dueMs = NOW_MS + hours * HOUR_MS;

		const before = assess(anOrder(), record, { nowMs: dueMs - 1 });
		const after = assess(anOrder(), record, { nowMs: dueMs });

		expect([before.emissions.length, before.nextDueMs]).toEqual([0, dueMs]);
		expect([after.emissions.length, after.nextDueMs]).toEqual([1, null]);
	});

	it('counts an attempt and keeps the first time', () => {
		const { record } = assess(anOrder(), WAITING);

		expect(record.offers).toEqual([
			anOffer({ attempts: 2, lastOfferedAt: NOW, run: 'execution-312' }),
		]);
	});
});

describe('what is recorded before anything leaves', () => {
	it('a first offer, with what was shipped before', () => {
		const { record } = assess(shipped(1, of(partShipped(FO_A, 2, 3))), NO_RECORD);

		expect(record).toEqual({
			offers: [
				anOffer({
					firstOfferedAt: NOW,
					lastOfferedAt: NOW,
					run: 'execution-312',
					shippedThen: { [MUG]: 1 },
				}),
			],
			shippedBefore: { [FO_A]: { [MUG]: 1 } },
		});
	});

	it('a confirmation, if emitting counts', () => {
		const { record } = assess(anOrder(), NO_RECORD, { confirmsWhenEmitted: true });

		expect(record.offers[0]?.confirmedAt).toBe(NOW);
	});

	it('what was shipped before stays shipped before, however often an offer is repeated', () => {
		const order = shipped(1, of(partShipped(FO_A, 2, 3)));
		let record = NO_RECORD;
		for (let day = 0; day < 4; day += 1) {
			const assessed = assess(order, record, { nowMs: NOW_MS + day * 24 * HOUR_MS });

			expect(inShort(assessed)).toEqual(['Ready 6837101 9001x2']);
			record = assessed.record;
		}

		expect(record.shippedBefore).toEqual({ [FO_A]: { [MUG]: 1 } });
	});

	it('is nothing new if nothing is emitted', () => {
		expect(assess(of(inProgress(FO_A, 2)), CONFIRMED).record).toEqual(CONFIRMED);
	});

	it('names why units that were never offered are left out', () => {
		expect(assess(of(onHold(FO_A, 2)), NO_RECORD).reasons).toEqual([
			{
				fulfillmentOrder: 'gid://shopify/FulfillmentOrder/6837101',
				reason: { filter: 'Ready', text: HELD },
			},
		]);
	});
});

/** Polls one state after the other, a day apart. */
function poll(states: readonly OrderState[], started: HandoverRecord = NO_RECORD) {
	let record = started;
	const said: (readonly string[])[] = [];
	for (const [day, order] of states.entries()) {
		const assessed = assess(order, record, { nowMs: NOW_MS + day * 48 * HOUR_MS });
		said.push(inShort(assessed));
		record = assessed.record;
	}
	return { said, record };
}

describe('an offer in doubt', () => {
	it('stays in doubt when all is open again, since the target may have changed it', () => {
		const { said } = poll([of(onHold(FO_A, 2)), of(open(FO_A, 2))], WAITING);

		expect(said[1]).toEqual(['Unsettled 6837101 9001x2 | 6837101:2 9001x2 ready']);
	});

	it('names its parts by the same keys again', () => {
		const state = of(onHold(FO_A, 1), open(FO_B, 1));

		const { said } = poll([state, state, state], WAITING);

		expect(said[2]).toEqual(
			said[0]?.map((text) =>
				text.replace(
					'| - 9001x1 ' + HELD + ' | 6837114 9001x1 ready',
					'| 6837114 9001x1 ready | - 9001x1 ' + HELD,
				),
			),
		);
	});

	it('names the part that a part shipment left by the same key again', () => {
		const state = shipped(1, of(partShipped(FO_A, 1, 2)));

		const { said } = poll([state, state, state], WAITING);

		expect(said).toEqual(
			Array(3).fill([`Unsettled 6837101 9001x2 | 6837101:2 9001x1 ready | - 9001x1 ${BY_OTHERS}`]),
		);
	});

	it('speaks for a part that was held after its key was handed over, until it is settled itself', () => {
		const { said, record } = poll(
			[of(onHold(FO_A, 1), open(FO_B, 1)), of(onHold(FO_A, 1), onHold(FO_B, 1))],
			WAITING,
		);

		expect(said[1]).toEqual([
			`Unsettled 6837101 9001x2 | - 9001x1 its units have moved on; it comes as Unsettled under its own key 6837114 once 6837101 is settled | - 9001x1 ${HELD}`,
		]);

		const order = of(onHold(FO_A, 1), onHold(FO_B, 1));
		const nowMs = NOW_MS + 50 * HOUR_MS;
		const settled = confirmOffer(order, record, {
			key: FO_A,
			attempt: 3,
			nowMs,
			run: 'execution-400',
		});
		const next = assess(order, settled.record, { nowMs: nowMs + 48 * HOUR_MS });

		expect(settled.record.offers.map((offer) => [offer.key, offer.voidedAt !== undefined])).toEqual(
			[
				['6837101', true],
				['6837114', false],
			],
		);
		expect(inShort(next)).toEqual([`Unsettled 6837114 9001x1 | - 9001x1 ${HELD}`]);
	});

	it('gives its units free once the target says that it has nothing of it', () => {
		const held = of(onHold(FO_A, 2));
		const { record } = poll([held], WAITING);

		const settled = confirmOffer(held, record, {
			key: FO_A,
			attempt: 2,
			nowMs: NOW_MS,
			run: 'execution-400',
		});

		expect(inShort(assess(of(open(FO_A, 2)), settled.record))).toEqual(['Ready 6837101:2 9001x2']);
	});
});
