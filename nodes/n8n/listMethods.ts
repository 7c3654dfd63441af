import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import { legacyId } from '../shopify/gid';
import { readAllLocations, searchOrders as findOrders } from '../shopify/shop';
import { connectShopify } from './connectShopify';
import { toNodeError } from './nodeError';

/** The shop's active locations, for a list to choose from. */
export async function getLocations(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	try {
		const locations = await readAllLocations(await connectShopify(this));
		return locations
			.filter((location) => location.isActive)
			.map((location) => ({
				name: location.isFulfillmentService
					? `${location.name} (fulfillment service)`
					: location.name,
				value: location.legacyId,
			}));
	} catch (error) {
		throw toNodeError(this.getNode(), error);
	}
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
