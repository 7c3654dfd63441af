import type { Order } from '../shop';
import { changeWorkflow } from './changeWorkflow';
import { note, settled, until, type Check } from './checks';
import { compareUnits } from './compareUnits';
import { notInProgress } from './demoShop';
import type { Middle } from './middle';
import type { Execution, WorkflowNode } from './n8nApi';
import { pollOnce } from './pollAfter';
import type { QueueHost, WorkerProcess } from './queueHost';
import type { QueueServers } from './queueServers';
import { finishedExecutions, UNFINISHED } from './scene';
import { checkBurst, checkRepeats } from './webhooks';
import {
	addressOf,
	arrive,
	checkSubscribed,
	EVERY_MINUTE,
	quiet,
	RARELY,
	receiveByWebhook,
	subscribedAt,
	TRIGGER,
} from './webhookRuns';

/** Shop and warehouse, and an n8n of several processes between them. */
export interface QueueStage {
	readonly middle: Middle;
	readonly host: QueueHost;
	readonly servers: QueueServers;
	readonly check: Check;
}

/** An execution with the times that n8n gives it. */
export type TimedExecution = Execution & {
	readonly startedAt: string | null;
	readonly stoppedAt: string | null;
};

const POLLS = 6;
const ORDERS_PER_POLL = 10;
/** The warehouse answers so late that one execution lasts until the next polls have begun theirs. */
const ANSWERS_AFTER_MS = 4000;
/** Orders of one moment, each with four webhooks or more. */
const BURST = 12;
/** After a kill n8n may need minutes until it activates a workflow again. */
export const ARRIVES_WITHIN_MS = 200_000;
const GOODS = ['MUG-STN-350', 'BLK-WOL-GRY', 'CDL-BEE-240', 'SOAP-OLV-3PK', 'LMP-BRS-DSK'];

/** Orders of several polls: the workers share the executions, and what the trigger remembers outlives them. */
export async function checkQueuePolls(stage: QueueStage): Promise<void> {
	const { middle, host, servers, check } = stage;
	const { shop, target } = middle;
	const [before, repeats] = [await idsOf(host), repeatsAt(middle)];
	await receiveByPoll(stage, RARELY);
	target.faults.delayMs = ANSWERS_AFTER_MS;
	const orders: Order[] = [];
	for (let poll = 0; poll < POLLS; poll += 1) {
		orders.push(...placeOrders(middle, ORDERS_PER_POLL));
		await pollOnce(host);
	}
	// n8n writes it without waiting, with the poll's items.
	const last = orders.slice(-ORDERS_PER_POLL).map(({ legacyId }) => String(legacyId));
	const remembersLast = (text: string): boolean => last.every((id) => text.includes(`"${id}"`));
	const during = await settled(() => pollStateOf(stage), remembersLast);
	const running = (await host.api.executions(host.workflowId)).filter(isUnfinished);
	note(`${running.length} executions ran when the last poll had written its state`);
	await arriveAll(stage, orders);
	target.faults.delayMs = 0;
	const made = (await finishedExecutions(host)).filter(({ id }) => !before.has(id));
	check('what the last poll remembered was written', true, remembersLast(during));
	check('some executions ended after that', true, running.length > 0);
	check('and left it as it was', during, await pollStateOf(stage));
	await checkEachOnce('polled', stage, repeats);
	check('each poll made one execution', POLLS, made.length);
	await checkShared('of the polls', made, stage);

	await pollOnce(host);
	const again = (await finishedExecutions(host)).filter(({ id }) => !before.has(id));
	check('another poll finds nothing to do', POLLS, again.length);
	const [row] = await servers.query(
		`select count(*) from execution_entity where status not in ('success')`,
	);
	check('the database knows of no execution that did not succeed', '0', row);
	note(`${shop.state.orders.size} orders in ${POLLS} polls`);
}

/** Webhooks about the same orders reach two workers: each order is offered by one execution alone. */
export async function checkQueueWebhooks(stage: QueueStage): Promise<void> {
	const { middle, host, check } = stage;
	const { shop } = middle;
	const repeats = repeatsAt(middle);
	await host.api.unpublish(host.workflowId);
	await finishedExecutions(host);
	await receiveByWebhook(host, middle, RARELY);
	await host.api.publish(host.workflowId);
	await checkSubscribed('published', stage);
	const burst = await checkBurst(stage, BURST);
	await checkShared('of the burst', burst, stage);
	await checkRepeats(stage);

	const subscribed = subscribedAt(shop, addressOf(host));
	await host.main.kill();
	const [order] = placeOrders(middle, 1);
	await host.main.start();
	if (order) await arriveAll(stage, [order]);
	check(
		'started after a kill, n8n uses the same subscriptions',
		subscribed,
		subscribedAt(shop, addressOf(host)),
	);
	await checkSubscribed('after a kill', stage);
	await checkEachOnce('by webhook', stage, repeats);
	await checkWithoutRecord(stage);
	await host.api.unpublish(host.workflowId);
}

/**
 * For an app without `write_orders` an order has no record, and a worker does not know what the other has offered:
 * the warehouse recognises what comes again.
 */
async function checkWithoutRecord(stage: QueueStage): Promise<void> {
	const { middle, host } = stage;
	const { shop } = middle;
	const { accessScopes } = shop.settings;
	const [before, repeats] = [await idsOf(host), repeatsAt(middle)];
	shop.settings.accessScopes = accessScopes.filter((scope) => scope !== 'write_orders');
	const orders = placeOrders(middle, BURST / 2);
	for (const { id } of orders) {
		shop.addTags(id, ['gift']);
		shop.changeNote(id, 'Ring twice');
	}
	await arriveAll(stage, orders);
	const made = (await quiet(host, middle)).filter(({ id }) => !before.has(id));
	await checkEachOnce('without write_orders', stage);
	const offers = await attemptsOf(made, host);
	note(
		`without write_orders: ${orders.length} orders, ${offers.length} offers by ${made.length} executions, ${repeatsAt(middle) - repeats} sent twice and kept once`,
	);
	shop.settings.accessScopes = accessScopes;
}

/** The scheduler that keeps polls and their state in the database; for an n8n that was started with it. */
export async function checkDurable(stage: QueueStage): Promise<void> {
	const { middle, host, servers, check } = stage;
	const [before, repeats] = [await idsOf(host), repeatsAt(middle)];
	await receiveByPoll(stage, EVERY_MINUTE);
	const orders = [...placeOrders(middle, ORDERS_PER_POLL)];
	await host.api.publish(host.workflowId);
	await arriveAll(stage, orders);
	await finishedExecutions(host);
	const jobs = await servers.query(
		`select "workflowId" from poller_state where "workflowId" = '${host.workflowId}'`,
	);
	check('the scheduler keeps the state of the poll', [host.workflowId], jobs);
	const cursor = await cursorOf(stage);
	check('which is the one of this trigger', true, cursor.includes('"v":1'));

	await host.main.stop();
	orders.push(...placeOrders(middle, ORDERS_PER_POLL / 2));
	const kept = await cursorOf(stage);
	await host.main.start();
	await arriveAll(stage, orders);
	await checkEachOnce('by the durable scheduler', stage, repeats);
	const made = (await finishedExecutions(host)).filter(({ id }) => !before.has(id));
	const attempts = await attemptsOf(made, host);
	check(
		'each was offered once, over a restart too',
		orders.map(({ name }) => `${name} 1`).sort(),
		attempts,
	);
	const searched = (text: string): string =>
		/"closedSearchedUntil":"([^"]+)"/.exec(text)?.[1] ?? '';
	check(
		'the state goes on from where it was',
		true,
		searched(kept) !== '' && searched(await cursorOf(stage)) >= searched(kept),
	);
	note(`${made.length} executions for ${orders.length} orders`);
	await host.api.unpublish(host.workflowId);
}

/** Has the workflow poll, and leaves it unpublished. */
export async function receiveByPoll(
	{ host, middle }: QueueStage,
	pollTimes: object,
	options: object = {},
): Promise<void> {
	await host.api.unpublish(host.workflowId);
	await changeWorkflow(host, middle.ends.targetUrl, (node): WorkflowNode => {
		if (node.name !== TRIGGER) return node;
		return { ...node, parameters: { ...node.parameters, pollTimes, options } };
	});
}

/** Places orders of one to three lines with one to four units each. */
export function placeOrders({ shop }: Middle, count: number): readonly Order[] {
	return Array.from({ length: count }, (_, index) => {
		const lines = Array.from({ length: 1 + (index % 3) }, (_unused, line) => ({
			sku: GOODS[(index + line) % GOODS.length] ?? null,
			quantity: 1 + ((index + line) % 4),
		}));
		return shop.placeOrder({ lines });
	});
}

/** Waits until these are in the warehouse and nothing is left to hand over. */
export async function arriveAll({ middle }: QueueStage, orders: readonly Order[]): Promise<void> {
	const names = orders.map(({ name }) => name);
	await arrive(middle, names, ARRIVES_WITHIN_MS);
	await until(() => notInProgress(middle.shop).length === 0);
}

/**
 * What both ends hold of all orders that were ever placed.
 *
 * @param repeated how often orders came to the warehouse again before; absent if they may come again
 */
export async function checkEachOnce(
	what: string,
	{ middle, check }: QueueStage,
	repeated?: number,
): Promise<void> {
	const { shop, target } = middle;
	await until(() => notInProgress(shop).length === 0);
	const placed = [...shop.state.orders.values()].map(({ name }) => name);
	// A split order is there in two parts, the second with a longer number.
	const there = target.orders().map(({ orderNumber }) => orderNumber);
	const whole = there.filter((number) => /^#\d+$/.test(number));
	check(`${what}: each order is in the warehouse once`, placed.sort(), whole.sort());
	check(`${what}: none has a number twice`, there.length, new Set(there).size);
	const units = compareUnits(middle);
	check(`${what}: each line has as many units there as were ordered`, [], units.differing);
	check(`${what}: each is in progress in the shop`, [], notInProgress(shop));
	if (repeated !== undefined) check(`${what}: nothing was sent twice`, repeated, repeatsAt(middle));
	note(`${placed.length} orders, ${units.ordered} units ordered, ${units.arrived} arrived`);
}

/** Orders that came to the warehouse again, which it recognised: all times since it was opened. */
export function repeatsAt({ target }: Middle): number {
	return target.orders().reduce((sum, one) => sum + one.repeats, 0);
}

/** Each execution ran on one worker, and each worker ran some. */
async function checkShared(
	what: string,
	executions: readonly Execution[],
	{ host, check }: QueueStage,
): Promise<void> {
	const ids = new Set(executions.map(({ id }) => id));
	const shares = await Promise.all(
		host.workers.map(async (worker) => [...(await worker.started())].filter((id) => ids.has(id))),
	);
	const counts = shares.map((share, index) => `${share.length} on ${nameOf(host, index)}`);
	note(
		`executions ${what}: ${counts.join(', ')}; ${pairsAtOnce(executions, shares)} pairs at once`,
	);
	check(
		`the executions ${what} ran on workers, each on one`,
		[...ids].sort(),
		shares.flat().sort(),
	);
	const idle = host.workers.filter((_, index) => shares[index]?.length === 0);
	check(
		`and each worker ran some ${what}`,
		[],
		idle.map(({ name }) => name),
	);
	const failed = executions.filter(({ status }) => status !== 'success');
	check(`every execution ${what} succeeded`, [], failed);
}

const nameOf = ({ workers }: QueueHost, index: number): string => workers[index]?.name ?? '';

/** Pairs of executions that ran at the same time on different workers. */
function pairsAtOnce(
	executions: readonly Execution[],
	[first = [], second = []]: readonly (readonly string[])[],
): number {
	const spans = new Map(
		(executions as readonly TimedExecution[]).map(({ id, startedAt, stoppedAt }) => [
			id,
			{ from: Date.parse(startedAt ?? ''), to: Date.parse(stoppedAt ?? '') },
		]),
	);
	const overlap = (one: string, other: string): boolean => {
		const [a, b] = [spans.get(one), spans.get(other)];
		return a !== undefined && b !== undefined && a.from < b.to && b.from < a.to;
	};
	return first.flatMap((one) => second.filter((other) => overlap(one, other))).length;
}

/** What the trigger remembers, as the database has it; empty for nothing. */
async function pollStateOf({ host, servers }: QueueStage): Promise<string> {
	const [row = ''] = await servers.query(
		`select "staticData"->'node:${TRIGGER}'->'poll' from workflow_entity where id = '${host.workflowId}'`,
	);
	return row;
}

/** The same with the durable scheduler. */
async function cursorOf({ host, servers }: QueueStage): Promise<string> {
	const [row = ''] = await servers.query(
		`select cursor from poller_state where "workflowId" = '${host.workflowId}'`,
	);
	return row;
}

/** The orders that executions offered, with the number of the attempt, e.g. `#1042 1`. */
async function attemptsOf(
	executions: readonly Execution[],
	{ api }: QueueHost,
): Promise<readonly string[]> {
	const attempts: string[] = [];
	for (const { id } of executions) {
		for (const item of await api.executionOutput(id, TRIGGER)) {
			const { attempt } = item['handover'] as { readonly attempt: number };
			attempts.push(`${String(item['orderNumber'])} ${attempt}`);
		}
	}
	return attempts.sort();
}

/** The worker that runs one of these executions now; undefined if none does. */
export async function whoRuns(
	workers: readonly WorkerProcess[],
	ignored: ReadonlySet<string>,
): Promise<WorkerProcess | undefined> {
	for (const worker of workers) {
		const unfinished = [...(await worker.unfinished())].filter((id) => !ignored.has(id));
		if (unfinished.length > 0) return worker;
	}
	return undefined;
}

/** Ids of all executions so far. */
export async function idsOf({ api, workflowId }: QueueHost): Promise<ReadonlySet<string>> {
	return new Set((await api.executions(workflowId)).map(({ id }) => id));
}

const isUnfinished = ({ status }: Execution): boolean => UNFINISHED.has(status);
