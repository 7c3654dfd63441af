import type { ShopifyClient } from './client';
import { READ_MORE_UNIT_LINES } from './operations/readOrderStates';
import type { Page } from './pages';
import { pagesOf } from './pages';

/** Rows asked for when the first page of a nested list was not all. */
export const NEXT_PAGE_SIZE = 250;

/**
 * All rows of a nested list: those that came with its parent, and then page by page the rest.
 * `readPage` answers null when the parent is gone by then; what came before is kept.
 */
export async function allNodes<T>(
	first: Page<T>,
	readPage: (after: string | null) => Promise<Page<T> | null | undefined>,
): Promise<T[]> {
	const nodes = [...first.nodes];
	let page: Page<T> | undefined = first;
	const pages = pagesOf<Page<T>>(async (after) => {
		if (page) {
			const head = page;
			page = undefined;
			return { nodes: [], pageInfo: head.pageInfo };
		}
		return (await readPage(after)) ?? { nodes: [], pageInfo: { hasNextPage: false } };
	});
	for await (const { nodes: more } of pages) nodes.push(...more);
	return nodes;
}

type UnitLinePage = Page<{
	id: string;
	inventoryItemId?: string | null;
	totalQuantity: number;
	remainingQuantity: number;
	requiresShipping: boolean;
	lineItem: { id: string };
}>;

/** All lines of a fulfillment order with their units: also the 251st. */
export async function allUnitLines(
	client: ShopifyClient,
	fulfillmentOrder: { readonly id: string; readonly lineItems: UnitLinePage },
): Promise<UnitLinePage['nodes'][number][]> {
	return await allNodes(fulfillmentOrder.lineItems, async (after) => {
		const { data } = await client.run(
			READ_MORE_UNIT_LINES,
			{ id: fulfillmentOrder.id, after, first: NEXT_PAGE_SIZE },
			{ repeat: 'read' },
		);
		return data.fulfillmentOrder?.lineItems;
	});
}
