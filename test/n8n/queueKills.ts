import { note, secondsSince, settled, until } from './checks';
import { notInProgress } from './demoShop';
import { passTime } from './passTime';
import { pollOnce } from './pollAfter';
import {
	checkEachOnce,
	idsOf,
	placeOrders,
	receiveByPoll,
	repeatsAt,
	whoRuns,
	type QueueStage,
} from './queueStage';
import { UNFINISHED } from './scene';
import { arrive, RARELY } from './webhookRuns';

/** The smallest that the trigger takes. */
const OFFER_AGAIN_AFTER_MINUTES = 1;
const POLLS = 2;
const ORDERS_PER_POLL = 10;
/** The warehouse works at once and answers later: a kill finds orders that are there and not confirmed. */
const ANSWERS_AFTER_MS = 5000;
/** Longer than the pause after the attempts that come together here. */
const LATER_MS = 12 * 60 * 60_000;
const POLLS_TO_FINISH = 8;
/** What a poll offers is with the warehouse and confirmed within this. */
const HANDED_OVER_WITHIN_MS = 20_000;
/** n8n finds out by a lock of 60 s that a worker is gone, and looks for such every 30 s. */
const GIVEN_UP_WITHIN_MS = 200_000;

/** A crash of a worker in the middle of executions, and of the main process while workers go on. */
export async function checkQueueKills(stage: QueueStage): Promise<void> {
	const { middle, host, check } = stage;
	const { shop, target } = middle;
	const [before, repeatsBefore] = [await idsOf(host), repeatsAt(middle)];
	await receiveByPoll(stage, RARELY, { offerAgainAfter: OFFER_AGAIN_AFTER_MINUTES });
	target.faults.delayMs = ANSWERS_AFTER_MS;

	for (let poll = 0; poll < POLLS; poll += 1) {
		const placed = placeOrders(middle, ORDERS_PER_POLL);
		await pollOnce(host);
		await arrive(
			middle,
			placed.map(({ name }) => name),
		);
	}
	// What came last is not answered yet.
	const worker = await settled(
		() => whoRuns(host.workers, before),
		(one) => one !== undefined,
	);
	await worker?.kill();
	const cutOff = [...((await worker?.unfinished()) ?? [])].filter((id) => !before.has(id));
	check('a worker was killed in the middle of an execution', true, cutOff.length > 0);
	note(`${worker?.name ?? 'none'} was killed, ${describe(stage)}`);
	await worker?.start();

	const earlier = new Set([...(await idsOf(host)), ...cutOff]);
	const orders = placeOrders(middle, ORDERS_PER_POLL);
	await pollOnce(host);
	const busy = await settled(
		() => whoRuns(host.workers, earlier),
		(one) => one !== undefined,
	);
	await host.main.kill();
	check('the main process was killed while a worker ran an execution', true, busy !== undefined);
	note(`main was killed, ${describe(stage)}`);
	const left = (): readonly string[] => {
		const open = new Set(notInProgress(shop));
		return orders.map(({ name }) => name).filter((name) => open.has(`${name} OPEN`));
	};
	await until(() => left().length === 0);
	check('which the worker ended without it', [], left());
	note(`the worker went on without it: ${describe(stage)}`);
	placeOrders(middle, ORDERS_PER_POLL);
	await host.main.start();

	target.faults.delayMs = 0;
	await finish(stage);
	const repeats = repeatsAt(middle) - repeatsBefore;
	await checkEachOnce('after the kills', stage);
	note(`offers repeated, each kept once: ${repeats}`);
	check('what the killed worker had sent was offered again', true, repeats > 0);

	const begun = Date.now();
	const made = await settled(
		async () => (await host.api.executions(host.workflowId)).filter(({ id }) => !before.has(id)),
		(all) => !all.some(({ status }) => UNFINISHED.has(status)),
		GIVEN_UP_WITHIN_MS,
	);
	note(`n8n gave the last execution up after another ${secondsSince(begun)} s`);
	const lost = made.filter(({ status }) => status !== 'success');
	note(`not successful: ${lost.map(({ id, status }) => `${id} ${status}`).join(', ')}`);
	check('only what a kill cut off has failed', [...cutOff].sort(), lost.map(({ id }) => id).sort());
	await host.api.unpublish(host.workflowId);
	note(`${shop.state.orders.size} orders in all`);
}

/** Lets the shop's clock run on and n8n poll, until every order is in progress. */
async function finish({ middle, host }: QueueStage): Promise<void> {
	const begun = Date.now();
	for (let polls = 1; polls <= POLLS_TO_FINISH; polls += 1) {
		passTime(middle.shop, LATER_MS);
		await pollOnce(host);
		const done = (): boolean => notInProgress(middle.shop).length === 0;
		if (!(await until(done, HANDED_OVER_WITHIN_MS))) continue;
		note(`finished after ${polls} polls in ${secondsSince(begun)} s`);
		return;
	}
}

function describe({ middle: { shop, target } }: QueueStage): string {
	const open = notInProgress(shop).length;
	return `${shop.state.orders.size} orders placed, ${target.orders().length} arrived, ${open} not in progress`;
}
