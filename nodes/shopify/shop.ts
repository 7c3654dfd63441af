import type { ShopifyClient } from './client';
import type { ReadLocationsQuery, SearchOrdersQuery } from './generated/admin.generated';
import { legacyId } from './gid';
import { READ_LOCATIONS, READ_SHOP, SEARCH_ORDERS } from './operations/shop';
import { quoted } from './searchText';

/** A location of the shop. */
export interface ShopLocation {
	readonly id: string;
	readonly legacyId: string;
	readonly name: string;
	readonly isActive: boolean;
	readonly isFulfillmentService: boolean;
	readonly address: ReadLocationsQuery['locations']['nodes'][number]['address'];
}

/** Name, plan, currency and time zone of the shop. */
export async function readShop(client: ShopifyClient): Promise<{
	readonly id: string;
	readonly name: string;
	readonly domain: string;
	readonly currency: string;
	readonly timeZone: string;
	readonly weightUnit: string;
	readonly plan: string;
}> {
	const { data } = await client.run(READ_SHOP, {}, { repeat: 'read' });
	const { shop } = data;
	return {
		id: shop.id,
		name: shop.name,
		domain: shop.myshopifyDomain,
		currency: shop.currencyCode,
		timeZone: shop.ianaTimezone,
		weightUnit: shop.weightUnit,
		plan: shop.plan.publicDisplayName,
	};
}

/** One page of locations by name; `search` is what a user typed. */
export async function readLocationPage(
	client: ShopifyClient,
	options: { readonly search?: string; readonly after?: string; readonly first?: number } = {},
): Promise<{ readonly locations: readonly ShopLocation[]; readonly next: string | undefined }> {
	const { data } = await client.run(
		READ_LOCATIONS,
		{
			first: options.first ?? 50,
			after: options.after ?? null,
			query: options.search ? `name:${quoted(`${options.search}*`)}` : null,
		},
		{ repeat: 'read' },
	);
	const { nodes, pageInfo } = data.locations;
	return {
		locations: nodes.map((node) => ({ ...node, legacyId: legacyId(node.id) })),
		next: pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined,
	};
}

/** All locations of the shop, fulfillment services' included. */
export async function readAllLocations(client: ShopifyClient): Promise<readonly ShopLocation[]> {
	const locations: ShopLocation[] = [];
	let after: string | undefined;
	do {
		const page = await readLocationPage(client, { first: 250, ...(after ? { after } : {}) });
		locations.push(...page.locations);
		after = page.next;
	} while (after);
	return locations;
}

type FoundOrder = SearchOrdersQuery['orders']['nodes'][number];

/** One page of orders, newest first; `search` is what a user typed, such as `#1042`. */
export async function searchOrders(
	client: ShopifyClient,
	options: { readonly search?: string; readonly after?: string } = {},
): Promise<{ readonly orders: readonly FoundOrder[]; readonly next: string | undefined }> {
	const { data } = await client.run(
		SEARCH_ORDERS,
		{
			first: 25,
			after: options.after ?? null,
			query: options.search ? `name:${quoted(options.search)}` : null,
		},
		{ repeat: 'read' },
	);
	const { nodes, pageInfo } = data.orders;
	return {
		orders: nodes,
		next: pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined,
	};
}
