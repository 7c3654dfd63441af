import type { Order } from '../shop';
import { changeWorkflow, withLookUp } from './changeWorkflow';
import { until, type Check } from './checks';
import type { Middle } from './middle';
import { passTime } from './passTime';
import { pollAfter, pollOnce } from './pollAfter';
import type { Scene } from './scene';
import type { Host } from './startHost';

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
	await pollOnce(host, () => changeWorkflow(host, middle.ends.targetUrl, withLookUp));
	check('with the look-up it is there once', 1, await offerTwice(host, middle));
	await checkMixedBatch(host, middle, check);
	await pollOnce(host, () => changeWorkflow(host, middle.ends.targetUrl));
	middle.target.behave({ forgetful: false });
}

/** In one batch some orders are there and some are not: the look-up sends only these, and all are confirmed. */
async function checkMixedBatch(host: Host, { shop, target }: Middle, check: Check): Promise<void> {
	shop.faults.everyNth(2, { kind: 'fail', status: 403 }, { operation: 'ReportProgress' });
	const orders = Array.from({ length: 12 }, () => shop.placeOrder());
	await pollAfter(host);
	shop.faults.clear();
	const waiting = orders.filter((order) => !isInProgress(order)).length;
	check('of twelve orders some cannot be confirmed', true, waiting > 2 && waiting < 12);
	const execution = await pollAfter(host, () => {
		passTime(shop, LATER_MS);
		for (let placed = 0; placed < 6; placed += 1) orders.push(shop.placeOrder());
	});
	await until(() => orders.every(isInProgress));
	check('offered again among new ones, all are confirmed', true, orders.every(isInProgress));
	check('by an execution that succeeded', 'success', execution?.status);
	const sent = target.orders().map(({ orderNumber }) => orderNumber);
	const times = orders.map(({ name }) => sent.filter((number) => number === name).length);
	check('and each is there once', [1], [...new Set(times)]);
}

const isInProgress = ({ fulfillmentOrders }: Order): boolean =>
	fulfillmentOrders.every(({ status }) => status === 'IN_PROGRESS');

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
	await until(() => isInProgress(order));
	return sent();
}
