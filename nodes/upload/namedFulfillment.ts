import type { ChangeReason, FulfilledOrder, FulfillmentHead } from '../domain/fulfillmentChoice';
import { chooseFulfillment } from '../domain/fulfillmentChoice';
import { shortened } from '../domain/shortened';
import type { OrderReference } from '../domain/orderReference';
import type { ShopifyClient } from '../shopify/client';
import {
	readFulfillmentHead,
	readFulfillmentHeads,
	readOwnerOfFulfillment,
} from '../shopify/fulfillmentHeads';
import { legacyId } from '../shopify/gid';
import { findOrders } from './findOrders';
import type { Wait } from './lostAnswers';
import { withOrders } from './orderLocks';

/** How an item names a fulfillment. */
export type FulfillmentReference =
	/** Global id of the fulfillment. */
	{ readonly by: 'fulfillment'; readonly id: string } | NamedByOrder;

/** A fulfillment named by its order, and by a tracking number that it has now. */
export interface NamedByOrder {
	readonly by: 'order';
	readonly order: OrderReference;
	/** What target order numbers of this shop begin with; '' if nothing. */
	readonly numberPrefix: string;
	/** Empty if the order has only one fulfillment. */
	readonly numbers: readonly string[];
}

/** What a change of a fulfillment works with. */
export interface ChangeContext {
	readonly client: ShopifyClient;
	readonly wait: Wait;
	/** Says that the execution was cancelled. */
	readonly signal?: AbortSignal | undefined;
}

/** Which fulfillment a change is for. */
export interface MeantFulfillment {
	readonly reference: FulfillmentReference;
	/** See `ChoiceHints`. */
	readonly countCancelled: boolean;
	/** The one that is meant if none has the tracking number; undefined for none. */
	readonly otherwise?: (order: FulfilledOrder) => FulfillmentHead | undefined;
}

/** A fulfillment as it is now, with its order. */
export interface CurrentFulfillment {
	readonly order: FulfilledOrder;
	readonly fulfillment: FulfillmentHead;
}

/** A change that was not made: it needs a person. */
export interface RejectedChange {
	readonly result: 'rejected';
	readonly reasonCode: ChangeReason['code'];
	/** What is wrong and what to do next, in sentences. */
	readonly reason: string;
	readonly notes: readonly string[];
	/** Global ids and names; null for what was not found. */
	readonly fulfillmentId: string | null;
	readonly fulfillmentName: string | null;
	readonly orderId: string | null;
	readonly orderName: string | null;
}

/** The fields of every answer to a change that is well. */
export interface DoneChange<Result extends string> {
	readonly result: Result;
	readonly reasonCode: null;
	readonly reason: null;
	/** What is worth knowing although it is well. */
	readonly notes: readonly string[];
	readonly fulfillmentId: string;
	readonly fulfillmentName: string;
	readonly orderId: string;
	readonly orderName: string;
}

/** The answer to a change that was made, or did not have to be. */
export function doneChange<Result extends string>(
	result: Result,
	{ order, fulfillment }: CurrentFulfillment,
	notes: readonly string[] = [],
): DoneChange<Result> {
	return {
		result,
		reasonCode: null,
		reason: null,
		notes,
		fulfillmentId: fulfillment.id,
		fulfillmentName: fulfillment.name,
		orderId: order.id,
		orderName: order.name,
	};
}

/** The answer to a change that was not made. */
export function rejectedChange(
	{ code, text }: ChangeReason,
	known: { readonly order?: FulfilledOrder; readonly fulfillment?: FulfillmentHead } = {},
): RejectedChange {
	return {
		result: 'rejected',
		reasonCode: code,
		reason: `${text}.`,
		notes: [],
		fulfillmentId: known.fulfillment?.id ?? null,
		fulfillmentName: known.fulfillment?.name ?? null,
		orderId: known.order?.id ?? null,
		orderName: known.order?.name ?? null,
	};
}

/**
 * Does some work on the fulfillment that is meant, as it is now, while nobody else in this process works on its
 * order. Answers why, if none or several are meant.
 */
export async function withFulfillment<T>(
	{ client, signal }: ChangeContext,
	{ reference, countCancelled, otherwise }: MeantFulfillment,
	work: (current: CurrentFulfillment) => Promise<T>,
): Promise<T | RejectedChange> {
	const found =
		reference.by === 'fulfillment'
			? await ownerOf(client, reference.id)
			: await orderOf(client, reference);
	if ('reason' in found) return rejectedChange(found.reason);
	const locked = async (): Promise<T | RejectedChange> => {
		const order = await readAgain(client, found.orderId, reference);
		if (!order) return rejectedChange(gone(reference, found.orderId));
		const choice = chooseFulfillment(order, {
			numbers: reference.by === 'order' ? reference.numbers : [],
			fulfillmentOrder: found.fulfillmentOrder,
			countCancelled,
		});
		if ('chosen' in choice) return await work({ order, fulfillment: choice.chosen });
		const isUnknown = choice.reason.code === 'unknownFulfillment';
		const fulfillment = isUnknown ? otherwise?.(order) : undefined;
		if (fulfillment) return await work({ order, fulfillment });
		return rejectedChange(choice.reason, { order });
	};
	return await withOrders(client.shop, [found.orderId], locked, signal);
}

/** The order that an item names; its fulfillment order, if the number ends in one. */
export async function orderOf(
	client: ShopifyClient,
	{ order, numberPrefix }: Pick<NamedByOrder, 'order' | 'numberPrefix'>,
): Promise<
	| { readonly orderId: string; readonly fulfillmentOrder: string | null }
	| { readonly reason: ChangeReason }
> {
	const [answer] = await findOrders(client, [order], numberPrefix);
	if (answer && 'found' in answer) return answer.found;
	const { code, text } =
		answer?.reason ?? unknownOrder(order.by === 'number' ? order.text : order.id);
	return { reason: { code: code === 'ambiguousOrder' ? code : 'unknownOrder', text } };
}

async function ownerOf(
	client: ShopifyClient,
	id: string,
): Promise<
	{ readonly orderId: string; readonly fulfillmentOrder: null } | { readonly reason: ChangeReason }
> {
	const orderId = await readOwnerOfFulfillment(client, id);
	if (orderId === undefined) return { reason: unknownFulfillment(id) };
	return { orderId, fulfillmentOrder: null };
}

async function readAgain(
	client: ShopifyClient,
	orderId: string,
	reference: FulfillmentReference,
): Promise<FulfilledOrder | undefined> {
	return reference.by === 'fulfillment'
		? await readFulfillmentHead(client, reference.id)
		: await readFulfillmentHeads(client, orderId);
}

function gone(reference: FulfillmentReference, orderId: string): ChangeReason {
	return reference.by === 'fulfillment'
		? unknownFulfillment(reference.id)
		: unknownOrder(legacyId(orderId));
}

/** Says that there is no such fulfillment. */
export function unknownFulfillment(id: string): ChangeReason {
	return {
		code: 'unknownFulfillment',
		text: `There is no fulfillment ${legacyId(id)}, or this app may not see it. Check the Fulfillment ID; fulfillments of orders older than 60 days need the scope read_all_orders`,
	};
}

/** Says that there is no such order. */
export function unknownOrder(name: string): ChangeReason {
	return {
		code: 'unknownOrder',
		text: `There is no order ${shortened(name)}, or this app may not see it. Check the number or id; orders older than 60 days need the scope read_all_orders`,
	};
}
