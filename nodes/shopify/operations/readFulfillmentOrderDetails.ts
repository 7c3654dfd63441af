import { DETAILED_LINE } from './fragments';

/**
 * What a target needs to know of fulfillment orders: address, delivery method, goods and prices.
 * Read only for what is emitted; the units come from the order's state, not from here.
 */
export const READ_FULFILLMENT_ORDER_DETAILS = `#graphql
	${DETAILED_LINE}
	query ReadFulfillmentOrderDetails($ids: [ID!]!, $lines: Int!) {
		nodes(ids: $ids) {
			... on FulfillmentOrder {
				id
				status
				requestStatus
				createdAt
				updatedAt
				fulfillAt
				fulfillBy
				internationalDuties { incoterm }
				assignedLocation {
					name address1 address2 city province zip countryCode phone
					location { id }
				}
				destination {
					firstName lastName company address1 address2 city province zip countryCode phone email
				}
				deliveryMethod {
					methodType presentedName serviceCode minDeliveryDateTime maxDeliveryDateTime
					additionalInformation { instructions phone }
				}
				fulfillmentHolds { id handle reason reasonNotes displayReason heldByRequestingApp }
				lineItems(first: $lines) {
					pageInfo { hasNextPage endCursor }
					nodes { ...DetailedLine }
				}
				order {
					id
					name
					legacyResourceId
					createdAt
					processedAt
					cancelledAt
					cancelReason
					displayFinancialStatus
					currencyCode
					currentSubtotalPriceSet { shopMoney { amount } }
					currentShippingPriceSet { shopMoney { amount } }
					currentTotalTaxSet { shopMoney { amount } }
					currentTotalDiscountsSet { shopMoney { amount } }
					currentTotalPriceSet { shopMoney { amount } }
					totalOutstandingSet { shopMoney { amount } }
					taxesIncluded
					tags
					note
					email
					phone
					customAttributes { key value }
					poNumber
					sourceName
					customerLocale
					risk { recommendation }
					discountCodes
					paymentGatewayNames
					test
					shippingLine { title code carrierIdentifier currentDiscountedPriceSet { shopMoney { amount } } }
					shippingAddress {
						name firstName lastName company address1 address2 city province provinceCode zip
						country countryCodeV2 phone
					}
					billingAddress {
						name firstName lastName company address1 address2 city province provinceCode zip
						country countryCodeV2 phone
					}
					customer {
						id firstName lastName displayName
						defaultEmailAddress { emailAddress }
						defaultPhoneNumber { phoneNumber }
					}
					purchasingEntity {
						... on PurchasingCompany {
							company { id name externalId }
							location { id name externalId }
						}
					}
					fulfillmentOrders(first: 25) {
						pageInfo { hasNextPage endCursor }
						nodes {
							id
							deliveryMethod { methodType }
							assignedLocation { name }
						}
					}
				}
			}
		}
	}
` as const;

/** The lines of one fulfillment order after those that came with its details. */
export const READ_MORE_DETAILED_LINES = `#graphql
	${DETAILED_LINE}
	query ReadMoreDetailedLines($id: ID!, $after: String, $first: Int!) {
		fulfillmentOrder(id: $id) {
			lineItems(first: $first, after: $after) {
				pageInfo { hasNextPage endCursor }
				nodes { ...DetailedLine }
			}
		}
	}
` as const;

/** The siblings of a fulfillment order after those that came with its details. */
export const READ_MORE_SIBLINGS = `#graphql
	query ReadMoreSiblings($id: ID!, $after: String, $first: Int!) {
		order(id: $id) {
			fulfillmentOrders(first: $first, after: $after) {
				pageInfo { hasNextPage endCursor }
				nodes {
					id
					deliveryMethod { methodType }
					assignedLocation { name }
				}
			}
		}
	}
` as const;
