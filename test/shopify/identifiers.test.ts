import {
	API_VERSIONS,
	API_VERSION_ENDS,
	DEFAULT_API_VERSION,
	daysUntilEnd,
	parseApiVersion,
} from '../../nodes/shopify/apiVersion';
import { gidType, legacyId, toGid } from '../../nodes/shopify/gid';

describe('ids', () => {
	it('turn into legacy ids and back', () => {
		const gid = 'gid://shopify/FulfillmentOrder/6837114';

		expect(legacyId(gid)).toBe('6837114');
		expect(toGid('FulfillmentOrder', '6837114')).toBe(gid);
		expect(gidType(gid)).toBe('FulfillmentOrder');
	});

	it('keep every digit of a large one', () => {
		expect(legacyId('gid://shopify/Order/820982911946154508')).toBe('820982911946154508');
	});

	it('lose a query', () => {
		expect(legacyId('gid://shopify/InventoryLevel/9921?inventory_item_id=33')).toBe('9921');
	});

	it('may come in either form', () => {
		expect(legacyId('1042')).toBe('1042');
		expect(toGid('Order', ' gid://shopify/Order/1042 ')).toBe('gid://shopify/Order/1042');
	});
});

describe('API versions', () => {
	it('fall back to the default', () => {
		expect(parseApiVersion('2026-10')).toBe('2026-10');
		expect(parseApiVersion('2019-04')).toBe(DEFAULT_API_VERSION);
		expect(parseApiVersion(undefined)).toBe(DEFAULT_API_VERSION);
	});

	it('last at least a year', () => {
		for (const version of API_VERSIONS) {
			const begins = Date.parse(`${version}-01T17:00:00Z`);
			expect(Date.parse(API_VERSION_ENDS[version]) - begins).toBeGreaterThan(365 * 86_400_000);
		}
	});

	it('count the days that are left', () => {
		expect(daysUntilEnd('2026-07', new Date('2027-07-06T12:00:00Z'))).toBe(9);
		expect(daysUntilEnd('2026-07', new Date('2027-07-20T12:00:00Z'))).toBe(-5);
	});
});
