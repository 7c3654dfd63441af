import type { QuantityName, StockLevel } from '../domain/stockItem';
import { asPromised } from './asPromised';
import type { ShopifyClient } from './client';
import { ShopifyError } from './failure';
import { ACTIVATE_LEVEL, SET_QUANTITIES } from './operations/stock';
import { toStockLevel } from './stockLevels';

/** Rows of one call, at most (Admin API 2026-07: "maximum allowed of 250"). */
export const ROWS_PER_CALL = 250;

/** One level to be set, if it is as it was read. Ids are global. */
export interface QuantityRow {
	readonly inventoryItemId: string;
	readonly locationId: string;
	readonly quantity: number;
	readonly changeFromQuantity: number;
}

/** A call of `inventorySetQuantities`. */
export interface QuantityCall {
	readonly quantityName: QuantityName;
	readonly reason: string;
	/** Where the merchant finds the run in Shopify's inventory history: a URI. */
	readonly referenceDocumentUri: string;
	readonly rows: readonly QuantityRow[];
}

/** Why a row, or the whole call, was not done. */
export interface QuantityProblem {
	/** Place of the row in the call; null if Shopify names none. */
	readonly row: number | null;
	readonly code: string | null;
	/** Shopify's words. */
	readonly message: string;
}

/** What Shopify answered to a call. */
export interface QuantityResult {
	readonly problems: readonly QuantityProblem[];
	/**
	 * False if nothing was done. With problems that is what recorded answers show (2026-04); whether a call with a bad row
	 * may be done in part is not documented.
	 */
	readonly isDone: boolean;
}

/**
 * Sets up to 250 levels. 10 points. Repeatable under its key: Shopify answers a second call with the same key and rows
 * with the result of the first. Fails as the client fails.
 */
export async function setQuantities(
	client: ShopifyClient,
	{ quantityName, reason, referenceDocumentUri, rows }: QuantityCall,
	key: string,
): Promise<QuantityResult> {
	return await asPromised(async () => {
		const { data } = await client.run(
			SET_QUANTITIES,
			{
				key,
				input: {
					name: quantityName,
					reason,
					referenceDocumentUri,
					quantities: rows.map((row) => ({ ...row })),
				},
			},
			{ repeat: 'repeatable' },
		);
		const payload = data.inventorySetQuantities;
		if (!payload) throw new ShopifyError({ kind: 'unreadable', what: 'it says nothing' });
		const problems = payload.userErrors.map(({ field, message, code }) => ({
			row: rowIn(field, rows.length),
			code: code ?? null,
			message,
		}));
		// Without a change Shopify makes no group, and that is no failure (recorded, 2026-04).
		const isDone = problems.length === 0 || Boolean(payload.inventoryAdjustmentGroup);
		return { problems, isDone };
	});
}

/** `["input", "quantities", "17", "locationId"]` is row 17. */
function rowIn(field: readonly string[] | null | undefined, rows: number): number | null {
	const at = field?.indexOf('quantities') ?? -1;
	const text = at < 0 ? undefined : field?.[at + 1];
	const row = text !== undefined && /^\d+$/.test(text) ? Number(text) : NaN;
	return row < rows ? row : null;
}

/** Either the level as it is now, or Shopify's reason in its own words. */
export type ActivationResult = { readonly level: StockLevel } | { readonly reason: string };

/**
 * Stocks an item at a location; nothing happens if it is stocked there. About 12 points. Repeatable under its key.
 * Fails as the client fails.
 */
export async function activateLevel(
	client: ShopifyClient,
	ids: { readonly inventoryItemId: string; readonly locationId: string },
	quantityName: QuantityName,
	key: string,
): Promise<ActivationResult> {
	return await asPromised(async () => {
		const { data } = await client.run(
			ACTIVATE_LEVEL,
			{ item: ids.inventoryItemId, location: ids.locationId, names: [quantityName], key },
			{ repeat: 'repeatable' },
		);
		const payload = data.inventoryActivate;
		const messages = payload?.userErrors.map(({ message }) => message) ?? [];
		if (messages.length > 0) return { reason: messages.join('; ') };
		if (!payload?.inventoryLevel) {
			throw new ShopifyError({ kind: 'unreadable', what: 'it names no stock level' });
		}
		return { level: toStockLevel(payload.inventoryLevel, quantityName) };
	});
}
