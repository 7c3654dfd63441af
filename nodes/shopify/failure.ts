import { describeFailure } from './failureText';

/** One complaint in a mutation's `userErrors`; `code` only where the mutation's error type has it. */
export interface UserError {
	readonly field?: readonly string[] | null;
	readonly message: string;
	readonly code?: string | null;
}

/**
 * Why Shopify did not do what it was asked.
 *
 * - `throttled`: the bucket is empty; Shopify did nothing, and will after the wait.
 * - `unauthorized`: the token is not, or no longer, accepted.
 * - `missingScope`: the app lacks an access scope.
 * - `protectedData`: the app lacks approval for protected customer data.
 * - `forbidden`: refused for another reason (HTTP 403, 430).
 * - `rejected`: Shopify understood and said no.
 * - `notFound`: there is no such shop.
 * - `shopUnavailable`: the shop exists, but is frozen (402) or locked (423).
 * - `unavailable`: trouble at Shopify (5xx); whether a write was done is not known.
 * - `unreadable`: the answer was not what GraphQL promises; whether a write was done is not known.
 * - `unreachable`: the connection failed; `code` says how.
 * - `tooExpensive`: the query would cost more than one query may.
 * - `invalidQuery`: Shopify does not understand the query; a defect of this package.
 * - `ignoredFilter`: Shopify left out a part of a search and answered as if it had not been there.
 * - `oauth`: the app could not get a token.
 * - `stopped`: the execution was cancelled; `sent` says whether a request may have arrived.
 */
export type ShopifyFailure =
	| { readonly kind: 'throttled'; readonly retryAfterMs: number }
	| { readonly kind: 'unauthorized' }
	| { readonly kind: 'missingScope'; readonly scopes: readonly string[]; readonly field: string }
	| { readonly kind: 'protectedData'; readonly field: string }
	| { readonly kind: 'forbidden'; readonly status: number }
	| { readonly kind: 'rejected'; readonly userErrors: readonly UserError[] }
	| { readonly kind: 'notFound'; readonly shop: string }
	| { readonly kind: 'shopUnavailable'; readonly shop: string; readonly status: number }
	| {
			readonly kind: 'unavailable';
			readonly status: number;
			readonly retryAfterMs?: number;
			readonly requestId?: string;
	  }
	| { readonly kind: 'unreadable'; readonly what: string; readonly requestId?: string }
	| { readonly kind: 'unreachable'; readonly code: string; readonly detail?: string }
	| { readonly kind: 'tooExpensive'; readonly cost?: number; readonly maxCost?: number }
	| { readonly kind: 'invalidQuery'; readonly problems: readonly string[] }
	| { readonly kind: 'ignoredFilter'; readonly filter: string; readonly warning: string }
	| { readonly kind: 'oauth'; readonly code: string; readonly shop: string }
	| { readonly kind: 'stopped'; readonly sent: boolean };

/** The kinds of failure by name. */
export type ShopifyFailureKind = ShopifyFailure['kind'];

const KINDS: Readonly<Record<ShopifyFailureKind, true>> = {
	throttled: true,
	unauthorized: true,
	missingScope: true,
	protectedData: true,
	forbidden: true,
	rejected: true,
	notFound: true,
	shopUnavailable: true,
	unavailable: true,
	unreadable: true,
	unreachable: true,
	tooExpensive: true,
	invalidQuery: true,
	ignoredFilter: true,
	oauth: true,
	stopped: true,
};

/**
 * A failure on its way to whoever can act on it. Its text never holds a token or customer data,
 * and it has no `cause`: the request that n8n's HTTP client keeps in its errors holds the token.
 */
export class ShopifyError extends Error {
	override readonly name = 'ShopifyError';

	readonly failure: ShopifyFailure;

	constructor(failure: ShopifyFailure) {
		super(describeFailure(failure).message);
		this.failure = failure;
	}
}

/**
 * The Shopify failure in an error or in what caused it, if there is one.
 *
 * Told by its shape, not by class: the credential and each node are bundled apart, so each has a
 * `ShopifyError` of its own, and n8n wraps the credential's in an error of its own.
 */
export function failureIn(error: unknown): ShopifyFailure | undefined {
	for (const link of causesOf(error)) {
		const failure = (link as { failure?: unknown }).failure;
		if (isShopifyFailure(failure)) return failure;
	}
	return undefined;
}

function isShopifyFailure(value: unknown): value is ShopifyFailure {
	const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : '';
	return typeof kind === 'string' && Object.hasOwn(KINDS, kind);
}

const MAX_CAUSES = 10;

/** An error, what caused it, what caused that, and so on; only objects, and never endless. */
export function causesOf(error: unknown): readonly object[] {
	const causes: object[] = [];
	for (let link = error; typeof link === 'object' && link !== null; ) {
		if (causes.includes(link) || causes.length === MAX_CAUSES) break;
		causes.push(link);
		link = (link as { cause?: unknown }).cause;
	}
	return causes;
}

/** Codes of connections that were never made, so that nothing can have arrived at Shopify. */
const NEVER_CONNECTED = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
]);

/** Whether Shopify certainly did nothing, so that even a write without a key may be sent again. */
export function shopifyDidNothing(failure: ShopifyFailure): boolean {
	if (failure.kind === 'unavailable' || failure.kind === 'unreadable') return false;
	if (failure.kind === 'unreachable') return NEVER_CONNECTED.has(failure.code);
	return failure.kind !== 'stopped' || !failure.sent;
}

/**
 * The complaints in a mutation's payload, under any of the names that Shopify gives them
 * (`userErrors`, `orderCancelUserErrors`, …). Empty when it did what it was asked. A payload that
 * is null is a complaint of its own: Shopify then did nothing and did not say why.
 */
export function userErrorsOf(payload: object | null | undefined): readonly UserError[] {
	if (payload === null || payload === undefined) {
		return [{ field: null, message: 'Shopify returned no result and gave no reason' }];
	}
	return Object.entries(payload)
		.filter(([name]) => /userErrors$/i.test(name))
		.flatMap(([, errors]) => (Array.isArray(errors) ? (errors as UserError[]) : []));
}
