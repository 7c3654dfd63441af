import { SHOP_INFO } from '../../nodes/shopify/operations/shopInfo';
import {
	SHOP_TIME,
	broken,
	clientOver,
	cost,
	failureOf,
	graphQl,
	scriptedFetch,
	text,
	throttled,
} from './scriptedFetch';
import type { Script } from './scriptedFetch';

const SHOP = { shop: { name: 'Harbour Goods', myshopifyDomain: 'harbour-goods.myshopify.com' } };
const GOOD = graphQl({ data: SHOP });

describe('a request', () => {
	it('goes to the shop and version, without the placeholder token', async () => {
		const { fetch, requests } = scriptedFetch(GOOD);
		const { client } = clientOver(fetch);

		await client.run(SHOP_INFO, {}, { repeat: 'read' });

		expect(requests[0]?.url).toBe(
			'https://harbour-goods.myshopify.com/admin/api/2026-07/graphql.json',
		);
		expect(
			Object.keys(requests[0]?.headers ?? {})
				.join()
				.toLowerCase(),
		).not.toContain('token');
	});

	it('goes over http to a shop on this machine', async () => {
		const { fetch, requests } = scriptedFetch(GOOD);
		const shop = { domain: '127.0.0.1:4300', origin: 'http://127.0.0.1:4300' };

		await clientOver(fetch, { shop }).client.run(SHOP_INFO, {}, { repeat: 'read' });

		expect(requests[0]?.url).toBe('http://127.0.0.1:4300/admin/api/2026-07/graphql.json');
	});
});

describe('an answer', () => {
	it("comes with Shopify's time", async () => {
		const { client } = clientOver(scriptedFetch(GOOD).fetch);

		const answer = await client.run(SHOP_INFO, {}, { repeat: 'read' });

		expect(answer).toEqual({ data: SHOP, withheld: [], shopTime: SHOP_TIME });
	});

	it('is counted with its cost', async () => {
		const answer = graphQl({ data: SHOP, extensions: cost(12, 1990, 10) });
		const { client } = clientOver(scriptedFetch(answer).fetch);

		await client.run(SHOP_INFO, {}, { repeat: 'read' });
		await client.run(SHOP_INFO, {}, { repeat: 'read' });

		expect(client.used).toEqual({ requests: 2, points: 20 });
	});

	it('tells once that Shopify used another version', async () => {
		const answer = graphQl({ data: SHOP }, { 'X-Shopify-API-Version': '2026-10' });
		const { client, warnings } = clientOver(scriptedFetch(answer).fetch);

		await client.run(SHOP_INFO, {}, { repeat: 'read' });
		await client.run(SHOP_INFO, {}, { repeat: 'read' });

		expect(client.fellForwardTo).toBe('2026-10');
		expect(warnings).toHaveLength(1);
	});
});

describe('partial data', () => {
	const denied = {
		message: 'Access denied for customer field. Required access: `read_customers` access scope.',
		extensions: { code: 'ACCESS_DENIED', requiredAccess: '`read_customers` access scope.' },
	};
	const notApproved = {
		message:
			'This app is not approved to use the phone field. See https://shopify.dev/docs/apps/launch/protected-customer-data for more details.',
		path: ['nodes', 0, 'destination', 'phone'],
	};

	it('keeps the rest and names each withheld field once', async () => {
		const answer = graphQl({
			data: { nodes: [{ id: 'gid://shopify/FulfillmentOrder/6837114', destination: null }] },
			errors: [
				{ ...denied, path: ['nodes', 0, 'order', 'customer'] },
				{ ...denied, path: ['nodes', 1, 'order', 'customer'] },
				notApproved,
			],
		});

		const { withheld } = await clientOver(scriptedFetch(answer).fetch).client.run(
			SHOP_INFO,
			{},
			{ repeat: 'read' },
		);

		expect(withheld).toEqual([
			{ path: 'nodes.order.customer', reason: denied.message, requiredAccess: 'read_customers' },
			{ path: 'nodes.destination.phone', reason: notApproved.message },
		]);
	});

	it.each([
		[
			'the root field is refused',
			{ data: { orders: null }, errors: [{ ...denied, path: ['orders'] }] },
			{ kind: 'missingScope', scopes: ['read_customers'], field: 'orders' },
		],
		[
			'nothing is left',
			{ data: null, errors: [{ ...denied, path: ['orders', 'nodes', 3, 'customer'] }] },
			{ kind: 'missingScope', scopes: ['read_customers'], field: 'orders.nodes.customer' },
		],
		[
			'the approval is missing for all of it',
			{ data: null, errors: [{ ...notApproved, path: ['order'] }] },
			{ kind: 'protectedData', field: 'order' },
		],
	])('fails if %s', async (_, body, failure) => {
		const { client } = clientOver(scriptedFetch(graphQl(body)).fetch);

		const failed = failureOf(client.run(SHOP_INFO, {}, { repeat: 'read' }));

		await expect(failed).resolves.toEqual(failure);
	});
});

describe('a search warning', () => {
	it('fails, because Shopify has left the filter out', async () => {
		const answer = graphQl({
			data: { fulfillmentOrders: { nodes: [] } },
			extensions: {
				search: [
					{
						path: ['fulfillmentOrders'],
						query: 'created_at:>2026-11-01',
						warnings: [
							{
								field: 'created_at',
								message: 'Invalid search field for this query.',
								code: 'invalid_field',
							},
						],
					},
				],
			},
		});
		const { client } = clientOver(scriptedFetch(answer).fetch);

		const failed = failureOf(client.run(SHOP_INFO, {}, { repeat: 'read' }));

		await expect(failed).resolves.toEqual({
			kind: 'ignoredFilter',
			filter: 'created_at',
			warning: 'Invalid search field for this query.',
		});
	});

	it('is none when Shopify only tells how it read the query', async () => {
		const extensions = { search: [{ path: ['orders'], query: 'name:#1042', parsed: {} }] };
		const { fetch } = scriptedFetch(graphQl({ data: SHOP, extensions }));

		const answer = await clientOver(fetch).client.run(SHOP_INFO, {}, { repeat: 'read' });

		expect(answer.data).toEqual(SHOP);
	});
});

describe('a lost answer', () => {
	const losses: readonly (readonly [string, Script])[] = [
		['a broken connection', broken('ECONNRESET')],
		['no answer in time', broken('ECONNABORTED')],
		['HTTP 500', text('oops', {}, 500)],
		['HTTP 502 with a web page', text('<html>', { 'Content-Type': 'text/html' }, 502)],
		['a web page instead of data', text('<!doctype html>', { 'Content-Type': 'text/html' })],
		['half an answer', text('{"data":{"shop":', { 'Content-Type': 'application/json' })],
		['an empty object', graphQl({})],
		['an empty answer', text('', { 'Content-Type': 'application/json' })],
		['null', text('null', { 'Content-Type': 'application/json' })],
		['a list', graphQl([])],
		['data that is no object', graphQl({ data: 'yes' })],
		['no content type', new Response(null, { status: 200 })],
		[
			"Shopify's internal error",
			graphQl({
				errors: [{ message: 'Internal error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
			}),
		],
	];

	it.each(losses)('of a read is asked for again: %s', async (_, loss) => {
		const { fetch, requests } = scriptedFetch(loss, loss, GOOD);
		const { client, waits } = clientOver(fetch);

		const { data } = await client.run(SHOP_INFO, {}, { repeat: 'read' });

		expect(data).toEqual(SHOP);
		expect(requests).toHaveLength(3);
		expect(waits).toEqual([1000, 2000]);
	});

	it.each(losses)('of a repeatable write is asked for again: %s', async (_, loss) => {
		const { fetch, requests } = scriptedFetch(loss, GOOD);

		await clientOver(fetch).client.run(SHOP_INFO, {}, { repeat: 'repeatable' });

		expect(requests).toHaveLength(2);
	});

	it.each(losses)('of any other write is never asked for again: %s', async (_, loss) => {
		const { fetch, requests } = scriptedFetch(loss, GOOD);

		const failed = failureOf(clientOver(fetch).client.run(SHOP_INFO, {}, { repeat: 'once' }));

		expect(['unreachable', 'unavailable', 'unreadable']).toContain((await failed).kind);
		expect(requests).toHaveLength(1);
	});

	it.each([broken('ECONNREFUSED'), broken('ENOTFOUND'), throttled(10, 0), text('', {}, 429)])(
		'is none if Shopify certainly did nothing, so that even such a write is sent again',
		async (refusal) => {
			const { fetch, requests } = scriptedFetch(refusal, GOOD);

			await clientOver(fetch).client.run(SHOP_INFO, {}, { repeat: 'once' });

			expect(requests).toHaveLength(2);
		},
	);

	it('ends in a failure after a few tries', async () => {
		const { fetch, requests } = scriptedFetch(text('', {}, 503));

		const failed = failureOf(clientOver(fetch).client.run(SHOP_INFO, {}, { repeat: 'read' }));

		await expect(failed).resolves.toEqual({ kind: 'unavailable', status: 503 });
		expect(requests).toHaveLength(5);
	});
});

describe('throttling', () => {
	it('waits until the points are back, then sends again', async () => {
		const { fetch } = scriptedFetch(throttled(464, 64), GOOD);
		const { client, waits } = clientOver(fetch, { random: () => 0 });

		await client.run(SHOP_INFO, {}, { repeat: 'once' });

		expect(waits).toEqual([4000]);
	});

	it('waits before the bucket is empty, once the cost is known', async () => {
		const { fetch, requests } = scriptedFetch(graphQl({ data: SHOP, extensions: cost(300, 100) }));
		const { client, waits } = clientOver(fetch);
		await client.run(SHOP_INFO, {}, { repeat: 'read' });

		await client.run(SHOP_INFO, {}, { repeat: 'read' });

		expect(waits).toEqual([2000]);
		expect(requests).toHaveLength(2);
	});

	it.each([
		['2', 2500],
		['2.0', 2500],
		['0', 1500],
	])('takes Retry-After: %s for seconds', async (retryAfter, wait) => {
		const { fetch } = scriptedFetch(text('', { 'Retry-After': retryAfter }, 429), GOOD);
		const { client, waits } = clientOver(fetch);

		await client.run(SHOP_INFO, {}, { repeat: 'once' });

		expect(waits).toEqual([wait]);
	});

	it('fails instead of waiting beyond the deadline', async () => {
		const { fetch, requests } = scriptedFetch(throttled(900, 0), GOOD);
		const { client, waits } = clientOver(fetch, { deadline: 5000 });

		const failed = failureOf(client.run(SHOP_INFO, {}, { repeat: 'read' }));

		await expect(failed).resolves.toEqual({ kind: 'throttled', retryAfterMs: 9000 });
		expect(waits).toEqual([]);
		expect(requests).toHaveLength(1);
	});

	it('fails with the true reason if there is no time to ask again', async () => {
		const { fetch } = scriptedFetch(text('', {}, 503));
		const { client } = clientOver(fetch, { deadline: 500 });

		const failed = failureOf(client.run(SHOP_INFO, {}, { repeat: 'read' }));

		await expect(failed).resolves.toEqual({ kind: 'unavailable', status: 503 });
	});
});

describe('a cancelled execution', () => {
	it('sends nothing more', async () => {
		const { fetch, requests } = scriptedFetch(GOOD);
		const { client } = clientOver(fetch, { signal: AbortSignal.abort() });

		const failed = failureOf(client.run(SHOP_INFO, {}, { repeat: 'once' }));

		await expect(failed).resolves.toEqual({ kind: 'stopped', sent: false });
		expect(requests).toHaveLength(0);
	});

	it('says that a request was under way', async () => {
		const { fetch } = scriptedFetch(broken('ERR_CANCELED'));

		const failed = failureOf(clientOver(fetch).client.run(SHOP_INFO, {}, { repeat: 'read' }));

		await expect(failed).resolves.toEqual({ kind: 'stopped', sent: true });
	});
});
