import type { Plan } from './options';

/** State of the bucket as answers show it. */
export interface ThrottleStatus {
	readonly maximumAvailable: number;
	readonly currentlyAvailable: number;
	readonly restoreRate: number;
}

/**
 * Shopify's leaky bucket: points come back with the clock; the requested cost is taken first, and
 * what an operation did not use is given back after it ran.
 */
export class Bucket {
	private readonly plan: Plan;
	private readonly clock: () => number;
	private available: number;
	private at: number;

	constructor(plan: Plan, clock: () => number) {
		this.plan = plan;
		this.clock = clock;
		this.available = plan.maximumAvailable;
		this.at = clock();
	}

	/** Takes the points, or returns `false` and takes nothing when there are too few. */
	take(points: number): boolean {
		this.restore();
		if (points > this.available) return false;
		this.available -= points;
		return true;
	}

	/** Gives points back. */
	refund(points: number): void {
		this.available = Math.min(this.plan.maximumAvailable, this.available + points);
	}

	/** Empties the bucket down to `points`; for tests. */
	drainTo(points: number): void {
		this.restore();
		this.available = Math.min(this.available, points);
	}

	status(): ThrottleStatus {
		this.restore();
		return {
			maximumAvailable: this.plan.maximumAvailable,
			currentlyAvailable: Math.floor(this.available),
			restoreRate: this.plan.restoreRate,
		};
	}

	private restore(): void {
		const now = this.clock();
		const restored = (Math.max(0, now - this.at) / 1000) * this.plan.restoreRate;
		this.available = Math.min(this.plan.maximumAvailable, this.available + restored);
		this.at = now;
	}
}
