import type { QuantityName } from '../domain/stockItem';
import type { StockSink } from '../domain/stockReading';
import type { BulkOutcome, BulkRow, BulkSurroundings } from './bulkQuery';
import { runBulkQuery } from './bulkQuery';
import { ShopifyError } from './failure';
import type { LevelNode } from './stockLevels';
import { toStockLevel } from './stockLevels';

/** Which stock is read. */
export interface BulkQuestion {
	/** Global ids. */
	readonly locationIds: readonly string[];
	readonly quantityName: QuantityName;
}

/**
 * Reads all goods of the shop with their stock at some locations by one bulk operation, which costs the same for a
 * hundred goods and for a million. `open` makes the sink, anew for each try.
 */
export async function readStockInBulk<Sink extends StockSink>(
	surroundings: BulkSurroundings,
	question: BulkQuestion,
	open: () => Sink,
): Promise<BulkOutcome<{ readonly sink: Sink }>> {
	const { locationIds, quantityName } = question;
	const [only] = locationIds.length === 1 ? locationIds : [];
	const query =
		only === undefined ? severalLocations(quantityName) : oneLocation(only, quantityName);
	const wanted = new Set(locationIds);
	return await runBulkQuery(surroundings, query, () => {
		const sink = open();
		return { sink, take: (row) => takeRow(row, sink, only, wanted, quantityName) };
	});
}

const VARIANT = 'id sku barcode requiresComponents';
const levelFields = (name: QuantityName): string =>
	`isActive updatedAt quantities(names: ["${name}"]) { name quantity }`;

/** One row for each variant, with its level in it. */
function oneLocation(locationId: string, name: QuantityName): string {
	const level = `inventoryLevel(locationId: ${JSON.stringify(locationId)}, includeInactive: true) { ${levelFields(name)} }`;
	return `{ productVariants { edges { node { ${VARIANT} inventoryItem { id tracked ${level} } } } } }`;
}

/** One row for each variant, and one for each of its levels. */
function severalLocations(name: QuantityName): string {
	const levels = `inventoryLevels(includeInactive: true) { edges { node { id location { id } ${levelFields(name)} } } }`;
	return `{ productVariants { edges { node { ${VARIANT} inventoryItem { id tracked ${levels} } } } } }`;
}

interface VariantRow {
	readonly id: string;
	readonly sku?: string | null;
	readonly barcode?: string | null;
	readonly requiresComponents?: boolean;
	readonly inventoryItem: {
		readonly id: string;
		readonly tracked: boolean;
		readonly inventoryLevel?: LevelNode | null;
	};
}

interface LevelRow extends LevelNode {
	readonly id: string;
	readonly location: { readonly id: string };
}

function takeRow(
	row: BulkRow,
	sink: StockSink,
	only: string | undefined,
	wanted: ReadonlySet<string>,
	quantityName: QuantityName,
): void {
	if (typeof row['__parentId'] === 'string') {
		const level = row as unknown as LevelRow;
		if (!wanted.has(level.location.id)) return;
		sink.takeLevel(itemOf(level.id), level.location.id, toStockLevel(level, quantityName));
		return;
	}
	const { inventoryItem, ...variant } = row as unknown as VariantRow;
	sink.takeItem({
		id: inventoryItem.id,
		variantId: variant.id,
		sku: variant.sku ?? null,
		barcode: variant.barcode ?? null,
		isTracked: inventoryItem.tracked,
		isBundle: variant.requiresComponents ?? false,
	});
	if (only === undefined || !inventoryItem.inventoryLevel) return;
	sink.takeLevel(inventoryItem.id, only, toStockLevel(inventoryItem.inventoryLevel, quantityName));
}

/**
 * The inventory item of `gid://shopify/InventoryLevel/143273001266?inventory_item_id=53469430055218` (recorded, 2026-04).
 * Which of the objects around it `__parentId` names, the variant or the item, is not documented.
 */
function itemOf(levelId: string): string {
	const id = /[?&]inventory_item_id=(\d+)/.exec(levelId)?.[1];
	if (id === undefined) {
		throw new ShopifyError({ kind: 'unreadable', what: 'a stock level does not name its item' });
	}
	return `gid://shopify/InventoryItem/${id}`;
}
