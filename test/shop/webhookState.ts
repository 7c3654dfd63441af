/** What the demo shop remembers of webhooks. Times are milliseconds since 1970. */

/** A subscription that an app made through the API. */
export interface WebhookSubscription {
	readonly id: string;
	readonly legacyId: number;
	/** A value of Shopify's `WebhookSubscriptionTopic`, e.g. `ORDERS_PAID`. */
	readonly topic: string;
	uri: string;
	readonly format: 'JSON';
	/** Fields of the payload's top level that are sent; empty for all. */
	includeFields: readonly string[];
	metafieldNamespaces: readonly string[];
	/** In search syntax, over fields of the payload; null and empty for none. */
	filter: string | null;
	name: string | null;
	readonly createdAt: number;
	updatedAt: number;
}

/** A delivery that has not arrived yet. Its payload is the one of the event's moment for good. */
export interface WebhookDelivery {
	/** `X-Shopify-Webhook-Id`: the same for every attempt. */
	readonly webhookId: string;
	/** `X-Shopify-Event-Id`: the same for all deliveries of one event. */
	readonly eventId: string;
	readonly subscriptionId: string;
	readonly subscriptionName: string | null;
	readonly uri: string;
	/** As the header has it, e.g. `orders/paid`. */
	readonly topic: string;
	readonly body: string;
	readonly triggeredAt: number;
	/** The fault it met. */
	readonly fault: string | null;
	/** Attempts that failed. */
	failures: number;
	/** When the next attempt is made, by the shop's clock. */
	dueAt: number;
}

export interface WebhookState {
	/** By GID, oldest first. */
	readonly subscriptions: Map<string, WebhookSubscription>;
	/** In the order of their making. */
	readonly waiting: WebhookDelivery[];
}
