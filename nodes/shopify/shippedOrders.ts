import { handedOverIn } from '../domain/handedOver';
import type { Units } from '../domain/order';
import { compareLegacyIds } from '../domain/order';
import type {
	ExistingFulfillment,
	ShippableFulfillmentOrder,
	ShippedOrder,
} from '../domain/shippedOrder';
import { asPromised } from './asPromised';
import type { ShopifyClient } from './client';
import { allNodes, NEXT_PAGE_SIZE } from './connections';
import { failureIn, ShopifyError } from './failure';
import type {
	FulfillmentUnitsFragment,
	ReadShippedOrdersQuery,
	ShippableFulfillmentOrderFragment,
} from './generated/admin.generated';
import { legacyId } from './gid';
import { READ_MORE_FULFILLED_LINES } from './operations/readOrderStates';
import {
	READ_FULFILLMENTS,
	READ_MORE_SHIPPABLE,
	READ_MORE_SHIPPABLE_LINES,
	READ_SHIPPED_ORDERS,
} from './operations/shipments';

/** Orders of one request; `nodes(ids:)` takes at most 250 and costs the same for one and for all. */
export const ORDERS_PER_REQUEST = 250;
const FULFILLMENT_ORDERS_WITH_ORDER = 10;
const LINES_WITH_ORDER = 50;
/**
 * Fulfillments of one order. Shopify gives them as a plain list that cannot be paged, so an order with as
 * many may have more that nobody can see.
 */
export const FULFILLMENTS_WITH_ORDER = 250;

type OrderNode = Extract<
	NonNullable<ReadShippedOrdersQuery['nodes'][number]>,
	{ fulfillments: unknown }
>;

/** What was read of some orders. */
export interface ReadOrders {
	/** By global id. One that does not exist, or that Shopify withholds, is missing. */
	readonly orders: ReadonlyMap<string, ShippedOrder>;
	/** Orders of which the answer was not what Shopify's schema promises, by global id. */
	readonly failures: ReadonlyMap<string, Error>;
}

/**
 * Reads up to 250 orders as they are now, in one request of about 110 points, and more requests for orders
 * with more than 10 fulfillment orders, or with more than 50 lines in one.
 */
export async function readShippedOrders(
	client: ShopifyClient,
	orderIds: readonly string[],
): Promise<ReadOrders> {
	return await asPromised(async () => await askForOrders(client, orderIds));
}

async function askForOrders(
	client: ShopifyClient,
	orderIds: readonly string[],
): Promise<ReadOrders> {
	const { data } = await client.run(
		READ_SHIPPED_ORDERS,
		{
			ids: [...orderIds],
			fulfillmentOrders: FULFILLMENT_ORDERS_WITH_ORDER,
			lines: LINES_WITH_ORDER,
			fulfillments: FULFILLMENTS_WITH_ORDER,
		},
		{ repeat: 'read' },
	);
	const orders = new Map<string, ShippedOrder>();
	const failures = new Map<string, Error>();
	for (const [index, node] of data.nodes.entries()) {
		if (!node || !('fulfillmentOrders' in node)) continue;
		const outcome = await toShippedOrder(client, node).then(
			(order) => ({ order }),
			(error: unknown) => ({ error }),
		);
		if ('order' in outcome) {
			orders.set(outcome.order.id, outcome.order);
			continue;
		}
		if (failureIn(outcome.error) !== undefined) throw outcome.error;
		// The answer lacks what the schema promises: the other orders go on without this one.
		const what = 'it does not describe an order';
		failures.set(orderIds[index] ?? '', new ShopifyError({ kind: 'unreadable', what }));
	}
	return { orders, failures };
}

async function toShippedOrder(client: ShopifyClient, node: OrderNode): Promise<ShippedOrder> {
	const nodes = await allNodes(node.fulfillmentOrders, async (after) => {
		const { data } = await client.run(
			READ_MORE_SHIPPABLE,
			{ id: node.id, after, first: FULFILLMENT_ORDERS_WITH_ORDER, lines: LINES_WITH_ORDER },
			{ repeat: 'read' },
		);
		return data.order?.fulfillmentOrders;
	});
	const fulfillmentOrders: ShippableFulfillmentOrder[] = [];
	for (const one of nodes) fulfillmentOrders.push(await toShippable(client, one));
	return {
		id: node.id,
		legacyId: legacyId(node.id),
		name: node.name,
		cancelledAt: node.cancelledAt ?? null,
		shipToCountry: node.shippingAddress?.countryCodeV2 ?? null,
		fulfillmentOrders: fulfillmentOrders.sort((one, other) =>
			compareLegacyIds(one.legacyId, other.legacyId),
		),
		fulfillments: await toFulfillments(client, node.fulfillments),
		handedOver: handedOverIn(node.metafield?.value),
	};
}

async function toShippable(
	client: ShopifyClient,
	node: ShippableFulfillmentOrderFragment,
): Promise<ShippableFulfillmentOrder> {
	const lines = await allNodes(node.lineItems, async (after) => {
		const { data } = await client.run(
			READ_MORE_SHIPPABLE_LINES,
			{ id: node.id, after, first: NEXT_PAGE_SIZE },
			{ repeat: 'read' },
		);
		return data.fulfillmentOrder?.lineItems;
	});
	const { name, location } = node.assignedLocation;
	return {
		id: node.id,
		legacyId: legacyId(node.id),
		status: node.status,
		createdAt: node.createdAt,
		fulfillAt: node.fulfillAt ?? null,
		location: {
			id: location ? legacyId(location.id) : null,
			name,
			isFulfillmentService: location?.isFulfillmentService ?? false,
		},
		mayFulfill: node.supportedActions.some(({ action }) => action === 'CREATE_FULFILLMENT'),
		holds: node.fulfillmentHolds.map(({ displayReason, reasonNotes }) =>
			reasonNotes ? `${displayReason}: ${reasonNotes}` : displayReason,
		),
		lines: lines.map((line) => ({
			id: line.id,
			orderLineId: legacyId(line.lineItem.id),
			skus: skusOf(line.sku, line.lineItem.sku),
			total: line.totalQuantity,
			remaining: line.remainingQuantity,
			requiresShipping: line.requiresShipping,
		})),
	};
}

function skusOf(...skus: readonly (string | null | undefined)[]): readonly string[] {
	return [...new Set(skus.filter((sku): sku is string => typeof sku === 'string' && sku !== ''))];
}

async function toFulfillments(
	client: ShopifyClient,
	nodes: readonly FulfillmentUnitsFragment[],
): Promise<readonly ExistingFulfillment[]> {
	const fulfillments: ExistingFulfillment[] = [];
	for (const node of nodes) fulfillments.push(await toFulfillment(client, node));
	return fulfillments.sort(
		(one, other) =>
			Date.parse(one.createdAt) - Date.parse(other.createdAt) ||
			compareLegacyIds(legacyId(one.id), legacyId(other.id)),
	);
}

async function toFulfillment(
	client: ShopifyClient,
	node: FulfillmentUnitsFragment,
): Promise<ExistingFulfillment> {
	const lines = await allNodes(node.fulfillmentLineItems, async (after) => {
		const { data } = await client.run(
			READ_MORE_FULFILLED_LINES,
			{ id: node.id, after, first: NEXT_PAGE_SIZE },
			{ repeat: 'read' },
		);
		// With fewer units known than there are, a repeated shipment would be made again.
		if (!data.fulfillment)
			throw new ShopifyError({ kind: 'unreadable', what: 'a list is cut off' });
		return data.fulfillment.fulfillmentLineItems;
	});
	const units: Record<string, number> = {};
	for (const { lineItem, quantity } of lines) {
		const id = legacyId(lineItem.id);
		units[id] = (units[id] ?? 0) + (quantity ?? 0);
	}
	return {
		id: node.id,
		name: node.name,
		status: node.status,
		createdAt: node.createdAt,
		location: node.location ? legacyId(node.location.id) : null,
		tracking: {
			company: node.trackingInfo.find(({ company }) => company)?.company ?? null,
			parcels: node.trackingInfo.flatMap(({ number, url }) =>
				number ? [{ number, url: url ?? null }] : [],
			),
		},
		units: units as Units,
	};
}

/** The fulfillments of up to 250 orders as they are now, by the order's global id; about 25 points. */
export async function readFulfillments(
	client: ShopifyClient,
	orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ExistingFulfillment[]>> {
	return await asPromised(async () => await askForFulfillments(client, orderIds));
}

async function askForFulfillments(
	client: ShopifyClient,
	orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ExistingFulfillment[]>> {
	const { data } = await client.run(
		READ_FULFILLMENTS,
		{ ids: [...orderIds], fulfillments: FULFILLMENTS_WITH_ORDER, lines: LINES_WITH_ORDER },
		{ repeat: 'read' },
	);
	const found = new Map<string, readonly ExistingFulfillment[]>();
	for (const node of data.nodes) {
		if (!node || !('fulfillments' in node)) continue;
		found.set(node.id, await toFulfillments(client, node.fulfillments));
	}
	return found;
}
