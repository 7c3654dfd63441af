import type { AssignedLocation, Units } from './order';
import type { Tracking } from './tracking';

/** Units of one order line in one fulfillment order, as far as shipping them needs. */
export interface ShippableLine {
	/** Global id of the fulfillment order line item. */
	readonly id: string;
	/** Legacy id of the order's line item. */
	readonly orderLineId: string;
	/** SKUs that the line goes by: the variant's now, and the one that was ordered. */
	readonly skus: readonly string[];
	/** Units of the line in this fulfillment order, shipped ones included. */
	readonly total: number;
	/** Units not yet fulfilled. */
	readonly remaining: number;
	readonly requiresShipping: boolean;
}

/** A fulfillment order, as far as shipping it needs. */
export interface ShippableFulfillmentOrder {
	readonly id: string;
	readonly legacyId: string;
	/** `FulfillmentOrderStatus`. */
	readonly status: string;
	readonly createdAt: string;
	readonly fulfillAt: string | null;
	readonly location: AssignedLocation;
	/** False if another app or a fulfillment service ships it. */
	readonly mayFulfill: boolean;
	/** Why it is on hold, in the words that staff or an app gave; empty if it is not. */
	readonly holds: readonly string[];
	readonly lines: readonly ShippableLine[];
}

/** A fulfillment that the order has. */
export interface ExistingFulfillment {
	readonly id: string;
	/** `#1042-F1` */
	readonly name: string;
	/** `FulfillmentStatus`. */
	readonly status: string;
	readonly createdAt: string;
	/** Legacy id; null if Shopify names none. */
	readonly location: string | null;
	readonly tracking: Tracking;
	readonly units: Units;
}

/** What the order's handover record says of its units, as far as shipping them needs. */
export interface HandedOver {
	/** Units that targets have or may have, offer by offer: what is confirmed first, oldest first. */
	readonly offers: readonly {
		/** Legacy id of the fulfillment order that it was made for. */
		readonly fulfillmentOrder: string;
		/** Legacy id of the location whose target has it; null if the app may not see it. */
		readonly location: string | null;
		readonly units: Units;
	}[];
	/** Units that were shipped without ever being offered. */
	readonly shippedBefore: Units;
}

/** An order with all that decides what of a shipment is still to be uploaded. */
export interface ShippedOrder {
	readonly id: string;
	readonly legacyId: string;
	readonly name: string;
	readonly cancelledAt: string | null;
	/** Country of the shipping address, ISO code; null if it has none or Shopify withholds it. */
	readonly shipToCountry: string | null;
	/** By id, lowest first, closed ones included. */
	readonly fulfillmentOrders: readonly ShippableFulfillmentOrder[];
	/** Oldest first, cancelled ones included. */
	readonly fulfillments: readonly ExistingFulfillment[];
	/** Without any offer if the order was never handed over, or its record is not this app's or cannot be read. */
	readonly handedOver: HandedOver;
}

/** Statuses of fulfillments that ship nothing: cancelled ones and those that failed. */
const VOID_STATUSES = new Set(['CANCELLED', 'ERROR', 'FAILURE']);

/** Whether the fulfillment counts: it was neither cancelled nor did it fail. */
export function isActive(fulfillment: Pick<ExistingFulfillment, 'status'>): boolean {
	return !VOID_STATUSES.has(fulfillment.status);
}

/** The order's fulfillments that count. */
export function activeFulfillments(order: ShippedOrder): readonly ExistingFulfillment[] {
	return order.fulfillments.filter(isActive);
}

/** Units of some fulfillments together, by order line. */
export function unitsOfAll(fulfillments: readonly ExistingFulfillment[]): Map<string, number> {
	const sum = new Map<string, number>();
	for (const { units } of fulfillments) {
		for (const [line, count] of Object.entries(units)) sum.set(line, (sum.get(line) ?? 0) + count);
	}
	return sum;
}

/** Whether units of it can be fulfilled now, by this app. */
export function canShip({ status, mayFulfill }: ShippableFulfillmentOrder): boolean {
	return mayFulfill && (status === 'OPEN' || status === 'IN_PROGRESS');
}

/** Whether it has units that cannot be shipped now, and may be later. */
export function isWaiting(one: ShippableFulfillmentOrder): boolean {
	return ['ON_HOLD', 'SCHEDULED', 'OPEN', 'IN_PROGRESS'].includes(one.status) && !canShip(one);
}

/**
 * Whether fulfillment orders say that more was shipped than the order's fulfillments do. How soon a list shows a new
 * fulfillment is not documented (Admin API 2026-07), so one may be missing.
 */
export function lacksFulfillments(order: ShippedOrder): boolean {
	const listed = unitsOfAll(activeFulfillments(order));
	const shipped = new Map<string, number>();
	for (const { orderLineId, total, remaining } of order.fulfillmentOrders.flatMap(
		({ lines }) => lines,
	)) {
		shipped.set(orderLineId, (shipped.get(orderLineId) ?? 0) + total - remaining);
	}
	return [...shipped].some(([line, count]) => count > (listed.get(line) ?? 0));
}
