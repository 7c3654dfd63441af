import { fulfillmentOrderOf, HandoverShop, namesOf, WITHOUT_WRITE_ORDERS } from './handoverShop';

test('an offer that stale static data does not know is settled after its order is cancelled', async () => {
	const shop = new HandoverShop();
	shop.placeMugs();
	await shop.confirm((await shop.poll()).items);
	shop.wait(30);
	await shop.poll();
	const saved = shop.state;

	const emitted = shop.placeMugs();
	const { items } = await shop.poll();
	expect(namesOf(items)).toEqual([emitted.name]);
	shop.state = saved;
	shop.shop.cancelOrder(emitted.id);
	expect((await shop.poll()).items).toEqual([]);
	shop.state = saved;
	shop.wait(61);

	expect((await shop.poll()).items).toMatchObject([
		{ event: 'Unsettled', orderName: emitted.name, handover: { key: items[0]?.handover.key } },
	]);
});

describe('without write_orders', () => {
	test('a fulfillment that is cancelled after a confirmed handover is not offered under a new key', async () => {
		const shop = new HandoverShop(WITHOUT_WRITE_ORDERS);
		const order = shop.placeMugs(2);
		const { items } = await shop.poll();
		await shop.confirm(items);
		shop.wait(30);
		await shop.poll();
		const fulfillment = shop.ship(fulfillmentOrderOf(order));
		shop.wait(30);
		await shop.poll();

		shop.shop.cancelFulfillment(fulfillment.id);

		for (const minutes of [30, 61, 24 * 60, 3 * 24 * 60]) {
			shop.wait(minutes);
			expect((await shop.poll()).items).toEqual([]);
		}
	});

	test('a record that cannot be read leaves only its own order alone', async () => {
		const shop = new HandoverShop(WITHOUT_WRITE_ORDERS);
		const newer = shop.placeMugs();
		const other = shop.placeMugs();
		await shop.poll();
		const records = { ...shop.state.records, [String(newer.legacyId)]: '{"v":2}' };
		shop.state = { ...shop.state, records };
		shop.wait(61);

		const { items, report } = await shop.poll();

		expect(namesOf(items)).toEqual([other.name]);
		expect(report.unreadable).toEqual([newer.name]);
		expect(shop.state.records).toHaveProperty(String(newer.legacyId), '{"v":2}');
	});
});
