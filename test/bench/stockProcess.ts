import { fork } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Download } from '../../nodes/shopify/download';
import type { Fetch, ShopifyClient } from '../../nodes/shopify/client';
import { createShopifyClient } from '../../nodes/shopify/client';
import { parseShop } from '../../nodes/shopify/shopDomain';

/** A shop in another process. */
export interface StockShop {
	readonly url: string;
	readonly accessToken: string;
	readonly location: string;
	/** SKUs with their units on hand. */
	readonly stock: readonly (readonly [sku: string, units: number])[];
}

/** When a request was sent and answered, in milliseconds of this process. */
export interface Timed {
	readonly operation: string;
	readonly sent: number;
	readonly answered: number;
}

/** Runs some work against a shop with so many goods, in another process. */
export async function withStockShop<T>(
	variants: number,
	work: (shop: StockShop) => Promise<T>,
): Promise<T> {
	const child = fork(join(__dirname, 'stockShop.ts'), [String(variants)], {
		execArgv: ['--import', 'tsx'],
	});
	try {
		const shop = await new Promise<StockShop>((resolve, reject) => {
			child.once('message', (held) => resolve(held as StockShop));
			child.once('exit', (code) => reject(new Error(`The shop ended with ${String(code)}`)));
		});
		return await work(shop);
	} finally {
		child.disconnect();
	}
}

/** A client over HTTP that notes when its requests were sent. */
export function stockClient(shop: StockShop, timed: Timed[]): ShopifyClient {
	const doFetch: Fetch = async (url, { method, headers, body }) => {
		const operation = /(?:query|mutation) (\w+)/.exec(body)?.[1] ?? '';
		const sent = performance.now();
		const answer = await fetch(url, {
			method,
			body,
			headers: { ...headers, 'x-shopify-access-token': shop.accessToken },
		});
		const text = await answer.text();
		timed.push({ operation, sent, answered: performance.now() });
		return new Response(text, { status: answer.status, headers: answer.headers });
	};
	return createShopifyClient({
		shop: parseShop(shop.url),
		apiVersion: '2026-07',
		fetch: doFetch,
		wait: pause,
	});
}

/** A download over HTTP, as it comes. */
export const download: Download = async (url) => {
	const answer = await fetch(url);
	if (!answer.ok || !answer.body) throw new Error(`HTTP ${answer.status}`);
	return answer.body;
};

export async function pause(milliseconds: number): Promise<void> {
	await new Promise((resolve) => {
		setTimeout(resolve, milliseconds);
	});
}

/** Megabytes of the heap that some work needs above what is there before it, at most. */
export async function peakMemory<T>(
	work: () => Promise<T>,
): Promise<{ readonly result: T; readonly megabytes: number }> {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	collect();
	const used = (): number => {
		const { heapUsed, external } = process.memoryUsage();
		return heapUsed + external;
	};
	const before = used();
	let peak = before;
	const look = setInterval(() => {
		peak = Math.max(peak, used());
	}, 20);
	try {
		const result = await work();
		return { result, megabytes: (Math.max(peak, used()) - before) / 1_000_000 };
	} finally {
		clearInterval(look);
	}
}
