import type { HandoverRules } from '../domain/assessment';
import { readRecord } from '../domain/handoverRecord';
import type { ItemContext, ItemJson } from '../domain/targetOrder';
import type { AppState } from '../shopify/app';
import { canKeepRecords, readApp, requireReadingScopes } from '../shopify/app';
import type { ShopifyClient } from '../shopify/client';
import { legacyId, toGid } from '../shopify/gid';
import type { Candidate, FindContext, ScanReport } from './findCandidates';
import {
	describeReport,
	emptyReport,
	findCandidates,
	inTurn,
	searchClosed,
} from './findCandidates';
import { firstBatchProblem, markShop } from './firstBatch';
import { collectItems, offerOrders } from './offerOrders';
import type { PollState } from './pollState';
import { localRecords, shopifyRecords } from './recordStore';
import { Watch } from './watch';

/** What an integrator chose, and what this poll is. */
export interface PollSettings {
	/** Ages and pauses are measured against Shopify's clock, which the poll reads itself. */
	readonly rules: Omit<HandoverRules, 'nowMs'>;
	readonly item: ItemContext;
	/** Most items of one poll. */
	readonly ordersPerPoll: number;
	/** Most fulfillment orders of the very first handover; 0 for no limit. */
	readonly firstBatchLimit: number;
	/** False if no Confirm Handover node follows the trigger, as far as that is known. */
	readonly confirmNodeFollows: boolean;
}

/** What a poll works with. */
export interface PollContext {
	readonly client: ShopifyClient;
	/** Milliseconds of the poll's budget that are left. */
	readonly timeLeftMs: () => number;
	readonly log: { info(text: string): void; warn(text: string): void; debug(text: string): void };
}

/** What a poll brings. */
export interface PollResult {
	readonly items: readonly ItemJson[];
	readonly state: PollState;
	readonly report: ScanReport;
}

/** Share of the budget that looking may take; the rest is for offering what was found. */
const SCAN_SHARE = 0.5;
/** Share of the budget that must be left to record more offers after the first ones: they must leave in time. */
const RECORD_SHARE = 0.2;

/**
 * One poll: looks at everything that is not closed, offers what is ready, and records each offer in
 * Shopify before its item leaves. Never depends on what it remembers: `state` only saves work.
 *
 * Fails without having offered anything, or answers the items that were recorded until something
 * failed; the failure is logged and the rest comes with the next poll.
 */
export async function pollOrders(
	context: PollContext,
	settings: PollSettings,
	state: PollState,
): Promise<PollResult> {
	const app = await readApp(context.client);
	requireReadingScopes(app);
	const poll = new Poll(context, settings, state, app);
	const candidates = await poll.find();
	return await poll.offer(candidates);
}

/**
 * The rules of one run. Confirm Change does not reach a record that n8n alone keeps: without `write_orders` nothing is
 * told until it is confirmed, or it would be told for ever.
 */
export function rulesFor(
	app: AppState,
	rules: Omit<HandoverRules, 'nowMs'>,
	nowMs: number,
): HandoverRules {
	return { ...rules, repeatsChanges: rules.repeatsChanges && canKeepRecords(app), nowMs };
}

/** One poll under way. */
class Poll {
	private readonly context: PollContext;
	private readonly settings: PollSettings;
	private readonly rules: HandoverRules;
	private readonly state: PollState;
	private readonly app: AppState;
	private readonly report = emptyReport();
	private readonly following: Map<string, number>;
	private readonly seen = new Set<string>();
	private readonly texts: Record<string, string>;
	private readonly startMs: number;
	private readonly watch: Watch;
	private scanBelow: string | undefined;
	private closedBelow: string | undefined;
	private closedSearchedUntil: string | undefined;

	constructor(context: PollContext, settings: PollSettings, state: PollState, app: AppState) {
		this.context = context;
		this.settings = settings;
		this.rules = rulesFor(app, settings.rules, Date.parse(app.shopTime));
		this.state = state;
		this.app = app;
		this.following = new Map(Object.entries(state.following));
		this.texts = { ...state.records };
		this.startMs = context.timeLeftMs();
		this.watch = new Watch(state, this.rules);
		this.scanBelow = state.scanBelow;
		this.closedBelow = state.closedBelow;
		this.closedSearchedUntil = state.closedSearchedUntil;
	}

	/** Everything that may have something to offer, in the order in which it is to be offered. */
	async find(): Promise<readonly Candidate[]> {
		const { client, timeLeftMs } = this.context;
		const { rules } = this;
		const context = {
			client,
			store: this.store,
			rules,
			report: this.report,
			isNews: this.watch.isNews.bind(this.watch),
			follow: (orderId: string, dueMs: number | null): void => {
				this.seen.add(legacyId(orderId));
				this.follow(orderId, dueMs);
			},
			isOutOfTime: () => timeLeftMs() < this.startMs * (1 - SCAN_SHARE),
		};
		const candidates = new Map<string, Candidate>();
		this.scanBelow = await findCandidates(context, candidates, this.scanBelow);
		await this.searchClosed(context);
		if (this.report.complete && this.state.scanBelow === undefined) {
			for (const id of this.watch.missing()) addHidden(candidates, id);
		}
		// Offers whose fulfillment orders are closed by now, so that no scan shows them.
		for (const [id, dueMs] of this.following) {
			if (dueMs <= rules.nowMs) addHidden(candidates, id);
		}
		return inTurn(candidates.values());
	}

	/**
	 * Offers may have been made that this node does not remember: by a run that died before n8n saved its
	 * static data, or before that was lost. If their fulfillment orders are closed, no scan shows them.
	 */
	private async searchClosed(context: FindContext): Promise<void> {
		// Where nothing was ever handed over there is nothing to search for.
		if (this.app.hasHandedOver) {
			const follow = this.follow.bind(this);
			const { closedSearchedUntil, closedBelow } = this;
			this.closedBelow = await searchClosed(
				{ ...context, follow },
				closedSearchedUntil,
				closedBelow,
			);
		}
		if (this.closedBelow === undefined) this.closedSearchedUntil = this.app.shopTime;
	}

	/** Offers candidates until enough are offered or time is up. */
	async offer(candidates: readonly Candidate[]): Promise<PollResult> {
		this.guardFirstBatch(candidates);
		this.warn();
		if (this.mustSeeMoreFirst()) return { items: [], state: this.nextState(), report: this.report };
		const items: ItemJson[] = [];
		const context = {
			client: this.context.client,
			store: this.store,
			rules: this.rules,
			item: { ...this.settings.item, confirmsByProgress: !canKeepRecords(this.app) },
			follow: (orderId: string, dueMs: number | null): void => {
				this.watch.dealtWith(legacyId(orderId), dueMs !== null);
				this.follow(orderId, dueMs);
			},
			tell: (text: string): void => {
				this.context.log.info(text);
			},
			note: (text: string): void => {
				this.context.log.debug(text);
			},
			warn: (text: string): void => {
				this.context.log.warn(text);
			},
			// The first batch goes as long as there is any time, or a slow shop would never get on.
			isOutOfTime: () =>
				this.context.timeLeftMs() < (items.length > 0 ? this.startMs * RECORD_SHARE : 0),
		};
		const ids = candidates.map(({ orderId }) => orderId);
		const batches = offerOrders(context, ids, this.settings.ordersPerPoll);
		const failure = await collectItems(batches, items);
		if (failure !== undefined && items.length === 0) throw failure;
		if (failure !== undefined) {
			// What is recorded must leave, or it would wait for its pause; the rest comes next time.
			this.context.log.warn(
				`Stopped after ${items.length} orders, the rest comes with the next poll: ${failure.message}`,
			);
		}
		if (items.length > 0) {
			const { client, log } = this.context;
			await markShop(client, this.app, this.rules.nowMs, (text) => {
				log.warn(text);
			});
		}
		return { items, state: this.nextState(), report: this.report };
	}

	private get store(): ReturnType<typeof shopifyRecords> {
		return canKeepRecords(this.app)
			? shopifyRecords(this.context.client)
			: localRecords(this.texts);
	}

	private follow(orderId: string, dueMs: number | null): void {
		if (dueMs === null) this.following.delete(legacyId(orderId));
		else this.following.set(legacyId(orderId), dueMs);
	}

	private guardFirstBatch(candidates: readonly Candidate[]): void {
		if (this.hasHandedOver()) return;
		const problem = firstBatchProblem(candidates, this.settings.firstBatchLimit);
		if (problem) throw problem;
	}

	/**
	 * The first handover waits until the shop was seen as a whole: in this poll, or in the one before
	 * and this one. Half a count would pass by the limit.
	 */
	private mustSeeMoreFirst(): boolean {
		const isGuarded = this.settings.firstBatchLimit > 0 && !this.hasHandedOver();
		return isGuarded && !this.report.complete && this.state.scanBelow === undefined;
	}

	private hasHandedOver(): boolean {
		return (
			this.app.hasHandedOver ||
			this.report.hasOffers ||
			Object.keys(this.state.following).length > 0
		);
	}

	private warn(): void {
		const { log } = this.context;
		log.info(describeReport(this.report, this.rules.filters).join('. '));
		if (!canKeepRecords(this.app)) {
			log.warn(
				'The app lacks the scope write_orders: what was handed over is kept in n8n alone, and in the progress that the shop shows',
			);
		}
		if (
			this.report.overdue > 0 &&
			this.report.confirmed === 0 &&
			!this.settings.confirmNodeFollows
		) {
			log.warn(
				`${this.report.overdue} orders were offered three times or more and none was ever confirmed: add Confirm Handover to the workflow, behind the node that creates the order in the target`,
			);
		}
	}

	private nextState(): PollState {
		return {
			v: 1,
			following: Object.fromEntries(this.following),
			records: canKeepRecords(this.app) ? {} : this.neededRecords(),
			...this.watch.state(),
			...(this.scanBelow !== undefined && { scanBelow: this.scanBelow }),
			...(this.closedBelow !== undefined && { closedBelow: this.closedBelow }),
			...(this.closedSearchedUntil !== undefined && {
				closedSearchedUntil: this.closedSearchedUntil,
			}),
		};
	}

	/**
	 * Records of orders that a complete scan does not show any more are kept as long as such orders are
	 * handed over: a fulfillment that is cancelled to correct its tracking opens their units again.
	 */
	private neededRecords(): Record<string, string> {
		if (!this.report.complete || this.state.scanBelow !== undefined) return this.texts;
		const oldestMs = this.rules.nowMs - this.rules.filters.createdWithinDays * 86_400_000;
		const isNeeded = ([id, text]: [string, string]): boolean =>
			this.seen.has(id) || this.following.has(id) || lastOfferedMs(text) >= oldestMs;
		return Object.fromEntries(Object.entries(this.texts).filter(isNeeded));
	}
}

/** An order that no scan shows, to be read after those that it shows. */
function addHidden(candidates: Map<string, Candidate>, id: string): void {
	const orderId = toGid('Order', id);
	if (candidates.has(orderId)) return;
	const createdAt = '1970-01-01T00:00:00Z';
	candidates.set(orderId, { orderId, orderName: id, createdAt, newFulfillmentOrders: 0 });
}

/** When a record was last offered, in ms; an unreadable one counts as new, so that it is kept. */
function lastOfferedMs(text: string): number {
	try {
		return Math.max(0, ...readRecord(text).offers.map((offer) => Date.parse(offer.lastOfferedAt)));
	} catch {
		return Infinity;
	}
}
