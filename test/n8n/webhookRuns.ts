import { createHmac } from 'node:crypto';
import { WEBHOOK_TOPICS } from '../../nodes/domain/webhookTopics';
import bundled from '../../workflows/orders-to-warehouse.json';
import type { DemoShop, Order } from '../shop';
import { changeWorkflow } from './changeWorkflow';
import { settled, until, type Check } from './checks';
import { notInProgress } from './demoShop';
import type { Middle } from './middle';
import type { Execution, WorkflowNode } from './n8nApi';
import { finishedExecutions } from './scene';
import { STARTS_WITHIN_MS } from './scheduledRuns';
import type { Host } from './startHost';

/** The same shop, warehouse and n8n for all of this part, until n8n is killed. */
export interface Setting {
	readonly middle: Middle;
	readonly host: Host;
	readonly check: Check;
}

/** The trigger of *Orders to Warehouse*. */
export const TRIGGER = 'Orders from Shopify';
/** What n8n's addresses of the trigger are made of: a workflow that is imported keeps it. */
const WEBHOOK_ID = bundled.nodes.find(({ name }) => name === TRIGGER)?.webhookId ?? '';

/** What the trigger subscribes to. */
export const TOPICS: readonly string[] = WEBHOOK_TOPICS.map(({ name }) => name).sort();

/** Poll times of n8n: on New Year's Day, so that nothing but webhooks brings orders. */
export const RARELY = { item: [{ mode: 'custom', cronExpression: '0 0 1 1 *' }] };
export const EVERY_MINUTE = { item: [{ mode: 'everyMinute' }] };

/** Where the shop delivers to: of the published workflow, or while somebody listens in the editor. */
export function addressOf({ n8n }: Host, kind: 'webhook' | 'webhook-test' = 'webhook'): string {
	return `${n8n.url}/${kind}/${WEBHOOK_ID}/webhook`;
}

/** Has the workflow, which must be unpublished, receive by webhook. */
export async function receiveByWebhook(
	host: Host,
	{ ends }: Middle,
	pollTimes: object,
): Promise<void> {
	await changeWorkflow(host, ends.targetUrl, (node): WorkflowNode => {
		if (node.name !== TRIGGER) return node;
		return { ...node, parameters: { ...node.parameters, receiveBy: 'webhooks', pollTimes } };
	});
}

/** Subscriptions to an address, as topic and id, by topic. */
export function subscribedAt({ webhooks }: DemoShop, address: string): readonly string[] {
	return webhooks.subscriptions
		.filter(({ uri }) => uri === address)
		.map(({ topic, id }) => `${topic} ${id}`)
		.sort();
}

/** Waits until so many topics are delivered to an address; gives the topics. */
export async function topicsAt(
	shop: DemoShop,
	address: string,
	count: number,
): Promise<readonly string[]> {
	const found = await settled(
		() => subscribedAt(shop, address),
		({ length }) => length === count,
		STARTS_WITHIN_MS,
	);
	return found.map((one) => one.split(' ')[0] ?? '');
}

/** What somebody sends to n8n's address. */
export interface Posted {
	readonly body: string;
	/** Default `orders/create`. */
	readonly topic?: string;
	/** What it is signed with; null for no signature. Default the app's secret. */
	readonly secret?: string | null;
}

/** Sends it as the demo shop would; gives the status, 0 if the connection broke. */
export async function post(host: Host, { shop }: Middle, posted: Posted): Promise<number> {
	const { body, topic = 'orders/create', secret = shop.settings.clientSecret } = posted;
	const headers: Record<string, string> = {
		'content-type': 'application/json',
		'x-shopify-topic': topic,
		'x-shopify-shop-domain': shop.settings.domain,
	};
	if (secret !== null) {
		const signature = createHmac('sha256', secret).update(body, 'utf8').digest('base64');
		headers['x-shopify-hmac-sha256'] = signature;
	}
	try {
		const answer = await fetch(addressOf(host), { method: 'POST', headers, body });
		await answer.text();
		return answer.status;
	} catch {
		return 0;
	}
}

/** Lets the shop deliver all, and waits until no execution is running; gives all executions. */
export async function quiet(host: Host, { shop }: Middle): Promise<readonly Execution[]> {
	await shop.webhooks.idle();
	return await finishedExecutions(host);
}

/** Waits until the warehouse has an order for each of these numbers. */
export async function arrive(
	{ target }: Middle,
	numbers: readonly string[],
	withinMs?: number,
): Promise<boolean> {
	return await until(() => {
		const there = new Set(target.orders().map(({ orderNumber }) => orderNumber));
		return numbers.every((number) => there.has(number));
	}, withinMs);
}

/** Each topic is delivered to n8n, and none twice or elsewhere. */
export async function checkSubscribed(
	when: string,
	{ middle, host, check }: Setting,
): Promise<void> {
	const topics = await topicsAt(middle.shop, addressOf(host), TOPICS.length);
	check(`the shop delivers each topic once to n8n's address, ${when}`, TOPICS, topics);
	check('and nothing elsewhere', topics.length, middle.shop.webhooks.subscriptions.length);
}

/** Each of these is in the warehouse once with all of its units, and in progress in the shop. */
export async function checkOnce(
	what: string,
	orders: readonly Order[],
	{ middle, host, check }: Setting,
): Promise<void> {
	const { shop, target } = middle;
	await until(() => notInProgress(shop).length === 0);
	await quiet(host, middle);
	const names = orders.map(({ name }) => name);
	const there = target.orders().filter(({ orderNumber }) => names.includes(orderNumber));
	check(`${what}: in the warehouse once`, names, there.map((one) => one.orderNumber).sort());
	const repeated = there.filter(({ repeats }) => repeats > 0);
	check(`${what}: never sent twice`, [], repeated);
	check(`${what}: in progress in the shop`, [], notInProgress(shop));
}
