import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkflowJson, WorkflowNode } from './n8nApi';

const WORKFLOWS = join(__dirname, '..', '..', 'workflows');
const TRIGGER = 'n8n-nodes-shopify-fulfillment.shopifyFulfillmentOrdersTrigger';
const SCHEDULE = 'n8n-nodes-base.scheduleTrigger';
const CREDENTIAL_TYPE = 'shopifyFulfillmentApi';

/** The warehouse's address in the bundled workflows, which the user replaces. */
const WAREHOUSE_PLACEHOLDER = 'https://warehouse.example.com';

/** What a person reads about the workflow that a start imports and never publishes. */
export const SECOND_WORKFLOW =
	'Orders to n8n Table is there too, unpublished: publish it only in place of Orders to Warehouse';

/** What a bundled workflow needs to run here. */
export interface Surroundings {
	readonly credential: { readonly id: string; readonly name: string };
	readonly targetUrl: string;
	/** Legacy id of the location that the target ships from; without it the trigger takes all. */
	readonly location?: string;
}

/** Files of the bundled workflows, by name. */
export async function bundledWorkflows(): Promise<readonly string[]> {
	return (await readdir(WORKFLOWS)).filter((file) => file.endsWith('.json')).sort();
}

/**
 * Reads a bundled workflow and fills in what a user fills in with the mouse: the credential, the
 * warehouse's address, if it has one, and its location. The demo polls every minute, and runs every minute what
 * runs on a schedule, so that nobody waits half an hour. Everything else stays as it is in the repository.
 */
export async function prepareWorkflow(file: string, around: Surroundings): Promise<WorkflowJson> {
	const text = await readFile(join(WORKFLOWS, file), 'utf8');
	const workflow = JSON.parse(
		text.replaceAll(WAREHOUSE_PLACEHOLDER, around.targetUrl),
	) as WorkflowJson;
	return { ...workflow, nodes: workflow.nodes.map((node) => prepareNode(node, around)) };
}

function prepareNode(node: WorkflowNode, { credential, location }: Surroundings): WorkflowNode {
	const own = node.type.startsWith('n8n-nodes-shopify-fulfillment.');
	const pollTimes = { item: [{ mode: 'everyMinute' }] };
	const chosen = {
		pollTimes,
		...(location !== undefined && { filters: { locations: [location] } }),
	};
	return {
		...node,
		...(own && { credentials: { ...node.credentials, [CREDENTIAL_TYPE]: credential } }),
		...(node.type === TRIGGER && { parameters: { ...node.parameters, ...chosen } }),
		...(node.type === SCHEDULE && { parameters: scheduleEvery('minutes', 1) }),
	};
}

/** Parameters of n8n's Schedule Trigger. */
export function scheduleEvery(
	unit: 'minutes' | 'seconds',
	count: number,
): WorkflowNode['parameters'] {
	return { rule: { interval: [{ field: unit, [`${unit}Interval`]: count }] } };
}
