import { readFile } from 'node:fs/promises';
import type { Order } from '../shop';
import { note, until, type Check } from './checks';
import type { Execution } from './n8nApi';
import { finishedExecutions } from './scene';
import type { Host } from './startHost';

/** Within which a poll that has found something has begun an execution. */
const QUIET_POLL_MS = 8000;
/** What the trigger logs of each poll, before it emits anything. */
const POLLED = /fulfillment orders seen/g;

/**
 * Takes the workflow back, changes something, publishes it, and waits until it polls: neither a poll from
 * before nor one of the minute comes between.
 */
export async function pollOnce(
	{ api, n8n, workflowId }: Host,
	change: () => unknown = () => undefined,
): Promise<void> {
	const polls = async (): Promise<number> =>
		(await readFile(n8n.log, 'utf8')).match(POLLED)?.length ?? 0;
	await api.unpublish(workflowId);
	await change();
	const before = await polls();
	await api.publish(workflowId);
	if (!(await until(async () => (await polls()) > before))) note('the trigger did not poll');
}

/**
 * Polls once after something has changed, and waits for what comes of it; gives the execution, or undefined if
 * there was nothing to do.
 */
export async function pollAfter(
	host: Host,
	change?: () => unknown,
): Promise<Execution | undefined> {
	const before = new Set((await finishedExecutions(host)).map(({ id }) => id));
	await pollOnce(host, change);
	const isNew = ({ id }: Execution): boolean => !before.has(id);
	await until(async () => (await finishedExecutions(host)).some(isNew), QUIET_POLL_MS);
	return (await finishedExecutions(host)).find(isNew);
}

/** The execution must be red and name these orders, and no others; gives what it says. */
export async function checkRed(
	what: string,
	orders: readonly Order[],
	execution: Execution | undefined,
	{ api }: Host,
	check: Check,
): Promise<string> {
	check(`${what}: the execution is red`, 'error', execution?.status);
	const error = execution ? await api.executionError(execution.id) : '';
	const named = [...new Set(error.match(/#\d+/g) ?? [])];
	const expected = orders.map(({ name }) => name);
	check(`${what}: it lists what was not done`, expected.sort(), named.sort());
	if (orders.length === 1) note(`it says: ${error}`);
	return error;
}
