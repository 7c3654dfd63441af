import { createShopifyClient } from '../../nodes/shopify/client';
import type { ClientSettings, Fetch, ShopifyClient } from '../../nodes/shopify/client';
import { ShopifyError } from '../../nodes/shopify/failure';
import type { ShopifyFailure } from '../../nodes/shopify/failure';

/** One scripted answer: a response, or an error that the connection ends with. */
export type Script = Response | Error | (() => Promise<Response>);

/** The time that scripted answers carry in their `Date` header. */
export const SHOP_TIME = '2026-11-23T19:10:00.000Z';

/** A shop in a few lines: answers in order, the last one again and again. */
export function scriptedFetch(...scripts: readonly Script[]): {
	readonly fetch: Fetch;
	readonly requests: { readonly url: string; readonly headers: Record<string, string> }[];
} {
	const requests: { url: string; headers: Record<string, string> }[] = [];
	return {
		requests,
		fetch: async (url, { headers }) => {
			const script = scripts[Math.min(requests.length, scripts.length - 1)];
			requests.push({ url, headers: { ...headers } });
			if (script === undefined) throw new Error('Nothing was scripted');
			if (script instanceof Error) throw script;
			return typeof script === 'function' ? await script() : script.clone();
		},
	};
}

/** A GraphQL answer with Shopify's headers. */
export function graphQl(body: object, headers: Readonly<Record<string, string>> = {}): Response {
	return text(JSON.stringify(body), {
		'Content-Type': 'application/json; charset=utf-8',
		...headers,
	});
}

/** An answer with any body. */
export function text(
	body: string,
	headers: Readonly<Record<string, string>> = {},
	status = 200,
): Response {
	return new Response(body, {
		status,
		headers: {
			Date: 'Mon, 23 Nov 2026 19:10:00 GMT',
			'X-Shopify-API-Version': '2026-07',
			...headers,
		},
	});
}

/** Shopify's cost block, with what is left in the bucket. */
export function cost(
	requestedQueryCost: number,
	currentlyAvailable: number,
	actualQueryCost: number | null = requestedQueryCost,
): object {
	const throttleStatus = { maximumAvailable: 2000, currentlyAvailable, restoreRate: 100 };
	return { cost: { requestedQueryCost, actualQueryCost, throttleStatus } };
}

/** Shopify's answer when the bucket is empty. */
export function throttled(requestedQueryCost: number, currentlyAvailable: number): Response {
	return graphQl({
		errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
		extensions: cost(requestedQueryCost, currentlyAvailable, null),
	});
}

/** A connection that ended with one of Node's codes. */
export function broken(code: string): Error {
	return Object.assign(new Error(`socket: ${code}`), { code });
}

/** A client over a scripted shop, with a clock that moves only while the client waits. */
export function clientOver(
	fetch: Fetch,
	settings: Partial<ClientSettings> = {},
): { readonly client: ShopifyClient; readonly waits: number[]; readonly warnings: string[] } {
	const waits: number[] = [];
	const warnings: string[] = [];
	let time = 0;
	const client = createShopifyClient({
		shop: { domain: 'harbour-goods.myshopify.com', origin: 'https://harbour-goods.myshopify.com' },
		apiVersion: '2026-07',
		fetch,
		log: { debug: () => undefined, warn: (message) => warnings.push(message) },
		now: () => time,
		random: () => 0.5,
		wait: async (milliseconds) => {
			waits.push(milliseconds);
			time += milliseconds;
			await Promise.resolve();
		},
		...settings,
	});
	return { client, waits, warnings };
}

/** The failure that a promise ends with. */
export async function failureOf(promise: Promise<unknown>): Promise<ShopifyFailure> {
	const error: unknown = await promise.then(
		() => new Error('It did not fail'),
		(reason: unknown) => reason,
	);
	if (error instanceof ShopifyError) return error.failure;
	throw error;
}
