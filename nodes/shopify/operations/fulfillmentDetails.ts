/** A fulfillment as far as somebody who names it needs to see it. */
export const FULFILLMENT_HEAD = `#graphql
	fragment FulfillmentHead on Fulfillment {
		id
		name
		status
		totalQuantity
		trackingInfo(first: 250) { company number url }
		fulfillmentOrders(first: 10) { nodes { id } }
	}
` as const;

/** The order that a fulfillment is of. */
export const READ_FULFILLMENT_OWNER = `#graphql
	query ReadFulfillmentOwner($id: ID!) {
		fulfillment(id: $id) { id order { id } }
	}
` as const;

/** One fulfillment with its order. */
export const READ_FULFILLMENT_HEAD = `#graphql
	${FULFILLMENT_HEAD}
	query ReadFulfillmentHead($id: ID!) {
		fulfillment(id: $id) {
			...FulfillmentHead
			order { id name cancelledAt shippingAddress { countryCodeV2 } }
		}
	}
` as const;

/** All fulfillments of one order, as far as one of them is to be told from the others. */
export const READ_FULFILLMENT_HEADS = `#graphql
	${FULFILLMENT_HEAD}
	query ReadFulfillmentHeads($id: ID!, $fulfillments: Int!) {
		order(id: $id) {
			id
			name
			cancelledAt
			shippingAddress { countryCodeV2 }
			fulfillments(first: $fulfillments) { ...FulfillmentHead }
		}
	}
` as const;

/** All that the package tells about a fulfillment. */
export const FULFILLMENT_DETAILS = `#graphql
	fragment FulfillmentDetails on Fulfillment {
		id
		name
		status
		displayStatus
		createdAt
		updatedAt
		inTransitAt
		estimatedDeliveryAt
		deliveredAt
		location { id name }
		trackingInfo(first: 250) { company number url }
		fulfillmentLineItems(first: $lines) {
			pageInfo { hasNextPage endCursor }
			nodes { quantity lineItem { id sku title } }
		}
		fulfillmentOrders(first: $sources) {
			pageInfo { hasNextPage endCursor }
			nodes { id }
		}
		events(first: $events) {
			pageInfo { hasNextPage endCursor }
			nodes { ...EventDetails }
		}
	}
` as const;

/** Something that happened to a parcel on its way. */
export const EVENT_DETAILS = `#graphql
	fragment EventDetails on FulfillmentEvent {
		id
		status
		happenedAt
		createdAt
		message
		estimatedDeliveryAt
		address1
		city
		province
		country
		zip
	}
` as const;

/** One fulfillment with all about it. */
export const READ_FULFILLMENT_DETAILS = `#graphql
	${EVENT_DETAILS}
	${FULFILLMENT_DETAILS}
	query ReadFulfillmentDetails($id: ID!, $lines: Int!, $sources: Int!, $events: Int!) {
		fulfillment(id: $id) {
			...FulfillmentDetails
			order { id name }
		}
	}
` as const;

/** All fulfillments of one order with all about them. */
export const READ_ORDER_FULFILLMENTS = `#graphql
	${EVENT_DETAILS}
	${FULFILLMENT_DETAILS}
	query ReadOrderFulfillments(
		$id: ID!
		$fulfillments: Int!
		$lines: Int!
		$sources: Int!
		$events: Int!
	) {
		order(id: $id) {
			id
			name
			fulfillments(first: $fulfillments) { ...FulfillmentDetails }
		}
	}
` as const;

/** The lines of one fulfillment after those that came with it. */
export const READ_MORE_DETAILED_FULFILLED_LINES = `#graphql
	query ReadMoreDetailedFulfilledLines($id: ID!, $after: String, $first: Int!) {
		fulfillment(id: $id) {
			fulfillmentLineItems(first: $first, after: $after) {
				pageInfo { hasNextPage endCursor }
				nodes { quantity lineItem { id sku title } }
			}
		}
	}
` as const;

/** The fulfillment orders of one fulfillment after those that came with it. */
export const READ_MORE_SOURCES = `#graphql
	query ReadMoreSources($id: ID!, $after: String, $first: Int!) {
		fulfillment(id: $id) {
			fulfillmentOrders(first: $first, after: $after) {
				pageInfo { hasNextPage endCursor }
				nodes { id }
			}
		}
	}
` as const;
