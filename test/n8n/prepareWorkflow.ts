import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkflowJson, WorkflowNode } from './n8nApi';

const WORKFLOWS = join(__dirname, '..', '..', 'workflows');
const TRIGGER = 'n8n-nodes-shopify-fulfillment.shopifyFulfillmentOrdersTrigger';
const CREDENTIAL_TYPE = 'shopifyFulfillmentApi';

/** The warehouse's address in the bundled workflows, which the user replaces. */
export const WAREHOUSE_PLACEHOLDER = 'https://warehouse.example.com';

/** What a bundled workflow needs to run here. */
export interface Surroundings {
	readonly credential: { readonly id: string; readonly name: string };
	readonly targetUrl: string;
}

/**
 * Reads a bundled workflow and fills in what a user fills in with the mouse: the credential and the
 * warehouse's address. The demo polls every minute, so that nobody waits half an hour.
 */
export async function prepareWorkflow(file: string, around: Surroundings): Promise<WorkflowJson> {
	const text = await readFile(join(WORKFLOWS, file), 'utf8');
	if (!text.includes(WAREHOUSE_PLACEHOLDER)) {
		throw new Error(
			`workflows/${file} does not name ${WAREHOUSE_PLACEHOLDER}, so it cannot be pointed here`,
		);
	}
	const workflow = JSON.parse(
		text.replaceAll(WAREHOUSE_PLACEHOLDER, around.targetUrl),
	) as WorkflowJson;
	return { ...workflow, nodes: workflow.nodes.map((node) => prepareNode(node, around)) };
}

function prepareNode(node: WorkflowNode, { credential }: Surroundings): WorkflowNode {
	const own = node.type.startsWith('n8n-nodes-shopify-fulfillment.');
	const pollTimes = { item: [{ mode: 'everyMinute' }] };
	return {
		...node,
		...(own && { credentials: { ...node.credentials, [CREDENTIAL_TYPE]: credential } }),
		...(node.type === TRIGGER && { parameters: { ...node.parameters, pollTimes } }),
	};
}
