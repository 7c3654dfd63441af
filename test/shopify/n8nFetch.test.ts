import { connectShopify } from '../../nodes/n8n/connectShopify';
import type { ShopifyContext } from '../../nodes/n8n/connectShopify';
import { n8nFetch } from '../../nodes/n8n/n8nFetch';
import { pause } from '../../nodes/shopify/pause';
import { SHOP_INFO } from '../../nodes/shopify/operations/shopInfo';
import { failureOf } from './scriptedFetch';

const STATIC = {
	shop: 'Harbour-Goods.myshopify.com/admin',
	authentication: 'accessToken',
	accessToken: 'the-static-token',
	apiVersion: '2026-10',
};

/** One of n8n's contexts, as far as it is used; every request gets the same outcome. */
function contextWith(
	outcome: () => unknown,
	fields: object = STATIC,
): { readonly context: ShopifyContext; readonly asked: unknown[][]; readonly logged: string[] } {
	const asked: unknown[][] = [];
	const logged: string[] = [];
	const context = {
		getCredentials: async () => await Promise.resolve(fields),
		getNode: () => ({ name: 'Orders' }),
		logger: {
			debug: (message: string) => logged.push(message),
			warn: (message: string) => logged.push(message),
		},
		helpers: {
			httpRequestWithAuthentication: async (...parameters: unknown[]) => {
				asked.push(parameters);
				return await Promise.resolve(outcome());
			},
		},
	};
	return { context: context as unknown as ShopifyContext, asked, logged };
}

const REQUEST = { method: 'POST', headers: { Accept: 'application/json' }, body: '{"query":"x"}' };
const ADDRESS = 'https://harbour-goods.myshopify.com/admin/api/2026-07/graphql.json';

describe('n8nFetch', () => {
	it('sends over the credential, follows no redirect and leaves 401 to n8n', async () => {
		const { context, asked } = contextWith(() => ({ statusCode: 200, headers: {}, body: '{}' }));

		await n8nFetch(context)(ADDRESS, REQUEST);

		expect(asked[0]?.[0]).toBe('shopifyFulfillmentApi');
		expect(asked[0]?.[1]).toMatchObject({
			url: ADDRESS,
			body: '{"query":"x"}',
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: { ignore: true, except: [401] },
		});
	});

	it.each([
		['text', '{"data":1}', '{"data":1}'],
		['an object', { data: 1 }, '{"data":1}'],
		['bytes', new TextEncoder().encode('{"data":1}'), '{"data":1}'],
		['nothing', undefined, ''],
	])('reads a body that comes as %s', async (_, body, expected) => {
		const headers = { 'content-type': 'application/json', 'set-cookie': ['a=1', 'b=2'] };
		const { context } = contextWith(() => ({ statusCode: 503, headers, body }));

		const response = await n8nFetch(context)(ADDRESS, REQUEST);

		expect(response.status).toBe(503);
		expect(response.headers.get('content-type')).toBe('application/json');
		await expect(response.text()).resolves.toBe(expected);
	});

	it('passes on what the helper throws, as it is', async () => {
		const broken = new Error('socket hang up');
		const { context } = contextWith(() => {
			throw broken;
		});

		await expect(n8nFetch(context)(ADDRESS, REQUEST)).rejects.toBe(broken);
	});
});

describe('connectShopify', () => {
	it("takes shop and version from the node's credential", async () => {
		const { context, asked } = contextWith(() => ({
			statusCode: 200,
			headers: { 'content-type': 'application/json', 'x-shopify-api-version': '2027-01' },
			body: '{"data":{"shop":null}}',
		}));

		const client = await connectShopify(context);
		await client.run(SHOP_INFO, {}, { repeat: 'read' });

		expect(client.shop).toBe('harbour-goods.myshopify.com');
		expect(client.apiVersion).toBe('2026-10');
		expect(asked[0]?.[1]).toMatchObject({
			url: 'https://harbour-goods.myshopify.com/admin/api/2026-10/graphql.json',
		});
	});

	it('tells in the log which node got another version', async () => {
		const { context, logged } = contextWith(() => ({
			statusCode: 200,
			headers: { 'content-type': 'application/json', 'x-shopify-api-version': '2027-01' },
			body: '{"data":{"shop":null}}',
		}));
		const client = await connectShopify(context);

		await client.run(SHOP_INFO, {}, { repeat: 'read' });

		expect(logged).toEqual([
			'Orders: Shopify answered with API version 2027-01 instead of 2026-10',
		]);
	});

	it('keeps to its budget', async () => {
		const { context, asked } = contextWith(() => ({ statusCode: 503, headers: {}, body: '' }));
		const client = await connectShopify(context, { budgetMs: 0 });

		const failed = failureOf(client.run(SHOP_INFO, {}, { repeat: 'read' }));

		await expect(failed).resolves.toEqual({ kind: 'unavailable', status: 503 });
		expect(asked).toHaveLength(1);
	});

	it('names the field of the credential that is empty', async () => {
		const { context } = contextWith(() => undefined, { ...STATIC, accessToken: '' });

		await expect(connectShopify(context)).rejects.toThrow('Access Token is empty');
	});
});

describe('pause', () => {
	it('ends soon after the execution was cancelled', async () => {
		const controller = new AbortController();
		const began = Date.now();

		const waiting = failureOf(pause(30_000, controller.signal));
		controller.abort();

		await expect(waiting).resolves.toEqual({ kind: 'stopped', sent: false });
		expect(Date.now() - began).toBeLessThan(2000);
	});

	it('lasts as long as asked', async () => {
		const began = Date.now();

		await pause(40);

		expect(Date.now() - began).toBeGreaterThanOrEqual(38);
	});
});
