import { ask, openShop, START } from './testShop';
import { changeSubscription, refusals, subscribe, URI } from './testWebhooks';

const TAKEN = 'webhookSubscription.callbackUrl: Address for this topic has already been taken';

const create = 'webhookSubscriptionCreate';

describe('subscribing', () => {
	it('gives the subscription with the version that is set on the app', async () => {
		const { shop } = openShop();

		const input = { uri: URI, filter: '', includeFields: ['id'], name: 'bridge-1' };
		const made = await changeSubscription(shop, create, { topic: 'ORDERS_PAID', input });

		expect(made).toEqual({
			webhookSubscription: {
				id: expect.stringMatching(/^gid:\/\/shopify\/WebhookSubscription\/\d+$/) as string,
				topic: 'ORDERS_PAID',
				uri: URI,
				format: 'JSON',
				filter: '',
				includeFields: ['id'],
				metafieldNamespaces: [],
				name: 'bridge-1',
				createdAt: '2026-11-20T08:30:00Z',
				updatedAt: '2026-11-20T08:30:00Z',
				apiVersion: { handle: '2026-07' },
			},
			userErrors: [],
		});
	});

	it('is refused for a topic and address that are there already, but not under another filter', async () => {
		const { shop } = openShop();
		await subscribe(shop, 'ORDERS_PAID');

		const again = { topic: 'ORDERS_PAID', input: { uri: URI } };
		const filtered = { topic: 'ORDERS_PAID', input: { uri: URI, filter: 'tags:gift' } };
		const other = { topic: 'ORDERS_CREATE', input: { uri: URI } };

		expect(refusals(await changeSubscription(shop, create, again))).toEqual([TAKEN]);
		expect(refusals(await changeSubscription(shop, create, filtered))).toEqual([]);
		expect(refusals(await changeSubscription(shop, create, other))).toEqual([]);
		expect(shop.webhooks.subscriptions).toHaveLength(3);
	});

	it.each([
		['http://127.0.0.1:5678/hook', 'Address protocol http:// is not supported'],
		['http://example.com', 'Address protocol http:// is not supported'],
		['https://localhost/hook', 'Address cannot be a Shopify or an internal domain'],
		['example.com/hook', 'Address is invalid'],
		['https://', 'Address is invalid'],
		['', "Address can't be blank"],
	])('refuses the address "%s"', async (uri, message) => {
		const { shop } = openShop();

		const refused = await changeSubscription(shop, create, {
			topic: 'ORDERS_PAID',
			input: { uri },
		});

		expect(refusals(refused)).toEqual([`webhookSubscription.callbackUrl: ${message}`]);
		expect(refused.webhookSubscription).toBeNull();
	});

	it.each([
		['http://127.0.0.1:5678/hook', []],
		['http://localhost:5678/hook', []],
		['http://[::1]:5678/hook', []],
		['http://127.0.0.1.example.com/hook', ['Address protocol http:// is not supported']],
		['http://192.168.0.7/hook', ['Address protocol http:// is not supported']],
	])('takes plain http to this machine alone when it was started so: %s', async (uri, messages) => {
		const { shop } = openShop({ webhooks: { allowLoopbackHttp: true } });

		const made = await changeSubscription(shop, create, { topic: 'ORDERS_PAID', input: { uri } });

		expect(made.userErrors.map(({ message }) => message)).toEqual(messages);
	});

	it.each([
		['ORDERS_PAID', ['read_products'], false],
		['ORDERS_PAID', ['write_orders'], true],
		['FULFILLMENTS_CREATE', ['read_orders'], false],
		['FULFILLMENT_ORDERS_MOVED', ['read_third_party_fulfillment_orders'], true],
		['FULFILLMENT_ORDERS_SPLIT', ['read_marketplace_fulfillment_orders'], false],
		['FULFILLMENT_ORDERS_CANCELLED', ['read_marketplace_fulfillment_orders'], true],
		['APP_UNINSTALLED', [], true],
	])('lets an app have %s with the scopes %j: %s', async (topic, accessScopes, may) => {
		const { shop } = openShop({ accessScopes });

		const made = await changeSubscription(shop, create, { topic, input: { uri: URI } });

		const message = 'You cannot create a webhook subscription with the specified topic';
		expect(refusals(made)).toEqual(may ? [] : [`topic: ${message}`]);
	});

	it.each([
		['totally bogus', 'webhookSubscription: The specified filter is invalid, please ensure you '],
		['status:open bogus', 'webhookSubscription: The specified filter is invalid, please ensure '],
	])('refuses the filter "%s", which names no field', async (filter, start) => {
		const { shop } = openShop();

		const input = { uri: URI, filter };
		const refused = await changeSubscription(shop, create, { topic: 'ORDERS_PAID', input });

		expect(refusals(refused)[0]?.startsWith(start)).toBe(true);
	});

	it('refuses a name that is taken or has other signs in it', async () => {
		const { shop } = openShop();
		await subscribe(shop, 'ORDERS_PAID', { name: 'bridge' });

		const named = async (name: string) => {
			const input = { uri: URI, name };
			return refusals(await changeSubscription(shop, create, { topic: 'ORDERS_CREATE', input }));
		};

		expect(await named('bridge')).toEqual([
			'webhookSubscription.name: Name has already been taken',
		]);
		expect(await named('my bridge')).toEqual(['webhookSubscription.name: Name is invalid']);
	});
});

describe('changing and ending a subscription', () => {
	it('changes what is named and leaves the rest', async () => {
		const { shop, time } = openShop();
		const id = await subscribe(shop, 'ORDERS_PAID', { includeFields: ['id'] });
		time.now += 5000;

		const uri = `${URI}/2`;
		const changed = await changeSubscription(shop, 'webhookSubscriptionUpdate', {
			id,
			input: { uri },
		});

		expect(changed.webhookSubscription).toMatchObject({
			uri,
			includeFields: ['id'],
			createdAt: '2026-11-20T08:30:00Z',
			updatedAt: '2026-11-20T08:30:05Z',
		});
	});

	it('may keep its own address, but not take that of another', async () => {
		const { shop } = openShop();
		const id = await subscribe(shop, 'ORDERS_PAID');
		await subscribe(shop, 'ORDERS_PAID', { uri: `${URI}/2` });
		const update = async (uri: string) =>
			refusals(await changeSubscription(shop, 'webhookSubscriptionUpdate', { id, input: { uri } }));

		expect(await update(URI)).toEqual([]);
		expect(await update(`${URI}/2`)).toEqual([TAKEN]);
		expect(shop.state.webhooks.subscriptions.get(id)?.uri).toBe(URI);
	});

	it('ends once', async () => {
		const { shop } = openShop();
		const id = await subscribe(shop, 'ORDERS_PAID');

		const ended = await changeSubscription(shop, 'webhookSubscriptionDelete', { id });
		const again = await changeSubscription(shop, 'webhookSubscriptionDelete', { id });

		expect(ended).toEqual({ deletedWebhookSubscriptionId: id, userErrors: [] });
		expect(refusals(again)).toEqual(['id: Webhook subscription does not exist']);
	});
});

describe('reading subscriptions', () => {
	const LIST = `query List($topics: [WebhookSubscriptionTopic!], $uri: String, $query: String) {
		webhookSubscriptions(first: 10, topics: $topics, uri: $uri, query: $query) {
			nodes { topic uri callbackUrl legacyResourceId }
			pageInfo { hasNextPage }
		}
	}`;

	it.each([
		[{}, ['ORDERS_PAID', 'ORDERS_CREATE', 'ORDERS_PAID']],
		[{ topics: ['ORDERS_PAID'] }, ['ORDERS_PAID', 'ORDERS_PAID']],
		[{ topics: ['ORDERS_PAID'], uri: URI }, ['ORDERS_PAID']],
		[{ uri: `${URI}/none` }, []],
		[{ query: "created_at:>'2026-11-20T08:30:00Z'" }, ['ORDERS_PAID']],
	])('lists them by %j', async (variables, topics) => {
		const { shop, time } = openShop();
		await subscribe(shop, 'ORDERS_PAID');
		await subscribe(shop, 'ORDERS_CREATE');
		time.now = START + 1000;
		await subscribe(shop, 'ORDERS_PAID', { uri: `${URI}/2` });

		const answer = await ask(shop, LIST, variables);

		const data = answer.data as unknown as {
			webhookSubscriptions: { nodes: { topic: string }[] };
		};
		expect(data.webhookSubscriptions.nodes.map(({ topic }) => topic)).toEqual(topics);
	});

	it('finds one by its id, as a node too', async () => {
		const { shop } = openShop();
		const id = await subscribe(shop, 'ORDERS_PAID');

		const QUERY = `query One($id: ID!) {
			webhookSubscription(id: $id) { topic }
			node(id: $id) { ... on WebhookSubscription { uri } }
			none: webhookSubscription(id: "gid://shopify/WebhookSubscription/1") { topic }
		}`;
		const answer = await ask(shop, QUERY, { id });

		expect(answer.data).toEqual({
			webhookSubscription: { topic: 'ORDERS_PAID' },
			node: { uri: URI },
			none: null,
		});
		expect(answer.extensions).toMatchObject({ cost: { requestedQueryCost: 3 } });
	});
});
