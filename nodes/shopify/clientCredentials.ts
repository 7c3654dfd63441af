import { failureOfStatus, unreadable } from './answer';
import type { Http } from './answer';
import { ShopifyError } from './failure';
import type { ShopifyFailure } from './failure';
import type { Shop } from './shopDomain';

/** An HTTP request as data, for whichever helper of n8n is at hand. */
export interface TokenRequest {
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

/** What came back, with the body as text. */
export interface TokenAnswer {
	readonly status: number;
	readonly headers: Pick<Headers, 'get'>;
	readonly body: string;
}

/**
 * The request for an access token by the client credentials grant. The token lasts 24 hours; there
 * is nothing to refresh, one asks again. Works only for shops of the organization that owns the app.
 *
 * Source: Shopify, client credentials grant, read in November 2026.
 */
export function tokenRequest(shop: Shop, clientId: string, clientSecret: string): TokenRequest {
	return {
		url: `${shop.origin}/admin/oauth/access_token`,
		headers: {
			'Content-Type': 'application/x-www-form-urlencoded',
			Accept: 'application/json',
		},
		body: new URLSearchParams({
			grant_type: 'client_credentials',
			client_id: clientId.trim(),
			client_secret: clientSecret.trim(),
		}).toString(),
	};
}

/** The token in Shopify's answer. Throws `ShopifyError` if there is none. */
export function readToken(shop: Shop, answer: TokenAnswer): string {
	const { body, status, headers } = answer;
	const json = parseObject(body);
	const token = json?.['access_token'];
	if (status === 200 && typeof token === 'string' && token !== '') return token;
	throw new ShopifyError(tokenFailure({ shop: shop.domain, status, headers }, body, json));
}

/** Shopify answers with a web page that holds `Oauth error <code>: …`, some paths with JSON. */
function tokenFailure(
	http: Http,
	body: string,
	json: Readonly<Record<string, unknown>> | undefined,
): ShopifyFailure {
	const { shop, status } = http;
	const named = /oauth error (\w+)/i.exec(body)?.[1]?.toLowerCase() ?? json?.['error'];
	if (typeof named === 'string' && /^\w{1,60}$/.test(named)) {
		return { kind: 'oauth', code: named, shop };
	}
	if (status === 400) return { kind: 'oauth', code: 'invalid_request', shop };
	if (status === 401) return { kind: 'oauth', code: 'invalid_client', shop };
	if (status === 200) return unreadable('it holds no access token', http);
	return failureOfStatus(http, body);
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
	if (!text.trimStart().startsWith('{')) return undefined;
	try {
		return JSON.parse(text) as Readonly<Record<string, unknown>>;
	} catch {
		// Half an answer; the caller says so.
		return undefined;
	}
}
