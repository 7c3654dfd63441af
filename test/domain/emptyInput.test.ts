import type { ShipmentFields, ShipmentInput } from '../../nodes/domain/shipmentInput';
import { readShipmentInput } from '../../nodes/domain/shipmentInput';

const LINE = {
	sku: 'TEA-250',
	quantity: 3,
	orderLineItemId: undefined,
	fulfillmentOrderLineItemId: undefined,
	shippedInTotal: undefined,
};

/** Reads item 0: three packs of tea without a number, but for the changes. */
function read(changes: Partial<ShipmentFields> = {}, line: object = {}): ShipmentInput {
	return readShipmentInput(
		{
			orderBy: 'orderId',
			order: '5501042',
			everything: false,
			lines: undefined,
			trackingNumbers: undefined,
			trackingUrls: undefined,
			carrier: undefined,
			shipmentId: undefined,
			notifyCustomer: false,
			...changes,
			line: { ...LINE, ...line },
		},
		0,
	);
}

describe('false, as Odoo has it in empty fields', () => {
	test('is no carrier, no lines, no number, no id and no total', () => {
		const none = { orderLineItemId: false, fulfillmentOrderLineItemId: false };
		const fields = { carrier: false, lines: false, trackingNumbers: false, shipmentId: false };
		expect(read(fields, { ...none, shippedInTotal: false })).toEqual(read());
	});

	test('is no SKU and no quantity', () => {
		expect(read({}, { sku: false }).problems).toEqual([expect.stringMatching(/^SKU is empty/)]);
		expect(read({}, { quantity: false }).problems).toEqual([
			expect.stringMatching(/^Quantity is empty/),
		]);
	});

	test('is no order', () => {
		expect(() => read({ order: false })).toThrow(/^Order ID is empty for item 0$/);
	});

	test('is a no to telling the customer', () => {
		expect(read({ notifyCustomer: { from: false } })).toEqual(read());
	});
});

test.each([['null'], [' null '], ['false']])('the text %p for Lines is none', (lines) => {
	expect(read({ lines })).toEqual(read());
});
