import { readBody } from './app/warehouseBody';

describe('readBody', () => {
	it('reads what the Orders Trigger gives', () => {
		const read = readBody({
			orderNumber: '#1042',
			orderName: '#1042',
			paymentStatus: 'PAID',
			currency: 'GBP',
			location: { name: 'Leeds Warehouse' },
			shippingMethod: { title: 'Standard Delivery' },
			tags: ['gift', 'wholesale'],
			note: null,
			shipTo: {
				name: 'Priya Shah',
				firstName: 'Priya',
				lastName: 'Shah',
				company: null,
				address1: '27 Abbey Lane',
				city: 'Leicester',
				zip: 'LE4 5QA',
				country: 'United Kingdom',
				countryCode: 'GB',
			},
			lines: [
				{
					sku: 'BLK-WOL-GRY',
					title: 'Wool Blanket',
					variantTitle: 'Grey',
					quantity: 2,
					unitPrice: '89.00',
				},
			],
		});

		expect(read).toEqual({
			orderName: '#1042',
			shipTo: ['Priya Shah', '27 Abbey Lane', 'Leicester LE4 5QA', 'United Kingdom'],
			lines: [{ sku: 'BLK-WOL-GRY', name: 'Wool Blanket · Grey', quantity: 2, unitPrice: '89.00' }],
			facts: [
				['Shop order', '#1042'],
				['Delivery', 'Standard Delivery'],
				['Payment', 'Paid'],
				['From', 'Leeds Warehouse'],
				['Tags', 'gift, wholesale'],
			],
			currency: 'GBP',
		});
	});

	it('reads a body whose fields an author has named otherwise', () => {
		const read = readBody({
			orderNumber: 'SO-77',
			shippingAddress: '9 Quay Street\nBristol BS1 4SB',
			lines: [{ name: 'Enamel Kettle', units: '3', price: 52.5 }],
		});

		expect(read.shipTo).toEqual(['9 Quay Street', 'Bristol BS1 4SB']);
		expect(read.lines).toEqual([
			{ sku: null, name: 'Enamel Kettle', quantity: 3, unitPrice: '52.5' },
		]);
		expect(read.facts).toEqual([]);
	});

	test.each([null, undefined, 'hello', 42, [], { lines: 'none', shipTo: 7 }, { lines: [null] }])(
		'takes %j without failing',
		(body) => {
			expect(readBody(body).shipTo).toEqual([]);
		},
	);
});
