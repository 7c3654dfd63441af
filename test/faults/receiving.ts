import { changeWorkflow } from '../n8n/changeWorkflow';
import { SHIPMENTS_TO_SHOPIFY } from '../n8n/importWorkflows';
import type { WorkflowNode } from '../n8n/n8nApi';
import { scheduleEvery } from '../n8n/prepareWorkflow';
import type { Host } from '../n8n/startHost';
import { TRIGGER } from '../n8n/webhookRuns';
import type { ServedEnds } from './ends';

/** What n8n's address of the trigger is made of; the editor makes such a name for each node. */
const WEBHOOK_ID = '0d4b83c6-7c1e-4f2a-9b55-2c9f60a1d7e3';
/** Seconds between two polls: n8n takes no interval below a minute, but many times within it. */
const POLLS_EVERY = { polling: 3, webhooks: 6 };
const UPLOADS_EVERY_SECONDS = 5;

/** How the workflows are set. */
export interface Receiving {
	readonly by: 'polling' | 'webhooks';
	/** Whether the trigger tells of changes after the handover, and the workflow the target. */
	readonly events: boolean;
}

/** Sets both workflows as a user with little patience would, and publishes them. */
export async function publishWorkflows(
	host: Host,
	{ addresses, servedIds }: ServedEnds,
	{ by, events }: Receiving,
): Promise<void> {
	const { targetUrl } = addresses;
	const pollTimes = { item: secondsOf(POLLS_EVERY[by]) };
	await changeWorkflow(host, targetUrl, (node): WorkflowNode => {
		if (node.name !== TRIGGER) return patient(node);
		const parameters = {
			...node.parameters,
			receiveBy: by,
			pollTimes,
			filters: { locations: servedIds },
			...(!events && { events: [] }),
		};
		const changed = { ...node, parameters, webhookId: WEBHOOK_ID };
		return changed;
	});
	await host.api.publish(host.workflowId);
	const uploads = host.workflowIds[SHIPMENTS_TO_SHOPIFY] ?? '';
	const change = (node: WorkflowNode): WorkflowNode =>
		node.type.endsWith('.scheduleTrigger')
			? { ...node, parameters: scheduleEvery('seconds', UPLOADS_EVERY_SECONDS) }
			: patient(node);
	await changeWorkflow(host, targetUrl, change, SHIPMENTS_TO_SHOPIFY);
	await host.api.publish(uploads);
}

/** Each such second of a minute. */
function secondsOf(every: number): readonly object[] {
	return Array.from({ length: Math.floor(60 / every) }, (_, index) => ({
		mode: 'custom',
		cronExpression: `${index * every} * * * * *`,
	}));
}

/** Asks again soon instead of after seconds. */
function patient(node: WorkflowNode): WorkflowNode {
	const changed = { ...node, waitBetweenTries: 100 };
	return 'waitBetweenTries' in node ? changed : node;
}
