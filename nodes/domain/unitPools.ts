import type { HandoverRecord } from './handoverRecord';
import type { FulfillmentOrderState, OrderState, Units } from './order';
import { compareLegacyIds, isLive } from './order';
import { minus, sumOf } from './unitSums';

/** Units by order line, while they are being shared out. */
export type Counts = Map<string, number>;

/** Units of an offer found in one fulfillment order. */
export interface Share {
	readonly fulfillmentOrder: FulfillmentOrderState;
	readonly units: Units;
}

/** Units shipped from a fulfillment order, by order line, as its lines say. */
export function shippedFromOne(fulfillmentOrder: FulfillmentOrderState): Units {
	const counts: Counts = new Map();
	for (const line of fulfillmentOrder.lines)
		add(counts, line.orderLineId, line.total - line.remaining);
	return toUnits(counts);
}

/** Units of an order that can still be shipped one day, by fulfillment order. */
export function openUnits(order: OrderState): Map<string, Counts> {
	const open = new Map<string, Counts>();
	if (order.cancelledAt !== null) return open;
	for (const fulfillmentOrder of order.fulfillmentOrders) {
		if (!isLive(fulfillmentOrder)) continue;
		const counts: Counts = new Map();
		for (const line of fulfillmentOrder.lines) add(counts, line.orderLineId, line.remaining);
		open.set(fulfillmentOrder.legacyId, counts);
	}
	return open;
}

/**
 * Units shipped since the first offer, by fulfillment order: what its lines say is gone from it, but no
 * more than the order's fulfillments say, because a cancelled fulfillment may leave the lines of a
 * closed fulfillment order as they were (not documented by Shopify, 2026-07). What was shipped
 * before any offer belongs to none: it is taken out into `before`, as far as it is still shipped (its
 * fulfillment may be cancelled since).
 */
export function shippedUnits(
	order: OrderState,
	record: HandoverRecord,
): { readonly shipped: Map<string, Counts>; readonly before: Map<string, Counts> } {
	const left = new Map(Object.entries(order.fulfilled));
	const shipped = new Map<string, Counts>();
	// Live ones first: if a cancelled fulfillment left traces, they are in closed ones.
	const inTurn = [...order.fulfillmentOrders].sort(
		(one, other) =>
			Number(isLive(other)) - Number(isLive(one)) || compareLegacyIds(one.legacyId, other.legacyId),
	);
	for (const fulfillmentOrder of inTurn) {
		const counts: Counts = new Map();
		for (const line of fulfillmentOrder.lines) {
			const count = take(left, line.orderLineId, line.total - line.remaining);
			add(counts, line.orderLineId, count);
		}
		if (counts.size > 0) shipped.set(fulfillmentOrder.legacyId, counts);
	}
	// Fulfilled units whose fulfillment order shows no trace of them any more.
	if ([...left.values()].some((count) => count > 0)) shipped.set(ELSEWHERE, left);
	const before = new Map<string, Counts>();
	for (const [id, units] of Object.entries(record.shippedBefore)) {
		for (const [line, count] of Object.entries(units)) {
			let rest = count;
			// Shipped units do not move: those of another fulfillment order are not the same ones.
			const places = id === ELSEWHERE ? [...shipped.keys()] : [id, ELSEWHERE];
			for (const place of places) {
				const counts = shipped.get(place);
				if (counts) rest -= take(counts, line, rest);
			}
			addAll(before, id, new Map([[line, count - rest]]));
		}
	}
	return { shipped, before };
}

/** Units shipped since a moment, by order line; all but `before`, if Shopify does not list each shipment. */
export function shippedSince(
	{ fulfillments, fulfilled }: OrderState,
	since: string,
	before: Units = {},
): Units {
	if (fulfillments.length === 0) return minus(fulfilled, before);
	const made = fulfillments.filter(
		(one) => !one.cancelled && Date.parse(one.createdAt) >= Date.parse(since) - ONE_SECOND_MS,
	);
	return sumOf(made.map(({ units }) => units));
}

/** Shopify's times are whole seconds. */
const ONE_SECOND_MS = 1000;

/** Adds units to those of one fulfillment order. */
export function addAll(into: Map<string, Counts>, id: string, counts: Counts): void {
	const there = into.get(id) ?? new Map<string, number>();
	for (const [line, count] of counts) add(there, line, count);
	if (there.size > 0) into.set(id, there);
}

/** Stands for a fulfillment order that no longer shows its shipped units. */
const ELSEWHERE = '-';

/** Moves units that are needed, as far as they are there. */
export function moveAll(need: Counts, from: Counts | undefined, into: Counts): void {
	if (!from) return;
	for (const [line, wanted] of need) {
		const count = take(from, line, wanted);
		if (count === 0) continue;
		take(need, line, count);
		add(into, line, count);
	}
}

/** Takes units of one order line, and answers how many there were to take. */
export function take(counts: Counts, line: string, wanted: number): number {
	const there = counts.get(line) ?? 0;
	const taken = Math.max(0, Math.min(there, wanted));
	if (taken === there) counts.delete(line);
	else counts.set(line, there - taken);
	return taken;
}

/** Adds units of one order line. */
export function add(counts: Counts, line: string, count: number): void {
	if (count > 0) counts.set(line, (counts.get(line) ?? 0) + count);
}

/** Counted units as plain data; lines without units are left out. */
export function toUnits(counts: Counts): Units {
	return Object.fromEntries([...counts].filter(([, count]) => count > 0));
}

/** Counted units beside the fulfillment orders that have them. */
export function sharesOf(units: Map<string, Counts>, order: OrderState): readonly Share[] {
	return order.fulfillmentOrders.flatMap((fulfillmentOrder) => {
		const counts = units.get(fulfillmentOrder.legacyId);
		return counts && counts.size > 0 ? [{ fulfillmentOrder, units: toUnits(counts) }] : [];
	});
}

/** Counted units as plain data, by fulfillment order. */
export function unitsByKey(units: Map<string, Counts>): Readonly<Record<string, Units>> {
	return Object.fromEntries(
		[...units].filter(([, counts]) => counts.size > 0).map(([id, counts]) => [id, toUnits(counts)]),
	);
}
