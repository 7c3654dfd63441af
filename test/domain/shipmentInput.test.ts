import { parseUnits, shownValue } from '../../nodes/domain/inputValues';
import type { ShipmentFields, ShipmentInput } from '../../nodes/domain/shipmentInput';
import { readShipmentInput } from '../../nodes/domain/shipmentInput';

const LINE = {
	sku: 'MUG-BLUE',
	quantity: 2,
	orderLineItemId: undefined,
	fulfillmentOrderLineItemId: undefined,
	shippedInTotal: undefined,
};

type Changes = Omit<Partial<ShipmentFields>, 'line'> & { readonly line?: object };

/** Reads item 3: two mugs of order #1042 under one number, but for the changes. */
function read({ line, ...changes }: Changes = {}): ShipmentInput {
	return readShipmentInput(
		{
			orderBy: 'orderNumber',
			order: '#1042',
			everything: false,
			lines: undefined,
			line: { ...LINE, ...line },
			trackingNumbers: 'RM44710025GB',
			trackingUrls: undefined,
			carrier: undefined,
			shipmentId: undefined,
			notifyCustomer: true,
			...changes,
		},
		3,
	);
}

const unitsIn = ({ lines }: ShipmentInput): unknown =>
	lines === 'remaining' ? lines : lines.map(({ quantity }) => quantity);

test('a flat item is one line of a shipment', () => {
	expect(read({ carrier: ' Royal Mail ' })).toEqual({
		item: 3,
		order: { by: 'number', text: '#1042' },
		lines: [
			{
				fulfillmentOrderLineId: null,
				orderLineId: null,
				sku: 'MUG-BLUE',
				quantity: 2,
				shippedInTotal: null,
				fulfillmentOrder: null,
				item: 3,
			},
		],
		isWhole: false,
		shipmentId: null,
		tracking: { company: 'Royal Mail', parcels: [{ number: 'RM44710025GB', url: null }] },
		notifyCustomer: true,
		problems: [],
	});
});

test.each([
	['WS-1207', 'WS-1207'],
	[' WS-1207 ', 'WS-1207'],
	[1207, '1207'],
	['', null],
	[undefined, null],
	[{ id: 1207 }, null],
])('the shipment id %p is taken as %p', (given, id) => {
	expect(read({ shipmentId: given }).shipmentId).toBe(id);
});

describe('quantities', () => {
	test.each([
		[12, 12],
		[12.0, 12],
		['12', 12],
		[' 12 ', 12],
		['12.0', 12],
		['012', 12],
		[2_147_483_647, 2_147_483_647],
	])('%p is taken as %p', (given, units) => {
		expect(unitsIn(read({ line: { quantity: given } }))).toEqual([units]);
	});

	test.each([
		['1,5', '"1,5"'],
		['1.5', '"1.5"'],
		[1.5, '1.5'],
		['1,000', '"1,000"'],
		[NaN, 'NaN'],
		['NaN', '"NaN"'],
		[Infinity, 'Infinity'],
		['1e99', '"1e99"'],
		[1e99, '1e+99'],
		['1e2', '"1e2"'],
		[2_147_483_648, '2147483648'],
		['-3', '"-3"'],
		[-3, '-3'],
		['+3', '"+3"'],
		['two', '"two"'],
		['0x10', '"0x10"'],
		[true, 'true'],
		[{ value: 2 }, 'an object'],
		[[2], 'a list'],
		['9'.repeat(80), `"${'9'.repeat(60)}…"`],
	])('%p is rejected, and shown', (given, shown) => {
		const { lines, problems } = read({ line: { quantity: given } });
		expect(lines).toEqual([]);
		expect(problems).toEqual([
			`Quantity is ${shown} for item 3, which is not a whole number of 0 or more. Give the units that were shipped as a number without separators, such as 12`,
		]);
	});

	test('a text that may mean two numbers is not guessed', () => {
		const [problem] = read({ line: { quantity: '12.000' } }).problems;
		expect(problem).toMatch(/^Quantity is "12\.000" for item 3, which is either 12 or 12000\./);
		expect(unitsIn(read({ line: { quantity: '1200.000' } }))).toEqual([1200]);
	});

	test.each([['', '  ', undefined, null]])('%p is empty', (given) => {
		const { lines, problems } = read({ line: { quantity: given } });
		expect(lines).toEqual([]);
		expect(problems).toEqual(['Quantity is empty for item 3. Give the units that were shipped']);
	});

	test('zero units are no line', () => {
		expect(read({ line: { quantity: '0' } })).toMatchObject({ lines: [], problems: [] });
		const lines = [
			{ sku: 'MUG-BLUE', quantity: 0 },
			{ sku: 'TEA-250', quantity: 1 },
		];
		expect(read({ lines })).toMatchObject({ lines: [{ sku: 'TEA-250' }], problems: [] });
	});

	test('minus zero is zero', () => {
		expect(Object.is(parseUnits(-0, { name: 'Quantity', item: 0 }), 0)).toBe(true);
	});

	test('a total counts in place of a quantity, also when nothing was ever shipped', () => {
		expect(read({ line: { quantity: '', shippedInTotal: '5' } })).toMatchObject({
			lines: [{ quantity: 0, shippedInTotal: 5 }],
			problems: [],
		});
		expect(read({ line: { quantity: 0, shippedInTotal: 0 } }).lines).toHaveLength(1);
		expect(read({ line: { shippedInTotal: 'all' } }).problems).toEqual([
			expect.stringMatching(/^Shipped In Total is "all" for item 3, which is not a whole number/),
		]);
	});
});

describe('lines', () => {
	const LINES = [
		{ sku: 'MUG-BLUE', quantity: '2' },
		{ orderLineItemId: 'gid://shopify/LineItem/9002', quantity: 1 },
		{ fulfillmentOrderLineItemId: 59003, sku: ' CARD ', quantity: 3 },
	];

	test.each([
		['a list', LINES],
		['its JSON text', JSON.stringify(LINES)],
	])('%s is the whole shipment', (_what, lines) => {
		expect(read({ lines, line: { sku: 'not looked at', quantity: 'x' } })).toMatchObject({
			isWhole: true,
			problems: [],
			lines: [
				{ sku: 'MUG-BLUE', quantity: 2 },
				{ sku: null, orderLineId: '9002', quantity: 1 },
				{ sku: ' CARD ', fulfillmentOrderLineId: '59003', quantity: 3 },
			],
		});
	});

	test('a line that stands alone where a list is expected is a list of one', () => {
		const [line] = LINES;
		expect(read({ lines: line })).toMatchObject({ isWhole: true, lines: [{ quantity: 2 }] });
	});

	test.each([['not JSON'], ['12'], [12], [true]])('%p is no list', (lines) => {
		const { lines: found, problems } = read({ lines });
		expect(found).toEqual([]);
		expect(problems).toEqual([
			expect.stringMatching(/^Lines is .* for item 3, which is not a list/),
		]);
	});

	test('each bad entry is named with its place, and the good ones are kept', () => {
		const lines = [
			{ sku: 'MUG-BLUE', quantity: '1,5' },
			{ quantity: 1 },
			'TEA-250',
			{ sku: 'TEA-250', quantity: 1, orderLineItemId: 'gid://shopify/Order/9002' },
			{ sku: 'TEA-250', quantity: 1 },
		];
		const { lines: found, problems } = read({ lines });
		expect(found).toMatchObject([{ sku: 'TEA-250', quantity: 1 }]);
		expect(problems).toEqual([
			expect.stringMatching(/^lines\[0\]\.quantity is "1,5" for item 3/),
			expect.stringMatching(/^lines\[1\]\.sku is empty for item 3/),
			expect.stringMatching(/^lines\[2\] is "TEA-250" for item 3, which is not a line/),
			expect.stringMatching(
				/^lines\[3\]\.orderLineItemId is "gid:.*, which is not the id of an order/,
			),
		]);
	});

	test.each([
		[4711, '4711'],
		[4711.5, '4711.5'],
		['0047', '0047'],
		[' MUG ', ' MUG '],
	])('a SKU may be %p', (given, sku) => {
		expect(read({ line: { sku: given } }).lines).toMatchObject([{ sku }]);
	});

	test.each([[2 ** 60], [{ code: 'MUG' }], [true], [NaN]])('%p is no SKU', (given) => {
		const { problems } = read({ line: { sku: given } });
		expect(problems).toEqual([expect.stringMatching(/^SKU is .* for item 3, which is not a SKU/)]);
	});

	test('an expression without a value leaves the SKU empty', () => {
		expect(read({ line: { sku: undefined } }).problems).toEqual([
			expect.stringMatching(/^SKU is empty for item 3\. Give/),
		]);
	});

	test('everything that remains needs no lines', () => {
		expect(read({ everything: true, lines: 'x', line: { sku: '', quantity: '' } })).toMatchObject({
			lines: 'remaining',
			problems: [],
		});
	});
});

describe('the order', () => {
	test.each([
		['orderNumber', ' #1042 ', { by: 'number', text: '#1042' }],
		['orderNumber', 1042, { by: 'number', text: '1042' }],
		['orderNumber', '#1042-6837114', { by: 'number', text: '#1042-6837114' }],
		['orderNumber', 'gid://shopify/Order/5501042', { by: 'order', id: '5501042' }],
		['orderNumber', 'gid://shopify/FulfillmentOrder/77', { by: 'fulfillmentOrder', id: '77' }],
		['orderId', 5_501_042, { by: 'order', id: '5501042' }],
		['orderId', ' gid://shopify/Order/5501042', { by: 'order', id: '5501042' }],
		['orderId', '0005501042', { by: 'order', id: '5501042' }],
		['orderId', '9007199254740993123', { by: 'order', id: '9007199254740993123' }],
		['fulfillmentOrderId', '6837114', { by: 'fulfillmentOrder', id: '6837114' }],
	] as const)('%s %p', (orderBy, order, reference) => {
		expect(read({ orderBy, order }).order).toEqual(reference);
	});

	test.each([
		['orderNumber', undefined, /^Order Number is empty for item 3$/],
		['orderNumber', 'undefined', /^Order Number is empty for item 3$/],
		['orderNumber', '  ', /^Order Number is empty for item 3$/],
		['orderNumber', {}, /^Order Number is an object for item 3, which is not an order number$/],
		['orderNumber', 10.5, /^Order Number is 10.5 for item 3/],
		['orderNumber', 'gid://shopify/Product/1', /which is not the id of an order$/],
		['orderId', null, /^Order ID is empty for item 3$/],
		['orderId', '#1042', /^Order ID is "#1042" for item 3, which is not the id of an order$/],
		['orderNumber', false, /^Order Number is empty for item 3$/],
		['orderId', 'gid://shopify/Order/0', /^Order ID is "gid.*Order\/0" for item 3, which is not/],
		['orderId', '9'.repeat(20), /^Order ID is "9{20}" for item 3, which is not the id/],
		['orderId', '9'.repeat(20_000), /^Order ID is "9{60}…" for item 3, which is not the id/],
		['orderId', 2 ** 60, /^Order ID is 1152921504606847000 for item 3/],
		['orderId', 'gid://shopify/FulfillmentOrder/7', /which is not the id of an order$/],
		['fulfillmentOrderId', 'gid://shopify/Order/7', /which is not the id of a fulfillment order$/],
	] as const)('%s %p cannot be read', (orderBy, order, message) => {
		expect(() => read({ orderBy, order })).toThrow(message);
	});
});

describe('tracking', () => {
	test.each([
		['A1, A2', ['https://t.example/1', 'https://t.example/2']],
		[['A1', 'A2'], 'https://t.example/1 https://t.example/2'],
	])('numbers and URLs belong together by place', (trackingNumbers, trackingUrls) => {
		expect(read({ trackingNumbers, trackingUrls }).tracking.parcels).toEqual([
			{ number: 'A1', url: 'https://t.example/1' },
			{ number: 'A2', url: 'https://t.example/2' },
		]);
	});

	test('a link with {number} is the link of every parcel, any other that of the first', () => {
		const urlsOf = (trackingUrls: string): unknown =>
			read({ trackingNumbers: 'A1,A2', trackingUrls }).tracking.parcels.map(({ url }) => url);
		expect(urlsOf('https://t.example/{number}')).toEqual([
			'https://t.example/{number}',
			'https://t.example/{number}',
		]);
		expect(urlsOf('https://t.example/1')).toEqual(['https://t.example/1', null]);
	});

	test.each([[undefined], [''], ['n/a'], [[]]])('%p is no number', (trackingNumbers) => {
		expect(read({ trackingNumbers })).toMatchObject({ tracking: { parcels: [] }, problems: [] });
	});

	test.each([
		['a number that lost digits', { trackingNumbers: 1.55012e21 }, /has lost digits/],
		['a URL that is none', { trackingUrls: 'see the mail' }, /is not a web address/],
		['a carrier that is no text', { carrier: { name: 'DHL' } }, /Carrier is an object for item 3/],
		['a word that is not yes or no', { notifyCustomer: { from: 'maybe' } }, /neither yes nor no/],
	])('with %s, no line of the item is uploaded', (_what, changes, problem) => {
		const { lines, problems } = read(changes);
		expect(lines).toEqual([]);
		expect(problems).toEqual([expect.stringMatching(problem)]);
		expect(problems[0]).toMatch(/item 3/i);
	});
});

describe('whether the customer is told', () => {
	test.each([
		[true, true],
		['TRUE', true],
		[' yes ', true],
		['y', true],
		[1, true],
		['1', true],
		[false, false],
		['False', false],
		['no', false],
		['N', false],
		[0, false],
		['0', false],
	])('%p from the field is %p', (from, told) => {
		expect(read({ notifyCustomer: { from } })).toMatchObject({
			notifyCustomer: told,
			problems: [],
		});
	});

	test.each([[undefined], [''], [null], [2], ['perhaps'], [{}]])('%p is neither', (from) => {
		const { problems, lines } = read({ notifyCustomer: { from } });
		expect(lines).toEqual([]);
		expect(problems).toEqual([expect.stringMatching(/^Notify Customer is .*for item 3/)]);
	});
});

test('all that is wrong with an item is said at once', () => {
	const { problems } = read({
		line: { quantity: 'x' },
		trackingUrls: 'nowhere at all',
		notifyCustomer: { from: '' },
	});
	expect(problems).toHaveLength(3);
});

test('a message shows no content of an object', () => {
	expect(shownValue({ email: 'rosa@example.com' })).toBe('an object');
	expect(shownValue(['rosa@example.com'])).toBe('a list');
	expect(shownValue(undefined)).toBe('undefined');
});
