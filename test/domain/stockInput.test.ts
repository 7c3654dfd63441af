import { InputProblem } from '../../nodes/domain/problem';
import type { StockFields, StockInputRules } from '../../nodes/domain/stockInput';
import { isUnusable, readStockInput } from '../../nodes/domain/stockInput';
import type { StockRow, UnusableRow } from '../../nodes/domain/stockRow';

const FIELDS: StockFields = {
	identifier: 'MUG-BLUE',
	quantity: 12,
	location: undefined,
	safetyStock: undefined,
};

/** Reads item 3: twelve mugs by SKU, at the location of the whole feed, but for the changes. */
function read(
	changes: Partial<StockFields> = {},
	reading: Partial<StockInputRules> = {},
): StockRow | UnusableRow {
	return readStockInput({ ...FIELDS, ...changes }, 3, {
		identifyBy: 'sku',
		hasLocations: false,
		negatives: 'zero',
		...reading,
	});
}

/** What is wrong and what to do, of a row that cannot be used. */
function problemOf(row: StockRow | UnusableRow): string {
	if (!isUnusable(row)) throw new Error(`Item ${row.item} can be used`);
	expect(row.problem).toBeInstanceOf(InputProblem);
	return `${row.problem.message}. ${row.problem.advice ?? ''}`;
}

test('an item is one stock level', () => {
	expect(read({ location: 'not looked at' })).toEqual({
		item: 3,
		identifier: 'MUG-BLUE',
		location: null,
		quantity: 12,
		safetyStock: 0,
	});
});

describe('Quantity', () => {
	test.each([
		[12, 12],
		['12', 12],
		[' 12 ', 12],
		[12.0, 12],
		['12.0', 12],
		['12.00000', 12],
		['0012', 12],
		['1200.000', 1200],
		[0, 0],
		['0', 0],
		['0.000', 0],
		[-0, 0],
		['-0', 0],
		[1_000_000_000, 1_000_000_000],
	])('%p is %p', (given, quantity) => {
		const row = read({ quantity: given });
		expect(row).toMatchObject({ quantity });
		expect(Object.is((row as StockRow).quantity, -0)).toBe(false);
	});

	const NOT_WHOLE = 'which is not a whole number. Give the units in stock as a number without';
	test.each([
		['1,5', `Quantity is "1,5" for item 3, ${NOT_WHOLE} separators, such as 12`],
		['1.5', `Quantity is "1.5" for item 3, ${NOT_WHOLE}`],
		[1.5, `Quantity is 1.5 for item 3, ${NOT_WHOLE}`],
		['-1,5', `Quantity is "-1,5" for item 3, ${NOT_WHOLE}`],
		[-1.5, `Quantity is -1.5 for item 3, ${NOT_WHOLE}`],
		[NaN, `Quantity is NaN for item 3, ${NOT_WHOLE}`],
		['NaN', `Quantity is "NaN" for item 3, ${NOT_WHOLE}`],
		[Infinity, `Quantity is Infinity for item 3, ${NOT_WHOLE}`],
		[1e99, `Quantity is 1e+99 for item 3, ${NOT_WHOLE}`],
		[-1e99, `Quantity is -1e+99 for item 3, ${NOT_WHOLE}`],
		['1e3', `Quantity is "1e3" for item 3, ${NOT_WHOLE}`],
		['0x10', `Quantity is "0x10" for item 3, ${NOT_WHOLE}`],
		['1 200', `Quantity is "1 200" for item 3, ${NOT_WHOLE}`],
		["1'200", `Quantity is "1'200" for item 3, ${NOT_WHOLE}`],
		['12 pcs', `Quantity is "12 pcs" for item 3, ${NOT_WHOLE}`],
		['3-', `Quantity is "3-" for item 3, ${NOT_WHOLE}`],
		['> 10', `Quantity is "> 10" for item 3, ${NOT_WHOLE}`],
		[true, `Quantity is true for item 3, ${NOT_WHOLE}`],
		[{ units: 12 }, `Quantity is an object for item 3, ${NOT_WHOLE}`],
		[[12], `Quantity is a list for item 3, ${NOT_WHOLE}`],
		['1.000', 'Quantity is "1.000" for item 3, which is either 1 or 1000.'],
		['-12.000', 'Quantity is "-12.000" for item 3, which is either -12 or -12000.'],
		[1_000_000_001, 'more than the 1000000000 units that Shopify takes. Correct the figure'],
		['', 'Quantity is empty for item 3. Give the units in stock'],
		['  ', 'Quantity is empty for item 3.'],
		[null, 'Quantity is empty for item 3.'],
		[undefined, 'Quantity is empty for item 3.'],
		[false, 'Quantity is empty for item 3.'],
	])('%p is refused, and shown', (given, text) => {
		const row = read({ quantity: given });
		expect(row).toMatchObject({ item: 3, identifier: 'MUG-BLUE', location: null, isBlank: false });
		expect(problemOf(row)).toContain(text);
	});

	test.each([[-3], ['-3'], [' -3 '], ['-3.0'], ['\u22123']])(
		'%p is 0, or refused if so chosen',
		(given) => {
			expect(read({ quantity: given })).toMatchObject({ quantity: 0 });
			const problem = problemOf(read({ quantity: given }, { negatives: 'reject' }));
			expect(problem).toMatch(/^Quantity is .*3.* for item 3, which is below 0\. .*Negative/);
		},
	);
});

describe('SKU', () => {
	test.each([
		['MUG-BLUE', 'MUG-BLUE'],
		['  MUG-BLUE\t', 'MUG-BLUE'],
		['MUG  BLUE 350', 'MUG  BLUE 350'],
		['007', '007'],
		[4711, '4711'],
		[12.5, '12.5'],
		['0', '0'],
		['n/a', 'n/a'],
		[Number.MAX_SAFE_INTEGER, '9007199254740991'],
	])('%p is the text %p', (given, identifier) => {
		expect(read({ identifier: given })).toMatchObject({ identifier });
	});

	test.each([[undefined], [null], [''], ['   '], [false]])('%p is empty', (given) => {
		const row = read({ identifier: given });
		expect(row).toMatchObject({ identifier: null, isBlank: false });
		expect(problemOf(row)).toMatch(
			/^SKU is empty for item 3\. Map SKU to the field of the item .* in Identify Goods By$/,
		);
	});

	test.each([
		[2 ** 53, 'SKU is 9007199254740992 for item 3, which is not a SKU. Give the SKU as a text'],
		[NaN, 'SKU is NaN for item 3, which is not a SKU.'],
		[true, 'SKU is true for item 3, which is not a SKU.'],
		[{ sku: 'MUG-BLUE' }, 'SKU is an object for item 3, which is not a SKU.'],
		[['MUG-BLUE'], 'SKU is a list for item 3, which is not a SKU.'],
	])('%p is refused', (given, text) => {
		const row = read({ identifier: given });
		expect(row).toMatchObject({ identifier: null });
		expect(problemOf(row)).toContain(text);
	});
});

describe('Barcode', () => {
	test.each([
		['0012345678905', '0012345678905'],
		[' 4006381333931 ', '4006381333931'],
		[4006381333931, '4006381333931'],
	])('%p is the text %p', (given, identifier) => {
		expect(read({ identifier: given }, { identifyBy: 'barcode' })).toMatchObject({ identifier });
	});

	test.each([
		['', 'Barcode is empty for item 3. Map Barcode to'],
		[1e20, 'Barcode is 100000000000000000000 for item 3, which is not a barcode. Give the barcode'],
		[{}, 'Barcode is an object for item 3, which is not a barcode.'],
	])('%p is refused', (given, text) => {
		expect(problemOf(read({ identifier: given }, { identifyBy: 'barcode' }))).toContain(text);
	});
});

describe('Inventory Item ID', () => {
	test.each([
		['gid://shopify/InventoryItem/43210987654321', '43210987654321'],
		[' 43210987654321 ', '43210987654321'],
		[43210987654321, '43210987654321'],
		['9223372036854775807', '9223372036854775807'],
	])('%p is %p', (given, identifier) => {
		const row = read({ identifier: given }, { identifyBy: 'inventoryItemId' });
		expect(row).toMatchObject({ identifier });
	});

	test.each([
		['', 'Inventory Item ID is empty for item 3. Map Inventory Item ID to'],
		[0, 'Inventory Item ID is empty for item 3.'],
		[
			'MUG-BLUE',
			'is "MUG-BLUE" for item 3, which is not the id of an inventory item. Use the long',
		],
		['gid://shopify/ProductVariant/1', 'which is not the id of an inventory item.'],
		[2 ** 53, 'which is not the id of an inventory item.'],
	])('%p is refused', (given, text) => {
		expect(problemOf(read({ identifier: given }, { identifyBy: 'inventoryItemId' }))).toContain(
			text,
		);
	});
});

describe('Location', () => {
	const own = { hasLocations: true };

	test.each([
		[' Leeds Warehouse ', 'Leeds Warehouse'],
		[81120045678, '81120045678'],
		['gid://shopify/Location/81120045678', 'gid://shopify/Location/81120045678'],
		['00', '00'],
		[0, '0'],
	])('%p is %p', (given, location) => {
		expect(read({ location: given }, own)).toMatchObject({ location, quantity: 12 });
	});

	test.each([
		['', 'Location is empty for item 3. Map Location Field to'],
		[false, 'Location is empty for item 3.'],
		[undefined, 'Location is empty for item 3.'],
		[[5, 'WH/Stock'], 'Location is a list for item 3, which is not the name or id of a location.'],
		[true, 'Location is true for item 3, which is not the name or id of a location.'],
	])('%p is refused', (given, text) => {
		const row = read({ location: given }, own);
		expect(row).toMatchObject({ identifier: 'MUG-BLUE', location: null });
		expect(problemOf(row)).toContain(text);
	});
});

describe('Safety Stock', () => {
	test.each([
		[undefined, 0],
		[null, 0],
		['', 0],
		[false, 0],
		[0, 0],
		['2', 2],
		[5, 5],
	])('%p is %p', (given, safetyStock) => {
		expect(read({ safetyStock: given })).toMatchObject({ safetyStock });
	});

	test.each([
		[-1, 'Safety Stock is -1 for item 3, which is not a whole number of 0 or more. Give the units'],
		['1,5', 'Safety Stock is "1,5" for item 3, which is not a whole number of 0 or more.'],
		['10%', 'Safety Stock is "10%" for item 3, which is not a whole number of 0 or more.'],
		['1.000', 'Safety Stock is "1.000" for item 3, which is either 1 or 1000.'],
	])('%p is refused', (given, text) => {
		expect(problemOf(read({ safetyStock: given }))).toContain(text);
	});
});

test('of several things that are wrong the first is told, and what can be read is kept', () => {
	const own = { hasLocations: true };
	const row = read({ quantity: 'many', location: 'Leeds', safetyStock: 'few' }, own);
	expect(row).toMatchObject({ identifier: 'MUG-BLUE', location: 'Leeds', isBlank: false });
	expect(problemOf(row)).toMatch(/^Quantity is "many" for item 3/);
});

test.each<[unknown, unknown, boolean]>([
	[undefined, undefined, true],
	[' ', '', true],
	[false, null, true],
	[undefined, 0, false],
	['MUG-BLUE', undefined, false],
])('goods %p and quantity %p make a blank item: %p', (identifier, quantity, isBlank) => {
	expect(read({ identifier, quantity })).toMatchObject({ isBlank });
});
