import type { WarehouseView } from '../page/contract';
import { until } from './checks';
import { SHIPMENTS_TO_SHOPIFY } from './importWorkflows';
import type { Middle } from './middle';
import type { Execution, WorkflowNode } from './n8nApi';
import { finishedExecutions } from './scene';
import {
	publishScheduled,
	runScheduled,
	STARTS_WITHIN_MS,
	unpublishScheduled,
} from './scheduledRuns';
import type { Host } from './startHost';

/** Publishes *Shipments to Shopify*, which must be unpublished, so that it runs every few seconds. */
export const publishUploads = (
	host: Host,
	targetUrl: string,
	change?: (node: WorkflowNode) => WorkflowNode,
): Promise<void> => publishScheduled(host, SHIPMENTS_TO_SHOPIFY, targetUrl, change);

/** Takes it back, and waits until none of its executions is running. */
export const unpublishUploads = (host: Host): Promise<void> =>
	unpublishScheduled(host, SHIPMENTS_TO_SHOPIFY);

/** `runScheduled` of *Shipments to Shopify*. */
export const runUploads = (
	host: Host,
	targetUrl: string,
	change?: (node: WorkflowNode) => WorkflowNode,
): Promise<readonly Execution[]> => runScheduled(host, SHIPMENTS_TO_SHOPIFY, targetUrl, change);

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
