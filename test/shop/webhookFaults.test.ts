import type { DemoShop, WebhookFault } from './index';
import { openHookedShop, subscribe } from './testWebhooks';

/** Names of the orders in `orders/create`, in the order of arrival, after three orders. */
async function namesAfter(
	plan: (shop: DemoShop) => void,
	options: Parameters<typeof openHookedShop>[0] = {},
) {
	const opened = openHookedShop(options);
	const { shop, receiver } = opened;
	await subscribe(shop, 'ORDERS_CREATE');
	plan(shop);
	for (let count = 0; count < 3; count += 1) shop.placeOrder();
	const names = () => receiver.arrivals.map(({ body }) => body['name'] as string);
	await shop.webhooks.idle();
	return { ...opened, names };
}

const next = (fault: WebhookFault) => (shop: DemoShop) => shop.faults.webhooks.next(fault);

it('loses a delivery, which only the log tells', async () => {
	const { names, shop } = await namesAfter(next({ kind: 'lose' }));

	expect(names()).toEqual(['#1002', '#1003']);
	expect(shop.webhooks.deliveries[0]).toMatchObject({ attempt: 0, outcome: 'lost', fault: 'lose' });
});

it.each([
	[true, 1],
	[false, 2],
])('sends a delivery twice, under one id: %s', async (duplicatesKeepTheirId, ids) => {
	const { names, receiver } = await namesAfter(next({ kind: 'duplicate' }), {
		unknowns: { duplicatesKeepTheirId },
	});

	const [first, second] = receiver.arrivals;
	const idsOf = (name: string) => new Set([first?.headers[name], second?.headers[name]]).size;
	expect(names()).toEqual(['#1001', '#1001', '#1002', '#1003']);
	expect([idsOf('x-shopify-webhook-id'), idsOf('x-shopify-event-id')]).toEqual([ids, 1]);
});

it('sends everything twice if the shop is so', async () => {
	const { names } = await namesAfter(() => undefined, { unknowns: { duplicates: 'always' } });

	expect(names()).toEqual(['#1001', '#1001', '#1002', '#1002', '#1003', '#1003']);
});

it('delays a delivery by the shop’s clock', async () => {
	const { names, shop, time } = await namesAfter(next({ kind: 'delay', ms: 90_000 }));
	expect(names()).toEqual(['#1002', '#1003']);

	time.now += 90_000;
	await shop.webhooks.idle();

	expect(names()).toEqual(['#1002', '#1003', '#1001']);
});

it('sends a delivery after the next ones', async () => {
	const { names } = await namesAfter(next({ kind: 'reorder' }));

	expect(names()).toEqual(['#1002', '#1003', '#1001']);
});

it('lets a delivery go that nothing overtakes', async () => {
	const { names } = await namesAfter((shop) => {
		shop.faults.webhooks.next({ kind: 'reorder' }, 3);
	});

	expect(names()).toEqual(['#1001', '#1002', '#1003']);
});

it('signs the first attempt of a delivery with another secret', async () => {
	const opened = openHookedShop({ webhooks: { pauseFactor: 0 } });
	const { shop, receiver } = opened;
	receiver.answer = ({ genuine }) => (genuine ? 200 : 401);
	await subscribe(shop, 'ORDERS_CREATE');
	shop.faults.webhooks.next({ kind: 'forge' });

	shop.placeOrder();
	await shop.webhooks.idle();

	expect(receiver.arrivals.map(({ genuine }) => genuine)).toEqual([false, true]);
});

it('meets the topic that the fault is for', async () => {
	const { shop, receiver } = openHookedShop();
	await subscribe(shop, 'ORDERS_CREATE');
	await subscribe(shop, 'ORDERS_PAID');
	shop.faults.webhooks.next({ kind: 'lose' }, 2, { topic: 'orders/paid' });

	shop.placeOrder();
	shop.faults.clear();
	shop.placeOrder();
	await shop.webhooks.idle();

	expect(receiver.topics).toEqual(['orders/create', 'orders/create', 'orders/paid']);
});

it('comes by chance, the same for the same seed', async () => {
	const run = async (seed: number) => {
		const { shop, receiver } = openHookedShop();
		await subscribe(shop, 'ORDERS_CREATE');
		shop.faults.webhooks.random(seed, { lose: 0.3, duplicate: 0.3, reorder: 0.3 });
		for (let count = 0; count < 30; count += 1) shop.placeOrder();
		await shop.webhooks.idle();
		return receiver.arrivals.map(({ body }) => body['name']);
	};

	const [first, again, other] = [await run(1), await run(1), await run(2)];

	expect(again).toEqual(first);
	expect(other).not.toEqual(first);
	expect(new Set(first).size).toBeLessThan(30);
	expect(new Set(first).size).toBeLessThan(first.length);
});
