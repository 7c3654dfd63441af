import { bareName } from '../domain/orderReference';
import { asPromised } from './asPromised';
import type { ShopifyClient } from './client';
import { toGid } from './gid';
import { FIND_ORDERS, READ_OWNERS } from './operations/shipments';
import { pagesOf } from './pages';
import { quoted } from './searchText';

/**
 * Names of one search. How long a query may be is not documented (Admin API 2026-07); with so many names it has
 * about 700 characters.
 */
const NAMES_PER_SEARCH = 25;
/** Ids of one `nodes(ids:)`, at most (Admin API 2026-07). */
const IDS_PER_REQUEST = 250;

/**
 * Global ids of the orders with these names, by name as `bareName` has it; `#` and letter case do not matter.
 * Shopify's search finds similar names too, so they are compared. A name that no order has is missing;
 * import apps may give one name twice. Reaches 60 days back without `read_all_orders`.
 */
export async function findOrdersByNames(
	client: ShopifyClient,
	names: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
	return await asPromised(async () => await searchNames(client, names));
}

async function searchNames(
	client: ShopifyClient,
	names: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
	// Asked as they were given: how far Shopify's search looks past `#` and letter case is not documented.
	const wanted = new Map(names.map((name) => [bareName(name), name.trim()]));
	for (const name of wanted.keys()) if (!canBeName(name)) wanted.delete(name);
	const found = new Map<string, string[]>();
	for (let start = 0; start < wanted.size; start += NAMES_PER_SEARCH) {
		const some = [...wanted].slice(start, start + NAMES_PER_SEARCH);
		const asked = new Set(some.map(([bare]) => bare));
		const query = some.map(([, name]) => `name:${quoted(name)}`).join(' OR ');
		const pages = pagesOf(async (after) => {
			const { data } = await client.run(
				FIND_ORDERS,
				{ first: 50, after, query },
				{ repeat: 'read' },
			);
			return data.orders;
		});
		for await (const { nodes } of pages) {
			for (const { id, name } of nodes) {
				const bare = bareName(name);
				if (asked.has(bare)) found.set(bare, [...(found.get(bare) ?? []), id]);
			}
		}
	}
	return found;
}

const LONGEST_NAME = 100;

/** Whether an order can have the name; anything else is not asked for, since it could spoil the search of others. */
function canBeName(name: string): boolean {
	return name !== '' && name.length <= LONGEST_NAME && !name.includes('*');
}

/** The order that a fulfillment order is of. */
export interface Owner {
	/** Global id. */
	readonly orderId: string;
	readonly orderName: string;
}

/** The orders of fulfillment orders, by the legacy id asked for; one that does not exist is missing. */
export async function readOwners(
	client: ShopifyClient,
	fulfillmentOrders: readonly string[],
): Promise<ReadonlyMap<string, Owner>> {
	return await asPromised(async () => await askForOwners(client, fulfillmentOrders));
}

async function askForOwners(
	client: ShopifyClient,
	fulfillmentOrders: readonly string[],
): Promise<ReadonlyMap<string, Owner>> {
	const ids = [...new Set(fulfillmentOrders)].filter((id) => /^0*[1-9]\d{0,18}$/.test(id));
	const found = new Map<string, Owner>();
	for (let start = 0; start < ids.length; start += IDS_PER_REQUEST) {
		const some = ids.slice(start, start + IDS_PER_REQUEST);
		const { data } = await client.run(
			READ_OWNERS,
			{ ids: some.map((id) => toGid('FulfillmentOrder', id)) },
			{ repeat: 'read' },
		);
		for (const [index, node] of data.nodes.entries()) {
			if (!node || !('orderName' in node)) continue;
			const { orderId, orderName } = node;
			found.set(some[index] ?? '', { orderId, orderName });
		}
	}
	return found;
}
