import type { HandoverRules } from '../domain/assessment';
import type { Filters } from '../domain/filters';
import { servesLocation } from '../domain/filters';
import type { HandoverRecord, StoredRecord } from '../domain/handoverRecord';
import { isUnconfirmed, liveOffers } from '../domain/handoverRecord';
import type { FulfillmentOrderState, OrderHead } from '../domain/order';
import { compareLegacyIds, hasReportedProgress } from '../domain/order';
import { nextDueMs, nextLookMs, triage } from '../domain/triage';
import type { Triage } from '../domain/triage';
import { isShippedAsOffered, watchedOffers } from '../domain/watching';
import type { ShopifyClient } from '../shopify/client';
import type { ScannedFulfillmentOrder, ScannedPage } from '../shopify/fulfillmentOrderScan';
import {
	scanClosedFulfillmentOrders,
	scanFulfillmentOrders,
} from '../shopify/fulfillmentOrderScan';
import { legacyId } from '../shopify/gid';
import type { RecordStore } from './recordStore';

/** An order that may have something to offer. */
export interface Candidate {
	readonly orderId: string;
	readonly orderName: string;
	readonly createdAt: string;
	/** Fulfillment orders that look new; 0 if only earlier offers are due again. */
	readonly newFulfillmentOrders: number;
}

/** What a scan has seen, for the log and for people who try the trigger out. */
export interface ScanReport {
	seen: number;
	/** Fulfillment orders that are handed over, or wait for their confirmation. */
	covered: number;
	/** Fulfillment orders left out, by the first filter that leaves them out. */
	readonly leftOut: Map<string, number>;
	/** Orders whose fulfillment orders Shopify names and does not show. */
	readonly withheld: string[];
	/** Orders that are left alone because they, or their handover records, cannot be read. */
	readonly unreadable: string[];
	/** Fulfillment orders set in progress by hand. */
	readonly byHand: string[];
	/** Names of all locations seen, with the number of fulfillment orders. */
	readonly locations: Map<string, number>;
	/** True if an offer was seen: this shop hands over already. */
	hasOffers: boolean;
	/** Offers emitted three times or more, of which none was ever confirmed. */
	overdue: number;
	confirmed: number;
	/** False if the scan ran out of time. */
	complete: boolean;
}

/** A report of nothing. */
export function emptyReport(): ScanReport {
	return {
		seen: 0,
		covered: 0,
		leftOut: new Map(),
		withheld: [],
		unreadable: [],
		byHand: [],
		locations: new Map(),
		hasOffers: false,
		overdue: 0,
		confirmed: 0,
		complete: true,
	};
}

/** What finding candidates works with. */
export interface FindContext {
	readonly client: ShopifyClient;
	readonly store: RecordStore;
	readonly rules: HandoverRules;
	readonly report: ScanReport;
	/** Says of a fulfillment order whether something may have happened to it that its target was not told. */
	readonly isNews?: (
		fulfillmentOrder: FulfillmentOrderState,
		order: OrderHead,
		stored: StoredRecord,
	) => boolean;
	/** Called with each order seen: when its offers are due again, null if it has none that wait. */
	readonly follow: (orderId: string, nextDueMs: number | null) => void;
	/** Says whether there is no time left to go on. */
	readonly isOutOfTime: () => boolean;
}

const DAY_MS = 24 * 3_600_000;
/** Fulfillment orders older than the filter allows are still looked at for so long: offers may wait. */
const SLACK_DAYS = 30;

function horizonOf(filters: Filters, nowMs: number): number {
	return nowMs - (filters.createdWithinDays + SLACK_DAYS) * DAY_MS;
}

/**
 * Looks at all fulfillment orders that are not closed and collects the orders that may have something
 * to offer. Goes on below `below` first where the last scan ran out of time, so that a shop of any size
 * is seen as a whole in the end. Answers where the next scan has to go on; undefined if all was seen.
 */
export async function findCandidates(
	context: FindContext,
	candidates: Map<string, Candidate>,
	below: string | undefined,
): Promise<string | undefined> {
	if (below !== undefined) {
		const stopped = await scan(context, candidates, below);
		if (stopped !== undefined) return stopped;
		if (context.isOutOfTime()) {
			// The end was reached; the next poll begins at the top.
			context.report.complete = false;
			return undefined;
		}
	}
	return await scan(context, candidates, undefined);
}

async function scan(
	context: FindContext,
	candidates: Map<string, Candidate>,
	below: string | undefined,
): Promise<string | undefined> {
	const horizonMs = horizonOf(context.rules.filters, context.rules.nowMs);
	for await (const page of scanFulfillmentOrders(context.client, below)) {
		lookAt(context, page, candidates);
		// Ids grow with time: once a whole page is too old, all that follow are.
		if (Date.parse(page.newestCreatedAt) < horizonMs) return undefined;
		if (context.isOutOfTime()) {
			context.report.complete = false;
			return page.lastId;
		}
	}
	return undefined;
}

function lookAt(context: FindContext, page: ScannedPage, candidates: Map<string, Candidate>): void {
	const { report } = context;
	report.withheld.push(...page.withheld.map(({ orderName }) => orderName));
	report.unreadable.push(...page.unreadable.map(({ orderName }) => orderName));
	for (const found of page.found) {
		report.seen += 1;
		const { name } = found.fulfillmentOrder.location;
		report.locations.set(name, (report.locations.get(name) ?? 0) + 1);
		lookAtOne(context, found, candidates);
	}
}

function lookAtOne(
	{ store, rules, report, follow, isNews }: FindContext,
	{ fulfillmentOrder, order, stored }: ScannedFulfillmentOrder,
	candidates: Map<string, Candidate>,
): void {
	const overlaid = stored && store.overlay(order.id, stored, [fulfillmentOrder], rules.nowMs);
	if (!overlaid) {
		report.unreadable.push(order.name);
		return;
	}
	const { record } = overlaid;
	countOffers(report, record);
	follow(order.id, nextLookMs(record, rules));
	const news = isNews?.(fulfillmentOrder, order, overlaid);
	const judged = triage(fulfillmentOrder, order, record, rules, news);
	countJudged(report, judged);
	const untouched = liveOffers(record).length === 0;
	if (judged.kind === 'leftOut' && untouched && hasReportedProgress(fulfillmentOrder)) {
		report.byHand.push(order.name);
	}
	if (judged.kind !== 'covered' && judged.kind !== 'leftOut') {
		addCandidate(candidates, order, judged.kind === 'new' ? 1 : 0);
	}
}

function addCandidate(candidates: Map<string, Candidate>, order: OrderHead, fresh: number): void {
	const known = candidates.get(order.id);
	candidates.set(order.id, {
		orderId: order.id,
		orderName: order.name,
		createdAt: order.createdAt,
		newFulfillmentOrders: (known?.newFulfillmentOrders ?? 0) + fresh,
	});
}

function countJudged(report: ScanReport, judged: Triage): void {
	if (judged.kind === 'covered' || judged.kind === 'changed') report.covered += 1;
	if (judged.kind === 'leftOut') count(report.leftOut, judged.reasons[0]?.filter ?? 'Ready');
}

function countOffers(report: ScanReport, record: HandoverRecord): void {
	for (const offer of liveOffers(record)) {
		report.hasOffers = true;
		if (offer.confirmedAt !== undefined) report.confirmed += 1;
		else if (isUnconfirmed(offer) && offer.attempts >= 3) report.overdue += 1;
	}
}

function count(counts: Map<string, number>, name: string): void {
	counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Closed fulfillment orders are searched again for so long back: Shopify's index may lag behind. */
const CLOSED_OVERLAP_MS = 10 * 60_000;

/**
 * Searches closed fulfillment orders for offers that were made and never confirmed, and for those that may have
 * changed since their targets were told: their orders are followed again. `searchedUntil` leaves out what was
 * searched before; without it all are searched, as far back as orders are handed over. Answers where to go on, if it
 * ran out of time.
 */
export async function searchClosed(
	context: FindContext,
	searchedUntil: string | undefined,
	below: string | undefined,
): Promise<string | undefined> {
	const horizonMs = horizonOf(context.rules.filters, context.rules.nowMs);
	const updatedSince =
		searchedUntil && new Date(Date.parse(searchedUntil) - CLOSED_OVERLAP_MS).toISOString();
	const pages = scanClosedFulfillmentOrders(context.client, { belowId: below, updatedSince });
	for await (const page of pages) {
		for (const found of page.found) followClosed(context, found);
		if (Date.parse(page.newestCreatedAt) < horizonMs) return undefined;
		if (context.isOutOfTime()) return page.lastId;
	}
	return undefined;
}

function followClosed(
	{ store, rules, follow }: FindContext,
	{ fulfillmentOrder, order, stored }: ScannedFulfillmentOrder,
): void {
	const overlaid = stored && store.overlay(order.id, stored, [fulfillmentOrder], rules.nowMs);
	if (!overlaid) return;
	const { record } = overlaid;
	const serves = (id: string | null): boolean => servesLocation(rules.filters, id);
	const isShipped = isShippedAsOffered(fulfillmentOrder, order, record);
	const mayHaveNews = watchedOffers(record, serves).length > 0 && !isShipped;
	const due = nextDueMs(record, rules);
	if (mayHaveNews) follow(order.id, rules.nowMs);
	else if (due !== null) follow(order.id, due);
}

/** New ones first, and among them and among the others the oldest order first. */
export function inTurn(candidates: Iterable<Candidate>): readonly Candidate[] {
	return [...candidates].sort(
		(one, other) =>
			Number(other.newFulfillmentOrders > 0) - Number(one.newFulfillmentOrders > 0) ||
			Date.parse(one.createdAt) - Date.parse(other.createdAt) ||
			// Shopify's times are whole seconds; ids grow within one.
			compareLegacyIds(legacyId(one.orderId), legacyId(other.orderId)),
	);
}

/** What a scan has seen, in sentences; the reader is an integrator who asks why nothing comes. */
export function describeReport(report: ScanReport, filters: Filters): readonly string[] {
	const sentences = [`${report.seen} fulfillment orders seen that are not closed`];
	if (report.covered > 0) {
		sentences.push(`${report.covered} are handed over, or wait for their confirmation`);
	}
	for (const [filter, number] of report.leftOut) {
		sentences.push(`${number} left out by ${filter}`);
	}
	if (report.withheld.length > 0) {
		const named = firstOf(report.withheld);
		sentences.push(
			`${report.withheld.length} belong to orders that Shopify withholds (${named}): orders older than 60 days need the scope read_all_orders`,
		);
	}
	if (report.unreadable.length > 0) {
		sentences.push(
			`${report.unreadable.length} are left alone because they, or their handover records, cannot be read (${firstOf(report.unreadable)})`,
		);
	}
	if (report.byHand.length > 0) {
		sentences.push(
			`${report.byHand.length} were set in progress by hand and never handed over (${firstOf(report.byHand)}): hand them over with Get Many`,
		);
	}
	if (filters.locations.length === 0 && report.locations.size > 1) {
		const named = [...report.locations].map(([name, number]) => `${name} (${number})`).join(', ');
		sentences.push(`The shop ships from several locations and none is chosen: ${named}`);
	}
	if (!report.complete)
		sentences.push('The scan ran out of time; the next poll goes on where it stopped');
	return sentences;
}

function firstOf(names: readonly string[]): string {
	const shown = [...new Set(names)].slice(0, 5).join(', ');
	return names.length > 5 ? `${shown}, …` : shown;
}
