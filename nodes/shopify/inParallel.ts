/**
 * Runs a task for each item, at most `width` at once, and answers the results in the items' order. A
 * task that fails does not stop the others: its error takes its place.
 */
export async function inParallel<T, R>(
	items: readonly T[],
	width: number,
	task: (item: T) => Promise<R>,
): Promise<readonly (R | Error)[]> {
	const results: (R | Error)[] = [];
	const waiting = items.entries();
	const work = async (): Promise<void> => {
		for (const [index, item] of waiting) {
			results[index] = await task(item).catch((error: unknown) =>
				error instanceof Error ? error : new Error(String(error)),
			);
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, items.length) }, work));
	return results;
}
