import { InputProblem } from '../domain/problem';
import type { Asked, ShippingCheck, ShippingResult } from '../domain/shippingCheck';
import { checkShipping } from '../domain/shippingCheck';
import type { CheckedLine } from '../domain/shippingTally';
import { readApp, requireReadingScopes } from '../shopify/app';
import type { ShopifyClient } from '../shopify/client';
import { legacyId, toGid } from '../shopify/gid';
import type { RecordedOrder } from '../shopify/orderStates';
import { readOrderStates } from '../shopify/orderStates';
import type { HoldState } from '../shopify/progress';
import { readHolds } from '../shopify/progress';
import { readOwners } from '../shopify/orderLookup';

/** One target order that a warehouse is about to ship. Ids are global. */
export type CheckRequest =
	| { readonly orderId: string; readonly key: string }
	| { readonly fulfillmentOrderId: string };

/** What may be done with it. */
export interface CheckAnswer {
	readonly result: ShippingResult;
	/** Why, in one sentence: `Of 3 units, 1 is on hold and 2 may ship`; null if it may ship. */
	readonly reason: string | null;
	/** `#1042`. */
	readonly orderName: string;
	/** `gid://shopify/Order/5501042`. */
	readonly orderId: string;
	/** Legacy ids of the fulfillment orders that have its unshipped units now. */
	readonly fulfillmentOrders: readonly string[];
	/** Where these are, the new place if they have moved; null if nothing is left to ship. */
	readonly location: { readonly id: string | null; readonly name: string } | null;
	/** Why they are on hold. */
	readonly holds: readonly AnsweredHold[];
	readonly lines: readonly AnsweredLine[];
	/** False without a record of what was handed over: then the fulfillment order was taken as it is now. */
	readonly recorded: boolean;
}

/** A hold as staff have placed it. */
export interface AnsweredHold {
	/** Legacy id. */
	readonly fulfillmentOrder: string;
	/** `INCORRECT_ADDRESS`. */
	readonly reason: string;
	/** `Incorrect address`. */
	readonly displayReason: string;
	readonly notes: string | null;
}

/** Units of one order line, as the trigger's items name it: `gid://shopify/LineItem/9001`. */
export type AnsweredLine = { readonly orderLineItemId: string } & Omit<CheckedLine, 'orderLineId'>;

/**
 * Says of each target order whether it may still leave as it was handed over. Answers in the order of the
 * requests; one that fails does not stop the others. Fails as the client fails.
 *
 * Changes nothing, and may be repeated. For up to 250 orders it takes two requests, one more for each further
 * 250, and one for each 250 fulfillment orders that are on hold, or named by their own ids.
 */
export async function checkBeforeShipping(
	client: ShopifyClient,
	requests: readonly CheckRequest[],
): Promise<readonly (CheckAnswer | Error)[]> {
	// Without its scopes Shopify leaves fulfillment orders out, and an order would look cancelled.
	requireReadingScopes(await readApp(client));
	const orderIds = await findOrderIds(client, requests);
	const orders = await readOrders(client, orderIds);
	const checked = requests.map((request, at): Checked | Error => {
		const orderId = orderIds[at];
		return checkOne(request, orderId === undefined ? undefined : orders.get(orderId));
	});
	const held = checked.flatMap((one) => (one instanceof Error ? [] : heldIn(one.check)));
	const holds = await readHolds(client, [...new Set(held)]);
	return checked.map((one) => (one instanceof Error ? one : toAnswer(one, holds)));
}

/** The order of each request; undefined for a fulfillment order that does not exist. */
async function findOrderIds(
	client: ShopifyClient,
	requests: readonly CheckRequest[],
): Promise<readonly (string | undefined)[]> {
	const named = requests.flatMap((one) =>
		'fulfillmentOrderId' in one ? [one.fulfillmentOrderId] : [],
	);
	const owners = await readOwners(client, named.map(legacyId));
	return requests.map((one) =>
		'fulfillmentOrderId' in one
			? owners.get(legacyId(one.fulfillmentOrderId))?.orderId
			: one.orderId,
	);
}

async function readOrders(
	client: ShopifyClient,
	orderIds: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, RecordedOrder>> {
	const known = orderIds.filter((id) => id !== undefined);
	const orders = await readOrderStates(client, [...new Set(known)]);
	return new Map(orders.map((one) => [one.order.id, one]));
}

interface Checked {
	readonly recorded: RecordedOrder;
	readonly check: ShippingCheck;
}

function checkOne(request: CheckRequest, recorded: RecordedOrder | undefined): Checked | Error {
	if (!recorded) return missing(request);
	const { order, stored } = recorded;
	if (!stored) return unreadable(order.name);
	try {
		return { recorded, check: checkShipping(order, stored.record, askedBy(request)) };
	} catch (error) {
		return error instanceof Error ? error : new Error(String(error));
	}
}

function askedBy(request: CheckRequest): Asked {
	return 'key' in request
		? { key: request.key }
		: { fulfillmentOrder: legacyId(request.fulfillmentOrderId) };
}

function missing(request: CheckRequest): InputProblem {
	if ('key' in request) {
		return new InputProblem(`Order ${request.orderId} does not exist, or this app may not see it`, {
			path: 'orderId',
			advice: 'Check the order id; orders older than 60 days need the scope read_all_orders',
		});
	}
	const id = legacyId(request.fulfillmentOrderId);
	return new InputProblem(`Fulfillment order ${id} does not exist, or this app may not see it`, {
		path: 'fulfillmentOrderId',
		advice: 'Check the id, and that the app has the scopes for fulfillment orders',
	});
}

function unreadable(orderName: string): InputProblem {
	return new InputProblem(
		`The handover record of order ${orderName} cannot be read, so nobody knows whether it may ship`,
		{ advice: 'It was written by a newer version of this package: update it' },
	);
}

/** Global ids of the fulfillment orders on hold that have its units. */
function heldIn({ carriers }: ShippingCheck): readonly string[] {
	return carriers.filter(({ status }) => status === 'ON_HOLD').map(({ id }) => id);
}

function toAnswer(
	{ recorded: { order }, check }: Checked,
	holds: ReadonlyMap<string, HoldState>,
): CheckAnswer {
	const { result, reason, carriers, location, lines, recorded } = check;
	return {
		result,
		reason,
		orderName: order.name,
		orderId: order.id,
		fulfillmentOrders: carriers.map((carrier) => carrier.legacyId),
		location: location && { id: location.id, name: location.name },
		holds: heldIn(check).flatMap((id) =>
			(holds.get(id)?.holds ?? []).map(({ reason: why, displayReason, notes }) => ({
				fulfillmentOrder: legacyId(id),
				reason: why,
				displayReason,
				notes,
			})),
		),
		lines: lines.map(({ orderLineId, ...units }) => ({
			orderLineItemId: toGid('LineItem', orderLineId),
			...units,
		})),
		recorded,
	};
}
