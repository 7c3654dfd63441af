import type { QuantityName, StockItem, StockLevel } from '../domain/stockItem';
import { asPromised } from './asPromised';
import type { ShopifyClient } from './client';
import { ShopifyError } from './failure';
import { inParallel } from './inParallel';
import { LIST_STOCK_LEVELS, READ_STOCK_LEVELS } from './operations/stock';
import { pagesOf } from './pages';
import { itemWithVariants, throwFirst } from './stockSearch';

/** Ids of one `nodes(ids:)`, at most (Admin API 2026-07). */
const IDS_PER_REQUEST = 250;
const PAGE_SIZE = 250;
const AT_ONCE = 5;

/** Where levels are read, and which of their figures. */
export interface LevelQuestion {
	/** Global id. */
	readonly locationId: string;
	readonly quantityName: QuantityName;
}

/**
 * Hands over the stock of inventory items at one location, deactivated levels included; an item that was never stocked
 * there, or does not exist, is left out. About 4 points for 250 items. Answers Shopify's own time after the last of
 * them was read. Fails as the client fails; may be repeated.
 */
export async function readStockLevels(
	client: ShopifyClient,
	{ locationId, quantityName }: LevelQuestion,
	itemIds: readonly string[],
	found: (itemId: string, level: StockLevel) => void,
): Promise<string> {
	const groups: string[][] = [];
	for (let start = 0; start < itemIds.length; start += IDS_PER_REQUEST) {
		groups.push(itemIds.slice(start, start + IDS_PER_REQUEST));
	}
	let readUntil = '';
	const outcomes = await inParallel(groups, AT_ONCE, async (ids) => {
		await asPromised(async () => {
			const { data, shopTime } = await client.run(
				READ_STOCK_LEVELS,
				{ ids, location: locationId, names: [quantityName] },
				{ repeat: 'read' },
			);
			if (shopTime > readUntil) readUntil = shopTime;
			for (const node of data.nodes) {
				if (!node || !('inventoryLevel' in node) || !node.inventoryLevel) continue;
				found(node.id, toStockLevel(node.inventoryLevel, quantityName));
			}
		});
	});
	throwFirst(outcomes);
	return readUntil;
}

/** A level of a list, with its goods. */
export interface ListedLevel {
	readonly item: StockItem;
	readonly level: StockLevel;
}

/**
 * Active levels of a location, page by page; about 57 points for 250. Shopify ends such a list with an error after
 * 25,000 (Admin API 2026-07). Fails with `notFound` if the location is gone.
 */
export async function* listStockLevels(
	client: ShopifyClient,
	{ locationId, quantityName }: LevelQuestion,
): AsyncGenerator<{ readonly levels: readonly ListedLevel[]; readonly shopTime: string }> {
	let shopTime = '';
	const pages = pagesOf(async (after) => {
		const answer = await client.run(
			LIST_STOCK_LEVELS,
			{ location: locationId, first: PAGE_SIZE, after, names: [quantityName] },
			{ repeat: 'read' },
		);
		const { location } = answer.data;
		if (!location) throw new ShopifyError({ kind: 'unreadable', what: 'the location is gone' });
		shopTime = answer.shopTime;
		return location.inventoryLevels;
	});
	for await (const { nodes } of pages) {
		const levels = nodes.map((node) => ({
			item: itemWithVariants(node.item),
			level: toStockLevel(node, quantityName),
		}));
		yield { levels, shopTime };
	}
}

/** What Shopify says about a level, however it was asked. */
export interface LevelNode {
	readonly isActive: boolean;
	readonly updatedAt: string;
	readonly quantities: readonly { readonly name: string; readonly quantity: number }[];
}

/** Shopify's answer → a level. Fails with `unreadable` if the figure that was asked for is missing. */
export function toStockLevel(node: LevelNode, quantityName: QuantityName): StockLevel {
	const figure = node.quantities.find(({ name }) => name === quantityName)?.quantity;
	if (figure === undefined || !Number.isInteger(figure)) {
		throw new ShopifyError({ kind: 'unreadable', what: `a stock level has no ${quantityName}` });
	}
	return { quantity: figure, isActive: node.isActive, updatedAt: node.updatedAt };
}
