import { CHANGE_EVENTS } from '../../nodes/domain/changeEvents';
import type { HandoverRules } from '../../nodes/domain/assessment';
import { isChange } from '../../nodes/domain/emittedItem';
import type { HandoverRecord } from '../../nodes/domain/handoverRecord';
import { readRecord, writeRecord } from '../../nodes/domain/handoverRecord';
import type { FulfillmentState, OrderState } from '../../nodes/domain/order';
import type { ChangeEmission } from '../../nodes/domain/telling';
import { assess, inShort, mugs, of } from './assessmentCases';
import { aConfirmedOffer, aFulfillmentOrder, aRecord, DETAILS, MUG, YORK } from './builders';

export const ALL: Partial<HandoverRules> = { events: new Set(CHANGE_EVENTS) };
export const CONFIRMED = aRecord([aConfirmedOffer()]);
export const inYork = (legacyId: string, count: number, progress = false) =>
	aFulfillmentOrder({ legacyId, location: YORK, progress, lines: [mugs(count)] });
export const cancelled = (order: OrderState): OrderState => ({
	...order,
	cancelledAt: '2026-11-23T08:30:00Z',
});
export const withDetails = (details: Partial<typeof DETAILS>): OrderState =>
	of(
		aFulfillmentOrder({
			progress: true,
			lines: [mugs(2)],
			details: { ...DETAILS, ...details },
		}),
	);
export const fulfillment = (fields: Partial<FulfillmentState> = {}): FulfillmentState => ({
	legacyId: '4001',
	cancelled: false,
	createdAt: '2026-11-23T08:10:00Z',
	updatedAt: '2026-11-23T08:10:00Z',
	units: { [MUG]: 1 },
	...fields,
});
export const cancelledFulfillment = (fields: Partial<FulfillmentState> = {}): FulfillmentState =>
	fulfillment({ cancelled: true, updatedAt: '2026-11-23T08:40:00Z', ...fields });

/** What is told, in short: `Moved 6837101 location Leeds>York 9001 0>1; keeps 9001x2`. */
export function told(order: OrderState, record: HandoverRecord, more: Partial<HandoverRules> = {}) {
	const assessment = assess(order, record, { ...ALL, ...more });
	const changes = assessment.emissions.filter(isChange).map(inWords);
	return [...inShort(assessment), ...changes];
}

function inWords({ event, offer, change, news }: ChangeEmission): string {
	const nameOf = (value: unknown): string => {
		if (Array.isArray(value)) return value.join('+');
		if (typeof value !== 'object' || value === null) return String(value);
		return String((value as { readonly name: string | null }).name);
	};
	const changes = change.changes.map(({ field, from, to, lines }) => {
		const counted = lines.map((line) => ` ${line.orderLineId} ${line.from}>${line.to}`);
		return `${field} ${nameOf(from)}>${nameOf(to)}${counted.join('')}`;
	});
	const keeps = Object.entries(news.keeps).map(([line, count]) => `${line}x${count}`);
	return `${event} ${offer.key} ${changes.join(', ')}; keeps ${keeps.join('+') || 'nothing'}`;
}

/** Assesses again and again, each time with the record of the time before, as the target was told it. */
export function course(
	record: HandoverRecord,
	orders: readonly OrderState[],
	more: Partial<HandoverRules> = {},
): readonly string[][] {
	let now = record;
	return orders.map((order) => {
		const said = told(order, now, more);
		now = readRecord(writeRecord(assess(order, now, { ...ALL, ...more }).record));
		return said;
	});
}
