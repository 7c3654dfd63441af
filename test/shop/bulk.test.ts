import { ask, openShop } from './testShop';
import { download, openBulk, operation, start, VARIANTS } from './testBulk';
import type { Operation } from './testBulk';
import { LEEDS, locationId } from './testStock';

/** Carries an operation out and reads its file. */
async function rowsOf(
	{ shop, time }: ReturnType<typeof openBulk>,
	query: string,
	groupObjects = false,
): Promise<unknown[]> {
	const { bulkOperation, userErrors } = await start(shop, query, groupObjects);
	expect(userErrors).toEqual([]);
	time.now += 60_000;
	const done = await operation(shop, bulkOperation?.id ?? '');
	const answer = await download(shop, done?.url ?? '');
	expect(answer.status).toBe(200);
	expect(String(Buffer.byteLength(answer.body))).toBe(done?.fileSize);
	const rows = answer.body.split('\n').slice(0, -1);
	expect(done?.objectCount).toBe(String(rows.length));
	return rows.map((row) => JSON.parse(row) as unknown);
}

describe('a bulk operation', () => {
	it('takes a second, and one more for each 5,000 objects', async () => {
		const { shop, time } = openShop({ stock: [], catalogue: 5000 });
		const { bulkOperation } = await start(shop, VARIANTS);
		const id = bulkOperation?.id ?? '';
		const seen: (Operation | null)[] = [bulkOperation];
		for (const ms of [1000, 999, 1]) {
			time.now += ms;
			seen.push(await operation(shop, id));
		}

		expect(seen.map((one) => [one?.status, one?.objectCount, one?.completedAt])).toEqual([
			['CREATED', '0', null],
			['RUNNING', '2500', null],
			['RUNNING', '4997', null],
			['COMPLETED', '5000', '2026-11-20T08:30:02Z'],
		]);
		expect(seen.at(-1)).toMatchObject({
			rootObjectCount: '5000',
			errorCode: null,
			url: expect.stringMatching(
				/^https:\/\/harbour-goods\.myshopify\.com\/bulk\/.*\.jsonl$/,
			) as unknown,
		});
	});

	it('costs 10 points', async () => {
		const { shop } = openBulk();
		await start(shop, VARIANTS);

		expect(shop.log.at(-1)).toMatchObject({ requestedCost: 10, actualCost: 10 });
	});

	it('writes a line for each object', async () => {
		const opened = openBulk();
		const ids = [...opened.shop.state.variants.keys()];

		expect(await rowsOf(opened, VARIANTS)).toEqual([
			{ id: ids[0], sku: 'MUG', inventoryItem: { tracked: true } },
			{ id: ids[1], sku: 'CANDLE', inventoryItem: { tracked: true } },
			{ id: ids[2], sku: 'CANDLE', inventoryItem: { tracked: true } },
		]);
	});

	const NESTED = `{ productVariants(query: "sku:'MUG' OR sku:'CANDLE'") { edges { node {
		id inventoryItem { tracked inventoryLevels { edges { node { quantities(names: ["on_hand"]) { quantity } } } } }
	} } } }`;

	it.each([
		[true, [0, 8, 2, 1, 5, 2, 6]],
		[false, [0, 1, 2, 8, 2, 5, 6]],
	])('gives nested objects lines with their parent, grouped: %p', async (grouped, order) => {
		const opened = openBulk();
		const ids = [...opened.shop.state.variants.keys()];
		const parents = new Map([
			[8, ids[0]],
			[2, ids[0]],
			[5, ids[1]],
			[6, ids[2]],
		]);
		const root = (index: number) => ({ id: ids[index], inventoryItem: { tracked: true } });
		const level = (quantity: number) => ({
			quantities: [{ quantity }],
			__parentId: parents.get(quantity),
		});

		const rows = await rowsOf(opened, NESTED, grouped);

		const roots = grouped ? new Set([0, 3, 5]) : new Set([0, 1, 2]);
		expect(rows).toEqual(order.map((one, index) => (roots.has(index) ? root(one) : level(one))));
	});

	it('reads more than a page of anything', async () => {
		const opened = openBulk();
		opened.shop.stockCatalogue({ variants: 1300 });
		const id = locationId(opened.shop, LEEDS);

		const shelf = `{ location(id: "${id}") { id inventoryLevels { edges { node { id } } } } }`;
		expect(await rowsOf(opened, shelf)).toHaveLength(1 + 2 + 1300);
		expect(await rowsOf(opened, VARIANTS)).toHaveLength(1303);
	});

	it('shows the shop as it was when it began', async () => {
		const opened = openBulk();
		const query = `{ location(id: "${locationId(opened.shop, LEEDS)}") { id inventoryLevels { edges { node {
			quantities(names: ["available"]) { quantity }
		} } } } }`;
		const { bulkOperation } = await start(opened.shop, query);
		opened.shop.sell('MUG', LEEDS, 3);
		opened.time.now += 5000;
		const done = await operation(opened.shop, bulkOperation?.id ?? '');

		const { body } = await download(opened.shop, done?.url ?? '');

		expect(body).toContain('"quantity":8');
	});

	it('has no file if there is nothing in it', async () => {
		const { shop, time } = openShop({ stock: [] });
		const { bulkOperation } = await start(shop, VARIANTS);
		time.now += 5000;

		expect(await operation(shop, bulkOperation?.id ?? '')).toMatchObject({
			status: 'COMPLETED',
			objectCount: '0',
			url: null,
			fileSize: null,
		});
	});

	it('fails without the scope for what it reads', async () => {
		const { shop, time } = openBulk({ accessScopes: ['read_products'] });
		const { bulkOperation } = await start(
			shop,
			'{ inventoryItems { edges { node { id duplicateSkuCount } } } }',
		);
		time.now += 5000;

		expect(await operation(shop, bulkOperation?.id ?? '')).toMatchObject({
			status: 'FAILED',
			errorCode: 'ACCESS_DENIED',
		});
	});

	it('is one of five', async () => {
		const { shop, time } = openBulk();
		for (let index = 0; index < 5; index += 1) await start(shop, VARIANTS);

		const sixth = await start(shop, VARIANTS);
		time.now += 5000;
		const later = await start(shop, VARIANTS);

		expect(sixth.userErrors).toEqual([
			expect.objectContaining({ field: null, code: 'OPERATION_IN_PROGRESS' }),
		]);
		expect(later.userErrors).toEqual([]);
	});

	it('can be cancelled', async () => {
		const { shop, time } = openBulk();
		shop.faults.nextBulk({ kind: 'neverEnds' });
		const { bulkOperation } = await start(shop, VARIANTS);
		const id = bulkOperation?.id ?? '';
		time.now += 3_600_000;
		const running = await operation(shop, id);
		const cancel = `mutation Cancel($id: ID!) {
			bulkOperationCancel(id: $id) { bulkOperation { status } userErrors { message } }
		}`;

		const first = await ask(shop, cancel, { id });
		time.now += 1000;
		const second = await ask(shop, cancel, { id });

		expect(running?.status).toBe('RUNNING');
		expect(first.data).toEqual({
			bulkOperationCancel: { bulkOperation: { status: 'CANCELING' }, userErrors: [] },
		});
		expect((await operation(shop, id))?.status).toBe('CANCELED');
		expect(second.text).toContain('cannot be canceled when it is canceled');
	});

	it('is found in every way', async () => {
		const { shop } = openBulk();
		await start(shop, VARIANTS);
		const { bulkOperation } = await start(shop, VARIANTS);
		const id = bulkOperation?.id ?? '';

		const { data } = await ask(
			shop,
			`query Find($id: ID!) {
				node(id: $id) { ... on BulkOperation { id type query } }
				currentBulkOperation { id }
				bulkOperations(first: 1, reverse: true, query: "status:created") { nodes { id } pageInfo { hasNextPage } }
				none: bulkOperations(first: 1, query: "status:completed") { nodes { id } }
			}`,
			{ id },
		);

		expect(data).toEqual({
			node: { id, type: 'QUERY', query: VARIANTS },
			currentBulkOperation: { id },
			bulkOperations: { nodes: [{ id }], pageInfo: { hasNextPage: true } },
			none: { nodes: [] },
		});
	});
});

describe('a bulk query', () => {
	it.each([
		['', 'Invalid bulk query: syntax error, unexpected end of file'],
		['{ shop { id } }', 'Bulk queries must contain at least one connection.'],
		['{ productVariants { nodes { id } } }', "Selecting via 'nodes' is not supported."],
		['mutation { x }', 'Invalid operation type. Only `query` operations are supported.'],
		[
			'{ inventoryItems { edges { node { sku inventoryLevels { edges { node { id } } } } } } }',
			"Connection fields without 'id': inventoryItems.",
		],
		['{ productVariants { edges { node { colour } } } }', 'Invalid bulk query: Cannot query field'],
		[`{ productVariants { edges { node { id } } } } #${'x'.repeat(65_535)}`, 'too long'],
	])('%s', async (query, text) => {
		const { shop } = openBulk();

		const { bulkOperation, userErrors } = await start(shop, query);

		expect([bulkOperation, userErrors]).toEqual([
			null,
			[{ field: ['query'], message: expect.stringContaining(text) as unknown, code: 'INVALID' }],
		]);
	});
});
