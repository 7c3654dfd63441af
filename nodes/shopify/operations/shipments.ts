/** A fulfillment with its units and tracking: what a shipment is recognised by. */
export const FULFILLMENT_UNITS = `#graphql
	fragment FulfillmentUnits on Fulfillment {
		id
		name
		status
		createdAt
		location { id }
		trackingInfo(first: 250) { company number url }
		fulfillmentLineItems(first: $lines) {
			pageInfo { hasNextPage endCursor }
			nodes { quantity lineItem { id } }
		}
	}
` as const;

/** A fulfillment order with what can be shipped of it, and why not. */
export const SHIPPABLE_FULFILLMENT_ORDER = `#graphql
	fragment ShippableFulfillmentOrder on FulfillmentOrder {
		id
		status
		createdAt
		fulfillAt
		supportedActions { action }
		assignedLocation { name location { id isFulfillmentService } }
		fulfillmentHolds { displayReason reasonNotes }
		lineItems(first: $lines) {
			pageInfo { hasNextPage endCursor }
			nodes { id sku totalQuantity remainingQuantity requiresShipping lineItem { id sku } }
		}
	}
` as const;

/** All that decides what of a shipment is still to be uploaded, for up to 250 orders at once. */
export const READ_SHIPPED_ORDERS = `#graphql
	${FULFILLMENT_UNITS}
	${SHIPPABLE_FULFILLMENT_ORDER}
	query ReadShippedOrders($ids: [ID!]!, $fulfillmentOrders: Int!, $lines: Int!, $fulfillments: Int!) {
		nodes(ids: $ids) {
			... on Order {
				id
				name
				cancelledAt
				shippingAddress { countryCodeV2 }
				metafield(key: "handover") { value }
				fulfillments(first: $fulfillments) { ...FulfillmentUnits }
				fulfillmentOrders(first: $fulfillmentOrders) {
					pageInfo { hasNextPage endCursor }
					nodes { ...ShippableFulfillmentOrder }
				}
			}
		}
	}
` as const;

/** The fulfillment orders of one order after those that {@link READ_SHIPPED_ORDERS} brought. */
export const READ_MORE_SHIPPABLE = `#graphql
	${SHIPPABLE_FULFILLMENT_ORDER}
	query ReadMoreShippable($id: ID!, $after: String, $first: Int!, $lines: Int!) {
		order(id: $id) {
			fulfillmentOrders(first: $first, after: $after) {
				pageInfo { hasNextPage endCursor }
				nodes { ...ShippableFulfillmentOrder }
			}
		}
	}
` as const;

/** The lines of one fulfillment order after those that came with it. */
export const READ_MORE_SHIPPABLE_LINES = `#graphql
	query ReadMoreShippableLines($id: ID!, $after: String, $first: Int!) {
		fulfillmentOrder(id: $id) {
			lineItems(first: $first, after: $after) {
				pageInfo { hasNextPage endCursor }
				nodes { id sku totalQuantity remainingQuantity requiresShipping lineItem { id sku } }
			}
		}
	}
` as const;

/** The fulfillments of up to 250 orders: to see whether one has been made twice. */
export const READ_FULFILLMENTS = `#graphql
	${FULFILLMENT_UNITS}
	query ReadFulfillments($ids: [ID!]!, $fulfillments: Int!, $lines: Int!) {
		nodes(ids: $ids) {
			... on Order {
				id
				name
				fulfillments(first: $fulfillments) { ...FulfillmentUnits }
			}
		}
	}
` as const;

/**
 * Makes a fulfillment. The payload's own fields cost nothing beside the mutation's 10 points; lists in it
 * would.
 */
export const CREATE_FULFILLMENT = `#graphql
	mutation CreateFulfillment($fulfillment: FulfillmentInput!) {
		fulfillmentCreate(fulfillment: $fulfillment) {
			fulfillment { id name status createdAt }
			userErrors { field message }
		}
	}
` as const;

/** Replaces the whole tracking of a fulfillment; 50 points. */
export const UPDATE_TRACKING = `#graphql
	mutation UpdateTracking($id: ID!, $tracking: FulfillmentTrackingInput!, $notifyCustomer: Boolean!) {
		fulfillmentTrackingInfoUpdate(
			fulfillmentId: $id
			trackingInfoInput: $tracking
			notifyCustomer: $notifyCustomer
		) {
			fulfillment { id name status }
			userErrors { field message }
		}
	}
` as const;

/** Cancels a fulfillment: its units are open again. */
export const CANCEL_FULFILLMENT = `#graphql
	mutation CancelFulfillment($id: ID!) {
		fulfillmentCancel(id: $id) {
			fulfillment { id name status }
			userErrors { field message }
		}
	}
` as const;

/** The orders of which the names are looked for, and what tells them from similar ones. */
export const FIND_ORDERS = `#graphql
	query FindOrders($first: Int!, $after: String, $query: String!) {
		orders(first: $first, after: $after, query: $query, sortKey: ID) {
			pageInfo { hasNextPage endCursor }
			nodes { id name }
		}
	}
` as const;

/** The order of each fulfillment order named by id, with its name. */
export const READ_OWNERS = `#graphql
	query ReadOwners($ids: [ID!]!) {
		nodes(ids: $ids) { ... on FulfillmentOrder { id orderId orderName } }
	}
` as const;
