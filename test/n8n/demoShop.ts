import { serveDemo } from '../page/demoServer';
import { createDemoShop, type DemoShop, type LocationInput } from '../shop';
import { createTarget, type Target } from '../target/target';

/** A demo shop on loopback, with the page and its endpoints. */
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

/**
 * The warehouse's own location comes first: orders are routed there unless somebody says otherwise.
 */
const LOCATIONS: readonly LocationInput[] = [
	{ name: 'Leeds Warehouse', address1: '14 Kirkstall Road', city: 'Leeds', zip: 'LS3 1LH' },
	{ name: 'Camden Shop', address1: '201 Camden High Street', city: 'London', zip: 'NW1 7BT' },
];

/**
 * Serves a demo shop.
 *
 * @param port 0 takes a free one
 * @param kept what an earlier shop's `keep` gave; locations that it has not are added
 * @param target the warehouse that the page shows beside it
 */
export async function serveDemoShop(
	port: number,
	kept?: Uint8Array,
	target: Target = createTarget(),
): Promise<ServedShop> {
	// n8n beside it has no public address, which Shopify would ask for.
	const webhooks = { allowLoopbackHttp: true };
	const shop = createDemoShop({ ...APP, locations: LOCATIONS, webhooks }, kept);
	const names = new Set([...shop.state.locations.values()].map(({ name }) => name));
	for (const location of LOCATIONS) if (!names.has(location.name)) shop.addLocation(location);
	const served = await serveDemo(port, shop, target);
	return { shop, ...served };
}

/** Fulfillment orders that the shop shows as neither in progress nor closed, e.g. `#1001 OPEN`. */
export function notInProgress(shop: DemoShop): readonly string[] {
	return [...shop.state.fulfillmentOrders.values()]
		.filter(({ status }) => status !== 'IN_PROGRESS' && status !== 'CLOSED')
		.map(({ order, status }) => `${order.name} ${status}`);
}
