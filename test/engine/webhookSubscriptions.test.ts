import './support/fastSleep';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { ALL_SCOPES } from '../shop';
import { WEBHOOK_TOPICS } from '../../nodes/domain/webhookTopics';
import type { Engine } from './support/engine';
import { openEngine, PACKAGE } from './support/engine';
import { orderBody, Receiving } from './support/receiving';
import { accessToken, TRIGGER } from './support/scenario';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

const ALL = WEBHOOK_TOPICS.map(({ name }) => name);

describe('publishing', () => {
	test('subscribes to every topic, and again makes nothing; unpublishing ends them', async () => {
		const scenario = new Receiving(engine);
		expect(await scenario.publish()).toBe(false);
		expect(scenario.subscriptions.topicsOf(scenario.address)).toEqual(ALL);

		expect(await scenario.publish()).toBe(true);
		expect(scenario.subscriptions.asked).toHaveLength(ALL.length);
		await scenario.hook('delete');
		expect(scenario.subscriptions.addresses).toEqual([]);
		await scenario.hook('delete');
		expect(scenario.workflow.staticData).toEqual({});
	});

	test('adopts what is there, by its address, and leaves others alone', async () => {
		const scenario = new Receiving(engine);
		const { subscriptions, address } = scenario;
		for (const topic of ALL) await subscriptions.add(topic, address);
		await subscriptions.add('ORDERS_PAID', 'https://erp.example.com/hook');
		expect(await scenario.publish()).toBe(true);
		expect(subscriptions.asked).toEqual([]);
		await scenario.hook('delete');
		expect(subscriptions.addresses).toEqual(['https://erp.example.com/hook']);
	});

	test('makes only what is missing, and takes "already been taken" for made', async () => {
		const scenario = new Receiving(engine);
		const { subscriptions, address } = scenario;
		for (const topic of ALL.slice(2)) await subscriptions.add(topic, address);
		subscriptions.refused.set(ALL[0] ?? '', 'Address for this topic has already been taken');
		await scenario.publish();
		expect(subscriptions.asked).toEqual(ALL.slice(1, 2));
		expect(subscriptions.topicsOf(address)).toEqual([...ALL.slice(2), ALL[1]]);
	});

	test('polls at the same time, and still asks for each topic once', async () => {
		const scenario = new Receiving(engine);
		await Promise.all([scenario.poll(), scenario.publish()]);
		expect(scenario.subscriptions.asked).toHaveLength(ALL.length);
		expect(scenario.subscriptions.topicsOf(scenario.address)).toEqual(ALL);
	});

	test('a scope that is missing leaves its topics out, and the log names them', async () => {
		const accessScopes = ALL_SCOPES.filter((scope) => !scope.endsWith('_fulfillments'));
		const scenario = new Receiving(engine, { shop: { accessScopes } });
		const { log } = await scenario.hook('create');
		expect(log.join('\n')).toMatch(
			/warn: .*no webhooks of fulfillments\/update: the app lacks the scope read_fulfillments/,
		);
		expect(await scenario.publish()).toBe(true);
		expect(scenario.subscriptions.topicsOf(scenario.address)).toEqual(ALL.slice(0, -1));
	});

	test('a topic that Shopify refuses does not stop the others; all refused does', async () => {
		const scenario = new Receiving(engine);
		const text =
			'This app is not approved to subscribe to webhook topics containing protected data.';
		scenario.subscriptions.refused.set('ORDERS_CREATE', text);
		const { log } = await scenario.hook('create');
		expect(log.join('\n')).toContain('no webhooks of orders/create, the safety poll has to do');
		expect(scenario.subscriptions.addresses).toHaveLength(ALL.length - 1);

		const other = new Receiving(engine);
		for (const topic of ALL) other.subscriptions.refused.set(topic, 'Address is invalid');
		await expect(other.publish()).rejects.toThrow(
			/Shopify rejected the request: Address is invalid/,
		);
	});
});

describe('what webhooks cannot do without', () => {
	test('a public https address', async () => {
		const scenario = new Receiving(engine);
		for (const base of ['http://localhost:5678', 'https://192.168.0.7', 'http://n8n.example.com']) {
			await expect(scenario.hook('checkExists', { base })).rejects.toMatchObject({
				message: `Shopify cannot reach n8n at ${base}: webhooks need a public address that begins with https://`,
				description: expect.stringContaining('WEBHOOK_URL') as string,
			});
		}
		expect(scenario.subscriptions.asked).toEqual([]);
	});

	test('a secret in the credential', async () => {
		const scenario = new Receiving(engine, { credential: accessToken });
		await expect(scenario.hook('checkExists')).rejects.toThrow(
			'The credential holds no App Secret: Shopify signs webhooks with it',
		);
	});

	test("the name that Shopify itself gives the shop: deliveries name it, and others' are refused", async () => {
		const scenario = new Receiving(engine);
		scenario.subscriptions.domain = 'renamed-goods.myshopify.com';
		await expect(scenario.publish()).rejects.toThrow(
			/Shopify calls this shop renamed-goods.myshopify.com/,
		);
	});
});

describe('the safety poll', () => {
	test('makes subscriptions again that Shopify has dropped, and finds what they did not tell', async () => {
		const scenario = new Receiving(engine);
		await scenario.publish();
		scenario.shop.webhooks.dropSubscriptions();
		scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] });
		const { items, log } = await scenario.poll();
		expect(items).toHaveLength(1);
		expect(log.join('\n')).toContain('subscribed to fulfillment_orders/order_routing_complete');
		expect(scenario.subscriptions.topicsOf(scenario.address)).toEqual(ALL);
	});

	test('remembers the address, for a process that has not published', async () => {
		const scenario = new Receiving(engine);
		await scenario.publish();
		scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] });
		const { staticData } = await scenario.poll();
		expect(JSON.stringify(staticData)).toContain(scenario.address);

		// Another process, which knows what was saved and no more: n8n gives this copy another id.
		const { address } = scenario;
		scenario.workflow = scenario.newWorkflow();
		scenario.shop.webhooks.dropSubscriptions();
		await scenario.poll();
		expect(scenario.subscriptions.topicsOf(address)).toEqual(ALL);
	});

	test('that is under way while the workflow is unpublished does not subscribe again', async () => {
		const scenario = new Receiving(engine);
		await scenario.publish();
		scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] });
		await scenario.poll();
		await scenario.hook('delete');
		await scenario.poll();
		expect(scenario.subscriptions.addresses).toEqual([]);
		await scenario.publish();
		expect(scenario.subscriptions.topicsOf(scenario.address)).toEqual(ALL);
	});

	test('does not know the address before it was told, and says so', async () => {
		const scenario = new Receiving(engine);
		const { log } = await scenario.poll();
		expect(log.join('\n')).toContain('the webhook address is not known here yet');
	});

	test('keeps no order back if subscriptions cannot be mended, and fails if there is none', async () => {
		const scenario = new Receiving(engine);
		await scenario.publish();
		scenario.shop.webhooks.dropSubscriptions();
		for (const topic of ALL) scenario.subscriptions.refused.set(topic, 'Address is invalid');
		scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] });
		const { items, log } = await scenario.poll();
		expect(items).toHaveLength(1);
		expect(log.join('\n')).toContain('the webhooks could not be checked: Shopify rejected');
		await expect(scenario.poll()).rejects.toThrow(/Address is invalid/);
	});

	test('is all there is without webhooks: polling asks for no subscription', async () => {
		const scenario = new Receiving(engine, { trigger: { receiveBy: 'polling' } });
		scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] });
		const { staticData } = await scenario.poll();
		expect(JSON.stringify(staticData)).not.toContain('webhookAddress');
		const sent = scenario.shop.log.map(({ operationName }) => operationName);
		expect(sent.filter((name) => name.includes('Webhook'))).toEqual([]);
	});
});

describe('Listen for test event', () => {
	test('has subscriptions of its own, and leaves those of the published workflow alone', async () => {
		const scenario = new Receiving(engine);
		await scenario.publish();
		await scenario.publish({ test: true });
		expect(scenario.subscriptions.topicsOf(scenario.testAddress)).toEqual(ALL);

		await scenario.hook('delete', { test: true });
		expect(scenario.subscriptions.topicsOf(scenario.testAddress)).toEqual([]);
		expect(scenario.subscriptions.topicsOf(scenario.address)).toEqual(ALL);
		await scenario.poll();
		expect(scenario.subscriptions.topicsOf(scenario.testAddress)).toEqual([]);
	});

	test('shows the orders of the event with what keeps them back, and records nothing', async () => {
		const scenario = new Receiving(engine);
		const order = scenario.shop.placeOrder({ financialStatus: 'PENDING' });
		const told = scenario.told('orders/updated', orderBody(order));
		const { items } = await scenario.deliver(told, { test: true });

		const ran = await scenario.run(items ?? [], 'manual');

		expect(ran.output(TRIGGER)[0]).toMatchObject([
			{ orderNumber: order.name, ready: false, handover: { manual: true } },
		]);
		expect(ran.hints(TRIGGER).join()).toContain(`${order.name} is left out: Payment Status`);
		expect(order.metafields.size).toBe(0);
	});

	test('an order without anything to ship: says so', async () => {
		const scenario = new Receiving(engine);
		const order = scenario.shop.placeOrder({ routed: false });
		const told = scenario.told('orders/create', orderBody(order));
		const { items } = await scenario.deliver(told, { test: true });
		const ran = await scenario.run(items ?? [], 'manual');
		expect(ran.output(TRIGGER)[0]).toMatchObject([{ event: 'None', handover: { manual: true } }]);
	});

	test('without an event the sample is shown as in polling', async () => {
		const scenario = new Receiving(engine);
		scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] });
		const ran = await scenario.run([{}], 'manual');
		expect(ran.output(TRIGGER)[0]).toMatchObject([{ event: 'Ready', handover: { manual: true } }]);
	});
});

test('the client secret signs as well, and App Secret goes before it', async () => {
	const clientCredentials = (appSecret: string) => {
		return ({ settings }: Parameters<typeof accessToken>[0]): ICredentialDataDecryptedObject => ({
			shop: settings.domain,
			authentication: 'clientCredentials',
			clientId: settings.clientId,
			clientSecret: settings.clientSecret,
			appSecret,
		});
	};
	for (const [appSecret, status] of [
		['', 200],
		['another', 401],
	] as const) {
		const scenario = new Receiving(engine, { credential: clientCredentials(appSecret) });
		const body = orderBody(scenario.shop.placeOrder());
		expect(await scenario.deliver(scenario.told('orders/paid', body))).toMatchObject({ status });
	}
});

test.each([
	{ receiveBy: undefined, method: '' },
	{ receiveBy: 'polling', method: '' },
	{ receiveBy: 'webhooks', method: 'POST' },
])(
	'n8n registers a webhook only where one is wanted, and polls every 30 minutes: $receiveBy',
	(one) => {
		const type = `${PACKAGE}.shopifyFulfillmentOrdersTrigger`;
		const parameters = one.receiveBy === undefined ? {} : { receiveBy: one.receiveBy };
		const workflow = engine.workflow({ nodes: [{ name: TRIGGER, type, parameters }] });
		const { node, type: trigger } = engine.parts(workflow, TRIGGER);
		const [webhook] = trigger.description.webhooks ?? [];
		expect(webhook).toMatchObject({ responseMode: 'onReceived', responseData: 'noData' });
		const method = workflow.expression.getSimpleParameterValue(
			node,
			webhook?.httpMethod,
			'internal',
			{},
		);
		expect(method).toBe(one.method);
		const every = { item: [{ mode: 'everyX', value: 30, unit: 'minutes' }] };
		expect(node.parameters['pollTimes']).toEqual(every);
	},
);
