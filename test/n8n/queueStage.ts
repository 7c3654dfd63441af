import type { Order } from '../shop';
import { changeWorkflow } from './changeWorkflow';
import { note, until, type Check } from './checks';
import { compareUnits } from './compareUnits';
import { notInProgress } from './demoShop';
import type { Middle } from './middle';
import type { Execution, WorkflowNode } from './n8nApi';
import type { QueueHost, WorkerProcess } from './queueHost';
import type { QueueServers } from './queueServers';
import { finishedExecutions } from './scene';
import { arrive, TRIGGER } from './webhookRuns';

/** After a kill n8n may need minutes until it activates a workflow again. */
const ARRIVES_WITHIN_MS = 200_000;
const GOODS = ['MUG-STN-350', 'BLK-WOL-GRY', 'CDL-BEE-240', 'SOAP-OLV-3PK', 'LMP-BRS-DSK'];

/** Shop and warehouse, and an n8n of several processes between them. */
export interface QueueStage {
	readonly middle: Middle;
	readonly host: QueueHost;
	readonly servers: QueueServers;
	readonly check: Check;
}

/** An execution with the times that n8n gives it. */
type TimedExecution = Execution & {
	readonly startedAt: string | null;
	readonly stoppedAt: string | null;
};

/** All executions of a workflow ran on workers. */
export async function checkOnWorkers({ host, check }: QueueStage, file: string): Promise<void> {
	const made = (await finishedExecutions(host, file)).map(({ id }) => id);
	const shares = await Promise.all(host.workers.map((worker) => worker.started()));
	const onMain = made.filter((id) => !shares.some((share) => share.has(id)));
	const counts = shares.map(
		(share, index) => `${made.filter((id) => share.has(id)).length} on ${nameOf(host, index)}`,
	);
	note(`executions of ${file}: ${counts.join(', ')}`);
	check('every execution ran on a worker', [], onMain);
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
export async function checkShared(
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

/** The orders that executions offered, with the number of the attempt, e.g. `#1042 1`. */
export async function attemptsOf(
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
