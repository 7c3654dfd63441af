import type { Shipment } from './shipment';
import { numberKeys, sharesNumber } from './shipment';
import type { Comparison } from './shipmentComparison';
import type { Demand } from './shipmentDemands';
import type { ExistingFulfillment, ShippedOrder } from './shippedOrder';
import { activeFulfillments } from './shippedOrder';

/**
 * What is left of a shipment of everything that remains. Its units cannot be counted once it is uploaded, since then
 * nothing remains. What is still there in fulfillment orders that are older than its fulfillments was held
 * then, or a crash has cut the shipment in two; what came later, by an edit or a move, is not of it.
 *
 * Without a number and without a fulfillment order, `unnumbered` are the fulfillments that it may be.
 */
export function compareRemaining(
	order: ShippedOrder,
	shipment: Shipment,
	demands: readonly Demand[],
	unnumbered: readonly ExistingFulfillment[],
): Comparison {
	const keys = numberKeys(shipment.tracking);
	if (keys.size === 0) {
		const isNamed = shipment.fulfillmentOrder !== null;
		const rest = isNamed ? demands : madeBefore(order, demands, unnumbered);
		return { same: [], rest, done: 0 };
	}
	const same = activeFulfillments(order).filter((one) => sharesNumber(one.tracking, keys));
	return { same, rest: madeBefore(order, demands, same), done: 0 };
}

/**
 * Fulfillments that may be of one fulfillment order: at its location, with units of lines that were shipped from it;
 * without one, all of the order.
 */
export function fulfillmentsOf(
	order: ShippedOrder,
	fulfillmentOrder: string | null,
): readonly ExistingFulfillment[] {
	const active = activeFulfillments(order);
	if (fulfillmentOrder === null) return active;
	const owner = order.fulfillmentOrders.find(({ legacyId }) => legacyId === fulfillmentOrder);
	const shipped = owner?.lines.filter(({ total, remaining }) => total > remaining) ?? [];
	return active.filter(
		({ location, units }) =>
			location === owner?.location.id &&
			shipped.some(({ orderLineId }) => (units[orderLineId] ?? 0) > 0),
	);
}

/** Demands of fulfillment orders that are older than all of the fulfillments. */
function madeBefore(
	order: ShippedOrder,
	demands: readonly Demand[],
	fulfillments: readonly ExistingFulfillment[],
): readonly Demand[] {
	const first = Math.min(...fulfillments.map(({ createdAt }) => Date.parse(createdAt)));
	return demands.filter(({ fulfillmentOrder }) => {
		const owner = order.fulfillmentOrders.find(({ legacyId }) => legacyId === fulfillmentOrder);
		return owner === undefined || Date.parse(owner.createdAt) <= first;
	});
}
