import { setTimeout as delay } from 'node:timers/promises';
import { until } from '../n8n/checks';
import type { ServedEnds } from './ends';
import type { Ledger } from './ledger';
import type { Machine } from './machine';
import type { Trouble } from './plan';
import { pollsOf } from './polls';
import type { Tallies } from './tallies';
import type { TargetFaults } from './targetFaults';

/** A kill waits so long for an execution that it may hit. */
const BUSY_WITHIN_MS = 5000;
/** And then at most so long. */
const LIVES_ON_MS = 900;
/** Share of kills that come at any moment: between two polls, in a poll, or while n8n boots. */
const ANY_MOMENT_SHARE = 0.35;

const POLLS_WITHIN_MS = 20_000;

/** Where troubles happen. */
export interface TroubleScene {
	readonly machine: Machine;
	readonly ends: ServedEnds;
	readonly targetFaults: TargetFaults;
	readonly tallies: Tallies;
	readonly ledger: Ledger;
}

/** The day goes on for so many deeds while n8n is away or boots, and then waits for it. */
const DEEDS_WITHOUT_N8N = 10;

/** Lets troubles begin and end. What happens to n8n happens beside the day: orders come in while it boots. */
export class Troubles {
	private readonly scene: TroubleScene;
	private readonly waiting: Trouble[];
	private readonly endings: { readonly at: number; readonly end: () => void }[] = [];
	/** What happens to n8n now, and since which deed. */
	private life: { readonly since: number; readonly over: Promise<void> } | undefined;
	private failure: Error | undefined;

	constructor(scene: TroubleScene, planned: readonly Trouble[]) {
		this.scene = scene;
		this.waiting = [...planned];
	}

	/** Begins and ends what is due with the deed of this index, and waits for n8n if it is away for long. */
	async step(deed: number): Promise<void> {
		for (const one of this.endings.filter(({ at }) => at <= deed)) {
			one.end();
			this.endings.splice(this.endings.indexOf(one), 1);
		}
		if (this.life && deed - this.life.since >= DEEDS_WITHOUT_N8N) await this.lifeOver();
		while ((this.waiting[0]?.at ?? Infinity) <= deed) {
			const trouble = this.waiting.shift();
			if (trouble) await this.begin(trouble, deed);
		}
	}

	/** Ends everything that lasts, and waits until n8n runs. */
	async end(): Promise<void> {
		for (const { end } of this.endings) end();
		this.endings.length = 0;
		await this.lifeOver();
	}

	private async lifeOver(): Promise<void> {
		await this.life?.over;
		this.life = undefined;
		if (this.failure) throw this.failure;
	}

	private async begin(trouble: Trouble, deed: number): Promise<void> {
		const { ends, targetFaults, tallies } = this.scene;
		const at = trouble.at + trouble.lasts;
		switch (trouble.kind) {
			case 'targetDown':
				targetFaults.isDown = true;
				this.endings.push({ at, end: () => (targetFaults.isDown = false) });
				return;
			case 'targetRefuses':
				targetFaults.refuses = true;
				this.endings.push({ at, end: () => (targetFaults.refuses = false) });
				return;
			case 'dropSubscriptions':
				if (ends.shop.webhooks.subscriptions.length === 0) return;
				ends.shop.webhooks.dropSubscriptions();
				tallies.add('webhooks: subscriptions dropped');
				return;
			default: {
				await this.lifeOver();
				const over = this.changeLife(trouble).catch((error: unknown) => {
					this.failure = error instanceof Error ? error : new Error(String(error));
				});
				this.life = { since: deed, over };
			}
		}
	}

	private async changeLife({ kind, dice }: Trouble): Promise<void> {
		const { machine, ends, tallies, ledger } = this.scene;
		ledger.tellAll(`n8n: ${kind}`);
		if (kind === 'kill' || kind === 'killAndWipe') {
			const [which = 0, when = 0, whom = 0] = dice;
			if (which >= ANY_MOMENT_SHARE) await this.busy();
			await delay(LIVES_ON_MS * when);
			await machine.kill(whom);
			tallies.add('n8n: killed');
		} else {
			await machine.stop();
			tallies.add('n8n: stopped and started');
		}
		if (kind === 'killAndWipe' || kind === 'stopAndWipe') {
			await machine.wipeStaticData();
			tallies.add('n8n: static data wiped');
		}
		await machine.start();
		ledger.tellAll('n8n: started');
		// The day goes on when the trigger does, unless that takes long.
		const polls = pollsOf(ends.shop);
		await until(() => pollsOf(ends.shop) > polls, POLLS_WITHIN_MS);
	}

	/** Waits until the target is asked something: an execution is under way then. */
	private async busy(): Promise<void> {
		const { requests } = this.scene.targetFaults;
		await until(() => this.scene.targetFaults.requests > requests, BUSY_WITHIN_MS);
	}
}
