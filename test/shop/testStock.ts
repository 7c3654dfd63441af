import type { DemoShop, DemoShopOptions, Stock } from './index';
import { ask, openShop } from './testShop';

/** What a mutation of stock answered, in short. */
export interface StockAnswer {
	/** Top-level errors: code and text. */
	readonly errors: readonly string[];
	/** User errors: field, code and text. */
	readonly refused: readonly string[];
	/** The payload. */
	readonly payload: Readonly<Record<string, unknown>> | null;
	readonly cost: { readonly requestedQueryCost: number; readonly actualQueryCost: number };
}

interface UserError {
	readonly field: readonly string[] | null;
	readonly message: string;
	readonly code?: string | null;
}

/** Sends a mutation of stock. */
export async function change(
	shop: DemoShop,
	query: string,
	variables: Record<string, unknown>,
	version = '2026-07',
): Promise<StockAnswer> {
	const answer = await ask(shop, query, variables, version);
	const [payload = null] = Object.values(answer.data ?? {}) as (Record<string, unknown> | null)[];
	const userErrors = (payload?.['userErrors'] ?? []) as UserError[];
	return {
		errors: (answer.errors ?? []).map(
			({ extensions, message }) => `${extensions?.code ?? ''} ${message}`,
		),
		refused: userErrors.map(({ field, code, message }) =>
			[field?.join('.') ?? '', code ?? '', message].join(' ').trim(),
		),
		payload,
		cost: (answer.extensions ?? {})['cost'] as unknown as StockAnswer['cost'],
	};
}

/** A row of `inventorySetQuantities`, with goods and location as tests name them. */
export interface SetRow {
	readonly sku: string;
	readonly location?: string;
	readonly quantity: number;
	/** Default null: whatever is there. */
	readonly from?: number | null;
}

const SET = `mutation Set($input: InventorySetQuantitiesInput!, $key: String!) {
	inventorySetQuantities(input: $input) @idempotent(key: $key) {
		inventoryAdjustmentGroup { reason changes { name delta } }
		userErrors { field message code }
	}
}`;

/** What else an `inventorySetQuantities` may say. */
export interface SetOptions {
	readonly name?: string;
	readonly key?: string;
	readonly reason?: string;
	readonly referenceDocumentUri?: string;
	readonly version?: string;
}

let lastKey = 0;

/** Sets quantities, on hand unless `name` says otherwise, under a key of its own unless one is given. */
export function setStock(
	shop: DemoShop,
	rows: readonly SetRow[],
	{ name = 'on_hand', key, reason = 'correction', version, ...rest }: SetOptions = {},
): Promise<StockAnswer> {
	lastKey += 1;
	const quantities = rows.map(({ sku, location = LEEDS, quantity, from = null }) => ({
		inventoryItemId: itemId(shop, sku),
		locationId: locationId(shop, location),
		quantity,
		changeFromQuantity: from,
	}));
	const input = { name, reason, quantities, ...rest };
	return change(shop, SET, { input, key: key ?? `key ${String(lastKey)}` }, version);
}

export const LEEDS = 'Leeds Warehouse';
export const CAMDEN = 'Camden Shop';

/** GID of the item with this SKU; of none for a SKU that the shop does not have. */
export const itemId = (shop: DemoShop, sku: string): string =>
	shop.state.variantsBySku.get(sku)?.inventoryItemId ?? 'gid://shopify/InventoryItem/1';

/** GID of the location; of none for a name that the shop does not have. */
export const locationId = (shop: DemoShop, name: string): string =>
	[...shop.state.locations.values()].find((one) => one.name === name)?.id ??
	'gid://shopify/Location/1';

/** A shop with eight mugs and five candles in Leeds, of which two mugs are sold. */
export function openStock(options: DemoShopOptions = {}) {
	const { shop, time } = openShop({ stock: [], ...options });
	shop.addVariant({ sku: 'MUG', barcode: '5021000000015', levels: { [LEEDS]: 8 } });
	shop.addVariant({ sku: 'CANDLE', levels: { [LEEDS]: 5 } });
	shop.sell('MUG', LEEDS, 2);
	return { shop, time };
}

/** On hand, committed and available of a level; null where it was never stocked. */
export function unitsOf(shop: DemoShop, sku: string, location = LEEDS): readonly number[] | null {
	const level: Stock | undefined = shop.levelOf(sku, location);
	return level ? [level.onHand, level.committed, level.available] : null;
}
