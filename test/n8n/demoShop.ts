import { control } from '../shop/control';
import { createDemoShop, type DemoShop } from '../shop';
import { send, serve, shopRequestOf } from '../shop/listen';

/** A demo shop on loopback, with the control endpoints under `/demo/`. */
export interface ServedShop {
	readonly shop: DemoShop;
	readonly url: string;
	close(): Promise<void>;
}

/** How an app signs in to the demo shop; these are no secrets of anything else. */
const APP = {
	clientId: 'c7d1e0f2a94b4d6f8e3b5a6079812c4d',
	clientSecret: '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',
};

/** One location, so that no order goes where the demo's warehouse does not look. */
const LOCATIONS = [
	{ name: 'Leeds Warehouse', address1: '14 Kirkstall Road', city: 'Leeds', zip: 'LS3 1LH' },
];

/**
 * Serves a demo shop.
 *
 * @param port 0 takes a free one
 * @param kept what an earlier shop's `keep` gave
 */
export async function serveDemoShop(port: number, kept?: Uint8Array): Promise<ServedShop> {
	const shop = createDemoShop({ ...APP, locations: LOCATIONS }, kept);
	const served = await serve(port, (request, response) => {
		const answered = request.url?.startsWith('/demo/')
			? control(shop, request, response)
			: shopRequestOf(request)
					.then((asked) => shop.handle(asked))
					.then((answer) => send(answer, response));
		answered.catch(() => response.destroy());
	});
	return { shop, ...served };
}

/** Fulfillment orders that the shop shows as neither in progress nor closed, e.g. `#1001 OPEN`. */
export function notInProgress(shop: DemoShop): readonly string[] {
	return [...shop.state.fulfillmentOrders.values()]
		.filter(({ status }) => status !== 'IN_PROGRESS' && status !== 'CLOSED')
		.map(({ order, status }) => `${order.name} ${status}`);
}
