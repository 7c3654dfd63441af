import { FULFILLMENT_ORDER_STATE, ORDER_HEAD } from './fragments';

/**
 * All that decides what of an order is still to be handed over: every fulfillment order of the order
 * with its units (closed ones and other locations' included), what has really been fulfilled, and
 * the handover record with the digest that a compare-and-set needs.
 */
export const READ_ORDER_STATES = `#graphql
	${FULFILLMENT_ORDER_STATE}
	${ORDER_HEAD}
	query ReadOrderStates($ids: [ID!]!, $fulfillmentOrders: Int!, $lines: Int!, $fulfillments: Int!) {
		nodes(ids: $ids) {
			... on Order {
				...OrderHead
				fulfillments(first: $fulfillments) {
					id
					status
					createdAt
					updatedAt
					fulfillmentLineItems(first: $lines) {
						pageInfo { hasNextPage endCursor }
						nodes { quantity lineItem { id } }
					}
				}
				fulfillmentOrders(first: $fulfillmentOrders) {
					pageInfo { hasNextPage endCursor }
					nodes { ...FulfillmentOrderState }
				}
			}
		}
	}
` as const;

/** The fulfillment orders of one order after those that {@link READ_ORDER_STATES} brought. */
export const READ_MORE_FULFILLMENT_ORDERS = `#graphql
	${FULFILLMENT_ORDER_STATE}
	query ReadMoreFulfillmentOrders($id: ID!, $after: String, $first: Int!, $lines: Int!) {
		order(id: $id) {
			fulfillmentOrders(first: $first, after: $after) {
				pageInfo { hasNextPage endCursor }
				nodes { ...FulfillmentOrderState }
			}
		}
	}
` as const;

/** The lines of one fulfillment order after those that came with it, with their units only. */
export const READ_MORE_UNIT_LINES = `#graphql
	query ReadMoreUnitLines($id: ID!, $after: String, $first: Int!) {
		fulfillmentOrder(id: $id) {
			lineItems(first: $first, after: $after) {
				pageInfo { hasNextPage endCursor }
				nodes { id inventoryItemId totalQuantity remainingQuantity requiresShipping lineItem { id } }
			}
		}
	}
` as const;

/** The lines of one fulfillment after those that came with it. */
export const READ_MORE_FULFILLED_LINES = `#graphql
	query ReadMoreFulfilledLines($id: ID!, $after: String, $first: Int!) {
		fulfillment(id: $id) {
			fulfillmentLineItems(first: $first, after: $after) {
				pageInfo { hasNextPage endCursor }
				nodes { quantity lineItem { id } }
			}
		}
	}
` as const;
