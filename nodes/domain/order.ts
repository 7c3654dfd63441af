import type { DetailHashes } from './detailHashes';

/** Units of one order line in one fulfillment order. */
export interface UnitLine {
	/** Global id of the fulfillment order line item. It is not stable: Shopify moves units to new lines. */
	readonly id: string;
	/** Legacy id of the order's line item: the only name of these units that stays. */
	readonly orderLineId: string;
	/** Global id of the inventory item; null for goods without one. */
	readonly inventoryItemId: string | null;
	/** Units of the line in this fulfillment order, shipped ones included. */
	readonly total: number;
	/** Units not yet fulfilled. */
	readonly remaining: number;
	readonly requiresShipping: boolean;
}

/** Where a fulfillment order is to be shipped from. */
export interface AssignedLocation {
	/** Legacy id; null if the app may not see the location, or it was deleted. */
	readonly id: string | null;
	readonly name: string;
	/** True if the location belongs to a fulfillment service, which ships by its own requests. */
	readonly isFulfillmentService: boolean;
}

/** The part of an order that one location is to ship, with all that decides whether it is handed over. */
export interface FulfillmentOrderState {
	readonly id: string;
	readonly legacyId: string;
	/** `FulfillmentOrderStatus`; values that Shopify adds later are kept as they are. */
	readonly status: string;
	readonly createdAt: string;
	readonly updatedAt: string;
	readonly fulfillAt: string | null;
	/** `FulfillmentOrderAction`s that Shopify allows now. */
	readonly supportedActions: readonly string[];
	readonly location: AssignedLocation;
	/** `DeliveryMethodType`, null if the fulfillment order has none. */
	readonly deliveryMethod: string | null;
	/** True if it has a destination of its own. */
	readonly hasDestination: boolean;
	readonly destinationCountry: string | null;
	/** What a target was told beside the goods: enough to notice a change, and no more. */
	readonly details: DetailHashes;
	readonly lines: readonly UnitLine[];
}

/** What filters ask about an order. */
export interface OrderHead {
	readonly id: string;
	readonly legacyId: string;
	readonly name: string;
	readonly createdAt: string;
	readonly cancelledAt: string | null;
	/** `OrderDisplayFinancialStatus`, null if the order has none. */
	readonly paymentStatus: string | null;
	/** What is still to be paid, a decimal string in the shop's currency; null if withheld. */
	readonly due: string | null;
	readonly tags: readonly string[];
	readonly test: boolean;
	readonly sourceName: string | null;
	/** `OrderRiskRecommendationResult`: ACCEPT, INVESTIGATE, CANCEL or NONE; null if withheld. */
	readonly risk: string | null;
	readonly shippingCountry: string | null;
}

/** What Shopify records of one shipment. */
export interface FulfillmentState {
	readonly legacyId: string;
	readonly cancelled: boolean;
	readonly createdAt: string;
	/** Of a cancelled one, when it was cancelled, or later: Shopify keeps no time of its own for that (2026-07). */
	readonly updatedAt: string;
	readonly units: Units;
}

/** An order with all of its fulfillment orders, closed ones and other locations' included. */
export interface OrderState extends OrderHead {
	readonly fulfillmentOrders: readonly FulfillmentOrderState[];
	/** Units really fulfilled, by order line; cancelled fulfillments do not count. */
	readonly fulfilled: Units;
	/** Empty for an order with more fulfillments than Shopify lists. */
	readonly fulfillments: readonly FulfillmentState[];
}

/** Units by the legacy id of the order line. Lines without units are left out. */
export type Units = Readonly<Record<string, number>>;

/** Statuses in which units can still be shipped one day. Closed, cancelled and incomplete ones cannot. */
const LIVE_STATUSES = new Set(['OPEN', 'IN_PROGRESS', 'ON_HOLD', 'SCHEDULED']);

/** Whether units of the fulfillment order can still be shipped one day, now or later. */
export function isLive(fulfillmentOrder: FulfillmentOrderState): boolean {
	return LIVE_STATUSES.has(fulfillmentOrder.status);
}

/** Whether units of the fulfillment order can be shipped now. */
export function isShippable(fulfillmentOrder: FulfillmentOrderState): boolean {
	return fulfillmentOrder.status === 'OPEN' || fulfillmentOrder.status === 'IN_PROGRESS';
}

/**
 * Whether somebody has reported progress: the fulfillment order reads *In progress* and Shopify
 * offers to mark it as open. A part shipment alone also reads *In progress*, without that offer.
 * Source: recorded answers of Admin API 2026-04.
 */
export function hasReportedProgress(fulfillmentOrder: FulfillmentOrderState): boolean {
	return (
		fulfillmentOrder.status === 'IN_PROGRESS' &&
		fulfillmentOrder.supportedActions.includes('MARK_AS_OPEN')
	);
}

/** Number of units. */
export function countUnits(units: Units): number {
	return Object.values(units).reduce((sum, count) => sum + count, 0);
}

/** Legacy ids are numbers of any length: compares them without losing digits. */
export function compareLegacyIds(one: string, other: string): number {
	return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
}
