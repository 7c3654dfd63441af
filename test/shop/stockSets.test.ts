import {
	CAMDEN,
	change,
	itemId,
	LEEDS,
	locationId,
	openStock,
	setStock,
	unitsOf,
} from './testStock';
import type { SetOptions, SetRow } from './testStock';

const QUANTITIES = 'input.quantities.';

describe('setting quantities', () => {
	it.each([
		['on_hand', 12, [12, 2, 10], 4],
		['available', 12, [14, 2, 12], 6],
		['available', -3, [-1, 2, -3], -9],
	])('%s to %d', async (name, quantity, units, delta) => {
		const { shop, time } = openStock();
		time.now += 60_000;

		const { payload, refused, cost } = await setStock(shop, [{ sku: 'MUG', quantity }], { name });

		expect(refused).toEqual([]);
		expect(payload?.['inventoryAdjustmentGroup']).toEqual({
			reason: 'correction',
			changes: [
				{ name: 'available', delta },
				{ name: 'on_hand', delta },
			],
		});
		expect(unitsOf(shop, 'MUG')).toEqual(units);
		expect(shop.levelOf('MUG', LEEDS)?.updatedAt).toBe(time.now);
		expect(cost).toMatchObject({ requestedQueryCost: 11, actualQueryCost: 11 });
	});

	it('gives no group and writes no history if nothing changes', async () => {
		const { shop } = openStock();

		const { payload, refused } = await setStock(shop, [{ sku: 'MUG', quantity: 8, from: 8 }]);

		expect([payload?.['inventoryAdjustmentGroup'], refused]).toEqual([null, []]);
		expect(shop.changesOf('MUG', LEEDS)).toEqual([]);
	});

	it('keeps what each change was for', async () => {
		const { shop } = openStock();
		const referenceDocumentUri = 'gid://stock-feed/Run/41';

		await setStock(shop, [{ sku: 'MUG', quantity: 9 }], { key: 'run 41', referenceDocumentUri });
		shop.adjust('MUG', LEEDS, -1);

		expect(
			shop.changesOf('MUG', LEEDS).map((one) => [one.by, one.idempotencyKey, one.changes.length]),
		).toEqual([
			['inventorySetQuantities', 'run 41', 2],
			['staff', null, 2],
		]);
		expect(shop.state.adjustments[0]).toMatchObject({ reason: 'correction', referenceDocumentUri });
	});

	it.each<[string, SetRow, SetOptions, string]>([
		[
			'an unknown item',
			{ sku: 'CUP', quantity: 1 },
			{},
			'0.inventoryItemId INVALID_INVENTORY_ITEM The specified inventory item could not be found.',
		],
		[
			'an unknown location',
			{ sku: 'MUG', location: 'Hull', quantity: 1 },
			{},
			'0.locationId INVALID_LOCATION The specified location could not be found.',
		],
		[
			'a negative number on hand',
			{ sku: 'MUG', quantity: -1 },
			{},
			"0.quantity INVALID_QUANTITY_NEGATIVE The quantity can't be negative.",
		],
		[
			'too many',
			{ sku: 'MUG', quantity: 1_000_000_001 },
			{},
			"0.quantity INVALID_QUANTITY_TOO_HIGH The quantity can't be higher than 1,000,000,000.",
		],
		[
			'too few available',
			{ sku: 'MUG', quantity: -1_000_000_001 },
			{ name: 'available' },
			"0.quantity INVALID_QUANTITY_TOO_LOW The quantity can't be lower than -1,000,000,000.",
		],
		[
			'a level that has changed',
			{ sku: 'MUG', quantity: 9, from: 6 },
			{},
			'0.changeFromQuantity CHANGE_FROM_QUANTITY_STALE The changeFromQuantity argument no longer matches the persisted quantity.',
		],
		[
			'a location where the item was never stocked',
			{ sku: 'MUG', location: CAMDEN, quantity: 9 },
			{},
			'0.locationId ITEM_NOT_STOCKED_AT_LOCATION The specified inventory item is not stocked at the location.',
		],
		[
			'the parent of a bundle',
			{ sku: 'SET', quantity: 9 },
			{},
			'0.inventoryItemId NON_MUTABLE_INVENTORY_ITEM The specified inventory item is not allowed to be adjusted via API. Example: if the inventory item is a parent bundle.',
		],
	])('refuses %s, and with it the batch', async (_name, row, options, text) => {
		const { shop } = openStock();
		shop.addVariant({ sku: 'SET', bundle: true, levels: { [LEEDS]: 3 } });

		const { payload, refused } = await setStock(
			shop,
			[row, { sku: 'CANDLE', quantity: 1 }],
			options,
		);

		expect(refused).toEqual([`${QUANTITIES}${text}`]);
		expect(payload?.['inventoryAdjustmentGroup']).toBeNull();
		expect([unitsOf(shop, 'MUG'), unitsOf(shop, 'CANDLE')]).toEqual([
			[8, 2, 6],
			[5, 0, 5],
		]);
	});

	it.each<[string, SetOptions, string]>([
		['a name', { name: 'damaged' }, 'input.name INVALID_NAME'],
		['a reason', { reason: 'because' }, 'input.reason INVALID_REASON'],
		[
			'a document',
			{ referenceDocumentUri: 'run 41' },
			'input.referenceDocumentUri INVALID_REFERENCE_DOCUMENT',
		],
	])('refuses %s that is none', async (_name, options, text) => {
		const { shop } = openStock();

		const { refused } = await setStock(shop, [{ sku: 'MUG', quantity: 1 }], options);

		expect(refused).toEqual([expect.stringContaining(text)]);
	});

	it('refuses both rows for one level', async () => {
		const { shop } = openStock();
		const rows = [1, 2].map((quantity) => ({ sku: 'MUG', quantity }));

		const { refused } = await setStock(shop, rows);

		expect(refused.map((text) => text.split(' ').slice(0, 2))).toEqual([
			['input.quantities.0.locationId', 'NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR'],
			['input.quantities.1.locationId', 'NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR'],
		]);
	});

	it('refuses more than 250 rows', async () => {
		const { shop } = openStock();
		const rows = Array.from({ length: 251 }, () => ({ sku: 'MUG', quantity: 1 }));

		const { errors, payload } = await setStock(shop, rows);

		expect([errors, payload]).toEqual([
			[
				'MAX_INPUT_SIZE_EXCEEDED The input array size of 251 is greater than the maximum allowed of 250.',
			],
			null,
		]);
	});

	it('compares with what it sets: what is on hand, or what is available', async () => {
		const { shop } = openStock();

		const onHand = await setStock(shop, [{ sku: 'MUG', quantity: 9, from: 8 }]);
		const available = await setStock(shop, [{ sku: 'MUG', quantity: 4, from: 7 }], {
			name: 'available',
		});

		expect([onHand.refused, available.refused]).toEqual([[], []]);
		expect(unitsOf(shop, 'MUG')).toEqual([6, 2, 4]);
	});

	it('sets a deactivated level, which stays so', async () => {
		const { shop } = openStock();
		shop.addVariant({ sku: 'TRAY', levels: { [LEEDS]: { onHand: 4, isActive: false } } });

		expect((await setStock(shop, [{ sku: 'TRAY', quantity: 6, from: 4 }])).refused).toEqual([]);

		expect(shop.levelOf('TRAY', LEEDS)).toMatchObject({ onHand: 6, isActive: false });
	});
});

describe('what is not known of setting quantities', () => {
	const bad = [
		{ sku: 'CUP', quantity: 1 },
		{ sku: 'CANDLE', quantity: 1 },
	];

	it('the good rows of a batch', async () => {
		const { shop } = openStock({ unknowns: { setQuantities: 'goodRows' } });

		const { refused, payload } = await setStock(shop, bad);

		expect(refused).toHaveLength(1);
		expect(payload?.['inventoryAdjustmentGroup']).not.toBeNull();
		expect(unitsOf(shop, 'CANDLE')).toEqual([1, 0, 1]);
	});

	const elsewhere = [{ sku: 'MUG', location: CAMDEN, quantity: 3, from: 0 }];

	it('an item that was never stocked there, from 2026-10 on, is stocked and inactive', async () => {
		const { shop } = openStock();

		expect((await setStock(shop, elsewhere, { version: '2026-10' })).refused).toEqual([]);

		expect(shop.levelOf('MUG', CAMDEN)).toMatchObject({ onHand: 3, isActive: false });
	});

	it('or refused without a code', async () => {
		const { shop } = openStock({ unknowns: { neverStocked: 'error' } });

		const { refused } = await setStock(shop, elsewhere, { version: '2026-10' });

		expect(refused).toEqual([
			'input.quantities.0.locationId  The specified inventory item is not stocked at the location.',
		]);
		expect(shop.levelOf('MUG', CAMDEN)).toBeUndefined();
	});

	it.each([
		['sets', []],
		['refuses', [expect.stringContaining('NON_MUTABLE_INVENTORY_ITEM')]],
	] as const)('goods that are not tracked: %s', async (untracked, expected) => {
		const { shop } = openStock({ unknowns: { untracked } });
		shop.addVariant({ sku: 'CARD', tracked: false, levels: { [LEEDS]: 0 } });

		expect((await setStock(shop, [{ sku: 'CARD', quantity: 4 }])).refused).toEqual(expected);
	});
});

describe('adjusting quantities', () => {
	const ADJUST = `mutation Adjust($input: InventoryAdjustQuantitiesInput!, $key: String!) {
		inventoryAdjustQuantities(input: $input) @idempotent(key: $key) {
			inventoryAdjustmentGroup { changes { name delta item { id } location { id } } }
			userErrors { field message code }
		}
	}`;

	it.each([
		[-3, 6, [5, 2, 3], []],
		[1, null, [9, 2, 7], []],
		[1, 5, [8, 2, 6], [expect.stringContaining('input.changes.0.changeFromQuantity')]],
	])('by %d from %p', async (delta, changeFromQuantity, units, expected) => {
		const { shop } = openStock();
		const changes = [
			{
				inventoryItemId: itemId(shop, 'MUG'),
				locationId: locationId(shop, LEEDS),
				delta,
				changeFromQuantity,
			},
		];
		const input = { name: 'available', reason: 'restock', changes };

		const { refused, cost } = await change(shop, ADJUST, { input, key: 'k' });

		expect(refused).toEqual(expected);
		expect(unitsOf(shop, 'MUG')).toEqual(units);
		expect(cost.requestedQueryCost).toBe(13);
	});
});
