/** Topics of webhooks: which ones the demo shop fires, and the scopes that let an app subscribe. */

/** `WebhookSubscriptionTopic` → the name in the header, for every topic that the demo shop fires. */
export const TOPIC_NAMES = {
	APP_UNINSTALLED: 'app/uninstalled',
	FULFILLMENTS_CREATE: 'fulfillments/create',
	FULFILLMENTS_UPDATE: 'fulfillments/update',
	FULFILLMENT_HOLDS_ADDED: 'fulfillment_holds/added',
	FULFILLMENT_HOLDS_RELEASED: 'fulfillment_holds/released',
	FULFILLMENT_ORDERS_CANCELLED: 'fulfillment_orders/cancelled',
	FULFILLMENT_ORDERS_HOLD_RELEASED: 'fulfillment_orders/hold_released',
	FULFILLMENT_ORDERS_MANUALLY_REPORTED_PROGRESS_STOPPED:
		'fulfillment_orders/manually_reported_progress_stopped',
	FULFILLMENT_ORDERS_MERGED: 'fulfillment_orders/merged',
	FULFILLMENT_ORDERS_MOVED: 'fulfillment_orders/moved',
	FULFILLMENT_ORDERS_ORDER_ROUTING_COMPLETE: 'fulfillment_orders/order_routing_complete',
	FULFILLMENT_ORDERS_PLACED_ON_HOLD: 'fulfillment_orders/placed_on_hold',
	FULFILLMENT_ORDERS_PROGRESS_REPORTED: 'fulfillment_orders/progress_reported',
	FULFILLMENT_ORDERS_RESCHEDULED: 'fulfillment_orders/rescheduled',
	FULFILLMENT_ORDERS_SCHEDULED_FULFILLMENT_ORDER_READY:
		'fulfillment_orders/scheduled_fulfillment_order_ready',
	FULFILLMENT_ORDERS_SPLIT: 'fulfillment_orders/split',
	ORDERS_CANCELLED: 'orders/cancelled',
	ORDERS_CREATE: 'orders/create',
	ORDERS_EDITED: 'orders/edited',
	ORDERS_FULFILLED: 'orders/fulfilled',
	ORDERS_PAID: 'orders/paid',
	ORDERS_PARTIALLY_FULFILLED: 'orders/partially_fulfilled',
	ORDERS_UPDATED: 'orders/updated',
} as const;

/** A topic that the demo shop fires. */
export type Topic = keyof typeof TOPIC_NAMES;

const THREE_CLASSES = ['merchant_managed', 'assigned', 'third_party'].map(
	(one) => `read_${one}_fulfillment_orders`,
);
const FOUR_CLASSES = [...THREE_CLASSES, 'read_marketplace_fulfillment_orders'];

/** Of the first pattern that a topic meets, one of the scopes is needed `[schema 2026-07, by topic]`. */
const RULES: readonly (readonly [RegExp, readonly string[]])[] = [
	[
		/^FULFILLMENT_ORDERS_(MERGED|SPLIT|PROGRESS_REPORTED|MANUALLY_REPORTED_PROGRESS_STOPPED)$/,
		THREE_CLASSES,
	],
	[/^FULFILLMENT_(ORDERS|HOLDS)_/, FOUR_CLASSES],
	[/^(ORDERS|ORDER_TRANSACTIONS|REFUNDS)_/, ['read_orders']],
	[/^(FULFILLMENTS|FULFILLMENT_EVENTS)_/, ['read_fulfillments']],
	[/^INVENTORY_ITEMS_/, ['read_inventory', 'read_products']],
	[/^INVENTORY_/, ['read_inventory']],
	[/^LOCATIONS_/, ['read_locations']],
	[/^(PRODUCTS|VARIANTS)_/, ['read_products']],
	[/^CUSTOMERS_/, ['read_customers']],
];

/** Whether an app with these scopes may subscribe; topics without a rule are open to all. */
export function maySubscribe(topic: string, scopes: ReadonlySet<string>): boolean {
	const rule = RULES.find(([pattern]) => pattern.test(topic));
	return rule === undefined || rule[1].some((scope) => scopes.has(scope));
}
