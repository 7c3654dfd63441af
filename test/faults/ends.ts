import {
	ALL_SCOPES,
	createDemoShop,
	type DemoShop,
	type LocationInput,
	type Location,
} from '../shop';
import { answerShop } from '../shop/answerShop';
import { serve } from '../shop/listen';
import type { Ends } from '../n8n/startHost';
import { listen } from '../target/listen';
import { createTarget, type Target, type TargetEvent } from '../target/target';

/** The target's own places come first: orders are routed there unless somebody says otherwise. */
const SERVED = ['Leeds Warehouse', 'York Warehouse'];
/** A place that ships for itself. */
export const ELSEWHERE = 'Camden Shop';
/** All places of the shop, the target's first. */
export const PLACES: readonly string[] = [...SERVED, ELSEWHERE];

const LOCATIONS: readonly LocationInput[] = [
	{ name: 'Leeds Warehouse', address1: '14 Kirkstall Road', city: 'Leeds', zip: 'LS3 1LH' },
	{ name: 'York Warehouse', address1: '3 Foss Islands Road', city: 'York', zip: 'YO31 7UL' },
	{ name: ELSEWHERE, address1: '201 Camden High Street', city: 'London', zip: 'NW1 7BT' },
];

/** How an app signs in to the shop; these are no secrets of anything else. */
const APP = {
	clientId: 'e2b60d5517c94f0f8a1c7d3b92d4a6f0',
	clientSecret: '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',
};
/** Of Shopify's plan *Advanced*: the day is over sooner, and its bucket is empty often enough. */
const PLAN = { maximumAvailable: 4000, restoreRate: 200 };

/** The shop's clock runs fast in these runs, and an n8n that is down or busy must not lose its subscriptions so soon. */
const RETRY_PAUSE_FACTOR = 40;

/** The shop and the target of one run, served on loopback. */
export interface ServedEnds {
	readonly shop: DemoShop;
	readonly target: Target;
	/** Where they are. */
	readonly addresses: Ends;
	/** Legacy ids of the locations that the target ships from. */
	readonly servedIds: readonly string[];
	serves(location: Location): boolean;
	/** Lets the shop's clock run on by some milliseconds. */
	passTime(ms: number): void;
	close(): Promise<void>;
}

/** What may stand between the target and whoever asks it. */
export type BeforeTarget = (handle: Target['handle']) => Target['handle'];

/** Serves a shop with three locations, and a target that ships from two of them. */
export async function serveEnds(options: {
	readonly writeOrders: boolean;
	readonly before: BeforeTarget;
	readonly onTargetEvent: (event: TargetEvent) => void;
}): Promise<ServedEnds> {
	const accessScopes = ALL_SCOPES.filter((one) => options.writeOrders || one !== 'write_orders');
	const shop = createDemoShop({
		...APP,
		accessScopes,
		locations: LOCATIONS,
		plan: PLAN,
		webhooks: { allowLoopbackHttp: true, pauseFactor: RETRY_PAUSE_FACTOR },
	});
	// Set afterwards, so that the bucket of points keeps to the machine's clock: it would always be full.
	let passed = 0;
	Object.assign(shop.settings, { clock: () => Date.now() + passed });
	const target = createTarget({ onEvent: options.onTargetEvent });
	const servedShop = await serve(0, answerShop(shop));
	const servedTarget = await listen(0, options.before(target.handle));
	const locations = [...shop.state.locations.values()].filter(({ name }) => SERVED.includes(name));
	return {
		shop,
		target,
		addresses: { ...APP, shopUrl: servedShop.url, targetUrl: servedTarget.url },
		servedIds: locations.map(({ legacyId }) => String(legacyId)),
		serves: ({ name }) => SERVED.includes(name),
		passTime: (ms) => {
			passed += ms;
		},
		close: async () => {
			await Promise.all([servedShop.close(), servedTarget.close()]);
		},
	};
}
