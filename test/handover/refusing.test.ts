import type { RefusalRequest } from '../../nodes/handover/refuseHandovers';
import { refuseHandover } from '../../nodes/handover/refuseHandovers';
import type { ChangeAnswer } from '../../nodes/handover/changeHandovers';
import {
	fulfillmentOrderOf,
	HandoverShop,
	quantitiesOf,
	WITHOUT_WRITE_ORDERS,
} from './handoverShop';
import type { Item } from './handoverShop';

const WORDS = 'The warehouse answered 422: We do not deliver to PO boxes';

function refuse(
	shop: HandoverShop,
	{ orderId, handover }: Item,
	words = WORDS,
): Promise<ChangeAnswer> {
	const hold = { reason: 'OTHER', notes: words, handle: 'n8n-fulfillment', notifyMerchant: false };
	const request: RefusalRequest = {
		orderId,
		key: handover.key,
		attempt: handover.attempt,
		hold,
	};
	return refuseHandover(shop.client(), request);
}

async function first(shop: HandoverShop): Promise<Item> {
	const [item] = (await shop.poll()).items;
	if (!item) throw new Error('Nothing was offered');
	return item;
}

test('what the target refuses is held with its words, is silent, and comes again when released', async () => {
	const shop = new HandoverShop();
	const order = shop.placeMugs(2);
	const fulfillmentOrder = fulfillmentOrderOf(order);
	const item = await first(shop);

	expect(await refuse(shop, item)).toEqual({
		result: 'onHold',
		fulfillmentOrders: [String(fulfillmentOrder.legacyId)],
	});

	expect(fulfillmentOrder.status).toBe('ON_HOLD');
	expect(fulfillmentOrder.holds.map(({ reasonNotes }) => reasonNotes)).toEqual([WORDS]);
	shop.wait(7 * 24 * 60);
	expect((await shop.poll()).items).toEqual([]);
	shop.shop.releaseHold(fulfillmentOrder.id);
	const again = await first(shop);
	expect(again).toMatchObject({ event: 'Ready', handover: { key: item.handover.key, attempt: 2 } });
	expect(await shop.confirm([again])).toMatchObject([{ result: 'confirmed' }]);
	expect(fulfillmentOrder.status).toBe('IN_PROGRESS');
	shop.wait(7 * 24 * 60);
	expect((await shop.poll()).items).toEqual([]);
});

test('refused again, it is held again, each time without a pause', async () => {
	const shop = new HandoverShop();
	const fulfillmentOrder = fulfillmentOrderOf(shop.placeMugs(1));
	for (let attempt = 1; attempt <= 4; attempt += 1) {
		const item = await first(shop);
		expect(item.handover.attempt).toBe(attempt);
		await refuse(shop, item, `${WORDS} (${attempt})`);
		expect(fulfillmentOrder.holds.map(({ reasonNotes }) => reasonNotes)).toEqual([
			`${WORDS} (${attempt})`,
		]);
		shop.shop.releaseHold(fulfillmentOrder.id);
	}
});

test('refusing twice does no harm, nor does a lost answer of the record', async () => {
	const shop = new HandoverShop();
	const fulfillmentOrder = fulfillmentOrderOf(shop.placeMugs(1));
	const item = await first(shop);
	shop.shop.faults.dropAnswerNext(1, { operation: 'SetHandoverRecords' });

	await refuse(shop, item);
	await refuse(shop, item);

	expect(fulfillmentOrder.holds).toHaveLength(1);
	expect(shop.offersOf(fulfillmentOrder.order).map(({ refusedAttempt }) => refusedAttempt)).toEqual(
		[1],
	);
});

test('a hold that could not be placed leaves the offer as it was', async () => {
	const shop = new HandoverShop();
	const order = shop.placeMugs(1);
	const item = await first(shop);
	shop.shop.faults.failNext(403, 1, { operation: 'HoldFulfillmentOrder' });

	await expect(refuse(shop, item)).rejects.toThrow();

	expect(shop.offersOf(order)[0]?.refusedAttempt).toBeUndefined();
	shop.wait(60);
	expect((await first(shop)).handover).toMatchObject({ key: item.handover.key, attempt: 2 });
});

test('a refusal that a confirmation has overtaken holds nothing', async () => {
	const shop = new HandoverShop();
	const fulfillmentOrder = fulfillmentOrderOf(shop.placeMugs(1));
	const item = await first(shop);
	await shop.confirm([item]);

	expect(await refuse(shop, item)).toEqual({ result: 'alreadyConfirmed', fulfillmentOrders: [] });
	expect(fulfillmentOrder.status).toBe('IN_PROGRESS');
});

test('a refusal of an earlier attempt holds nothing', async () => {
	const shop = new HandoverShop();
	const fulfillmentOrder = fulfillmentOrderOf(shop.placeMugs(1));
	const item = await first(shop);
	shop.wait(60);
	await first(shop);

	expect(await refuse(shop, item)).toEqual({ result: 'superseded', fulfillmentOrders: [] });
	expect(fulfillmentOrder.status).toBe('OPEN');
});

test('only the refused units are held, not those that the target has', async () => {
	const shop = new HandoverShop();
	const order = shop.placeMugs(2);
	await shop.confirm([await first(shop)]);
	shop.shop.editOrder(order.id, { add: [{ lineItemId: 'MUG', quantity: 1 }] });
	const added = await first(shop);
	expect(quantitiesOf(added)).toEqual([1]);

	await refuse(shop, added);

	const units = order.fulfillmentOrders.map(({ status, lines }) => [
		status,
		lines.reduce((sum, line) => sum + line.remaining, 0),
	]);
	expect(units).toContainEqual(['ON_HOLD', 1]);
	expect(units).not.toContainEqual(['ON_HOLD', 3]);
	shop.wait(24 * 60);
	expect((await shop.poll()).items).toEqual([]);
});

test('staff hold it at the same time: the words stand there all the same', async () => {
	const shop = new HandoverShop();
	const fulfillmentOrder = fulfillmentOrderOf(shop.placeMugs(1));
	const item = await first(shop);
	shop.shop.hold(fulfillmentOrder.id, { reason: 'INCORRECT_ADDRESS', reasonNotes: 'Ask again' });

	await refuse(shop, item);

	expect(fulfillmentOrder.holds.map(({ reasonNotes }) => reasonNotes)).toEqual([
		'Ask again',
		WORDS,
	]);
});

test('without write_orders it is held, and comes again after its pause', async () => {
	const shop = new HandoverShop(WITHOUT_WRITE_ORDERS);
	const fulfillmentOrder = fulfillmentOrderOf(shop.placeMugs(1));
	const item = await first(shop);

	expect(await refuse(shop, item)).toMatchObject({ result: 'onHold' });

	expect(fulfillmentOrder.status).toBe('ON_HOLD');
	shop.shop.releaseHold(fulfillmentOrder.id);
	expect((await shop.poll()).items).toEqual([]);
	shop.wait(60);
	expect((await first(shop)).handover).toMatchObject({ key: item.handover.key, attempt: 2 });
});

test('a very long answer of the target is cut', async () => {
	const shop = new HandoverShop();
	const fulfillmentOrder = fulfillmentOrderOf(shop.placeMugs(1));

	await refuse(shop, await first(shop), `${WORDS} ${'x'.repeat(5000)}`);

	const [hold] = fulfillmentOrder.holds;
	expect(hold?.reasonNotes).toHaveLength(500);
	expect(hold?.reasonNotes?.startsWith(WORDS)).toBe(true);
});

test('refused here and moved elsewhere, it is offered by the trigger that serves the other place', async () => {
	const shop = new HandoverShop();
	const order = shop.placeMugs(2);
	const fulfillmentOrder = fulfillmentOrderOf(order);
	const [here, there] = [...shop.shop.state.locations.values()];
	if (!here || !there) throw new Error('Two locations are needed');
	const at = ({ legacyId }: { legacyId: number }) => ({
		filters: { locations: [String(legacyId)] },
	});
	const [item] = (await shop.poll(at(here))).items;
	if (!item) throw new Error('Nothing was offered');
	await refuse(shop, item);
	shop.shop.releaseHold(fulfillmentOrder.id);
	shop.shop.move(fulfillmentOrder.id, there.id);

	expect((await shop.poll(at(here))).items).toEqual([]);
	const moved = (await shop.poll(at(there))).items;
	expect(moved.map(quantitiesOf)).toEqual([[2]]);
	expect(await shop.confirm(moved)).toMatchObject([{ result: 'confirmed' }]);
	shop.wait(7 * 24 * 60);
	for (const place of [here, there]) expect((await shop.poll(at(place))).items).toEqual([]);
});

test('an added unit that is refused leaves the first offer alone', async () => {
	const shop = new HandoverShop();
	const order = shop.placeMugs(2);
	await shop.poll();
	shop.shop.editOrder(order.id, { add: [{ lineItemId: 'MUG', quantity: 1 }] });
	shop.wait(60);
	const { items } = await shop.poll();
	const added = items.find((item) => quantitiesOf(item)[0] === 1);
	const whole = items.find((item) => quantitiesOf(item)[0] === 2);
	if (!added || !whole) throw new Error('Two offers are needed');

	await refuse(shop, added);

	expect((await shop.poll()).items).toEqual([]);
	expect(await shop.confirm([whole])).toMatchObject([{ result: 'confirmed' }]);
	shop.wait(7 * 24 * 60);
	expect((await shop.poll()).items).toEqual([]);
});

test('a refusal after an attempt whose answer was lost is asked about, not believed', async () => {
	const shop = new HandoverShop();
	const order = shop.placeMugs(2);
	const fulfillmentOrder = fulfillmentOrderOf(order);
	await first(shop);
	shop.wait(60);
	const again = await first(shop);

	expect(await refuse(shop, again)).toMatchObject({ result: 'onHold' });

	expect(fulfillmentOrder.status).toBe('ON_HOLD');
	shop.shop.editOrder(order.id, { remove: [{ lineItemId: 'MUG', quantity: 1 }] });
	shop.shop.releaseHold(fulfillmentOrder.id);
	expect((await shop.poll()).items).toEqual([]);
	shop.wait(2 * 60);
	expect((await shop.poll()).items.map(({ event }) => event)).toEqual(['Unsettled']);
});

test('what was moved on before the refusal is not held where it is now', async () => {
	const shop = new HandoverShop();
	const fulfillmentOrder = fulfillmentOrderOf(shop.placeMugs(1));
	const item = await first(shop);
	const [, there] = [...shop.shop.state.locations.values()];
	shop.shop.move(fulfillmentOrder.id, there?.id ?? '');

	expect(await refuse(shop, item)).toEqual({ result: 'onHold', fulfillmentOrders: [] });
	expect(fulfillmentOrder.status).toBe('OPEN');
});

test('a key that the record does not name holds nothing, though its fulfillment order is there', async () => {
	const shop = new HandoverShop();
	const fulfillmentOrder = fulfillmentOrderOf(shop.placeMugs(2));
	const item = await first(shop);
	const key = `${item.handover.key}:7`;

	await expect(refuse(shop, { ...item, handover: { key, attempt: 1 } })).rejects.toThrow(
		`nothing that was handed over under the key ${key}`,
	);

	expect(fulfillmentOrder.status).toBe('OPEN');
});
