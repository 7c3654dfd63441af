import { allocateUnits } from '../domain/allocation';
import { returnOffer } from '../domain/confirmation';
import { hasReportedProgress } from '../domain/order';
import { InputProblem } from '../domain/problem';
import { shippableUnits } from '../domain/readiness';
import type { Share } from '../domain/unitPools';
import { canKeepRecords, readApp } from '../shopify/app';
import type { ShopifyClient } from '../shopify/client';
import { legacyId } from '../shopify/gid';
import { storeRecords } from '../shopify/handoverRecords';
import type { RecordedOrder } from '../shopify/orderStates';
import { readOrderStates } from '../shopify/orderStates';
import type { LineUnits, NewHold } from '../shopify/progress';
import { hold, readHolds, releaseHolds, takeProgressBack } from '../shopify/progress';

/** Something that was asked of a fulfillment order, and what came of it. */
export interface ChangeAnswer {
	readonly result: string;
	/** Legacy ids of the fulfillment orders that it was done to. */
	readonly fulfillmentOrders: readonly string[];
}

const MAX_TRIES = 5;

/**
 * Says that the target will not ship what it was offered: the record keeps the offer as returned, so that
 * it is not offered again by itself, the progress is taken back, and, if asked for, the fulfillment
 * orders are put on hold. May be repeated: the second time it answers `alreadyReturned`.
 */
export async function returnToShopify(
	client: ShopifyClient,
	request: { readonly orderId: string; readonly key: string; readonly hold?: NewHold },
): Promise<ChangeAnswer> {
	const app = await readApp(client);
	const nowMs = Date.parse(app.shopTime);
	let recorded = await readOne(client, request.orderId);
	const carriers = sharesOf(recorded, request.key).open.map((share) => share.fulfillmentOrder);
	let result = 'returned';
	for (let tries = 1; canKeepRecords(app); tries += 1) {
		const stored = recorded.stored ?? unreadable(recorded.order.name);
		const record = returnOffer(stored.record, request.key, nowMs);
		const isReturned = record.offers.every((offer, index) => offer === stored.record.offers[index]);
		if (isReturned) {
			if (tries === 1) result = 'alreadyReturned';
			break;
		}
		if (await storeRecords(client, [{ orderId: request.orderId, digest: stored.digest, record }]))
			break;
		if (tries === MAX_TRIES) {
			throw new InputProblem(
				`Order ${recorded.order.name} could not be returned: others write its record all the time`,
				{
					advice: 'Run the node again; returning twice does no harm',
				},
			);
		}
		recorded = await readOne(client, request.orderId);
	}
	for (const carrier of carriers) {
		if (hasReportedProgress(carrier)) await takeProgressBack(client, carrier.id);
		if (request.hold) await holdOne(client, carrier.id, request.hold);
	}
	return { result, fulfillmentOrders: carriers.map((carrier) => carrier.legacyId) };
}

/** Reads one order with its record. Throws {@link InputProblem} if it is not there. */
export async function readOne(client: ShopifyClient, orderId: string): Promise<RecordedOrder> {
	const [recorded] = await readOrderStates(client, [orderId]);
	if (recorded) return recorded;
	throw new InputProblem(`Order ${orderId} does not exist, or this app may not see it`, {
		path: 'orderId',
		advice: 'Check the order id; orders older than 60 days need the scope read_all_orders',
	});
}

/** The order's record was written by a newer version: nothing may be changed. */
export function unreadable(orderName: string): never {
	throw new InputProblem(
		`The handover record of order ${orderName} cannot be read, so nothing was changed`,
		{
			advice: 'It was written by a newer version of this package: update it',
		},
	);
}

/** An offer's units that are not fulfilled yet, and the location that it was made for; undefined if unknown. */
export interface OfferedShares {
	readonly open: readonly Share[];
	readonly location: string | null | undefined;
}

/**
 * Where the units of an offer are now; without a record, what is left of the fulfillment order that the key
 * names. Throws {@link InputProblem} for a key that a record does not name: its units may be another's.
 */
export function sharesOf({ order, stored }: RecordedOrder, key: string): OfferedShares {
	const allocation = stored && allocateUnits(order, stored.record, () => true);
	const found = allocation?.offers.find(({ offer }) => offer.key === key);
	if (found) return { open: found.open, location: found.offer.location };
	const unrecorded = !stored || stored.record.offers.length === 0;
	const own = order.fulfillmentOrders.find((one) => one.legacyId === key.split(/[:-]/)[0]);
	if (unrecorded && own) {
		const units = shippableUnits(own, true);
		return { open: [{ fulfillmentOrder: own, units }], location: undefined };
	}
	throw new InputProblem(
		`Order ${order.name} has nothing that was handed over under the key ${key}`,
		{
			path: 'handover.key',
			advice: 'Use the key of the item that was handed over',
		},
	);
}

/** Puts a fulfillment order, or only some of its units, on hold. Throws {@link InputProblem} if Shopify refuses. */
export async function holdOne(
	client: ShopifyClient,
	id: string,
	wanted: NewHold,
	units: readonly LineUnits[] = [],
): Promise<void> {
	const result = await hold(client, id, wanted, units);
	if (result.done) return;
	throw new InputProblem(
		`Fulfillment order ${legacyId(id)} could not be put on hold: ${result.reason}`,
		{
			advice:
				'Look at the order in Shopify: it may be shipped, cancelled or held ten times by this app already',
		},
	);
}

/** Puts a fulfillment order on hold, with a note that staff read. May be repeated. */
export async function holdFulfillmentOrder(
	client: ShopifyClient,
	id: string,
	wanted: NewHold,
): Promise<ChangeAnswer> {
	const before = (await readHolds(client, [id])).get(id) ?? missing(id);
	if (before.holds.some((one) => one.ours && one.handle === wanted.handle)) {
		return { result: 'alreadyOnHold', fulfillmentOrders: [legacyId(id)] };
	}
	await holdOne(client, id, wanted);
	return { result: 'onHold', fulfillmentOrders: [legacyId(id)] };
}

/**
 * Releases the holds of this app, or all of them. May be repeated: without such a hold it answers
 * `notOnHold`.
 */
export async function releaseFulfillmentOrder(
	client: ShopifyClient,
	id: string,
	which: 'ours' | 'all',
): Promise<ChangeAnswer> {
	const before = (await readHolds(client, [id])).get(id) ?? missing(id);
	const holds = before.holds.filter((one) => which === 'all' || one.ours).map((one) => one.id);
	if (holds.length === 0) return { result: 'notOnHold', fulfillmentOrders: [legacyId(id)] };
	const result = await releaseHolds(client, id, holds);
	if (result.done) return { result: 'released', fulfillmentOrders: [legacyId(id)] };
	throw new InputProblem(
		`The hold on fulfillment order ${legacyId(id)} of order ${before.orderName} could not be released: ${result.reason}`,
		{ advice: 'Release it in Shopify' },
	);
}

function missing(id: string): never {
	throw new InputProblem(
		`Fulfillment order ${legacyId(id)} does not exist, or this app may not see it`,
		{
			path: 'fulfillmentOrderId',
			advice: 'Check the id, and that the app has the scopes for fulfillment orders',
		},
	);
}
