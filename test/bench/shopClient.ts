import type { Fetch, ShopifyClient } from '../../nodes/shopify/client';
import { createShopifyClient } from '../../nodes/shopify/client';
import { parseShop } from '../../nodes/shopify/shopDomain';
import type { DemoShop } from '../shop';

const pause = async (milliseconds: number): Promise<void> => {
	await new Promise((resolve) => {
		setTimeout(resolve, milliseconds);
	});
};

/**
 * A client of the demo shop without n8n in between: the bench measures Shopify's price and our way.
 * Each answer takes `latencyMs`.
 */
export function clientOf(shop: DemoShop, accessToken: string, latencyMs = 0): ShopifyClient {
	return createShopifyClient({
		shop: parseShop(shop.state.domain),
		apiVersion: '2026-07',
		fetch: fetchOf(shop, accessToken, latencyMs),
		wait: pause,
	});
}

/** The demo shop as a `fetch` that carries its access token. */
export function fetchOf(shop: DemoShop, accessToken: string, latencyMs = 0): Fetch {
	return async (url, { method, headers, body }) => {
		if (latencyMs > 0) await pause(latencyMs);
		const answer = await shop.handle({
			method,
			path: new URL(url).pathname,
			headers: { ...headers, 'x-shopify-access-token': accessToken },
			body,
		});
		if (answer === 'dropped') {
			throw Object.assign(new Error('The connection broke'), { code: 'ECONNRESET' });
		}
		return new Response(answer.body, { status: answer.status, headers: answer.headers });
	};
}
