import type { StockRow } from '../../nodes/domain/stockRow';
import type { FeedOutcome } from '../../nodes/feed/feedStock';
import type { DemoShop } from '../shop';
import { rowOf, VirtualFeed } from './virtualFeed';

const LOCATIONS = [{ name: 'Leeds' }, { name: 'York' }];

function shopOf(variants: number, locations: readonly string[] = ['Leeds']) {
	const feed = new VirtualFeed({ locations: LOCATIONS, stock: [] });
	const skus = feed.shop.stockCatalogue({ variants, locations });
	return { feed, skus };
}

/** One unit more of each than there is. */
const oneMore = (shop: DemoShop, skus: readonly string[]): readonly StockRow[] =>
	skus.map((sku, item) => rowOf(`${sku} ${(shop.levelOf(sku, 'Leeds')?.onHand ?? 0) + 1}`, item));

const resultsOf = ({ answers }: FeedOutcome): ReadonlyMap<string, number> => {
	const counts = new Map<string, number>();
	for (const answer of answers.values()) {
		const result = answer instanceof Error ? answer.message : answer.result;
		counts.set(result, (counts.get(result) ?? 0) + 1);
	}
	return counts;
};

describe('A large feed and Shopify’s bulk operation', () => {
	it('finds 5,000 SKUs by search and 5,001 by one bulk operation', async () => {
		const { feed, skus } = shopOf(5001);

		const searched = await feed.feed(oneMore(feed.shop, skus.slice(1)));
		feed.shop.resetLog();
		const bulk = await feed.feed(oneMore(feed.shop, skus));

		expect(searched.summary).toMatchObject({ resolvedBy: 'search', set: 5000 });
		expect(bulk.summary).toMatchObject({ resolvedBy: 'bulk', set: 5001 });
		const operations = new Set(feed.shop.log.map(({ operationName }) => operationName));
		expect(operations).not.toContain('FindStockVariants');
		expect(feed.told).toContain(
			'Finding the goods by one bulk operation, since there are 5001 different ones',
		);
	});

	it.each([
		['is refused', (shop: DemoShop) => shop.faults.nextBulk({ kind: 'refuse' }), 'gave nothing'],
		['fails', (shop: DemoShop) => shop.faults.nextBulk({ kind: 'fail' }), 'ended as FAILED'],
		['expires', (shop: DemoShop) => shop.faults.nextBulk({ kind: 'expire' }), 'ended as EXPIRED'],
		[
			'never ends',
			(shop: DemoShop) => shop.faults.nextBulk({ kind: 'neverEnds' }),
			'did not end within',
		],
		[
			'gives half a file each time',
			(shop: DemoShop) => shop.faults.nextBulkFile('cutOff', 3),
			'its result',
		],
		[
			'gives no file',
			(shop: DemoShop) => shop.faults.nextBulkFile(404, 3),
			'its result cannot be read',
		],
	])('searches instead where it %s', async (_what, prepare, told) => {
		const { feed, skus } = shopOf(5200);
		prepare(feed.shop);

		const outcome = await feed.feed(oneMore(feed.shop, skus));

		expect(outcome.summary.resolvedBy).toBe('search');
		expect(resultsOf(outcome)).toEqual(new Map([['set', 5200]]));
		expect(feed.told.join('\n')).toContain(told);
	});

	it('cancels an operation that does not end, so that its place is free', async () => {
		const { feed, skus } = shopOf(5200);
		feed.shop.faults.nextBulk({ kind: 'neverEnds' });

		await feed.feed(oneMore(feed.shop, skus));

		expect(feed.shop.log.map(({ operationName }) => operationName)).toContain(
			'CancelBulkOperation',
		);
	});

	it.each([
		['half a file', 'cutOff'],
		['an error', 500],
	] as const)('fetches the file again after %s', async (_what, fault) => {
		const { feed, skus } = shopOf(5200);
		feed.shop.faults.nextBulkFile(fault);

		const outcome = await feed.feed(oneMore(feed.shop, skus));

		expect(outcome.summary).toMatchObject({ resolvedBy: 'bulk', set: 5200 });
	});

	it('takes an empty result for what it is: a shop without goods', async () => {
		const feed = new VirtualFeed({ locations: LOCATIONS, stock: [] });

		const outcome = await feed.feed([rowOf('MUG-BLUE 4', 0)], { missing: 'zero' });

		expect(outcome.summary).toMatchObject({ resolvedBy: 'bulk', rejected: 1, missingSetToZero: 0 });
	});

	it('reads several locations at once, their levels apart from their goods', async () => {
		const { feed, skus } = shopOf(5200, ['Leeds', 'York']);
		const rows = skus.flatMap((sku, index) => [
			rowOf(`${sku} @Leeds ${(feed.shop.levelOf(sku, 'Leeds')?.onHand ?? 0) + 1}`, index * 2),
			rowOf(`${sku} @York ${(feed.shop.levelOf(sku, 'York')?.onHand ?? 0) + 2}`, index * 2 + 1),
		]);

		const outcome = await feed.feed(rows, { location: null });

		expect(outcome.summary).toMatchObject({ resolvedBy: 'bulk', set: 10_400 });
		expect(
			rows.every(
				({ identifier, location, quantity }) =>
					feed.shop.levelOf(identifier, location ?? '')?.onHand === quantity,
			),
		).toBe(true);
	});

	it('is stopped between batches, and the next run finishes what is left', async () => {
		const { feed, skus } = shopOf(5200);
		const stop = new AbortController();
		let calls = 0;
		const rows = oneMore(feed.shop, skus);

		const outcome = await feed.feed(
			rows,
			{},
			{
				signal: stop.signal,
				after: ({ operation }) => {
					if (operation === 'SetQuantities') calls += 1;
					if (calls === 8) stop.abort();
				},
			},
		);

		const results = resultsOf(outcome);
		expect(results.get('set')).toBeGreaterThan(0);
		expect(results.get('set')).toBeLessThan(2000);
		expect(outcome.answers.size).toBe(5200);
		const done = feed.shop.state.adjustments.length;
		await feed.time.wait(60_000);
		expect(feed.shop.state.adjustments).toHaveLength(done);

		const next = await feed.feed(rows);

		expect(next.summary.set + next.summary.unchanged).toBe(5200);
		const twice = skus.filter((sku) => feed.shop.changesOf(sku, 'Leeds').length > 1);
		expect(twice).toEqual([]);
	});
});
