import { NO_RECORD } from '../domain/handoverRecord';
import type { HandoverRecord } from '../domain/handoverRecord';
import type { OrderState } from '../domain/order';
import { isLive } from '../domain/order';
import type { NamedLocation } from '../domain/stockAnswer';
import { levelKey } from '../domain/stockGroups';
import { unconfirmedUnits } from '../domain/unconfirmedUnits';
import type { ShopifyClient } from '../shopify/client';
import type { ScannedFulfillmentOrder } from '../shopify/fulfillmentOrderScan';
import { scanFulfillmentOrders } from '../shopify/fulfillmentOrderScan';
import { legacyId, toGid } from '../shopify/gid';
import { readOrderStates } from '../shopify/orderStates';

/** Sold units that the target does not have yet. */
export interface Unconfirmed {
	/** Units by stock level, see `levelKey`. */
	readonly units: ReadonlyMap<string, number>;
	/** Fulfillment orders whose orders Shopify withholds: nobody knows what they hold. */
	readonly withheld: number;
}

/**
 * How long after its levels were read a feed looks for open orders, in milliseconds. A level falls as soon as an order
 * is placed, and its fulfillment orders come a moment later: a sale must not fall between the two.
 */
export const ROUTING_LAG_MS = 5000;

/** Shopify's times are whole seconds. */
const SECOND_MS = 1000;

/**
 * Reads the units at some locations that are sold and that no target has confirmed, of orders placed until `readUntil`
 * (ISO 8601, Shopify's clock). What is sold after the levels were read is seen by the level having changed, and must
 * not be counted here as well. What the target confirmed since `figuresFrom`, when its figures were there already, is
 * not in them. Two requests for 250 open fulfillment orders. Only reads; fails as the client fails.
 */
export async function readUnconfirmed(
	client: ShopifyClient,
	locations: readonly NamedLocation[],
	{ figuresFrom, readUntil }: { readonly figuresFrom: string; readonly readUntil: string },
): Promise<Unconfirmed> {
	const locationIds = new Set(locations.map(({ id }) => legacyId(id)));
	const { byOrder, withheld } = await scanOpen(client, locationIds, readUntil);
	const units = new Map<string, number>();
	const count = (order: OrderState, record: HandoverRecord): void => {
		for (const one of unconfirmedUnits(order, record, locationIds, figuresFrom)) {
			const key = levelKey(one.inventoryItemId, toGid('Location', one.locationId));
			units.set(key, (units.get(key) ?? 0) + one.units);
		}
	};
	const recorded: string[] = [];
	for (const [id, scanned] of byOrder) {
		const [first] = scanned;
		if (first?.stored?.record.offers.length === 0) {
			const fulfillmentOrders = scanned.map((one) => one.fulfillmentOrder);
			count({ ...first.order, fulfillmentOrders, fulfilled: {}, fulfillments: [] }, NO_RECORD);
		} else recorded.push(id);
	}
	// Which units of an order its offers have is only known with its closed fulfillment orders.
	for (const { order, stored } of await readOrderStates(client, recorded)) {
		count(order, stored?.record ?? NO_RECORD);
	}
	return { units, withheld };
}

/** Open fulfillment orders at the locations, by order; only of orders placed until then. */
async function scanOpen(
	client: ShopifyClient,
	locationIds: ReadonlySet<string>,
	readUntil: string,
): Promise<{
	readonly byOrder: ReadonlyMap<string, readonly ScannedFulfillmentOrder[]>;
	readonly withheld: number;
}> {
	const latestMs = Date.parse(readUntil) + SECOND_MS;
	const byOrder = new Map<string, ScannedFulfillmentOrder[]>();
	let withheld = 0;
	for await (const page of scanFulfillmentOrders(client)) {
		withheld += page.withheld.length + page.unreadable.length;
		for (const found of page.found) {
			const { order, fulfillmentOrder } = found;
			const { id } = fulfillmentOrder.location;
			if (id === null || !locationIds.has(id) || !isLive(fulfillmentOrder)) continue;
			// Within the same second it is not known which came first, and the order counts: too few for sale mends
			// itself with the next feed, too many does not.
			if (Date.parse(order.createdAt) > latestMs) continue;
			const others = byOrder.get(order.id);
			if (others) others.push(found);
			else byOrder.set(order.id, [found]);
		}
	}
	return { byOrder, withheld };
}
