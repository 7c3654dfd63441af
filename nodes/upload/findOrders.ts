import type { OrderReference } from '../domain/orderReference';
import { bareName, readOrderNumber } from '../domain/orderReference';
import type { Reason } from '../domain/shipmentReasons';
import { shortened } from '../domain/shortened';
import type { ShopifyClient } from '../shopify/client';
import { legacyId, toGid } from '../shopify/gid';
import type { Owner } from '../shopify/orderLookup';
import { findOrdersByNames, readOwners } from '../shopify/orderLookup';

/** The order of a shipment, as far as its number tells. */
export interface FoundOrder {
	/** Global id. Whether it exists is seen when it is read, if it was given as an id. */
	readonly orderId: string;
	/** Legacy id of the fulfillment order that was named; null if the order alone was. */
	readonly fulfillmentOrder: string | null;
}

/** An order, or why there is none. */
export type OrderAnswer = { readonly found: FoundOrder } | { readonly reason: Reason };

/**
 * Finds the orders that shipments name: ids as they are, numbers by search, 25 at a time, and what looks like a
 * target order number by the fulfillment order at its end. The answers are in the order of the references.
 */
export async function findOrders(
	client: ShopifyClient,
	references: readonly OrderReference[],
	prefix: string,
): Promise<readonly OrderAnswer[]> {
	const readings = references.map((one) =>
		one.by === 'number' ? readOrderNumber(one.text, prefix) : { names: [], targets: [] },
	);
	const byName = await findOrdersByNames(
		client,
		readings.flatMap(({ names }) => names),
	);
	// Only where no order has the whole name: most numbers with a hyphen are found by then.
	const open = readings.filter(({ names }) => names.every((name) => !byName.has(bareName(name))));
	const owners = await readOwners(client, [
		...references.flatMap((one) => (one.by === 'fulfillmentOrder' ? [legacyId(one.id)] : [])),
		...open.flatMap(({ targets }) => targets.map(({ fulfillmentOrder }) => fulfillmentOrder)),
	]);
	return references.map((reference, index): OrderAnswer => {
		if (reference.by === 'order') {
			return { found: { orderId: toGid('Order', reference.id), fulfillmentOrder: null } };
		}
		if (reference.by === 'fulfillmentOrder') return byOwner(reference.id, owners);
		return byNumber(reference.text, readings[index], byName, owners);
	});
}

function byOwner(id: string, owners: ReadonlyMap<string, Owner>): OrderAnswer {
	const fulfillmentOrder = legacyId(id);
	const owner = owners.get(fulfillmentOrder);
	if (owner) return { found: { orderId: owner.orderId, fulfillmentOrder } };
	return {
		reason: {
			code: 'unknownOrder',
			text: `There is no fulfillment order ${shortened(fulfillmentOrder)}, or this app may not see it. Check the id, and that the app has the scopes for fulfillment orders`,
		},
	};
}

function byNumber(
	text: string,
	reading: ReturnType<typeof readOrderNumber> | undefined,
	byName: ReadonlyMap<string, readonly string[]>,
	owners: ReadonlyMap<string, Owner>,
): OrderAnswer {
	for (const name of reading?.names ?? []) {
		const [orderId, ...others] = byName.get(bareName(name)) ?? [];
		if (orderId === undefined) continue;
		if (others.length > 0) return { reason: ambiguous(text, others.length + 1) };
		return { found: { orderId, fulfillmentOrder: null } };
	}
	for (const { name, fulfillmentOrder } of reading?.targets ?? []) {
		const owner = owners.get(fulfillmentOrder);
		if (owner && bareName(owner.orderName) === bareName(name)) {
			return { found: { orderId: owner.orderId, fulfillmentOrder } };
		}
	}
	return {
		reason: {
			code: 'unknownOrder',
			text: `There is no order ${shortened(text)}. Check the number; orders older than 60 days need the scope read_all_orders`,
		},
	};
}

function ambiguous(text: string, count: number): Reason {
	return {
		code: 'ambiguousOrder',
		text: `${count} orders are called ${shortened(text)}. Give the order id or the fulfillment order id instead of the number`,
	};
}
