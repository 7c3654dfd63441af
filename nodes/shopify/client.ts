import { createAdminApiClient } from '@shopify/admin-api-client';
import type { AdminOperations, ClientResponse } from '@shopify/admin-api-client';
import { costOf, failureOfStatus, readEnvelope } from './answer';
import type { Answer, Cost, Outcome } from './answer';
import { connectionFailure } from './connectionFailure';
import { ShopifyError } from './failure';
import type { ShopifyFailure } from './failure';
import { pause, stopIfCancelled } from './pause';
import { retryDelayMs } from './retryPolicy';
import type { Shop } from './shopDomain';
import { createThrottle } from './throttle';

export type { Answer, Withheld } from './answer';

/** How one operation may be sent. */
export interface RunOptions {
	/**
	 * `read`, and writes that are `repeatable`, are sent again after a lost answer; `once` only
	 * when Shopify certainly did nothing (throttled, refused, never connected).
	 */
	readonly repeat: 'read' | 'repeatable' | 'once';
}

/** The text of one operation, which is also the key of its types. */
export type Operation = keyof AdminOperations & string;
/** The variables of an operation, as generated from Shopify's schema. */
export type Variables<O extends Operation> = AdminOperations[O]['variables'];
/** The data of an operation, as generated from Shopify's schema. */
export type Data<O extends Operation> = AdminOperations[O]['return'];

/** What a client has used up since it was made. */
export interface Usage {
	readonly requests: number;
	/** Shopify's actual query cost, summed. */
	readonly points: number;
}

/** Talks to one shop. Made by `connectShopify`, one for each poll or execution. */
export interface ShopifyClient {
	/** `harbour-goods.myshopify.com` */
	readonly shop: string;
	/** `2026-07` */
	readonly apiVersion: string;
	/** The version that Shopify used instead of the one asked for, once it has said so. */
	readonly fellForwardTo: string | undefined;
	/** What this client has used up so far. */
	readonly used: Usage;
	/**
	 * Sends one operation and reads the answer. Does not look at `userErrors`; see `userErrorsOf`.
	 *
	 * Waits before the shop's bucket is empty and sends again what may be sent again. Fails with
	 * `ShopifyError`; `shopifyDidNothing` tells whether a write may have been done.
	 */
	run<O extends Operation>(
		operation: O,
		variables: Variables<O>,
		options: RunOptions,
	): Promise<Answer<Data<O>>>;
}

/** The part of `fetch` that the client uses. Resolves for every HTTP status, rejects if none came. */
export type Fetch = (
	url: string,
	init: {
		readonly method: string;
		readonly headers: Readonly<Record<string, string>>;
		readonly body: string;
	},
) => Promise<Response>;

/** Where a client tells what it does. Never gets a token or customer data. */
export interface Log {
	debug(message: string): void;
	warn(message: string): void;
}

/** What a client is made of. Times are in milliseconds. */
export interface ClientSettings {
	readonly shop: Shop;
	readonly apiVersion: string;
	/** Sends a request and adds the access token. */
	readonly fetch: Fetch;
	readonly log?: Log | undefined;
	/** Moment after which nothing is waited for any more; a wait that would end later fails. */
	readonly deadline?: number | undefined;
	/** Says that the execution was cancelled. */
	readonly signal?: AbortSignal | undefined;
	readonly now?: () => number;
	readonly wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
	readonly random?: () => number;
}

/** n8n's credential puts the real token in; Shopify's client refuses to be made without one. */
const PLACEHOLDER_TOKEN = 'added-by-the-credential';
/** Its header, which must not travel with the placeholder in it. */
const TOKEN_HEADER = 'x-shopify-access-token';

/** What an operation is taken to cost until Shopify has said what it does. */
const UNKNOWN_COST = 20;

type Send = (
	operation: string,
	options: { readonly variables: unknown },
) => Promise<ClientResponse<unknown>>;

/**
 * A client for one shop and one API version.
 *
 * Shopify's own client builds the requests; its retries are off, because they repeat writes and
 * take `Retry-After` for milliseconds (`@shopify/admin-api-client` 2.0.0).
 */
export function createShopifyClient(settings: ClientSettings): ShopifyClient {
	const { shop, apiVersion, log, deadline = Infinity, signal } = settings;
	const { now = Date.now, wait = pause, random = Math.random } = settings;
	const throttle = createThrottle(now);
	const costs = new Map<string, number>();
	const used = { requests: 0, points: 0 };
	const lost = new WeakMap<Response, unknown>();
	let fellForwardTo: string | undefined;

	async function fetchShopify(
		url: string,
		init: { readonly headers?: unknown; readonly body?: string } = {},
	): Promise<Response> {
		const headers = Object.fromEntries(
			Object.entries(init.headers as Record<string, string>).filter(
				([name]) => name.toLowerCase() !== TOKEN_HEADER,
			),
		);
		// Shopify's client makes every address https; the shop knows better for a loopback one.
		const address = `${shop.origin}${new URL(url).pathname}`;
		const request = { method: 'POST', headers, body: init.body ?? '' };
		return await settings.fetch(address, request).catch((error: unknown) => {
			// Shopify's client would reduce a thrown error to its text.
			const noAnswer = Response.error();
			lost.set(noAnswer, error);
			return noAnswer;
		});
	}

	const admin = createAdminApiClient({
		storeDomain: shop.domain,
		apiVersion,
		accessToken: PLACEHOLDER_TOKEN,
		userAgentPrefix: 'n8n-nodes-shopify-fulfillment',
		retries: 0,
		customFetchApi: fetchShopify,
		logger: (entry) => {
			if (entry.type !== 'HTTP-Response-GraphQL-Deprecation-Notice') return;
			const { deprecationNotice } = entry.content as { readonly deprecationNotice: string };
			log?.debug(`Shopify says: ${deprecationNotice}`);
		},
	});
	const send = admin.request as unknown as Send;

	/** Waits, unless that would take longer than there is time; then fails with what was waited for. */
	async function waitFor(milliseconds: number, reason: ShopifyFailure): Promise<void> {
		if (now() + milliseconds > deadline) throw new ShopifyError(reason);
		await wait(milliseconds, signal);
	}

	function noteVersion(headers: Pick<Headers, 'get'>): void {
		const version = headers.get('x-shopify-api-version');
		if (version === null || version === apiVersion || version === fellForwardTo) return;
		fellForwardTo = version;
		log?.warn(`Shopify answered with API version ${version} instead of ${apiVersion}`);
	}

	async function judge(reply: ClientResponse<unknown>): Promise<Outcome> {
		const { errors, data, extensions } = reply;
		const response = errors?.response;
		const headers = headersOf(reply);
		if (headers === undefined) {
			return { failure: { kind: 'unreadable', what: 'it has no headers' } };
		}
		if (response !== undefined && lost.has(response)) {
			return { failure: connectionFailure(lost.get(response)) };
		}
		noteVersion(headers);
		const http = { shop: shop.domain, status: response?.status ?? 200, headers };
		if (response?.ok === false) return { failure: failureOfStatus(http, await response.text()) };
		return readEnvelope({ data, errors: errors?.graphQLErrors, extensions }, http, now);
	}

	async function sendOnce(operation: string, variables: unknown): Promise<Outcome> {
		const expected = costs.get(operation) ?? UNKNOWN_COST;
		await throttle.acquire(expected, async (milliseconds) => {
			await waitFor(milliseconds, { kind: 'throttled', retryAfterMs: milliseconds });
		});
		let cost: Cost = {};
		try {
			stopIfCancelled(signal);
			used.requests += 1;
			const reply = await send(operation, { variables });
			cost = costOf({ extensions: reply.extensions });
			return await judge(reply);
		} finally {
			if (cost.requested !== undefined) costs.set(operation, cost.requested);
			used.points += cost.actual ?? 0;
			throttle.settle(expected, cost.status);
		}
	}

	return {
		shop: shop.domain,
		apiVersion,
		get fellForwardTo() {
			return fellForwardTo;
		},
		get used() {
			return { ...used };
		},
		async run<O extends Operation>(operation: O, variables: Variables<O>, options: RunOptions) {
			// Waiting for the bucket must not use up the tries that an outage is given.
			const tries = { throttled: 0, other: 0 };
			for (;;) {
				const outcome = await sendOnce(operation, variables);
				if ('answer' in outcome) return outcome.answer as Answer<Data<O>>;
				const { failure } = outcome;
				const kind = failure.kind === 'throttled' ? 'throttled' : 'other';
				tries[kind] += 1;
				const { repeat } = options;
				const delay = retryDelayMs({ failure, tries: tries[kind], repeat, random });
				if (delay === undefined) throw new ShopifyError(failure);
				log?.debug(`Asking Shopify again in ${delay} ms: ${failure.kind}`);
				await waitFor(delay, failure);
			}
		},
	};
}

/** Typed as a plain object, but it is the `Headers` of the response. */
function headersOf(reply: ClientResponse<unknown>): Headers | undefined {
	return reply.errors?.response?.headers ?? (reply.headers as unknown as Headers | undefined);
}
