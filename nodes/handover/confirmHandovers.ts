import type { Confirmation, Confirmed, ConfirmationResult } from '../domain/confirmation';
import { confirmOffer } from '../domain/confirmation';
import type { FulfillmentOrderState, Units } from '../domain/order';
import { hasReportedProgress, isShippable } from '../domain/order';
import { InputProblem } from '../domain/problem';
import type { HandoverRecord } from '../domain/handoverRecord';
import { canKeepRecords, readApp } from '../shopify/app';
import type { ShopifyClient } from '../shopify/client';
import { failureIn } from '../shopify/failure';
import { RECORDS_PER_CALL, storeRecords } from '../shopify/handoverRecords';
import type { RecordedOrder } from '../shopify/orderStates';
import { readOrderStates } from '../shopify/orderStates';
import { reportProgress } from '../shopify/progress';
import { inParallel } from '../shopify/inParallel';

/** One target order that a target says it has. */
export interface ConfirmRequest {
	/** Global id of the order. */
	readonly orderId: string;
	readonly key: string;
	readonly attempt?: number;
	readonly reference?: string;
	/** Units by legacy id of the order line, see `Confirmation`. */
	readonly shippedByTarget?: Units;
	/** Target order number, for the note that staff read. */
	readonly orderNumber?: string;
}

/** What came of a confirmation. */
export interface ConfirmAnswer {
	readonly result: ConfirmationResult;
	/** Legacy ids of the fulfillment orders that read *In progress* now. */
	readonly inProgress: readonly string[];
	/** Why Shopify refused progress, in its own words; null if it did not. */
	readonly progressRefused: string | null;
}

/** Confirmations of one order under way. */
interface Work {
	readonly orderId: string;
	readonly requests: readonly { readonly index: number; readonly request: ConfirmRequest }[];
}

interface Plan {
	readonly record: HandoverRecord;
	readonly changed: boolean;
	readonly answers: ReadonlyMap<number, { request: ConfirmRequest; confirmed: Confirmed } | Error>;
}

interface Planned {
	readonly work: Work;
	readonly order: RecordedOrder | undefined;
	readonly plan: Plan;
}

/** Progress reports under way at once; the throttle decides how fast they really go. */
const WIDTH = 8;
/** How often an order that others write at the same time is tried again. */
const MAX_TRIES = 5;

/**
 * Records that a target has what it was offered, and makes the fulfillment orders read *In progress*.
 * Answers in the order of the requests; one that fails does not stop the others.
 *
 * May be repeated: a second time it answers `alreadyConfirmed`. Progress comes before the record,
 * because a run that ends between the two leaves an offer that comes again and is confirmed again,
 * and not a confirmed one that staff see as untouched.
 */
export async function confirmHandovers(
	client: ShopifyClient,
	requests: readonly ConfirmRequest[],
	run: string,
): Promise<readonly (ConfirmAnswer | Error)[]> {
	const app = await readApp(client);
	const nowMs = Date.parse(app.shopTime);
	const works = groupByOrder(requests);
	const orders = await readByOrder(
		client,
		works.map(({ orderId }) => orderId),
	);
	const results: (ConfirmAnswer | Error)[] = requests.map(
		() => new InputProblem('The confirmation was not reached'),
	);
	const planned = works.map((work): Planned => {
		const order = orders.get(work.orderId);
		return { work, order, plan: planOf(work, order, nowMs, run) };
	});
	const progressed = await inParallel(
		planned,
		WIDTH,
		async ({ plan }) => await progressOf(client, plan),
	);
	const toStore = planned.flatMap((one, at) => {
		const progress = progressed[at] ?? new Error('No answer');
		takeAnswers(results, one, progress);
		if (!one.plan.changed || progress instanceof Error) return [];
		return [{ ...one, plan: withProgress(one.plan, progress.done) }];
	});
	if (!canKeepRecords(app)) return results;
	for (let start = 0; start < toStore.length; start += RECORDS_PER_CALL) {
		const batch = toStore.slice(start, start + RECORDS_PER_CALL);
		await storeBatch(client, batch, results, nowMs, run);
	}
	return results;
}

/** Answers the requests of one order; if its progress failed, they failed. */
function takeAnswers(
	results: (ConfirmAnswer | Error)[],
	{ work, plan }: Planned,
	progress: Progress | Error,
): void {
	for (const { index } of work.requests) {
		const answer = plan.answers.get(index) ?? new Error('No answer');
		if (answer instanceof Error) results[index] = answer;
		else
			results[index] = progress instanceof Error ? progress : toAnswer(answer.confirmed, progress);
	}
}

function groupByOrder(requests: readonly ConfirmRequest[]): readonly Work[] {
	const groups = new Map<string, { index: number; request: ConfirmRequest }[]>();
	for (const [index, request] of requests.entries()) {
		const group = groups.get(request.orderId) ?? [];
		group.push({ index, request });
		groups.set(request.orderId, group);
	}
	return [...groups].map(([orderId, group]) => ({ orderId, requests: group }));
}

async function readByOrder(
	client: ShopifyClient,
	orderIds: readonly string[],
): Promise<ReadonlyMap<string, RecordedOrder>> {
	const orders = await readOrderStates(client, orderIds);
	return new Map(orders.map((one) => [one.order.id, one]));
}

/** Works out all confirmations of one order, one after the other. */
function planOf(work: Work, recorded: RecordedOrder | undefined, nowMs: number, run: string): Plan {
	const answers = new Map<number, { request: ConfirmRequest; confirmed: Confirmed } | Error>();
	if (!recorded?.stored) {
		for (const { index } of work.requests) answers.set(index, problemWith(work, recorded));
		return { record: { offers: [], shippedBefore: {} }, changed: false, answers };
	}
	const { order, stored } = recorded;
	let { record } = stored;
	for (const { index, request } of work.requests) {
		const { key, attempt, reference, shippedByTarget } = request;
		const confirmation: Confirmation = {
			key,
			nowMs,
			run,
			...(attempt !== undefined && { attempt }),
			...(reference !== undefined && { reference }),
			...(shippedByTarget && { shippedByTarget }),
		};
		try {
			const confirmed = confirmOffer(order, record, confirmation);
			record = confirmed.record;
			answers.set(index, { request, confirmed });
		} catch (error) {
			answers.set(index, error instanceof Error ? error : new Error(String(error)));
		}
	}
	return { record, changed: record !== stored.record, answers };
}

function problemWith(work: Work, recorded: RecordedOrder | undefined): InputProblem {
	if (recorded) {
		return new InputProblem(
			`The handover record of order ${recorded.order.name} cannot be read, so nothing was changed`,
			{ advice: 'It was written by a newer version of this package: update it' },
		);
	}
	return new InputProblem(`Order ${work.orderId} does not exist, or this app may not see it`, {
		path: 'orderId',
		advice: 'Check the order id; orders older than 60 days need the scope read_all_orders',
	});
}

interface Progress {
	readonly done: ReadonlySet<string>;
	readonly refused: string | null;
}

/** Reports progress on the fulfillment orders that carry what is confirmed. Fails as the client fails. */
async function progressOf(client: ShopifyClient, plan: Plan): Promise<Progress> {
	const done = new Set<string>();
	let refused: string | null = null;
	for (const answer of plan.answers.values()) {
		if (answer instanceof Error) continue;
		const note = noteOf(answer.request);
		for (const carrier of answer.confirmed.carriers.filter(takesProgress)) {
			if (done.has(carrier.legacyId)) continue;
			const result = await reportProgress(client, carrier.id, note);
			if (result.done) done.add(carrier.legacyId);
			else refused = result.reason;
		}
	}
	return { done, refused };
}

/** The plan with what the shop shows of each handover that is confirmed: staff may take it back. */
function withProgress(plan: Plan, done: ReadonlySet<string>): Plan {
	const keys = [...plan.answers.values()].flatMap((answer) => {
		if (answer instanceof Error) return [];
		const { carriers } = answer.confirmed;
		const isShown = carriers.every((one) => hasReportedProgress(one) || done.has(one.legacyId));
		return carriers.length > 0 && isShown ? [answer.request.key] : [];
	});
	const offers = plan.record.offers.map((offer) =>
		keys.includes(offer.key) && offer.confirmedAt !== undefined
			? { ...offer, told: { ...offer.told, progress: true } }
			: offer,
	);
	return { ...plan, record: { ...plan.record, offers } };
}

/**
 * Delivery methods and states that refuse progress are not asked: their record alone counts. One that
 * is in progress by a part shipment alone is asked, so that Shopify keeps it from being moved as well.
 */
function takesProgress(fulfillmentOrder: FulfillmentOrderState): boolean {
	return (
		isShippable(fulfillmentOrder) &&
		!hasReportedProgress(fulfillmentOrder) &&
		fulfillmentOrder.supportedActions.includes('REPORT_PROGRESS')
	);
}

/** What staff read in Shopify. */
function noteOf({ orderNumber, reference, key }: ConfirmRequest): string {
	const named = orderNumber ? `order ${orderNumber}` : `key ${key}`;
	return `Handed over as ${named}${reference ? `, reference ${reference}` : ''}`;
}

function toAnswer({ result, carriers }: Confirmed, progress: Progress): ConfirmAnswer {
	return {
		result,
		inProgress: carriers
			.filter((one) => one.status === 'IN_PROGRESS' || progress.done.has(one.legacyId))
			.map(({ legacyId }) => legacyId),
		progressRefused: progress.refused,
	};
}

async function storeBatch(
	client: ShopifyClient,
	batch: readonly Planned[],
	results: (ConfirmAnswer | Error)[],
	nowMs: number,
	run: string,
): Promise<void> {
	try {
		const stored = await storeRecords(
			client,
			batch.map(({ work, order, plan }) => ({
				orderId: work.orderId,
				digest: order?.stored?.digest ?? null,
				record: plan.record,
			})),
		);
		if (stored) return;
	} catch (error) {
		const failure = error instanceof Error ? error : new Error(String(error));
		if (failureIn(failure)?.kind !== 'rejected') {
			for (const { work } of batch) {
				for (const { index } of work.requests) results[index] = failure;
			}
			return;
		}
	}
	// Somebody else has written one of them, Shopify refuses one of them, or our own answer was lost: one
	// by one, as they are now, so that none stops the others.
	await inParallel(batch, WIDTH, async ({ work }) => {
		const answers = await storeOne(client, work, nowMs, run).catch((error: unknown) =>
			error instanceof Error ? error : new Error(String(error)),
		);
		for (const { index } of work.requests) {
			const answer = answers instanceof Error ? answers : answers.get(index);
			if (answer instanceof Error) results[index] = answer;
			else if (answer) results[index] = afterAll(results[index], answer.confirmed.result);
		}
	});
}

/**
 * The answer after the order was read again: what it is now, superseded for one. But our own write that was
 * answered too late reads "already confirmed": then the first answer holds.
 */
function afterAll(
	first: ConfirmAnswer | Error | undefined,
	result: ConfirmationResult,
): ConfirmAnswer | Error {
	if (first === undefined) return new Error('No answer');
	if (first instanceof Error || result === 'alreadyConfirmed') return first;
	return { ...first, result };
}

/** Records one order's confirmations against others who write it at the same time. */
async function storeOne(
	client: ShopifyClient,
	work: Work,
	nowMs: number,
	run: string,
): Promise<Plan['answers']> {
	for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
		const recorded = (await readByOrder(client, [work.orderId])).get(work.orderId);
		const plan = withProgress(planOf(work, recorded, nowMs, run), new Set());
		if (!plan.changed) return plan.answers;
		const digest = recorded?.stored?.digest ?? null;
		if (await storeRecords(client, [{ orderId: work.orderId, digest, record: plan.record }])) {
			return plan.answers;
		}
	}
	throw new InputProblem(
		`The handover of order ${work.orderId} could not be recorded: others write it all the time`,
		{ advice: 'Run the node again; confirming twice does no harm' },
	);
}
