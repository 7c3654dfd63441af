import { ExpressionError, NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';
import { InputProblem } from '../../nodes/domain/problem';
import { failedItem, toItem } from '../../nodes/n8n/items';
import { toNodeError } from '../../nodes/n8n/nodeError';
import { ShopifyError } from '../../nodes/shopify/failure';
import type { ShopifyFailure } from '../../nodes/shopify/failure';
import { describeFailure } from '../../nodes/shopify/failureText';

const NODE: INode = {
	id: 'a4f0c1d2-0000-4000-8000-000000000001',
	name: 'Orders',
	type: 'n8n-nodes-shopify-fulfillment.shopifyFulfillmentOrders',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const SHOP = 'harbour-goods.myshopify.com';

/** Every text of the catalogue at least once, with HTTP code and cause as n8n should see them. */
const CATALOGUE: readonly (readonly [ShopifyFailure, string | null, string | undefined])[] = [
	[{ kind: 'throttled', retryAfterMs: 4200 }, '429', 'rate-limited'],
	[{ kind: 'unauthorized' }, '401', 'credential-invalid'],
	[{ kind: 'missingScope', scopes: ['read_orders'], field: 'orders' }, '403', 'credential-invalid'],
	[{ kind: 'missingScope', scopes: [], field: 'orders' }, '403', 'credential-invalid'],
	[{ kind: 'protectedData', field: 'order' }, '403', 'credential-invalid'],
	[{ kind: 'forbidden', status: 403 }, '403', 'credential-invalid'],
	[{ kind: 'forbidden', status: 430 }, '430', 'credential-invalid'],
	[
		{ kind: 'rejected', userErrors: [{ field: ['id'], message: 'Order is on hold.' }] },
		'422',
		undefined,
	],
	[{ kind: 'notFound', shop: SHOP }, '404', 'credential-invalid'],
	[{ kind: 'shopUnavailable', shop: SHOP, status: 402 }, '402', 'credential-invalid'],
	[{ kind: 'shopUnavailable', shop: SHOP, status: 423 }, '423', 'credential-invalid'],
	[{ kind: 'unavailable', status: 503, requestId: '7f3c-19' }, '503', 'temporarily-unavailable'],
	[{ kind: 'unavailable', status: 200 }, '500', 'temporarily-unavailable'],
	[{ kind: 'unreadable', what: 'it is not JSON' }, '502', 'temporarily-unavailable'],
	...[
		'ECONNREFUSED',
		'ENOTFOUND',
		'EAI_AGAIN',
		'EHOSTUNREACH',
		'ENETUNREACH',
		'ECONNRESET',
		'EPIPE',
		'ECONNABORTED',
		'ETIMEDOUT',
		'ERR_CANCELED',
		'CERT_HAS_EXPIRED',
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'SELF_SIGNED_CERT_IN_CHAIN',
		'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
		'UNKNOWN',
	].map(
		(code) => [{ kind: 'unreachable', code } as const, null, 'temporarily-unavailable'] as const,
	),
	[{ kind: 'tooExpensive', cost: 1066, maxCost: 1000 }, '400', 'configuration-invalid'],
	[{ kind: 'invalidQuery', problems: ['HTTP 413'] }, '400', 'node-defect'],
	[
		{ kind: 'ignoredFilter', filter: 'tag', warning: 'Invalid search field for this query.' },
		'400',
		'configuration-invalid',
	],
	...[
		'shop_not_permitted',
		'application_cannot_be_found',
		'app_not_installed',
		'invalid_client',
		'invalid_request',
	].map(
		(code) => [{ kind: 'oauth', code, shop: SHOP } as const, '401', 'credential-invalid'] as const,
	),
	[{ kind: 'stopped', sent: true }, null, undefined],
	[{ kind: 'stopped', sent: false }, null, undefined],
];

/** Names of system errors that n8n looks for in any message (n8n-workflow 2.40, `node.error.js`). */
const SYSTEM_ERRORS =
	/ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|ERRADDRINUSE|EADDRNOTAVAIL|ECONNABORTED|EHOSTUNREACH|EAI_AGAIN|ENOENT|EISDIR|ENOTDIR|EACCES|EEXIST|EPERM|GETADDRINFO/i;

describe('a failure at Shopify', () => {
	it.each(CATALOGUE)('becomes an error with code and cause: %j', (failure, httpCode, cause) => {
		const error = toNodeError(NODE, new ShopifyError(failure), { itemIndex: 3 });

		expect(error).toBeInstanceOf(NodeApiError);
		expect((error as NodeApiError).httpCode).toBe(httpCode);
		expect(error.failure?.cause).toBe(cause);
		expect(error.context['itemIndex']).toBe(3);
	});

	it.each(CATALOGUE)('has a text that n8n leaves alone: %j', (failure) => {
		const { message, advice } = describeFailure(failure);

		const error = toNodeError(NODE, new ShopifyError(failure));

		expect(error.message).toBe(message);
		expect(error.description).toBe(advice);
		expect(message).not.toMatch(SYSTEM_ERRORS);
	});

	it.each(CATALOGUE)('says what is wrong and what to do next, as sentences: %j', (failure) => {
		const { message, advice } = describeFailure(failure);

		expect(message).toMatch(/^[A-Z"].*[^.]$/);
		expect(advice).toMatch(/^[A-Z].*[^.]$/);
		expect(advice).not.toBe(message);
	});

	it('names the order it is about', () => {
		const error = toNodeError(NODE, new ShopifyError({ kind: 'unauthorized' }), {
			subject: 'Order #1042',
		});

		expect(error.message).toBe('Order #1042: Shopify does not accept the access token');
	});

	it('tells n8n how long to wait', () => {
		const error = toNodeError(NODE, new ShopifyError({ kind: 'throttled', retryAfterMs: 4200 }));

		expect(error.failure).toEqual({ cause: 'rate-limited', retryAfterMs: 4200 });
		expect(error.description).toContain('5 seconds');
	});

	it('is found behind what n8n wraps around the credential', () => {
		const inner = new ShopifyError({ kind: 'oauth', code: 'invalid_client', shop: SHOP });
		const wrapped = new NodeApiError(NODE, inner as never);

		const error = toNodeError(NODE, wrapped);

		expect(error.message).toBe('Shopify does not accept the Client Secret');
	});

	it('names the scope and what needs it', () => {
		const error = toNodeError(
			NODE,
			new ShopifyError({ kind: 'missingScope', scopes: ['write_inventory'], field: 'inventory' }),
		);

		expect(error.message).toContain('write_inventory');
		expect(error.description).toContain('stock');
	});
});

describe('a problem in the data', () => {
	it('becomes an error with the field and the advice', () => {
		const problem = new InputProblem('Quantity is "1,5"', {
			path: 'lines[2].quantity',
			advice: 'Enter a whole number',
		});

		const error = toNodeError(NODE, problem, { itemIndex: 7, subject: 'SKU MUG-RED' });

		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error.message).toBe('SKU MUG-RED: Quantity is "1,5"');
		expect(error.description).toBe('Enter a whole number. Field: lines[2].quantity');
		expect(error.context['itemIndex']).toBe(7);
	});

	it('keeps its words even if they hold the name of a system error', () => {
		const error = toNodeError(NODE, new InputProblem('SKU "PREEXISTING-12" is unknown'));

		expect(error.message).toBe('SKU "PREEXISTING-12" is unknown');
	});
});

describe('any other error', () => {
	it("passes through if it is n8n's, and learns its item", () => {
		const original = new NodeOperationError(NODE, 'The expression is wrong');

		const error = toNodeError(NODE, original, { itemIndex: 2 });

		expect(error).toBe(original);
		expect(error.context['itemIndex']).toBe(2);
	});

	it.each([new TypeError('x is not a function'), 'x is not a function'])(
		'is reported as a defect: %p',
		(thrown) => {
			const error = toNodeError(NODE, thrown);

			expect(error.message).toBe('x is not a function');
			expect(error.description).toContain('defect');
		},
	);

	it('names the field of an expression that n8n cannot work out', () => {
		const thrown = new ExpressionError("Referenced node doesn't exist", { parameter: 'sku' });

		expect(toNodeError(NODE, thrown).description).toBe('Correct the expression. Field: sku');
	});
});

describe('items', () => {
	it('remember the input they were made from', () => {
		expect(toItem({ sku: 'MUG-RED' }, 4)).toEqual({
			json: { sku: 'MUG-RED' },
			pairedItem: { item: 4 },
		});
		expect(toItem({}, [0, 2]).pairedItem).toEqual([{ item: 0 }, { item: 2 }]);
		expect(toItem({})).not.toHaveProperty('pairedItem');
	});

	it('that failed say why beside their own fields, which n8n adds itself for the error output', () => {
		const error = toNodeError(NODE, new InputProblem('SKU is empty'), { itemIndex: 1 });
		const input = { json: { orderNumber: '#1042' } };

		expect(failedItem(input, error, 1, 'continueRegularOutput')).toEqual({
			json: { orderNumber: '#1042', error: 'SKU is empty' },
			pairedItem: { item: 1 },
		});
		expect(failedItem(input, error, 1, 'continueErrorOutput')).toEqual({
			json: { error: 'SKU is empty' },
			pairedItem: { item: 1 },
		});
	});
});
