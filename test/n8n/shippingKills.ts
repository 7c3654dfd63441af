import { setTimeout as delay } from 'node:timers/promises';
import { randomNumbers, type Order } from '../shop';
import { note, secondsSince, until, type Check } from './checks';
import type { Middle } from './middle';
import type { Scene } from './scene';
import { checkParcels } from './shippedParcels';
import { bringOrders } from './shipping';
import {
	publishUploads,
	ship,
	shipOneUnit,
	unpublishUploads,
	uploadExecutions,
} from './uploadRuns';

const ORDERS = 42;
/** Orders that leave in two parcels. */
const IN_TWO_PARCELS = 18;
const KILLS = 3;
/** The shop works at once and answers later, so that kills find answers on their way. */
const ANSWERS_AFTER_MS = 1200;
const UPLOADS_WITHIN_MS = 90_000;

/**
 * Kills n8n with SIGKILL while it uploads 60 parcels, then lets it finish: each parcel must be in the shop once,
 * its customer told once, and the warehouse must know. Leaves n8n running. The moments come from a seed, which is
 * printed; the environment variable `SEED` repeats them.
 *
 * @param refused orders of earlier checks whose parcels the shop does not take
 */
export async function checkShippingKills(
	scene: Scene,
	check: Check,
	refused: readonly string[] = [],
): Promise<void> {
	const begun = Date.now();
	const seed = Number(process.env['SEED'] ?? begun % 1_000_000);
	note(`SEED=${seed} repeats the moments`);
	const random = randomNumbers(seed);
	const middle = await scene.openMiddle();
	const { shop, target } = middle;
	let host = await scene.openHost();
	const orders = await bringOrders(middle, host, ORDERS);
	const crashedBefore = await crashed();
	const delayed = { operation: 'CreateFulfillment' };
	shop.faults.everyNth(1, { kind: 'delay', ms: ANSWERS_AFTER_MS }, delayed);
	await publishUploads(host, middle.ends.targetUrl);
	for (let kill = 0; kill < KILLS; kill += 1) {
		const before = shop.state.fulfillments.size;
		await shipShare(middle, orders, kill);
		await until(() => shop.state.fulfillments.size > before, UPLOADS_WITHIN_MS);
		await delay(ANSWERS_AFTER_MS * random());
		await scene.kill();
		const made = shop.state.fulfillments.size - before;
		note(
			`kill ${kill + 1}: ${made} fulfillments made since the last, ${unmarked().length} to mark`,
		);
		host = await scene.openHost();
	}
	shop.faults.clear();
	await until(() => unmarked().length === 0, UPLOADS_WITHIN_MS);
	await unpublishUploads(host);
	const hits = (await crashed()) - crashedBefore;
	note(`${hits} executions crashed, ${secondsSince(begun)} s in all`);
	check(`at least half of ${KILLS} kills hit an upload`, true, hits >= KILLS / 2);
	check('n8n finishes what was left', [], unmarked());
	checkParcels('after the kills', middle, check, refused);

	function unmarked(): readonly string[] {
		return target
			.shipments()
			.filter((one) => one.uploadedAt === null && !refused.includes(one.orderNumber))
			.map(({ id }) => id);
	}

	async function crashed(): Promise<number> {
		return (await uploadExecutions(host)).filter(({ status }) => status === 'crashed').length;
	}
}

/** Ships the orders that belong to one life of n8n. */
async function shipShare(middle: Middle, orders: readonly Order[], life: number): Promise<void> {
	for (const [index, { name }] of orders.entries()) {
		if (index % KILLS !== life) continue;
		if (index < IN_TWO_PARCELS) await shipOneUnit(middle, name);
		await ship(middle, { orderNumber: name });
	}
}
