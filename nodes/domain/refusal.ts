import { allocateUnits, isIntact } from './allocation';
import type { HandoverRecord, Offer } from './handoverRecord';
import { isPartInDoubt, isRefused, isUnconfirmed } from './handoverRecord';
import type { OrderState } from './order';
import { isShippable } from './order';
import { shippedWithout } from './voiding';

/** An answer of a target that does not take an offer. */
export interface Refusal {
	readonly key: string;
	/** The attempt that the target answered; undefined if it is not known. */
	readonly attempt?: number;
	readonly nowMs: number;
}

/** What a refusal means for the record. */
export type RefusalResult =
	/** The target does not hold the offer: it comes again as soon as its units can be shipped. */
	| 'refused'
	/** Nothing is known about it that a refusal could change: *Unsettled* goes on, or it was only emitted. */
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
	{ key, attempt, nowMs }: Refusal,
): { readonly result: RefusalResult; readonly record: HandoverRecord } {
	const offer = record.offers.find((one) => one.key === key);
	const result = resultOf(offer, attempt);
	if (result !== 'refused' || offer?.refusedAt !== undefined) return { result, record };
	const refusedAt = new Date(nowMs).toISOString();
	const offers = record.offers.map((one) => (one === offer ? { ...one, refusedAt } : one));
	return { result, record: { ...record, offers } };
}

function resultOf(offer: Offer | undefined, attempt: number | undefined): RefusalResult {
	if (!offer) return 'unrecorded';
	if (offer.voidedAt !== undefined) return 'superseded';
	// Handed over by the emission alone: nobody has said that the target holds it.
	if (offer.confirmedAt === offer.firstOfferedAt) return 'unrecorded';
	if (!isUnconfirmed(offer)) return 'alreadyConfirmed';
	if (attempt !== undefined && attempt < offer.attempts) return 'superseded';
	return offer.inDoubt ? 'unrecorded' : 'refused';
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
		.filter(({ offer }) => isRefused(offer) && servesLocation(offer.location))
		.filter(({ offer }) => !isPartInDoubt(record.offers, offer))
		.filter((one) => !isIntact(one))
		.filter(({ open }) => open.some((share) => isShippable(share.fulfillmentOrder)))
		.map(({ offer }) => offer);
	if (moot.length === 0) return record;
	const voidedAt = new Date(nowMs).toISOString();
	const freed = {
		offers: record.offers.map((offer) => (moot.includes(offer) ? { ...offer, voidedAt } : offer)),
		shippedBefore: shippedWithout(record, moot, found),
	};
	// Their units may be what another refused offer of the order now looks for, and finds only in part.
	return freeRefused(order, freed, servesLocation, nowMs);
}
