import type { Whereabouts } from './allocation';
import { allocateUnits, findOffer } from './allocation';
import type { HandoverRecord, Offer } from './handoverRecord';
import { isRefused, isUnconfirmed, liveOffers, nextKey, parseKey } from './handoverRecord';
import type { AssignedLocation, FulfillmentOrderState, OrderState, Units } from './order';
import { countUnits, isLive } from './order';
import { InputProblem } from './problem';
import type { CheckedLine, Piece, Tally } from './shippingTally';
import { describeTally, linesOf, tallyOf } from './shippingTally';
import type { Counts, Share } from './unitPools';
import { add, toUnits } from './unitPools';
import { whereaboutsOf } from './voiding';

/**
 * Whether a parcel may leave as it was handed over. The first of these that is true counts:
 *
 * 1. `cancelled`: the order is cancelled, the target order was given up, or none of its units is left.
 * 2. `alreadyShipped`: units are shipped, and none is left to ship.
 * 3. `held`: units at its location are on hold or scheduled for later. Nobody knows yet what becomes of
 *    the parcel, so that it counts more than what is known about other units.
 * 4. `moved`: units are at another location now, held there or not: they do not come back by themselves.
 * 5. `changed`: units are shipped by whomever, removed or refunded; the others may ship.
 * 6. `mayShip`: all units can be shipped from where they were offered.
 */
export type ShippingResult =
	| 'cancelled'
	| 'alreadyShipped'
	| 'held'
	| 'moved'
	| 'changed'
	| 'mayShip';

/** What has become of a target order. */
export interface ShippingCheck {
	readonly result: ShippingResult;
	/** Why, in one sentence without a period; null if it may ship. */
	readonly reason: string | null;
	/** Fulfillment orders that have its unshipped units now. */
	readonly carriers: readonly FulfillmentOrderState[];
	/** Where they are: the new one if they have moved, null if there are none. */
	readonly location: AssignedLocation | null;
	readonly lines: readonly CheckedLine[];
	/** False without a record of what was offered: then the fulfillment order was taken as it is now. */
	readonly recorded: boolean;
}

/** Which target order is meant: that of a handover key, or what was handed over of a fulfillment order. */
export type Asked =
	| { readonly key: string }
	/** Legacy id. */
	| { readonly fulfillmentOrder: string };

/**
 * Compares what was handed over with where those units are now. Pure; says nothing about the address and
 * other details of the order, which the record does not keep. Who has shipped units is not known either: a
 * target that ships in two parcels reads `changed` before the second one, with its units in `mayShip`.
 *
 * Without a record the fulfillment order is taken as it is now: what is open in it, and if nothing is, what
 * became of it. Throws {@link InputProblem} for a key that was never given for this order.
 */
export function checkShipping(
	order: OrderState,
	record: HandoverRecord,
	asked: Asked,
): ShippingCheck {
	const offers = 'key' in asked ? byKey(record, asked.key) : carriedBy(order, record, asked);
	const inForce = offers.filter((offer) => endOf(offer) === null);
	const ended = inForce.length === 0 ? offers.at(-1) : undefined;
	if (ended) return checkOfEnded(order, record, ended);
	const pieces = inForce.map((offer) => {
		// A part that is told for its whole may be elsewhere; the whole was to be shipped from its own location.
		const whole = inForce.find(({ key }) => key === offer.partOf) ?? offer;
		return findPiece(order, record, offer, whole.location);
	});
	return pieces.length > 0 ? checkOf(order, pieces, true) : checkAsItIs(order, record, asked);
}

function byKey(record: HandoverRecord, key: string): readonly Offer[] {
	return withParts(
		record,
		record.offers.filter((offer) => offer.key === key),
	);
}

/** While an offer is in doubt its parts answer for its units: who asks for the whole means them all. */
function withParts(record: HandoverRecord, offers: readonly Offer[]): readonly Offer[] {
	const inDoubt = new Set(offers.filter(isUnconfirmed).map(({ key }) => key));
	const isPart = (one: Offer): boolean =>
		one.partOf !== undefined && inDoubt.has(one.partOf) && isUnconfirmed(one);
	return record.offers.filter((one) => offers.includes(one) || isPart(one));
}

/** Offers that were made for a fulfillment order, or else those whose units have come to it. */
function carriedBy(
	order: OrderState,
	record: HandoverRecord,
	{ fulfillmentOrder }: { readonly fulfillmentOrder: string },
): readonly Offer[] {
	const live = liveOffers(record);
	const own = live.filter((offer) => offer.fulfillmentOrder === fulfillmentOrder);
	if (own.length > 0) return withParts(record, own);
	const isThere = ({ open, shippedFrom }: Whereabouts): boolean =>
		fulfillmentOrder in shippedFrom ||
		open.some((share) => share.fulfillmentOrder.legacyId === fulfillmentOrder);
	const { offers } = allocateUnits(order, record, () => true);
	return offers.filter(isThere).map(({ offer }) => offer);
}

/** Why an offer is not to be shipped any more, whatever became of its units; null if it is in force. */
function endOf(offer: Offer): string | null {
	if (offer.voidedAt !== undefined) {
		return `Nothing is to be shipped under the key ${offer.key} any more: it was given up at ${offer.voidedAt}`;
	}
	if (offer.returnedAt === undefined) return null;
	return `What has the key ${offer.key} was returned to Shopify at ${offer.returnedAt}`;
}

function checkOfEnded(order: OrderState, record: HandoverRecord, offer: Offer): ShippingCheck {
	const found = offer.voidedAt === undefined ? findOffer(order, record, offer) : undefined;
	const shipped = found?.shipped ?? {};
	const lines = Object.entries(offer.units).map(([orderLineId, offered]): CheckedLine => {
		const shippedUnits = shipped[orderLineId] ?? 0;
		const gone = offered - shippedUnits;
		return { orderLineId, offered, mayShip: 0, held: 0, moved: 0, shipped: shippedUnits, gone };
	});
	const instead = liveOffers(record)
		.filter((one) => one !== offer && Object.keys(one.units).some((line) => line in offer.units))
		.map(({ key }) => key);
	const isReplaced = offer.voidedAt !== undefined && instead.length > 0;
	const reason = `${endOf(offer) ?? ''}${isReplaced ? `, for ${instead.join(' and ')}` : ''}`;
	return {
		result: 'cancelled',
		reason: order.cancelledAt === null ? reason : cancelledOrder(order),
		carriers: [],
		location: null,
		lines,
		recorded: true,
	};
}

function cancelledOrder({ name }: OrderState): string {
	return `Order ${name} is cancelled`;
}

function findPiece(
	order: OrderState,
	record: HandoverRecord,
	offer: Offer,
	location: string | null,
): Piece {
	const allocation = allocateUnits(order, record, (one) => one === offer.location);
	const found = whereaboutsOf(allocation.offers, offer);
	if (!isRefused(offer)) return { ...found, location };
	// It takes no shipped units: others have shipped what its target refused. That they are shipped counts here.
	const before = allocation.shippedBefore[offer.fulfillmentOrder] ?? {};
	const shipped: Record<string, number> = {};
	const gone: Record<string, number> = {};
	for (const [line, count] of Object.entries(found.gone)) {
		const since = (before[line] ?? 0) - (offer.shippedThen?.[line] ?? 0);
		shipped[line] = Math.min(count, Math.max(0, since));
		gone[line] = count - shipped[line];
	}
	return { open: found.open, shipped, gone, location };
}

/** What no offer is recorded for: what is open in the fulfillment order, or else what was shipped from it. */
function checkAsItIs(order: OrderState, record: HandoverRecord, asked: Asked): ShippingCheck {
	const own = namedBy(order, record, asked);
	const location = own.location.id;
	const { free, shippedBefore } = allocateUnits(order, record, (one) => one === location);
	const share = free.find((one) => one.fulfillmentOrder === own);
	const open = toBeShipped(own, share?.units ?? {});
	if (countUnits(open) > 0) {
		const left = { fulfillmentOrder: own, units: open };
		return checkOf(order, [{ open: [left], shipped: {}, gone: {}, location }], false);
	}
	const shipped = toBeShipped(own, shippedBefore[own.legacyId] ?? {});
	if (order.cancelledAt !== null || countUnits(shipped) > 0) {
		return checkOf(order, [{ open: [], shipped, gone: unshippedUnits(own), location }], false);
	}
	return checkOfEmpty(own, free);
}

/** The fulfillment order that is asked about, if nothing of it was handed over under another key. */
function namedBy(order: OrderState, record: HandoverRecord, asked: Asked): FulfillmentOrderState {
	const id = 'key' in asked ? parseKey(asked.key)?.fulfillmentOrder : asked.fulfillmentOrder;
	const own = order.fulfillmentOrders.find((one) => one.legacyId === id);
	const isNext = (key: string): boolean =>
		own !== undefined && key === nextKey(record, own.legacyId);
	if (own && (!('key' in asked) || record.offers.length === 0 || isNext(asked.key))) return own;
	const what = 'key' in asked ? `under the key ${asked.key}` : `of fulfillment order ${String(id)}`;
	throw new InputProblem(`Order ${order.name} has nothing that was handed over ${what}`, {
		path: 'handover.key',
		advice: 'Use the order and the key of the same item that was handed over',
	});
}

/** Of goods and gift cards only the goods; all of them if there is nothing else. */
function toBeShipped({ lines }: FulfillmentOrderState, units: Units): Units {
	const goods = new Set(
		lines.filter((line) => line.requiresShipping).map(({ orderLineId }) => orderLineId),
	);
	const kept = Object.entries(units).filter(([line]) => goods.has(line) || goods.size === 0);
	return Object.fromEntries(kept);
}

/** Units that a fulfillment order closed with: a cancelled order leaves them there (Admin API 2026-07). */
function unshippedUnits(fulfillmentOrder: FulfillmentOrderState): Units {
	const counts: Counts = new Map();
	if (!isLive(fulfillmentOrder)) {
		for (const line of fulfillmentOrder.lines) add(counts, line.orderLineId, line.remaining);
	}
	return toBeShipped(fulfillmentOrder, toUnits(counts));
}

/**
 * A fulfillment order that nothing is left of, and no record says where its units are: merged, replaced, or
 * edited to nothing.
 */
function checkOfEmpty(own: FulfillmentOrderState, free: readonly Share[]): ShippingCheck {
	const itsLines = new Set(own.lines.map(({ orderLineId }) => orderLineId));
	const carriers = free
		.filter(({ units }) => itsLines.size === 0 || Object.keys(units).some((id) => itsLines.has(id)))
		.map(({ fulfillmentOrder }) => fulfillmentOrder);
	const isReplaced = carriers.length > 0;
	const others = carriers.map(({ legacyId }) => legacyId).join(' and ');
	return {
		result: isReplaced ? 'changed' : 'cancelled',
		reason: isReplaced
			? `Fulfillment order ${own.legacyId} is closed, and what it had may be in ${others} now`
			: `Fulfillment order ${own.legacyId} has no units left`,
		carriers,
		location: carriers[0]?.location ?? null,
		lines: [],
		recorded: false,
	};
}

function checkOf(order: OrderState, pieces: readonly Piece[], recorded: boolean): ShippingCheck {
	const tally = tallyOf(pieces);
	const result = resultOf(order, tally);
	const carriers = [...tally.carriers];
	const [speaking] = carriers.find(([, fate]) => fate === result) ?? carriers[0] ?? [];
	return {
		result,
		reason: reasonFor(order, result, tally),
		carriers: [...tally.carriers.keys()],
		location: speaking?.location ?? null,
		lines: linesOf(tally),
		recorded,
	};
}

function resultOf(order: OrderState, { units, carriers }: Tally): ShippingResult {
	if (order.cancelledAt !== null) return 'cancelled';
	if (carriers.size === 0) return units.shipped.size > 0 ? 'alreadyShipped' : 'cancelled';
	if (units.held.size > 0) return 'held';
	if (units.moved.size > 0) return 'moved';
	return units.shipped.size + units.gone.size > 0 ? 'changed' : 'mayShip';
}

function reasonFor(order: OrderState, result: ShippingResult, tally: Tally): string | null {
	if (order.cancelledAt !== null) return cancelledOrder(order);
	return result === 'mayShip' ? null : describeTally(tally);
}
