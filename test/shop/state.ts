/**
 * What the demo shop remembers. Plain objects that refer to each other directly; the GraphQL layer
 * reads them, the actions in the files beside this one change them. Times are milliseconds since
 * 1970, money is in hundredths of the currency unit (currencies with another minor unit are not
 * modelled).
 */

import type { AdjustmentGroup, KeptCall, Product, StockLevel, Variant } from './catalog';
import type { Fulfillment, Notification } from './fulfillmentState';
import type { OrderInput } from './orderInput';
import type { WebhookState } from './webhookState';

export type * from './catalog';
export type * from './fulfillmentState';
export type * from './webhookState';

/** The statuses of Shopify's `FulfillmentOrderStatus` (Admin API 2026-07). */
export type FulfillmentOrderStatus =
	| 'OPEN'
	| 'IN_PROGRESS'
	| 'CANCELLED'
	| 'INCOMPLETE'
	| 'CLOSED'
	| 'SCHEDULED'
	| 'ON_HOLD';

/** Shopify's `DeliveryMethodType` (Admin API 2026-07). */
export type DeliveryMethodType =
	| 'SHIPPING'
	| 'PICK_UP'
	| 'LOCAL'
	| 'PICKUP_POINT'
	| 'RETAIL'
	| 'NONE';

/** Shopify's `OrderDisplayFinancialStatus` (Admin API 2026-07). */
export type FinancialStatus =
	| 'AUTHORIZED'
	| 'EXPIRED'
	| 'PAID'
	| 'PARTIALLY_PAID'
	| 'PARTIALLY_REFUNDED'
	| 'PENDING'
	| 'REFUNDED'
	| 'VOIDED';

/** One of the `…RiskLevel` values of an order's risk summary. */
export type RiskLevel = 'HIGH' | 'LOW' | 'MEDIUM' | 'NONE' | 'PENDING';

export interface Address {
	readonly firstName: string | null;
	readonly lastName: string | null;
	readonly company: string | null;
	readonly address1: string | null;
	readonly address2: string | null;
	readonly city: string | null;
	readonly zip: string | null;
	/** Name of the province, for example `Ontario`. */
	readonly province: string | null;
	readonly provinceCode: string | null;
	/** English name of the country. */
	readonly country: string | null;
	readonly countryCode: string | null;
	readonly phone: string | null;
}

export interface KeyValue {
	readonly key: string;
	readonly value: string | null;
}

export interface TaxLine {
	readonly title: string;
	/** 0.2 for 20 %. */
	readonly rate: number;
	/** Hundredths of the currency unit. */
	readonly amount: number;
}

export interface Location {
	readonly id: string;
	readonly legacyId: number;
	readonly name: string;
	readonly address: Address;
	readonly isActive: boolean;
	/** Whose fulfillment service runs this location; `null` for the merchant's own. */
	readonly fulfillmentService: FulfillmentService | null;
	readonly createdAt: number;
}

export interface FulfillmentService {
	readonly id: string;
	readonly handle: string;
	readonly serviceName: string;
	readonly type: 'MANUAL' | 'THIRD_PARTY' | 'GIFT_CARD';
	/** Whether the service belongs to the app that holds the token. */
	readonly ownedByThisApp: boolean;
	location: Location | null;
}

export interface Metafield {
	readonly id: string;
	readonly legacyId: number;
	readonly ownerType: 'ORDER' | 'API_PERMISSION';
	readonly namespace: string;
	readonly key: string;
	type: string;
	value: string;
	compareDigest: string;
	readonly createdAt: number;
	updatedAt: number;
}

export interface LineItemGroup {
	readonly id: string;
	readonly title: string;
	readonly quantity: number;
	readonly variantId: string | null;
	readonly variantSku: string | null;
	readonly productId: string | null;
}

export interface LineItem {
	readonly id: string;
	readonly legacyId: number;
	readonly order: Order;
	readonly title: string;
	readonly variantTitle: string | null;
	readonly vendor: string | null;
	readonly sku: string | null;
	readonly variant: Variant | null;
	/** Units ordered, with those removed or refunded later. */
	quantity: number;
	/** Units ordered, without those removed or refunded later. */
	currentQuantity: number;
	readonly unitPrice: number;
	/** Discount on the whole line, in hundredths. */
	readonly discount: number;
	readonly taxLines: readonly TaxLine[];
	readonly requiresShipping: boolean;
	readonly taxable: boolean;
	readonly isGiftCard: boolean;
	readonly weightGrams: number;
	readonly properties: readonly KeyValue[];
	readonly group: LineItemGroup | null;
	readonly sellingPlanName: string | null;
}

export interface FulfillmentOrderLine {
	readonly id: string;
	readonly legacyId: number;
	readonly lineItem: LineItem;
	total: number;
	remaining: number;
}

export interface Hold {
	readonly id: string;
	readonly handle: string;
	readonly reason: string;
	readonly reasonNotes: string | null;
	/** Whether the app that holds the token made it; staff and other apps make the others. */
	readonly byThisApp: boolean;
	readonly heldBy: string;
}

export interface DeliveryMethod {
	readonly id: string;
	readonly methodType: DeliveryMethodType;
	readonly presentedName: string | null;
	readonly serviceCode: string | null;
	readonly instructions: string | null;
	readonly phone: string | null;
	readonly minDeliveryDateTime: number | null;
	readonly maxDeliveryDateTime: number | null;
}

export interface FulfillmentOrder {
	readonly id: string;
	readonly legacyId: number;
	readonly order: Order;
	location: Location;
	status: FulfillmentOrderStatus;
	requestStatus: 'UNSUBMITTED' | 'SUBMITTED' | 'ACCEPTED' | 'REJECTED' | 'CLOSED';
	readonly createdAt: number;
	updatedAt: number;
	fulfillAt: number | null;
	fulfillBy: number | null;
	readonly holds: Hold[];
	lines: FulfillmentOrderLine[];
	readonly deliveryMethod: DeliveryMethod | null;
	/** The last progress reported and not taken back; `null` when none was. */
	progress: { readonly reasonNotes: string | null; readonly at: number } | null;
	readonly destinationId: string;
}

export interface ShippingLine {
	readonly id: string;
	readonly title: string;
	readonly code: string | null;
	readonly source: string | null;
	readonly carrierIdentifier: string | null;
	readonly phone: string | null;
	readonly price: number;
	readonly discountedPrice: number;
	readonly taxLines: readonly TaxLine[];
}

export interface Customer {
	readonly id: string;
	readonly legacyId: number;
	readonly firstName: string | null;
	readonly lastName: string | null;
	readonly email: string | null;
	readonly phone: string | null;
	readonly tags: readonly string[];
	readonly note: string | null;
	readonly createdAt: number;
}

export interface Company {
	readonly id: string;
	readonly name: string;
	readonly externalId: string | null;
	readonly locationId: string;
	readonly locationName: string;
	readonly locationExternalId: string | null;
	readonly createdAt: number;
}

export interface Order {
	readonly id: string;
	readonly legacyId: number;
	readonly number: number;
	readonly name: string;
	readonly confirmationNumber: string;
	readonly createdAt: number;
	readonly processedAt: number;
	updatedAt: number;
	cancelledAt: number | null;
	cancelReason: string | null;
	closedAt: number | null;
	financialStatus: FinancialStatus | null;
	/** What was received, in hundredths. */
	received: number;
	refunded: number;
	risk: RiskLevel;
	tags: string[];
	note: string | null;
	readonly email: string | null;
	readonly phone: string | null;
	readonly customAttributes: readonly KeyValue[];
	readonly currency: string;
	readonly presentmentCurrency: string;
	/** Units of the customer's currency for one unit of the shop's. */
	readonly presentmentRate: number;
	readonly taxesIncluded: boolean;
	readonly dutiesIncluded: boolean;
	shippingAddress: Address | null;
	readonly billingAddress: Address | null;
	readonly addressIds: { readonly shipping: string; readonly billing: string };
	readonly customer: Customer | null;
	readonly company: Company | null;
	readonly lines: LineItem[];
	readonly shippingLines: readonly ShippingLine[];
	readonly discountCodes: readonly string[];
	readonly gatewayNames: readonly string[];
	readonly sourceName: string | null;
	readonly sourceIdentifier: string | null;
	readonly appName: string | null;
	readonly poNumber: string | null;
	readonly customerLocale: string | null;
	readonly test: boolean;
	edited: boolean;
	readonly fulfillmentOrders: FulfillmentOrder[];
	readonly fulfillments: Fulfillment[];
	/** What the customer was told about the fulfillments, oldest first. */
	readonly notifications: Notification[];
	readonly metafields: Map<string, Metafield>;
}

/** An order that has no FOs yet, and gets them at that time. */
export interface UnroutedOrder {
	readonly order: Order;
	readonly dueAt: number;
	/** As it was placed. */
	readonly input: OrderInput;
}

/** Everything in the shop, by GID. Maps keep the order of creation, which is the order of ids. */
export interface ShopState {
	readonly domain: string;
	readonly name: string;
	readonly currency: string;
	readonly timeZone: string;
	readonly createdAt: number;
	readonly app: { readonly id: string; readonly title: string; readonly handle: string };
	readonly installation: { readonly id: string; readonly metafields: Map<string, Metafield> };
	readonly locations: Map<string, Location>;
	readonly products: Map<string, Product>;
	readonly variants: Map<string, Variant>;
	/** Of several variants with the same SKU the one that was made first. */
	readonly variantsBySku: Map<string, Variant>;
	readonly customers: Map<string, Customer>;
	readonly companies: Map<string, Company>;
	readonly orders: Map<string, Order>;
	readonly lineItems: Map<string, LineItem>;
	readonly fulfillmentOrders: Map<string, FulfillmentOrder>;
	readonly fulfillmentOrderLines: Map<string, FulfillmentOrderLine>;
	readonly fulfillments: Map<string, Fulfillment>;
	readonly metafieldsById: Map<string, Metafield>;
	/** By `levelKey`. What is not stocked at a location has no level there. */
	readonly stock: Map<string, StockLevel>;
	/** Oldest first. */
	readonly adjustments: AdjustmentGroup[];
	/** Calls of mutations under an idempotency key, by the mutation's name and the key. */
	readonly keptCalls: Map<string, KeptCall>;
	/** In the order of their placing. */
	readonly unrouted: UnroutedOrder[];
	readonly webhooks: WebhookState;
}
