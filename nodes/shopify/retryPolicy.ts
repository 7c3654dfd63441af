import { shopifyDidNothing } from './failure';
import type { ShopifyFailure, ShopifyFailureKind } from './failure';

/** How often one operation may be sent in all. */
export const MAX_TRIES = 5;
/** The same for a throttled one: the wait is known, and other programs share the bucket. */
export const MAX_THROTTLED_TRIES = 10;

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

/** Kinds of failure that may be over in a few seconds. */
const PASSING: readonly ShopifyFailureKind[] = ['unavailable', 'unreadable', 'unreachable'];

/** What decides whether an operation is sent again. */
export interface Try {
	readonly failure: ShopifyFailure;
	/** How often it has failed so, this failure included; throttled tries are counted apart from others. */
	readonly tries: number;
	readonly repeat: 'read' | 'repeatable' | 'once';
	/** A number from 0 up to 1, so that programs that failed together do not come back together. */
	readonly random: () => number;
}

/**
 * How many milliseconds to wait before an operation is sent again, or undefined if it must not be,
 * or would not help. A `once` write is sent again only if Shopify certainly did nothing.
 */
export function retryDelayMs({ failure, tries, repeat, random }: Try): number | undefined {
	if (repeat === 'once' && !shopifyDidNothing(failure)) return undefined;
	if (failure.kind === 'throttled') {
		if (tries >= MAX_THROTTLED_TRIES) return undefined;
		return Math.round(failure.retryAfterMs + random() * FIRST_PAUSE_MS);
	}
	if (!PASSING.includes(failure.kind) || tries >= MAX_TRIES || isPermanent(failure)) {
		return undefined;
	}
	const asked = failure.kind === 'unavailable' ? (failure.retryAfterMs ?? 0) : 0;
	return Math.max(asked, growingPauseMs(tries, random));
}

/** 1, 2, 4, 8 seconds, each a quarter shorter or longer by chance. */
function growingPauseMs(tries: number, random: () => number): number {
	const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));
	return Math.round(pause * (0.75 + random() / 2));
}

/** A bad certificate or an address that n8n does not allow stays so for the next few seconds. */
function isPermanent(failure: ShopifyFailure): boolean {
	return (
		failure.kind === 'unreachable' &&
		(failure.code === 'UNKNOWN' || /CERT|SIGNED|VERIFY|ERR_INVALID/.test(failure.code))
	);
}
