import { findDuplicate } from '../domain/duplicateShipment';
import type { CarrierAlias } from '../domain/carriers';
import type { OrderReference } from '../domain/orderReference';
import { groupShipments } from '../domain/shipmentGroups';
import type { OrderShipments, ShippedItem } from '../domain/shipmentGroups';
import type { Shipment, UploadRules } from '../domain/shipment';
import type { Reason } from '../domain/shipmentReasons';
import type { ShippedOrder } from '../domain/shippedOrder';
import { shortened } from '../domain/shortened';
import { lacksFulfillments } from '../domain/shippedOrder';
import { trackingOf } from '../domain/tracking';
import type { UploadOutcome, UploadResult } from '../domain/uploadResult';
import { asDuplicate, rejectedResult, toUploadResult } from '../domain/uploadResult';
import { inParallel } from '../shopify/inParallel';
import type { Log, ShopifyClient } from '../shopify/client';
import { failureIn } from '../shopify/failure';
import { legacyId } from '../shopify/gid';
import {
	FULFILLMENTS_WITH_ORDER,
	ORDERS_PER_REQUEST,
	readFulfillments,
	readShippedOrders,
} from '../shopify/shippedOrders';
import { findOrders } from './findOrders';
import { withOrders } from './orderLocks';
import type { UploadContext } from './uploadShipment';
import { uploadShipment } from './uploadShipment';

/** One input item, read. Its order is found here. */
export interface UploadRequest extends Omit<ShippedItem, 'orderId' | 'fulfillmentOrder'> {
	readonly order: OrderReference;
	/** Legacy id of the fulfillment order that its units are taken from first; null if not given. */
	readonly fulfillmentOrder: string | null;
}

/** How the shipments of one run are uploaded. */
export interface UploadSettings {
	readonly rules: UploadRules;
	/** Whether items with the same order and tracking number are one shipment. */
	readonly combine: boolean;
	/** What target order numbers of this shop begin with; '' if nothing. */
	readonly numberPrefix: string;
	readonly aliases: readonly CarrierAlias[];
	/** Link for carriers that Shopify does not know, with `{number}`; '' for none. */
	readonly urlTemplate: string;
}

/** What an upload needs of its surroundings. */
export interface UploadSurroundings {
	readonly client: ShopifyClient;
	readonly log: Pick<Log, 'debug'> & { info(message: string): void };
	/** Waits, in milliseconds; fails if the execution is cancelled. */
	readonly wait: (milliseconds: number) => Promise<void>;
	/** Says that the execution was cancelled. */
	readonly signal?: AbortSignal | undefined;
}

/** Orders that are written to side by side; the throttle decides how fast. */
const ORDERS_AT_ONCE = 20;

/**
 * Uploads the shipments of many items: finds their orders, reads 250 orders at once, writes side by side, and
 * looks once more whether another process has done the same. The answers are in the order of the requests; an
 * `Error` is what Shopify or the network would not do. May be repeated: what is in Shopify is found there.
 */
export async function uploadShipments(
	surroundings: UploadSurroundings,
	requests: readonly UploadRequest[],
	settings: UploadSettings,
): Promise<readonly (UploadResult | Error)[]> {
	const answers = new Map<number, UploadResult | Error>();
	const items = await withTheirOrders(surroundings.client, requests, settings, answers);
	const orders = groupShipments(items, settings.combine);
	for (let start = 0; start < orders.length; start += ORDERS_PER_REQUEST) {
		const batch = orders.slice(start, start + ORDERS_PER_REQUEST);
		await withOrders(
			surroundings.client.shop,
			batch.map(({ orderId }) => orderId),
			async () => await uploadBatch(surroundings, batch, settings, answers),
			surroundings.signal,
		).catch((error: unknown) => failBatch(batch, error, answers));
		if (orders.length > ORDERS_PER_REQUEST) {
			surroundings.log.info(
				`${start + batch.length} of ${orders.length} orders with shipments done`,
			);
		}
	}
	return requests.map(({ item }) => answers.get(item) ?? new Error('The shipment was left out'));
}

async function withTheirOrders(
	client: ShopifyClient,
	requests: readonly UploadRequest[],
	{ numberPrefix }: UploadSettings,
	answers: Map<number, UploadResult | Error>,
): Promise<readonly ShippedItem[]> {
	const references = requests.map(({ order }) => order);
	const found = await findOrders(client, references, numberPrefix);
	return requests.flatMap((request, index): readonly ShippedItem[] => {
		const answer = found[index];
		if (!answer || 'reason' in answer) {
			if (answer) answers.set(request.item, rejectedResult(answer.reason));
			return [];
		}
		const { orderId } = answer.found;
		const fulfillmentOrder = answer.found.fulfillmentOrder ?? request.fulfillmentOrder;
		const { lines } = request;
		return [
			{
				...request,
				orderId,
				fulfillmentOrder,
				lines:
					lines === 'remaining'
						? lines
						: lines.map((line) => ({
								...line,
								fulfillmentOrder: line.fulfillmentOrder ?? fulfillmentOrder,
							})),
			},
		];
	});
}

interface Uploaded {
	readonly shipment: Shipment;
	readonly outcome: UploadOutcome;
}

async function uploadBatch(
	surroundings: UploadSurroundings,
	batch: readonly OrderShipments[],
	settings: UploadSettings,
	answers: Map<number, UploadResult | Error>,
): Promise<void> {
	const { client } = surroundings;
	const ids = batch.map(({ orderId }) => orderId);
	const before = await readShippedOrders(client, ids);
	const uploaded: Uploaded[] = [];
	const failures = await inParallel(batch, ORDERS_AT_ONCE, async ({ orderId, shipments }) => {
		const order = before.orders.get(orderId);
		const failure = before.failures.get(orderId);
		if (failure) throw failure;
		for (const given of shipments) {
			if (!order || order.fulfillments.length >= FULFILLMENTS_WITH_ORDER) {
				const reason = order ? tooMany(order) : unknownOrder(orderId);
				for (const item of given.items) answers.set(item, rejectedResult(reason));
			}
		}
		if (!order || order.fulfillments.length >= FULFILLMENTS_WITH_ORDER) return;
		const whole = await withAllListed(surroundings, order);
		await uploadOrder(surroundings, whole, shipments, settings, answers, uploaded);
	});
	for (const [index, failure] of failures.entries()) {
		const one = batch[index];
		if (one && failure instanceof Error) failBatch([one], failure, answers);
	}
	await reportDuplicates(client, before.orders, uploaded, answers);
}

/** Milliseconds after which an order is read again whose fulfillments do not account for all that was shipped. */
const LIST_LAG_MS = 2000;

/** The order, read once more if it may have a fulfillment that Shopify does not list yet. */
async function withAllListed(
	{ client, wait }: UploadSurroundings,
	order: ShippedOrder,
): Promise<ShippedOrder> {
	if (!lacksFulfillments(order)) return order;
	await wait(LIST_LAG_MS);
	return await readOne(client, order.id);
}

/** Gives a failure to the items that have no answer yet: what was done before it stays done. */
function failBatch(
	orders: readonly OrderShipments[],
	error: unknown,
	answers: Map<number, UploadResult | Error>,
): void {
	const failure = error instanceof Error ? error : new Error(String(error));
	for (const item of orders.flatMap(({ shipments }) => shipments.flatMap(({ items }) => items))) {
		if (!answers.has(item)) answers.set(item, failure);
	}
}

/** The shipments of one order, one after the other; one that fails does not stop the others. */
async function uploadOrder(
	{ client, wait }: UploadSurroundings,
	start: ShippedOrder,
	shipments: readonly Shipment[],
	settings: UploadSettings,
	answers: Map<number, UploadResult | Error>,
	uploaded: Uploaded[],
): Promise<void> {
	let order = start;
	const context: UploadContext = {
		client,
		wait,
		rules: settings.rules,
		readAgain: async (id) => await readOne(client, id),
	};
	for (const given of shipments) {
		const shipment = withTracking(given, order, settings);
		const outcome = await uploadShipment(context, order, shipment).catch((error: unknown) =>
			error instanceof Error ? error : new Error(String(error)),
		);
		if (outcome instanceof Error) {
			for (const item of shipment.items) answers.set(item, outcome);
			// What was done before it failed is not known here.
			if (failureIn(outcome)?.kind === 'stopped') return;
			const isLast = given === shipments.at(-1);
			if (!isLast) order = await readOne(client, order.id);
			continue;
		}
		order = outcome.order;
		uploaded.push({ shipment, outcome });
		for (const item of shipment.items) answers.set(item, toUploadResult(outcome));
	}
}

/** Carriers are told apart by the country that the parcel goes to, which only the order knows. */
function withTracking(
	shipment: Shipment,
	{ shipToCountry }: ShippedOrder,
	{ aliases, urlTemplate }: UploadSettings,
): Shipment {
	const { company, parcels } = shipment.tracking;
	const tracking = trackingOf({
		numbers: parcels.map(({ number }) => number),
		urls: parcels.map(({ url }) => url),
		carrier: company ?? '',
		aliases,
		urlTemplate,
		shipToCountry,
	});
	return { ...shipment, tracking };
}

async function readOne(client: ShopifyClient, orderId: string): Promise<ShippedOrder> {
	const { orders, failures } = await readShippedOrders(client, [orderId]);
	const order = orders.get(orderId);
	if (order) return order;
	throw failures.get(orderId) ?? new Error(unknownOrder(orderId).text);
}

/**
 * Looks once more at the orders that were written to. A double cannot be prevented between processes,
 * because Shopify keeps nothing back; it is found and named.
 */
async function reportDuplicates(
	client: ShopifyClient,
	before: ReadonlyMap<string, ShippedOrder>,
	uploaded: readonly Uploaded[],
	answers: Map<number, UploadResult | Error>,
): Promise<void> {
	const written = uploaded.filter(({ outcome }) => outcome.made.length > 0);
	if (written.length === 0) return;
	const ids = [...new Set(written.map(({ outcome }) => outcome.order.id))];
	// The shipments are uploaded: a failed second look is no reason to say otherwise.
	const now = await readFulfillments(client, ids).catch(() => undefined);
	const ours = new Set(written.flatMap(({ outcome }) => outcome.made.map(({ id }) => id)));
	for (const { shipment, outcome } of written) {
		const old = before.get(outcome.order.id)?.fulfillments.map(({ id }) => id) ?? [];
		const twice = findDuplicate(
			shipment,
			outcome,
			now?.get(outcome.order.id) ?? [],
			new Set([...old, ...ours]),
		);
		if (!twice) continue;
		const result = asDuplicate(toUploadResult(outcome), twice);
		for (const item of shipment.items) answers.set(item, result);
	}
}

function unknownOrder(orderId: string): Reason {
	return {
		code: 'unknownOrder',
		text: `Order ${shortened(legacyId(orderId))} does not exist, or this app may not see it. Check the id; orders older than 60 days need the scope read_all_orders`,
	};
}

function tooMany({ name }: ShippedOrder): Reason {
	return {
		code: 'refused',
		text: `Order ${name} has ${FULFILLMENTS_WITH_ORDER} fulfillments or more, and Shopify lists no more of them, so a repeated upload could not be recognised. Enter the shipment in Shopify`,
	};
}
