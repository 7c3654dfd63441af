import { note, secondsSince, until, type Check } from './checks';
import { notInProgress } from './demoShop';
import type { Execution } from './n8nApi';
import { finishedExecutions, type Scene } from './scene';
import { credentialFields } from './startHost';
import {
	checkDropped,
	checkListening,
	checkTestEvent,
	checkUnpublished,
	killAndStart,
} from './webhookLife';
import {
	arrive,
	checkOnce,
	checkSubscribed,
	post,
	quiet,
	RARELY,
	receiveByWebhook,
	TRIGGER,
	type Setting,
} from './webhookRuns';
import { showSpeed } from './webhookSpeed';

/** The trigger looks at 8 MB, n8n takes 16 MB. */
const TOO_LARGE = 9 * 1024 * 1024;
const TOO_LARGE_FOR_N8N = 17 * 1024 * 1024;
const MUG = 'MUG-STN-350';

/**
 * Orders come by webhook, each once, however often and by whomever n8n is told; what no webhook tells comes by
 * the safety poll; and the shop delivers as long as the workflow is published, and no longer.
 */
export async function checkWebhooks(scene: Scene, check: Check): Promise<void> {
	const setting = { middle: await scene.openMiddle(), host: await scene.openHost(), check };
	const { middle, host } = setting;
	await receiveByWebhook(host, middle, RARELY);
	await host.api.publish(host.workflowId);
	await checkSubscribed('published', setting);
	await checkOne(setting);
	await showSpeed(setting);
	await checkBurst(setting);
	await checkRepeats(setting);
	await checkStrangers(setting);
	await checkTooLarge(setting);
	await checkUnpublished(setting);
	await checkDropped(setting);
	const last = { middle, host: await killAndStart(scene, setting), check };
	await checkListening(last);
	await checkTestEvent(last);
	await checkEnd(last);
}

/** The shop's first order, with no poll for months. */
async function checkOne(setting: Setting): Promise<void> {
	const { middle, check } = setting;
	const begun = Date.now();
	const order = middle.shop.placeOrder();
	const has = await until(() => middle.target.orders().length > 0);
	note(`the first order was in the warehouse after ${secondsSince(begun)} s`);
	check('an order arrives without a poll', true, has);
	await until(() => notInProgress(middle.shop).length === 0);
	note(`and in progress in the shop after ${secondsSince(begun)} s`);
	await checkOnce('an order', [order], setting);
}

/** What happens to orders at one moment, each with several webhooks; gives the executions that came of it. */
export async function checkBurst(setting: Setting, count = 4): Promise<readonly Execution[]> {
	const { middle, host, check } = setting;
	const { shop, target } = middle;
	const begun = Date.now();
	const before = (await finishedExecutions(host)).length;
	const orders = Array.from({ length: count }, () => {
		const lines = [{ sku: MUG, quantity: 3 }];
		const order = shop.placeOrder({ lines, financialStatus: 'PENDING' });
		shop.addTags(order.id, ['gift']);
		shop.pay(order.id);
		shop.changeNote(order.id, 'Ring twice');
		return order;
	});
	const whole = orders.slice(1);
	const [split] = orders;
	const [part] = split?.fulfillmentOrders ?? [];
	const [line] = part?.lines ?? [];
	if (!split || !part || !line) throw new Error('The shop placed nothing');
	shop.split(part.id, [{ id: line.id, quantity: 1 }]);
	await arrive(
		middle,
		orders.map(({ name }) => name),
	);
	note(`${orders.length} orders of a burst arrived in ${secondsSince(begun)} s`);
	await checkOnce('placed, tagged, paid and noted at once', whole, setting);
	const parts = target.orders().filter(({ orderNumber }) => orderNumber.startsWith(split.name));
	note(`the split one is ${parts.map(({ orderNumber }) => orderNumber).join(' and ')}`);
	check(
		'one that is split as well: each part is sent once',
		[0, 0],
		parts.map((one) => one.repeats),
	);
	check(
		'with all of its units, and no more',
		3,
		parts.reduce((sum, { body }) => sum + unitsIn(body), 0),
	);
	const executions = await quiet(host, middle);
	const made = executions.slice(0, executions.length - before);
	await checkEmptyOnes(made, orders.length + 1, setting);
	return made;
}

function unitsIn(body: unknown): number {
	const { lines = [] } = body as { readonly lines?: readonly { readonly quantity: number }[] };
	return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Of many executions few have anything to do, and the others end at the trigger. */
async function checkEmptyOnes(
	executions: readonly Execution[],
	offers: number,
	{ host, check }: Setting,
): Promise<void> {
	let items = 0;
	let empty = 0;
	const behind: string[] = [];
	for (const { id } of executions) {
		const given = (await host.api.executionOutput(id, TRIGGER)).length;
		items += given;
		if (given > 0) continue;
		empty += 1;
		if ((await host.api.executionOutput(id, 'Not a Test Run')).length > 0) behind.push(id);
	}
	note(`${executions.length} executions, ${empty} of them empty`);
	check('all executions together offer each once', offers, items);
	check('those without an offer end at the trigger', [], behind);
	const failed = executions.filter(({ status }) => status !== 'success');
	check('and all are green', [], failed);
}

/** Shopify may deliver twice, and again what was delivered long ago. */
export async function checkRepeats(setting: Setting): Promise<void> {
	const { middle, host, check } = setting;
	const { shop } = middle;
	const before = (await quiet(host, middle)).length;
	shop.faults.webhooks.next({ kind: 'duplicate' }, 100);
	const orders = [1, 2, 3].map(() => shop.placeOrder());
	await arrive(
		middle,
		orders.map(({ name }) => name),
	);
	await checkOnce('delivered twice', orders, setting);
	shop.faults.webhooks.clear();

	const old = shop.webhooks.deliveries.filter(({ outcome }) => outcome === 'delivered').slice(0, 8);
	const answers: number[] = [];
	for (const { body, topic } of old) answers.push(await post(host, middle, { body, topic }));
	check(
		'what was delivered before is taken again',
		old.map(() => 200),
		answers,
	);
	await checkOnce('delivered again later', orders, setting);
	const executions = await quiet(host, middle);
	const made = executions.slice(0, executions.length - before);
	await checkEmptyOnes(made, orders.length, setting);
}

/** Whoever does not know the secret, or speaks for another shop, starts nothing. */
async function checkStrangers({ middle, host, check }: Setting): Promise<void> {
	const { shop, ends } = middle;
	// What n8n answered too late would be tried again in between.
	await shop.webhooks.idle();
	shop.state.webhooks.waiting.splice(0);
	const before = (await quiet(host, middle)).length;
	const body = shop.webhooks.deliveries[0]?.body ?? '';
	const forged = await post(host, middle, { body, secret: 'shpss_of_somebody_else' });
	const unsigned = await post(host, middle, { body, secret: null });
	// A shop on loopback has no name of its own that a webhook would have to have.
	const { api, workflowId } = host;
	const { nodes } = await api.workflow(workflowId);
	const [credential] = nodes.flatMap((node) => node.credentials?.['shopifyFulfillmentApi'] ?? []);
	if (!credential) throw new Error('The workflow has no credential');
	const change = (fields: object): Promise<void> =>
		api.updateCredential(credential.id, credential.name, 'shopifyFulfillmentApi', fields);
	const fields = credentialFields(ends);
	await change({ ...fields, shop: 'somebody-else.myshopify.com' });
	const foreign = await post(host, middle, { body });
	await change(fields);
	check(
		'forged, not signed, and of another shop are refused',
		[401, 401, 401],
		[forged, unsigned, foreign],
	);
	check('and start nothing', before, (await quiet(host, middle)).length);
}

/** The trigger refuses it, or n8n before the trigger sees it, and both go on. */
async function checkTooLarge(setting: Setting): Promise<void> {
	const { middle, host, check } = setting;
	const before = (await quiet(host, middle)).length;
	const sent = async (bytes: number): Promise<number> => {
		return await post(host, middle, { body: JSON.stringify({ note: 'x'.repeat(bytes) }) });
	};
	check('what is larger than any webhook is refused', 413, await sent(TOO_LARGE));
	const status = await sent(TOO_LARGE_FOR_N8N);
	note(`n8n answers ${status} to more than it takes`);
	check('what is larger than n8n takes is refused', true, status === 0 || status >= 400);
	check('and starts nothing', before, (await quiet(host, middle)).length);
	const order = middle.shop.placeOrder();
	await arrive(middle, [order.name]);
	await checkOnce('the next order', [order], setting);
}

/** What both ends hold of all orders. */
async function checkEnd({ middle, host, check }: Setting): Promise<void> {
	const { shop, target } = middle;
	const executions = await quiet(host, middle);
	const whole = [...shop.state.orders.values()].filter((one) => one.fulfillmentOrders.length === 1);
	const names = new Set(whole.map(({ name }) => name));
	const there = target.orders().map(({ orderNumber }) => orderNumber);
	check(
		'every order is in the warehouse once',
		[...names].sort(),
		there.filter((number) => names.has(number)).sort(),
	);
	const repeated = target.orders().filter(({ repeats }) => repeats > 0);
	check('nothing was sent twice', [], repeated);
	const failed = executions.filter(({ status }) => status !== 'success');
	check('every execution succeeded', [], failed);
	const { deliveries } = shop.webhooks;
	// n8n (2.40) readies an engine for expressions before each answer, one after the other; the shop tries again.
	const late = deliveries.filter(({ error }) => error?.startsWith('No answer') === true);
	note(
		`${shop.state.orders.size} orders, ${executions.length} executions, ${deliveries.length} deliveries`,
	);
	note(`${late.length} of them n8n answered later than the shop waits`);
}
