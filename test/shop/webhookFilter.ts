import { parseQuery } from './searchSyntax';
import type { Query, Term } from './searchSyntax';

/**
 * The values at a dotted path such as `line_items.sku`; those of every entry of a list. Which paths
 * Shopify takes for a topic is not recorded: here any field of the payload is one.
 */
function valuesAt(value: unknown, keys: readonly string[]): unknown[] {
	if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, keys));
	const [key, ...rest] = keys;
	if (key === undefined) return [value];
	if (typeof value !== 'object' || value === null) return [];
	return valuesAt((value as Readonly<Record<string, unknown>>)[key], rest);
}

function meets(value: unknown, { comparator, value: wanted }: Term): boolean {
	if (value === null || value === undefined) return false;
	if (typeof value === 'object') return false;
	const text = String(value as string | number | boolean);
	if (comparator === '') return wanted === '*' || text.toLowerCase() === wanted.toLowerCase();
	const isNumber = /^-?\d+(\.\d+)?$/.test(wanted);
	const [own, other] = isNumber
		? [Number(text), Number(wanted)]
		: [Date.parse(text), Date.parse(wanted)];
	switch (comparator) {
		case '>':
			return own > other;
		case '>=':
			return own >= other;
		case '<':
			return own < other;
		case '<=':
			return own <= other;
	}
}

function test(query: Query, payload: unknown): boolean {
	switch (query.kind) {
		case 'not':
			return !test(query.part, payload);
		case 'and':
			return query.parts.every((one) => test(one, payload));
		case 'or':
			return query.parts.some((one) => test(one, payload));
		case 'term':
			return valuesAt(payload, (query.field ?? '').split('.')).some((one) => meets(one, query));
	}
}

/** Whether a payload meets the filter of a subscription; everything meets none. */
export function matches(filter: string | null, payload: unknown): boolean {
	const query = parseQuery(filter ?? '');
	return query === null || test(query, payload);
}
