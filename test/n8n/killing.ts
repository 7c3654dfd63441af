import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { randomNumbers } from '../shop';
import type { Check } from './checks';
import { note, secondsSince, until } from './checks';
import { compareUnits } from './compareUnits';
import { notInProgress } from './demoShop';
import { IncomingOrders } from './incomingOrders';
import type { InstalledN8n } from './installN8n';
import { openMiddle, type Middle } from './middle';
import type { Execution } from './n8nApi';
import { passTime } from './passTime';
import { finishedExecutions } from './scene';
import { startHost, type Host } from './startHost';
import { findFreePort, startN8n, type N8nPlace, type RunningN8n } from './startN8n';

const KILLS = 20;
const ORDERS = 200;
/** The smallest that the trigger takes. */
const OFFER_AGAIN_AFTER_MINUTES = 1;
/** The warehouse works at once and answers later, so that kills find answers on their way. */
const ANSWERS_AFTER_MS = 2500;
/**
 * How long n8n lives once it answers, as a share of the time that it took to boot, so that a slow machine gets
 * as far as a fast one: time for its first poll, what it hands over, and often a second poll.
 */
const LIFE_SHARE = { shortest: 0.03, longest: 0.6 };
/** Of the lives, those in which n8n is made to poll a second time. */
const SECOND_POLL_SHARE = 2 / 3;
const MINUTE_MS = 60_000;
/** Of the shop's time, between two lives: offers fall due while the kills go on. */
const DEAD_FOR_MS = { shortest: MINUTE_MS, longest: 10 * MINUTE_MS };
/** Longer than the pause after the attempts that come together here. */
const LATER_MS = 12 * 60 * MINUTE_MS;
const POLLS_TO_FINISH = 12;
const QUIET_MS = 1500;
/** After a kill n8n itself may need minutes until it activates a workflow again. */
const ACTIVE_WITHIN_MS = 200_000;
/** Less than a boot takes: n8n would sit out whole lives after a kill in the middle of a publication. */
const PUBLICATION_LEASE_SECONDS = 6;
/** Fewer kills that hit an execution would prove little. */
const HITS_AT_LEAST = 5;

/** What one n8n process came to. */
interface Life {
	readonly startedMs: number;
	/** When it answered. */
	readonly readyMs: number;
	/** When it asked the shop for the first time; null if it was killed before. */
	readonly askedMs: number | null;
	readonly diedMs: number;
	/** What ended it: an n8n that had ended before was not killed. */
	readonly diedBy: NodeJS.Signals | null;
}

/** All that is there while n8n comes and goes. */
interface Setting {
	readonly installed: InstalledN8n;
	readonly place: N8nPlace;
	readonly middle: Middle;
	/** Answers whenever an n8n lives in the place. */
	readonly host: Host;
	/** Decides the moments. */
	readonly random: () => number;
	/** Whether a kill came between unpublishing and publishing: no start publishes the workflow then. */
	unpublished: boolean;
}

type StartedExecution = Execution & { readonly startedAt: string | null };

/**
 * Kills n8n with SIGKILL twenty times at random moments while 200 orders come in, then lets it finish.
 * Every order must be in the warehouse, none twice, unit by unit what was ordered, and in progress in the
 * shop. The moments come from a seed, which is printed; the environment variable `SEED` repeats them.
 */
export async function checkKilling(
	installed: InstalledN8n,
	folder: string,
	check: Check,
): Promise<void> {
	const begunMs = Date.now();
	const seed = Number(process.env['SEED'] ?? begunMs % 1_000_000);
	note(`SEED=${seed} repeats the moments`);
	const middle = await openMiddle({ folder, shopPort: 0, targetPort: 0 });
	const port = await findFreePort();
	const place: N8nPlace = {
		userFolder: join(folder, 'n8n'),
		port,
		brokerPort: await findFreePort(),
		publicationLeaseSeconds: PUBLICATION_LEASE_SECONDS,
	};
	const host = await startHost(installed, place, middle.ends);
	const random = randomNumbers(seed);
	const setting: Setting = { installed, place, middle, host, random, unpublished: false };
	// Their own numbers: how many orders come in one life depends on how fast the machine is.
	const incoming = new IncomingOrders(middle.shop, randomNumbers(seed + 1));
	let last: RunningN8n | undefined;
	try {
		await offerAgainSoon(host);
		await host.n8n.kill();
		middle.target.faults.delayMs = ANSWERS_AFTER_MS;
		const lives = await killAgainAndAgain(setting, incoming);
		last = await startN8n(installed, place);
		await finish(setting);
		await checkOutcome(setting, lives, check);
		note(`${secondsSince(begunMs)} s in all`);
	} finally {
		incoming.stop();
		await host.n8n.kill();
		await last?.stop();
		await middle.close();
	}
}

/** Sets the trigger's `Offer Again After`, as a user would with the mouse. */
async function offerAgainSoon({ api, workflowId }: Host): Promise<void> {
	const workflow = await api.workflow(workflowId);
	const nodes = workflow.nodes.map((node) => {
		if (!node.type.endsWith('.shopifyFulfillmentOrdersTrigger')) return node;
		const options = { offerAgainAfter: OFFER_AGAIN_AFTER_MINUTES };
		return { ...node, parameters: { ...node.parameters, options } };
	});
	await api.unpublish(workflowId);
	await api.updateWorkflow(workflowId, { ...workflow, nodes });
	await api.publish(workflowId);
}

/** Gives the lives of n8n, in their order; after the last one n8n is dead. */
async function killAgainAndAgain(
	setting: Setting,
	incoming: IncomingOrders,
): Promise<readonly Life[]> {
	const { shop } = setting.middle;
	const lives: Life[] = [];
	for (let kill = 1; kill <= KILLS; kill += 1) {
		incoming.allow(Math.round((ORDERS * kill) / KILLS));
		const life = await liveAndDie(setting);
		lives.push(life);
		note(`kill ${String(kill).padStart(2)}: ${describeLife(life)}; ${describe(setting.middle)}`);
		incoming.placeRest();
		passTime(shop, between(DEAD_FOR_MS, setting.random));
	}
	return lives;
}

/** Starts n8n and kills it at a random moment. */
async function liveAndDie(setting: Setting): Promise<Life> {
	const { installed, place, middle, random } = setting;
	const lifeShare = between(LIFE_SHARE, random);
	const secondPollShare = random() < SECOND_POLL_SHARE ? lifeShare * random() : null;
	const startedMs = Date.now();
	const n8n = await startN8n(installed, place);
	const readyMs = Date.now();
	const bootMs = readyMs - startedMs;
	const firstRequest = middle.shop.log.length;
	let askedMs: number | null = null;
	const watching = setInterval(() => {
		if (askedMs === null && middle.shop.log.length > firstRequest) askedMs = Date.now();
	}, 20);
	try {
		if (setting.unpublished || secondPollShare !== null) {
			await delay(bootMs * (secondPollShare ?? 0));
			void pollNow(setting);
		}
		await delay(Math.max(0, readyMs + bootMs * lifeShare - Date.now()));
	} finally {
		clearInterval(watching);
		await n8n.kill();
	}
	return { startedMs, readyMs, askedMs, diedMs: Date.now(), diedBy: await n8n.ended };
}

/** Makes n8n poll; remembers if the kill comes in the middle of it. */
async function pollNow(setting: Setting): Promise<void> {
	setting.unpublished = true;
	try {
		await setting.host.pollNow();
		setting.unpublished = false;
	} catch {
		// Killed.
	}
}

/** Lets the shop's clock run on and n8n poll, until every order is in progress. */
async function finish({ middle, host }: Setting): Promise<void> {
	const begunMs = Date.now();
	for (let polls = 0; polls < POLLS_TO_FINISH; polls += 1) {
		const requests = middle.shop.log.length;
		passTime(middle.shop, LATER_MS);
		await host.pollNow();
		await until(() => middle.shop.log.length > requests, ACTIVE_WITHIN_MS);
		await quiet(middle);
		await finishedExecutions(host);
		if (notInProgress(middle.shop).length === 0) {
			note(`finished after ${polls + 1} polls in ${secondsSince(begunMs)} s`);
			return;
		}
	}
}

/** Waits until nothing has been asked of the shop for a while. */
async function quiet({ shop }: Middle): Promise<void> {
	let requests = -1;
	while (shop.log.length !== requests) {
		requests = shop.log.length;
		await delay(QUIET_MS);
	}
}

async function checkOutcome(
	{ middle, host }: Setting,
	lives: readonly Life[],
	check: Check,
): Promise<void> {
	const { shop, target } = middle;
	const executions = (await host.api.executions(host.workflowId)) as readonly StartedExecution[];
	const crashed = executions.filter(({ status }) => status === 'crashed');
	const hit = lives.filter(({ startedMs, diedMs }) =>
		crashed.some(({ startedAt }) => {
			const at = Date.parse(startedAt ?? '');
			return at >= startedMs && at <= diedMs;
		}),
	);
	const orders = [...shop.state.orders.values()];
	const arrived = target.orders();
	const repeats = arrived.reduce((sum, one) => sum + one.repeats, 0);
	const units = compareUnits(middle);
	note(`kills: ${lives.length}, of which ${hit.length} while an execution was running`);
	note(`executions: ${executions.length}, of which ${crashed.length} crashed`);
	note(`orders placed: ${orders.length}, arrived: ${arrived.length}`);
	note(`offers repeated, each kept once: ${repeats}`);
	note(`units ordered: ${units.ordered}, arrived: ${units.arrived}`);
	const killed = lives.filter(({ diedBy }) => diedBy === 'SIGKILL');
	check(`n8n was killed ${KILLS} times`, KILLS, killed.length);
	check(`at least ${HITS_AT_LEAST} kills hit an execution`, true, hit.length >= HITS_AT_LEAST);
	check(`${ORDERS} orders were placed`, ORDERS, orders.length);
	check(
		'each is in the warehouse, and none twice',
		orders.map(({ name }) => name).sort(),
		arrived.map(({ orderNumber }) => orderNumber).sort(),
	);
	check('each line has as many units there as were ordered', [], units.differing);
	check('each is in progress in the shop', [], notInProgress(shop));
}

function between(span: { shortest: number; longest: number }, random: () => number): number {
	return span.shortest + random() * (span.longest - span.shortest);
}

function describeLife({ startedMs, readyMs, askedMs, diedMs }: Life): string {
	const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
	const asked = askedMs === null ? 'asked nothing' : `asked after ${seconds(askedMs - readyMs)}`;
	return `booted in ${seconds(readyMs - startedMs)}, ${asked}, killed after ${seconds(diedMs - readyMs)}`;
}

function describe({ shop, target }: Middle): string {
	return `${shop.state.orders.size} orders placed, ${target.orders().length} arrived`;
}
