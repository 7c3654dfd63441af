import type { DemoShop } from './index';
import { CAMDEN, change, itemId, LEEDS, locationId, openStock, unitsOf } from './testStock';

const ACTIVATE = `mutation Activate($item: ID!, $location: ID!, $available: Int, $onHand: Int, $key: String!) {
	inventoryActivate(inventoryItemId: $item, locationId: $location, available: $available, onHand: $onHand)
		@idempotent(key: $key) {
		inventoryLevel { id isActive }
		userErrors { field message }
	}
}`;

const DEACTIVATE = `mutation Deactivate($id: ID!) {
	inventoryDeactivate(inventoryLevelId: $id) { userErrors { field message } }
}`;

let lastKey = 0;

function activate(
	shop: DemoShop,
	location: string,
	quantities: { readonly available?: number; readonly onHand?: number } = {},
	sku = 'MUG',
) {
	lastKey += 1;
	const ids = { item: itemId(shop, sku), location: locationId(shop, location) };
	return change(shop, ACTIVATE, { ...ids, ...quantities, key: `key ${String(lastKey)}` });
}

async function deactivate(shop: DemoShop, location: string) {
	const { payload } = await activate(shop, location);
	const { id } = payload?.['inventoryLevel'] as { id: string };
	return change(shop, DEACTIVATE, { id });
}

describe('activating', () => {
	it.each([
		[{}, [0, 0, 0]],
		[{ available: 7 }, [7, 0, 7]],
		[{ onHand: 7 }, [7, 0, 7]],
	])('stocks the item with %j', async (quantities, units) => {
		const { shop } = openStock();

		const { refused, payload, cost } = await activate(shop, CAMDEN, quantities);

		expect([refused, unitsOf(shop, 'MUG', CAMDEN)]).toEqual([[], units]);
		expect(payload?.['inventoryLevel']).toMatchObject({ isActive: true });
		expect(cost).toMatchObject({ requestedQueryCost: 10 });
		expect(shop.changesOf('MUG', CAMDEN)).toHaveLength(units[0] === 0 ? 0 : 1);
	});

	it('does nothing where the item is active', async () => {
		const { shop } = openStock();

		expect((await activate(shop, LEEDS)).refused).toEqual([]);
		expect((await activate(shop, LEEDS, { available: 1 })).refused).toEqual([
			'available  Not allowed to set available quantity when the item is already active at the location.',
		]);
		expect(unitsOf(shop, 'MUG')).toEqual([8, 2, 6]);
	});

	it('counts what was sold before', async () => {
		const { shop } = openStock();
		shop.sell('MUG', CAMDEN, 3);

		await activate(shop, CAMDEN, { available: 7 });

		expect(unitsOf(shop, 'MUG', CAMDEN)).toEqual([10, 3, 7]);
	});

	it.each([
		[
			'Hull',
			'MUG',
			"locationId  The product couldn't be stocked because the location wasn't found.",
		],
		[
			CAMDEN,
			'CUP',
			"inventoryItemId  The product couldn't be stocked because the product wasn't found.",
		],
	])('refuses %s for %s', async (location, sku, text) => {
		expect((await activate(openStock().shop, location, {}, sku)).refused).toEqual([text]);
	});
});

describe('deactivating', () => {
	it('keeps the quantities, for when the item is activated again', async () => {
		const { shop } = openStock();
		await activate(shop, CAMDEN, { onHand: 5 });

		expect((await deactivate(shop, CAMDEN)).refused).toEqual([]);
		const inactive = shop.levelOf('MUG', CAMDEN);
		await activate(shop, CAMDEN);

		expect(inactive).toMatchObject({ onHand: 5, isActive: false });
		expect(shop.levelOf('MUG', CAMDEN)).toMatchObject({ onHand: 5, isActive: true });
	});

	it.each([
		['units are committed', LEEDS, 'committed units'],
		['the item is stocked nowhere else', CAMDEN, 'minimum of 1 location'],
	])('is refused where %s', async (_name, location, text) => {
		const { shop } = openStock();
		await activate(shop, CAMDEN);
		if (location === CAMDEN) {
			for (const { id } of shop.state.orders.values()) shop.cancelOrder(id);
			expect((await deactivate(shop, LEEDS)).refused).toEqual([]);
		}

		expect((await deactivate(shop, location)).refused).toEqual([expect.stringContaining(text)]);
	});
});
