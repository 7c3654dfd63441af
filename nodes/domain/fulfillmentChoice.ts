import { isActive } from './shippedOrder';
import type { Tracking } from './tracking';
import { numberKey } from './tracking';

/** A fulfillment, as far as somebody who names it needs to see it. */
export interface FulfillmentHead {
	/** Global id. */
	readonly id: string;
	/** `#1042-F1` */
	readonly name: string;
	/** `FulfillmentStatus`. */
	readonly status: string;
	readonly units: number;
	readonly tracking: Tracking;
	/** Legacy ids of the fulfillment orders that its units were taken from. */
	readonly fulfillmentOrders: readonly string[];
}

/** An order with fulfillments: with all of them, or with the one that was asked for. */
export interface FulfilledOrder {
	/** Global id. */
	readonly id: string;
	readonly name: string;
	readonly cancelledAt: string | null;
	/** ISO code; null if the order has no shipping address or Shopify withholds it. */
	readonly shipToCountry: string | null;
	readonly fulfillments: readonly FulfillmentHead[];
}

/** Why a change of a fulfillment needs attention. */
export type ChangeReasonCode =
	/** A field of the item cannot be used. */
	| 'badInput'
	| 'unknownOrder'
	/** Several orders have the name. */
	| 'ambiguousOrder'
	| 'unknownFulfillment'
	/** Several fulfillments are meant. */
	| 'ambiguousFulfillment'
	/** The fulfillment was cancelled, or failed. */
	| 'cancelled'
	/** Shopify refused the change. */
	| 'refused';

/** A reason in words: what is wrong and what to do next, without the last period. */
export interface ChangeReason {
	readonly code: ChangeReasonCode;
	readonly text: string;
}

/** What is known of a fulfillment that is named by its order. */
export interface ChoiceHints {
	/** Tracking numbers that it has now, as given; empty if none was given. */
	readonly numbers: readonly string[];
	/** Legacy id of the fulfillment order at the end of a target order number; null if there is none. */
	readonly fulfillmentOrder: string | null;
	/**
	 * Whether cancelled ones count as well, so that the same call means the same fulfillment again after it has
	 * cancelled it.
	 */
	readonly countCancelled: boolean;
}

/**
 * The one fulfillment of an order that is meant, or why none is. A tracking number decides first, then the
 * fulfillment order; cancelled ones are meant only if no other is. Never guessed.
 */
export function chooseFulfillment(
	order: FulfilledOrder,
	hints: ChoiceHints,
): { readonly chosen: FulfillmentHead } | { readonly reason: ChangeReason } {
	const meant = narrowed(order, hints);
	const active = meant.filter(isActive);
	const candidates = hints.countCancelled || active.length === 0 ? meant : active;
	const last = candidates.at(-1);
	if (!last) return { reason: none(order, hints) };
	if (candidates.length === 1 || candidates.every((one) => !isActive(one))) {
		return { chosen: last };
	}
	return {
		reason: {
			code: 'ambiguousFulfillment',
			text: `${candidates.length} fulfillments of order ${order.name} may be meant: ${listOf(candidates)}. Give the Fulfillment ID, or the tracking number that only one of them has now`,
		},
	};
}

function narrowed(
	{ fulfillments }: FulfilledOrder,
	{ numbers, fulfillmentOrder }: ChoiceHints,
): readonly FulfillmentHead[] {
	const isOfIt = (one: FulfillmentHead): boolean =>
		fulfillmentOrder !== null && one.fulfillmentOrders.includes(fulfillmentOrder);
	const ofIt = fulfillments.filter(isOfIt);
	if (numbers.length === 0) return fulfillmentOrder === null ? fulfillments : ofIt;
	const keys = new Set(numbers.map(numberKey));
	const withNumber = fulfillments.filter(({ tracking }) =>
		tracking.parcels.some(({ number }) => keys.has(numberKey(number))),
	);
	const both = withNumber.filter(isOfIt);
	return both.length > 0 ? both : withNumber;
}

function none(
	{ name, fulfillments }: FulfilledOrder,
	{ numbers, fulfillmentOrder }: ChoiceHints,
): ChangeReason {
	const code = 'unknownFulfillment';
	if (fulfillments.length === 0) {
		return {
			code,
			text: `Order ${name} has no fulfillment: nothing of it was shipped in Shopify. Upload the shipment first`,
		};
	}
	const which =
		numbers.length > 0
			? `with the tracking number ${numbers.join(' or ')}`
			: `of fulfillment order ${fulfillmentOrder ?? ''}`;
	return {
		code,
		text: `Order ${name} has no fulfillment ${which}; it has ${listOf(fulfillments)}. Give the Fulfillment ID, or a tracking number that one of them has now`,
	};
}

/** `#1042-F1 (15501234567890), #1042-F2 (cancelled, without a tracking number)` */
function listOf(fulfillments: readonly FulfillmentHead[]): string {
	return fulfillments
		.map((one) => {
			const numbers = one.tracking.parcels.map(({ number }) => number).join(', ');
			const state = isActive(one) ? '' : `${one.status.toLowerCase()}, `;
			return `${one.name} (${state}${numbers || 'without a tracking number'})`;
		})
		.join(', ');
}

/** Says why a fulfillment that is void cannot be changed. */
export function voidReason(
	order: FulfilledOrder,
	{ name, status }: FulfillmentHead,
	what: string,
): ChangeReason {
	const state = status === 'CANCELLED' ? 'was cancelled' : `has the status ${status}`;
	return {
		code: 'cancelled',
		text: `Fulfillment ${name} of order ${order.name} ${state}, so ${what} has no effect. Name the fulfillment that took its place, or upload the shipment again`,
	};
}
