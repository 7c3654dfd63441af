import { setTimeout as delay } from 'node:timers/promises';
import type { Machine } from './machine';

/**
 * An execution that runs for longer holds the shop's clock up: half an hour of the shop's passes meanwhile, and *Offer
 * Again After*, an hour, must be longer than the workflow takes. Here an hour passes in half a minute.
 */
const HOLDS_UP_FROM_SECONDS = 10;
/** One that runs for longer than n8n lets it end is that of a process which is gone. */
const HOLDS_UP_TO_SECONDS = 90;
const LOOK_EVERY_MS = 1000;

/** Looks now and then whether n8n keeps up with the day. */
export class Pace {
	private readonly machine: Machine;
	private isOver = false;
	private behind = false;

	constructor(machine: Machine) {
		this.machine = machine;
		void this.look();
	}

	/** Whether time may pass in the shop. */
	get mayPass(): boolean {
		return !this.behind;
	}

	end(): void {
		this.isOver = true;
	}

	private async look(): Promise<void> {
		while (!this.isOver) {
			// n8n may be starting, or its database be busy: it is seen with the next look.
			const ages = await this.machine.running().catch(() => []);
			this.behind = ages.some((age) => age >= HOLDS_UP_FROM_SECONDS && age <= HOLDS_UP_TO_SECONDS);
			await delay(LOOK_EVERY_MS, undefined, { ref: false });
		}
	}
}
