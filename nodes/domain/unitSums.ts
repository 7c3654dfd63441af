import type { Units } from './order';

/** The units of all of them, line by line. */
export function sumOf(all: readonly Units[]): Units {
	const sum: Record<string, number> = {};
	for (const units of all) {
		for (const [line, count] of Object.entries(units)) sum[line] = (sum[line] ?? 0) + count;
	}
	return sum;
}

/** What is more in the one than in the other, line by line. */
export function minus(units: Units, less: Units): Units {
	return Object.fromEntries(
		Object.entries(units)
			.map(([line, count]) => [line, count - (less[line] ?? 0)] as const)
			.filter(([, count]) => count > 0),
	);
}

/** What is in both, line by line. */
export function least(one: Units, other: Units): Units {
	return Object.fromEntries(
		Object.entries(one)
			.map(([line, count]) => [line, Math.min(count, other[line] ?? 0)] as const)
			.filter(([, count]) => count > 0),
	);
}
