import { note, secondsSince, settled } from './checks';
import type { Execution } from './n8nApi';
import { finishedExecutions, type Scene } from './scene';
import type { Host } from './startHost';
import {
	addressOf,
	arrive,
	checkOnce,
	checkSubscribed,
	EVERY_MINUTE,
	quiet,
	receiveByWebhook,
	subscribedAt,
	topicsAt,
	TOPICS,
	TRIGGER,
	type Setting,
} from './webhookRuns';

/** After a kill n8n may need minutes until it activates a workflow again. */
const AFTER_KILL_WITHIN_MS = 200_000;
/** A poll of every minute, and what it then has to do. */
const BY_POLL_WITHIN_MS = 120_000;

/** What is placed while nothing is delivered comes by the poll of the next publication. */
export async function checkUnpublished(setting: Setting): Promise<void> {
	const { middle, host, check } = setting;
	const { shop } = middle;
	await host.api.unpublish(host.workflowId);
	await topicsAt(shop, addressOf(host), 0);
	check('unpublished, the shop delivers nothing', [], shop.webhooks.subscriptions);
	const order = shop.placeOrder();
	await receiveByWebhook(host, middle, EVERY_MINUTE);
	await host.api.publish(host.workflowId);
	await checkSubscribed('published again', setting);
	await arrive(middle, [order.name]);
	await checkOnce('placed in between', [order], setting);
}

/** Shopify may drop subscriptions without a word. */
export async function checkDropped(setting: Setting): Promise<void> {
	const { middle, check } = setting;
	const { shop } = middle;
	shop.webhooks.dropSubscriptions();
	const begun = Date.now();
	const order = shop.placeOrder();
	await arrive(middle, [order.name], BY_POLL_WITHIN_MS);
	note(`it arrived by the safety poll after ${secondsSince(begun)} s`);
	const told = shop.webhooks.deliveries.filter(
		({ topic, body }) => topic === 'orders/create' && body.includes(order.id),
	);
	check('without subscriptions nothing is told', [], told);
	await checkOnce('an order of which nothing was told', [order], setting);
	await checkSubscribed('after the safety poll', setting);
	const next = shop.placeOrder();
	await arrive(middle, [next.name], 20_000);
	await checkOnce('and the next one', [next], setting);
}

/** A crash leaves the subscriptions, and the next start finds them. Gives n8n as it runs then. */
export async function killAndStart(scene: Scene, { middle, host, check }: Setting): Promise<Host> {
	const { shop } = middle;
	await quiet(host, middle);
	const before = subscribedAt(shop, addressOf(host));
	await scene.kill();
	check('killed, n8n leaves the subscriptions', before, subscribedAt(shop, addressOf(host)));
	const begun = Date.now();
	const order = shop.placeOrder();
	const again = await scene.openHost();
	await arrive(middle, [order.name], AFTER_KILL_WITHIN_MS);
	note(`an order placed after the kill arrived after ${secondsSince(begun)} s`);
	const setting = { middle, host: again, check };
	await checkOnce('placed after n8n was killed', [order], setting);
	check('the same subscriptions are used again', before, subscribedAt(shop, addressOf(again)));
	await checkSubscribed('after a kill', setting);
	return again;
}

/** Who listens in the editor gets deliveries of his own, beside those of the published workflow. */
export async function checkListening({ middle, host, check }: Setting): Promise<void> {
	const { shop } = middle;
	const { api, workflowId } = host;
	const before = subscribedAt(shop, addressOf(host));
	check('n8n listens for a test event', true, await api.listen(workflowId, TRIGGER));
	const test = addressOf(host, 'webhook-test');
	check('at an address of its own', TOPICS, await topicsAt(shop, test, TOPICS.length));
	check('beside the published one', before, subscribedAt(shop, addressOf(host)));
	await api.stopListening(workflowId);
	check('which ends when nobody listens', [], await topicsAt(shop, test, 0));
	check('and the published one stays', before, subscribedAt(shop, addressOf(host)));
}

/** A test event shows its order, which is offered once the workflow is published. */
export async function checkTestEvent(setting: Setting): Promise<void> {
	const { middle, host, check } = setting;
	const { shop, target } = middle;
	const { api, workflowId } = host;
	const test = addressOf(host, 'webhook-test');
	await api.unpublish(workflowId);
	await topicsAt(shop, addressOf(host), 0);
	const isManual = ({ mode }: Execution): boolean => mode === 'manual';
	await api.listen(workflowId, TRIGGER);
	const order = shop.placeOrder();
	await settled(
		() => api.executions(workflowId),
		(all) => all.some(isManual),
	);
	const execution = (await finishedExecutions(host)).find(isManual);
	const shown = execution ? await api.executionOutput(execution.id, TRIGGER) : [];
	check('a test event is green', 'success', execution?.status);
	check(
		'and shows its order',
		[order.name],
		shown.map((item) => item['orderNumber']),
	);
	check('the test address is given up after it', [], await topicsAt(shop, test, 0));
	await quiet(host, middle);
	const recorded = [...order.metafields.keys()];
	const open = order.fulfillmentOrders.map(({ status }) => status);
	check('it records nothing', [[], ['OPEN']], [recorded, open]);
	const numbers = target.orders().map(({ orderNumber }) => orderNumber);
	check('and sends nothing', false, numbers.includes(order.name));
	await api.publish(workflowId);
	await arrive(middle, [order.name]);
	await checkOnce('published after the test', [order], setting);
}
