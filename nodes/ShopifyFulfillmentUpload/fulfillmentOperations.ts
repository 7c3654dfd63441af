import { problemText } from '../domain/problem';
import type { ItemOutput } from '../n8n/itemAnswers';
import type { ReadParameter } from '../n8n/parameters';
import type { ShopifyClient } from '../shopify/client';
import { addDeliveryEvent } from '../upload/addDeliveryEvent';
import { cancelNamedFulfillment, updateTracking } from '../upload/changeFulfillments';
import { getFulfillments } from '../upload/getFulfillments';
import type { Wait } from '../upload/lostAnswers';
import type { ChangeContext, DoneChange, RejectedChange } from '../upload/namedFulfillment';
import { rejectedChange } from '../upload/namedFulfillment';
import {
	readEventRequest,
	readFulfillmentReference,
	readGetRequest,
	readTrackingRequest,
} from './fulfillmentParameters';

/**
 * Does one operation for one item. What the item itself has wrong, or what it names and Shopify does not have, is
 * an answer that needs attention; what Shopify or the network would not do is thrown.
 */
export type FulfillmentOperation = (
	client: ShopifyClient,
	read: ReadParameter,
	itemIndex: number,
) => Promise<readonly ItemOutput[]>;

/**
 * The operations that work on fulfillments that are there, by their names in the editor. `wait` is how they wait
 * after an answer was lost; waiting for an order that another run works on ends when `signal` says so.
 */
export function fulfillmentOperations(
	wait: Wait,
	signal?: AbortSignal,
): Readonly<Record<string, FulfillmentOperation>> {
	const contextOf = (client: ShopifyClient): ChangeContext => ({ client, wait, signal });
	return {
		updateTracking: answered(async (client, read, item) => [
			toOutput(await updateTracking(contextOf(client), readTrackingRequest(read, item))),
		]),

		cancelFulfillment: answered(async (client, read, item) => [
			toOutput(
				await cancelNamedFulfillment(contextOf(client), readFulfillmentReference(read, item)),
			),
		]),

		addDeliveryEvent: answered(async (client, read, item) => [
			toOutput(await addDeliveryEvent(contextOf(client), readEventRequest(read, item))),
		]),

		getFulfillments: answered(async (client, read, item) => {
			const found = await getFulfillments(client, readGetRequest(read, item));
			if ('reason' in found) return [toOutput(found)];
			// `fulfillmentId` is what the other operations read by default.
			return found.map((one) => ({
				output: 'done',
				json: { fulfillmentId: one.id, ...one },
				standsAlone: true,
			}));
		}),
	};
}

/** The same, with what is wrong with the item as an answer. */
function answered(work: FulfillmentOperation): FulfillmentOperation {
	return async (client, read, itemIndex) =>
		await work(client, read, itemIndex).catch((error: unknown) => [toOutput(rejectedInput(error))]);
}

/** Throws what is not the item's fault. */
function rejectedInput(error: unknown): RejectedChange {
	return rejectedChange({ code: 'badInput', text: problemText(error) });
}

function toOutput(answer: DoneChange<string> | RejectedChange): ItemOutput {
	return { output: answer.result === 'rejected' ? 'needsAttention' : 'done', json: answer };
}
