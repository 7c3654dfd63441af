import {
	ShopifyError,
	failureIn,
	shopifyDidNothing,
	userErrorsOf,
} from '../../nodes/shopify/failure';
import { connectionFailure } from '../../nodes/shopify/connectionFailure';
import { SHOP_INFO } from '../../nodes/shopify/operations/shopInfo';
import { broken, clientOver, failureOf, graphQl, scriptedFetch, text } from './scriptedFetch';

const SHOP = 'harbour-goods.myshopify.com';

/** What a client fails with when Shopify answers so. */
async function failureFor(answer: Response): Promise<unknown> {
	const { client } = clientOver(scriptedFetch(answer).fetch, { deadline: 0 });
	return await failureOf(client.run(SHOP_INFO, {}, { repeat: 'once' }));
}

describe('an HTTP status', () => {
	it.each([
		[401, '{"errors":"[API] Invalid API key or access token"}', { kind: 'unauthorized' }],
		[402, 'Unavailable Shop', { kind: 'shopUnavailable', shop: SHOP, status: 402 }],
		[403, '{"errors":"Forbidden"}', { kind: 'forbidden', status: 403 }],
		[
			403,
			'{"errors":"This app is not approved to access the Order object"}',
			{ kind: 'protectedData', field: 'Order' },
		],
		[404, '<html>Store unavailable</html>', { kind: 'notFound', shop: SHOP }],
		[404, '{"errors":"Not Found"}', { kind: 'notFound', shop: SHOP }],
		[302, '', { kind: 'notFound', shop: SHOP }],
		[413, '', { kind: 'invalidQuery', problems: ['HTTP 413'] }],
		[423, '', { kind: 'shopUnavailable', shop: SHOP, status: 423 }],
		[429, '{"errors":"Too many requests"}', { kind: 'throttled', retryAfterMs: 2000 }],
		[430, '', { kind: 'forbidden', status: 430 }],
		[500, '', { kind: 'unavailable', status: 500 }],
		[504, '<html>', { kind: 'unavailable', status: 504 }],
	])('%d with %s', async (status, body, failure) => {
		await expect(failureFor(text(body, {}, status))).resolves.toEqual(failure);
	});

	it('keeps the request id and the wait that Shopify asks for', async () => {
		const answer = text('', { 'X-Request-ID': '7f3c-19', 'Retry-After': '4' }, 503);

		await expect(failureFor(answer)).resolves.toEqual({
			kind: 'unavailable',
			status: 503,
			retryAfterMs: 4000,
			requestId: '7f3c-19',
		});
	});
});

describe('a GraphQL error', () => {
	const rejected = (message: string, field: string[] | null, code: string | null): object => ({
		kind: 'rejected',
		userErrors: [{ field, message, code }],
	});

	it.each([
		[
			{
				message: 'Query cost is 1066, which exceeds the single query max cost limit (1000).',
				extensions: { code: 'MAX_COST_EXCEEDED', cost: 1066, maxCost: 1000 },
			},
			{ kind: 'tooExpensive', cost: 1066, maxCost: 1000 },
		],
		[
			{
				message: 'Internal error. Looks like something went wrong on our end.',
				extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: '0c1d-77' },
			},
			{ kind: 'unavailable', status: 200, requestId: '0c1d-77' },
		],
		[
			{
				message: "Field 'code' doesn't exist on type 'UserError'",
				path: ['mutation Ship', 'fulfillmentCreate', 'userErrors', 'code'],
				extensions: { code: 'undefinedField' },
			},
			{ kind: 'invalidQuery', problems: ["Field 'code' doesn't exist on type 'UserError'"] },
		],
		[
			{
				message: 'Variable $input was provided invalid value',
				extensions: {
					code: 'INVALID_VARIABLE',
					value: { address1: '12 Quay Street' },
					problems: [{ path: ['quantities', 0], explanation: 'Field is not defined' }],
				},
			},
			{ kind: 'invalidQuery', problems: ['quantities.0: Field is not defined'] },
		],
		[
			{
				message: 'Invalid id: gid://shopify/FulfillmentOrder/0',
				path: ['fulfillmentOrderHold'],
				extensions: { code: 'RESOURCE_NOT_FOUND' },
			},
			rejected(
				'Invalid id: gid://shopify/FulfillmentOrder/0',
				['fulfillmentOrderHold'],
				'RESOURCE_NOT_FOUND',
			),
		],
		[
			{ message: 'The api_client is not associated with any fulfillment service.' },
			rejected('The api_client is not associated with any fulfillment service.', null, null),
		],
	])('%j', async (error, failure) => {
		await expect(failureFor(graphQl({ data: null, errors: [error] }))).resolves.toEqual(failure);
	});

	it('is read even if Shopify sends it as plain text', async () => {
		const answer = graphQl({ errors: 'Something is wrong' });

		await expect(failureFor(answer)).resolves.toEqual(rejected('Something is wrong', null, null));
	});
});

describe('connectionFailure', () => {
	/** As n8n wraps what its HTTP helper throws. */
	function wrapped(cause: Error, more: object = {}): Error {
		return Object.assign(new Error('The service failed', { cause }), more);
	}

	it.each([
		['ECONNRESET', wrapped(broken('ECONNRESET'))],
		['ECONNREFUSED', broken('ECONNREFUSED')],
		['ETIMEDOUT', wrapped(wrapped(broken('ETIMEDOUT')))],
	])('finds %s behind what n8n wraps around it', (code, error) => {
		expect(connectionFailure(error)).toEqual({ kind: 'unreachable', code });
	});

	it('reads a 401 that stayed after the token was renewed', () => {
		const error = wrapped(new Error('Request failed'), { httpCode: '401' });

		expect(connectionFailure(error)).toEqual({ kind: 'unauthorized' });
	});

	it('finds what the credential failed with', () => {
		const failure = { kind: 'oauth', code: 'invalid_client', shop: SHOP } as const;

		expect(connectionFailure(wrapped(new ShopifyError(failure)))).toEqual(failure);
	});

	it('keeps tokens out of what it cannot classify', () => {
		const token = `shpat_${'0123456789abcdef'.repeat(2)}`;

		const failure = connectionFailure(new Error(`Domain not allowed: ${token}`));

		expect(failure).toEqual({
			kind: 'unreachable',
			code: 'UNKNOWN',
			detail: 'Domain not allowed: ***',
		});
	});

	it.each([undefined, null, 'broken', 42, {}])('survives %p', (error) => {
		expect(connectionFailure(error).kind).toBe('unreachable');
	});

	it('does not run in circles', () => {
		const error = new Error('round and round');
		error.cause = error;

		expect(failureIn(error)).toBeUndefined();
	});
});

describe('shopifyDidNothing', () => {
	it.each([
		[{ kind: 'throttled', retryAfterMs: 1000 }, true],
		[{ kind: 'rejected', userErrors: [] }, true],
		[{ kind: 'unreachable', code: 'ENOTFOUND' }, true],
		[{ kind: 'unreachable', code: 'ECONNRESET' }, false],
		[{ kind: 'unavailable', status: 500 }, false],
		[{ kind: 'unreadable', what: 'it is not JSON' }, false],
		[{ kind: 'stopped', sent: true }, false],
		[{ kind: 'stopped', sent: false }, true],
	] as const)('%j: %s', (failure, nothing) => {
		expect(shopifyDidNothing(failure)).toBe(nothing);
	});
});

describe('userErrorsOf', () => {
	const error = { field: null, message: 'Order is already cancelled' };

	it.each([
		[{ fulfillment: {}, userErrors: [] }, []],
		[{ fulfillment: null, userErrors: [error] }, [error]],
		[{ job: null, orderCancelUserErrors: [error], userErrors: [] }, [error]],
	])('finds the complaints in %j', (payload, errors) => {
		expect(userErrorsOf(payload)).toEqual(errors);
	});

	it('takes a missing payload for a complaint', () => {
		expect(userErrorsOf(null)).toHaveLength(1);
	});
});
