import type { Location } from './state';

export interface Product {
	readonly id: string;
	readonly legacyId: number;
	readonly title: string;
	readonly handle: string;
	readonly productType: string;
	readonly vendor: string;
	readonly tags: readonly string[];
}

/** A variant together with its inventory item: each has exactly one of the other. */
export interface Variant {
	readonly id: string;
	readonly legacyId: number;
	readonly product: Product;
	/** Several variants may have the same one. */
	sku: string | null;
	readonly barcode: string | null;
	/** `null` for a product without options. */
	readonly title: string | null;
	readonly price: number;
	readonly weightGrams: number;
	readonly requiresShipping: boolean;
	readonly countryCodeOfOrigin: string | null;
	readonly harmonizedSystemCode: string | null;
	readonly inventoryItemId: string;
	readonly inventoryItemLegacyId: number;
	/** Whether Shopify counts its stock. */
	tracked: boolean;
	/** Whether it is a bundle, whose stock follows from that of its components. */
	readonly requiresComponents: boolean;
	readonly createdAt: number;
	updatedAt: number;
}

/** Units of one inventory item at one location. What is committed or available is worked out. */
export interface StockLevel {
	readonly variant: Variant;
	readonly location: Location;
	onHand: number;
	/** A deactivated level keeps its quantities; reads hide it unless they ask for it. */
	isActive: boolean;
	readonly createdAt: number;
	updatedAt: number;
}

/** One quantity of a level that a change moved. */
export interface QuantityChange {
	readonly name: 'available' | 'on_hand';
	readonly delta: number;
	readonly variant: Variant;
	readonly location: Location;
}

/**
 * A change of stock as Shopify's inventory history has it. Those of orders and shipments are not
 * kept.
 */
export interface AdjustmentGroup {
	readonly id: string;
	readonly legacyId: number;
	readonly createdAt: number;
	/** What made it: a mutation, or `staff` for a count or an adjustment by hand. */
	readonly by:
		| 'inventorySetQuantities'
		| 'inventoryAdjustQuantities'
		| 'inventoryActivate'
		| 'staff';
	readonly reason: string;
	readonly referenceDocumentUri: string | null;
	readonly idempotencyKey: string | null;
	/** Two for each level: `available` and `on_hand`. */
	readonly changes: readonly QuantityChange[];
}

/** The first call of a mutation under an idempotency key. */
export interface KeptCall {
	/** Digest of its arguments. */
	readonly parameters: string;
	/** Milliseconds since 1970, by the shop's clock. */
	readonly at: number;
	/** The payload that it was answered with. */
	readonly answer: Readonly<Record<string, unknown>>;
	/** Whether that had user errors. */
	readonly failed: boolean;
}
