import type { Fetch, ShopifyClient } from '../../nodes/shopify/client';
import { createShopifyClient } from '../../nodes/shopify/client';
import { parseShop } from '../../nodes/shopify/shopDomain';
import type { UploadRequest, UploadSettings } from '../../nodes/upload/uploadShipments';
import { uploadShipments } from '../../nodes/upload/uploadShipments';
import type { UploadResult } from '../../nodes/domain/uploadResult';
import { fetchOf } from '../bench/shopClient';
import type { DemoShop, DemoShopOptions, RequestLogEntry } from '../shop';
import { createDemoShop, randomNumbers } from '../shop';
import { VirtualTime } from './virtualTime';

/** The defaults of the node. */
export const SETTINGS: UploadSettings = {
	rules: {
		unmatchedLines: 'reject',
		overShipment: 'uploadRest',
		otherTracking: 'add',
		withoutNumber: 'same',
		location: '',
	},
	combine: true,
	numberPrefix: '',
	aliases: [],
	urlTemplate: '',
};

/** A request on its way, as far as tests look at it. */
export interface Sent {
	readonly operation: string;
	readonly variables: Readonly<Record<string, unknown>>;
}

/** What differs from a quiet run. */
export interface RunChanges {
	readonly signal?: AbortSignal;
	/** Something that happens before a request of this run arrives. */
	readonly before?: (sent: Sent) => Promise<void>;
	/** Something that happens after the shop has done its work, before the answer is there. */
	readonly after?: (sent: Sent) => Promise<void>;
	/** The upload to run: another instance of the module stands for another process. */
	readonly upload?: typeof uploadShipments;
	readonly seed?: number;
}

/** Milliseconds that each request takes, by the shop's clock. */
const LATENCY_MS = 50;

/** The demo shop with uploads to it, on a clock of its own, without n8n. */
export class VirtualShop {
	readonly time = new VirtualTime();
	readonly shop: DemoShop;

	constructor(options: DemoShopOptions = {}) {
		this.shop = createDemoShop({ clock: () => this.time.nowMs, ...options });
	}

	/** Uploads with a client of its own, as each execution does. */
	async upload(
		requests: readonly UploadRequest[],
		changes: RunChanges = {},
	): Promise<readonly (UploadResult | Error)[]> {
		const { upload = uploadShipments, signal } = changes;
		const silent = (): void => undefined;
		const surroundings = {
			client: this.client(changes),
			log: { info: silent, debug: silent },
			wait: async (milliseconds: number) => {
				await this.time.wait(milliseconds, signal);
			},
		};
		return await upload(surroundings, requests, SETTINGS);
	}

	/** The shop's log of writes that reached it. */
	get writes(): readonly RequestLogEntry[] {
		return this.shop.log.filter(({ operationName }) =>
			['CreateFulfillment', 'UpdateTracking', 'CancelFulfillment'].includes(operationName),
		);
	}

	private client(changes: RunChanges): ShopifyClient {
		return createShopifyClient({
			shop: parseShop(this.shop.state.domain),
			apiVersion: '2026-07',
			fetch: this.fetchOf(changes),
			signal: changes.signal,
			now: () => this.time.nowMs,
			wait: this.time.wait,
			random: randomNumbers(changes.seed ?? 1),
		});
	}

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

/** The answers that are results. */
export function resultsOf(answers: readonly (UploadResult | Error)[]): readonly UploadResult[] {
	return answers.filter((answer): answer is UploadResult => !(answer instanceof Error));
}
