import { until, type Check } from './checks';
import type { Middle } from './middle';
import { passTime } from './passTime';
import { ORDERS_TO_WAREHOUSE } from './importWorkflows';
import { prepareWorkflow } from './prepareWorkflow';
import type { Scene } from './scene';
import type { Host } from './startHost';

/** What a user enables whose warehouse recognises nothing. */
const LOOK_UP = new Set(['Look Up Order First', 'Not There Yet?']);
/** Longer than the pause after a first offer (an hour by default). */
const LATER_MS = 2 * 3_600_000;

/**
 * A warehouse that knows neither keys nor numbers: an order whose confirmation was lost is there twice when
 * it is offered again, unless the look-up is enabled, which the bundled workflow has ready.
 */
export async function checkLookUp(scene: Scene, check: Check): Promise<void> {
	const [middle, host] = [await scene.openMiddle(), await scene.openHost()];
	middle.target.behave({ forgetful: true });
	check('without the look-up such an order is there twice', 2, await offerTwice(host, middle));
	await useLookUp(host, middle, true);
	check('with the look-up it is there once', 1, await offerTwice(host, middle));
	await useLookUp(host, middle, false);
	middle.target.behave({ forgetful: false });
}

/** Places an order, loses its confirmation, and polls again; gives how often the warehouse has it. */
async function offerTwice(host: Host, { shop, target }: Middle): Promise<number> {
	shop.faults.failNext(403, 1, { operation: 'ReportProgress' });
	const order = shop.placeOrder();
	const sent = () => target.orders().filter(({ orderNumber }) => orderNumber === order.name).length;
	const finished = async () =>
		(await host.api.executions(host.workflowId)).every(
			({ status }) => status === 'success' || status === 'error',
		);
	await host.pollNow();
	await until(async () => sent() > 0 && (await finished()));
	passTime(shop, LATER_MS);
	await host.pollNow();
	await until(() => order.fulfillmentOrders.every(({ status }) => status === 'IN_PROGRESS'));
	return sent();
}

async function useLookUp(host: Host, { ends }: Middle, enabled: boolean): Promise<void> {
	const known = (await host.api.workflow(host.workflowId)).nodes.find(
		({ credentials }) => credentials,
	);
	const credential = known?.credentials?.['shopifyFulfillmentApi'];
	if (!credential) throw new Error('The published workflow has no credential');
	const workflow = await prepareWorkflow(ORDERS_TO_WAREHOUSE, {
		credential,
		targetUrl: ends.targetUrl,
	});
	const nodes = workflow.nodes.map((node) =>
		LOOK_UP.has(node.name) ? { ...node, disabled: !enabled } : node,
	);
	await host.api.unpublish(host.workflowId);
	await host.api.updateWorkflow(host.workflowId, { ...workflow, nodes });
	await host.api.publish(host.workflowId);
}
