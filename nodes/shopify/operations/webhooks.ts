/** One page of the app's subscriptions in this shop, those of its configuration file not among them. */
export const READ_WEBHOOK_SUBSCRIPTIONS = `#graphql
	query ReadWebhookSubscriptions($first: Int!, $after: String) {
		shop { myshopifyDomain }
		webhookSubscriptions(first: $first, after: $after) {
			pageInfo { hasNextPage endCursor }
			nodes { id topic uri }
		}
	}
` as const;

/** Makes one subscription. Shopify refuses a second one with the same topic and address. */
export const CREATE_WEBHOOK_SUBSCRIPTION = `#graphql
	mutation CreateWebhookSubscription($topic: WebhookSubscriptionTopic!, $uri: String!) {
		webhookSubscriptionCreate(topic: $topic, webhookSubscription: { uri: $uri, format: JSON }) {
			webhookSubscription { id }
			userErrors { field message }
		}
	}
` as const;

/** Ends one subscription. */
export const DELETE_WEBHOOK_SUBSCRIPTION = `#graphql
	mutation DeleteWebhookSubscription($id: ID!) {
		webhookSubscriptionDelete(id: $id) {
			deletedWebhookSubscriptionId
			userErrors { field message }
		}
	}
` as const;
