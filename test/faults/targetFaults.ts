import { setTimeout as pause } from 'node:timers/promises';
import { randomNumbers } from '../shop';
import type { Target } from '../target/target';
import type { Tallies } from './tallies';

/** Shares of the target's requests that meet a fault. */
const SHARES = {
	fails: 0.06,
	dropsRequest: 0.02,
	dropsAnswer: 0.07,
	garblesAnswer: 0.03,
	tooMany: 0.02,
	slow: 0.07,
};
/** Each so many requests one meets a kind that none has met: a short day meets all of them, whatever chance says. */
const NEW_KIND_EVERY = 10;
const SLOW_MS = { shortest: 400, longest: 2500 };

/** What the tally calls them; only faults that were served are counted. */
const NAMES: Readonly<Record<keyof typeof SHARES, string>> = {
	fails: 'target: 500 before the work',
	dropsRequest: 'target: connection broken before the work',
	dropsAnswer: 'target: answer lost after the work',
	garblesAnswer: 'target: 502 with HTML after the work',
	tooMany: 'target: 429',
	slow: 'target: slow',
};

/** Stands before the target and misbehaves, by chance and while it is told to. */
export class TargetFaults {
	/** Everything is answered with 503. */
	isDown = false;
	/** New orders are refused with 422. */
	refuses = false;
	/** Requests so far. */
	requests = 0;

	private isOn = true;
	private readonly unmet = new Set(Object.keys(SHARES) as (keyof typeof SHARES)[]);
	private readonly random: () => number;
	private readonly tallies: Tallies;

	constructor(seed: number, tallies: Tallies) {
		this.random = randomNumbers(seed);
		this.tallies = tallies;
	}

	/** Ends all faults. */
	end(): void {
		this.isOn = false;
		this.isDown = false;
		this.refuses = false;
	}

	/** The target as n8n meets it. */
	before(handle: Target['handle']): Target['handle'] {
		return async (request) => {
			this.requests += 1;
			const fault = this.pick();
			if (this.isDown) {
				this.tallies.add('target: down (503)');
				return { status: 503, body: { message: 'Closed for stocktaking' } };
			}
			if (this.refuses && request.method === 'POST' && request.path === '/orders') {
				this.tallies.add('target: refuses (422)');
				return { status: 422, body: { message: 'The postcode is not one of ours' } };
			}
			if (fault) {
				this.tallies.add(NAMES[fault]);
				this.unmet.delete(fault);
			}
			switch (fault) {
				case 'fails':
					return { status: 500, body: { message: 'Internal error' } };
				case 'tooMany':
					return { status: 429, body: { message: 'Too many requests' } };
				case 'dropsRequest':
					return 'dropped';
				case 'dropsAnswer':
					await handle(request);
					return 'dropped';
				case 'garblesAnswer':
					await handle(request);
					return { status: 502, body: '<html><body>Bad gateway</body></html>' };
				case 'slow': {
					const answer = await handle(request);
					const { shortest, longest } = SLOW_MS;
					await pause(shortest + this.random() * (longest - shortest));
					return answer;
				}
				default:
					return await handle(request);
			}
		};
	}

	private pick(): keyof typeof SHARES | undefined {
		if (!this.isOn) return undefined;
		let at = this.random();
		const [next] = this.unmet;
		if (next && this.requests % NEW_KIND_EVERY === 0) return next;
		for (const [kind, share] of Object.entries(SHARES) as [keyof typeof SHARES, number][]) {
			if (at < share) return kind;
			at -= share;
		}
		return undefined;
	}
}
