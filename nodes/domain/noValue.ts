const WORDS = new Set(['na', 'n/a', '#n/a', 'nan', 'none', 'null', 'nil', 'undefined', 'false']);

/**
 * Whether a text says only that there is nothing: blank, or one of the stand-ins of exports. These
 * are `-`, `.`, `0` (also repeated), `n/a`, `n.a.`, `na`, `none`, `null`, `nil`, `undefined`, `false`
 * (Odoo's empty field) and the `#N/A` and `NaN` of tables, in any letter case.
 */
export function standsForNothing(text: string): boolean {
	const compact = text
		.normalize('NFKC')
		.replace(/[\s.\p{Pd}\p{C}]/gu, '')
		.toLowerCase();
	return /^0*$/.test(compact) || WORDS.has(compact);
}
