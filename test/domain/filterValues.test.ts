import {
	deliveryMethodOf,
	displayName,
	paymentStatusOf,
	servesLocation,
} from '../../nodes/domain/filters';
import { aFulfillmentOrder, anOrder, noFilters } from './builders';

describe('what filters read', () => {
	it.each([
		['PARTIALLY_PAID', 'Partially Paid'],
		['PICK_UP', 'Store Pickup'],
		['LOCAL', 'Local Delivery'],
		['RETAIL', 'In-Store Sale'],
		['PICKUP_POINT', 'Pickup Point'],
		['BRAND_NEW_VALUE', 'Brand New Value'],
	])('shows %s as %s', (constant, shown) => {
		expect(displayName(constant)).toBe(shown);
	});

	it.each([
		['AUTHORIZED', '10.00', 'AUTHORIZED'],
		[null, '0.00', 'PAID'],
		[null, '-3.00', 'PAID'],
		[null, '3.00', null],
	])('payment status %s with %s due is %s', (paymentStatus, due, expected) => {
		expect(paymentStatusOf(anOrder({ paymentStatus, due }))).toBe(expected);
	});

	it('takes a delivery method as it is, also without an address', () => {
		const one = aFulfillmentOrder({ deliveryMethod: 'NONE' });

		expect(deliveryMethodOf(one, anOrder())).toBe('NONE');
	});

	it.each([
		[[], null, true],
		[[], '7310', true],
		[['7310'], '7310', true],
		[['7310'], '7311', false],
		[['7310'], null, false],
	])('chosen locations %j serve %s: %s', (locations, id, expected) => {
		expect(servesLocation(noFilters({ locations }), id)).toBe(expected);
	});
});
