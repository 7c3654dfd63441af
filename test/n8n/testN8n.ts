import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { DemoShop } from '../shop';
import { notInProgress } from './demoShop';
import { openMiddle, type Middle } from './middle';
import type { Execution } from './n8nApi';
import { installN8n, type InstalledN8n } from './installN8n';
import { startHost, type Host } from './startHost';
import { findFreePort } from './startN8n';
import { checkSameName, checkUnsettled } from './unsettled';

// The bundled workflow in a real n8n, between the demo shop and the plain target, unattended. Prints what
// it measured, and as its last line how many checks passed and failed; ends with 1 if any failed.

/** After a kill n8n itself may need two minutes until it activates a workflow again (its publication lease). */
const ARRIVES_WITHIN_MS = 200_000;
const OWN_TYPES = ['shopifyFulfillmentOrders', 'shopifyFulfillmentOrdersTrigger'].map(
	(name) => `n8n-nodes-shopify-fulfillment.${name}`,
);

let passed = 0;
let failed = 0;

function check(what: string, expected: unknown, received: unknown): void {
	const equal = JSON.stringify(expected) === JSON.stringify(received);
	if (equal) passed += 1;
	else failed += 1;
	console.log(`${equal ? 'ok    ' : 'FAILED'} ${what}`);
	if (!equal)
		console.log(
			`       expected ${JSON.stringify(expected)}\n       received ${JSON.stringify(received)}`,
		);
}

/** Asks again until the answer is the expected one or the time is over; gives the last answer. */
async function settled<T>(ask: () => Promise<T> | T, done: (answer: T) => boolean): Promise<T> {
	const deadline = Date.now() + ARRIVES_WITHIN_MS;
	for (;;) {
		const answer = await ask();
		if (done(answer) || Date.now() > deadline) return answer;
		await delay(250);
	}
}

const sorted = (names: readonly string[]): readonly string[] => [...names].sort();

/** What both ends hold of some orders: each once in the target, each in progress in the shop. */
async function checkHandedOver(when: string, { shop, target }: Middle): Promise<void> {
	const begun = Date.now();
	const placed = [...shop.state.orders.values()].map(({ name }) => name);
	const arrived = (): readonly string[] => target.orders().map(({ orderNumber }) => orderNumber);
	await settled(arrived, (orders) => orders.length >= placed.length);
	console.log(
		`       ${placed.length} orders at the target after ${Date.now() - begun} ms, ${when}`,
	);
	check(`every order is in the target once, ${when}`, sorted(placed), sorted(arrived()));

	const open = await settled(
		() => notInProgress(shop),
		({ length }) => length === 0,
	);
	check(`every order is in progress in the shop, ${when}`, [], open);
	const repeated = target.orders().filter(({ repeats }) => repeats > 0);
	check(`the target was offered nothing twice, ${when}`, [], repeated);
}

/** All executions, once none is running any more. */
async function finishedExecutions({ api, workflowId }: Host): Promise<readonly Execution[]> {
	const running = new Set(['new', 'running', 'waiting']);
	return settled(
		() => api.executions(workflowId),
		(executions) => !executions.some(({ status }) => running.has(status)),
	);
}

function placeOrders(shop: DemoShop, count: number): void {
	for (let placed = 0; placed < count; placed += 1) shop.placeOrder();
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
	const begun = Date.now();
	const result = await work();
	console.log(`       ${what}: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
	return result;
}

async function run(installed: InstalledN8n, folder: string): Promise<void> {
	const port = await findFreePort();
	const place = { userFolder: join(folder, 'n8n'), port, brokerPort: await findFreePort() };
	let middle = await openMiddle({ folder, shopPort: 0, targetPort: 0 });
	const begin = (): Promise<Host> =>
		timed('n8n started', () => startHost(installed, place, middle.ends));
	placeOrders(middle.shop, 5);

	let host = await begin();
	try {
		const types = await host.api.nodeTypes();
		const own = types.filter((type) => type.startsWith('n8n-nodes-shopify-fulfillment.'));
		check(
			'n8n has both nodes',
			true,
			OWN_TYPES.every((type) => own.includes(type)),
		);
		check('the credential test passes', null, host.credentialProblem);
		const refused = await host.testCredential({ ...middle.ends, clientSecret: 'shpss_wrong' });
		check('the credential test says when it fails', true, /secret|client/i.test(refused ?? ''));
		console.log(`       ${refused ?? ''}`);
		await checkHandedOver('placed before the workflow was published', middle);

		placeOrders(middle.shop, 20);
		await host.pollNow();
		await checkHandedOver('placed while it ran', middle);

		await host.pollNow();
		await delay(3000);
		await checkHandedOver('polled again', middle);

		await timed('n8n stopped', () => host.n8n.stop());
		placeOrders(middle.shop, 3);
		await middle.close();
		const [shopPort, targetPort] = [portOf(middle.ends.shopUrl), portOf(middle.ends.targetUrl)];
		middle = await openMiddle({ folder, shopPort, targetPort });
		host = await begin();
		await checkHandedOver('placed while n8n was stopped, everything started again', middle);

		await finishedExecutions(host);
		await host.n8n.kill();
		placeOrders(middle.shop, 3);
		host = await begin();
		await checkHandedOver('placed after n8n was killed', middle);

		const executions = await finishedExecutions(host);
		const bad = executions.filter(({ status }) => status !== 'success');
		check('every execution succeeded', [], bad);
		await checkUnsettled(host, middle, check);
		await checkSameName(host, middle, check);
		console.log(
			`       ${executions.length} executions for ${middle.shop.state.orders.size} orders`,
		);
	} finally {
		if (failed > 0) await printFailures(host);
		await host.n8n.stop();
		await middle.close();
	}
}

const portOf = (url: string): number => Number(new URL(url).port);

/** What a person would look at first: the errors of the executions and the end of n8n's log. */
async function printFailures({ api, n8n, workflowId }: Host): Promise<void> {
	const executions = await api.executions(workflowId).catch(() => []);
	for (const { id, status } of executions.filter((one) => one.status !== 'success')) {
		const error = await api.executionError(id).catch(String);
		console.log(`Execution ${id} (${status}): ${error}`);
	}
	console.log(`The end of n8n's log:\n${(await readFile(n8n.log, 'utf8')).slice(-4000)}`);
}

async function main(): Promise<void> {
	const installed = await installN8n((line) => console.log(line));
	const folder = await mkdtemp(join(tmpdir(), 'shopify-fulfillment-n8n-'));
	try {
		await run(installed, folder);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

main()
	.catch((error: unknown) => {
		failed += 1;
		console.error(error);
	})
	.finally(() => {
		console.log(`${passed} passed, ${failed} failed`);
		process.exit(failed > 0 ? 1 : 0);
	});
