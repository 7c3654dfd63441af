/** What a target is told of an order beside its goods, and what staff or a customer may change. */
export const DETAIL_NAMES = ['shipTo', 'deliveryMethod', 'instructions', 'note'] as const;

export type DetailName = (typeof DETAIL_NAMES)[number];

/**
 * A short hash of each detail: it tells that one has changed, and not what it is. Empty if the detail cannot be
 * seen, or is not known to be what the target has.
 */
export type DetailHashes = Readonly<Record<DetailName, string>>;

/** Of a target that may have been told one thing or another. */
export const UNKNOWN_DETAIL = '?';

/** The details that differ. One that is not known on either side does not, unless the target may have either. */
export function changedDetails(told: DetailHashes, now: DetailHashes): readonly DetailName[] {
	return DETAIL_NAMES.filter((name) => {
		if (told[name] === '' || now[name] === '') return false;
		return told[name] !== now[name];
	});
}

/**
 * What a target may know that was told twice, before it said that it has the order: the first telling may have
 * been lost, or the second one ignored.
 */
export function eitherDetails(first: DetailHashes, again: DetailHashes): DetailHashes {
	const changed = changedDetails(first, again);
	const either = (name: DetailName): string =>
		changed.includes(name) ? UNKNOWN_DETAIL : first[name] || again[name];
	return Object.fromEntries(DETAIL_NAMES.map((name) => [name, either(name)])) as DetailHashes;
}
