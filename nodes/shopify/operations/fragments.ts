/** The deciding fields of a fulfillment order, without its order: status, place, delivery and units. */
export const FULFILLMENT_ORDER_STATE = `#graphql
	fragment FulfillmentOrderState on FulfillmentOrder {
		id
		status
		createdAt
		updatedAt
		fulfillAt
		supportedActions { action }
		assignedLocation { name location { id isFulfillmentService } }
		deliveryMethod {
			methodType presentedName serviceCode
			additionalInformation { instructions phone }
		}
		destination {
			firstName lastName company address1 address2 city province zip countryCode phone email
		}
		lineItems(first: $lines) {
			pageInfo { hasNextPage endCursor }
			nodes { id inventoryItemId totalQuantity remainingQuantity requiresShipping lineItem { id } }
		}
	}
` as const;

/** What filters ask about an order, and its handover record. */
export const ORDER_HEAD = `#graphql
	fragment OrderHead on Order {
		id
		name
		createdAt
		cancelledAt
		displayFinancialStatus
		totalOutstandingSet { shopMoney { amount } }
		tags
		test
		sourceName
		risk { recommendation }
		note
		shippingAddress {
			name firstName lastName company address1 address2 city province provinceCode zip
			country countryCodeV2 phone
		}
		metafield(key: "handover") { value compareDigest }
	}
` as const;

/** A line of a fulfillment order with its goods and prices. */
export const DETAILED_LINE = `#graphql
	fragment DetailedLine on FulfillmentOrderLineItem {
		id
		totalQuantity
		remainingQuantity
		sku
		productTitle
		variantTitle
		vendor
		requiresShipping
		inventoryItemId
		weight { value unit }
		variant { id barcode }
		lineItem {
			id
			quantity
			currentQuantity
			isGiftCard
			customAttributes { key value }
			originalUnitPriceSet { shopMoney { amount } }
			discountedUnitPriceAfterAllDiscountsSet { shopMoney { amount } }
			totalDiscountSet { shopMoney { amount } }
			taxLines(first: 20) { priceSet { shopMoney { amount } } }
			sellingPlan { name }
			lineItemGroup { id title quantity }
			product { id }
		}
	}
` as const;
