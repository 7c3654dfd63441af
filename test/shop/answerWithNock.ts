import type nock from 'nock';
import type { DemoShop } from './demoShop';
import type { ShopRequest } from './handler';

/**
 * Lets nock answer every request to `https://<domain>/admin/…` from the shop, and to files of bulk
 * operations, until
 * `nock.cleanAll()`. A broken connection arrives as the network error `ECONNRESET`.
 */
export function answerWithNock(shop: DemoShop, nockModule: typeof nock): void {
	type Reply = [number, string, Record<string, string>];
	const scope = nockModule(`https://${shop.settings.domain}`).persist();
	for (const method of ['get', 'post'] as const) {
		scope[method](/^\/(admin|bulk)\//).reply(async function (uri, body): Promise<Reply> {
			const headers: Record<string, string> = {};
			for (const [name, value] of Object.entries(this.req.headers)) {
				headers[name.toLowerCase()] = String(value);
			}
			const request: ShopRequest = {
				method: method.toUpperCase(),
				path: uri,
				headers,
				body: bodyText(body),
			};
			const answer = await shop.handle(request);
			if (answer === 'dropped') {
				throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
			}
			return [answer.status, answer.body, { ...answer.headers }];
		});
	}
}

// nock parses JSON and form bodies; the shop wants the text. Forms are sent as JSON to it, which
// the token endpoint reads as well.
function bodyText(body: unknown): string {
	return typeof body === 'string' ? body : JSON.stringify(body);
}
