/** A webhook topic that the trigger listens to. */
export interface WebhookTopic {
	/** As a subscription names it, `WebhookSubscriptionTopic`: `ORDERS_PAID`. */
	readonly name: string;
	/** As a delivery names it, `X-Shopify-Topic`: `orders/paid`. */
	readonly header: string;
	/** Any one of these scopes lets an app subscribe to it. */
	readonly anyOf: readonly string[];
}

/** The topics an app may subscribe to, and the others by the scopes that would open them. */
export interface AllowedTopics {
	readonly allowed: readonly WebhookTopic[];
	readonly denied: readonly WebhookTopic[];
}

const FULFILLMENT_ORDER_SCOPES = [
	'read_merchant_managed_fulfillment_orders',
	'read_third_party_fulfillment_orders',
	'read_assigned_fulfillment_orders',
];

function topics(
	resource: string,
	anyOf: readonly string[],
	events: readonly string[],
): readonly WebhookTopic[] {
	return events.map((event) => ({
		name: `${resource}_${event}`.toUpperCase(),
		header: `${resource}/${event}`,
		anyOf,
	}));
}

/**
 * Every topic that can make a fulfillment order ready, or change one that is handed over. None tells that a
 * fulfillment order was made, so that of a new order is listened to as well as its routing. `orders/updated`
 * brings tags, addresses and payments that are no topic of their own. Left out are those that the package's
 * own work sets off and that make nothing ready: progress that was reported, fulfillments that were made.
 *
 * Source: Shopify's Admin API 2026-07, `WebhookSubscriptionTopic`.
 */
export const WEBHOOK_TOPICS: readonly WebhookTopic[] = [
	...topics('fulfillment_orders', FULFILLMENT_ORDER_SCOPES, [
		'order_routing_complete',
		'scheduled_fulfillment_order_ready',
		'rescheduled',
		'placed_on_hold',
		'hold_released',
		'moved',
		'split',
		'merged',
		'cancelled',
		'manually_reported_progress_stopped',
	]),
	...topics(
		'orders',
		['read_orders'],
		['create', 'paid', 'updated', 'edited', 'cancelled', 'risk_assessment_changed'],
	),
	...topics('refunds', ['read_orders'], ['create']),
	// A fulfillment that is cancelled opens its units again.
	...topics('fulfillments', ['read_fulfillments'], ['update']),
];

/** Divides the topics by what the app may subscribe to. */
export function allowedTopics(isGranted: (scope: string) => boolean): AllowedTopics {
	const allowed = WEBHOOK_TOPICS.filter(({ anyOf }) => anyOf.some(isGranted));
	return { allowed, denied: WEBHOOK_TOPICS.filter((topic) => !allowed.includes(topic)) };
}

/** Whether a delivery is of one of the topics that the trigger listens to. */
export function isKnownTopic(header: string): boolean {
	return WEBHOOK_TOPICS.some((topic) => topic.header === header);
}
