/**
 * How the search of SKUs and barcodes compares texts. Shopify's is a text search: a quoted value is
 * shown as `match_phrase`, another as `match_all` `[recorded]`. Which words it makes of a SKU, and
 * whether letter case counts, is not documented: here they are runs of letters and digits, so that a
 * search for `A-1` finds `B-A-1` and `a 1` as well, and whoever needs exactly `A-1` must compare.
 */

/** Letters in one case. */
export const normal = (text: string): string => text.toLowerCase();

/** The words of a text in their order; a text of signs alone is one word. */
export function phraseOf(text: string): readonly string[] {
	const words = text.match(/[\p{L}\p{N}]+/gu);
	if (words) return words;
	const trimmed = text.trim();
	return trimmed === '' ? [] : [trimmed];
}

/** Whether the words stand in the text one after the other. */
export function hasPhrase(text: string, phrase: readonly string[]): boolean {
	const words = phraseOf(text);
	return words.some((_word, start) => phrase.every((one, index) => words[start + index] === one));
}

/** Whether the text has all the words. */
export function hasAll(text: string, wanted: readonly string[]): boolean {
	const words = phraseOf(text);
	return wanted.every((one) => words.includes(one));
}
