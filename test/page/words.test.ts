import {
	age,
	counted,
	duration,
	fulfillmentBadge,
	goodsName,
	isWebAddress,
	money,
	paymentBadge,
	sentence,
	statusBadge,
	tagsIn,
	warehouseBadge,
	withoutHash,
} from './app/words';

describe('words of the page', () => {
	test.each([
		[-400, '0 s'],
		[34_900, '34 s'],
		[60_000, '1 min'],
		[3_599_999, '59 min'],
		[2 * 3_600_000, '2 h'],
		[86_400_000, '1 day'],
		[4.5 * 86_400_000, '4 days'],
	])('%d ms lasts %s', (ms, words) => {
		expect(duration(ms)).toBe(words);
	});

	it('calls the last moments, and what another clock puts into the future, just now', () => {
		expect([-2000, 0, 2999, 3000].map(age)).toEqual([
			'just now',
			'just now',
			'just now',
			'3 s ago',
		]);
	});

	test.each([
		['OPEN', 'Open'],
		['IN_PROGRESS', 'In progress'],
		['ON_HOLD', 'On hold'],
		['SCHEDULED', 'Scheduled'],
		['CLOSED', 'Closed'],
		['SOMETHING_NEW', 'Something new'],
	])('shows the status %s as %s', (status, text) => {
		expect(statusBadge(status).text).toBe(text);
	});

	test.each([
		['SUCCESS', 'FULFILLED', 'Shipped'],
		['SUCCESS', 'IN_TRANSIT', 'In transit'],
		['SUCCESS', 'DELIVERED', 'Delivered'],
		['CANCELLED', 'CANCELED', 'Cancelled'],
		['CANCELLED', 'DELIVERED', 'Cancelled'],
	])('shows a fulfillment that is %s and %s as %s', (status, displayStatus, text) => {
		expect(fulfillmentBadge({ status, displayStatus }).text).toBe(text);
	});

	it('makes links of addresses of the web alone', () => {
		const addresses = [
			'https://dpd.example/1',
			'HTTP://dpd.example',
			'javascript:alert(1)',
			'/1',
			null,
		];

		expect(addresses.map(isWebAddress)).toEqual([true, true, false, false, false]);
	});

	it('tells a pending payment from one that nothing is known of', () => {
		expect(paymentBadge('PENDING')).toEqual({ text: 'Payment pending', tone: 'warning' });
		expect(paymentBadge(null).text).toBe('Payment unknown');
		expect(paymentBadge('PARTIALLY_REFUNDED').text).toBe('Partially refunded');
	});

	test.each([
		['59.80', 'GBP', '£59.80'],
		[14, 'EUR', '€14.00'],
		['12.5', '', '12.50'],
		['free', 'GBP', 'free'],
	])('writes the amount %s %s as %s', (amount, currency, written) => {
		expect(money(amount, currency)).toBe(written);
	});

	it('reads enums, counts, goods, names and tags', () => {
		expect(sentence('HIGH_RISK_OF_FRAUD')).toBe('High risk of fraud');
		expect([counted(1, 'unit'), counted(0, 'unit')]).toEqual(['1 unit', '0 units']);
		expect(goodsName({ title: 'Wool Blanket', variantTitle: 'Grey' })).toBe('Wool Blanket · Grey');
		expect(goodsName({ title: 'Denim Apron', variantTitle: null })).toBe('Denim Apron');
		expect(withoutHash('#1042-7104552839346')).toBe('1042-7104552839346');
		expect(tagsIn(' gift, wholesale ,,')).toEqual(['gift', 'wholesale']);
	});

	test.each([
		['open', false, 'none', 'To pick'],
		['open', false, 'part', 'Shipped in part'],
		['open', true, 'part', 'Held'],
		['open', true, 'all', 'Shipped'],
		['cancelled', false, 'part', 'Cancelled'],
	] as const)(
		'a warehouse order that is %s, held %s, shipped %s',
		(status, held, shipped, text) => {
			expect(warehouseBadge({ status, held, shipped }).text).toBe(text);
		},
	);
});
