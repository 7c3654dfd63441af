import { returnToShopify } from '../../nodes/handover/changeHandovers';
import { countUnits } from '../../nodes/domain/order';
import type { Order } from '../shop';
import { fulfillmentOrderOf, HandoverShop, quantitiesOf } from './handoverShop';

/** Keys and units of the offers of an order that count. */
function unitsByKey(shop: HandoverShop, order: Order): readonly (readonly [string, number])[] {
	return shop
		.offersOf(order)
		.filter(({ voidedAt }) => voidedAt === undefined)
		.map(({ key, units }) => [key, countUnits(units)]);
}

test('Get says why an offered order that was edited down is not ready', async () => {
	const shop = new HandoverShop();
	const order = shop.placeMugs(3);
	await shop.poll();
	shop.shop.editOrder(order.id, { remove: [{ lineItemId: 'MUG', quantity: 2 }] });

	const [found] = await shop.get([fulfillmentOrderOf(order).id]);

	expect(found).toMatchObject({
		ready: false,
		reasons: [expect.stringMatching(/units have changed since it was offered/)],
	});
});

test('an order sent again under a new key carries and records what is left to ship', async () => {
	const shop = new HandoverShop();
	const order = shop.placeMugs(3);
	await shop.confirm((await shop.poll()).items);
	const fulfillmentOrder = fulfillmentOrderOf(order);
	const shipped = shop.ship(fulfillmentOrder, 2);

	const [again] = await shop.get([fulfillmentOrder.id], { newKey: true });
	const key = `${fulfillmentOrder.legacyId}-r2`;
	expect(again?.item.handover.key).toBe(key);
	expect(quantitiesOf(again?.item)).toEqual([1]);

	const answers = await shop.confirm(again ? [again.item] : []);
	expect(answers).toMatchObject([{ result: 'confirmed' }]);
	expect(unitsByKey(shop, order)).toEqual([
		[String(fulfillmentOrder.legacyId), 2],
		[key, 1],
	]);
	shop.wait(24 * 60);
	expect((await shop.poll()).items).toEqual([]);
	shop.shop.cancelFulfillment(shipped.id);
	shop.wait(24 * 60);
	expect((await shop.poll()).items).toEqual([]);
});

test('an order that staff shipped a part of, handed over by hand, is not offered again', async () => {
	const shop = new HandoverShop();
	const order = shop.placeMugs(3);
	const fulfillmentOrder = fulfillmentOrderOf(order);
	shop.ship(fulfillmentOrder, 2);
	const [found] = await shop.get([fulfillmentOrder.id]);
	expect(quantitiesOf(found?.item)).toEqual([1]);

	const answers = await shop.confirm(found ? [found.item] : []);

	expect(answers).toMatchObject([{ result: 'confirmed' }]);
	expect(unitsByKey(shop, order)).toEqual([[String(fulfillmentOrder.legacyId), 1]]);
	shop.wait(24 * 60);
	expect((await shop.poll()).items).toEqual([]);
});

test('an offer that was never confirmed is void once it is sent again under a new key', async () => {
	const shop = new HandoverShop();
	const order = shop.placeMugs(3);
	await shop.poll();
	const fulfillmentOrder = fulfillmentOrderOf(order);
	shop.ship(fulfillmentOrder, 2);

	const [again] = await shop.get([fulfillmentOrder.id], { newKey: true });
	expect(quantitiesOf(again?.item)).toEqual([1]);
	expect(await shop.confirm(again ? [again.item] : [])).toMatchObject([{ result: 'confirmed' }]);

	expect(unitsByKey(shop, order)).toEqual([[`${fulfillmentOrder.legacyId}-r2`, 1]]);
	shop.wait(24 * 60);
	expect((await shop.poll()).items).toEqual([]);
});

test.each([
	['of another order', () => '6837999'],
	['that was never given', (own: string) => `${own}:7`],
	['that is no key', () => 'mugs for York'],
])('returning under a key %s fails and changes nothing', async (_what, keyBeside) => {
	const shop = new HandoverShop();
	const order = shop.placeMugs(3);
	await shop.confirm((await shop.poll()).items);
	const before = shop.offersOf(order);
	const key = keyBeside(String(fulfillmentOrderOf(order).legacyId));

	const returning = returnToShopify(shop.client(), {
		orderId: order.id,
		key,
		hold: {
			reason: 'OTHER',
			notes: 'The warehouse has no mugs',
			handle: 'returned',
			notifyMerchant: false,
		},
	});

	await expect(returning).rejects.toThrow(`under the key ${key}`);
	expect(fulfillmentOrderOf(order)).toMatchObject({ status: 'IN_PROGRESS', holds: [] });
	expect(shop.offersOf(order)).toEqual(before);
});

test('Get Many finds more fulfillment orders by id than Shopify gives in one request', async () => {
	const shop = new HandoverShop();
	const ids = shop.placeMany(251).map((order) => fulfillmentOrderOf(order).id);

	const found = await shop.get(ids);

	expect(found.map(({ id }) => id)).toEqual(ids);
});
