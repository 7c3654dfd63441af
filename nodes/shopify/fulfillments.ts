import type { Part } from '../domain/shipmentAllocation';
import type { Tracking } from '../domain/tracking';
import { toTrackingInput } from '../domain/tracking';
import type { ShopifyClient } from './client';
import { ShopifyError, userErrorsOf } from './failure';
import { CANCEL_FULFILLMENT, CREATE_FULFILLMENT, UPDATE_TRACKING } from './operations/shipments';

/** A fulfillment that was just written. */
export interface WrittenFulfillment {
	readonly id: string;
	readonly name: string;
	readonly status: string;
	readonly createdAt: string;
}

/** What came of a write: the fulfillment, or Shopify's reason in its own words. */
export type FulfillmentResult<T = WrittenFulfillment> =
	| { readonly done: true; readonly fulfillment: T }
	| { readonly done: false; readonly reason: string };

function resultOf<T>(
	payload:
		| {
				readonly fulfillment?: T | null | undefined;
				readonly userErrors: readonly { readonly message: string }[];
		  }
		| null
		| undefined,
): FulfillmentResult<T> {
	const messages = payload ? userErrorsOf(payload).map(({ message }) => message) : [];
	if (messages.length > 0) return { done: false, reason: messages.join('; ') };
	if (payload?.fulfillment) return { done: true, fulfillment: payload.fulfillment };
	// Neither done nor refused: whether it was done has to be looked for.
	throw new ShopifyError({ kind: 'unreadable', what: 'it says neither done nor refused' });
}

/**
 * Makes one fulfillment. Costs 10 points. Must NOT be repeated after a lost answer: `fulfillmentCreate`
 * has no idempotency key in any version (Admin API 2026-07), so a second one may ship what remains.
 * Shopify fails with a text alone, without codes.
 */
export async function createFulfillment(
	client: ShopifyClient,
	part: Part,
	tracking: Tracking,
	notifyCustomer: boolean,
): Promise<FulfillmentResult> {
	const trackingInfo = toTrackingInput(tracking);
	const { data } = await client.run(
		CREATE_FULFILLMENT,
		{
			fulfillment: {
				lineItemsByFulfillmentOrder: part.fulfillmentOrders.map(({ id, lines }) => ({
					fulfillmentOrderId: id,
					fulfillmentOrderLineItems: lines.map((line) => ({ ...line })),
				})),
				notifyCustomer,
				...(trackingInfo && { trackingInfo }),
			},
		},
		{ repeat: 'once' },
	);
	return resultOf(data.fulfillmentCreate);
}

/** Replaces the whole tracking of a fulfillment. Costs 50 points. May be repeated, unless it notifies. */
export async function replaceTracking(
	client: ShopifyClient,
	fulfillmentId: string,
	tracking: Tracking,
	notifyCustomer: boolean,
): Promise<FulfillmentResult<Omit<WrittenFulfillment, 'createdAt'>>> {
	const { data } = await client.run(
		UPDATE_TRACKING,
		{ id: fulfillmentId, tracking: toTrackingInput(tracking) ?? {}, notifyCustomer },
		{ repeat: notifyCustomer ? 'once' : 'repeatable' },
	);
	return resultOf(data.fulfillmentTrackingInfoUpdate);
}

/** Cancels a fulfillment; its units are open again. May be repeated (recorded answers, 2026-04). */
export async function cancelFulfillment(
	client: ShopifyClient,
	fulfillmentId: string,
): Promise<FulfillmentResult<Omit<WrittenFulfillment, 'createdAt'>>> {
	const { data } = await client.run(
		CANCEL_FULFILLMENT,
		{ id: fulfillmentId },
		{ repeat: 'repeatable' },
	);
	return resultOf(data.fulfillmentCancel);
}
