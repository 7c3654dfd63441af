import type { Assessment, Emission, HandoverRules } from '../domain/assessment';
import { assessOrder } from '../domain/assessment';
import type { FulfillmentOrderDetails } from '../domain/details';
import { isChange, neededDetails, toEmittedItem } from '../domain/emittedItem';
import type { ShipmentStatus } from '../domain/filters';
import type { HandoverRecord } from '../domain/handoverRecord';
import type { OrderState } from '../domain/order';
import { countUnits } from '../domain/order';
import type { ItemContext, ItemJson } from '../domain/targetOrder';
import { nextLookMs } from '../domain/triage';
import type { ShopifyClient } from '../shopify/client';
import { ShopifyError, shopifyDidNothing } from '../shopify/failure';
import { readFulfillmentOrderDetails } from '../shopify/fulfillmentOrderDetails';
import { RECORDS_PER_CALL } from '../shopify/handoverRecords';
import { ORDERS_PER_REQUEST, readOrderStates } from '../shopify/orderStates';
import type { RecordStore } from './recordStore';

/** What offering works with. */
export interface OfferContext {
	readonly client: ShopifyClient;
	readonly store: RecordStore;
	readonly rules: HandoverRules;
	readonly item: ItemContext;
	/** Called when an order was dealt with: when it has to be looked at again, null if never. */
	readonly follow: (orderId: string, nextDueMs: number | null) => void;
	/** Called with each order that was read. */
	readonly seen?: (order: OrderState) => void;
	/** Says why something was passed over. */
	readonly note: (text: string) => void;
	/** Says what happened to an order that a target has and that is not emitted. */
	readonly tell: (text: string) => void;
	/** Says what somebody should look at. */
	readonly warn: (text: string) => void;
	/** Says whether there is no time left to go on. */
	readonly isOutOfTime: () => boolean;
}

/** An order with its decision and the items that it becomes. */
interface Prepared {
	readonly order: OrderState;
	readonly digest: string | null;
	readonly assessment: Assessment;
	readonly items: readonly ItemJson[];
}

/**
 * Reads orders, decides what of them is offered, records the offers in Shopify and only then hands out
 * their items. Yields items batch by batch: what was yielded is recorded, whatever fails afterwards.
 *
 * Stops after `limit` items; an order's items are never torn apart, so it may stop a few earlier.
 */
export async function* offerOrders(
	context: OfferContext,
	orderIds: readonly string[],
	limit: number,
): AsyncGenerator<readonly ItemJson[], void, undefined> {
	let left = limit;
	for (let start = 0; start < orderIds.length && left > 0; ) {
		if (context.isOutOfTime()) return;
		const size = Math.min(Math.max(left, RECORDS_PER_CALL), ORDERS_PER_REQUEST);
		const prepared = await prepareOrders(context, orderIds.slice(start, start + size));
		start += size;
		for (let at = 0; at < prepared.length; at += RECORDS_PER_CALL) {
			if (at > 0 && context.isOutOfTime()) return;
			const batch = prepared.slice(at, at + RECORDS_PER_CALL);
			const chosen = fitting(batch, left, limit);
			for await (const items of recordBatch(context, chosen)) {
				left -= items.length;
				if (items.length > 0) yield items;
			}
			if (chosen.length < batch.length) return;
		}
	}
}

/** Takes all batches, and answers what stopped them before their end. */
export async function collectItems(
	batches: AsyncIterable<readonly ItemJson[]>,
	items: ItemJson[],
): Promise<Error | undefined> {
	try {
		for await (const batch of batches) items.push(...batch);
		return undefined;
	} catch (error) {
		return error instanceof Error ? error : new Error(String(error));
	}
}

/** The orders whose items fit into what is left; one order alone always fits an untouched limit. */
function fitting(batch: readonly Prepared[], left: number, limit: number): readonly Prepared[] {
	const chosen: Prepared[] = [];
	let rest = left;
	for (const prepared of batch) {
		const isFirst = chosen.length === 0 && left === limit;
		if (prepared.items.length > rest && !isFirst) break;
		rest -= prepared.items.length;
		chosen.push(prepared);
	}
	return chosen;
}

/** Reads orders and works out what would be offered of them. Writes nothing. */
export async function prepareOrders(
	context: OfferContext,
	orderIds: readonly string[],
): Promise<readonly Prepared[]> {
	const assessed = await assessOrders(context, orderIds);
	const needed = new Set(
		assessed.flatMap(({ assessment }) => assessment.emissions.flatMap(neededDetails)),
	);
	const details = await readFulfillmentOrderDetails(context.client, [...needed]);
	return assessed.flatMap(({ order, digest, assessment }) => {
		const items = describe(context, order, assessment, details);
		return items ? [{ order, digest, assessment, items }] : [];
	});
}

interface Assessed {
	readonly order: OrderState;
	readonly digest: string | null;
	readonly assessment: Assessment;
}

async function assessOrders(
	context: OfferContext,
	orderIds: readonly string[],
): Promise<readonly Assessed[]> {
	const { client, store, rules } = context;
	const assessed: Assessed[] = [];
	const missing = new Set(orderIds);
	for (const { order, stored } of await readOrderStates(client, orderIds)) {
		missing.delete(order.id);
		context.seen?.(order);
		const known = stored && store.overlay(order.id, stored, order.fulfillmentOrders, rules.nowMs);
		if (!known) {
			context.warn(`Order ${order.name} is left alone: its handover record cannot be read`);
			continue;
		}
		const { record, digest } = known;
		const assessment = assessOrder(order, record, rules);
		for (const { reason } of assessment.reasons) {
			context.note(`Order ${order.name} is not offered: ${reason.text}`);
		}
		for (const text of assessment.notes) context.tell(text);
		const isToStore = assessment.emissions.length > 0 || assessment.hasNews;
		if (isToStore) assessed.push({ order, digest, assessment });
		else context.follow(order.id, nextLookMs(record, rules));
	}
	for (const orderId of missing) {
		context.warn(
			`Order ${orderId} is deleted, not readable, or older than this app may see; it is not followed any more`,
		);
		context.follow(orderId, null);
	}
	return assessed;
}

/** The items of an order; undefined if nothing of it may be recorded now. */
function describe(
	context: OfferContext,
	order: OrderState,
	assessment: Assessment,
	details: ReadonlyMap<string, FulfillmentOrderDetails>,
): readonly ItemJson[] | undefined {
	const { emissions, record } = assessment;
	const shipmentStatus: ShipmentStatus = countUnits(order.fulfilled) > 0 ? 'PARTIAL' : 'UNSHIPPED';
	const subject = { record, shipmentStatus };
	const items = emissions.map((emission) =>
		toEmittedItem(emission, subject, (id) => details.get(id), context.item),
	);
	const isMissing = emissions.some((one, index) => isChange(one) && items[index] === undefined);
	if (isMissing || emissions.some((emission) => hasChanged(emission, details))) {
		// The next poll sees it as it is then; nothing was recorded.
		context.note(`Order ${order.name} changed while it was read; the next poll looks again`);
		return undefined;
	}
	const found = items.filter((item) => item !== undefined);
	return found.length > 0 || assessment.hasNews ? found : undefined;
}

/** Whether units moved between the reading of the order and the reading of the details. */
function hasChanged(
	emission: Emission,
	details: ReadonlyMap<string, FulfillmentOrderDetails>,
): boolean {
	if (emission.event !== 'Ready') return false;
	return emission.carriers.some(({ fulfillmentOrder, units }) => {
		const lines = details.get(fulfillmentOrder.legacyId)?.lines ?? [];
		return Object.entries(units).some(([id, count]) => {
			const remaining = lines
				.filter((line) => line.orderLineId === id)
				.reduce((sum, line) => sum + line.remaining, 0);
			return remaining < count;
		});
	});
}

/** Records the offers of at most 25 orders, and yields the items of those that are recorded. */
async function* recordBatch(
	context: OfferContext,
	batch: readonly Prepared[],
): AsyncGenerator<readonly ItemJson[], void, undefined> {
	if (batch.length === 0) return;
	const outcome = await tryToStore(context, batch);
	if (outcome === 'stored') {
		yield handOut(context, batch);
		return;
	}
	if (outcome instanceof ShopifyError && didNothing(outcome)) throw outcome;
	// Somebody else has written one of these records, Shopify refuses one of them, or our own answer was
	// lost: one by one, as they are now, so that none stops the others.
	for (const prepared of batch) yield await recordAlone(context, prepared);
}

/** What came of writing records: a failure is an outcome, since the work may have been done. */
type StoreOutcome = 'stored' | 'stale' | ShopifyError;

async function tryToStore(
	context: OfferContext,
	batch: readonly Prepared[],
): Promise<StoreOutcome> {
	const changes = batch.map(({ order, digest, assessment }) => ({
		orderId: order.id,
		digest,
		record: assessment.record,
	}));
	return await context.store.store(changes).then(
		(stored): StoreOutcome => (stored ? 'stored' : 'stale'),
		async (error: unknown): Promise<StoreOutcome> =>
			error instanceof ShopifyError ? error : await Promise.reject(error as Error),
	);
}

/** Whether nothing was written and nothing would be, whichever order was asked for. */
function didNothing({ failure }: ShopifyError): boolean {
	return failure.kind !== 'rejected' && shopifyDidNothing(failure);
}

function handOut(context: OfferContext, batch: readonly Prepared[]): readonly ItemJson[] {
	return batch.flatMap(({ order, assessment, items }) => {
		context.follow(order.id, nextLookMs(assessment.record, context.rules));
		return items;
	});
}

async function recordAlone(
	context: OfferContext,
	prepared: Prepared,
): Promise<readonly ItemJson[]> {
	const { order } = prepared;
	const [now] = await readOrderStates(context.client, [order.id]);
	if (now?.stored && isOwnWrite(prepared, now.stored.record)) return handOut(context, [prepared]);
	const [again] = await prepareOrders(context, [order.id]);
	if (!again) return [];
	const outcome = await tryToStore(context, [again]);
	if (outcome === 'stored') return handOut(context, [again]);
	context.follow(order.id, context.rules.nowMs);
	if (outcome === 'stale') {
		context.note(
			`Order ${order.name} is being handed over by somebody else; left to the next poll`,
		);
		return [];
	}
	if (outcome.failure.kind !== 'rejected') throw outcome;
	context.warn(
		`Order ${order.name} is not offered, its handover cannot be recorded: ${outcome.message}`,
	);
	return [];
}

/** Whether the stored record is the one that this run wrote: its answer was lost, the work was done. */
function isOwnWrite({ assessment }: Prepared, stored: HandoverRecord): boolean {
	const { emissions } = assessment;
	// What was only taken note of may be taken note of again.
	if (emissions.length === 0) return false;
	return emissions.every((emission) => {
		const { key, run, attempts, told } = emission.offer;
		const one = stored.offers.find((other) => other.key === key);
		if (isChange(emission)) return one?.told?.run === told?.run && one?.told?.at === told?.at;
		return one?.run === run && one.attempts === attempts;
	});
}
