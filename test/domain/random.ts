/**
 * A repeatable source of numbers (mulberry32, public domain): `next(6)` is a whole number from 0 to 5.
 * A failing test names its seed, and the seed brings the same course of events back.
 */
export function random(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
	};
}
