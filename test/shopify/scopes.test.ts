import {
	credentialProblem,
	missingScopes,
	parseUses,
	USES,
	whatScopeIsFor,
} from '../../nodes/shopify/scopes';

const ORDERS = [
	'read_orders',
	'write_orders',
	'read_merchant_managed_fulfillment_orders',
	'write_merchant_managed_fulfillment_orders',
	'read_locations',
	'read_products',
];

describe('missingScopes', () => {
	it('finds nothing missing for what the credential is used for', () => {
		expect(missingScopes(ORDERS, ['orders', 'shipments'])).toEqual([]);
	});

	it.each(ORDERS.filter((scope) => scope.startsWith('write_') || /locations|products/.test(scope)))(
		'misses %s for orders',
		(scope) => {
			const granted = ORDERS.filter((other) => other !== scope);

			const missing = missingScopes(granted, ['orders']);

			expect(missing).toHaveLength(1);
			expect(missing[0]?.anyOf).toContain(scope);
		},
	);

	it('takes a write scope for the read scope of the same name', () => {
		const granted = ['write_inventory', 'write_products', 'read_locations'];

		expect(missingScopes(granted, ['stock'])).toEqual([]);
	});

	it('does not take a read scope for a write scope', () => {
		const granted = ['read_inventory', 'read_products', 'read_locations'];

		expect(missingScopes(granted, ['stock']).map(({ anyOf }) => anyOf)).toEqual([
			['write_inventory'],
		]);
	});

	it('is content with third-party fulfillment orders', () => {
		const granted = ['read_orders', 'read_locations', 'write_third_party_fulfillment_orders'];

		expect(missingScopes(granted, ['shipments'])).toEqual([]);
	});

	it('names a scope once, with everything that it costs', () => {
		const [orders] = missingScopes([], USES).filter(({ anyOf }) => anyOf.includes('read_orders'));

		expect(orders?.without).toHaveLength(2);
	});
});

describe('credentialProblem', () => {
	it('is none if nothing is missing', () => {
		expect(credentialProblem(ORDERS, ['orders'])).toBeUndefined();
		expect(credentialProblem([], [])).toBeUndefined();
	});

	it('names the scope, the loss and the way out', () => {
		const granted = ORDERS.filter((scope) => scope !== 'write_orders');

		const problem = credentialProblem(granted, ['orders']);

		expect(problem).toContain('write_orders (without it the handover of an order');
		expect(problem).toContain('Used For');
	});
});

describe('whatScopeIsFor', () => {
	it.each([
		['write_inventory', 'stock'],
		['read_products', 'orders, stock'],
		['read_all_orders', 'orders that are older than 60 days'],
		['read_themes', undefined],
	])('%s: %s', (scope, purpose) => {
		expect(whatScopeIsFor(scope)).toBe(purpose);
	});
});

describe('parseUses', () => {
	it.each([
		[
			['stock', 'orders', 'returns'],
			['orders', 'stock'],
		],
		[[], []],
		[undefined, [...USES]],
		['orders', [...USES]],
	])('%j', (entered, uses) => {
		expect(parseUses(entered)).toEqual(uses);
	});
});
