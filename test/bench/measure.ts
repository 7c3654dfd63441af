import { performance } from 'node:perf_hooks';
import type { ShopifyClient } from '../../nodes/shopify/client';
import type { DemoShop, DemoShopOptions, Order } from '../shop';
import { createDemoShop } from '../shop';
import { clientOf } from './shopClient';

/** The token of every shop here. */
export const TOKEN = 'shpat_bench';
/** A Standard shop: points in the bucket, and points that come back in a second. */
export const PLAN = { maximumAvailable: 2000, restoreRate: 100 };
/** What each answer takes. */
export const LATENCY_MS = 50;
/** A bucket that is never empty: cost and requests are measured, waiting is shown apart. */
const WIDE_PLAN = { maximumAvailable: 10_000_000, restoreRate: 1_000_000 };

/** One line of the table. */
export interface Row {
	readonly work: string;
	readonly requests: number;
	readonly points: number;
	readonly seconds: number;
	readonly ratio: string;
	readonly limit: string;
	readonly kept: boolean;
}

/** For rows that have no limit. */
export const SHOWN_ONLY = { limit: 'shown only', kept: true } as const;

/** The table, in the order of the work. */
export const rows: Row[] = [];

/** What some work took. */
export interface Measured<T> {
	readonly result: T;
	readonly requests: number;
	/** Shopify's actual query cost, summed. */
	readonly points: number;
	readonly seconds: number;
}

/** Runs some work and answers what it took. */
export async function measure<T>(
	shop: DemoShop,
	work: (client: ShopifyClient) => Promise<T>,
): Promise<Measured<T>> {
	shop.resetLog();
	const client = clientOf(shop, TOKEN, LATENCY_MS);
	const start = performance.now();
	const result = await work(client);
	const seconds = (performance.now() - start) / 1000;
	return { result, requests: shop.log.length, points: Math.round(shop.pointsUsed()), seconds };
}

/** A shop that never throttles. */
export function shopOf(options: DemoShopOptions = {}): DemoShop {
	return createDemoShop({ accessToken: TOKEN, plan: { ...WIDE_PLAN }, ...options });
}

/** From now on it throttles like a Standard shop, and the bucket is empty. */
export function throttle(shop: DemoShop): void {
	Object.assign(shop.settings.plan, PLAN);
	shop.bucket.drainTo(0);
}

/** Orders of the given number of lines, all paid and open; the lines go to the locations in turn. */
export function placeOrders(
	shop: DemoShop,
	count: number,
	lines: number,
	locations: readonly string[] = [],
): readonly Order[] {
	return Array.from({ length: count }, (_, index) =>
		shop.placeOrder({
			financialStatus: 'PAID',
			lines: Array.from({ length: lines }, (_line, line) => {
				const location = locations[line % locations.length];
				return {
					sku: `HG-${String(1000 + ((index + line * 7) % 400))}`,
					quantity: 1 + (line % 2),
					...(location !== undefined && { location }),
				};
			}),
		}),
	);
}

/** Writes the table; the exit code says whether every limit is kept. */
export function printRows(): void {
	for (const { work, requests, points, seconds, ratio, limit, kept } of rows) {
		process.stdout.write(
			`${kept ? 'kept  ' : 'BROKEN'} ${work}\n       ${requests} requests, ${points} points, ${seconds.toFixed(2)} s; ${ratio}\n       limit: ${limit}\n`,
		);
	}
	const broken = rows.filter(({ kept }) => !kept).length;
	process.stdout.write(`${rows.length - broken} limits kept, ${broken} broken\n`);
	process.exitCode = broken > 0 ? 1 : 0;
}
