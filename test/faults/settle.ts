import { setTimeout as delay } from 'node:timers/promises';
import { until } from '../n8n/checks';
import type { ServedEnds } from './ends';
import type { Ledger } from './ledger';
import { PUBLICATION_LEASE_SECONDS, type Machine } from './machine';
import { POLL, pollsOf } from './polls';

/** Longer than the longest pause between two offers; all rounds together are shorter than orders are looked for. */
const ROUND_MS = 25 * 3_600_000;
const MOST_ROUNDS = 14;
/** Rounds without any change after which nothing will change. */
const QUIET_ROUNDS = 2;
/** After a kill n8n sits out the lease of a publication, looks for it every 15 s, and then polls twice. */
const POLL_WITHIN_MS = (PUBLICATION_LEASE_SECONDS + 90) * 1000;
const QUIET_WITHIN_MS = 120_000;
const LOOK_EVERY_MS = 500;
const UNFINISHED = ['new', 'running', 'waiting'];

/** Where it settles. */
export interface SettleScene {
	readonly ends: ServedEnds;
	readonly machine: Machine;
	readonly ledger: Ledger;
	readonly signal: AbortSignal;
}

/** Lets time run on and n8n poll until nothing changes any more; gives the rounds it took. */
export async function settle(scene: SettleScene): Promise<number> {
	const { shop } = scene.ends;
	let before = '';
	let quiet = 0;
	// A day passes at once now, and no workflow takes a day.
	await workDone(scene);
	for (let round = 1; round <= MOST_ROUNDS; round += 1) {
		scene.signal.throwIfAborted();
		scene.ends.passTime(ROUND_MS);
		shop.finishLate();
		// One may have begun before the time passed.
		const scans = pollsOf(shop);
		const polled = (): boolean => pollsOf(shop) >= scans + 2;
		// Orders would wait for ever.
		if (!(await until(polled, POLL_WITHIN_MS))) throw new Error('n8n does not poll any more');
		await workDone(scene);
		const now = stateOf(scene);
		quiet = now === before ? quiet + 1 : 0;
		before = now;
		if (quiet >= QUIET_ROUNDS) return round;
	}
	return MOST_ROUNDS;
}

/** Waits until no execution is under way and no delivery waits that is due. */
async function workDone({ ends, machine }: SettleScene): Promise<void> {
	await ends.shop.webhooks.idle();
	let requests = -1;
	const isQuiet = async (): Promise<boolean> => {
		const counts = await machine.executions();
		const writes = ends.shop.log.filter(({ operationName }) => operationName !== POLL).length;
		const same = writes === requests;
		requests = writes;
		return same && UNFINISHED.every((status) => (counts.get(status) ?? 0) === 0);
	};
	const deadline = Date.now() + QUIET_WITHIN_MS;
	while (!(await isQuiet()) && Date.now() < deadline) await delay(LOOK_EVERY_MS);
}

/** All that counts at the end, to be compared with itself. */
function stateOf({ ends, ledger }: SettleScene): string {
	const { shop, target } = ends;
	const parts = [...shop.state.fulfillmentOrders.values()].map(
		({ id, status, location, lines }) => [
			id,
			status,
			location.name,
			lines.map((one) => one.remaining),
		],
	);
	const orders = target.orders().map(({ reference, status, body, repeats }) => {
		return [reference, status, body, repeats];
	});
	const uploaded = target.shipments().map(({ uploadedAt }) => uploadedAt);
	return JSON.stringify([ledger.differences(), parts, orders, uploaded]);
}
