/** Goods of a feed's rows: what tells them from each other, and whether Shopify counts them. */
export const STOCK_VARIANT = `#graphql
	fragment StockVariant on ProductVariant {
		id
		sku
		barcode
		requiresComponents
		inventoryItem { id tracked }
	}
` as const;

/** Variants by a search for SKUs or barcodes, one page. */
export const FIND_STOCK_VARIANTS = `#graphql
	${STOCK_VARIANT}
	query FindStockVariants($first: Int!, $after: String, $query: String!) {
		productVariants(first: $first, after: $after, query: $query, sortKey: ID) {
			pageInfo { hasNextPage endCursor }
			nodes { ...StockVariant }
		}
	}
` as const;

/** Inventory items by id, at most 250, with their variants. */
export const READ_STOCK_ITEMS = `#graphql
	query ReadStockItems($ids: [ID!]!) {
		nodes(ids: $ids) {
			... on InventoryItem {
				id
				sku
				tracked
				variants(first: 1) { nodes { id sku barcode requiresComponents } }
			}
		}
	}
` as const;

/** Stock of at most 250 inventory items at one location, deactivated levels included. */
export const READ_STOCK_LEVELS = `#graphql
	query ReadStockLevels($ids: [ID!]!, $location: ID!, $names: [String!]!) {
		nodes(ids: $ids) {
			... on InventoryItem {
				id
				inventoryLevel(locationId: $location, includeInactive: true) {
					isActive
					updatedAt
					quantities(names: $names) { name quantity }
				}
			}
		}
	}
` as const;

/** Stock of a location, one page: what else is there beside the goods of a feed. */
export const LIST_STOCK_LEVELS = `#graphql
	query ListStockLevels($location: ID!, $first: Int!, $after: String, $names: [String!]!) {
		location(id: $location) {
			inventoryLevels(first: $first, after: $after) {
				pageInfo { hasNextPage endCursor }
				nodes {
					isActive
					updatedAt
					quantities(names: $names) { name quantity }
					item {
						id
						sku
						tracked
						variants(first: 1) { nodes { id sku barcode requiresComponents } }
					}
				}
			}
		}
	}
` as const;

/**
 * Sets at most 250 stock levels, each only if it is as it was read (`changeFromQuantity`), all or none. The payload's
 * own fields cost nothing beside the mutation's 10 points; the list of changes would. Repeatable under its key, which
 * Shopify asks for since 2026-04.
 */
export const SET_QUANTITIES = `#graphql
	mutation SetQuantities($input: InventorySetQuantitiesInput!, $key: String!) {
		inventorySetQuantities(input: $input) @idempotent(key: $key) {
			inventoryAdjustmentGroup { id }
			userErrors { field message code }
		}
	}
` as const;

/**
 * Stocks an inventory item at a location, without a figure: for an active level that is a success that changes
 * nothing, and a deactivated one keeps its figure (Admin API 2026-04 and later).
 */
export const ACTIVATE_LEVEL = `#graphql
	mutation ActivateLevel($item: ID!, $location: ID!, $names: [String!]!, $key: String!) {
		inventoryActivate(inventoryItemId: $item, locationId: $location) @idempotent(key: $key) {
			inventoryLevel {
				isActive
				updatedAt
				quantities(names: $names) { name quantity }
			}
			userErrors { field message }
		}
	}
` as const;

/** Starts a bulk operation. Its rows come ungrouped, which is quicker for Shopify. */
export const START_BULK_QUERY = `#graphql
	mutation StartBulkQuery($query: String!) {
		bulkOperationRunQuery(query: $query, groupObjects: false) {
			bulkOperation { id status }
			userErrors { field message code }
		}
	}
` as const;

/** How far a bulk operation is, and where its result lies. */
export const READ_BULK_OPERATION = `#graphql
	query ReadBulkOperation($id: ID!) {
		bulkOperation(id: $id) {
			id
			status
			errorCode
			objectCount
			fileSize
			url
			completedAt
		}
	}
` as const;

/** Ends a bulk operation that nobody waits for any more. */
export const CANCEL_BULK_OPERATION = `#graphql
	mutation CancelBulkOperation($id: ID!) {
		bulkOperationCancel(id: $id) {
			bulkOperation { id status }
			userErrors { field message }
		}
	}
` as const;
