import { EVENT_DETAILS } from './fulfillmentDetails';

/** The events of a fulfillment, page by page. */
export const READ_FULFILLMENT_EVENTS = `#graphql
	${EVENT_DETAILS}
	query ReadFulfillmentEvents($id: ID!, $after: String, $first: Int!) {
		fulfillment(id: $id) {
			events(first: $first, after: $after) {
				pageInfo { hasNextPage endCursor }
				nodes { ...EventDetails }
			}
		}
	}
` as const;

/** Adds an event to a fulfillment; 10 points. */
export const ADD_FULFILLMENT_EVENT = `#graphql
	mutation AddFulfillmentEvent($event: FulfillmentEventInput!) {
		fulfillmentEventCreate(fulfillmentEvent: $event) {
			fulfillmentEvent { id status happenedAt }
			userErrors { field message }
		}
	}
` as const;
