import type { RequestListener } from 'node:http';
import { control } from './control';
import type { DemoShop } from './demoShop';
import { send, sendError, shopRequestOf } from './listen';

/**
 * Answers requests to a shop: the control endpoints under `/demo/`, and Shopify's API for
 * everything else.
 */
export function answerShop(shop: DemoShop): RequestListener {
	return (request, response) => {
		const answered = request.url?.startsWith('/demo/')
			? control(shop, request, response)
			: shopRequestOf(request)
					.then((asked) => shop.handle(asked))
					.then((answer) => send(answer, response));
		answered.catch((error: unknown) => sendError(error, response));
	};
}
