import { stopIfCancelled } from '../../nodes/shopify/pause';

/**
 * A clock that stands still while anybody works and jumps to the next waiter when all wait. So many waits
 * at once take no longer than the longest, as in real life, and hours pass in no time.
 */
export class VirtualTime {
	/** Milliseconds since 1970. */
	nowMs = Date.parse('2026-11-23T09:00:00Z');

	private waiters: { readonly due: number; readonly wake: () => void }[] = [];
	private isTurning = false;

	/** Waits that many milliseconds of this clock; fails with `stopped` if the signal says so by then. */
	readonly wait = async (milliseconds: number, signal?: AbortSignal): Promise<void> => {
		stopIfCancelled(signal);
		await new Promise<void>((wake) => {
			this.waiters.push({ due: this.nowMs + milliseconds, wake });
			this.turn();
		});
		stopIfCancelled(signal);
	};

	/** Immediates run after all promises that can go on have done so. */
	private turn(): void {
		if (this.isTurning) return;
		this.isTurning = true;
		setImmediate(() => {
			this.isTurning = false;
			const [first, ...others] = this.waiters;
			if (!first) return;
			const next = others.reduce((least, one) => (one.due < least.due ? one : least), first);
			this.waiters = this.waiters.filter((one) => one !== next);
			this.nowMs = Math.max(this.nowMs, next.due);
			next.wake();
			if (this.waiters.length > 0) this.turn();
		});
	}
}
