import { allocateUnits, isIntact } from './allocation';
import type { HandoverRecord, Offer } from './handoverRecord';
import { isOnlyEmitted, isPartInDoubt, isRefused, isUnconfirmed } from './handoverRecord';
import type { OrderState } from './order';
import { isShippable } from './order';
import { shippedWithout } from './voiding';

/** An answer of a target that does not take an offer. */
export interface Refusal {
	readonly key: string;
	/** The attempt that the target answered; undefined if it is not known. */
	readonly attempt?: number;
}

/** What a refusal means for the record. */
export type RefusalResult =
	/** The target does not hold the offer: it comes again as soon as its units can be shipped. */
	| 'refused'
	/**
	 * It may hold the offer all the same, from an attempt whose answer was lost, or nobody knows the offer: it
	 * comes as *Unsettled*, if it comes at all.
	 */
	| 'unrecorded'
	/** Another run has confirmed it: the target holds it all the same. */
	| 'alreadyConfirmed'
	/** It was emitted again since, or is void: what is said about the later attempt counts. */
	| 'superseded';

/**
 * The record after a target has refused an offer. Pure and repeatable; the same record if nothing
 * changes. A key that is not in the record gives `unrecorded`.
 */
export function refuseOffer(
	record: HandoverRecord,
	{ key, attempt }: Refusal,
): { readonly result: RefusalResult; readonly record: HandoverRecord } {
	const offer = record.offers.find((one) => one.key === key);
	const result = resultOf(offer, attempt);
	if (result !== 'refused' || !offer || isRefused(offer)) return { result, record };
	const refused = { ...offer, refusedAttempt: offer.attempts };
	const offers = record.offers.map((one) => (one === offer ? refused : one));
	return { result, record: { ...record, offers } };
}

function resultOf(offer: Offer | undefined, attempt: number | undefined): RefusalResult {
	if (!offer) return 'unrecorded';
	if (offer.voidedAt !== undefined) return 'superseded';
	if (isOnlyEmitted(offer)) return 'unrecorded';
	if (!isUnconfirmed(offer)) return 'alreadyConfirmed';
	if (attempt !== undefined && attempt < offer.attempts) return 'superseded';
	const mayBeThere = offer.attempts > (offer.refusedAttempt ?? 0) + 1;
	return offer.inDoubt || mayBeThere ? 'unrecorded' : 'refused';
}

/**
 * The record without refused offers that cannot be made again as they were: some of their units can be
 * shipped, others are on hold, moved, shipped by others, or gone. The target has none of them, so
 * they are void, and what can be shipped is offered anew.
 *
 * A refused offer of which nothing can be shipped waits: most are released as they were.
 */
export function freeRefused(
	order: OrderState,
	record: HandoverRecord,
	servesLocation: (location: string | null) => boolean,
	nowMs: number,
): HandoverRecord {
	if (!record.offers.some(isRefused)) return record;
	const found = allocateUnits(order, record, servesLocation).offers;
	const moot = found
		.filter(({ offer }) => isRefused(offer) && !isPartInDoubt(record.offers, offer))
		.filter((one) => !isIntact(one))
		// Whoever serves the place where they can be shipped now, frees them.
		.filter(({ open }) =>
			open.some(
				({ fulfillmentOrder }) =>
					isShippable(fulfillmentOrder) && servesLocation(fulfillmentOrder.location.id),
			),
		)
		.map(({ offer }) => offer);
	if (moot.length === 0) return record;
	const voidedAt = new Date(nowMs).toISOString();
	const freed = {
		offers: record.offers.map((offer) => (moot.includes(offer) ? { ...offer, voidedAt } : offer)),
		shippedBefore: shippedWithout(order, record, moot, found),
	};
	// Their units may be what another refused offer of the order now looks for, and finds only in part.
	return freeRefused(order, freed, servesLocation, nowMs);
}
