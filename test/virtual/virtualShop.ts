import type { ApiVersion } from '../../nodes/shopify/apiVersion';
import type { Fetch, ShopifyClient } from '../../nodes/shopify/client';
import { createShopifyClient } from '../../nodes/shopify/client';
import type { Download } from '../../nodes/shopify/download';
import { parseShop } from '../../nodes/shopify/shopDomain';
import { fetchOf } from '../bench/shopClient';
import type { DemoShop, DemoShopOptions } from '../shop';
import { createDemoShop, randomNumbers } from '../shop';
import { VirtualTime } from './virtualTime';

/** A request on its way, as far as tests look at it. */
export interface Sent {
	readonly operation: string;
	readonly variables: Readonly<Record<string, unknown>>;
}

/** What differs from a quiet run. */
export interface RunChanges {
	readonly signal?: AbortSignal;
	/** Something that happens before a request of this run arrives. */
	readonly before?: (sent: Sent) => Promise<void> | void;
	/** Something that happens after the shop has done its work, before the answer is there. */
	readonly after?: (sent: Sent) => Promise<void> | void;
	readonly seed?: number;
	/** Default 2026-07. */
	readonly apiVersion?: ApiVersion;
}

/** Milliseconds that each request takes, by the shop's clock. */
const LATENCY_MS = 50;
/** Bytes of a download that come at once: lines are cut in the middle. */
const PIECE = 1000;

/** The demo shop on a clock of its own, and clients of it as executions make them, without n8n. */
export class VirtualShop {
	readonly time = new VirtualTime();
	readonly shop: DemoShop;

	constructor(options: DemoShopOptions = {}) {
		this.shop = createDemoShop({ clock: () => this.time.nowMs, ...options });
	}

	/** A client, as each execution makes one of its own. */
	client(changes: RunChanges = {}): ShopifyClient {
		return createShopifyClient({
			shop: parseShop(this.shop.state.domain),
			apiVersion: changes.apiVersion ?? '2026-07',
			fetch: this.fetchOf(changes),
			signal: changes.signal,
			now: () => this.time.nowMs,
			wait: this.time.wait,
			random: randomNumbers(changes.seed ?? 1),
		});
	}

	/** Downloads over no network, in pieces. */
	readonly download: Download = async (url) => {
		const { pathname, search } = new URL(url);
		const path = `${pathname}${search}`;
		await this.time.wait(LATENCY_MS);
		const answer = await this.shop.handle({ method: 'GET', path, headers: {}, body: '' });
		if (answer === 'dropped' || answer.status !== 200) throw new Error('No file');
		return piecesOf(answer.body);
	};

	private fetchOf({ before, after, signal }: RunChanges): Fetch {
		const fetch = fetchOf(this.shop, this.shop.settings.accessToken);
		return async (url, init) => {
			const { query, variables } = JSON.parse(init.body) as {
				readonly query: string;
				readonly variables: Sent['variables'];
			};
			const sent = { operation: /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '', variables };
			await this.time.wait(LATENCY_MS / 2);
			await before?.(sent);
			const answer = await fetch(url, init);
			await after?.(sent);
			await this.time.wait(LATENCY_MS / 2);
			// What n8n's HTTP helper throws when the execution is cancelled.
			if (signal?.aborted) throw Object.assign(new Error('canceled'), { code: 'ERR_CANCELED' });
			return answer;
		};
	}
}

async function* piecesOf(text: string): AsyncIterable<Uint8Array> {
	const bytes = Buffer.from(text, 'utf8');
	for (let start = 0; start < bytes.length; start += PIECE) {
		yield bytes.subarray(start, start + PIECE);
		await Promise.resolve();
	}
}
