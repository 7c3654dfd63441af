import type { Units } from './order';
import type { Demand } from './shipmentDemands';
import type {
	HandedOver,
	ShippableFulfillmentOrder,
	ShippableLine,
	ShippedOrder,
} from './shippedOrder';
import { isWaiting } from './shippedOrder';
import { take } from './unitPools';
import { sumOf } from './unitSums';

/** What was handed over, while units are given out. */
export interface HandedOverNow {
	/** Whether units on hold are waited for. */
	readonly waits: boolean;
	/** Without units that wait in the fulfillment order that they were offered in. */
	readonly offers: HandedOver['offers'];
	/** Those that wait, by order line. */
	readonly waiting: Units;
	/** Units by order line that were shipped since the first offer, and those that are given out now. */
	readonly shipped: Map<string, number>;
}

/** Finds out what is still to be shipped of what was offered, and what of it waits. */
export function handedOverNow(order: ShippedOrder, waits: boolean): HandedOverNow {
	const { fulfillmentOrders, handedOver } = order;
	const held = new Map(
		fulfillmentOrders
			.filter((one) => waits && isWaiting(one))
			.map(({ legacyId, lines }) => [
				legacyId,
				new Map(lines.map(({ orderLineId, remaining }) => [orderLineId, remaining])),
			]),
	);
	const waiting: Record<string, number> = {};
	const offers = handedOver.offers.map(({ fulfillmentOrder, location, units }) => {
		const there = held.get(fulfillmentOrder) ?? new Map<string, number>();
		const rest = Object.entries(units).map(([line, count]) => {
			const waits = take(there, line, count);
			waiting[line] = (waiting[line] ?? 0) + waits;
			return [line, count - waits] as const;
		});
		return { fulfillmentOrder, location, units: Object.fromEntries(rest) };
	});
	return { waits, offers, waiting, shipped: shippedSinceOffered(order) };
}

/** Units of a demand that nobody was offered: they are in the parcel only if it has more than was offered. */
export function othersIn(
	from: readonly ShippableFulfillmentOrder[],
	demand: Demand,
	left: ReadonlyMap<ShippableLine, number>,
	handed: HandedOverNow,
): number {
	if (!handed.waits) return demand.quantity;
	const waiting = demand.orderLines.reduce((sum, line) => sum + (handed.waiting[line] ?? 0), 0);
	return demand.quantity - waiting - offeredIn(from, demand, left, handed);
}

/**
 * Units of some order lines that the target of a location was handed over. Without a number none count: a shipment is
 * found again by what would be made of it, which offers made since must not change.
 */
export function offeredAt(
	{ offers, waits }: HandedOverNow,
	location: string | null,
	orderLines: readonly string[],
): number {
	if (!waits || location === null) return 0;
	const here = sumOf(offers.filter((one) => one.location === location).map(({ units }) => units));
	return orderLines.reduce((sum, line) => sum + (here[line] ?? 0), 0);
}

/** Most units of each order line that may be shipped in the end, those included that are; null for whatever is left. */
export type Round = Units | null;

/** Offer by offer, those of the named fulfillment order first, and at last whatever there is. */
export function roundsOf(
	{ offers, waits }: HandedOverNow,
	{ fulfillmentOrder: named, orderLines }: Demand,
): readonly Round[] {
	if (!waits && orderLines.length === 1) return [null];
	const own = offers.filter(({ fulfillmentOrder }) => fulfillmentOrder === named);
	const others = offers.filter((one) => !own.includes(one));
	const inOrder = [...own, ...others].map(({ units }) => units);
	return [...inOrder.map((_, index) => sumOf(inOrder.slice(0, index + 1))), null];
}

/** Units of a demand that were offered and can be shipped now. */
function offeredIn(
	from: readonly ShippableFulfillmentOrder[],
	{ orderLines }: Demand,
	left: ReadonlyMap<ShippableLine, number>,
	{ offers, shipped }: HandedOverNow,
): number {
	const offered = sumOf(offers.map(({ units }) => units));
	const lines = from.flatMap((one) => one.lines);
	return orderLines.reduce((sum, id) => {
		const open = lines
			.filter(({ orderLineId }) => orderLineId === id)
			.reduce((total, line) => total + (left.get(line) ?? 0), 0);
		return sum + Math.max(0, Math.min(open, (offered[id] ?? 0) - (shipped.get(id) ?? 0)));
	}, 0);
}

/** Units by order line that are gone from its fulfillment orders, without those that were never offered. */
function shippedSinceOffered({ fulfillmentOrders, handedOver }: ShippedOrder): Map<string, number> {
	const shipped = new Map<string, number>();
	for (const { orderLineId, total, remaining } of fulfillmentOrders.flatMap(({ lines }) => lines)) {
		shipped.set(orderLineId, (shipped.get(orderLineId) ?? 0) + total - remaining);
	}
	for (const [line, count] of Object.entries(handedOver.shippedBefore)) {
		shipped.set(line, Math.max(0, (shipped.get(line) ?? 0) - count));
	}
	return shipped;
}
