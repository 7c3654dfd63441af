import type { ShopifyClient } from './client';
import { allNodes, NEXT_PAGE_SIZE } from './connections';
import { toTracking } from './fulfillmentHeads';
import type { DeliveryEvent } from './fulfillmentEvents';
import { allEvents } from './fulfillmentEvents';
import type { FulfillmentDetailsFragment } from './generated/admin.generated';
import {
	READ_FULFILLMENT_DETAILS,
	READ_MORE_DETAILED_FULFILLED_LINES,
	READ_MORE_SOURCES,
	READ_ORDER_FULFILLMENTS,
} from './operations/fulfillmentDetails';
import { FULFILLMENTS_WITH_ORDER } from './shippedOrders';
import { visibleNode } from './visibleNode';

/** All that the package tells about a fulfillment. Ids are global. */
export interface FulfillmentDetails {
	readonly id: string;
	/** `#1042-F1` */
	readonly name: string;
	/** `FulfillmentStatus`: `SUCCESS`, `CANCELLED`, … */
	readonly status: string;
	/** `FulfillmentDisplayStatus`: `IN_TRANSIT`, `DELIVERED`, …; null if Shopify gives none. */
	readonly displayStatus: string | null;
	readonly createdAt: string;
	readonly updatedAt: string;
	readonly inTransitAt: string | null;
	readonly estimatedDeliveryAt: string | null;
	readonly deliveredAt: string | null;
	/** Null if it is gone, or the app may not see locations. */
	readonly location: { readonly id: string; readonly name: string } | null;
	readonly trackingCompany: string | null;
	readonly trackingNumbers: readonly string[];
	/** In the order of the numbers; null for a number without a link. */
	readonly trackingUrls: readonly (string | null)[];
	readonly lines: readonly {
		readonly orderLineItemId: string;
		readonly sku: string | null;
		readonly title: string;
		readonly quantity: number;
	}[];
	/** Those that its units were taken from. */
	readonly fulfillmentOrderIds: readonly string[];
	/** What happened first comes first. */
	readonly events: readonly DeliveryEvent[];
	readonly orderId: string;
	readonly orderName: string;
}

const WITH_FULFILLMENT = { lines: 50, sources: 10, events: 25 };

/** One fulfillment; undefined if there is none. Lists that are longer than a page are read to their end. */
export async function readFulfillmentDetails(
	client: ShopifyClient,
	id: string,
): Promise<FulfillmentDetails | undefined> {
	const answer = await client.run(
		READ_FULFILLMENT_DETAILS,
		{ id, ...WITH_FULFILLMENT },
		{ repeat: 'read' },
	);
	const fulfillment = visibleNode(answer.data.fulfillment, answer);
	return fulfillment && (await toDetails(client, fulfillment, fulfillment.order));
}

/**
 * The fulfillments of an order, at most 250, in Shopify's order; undefined if there is no such order.
 * About 35 points, and more requests for those with more than 50 lines or 25 events.
 */
export async function readOrderFulfillments(
	client: ShopifyClient,
	orderId: string,
): Promise<readonly FulfillmentDetails[] | undefined> {
	const answer = await client.run(
		READ_ORDER_FULFILLMENTS,
		{ id: orderId, fulfillments: FULFILLMENTS_WITH_ORDER, ...WITH_FULFILLMENT },
		{ repeat: 'read' },
	);
	const order = visibleNode(answer.data.order, answer);
	if (!order) return undefined;
	const fulfillments: FulfillmentDetails[] = [];
	for (const node of order.fulfillments) fulfillments.push(await toDetails(client, node, order));
	return fulfillments;
}

async function toDetails(
	client: ShopifyClient,
	node: FulfillmentDetailsFragment,
	order: { readonly id: string; readonly name: string },
): Promise<FulfillmentDetails> {
	const { company, parcels } = toTracking(node.trackingInfo);
	return {
		id: node.id,
		name: node.name,
		status: node.status,
		displayStatus: node.displayStatus ?? null,
		createdAt: node.createdAt,
		updatedAt: node.updatedAt,
		inTransitAt: node.inTransitAt ?? null,
		estimatedDeliveryAt: node.estimatedDeliveryAt ?? null,
		deliveredAt: node.deliveredAt ?? null,
		location: node.location ? { id: node.location.id, name: node.location.name } : null,
		trackingCompany: company,
		trackingNumbers: parcels.map(({ number }) => number),
		trackingUrls: parcels.map(({ url }) => url),
		lines: await readLines(client, node),
		fulfillmentOrderIds: await readSources(client, node),
		events: await allEvents(client, node),
		orderId: order.id,
		orderName: order.name,
	};
}

async function readLines(
	client: ShopifyClient,
	{ id, fulfillmentLineItems }: FulfillmentDetailsFragment,
): Promise<FulfillmentDetails['lines']> {
	const lines = await allNodes(fulfillmentLineItems, async (after) => {
		const { data } = await client.run(
			READ_MORE_DETAILED_FULFILLED_LINES,
			{ id, after, first: NEXT_PAGE_SIZE },
			{ repeat: 'read' },
		);
		return data.fulfillment?.fulfillmentLineItems;
	});
	return lines.map(({ lineItem, quantity }) => ({
		orderLineItemId: lineItem.id,
		sku: lineItem.sku ?? null,
		title: lineItem.title,
		quantity: quantity ?? 0,
	}));
}

async function readSources(
	client: ShopifyClient,
	{ id, fulfillmentOrders }: FulfillmentDetailsFragment,
): Promise<readonly string[]> {
	const sources = await allNodes(fulfillmentOrders, async (after) => {
		const { data } = await client.run(
			READ_MORE_SOURCES,
			{ id, after, first: NEXT_PAGE_SIZE },
			{ repeat: 'read' },
		);
		return data.fulfillment?.fulfillmentOrders;
	});
	return sources.map((one) => one.id);
}
