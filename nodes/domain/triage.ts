import { isForAnotherTarget } from './allocation';
import { dueMs } from './assessment';
import type { HandoverRules } from './assessment';
import type { Reason } from './filters';
import { reasonsAgainst, servesLocation } from './filters';
import type { HandoverRecord, Offer } from './handoverRecord';
import { isPartInDoubt, isRefused, isUnconfirmed, liveOffers } from './handoverRecord';
import type { FulfillmentOrderState, OrderHead } from './order';
import { isShippable } from './order';
import { isOfferedBeside, reasonsNotReady } from './readiness';

/** What a look at one fulfillment order says, without its siblings. */
export type Triage =
	/** Handed over, or waiting for its confirmation. */
	| { readonly kind: 'covered' }
	/** Handed over, and perhaps not as its target was told. */
	| { readonly kind: 'changed' }
	/** Its order has an offer that is due again. */
	| { readonly kind: 'due' }
	/** It may have units that were never offered: the whole order has to be read. */
	| { readonly kind: 'new' }
	/** Not ready, or left out by filters. */
	| { readonly kind: 'leftOut'; readonly reasons: readonly Reason[] };

/**
 * Decides, from what a scan reads, whether the order of a fulfillment order has to be read as a whole.
 * Most are passed over here, so that a poll that finds nothing new costs little. `isNews` says whether there is
 * something about it that was not looked at before (see `Watch`).
 */
export function triage(
	fulfillmentOrder: FulfillmentOrderState,
	order: OrderHead,
	record: HandoverRecord,
	rules: HandoverRules,
	isNews = false,
): Triage {
	const due = nextDueMs(record, rules);
	if (due !== null && due <= rules.nowMs) return { kind: 'due' };
	const own = liveOffers(record).filter(
		(offer) =>
			offer.fulfillmentOrder === fulfillmentOrder.legacyId &&
			!isForAnotherTarget(offer, fulfillmentOrder, (id) => servesLocation(rules.filters, id)),
	);
	// Released: what the target has refused is offered again, wherever it is now.
	const isServedHere = servesLocation(rules.filters, fulfillmentOrder.location.id);
	if (isServedHere && isShippable(fulfillmentOrder) && own.some(isRefused)) return { kind: 'due' };
	if (isNews) return { kind: 'changed' };
	if (own.length > 0 && isCovered(fulfillmentOrder, own, record, rules)) return { kind: 'covered' };
	const { includeNoShipping } = rules.filters;
	const offered = isOfferedBeside(liveOffers(record), fulfillmentOrder);
	const reasons = [
		...reasonsNotReady(fulfillmentOrder, order, { includeNoShipping, offered }),
		...reasonsAgainst(rules.filters, order, fulfillmentOrder, { nowMs: rules.nowMs }),
	];
	return reasons.length > 0 ? { kind: 'leftOut', reasons } : { kind: 'new' };
}

function isServed(offer: Offer, { filters }: HandoverRules): boolean {
	return servesLocation(filters, offer.location);
}

/**
 * When the next unconfirmed offer of the order that this trigger serves is due; null if none waits. A
 * refused one waits for its release, which a scan sees.
 */
export function nextDueMs(record: HandoverRecord, rules: HandoverRules): number | null {
	if (rules.confirmsWhenEmitted) return null;
	const waiting = record.offers
		.filter((offer) => isUnconfirmed(offer) && !isRefused(offer) && isServed(offer, rules))
		// A part comes with its whole, whose pause is longer.
		.filter((offer) => !isPartInDoubt(record.offers, offer))
		.map((offer) => dueMs(offer, rules.offerAgainAfterMinutes));
	return waiting.length > 0 ? Math.min(...waiting) : null;
}

/**
 * When an order is to be looked at again whatever a scan shows: an offer is due, or it was told of a change and the
 * workflow may say that its target could not be reached. Null if never.
 */
export function nextLookMs(record: HandoverRecord, rules: HandoverRules): number | null {
	const due = nextDueMs(record, rules);
	const pauseMs = rules.offerAgainAfterMinutes * 60_000;
	const looks = record.offers
		.flatMap(({ told }) => (told?.at === undefined ? [] : [Date.parse(told.at) + pauseMs]))
		.filter((atMs) => atMs > rules.nowMs);
	const all = due === null ? looks : [due, ...looks];
	return all.length > 0 ? Math.min(...all) : null;
}

/** Whether the fulfillment order's own offers answer for all units that it ever had. */
function isCovered(
	fulfillmentOrder: FulfillmentOrderState,
	own: readonly Offer[],
	record: HandoverRecord,
	rules: HandoverRules,
): boolean {
	const before = record.shippedBefore[fulfillmentOrder.legacyId] ?? {};
	const totals = new Map<string, number>();
	const shipped = new Map<string, number>();
	for (const line of fulfillmentOrder.lines) {
		if (!line.requiresShipping && !rules.filters.includeNoShipping) continue;
		totals.set(line.orderLineId, (totals.get(line.orderLineId) ?? 0) + line.total);
		shipped.set(
			line.orderLineId,
			(shipped.get(line.orderLineId) ?? 0) + line.total - line.remaining,
		);
	}
	return [...totals].every(([line, total]) => {
		const offered = own.reduce((sum, offer) => sum + (offer.units[line] ?? 0), 0);
		// Units shipped before are open again, and were never offered, if their fulfillment was cancelled.
		return total <= offered + Math.min(before[line] ?? 0, shipped.get(line) ?? 0);
	});
}
