/**
 * Handover records of apps without `write_orders`, by workflow and node: what executions have offered, and what
 * the last poll knew. Executions must not write static data, so this process has to remember; another one
 * does not see it. Empty with `write_orders`.
 */
const records = new Map<string, Record<string, string>>();

/** The records of a trigger, by the order's legacy id; to be changed in place. */
export function recordsOf(key: string): Record<string, string> {
	const own = records.get(key) ?? {};
	records.set(key, own);
	return own;
}

/**
 * Takes over what a poll knows. `before` is what was here as it began: what executions have added or changed
 * since then stays.
 */
export function replaceRecords(
	key: string,
	before: Readonly<Record<string, string>>,
	after: Readonly<Record<string, string>>,
): void {
	const own = recordsOf(key);
	for (const id of new Set([...Object.keys(own), ...Object.keys(after)])) {
		if (own[id] !== before[id]) continue;
		if (after[id] === undefined) Reflect.deleteProperty(own, id);
		else own[id] = after[id];
	}
}
