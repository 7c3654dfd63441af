import { randomNumbers } from './randomNumbers';

/** What a delivery meets. */
export type WebhookFault =
	/** It is never sent. */
	| { readonly kind: 'lose' }
	/** It is sent twice. */
	| { readonly kind: 'duplicate' }
	/** It is sent that many milliseconds later, by the shop's clock. */
	| { readonly kind: 'delay'; readonly ms: number }
	/** The next delivery is sent before it; without one it goes after two seconds, or with `idle`. */
	| { readonly kind: 'reorder' }
	/** Its first attempt is signed with another secret, as by somebody else. */
	| { readonly kind: 'forge' };

/** Shares of deliveries that meet a fault, each between 0 and 1. */
export interface WebhookFaultRates {
	readonly lose?: number;
	readonly duplicate?: number;
	readonly delay?: number;
	readonly reorder?: number;
	readonly forge?: number;
}

/** Which deliveries a fault is for: those of a topic such as `orders/paid`, or all. */
export interface WebhookFaultScope {
	readonly topic?: string;
}

/** Faults of deliveries on request: for the next ones, in the order planned, and by chance. */
export class WebhookFaults {
	private planned: {
		readonly fault: WebhookFault;
		readonly topic: string | undefined;
		left: number;
	}[] = [];
	private chance: ((topic: string) => WebhookFault | undefined) | undefined;

	/** The next `count` matching deliveries meet the fault. */
	next(fault: WebhookFault, count = 1, scope: WebhookFaultScope = {}): void {
		this.planned.push({ fault, topic: scope.topic, left: count });
	}

	/** Faults by chance, the same ones for the same seed. A delay is `delayMs`, default 5000. */
	random(
		seed: number,
		rates: WebhookFaultRates,
		options: WebhookFaultScope & { readonly delayMs?: number } = {},
	): void {
		const roll = randomNumbers(seed);
		const { topic: only, delayMs = 5000 } = options;
		const kinds: readonly [number, WebhookFault][] = [
			[rates.lose ?? 0, { kind: 'lose' }],
			[rates.duplicate ?? 0, { kind: 'duplicate' }],
			[rates.delay ?? 0, { kind: 'delay', ms: delayMs }],
			[rates.reorder ?? 0, { kind: 'reorder' }],
			[rates.forge ?? 0, { kind: 'forge' }],
		];
		this.chance = (topic) => {
			if (only !== undefined && only !== topic) return undefined;
			let at = roll();
			for (const [rate, fault] of kinds) {
				if (at < rate) return fault;
				at -= rate;
			}
			return undefined;
		};
	}

	/** No fault is left. */
	clear(): void {
		this.planned = [];
		this.chance = undefined;
	}

	/** The fault that a new delivery meets; planned ones are used up. */
	pick(topic: string): WebhookFault | undefined {
		const planned = this.planned.find((one) => one.topic === undefined || one.topic === topic);
		if (!planned) return this.chance?.(topic);
		planned.left -= 1;
		if (planned.left <= 0) this.planned = this.planned.filter((one) => one !== planned);
		return planned.fault;
	}
}
