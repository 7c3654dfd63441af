import { setTimeout as delay } from 'node:timers/promises';
import type { DemoShop } from '../shop';
import { note, settled, type Check } from './checks';
import { notInProgress } from './demoShop';
import type { Middle } from './middle';
import { finishedExecutions, type Scene } from './scene';

/** After a kill n8n itself may need minutes until it activates a workflow again. */
const ARRIVES_WITHIN_MS = 200_000;
const OWN_TYPES = ['shopifyFulfillmentOrders', 'shopifyFulfillmentOrdersTrigger'].map(
	(name) => `n8n-nodes-shopify-fulfillment.${name}`,
);

/**
 * The bundled workflow unattended: the credential's test, orders before and after publishing, a stop and a
 * kill of n8n. Each order must arrive once and be in progress. Begins with the start of n8n.
 */
export async function checkHandingOver(scene: Scene, check: Check): Promise<void> {
	let middle = await scene.openMiddle();
	placeOrders(middle.shop, 5);
	const host = await scene.openHost();
	const types = await host.api.nodeTypes();
	check(
		'n8n has both nodes',
		[],
		OWN_TYPES.filter((type) => !types.includes(type)),
	);
	check('the credential test passes', null, host.credentialProblem);
	const refused = await host.testCredential({ ...middle.ends, clientSecret: 'shpss_wrong' });
	check('the credential test says when it fails', true, /secret|client/i.test(refused ?? ''));
	note(refused ?? '');
	await checkHandedOver('placed before the workflow was published', middle, check);

	placeOrders(middle.shop, 20);
	await host.pollNow();
	await checkHandedOver('placed while it ran', middle, check);

	await host.pollNow();
	await delay(3000);
	await checkHandedOver('polled again', middle, check);

	middle = await scene.stopAll();
	placeOrders(middle.shop, 3);
	const again = await scene.openHost();
	await checkHandedOver('placed while all was stopped', middle, check);

	await finishedExecutions(again);
	await scene.kill();
	placeOrders(middle.shop, 3);
	const last = await scene.openHost();
	await checkHandedOver('placed after n8n was killed', middle, check);

	const executions = await finishedExecutions(last);
	const bad = executions.filter(({ status }) => status !== 'success');
	check('every execution succeeded', [], bad);
	note(`${executions.length} executions for ${middle.shop.state.orders.size} orders`);
}

/** What both ends hold of all orders: each once in the target, each in progress in the shop. */
async function checkHandedOver(when: string, middle: Middle, check: Check): Promise<void> {
	const { shop, target } = middle;
	const begun = Date.now();
	const placed = [...shop.state.orders.values()].map(({ name }) => name);
	const arrived = (): readonly string[] => target.orders().map(({ orderNumber }) => orderNumber);
	await settled(arrived, (orders) => orders.length >= placed.length, ARRIVES_WITHIN_MS);
	note(`${placed.length} orders at the target after ${Date.now() - begun} ms, ${when}`);
	check(`every order is in the target once, ${when}`, placed.sort(), [...arrived()].sort());

	const open = await settled(
		() => notInProgress(shop),
		({ length }) => length === 0,
		ARRIVES_WITHIN_MS,
	);
	check(`every order is in progress in the shop, ${when}`, [], open);
	const repeated = target.orders().filter(({ repeats }) => repeats > 0);
	check(`the target was offered nothing twice, ${when}`, [], repeated);
}

function placeOrders(shop: DemoShop, count: number): void {
	for (let placed = 0; placed < count; placed += 1) shop.placeOrder();
}
