/** What a run needs to know of the shop before it starts: granted scopes and the handover marker. */
export const READ_APP = `#graphql
	query ReadApp {
		currentAppInstallation {
			id
			accessScopes { handle }
			metafield(key: "handover") { value }
		}
	}
` as const;

/** Name, plan and time zone of the shop. */
export const READ_SHOP = `#graphql
	query ReadShop {
		shop { id name myshopifyDomain currencyCode ianaTimezone weightUnit plan { publicDisplayName } }
	}
` as const;

/** One page of locations by name, fulfillment services' included. */
export const READ_LOCATIONS = `#graphql
	query ReadLocations($first: Int!, $after: String, $query: String) {
		locations(first: $first, after: $after, query: $query, includeLegacy: true, sortKey: NAME) {
			pageInfo { hasNextPage endCursor }
			nodes {
				id
				name
				isActive
				isFulfillmentService
				address { address1 address2 city province zip countryCode phone }
			}
		}
	}
` as const;

/** One page of orders, newest first: for a searchable list and for finding orders by their name. */
export const SEARCH_ORDERS = `#graphql
	query SearchOrders($first: Int!, $after: String, $query: String) {
		orders(first: $first, after: $after, query: $query, sortKey: CREATED_AT, reverse: true) {
			pageInfo { hasNextPage endCursor }
			nodes { id name createdAt displayFinancialStatus displayFulfillmentStatus }
		}
	}
` as const;
