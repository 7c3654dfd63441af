import type { FulfillmentOrderState, OrderHead } from './order';
import { compareLegacyIds } from './order';

/** What an integrator chose to leave in. An empty list means all. */
export interface Filters {
	/** Legacy ids of locations. */
	readonly locations: readonly string[];
	/** `OrderDisplayFinancialStatus` values. */
	readonly paymentStatuses: readonly string[];
	readonly shipmentStatuses: readonly ShipmentStatus[];
	/** `DeliveryMethodType` values. */
	readonly deliveryMethods: readonly string[];
	/** ISO 3166-1 alpha-2 codes. */
	readonly countries: readonly string[];
	readonly tagsAny: readonly string[];
	readonly tagsAll: readonly string[];
	readonly tagsNone: readonly string[];
	/** Legacy id: orders with a lower one are left out. '0' leaves none out. */
	readonly startFromOrder: string;
	/** Days since the order was created. */
	readonly createdWithinDays: number;
	/** Minutes since the fulfillment order was created. */
	readonly settleMinutes: number;
	/** Names of `Order.sourceName`, letter case ignored. */
	readonly salesChannels: readonly string[];
	/** `OrderRiskRecommendationResult` values. */
	readonly risks: readonly string[];
	readonly testOrders: 'include' | 'exclude' | 'only';
	/** Also lines that need no shipping: gift cards, digital goods. */
	readonly includeNoShipping: boolean;
}

/** What has really been fulfilled of an order that is not complete yet. */
export type ShipmentStatus = 'UNSHIPPED' | 'PARTIAL';

/** Why a fulfillment order is left out: the filter's name in the editor, and a sentence. */
export interface Reason {
	readonly filter: string;
	readonly text: string;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const NAMES: Readonly<Record<string, string>> = {
	SHIPPING: 'Shipping',
	PICKUP_POINT: 'Pickup Point',
	LOCAL: 'Local Delivery',
	PICK_UP: 'Store Pickup',
	RETAIL: 'In-Store Sale',
	NONE: 'None',
};

/** A Shopify constant as the editor shows it: `PARTIALLY_PAID` is "Partially Paid". */
export function displayName(constant: string): string {
	return (
		NAMES[constant] ??
		constant
			.toLowerCase()
			.split('_')
			.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
			.join(' ')
	);
}

/**
 * Payment status of an order. One without a status counts as paid when nothing is due: Shopify
 * leaves `displayFinancialStatus` null for orders that never had a payment.
 */
export function paymentStatusOf(order: OrderHead): string | null {
	if (order.paymentStatus !== null) return order.paymentStatus;
	return order.due !== null && Number(order.due) <= 0 ? 'PAID' : null;
}

/** Delivery method of a fulfillment order. One without a method is shipped if there is an address. */
export function deliveryMethodOf(
	fulfillmentOrder: FulfillmentOrderState,
	order: OrderHead,
): string {
	if (fulfillmentOrder.deliveryMethod !== null) return fulfillmentOrder.deliveryMethod;
	return fulfillmentOrder.hasDestination || order.shippingCountry !== null ? 'SHIPPING' : 'NONE';
}

/**
 * The filters that leave a fulfillment order out, in words; none if it matches.
 *
 * `shipment` is undefined where it is not known yet; then Shipment Status is not asked. For units that
 * were offered before, `again` leaves out the filters that only guard the first offer: an order must
 * not be forgotten half way because it grew old.
 */
export function reasonsAgainst(
	filters: Filters,
	order: OrderHead,
	fulfillmentOrder: FulfillmentOrderState,
	context: { readonly nowMs: number; readonly shipment?: ShipmentStatus; readonly again?: boolean },
): readonly Reason[] {
	const matching = [
		locationReason(filters, fulfillmentOrder),
		oneOfReason('Payment Status', paymentStatusOf(order), filters.paymentStatuses),
		oneOfReason(
			'Delivery Methods',
			deliveryMethodOf(fulfillmentOrder, order),
			filters.deliveryMethods,
		),
		countryReason(filters, order, fulfillmentOrder),
		...tagReasons(filters, order),
		channelReason(filters, order),
		oneOfReason('Risk', order.risk ?? 'NONE', filters.risks),
		testReason(filters, order),
	];
	const first = context.again
		? []
		: [
				shipmentReason(filters, context.shipment),
				startReason(filters, order),
				ageReason(filters, order, context.nowMs),
				settleReason(filters, fulfillmentOrder, context.nowMs),
			];
	return [...matching, ...first].filter((reason) => reason !== undefined);
}

function oneOfReason(
	filter: string,
	value: string | null,
	chosen: readonly string[],
): Reason | undefined {
	if (chosen.length === 0 || (value !== null && chosen.includes(value))) return undefined;
	const shown = value === null ? 'not known' : displayName(value);
	// A fulfillment order has one of the "Delivery Methods".
	const subject = filter.replace(/Methods$/, 'Method');
	return { filter, text: `${subject} is ${shown}; chosen: ${chosen.map(displayName).join(', ')}` };
}

/** Whether the trigger serves a location: all are served if none is chosen. */
export function servesLocation(filters: Filters, location: string | null): boolean {
	return (
		filters.locations.length === 0 || (location !== null && filters.locations.includes(location))
	);
}

function locationReason(
	filters: Filters,
	fulfillmentOrder: FulfillmentOrderState,
): Reason | undefined {
	if (servesLocation(filters, fulfillmentOrder.location.id)) return undefined;
	return {
		filter: 'Locations',
		text: `Location is ${fulfillmentOrder.location.name}, which is not among the chosen ones`,
	};
}

function shipmentReason(
	filters: Filters,
	shipment: ShipmentStatus | undefined,
): Reason | undefined {
	if (shipment === undefined) return undefined;
	return oneOfReason('Shipment Status', shipment, filters.shipmentStatuses);
}

function countryReason(
	filters: Filters,
	order: OrderHead,
	fulfillmentOrder: FulfillmentOrderState,
): Reason | undefined {
	const country = fulfillmentOrder.destinationCountry ?? order.shippingCountry;
	const chosen = filters.countries.map((code) => code.toUpperCase());
	if (chosen.length === 0 || (country !== null && chosen.includes(country))) return undefined;
	return {
		filter: 'Ship-To Countries',
		text: `Ship-To Country is ${country ?? 'not known'}; chosen: ${chosen.join(', ')}`,
	};
}

function tagReasons(filters: Filters, order: OrderHead): readonly Reason[] {
	const tags = new Set(order.tags.map((tag) => tag.trim().toLowerCase()));
	const has = (tag: string): boolean => tags.has(tag.trim().toLowerCase());
	const reasons: Reason[] = [];
	if (filters.tagsAny.length > 0 && !filters.tagsAny.some(has)) {
		const text = `the order has none of the tags ${filters.tagsAny.join(', ')}`;
		reasons.push({ filter: 'Order Tags: Any Of', text });
	}
	const missing = filters.tagsAll.filter((tag) => !has(tag));
	if (missing.length > 0) {
		reasons.push({
			filter: 'Order Tags: All Of',
			text: `the order lacks the tags ${missing.join(', ')}`,
		});
	}
	const present = filters.tagsNone.filter(has);
	if (present.length > 0) {
		reasons.push({
			filter: 'Order Tags: None Of',
			text: `the order has the tags ${present.join(', ')}`,
		});
	}
	return reasons;
}

function startReason(filters: Filters, order: OrderHead): Reason | undefined {
	if (compareLegacyIds(order.legacyId, filters.startFromOrder) >= 0) return undefined;
	const text = `the order's id ${order.legacyId} is lower than ${filters.startFromOrder}`;
	return { filter: 'Start From Order', text };
}

function ageReason(filters: Filters, order: OrderHead, nowMs: number): Reason | undefined {
	if (nowMs - Date.parse(order.createdAt) <= filters.createdWithinDays * DAY_MS) return undefined;
	const text = `the order was created at ${order.createdAt}, more than ${filters.createdWithinDays} days ago`;
	return { filter: 'Created Within', text };
}

function settleReason(
	filters: Filters,
	fulfillmentOrder: FulfillmentOrderState,
	nowMs: number,
): Reason | undefined {
	const settledMs = Date.parse(fulfillmentOrder.createdAt) + filters.settleMinutes * MINUTE_MS;
	if (filters.settleMinutes <= 0 || nowMs >= settledMs) return undefined;
	const text = `it was created at ${fulfillmentOrder.createdAt} and settles until ${new Date(settledMs).toISOString()}`;
	return { filter: 'Settle Time', text };
}

function channelReason(filters: Filters, order: OrderHead): Reason | undefined {
	const chosen = filters.salesChannels.map((name) => name.trim().toLowerCase());
	if (chosen.length === 0 || chosen.includes((order.sourceName ?? '').toLowerCase())) {
		return undefined;
	}
	return {
		filter: 'Sales Channels',
		text: `Sales Channel is ${order.sourceName ?? 'not known'}; chosen: ${filters.salesChannels.join(', ')}`,
	};
}

function testReason(filters: Filters, order: OrderHead): Reason | undefined {
	if (filters.testOrders === 'include' || order.test === (filters.testOrders === 'only')) {
		return undefined;
	}
	const text = order.test ? 'it is a test order' : 'it is not a test order';
	return { filter: 'Test Orders', text };
}
