import type { WarehouseView } from '../page/contract';
import { changeWorkflow } from './changeWorkflow';
import { until } from './checks';
import { SHIPMENTS_TO_SHOPIFY } from './importWorkflows';
import type { Middle } from './middle';
import type { Execution, WorkflowNode } from './n8nApi';
import { scheduleEvery } from './prepareWorkflow';
import { finishedExecutions, UNFINISHED } from './scene';
import type { Host } from './startHost';

/** Its shortest interval in these tests: a schedule is not run by publishing, only by the clock. */
const RUNS_EVERY_SECONDS = 2;
const STARTS_WITHIN_MS = 30_000;

/** A change for `changeWorkflow`: runs every few seconds, and asks again at once instead of after seconds. */
export function soon(node: WorkflowNode): WorkflowNode {
	if (node.type.endsWith('.scheduleTrigger')) {
		return { ...node, parameters: scheduleEvery('seconds', RUNS_EVERY_SECONDS) };
	}
	const patient = { ...node, waitBetweenTries: 100 };
	return 'waitBetweenTries' in node ? patient : node;
}

/** Publishes *Shipments to Shopify*, which must be unpublished, so that it runs every few seconds. */
export async function publishUploads(
	host: Host,
	targetUrl: string,
	change: (node: WorkflowNode) => WorkflowNode = (node) => node,
): Promise<void> {
	await changeWorkflow(host, targetUrl, (node) => change(soon(node)), SHIPMENTS_TO_SHOPIFY);
	await host.api.publish(uploadsOf(host));
}

/** Takes it back, and waits until none of its executions is running. */
export async function unpublishUploads(host: Host): Promise<void> {
	await host.api.unpublish(uploadsOf(host));
	await finishedExecutions(host, SHIPMENTS_TO_SHOPIFY);
}

/**
 * Lets *Shipments to Shopify* run on its schedule until one execution is over, and then no more; gives the
 * executions that came of it, oldest first.
 *
 * @param change as a user might change the workflow
 */
export async function runUploads(
	host: Host,
	targetUrl: string,
	change?: (node: WorkflowNode) => WorkflowNode,
): Promise<readonly Execution[]> {
	const before = new Set((await uploadExecutions(host)).map(({ id }) => id));
	const isNew = ({ id }: Execution): boolean => !before.has(id);
	await publishUploads(host, targetUrl, change);
	// Not until none is running: the next one may begin before the one before is over.
	const isOver = (one: Execution): boolean => isNew(one) && !UNFINISHED.has(one.status);
	const executions = (): Promise<readonly Execution[]> => host.api.executions(uploadsOf(host));
	await until(async () => (await executions()).some(isOver), STARTS_WITHIN_MS);
	await unpublishUploads(host);
	return (await uploadExecutions(host)).filter(isNew).reverse();
}

/**
 * Lets a warehouse push what it ships, with the schedule disabled, and waits until all is uploaded. Gives the
 * answers: first to the first body without the header that is asked for, then to each with it.
 */
export async function pushShipments(
	host: Host,
	targetUrl: string,
	bodies: readonly unknown[],
): Promise<readonly number[]> {
	const { api, n8n } = host;
	const [name, value] = ['X-Warehouse-Key', 'pine-crate-42'];
	const label = 'Warehouse';
	const id = await api.createCredential(label, 'httpHeaderAuth', { name, value });
	let path = '';
	await publishUploads(host, targetUrl, (node) => {
		if (node.type.endsWith('.scheduleTrigger')) return disabled(node, true);
		if (!node.type.endsWith('.webhook')) return node;
		path = String(node.parameters['path']);
		return { ...disabled(node, false), credentials: { httpHeaderAuth: { id, name: label } } };
	});
	const before = (await uploadExecutions(host)).length;
	const push = async (body: unknown, headers: Record<string, string>): Promise<number> => {
		const response = await fetch(`${n8n.url}/webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...headers },
			body: JSON.stringify(body),
		});
		return response.status;
	};
	// n8n registers the address a moment after the publication.
	await until(async () => (await push(bodies[0], {})) !== 404, STARTS_WITHIN_MS);
	const answers = [await push(bodies[0], {})];
	for (const body of bodies) answers.push(await push(body, { [name]: value }));
	await until(
		async () => (await uploadExecutions(host)).length >= before + bodies.length,
		STARTS_WITHIN_MS,
	);
	await unpublishUploads(host);
	return answers;
}

/** A change for `changeWorkflow`. */
export function disabled(node: WorkflowNode, isDisabled = true): WorkflowNode {
	const changed = { ...node, disabled: isDisabled };
	return changed;
}

/** All executions of *Shipments to Shopify*, newest first, once none is running. */
export function uploadExecutions(host: Host): Promise<readonly Execution[]> {
	return finishedExecutions(host, SHIPMENTS_TO_SHOPIFY);
}

function uploadsOf({ workflowIds }: Host): string {
	const id = workflowIds[SHIPMENTS_TO_SHOPIFY];
	if (id === undefined) throw new Error(`n8n was not asked to have ${SHIPMENTS_TO_SHOPIFY}`);
	return id;
}

/** What somebody sends off on the warehouse page. */
export interface Shipping {
	readonly orderNumber: string;
	readonly lines?: readonly { readonly sku: string; readonly quantity: number }[];
	readonly times?: 1 | 2;
	readonly force?: boolean;
}

/** Ships as the buttons of the warehouse page do. */
export async function ship({ ends }: Middle, shipping: Shipping): Promise<void> {
	const response = await fetch(`${ends.shopUrl}/warehouse/ship`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(shipping),
	});
	if (!response.ok) throw new Error(`The warehouse does not ship: ${await response.text()}`);
}

/** Ships one unit of an order, so that something is left if it has more. */
export async function shipOneUnit(middle: Middle, orderNumber: string): Promise<void> {
	const answer = await fetch(`${middle.ends.shopUrl}/warehouse/state`);
	const { orders } = (await answer.json()) as WarehouseView;
	const [line] = orders.find((one) => one.orderNumber === orderNumber)?.left ?? [];
	if (!line) throw new Error(`Nothing of ${orderNumber} is left in the warehouse`);
	await ship(middle, { orderNumber, lines: [{ sku: line.sku, quantity: 1 }] });
}
