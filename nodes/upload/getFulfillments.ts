import type { ShopifyClient } from '../shopify/client';
import type { FulfillmentDetails } from '../shopify/fulfillmentDetails';
import { readFulfillmentDetails, readOrderFulfillments } from '../shopify/fulfillmentDetails';
import { legacyId } from '../shopify/gid';
import type { NamedByOrder, RejectedChange } from './namedFulfillment';
import { orderOf, rejectedChange, unknownFulfillment, unknownOrder } from './namedFulfillment';

/** Which fulfillments are to be shown. */
export interface GetRequest {
	readonly of:
		| { readonly by: 'fulfillment'; readonly id: string }
		| Pick<NamedByOrder, 'by' | 'order' | 'numberPrefix'>;
	readonly leaveOutCancelled: boolean;
}

/**
 * The fulfillments of an order, or the one that is named, with all about them. Changes nothing. None for an order
 * of which nothing was shipped; a rejection for an order or fulfillment that does not exist.
 */
export async function getFulfillments(
	client: ShopifyClient,
	{ of, leaveOutCancelled }: GetRequest,
): Promise<readonly FulfillmentDetails[] | RejectedChange> {
	const found = of.by === 'fulfillment' ? await one(client, of.id) : await ofOrder(client, of);
	if ('reason' in found) return found;
	return leaveOutCancelled ? found.filter(({ status }) => status !== 'CANCELLED') : found;
}

async function one(
	client: ShopifyClient,
	id: string,
): Promise<readonly FulfillmentDetails[] | RejectedChange> {
	const found = await readFulfillmentDetails(client, id);
	return found ? [found] : rejectedChange(unknownFulfillment(id));
}

async function ofOrder(
	client: ShopifyClient,
	reference: Pick<NamedByOrder, 'order' | 'numberPrefix'>,
): Promise<readonly FulfillmentDetails[] | RejectedChange> {
	const found = await orderOf(client, reference);
	if ('reason' in found) return rejectedChange(found.reason);
	const fulfillments = await readOrderFulfillments(client, found.orderId);
	return fulfillments ?? rejectedChange(unknownOrder(legacyId(found.orderId)));
}
