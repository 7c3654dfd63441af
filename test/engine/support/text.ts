/** A field that has to be a text or a number, as text; the empty text if it is neither. */
export function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** `expect.stringMatching`, which is typed as anything. */
export function matching(pattern: RegExp): unknown {
	return expect.stringMatching(pattern);
}

/** `expect.objectContaining`, which is typed as anything. */
export function having(fields: object): unknown {
	return expect.objectContaining(fields);
}
