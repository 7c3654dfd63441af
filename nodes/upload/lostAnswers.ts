import type { ShopifyFailure } from '../shopify/failure';
import { failureIn, ShopifyError, shopifyDidNothing } from '../shopify/failure';

/** Waits, in milliseconds; fails if the execution is cancelled. */
export type Wait = (milliseconds: number) => Promise<void>;

/** How often an answer may be lost before a change fails; the next run sees what was done. */
export const MAX_LOST = 3;

/**
 * The failure of a write that Shopify may have done. Fails with any other: with one after which it certainly has
 * done nothing, and with what is no failure of Shopify's at all.
 */
export function lossIn(error: unknown): { readonly lost: ShopifyFailure } {
	const lost = failureIn(error);
	if (lost === undefined) throw error instanceof Error ? error : new Error(String(error));
	if (shopifyDidNothing(lost) || lost.kind === 'stopped') throw new ShopifyError(lost);
	return { lost };
}

/**
 * Looks several times for what a write whose answer was lost may have done, until it is there; undefined if
 * it never is. After an error of Shopify's own the work is done or not; after a timeout or a broken connection it
 * may still be going on (nowhere documented for how long; half a minute is allowed for), so the last look
 * comes late.
 */
export async function lookFor<T>(
	failure: ShopifyFailure,
	wait: Wait,
	look: () => Promise<T | undefined>,
): Promise<T | undefined> {
	const isOver =
		failure.kind === 'unreadable' ||
		(failure.kind === 'unavailable' && (failure.status === 200 || failure.status === 500));
	for (const milliseconds of isOver ? [250, 1500] : [250, 2000, 8000, 21_000]) {
		await wait(milliseconds);
		const found = await look();
		if (found !== undefined) return found;
	}
	return undefined;
}
