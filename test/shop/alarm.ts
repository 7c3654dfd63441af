/** Longest time that Node's timers know, in milliseconds. */
const LONGEST_MS = 2_147_483_647;

/**
 * Rings when the shop's clock has reached a time, so that what is due happens without a request.
 * Under a clock that stands still it rings no more: there every request looks for what is due. It
 * keeps no process alive.
 */
export class Alarm {
	private readonly clock: () => number;
	private readonly ring: () => void;
	private next = Infinity;
	private timer: NodeJS.Timeout | undefined;

	constructor(clock: () => number, ring: () => void) {
		this.clock = clock;
		this.ring = ring;
	}

	/** @param due milliseconds since 1970; Infinity never rings */
	at(due: number): void {
		if (due >= this.next) return;
		this.next = due;
		this.set();
	}

	private set(): void {
		clearTimeout(this.timer);
		const armedAt = this.clock();
		const pause = Math.min(Math.max(0, this.next - armedAt), LONGEST_MS);
		this.timer = setTimeout(() => this.wake(armedAt), pause);
		this.timer.unref();
	}

	private wake(armedAt: number): void {
		const now = this.clock();
		if (now < this.next && now > armedAt) {
			this.set();
			return;
		}
		const isDue = now >= this.next;
		this.next = Infinity;
		if (isDue) this.ring();
	}
}
