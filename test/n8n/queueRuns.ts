import type { Order } from '../shop';
import { note, settled } from './checks';
import type { Execution } from './n8nApi';
import { pollOnce } from './pollAfter';
import {
	arriveAll,
	attemptsOf,
	checkEachOnce,
	checkShared,
	idsOf,
	placeOrders,
	receiveByPoll,
	repeatsAt,
	type QueueStage,
} from './queueStage';
import { finishedExecutions, UNFINISHED } from './scene';
import { checkBurst, checkRepeats } from './webhooks';
import {
	addressOf,
	checkSubscribed,
	EVERY_MINUTE,
	quiet,
	RARELY,
	receiveByWebhook,
	subscribedAt,
	TRIGGER,
} from './webhookRuns';

const POLLS = 6;
const ORDERS_PER_POLL = 10;
/** The warehouse answers so late that one execution lasts until the next polls have begun theirs. */
const ANSWERS_AFTER_MS = 4000;
/** Orders of one moment, each with four webhooks or more. */
const BURST = 12;

/** Orders of several polls: the workers share the executions, and what the trigger remembers outlives them. */
export async function checkQueuePolls(stage: QueueStage): Promise<void> {
	const { middle, host, servers, check } = stage;
	const { shop, target } = middle;
	const [before, repeats] = [await idsOf(host), repeatsAt(middle)];
	await receiveByPoll(stage, RARELY);
	target.faults.delayMs = ANSWERS_AFTER_MS;
	const orders: Order[] = [];
	for (let poll = 0; poll < POLLS; poll += 1) {
		orders.push(...placeOrders(middle, ORDERS_PER_POLL));
		await pollOnce(host);
	}
	// n8n writes it without waiting, with the poll's items.
	const last = orders.slice(-ORDERS_PER_POLL).map(({ legacyId }) => String(legacyId));
	const remembersLast = (text: string): boolean => last.every((id) => text.includes(`"${id}"`));
	const during = await settled(() => pollStateOf(stage), remembersLast);
	const running = (await host.api.executions(host.workflowId)).filter(isUnfinished);
	note(`${running.length} executions ran when the last poll had written its state`);
	await arriveAll(stage, orders);
	target.faults.delayMs = 0;
	const made = (await finishedExecutions(host)).filter(({ id }) => !before.has(id));
	check('what the last poll remembered was written', true, remembersLast(during));
	check('some executions ended after that', true, running.length > 0);
	check('and left it as it was', during, await pollStateOf(stage));
	await checkEachOnce('polled', stage, repeats);
	check('each poll made one execution', POLLS, made.length);
	await checkShared('of the polls', made, stage);

	await pollOnce(host);
	const again = (await finishedExecutions(host)).filter(({ id }) => !before.has(id));
	check('another poll finds nothing to do', POLLS, again.length);
	const [row] = await servers.query(
		`select count(*) from execution_entity where status not in ('success')`,
	);
	check('the database knows of no execution that did not succeed', '0', row);
	note(`${shop.state.orders.size} orders in ${POLLS} polls`);
}

/** Webhooks about the same orders reach two workers: each order is offered by one execution alone. */
export async function checkQueueWebhooks(stage: QueueStage): Promise<void> {
	const { middle, host, check } = stage;
	const { shop } = middle;
	const repeats = repeatsAt(middle);
	await host.api.unpublish(host.workflowId);
	await finishedExecutions(host);
	await receiveByWebhook(host, middle, RARELY);
	await host.api.publish(host.workflowId);
	await checkSubscribed('published', stage);
	const burst = await checkBurst(stage, BURST);
	await checkShared('of the burst', burst, stage);
	await checkRepeats(stage);

	const subscribed = subscribedAt(shop, addressOf(host));
	await host.main.kill();
	const [order] = placeOrders(middle, 1);
	await host.main.start();
	if (order) await arriveAll(stage, [order]);
	check(
		'started after a kill, n8n uses the same subscriptions',
		subscribed,
		subscribedAt(shop, addressOf(host)),
	);
	await checkSubscribed('after a kill', stage);
	await checkEachOnce('by webhook', stage, repeats);
	await checkWithoutRecord(stage);
	await host.api.unpublish(host.workflowId);
}

/**
 * For an app without `write_orders` an order has no record, and a worker does not know what the other has offered:
 * the warehouse recognises what comes again.
 */
async function checkWithoutRecord(stage: QueueStage): Promise<void> {
	const { middle, host } = stage;
	const { shop } = middle;
	const { accessScopes } = shop.settings;
	const [before, repeats] = [await idsOf(host), repeatsAt(middle)];
	shop.settings.accessScopes = accessScopes.filter((scope) => scope !== 'write_orders');
	const orders = placeOrders(middle, BURST / 2);
	for (const { id } of orders) {
		shop.addTags(id, ['gift']);
		shop.changeNote(id, 'Ring twice');
	}
	await arriveAll(stage, orders);
	const made = (await quiet(host, middle)).filter(({ id }) => !before.has(id));
	await checkEachOnce('without write_orders', stage);
	const offers = await attemptsOf(made, host);
	note(
		`without write_orders: ${orders.length} orders, ${offers.length} offers by ${made.length} executions, ${repeatsAt(middle) - repeats} sent twice and kept once`,
	);
	shop.settings.accessScopes = accessScopes;
}

/** The scheduler that keeps polls and their state in the database; for an n8n that was started with it. */
export async function checkDurable(stage: QueueStage): Promise<void> {
	const { middle, host, servers, check } = stage;
	const [before, repeats] = [await idsOf(host), repeatsAt(middle)];
	await receiveByPoll(stage, EVERY_MINUTE);
	const orders = [...placeOrders(middle, ORDERS_PER_POLL)];
	await host.api.publish(host.workflowId);
	await arriveAll(stage, orders);
	await finishedExecutions(host);
	const jobs = await servers.query(
		`select "workflowId" from poller_state where "workflowId" = '${host.workflowId}'`,
	);
	check('the scheduler keeps the state of the poll', [host.workflowId], jobs);
	const cursor = await cursorOf(stage);
	check('which is the one of this trigger', true, cursor.includes('"v":1'));

	await host.main.stop();
	orders.push(...placeOrders(middle, ORDERS_PER_POLL / 2));
	const kept = await cursorOf(stage);
	await host.main.start();
	await arriveAll(stage, orders);
	await checkEachOnce('by the durable scheduler', stage, repeats);
	const made = (await finishedExecutions(host)).filter(({ id }) => !before.has(id));
	const attempts = await attemptsOf(made, host);
	check(
		'each was offered once, over a restart too',
		orders.map(({ name }) => `${name} 1`).sort(),
		attempts,
	);
	const searched = (text: string): string =>
		/"closedSearchedUntil":"([^"]+)"/.exec(text)?.[1] ?? '';
	check(
		'the state goes on from where it was',
		true,
		searched(kept) !== '' && searched(await cursorOf(stage)) >= searched(kept),
	);
	note(`${made.length} executions for ${orders.length} orders`);
	await host.api.unpublish(host.workflowId);
}

/** What the trigger remembers, as the database has it; empty for nothing. */
async function pollStateOf({ host, servers }: QueueStage): Promise<string> {
	const [row = ''] = await servers.query(
		`select "staticData"->'node:${TRIGGER}'->'poll' from workflow_entity where id = '${host.workflowId}'`,
	);
	return row;
}

/** The same with the durable scheduler. */
async function cursorOf({ host, servers }: QueueStage): Promise<string> {
	const [row = ''] = await servers.query(
		`select cursor from poller_state where "workflowId" = '${host.workflowId}'`,
	);
	return row;
}

const isUnfinished = ({ status }: Execution): boolean => UNFINISHED.has(status);
