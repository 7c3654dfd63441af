import { parseQuery } from './searchSyntax';
import type { Comparator, Query, Term } from './searchSyntax';
import type { FulfillmentOrder, Location, Order } from './state';

/** A warning of Shopify's about a term that it ignored. */
export interface SearchWarning {
	readonly field: string;
	readonly message: string;
	readonly code: string;
}

/** An entry of `extensions.search`; only queries with a warning get one `[recorded]`. */
export interface SearchNote {
	readonly path: readonly (string | number)[];
	readonly query: string;
	readonly parsed: unknown;
	readonly warnings: readonly SearchWarning[];
}

/** Whether something is found. */
export type Test<T> = (value: T) => boolean;

/** How the values of a field are read and compared. `undefined` means: not a value of this field. */
export type FieldReader<T> = (term: Term, timeZone: string) => Test<T> | undefined;

/** The fields that can be searched, and what words without a field are looked for in. */
export interface Searchable<T> {
	readonly fields: Readonly<Record<string, FieldReader<T>>>;
	readonly words: (value: T) => readonly (string | null)[];
	/** For fields with an index: everything that a term may find, and perhaps more. */
	readonly candidates?: Readonly<Record<string, (term: Term) => readonly T[] | undefined>>;
}

const compares: Readonly<Record<Comparator, (a: number, b: number) => boolean>> = {
	'': (a, b) => a === b,
	'>': (a, b) => a > b,
	'>=': (a, b) => a >= b,
	'<': (a, b) => a < b,
	'<=': (a, b) => a <= b,
};

/** A field with a number. */
export const number =
	<T>(read: (value: T) => number): FieldReader<T> =>
	(term) => {
		const wanted = Number(term.value);
		if (term.value === '' || !Number.isFinite(wanted)) return undefined;
		const compare = compares[term.comparator];
		return (value) => compare(read(value), wanted);
	};

/** A field with a text, compared as a whole without letter case. */
export const text =
	<T>(read: (value: T) => string | null): FieldReader<T> =>
	(term) => {
		const wanted = term.value.toLowerCase();
		return (value) => read(value)?.toLowerCase() === wanted;
	};

/** A field with a few possible values. */
export const oneOf =
	<T>(allowed: readonly string[], test: (value: T, wanted: string) => boolean): FieldReader<T> =>
	(term) => {
		const wanted = term.value.toLowerCase();
		return allowed.includes(wanted) ? (value) => test(value, wanted) : undefined;
	};

/** A field with a time. */
export const time =
	<T>(read: (value: T) => number | null): FieldReader<T> =>
	(term, timeZone) => {
		const wanted = timeOf(term, timeZone);
		if (wanted === undefined) return undefined;
		const compare = compares[term.comparator];
		return (value) => {
			const at = read(value);
			return at !== null && compare(at, wanted);
		};
	};

/** By time zone: making one takes longer than all that is done with it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Offset of a time zone at a moment, as `-05:00`. */
export function offsetAt(ms: number, timeZone: string): string {
	const format =
		formats.get(timeZone) ??
		new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
	formats.set(timeZone, format);
	const name = format.formatToParts(ms).find((one) => one.type === 'timeZoneName')?.value ?? 'GMT';
	return name === 'GMT' ? '+00:00' : name.slice(3);
}

/** A date without quotes is a day in the shop's time zone; the time of day is lost `[recorded]`. */
function dayInShop(value: string, timeZone: string): string | undefined {
	const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
	if (day === undefined) return undefined;
	return `${day}T00:00:00${offsetAt(Date.parse(`${day}T05:00:00Z`), timeZone)}`;
}

function timeOf(term: Term, timeZone: string): number | undefined {
	const hasZone = /T.*(Z|[+-]\d{2}:?\d{2})$/.test(term.value);
	const iso = term.quoted && hasZone ? term.value : dayInShop(term.value, timeZone);
	const parsed = iso === undefined ? Number.NaN : Date.parse(iso);
	return Number.isNaN(parsed) ? undefined : parsed;
}

const STATUSES = [
	'open',
	'in_progress',
	'cancelled',
	'incomplete',
	'closed',
	'scheduled',
	'on_hold',
];

/** Filters of `fulfillmentOrders` `[schema 2026-07]`. A status nobody has matches nothing. */
export const searchableFulfillmentOrders: Searchable<FulfillmentOrder> = {
	fields: {
		assigned_location_id: number((one) => one.location.legacyId),
		id: number((one) => one.legacyId),
		status: oneOf(STATUSES, (one, wanted) => one.status.toLowerCase() === wanted),
		updated_at: time((one) => one.updatedAt),
	},
	words: (one) => [one.order.name, String(one.legacyId), one.location.name],
};

const FINANCIAL = [
	'paid',
	'pending',
	'authorized',
	'partially_paid',
	'partially_refunded',
	'refunded',
	'voided',
	'expired',
];

/** Filters of `orders` that the demo shop knows: the ones in use, not Shopify's whole list. */
export const searchableOrders: Searchable<Order> = {
	fields: {
		id: number((one) => one.legacyId),
		// A name is matched with and without the prefix, as `name:1001` finds `#1001` `[schema text]`.
		name: (term) => {
			const wanted = term.value.replace(/^#/, '').toLowerCase();
			return (one) => one.name.replace(/^#/, '').toLowerCase() === wanted;
		},
		tag: (term) => {
			const wanted = term.value.toLowerCase();
			return (one) => one.tags.some((tag) => tag.toLowerCase() === wanted);
		},
		tag_not: (term) => {
			const wanted = term.value.toLowerCase();
			return (one) => !one.tags.some((tag) => tag.toLowerCase() === wanted);
		},
		financial_status: oneOf(
			FINANCIAL,
			(one, wanted) => one.financialStatus?.toLowerCase() === wanted,
		),
		created_at: time((one) => one.createdAt),
		processed_at: time((one) => one.processedAt),
		updated_at: time((one) => one.updatedAt),
		status: oneOf(['open', 'closed', 'cancelled', 'not_closed'], (one, wanted) => {
			if (wanted === 'cancelled') return one.cancelledAt !== null;
			if (wanted === 'closed') return one.closedAt !== null;
			if (wanted === 'not_closed') return one.closedAt === null;
			return one.closedAt === null && one.cancelledAt === null;
		}),
		test: oneOf(['true', 'false'], (one, wanted) => String(one.test) === wanted),
		email: text((one) => one.email),
		po_number: text((one) => one.poNumber),
		sku: (term) => {
			const wanted = term.value.toLowerCase();
			return (one) => one.lines.some((line) => line.sku?.toLowerCase() === wanted);
		},
	},
	words: (one) => [
		one.name,
		one.email,
		one.customer?.firstName ?? null,
		one.customer?.lastName ?? null,
	],
};

/** Filters of `locations` in use. */
export const searchableLocations: Searchable<Location> = {
	fields: {
		id: number((one) => one.legacyId),
		name: text((one) => one.name),
		active: oneOf(['true', 'false'], (one, wanted) => String(one.isActive) === wanted),
	},
	words: (one) => [one.name],
};

const RANGES: Readonly<Record<Comparator, string>> = {
	'': 'match_all',
	'>': 'range_gt',
	'>=': 'range_gte',
	'<': 'range_lt',
	'<=': 'range_lte',
};

/** The query as Shopify shows that it understood it; ranges come first, as recorded. */
function describe(query: Query, timeZone: string): unknown {
	if (query.kind === 'not') return { not: describe(query.part, timeZone) };
	if (query.kind === 'term') {
		const isTime = query.field?.endsWith('_at') ?? false;
		const day = isTime && !query.quoted ? dayInShop(query.value, timeZone) : undefined;
		// Recorded for SKUs; whether other quoted values are shown so too is not.
		const isPhrase = query.quoted && (query.field === 'sku' || query.field === 'barcode');
		const how = isPhrase ? 'match_phrase' : RANGES[query.comparator];
		const value = { [how]: day ?? query.value };
		return query.field === null ? { field: 'default', ...value } : { field: query.field, ...value };
	}
	const isRange = (one: Query) => one.kind === 'term' && one.comparator !== '';
	const sorted = [...query.parts.filter(isRange), ...query.parts.filter((one) => !isRange(one))];
	return { [query.kind]: sorted.map((one) => describe(one, timeZone)) };
}

/** A part of a query; `hits` is all that it finds, where an index says so. */
interface Compiled<T> {
	readonly test: Test<T>;
	readonly hits?: ReadonlySet<T> | undefined;
}

const ofHits = <T>(hits: ReadonlySet<T>): Compiled<T> => ({ test: (one) => hits.has(one), hits });

function joinedOr<T>(parts: readonly Compiled<T>[]): Compiled<T> {
	const sets = parts.map(({ hits }) => hits).filter((hits) => hits !== undefined);
	if (sets.length === parts.length) return ofHits(new Set(sets.flatMap((hits) => [...hits])));
	return { test: (value) => parts.some(({ test }) => test(value)) };
}

function joinedAnd<T>(parts: readonly Compiled<T>[]): Compiled<T> {
	const test: Test<T> = (value) => parts.every((part) => part.test(value));
	const indexed = parts.find(({ hits }) => hits !== undefined)?.hits;
	return indexed ? ofHits(new Set([...indexed].filter(test))) : { test };
}

/**
 * Compiles a query. A term with an unknown field or a value that is none of the field's is left
 * out, as if it were not there, and gives a warning: that is how unfiltered data comes back.
 */
export function compileSearch<T>(
	queryText: string,
	searchable: Searchable<T>,
	timeZone: string,
): Compiled<T> & { readonly parsed: unknown; readonly warnings: SearchWarning[] } {
	const warnings: SearchWarning[] = [];
	const compileTerm = (term: Term): Compiled<T> | undefined => {
		if (term.field === null) {
			const word = term.value.toLowerCase();
			return {
				test: (value) =>
					searchable.words(value).some((one) => one?.toLowerCase().includes(word) ?? false),
			};
		}
		const reader = searchable.fields[term.field];
		if (!reader) {
			const message = 'Invalid search field for this query.';
			warnings.push({ field: term.field, message, code: 'invalid_field' });
			return undefined;
		}
		const test = reader(term, timeZone);
		if (!test) {
			// The code is known from Shopify's documentation, the text is not recorded.
			const message = `Input \`${term.value}\` is not an accepted value.`;
			warnings.push({ field: term.field, message, code: 'invalid_value' });
			return undefined;
		}
		const candidates = searchable.candidates?.[term.field]?.(term);
		return candidates ? ofHits(new Set(candidates.filter(test))) : { test };
	};
	const compile = (query: Query): Compiled<T> | undefined => {
		if (query.kind === 'term') return compileTerm(query);
		if (query.kind === 'not') {
			const inner = compile(query.part);
			return inner && { test: (value) => !inner.test(value) };
		}
		const parts = query.parts.map(compile).filter((one) => one !== undefined);
		if (parts.length === 0) return undefined;
		return query.kind === 'and' ? joinedAnd(parts) : joinedOr(parts);
	};
	const query = parseQuery(queryText);
	if (!query) return { test: () => true, parsed: null, warnings };
	const compiled = compile(query) ?? { test: () => true };
	return { ...compiled, parsed: describe(query, timeZone), warnings };
}
