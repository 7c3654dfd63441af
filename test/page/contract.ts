/**
 * What the page and the two servers behind it say to each other, as JSON over HTTP on loopback.
 *
 * Shop (`/demo/…`): `GET state` gives a `ShopView`, or a `ShopElsewhere` where orders come from a real shop (there is
 * nothing else under `/demo/` then, but for the events); `GET events` is an event stream whose data is a `Changed`;
 * `POST orders` places an order (an `OrderInput`, or nothing for a random one); `POST orders/<legacy id>/<action>`
 * with `pay`, `cancel`, `edit`; `POST fulfillment-orders/<legacy id>/<action>` with `hold`, `releaseHold`, `split`,
 * `move`, `markAsOpen`, `ship`; `POST stock` sets a `StockCount`, as staff do who count in Shopify's admin (the page
 * has no field for it: there the warehouse counts, and a workflow brings it here). What the shop refuses is 409
 * with `{error}`.
 *
 * Warehouse (`/warehouse/…`): `GET state` gives a `WarehouseView`; `GET events` as above; `POST behaviour` takes a
 * part of a `Behaviour` and gives the whole; `POST orders` is what anybody may send to the warehouse, to show
 * that it refuses a second order with the same number; `POST ship` takes a `ShipmentInput` and gives `{shipments}`;
 * `POST stock` takes the `UnitsView` that somebody counted of one SKU. What the warehouse cannot ship is 409 with
 * `{error}`.
 */

/** Something has changed: ask for the state again. Several changes at once make one event. */
export interface Changed {
	readonly type: 'changed';
}

/** The shop as the page shows it. */
export interface ShopView {
	/** Domain, e.g. `harbour-goods.myshopify.com`. */
	readonly shop: string;
	/** Name that customers see. */
	readonly name: string;
	readonly currency: string;
	readonly locations: readonly LocationView[];
	readonly goods: readonly GoodsView[];
	readonly stock: readonly StockView[];
	/** In the order of their placing. */
	readonly orders: readonly OrderView[];
}

/** A shop that is at Shopify: the page shows the warehouse alone. */
export interface ShopElsewhere {
	/** Domain, e.g. `harbour-goods.myshopify.com`. */
	readonly shop: string;
	readonly adminUrl: string;
}

export interface LocationView {
	readonly id: string;
	readonly name: string;
}

/** What can be ordered. */
export interface GoodsView {
	readonly sku: string;
	readonly title: string;
	readonly variantTitle: string | null;
	readonly price: number;
}

/**
 * Units of one SKU at one location, as the shop has them; `available` is `onHand` less `committed`, and may be
 * negative.
 */
export interface StockView {
	readonly sku: string;
	readonly title: string;
	readonly variantTitle: string | null;
	readonly location: string;
	readonly onHand: number;
	/** Units of orders that are not fulfilled yet. */
	readonly committed: number;
	readonly available: number;
}

/** What staff count in the shop itself; the warehouse's own counts come through a workflow. */
export interface StockCount {
	readonly sku: string;
	/** Name or id. */
	readonly location: string;
	readonly onHand: number;
}

export interface OrderView {
	readonly id: string;
	readonly legacyId: string;
	readonly name: string;
	/** ISO 8601, UTC. */
	readonly createdAt: string;
	readonly financialStatus: string | null;
	readonly cancelledAt: string | null;
	readonly tags: readonly string[];
	readonly note: string | null;
	readonly customer: string;
	readonly country: string | null;
	/** Lines of the address, e.g. `14 Quay Street`, `Galway H91 X2P4`, `Ireland`. */
	readonly shipTo: readonly string[];
	/** What the customer pays, e.g. `59.80`. */
	readonly total: string;
	readonly lines: readonly OrderLineView[];
	readonly fulfillmentOrders: readonly FulfillmentOrderView[];
	/** In the order of their making, cancelled ones too. */
	readonly fulfillments: readonly FulfillmentView[];
	/** What the customer was told about the fulfillments, oldest first. */
	readonly notifications: readonly NotificationView[];
	/** What apps wrote on the order: the handover record. */
	readonly records: readonly {
		readonly namespace: string;
		readonly key: string;
		readonly value: unknown;
	}[];
}

export interface OrderLineView {
	readonly id: string;
	readonly sku: string | null;
	readonly title: string;
	readonly variantTitle: string | null;
	/** Units in the order now, after edits and refunds. */
	readonly quantity: number;
	readonly fulfilled: number;
}

export interface FulfillmentOrderView {
	readonly id: string;
	readonly legacyId: string;
	/** As Shopify's enum has it, e.g. `OPEN`, `IN_PROGRESS`, `ON_HOLD`, `CLOSED`. */
	readonly status: string;
	readonly location: string;
	/** The note that came with the progress; null if none was reported. */
	readonly progress: string | null;
	readonly holds: readonly HoldView[];
	/** Shopify's names for what can be done now, e.g. `MOVE`, `SPLIT`, `HOLD`. */
	readonly supportedActions: readonly string[];
	readonly lines: readonly {
		readonly id: string;
		readonly sku: string | null;
		readonly title: string;
		readonly total: number;
		readonly remaining: number;
	}[];
}

export interface HoldView {
	readonly id: string;
	readonly reason: string;
	readonly reasonNotes: string | null;
	/** Null for staff. */
	readonly heldBy: string | null;
}

export interface FulfillmentView {
	readonly id: string;
	readonly name: string;
	/** ISO 8601, UTC. */
	readonly createdAt: string;
	/** Name of the location that it left. */
	readonly location: string;
	/** `SUCCESS` or `CANCELLED`. */
	readonly status: string;
	/** How far it is, as Shopify's enum has it, e.g. `FULFILLED`, `IN_TRANSIT`, `DELIVERED`, `CANCELED`. */
	readonly displayStatus: string;
	/** Whether the customer was told that it is on its way. */
	readonly notified: boolean;
	/** By the time at which they happened, oldest first. */
	readonly events: readonly FulfillmentEventView[];
	readonly tracking: readonly {
		readonly number: string | null;
		readonly company: string | null;
		readonly url: string | null;
	}[];
	readonly lines: readonly {
		readonly sku: string | null;
		readonly title: string;
		readonly quantity: number;
	}[];
}

export interface FulfillmentEventView {
	/** As Shopify's enum has it, e.g. `IN_TRANSIT`, `DELIVERED`. */
	readonly status: string;
	/** ISO 8601, UTC. */
	readonly happenedAt: string;
	readonly message: string | null;
}

/** Word to the customer; no address is shown. */
export interface NotificationView {
	/** ISO 8601, UTC. */
	readonly at: string;
	/** That the goods are on their way, or that their tracking is another now. */
	readonly kind: 'SHIPPED' | 'TRACKING_UPDATED';
	/** Name of the fulfillment, e.g. `#1042-F1`. */
	readonly fulfillment: string;
	readonly trackingNumbers: readonly string[];
}

/** The warehouse as the page shows it. */
export interface WarehouseView {
	/** In the order of their arrival. */
	readonly orders: readonly WarehouseOrderView[];
	/** What the next parcel is labelled with unless somebody says otherwise. */
	readonly nextLabel: LabelView;
	/** Units that lie there, one entry for each SKU, whoever has ordered them. */
	readonly stock: readonly UnitsView[];
	readonly behaviour: Behaviour;
	/** The last requests that it did not take, newest first. */
	readonly refusals: readonly RefusalView[];
}

export interface WarehouseOrderView {
	readonly orderNumber: string;
	readonly key: string | null;
	readonly status: 'open' | 'cancelled';
	readonly reference: string;
	/** ISO 8601, UTC. */
	readonly receivedAt: string;
	/** Times that it was sent again under its own key; it was kept once. */
	readonly repeats: number;
	/** All fields that were sent. */
	readonly body: unknown;
	/** Whether it must wait. */
	readonly held: boolean;
	/** The last change or cancellation that it was told; null if there was none. */
	readonly changed: { readonly at: string; readonly reason: string | null } | null;
	/** How much of it has left; a parcel that is reported twice counts once. */
	readonly shipped: 'none' | 'part' | 'all';
	/** Units that have not left yet, one entry for each SKU. */
	readonly left: readonly UnitsView[];
	/** What it reports to have shipped, in the order of the reports. */
	readonly shipments: readonly ParcelView[];
}

/** Units of one SKU. */
export interface UnitsView {
	readonly sku: string;
	readonly quantity: number;
}

/** What stands on a parcel. */
export interface LabelView {
	/** In the warehouse's spelling, e.g. `dpd uk`. */
	readonly carrier: string | null;
	readonly trackingNumber: string | null;
	readonly trackingUrl: string | null;
}

/** One report of a parcel. */
export interface ParcelView extends LabelView {
	/** E.g. `WS-12`. */
	readonly id: string;
	/** ISO 8601, UTC. */
	readonly shippedAt: string;
	readonly lines: readonly UnitsView[];
	/** When somebody first said that it is in the shop; null if nobody has. ISO 8601, UTC. */
	readonly uploadedAt: string | null;
	/** What it became in the shop, e.g. `#1042-F1`. */
	readonly fulfillments: readonly string[];
	/** The earlier report of the same parcel; null for a parcel of its own. */
	readonly repeats: string | null;
}

/** What the warehouse is told to ship. */
export interface ShipmentInput {
	readonly orderNumber: string;
	/** Tells apart orders of one number. */
	readonly reference?: string;
	/** Everything that is left, if absent. */
	readonly lines?: readonly UnitsView[];
	/** Made up if absent, each of the three; null for none. */
	readonly carrier?: string | null;
	readonly trackingNumber?: string | null;
	readonly trackingUrl?: string | null;
	/** How often the one parcel is reported; default once. */
	readonly times?: 1 | 2;
	/** Ships also what is cancelled or on hold, has left before, or was never ordered. */
	readonly force?: boolean;
}

/** A request that was answered with an error. */
export interface RefusalView {
	/** ISO 8601, UTC. */
	readonly at: string;
	readonly orderNumber: string | null;
	readonly status: number;
	readonly message: string;
}

/** How the warehouse is told to behave. */
export interface Behaviour {
	/** Everything is answered with 503. */
	readonly down: boolean;
	/** New orders are refused with 422 and this text; empty for never. */
	readonly refuse: string;
	/** Every nth request is answered with 500; 0 for never. */
	readonly failEvery: number;
}
