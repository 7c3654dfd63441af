import type { HandedOverNow } from './handedOverUnits';
import { handedOverNow, offeredAt, othersIn, roundsOf } from './handedOverUnits';
import type { Units } from './order';
import { compareLegacyIds } from './order';
import type { Demand } from './shipmentDemands';
import type { ShippableFulfillmentOrder, ShippableLine, ShippedOrder } from './shippedOrder';
import { canShip, isWaiting } from './shippedOrder';

/** One fulfillment to be made: units of fulfillment orders of one order and one location. */
export interface Part {
	/** Legacy id of the location; null if the app may not see it. */
	readonly location: string | null;
	readonly locationName: string;
	readonly fulfillmentOrders: readonly {
		readonly id: string;
		readonly legacyId: string;
		/** Global ids of fulfillment order line items, and units. */
		readonly lines: readonly { readonly id: string; readonly quantity: number }[];
	}[];
	/** The same units by order line. */
	readonly units: Units;
}

/** Units of a demand that no fulfillment order could give. */
export interface Shortfall {
	readonly demand: Demand;
	readonly quantity: number;
	/** How many of them are there, but cannot be shipped now, and where. */
	readonly waiting: readonly { readonly at: ShippableFulfillmentOrder; readonly units: number }[];
}

/** What the demands of a shipment come to. */
export interface Allocation {
	readonly parts: readonly Part[];
	readonly shortfalls: readonly Shortfall[];
	/** Units that were taken from another fulfillment order than the one that was named. */
	readonly elsewhere: readonly {
		readonly label: string;
		readonly units: number;
		readonly from: ShippableFulfillmentOrder;
	}[];
}

/** `FulfillmentOrderLineItemsInput`, Admin API 2026-07: "maximum of 512 line items"; kept for a whole call. */
export const MAX_LINES = 512;
/** Rows of an input array, at most (Admin API 2026-07, limits). */
export const MAX_FULFILLMENT_ORDERS = 250;

interface Taken {
	readonly fulfillmentOrder: ShippableFulfillmentOrder;
	readonly line: ShippableLine;
	readonly units: number;
}

/**
 * Takes the units of demands from the order's fulfillment orders: from the named one first, then from its
 * location (where it was handed over, if it was), then from the chosen location, then from the one that has most of what
 * its target was handed over, then from the one that has most of what is asked for, then from where it was offered
 * first, the lowest id first. Units that were handed over come before others, of any order line with the SKU, and are
 * waited for while they are on hold: a unit that was added while the parcel was on its way is not in it, and what seems
 * to be shipped is not ordered any more. One part for each location, more where Shopify's input limits ask for it.
 *
 * @param waits whether units on hold are waited for; a shipment without a number would not be recognised by a part
 */
export function allocateShipment(
	order: ShippedOrder,
	demands: readonly Demand[],
	preferredLocation: string,
	waits: boolean,
): Allocation {
	const left = new Map<ShippableLine, number>();
	const open = order.fulfillmentOrders.filter(canShip);
	for (const { lines } of open) for (const line of lines) left.set(line, line.remaining);
	const handed = handedOverNow(order, waits);
	const ranked = rankLocations(order, open, demands, preferredLocation, handed);
	const taken: Taken[] = [];
	const shortfalls: Shortfall[] = [];
	const elsewhere: Allocation['elsewhere'][number][] = [];
	for (const demand of demands) {
		const { label, quantity, fulfillmentOrder: named } = demand;
		const found = takeUnits(
			demand,
			inTurn(open, demand, ranked, homeOf(order, demand, handed)),
			left,
			handed,
		);
		taken.push(...found);
		for (const { fulfillmentOrder: from, units } of found) {
			if (named !== null && named !== from.legacyId) elsewhere.push({ label, units, from });
		}
		const missing = quantity - found.reduce((sum, { units }) => sum + units, 0);
		if (missing > 0) shortfalls.push(shortfallOf(order, demand, missing));
	}
	return { parts: toParts(taken), shortfalls, elsewhere };
}

/** Takes the units of one demand from fulfillment orders, in their order, and in each of them round by round. */
function takeUnits(
	demand: Demand,
	from: readonly ShippableFulfillmentOrder[],
	left: Map<ShippableLine, number>,
	handed: HandedOverNow,
): readonly Taken[] {
	const { orderLines, fulfillmentOrder: named } = demand;
	const rounds = roundsOf(handed, demand);
	const places = from.flatMap((fulfillmentOrder) =>
		rounds.flatMap((most) =>
			fulfillmentOrder.lines
				.filter((line) => orderLines.includes(line.orderLineId))
				.map((line) => ({ fulfillmentOrder, most, line })),
		),
	);
	let missing = demand.quantity;
	let others = othersIn(from, demand, left, handed);
	const taken = new Map<ShippableLine, Taken>();
	for (const { fulfillmentOrder, most, line } of places) {
		const { orderLineId } = line;
		const done = handed.shipped.get(orderLineId) ?? 0;
		const there = left.get(line) ?? 0;
		const isOther = most === null && fulfillmentOrder.legacyId !== named;
		const allowed = most === null ? missing : (most[orderLineId] ?? 0) - done;
		const units = Math.max(0, Math.min(missing, there, isOther ? others : allowed));
		if (units === 0) continue;
		left.set(line, there - units);
		handed.shipped.set(orderLineId, done + units);
		missing -= units;
		if (isOther) others -= units;
		const before = taken.get(line)?.units ?? 0;
		taken.set(line, { fulfillmentOrder, line, units: before + units });
	}
	return [...taken.values()];
}

/** The id of its location, or its name where the app may not see the location. */
function placeOf({ location }: ShippableFulfillmentOrder): string {
	return location.id ?? location.name;
}

/**
 * Locations by how much they have of what their targets were handed over, then by how much of the demands they can
 * serve, most first; equal ones by what stands first.
 */
function rankLocations(
	order: ShippedOrder,
	open: readonly ShippableFulfillmentOrder[],
	demands: readonly Demand[],
	preferred: string,
	handed: HandedOverNow,
): ReadonlyMap<string, number> {
	const served = new Map<string, number>();
	const ownTarget = new Map<string, number>();
	for (const place of new Set(open.map(placeOf))) {
		const here = open.filter((one) => placeOf(one) === place);
		for (const { orderLines, quantity } of demands) {
			const units = here
				.flatMap(({ lines }) => lines)
				.filter((line) => orderLines.includes(line.orderLineId))
				.reduce((sum, line) => sum + line.remaining, 0);
			const most = Math.min(units, quantity);
			const offered = Math.min(most, offeredAt(handed, here[0]?.location.id ?? null, orderLines));
			served.set(place, (served.get(place) ?? 0) + most);
			ownTarget.set(place, (ownTarget.get(place) ?? 0) + offered);
		}
	}
	const first = (place: string): number => {
		const at = handed.offers.findIndex(({ location }) => handed.waits && location === place);
		return at === -1
			? handed.offers.length + order.fulfillmentOrders.findIndex((one) => placeOf(one) === place)
			: at;
	};
	const inOrder = [...served].sort(
		([one, units], [other, otherUnits]) =>
			Number(other === preferred) - Number(one === preferred) ||
			(ownTarget.get(other) ?? 0) - (ownTarget.get(one) ?? 0) ||
			otherUnits - units ||
			first(one) - first(other),
	);
	return new Map(inOrder.map(([place], index) => [place, index]));
}

/**
 * The place that the named fulfillment order was handed over at, else the one where it is, also if it is closed by now:
 * its units went on from there. A target that ships from a place ships what is there: what has moved away since is
 * another's.
 */
function homeOf(
	order: ShippedOrder,
	{ fulfillmentOrder: named }: Demand,
	handed: HandedOverNow,
): string | undefined {
	const own = order.fulfillmentOrders.find(({ legacyId }) => legacyId === named);
	const here = own && placeOf(own);
	if (!handed.waits) return here;
	const offers = handed.offers.filter(({ fulfillmentOrder }) => fulfillmentOrder === named);
	const isOfferedHere = offers.some(({ location }) => location === own?.location.id);
	return isOfferedHere ? here : (offers[0]?.location ?? here);
}

/** Fulfillment orders in the order that a demand is served from them. */
function inTurn(
	open: readonly ShippableFulfillmentOrder[],
	{ fulfillmentOrder: named }: Demand,
	ranked: ReadonlyMap<string, number>,
	home: string | undefined,
): readonly ShippableFulfillmentOrder[] {
	const rank = (one: ShippableFulfillmentOrder): readonly number[] => [
		placeOf(one) === home ? 0 : 1,
		one.legacyId === named ? 0 : 1,
		ranked.get(placeOf(one)) ?? 0,
	];
	return [...open].sort((one, other) => {
		const [mine, theirs] = [rank(one), rank(other)];
		const at = mine.findIndex((value, index) => value !== theirs[index]);
		if (at === -1) return compareLegacyIds(one.legacyId, other.legacyId);
		return (mine[at] ?? 0) - (theirs[at] ?? 0);
	});
}

function shortfallOf(order: ShippedOrder, demand: Demand, quantity: number): Shortfall {
	let missing = quantity;
	const waiting: Shortfall['waiting'][number][] = [];
	for (const at of order.fulfillmentOrders.filter(isWaiting)) {
		const there = at.lines
			.filter((line) => demand.orderLines.includes(line.orderLineId))
			.reduce((sum, line) => sum + line.remaining, 0);
		const units = Math.min(missing, there);
		if (units === 0) continue;
		missing -= units;
		waiting.push({ at, units });
	}
	return { demand, quantity, waiting };
}

/** One part for each location, in the order of its first unit, and a new one where a call would be too large. */
function toParts(taken: readonly Taken[]): readonly Part[] {
	const byLocation = new Map<string, Taken[]>();
	for (const one of taken) {
		const place = placeOf(one.fulfillmentOrder);
		const there = byLocation.get(place);
		if (there) there.push(one);
		else byLocation.set(place, [one]);
	}
	return [...byLocation.values()].flatMap((all) => inCalls(all).map(toPart));
}

/** Units of one location, line by line together, cut into what one call takes. */
function inCalls(taken: readonly Taken[]): readonly (readonly Taken[])[] {
	const lines = new Map<ShippableLine, Taken>();
	for (const one of taken) {
		const units = one.units + (lines.get(one.line)?.units ?? 0);
		lines.set(one.line, { ...one, units });
	}
	const sorted = [...lines.values()].sort((one, other) =>
		compareLegacyIds(one.fulfillmentOrder.legacyId, other.fulfillmentOrder.legacyId),
	);
	const calls: Taken[][] = [];
	let current: Taken[] = [];
	let owners = new Set<string>();
	for (const one of sorted) {
		const { id } = one.fulfillmentOrder;
		const isFull =
			current.length >= MAX_LINES || (!owners.has(id) && owners.size >= MAX_FULFILLMENT_ORDERS);
		if (isFull) [current, owners] = [[], new Set()];
		if (current.length === 0) calls.push(current);
		current.push(one);
		owners.add(id);
	}
	return calls;
}

function toPart(taken: readonly Taken[]): Part {
	const owners = [...new Set(taken.map(({ fulfillmentOrder }) => fulfillmentOrder))];
	const units: Record<string, number> = {};
	for (const one of taken) {
		units[one.line.orderLineId] = (units[one.line.orderLineId] ?? 0) + one.units;
	}
	return {
		location: owners[0]?.location.id ?? null,
		locationName: owners[0]?.location.name ?? '',
		fulfillmentOrders: owners.map((owner) => ({
			id: owner.id,
			legacyId: owner.legacyId,
			lines: taken
				.filter((one) => one.fulfillmentOrder === owner)
				.map((one) => ({ id: one.line.id, quantity: one.units })),
		})),
		units,
	};
}
