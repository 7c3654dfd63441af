import { putGoods } from './table/goodsText';
import { rowOf, VirtualFeed } from './virtualFeed';

/** A shop with more goods than Shopify shows in one list (25,000). */
function largeShop(goods: readonly string[], units: number): VirtualFeed {
	const feed = new VirtualFeed({ locations: [{ name: 'Leeds' }], stock: [] });
	putGoods(feed.shop, goods);
	putGoods(
		feed.shop,
		Array.from({ length: 25_300 }, (_, index) => `HG-${10_001 + index}: Leeds ${units}`),
	);
	feed.time.nowMs += 3_600_000;
	return feed;
}

describe('A small feed of a large shop', () => {
	it('is not spoilt by a row whose SKU all others begin with', async () => {
		const feed = largeShop([], 5);

		const { answers, summary } = await feed.feed(['HG 7', 'HG-10005 6'].map(rowOf));

		expect(answers.get(0)).toMatchObject({ reasonCode: 'unknownSku' });
		expect(answers.get(1)).toMatchObject({ result: 'set', newQuantity: 6 });
		expect(summary).toMatchObject({ resolvedBy: 'bulk' });
		expect(summary.points).toBeLessThan(1000);
	});

	it('may set the last unit of a SKU to 0 although most others have none', async () => {
		const feed = largeShop(['MUG-BLUE: Leeds 1'], 0);
		putGoods(feed.shop, ['TEA-TIN: Leeds 9']);

		const { answers, summary } = await feed.feed([rowOf('MUG-BLUE 0', 0)]);

		expect(answers.get(0)).toMatchObject({ result: 'set', newQuantity: 0 });
		expect(summary).toMatchObject({ unitsBefore: 10, unitsAfter: 9 });
	});

	it('is stopped by its brake without a bulk operation too', async () => {
		const feed = largeShop(['MUG-BLUE: Leeds 1'], 0);
		feed.shop.faults.nextBulk({ kind: 'refuse' });

		await expect(feed.feed([rowOf('MUG-BLUE 0', 0)])).rejects.toThrow('1 units would become 0');
	});
});
