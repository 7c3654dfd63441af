import { changeWorkflow } from './changeWorkflow';
import { until } from './checks';
import type { Execution, WorkflowNode } from './n8nApi';
import { scheduleEvery } from './prepareWorkflow';
import { finishedExecutions, UNFINISHED } from './scene';
import type { Host } from './startHost';

/** Their shortest interval in these tests: a schedule is not run by publishing, only by the clock. */
const RUNS_EVERY_SECONDS = 2;
/** Within which something happens that n8n was told to do. */
export const STARTS_WITHIN_MS = 30_000;

/** A change for `changeWorkflow`: runs every few seconds, and asks again at once instead of after seconds. */
export function soon(node: WorkflowNode): WorkflowNode {
	if (node.type.endsWith('.scheduleTrigger')) {
		return { ...node, parameters: scheduleEvery('seconds', RUNS_EVERY_SECONDS) };
	}
	const patient = { ...node, waitBetweenTries: 100 };
	return 'waitBetweenTries' in node ? patient : node;
}

/** Publishes a workflow, which must be unpublished, so that it runs every few seconds. */
export async function publishScheduled(
	host: Host,
	file: string,
	targetUrl: string,
	change: (node: WorkflowNode) => WorkflowNode = (node) => node,
): Promise<void> {
	await changeWorkflow(host, targetUrl, (node) => change(soon(node)), file);
	await host.api.publish(idOf(host, file));
}

/** Takes it back, and waits until none of its executions is running. */
export async function unpublishScheduled(host: Host, file: string): Promise<void> {
	await host.api.unpublish(idOf(host, file));
	await finishedExecutions(host, file);
}

/**
 * Lets a workflow run on its schedule until one execution is over, and then no more; gives the executions that
 * came of it, oldest first.
 *
 * @param change as a user might change the workflow
 */
export async function runScheduled(
	host: Host,
	file: string,
	targetUrl: string,
	change?: (node: WorkflowNode) => WorkflowNode,
): Promise<readonly Execution[]> {
	const before = new Set((await finishedExecutions(host, file)).map(({ id }) => id));
	const isNew = ({ id }: Execution): boolean => !before.has(id);
	await publishScheduled(host, file, targetUrl, change);
	// Not until none is running: the next one may begin before the one before is over.
	const isOver = (one: Execution): boolean => isNew(one) && !UNFINISHED.has(one.status);
	const executions = (): Promise<readonly Execution[]> => host.api.executions(idOf(host, file));
	await until(async () => (await executions()).some(isOver), STARTS_WITHIN_MS);
	await unpublishScheduled(host, file);
	return (await finishedExecutions(host, file)).filter(isNew).reverse();
}

/** The id of a workflow that n8n was asked to have. */
export function idOf({ workflowIds }: Host, file: string): string {
	const id = workflowIds[file];
	if (id === undefined) throw new Error(`n8n was not asked to have ${file}`);
	return id;
}

/** What the executions came to, each once. */
export const statusesOf = (executions: readonly Execution[]): readonly string[] => [
	...new Set(executions.map(({ status }) => status)),
];
