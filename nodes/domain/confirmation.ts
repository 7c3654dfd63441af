import type { Allocation, Whereabouts } from './allocation';
import { allocateUnits, isIntact } from './allocation';
import { addByHand } from './byHand';
import type { HandoverRecord, Offer } from './handoverRecord';
import { isRefused, isUnconfirmed, readyParts } from './handoverRecord';
import type { FulfillmentOrderState, OrderState, Units } from './order';
import { countUnits, isShippable } from './order';
import { InputProblem } from './problem';
import type { Told } from './told';
import { take } from './unitPools';
import { least, minus, sumOf } from './unitSums';
import { perhapsShipped } from './shippedByWhom';
import { shippedWithout, whereaboutsOf } from './voiding';

/** What a target says it has. */
export interface Confirmation {
	readonly key: string;
	/** The attempt that the target answers; undefined if it is not known. */
	readonly attempt?: number;
	/** What the target calls the order. */
	readonly reference?: string;
	/**
	 * Of an offer that came as *Unsettled*: units by order line that the target says it has shipped itself. They stay
	 * the offer's, as far as they were taken for shipped; without it they count as shipped by others.
	 */
	readonly shippedByTarget?: Units;
	readonly nowMs: number;
	/** Names this run in the record. */
	readonly run: string;
}

/**
 * What became of a confirmation. Everything but the first two means: the target holds an order that must not ship as
 * it is. Nothing is recorded of `superseded` and `alreadyConfirmed`, nor if units were shipped meanwhile: by whom, the
 * target alone knows, and the offer comes again as *Unsettled* to have it asked.
 */
export type ConfirmationResult =
	| 'confirmed'
	| 'alreadyConfirmed'
	/** Units are on hold. */
	| 'onHold'
	/** The order, or all units of the offer, are cancelled. */
	| 'cancelled'
	/** Units are at another location now. */
	| 'moved'
	/** Nothing is left to ship. */
	| 'closed'
	/** Some units are shipped by others, removed or refunded, or shipped by nobody knows yet whom. */
	| 'changed'
	/** The offer was emitted again since, with other parts; nothing is recorded. */
	| 'superseded';

/** A confirmation worked out: what to answer, to record and to report. */
export interface Confirmed {
	readonly result: ConfirmationResult;
	/** The record to store; the same object as before if nothing changes. */
	readonly record: HandoverRecord;
	/** Fulfillment orders that carry the offer's units now and are to read *In progress*. */
	readonly carriers: readonly FulfillmentOrderState[];
}

/**
 * Works out what a confirmation means for the order as it is now. Pure and repeatable: confirming
 * twice answers `alreadyConfirmed`. Throws {@link InputProblem} for a key that is none of this order.
 *
 * Confirming an offer that came as *Unsettled* says that the target holds it, changed to the parts
 * that can be shipped from the same location, with what the target has shipped already: its other units are free again.
 * Confirming a part says that the target does not hold the whole: the whole is void.
 */
export function confirmOffer(
	order: OrderState,
	record: HandoverRecord,
	confirmation: Confirmation,
): Confirmed {
	const known = record.offers.find((offer) => offer.key === confirmation.key);
	const ended = known && endedResult(known, confirmation.attempt);
	if (ended !== undefined) return unchanged(ended, record);
	const now = new Date(confirmation.nowMs).toISOString();
	const started = known ? record : addByHand(order, record, confirmation, now);
	const offer = started.offers.find((one) => one.key === confirmation.key);
	if (!offer) throw unknownKey(order, confirmation.key);
	// As the offer's own trigger sees it: what another target holds elsewhere does not take its units.
	const allocation = allocateUnits(order, started, (location) => location === offer.location);
	const { offers } = allocation;
	const kept = offer.inDoubt
		? readyParts(started, offer).filter((part) => part.location === offer.location)
		: [offer];
	const found = kept.map((one) => whereaboutsOf(offers, one));
	const result = worstOf(found.map((one) => resultOf(order, one)));
	const asked =
		result === 'cancelled' ? undefined : toBeAsked(order, record, allocation, offer, found, now);
	if (asked) return unchanged(result === 'confirmed' ? 'changed' : result, asked);
	const shipped = offer.inDoubt
		? least(offer.shippedInDoubt ?? {}, confirmation.shippedByTarget ?? {})
		: {};
	return {
		result,
		record: settle(
			order,
			started,
			offer,
			{ parts: kept, shipped, found },
			offers,
			confirmation,
			now,
		),
		carriers: carriersOf(offer, found),
	};
}

/**
 * The record with which the offer comes as *Unsettled*, if units were shipped that its target may have shipped: by whom,
 * the target alone knows. Undefined if there are none.
 */
function toBeAsked(
	order: OrderState,
	record: HandoverRecord,
	allocation: Allocation,
	offer: Offer,
	found: readonly Whereabouts[],
	now: string,
): HandoverRecord | undefined {
	const isOwn = !offer.inDoubt && found.some(({ shipped }) => countUnits(shipped) > 0);
	if (isOwn) return record;
	const isKnown = record.offers.includes(offer);
	if (!isKnown || countUnits(perhapsShipped(order, record, allocation, offer)) === 0) {
		return undefined;
	}
	return offer.partOf ? { ...record, offers: withoutWhole(record.offers, offer, now) } : record;
}

/** Who has a part never had the whole. */
function withoutWhole(offers: readonly Offer[], part: Offer, now: string): readonly Offer[] {
	return offers.map((one) => {
		if (one.key === part.key) return onItsOwn(one);
		return one.key === part.partOf && isUnconfirmed(one) ? { ...one, voidedAt: now } : one;
	});
}

function worstOf(results: readonly ConfirmationResult[]): ConfirmationResult {
	return results.find((result) => result !== 'confirmed') ?? 'confirmed';
}

/** The answer for an offer that nothing is to be done about any more. */
function endedResult(
	offer: Offer,
	attempt: number | undefined,
): 'superseded' | 'alreadyConfirmed' | undefined {
	if (offer.voidedAt !== undefined) return 'superseded';
	if (offer.confirmedAt !== undefined) return 'alreadyConfirmed';
	const isOld = attempt !== undefined && attempt < offer.attempts;
	return offer.inDoubt && isOld ? 'superseded' : undefined;
}

function unchanged(result: ConfirmationResult, record: HandoverRecord): Confirmed {
	return { result, record, carriers: [] };
}

/**
 * The record with the offer confirmed with the units of what it keeps, its other ready parts void, and what
 * it is a part of void. A part that was not ready stays, on its own: the target may hold it.
 */
function settle(
	order: OrderState,
	record: HandoverRecord,
	offer: Offer,
	kept: Kept,
	found: readonly Whereabouts[],
	{ reference }: Confirmation,
	now: string,
): HandoverRecord {
	const parts = record.offers.filter((one) => one.partOf === offer.key && isUnconfirmed(one));
	const ready = readyParts(record, offer);
	const whole = record.offers.filter((one) => one.key === offer.partOf && isUnconfirmed(one));
	const offers = record.offers.map((one): Offer => {
		if (one.key === offer.key) {
			return settled(one, kept, whereaboutsOf(found, one), reference, now);
		}
		if (whole.includes(one) || ready.includes(one)) return { ...one, voidedAt: now };
		return parts.includes(one) ? onItsOwn(one) : one;
	});
	const left = [
		...(offer.inDoubt ? [offer] : []),
		...ready.filter((part) => !kept.parts.includes(part)),
		...whole,
	];
	const others = found.map((one) =>
		one.offer.key === offer.key
			? { ...one, shippedFrom: withoutUnits(one.shippedFrom, kept.shipped) }
			: one,
	);
	const waiting = offers.filter(
		(one) => isUnconfirmed(one) && !isRefused(one) && one.partOf === undefined,
	);
	return { offers, shippedBefore: shippedWithout(order, record, left, others, waiting) };
}

/** What an offer is for from its confirmation on. */
interface Kept {
	readonly parts: readonly Offer[];
	/** Where its parts are. */
	readonly found: readonly Whereabouts[];
	/** Units that its target has shipped before it was confirmed. */
	readonly shipped: Units;
}

/** Units by fulfillment order without some of them, wherever they are. */
function withoutUnits(
	from: Readonly<Record<string, Units>>,
	units: Units,
): Readonly<Record<string, Units>> {
	const left = new Map(Object.entries(units));
	return Object.fromEntries(
		Object.entries(from).map(([id, there]) => {
			const rest = Object.entries(there).map(([line, count]) => {
				return [line, count - take(left, line, count)] as const;
			});
			return [id, Object.fromEntries(rest.filter(([, count]) => count > 0))];
		}),
	);
}

function settled(
	offer: Offer,
	kept: Kept,
	before: Whereabouts,
	reference: string | undefined,
	now: string,
): Offer {
	const { inDoubt: _, returnedAt: __, refusedAttempt: ___, shippedInDoubt: ____, ...plain } = offer;
	const units = sumOf([...kept.parts.map((part) => part.units), kept.shipped]);
	if (countUnits(units) === 0) return { ...plain, voidedAt: now };
	// Shop time is in whole seconds: one that is confirmed in the second of its emission is not *only* emitted.
	const isAtOnce = now === offer.firstOfferedAt;
	const confirmedAt = isAtOnce ? new Date(Date.parse(now) + 1).toISOString() : now;
	// What it has not shipped of its own fulfillment order is not its own later either.
	const denied = minus(before.shippedFrom[offer.fulfillmentOrder] ?? {}, kept.shipped);
	const shippedThen = sumOf([offer.shippedThen ?? {}, offer.inDoubt ? denied : {}]);
	return {
		...plain,
		units,
		...(countUnits(shippedThen) > 0 && { shippedThen }),
		confirmedAt,
		...(reference ? { reference } : {}),
		...(countUnits(kept.shipped) > 0 && { told: toldWhere(offer, kept, before) }),
	};
}

/** Where the units are that its target has: what it has shipped elsewhere is not to be looked for at home. */
function toldWhere({ fulfillmentOrder, told }: Offer, kept: Kept, before: Whereabouts): Told {
	const open = kept.found.flatMap((part) => part.open.map((share) => share.fulfillmentOrder));
	const all = [
		fulfillmentOrder,
		...(told?.fulfillmentOrders ?? []),
		...Object.keys(before.shippedFrom),
		...open.map(({ legacyId }) => legacyId),
	];
	return { ...told, fulfillmentOrders: [...new Set(all)] };
}

function onItsOwn(part: Offer): Offer {
	const { partOf: _, ...alone } = part;
	return alone;
}

/**
 * Fulfillment orders with units of what the offer keeps, ready to ship from its location. Those
 * with other units are left alone: in progress, they would look as if somebody worked on them.
 */
function carriersOf(offer: Offer, found: readonly Whereabouts[]): readonly FulfillmentOrderState[] {
	const carriers = found
		.flatMap(({ open }) => open.map((share) => share.fulfillmentOrder))
		.filter((one) => one.location.id === offer.location && isShippable(one));
	return [...new Set(carriers)];
}

function resultOf(order: OrderState, whereabouts: Whereabouts): ConfirmationResult {
	const { offer, open, shipped } = whereabouts;
	if (order.cancelledAt !== null) return 'cancelled';
	if (isIntact(whereabouts)) return 'confirmed';
	if (open.length === 0) return countUnits(shipped) > 0 ? 'closed' : 'cancelled';
	const elsewhere = open.some((share) => share.fulfillmentOrder.location.id !== offer.location);
	if (elsewhere) return 'moved';
	if (open.some((share) => !isShippable(share.fulfillmentOrder))) return 'onHold';
	return 'changed';
}

function unknownKey(order: OrderState, key: string): InputProblem {
	return new InputProblem(`Order ${order.name} has nothing to hand over under the key ${key}`, {
		path: 'handover.key',
		advice: 'Use the key of an item that the trigger or Get Many gave for this order',
	});
}

/**
 * The record after the target gave an offer back: it still counts, and is not offered again by itself.
 * Who gives a whole back never had its parts, and the other way round.
 */
export function returnOffer(record: HandoverRecord, key: string, nowMs: number): HandoverRecord {
	const now = new Date(nowMs).toISOString();
	const returned = record.offers.find(
		(offer) => offer.key === key && offer.voidedAt === undefined && offer.returnedAt === undefined,
	);
	if (!returned) return record;
	return {
		...record,
		offers: record.offers.map((offer) => {
			if (offer === returned) return { ...offer, returnedAt: now };
			const isOther = offer.partOf === key || offer.key === returned.partOf;
			return isOther && isUnconfirmed(offer) ? { ...offer, voidedAt: now } : offer;
		}),
	};
}
