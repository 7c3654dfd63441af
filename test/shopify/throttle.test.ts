import { createThrottle, throttledWaitMs } from '../../nodes/shopify/throttle';
import type { Throttle, ThrottleStatus } from '../../nodes/shopify/throttle';

function status(currentlyAvailable: number): ThrottleStatus {
	return { maximumAvailable: 2000, currentlyAvailable, restoreRate: 100 };
}

/** A throttle over a clock that moves only while it waits. */
function atRest(): {
	readonly throttle: Throttle;
	readonly wait: (milliseconds: number) => Promise<void>;
	readonly elapsed: () => number;
} {
	let time = 0;
	return {
		throttle: createThrottle(() => time),
		wait: async (milliseconds) => {
			time += milliseconds;
			await Promise.resolve();
		},
		elapsed: () => time,
	};
}

describe('createThrottle', () => {
	it('sends at once while the bucket has enough', async () => {
		const { throttle, wait, elapsed } = atRest();
		await throttle.acquire(100, wait);
		throttle.settle(100, status(1900));

		await throttle.acquire(1900, wait);

		expect(elapsed()).toBe(0);
	});

	it('waits exactly until the missing points are back', async () => {
		const { throttle, wait, elapsed } = atRest();
		throttle.settle(0, status(40));

		await throttle.acquire(100, wait);

		expect(elapsed()).toBe(600);
	});

	it('does not wait for more points than the bucket holds', async () => {
		const { throttle, wait, elapsed } = atRest();
		throttle.settle(0, status(1000));

		await throttle.acquire(5000, wait);

		expect(elapsed()).toBe(10_000);
	});

	it('counts what parallel requests have set aside', async () => {
		const { throttle, wait } = atRest();
		throttle.settle(0, status(150));
		await throttle.acquire(100, wait);
		let second = 'waiting';

		const asked = throttle
			.acquire(100, async () => {
				second = 'has waited';
				throttle.settle(100, status(1000));
				await Promise.resolve();
			})
			.then(() => second);

		expect(await asked).toBe('has waited');
	});

	it('lets one request through before it knows the bucket', async () => {
		const { throttle, wait } = atRest();
		await throttle.acquire(20, wait);
		const waits: number[] = [];

		await throttle.acquire(20, async (milliseconds) => {
			waits.push(milliseconds);
			if (waits.length === 3) throttle.settle(20, status(2000));
			await Promise.resolve();
		});

		expect(waits).toHaveLength(3);
	});

	it('serves in the order of asking, also after one has given up', async () => {
		const { throttle, wait } = atRest();
		throttle.settle(0, status(0));
		const served: string[] = [];
		const first = throttle
			.acquire(500, async () => await Promise.reject(new Error('no time left')))
			.catch(() => served.push('gave up'));
		const second = throttle.acquire(200, wait).then(() => served.push('second'));
		const third = throttle.acquire(1, wait).then(() => served.push('third'));

		await Promise.all([first, second, third]);

		expect(served).toEqual(['gave up', 'second', 'third']);
	});

	it('keeps to what the shop restores over many requests', async () => {
		const { throttle, wait, elapsed } = atRest();
		let level = 0;
		let levelAt = 0;
		const now = (): number => level + ((elapsed() - levelAt) / 1000) * 100;
		throttle.settle(0, status(0));

		for (let request = 0; request < 100; request += 1) {
			await throttle.acquire(10, wait);
			level = now() - 10;
			levelAt = elapsed();
			expect(level).toBeGreaterThanOrEqual(0);
			throttle.settle(10, status(level));
		}

		expect(elapsed()).toBeLessThanOrEqual(10_100);
	});
});

describe('throttledWaitMs', () => {
	it.each([
		[464, status(64), 4000],
		[20, status(19), 1000],
		[20, undefined, 1000],
		[10, { maximumAvailable: 0, currentlyAvailable: 0, restoreRate: 0 }, 1000],
	])('waits for the missing points of %d, but at least a second', (requested, left, expected) => {
		expect(throttledWaitMs(requested, left)).toBe(expected);
	});
});
