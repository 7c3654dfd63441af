import type { Units } from './order';
import { countUnits } from './order';
import type { Demand } from './shipmentDemands';
import type { Allocation, Part } from './shipmentAllocation';
import { allocateShipment, MAX_FULFILLMENT_ORDERS, MAX_LINES } from './shipmentAllocation';
import type { Shipment } from './shipment';
import { numberKeys, sharesNumber } from './shipment';
import type { ExistingFulfillment, ShippedOrder } from './shippedOrder';
import { activeFulfillments, unitsOfAll } from './shippedOrder';

/** What of a shipment is in the shop already. */
export interface Comparison {
	/** Fulfillments that are this shipment, or parts of it. */
	readonly same: readonly ExistingFulfillment[];
	/** What is still to be fulfilled; demands of which nothing is left are gone. */
	readonly rest: readonly Demand[];
	/** What `rest` comes to, where the comparison has found that out already. */
	readonly allocated?: Allocation;
	/** Units of the shipment that those fulfillments hold. */
	readonly done: number;
}

/** Fulfillments without a tracking number that may be a shipment without one. */
export interface Unnumbered {
	/** Made for this shipment by this run. */
	readonly made: readonly ExistingFulfillment[];
	/** Those that were there before. */
	readonly candidates: readonly ExistingFulfillment[];
}

/**
 * Finds a shipment among the fulfillments that an order has: `fulfillmentCreate` knows no idempotency key
 * (Admin API 2026-07), so this is what makes a repeated upload harmless.
 *
 * With tracking numbers, units that are fulfilled under one of them are this shipment's, line by line.
 * Without one, a fulfillment without a number is, if it is exactly what would have been made for this
 * shipment before it was there.
 */
export function compareShipment(
	order: ShippedOrder,
	shipment: Shipment,
	demands: readonly Demand[],
	unnumbered: Unnumbered,
	preferredLocation: string,
): Comparison {
	const keys = numberKeys(shipment.tracking);
	if (keys.size === 0) return compareUnnumbered(order, demands, unnumbered, preferredLocation);
	const same = activeFulfillments(order).filter(({ tracking }) => sharesNumber(tracking, keys));
	return { same, ...subtract(demands, unitsOfAll(same)) };
}

function subtract(
	demands: readonly Demand[],
	units: Map<string, number>,
): { readonly rest: readonly Demand[]; readonly done: number } {
	let done = 0;
	const rest: Demand[] = [];
	for (const demand of demands) {
		let missing = demand.quantity;
		if (!demand.isDifference) {
			for (const line of demand.orderLines) {
				const there = Math.min(missing, units.get(line) ?? 0);
				units.set(line, (units.get(line) ?? 0) - there);
				missing -= there;
				done += there;
			}
		}
		if (missing > 0) rest.push({ ...demand, quantity: missing });
	}
	return { rest, done };
}

/**
 * Finds a shipment without a number: fulfillments that, undone together, would be made again exactly so. A part
 * shipment of before is not found, because of its units more would be taken. Of several possible sets of
 * fulfillments that follow each other the one counts that is the whole shipment, then the largest, then
 * the newest. What is left to do are the parts that none of them is.
 */
function compareUnnumbered(
	order: ShippedOrder,
	demands: readonly Demand[],
	{ made, candidates }: Unnumbered,
	preferredLocation: string,
): Comparison {
	if (demands.some(({ isDifference }) => isDifference)) {
		return { same: made, ...subtract(demands, new Map()) };
	}
	const alike = alikeIn(demands);
	let best: Comparison | undefined;
	const longest = Math.min(candidates.length, mostParts(order));
	for (let length = longest; length >= (made.length > 0 ? 0 : 1); length -= 1) {
		for (let start = candidates.length - length; start >= 0; start -= 1) {
			const same = [...made, ...candidates.slice(start, start + length)];
			if (exceeds(same, demands)) continue;
			const all = allocateShipment(undo(order, same), demands, preferredLocation, false);
			const parts = withoutParts(all.parts, same, alike);
			if (!parts) continue;
			const done = same.reduce((sum, { units }) => sum + countUnits(units), 0);
			const found = { same, rest: demands, allocated: { ...all, parts }, done };
			if (parts.length === 0) return found;
			best ??= found;
		}
	}
	return best ?? { same: made, ...subtract(demands, unitsOfAll(made)) };
}

/** How many parts a shipment can have: one for each location, and more where a call would be too large. */
function mostParts({ fulfillmentOrders }: ShippedOrder): number {
	const places = new Set(fulfillmentOrders.map(({ location }) => location.id ?? location.name));
	const lines = fulfillmentOrders.reduce((sum, one) => sum + one.lines.length, 0);
	const calls = Math.max(lines / MAX_LINES, fulfillmentOrders.length / MAX_FULFILLMENT_ORDERS);
	return places.size + Math.ceil(calls);
}

/** Whether fulfillments hold more of a line than is asked for: then they are no parts of it. */
function exceeds(
	fulfillments: readonly ExistingFulfillment[],
	demands: readonly Demand[],
): boolean {
	const asked = new Map<string, number>();
	for (const { orderLines, quantity } of demands) {
		for (const line of orderLines) asked.set(line, (asked.get(line) ?? 0) + quantity);
	}
	return [...unitsOfAll(fulfillments)].some(([line, units]) => units > (asked.get(line) ?? 0));
}

/**
 * The parts that none of the fulfillments is; undefined if one of these is no part. Of several order lines that a SKU
 * may mean, it does not count which: what was handed over since would be chosen first now.
 */
function withoutParts(
	parts: readonly Part[],
	fulfillments: readonly ExistingFulfillment[],
	alike: ReadonlyMap<string, string>,
): readonly Part[] | undefined {
	const goods = (units: Units): Units => {
		const counts: Record<string, number> = {};
		for (const [line, count] of Object.entries(units)) {
			const name = alike.get(line) ?? line;
			counts[name] = (counts[name] ?? 0) + count;
		}
		return counts;
	};
	const left = [...parts];
	for (const { location, units } of fulfillments) {
		const at = left.findIndex(
			(part) => part.location === location && equalUnits(goods(part.units), goods(units)),
		);
		if (at === -1) return undefined;
		left.splice(at, 1);
	}
	return left;
}

/** A common name of order lines that a demand may take its units from, by order line. */
function alikeIn(demands: readonly Demand[]): ReadonlyMap<string, string> {
	const names = new Map<string, string>();
	for (const { orderLines } of demands) {
		const [name = ''] = orderLines;
		const old = new Set(orderLines.map((line) => names.get(line) ?? line));
		for (const [line, one] of names) if (old.has(one)) names.set(line, name);
		for (const line of orderLines) names.set(line, name);
	}
	return names;
}

/** The order as if some fulfillments had never been made: their units are open at their location. */
function undo(order: ShippedOrder, fulfillments: readonly ExistingFulfillment[]): ShippedOrder {
	const back = new Map<string | null, Map<string, number>>();
	for (const { location } of fulfillments) {
		const there = fulfillments.filter((other) => other.location === location);
		back.set(location, unitsOfAll(there));
	}
	const fulfillmentOrders = order.fulfillmentOrders.map((one) => {
		const units = back.get(one.location.id);
		if (!units) return one;
		const lines = one.lines.map((line) => {
			const count = Math.min(units.get(line.orderLineId) ?? 0, line.total - line.remaining);
			units.set(line.orderLineId, (units.get(line.orderLineId) ?? 0) - count);
			return { ...line, remaining: line.remaining + count };
		});
		const isOpen = lines.some((line, index) => line.remaining !== one.lines[index]?.remaining);
		return isOpen && one.status === 'CLOSED'
			? { ...one, status: 'OPEN', mayFulfill: true, lines }
			: { ...one, lines };
	});
	return { ...order, fulfillmentOrders };
}

/** Whether two sets of units are the same. */
export function equalUnits(one: Units, other: Units): boolean {
	const lines = new Set([...Object.keys(one), ...Object.keys(other)]);
	return [...lines].every((line) => (one[line] ?? 0) === (other[line] ?? 0));
}
