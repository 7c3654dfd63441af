import type { FulfillmentOrder, Order } from '../shop';
import { changeWorkflow } from './changeWorkflow';
import { until, type Check } from './checks';
import type { Middle } from './middle';
import type { WorkflowJson, WorkflowNode } from './n8nApi';
import { UNFINISHED, type Scene } from './scene';
import type { Host } from './startHost';
import { TRIGGER } from './webhookRuns';

/** Where changes happen, and what the warehouse was told of them. */
export interface ChangeRun {
	readonly middle: Middle;
	readonly host: Host;
	readonly check: Check;
	/** What the warehouse was told of an order of the shop, in its order: the reasons of changes and cancellations. */
	told(order: Order): readonly string[];
	/** Orders of which the warehouse was told a change without a number. */
	unnumbered(): readonly string[];
	/** Requests that the warehouse has done or refused. */
	requests(): number;
	/** Runs *Return to Shopify* for an order, in n8n. */
	giveBack(order: Order, fulfillmentOrder: FulfillmentOrder): Promise<void>;
	/** Ends listening. */
	stop(): void;
}

/** Begins to listen at the warehouse. */
export async function changeRun(scene: Scene, check: Check): Promise<ChangeRun> {
	const [middle, host] = [await scene.openMiddle(), await scene.openHost()];
	const reasons: { readonly orderNumber: string; readonly reason: string }[] = [];
	const unnumbered: string[] = [];
	let requests = 0;
	scene.onTargetEvent = ({ type, order }) => {
		requests += 1;
		if (!order || (type !== 'changed' && type !== 'cancelled')) return;
		if (order.changed?.number === undefined) unnumbered.push(order.orderNumber);
		reasons.push({ orderNumber: order.orderNumber, reason: order.changed?.reason ?? 'no reason' });
	};
	return {
		middle,
		host,
		check,
		told: ({ name }) =>
			reasons.filter(({ orderNumber }) => orderNumber === name).map(({ reason }) => reason),
		unnumbered: () => unnumbered,
		requests: () => requests,
		giveBack: (order, { legacyId }) =>
			runOperation(host, {
				operation: 'returnToShopify',
				orderId: order.id,
				handoverKey: String(legacyId),
			}),
		stop: () => {
			scene.onTargetEvent = undefined;
		},
	};
}

/** Brings the workflow, which must be unpublished, back to the bundled one with these parameters of its trigger. */
export async function receive(
	{ host, middle }: Pick<ChangeRun, 'host' | 'middle'>,
	parameters: WorkflowNode['parameters'],
	change: (node: WorkflowNode) => WorkflowNode = (node) => node,
): Promise<void> {
	await changeWorkflow(host, middle.ends.targetUrl, (node) => {
		if (node.name !== TRIGGER) return change(node);
		return { ...node, parameters: { ...node.parameters, ...parameters } };
	});
}

/** Runs one operation of *Shopify Fulfillment Orders*, as somebody does by hand. */
async function runOperation(
	{ api, workflowId }: Host,
	parameters: WorkflowNode['parameters'],
): Promise<void> {
	const { nodes } = await api.workflow(workflowId);
	const own = nodes.find(({ name }) => name === 'Confirm Handover');
	if (!own) throw new Error('The workflow has no node to take the credential from');
	const begin = 'By Hand';
	const manual = {
		id: 'a1',
		name: begin,
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const node = { ...own, id: 'a2', name: 'Operation', position: [220, 0], parameters };
	const workflow: WorkflowJson = {
		name: 'One operation by hand',
		nodes: [manual, node],
		connections: { [begin]: { main: [[{ node: node.name, type: 'main', index: 0 }]] } },
	};
	const id = await api.createWorkflow(workflow);
	const execution = await api.runByHand(id, begin);
	const find = async () => (await api.executions(id)).find((one) => one.id === execution);
	await until(async () => !UNFINISHED.has((await find())?.status ?? 'running'));
	if ((await find())?.status === 'success') return;
	throw new Error(`The operation failed: ${await api.executionError(execution)}`);
}
