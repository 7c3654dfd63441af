import type { ShopifyFailure } from './failure';
import { failureOfErrors, isAccessError, scopesNamedIn } from './graphQlErrors';
import type { GraphQlError } from './graphQlErrors';
import { throttledWaitMs } from './throttle';
import type { ThrottleStatus } from './throttle';

/** A field that Shopify left null because the app may not read it. */
export interface Withheld {
	/** Where, without the places in lists: `nodes.order.customer`. */
	readonly path: string;
	/** Why, in Shopify's words. */
	readonly reason: string;
	/** The scopes that would open it: `read_customers`; absent for protected customer data. */
	readonly requiredAccess?: string;
}

/** What Shopify answered to one operation. */
export interface Answer<T> {
	readonly data: T;
	/** Fields that are null because the app may not read them; empty as a rule. */
	readonly withheld: readonly Withheld[];
	/** Shopify's own time, from the `Date` header: `2026-11-23T19:10:00.000Z`. */
	readonly shopTime: string;
}

/** What one query cost, from `extensions.cost`. */
export interface Cost {
	/** What Shopify set aside before it ran the query. */
	readonly requested?: number;
	/** What it took in the end; absent if it was throttled. */
	readonly actual?: number;
	readonly status?: ThrottleStatus;
}

/** A GraphQL response as it came, before anything in it is believed. */
export interface Envelope {
	readonly data: unknown;
	readonly errors: unknown;
	readonly extensions: unknown;
}

/** The parts of HTTP that an answer is judged by. */
export interface Http {
	readonly shop: string;
	readonly status: number;
	readonly headers: Pick<Headers, 'get'>;
}

/** Either what was asked for, or why not. */
export type Outcome = { readonly answer: Answer<unknown> } | { readonly failure: ShopifyFailure };

/** Reads the cost out of a response; whatever is missing or not a number stays away. */
export function costOf({ extensions }: Pick<Envelope, 'extensions'>): Cost {
	const cost = property(extensions, 'cost');
	const status = property(cost, 'throttleStatus');
	const requested = numberIn(cost, 'requestedQueryCost');
	const actual = numberIn(cost, 'actualQueryCost');
	const maximumAvailable = numberIn(status, 'maximumAvailable');
	const currentlyAvailable = numberIn(status, 'currentlyAvailable');
	const restoreRate = numberIn(status, 'restoreRate');
	return {
		...(requested !== undefined && { requested }),
		...(actual !== undefined && { actual }),
		...(maximumAvailable !== undefined &&
			currentlyAvailable !== undefined &&
			restoreRate !== undefined && {
				status: { maximumAvailable, currentlyAvailable, restoreRate },
			}),
	};
}

/**
 * Judges a GraphQL response that came with HTTP 200.
 *
 * Errors about single fields that the app may not read leave the rest usable (Shopify, protected
 * customer data), so they are listed and do not fail; any other error fails, and so does a search
 * warning, because Shopify then leaves the filter out and answers with everything.
 */
export function readEnvelope(envelope: Envelope, http: Http, now: () => number): Outcome {
	if (!(http.headers.get('content-type') ?? '').includes('json')) {
		return { failure: unreadable('it is not JSON', http) };
	}
	const errors = readErrors(envelope.errors);
	const data = isObject(envelope.data) ? envelope.data : undefined;
	if (errors.some((error) => error.extensions?.['code'] === 'THROTTLED')) {
		const { requested = 0, status } = costOf(envelope);
		return { failure: { kind: 'throttled', retryAfterMs: throttledWaitMs(requested, status) } };
	}
	const isWithheld = (error: GraphQlError): boolean =>
		data !== undefined && isAccessError(error) && (error.path?.length ?? 0) > 1;
	const grave = errors.filter((error) => !isWithheld(error));
	const failure = grave.length > 0 ? failureOfErrors(grave) : ignoredFilter(envelope.extensions);
	if (failure !== undefined) return { failure };
	if (data === undefined) {
		return { failure: unreadable('it holds neither data nor an error', http) };
	}
	return {
		answer: {
			data,
			withheld: withheldBy(errors.filter(isWithheld)),
			shopTime: shopTime(http.headers, now),
		},
	};
}

type StatusRule = readonly [
	holds: (status: number) => boolean,
	toFailure: (http: Http, text: string) => ShopifyFailure,
];

/** What each HTTP status means; the first rule that holds decides. */
const STATUS_RULES: readonly StatusRule[] = [
	[(status) => status === 401, () => ({ kind: 'unauthorized' })],
	[
		(status) => status === 402 || status === 423,
		({ shop, status }) => ({ kind: 'shopUnavailable', shop, status }),
	],
	[(status) => status === 403 || status === 430, forbidden],
	// A redirect leads to another host, where the token must not go; a shop's API never redirects.
	[
		(status) => status === 404 || (status >= 300 && status < 400),
		({ shop }) => ({ kind: 'notFound', shop }),
	],
	[
		(status) => status === 429,
		({ headers }) => ({ kind: 'throttled', retryAfterMs: retryAfterIn(headers) ?? 2000 }),
	],
	[(status) => status === 408 || status >= 500, unavailable],
];

/** Judges an answer whose HTTP status alone says that it is none. */
export function failureOfStatus(http: Http, text: string): ShopifyFailure {
	const rule = STATUS_RULES.find(([holds]) => holds(http.status));
	return rule?.[1](http, text) ?? { kind: 'invalidQuery', problems: [`HTTP ${http.status}`] };
}

/** A failure for an answer that is not what GraphQL promises. */
export function unreadable(what: string, { headers }: Pick<Http, 'headers'>): ShopifyFailure {
	return { kind: 'unreadable', what, ...requestIdIn(headers) };
}

function unavailable({ status, headers }: Http): ShopifyFailure {
	const retryAfterMs = retryAfterIn(headers);
	return {
		kind: 'unavailable',
		status,
		...(retryAfterMs !== undefined && { retryAfterMs }),
		...requestIdIn(headers),
	};
}

function forbidden({ status }: Http, text: string): ShopifyFailure {
	const field = /(?:access the|use the) (\w+) (?:object|field)/.exec(text)?.[1];
	return field === undefined ? { kind: 'forbidden', status } : { kind: 'protectedData', field };
}

/** `Retry-After` is in seconds, with or without a fraction; never taken as less than one. */
function retryAfterIn(headers: Pick<Headers, 'get'>): number | undefined {
	const seconds = Number.parseFloat(headers.get('retry-after') ?? '');
	return Number.isFinite(seconds) ? Math.max(1000, Math.ceil(seconds * 1000)) : undefined;
}

function requestIdIn(headers: Pick<Headers, 'get'>): { readonly requestId?: string } {
	const requestId = headers.get('x-request-id');
	return requestId === null ? {} : { requestId: requestId.slice(0, 60) };
}

function shopTime(headers: Pick<Headers, 'get'>, now: () => number): string {
	const time = Date.parse(headers.get('date') ?? '');
	return new Date(Number.isNaN(time) ? now() : time).toISOString();
}

function readErrors(errors: unknown): readonly GraphQlError[] {
	if (errors === undefined || errors === null) return [];
	const list: readonly unknown[] = Array.isArray(errors) ? errors : [errors];
	return list.map((error) => {
		if (!isObject(error)) return { message: String(error) };
		const { path, extensions } = error;
		return {
			message: typeof error['message'] === 'string' ? error['message'] : 'no reason given',
			...(Array.isArray(path) && { path: path as readonly (string | number)[] }),
			...(isObject(extensions) && { extensions }),
		};
	});
}

function withheldBy(errors: readonly GraphQlError[]): readonly Withheld[] {
	const byPath = new Map<string, Withheld>();
	for (const error of errors) {
		const path = (error.path ?? []).filter((step) => typeof step === 'string').join('.');
		const scopes = scopesNamedIn(error);
		if (byPath.has(path)) continue;
		byPath.set(path, {
			path,
			reason: error.message,
			...(scopes.length > 0 && { requiredAccess: scopes.join(' or ') }),
		});
	}
	return [...byPath.values()];
}

function ignoredFilter(extensions: unknown): ShopifyFailure | undefined {
	const searches = property(extensions, 'search');
	if (!Array.isArray(searches)) return undefined;
	for (const search of searches as readonly unknown[]) {
		const warnings = property(search, 'warnings');
		if (!Array.isArray(warnings) || warnings.length === 0) continue;
		const [first] = warnings as readonly unknown[];
		return {
			kind: 'ignoredFilter',
			filter: textIn(first, 'field') ?? textIn(search, 'query') ?? 'unnamed',
			warning: textIn(first, 'message') ?? 'no reason given',
		};
	}
	return undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function property(value: unknown, name: string): unknown {
	return isObject(value) ? value[name] : undefined;
}

function numberIn(value: unknown, name: string): number | undefined {
	const found = property(value, name);
	return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

function textIn(value: unknown, name: string): string | undefined {
	const found = property(value, name);
	return typeof found === 'string' && found !== '' ? found : undefined;
}
