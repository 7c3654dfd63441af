import { createHmac } from 'node:crypto';
import { createDemoShop } from './index';
import { bodyOf, serve } from './listen';
import { START } from './testShop';
import { openHookedShop, Receiver, subscribe, URI } from './testWebhooks';

const HOUR = 3_600_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('a delivery', () => {
	it('carries the headers of Shopify and a signature over the raw body', async () => {
		const { shop, receiver } = openHookedShop();
		await subscribe(shop, 'ORDERS_PAID', { name: 'bridge' });

		shop.placeOrder({ note: 'Grüße – ✓' });
		await shop.webhooks.idle();

		const [arrival] = receiver.arrivals;
		const { clientSecret } = shop.settings;
		expect(arrival?.headers).toEqual({
			'content-type': 'application/json',
			'x-shopify-topic': 'orders/paid',
			'x-shopify-hmac-sha256': createHmac('sha256', clientSecret)
				.update(Buffer.from(arrival?.text ?? '', 'utf8'))
				.digest('base64'),
			'x-shopify-shop-domain': 'harbour-goods.myshopify.com',
			'x-shopify-api-version': '2026-07',
			'x-shopify-webhook-id': expect.stringMatching(UUID) as string,
			'x-shopify-event-id': expect.stringMatching(UUID) as string,
			'x-shopify-triggered-at': '2026-11-20T08:30:00.000Z',
			'x-shopify-name': 'bridge',
		});
		expect(arrival?.body['note']).toBe('Grüße – ✓');
	});

	it('of one event to two subscriptions shares the id of the event alone', async () => {
		const { shop, receiver } = openHookedShop();
		await subscribe(shop, 'ORDERS_PAID');
		await subscribe(shop, 'ORDERS_PAID', { uri: `${URI}/2` });

		shop.placeOrder();
		await shop.webhooks.idle();

		const ids = (name: string) => new Set(receiver.arrivals.map(({ headers }) => headers[name]));
		expect(receiver.arrivals.map(({ uri }) => uri)).toEqual([URI, `${URI}/2`]);
		expect(ids('x-shopify-event-id').size).toBe(1);
		expect(ids('x-shopify-webhook-id').size).toBe(2);
	});

	it('begins after the work that caused it, and is not waited for by it', async () => {
		const { shop, receiver } = openHookedShop();
		await subscribe(shop, 'ORDERS_PAID');
		let answer: (status: number) => void = () => undefined;
		receiver.answer = () => new Promise((resolve) => (answer = resolve));

		shop.placeOrder();
		expect(receiver.arrivals).toEqual([]);

		let isIdle = false;
		const idle = shop.webhooks.idle().then(() => (isIdle = true));
		await new Promise(setImmediate);
		expect([receiver.topics, isIdle]).toEqual([['orders/paid'], false]);

		answer(200);
		await idle;
		expect(shop.webhooks.waiting).toEqual([]);
	});

	it('shows the moment of its event', async () => {
		const { shop, receiver } = openHookedShop();
		await subscribe(shop, 'ORDERS_CREATE');

		const order = shop.placeOrder({ financialStatus: 'PENDING' });
		shop.pay(order.id);
		await shop.webhooks.idle();

		expect(receiver.arrivals[0]?.body['financial_status']).toBe('pending');
	});

	it('has only the fields that the subscription includes', async () => {
		const { shop, receiver } = openHookedShop();
		await subscribe(shop, 'ORDERS_CREATE', { includeFields: ['name', 'admin_graphql_api_id'] });

		const { id } = shop.placeOrder();
		await shop.webhooks.idle();

		expect(receiver.arrivals[0]?.body).toEqual({ admin_graphql_api_id: id, name: '#1001' });
	});

	it.each([
		['financial_status:paid', true],
		['financial_status:pending', false],
		['financial_status:paid AND total_price:>=10', true],
		['NOT line_items.sku:*', false],
		['line_items.sku:MUG-1 OR note:gift', true],
		['no_such_field:*', false],
	])('is made if the payload meets the filter %s: %s', async (filter, isMade) => {
		const { shop, receiver } = openHookedShop();
		await subscribe(shop, 'ORDERS_CREATE', { filter });

		shop.placeOrder({ lines: [{ sku: 'MUG-1', price: 20 }] });
		await shop.webhooks.idle();

		expect(receiver.arrivals).toHaveLength(isMade ? 1 : 0);
	});

	it('goes over HTTP to an address on this machine, if that was allowed', async () => {
		const arrived: { readonly topic: unknown; readonly text: string }[] = [];
		const server = await serve(0, (request, response) => {
			void bodyOf(request).then((text) => {
				arrived.push({ topic: request.headers['x-shopify-topic'], text });
				response.writeHead(200).end('ok');
			});
		});
		const shop = createDemoShop({ webhooks: { allowLoopbackHttp: true } });
		await subscribe(shop, 'ORDERS_CREATE', { uri: `${server.url}/hook` });

		shop.placeOrder();
		await shop.webhooks.idle();
		await server.close();

		expect(arrived.map(({ topic }) => topic)).toEqual(['orders/create']);
		expect(shop.webhooks.deliveries).toMatchObject([
			{ topic: 'orders/create', attempt: 1, status: 200, outcome: 'delivered' },
		]);
		expect(shop.webhooks.deliveries[0]?.body).toBe(arrived[0]?.text);
	});
});

describe('a failed delivery', () => {
	it.each([
		['a redirect', 302],
		['an error', 500],
	])('is tried again after %s with the same ids and body', async (_name, status) => {
		const { shop, receiver, time } = openHookedShop();
		await subscribe(shop, 'ORDERS_CREATE');
		receiver.answer = () => (receiver.arrivals.length === 1 ? status : 200);

		shop.placeOrder();
		await shop.webhooks.idle();
		expect(shop.webhooks.waiting).toHaveLength(1);
		time.now += 60_000;
		await shop.webhooks.idle();

		const [first, second] = receiver.arrivals;
		expect(second).toEqual(first);
		const log = shop.webhooks.deliveries.map((one) => [one.attempt, one.status, one.outcome]);
		expect(log).toEqual([
			[1, status, 'triedAgainLater'],
			[2, 200, 'delivered'],
		]);
	});

	it('is tried eight times again, with pauses that double and are four hours in all', async () => {
		const { shop, receiver, time } = openHookedShop();
		const id = await subscribe(shop, 'ORDERS_CREATE');
		receiver.answer = () => 503;

		shop.placeOrder();
		for (let passed = 0; passed <= 5 * HOUR; passed += 10_000) {
			time.now = START + passed;
			await shop.webhooks.idle();
		}

		const times = shop.webhooks.deliveries.map(({ at }) => at - START);
		const pauses = times.slice(1).map((at, index) => at - (times[index] ?? 0));
		expect(times).toHaveLength(9);
		expect(pauses.every((one, index) => index === 0 || one > (pauses[index - 1] ?? 0))).toBe(true);
		expect(Math.round(((times.at(-1) ?? 0) / HOUR) * 10) / 10).toBe(4);
		expect(shop.webhooks.deliveries.at(-1)?.outcome).toBe('givenUp');
		expect(shop.state.webhooks.subscriptions.has(id)).toBe(false);
		expect(shop.webhooks.waiting).toEqual([]);
	});

	it('ends the subscription at once when there are no pauses', async () => {
		const { shop, receiver } = openHookedShop({ webhooks: { pauseFactor: 0 } });
		await subscribe(shop, 'ORDERS_CREATE');
		receiver.answer = () => Promise.reject(new Error('refused'));

		shop.placeOrder();
		await shop.webhooks.idle();

		expect(receiver.arrivals).toHaveLength(9);
		expect(shop.webhooks.deliveries.at(-1)).toMatchObject({ status: 0, error: 'refused' });
		expect(shop.webhooks.subscriptions).toEqual([]);
	});

	it('is one that was not answered in time', async () => {
		const { shop, receiver } = openHookedShop({ webhooks: { timeoutMs: 20 } });
		await subscribe(shop, 'ORDERS_CREATE');
		receiver.answer = () => new Promise(() => undefined);

		shop.placeOrder();
		await shop.webhooks.idle();

		expect(shop.webhooks.deliveries).toMatchObject([
			{ status: 0, error: 'No answer within 20 ms', outcome: 'triedAgainLater' },
		]);
	});

	it('is tried again without a request, by a clock that runs', async () => {
		const receiver = new Receiver();
		const webhooks = { fetch: receiver.fetch, pauseFactor: 0.0001 };
		const shop = createDemoShop({ webhooks });
		await subscribe(shop, 'ORDERS_CREATE');
		let twice: () => void = () => undefined;
		const cameTwice = new Promise<void>((resolve) => (twice = resolve));
		receiver.answer = () => {
			if (receiver.arrivals.length === 2) twice();
			return receiver.arrivals.length === 1 ? 500 : 200;
		};

		shop.placeOrder();
		await cameTwice;

		expect(receiver.topics).toEqual(['orders/create', 'orders/create']);
	});

	it('is dropped when its subscription ends', async () => {
		const { shop, receiver, time } = openHookedShop();
		await subscribe(shop, 'ORDERS_CREATE');
		receiver.answer = () => 500;
		shop.placeOrder();
		await shop.webhooks.idle();

		shop.webhooks.dropSubscriptions();
		time.now += HOUR;
		await shop.webhooks.idle();

		expect(receiver.arrivals).toHaveLength(1);
		expect(shop.webhooks.waiting).toEqual([]);
	});
});

describe('subscriptions that vanish', () => {
	it('tell nobody, and what happens then is not delivered', async () => {
		const { shop, receiver } = openHookedShop();
		await subscribe(shop, 'ORDERS_CREATE');
		await subscribe(shop, 'ORDERS_PAID');

		shop.webhooks.dropSubscriptions('ORDERS_CREATE');
		shop.placeOrder();
		await shop.webhooks.idle();

		expect(receiver.topics).toEqual(['orders/paid']);
	});

	it('are told of an uninstall before they go', async () => {
		const { shop, receiver } = openHookedShop();
		await subscribe(shop, 'APP_UNINSTALLED');

		shop.uninstall();
		await shop.webhooks.idle();

		expect(receiver.arrivals[0]?.body).toMatchObject({
			name: 'Harbour Goods',
			myshopify_domain: 'harbour-goods.myshopify.com',
		});
		expect(shop.webhooks.subscriptions).toEqual([]);
	});
});

describe('a shop that was kept', () => {
	it('keeps subscriptions, deliveries that have not arrived and orders without FOs', async () => {
		const { shop, receiver, time } = openHookedShop({ unknowns: { routingDelayMs: 60_000 } });
		const id = await subscribe(shop, 'ORDERS_CREATE');
		await subscribe(shop, 'FULFILLMENT_ORDERS_ORDER_ROUTING_COMPLETE');
		receiver.answer = () => 500;
		shop.placeOrder();
		await shop.webhooks.idle();

		receiver.answer = () => 200;
		time.now += 60_000;
		const webhooks = { fetch: receiver.fetch };
		const again = createDemoShop({ clock: () => time.now, webhooks }, shop.keep());
		await again.webhooks.idle();

		expect(again.state.webhooks.subscriptions.get(id)?.uri).toBe(URI);
		expect(receiver.topics).toEqual([
			'orders/create',
			'orders/create',
			'fulfillment_orders/order_routing_complete',
		]);
		expect(new Set(receiver.arrivals.slice(0, 2).map(({ text }) => text)).size).toBe(1);
		expect(again.state.fulfillmentOrders.size).toBe(1);
	});

	it('from before there were webhooks goes on without any', async () => {
		const { shop, receiver } = openHookedShop();
		shop.placeOrder();
		Reflect.deleteProperty(shop.state, 'webhooks');
		Reflect.deleteProperty(shop.state, 'unrouted');

		const webhooks = { fetch: receiver.fetch };
		const again = createDemoShop({ clock: () => START, webhooks }, shop.keep());
		await subscribe(again, 'ORDERS_CREATE');
		again.placeOrder();
		await again.webhooks.idle();

		expect(receiver.arrivals.map(({ body }) => body['name'])).toEqual(['#1002']);
	});
});
