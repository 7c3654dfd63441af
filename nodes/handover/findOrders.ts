import { reasonsAgainst } from '../domain/filters';
import { bareName } from '../domain/orderReference';
import { InputProblem } from '../domain/problem';
import { readApp, requireReadingScopes } from '../shopify/app';
import type { ShopifyClient } from '../shopify/client';
import { scanFulfillmentOrders } from '../shopify/fulfillmentOrderScan';
import { gidType, legacyId, toGid } from '../shopify/gid';
import { findOrdersByNames, readOwners } from '../shopify/orderLookup';
import type { DescribedFulfillmentOrder, DescribeOptions } from './describeOrders';
import { describeOrders } from './describeOrders';

/** How fulfillment orders are looked for. */
export type FindBy =
	| { readonly by: 'names'; readonly names: readonly string[] }
	/** Global ids of orders or fulfillment orders; a bare number is an order's. */
	| { readonly by: 'ids'; readonly ids: readonly string[] }
	/** Those that are not closed and match the filters. */
	| { readonly by: 'filters'; readonly limit: number };

/**
 * Finds fulfillment orders, whatever their state unless filters say otherwise. Changes nothing. Throws
 * `InputProblem` for a name or id that does not exist.
 */
export async function findFulfillmentOrders(
	client: ShopifyClient,
	wanted: FindBy,
	options: DescribeOptions,
): Promise<readonly DescribedFulfillmentOrder[]> {
	const app = await readApp(client);
	requireReadingScopes(app);
	if (wanted.by === 'names') {
		return await describeOrders(client, await byNames(client, wanted.names), options);
	}
	if (wanted.by === 'ids') return await describeByIds(client, wanted.ids, options);
	const { orders, fulfillmentOrders } = await byFilters(
		client,
		wanted.limit,
		options,
		Date.parse(app.shopTime),
	);
	return await describeOrders(client, orders, options, fulfillmentOrders);
}

async function byNames(
	client: ShopifyClient,
	names: readonly string[],
): Promise<readonly string[]> {
	const found = new Set<string>();
	const byName = await findOrdersByNames(client, names);
	for (const name of names) {
		const ids = byName.get(bareName(name)) ?? [];
		if (ids.length === 0) {
			throw new InputProblem(`There is no order ${name}`, {
				path: 'orderNames',
				advice: 'Check the name; orders older than 60 days need the scope read_all_orders',
			});
		}
		for (const id of ids) found.add(id);
	}
	return [...found];
}

async function describeByIds(
	client: ShopifyClient,
	ids: readonly string[],
	options: DescribeOptions,
): Promise<readonly DescribedFulfillmentOrder[]> {
	const gids = ids.map((id) => toGid('Order', id));
	const only = gids.filter((id) => gidType(id) === 'FulfillmentOrder');
	const owners = await readOwners(client, only.map(legacyId));
	const gone = only.find((id) => !owners.has(legacyId(id)));
	if (gone !== undefined) throw missing(gone);
	const whole = gids.filter((id) => gidType(id) === 'Order');
	const described = await describeOrders(client, [...new Set(whole)], options);
	const orderless = whole.find((id) => !described.some((one) => one.orderId === id));
	if (orderless !== undefined) throw missing(orderless);
	const ordersOfParts = new Set([...owners.values()].map(({ orderId }) => orderId));
	const parts = await describeOrders(client, [...ordersOfParts], options, new Set(only));
	return [...described, ...parts];
}

function missing(id: string): InputProblem {
	return new InputProblem(`${id} does not exist, or this app may not see it`, {
		path: 'ids',
		advice: 'Check the id, and that the app has the scopes for orders and fulfillment orders',
	});
}

async function byFilters(
	client: ShopifyClient,
	limit: number,
	{ rules }: DescribeOptions,
	nowMs: number,
): Promise<{ orders: readonly string[]; fulfillmentOrders: ReadonlySet<string> }> {
	const orders = new Set<string>();
	const fulfillmentOrders = new Set<string>();
	for await (const page of scanFulfillmentOrders(client)) {
		for (const { fulfillmentOrder, order } of page.found) {
			if (fulfillmentOrders.size >= limit) return { orders: [...orders], fulfillmentOrders };
			if (reasonsAgainst(rules.filters, order, fulfillmentOrder, { nowMs }).length > 0) continue;
			orders.add(order.id);
			fulfillmentOrders.add(fulfillmentOrder.id);
		}
	}
	return { orders: [...orders], fulfillmentOrders };
}
