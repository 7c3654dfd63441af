import type { Reason } from './filters';
import { displayName } from './filters';
import type { Offer } from './handoverRecord';
import type { FulfillmentOrderState, OrderHead, Units } from './order';
import { hasReportedProgress, isShippable } from './order';

/** Units of a fulfillment order that a target could ship now, by order line. */
export function shippableUnits(
	fulfillmentOrder: FulfillmentOrderState,
	includeNoShipping: boolean,
): Units {
	const units: Record<string, number> = {};
	for (const line of fulfillmentOrder.lines) {
		if (line.remaining > 0 && (line.requiresShipping || includeNoShipping)) {
			units[line.orderLineId] = (units[line.orderLineId] ?? 0) + line.remaining;
		}
	}
	return units;
}

const STATUS_TEXTS: Readonly<Record<string, string>> = {
	ON_HOLD: 'it is on hold; release the hold in Shopify to hand it over',
	SCHEDULED: 'it is scheduled for later and opens by itself',
	CLOSED: 'it is closed: shipped, cancelled, merged or moved',
	CANCELLED: 'it is cancelled',
	INCOMPLETE: 'its fulfillment service could not complete it',
};

/**
 * Why nothing of a fulfillment order can be shipped now, whatever the filters say; none if it is ready.
 *
 * `offered` is what {@link isOfferedBeside} says. Without it, reported progress means that staff or another
 * app work on it by hand. Source: product contract 3.2 and
 * `FulfillmentOrder.supportedActions`, Admin API 2026-07.
 */
export function reasonsNotReady(
	fulfillmentOrder: FulfillmentOrderState,
	order: OrderHead,
	context: { readonly includeNoShipping: boolean; readonly offered: boolean },
): readonly Reason[] {
	const texts = [
		...(order.cancelledAt === null ? [] : ['the order is cancelled']),
		...statusReasons(fulfillmentOrder, context.offered),
		...ownerReasons(fulfillmentOrder),
	];
	if (Object.keys(shippableUnits(fulfillmentOrder, context.includeNoShipping)).length === 0) {
		texts.push('no line has units left that need shipping');
	}
	return texts.map((text) => ({ filter: 'Ready', text }));
}

/**
 * Whether the order has an offer at the fulfillment order's location: then reported progress may have
 * come with units that were merged in, or been left by a handover, and says nothing about hands.
 */
export function isOfferedBeside(
	live: readonly Offer[],
	fulfillmentOrder: FulfillmentOrderState,
): boolean {
	return live.some((offer) => offer.location === fulfillmentOrder.location.id);
}

function statusReasons(fulfillmentOrder: FulfillmentOrderState, offered: boolean): string[] {
	const { status } = fulfillmentOrder;
	if (!isShippable(fulfillmentOrder)) {
		return [STATUS_TEXTS[status] ?? `its status is ${displayName(status)}`];
	}
	const byHand = status === 'IN_PROGRESS' && !offered && !isPartlyShippedByOthers(fulfillmentOrder);
	return byHand ? ['it was set in progress by hand, and never handed over'] : [];
}

function ownerReasons(fulfillmentOrder: FulfillmentOrderState): string[] {
	const { location, supportedActions } = fulfillmentOrder;
	const reasons: string[] = [];
	if (location.isFulfillmentService) {
		reasons.push(`${location.name} is a fulfillment service, which ships by its own requests`);
	}
	if (isShippable(fulfillmentOrder) && !supportedActions.includes('CREATE_FULFILLMENT')) {
		reasons.push('this app may not fulfill it: another app or a fulfillment service does');
	}
	return reasons;
}

/** In progress only because a part of it was shipped, not because somebody reported progress. */
export function isPartlyShippedByOthers(fulfillmentOrder: FulfillmentOrderState): boolean {
	const shipped = fulfillmentOrder.lines.some((line) => line.total > line.remaining);
	return shipped && !hasReportedProgress(fulfillmentOrder);
}
