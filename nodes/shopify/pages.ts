import { ShopifyError } from './failure';

/** The part of a GraphQL connection that paging needs. */
export interface Page<T> {
	readonly nodes: readonly T[];
	readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/**
 * The pages of a connection, first to last. `fetchPage` gets the cursor to read after, null for
 * the first page.
 *
 * Fails with `unreadable` if a cursor repeats or is missing while there is a next page: going on
 * would never end, and stopping would silently leave out the rest.
 */
export async function* pagesOf<P extends Page<unknown>>(
	fetchPage: (after: string | null) => Promise<P>,
): AsyncIterable<P> {
	const seen = new Set<string>();
	let after: string | null = null;
	for (;;) {
		const page: P = await fetchPage(after);
		yield page;
		if (!page.pageInfo.hasNextPage) return;
		after = page.pageInfo.endCursor ?? null;
		if (after === null || seen.has(after)) {
			throw new ShopifyError({ kind: 'unreadable', what: 'the pages of a list repeat' });
		}
		seen.add(after);
	}
}

/**
 * Asks with a page size, and again with half of it as long as Shopify finds the query too
 * expensive. Fails with `tooExpensive` when even a page of one is.
 */
export async function withShrinkingPage<T>(
	size: number,
	ask: (size: number) => Promise<T>,
): Promise<T> {
	for (let current = size; ; ) {
		const outcome = await ask(current).then(
			(value) => ({ value }),
			(error: unknown) => ({ error }),
		);
		if ('value' in outcome) return outcome.value;
		if (current <= 1 || !isTooExpensive(outcome.error)) throw outcome.error;
		current = Math.floor(current / 2);
	}
}

function isTooExpensive(error: unknown): boolean {
	return error instanceof ShopifyError && error.failure.kind === 'tooExpensive';
}
