/**
 * Writes handover records and markers: at most 25 metafields a call, all or none, each only if it is
 * unchanged since it was read (`compareDigest`), so that it may be repeated: what was written before
 * answers `STALE_OBJECT`. Source: Admin API 2026-07, `metafieldsSet`.
 */
export const METAFIELDS_SET = `#graphql
	mutation SetHandoverRecords($metafields: [MetafieldsSetInput!]!) {
		metafieldsSet(metafields: $metafields) {
			metafields { compareDigest }
			userErrors { field message code elementIndex }
		}
	}
` as const;

/** Makes a fulfillment order read *In progress*, with a note that staff see. */
export const REPORT_PROGRESS = `#graphql
	mutation ReportProgress($id: ID!, $progressReport: FulfillmentOrderReportProgressInput) {
		fulfillmentOrderReportProgress(id: $id, progressReport: $progressReport) {
			fulfillmentOrder { id status }
			userErrors { field message code }
		}
	}
` as const;

/** Takes reported progress back: the fulfillment order reads *Open* again. */
export const OPEN_FULFILLMENT_ORDER = `#graphql
	mutation OpenFulfillmentOrder($id: ID!) {
		fulfillmentOrderOpen(id: $id) {
			fulfillmentOrder { id status }
			userErrors { field message }
		}
	}
` as const;

/** Puts a fulfillment order on hold, with a reason and a note that staff read in Shopify. */
export const HOLD_FULFILLMENT_ORDER = `#graphql
	mutation HoldFulfillmentOrder($id: ID!, $fulfillmentHold: FulfillmentOrderHoldInput!) {
		fulfillmentOrderHold(id: $id, fulfillmentHold: $fulfillmentHold) {
			fulfillmentHold { id handle }
			fulfillmentOrder { id status }
			userErrors { field message code }
		}
	}
` as const;

/** Releases holds of a fulfillment order. */
export const RELEASE_HOLD = `#graphql
	mutation ReleaseHold($id: ID!, $holdIds: [ID!]) {
		fulfillmentOrderReleaseHold(id: $id, holdIds: $holdIds) {
			fulfillmentOrder { id status }
			userErrors { field message code }
		}
	}
` as const;

/** Status and holds of fulfillment orders, many at once. */
export const READ_HOLDS = `#graphql
	query ReadHolds($ids: [ID!]!) {
		nodes(ids: $ids) {
			... on FulfillmentOrder {
				id
				status
				orderName
				fulfillmentHolds { id handle reason reasonNotes displayReason heldByRequestingApp }
			}
		}
	}
` as const;
