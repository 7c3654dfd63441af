import type { StockCount } from '../page/contract';
import { believableStock } from './believableStock';
import type { DeliveryMethodType } from './state';
import { webhookSettingsOf } from './webhookOptions';
import type { WebhookOptions } from './webhookOptions';

/** A location of the demo shop as a test wishes it. Only the name is needed. */
export interface LocationInput {
	readonly name: string;
	/** ISO code; default `GB`. */
	readonly countryCode?: string;
	readonly country?: string;
	readonly address1?: string;
	readonly city?: string;
	readonly zip?: string;
	readonly province?: string;
	readonly provinceCode?: string;
	readonly phone?: string;
	readonly isActive?: boolean;
	/** `true`: another app's fulfillment service (third party); `'own'`: a service of this app. */
	readonly fulfillmentService?: boolean | 'own';
}

/**
 * Behaviour of Shopify that neither its documentation nor a recording settles. Each default is the
 * likelier reading; tests run both.
 */
export interface Unknowns {
	/**
	 * What reading `FulfillmentOrder.order` gives for an order older than 60 days without
	 * `read_all_orders`: the FO is not there at all, or it is null with an error (the field is
	 * non-null). Default `nullWithError`.
	 */
	readonly oldOrders: 'absentFulfillmentOrder' | 'nullWithError';
	/**
	 * Where the units of a cancelled fulfillment open again. The schema's text says that new FOs are
	 * made, and that an FO which was fulfilled in part gets its units back; `newWhenClosed` does
	 * both, the others always the one or the other. Default `newWhenClosed`.
	 */
	readonly reopenIn: 'newWhenClosed' | 'newFulfillmentOrder' | 'sameFulfillmentOrder';
	/**
	 * What `fulfillmentCreate` ships of an FO for which no lines are named, once a part of it has
	 * been shipped: what remains, or all that was ever in it, which is then refused as too much.
	 * Recorded only for FOs of which nothing was shipped. Default `remainingUnits`.
	 */
	readonly withoutLines: 'remainingUnits' | 'allUnits';
	/**
	 * How long a new fulfillment is missing from the lists of its order and its FOs, in milliseconds;
	 * its units are gone from the FOs at once. That reading after writing shows everything is
	 * recorded only for single calls of an idle shop. Default 0.
	 */
	readonly fulfillmentLagMs: number;
	/** Whether paying, tagging or noting an order moves its FOs' `updatedAt`. Default no. */
	readonly orderChangesMoveFulfillmentOrderUpdatedAt: boolean;
	/** Whether `metafieldsSet` on an order moves `Order.updatedAt`. Default no. */
	readonly metafieldsMoveOrderUpdatedAt: boolean;
	/**
	 * Delivery methods whose FOs refuse a progress report with
	 * `FULFILLMENT_ORDER_INVALID_DELIVERY_METHOD`. The code exists in the schema, its condition is
	 * not documented. Default pickup in store and local delivery, which have a preparation flow of
	 * their own in the admin.
	 */
	readonly progressRefusedFor: readonly DeliveryMethodType[];
	/**
	 * Whether an edit of the order adds new units to an open FO at the same location, or always
	 * makes a new FO. Default `openFulfillmentOrder`.
	 */
	readonly editsAddTo: 'openFulfillmentOrder' | 'newFulfillmentOrder';
	/**
	 * Whether an FO line keeps its id when all its units go to another FO by a split, a partial move
	 * or a partial hold. Recorded is only that a line which is divided leaves its id behind, and that
	 * a cancelled FO hands its line ids to the replacement. Default yes.
	 */
	readonly wholeLinesKeepTheirIds: boolean;
	/**
	 * Whether cancelling a fulfillment puts its units back on the shelf (and so commits them again),
	 * or leaves what is on hand as it is. Default yes: no goods have left the house.
	 */
	readonly cancelledFulfillmentsPutBack: boolean;
	/**
	 * What setting a quantity does where the item was never stocked, from 2026-10 on, which has no
	 * code for it any more: an error without a code, or an inactive level with that quantity. 2026-07
	 * answers `ITEM_NOT_STOCKED_AT_LOCATION` at all events. Default `inactiveLevel`.
	 */
	readonly neverStocked: 'error' | 'inactiveLevel';
	/**
	 * What a batch of quantities with a bad row does: nothing at all, or its good rows. Recorded is
	 * only that a batch of one bad row does nothing. Default `wholeOrNothing`.
	 */
	readonly setQuantities: 'wholeOrNothing' | 'goodRows';
	/**
	 * What an idempotency key answers whose first call had user errors:
	 * `IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED`, or the same user errors again. Default `failed`.
	 */
	readonly replays: 'failed' | 'done';
	/** Whether quantities of goods that are not tracked can be set. Default `sets`. */
	readonly untracked: 'sets' | 'refuses';
	/** Whether the search of SKUs and barcodes looks at letter case. Default `anyCase`. */
	readonly skuSearch: 'anyCase' | 'exactCase';
	/**
	 * How long a new order has no FOs, in milliseconds by the shop's clock: a background worker makes
	 * them `[schema: FulfillmentOrder]`, so `orders/create` may come first. Editing, refunding or
	 * cancelling the order does not wait. Default 0.
	 */
	readonly routingDelayMs: number;
	/**
	 * For which FOs `fulfillment_orders/order_routing_complete` fires: its description speaks of a
	 * fulfillment service's location, its scopes of the merchant's own as well. Default `allLocations`.
	 */
	readonly routingCompleteFor: 'allLocations' | 'fulfillmentServices';
	/** Whether adding or removing tags fires `orders/updated`. Default yes. */
	readonly tagsFireOrdersUpdated: boolean;
	/** Whether placing an order fires `orders/updated` besides `orders/create`. Default no. */
	readonly placingFiresOrdersUpdated: boolean;
	/**
	 * Whether cancelling an order fires `fulfillment_orders/cancelled` for its FOs, which have no
	 * replacement then. Default no.
	 */
	readonly orderCancelFiresFulfillmentOrdersCancelled: boolean;
	/** Whether webhooks come twice without a fault; that they may is documented. Default `never`. */
	readonly duplicates: 'never' | 'always';
	/**
	 * Whether a duplicate has the `X-Shopify-Webhook-Id` of the first delivery; the event's id is the
	 * same at all events. Default yes.
	 */
	readonly duplicatesKeepTheirId: boolean;
	/** How long a change stays invisible to `query:` filters, in milliseconds. Default 0. */
	readonly searchLagMs: number;
}

/** Plan of the shop: bucket size and points restored a second. */
export interface Plan {
	readonly maximumAvailable: number;
	readonly restoreRate: number;
}

/** How a demo shop is made. Everything has a default. */
export interface DemoShopOptions {
	/** Default `harbour-goods.myshopify.com`. */
	readonly domain?: string;
	readonly name?: string;
	/** Scopes of the installed app; default all that the package uses, without `read_all_orders`. */
	readonly accessScopes?: readonly string[];
	readonly locations?: readonly LocationInput[];
	/** What is on the shelves at the beginning; default some of each of the goods at each location. */
	readonly stock?: readonly StockCount[];
	/** Number of variants, stocked at the first location, that the shop has besides; default 0. */
	readonly catalogue?: number;
	/** Default 2000 points, 100 a second: what a development shop was recorded with. */
	readonly plan?: Plan;
	/** Milliseconds since 1970; default `Date.now`. */
	readonly clock?: () => number;
	/** Milliseconds each answer takes; default 0. */
	readonly latencyMs?: number;
	/** `false` answers without ever throttling (cost is still computed). Default `true`. */
	readonly throttle?: boolean;
	readonly clientId?: string;
	readonly clientSecret?: string;
	/** A token that never expires, as legacy custom apps have. */
	readonly accessToken?: string;
	/** IANA name; default `America/New_York`. Decides how unquoted dates are read. */
	readonly timeZone?: string;
	readonly currency?: string;
	readonly webhooks?: WebhookOptions;
	readonly unknowns?: Partial<Unknowns>;
}

/** The options with every default filled in. */
export type Settings = Required<Omit<DemoShopOptions, 'unknowns' | 'accessScopes' | 'webhooks'>> & {
	readonly webhooks: Required<WebhookOptions>;
	accessScopes: readonly string[];
	unknowns: Unknowns;
};

const DEFAULT_UNKNOWNS: Unknowns = {
	oldOrders: 'nullWithError',
	reopenIn: 'newWhenClosed',
	withoutLines: 'remainingUnits',
	fulfillmentLagMs: 0,
	orderChangesMoveFulfillmentOrderUpdatedAt: false,
	metafieldsMoveOrderUpdatedAt: false,
	progressRefusedFor: ['PICK_UP', 'LOCAL'],
	editsAddTo: 'openFulfillmentOrder',
	wholeLinesKeepTheirIds: true,
	cancelledFulfillmentsPutBack: true,
	neverStocked: 'inactiveLevel',
	setQuantities: 'wholeOrNothing',
	replays: 'failed',
	untracked: 'sets',
	skuSearch: 'anyCase',
	routingDelayMs: 0,
	routingCompleteFor: 'allLocations',
	tagsFireOrdersUpdated: true,
	placingFiresOrdersUpdated: false,
	orderCancelFiresFulfillmentOrdersCancelled: false,
	duplicates: 'never',
	duplicatesKeepTheirId: true,
	searchLagMs: 0,
};

/** Scopes that let the package do everything it offers, except orders older than 60 days. */
export const ALL_SCOPES: readonly string[] = [
	'read_orders',
	'write_orders',
	'read_products',
	'read_locations',
	'read_customers',
	'read_inventory',
	'write_inventory',
	'write_fulfillments',
	'read_merchant_managed_fulfillment_orders',
	'write_merchant_managed_fulfillment_orders',
	'read_third_party_fulfillment_orders',
	'write_third_party_fulfillment_orders',
	'read_assigned_fulfillment_orders',
	'write_assigned_fulfillment_orders',
];

const DEFAULT_LOCATIONS: readonly LocationInput[] = [
	{
		name: 'Leeds Warehouse',
		address1: '14 Kirkstall Road',
		city: 'Leeds',
		zip: 'LS3 1LH',
		phone: '+441134960182',
	},
	{ name: 'Camden Shop', address1: '201 Camden High Street', city: 'London', zip: 'NW1 7BT' },
];

/** Fills in every default. */
export function settingsOf(options: DemoShopOptions): Settings {
	const locations = options.locations ?? DEFAULT_LOCATIONS;
	return {
		domain: options.domain ?? 'harbour-goods.myshopify.com',
		name: options.name ?? 'Harbour Goods',
		accessScopes: options.accessScopes ?? ALL_SCOPES,
		locations,
		stock: options.stock ?? believableStock(locations.map(({ name }) => name)),
		catalogue: options.catalogue ?? 0,
		plan: options.plan ?? { maximumAvailable: 2000, restoreRate: 100 },
		clock: options.clock ?? Date.now,
		latencyMs: options.latencyMs ?? 0,
		throttle: options.throttle ?? true,
		clientId: options.clientId ?? '3f9a1c07d2b84e65a0f7c1d98be24a10',
		clientSecret: options.clientSecret ?? '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',
		accessToken: options.accessToken ?? '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',
		timeZone: options.timeZone ?? 'America/New_York',
		currency: options.currency ?? 'GBP',
		webhooks: webhookSettingsOf(options.webhooks),
		unknowns: { ...DEFAULT_UNKNOWNS, ...options.unknowns },
	};
}
