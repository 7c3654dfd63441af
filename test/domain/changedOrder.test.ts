import type { Emission } from '../../nodes/domain/assessment';
import { CHANGE_EVENTS } from '../../nodes/domain/changeEvents';
import { tellAgain } from '../../nodes/domain/changedOrder';
import { confirmOffer } from '../../nodes/domain/confirmation';
import { isChange, toEmittedItem } from '../../nodes/domain/emittedItem';
import type { HandoverRecord } from '../../nodes/domain/handoverRecord';
import { readRecord, writeRecord } from '../../nodes/domain/handoverRecord';
import type { OrderState } from '../../nodes/domain/order';
import type { ItemContext } from '../../nodes/domain/targetOrder';
import schema from '../../nodes/ShopifyFulfillmentOrdersTrigger/item.schema.json';
import {
	assess,
	closed,
	FO_A,
	FO_B,
	HOUR_MS,
	inProgress,
	LEEDS_ONLY,
	mugs,
	of,
	onHold,
} from './assessmentCases';
import { aConfirmedOffer, aFulfillmentOrder, aRecord, NOW_MS, YORK } from './builders';
import { aFulfillmentOrderWithDetails } from './detailsBuilders';
import { problemsWith } from './schemaProblems';

const CONTEXT: ItemContext = {
	shop: 'harbour-goods.myshopify.com',
	numberStyle: { alwaysAppend: false, withoutHash: false, prefix: '' },
	manual: false,
	raw: false,
};

const itemsOf = (emissions: readonly Emission[], record: HandoverRecord) =>
	emissions
		.filter(isChange)
		.map((emission) =>
			toEmittedItem(
				emission,
				{ record, shipmentStatus: 'UNSHIPPED' },
				(legacyId) => aFulfillmentOrderWithDetails({ legacyId }),
				CONTEXT,
			),
		);

describe('the item of a change', () => {
	it.each<[string, OrderState]>([
		['held', of(onHold(FO_A, 2))],
		['a unit removed', of(inProgress(FO_A, 1))],
		['all removed', of(closed(FO_A))],
		['split', of(inProgress(FO_A, 1), inProgress(FO_B, 1))],
		[
			'moved in part',
			of(
				inProgress(FO_A, 1),
				aFulfillmentOrder({ legacyId: FO_B, location: YORK, lines: [mugs(1)] }),
			),
		],
	])('is as the published schema says: %s', (_what, order) => {
		const record = aRecord([aConfirmedOffer()]);
		const { emissions } = assess(order, record, {
			...LEEDS_ONLY,
			events: new Set(CHANGE_EVENTS),
		});
		const items = itemsOf(emissions, record);

		expect(items).not.toEqual([]);
		expect(items.flatMap((item) => problemsWith(item, schema))).toEqual([]);
	});

	it('has a number, and each later one a higher one, whatever came between', () => {
		const rules = { ...LEEDS_ONLY, events: new Set(CHANGE_EVENTS) };
		const [held, whole] = [of(onHold(FO_A, 2)), of(inProgress(FO_A, 2))];
		let record = aRecord([aConfirmedOffer()]);
		const numbers = [held, whole, of(closed(FO_A)), whole, held].map((order, at) => {
			const nowMs = NOW_MS + at * 48 * HOUR_MS;
			const { emissions, record: after } = assess(order, record, { ...rules, nowMs });
			const items = itemsOf(emissions, record);
			record = readRecord(writeRecord(after));
			// All was removed and came back: its target is asked, and says that it has it.
			const key = emissions.find(({ event }) => event === 'Unsettled')?.offer.key;
			if (key) record = confirmOffer(order, record, { key, nowMs, run: 'run' }).record;
			return items.map((item) => (item?.['handover'] as { change: number }).change);
		});
		const [first, day] = [NOW_MS / 1000, 24 * 3600];
		expect(numbers).toEqual([[first], [first + 2 * day], [first + 4 * day], [], [first + 8 * day]]);
	});

	it('of a record that was lost has no lower number than what was told before', () => {
		const rules = { ...LEEDS_ONLY, events: new Set(CHANGE_EVENTS) };
		const numberOf = (order: OrderState, nowMs: number) => {
			const record = aRecord([aConfirmedOffer()]);
			const [item] = itemsOf(assess(order, record, { ...rules, nowMs }).emissions, record);
			return (item?.['handover'] as { change: number }).change;
		};
		const before = numberOf(of(onHold(FO_A, 2)), NOW_MS);
		expect(numberOf(of(inProgress(FO_A, 1)), NOW_MS + 60_000)).toBeGreaterThan(before);
	});

	it('that is told again has a higher number than the one that did not arrive', () => {
		const rules = { ...LEEDS_ONLY, events: new Set(CHANGE_EVENTS) };
		const order = of(onHold(FO_A, 2));
		const first = assess(order, aRecord([aConfirmedOffer()]), rules);
		const told = { key: FO_A, before: {}, after: first.record.offers[0]?.told ?? {} };
		const again = assess(order, tellAgain(first.record, told), rules);
		expect(itemsOf(again.emissions, again.record)).toMatchObject([
			{ handover: { change: NOW_MS / 1000 + 1 } },
		]);
	});
});
