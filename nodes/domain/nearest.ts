/** The text that takes the fewest changes of single letters to become `wanted`; undefined if none is near. */
export function nearestText(wanted: string, known: Iterable<string>): string | undefined {
	let best: string | undefined;
	// More than a third of it changed is another word.
	let fewest = Math.max(1, Math.floor(wanted.length / 3)) + 1;
	for (const one of known) {
		const changes = distance(wanted.toLowerCase(), one.toLowerCase(), fewest);
		if (changes < fewest) [best, fewest] = [one, changes];
	}
	return best;
}

/** Single letters to add, take away or change; stops counting at `enough` (Levenshtein). */
function distance(one: string, other: string, enough: number): number {
	if (Math.abs(one.length - other.length) >= enough) return enough;
	let row = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (let at = 1; at <= one.length; at += 1) {
		const next = [at];
		for (let to = 1; to <= other.length; to += 1) {
			const changed = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1);
			next[to] = Math.min(changed, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1);
		}
		row = next;
	}
	return row[other.length] ?? enough;
}
