import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkflowJson, WorkflowNode } from './n8nApi';

const WORKFLOWS = join(__dirname, '..', '..', 'workflows');
const TRIGGER = 'n8n-nodes-shopify-fulfillment.shopifyFulfillmentOrdersTrigger';
const FEED = 'n8n-nodes-shopify-fulfillment.shopifyInventoryFeed';
const SCHEDULE = 'n8n-nodes-base.scheduleTrigger';
const EDIT_FIELDS = 'n8n-nodes-base.set';
const CREDENTIAL_TYPE = 'shopifyFulfillmentApi';

/** The warehouse's address in the bundled workflows, which the user replaces. */
const WAREHOUSE_PLACEHOLDER = 'https://warehouse.example.com';

/** What a person reads about the workflows that a start imports and never publishes. */
export const SECOND_WORKFLOW =
	'Orders to n8n Table is there too, unpublished: publish it only in place of Orders to Warehouse;\n             and Shipments and Stock From Files, which takes CSV files by a form';

/** What a bundled workflow needs to run here. */
export interface Surroundings {
	readonly credential: { readonly id: string; readonly name: string };
	readonly targetUrl: string;
	/** Legacy id of the location that the target ships from; without it the trigger takes all. */
	readonly location?: string;
	/** Legacy id of the location whose stock the target counts; without it none is chosen. */
	readonly stockLocation?: string;
}

/** Files of the bundled workflows, by name. */
export async function bundledWorkflows(): Promise<readonly string[]> {
	return (await readdir(WORKFLOWS)).filter((file) => file.endsWith('.json')).sort();
}

/**
 * Reads a bundled workflow and fills in what a user fills in with the mouse: the credential, the
 * warehouse's address, if it has one, and its location. The demo polls every minute, and runs every minute what
 * runs on a schedule, so that nobody waits half an hour, or for the hour of the day at which stock is brought
 * (`everyHour` in *Set Up Here*). Everything else stays as it is in the repository.
 */
export async function prepareWorkflow(file: string, around: Surroundings): Promise<WorkflowJson> {
	const text = await readFile(join(WORKFLOWS, file), 'utf8');
	const workflow = JSON.parse(
		text.replaceAll(WAREHOUSE_PLACEHOLDER, around.targetUrl),
	) as WorkflowJson;
	return { ...workflow, nodes: workflow.nodes.map((node) => prepareNode(node, around)) };
}

function prepareNode(node: WorkflowNode, around: Surroundings): WorkflowNode {
	const own = node.type.startsWith('n8n-nodes-shopify-fulfillment.');
	return {
		...node,
		...(own && { credentials: { ...node.credentials, [CREDENTIAL_TYPE]: around.credential } }),
		parameters: { ...node.parameters, ...chosenParameters(node, around) },
	};
}

/** What a user would choose in a node. */
function chosenParameters(
	{ type, parameters }: WorkflowNode,
	{ location, stockLocation }: Surroundings,
): WorkflowNode['parameters'] {
	switch (type) {
		case TRIGGER: {
			const pollTimes = { item: [{ mode: 'everyMinute' }] };
			return { pollTimes, ...(location !== undefined && { filters: { locations: [location] } }) };
		}
		case FEED:
			if (stockLocation === undefined) return {};
			return { location: { __rl: true, mode: 'id', value: stockLocation } };
		case SCHEDULE:
			return scheduleEvery('minutes', 1);
		case EDIT_FIELDS:
			return withEveryHour(parameters);
		default:
			return {};
	}
}

/** The fields of an *Edit Fields* node, with `everyHour` switched on if there is one. */
function withEveryHour({ assignments }: WorkflowNode['parameters']): WorkflowNode['parameters'] {
	const listed = (assignments as { readonly assignments?: readonly Assignment[] } | undefined)
		?.assignments;
	if (!listed) return {};
	const chosen = listed.map((one) => (one.name === 'everyHour' ? { ...one, value: true } : one));
	return { assignments: { assignments: chosen } };
}

/** One field that an *Edit Fields* node sets. */
interface Assignment {
	readonly name: string;
	readonly value: unknown;
}

/** Parameters of n8n's Schedule Trigger. */
export function scheduleEvery(
	unit: 'minutes' | 'seconds',
	count: number,
): WorkflowNode['parameters'] {
	return { rule: { interval: [{ field: unit, [`${unit}Interval`]: count }] } };
}
