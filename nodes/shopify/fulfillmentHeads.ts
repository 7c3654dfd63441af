import type { FulfilledOrder, FulfillmentHead } from '../domain/fulfillmentChoice';
import type { Tracking } from '../domain/tracking';
import type { ShopifyClient } from './client';
import type { FulfillmentHeadFragment } from './generated/admin.generated';
import { legacyId } from './gid';
import {
	READ_FULFILLMENT_HEAD,
	READ_FULFILLMENT_HEADS,
	READ_FULFILLMENT_OWNER,
} from './operations/fulfillmentDetails';
import { FULFILLMENTS_WITH_ORDER } from './shippedOrders';
import { visibleNode } from './visibleNode';

interface OrderNode {
	readonly id: string;
	readonly name: string;
	readonly cancelledAt?: string | null;
	readonly shippingAddress?: { readonly countryCodeV2?: string | null } | null;
}

/** The global id of the order that a fulfillment is of; undefined if there is no such fulfillment. */
export async function readOwnerOfFulfillment(
	client: ShopifyClient,
	fulfillmentId: string,
): Promise<string | undefined> {
	const answer = await client.run(
		READ_FULFILLMENT_OWNER,
		{ id: fulfillmentId },
		{ repeat: 'read' },
	);
	return visibleNode(answer.data.fulfillment, answer)?.order.id;
}

/** One fulfillment with its order as they are now; undefined if there is none. About 10 points. */
export async function readFulfillmentHead(
	client: ShopifyClient,
	fulfillmentId: string,
): Promise<FulfilledOrder | undefined> {
	const answer = await client.run(READ_FULFILLMENT_HEAD, { id: fulfillmentId }, { repeat: 'read' });
	const fulfillment = visibleNode(answer.data.fulfillment, answer);
	return fulfillment && toFulfilledOrder(fulfillment.order, [fulfillment]);
}

/** An order with its fulfillments, oldest first, at most 250; undefined if there is none. */
export async function readFulfillmentHeads(
	client: ShopifyClient,
	orderId: string,
): Promise<FulfilledOrder | undefined> {
	const answer = await client.run(
		READ_FULFILLMENT_HEADS,
		{ id: orderId, fulfillments: FULFILLMENTS_WITH_ORDER },
		{ repeat: 'read' },
	);
	const order = visibleNode(answer.data.order, answer);
	return order && toFulfilledOrder(order, order.fulfillments);
}

function toFulfilledOrder(
	order: OrderNode,
	fulfillments: readonly FulfillmentHeadFragment[],
): FulfilledOrder {
	return {
		id: order.id,
		name: order.name,
		cancelledAt: order.cancelledAt ?? null,
		shipToCountry: order.shippingAddress?.countryCodeV2 ?? null,
		fulfillments: fulfillments.map(toFulfillmentHead),
	};
}

function toFulfillmentHead(node: FulfillmentHeadFragment): FulfillmentHead {
	return {
		id: node.id,
		name: node.name,
		status: node.status,
		units: node.totalQuantity,
		tracking: toTracking(node.trackingInfo),
		fulfillmentOrders: node.fulfillmentOrders.nodes.map(({ id }) => legacyId(id)),
	};
}

/** Tracking from Shopify's list, which repeats the company for each number. */
export function toTracking(
	trackingInfo: readonly {
		readonly company?: string | null;
		readonly number?: string | null;
		readonly url?: string | null;
	}[],
): Tracking {
	return {
		company: trackingInfo.find(({ company }) => company)?.company ?? null,
		parcels: trackingInfo.flatMap(({ number, url }) =>
			number ? [{ number, url: url ?? null }] : [],
		),
	};
}
