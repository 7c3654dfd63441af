import type { RequestListener } from 'node:http';
import { answerShop } from '../shop/answerShop';
import { answerControl } from '../shop/controlHttp';
import type { DemoShop } from '../shop';
import { serve } from '../shop/listen';
import { controlTarget } from '../target/control';
import type { Target } from '../target/target';
import type { ShopElsewhere } from './contract';
import { answerPage } from './pageAssets';

/** Whether a path is one of the page's own files: `/`, `/page.js`, `/favicon.svg`. */
const isPage = (path: string): boolean => /^\/(page\.[^/]*|favicon[^/]*)?$/.test(path);

/**
 * Answers at the demo's one address: the page, what it asks of the shop (`/demo/`) and of the
 * warehouse (`/warehouse/`), and Shopify's API for n8n. The warehouse that n8n sends to has an
 * address of its own.
 */
export function answerDemo(shop: DemoShop, target: Target): RequestListener {
	return answerWith(answerShop(shop), target);
}

/** The same where the shop is at Shopify: the page, and what it asks of the warehouse. */
export function answerWarehouse(shop: ShopElsewhere, target: Target): RequestListener {
	const shopAnswers: RequestListener = (request, response) => {
		answerControl(request, response, {
			// Nothing happens to it that could be told here; the page keeps listening all the same.
			subscribe: () => () => undefined,
			statusOf: () => 500,
			route: (method, _parts, _input, { url }) =>
				method === 'GET' && url === '/demo/state' ? shop : undefined,
		}).catch(() => response.destroy());
	};
	return answerWith(shopAnswers, target);
}

function answerWith(shopAnswers: RequestListener, target: Target): RequestListener {
	return (request, response) => {
		const path = (request.url ?? '/').split('?')[0] ?? '/';
		if (path.startsWith('/warehouse/')) {
			controlTarget(target, request, response).catch(() => response.destroy());
			return;
		}
		if (!isPage(path)) {
			shopAnswers(request, response);
			return;
		}
		// What cannot be shown is said in the browser, where somebody is looking.
		answerPage(request, response).catch((error: unknown) => {
			if (response.headersSent) response.destroy();
			else response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
		});
	};
}

/** Serves the demo on loopback until `close`; port 0 takes a free one. */
export function serveDemo(
	port: number,
	shop: DemoShop,
	target: Target,
): Promise<{ readonly url: string; close(): Promise<void> }> {
	return serve(port, answerDemo(shop, target));
}
