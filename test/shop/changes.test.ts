import { Refusal } from './index';
import type { DemoShop } from './index';
import { ask, openShop, START, units } from './testShop';

describe('fulfillment orders', () => {
	const single = (quantity = 3) => {
		const { shop, time } = openShop();
		const order = shop.placeOrder({
			lines: [{ sku: 'MUG-STN-350', quantity }, { sku: 'BLK-WOL-GRY' }],
		});
		const [first] = order.fulfillmentOrders;
		if (!first) throw new Error('not routed');
		const [mugs] = first.lines;
		if (!mugs) throw new Error('no line');
		return { shop, time, order, first, mugs };
	};

	it('never loses or doubles a unit, whatever happens to it', () => {
		const { shop, order, first, mugs } = single();

		const held = shop.hold(first.id, { units: [{ id: mugs.id, quantity: 1 }] });
		expect([first.status, held.remaining?.status, units(shop)]).toEqual(['ON_HOLD', 'OPEN', 4]);
		shop.releaseHold(first.id);
		expect([held.remaining?.status, units(shop)]).toEqual(['CLOSED', 4]);
		const apart = shop.split(first.id, [{ id: mugs.id, quantity: 2 }]);
		shop.merge([first.id, apart.remaining.id]);
		const moved = shop.move(first.id, 'Camden Shop', [{ id: mugs.id, quantity: 1 }]);
		expect([moved.moved.location.name, units(shop)]).toEqual(['Camden Shop', 4]);
		const { replacement } = shop.cancelFulfillmentOrder(first.id);
		expect([first.status, first.lines.length, units(shop)]).toEqual(['CLOSED', 0, 4]);
		shop.editOrder(order.id, {
			remove: [{ lineItemId: 'MUG-STN-350', quantity: 1 }],
			add: [{ sku: 'CDL-BEE-240', quantity: 2 }],
		});
		expect(units(shop)).toBe(5);
		const shipped = shop.ship(replacement.id);
		shop.cancelFulfillment(shipped.id);
		expect(units(shop)).toBe(5);
		shop.cancelOrder(order.id);

		expect(units(shop)).toBe(0);
	});

	it('adds goods beside a gift card and not to it', () => {
		const { shop } = openShop();
		const order = shop.placeOrder({
			lines: [{ title: 'Gift Card', sku: null, isGiftCard: true }, { sku: 'MUG-STN-350' }],
		});
		const [mug] = order.lines.filter(({ requiresShipping }) => requiresShipping);
		if (!mug) throw new Error('no mug');

		shop.editOrder(order.id, { add: [{ lineItemId: mug.id, quantity: 2 }] });
		shop.editOrder(order.id, { add: [{ sku: 'CDL-BEE-240', quantity: 1 }] });

		const parts = order.fulfillmentOrders.map(({ deliveryMethod, lines }) => [
			deliveryMethod?.methodType,
			lines.map(({ remaining }) => remaining),
		]);
		expect(parts).toEqual([
			['NONE', [1]],
			['SHIPPING', [3, 1]],
		]);
	});

	it('keeps its updatedAt when a part of it moves or the order is paid', () => {
		const { shop, time, order, first, mugs } = single();
		const before = first.updatedAt;
		time.now += 60_000;

		shop.move(first.id, 'Camden Shop', [{ id: mugs.id, quantity: 1 }]);
		shop.pay(order.id);
		shop.addTags(order.id, ['vip']);

		expect(first.updatedAt).toBe(before);
	});

	it('clears progress when a hold is released', () => {
		const { shop, first } = single();

		shop.reportProgress(first.id, 'At the warehouse');
		shop.hold(first.id, {});
		expect(first.progress).not.toBeNull();
		shop.releaseHold(first.id);

		expect([first.status, first.progress]).toEqual(['OPEN', null]);
	});

	it('is in progress by a part shipment alone, and refuses to be marked as open', () => {
		const { shop, first, mugs } = single();

		shop.ship(first.id, { units: [{ id: mugs.id, quantity: 1 }] });

		expect([first.status, first.progress]).toEqual(['IN_PROGRESS', null]);
		expect(() => shop.markAsOpen(first.id)).toThrow(Refusal);
	});

	it.each([
		['newWhenClosed', 'CLOSED', 2],
		['newWhenClosed', 'IN_PROGRESS', 1],
		['newFulfillmentOrder', 'CLOSED', 2],
		['newFulfillmentOrder', 'IN_PROGRESS', 2],
		['sameFulfillmentOrder', 'CLOSED', 1],
		['sameFulfillmentOrder', 'IN_PROGRESS', 1],
	] as const)('reopens in %s, if it is %s: then there are %i', (reopenIn, status, count) => {
		const { shop } = openShop({ unknowns: { reopenIn } });
		const order = shop.placeOrder({ lines: [{ sku: 'MUG-STN-350', quantity: 2 }] });
		const [first] = order.fulfillmentOrders;
		const id = first?.lines[0]?.id ?? '';
		const quantity = status === 'CLOSED' ? 2 : 1;
		const shipped = shop.ship(first?.id ?? '', { units: [{ id, quantity }] });
		expect(first?.status).toBe(status);

		shop.cancelFulfillment(shipped.id);

		expect(order.fulfillmentOrders.length).toBe(count);
		expect(units(shop)).toBe(2);
	});

	it('opens a scheduled one when its time has come', async () => {
		const { shop, time } = openShop();
		const order = shop.placeOrder({ fulfillAt: START + 3_600_000 });
		const status = () => order.fulfillmentOrders[0]?.status;

		expect(status()).toBe('SCHEDULED');
		time.now += 3_600_000;
		await ask(shop, '{ shop { name } }');

		expect(status()).toBe('OPEN');
	});
});

describe('metafields', () => {
	const SET =
		'mutation Set($metafields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $metafields) { metafields { compareDigest } userErrors { code } } }';
	const set = async (shop: DemoShop, metafields: unknown[]) => {
		const answer = await ask(shop, SET, { metafields });
		const payload = (
			answer.data as unknown as {
				metafieldsSet: { metafields: { compareDigest: string }[]; userErrors: { code: string }[] };
			}
		).metafieldsSet;
		return {
			digest: payload.metafields[0]?.compareDigest,
			codes: payload.userErrors.map((one) => one.code),
		};
	};

	it('writes all or none, by the digest', async () => {
		const { shop } = openShop();
		const entry = { ownerId: shop.placeOrder().id, key: 'handover', type: 'json' };
		const other = { ...entry, ownerId: shop.placeOrder().id };

		const made = await set(shop, [{ ...entry, value: '{"n":1}', compareDigest: null }]);
		const again = await set(shop, [
			{ ...other, value: '{"n":1}', compareDigest: null },
			{ ...entry, value: '{"n":2}', compareDigest: null },
		]);
		const next = await set(shop, [{ ...entry, value: '{"n":2}', compareDigest: made.digest }]);

		expect([made.codes, again.codes, next.codes]).toEqual([[], ['STALE_OBJECT'], []]);
		expect(shop.state.orders.get(other.ownerId)?.metafields.size).toBe(0);
	});

	it('needs write_orders on an order and nothing on the installation', async () => {
		const { shop } = openShop({
			accessScopes: ['read_orders', 'read_merchant_managed_fulfillment_orders'],
		});
		const entry = { key: 'handover', type: 'json', value: '{}' };

		const onOrder = await set(shop, [{ ...entry, ownerId: shop.placeOrder().id }]);
		const onApp = await set(shop, [{ ...entry, ownerId: shop.state.installation.id }]);

		expect([onOrder.codes, onApp.codes]).toEqual([['APP_NOT_AUTHORIZED'], []]);
	});
});
