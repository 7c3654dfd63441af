import { ask, names, openShop, START } from './testShop';

describe('search', () => {
	it.each([
		['', ['#1001', '#1002', '#1003']],
		['name:1002', ['#1002']],
		["name:'#1002' OR name:1003", ['#1002', '#1003']],
		['tag:express', ['#1001', '#1002']],
		['tag:EXPRESS AND NOT financial_status:pending', ['#1001']],
		['tag:express -name:1001', ['#1002']],
		["created_at:>='2026-11-20T08:30:00Z'", ['#1001', '#1002', '#1003']],
		["created_at:>'2026-11-20T08:30:00Z'", []],
		[
			'(financial_status:paid OR financial_status:pending) (name:1001 OR name:1003)',
			['#1001', '#1003'],
		],
		['colour:red', ['#1001', '#1002', '#1003']],
		['1003', ['#1003']],
	])('%s', async (query, expected) => {
		const { shop } = openShop();
		shop.placeOrder({ tags: ['Express'] });
		shop.placeOrder({ tags: ['express', 'gift'], financialStatus: 'PENDING' });
		shop.placeOrder();

		expect(await names(shop, query)).toEqual(expected);
	});

	it('warns of what it ignored', async () => {
		const { shop } = openShop();

		const answer = await ask(
			shop,
			'{ fulfillmentOrders(first: 1, query: "tag:express") { nodes { id } } }',
		);

		expect(answer.extensions?.['search']).toMatchObject([
			{ path: ['fulfillmentOrders'], warnings: [{ field: 'tag', code: 'invalid_field' }] },
		]);
	});

	it('walks all pages forward and back without a gap', async () => {
		const { shop } = openShop();
		for (let index = 0; index < 7; index += 1) shop.placeOrder();
		const walk = async (size: string, cursor: string, next: string) => {
			const seen: string[] = [];
			for (let after: string | null = null; ; ) {
				const answer = await ask(
					shop,
					`query P($c: String) { fulfillmentOrders(${size}: 3, ${cursor}: $c, sortKey: UPDATED_AT) { nodes { orderName } pageInfo { ${next} startCursor endCursor } } }`,
					{ c: after },
				);
				const page = (
					answer.data as unknown as {
						fulfillmentOrders: {
							nodes: { orderName: string }[];
							pageInfo: Record<string, string | boolean>;
						};
					}
				).fulfillmentOrders;
				seen.push(...page.nodes.map((one) => one.orderName));
				if (!page.pageInfo[next]) return seen;
				after = String(page.pageInfo[size === 'first' ? 'endCursor' : 'startCursor']);
			}
		};

		const forward = await walk('first', 'after', 'hasNextPage');
		const back = await walk('last', 'before', 'hasPreviousPage');

		expect(forward).toEqual(['#1001', '#1002', '#1003', '#1004', '#1005', '#1006', '#1007']);
		expect([...back].sort()).toEqual(forward);
	});
});

describe('scopes', () => {
	const withScopes = (accessScopes: string[]) => {
		const { shop, time } = openShop({
			accessScopes,
			locations: [
				{ name: 'Leeds Warehouse' },
				{ name: 'Parcel Partner', fulfillmentService: true },
			],
		});
		shop.placeOrder({ lines: [{ sku: 'MUG-STN-350' }] });
		shop.placeOrder({ lines: [{ sku: 'MUG-STN-350', location: 'Parcel Partner' }] });
		return { shop, time };
	};
	const LIST = '{ fulfillmentOrders(first: 5) { nodes { orderName } } }';

	it.each([
		[['read_merchant_managed_fulfillment_orders'], ['#1001']],
		[['write_third_party_fulfillment_orders'], ['#1002']],
		[['read_assigned_fulfillment_orders'], []],
	])('%p shows %p', async (scopes, expected) => {
		const { shop } = withScopes(scopes);

		const answer = await ask(shop, LIST);

		const { nodes } = (
			answer.data as unknown as { fulfillmentOrders: { nodes: { orderName: string }[] } }
		).fulfillmentOrders;
		expect(nodes.map((one) => one.orderName)).toEqual(expected);
	});

	it('denies what a scope is missing for, with its name', async () => {
		const { shop } = withScopes(['read_merchant_managed_fulfillment_orders']);

		const answer = await ask(
			shop,
			'{ currentAppInstallation { id } orders(first: 1) { nodes { id } } }',
		);

		expect(answer.errors?.[0]).toMatchObject({
			extensions: { code: 'ACCESS_DENIED' },
			path: ['orders'],
		});
		expect(answer.errors?.[0]?.message).toContain('`read_orders`');
	});

	it.each(['nullWithError', 'absentFulfillmentOrder'] as const)(
		'withholds old orders: %s',
		async (oldOrders) => {
			const { shop } = openShop({ unknowns: { oldOrders } });
			const old = shop.placeOrder({ createdAt: START - 61 * 86_400_000 });

			const list = await names(shop, '');
			const answer = await ask(
				shop,
				'query R($id: ID!) { fulfillmentOrder(id: $id) { id order { id } } }',
				{ id: old.fulfillmentOrders[0]?.id },
			);

			expect(list).toEqual([]);
			expect(answer.data).toEqual({ fulfillmentOrder: null });
			expect(answer.errors?.length ?? 0).toBe(oldOrders === 'nullWithError' ? 1 : 0);
		},
	);
});
