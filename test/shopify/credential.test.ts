import type { IHttpRequestHelper, IHttpRequestOptions } from 'n8n-workflow';
import { ShopifyFulfillmentApi } from '../../credentials/ShopifyFulfillmentApi.credentials';
import { webhookSecretIn } from '../../nodes/n8n/credential';
import { testCredential } from '../../nodes/n8n/credentialTest';
import type { FullResponse } from '../../nodes/n8n/httpResponse';
import { failureOf } from './scriptedFetch';

const CLIENT = {
	shop: 'harbour-goods',
	authentication: 'clientCredentials',
	clientId: '5f1c9e0ab2',
	clientSecret: 'the-client-secret',
	apiVersion: '2026-07',
	usedFor: ['orders'],
};
const STATIC = {
	shop: 'harbour-goods',
	authentication: 'accessToken',
	accessToken: 'the-static-token',
	usedFor: ['orders'],
};
const ORDER_SCOPES = [
	'write_orders',
	'write_merchant_managed_fulfillment_orders',
	'read_locations',
	'read_products',
];

/** Shopify's web page for a refused token request. */
function refusal(code: string): FullResponse {
	return {
		statusCode: 400,
		headers: { 'content-type': 'text/html' },
		body: `<html><h1>Oauth error ${code}: see the documentation</h1></html>`,
	};
}

function json(body: object, statusCode = 200): FullResponse {
	return {
		statusCode,
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	};
}

function shopInfo(...scopes: readonly string[]): FullResponse {
	return json({
		data: {
			shop: { name: 'Harbour Goods', myshopifyDomain: 'harbour-goods.myshopify.com' },
			currentAppInstallation: { accessScopes: scopes.map((handle) => ({ handle })) },
			publicApiVersions: [{ handle: '2026-07', supported: true }],
		},
	});
}

/** n8n's helper, answering in order and keeping what it was asked. */
function scripted(...answers: readonly (FullResponse | Error)[]): {
	readonly helper: IHttpRequestHelper;
	readonly send: (options: object) => Promise<FullResponse>;
	readonly sent: (IHttpRequestOptions & { uri?: string })[];
} {
	const sent: (IHttpRequestOptions & { uri?: string })[] = [];
	const send = async (options: object): Promise<FullResponse> => {
		const answer = answers[sent.length];
		sent.push(options as IHttpRequestOptions);
		if (answer === undefined || answer instanceof Error) throw answer ?? new Error('Too many');
		return await Promise.resolve(answer);
	};
	return { helper: { helpers: { httpRequest: send as never } }, send, sent };
}

describe('preAuthentication', () => {
	const credential = new ShopifyFulfillmentApi();

	it('fetches a token with the client credentials', async () => {
		const { helper, sent } = scripted(json({ access_token: 'fresh-token', expires_in: 86399 }));

		const kept = await credential.preAuthentication.call(helper, CLIENT);

		expect(kept).toEqual({ sessionToken: 'fresh-token' });
		expect(sent[0]?.url).toBe('https://harbour-goods.myshopify.com/admin/oauth/access_token');
		expect(sent[0]?.body).toBe(
			'grant_type=client_credentials&client_id=5f1c9e0ab2&client_secret=the-client-secret',
		);
		expect(sent[0]?.disableFollowRedirect).toBe(true);
	});

	it('fetches nothing for a static token', async () => {
		const { helper, sent } = scripted();

		await expect(credential.preAuthentication.call(helper, STATIC)).resolves.toEqual({});
		expect(sent).toEqual([]);
	});

	it.each([
		['shop_not_permitted', refusal('shop_not_permitted')],
		['application_cannot_be_found', refusal('application_cannot_be_found')],
		['app_not_installed', refusal('app_not_installed')],
		['invalid_client', refusal('invalid_client')],
		['invalid_client', json({ error: 'invalid_client' }, 400)],
		['invalid_client', json({}, 401)],
		['invalid_request', { statusCode: 400, body: '<html>Bad Request</html>' }],
	])("tells Shopify's refusal %s", async (code, answer) => {
		const { helper } = scripted(answer);

		const failed = failureOf(credential.preAuthentication.call(helper, CLIENT));

		await expect(failed).resolves.toMatchObject({ kind: 'oauth', code });
	});

	it.each([
		['notFound', { statusCode: 404, body: '<html>Store unavailable</html>' }],
		['shopUnavailable', { statusCode: 402, body: '' }],
		['unavailable', { statusCode: 503, body: '' }],
		['throttled', { statusCode: 429, body: '' }],
		['unreadable', { statusCode: 200, body: '{"access_token":' }],
		['unreadable', json({ scope: 'read_orders' })],
	] as const)('fails as %s', async (kind, answer) => {
		const { helper } = scripted(answer);

		const failed = failureOf(credential.preAuthentication.call(helper, CLIENT));

		await expect(failed).resolves.toMatchObject({ kind });
	});

	it('leaves the request, and so the secret, out of the error', async () => {
		const network = Object.assign(new Error('connect'), {
			code: 'ECONNREFUSED',
			config: { data: 'client_secret=the-client-secret' },
		});
		const { helper } = scripted(network);

		const error: unknown = await credential.preAuthentication
			.call(helper, CLIENT)
			.catch((reason: unknown) => reason);

		expect(error).toMatchObject({ failure: { kind: 'unreachable', code: 'ECONNREFUSED' } });
		expect((error as Error).cause).toBeUndefined();
	});
});

describe('authenticate', () => {
	const { authenticate } = new ShopifyFulfillmentApi();
	const url = 'https://harbour-goods.myshopify.com/admin/api/2026-07/graphql.json';

	it.each([
		['fetched', { ...CLIENT, sessionToken: 'fresh-token' }, 'fresh-token'],
		['static', { ...STATIC, sessionToken: '' }, 'the-static-token'],
	])('adds the %s token', async (_, fields, token) => {
		const { headers } = await authenticate(fields, { url, headers: { Accept: 'text/plain' } });

		expect(headers).toEqual({ Accept: 'text/plain', 'X-Shopify-Access-Token': token });
	});

	it.each([
		'https://collector.example.com/',
		'http://harbour-goods.myshopify.com/admin',
		'https://other-shop.myshopify.com/admin/api/2026-07/graphql.json',
	])('never gives the token to %s', async (elsewhere) => {
		await expect(authenticate(STATIC, { url: elsewhere })).rejects.toThrow(/only/);
	});

	it('understands a base URL', async () => {
		const options = { url: '/admin/api', baseURL: 'https://harbour-goods.myshopify.com' };

		await expect(authenticate(STATIC, options)).resolves.toHaveProperty('headers');
	});
});

describe('the connection test', () => {
	it('passes if every scope is there', async () => {
		const { send, sent } = scripted(
			json({ access_token: 'fresh-token' }),
			shopInfo(...ORDER_SCOPES),
		);

		const result = await testCredential(CLIENT, send);

		expect(result.status).toBe('OK');
		expect(sent[1]?.headers?.['X-Shopify-Access-Token']).toBe('fresh-token');
	});

	it('names each missing scope and what will not work', async () => {
		const { send } = scripted(shopInfo('read_orders', 'read_locations', 'read_products'));

		const { status, message } = await testCredential(STATIC, send);

		expect(status).toBe('Error');
		expect(message).toContain('write_orders');
		expect(message).toContain('handover');
		expect(message).toContain('write_merchant_managed_fulfillment_orders');
		expect(message).not.toContain('write_inventory');
	});

	it('asks for everything if it is not said what the credential is used for', async () => {
		const { send } = scripted(shopInfo(...ORDER_SCOPES));

		const { message } = await testCredential({ ...STATIC, usedFor: undefined }, send);

		expect(message).toContain('write_inventory');
	});

	it.each([
		['a wrong secret', CLIENT, refusal('invalid_client'), /Client Secret/],
		['a wrong client id', CLIENT, refusal('application_cannot_be_found'), /Client ID/],
		['an app that is not installed', CLIENT, refusal('app_not_installed'), /not installed/],
		['a wrong shop', STATIC, { statusCode: 404, body: 'Not Found' }, /no Shopify shop/],
		['a frozen shop', STATIC, { statusCode: 402, body: '' }, /frozen/],
		['a wrong token', STATIC, json({ errors: 'Invalid' }, 401), /access token/],
		['no connection', STATIC, Object.assign(new Error(), { code: 'ENOTFOUND' }), /address/],
		['no connection', CLIENT, Object.assign(new Error(), { code: 'ENOTFOUND' }), /address/],
	])('tells %s in a sentence of its own', async (_, fields, answer, sentence) => {
		const { send } = scripted(answer, answer, answer, answer, answer);

		const { status, message } = await testCredential(fields, send);

		expect(status).toBe('Error');
		expect(message).toMatch(sentence);
		expect(message).not.toMatch(/the-client-secret|the-static-token/);
	});

	it.each([
		[{}, /Shop is empty/],
		[{ ...CLIENT, clientSecret: ' ' }, /Client Secret is empty/],
		[{ ...STATIC, accessToken: '' }, /Access Token is empty/],
		[{ ...STATIC, shop: 'www.harbour-goods.com' }, /not the address/],
	])('names the field that is not filled in: %j', async (fields, sentence) => {
		const { message } = await testCredential(fields, scripted().send);

		expect(message).toMatch(sentence);
	});
});

describe('the key for webhooks', () => {
	it.each([
		[CLIENT, 'the-client-secret'],
		[{ ...CLIENT, appSecret: 'another-key' }, 'another-key'],
		[{ ...STATIC, appSecret: 'another-key' }, 'another-key'],
		[STATIC, undefined],
	])('%j', (fields, key) => {
		expect(webhookSecretIn(fields)).toBe(key);
	});
});
