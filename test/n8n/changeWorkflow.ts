import { ORDERS_TO_WAREHOUSE } from './importWorkflows';
import type { WorkflowNode } from './n8nApi';
import { prepareWorkflow } from './prepareWorkflow';
import type { Host } from './startHost';

/**
 * Makes a bundled workflow, by default the warehouse's, what the repository has, changed as a user might. For a
 * workflow that is not published, as within `pollAfter` and `pollOnce`.
 *
 * @param targetUrl where its warehouse is
 * @param change is asked for each node; the node itself leaves it as it is
 */
export async function changeWorkflow(
	{ api, workflowIds }: Host,
	targetUrl: string,
	change: (node: WorkflowNode) => WorkflowNode = (node) => node,
	file = ORDERS_TO_WAREHOUSE,
): Promise<void> {
	const workflowId = workflowIds[file];
	if (workflowId === undefined) throw new Error(`n8n was not asked to have ${file}`);
	const { nodes } = await api.workflow(workflowId);
	const [credential] = nodes.flatMap((node) => node.credentials?.['shopifyFulfillmentApi'] ?? []);
	if (!credential) throw new Error('The published workflow has no credential');
	const stockLocation = stockLocationIn(nodes);
	const around = { credential, targetUrl, ...(stockLocation !== undefined && { stockLocation }) };
	const workflow = await prepareWorkflow(file, around);
	await api.updateWorkflow(workflowId, { ...workflow, nodes: workflow.nodes.map(change) });
}

/** The location that a feed of the published workflow has; undefined if there is none. */
function stockLocationIn(nodes: readonly WorkflowNode[]): string | undefined {
	const feed = nodes.find(({ type }) => type.endsWith('.shopifyInventoryFeed'));
	const location = feed?.parameters['location'] as { readonly value?: string } | undefined;
	return location?.value;
}

/** What a user enables whose warehouse recognises nothing. */
const LOOK_UP = new Set(['Look Up Order First', 'What Is There', 'Not There Yet?']);

/** A change for `changeWorkflow` that enables the look-up. */
export function withLookUp(node: WorkflowNode): WorkflowNode {
	const enabled = { ...node, disabled: false };
	return LOOK_UP.has(node.name) ? enabled : node;
}

/** A change for `changeWorkflow`: a mapping that fails for an order without a note. */
export function needingNote(node: WorkflowNode): WorkflowNode {
	if (node.name !== 'Map Here') return node;
	const mapping = String(node.parameters['jsonOutput']);
	const jsonOutput = mapping.replace(
		/orderNumber: \$json\.orderNumber/,
		'orderNumber: $json.note.trim() && $json.orderNumber',
	);
	return { ...node, parameters: { ...node.parameters, jsonOutput } };
}
