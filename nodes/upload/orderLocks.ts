import { ShopifyError } from '../shopify/failure';

/** Orders that somebody in this process works on: what they wait for, by shop and order. */
const working = new Map<string, Promise<void>>();

/**
 * Runs some work while nobody else in this process works on the same orders: two runs that overlap would both
 * see an order before either has written to it. Other processes are not held off.
 *
 * Waits for the orders one after the other in a fixed order, so that two runs with the same orders never
 * wait for each other. Whoever holds orders must not ask for more. Fails with `stopped` as soon as `signal`
 * says that the execution was cancelled.
 */
export async function withOrders<T>(
	shop: string,
	orderIds: readonly string[],
	work: () => Promise<T>,
	signal?: AbortSignal,
): Promise<T> {
	const keys = [...new Set(orderIds)].sort().map((id) => `${shop} ${id}`);
	const done: (() => void)[] = [];
	try {
		for (const key of keys) done.push(await lock(key, signal));
		return await work();
	} finally {
		for (const free of done) free();
	}
}

async function lock(key: string, signal: AbortSignal | undefined): Promise<() => void> {
	const before = working.get(key) ?? Promise.resolve();
	let finish = (): void => undefined;
	const mine = new Promise<void>((resolve) => {
		finish = resolve;
	});
	const all = before.then(async () => await mine);
	working.set(key, all);
	void all.then(() => {
		if (working.get(key) === all) working.delete(key);
	});
	const turn = signal ? Promise.race([before, stopOf(signal)]) : before;
	return await turn.then(
		() => finish,
		async (error: unknown) => {
			// Whoever comes after must not wait for one that has given up.
			finish();
			return await Promise.reject(error instanceof Error ? error : new Error(String(error)));
		},
	);
}

/** Fails once the execution is cancelled; never resolves. */
async function stopOf(signal: AbortSignal): Promise<never> {
	return await new Promise((_, reject) => {
		const stop = (): void => reject(new ShopifyError({ kind: 'stopped', sent: false }));
		if (signal.aborted) stop();
		else signal.addEventListener('abort', stop, { once: true });
	});
}
