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

export interface Variant {
	readonly id: string;
	readonly legacyId: number;
	readonly product: Product;
	readonly sku: string | null;
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
}

/** Units of one inventory item at one location. What is committed or available is worked out. */
export interface StockLevel {
	readonly variant: Variant;
	readonly location: Location;
	onHand: number;
}
