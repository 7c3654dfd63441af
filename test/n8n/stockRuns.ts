import type { DemoShop } from '../shop';
import { stockOf } from '../shop/stock';
import type { Units } from '../target/units';
import { until, type Check } from './checks';
import { FROM_FILES, STOCK_TO_SHOPIFY } from './importWorkflows';
import type { Middle } from './middle';
import type { Execution, WorkflowNode } from './n8nApi';
import { finishedExecutions, UNFINISHED } from './scene';
import { idOf, runScheduled, STARTS_WITHIN_MS } from './scheduledRuns';
import type { Host } from './startHost';

const TRIGGER = 'Every Hour';
const FEED = 'Set Stock in Shopify';
/** Names of operations that change a level, or try to. */
const WRITES = /^(Set|Activate)/;

/** Counts one SKU as the page of the warehouse does. */
export async function countStock({ ends }: Middle, counted: Units): Promise<void> {
	const response = await fetch(`${ends.shopUrl}/warehouse/stock`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(counted),
	});
	if (!response.ok) throw new Error(`The warehouse does not count: ${await response.text()}`);
}

/** `runScheduled` of *Stock to Shopify, Daily*. */
export const runStock = (
	host: Host,
	targetUrl: string,
	change?: (node: WorkflowNode) => WorkflowNode,
): Promise<readonly Execution[]> => runScheduled(host, STOCK_TO_SHOPIFY, targetUrl, change);

/** *Execute Workflow* of *Stock to Shopify, Daily*; gives the execution once it is over, and the plan that it shows. */
export async function runStockByHand(host: Host): Promise<{
	readonly execution: Execution | undefined;
	readonly plan: readonly Readonly<Record<string, unknown>>[];
}> {
	const workflowId = idOf(host, STOCK_TO_SHOPIFY);
	const id = await host.api.runByHand(workflowId, TRIGGER);
	const found = async (): Promise<Execution | undefined> =>
		(await host.api.executions(workflowId)).find((one) => one.id === id);
	await until(async () => !UNFINISHED.has((await found())?.status ?? 'new'), STARTS_WITHIN_MS);
	return { execution: await found(), plan: await host.api.executionOutput(id, FEED) };
}

/** A change for `changeWorkflow`: other parameters of the feed. */
export const feedWith =
	(parameters: WorkflowNode['parameters']) =>
	(node: WorkflowNode): WorkflowNode =>
		node.name === FEED ? { ...node, parameters: { ...node.parameters, ...parameters } } : node;

/** A change for `changeWorkflow`: goes on in this hour alone. */
export const atHour =
	(hour: number) =>
	(node: WorkflowNode): WorkflowNode => {
		if (node.name !== 'Set Up Here') return node;
		const { assignments } = node.parameters as {
			readonly assignments: { readonly assignments: readonly { readonly name: string }[] };
		};
		const chosen: Readonly<Record<string, unknown>> = { hour, everyHour: false };
		const changed = assignments.assignments.map((one) =>
			one.name in chosen ? { ...one, value: chosen[one.name] } : one,
		);
		return { ...node, parameters: { ...node.parameters, assignments: { assignments: changed } } };
	};

/** The form of *Shipments and Stock From Files*, filled in as a browser does; gives the answer's status and text. */
export async function uploadFile(
	{ api, n8n, workflowIds }: Host,
	content: 'Shipments' | 'Stock',
	csv: string,
): Promise<{ readonly status: number; readonly text: string }> {
	const { nodes } = await api.workflow(workflowIds[FROM_FILES] ?? '');
	const form = nodes.find(({ type }) => type.endsWith('.formTrigger'));
	const { path } = form?.parameters['options'] as { readonly path: string };
	const fields = new FormData();
	fields.set('field-0', content);
	fields.set('field-1', new Blob([csv], { type: 'text/csv' }), `${content.toLowerCase()}.csv`);
	const response = await fetch(`${n8n.url}/form/${path}`, { method: 'POST', body: fields });
	return { status: response.status, text: await response.text() };
}

/** Publishes *Shipments and Stock From Files*, and waits until its form is there. */
export async function publishForm(host: Host): Promise<void> {
	const id = idOf(host, FROM_FILES);
	const { nodes } = await host.api.workflow(id);
	const form = nodes.find(({ type }) => type.endsWith('.formTrigger'));
	const { path } = form?.parameters['options'] as { readonly path: string };
	await host.api.publish(id);
	const isThere = async (): Promise<boolean> =>
		(await fetch(`${host.n8n.url}/form/${path}`)).status === 200;
	await until(isThere, STARTS_WITHIN_MS);
}

/** The last execution of *Shipments and Stock From Files*, once none is running. */
export async function lastUpload(host: Host): Promise<Execution | undefined> {
	return (await finishedExecutions(host, FROM_FILES))[0];
}

/** Requests that changed a level, or tried to. */
export const stockWritesAt = ({ log }: DemoShop): number =>
	log.filter(({ operationName }) => WRITES.test(operationName)).length;

/** What the shop has on hand at its first location, by SKU. */
export function onHandAt({ state }: DemoShop): Readonly<Record<string, number>> {
	const [first] = state.locations.values();
	return Object.fromEntries(
		stockOf(state)
			.filter(({ location }) => location === first)
			.map(({ variant, onHand }) => [variant.sku ?? '', onHand]),
	);
}

/** The execution must be red and name these SKUs, and none of the others that the shop or the warehouse has. */
export async function checkRedStock(
	what: string,
	skus: readonly string[],
	execution: Execution | undefined,
	{ host, middle, check }: { host: Host; middle: Middle; check: Check },
): Promise<string> {
	check(`${what}: the execution is red`, 'error', execution?.status);
	const said = execution ? await host.api.executionError(execution.id) : '';
	const known = new Set([
		...Object.keys(onHandAt(middle.shop)),
		...middle.target.stock().map(({ sku }) => sku),
		...skus,
	]);
	const named = [...known].filter((sku) => said.includes(`${sku}:`));
	check(`${what}: it names what was not set`, [...skus].sort(), named.sort());
	return said;
}
