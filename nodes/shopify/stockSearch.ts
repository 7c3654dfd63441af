import type { StockIdentifier, StockItem } from '../domain/stockItem';
import { asPromised } from './asPromised';
import type { ShopifyClient } from './client';
import type { StockVariantFragment } from './generated/admin.generated';
import { toGid } from './gid';
import { inParallel } from './inParallel';
import { FIND_STOCK_VARIANTS, READ_STOCK_ITEMS } from './operations/stock';
import { pagesOf } from './pages';
import { quoted } from './searchText';

/** Texts of one search. How long a query may be is not documented (Admin API 2026-07). */
const TEXTS_PER_SEARCH = 50;
const PAGE_SIZE = 250;
/** Most that a query may hold of one text: far above what SKUs have, far below what could be refused. */
const LONGEST_TEXT = 255;
/** Ids of one `nodes(ids:)`, at most (Admin API 2026-07). */
const IDS_PER_REQUEST = 250;
/** Requests side by side; the throttle decides how fast. */
const AT_ONCE = 5;

/** What may be searched for: not the number of an inventory item. */
export type SearchedIdentifier = Exclude<StockIdentifier, 'inventoryItemId'>;

/**
 * Whether Shopify's search can be trusted with a text: quotes, backslashes and asterisks mean something in it, and
 * how far escaping them helps is not documented (Admin API 2026-07).
 */
export function isSearchable(text: string): boolean {
	return text.length <= LONGEST_TEXT && !/['"\\*]/.test(text);
}

/**
 * Hands over the variants that Shopify's search finds for SKUs or barcodes: similar ones too, so that they must be
 * compared afterwards. About 16 points for 50 texts. Gives up a search after `mostPages` of 250 and answers whether all
 * were read to their end: a short text such as `HG` finds everything that begins so, and Shopify ends a list with an
 * error after 25,000 (Admin API 2026-07). Fails as the client fails; may be repeated.
 */
export async function searchStockItems(
	client: ShopifyClient,
	by: SearchedIdentifier,
	texts: readonly string[],
	found: (item: StockItem) => void,
	mostPages = Infinity,
): Promise<boolean> {
	const groups: string[][] = [];
	for (let start = 0; start < texts.length; start += TEXTS_PER_SEARCH) {
		groups.push(texts.slice(start, start + TEXTS_PER_SEARCH));
	}
	const outcomes = await inParallel(groups, AT_ONCE, async (group) => {
		const query = group.map((text) => `${by}:${quoted(text)}`).join(' OR ');
		return await searchPages(client, query, found, mostPages);
	});
	throwFirst(outcomes);
	return outcomes.every((isWhole) => isWhole === true);
}

/** Of the variants whose SKU begins like one of some texts, at most 250: to say which is the nearest. */
export async function searchSimilarSkus(
	client: ShopifyClient,
	texts: readonly string[],
	found: (item: StockItem) => void,
): Promise<void> {
	const beginnings = new Set(texts.map((text) => text.slice(0, Math.ceil(text.length / 2))));
	const query = [...beginnings].map((text) => `sku:${quoted(`${text}*`)}`).join(' OR ');
	if (query === '') return;
	await asPromised(async () => {
		const { data } = await client.run(
			FIND_STOCK_VARIANTS,
			{ first: PAGE_SIZE, after: null, query },
			{ repeat: 'read' },
		);
		data.productVariants.nodes.map(toStockItem).forEach(found);
	});
}

async function searchPages(
	client: ShopifyClient,
	query: string,
	found: (item: StockItem) => void,
	mostPages: number,
): Promise<boolean> {
	return await asPromised(async () => {
		let read = 0;
		const pages = pagesOf(async (after) => {
			const { data } = await client.run(
				FIND_STOCK_VARIANTS,
				{ first: PAGE_SIZE, after, query },
				{ repeat: 'read' },
			);
			return data.productVariants;
		});
		for await (const { nodes, pageInfo } of pages) {
			nodes.map(toStockItem).forEach(found);
			read += 1;
			if (read >= mostPages && pageInfo.hasNextPage) return false;
		}
		return true;
	});
}

/** Hands over inventory items by their legacy ids; one that does not exist is left out. 250 in a request. */
export async function readStockItems(
	client: ShopifyClient,
	ids: readonly string[],
	found: (item: StockItem) => void,
): Promise<void> {
	await asPromised(async () => {
		for (let start = 0; start < ids.length; start += IDS_PER_REQUEST) {
			const some = ids.slice(start, start + IDS_PER_REQUEST);
			const { data } = await client.run(
				READ_STOCK_ITEMS,
				{ ids: some.map((id) => toGid('InventoryItem', id)) },
				{ repeat: 'read' },
			);
			for (const node of data.nodes) {
				if (node && 'tracked' in node) found(itemWithVariants(node));
			}
		}
	});
}

/** What Shopify answers about a variant → what a feed needs of it. */
export function toStockItem(variant: StockVariantFragment): StockItem {
	return {
		id: variant.inventoryItem.id,
		variantId: variant.id,
		sku: variant.sku ?? null,
		barcode: variant.barcode ?? null,
		isTracked: variant.inventoryItem.tracked,
		isBundle: variant.requiresComponents,
	};
}

/** The same, asked the other way round. */
export function itemWithVariants(item: {
	readonly id: string;
	readonly sku?: string | null;
	readonly tracked: boolean;
	readonly variants?: {
		readonly nodes: readonly {
			readonly id: string;
			readonly sku?: string | null;
			readonly barcode?: string | null;
			readonly requiresComponents: boolean;
		}[];
	} | null;
}): StockItem {
	const variant = item.variants?.nodes[0];
	return {
		id: item.id,
		variantId: variant?.id ?? null,
		sku: item.sku ?? variant?.sku ?? null,
		barcode: variant?.barcode ?? null,
		isTracked: item.tracked,
		isBundle: variant?.requiresComponents ?? false,
	};
}

/** Fails with the first failure of some that were done side by side. */
export function throwFirst(outcomes: readonly unknown[]): void {
	const failure = outcomes.find((outcome) => outcome instanceof Error);
	if (failure) throw failure;
}
