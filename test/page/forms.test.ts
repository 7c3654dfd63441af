import { allUnits, chosenUnits, oneUnit, unitsUnlessAll } from './app/chosenUnits';
import { countOf } from './app/countForm';
import { orderEditOf } from './app/orderEdit';
import { EMPTY_FORM, orderInputOf } from './app/orderForm';
import { shipLines, shipmentInputOf } from './app/shipForm';
import type { WarehouseOrderView } from './contract';

const lines = [
	{ id: 'mug', sku: 'MUG-STN-350', title: 'Stoneware Mug', total: 4, remaining: 3 },
	{ id: 'kettle', sku: 'KTL-ENM-18L', title: 'Enamel Kettle', total: 1, remaining: 1 },
	{ id: 'soap', sku: 'SOAP-OLV-3PK', title: 'Olive Soap', total: 2, remaining: 0 },
];

describe('choosing units', () => {
	it('names no units when all that is left is chosen: the whole is not split', () => {
		expect(unitsUnlessAll(lines, allUnits(lines))).toEqual({});
		expect(unitsUnlessAll(lines, { mug: 1 })).toEqual({ units: [{ id: 'mug', quantity: 1 }] });
	});

	it('starts splitting with one unit', () => {
		expect(chosenUnits(lines, oneUnit(lines))).toEqual([{ id: 'mug', quantity: 1 }]);
	});

	it('says so when nothing is chosen', () => {
		expect(() => chosenUnits(lines, { mug: 0 })).toThrow('Choose at least one unit');
	});
});

describe('editing an order', () => {
	const orderLines = [
		{ id: 'mug', sku: null, title: 'Stoneware Mug', variantTitle: null, quantity: 4, fulfilled: 0 },
		{ id: 'soap', sku: null, title: 'Olive Soap', variantTitle: null, quantity: 2, fulfilled: 0 },
	];

	it('adds, takes away and brings in new goods', () => {
		const added = { sku: 'SPC-SET-06', quantity: 2 };

		expect(orderEditOf(orderLines, { mug: 5, soap: 0 }, added)).toEqual({
			add: [
				{ lineItemId: 'mug', quantity: 1 },
				{ sku: 'SPC-SET-06', quantity: 2 },
			],
			remove: [{ lineItemId: 'soap', quantity: 2 }],
		});
	});

	it('says so when nothing would change', () => {
		expect(() => orderEditOf(orderLines, { mug: 4 }, { sku: '', quantity: 1 })).toThrow(
			'Nothing is changed yet',
		);
	});
});

describe('placing an order', () => {
	it('leaves to the shop what was left open', () => {
		const form = { ...EMPTY_FORM, units: { 'MUG-STN-350': 2, 'KTL-ENM-18L': 0 } };

		expect(orderInputOf(form)).toEqual({
			lines: [{ sku: 'MUG-STN-350', quantity: 2 }],
			financialStatus: 'PAID',
			deliveryMethod: 'SHIPPING',
			note: null,
			tags: [],
		});
	});

	it('sends it where it was told to', () => {
		const person = { ...EMPTY_FORM.person, firstName: 'Nadia', lastName: 'Petrova' };
		const form = {
			...EMPTY_FORM,
			units: { 'MUG-STN-350': 1 },
			customer: 'new',
			person,
			paid: false,
			location: 'gid://shopify/Location/92415066290',
			tags: 'gift',
		};

		expect(orderInputOf(form)).toMatchObject({
			lines: [{ sku: 'MUG-STN-350', location: 'gid://shopify/Location/92415066290' }],
			shippingAddress: { firstName: 'Nadia', address2: null, countryCode: 'GB' },
			financialStatus: 'PENDING',
			tags: ['gift'],
		});
		expect(orderInputOf({ ...form, customer: '0' })).toMatchObject({
			shippingAddress: { firstName: 'Priya', lastName: 'Shah' },
		});
	});

	it('says so when no goods are chosen', () => {
		expect(() => orderInputOf(EMPTY_FORM)).toThrow('Choose at least one of the goods');
	});
});

describe('shipping a part', () => {
	const order: WarehouseOrderView = {
		orderNumber: '#1042',
		key: '6837114',
		status: 'open',
		reference: 'WH-7',
		receivedAt: '2026-11-20T08:30:00Z',
		repeats: 0,
		body: {
			lines: [
				{ sku: 'MUG-STN-350', title: 'Stoneware Mug', variantTitle: '350 ml', quantity: 2 },
				{ sku: 'KTL-ENM-18L', quantity: 1 },
				{ sku: 'MUG-STN-350', title: 'Stoneware Mug', quantity: 1 },
				{ title: 'Gift wrap', quantity: 1 },
			],
		},
		held: false,
		changed: null,
		shipped: 'part',
		left: [{ sku: 'MUG-STN-350', quantity: 2 }],
		shipments: [],
	};
	const form = { units: {}, carrier: '', trackingNumber: ' ', trackingUrl: '', force: false };

	it('offers each SKU once, with what is left of it', () => {
		expect(shipLines(order)).toEqual([
			{ sku: 'MUG-STN-350', name: 'Stoneware Mug', ordered: 3, left: 2 },
			{ sku: 'KTL-ENM-18L', name: 'KTL-ENM-18L', ordered: 1, left: 0 },
		]);
	});

	it('sends what was chosen, and nothing for what was left empty', () => {
		const units = { 'MUG-STN-350': 2, 'KTL-ENM-18L': 0 };

		expect(shipmentInputOf(order, { ...form, units, carrier: ' dpd uk ' })).toEqual({
			orderNumber: '#1042',
			reference: 'WH-7',
			lines: [{ sku: 'MUG-STN-350', quantity: 2 }],
			carrier: 'dpd uk',
			trackingNumber: null,
			trackingUrl: null,
		});
		expect(shipmentInputOf(order, { ...form, units, force: true })).toMatchObject({ force: true });
	});

	it('says so when nothing is chosen, or the link is none', () => {
		const typed = { ...form, units: { 'MUG-STN-350': 1 }, trackingUrl: 'dpd.example/77' };

		expect(() => shipmentInputOf(order, form)).toThrow('Choose at least one unit');
		expect(() => shipmentInputOf(order, typed)).toThrow('must begin with https://');
	});
});

describe('counting a shelf', () => {
	it.each([
		['MUG-STN-350', '212', 212],
		[' MUG-STN-350 ', ' 0 ', 0],
		['MUG-STN-350', '12.0', 12],
	])('reads %j and %j as %d units', (sku, typed, quantity) => {
		expect(countOf(sku, typed)).toEqual({ sku: 'MUG-STN-350', quantity });
	});

	it.each([
		['MUG-STN-350', '-1', 'MUG-STN-350: a count is a whole number from 0 on, not "-1"'],
		['MUG-STN-350', '1.5', 'a whole number'],
		['MUG-STN-350', '1e10', 'a whole number'],
		['MUG-STN-350', ' ', 'not ""'],
		[' ', '3', 'a SKU is needed'],
	])('says what is wrong with %j and %j', (sku, typed, words) => {
		expect(() => countOf(sku, typed)).toThrow(words);
	});
});
