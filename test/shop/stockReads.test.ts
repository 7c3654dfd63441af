import type { DemoShop, DemoShopOptions } from './index';
import { CAMDEN, itemId, LEEDS, locationId, openStock } from './testStock';
import { ask, openShop } from './testShop';

type Fields = Record<string, unknown>;

async function read(
	shop: DemoShop,
	query: string,
	variables: Fields = {},
): Promise<Fields & { readonly errors?: readonly string[] }> {
	const { data, errors } = await ask(shop, query, variables);
	return errors ? { errors: errors.map(({ message }) => message) } : { ...data };
}

const FIND = `query Find($query: String, $after: String) {
	productVariants(first: 250, query: $query, after: $after) {
		edges { cursor node { sku } }
		pageInfo { hasNextPage endCursor }
	}
}`;

async function skus(shop: DemoShop, query: string): Promise<(string | null)[]> {
	const { productVariants } = (await read(shop, FIND, { query })) as {
		productVariants: { edges: { node: { sku: string | null } }[] };
	};
	return productVariants.edges.map(({ node }) => node.sku);
}

describe('the search of variants', () => {
	function withSkus(options: DemoShopOptions = {}): DemoShop {
		const { shop } = openShop({ stock: [], ...options });
		for (const sku of ['A-1', 'a-1', 'A-10', 'B-A-1', 'A-1-X', 'A 1', 'C-7', "O'NEIL\\9", 'A-1']) {
			shop.addVariant({ sku, barcode: `50${sku}` });
		}
		shop.addVariant({ barcode: '5021000000015' });
		return shop;
	}

	it.each<[string, readonly (string | null)[]]>([
		["sku:'A-1'", ['A-1', 'a-1', 'B-A-1', 'A-1-X', 'A 1', 'A-1']],
		['sku:A-1', ['A-1', 'a-1', 'B-A-1', 'A-1-X', 'A 1', 'A-1']],
		["sku:'1-A'", []],
		['sku:1-A', ['A-1', 'a-1', 'B-A-1', 'A-1-X', 'A 1', 'A-1']],
		['sku:A-1*', ['A-1', 'a-1', 'A-10', 'A-1-X', 'A-1']],
		["sku:'A-1*'", ['A-1', 'a-1', 'A-10', 'A-1-X', 'A-1']],
		["sku:'C-7' OR sku:'A-10' OR sku:'none'", ['A-10', 'C-7']],
		["sku:'O\\'NEIL\\\\9'", ["O'NEIL\\9"]],
		["barcode:'5021000000015'", [null]],
		["sku:'C-7' AND barcode:'50C-7'", ['C-7']],
		["sku:'C-7' AND NOT barcode:'50C-7'", []],
		["sku:'C-7' OR colour:red", ['C-7']],
	])('%s', async (query, expected) => {
		expect(await skus(withSkus(), query)).toEqual(expected);
	});

	it('looks at letter case if Shopify does', async () => {
		const shop = withSkus({ unknowns: { skuSearch: 'exactCase' } });

		expect(await skus(shop, "sku:'a-1'")).toEqual(['a-1']);
	});

	it('finds a changed SKU', async () => {
		const shop = withSkus();
		await skus(shop, "sku:'C-7'");
		const id = itemId(shop, 'C-7');

		const answer = await read(
			shop,
			`mutation Rename($id: ID!) {
				inventoryItemUpdate(id: $id, input: { sku: "C-8", tracked: false }) {
					inventoryItem { sku tracked } userErrors { field message }
				}
			}`,
			{ id },
		);

		expect(answer).toEqual({
			inventoryItemUpdate: { inventoryItem: { sku: 'C-8', tracked: false }, userErrors: [] },
		});
		expect([await skus(shop, "sku:'C-7'"), await skus(shop, "sku:'C-8'")]).toEqual([[], ['C-8']]);
	});

	it.each([
		['inventory_quantity:<6', ['CANDLE']],
		['inventory_quantity:6', ['MUG']],
		['title:none', []],
		['vendor:"Harbour Goods"', ['MUG', 'CANDLE']],
		["updated_at:>'2026-11-20T08:30:00Z'", []],
	])('%s', async (query, expected) => {
		expect(await skus(openStock().shop, query)).toEqual(expected);
	});

	it('knows where goods are stocked', async () => {
		const { shop } = openStock();
		shop.addVariant({ sku: 'TRAY', levels: { [CAMDEN]: 4 } });
		const legacyId = locationId(shop, CAMDEN).split('/').at(-1) ?? '';

		expect(await skus(shop, `location_id:${legacyId}`)).toEqual(['TRAY']);
	});
});

describe('pages of variants', () => {
	it('go through all of them by id, with a cursor at each', async () => {
		const { shop } = openShop({ stock: [], catalogue: 600 });
		const found: (string | null)[] = [];
		let after: string | null = null;
		for (let more = true; more; ) {
			const { productVariants } = (await read(shop, FIND, { after })) as {
				productVariants: {
					edges: { cursor: string; node: { sku: string } }[];
					pageInfo: { hasNextPage: boolean; endCursor: string };
				};
			};
			const { edges, pageInfo } = productVariants;
			found.push(...edges.map(({ node }) => node.sku));
			expect(edges.at(-1)?.cursor).toBe(pageInfo.endCursor);
			after = pageInfo.endCursor;
			more = pageInfo.hasNextPage;
		}

		expect(found).toEqual([...shop.state.variants.values()].map(({ sku }) => sku));
		expect(new Set(found).size).toBe(600);
	});

	it('end at 25,000', async () => {
		const { shop } = openShop({ stock: [], catalogue: 25_300, throttle: false });
		const last = [...shop.state.variants.values()][25_000];
		const value = last?.legacyId ?? 0;
		const cursor = { last_id: value, last_value: value };
		const after = Buffer.from(JSON.stringify(cursor)).toString('base64');

		expect((await read(shop, FIND, { after })).errors?.[0]).toContain('25000');
	});
});

describe('items and levels', () => {
	const ITEM = `query Item($id: ID!, $location: ID!) {
		inventoryItem(id: $id) {
			sku tracked duplicateSkuCount
			variant { sku inventoryQuantity requiresComponents }
			inventoryLevel(locationId: $location) { isActive }
			any: inventoryLevel(locationId: $location, includeInactive: true) {
				id isActive quantities(names: ["available", "on_hand", "committed"]) { name quantity updatedAt }
			}
			inventoryLevels(first: 5) { edges { node { location { name } } } }
			all: inventoryLevels(first: 5, includeInactive: true) { nodes { location { name } item { id } } }
		}
	}`;

	it('show what is active, and the rest on demand', async () => {
		const { shop } = openStock();
		shop.addVariant({
			sku: 'MUG',
			levels: { [LEEDS]: { onHand: 3, isActive: false }, [CAMDEN]: 4 },
		});
		const second = [...shop.state.variants.values()].at(-1);
		const id = second?.inventoryItemId ?? '';
		shop.sell(id, LEEDS, 1);

		const { inventoryItem } = await read(shop, ITEM, { id, location: locationId(shop, LEEDS) });

		expect(inventoryItem).toEqual({
			sku: 'MUG',
			tracked: true,
			duplicateSkuCount: 1,
			variant: { sku: 'MUG', inventoryQuantity: 4, requiresComponents: false },
			inventoryLevel: null,
			any: {
				id: expect.stringMatching(
					/^gid:\/\/shopify\/InventoryLevel\/\d+\?inventory_item_id=\d+$/,
				) as unknown,
				isActive: false,
				quantities: [
					{ name: 'available', quantity: 2, updatedAt: '2026-11-20T08:30:00Z' },
					{ name: 'on_hand', quantity: 3, updatedAt: null },
					{ name: 'committed', quantity: 1, updatedAt: null },
				],
			},
			inventoryLevels: { edges: [{ node: { location: { name: CAMDEN } } }] },
			all: {
				nodes: [
					{ location: { name: LEEDS }, item: { id } },
					{ location: { name: CAMDEN }, item: { id } },
				],
			},
		});
	});

	it('have no level where they were never stocked', async () => {
		const { shop } = openStock();
		const id = itemId(shop, 'MUG');

		const { inventoryItem } = await read(shop, ITEM, { id, location: locationId(shop, CAMDEN) });

		expect(inventoryItem).toMatchObject({ inventoryLevel: null, any: null });
	});

	it('are found as nodes', async () => {
		const { shop } = openStock();
		const id = itemId(shop, 'MUG');
		const level = await read(
			shop,
			'query L($id: ID!, $l: ID!) { inventoryItem(id: $id) { inventoryLevel(locationId: $l) { id } } }',
			{ id, l: locationId(shop, LEEDS) },
		);
		const levelId = (level['inventoryItem'] as { inventoryLevel: { id: string } }).inventoryLevel
			.id;
		const variantId = shop.state.variantsBySku.get('MUG')?.id;

		const answer = await read(
			shop,
			`query Nodes($ids: [ID!]!, $id: ID!) {
				nodes(ids: $ids) {
					__typename
					... on InventoryItem { sku }
					... on InventoryLevel { quantities(names: ["reserved"]) { quantity } }
					... on ProductVariant { sku }
				}
				inventoryLevel(id: $id) { item { sku } }
			}`,
			{ ids: [id, levelId, variantId, 'gid://shopify/InventoryItem/1'], id: levelId },
		);

		expect(answer).toEqual({
			nodes: [
				{ __typename: 'InventoryItem', sku: 'MUG' },
				{ __typename: 'InventoryLevel', quantities: [{ quantity: 0 }] },
				{ __typename: 'ProductVariant', sku: 'MUG' },
				null,
			],
			inventoryLevel: { item: { sku: 'MUG' } },
		});
	});

	it('refuse an unknown name of a quantity', async () => {
		const { shop } = openStock();

		const { errors } = await read(
			shop,
			'{ inventoryItems(first: 1) { nodes { inventoryLevels(first: 1) { nodes { quantities(names: ["free"]) { quantity } } } } } }',
		);

		expect(errors?.[0]).toContain("'free'");
	});

	it('are listed by location and searched by item', async () => {
		const { shop } = openStock();
		shop.addVariant({ sku: 'TRAY', levels: { [LEEDS]: { onHand: 4, isActive: false } } });
		const number = itemId(shop, 'TRAY').split('/').at(-1) ?? '';

		const answer = await read(
			shop,
			`query Shelf($id: ID!, $query: String!, $item: ID!) {
				location(id: $id) {
					inventoryLevels(first: 1) { nodes { item { sku } } pageInfo { hasNextPage } }
					all: inventoryLevels(first: 5, includeInactive: true) { nodes { item { sku } } }
					one: inventoryLevels(first: 5, includeInactive: true, query: $query) { nodes { item { sku } } }
					inventoryLevel(inventoryItemId: $item) { isActive }
				}
			}`,
			{
				id: locationId(shop, LEEDS),
				query: `inventory_item_id:${number}`,
				item: itemId(shop, 'MUG'),
			},
		);

		const of = (...found: readonly string[]) => found.map((sku) => ({ item: { sku } }));
		expect(answer['location']).toEqual({
			inventoryLevels: { nodes: of('MUG'), pageInfo: { hasNextPage: true } },
			all: { nodes: of('MUG', 'CANDLE', 'TRAY') },
			one: { nodes: of('TRAY') },
			inventoryLevel: { isActive: true },
		});
	});

	it('cost as connections do, whether nodes or edges are selected', async () => {
		const { shop } = openStock();
		const cost = async (selection: string): Promise<unknown> => {
			const answer = await ask(shop, `{ productVariants(first: 250) { ${selection} } }`);
			return answer.extensions?.['cost'];
		};

		const expected = { requestedQueryCost: 24 };
		expect(await cost('nodes { id inventoryItem { id } }')).toMatchObject(expected);
		expect(await cost('edges { node { id inventoryItem { id } } }')).toMatchObject(expected);
	});
});

it('a catalogue has SKUs and barcodes of its own, and is the same each time', () => {
	const [first, second] = [openShop({ catalogue: 300 }).shop, openShop({ catalogue: 300 }).shop];
	const rows = (shop: DemoShop) =>
		[...shop.state.stock.values()].map(({ variant, onHand }) => [
			variant.sku,
			variant.barcode,
			onHand,
		]);
	const variants = [...first.state.variants.values()].slice(-300);

	expect(rows(first)).toEqual(rows(second));
	expect(new Set(variants.map(({ sku }) => sku)).size).toBe(300);
	expect(variants.every(({ barcode }) => /^\d{13}$/.test(barcode ?? ''))).toBe(true);
	expect(first.levelOf(variants[0]?.sku ?? '', CAMDEN)).toBeUndefined();
});

it('a catalogue can be added at several locations', () => {
	const { shop } = openShop({ stock: [] });
	const [sku = ''] = shop.stockCatalogue({ variants: 8, locations: [LEEDS, CAMDEN] });

	expect([shop.levelOf(sku, LEEDS), shop.levelOf(sku, CAMDEN)]).not.toContain(undefined);
});
