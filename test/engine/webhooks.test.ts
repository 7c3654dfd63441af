import './support/fastSleep';
import type { IDataObject } from 'n8n-workflow';
import { ALL_SCOPES } from '../shop';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { interleaveRequests } from './support/interleave';
import { everyTopic, orderBody, Receiving } from './support/receiving';
import { TRIGGER } from './support/scenario';
import { delivery } from './support/webhooks';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

const keys = (items: readonly IDataObject[] | null): readonly unknown[] =>
	(items ?? []).map((item) => (item['handover'] as IDataObject)['key']);

describe('an order by webhook', () => {
	test('is offered once, recorded before it leaves, and confirmed like any other', async () => {
		const scenario = new Receiving(engine);
		const order = scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 2 }] });

		const items = await scenario.receive('orders/paid', orderBody(order));

		expect(items).toMatchObject([
			{ event: 'Ready', orderNumber: order.name, handover: { attempt: 1, manual: false } },
		]);
		expect(order.metafields.size).toBe(1);
		expect(await scenario.receive('orders/paid', orderBody(order))).toEqual([]);
		expect((await scenario.poll()).items).toBeNull();
		expect((await scenario.handOver(items)).failures).toEqual([]);
		expect(await scenario.receive('orders/updated', orderBody(order))).toEqual([]);
	});

	test('comes by the id of a fulfillment order as well, and its filters hold', async () => {
		const scenario = new Receiving(engine, { trigger: { filters: { tagsAny: 'go' } } });
		const order = scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] });
		const body = { fulfillment_order: { id: order.fulfillmentOrders[0]?.id, status: 'open' } };

		expect(await scenario.receive('fulfillment_orders/hold_released', body)).toEqual([]);
		scenario.shop.addTags(order.id, ['go']);
		const items = await scenario.receive('fulfillment_orders/hold_released', body);
		expect(items).toHaveLength(1);
	});

	test('a burst of all topics, each of them twice, all at once, makes one item', async () => {
		for (const seed of [1, 2, 3]) {
			const scenario = new Receiving(engine);
			const order = scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 2 }] });
			interleaveRequests(scenario.shop, seed);
			const topics = [...everyTopic(order), ...everyTopic(order)];

			const emitted = await Promise.all(
				topics.map(async ([topic, body]) => await scenario.receive(topic, body)),
			);
			scenario.shop.faults.clear();

			expect(keys(emitted.flat())).toEqual([String(order.fulfillmentOrders[0]?.legacyId)]);
		}
	}, 120_000);

	test('a webhook and the safety poll at the same time make one item', async () => {
		for (const seed of [1, 2, 3, 4, 5]) {
			const scenario = new Receiving(engine);
			await scenario.publish();
			const order = scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] });
			interleaveRequests(scenario.shop, seed);

			const [received, polled] = await Promise.all([
				scenario.receive('orders/paid', orderBody(order)),
				scenario.poll(),
			]);
			scenario.shop.faults.clear();

			expect([...keys(received), ...keys(polled.items)]).toHaveLength(1);
		}
	});

	test('is found although its fulfillment orders come late, and is left to the poll if they do not', async () => {
		const scenario = new Receiving(engine);
		const late = scenario.shop.placeOrder({ routed: false });
		let reads = 0;
		scenario.shop.faults.beforeEachRequest = ({ operationName }) => {
			if (operationName !== 'ReadOrderStates') return undefined;
			reads += 1;
			if (reads === 3) scenario.shop.routeOrder(late.id);
			return undefined;
		};
		expect(await scenario.receive('orders/create', orderBody(late))).toHaveLength(1);

		reads = 10;
		const never = scenario.shop.placeOrder({ routed: false });
		expect(await scenario.receive('orders/create', orderBody(never))).toEqual([]);
		expect(reads).toBe(14);
		scenario.shop.routeOrder(never.id);
		expect((await scenario.poll()).items).toHaveLength(1);
	});

	test('one that Shopify does not show ends the execution with a warning', async () => {
		const scenario = new Receiving(engine);
		expect(await scenario.receive('orders/paid', { id: 999999999 })).toEqual([]);
	});

	test('an order that settles waits for the safety poll, which says if it is too rare', async () => {
		const trigger = { filters: { settleTime: 10 } };
		const scenario = new Receiving(engine, { trigger });
		const order = scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] });
		expect(await scenario.receive('orders/paid', orderBody(order))).toEqual([]);
		scenario.wait(10);
		const { items, log } = await scenario.poll();
		expect(items).toHaveLength(1);
		expect(log.join('\n')).toContain('Let Safety Poll come every 10 minutes or more often');
	});
});

describe('the first handover', () => {
	test('is not begun by a webhook if too much would follow', async () => {
		const scenario = new Receiving(engine, { trigger: { firstBatchLimit: 2 } });
		const orders = [1, 2, 3].map(() => scenario.shop.placeOrder());
		const [first] = orders;
		if (!first) throw new Error('no order');

		expect(await scenario.receive('orders/paid', orderBody(first))).toEqual([]);
		await expect(scenario.poll()).rejects.toThrow(/3 fulfillment orders match at once/);
		expect(first.metafields.size).toBe(0);
		expect(scenario.shop.state.installation.metafields.size).toBe(0);
	});

	test('is begun and marked by one if it is small enough', async () => {
		const scenario = new Receiving(engine, { trigger: { firstBatchLimit: 2 } });
		const order = scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] });
		expect(await scenario.receive('orders/paid', orderBody(order))).toHaveLength(1);
		expect(scenario.shop.state.installation.metafields.size).toBe(1);
	});
});

describe('without write_orders', () => {
	const accessScopes = ALL_SCOPES.filter((scope) => scope !== 'write_orders');

	test('this process remembers, for later webhooks and for the poll', async () => {
		const scenario = new Receiving(engine, { shop: { accessScopes } });
		const order = scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] });
		expect(await scenario.receive('orders/paid', orderBody(order))).toHaveLength(1);
		expect(await scenario.receive('orders/updated', orderBody(order))).toEqual([]);
		const { items, staticData } = await scenario.poll();
		expect(items).toBeNull();
		expect(JSON.stringify(staticData)).toContain(String(order.legacyId));
		scenario.wait(61);
		expect((await scenario.poll()).items).toMatchObject([{ handover: { attempt: 2 } }]);
		expect(await scenario.receive('orders/updated', orderBody(order))).toEqual([]);
	});

	test('several topics at once make one item', async () => {
		const scenario = new Receiving(engine, { shop: { accessScopes } });
		const order = scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] });
		const emitted = await Promise.all(
			everyTopic(order).map(async ([topic, body]) => await scenario.receive(topic, body)),
		);
		expect(emitted.flat()).toHaveLength(1);
	});
});

describe('what is not of Shopify', () => {
	const scenarioWithOrder = (): { scenario: Receiving; body: object } => {
		const scenario = new Receiving(engine);
		return { scenario, body: orderBody(scenario.shop.placeOrder()) };
	};

	test.each<{ what: string; change: (told: ReturnType<typeof delivery>) => object }>([
		{ what: 'signed with another secret', change: () => ({}) },
		{ what: 'not signed', change: () => ({ 'x-shopify-hmac-sha256': undefined }) },
		{ what: 'signed with nothing', change: () => ({ 'x-shopify-hmac-sha256': '' }) },
		{ what: 'signed with nonsense', change: () => ({ 'x-shopify-hmac-sha256': 'ä'.repeat(44) }) },
		{ what: 'signed too long', change: () => ({ 'x-shopify-hmac-sha256': 'A'.repeat(90_000) }) },
	])('$what: 401 and no execution', async ({ change }) => {
		const { scenario, body } = scenarioWithOrder();
		const { domain } = scenario.shop.settings;
		const forged = delivery('orders/paid', body, { shop: domain, secret: 'guessed' });
		const headers = { ...forged.headers, ...change(forged) };
		expect(await scenario.deliver({ ...forged, headers })).toMatchObject({
			status: 401,
			items: null,
		});
	});

	test('cut off, changed, empty, or not read: 401', async () => {
		const { scenario, body } = scenarioWithOrder();
		const told = scenario.told('orders/paid', body);
		const bytes = told.body ?? Buffer.alloc(0);
		const bodies = [
			bytes.subarray(0, bytes.length - 1),
			Buffer.concat([bytes, Buffer.from(' ')]),
			Buffer.alloc(0),
			undefined,
		];
		for (const other of bodies) {
			expect(await scenario.deliver({ ...told, body: other })).toMatchObject({
				status: 401,
				items: null,
			});
		}
	});

	test('8 MB: read; a byte more, signed or not: 413', async () => {
		const { scenario, body } = scenarioWithOrder();
		const most = 8 * 1024 * 1024;
		const large = (bytes: number): string => {
			const text = JSON.stringify({ ...body, note: '' });
			return text.replace('"note":""', `"note":"${'x'.repeat(bytes - text.length)}"`);
		};
		const just = await scenario.deliver(scenario.told('orders/paid', large(most)));
		expect(just.items).toHaveLength(1);
		const tooLarge = scenario.told('orders/paid', large(most + 1));
		for (const headers of [tooLarge.headers, {}]) {
			expect(await scenario.deliver({ ...tooLarge, headers })).toMatchObject({
				status: 413,
				items: null,
			});
		}
	});

	test("another shop's of the same app: 401", async () => {
		const { scenario, body } = scenarioWithOrder();
		const shop = 'other-goods.myshopify.com';
		const secret = scenario.shop.settings.clientSecret;
		for (const from of [shop, '']) {
			const told = delivery('orders/paid', body, { shop: from, secret });
			const { status } = await scenario.deliver(told);
			expect(status).toBe(401);
		}
	});

	test('no secret in the credential: 401, and the log says why', async () => {
		const scenario = new Receiving(engine, {
			credential: ({ settings }) => ({
				shop: settings.domain,
				authentication: 'accessToken',
				accessToken: settings.accessToken,
			}),
		});
		const body = orderBody(scenario.shop.placeOrder());
		const { status, log } = await scenario.deliver(scenario.told('orders/paid', body));
		expect(status).toBe(401);
		expect(log.join()).toContain('the credential holds no App Secret');
	});

	test('a topic that says nothing of orders, and a body that names none: 200 and no execution', async () => {
		const { scenario, body } = scenarioWithOrder();
		for (const told of [
			scenario.told('products/update', body),
			scenario.told('', body),
			scenario.told('orders/paid', {}),
			scenario.told('orders/paid', 'no JSON'),
		]) {
			expect(await scenario.deliver(told)).toMatchObject({ status: 200, items: null });
		}
	});

	test('what starts the execution holds ids and nothing else', async () => {
		const { scenario, body } = scenarioWithOrder();
		const { items } = await scenario.deliver(scenario.told('orders/paid', body));
		expect(Object.keys(items?.[0] ?? {})).toEqual(['shopifyWebhook']);
		expect(JSON.stringify(items)).not.toContain('maeve');
	});
});

describe('failures', () => {
	test('Shopify is down: the execution fails, the safety poll finds the order', async () => {
		const scenario = new Receiving(engine);
		const order = scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] });
		scenario.shop.faults.beforeEachRequest = () => ({ kind: 'fail', status: 503 });
		await expect(scenario.receive('orders/paid', orderBody(order))).rejects.toMatchObject({
			message: 'Shopify could not process the request (HTTP 503)',
		});
		scenario.shop.faults.clear();
		expect((await scenario.poll()).items).toHaveLength(1);
	});

	test('with On Error: Continue, the item that names the order does not go to the target', async () => {
		const scenario = new Receiving(engine);
		const order = scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] });
		const { items } = await scenario.deliver(scenario.told('orders/paid', orderBody(order)));
		scenario.shop.faults.beforeEachRequest = () => ({ kind: 'fail', status: 503 });
		const trigger = scenario.workflow.getNode(TRIGGER);
		if (trigger) trigger.onError = 'continueRegularOutput';
		const [failed] = await scenario.execute(items ?? []);
		expect(Object.keys(failed ?? {})).toEqual(['error']);
	});
});
