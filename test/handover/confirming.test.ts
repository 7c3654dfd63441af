import { fulfillmentOrderOf, HandoverShop } from './handoverShop';

const PAUSE_MS = 3 * 3_600_000;

test('a confirmation that an Unsettled item has overtaken says so, and records nothing', async () => {
	const shop = new HandoverShop();
	const order = shop.shop.placeOrder({ lines: [{ sku: 'HG-MUG-BLUE', quantity: 2 }] });
	const { items } = await shop.poll();
	let overtaken: readonly string[] = [];
	shop.beforeRequest = async ({ query }) => {
		if (!query.includes('SetHandoverRecords')) return;
		shop.beforeRequest = () => Promise.resolve();
		shop.shop.hold(fulfillmentOrderOf(order).id, {});
		shop.nowMs += PAUSE_MS;
		overtaken = (await shop.poll()).items.map(({ event }) => event);
	};

	const answers = await shop.confirm(items);

	expect(overtaken).toEqual(['Unsettled']);
	expect(answers).toMatchObject([{ result: 'superseded' }]);
	shop.nowMs += 2 * PAUSE_MS;
	expect((await shop.poll()).items.map(({ event }) => event)).toEqual(['Unsettled']);
});

test('a confirmation whose answer was lost says that it is confirmed', async () => {
	const shop = new HandoverShop();
	shop.shop.placeOrder({});
	const { items } = await shop.poll();
	shop.shop.faults.dropAnswerNext(1, { operation: 'SetHandoverRecords' });

	expect(await shop.confirm(items)).toMatchObject([{ result: 'confirmed' }]);
	expect(await shop.confirm(items)).toMatchObject([{ result: 'alreadyConfirmed' }]);
});
