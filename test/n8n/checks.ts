import { setTimeout as delay } from 'node:timers/promises';

/** Says whether what was expected was found, and counts it. */
export type Check = (what: string, expected: unknown, received: unknown) => void;

/** Counts checks. */
export interface Tally {
	readonly check: Check;
	passed(): number;
	failed(): number;
	/** Counts something that went wrong outside a check. */
	fail(what: string): void;
}

const WITHIN_MS = 60_000;
const ASK_EVERY_MS = 250;

/** Begins counting; every check prints a line, one that fails also what was expected and what was found. */
export function createTally(): Tally {
	let passed = 0;
	let failed = 0;
	return {
		check: (what, expected, received) => {
			const [wanted, found] = [JSON.stringify(expected), JSON.stringify(received)];
			const equal = wanted === found;
			if (equal) passed += 1;
			else failed += 1;
			console.log(`${equal ? 'ok    ' : 'FAILED'} ${what}`);
			if (!equal) console.log(`       expected ${wanted}\n       received ${found}`);
		},
		passed: () => passed,
		failed: () => failed,
		fail: (what) => {
			failed += 1;
			console.log(`FAILED ${what}`);
		},
	};
}

/** Asks again until the answer is the expected one or the time is over; gives the last answer. */
export async function settled<T>(
	ask: () => Promise<T> | T,
	done: (answer: T) => boolean,
	withinMs = WITHIN_MS,
): Promise<T> {
	const deadline = Date.now() + withinMs;
	for (;;) {
		const answer = await ask();
		if (done(answer) || Date.now() > deadline) return answer;
		await delay(ASK_EVERY_MS);
	}
}

/** Waits until something is so; gives whether it came in time. */
export async function until(
	done: () => boolean | Promise<boolean>,
	withinMs = WITHIN_MS,
): Promise<boolean> {
	return settled(done, (yes) => yes, withinMs);
}

/** Prints a figure or a remark between the checks. */
export function note(text: string): void {
	console.log(`       ${text}`);
}

/** Does something and prints how long it took. */
export async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
	const begun = Date.now();
	const result = await work();
	note(`${what}: ${secondsSince(begun)} s`);
	return result;
}

/** Seconds with one decimal, e.g. `4.2`. */
export function secondsSince(begunMs: number): string {
	return (Math.max(0, Date.now() - begunMs) / 1000).toFixed(1);
}
