import { allocateUnits } from '../../nodes/domain/allocation';
import { confirmOffer } from '../../nodes/domain/confirmation';
import type { HandoverRecord } from '../../nodes/domain/handoverRecord';
import type { OrderState, Units } from '../../nodes/domain/order';
import { countUnits } from '../../nodes/domain/order';
import { FO_A, FO_B, mugs, of } from './assessmentCases';
import { aFulfillmentOrder, anOffer, aRecord, MUG, NOW, NOW_MS } from './builders';

/** Confirms an *Unsettled* offer of two units, of which the target says that it has shipped some. */
function settle(order: OrderState, record: HandoverRecord, shippedByTarget: Units) {
	return confirmOffer(order, record, {
		key: FO_A,
		shippedByTarget,
		nowMs: NOW_MS,
		run: 'execution-400',
	});
}

/** Of two units, some are left in fulfillment order A. */
const leftInA = (left: number): OrderState => ({
	...of(
		aFulfillmentOrder({
			legacyId: FO_A,
			status: left > 0 ? 'IN_PROGRESS' : 'CLOSED',
			lines: [mugs(left, 2)],
		}),
	),
	fulfilled: { [MUG]: 2 - left },
});

/** The whole, and what is left of it as a part. */
function inDoubt(shipped: number): HandoverRecord {
	const whole = anOffer({
		attempts: 2,
		inDoubt: true,
		shippedInDoubt: { [MUG]: shipped },
		lastOfferedAt: NOW,
	});
	const part = anOffer({
		key: `${FO_A}:2`,
		partOf: FO_A,
		units: { [MUG]: 2 - shipped },
		lastOfferedAt: NOW,
	});
	return aRecord(shipped < 2 ? [whole, part] : [whole]);
}

describe('what the target of an Unsettled offer has shipped is its own', () => {
	it.each<[string, number, Units, number | 'void', number]>([
		['it says nothing, and one is shipped', 1, {}, 1, 1],
		['it says nothing, and all is shipped', 2, {}, 'void', 2],
		['it has shipped one', 1, { [MUG]: 1 }, 2, 0],
		['it has shipped more than Shopify knows', 1, { [MUG]: 9 }, 2, 0],
		['it has shipped all', 2, { [MUG]: 2 }, 2, 0],
		['it has shipped one, and others one', 2, { [MUG]: 1 }, 1, 1],
		['it has shipped something else', 2, { '9009': 1 }, 'void', 2],
	])('%s', (_name, shipped, byTarget, units, before) => {
		const confirmed = settle(leftInA(2 - shipped), inDoubt(shipped), byTarget);

		const [offer] = confirmed.record.offers;
		expect(confirmed.result).toBe('confirmed');
		expect(offer?.voidedAt === undefined ? offer?.units[MUG] : 'void').toBe(units);
		const others = Object.values(confirmed.record.shippedBefore);
		expect(others.reduce((sum, one) => sum + countUnits(one), 0)).toBe(before);
	});

	it('wherever it was shipped from: what is left at home is another offer', () => {
		const held = aFulfillmentOrder({ legacyId: FO_A, status: 'ON_HOLD', lines: [mugs(1)] });
		const gone = aFulfillmentOrder({ legacyId: FO_B, status: 'CLOSED', lines: [mugs(0, 1)] });
		const order = { ...of(held, gone), fulfilled: { [MUG]: 1 } };

		const [whole] = inDoubt(1).offers;
		const { record } = settle(order, aRecord(whole ? [whole] : []), { [MUG]: 1 });

		expect(record.offers[0]).toMatchObject({
			units: { [MUG]: 1 },
			told: { fulfillmentOrders: [FO_A, FO_B] },
		});
	});

	it.each([
		['what another offer seemed to have is left to the one that was on its way', undefined, {}],
		['unless it was shipped before that one was made', { [MUG]: 1 }, { [FO_A]: { [MUG]: 1 } }],
	])('%s', (_name, shippedThen, before) => {
		// Two mugs were offered and never arrived; one more was added, offered, arrived and has left.
		const order = {
			...of(aFulfillmentOrder({ legacyId: FO_A, status: 'IN_PROGRESS', lines: [mugs(2, 3)] })),
			fulfilled: { [MUG]: 1 },
		};
		const [whole] = inDoubt(1).offers;
		const added = anOffer({
			key: `${FO_A}:2`,
			units: { [MUG]: 1 },
			...(shippedThen && { shippedThen }),
		});
		const part = anOffer({
			key: `${FO_A}:3`,
			partOf: FO_A,
			units: { [MUG]: 1 },
			shippedThen: { [MUG]: 1 },
			lastOfferedAt: NOW,
		});
		const record = aRecord([...(whole ? [whole] : []), added, part]);

		const confirmed = confirmOffer(order, record, {
			key: part.key,
			nowMs: NOW_MS,
			run: 'execution-400',
		});

		expect(confirmed.record.shippedBefore).toEqual(before);
		const { offers } = allocateUnits(order, confirmed.record, () => true);
		const found = offers.find(({ offer }) => offer.key === added.key);
		expect(found?.shipped).toEqual(shippedThen ? {} : { [MUG]: 1 });
	});
});
