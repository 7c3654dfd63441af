import {
	holdFulfillmentOrder,
	releaseFulfillmentOrder,
	returnToShopify,
} from '../handover/changeHandovers';
import { findFulfillmentOrders } from '../handover/findOrders';
import { refuseHandover } from '../handover/refuseHandovers';
import { confirmChange, tellChangeAgain } from '../handover/toldChanges';
import type { ReadParameter } from '../n8n/parameters';
import type { ShopifyClient } from '../shopify/client';
import { readAllLocations, readShop } from '../shopify/shop';
import {
	readDescribeOptions,
	readFindBy,
	readFulfillmentOrderId,
	readHold,
	readRefusal,
	readReturnRequest,
	readToldRequest,
} from './parameters';

/** Does one operation for one item and answers the JSON of its output items. */
export type ItemOperation = (
	client: ShopifyClient,
	read: ReadParameter,
	itemIndex: number,
	run: string,
) => Promise<readonly object[]>;

/** The operations that work item by item; Confirm Handover and Check Before Shipping take many at once. */
export const ITEM_OPERATIONS: Readonly<Record<string, ItemOperation>> = {
	async returnToShopify(client, read, itemIndex) {
		const request = readReturnRequest(read, itemIndex);
		return [{ ...(await returnToShopify(client, request)), key: request.key }];
	},

	async hold(client, read, itemIndex) {
		if (read('refused') === true) {
			const request = readRefusal(read, itemIndex);
			return [{ ...(await refuseHandover(client, request)), key: request.key }];
		}
		const id = readFulfillmentOrderId(read, itemIndex);
		return [await holdFulfillmentOrder(client, id, readHold(read))];
	},

	async releaseHold(client, read, itemIndex) {
		const id = readFulfillmentOrderId(read, itemIndex);
		const which = read('whichHolds') === 'all' ? 'all' : 'ours';
		return [await releaseFulfillmentOrder(client, id, which)];
	},

	async get(client, read, itemIndex, run) {
		const id = readFulfillmentOrderId(read, itemIndex);
		const options = readDescribeOptions(read, client.shop, run);
		const found = await findFulfillmentOrders(client, { by: 'ids', ids: [id] }, options);
		return found.map(({ item }) => item);
	},

	async getMany(client, read, itemIndex, run) {
		const options = readDescribeOptions(read, client.shop, run);
		const found = await findFulfillmentOrders(client, readFindBy(read, itemIndex), options);
		return found.map(({ item }) => item);
	},

	async confirmChange(client, read, itemIndex) {
		const request = readToldRequest(read, itemIndex);
		return [{ ...(await confirmChange(client, request)), key: request.key }];
	},

	async tellAgain(client, read, itemIndex) {
		const request = readToldRequest(read, itemIndex);
		return [{ ...(await tellChangeAgain(client, request)), key: request.key }];
	},

	async getShop(client) {
		const [shop, locations] = [await readShop(client), await readAllLocations(client)];
		return [{ ...shop, locations }];
	},
};
