import { createDemoShop } from './index';
import type { DemoShop } from './index';
import type { Answer } from './testShop';
import { ask, openShop, START } from './testShop';

describe('endpoints', () => {
	it.each([
		['2026-07', 200, '2026-07'],
		['2026-10', 200, '2026-10'],
		['2025-10', 200, '2026-07'],
		['2026-13', 404, undefined],
		['2030-01', 404, undefined],
	])('answers version %s with %i and the schema %s', async (version, status, served) => {
		const { shop } = openShop();

		const answer = await ask(shop, '{ shop { name } }', {}, version);

		expect([answer.status, answer.version]).toEqual([status, served]);
	});

	it('gives out tokens that end after a day, by the clock', async () => {
		const { shop, time } = openShop();
		const { clientId, clientSecret } = shop.settings;
		const grant = (secret: string) =>
			shop.handle({
				method: 'POST',
				path: '/admin/oauth/access_token',
				headers: { 'content-type': 'application/x-www-form-urlencoded' },
				body: `grant_type=client_credentials&client_id=${clientId}&client_secret=${secret}`,
			});

		const wrong = await grant('shpss_0');
		const granted = await grant(clientSecret);
		if (wrong === 'dropped' || granted === 'dropped') throw new Error('dropped');
		const { access_token: token } = JSON.parse(granted.body) as { access_token: string };
		const use = async () => {
			const answer = await shop.handle({
				method: 'POST',
				path: '/admin/api/2026-07/graphql.json',
				headers: { 'x-shopify-access-token': token },
				body: '{"query":"{ shop { name } }"}',
			});
			return answer === 'dropped' ? 0 : answer.status;
		};
		const before = await use();
		time.now += 86_400_000;

		expect([wrong.status, /Oauth error (\w+)/.exec(wrong.body)?.[1]]).toEqual([
			400,
			'invalid_client',
		]);
		expect([before, await use()]).toEqual([200, 401]);
	});

	it('serves HTTP on the loopback interface and breaks connections when told', async () => {
		const { shop } = openShop();
		const server = await shop.listen();
		const post = () =>
			fetch(`${server.url}/admin/api/2026-07/graphql.json`, {
				method: 'POST',
				headers: { 'x-shopify-access-token': shop.settings.accessToken },
				body: '{"query":"{ shop { name } }"}',
			});

		const first = (await (await post()).json()) as Answer;
		shop.faults.dropBeforeNext();
		await expect(post()).rejects.toThrow('fetch failed');
		await server.close();

		expect(first.data).toEqual({ shop: { name: 'Harbour Goods' } });
	});
});

describe('a shop that was kept', () => {
	it('goes on where it was, with new numbers and ids', () => {
		const { shop } = openShop();
		const placed = shop.placeOrder({ tags: ['gift'] });

		const again = createDemoShop({ clock: () => START }, shop.keep());
		const next = again.placeOrder();

		expect(again.state.orders.get(placed.id)?.tags).toEqual(['gift']);
		expect(next.name).toBe('#1002');
		expect(again.state.fulfillmentOrders.size).toBe(2);
	});
});

describe('errors', () => {
	it.each([
		['{ shop { nam } }', "Field 'nam' doesn't exist on type 'Shop'", 'undefinedField'],
		['{ orders { nodes { id } } }', 'you must provide one of first or last', 'BAD_REQUEST'],
		[
			'{ orders(first: 1, last: 1) { nodes { id } } }',
			'providing both first and last is not supported',
			'BAD_REQUEST',
		],
		[
			'query Q($id: ID!) { order(id: $id) { id } }',
			'Variable $id of type ID! was provided invalid value',
			'INVALID_VARIABLE',
		],
	])('%s', async (query, message, code) => {
		const { shop } = openShop();

		const answer = await ask(shop, query);

		expect(answer.status).toBe(200);
		expect([answer.errors?.[0]?.message, answer.errors?.[0]?.extensions?.code]).toEqual([
			message,
			code,
		]);
	});

	it('fails loudly for a field that it does not model', async () => {
		const { shop } = openShop();
		shop.placeOrder();

		const answer = await ask(shop, '{ orders(first: 1) { nodes { clientIp } } }');

		expect(answer.errors?.[0]?.message).toBe('Error: The demo shop does not model Order.clientIp');
	});

	it('refuses more than 250 ids', async () => {
		const { shop } = openShop();
		const ids = Array.from(
			{ length: 251 },
			(_none, index) => `gid://shopify/Order/${String(index)}`,
		);

		const answer = await ask(shop, 'query N($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });

		expect(answer.errors?.[0]?.extensions?.code).toBe('MAX_INPUT_SIZE_EXCEEDED');
	});
});

describe('cost and throttle', () => {
	const DEAR =
		'{ fulfillmentOrders(first: 250) { nodes { id lineItems(first: 50) { nodes { id lineItem { id } } } } } }';

	it('takes the requested points first and gives back what was not used', async () => {
		const { shop, time } = openShop({ plan: { maximumAvailable: 200, restoreRate: 10 } });

		const first = await ask(shop, DEAR);
		shop.bucket.drainTo(100);
		const second = await ask(shop, DEAR);
		time.now += 10_000;
		const third = await ask(shop, DEAR);

		const { cost } = first.extensions as unknown as {
			cost: { requestedQueryCost: number; actualQueryCost: number };
		};
		expect(cost.requestedQueryCost).toBe(2 + 11 * (1 + 2 + 7 * 2));
		expect(cost.actualQueryCost).toBeLessThan(20);
		expect([second.status, second.errors?.[0]?.extensions?.code]).toEqual([200, 'THROTTLED']);
		expect(third.errors).toBeUndefined();
	});

	it('refuses what costs more than 1000', async () => {
		const { shop } = openShop();
		const list =
			'fulfillmentOrders(first: 250) { nodes { id lineItems(first: 250) { nodes { id lineItem { id } } } } }';

		const answer = await ask(shop, `{ a: ${list} b: ${list} c: ${list} d: ${list} }`);

		expect(answer.errors?.[0]?.extensions?.code).toBe('MAX_COST_EXCEEDED');
	});
});

describe('faults', () => {
	const TAG =
		'mutation Tag($id: ID!) { tagsAdd(id: $id, tags: ["seen"]) { userErrors { message } } }';
	const tag = (shop: DemoShop, id: string) => ask(shop, TAG, { id });

	it('loses the answer after the work, or breaks off before it', async () => {
		const { shop } = openShop();
		const [lost, unsent] = [shop.placeOrder(), shop.placeOrder()];

		shop.faults.dropAnswerNext(1, { operation: 'Tag' });
		await expect(tag(shop, lost.id)).rejects.toThrow('dropped');
		shop.faults.dropBeforeNext();
		await expect(tag(shop, unsent.id)).rejects.toThrow('dropped');

		expect([lost.tags, unsent.tags]).toEqual([['seen'], []]);
		expect(shop.log.map((entry) => entry.status)).toEqual([0, 0]);
	});

	it('throttles, fails and serves pages on request', async () => {
		const { shop } = openShop();
		const order = shop.placeOrder();

		shop.faults.throttleNext();
		shop.faults.failNext(503);
		shop.faults.htmlNext();
		const answers = [
			await tag(shop, order.id),
			await tag(shop, order.id),
			await tag(shop, order.id),
		];

		expect(answers.map((one) => one.status)).toEqual([200, 503, 200]);
		expect(answers[2]?.text).toContain('<!DOCTYPE html>');
		expect(order.tags).toEqual([]);
	});

	it('meets the same requests again with the same seed', async () => {
		const statuses = async () => {
			const { shop } = openShop();
			shop.faults.random(7, { fail: 0.4 });
			for (let index = 0; index < 20; index += 1) await ask(shop, '{ shop { name } }');
			return shop.log.map((entry) => entry.status);
		};

		const first = await statuses();

		expect(first).toEqual(await statuses());
		expect(new Set(first)).toEqual(new Set([200, 503]));
	});
});
