import { GraphQLError } from 'graphql';

/** Arguments of a connection. */
export interface PageArguments {
	readonly first?: number | null;
	readonly last?: number | null;
	readonly after?: string | null;
	readonly before?: string | null;
	readonly reverse?: boolean | null;
	/** The whole list on one page: bulk operations know no pages. */
	readonly everything?: boolean;
}

/** A page as the schema's connection types show it. */
export interface Page<T> {
	readonly nodes: readonly T[];
	readonly edges: readonly { readonly cursor: string; readonly node: T }[];
	readonly pageInfo: {
		readonly hasNextPage: boolean;
		readonly hasPreviousPage: boolean;
		readonly startCursor: string | null;
		readonly endCursor: string | null;
	};
}

/** What a list is sorted by: the value, and the id for ties. */
export interface SortOrder<T> {
	readonly id: (one: T) => number;
	readonly value: (one: T) => number | string;
}

/** Largest page, and how deep a list can be paged `[shopify.dev/docs/api/usage/limits]`. */
const MAX_PAGE = 250;
const MAX_DEPTH = 25_000;

interface Cursor {
	readonly last_id: number;
	readonly last_value: number | string;
}

const encode = (cursor: Cursor): string =>
	Buffer.from(JSON.stringify(cursor), 'utf8').toString('base64');

function decode(text: string, name: string): Cursor {
	try {
		const cursor = JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as Partial<Cursor>;
		if (typeof cursor.last_id === 'number' && cursor.last_value !== undefined) {
			return { last_id: cursor.last_id, last_value: cursor.last_value };
		}
	} catch {
		// Falls through to the error below: whatever is wrong with it, it is not a cursor.
	}
	// The text is not recorded.
	throw badRequest(`Invalid cursor for current pagination sort: ${name}.`);
}

/** A run-time argument error; the code is the one of Shopify's argument rules. */
export function badRequest(message: string): GraphQLError {
	return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}

/** The page size asked for; refuses what Shopify refuses. */
export function pageSize(page: PageArguments): number {
	if (page.everything) return Infinity;
	const first = page.first ?? null;
	const last = page.last ?? null;
	if (first === null && last === null) throw badRequest('you must provide one of first or last');
	if (first !== null && last !== null) {
		throw badRequest('providing both first and last is not supported');
	}
	const size = first ?? last ?? 0;
	const name = first === null ? 'last' : 'first';
	// These two texts are not recorded; that the limit is 250 is documented.
	if (size < 0) throw badRequest(`${name} must be a positive integer`);
	if (size > MAX_PAGE) throw badRequest(`${name} cannot exceed ${String(MAX_PAGE)}`);
	return size;
}

const compare = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0);

/** First index in the sorted list for which `test` is true. */
function boundary(length: number, test: (index: number) => boolean): number {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (test(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}

/**
 * Cuts a page out of a list. `sorted` says that the list is already in the wished order; cursors
 * hold the value and the id of an entry, so a page after a cursor stays right when entries come
 * and go in between, and skips or repeats those whose value moves.
 */
export function paginate<T>(
	items: readonly T[],
	page: PageArguments,
	order: SortOrder<T>,
	sorted = false,
): Page<T> {
	const size = pageSize(page);
	const sign = page.reverse ? -1 : 1;
	const by = (a: Cursor, b: Cursor): number =>
		sign * (compare(a.last_value, b.last_value) || compare(a.last_id, b.last_id));
	const key = (one: T): Cursor => ({ last_id: order.id(one), last_value: order.value(one) });
	const list =
		sorted && !page.reverse
			? items
			: sorted
				? items.slice().reverse()
				: items
						.map((one) => ({ one, at: key(one) }))
						.sort((a, b) => by(a.at, b.at))
						.map(({ one }) => one);
	const at = (index: number): Cursor => key(list[index] as T);
	const { after, before } = page;
	const afterCursor = after ? decode(after, 'after') : undefined;
	const beforeCursor = before ? decode(before, 'before') : undefined;
	const from = afterCursor ? boundary(list.length, (i) => by(at(i), afterCursor) > 0) : 0;
	const to = beforeCursor
		? boundary(list.length, (i) => by(at(i), beforeCursor) >= 0)
		: list.length;
	const forward = (page.first ?? null) !== null || page.everything === true;
	const start = forward ? from : Math.max(from, to - size);
	const end = forward ? Math.min(to, from + size) : to;
	// The text is not recorded; that lists end at this depth is documented.
	if (start >= MAX_DEPTH) throw badRequest('Pagination is limited to 25000 objects.');
	const nodes = list.slice(start, Math.max(start, end));
	const first = nodes[0];
	const last = nodes.at(-1);
	return {
		nodes,
		get edges() {
			return nodes.map((node) => ({
				get cursor() {
					return encode(key(node));
				},
				node,
			}));
		},
		pageInfo: {
			hasNextPage: end < list.length,
			hasPreviousPage: start > 0,
			startCursor: first === undefined ? null : encode(key(first)),
			endCursor: last === undefined ? null : encode(key(last)),
		},
	};
}

/** The same page of something else: each entry put through `change`. */
export function mapPage<From, To>(page: Page<From>, change: (one: From) => To): Page<To> {
	return {
		nodes: page.nodes.map(change),
		get edges() {
			return page.edges.map((edge) => ({
				get cursor() {
					return edge.cursor;
				},
				node: change(edge.node),
			}));
		},
		pageInfo: page.pageInfo,
	};
}
