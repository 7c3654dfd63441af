import type { FulfillmentOrder, FulfillmentOrderLine, LineItem, Location, Order } from './state';

/** What has left the house, as the demo shop remembers it. Times are milliseconds since 1970. */

/** Units of a fulfillment, with the FO and the FO line that they were taken from. */
export interface FulfillmentPart {
	readonly fulfillmentOrder: FulfillmentOrder;
	readonly fulfillmentOrderLine: FulfillmentOrderLine;
	readonly quantity: number;
}

/** Units of one order line; those of several FOs are one line `[recorded]`. */
export interface FulfillmentLine {
	readonly id: string;
	readonly lineItem: LineItem;
	readonly quantity: number;
	readonly parts: readonly FulfillmentPart[];
}

export interface Tracking {
	readonly company: string | null;
	readonly number: string | null;
	readonly url: string | null;
}

export interface OriginAddress {
	readonly address1: string | null;
	readonly address2: string | null;
	readonly city: string | null;
	readonly countryCode: string;
	readonly provinceCode: string | null;
	readonly zip: string | null;
}

/** What happened to a parcel on its way. */
export interface FulfillmentEvent {
	readonly id: string;
	readonly legacyId: number;
	/** One of Shopify's `FulfillmentEventStatus`, e.g. `IN_TRANSIT`. */
	readonly status: string;
	readonly createdAt: number;
	readonly happenedAt: number;
	readonly estimatedDeliveryAt: number | null;
	readonly message: string | null;
	readonly address1: string | null;
	readonly city: string | null;
	readonly province: string | null;
	readonly country: string | null;
	readonly zip: string | null;
	readonly latitude: number | null;
	readonly longitude: number | null;
}

/** Word to the customer about a fulfillment: that it is on its way, or that its tracking changed. */
export interface Notification {
	readonly at: number;
	readonly kind: 'SHIPPED' | 'TRACKING_UPDATED';
	readonly order: { readonly id: string; readonly name: string };
	readonly fulfillment: { readonly id: string; readonly name: string };
	/** The numbers at that time. */
	readonly trackingNumbers: readonly string[];
}

export interface Fulfillment {
	readonly id: string;
	readonly legacyId: number;
	readonly name: string;
	readonly order: Order;
	readonly location: Location;
	status: 'SUCCESS' | 'CANCELLED';
	displayStatus: string;
	readonly createdAt: number;
	updatedAt: number;
	readonly lines: readonly FulfillmentLine[];
	tracking: readonly Tracking[];
	readonly originAddress: OriginAddress | null;
	readonly events: FulfillmentEvent[];
}
