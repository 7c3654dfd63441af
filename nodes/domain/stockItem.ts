import { shortened } from './shortened';

/**
 * What a feed sets: units in the building (`on_hand`, from which Shopify subtracts what its open orders still have
 * to get), or units that may be sold (`available`). The only two that `inventorySetQuantities` takes (Admin API
 * 2026-07).
 */
export type QuantityName = 'on_hand' | 'available';

/** By what the rows of a feed name their goods. */
export type StockIdentifier = 'sku' | 'barcode' | 'inventoryItemId';

/** Stock of one inventory item at one location, as Shopify had it when it was read. */
export interface StockLevel {
	/** Units, of the quantity that the feed sets; negative if more is sold than there is. */
	readonly quantity: number;
	/** False if the item was stocked there once and is not now: it keeps its figure, and nobody can buy it. */
	readonly isActive: boolean;
	/** When Shopify last changed it, ISO 8601, whole seconds. */
	readonly updatedAt: string;
}

/** An inventory item with its variant, as far as a feed needs them. */
export interface StockItem {
	/** Global id of the inventory item. */
	readonly id: string;
	/** Global id of the variant; null if it has none. */
	readonly variantId: string | null;
	readonly sku: string | null;
	readonly barcode: string | null;
	/** False if Shopify does not count it. */
	readonly isTracked: boolean;
	/** True for a bundle, whose stock follows from that of its components. */
	readonly isBundle: boolean;
}

/** Stock by inventory item and location, both by global id. An item that was never stocked at a location has none. */
export class StockLevels {
	private readonly byLocation = new Map<string, Map<string, StockLevel>>();

	set(itemId: string, locationId: string, level: StockLevel): void {
		const levels = this.byLocation.get(locationId);
		if (levels) levels.set(itemId, level);
		else this.byLocation.set(locationId, new Map([[itemId, level]]));
	}

	get(itemId: string, locationId: string): StockLevel | undefined {
		return this.byLocation.get(locationId)?.get(itemId);
	}

	/** All levels of a location, by inventory item. */
	at(locationId: string): ReadonlyMap<string, StockLevel> {
		return this.byLocation.get(locationId) ?? new Map<string, StockLevel>();
	}
}

/** The text by which a row names an item; null if it has none. Blanks around it do not count. */
export function identifierOf(item: StockItem, by: StockIdentifier): string | null {
	const text = by === 'inventoryItemId' ? item.id.replace(/^.*\//, '') : item[by];
	const trimmed = text?.trim() ?? '';
	return trimmed === '' ? null : trimmed;
}

/** What messages call goods: their SKU, else their barcode, else the number of their inventory item. */
export function nameOf({ sku, barcode, id }: StockItem): string {
	const text = sku?.trim() || barcode?.trim();
	return text ? shortened(text) : `inventory item ${id.replace(/^.*\//, '')}`;
}
