/** What Shopify says about the bucket of points of one app on one shop. */
export interface ThrottleStatus {
	/** Size of the bucket: 2,000 on a Standard shop. */
	readonly maximumAvailable: number;
	/** Points left. */
	readonly currentlyAvailable: number;
	/** Points that come back in a second: 100 on a Standard shop. */
	readonly restoreRate: number;
}

/** Holds requests back until the bucket has what they cost. */
export interface Throttle {
	/**
	 * Waits until the bucket has that many points, in the order of asking, and sets them aside.
	 * `wait` sleeps that many milliseconds and may throw, which is passed on with nothing set aside.
	 */
	acquire(cost: number, wait: (milliseconds: number) => Promise<void>): Promise<void>;
	/** Gives back what was set aside and takes over what Shopify says is left. */
	settle(cost: number, status?: ThrottleStatus): void;
}

/**
 * While answers are under way, the true level may rise at any moment, because Shopify takes the
 * requested cost first and gives back what was not used: so look again soon.
 */
const LOOK_AGAIN_MS = 50;

/**
 * A throttle for all requests of one client. It knows nothing of the bucket until the first answer,
 * so it lets one request through and holds the others until then.
 *
 * Source: Shopify's rate limits for the GraphQL Admin API, 2026-07. `now` is in milliseconds.
 */
export function createThrottle(now: () => number): Throttle {
	let bucket: { readonly status: ThrottleStatus; readonly at: number } | undefined;
	let setAside = 0;
	let lastInLine: Promise<void> = Promise.resolve();

	function missingMs(cost: number): number {
		if (bucket === undefined) return setAside > 0 ? LOOK_AGAIN_MS : 0;
		const { maximumAvailable, currentlyAvailable, restoreRate } = bucket.status;
		const restored = ((now() - bucket.at) / 1000) * restoreRate;
		const level = Math.min(maximumAvailable, currentlyAvailable + restored) - setAside;
		const missing = Math.min(cost, maximumAvailable) - level;
		if (missing <= 0) return 0;
		const milliseconds = Math.ceil((missing / restoreRate) * 1000);
		return setAside > 0 ? Math.min(milliseconds, LOOK_AGAIN_MS) : milliseconds;
	}

	async function waitThenTake(
		cost: number,
		wait: (milliseconds: number) => Promise<void>,
	): Promise<void> {
		for (let missing = missingMs(cost); missing > 0; missing = missingMs(cost)) {
			await wait(missing);
		}
		setAside += cost;
	}

	return {
		async acquire(cost, wait) {
			const before = lastInLine;
			const mine = before.then(async () => await waitThenTake(cost, wait));
			// Whoever gives up must not hold up those who came after.
			lastInLine = mine.catch(() => undefined);
			await mine;
		},
		settle(cost, status) {
			setAside = Math.max(0, setAside - cost);
			if (status !== undefined && status.restoreRate > 0) bucket = { status, at: now() };
		},
	};
}

/** How long to wait after Shopify throttled a request, in milliseconds; never less than a second. */
export function throttledWaitMs(requestedCost: number, status: ThrottleStatus | undefined): number {
	if (status === undefined || status.restoreRate <= 0) return 1000;
	const missing = requestedCost - status.currentlyAvailable;
	return Math.max(1000, Math.ceil((missing / status.restoreRate) * 1000));
}
