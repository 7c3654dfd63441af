import type { IDataObject } from 'n8n-workflow';
import type { Engine } from './support/engine';
import type { ScenarioOptions } from './support/scenario';
import { Scenario } from './support/scenario';
import {
	BLANKETS,
	letterOf,
	MUGS,
	neededOf,
	orderedOf,
	shortName,
	shownInShop,
} from './warehouseCases';
import type { Happening, Scene } from './warehouseCases';

/** When something happens to the order, seen from the handover of fulfillment order A. */
export const TIMINGS = {
	/** A was offered, and its workflow run ended before it reached the warehouse. */
	neverArrived: 'before the confirmation, not at the warehouse',
	/** A was offered, the warehouse has it, and the confirmation was lost. */
	notConfirmed: 'before the confirmation, at the warehouse',
	/** A was offered, and the workflow run is under way: it is delivered and confirmed afterwards. */
	underWay: 'while the workflow runs',
	/** The warehouse has A, and it is confirmed. */
	confirmed: 'after the confirmation',
} as const;

/** One of the {@link TIMINGS}. */
export type Timing = keyof typeof TIMINGS;

/** What was left at the end. */
export interface Ending {
	/** Orders that the warehouse is going to ship: `A #1001: 3 mug + 2 blanket`. */
	readonly atWarehouse: readonly string[];
	readonly inShop: string;
	/** Units at the warehouse, by SKU. */
	readonly units: Readonly<Record<string, number>>;
	/** Most units of any moment, by SKU. */
	readonly most: Readonly<Record<string, number>>;
	/** Units that the order needs from the warehouse at the end, by SKU. */
	readonly needed: Readonly<Record<string, number>>;
	/** Units ever ordered, by SKU. */
	readonly ordered: Readonly<Record<string, number>>;
	/** Keys that the warehouse refused because their number was taken. */
	readonly refused: readonly string[];
	/** Why something failed, in the words of the nodes. */
	readonly failures: readonly string[];
	/** What could not happen, because the shop did not allow it. */
	readonly impossible: readonly string[];
	/** Whether nothing is offered any more, however long one waits. */
	readonly isQuiet: boolean;
}

/** The pause between two offers of one order, and a little. */
const PAUSE_MINUTES = 61;
/** Longest pause between two offers of one order, and a little. */
const LONGEST_PAUSE_MINUTES = 24 * 60 + 1;
const MAX_ROUNDS = 8;

/** Hands fulfillment order A over, lets things happen to it, and polls until nothing comes any more. */
export async function play(
	engine: Engine,
	timing: Timing,
	happenings: readonly Happening[],
	options: ScenarioOptions = {},
): Promise<Ending> {
	const scenario = new Scenario(engine, options);
	const one = new Play(scenario);
	await one.offerA(timing);
	for (const happening of happenings) one.let(happening);
	if (timing === 'underWay') await one.deliverA();
	await one.round(0);
	await one.round(PAUSE_MINUTES);
	one.settle();
	return await one.toTheEnd();
}

/**
 * What is wrong with an ending. The warehouse may have more units than the order still needs only if it
 * had them before the order shrank; that it is told so is the work of other events.
 */
export function problemsOf(
	ending: Ending,
	timing: Timing,
	happenings: readonly Happening[],
): readonly string[] {
	const { units, most, needed, ordered } = ending;
	const isTold = timing === 'confirmed' || timing === 'underWay';
	const mayKeep = isTold && happenings.some(({ shrinks }) => shrinks === true);
	const problems = Object.keys({ ...ordered, ...units }).flatMap((sku) => {
		const has = units[sku] ?? 0;
		const needs = needed[sku] ?? 0;
		if ((most[sku] ?? 0) > (ordered[sku] ?? 0)) return ['more than ordered'];
		if (has < needs) return ['units are missing'];
		return has > needs && !mayKeep ? ['more than needed'] : [];
	});
	return [
		...new Set([
			...problems,
			...(ending.refused.length > 0 ? ['a number was used twice'] : []),
			...(ending.failures.length > 0 ? ['a confirmation failed'] : []),
			...(ending.isQuiet ? [] : ['offered for ever']),
		]),
	];
}

/** One order on its way. */
class Play {
	private readonly scenario: Scenario;
	private readonly scene: Scene;
	private offered: readonly IDataObject[] = [];
	private readonly failures: string[] = [];
	private readonly impossible: string[] = [];
	private readonly most: Record<string, number> = {};

	constructor(scenario: Scenario) {
		this.scenario = scenario;
		const { shop } = scenario;
		const order = shop.placeOrder({
			lines: [
				{ sku: MUGS, quantity: 3 },
				{ sku: BLANKETS, quantity: 2 },
			],
		});
		this.scene = { shop, order };
	}

	async offerA(timing: Timing): Promise<void> {
		this.offered = (await this.scenario.poll()).items ?? [];
		if (timing === 'confirmed') await this.deliverA();
		if (timing === 'notConfirmed') {
			for (const item of this.offered) this.scenario.warehouse.create(item);
		}
		this.scenario.wait(1);
	}

	async deliverA(): Promise<void> {
		const { failures } = await this.scenario.handOver(this.offered);
		this.failures.push(...failures);
		this.count();
	}

	let(happening: Happening): void {
		this.scenario.wait(1);
		try {
			happening.happen(this.scene);
		} catch (error) {
			this.impossible.push(`${happening.name}: ${error instanceof Error ? error.message : ''}`);
		}
	}

	/** Staff end what waits for them: holds are released. */
	settle(): void {
		for (const { id, status } of this.scene.order.fulfillmentOrders) {
			if (status === 'ON_HOLD') this.scene.shop.releaseHold(id);
		}
	}

	async round(minutes: number): Promise<number> {
		this.scenario.wait(minutes);
		const { items, failures } = await this.scenario.pollAndHandOver();
		this.failures.push(...failures);
		this.count();
		return items.length;
	}

	async toTheEnd(): Promise<Ending> {
		let isQuiet = false;
		await this.round(1);
		for (let rounds = 0; rounds < MAX_ROUNDS && !isQuiet; rounds += 1) {
			isQuiet = (await this.round(LONGEST_PAUSE_MINUTES)) === 0;
		}
		const { warehouse } = this.scenario;
		return {
			atWarehouse: this.atWarehouse(),
			inShop: shownInShop(this.scene),
			units: this.units(),
			most: this.most,
			needed: neededOf(this.scene),
			ordered: orderedOf(this.scene),
			refused: warehouse.refused.map((key) => this.named(key)),
			failures: this.failures,
			impossible: this.impossible,
			isQuiet,
		};
	}

	private count(): void {
		for (const [sku, count] of Object.entries(this.units())) {
			this.most[sku] = Math.max(this.most[sku] ?? 0, count);
		}
	}

	private units(): Record<string, number> {
		const units: Record<string, number> = {};
		for (const [line, count] of Object.entries(this.scenario.warehouse.units)) {
			units[this.skuOf(line)] = (units[this.skuOf(line)] ?? 0) + count;
		}
		return units;
	}

	private atWarehouse(): readonly string[] {
		return this.scenario.warehouse.openOrders.map(({ key, number, units }) => {
			const goods = Object.entries(units)
				.filter(([, count]) => count > 0)
				.map(([line, count]) => `${count} ${shortName(this.skuOf(line))}`);
			return `${this.named(key)} ${this.named(number)}: ${goods.join(' + ')}`;
		});
	}

	private skuOf(line: string): string {
		return this.scene.order.lines.find(({ id }) => id === line)?.sku ?? line;
	}

	/** Ids of fulfillment orders as letters. */
	private named(text: string): string {
		return this.scene.order.fulfillmentOrders.reduce(
			(named, { legacyId }, index) => named.replace(String(legacyId), letterOf(index)),
			text,
		);
	}
}
