import { FULFILLMENT_ORDER_STATE, ORDER_HEAD } from './fragments';

/**
 * One page of the ids of the fulfillment orders that are not closed, newest first, and in the same
 * request the deciding fields of the page before: what says whether a fulfillment order is ready,
 * matches the filters, and is covered by the handover record of its order.
 *
 * `orderName` stands in the page of ids, so that a fulfillment order whose order Shopify withholds
 * (older than 60 days without `read_all_orders`) can still be named.
 */
export const SCAN_FULFILLMENT_ORDERS = `#graphql
	${FULFILLMENT_ORDER_STATE}
	${ORDER_HEAD}
	query ScanFulfillmentOrders($first: Int!, $after: String, $query: String!, $ids: [ID!]!, $lines: Int!) {
		fulfillmentOrders(first: $first, after: $after, query: $query, sortKey: ID, reverse: true) {
			pageInfo { hasNextPage endCursor }
			nodes { id createdAt orderId orderName }
		}
		nodes(ids: $ids) { ... on FulfillmentOrder { ...FulfillmentOrderState order { ...OrderHead } } }
	}
` as const;

/** The deciding fields of the last page of a scan: the second half of {@link SCAN_FULFILLMENT_ORDERS}. */
export const READ_SCANNED_FULFILLMENT_ORDERS = `#graphql
	${FULFILLMENT_ORDER_STATE}
	${ORDER_HEAD}
	query ReadScannedFulfillmentOrders($ids: [ID!]!, $lines: Int!) {
		nodes(ids: $ids) { ... on FulfillmentOrder { ...FulfillmentOrderState order { ...OrderHead } } }
	}
` as const;

/**
 * One page of the ids of closed fulfillment orders, newest first: it finds offers that were made and not
 * confirmed, or not told of a change, and whose fulfillment order has been closed since.
 *
 * It reads `orderName` and not `order`: one order that Shopify withholds (older than 60 days without
 * `read_all_orders`) would make the whole page null, because neither field may be null (2026-07).
 */
export const SCAN_CLOSED_FULFILLMENT_ORDERS = `#graphql
	query ScanClosedFulfillmentOrders($first: Int!, $after: String, $query: String!) {
		fulfillmentOrders(
			first: $first
			after: $after
			query: $query
			includeClosed: true
			sortKey: ID
			reverse: true
		) {
			pageInfo { hasNextPage endCursor }
			nodes { id createdAt orderName }
		}
	}
` as const;
