import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import { legacyId } from '../shopify/gid';
import { readAllLocations, searchOrders as findOrders } from '../shopify/shop';
import type { ShopLocation } from '../shopify/shop';
import { connectShopify } from './connectShopify';
import { toNodeError } from './nodeError';

/** The shop's active locations, for a list to choose from. */
export async function getLocations(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	try {
		const locations = await readAllLocations(await connectShopify(this));
		return locations
			.filter((location) => location.isActive)
			.map((location) => ({ name: labelOf(location), value: location.legacyId }));
	} catch (error) {
		throw toNodeError(this.getNode(), error);
	}
}

/**
 * Locations with what was typed in their name, the active ones first. A shop has few enough to read them all: Shopify's
 * own search finds only what a word of the name begins with.
 */
export async function searchLocations(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	try {
		const typed = filter.trim().toLowerCase();
		const locations = await readAllLocations(await connectShopify(this));
		const found = locations.filter(({ name }) => name.toLowerCase().includes(typed));
		const active = found.filter(({ isActive }) => isActive);
		const others = found.filter(({ isActive }) => !isActive);
		return {
			results: [...active, ...others].map((location) => ({
				name: labelOf(location),
				value: location.legacyId,
			})),
		};
	} catch (error) {
		throw toNodeError(this.getNode(), error);
	}
}

function labelOf({ name, isActive, isFulfillmentService }: ShopLocation): string {
	const notes = [
		...(isFulfillmentService ? ['fulfillment service'] : []),
		...(isActive ? [] : ['inactive']),
	];
	return notes.length === 0 ? name : `${name} (${notes.join(', ')})`;
}

/** Orders whose name fits what was typed, newest first, page by page. */
export async function searchOrders(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	try {
		const client = await connectShopify(this);
		const { orders, next } = await findOrders(client, {
			...(filter && { search: filter }),
			...(paginationToken && { after: paginationToken }),
		});
		const results = orders.map((order) => ({
			name: `${order.name} (${order.createdAt.slice(0, 10)})`,
			value: legacyId(order.id),
		}));
		return { results, ...(next !== undefined && { paginationToken: next }) };
	} catch (error) {
		throw toNodeError(this.getNode(), error);
	}
}
