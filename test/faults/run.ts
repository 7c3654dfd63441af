import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { note, secondsSince } from '../n8n/checks';
import { ORDERS_TO_WAREHOUSE, SHIPMENTS_TO_SHOPIFY } from '../n8n/importWorkflows';
import type { InstalledN8n } from '../n8n/installN8n';
import type { TargetEvent } from '../target/target';
import type { Difference } from './compare';
import { Day } from './day';
import { serveEnds } from './ends';
import { Ledger } from './ledger';
import type { MachineMaker } from './machine';
import { Pace } from './pace';
import { planDay } from './plan';
import { publishWorkflows, type Receiving } from './receiving';
import { settle } from './settle';
import { beginShopFaults, endShopFaults, tallyDeliveries } from './shopFaults';
import { Tallies } from './tallies';
import { TargetFaults } from './targetFaults';
import { Troubles } from './troubles';

/** What a run is to be. */
export interface RunOptions {
	readonly seed: number;
	readonly orders: number;
	readonly receiving: Receiving;
	readonly kills: boolean;
	readonly writeOrders: boolean;
	/** Milliseconds between two deeds, on average. */
	readonly paceMs: number;
	readonly installed: InstalledN8n;
	readonly machine: MachineMaker;
	/** Is made, and keeps everything that n8n writes. */
	readonly folder: string;
	readonly signal: AbortSignal;
}

/** What a run came to. */
export interface RunResult {
	readonly orders: number;
	readonly units: { readonly wanted: number; readonly ordered: number };
	readonly deeds: Tallies;
	readonly faults: Tallies;
	/** By n8n's word for how they ended. */
	readonly executions: ReadonlyMap<string, number>;
	/** Offers that came again under their key. */
	readonly repeats: number;
	readonly differences: readonly Difference[];
	/** What happened to the orders that differ, oldest first. */
	readonly stories: ReadonlyMap<string, readonly string[]>;
	readonly seconds: number;
}

/** Runs one day of a shop with its faults through a real n8n, and compares what is left at both ends. */
export async function runDay(options: RunOptions): Promise<RunResult> {
	const { seed, orders, receiving, kills, installed, folder, signal } = options;
	const begun = Date.now();
	const [deeds, faults] = [new Tallies(), new Tallies()];
	const ledger = new Ledger();
	const targetFaults = new TargetFaults(seed + 1, faults);
	const ends = await serveEnds({
		writeOrders: options.writeOrders,
		before: (handle) => targetFaults.before(handle),
		onTargetEvent: (event: TargetEvent) => ledger.noteTarget(event),
	});
	ledger.open(ends);
	const machine = await options.machine({
		installed,
		folder: join(folder, `seed-${seed}`),
		ends: ends.addresses,
		workflows: [
			{ file: ORDERS_TO_WAREHOUSE, publish: false },
			{ file: SHIPMENTS_TO_SHOPIFY, publish: false },
		],
	});
	const pace = new Pace(machine);
	try {
		const host = await machine.start();
		await publishWorkflows(host, ends, receiving);
		note(`n8n is ready after ${secondsSince(begun)} s`);
		const webhooks = receiving.by === 'webhooks';
		const plan = planDay({ seed, orders, kills, webhooks });
		const day = new Day(ends, ledger, deeds, seed);
		const scene = { machine, ends, targetFaults, tallies: faults, ledger, signal };
		const troubles = new Troubles(scene, plan.troubles);
		beginShopFaults(ends.shop, seed + 2, faults, ledger);
		for (const [index, deed] of plan.deeds.entries()) {
			signal.throwIfAborted();
			await troubles.step(index);
			day.do(pace.mayPass ? deed : { ...deed, minutes: 0 });
			// Some come together, others after a while.
			await delay(2 * options.paceMs * (deed.dice[0] ?? 0));
		}
		await troubles.end();
		note(
			`${ends.shop.webhooks.deliveries.length} deliveries, ${ends.shop.log.length} requests to the shop`,
		);
		note(`the day is over after ${secondsSince(begun)} s`);
		signal.throwIfAborted();
		tallyDeliveries(ends.shop, faults);
		endShopFaults(ends.shop);
		targetFaults.end();
		day.clearUp();
		const rounds = await settle(scene);
		note(`nothing changes any more after ${secondsSince(begun)} s, ${rounds} rounds`);
		const differences = ledger.differences();
		const named = new Set(differences.map(({ order }) => order));
		return {
			orders: ends.shop.state.orders.size,
			units: ledger.totals(),
			deeds,
			faults,
			executions: await machine.executions(),
			repeats: ends.target.orders().reduce((sum, one) => sum + one.repeats, 0),
			differences,
			stories: new Map([...named].map((name) => [name, ledger.story(name)])),
			seconds: (Date.now() - begun) / 1000,
		};
	} finally {
		pace.end();
		await machine.end();
		await ends.close();
	}
}
