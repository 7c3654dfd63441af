import type { PlannedLevel } from '../domain/stockPlan';
import type { QuantityName } from '../domain/stockItem';
import type { ShopifyClient } from '../shopify/client';
import { ShopifyError } from '../shopify/failure';
import { idempotencyKey } from '../shopify/idempotencyKey';
import type { QuantityProblem } from '../shopify/stockWrites';
import { setQuantities } from '../shopify/stockWrites';

/** A level on its way to Shopify. */
export interface PendingLevel {
	readonly planned: PlannedLevel;
	/** Units when the feed first knew them: others' changes are counted from here. */
	readonly first: number;
	/** Units when it was read last: Shopify is to change it only if it still has them. */
	readonly changeFrom: number;
	/** When Shopify had changed it last by then. */
	readonly updatedAt: string;
	/** Units that Shopify is to have. */
	readonly goal: number;
	readonly adjustedBy: number;
	readonly activated: boolean;
	/** Whether a write before may have been done in spite of Shopify's answer. */
	readonly mayBeDone: boolean;
}

/** What all batches of a run have in common. */
export interface BatchContext {
	readonly client: ShopifyClient;
	readonly wait: (milliseconds: number) => Promise<void>;
	readonly quantityName: QuantityName;
	readonly reason: string;
	readonly feedId: string;
	/** Which time round the levels are tried, from 1. */
	readonly round: number;
	/** Is told the key of each call. */
	readonly noteKey: (key: string) => void;
}

/** What came of a level in a batch. */
export type BatchEnd =
	| { readonly end: 'set' }
	/** Shopify's words. */
	| { readonly end: 'refused'; readonly message: string }
	/** Somebody else changed it, or it may be done or not: it has to be read again. */
	| { readonly end: 'readAgain'; readonly mayBeDone: boolean }
	| { readonly end: 'notStocked' };

const STALE = new Set(['CHANGE_FROM_QUANTITY_STALE', 'COMPARE_QUANTITY_STALE']);
/** Complaints about the whole call: no row could be better than another. */
const WHOLE_CALL = new Set(['INVALID_NAME', 'INVALID_REASON', 'INVALID_REFERENCE_DOCUMENT']);
/** The key was used by an attempt that did nothing, or for something else: another key is needed. */
const KEY_IS_SPENT = new Set([
	'IDEMPOTENCY_KEY_PARAMETER_MISMATCH',
	'IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED',
]);
const MOST_KEYS = 5;
const MOST_WAITS = 6;

/**
 * Where the merchant finds the run in Shopify's inventory history. Shopify asks for a URI with a scheme (Admin API
 * 2026-07, `referenceDocumentUri`).
 */
export function referenceDocumentUri(feedId: string): string {
	return `gid://n8n-nodes-shopify-fulfillment/StockFeed/${encodeURIComponent(feedId)}`;
}

/**
 * Writes up to 250 levels, all or none at a time: rows that Shopify names are taken out and the others sent again,
 * under another key since they are another call. Every level has one end. Fails as the client fails; then it is not
 * known which of those without an end are done.
 */
export async function writeBatch(
	context: BatchContext,
	levels: readonly PendingLevel[],
	ended: (level: PendingLevel, end: BatchEnd) => void,
): Promise<void> {
	let rest = levels;
	while (rest.length > 0) {
		const { problems, isDone } = await send(context, rest);
		if (problems.length === 0) {
			for (const level of rest) ended(level, { end: 'set' });
			return;
		}
		const named = new Map(
			problems.flatMap((one) => (one.row === null ? [] : [[one.row, one] as const])),
		);
		if (named.size === 0) {
			await withoutNames(context, rest, problems, isDone, ended);
			return;
		}
		for (const [row, problem] of named) {
			const level = rest[row];
			if (level) ended(level, endOf(problem));
		}
		const others = rest.filter((_, row) => !named.has(row));
		if (isDone) {
			// Shopify may have done the good rows, which no recorded answer shows: seen when they are read again.
			for (const level of others) ended(level, { end: 'readAgain', mayBeDone: true });
			return;
		}
		rest = others;
	}
}

function endOf({ code, message }: QuantityProblem): BatchEnd {
	if (code !== null && STALE.has(code)) return { end: 'readAgain', mayBeDone: false };
	if (code === 'ITEM_NOT_STOCKED_AT_LOCATION') return { end: 'notStocked' };
	return { end: 'refused', message };
}

/** Shopify complains and does not say about which row: halves are tried until it is known. */
async function withoutNames(
	context: BatchContext,
	levels: readonly PendingLevel[],
	problems: readonly QuantityProblem[],
	isDone: boolean,
	ended: (level: PendingLevel, end: BatchEnd) => void,
): Promise<void> {
	const [first] = problems;
	if (!first) return;
	if (isDone) {
		for (const level of levels) ended(level, { end: 'readAgain', mayBeDone: true });
		return;
	}
	if (levels.length === 1 || WHOLE_CALL.has(first.code ?? '')) {
		for (const level of levels) ended(level, endOf(first));
		return;
	}
	const middle = Math.ceil(levels.length / 2);
	await writeBatch(context, levels.slice(0, middle), ended);
	await writeBatch(context, levels.slice(middle), ended);
}

/** Sends a call until it is neither under way elsewhere nor under a key that is spent. */
async function send(
	context: BatchContext,
	levels: readonly PendingLevel[],
): ReturnType<typeof setQuantities> {
	const { client, quantityName, reason, feedId, round } = context;
	const rows = levels.map(({ planned: { target }, goal, changeFrom }) => ({
		inventoryItemId: target.item.id,
		locationId: target.location.id,
		quantity: goal,
		changeFromQuantity: changeFrom,
	}));
	// What was read is part of the key: a later call with the same figures is another call, if anything has changed
	// in between.
	const states = levels.map(({ updatedAt }) => updatedAt);
	const call = { quantityName, reason, referenceDocumentUri: referenceDocumentUri(feedId), rows };
	let waits = 0;
	for (let turn = 0; turn < MOST_KEYS; ) {
		const key = idempotencyKey([client.shop, feedId, call, states, round, turn]);
		context.noteKey(key);
		const result = await setQuantities(client, call, key);
		const codes = result.problems.map(({ code }) => code ?? '');
		if (codes.includes('IDEMPOTENCY_CONCURRENT_REQUEST')) {
			// The same call is under way, or its answer was lost and it still runs: the same key tells its result.
			waits += 1;
			if (waits > MOST_WAITS) break;
			await context.wait(500 * 2 ** waits);
		} else if (codes.some((code) => KEY_IS_SPENT.has(code))) turn += 1;
		else return result;
	}
	throw new ShopifyError({ kind: 'unreadable', what: 'the same call is under way all the time' });
}
