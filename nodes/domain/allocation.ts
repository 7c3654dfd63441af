import type { HandoverRecord, Offer } from './handoverRecord';
import { isRefused, isUnconfirmed, liveOffers } from './handoverRecord';
import type { FulfillmentOrderState, OrderState, Units } from './order';
import { compareLegacyIds, countUnits, hasReportedProgress, isShippable } from './order';
import type { Counts, Share } from './unitPools';
import {
	add,
	addAll,
	moveAll,
	openUnits,
	sharesOf,
	shippedFromOne,
	shippedSince,
	shippedUnits,
	take,
	toUnits,
	unitsByKey,
} from './unitPools';

/** Where the units of an offer are now. What is in none of the lists exists no more. */
export interface Whereabouts {
	readonly offer: Offer;
	/** Units already fulfilled, by whomever. */
	readonly shipped: Units;
	/** The same units by the fulfillment order that they were shipped from. */
	readonly shippedFrom: Readonly<Record<string, Units>>;
	/** Units not fulfilled yet, by the fulfillment order that has them now. */
	readonly open: readonly Share[];
	/** Units removed from the order, refunded, or cancelled with it. */
	readonly gone: Units;
}

/** How the units of an order are spread over its offers. */
export interface Allocation {
	readonly offers: readonly Whereabouts[];
	/** Open units that belong to no offer, by fulfillment order. */
	readonly free: readonly Share[];
	/**
	 * Shipped units that belong to no offer, by fulfillment order: the record's `shippedBefore` as far as
	 * it still holds, and what has been added to it.
	 */
	readonly shippedBefore: Readonly<Record<string, Units>>;
}

/**
 * Finds out which units of an order belong to which offer.
 *
 * Shopify moves units between fulfillment orders (split, part hold, merge, move, cancel and replace),
 * so only the order line is a lasting name; units of one line are alike. An offer takes its units
 * first from the fulfillment order that it was made for: what was shipped there, then what is open
 * there; then what was shipped elsewhere, what is open at the same location, and what is open
 * anywhere else. One that nobody has confirmed takes what was shipped elsewhere before what is open: its target is asked
 * then. Confirmed offers take first, then those that were refused. What no offer takes is new. An offer in doubt takes
 * what was taken for shipped when it was emitted last before any other does, since its parts were made of what was left
 * open. What a target has refused others have shipped.
 *
 * `servesLocation` says which locations belong to the asking trigger. A confirmed offer at a place
 * that is not served does not hold back units that have moved to a served place: another target
 * has to be told about them.
 */
export function allocateUnits(
	order: OrderState,
	record: HandoverRecord,
	servesLocation: (location: string | null) => boolean,
): Allocation {
	const open = openUnits(order);
	const { shipped, before } = shippedUnits(order, record);
	const live = liveOffers(record);
	const parents = new Set(live.map((offer) => offer.partOf).filter((key) => key !== undefined));
	const claims = live.map(
		(offer): Claim => ({
			offer,
			need: needOf(offer, live),
			mayHave: mayHaveShipped(offer, order),
			shipped: new Map(),
			open: new Map(),
		}),
	);
	const confirmed = claims.filter(({ offer }) => offer.confirmedAt !== undefined);
	const waiting = claims.filter(({ offer }) => offer.confirmedAt === undefined);
	const inDoubt = waiting.filter(({ offer }) => parents.has(offer.key));
	const plain = waiting.filter(({ offer }) => !parents.has(offer.key));
	const refused = plain.filter(({ offer }) => isRefused(offer));
	const others = plain.filter(({ offer }) => !isRefused(offer));
	const takeAll = (claim: Claim): Whereabouts =>
		takeUnits(claim, order, open, shipped, servesLocation);
	// What was shipped when an offer in doubt was emitted must not look open again, or it gets one part more.
	for (const claim of waiting) {
		for (const id of familyOf(claim.offer, live)) takeKnownShipped(claim, id, shipped);
	}
	// What was shipped from the fulfillment order of one offer is not another's.
	const takeOwn = (claim: Claim): void => {
		for (const id of familyOf(claim.offer, live)) takeShipped(claim, order, id, shipped);
	};
	confirmed.forEach(takeOwn);
	for (const claim of confirmed) takeShippedWhereTold(claim, order, shipped);
	for (const claim of waiting) {
		for (const id of shipped.keys()) takeKnownShipped(claim, id, shipped);
	}
	[...inDoubt, ...others].forEach(takeOwn);
	for (const claim of confirmed) takeInProgress(claim, order, open, shipped, live);
	// What was refused is on hold, apart from others: those must not take its units in place of their own. An
	// offer in doubt gets what its parts have left open.
	const has = confirmed.map(takeAll);
	// Whose targets are asked what they have shipped, are asked for all that can be theirs.
	for (const claim of [...inDoubt, ...others]) {
		for (const id of shipped.keys()) takeShipped(claim, order, id, shipped);
	}
	const offers = [...has, ...[...refused, ...others, ...inDoubt].map(takeAll)];
	for (const [id, counts] of shipped) addAll(before, id, counts);
	return { offers, free: sharesOf(open, order), shippedBefore: unitsByKey(before) };
}

/** Whether all units of an offer can be shipped from where they were offered. */
export function isIntact({ offer, open }: Whereabouts): boolean {
	const here = open.filter(
		({ fulfillmentOrder }) =>
			fulfillmentOrder.location.id === offer.location && isShippable(fulfillmentOrder),
	);
	const found = here.reduce((sum, share) => sum + countUnits(share.units), 0);
	return found === countUnits(offer.units);
}

/** Units of an offer that are not fulfilled yet, wherever they are. */
export function openUnitsOf(whereabouts: Whereabouts): Units {
	const units: Counts = new Map();
	for (const share of whereabouts.open) {
		for (const [line, count] of Object.entries(share.units)) add(units, line, count);
	}
	return toUnits(units);
}

/** Where the units of one offer are, as the trigger of its location sees it. */
export function findOffer(
	order: OrderState,
	record: HandoverRecord,
	offer: Offer,
): Whereabouts | undefined {
	const isOwn = (location: string | null): boolean => location === offer.location;
	return allocateUnits(order, record, isOwn).offers.find((one) => one.offer.key === offer.key);
}

/** An offer with the units that it still looks for, and those that it has found by fulfillment order. */
interface Claim {
	readonly offer: Offer;
	readonly need: Counts;
	/** Shipped units that can be its own, besides those that it has found. */
	readonly mayHave: Counts;
	readonly shipped: Map<string, Counts>;
	readonly open: Map<string, Counts>;
}

/**
 * A confirmed offer has its units where its confirmation reported progress, in the first place: in
 * its own fulfillment order, or in one that no offer was made for (split off, or a kept part's).
 */
function takeInProgress(
	claim: Claim,
	order: OrderState,
	open: Map<string, Counts>,
	shipped: Map<string, Counts>,
	live: readonly Offer[],
): void {
	const { offer } = claim;
	const taken = new Set(live.map((one) => one.fulfillmentOrder));
	const carriers = order.fulfillmentOrders.filter(
		(one) => hasReportedProgress(one) && one.location.id === offer.location,
	);
	const own = carriers.filter((one) => one.legacyId === offer.fulfillmentOrder);
	// Small ones first: what is left over and free is then beside units that were handed over, and not
	// alone in a fulfillment order that looks as if staff had set it in progress.
	const unowned = carriers
		.filter((one) => !taken.has(one.legacyId))
		.sort((one, other) => countOpen(open, one) - countOpen(open, other));
	for (const { legacyId } of [...own, ...unowned]) {
		// Its units came here together with others: who ships one has most likely shipped what was handed over.
		takeShipped(claim, order, legacyId, shipped);
		takeFrom(claim.open, claim, legacyId, open);
	}
}

/**
 * Its units were seen in other fulfillment orders: what was shipped from there is its own rather than that of an offer
 * that was made there and that no target has confirmed.
 */
function takeShippedWhereTold(claim: Claim, order: OrderState, shipped: Map<string, Counts>): void {
	for (const id of claim.offer.told?.fulfillmentOrders ?? [])
		takeShipped(claim, order, id, shipped);
}

/** The fulfillment orders that an offer and, if it is in doubt, its parts were made for. */
function familyOf(offer: Offer, live: readonly Offer[]): readonly string[] {
	const parts = live.filter((one) => one.partOf === offer.key);
	return [offer.fulfillmentOrder, ...parts.map((part) => part.fulfillmentOrder)];
}

function countOpen(open: ReadonlyMap<string, Counts>, { legacyId }: FulfillmentOrderState): number {
	return [...(open.get(legacyId)?.values() ?? [])].reduce((sum, count) => sum + count, 0);
}

function takeFrom(
	found: Map<string, Counts>,
	claim: Claim,
	id: string,
	from: Map<string, Counts>,
): void {
	const into = found.get(id) ?? new Map<string, number>();
	moveAll(claim.need, from.get(id), into);
	if (into.size > 0) found.set(id, into);
}

/** Shipped units that can be the offer's: not those that were shipped from its place before it was made. */
function takeShipped(
	claim: Claim,
	order: OrderState,
	id: string,
	shipped: Map<string, Counts>,
): void {
	const { fulfillmentOrder, shippedThen } = claim.offer;
	const own = order.fulfillmentOrders.find((one) => one.legacyId === id);
	if (!own || !shippedThen || id !== fulfillmentOrder) {
		takeAtMost(claim, id, shipped, claim.mayHave);
		return;
	}
	const pool = shipped.get(id);
	const now = shippedFromOne(own);
	const kept: Counts = new Map();
	for (const [line, then] of Object.entries(shippedThen)) {
		// What was there before stays for others; what has come since may be taken.
		const since = Math.max(0, (now[line] ?? 0) - then - (claim.shipped.get(id)?.get(line) ?? 0));
		const there = pool?.get(line) ?? 0;
		if (pool && there > since) add(kept, line, take(pool, line, there - since));
	}
	takeAtMost(claim, id, shipped, claim.mayHave);
	addAll(shipped, id, kept);
}

/** Shipped units that the offer was known to have when it was emitted last, and no more. */
function takeKnownShipped(claim: Claim, id: string, shipped: Map<string, Counts>): void {
	const known: Counts = new Map();
	for (const [line, count] of Object.entries(claim.offer.shippedInDoubt ?? {})) {
		const taken = [...claim.shipped.values()].reduce((sum, one) => sum + (one.get(line) ?? 0), 0);
		add(known, line, count - taken);
	}
	takeAtMost(claim, id, shipped, known);
}

/** Shipped units from one fulfillment order, as many as the offer needs, and no more than `most`. */
function takeAtMost(
	claim: Claim,
	id: string,
	shipped: Map<string, Counts>,
	most: ReadonlyMap<string, number>,
): void {
	const wanted: Counts = new Map();
	for (const [line, count] of claim.need) {
		add(wanted, line, Math.min(count, most.get(line) ?? 0, claim.mayHave.get(line) ?? 0));
	}
	const before = new Map(wanted);
	takeFrom(claim.shipped, { ...claim, need: wanted }, id, shipped);
	for (const [line, count] of before) {
		const taken = count - (wanted.get(line) ?? 0);
		take(claim.need, line, taken);
		take(claim.mayHave, line, taken);
	}
}

/** What was shipped before an offer was made is not its own; that of a confirmed one may have been offered before. */
function mayHaveShipped(offer: Offer, order: OrderState): Counts {
	const all = isUnconfirmed(offer) ? shippedSince(order, offer.firstOfferedAt) : offer.units;
	return new Map(Object.entries(all));
}

/** Units an offer answers for: those of its live parts are the parts' own. */
function needOf(offer: Offer, live: readonly Offer[]): Counts {
	const need = new Map(Object.entries(offer.units));
	for (const part of live) {
		if (part.partOf !== offer.key) continue;
		for (const [line, count] of Object.entries(part.units)) take(need, line, count);
	}
	return need;
}

function takeUnits(
	claim: Claim,
	order: OrderState,
	open: Map<string, Counts>,
	shipped: Map<string, Counts>,
	servesLocation: (location: string | null) => boolean,
): Whereabouts {
	const { offer, need } = claim;
	const fromShipped = (id: string): void => {
		// The target does not have what it has refused: it was shipped by others.
		if (!isRefused(offer)) takeShipped(claim, order, id, shipped);
	};
	const fromOpen = (fulfillmentOrder: FulfillmentOrderState): void => {
		if (isForAnotherTarget(offer, fulfillmentOrder, servesLocation)) return;
		takeFrom(claim.open, claim, fulfillmentOrder.legacyId, open);
	};
	const own = order.fulfillmentOrders.filter((one) => one.legacyId === offer.fulfillmentOrder);
	const others = order.fulfillmentOrders
		.filter((one) => one.legacyId !== offer.fulfillmentOrder)
		.sort(
			(one, other) =>
				nearness(offer, one) - nearness(offer, other) ||
				compareLegacyIds(one.legacyId, other.legacyId),
		);
	fromShipped(offer.fulfillmentOrder);
	own.forEach(fromOpen);
	for (const id of shipped.keys()) fromShipped(id);
	others.forEach(fromOpen);
	const takenShipped: Counts = new Map();
	for (const counts of claim.shipped.values()) {
		for (const [line, count] of counts) add(takenShipped, line, count);
	}
	return {
		offer,
		shipped: toUnits(takenShipped),
		shippedFrom: unitsByKey(claim.shipped),
		open: sharesOf(claim.open, order),
		gone: toUnits(need),
	};
}

/** 0 for units that can be shipped at the offer's location, 2 for units at another one. */
function nearness(offer: Offer, fulfillmentOrder: FulfillmentOrderState): number {
	if (fulfillmentOrder.location.id !== offer.location) return 2;
	return isShippable(fulfillmentOrder) ? 0 : 1;
}

/**
 * Whether units of a confirmed offer have come to a place that the asking trigger serves from one that it
 * does not: its own target has to be told about them, whatever the other target has.
 */
export function isForAnotherTarget(
	offer: Offer,
	fulfillmentOrder: FulfillmentOrderState,
	servesLocation: (location: string | null) => boolean,
): boolean {
	return (
		offer.confirmedAt !== undefined &&
		!servesLocation(offer.location) &&
		servesLocation(fulfillmentOrder.location.id)
	);
}
