import type { ItemJson } from '../domain/targetOrder';
import type { NamedOrders } from '../domain/webhookBody';
import type { AppState } from '../shopify/app';
import { canKeepRecords, readApp, requireReadingScopes } from '../shopify/app';
import { toGid } from '../shopify/gid';
import { readOwners } from '../shopify/orderLookup';
import type { Candidate } from './findCandidates';
import { emptyReport, findCandidates, inTurn } from './findCandidates';
import { firstBatchProblem, markShop } from './firstBatch';
import type { OfferContext } from './offerOrders';
import { collectItems, offerOrders } from './offerOrders';
import type { PollContext, PollSettings } from './pollOrders';
import { rulesFor } from './pollOrders';
import type { RecordStore } from './recordStore';
import { localRecords, shopifyRecords } from './recordStore';

/** What receiving works with. */
export interface ReceiveContext extends PollContext {
	/**
	 * Handover records of this process by the order's legacy id, for an app without `write_orders`; changed in
	 * place. Static data must not be used here: n8n writes them as a whole, so that an execution would wipe
	 * what the poll keeps there.
	 */
	readonly records: Record<string, string>;
	/** Waits, in milliseconds; fails if the execution is cancelled. */
	readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * Pauses, in ms, before an order is looked for again that is not there yet, or has no fulfillment orders yet:
 * Shopify routes an order after it has told of it.
 */
const LATER_MS = [2_000, 5_000, 15_000] as const;
/** Age from which an order without fulfillment orders is no new one any more. */
const NEW_ORDER_MS = 10 * 60_000;

/**
 * Offers what is ready of the orders that a webhook names, and records each offer in Shopify before its item
 * leaves. Reads everything itself: the webhook is only a reason to look.
 *
 * May be repeated, and run beside itself and beside the poll: the record on the order decides who offers, the
 * others find nothing to do and answer no item. Fails without having offered anything, or answers the items
 * that were recorded until something failed.
 *
 * Without `write_orders` the records of this process decide instead. They are lost with it, and neither
 * another worker nor a poll that runs at the same moment sees them: an order may then be offered twice, under
 * the same key unless it was split or edited in between.
 */
export async function receiveOrders(
	context: ReceiveContext,
	settings: PollSettings,
	named: NamedOrders,
): Promise<readonly ItemJson[]> {
	const app = await readApp(context.client);
	requireReadingScopes(app);
	const receiving = new Receiving(context, settings, app);
	if (await receiving.isTooEarly()) return [];
	return await receiving.offer(named);
}

/** The orders that are named, by global id, and those of the fulfillment orders that are. */
export async function ordersNamed(
	{ client }: Pick<PollContext, 'client'>,
	{ orders, fulfillmentOrders }: NamedOrders,
): Promise<{ readonly orderIds: readonly string[]; readonly isWhole: boolean }> {
	const owners = await readOwners(client, fulfillmentOrders);
	const ids = new Set(orders.map((id) => toGid('Order', id)));
	for (const { orderId } of owners.values()) ids.add(orderId);
	return { orderIds: [...ids], isWhole: owners.size === fulfillmentOrders.length };
}

/** Looks until there is something, at once and after 2, 5 and 15 s; answers what the last look brought. */
export async function lookAgain<T>(
	wait: (milliseconds: number) => Promise<void>,
	look: (waitedMs: number) => Promise<{ readonly found: T; readonly isEnough: boolean }>,
): Promise<T> {
	let waitedMs = 0;
	let outcome = await look(waitedMs);
	for (const pauseMs of LATER_MS) {
		if (outcome.isEnough) break;
		await wait(pauseMs);
		waitedMs += pauseMs;
		outcome = await look(waitedMs);
	}
	return outcome.found;
}

/** One webhook under way. */
class Receiving {
	private readonly context: ReceiveContext;
	private readonly settings: PollSettings;
	private readonly app: AppState;
	private readonly store: RecordStore;
	private readonly shopMs: number;
	private readonly said = new Set<string>();

	constructor(context: ReceiveContext, settings: PollSettings, app: AppState) {
		this.context = context;
		this.settings = settings;
		this.app = app;
		this.shopMs = Date.parse(app.shopTime);
		this.store = canKeepRecords(app)
			? shopifyRecords(context.client)
			: localRecords(context.records);
	}

	/**
	 * Whether the shop has never handed over anything and too much would go at once: the first order by webhook
	 * would pass for a first handover, and the next poll would send all the others. The poll says so.
	 */
	async isTooEarly(): Promise<boolean> {
		const { firstBatchLimit } = this.settings;
		const hasRecords = Object.keys(this.context.records).length > 0;
		if (this.app.hasHandedOver || firstBatchLimit <= 0 || hasRecords) return false;
		const report = emptyReport();
		const candidates = new Map<string, Candidate>();
		const { client, timeLeftMs, log } = this.context;
		const find = {
			client,
			store: this.store,
			rules: this.rules(0),
			report,
			follow: () => undefined,
			isOutOfTime: () => timeLeftMs() <= 0,
		};
		await findCandidates(find, candidates, undefined);
		if (report.hasOffers) return false;
		const problem = firstBatchProblem(inTurn(candidates.values()), firstBatchLimit);
		if (problem) log.warn(`${problem.message}. ${problem.advice ?? ''}`);
		else if (!report.complete)
			log.warn('The shop was not seen as a whole; left to the safety poll');
		return problem !== undefined || !report.complete;
	}

	async offer(named: NamedOrders): Promise<readonly ItemJson[]> {
		const { wait } = this.context;
		return await lookAgain(wait, async (waitedMs) => await this.look(named, waitedMs));
	}

	private async look(
		named: NamedOrders,
		waitedMs: number,
	): Promise<{ readonly found: readonly ItemJson[]; readonly isEnough: boolean }> {
		const { client, log } = this.context;
		const { orderIds, isWhole } = await ordersNamed(this.context, named);
		const late = new Set(orderIds);
		const items: ItemJson[] = [];
		const batches = offerOrders(this.offerContext(waitedMs, late), orderIds, Infinity);
		const failure = await collectItems(batches, items);
		if (failure !== undefined && items.length === 0) throw failure;
		if (failure !== undefined) {
			log.warn(`Stopped after ${items.length} orders, the rest comes later: ${failure.message}`);
		}
		if (items.length > 0) {
			await markShop(client, this.app, this.shopMs, (text) => {
				log.warn(text);
			});
		}
		// What is recorded must leave now; the others have webhooks of their own, and the safety poll.
		return { found: items, isEnough: items.length > 0 || (late.size === 0 && isWhole) };
	}

	private offerContext(waitedMs: number, late: Set<string>): OfferContext {
		const { client, log, timeLeftMs } = this.context;
		const rules = this.rules(waitedMs);
		return {
			client,
			store: this.store,
			rules,
			item: { ...this.settings.item, confirmsByProgress: !canKeepRecords(this.app) },
			follow: () => undefined,
			seen: ({ id, createdAt, cancelledAt, fulfillmentOrders }) => {
				const isNew = Date.parse(createdAt) > rules.nowMs - NEW_ORDER_MS;
				if (fulfillmentOrders.length > 0 || cancelledAt !== null || !isNew) late.delete(id);
			},
			tell: (text) => {
				log.info(text);
			},
			note: (text) => {
				log.debug(text);
			},
			warn: (text) => {
				// Said once, however often it is looked.
				if (!this.said.has(text)) log.warn(text);
				this.said.add(text);
			},
			isOutOfTime: () => timeLeftMs() <= 0,
		};
	}

	private rules(waitedMs: number): OfferContext['rules'] {
		return rulesFor(this.app, this.settings.rules, this.shopMs + waitedMs);
	}
}
