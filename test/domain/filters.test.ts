import type { Filters, ShipmentStatus } from '../../nodes/domain/filters';
import { reasonsAgainst } from '../../nodes/domain/filters';
import type { FulfillmentOrderState, OrderState } from '../../nodes/domain/order';
import { aFulfillmentOrder, anOrder, noFilters, NOW_MS, YORK } from './builders';

interface Case {
	readonly filters: Partial<Filters>;
	readonly order?: Partial<OrderState>;
	readonly fulfillmentOrder?: Partial<FulfillmentOrderState>;
	readonly shipment?: ShipmentStatus;
	readonly again?: boolean;
}

function reasonsOf({ filters, order, fulfillmentOrder, shipment, again }: Case): readonly string[] {
	const context = { nowMs: NOW_MS, ...(shipment && { shipment }), ...(again && { again }) };
	return reasonsAgainst(
		noFilters(filters),
		anOrder(order),
		aFulfillmentOrder(fulfillmentOrder),
		context,
	).map(({ filter, text }) => `${filter}: ${text}`);
}

const OUTSIDE = 'Locations: Location is York, which is not among the chosen ones';
const ABROAD = { destinationCountry: null };

describe('each filter alone', () => {
	it.each<[string, Case, readonly string[]]>([
		['no filter', { filters: {} }, []],
		['the chosen location', { filters: { locations: ['7310'] } }, []],
		['one of the chosen locations', { filters: { locations: ['7311', '7310'] } }, []],
		[
			'another location',
			{ filters: { locations: ['7310'] }, fulfillmentOrder: { location: YORK } },
			[OUTSIDE],
		],
		[
			'a location that cannot be seen',
			{ filters: { locations: ['7310'] }, fulfillmentOrder: { location: { ...YORK, id: null } } },
			[OUTSIDE],
		],
		['a chosen payment status', { filters: { paymentStatuses: ['PAID', 'PARTIALLY_PAID'] } }, []],
		[
			'another payment status',
			{
				filters: { paymentStatuses: ['PAID', 'PARTIALLY_PAID'] },
				order: { paymentStatus: 'PENDING' },
			},
			['Payment Status: Payment Status is Pending; chosen: Paid, Partially Paid'],
		],
		[
			'no payment status, nothing due',
			{ filters: { paymentStatuses: ['PAID'] }, order: { paymentStatus: null, due: '0.00' } },
			[],
		],
		[
			'no payment status, something due',
			{ filters: { paymentStatuses: ['PAID'] }, order: { paymentStatus: null, due: '0.01' } },
			['Payment Status: Payment Status is not known; chosen: Paid'],
		],
		[
			'no payment status, due withheld',
			{ filters: { paymentStatuses: ['PAID'] }, order: { paymentStatus: null, due: null } },
			['Payment Status: Payment Status is not known; chosen: Paid'],
		],
		[
			'unshipped, chosen',
			{ filters: { shipmentStatuses: ['UNSHIPPED'] }, shipment: 'UNSHIPPED' },
			[],
		],
		[
			'partly shipped, not chosen',
			{ filters: { shipmentStatuses: ['UNSHIPPED'] }, shipment: 'PARTIAL' },
			['Shipment Status: Shipment Status is Partial; chosen: Unshipped'],
		],
		['shipment status not known yet', { filters: { shipmentStatuses: ['UNSHIPPED'] } }, []],
		[
			'a chosen delivery method',
			{ filters: { deliveryMethods: ['SHIPPING', 'PICKUP_POINT'] } },
			[],
		],
		[
			'another delivery method',
			{
				filters: { deliveryMethods: ['SHIPPING', 'PICKUP_POINT'] },
				fulfillmentOrder: { deliveryMethod: 'PICK_UP' },
			},
			['Delivery Methods: Delivery Method is Store Pickup; chosen: Shipping, Pickup Point'],
		],
		[
			'no delivery method, but a destination',
			{
				filters: { deliveryMethods: ['SHIPPING'] },
				fulfillmentOrder: { deliveryMethod: null },
				order: { shippingCountry: null },
			},
			[],
		],
		[
			'no delivery method, but an address of the order',
			{
				filters: { deliveryMethods: ['SHIPPING'] },
				fulfillmentOrder: { deliveryMethod: null, hasDestination: false },
			},
			[],
		],
		[
			'no delivery method and no address',
			{
				filters: { deliveryMethods: ['SHIPPING'] },
				fulfillmentOrder: { deliveryMethod: null, hasDestination: false },
				order: { shippingCountry: null },
			},
			['Delivery Methods: Delivery Method is None; chosen: Shipping'],
		],
		['a chosen country', { filters: { countries: ['IE', 'GB'] } }, []],
		['a chosen country in small letters', { filters: { countries: ['gb'] } }, []],
		[
			'another country',
			{ filters: { countries: ['IE', 'GB'] }, fulfillmentOrder: { destinationCountry: 'NO' } },
			['Ship-To Countries: Ship-To Country is NO; chosen: IE, GB'],
		],
		["the order's country", { filters: { countries: ['GB'] }, fulfillmentOrder: ABROAD }, []],
		[
			"the order's other country",
			{
				filters: { countries: ['GB'] },
				fulfillmentOrder: ABROAD,
				order: { shippingCountry: 'FR' },
			},
			['Ship-To Countries: Ship-To Country is FR; chosen: GB'],
		],
		[
			'no country at all',
			{
				filters: { countries: ['GB'] },
				fulfillmentOrder: ABROAD,
				order: { shippingCountry: null },
			},
			['Ship-To Countries: Ship-To Country is not known; chosen: GB'],
		],
		[
			'one of the tags',
			{ filters: { tagsAny: ['b2b', 'express'] }, order: { tags: ['Express'] } },
			[],
		],
		[
			'none of the tags',
			{ filters: { tagsAny: ['b2b', 'express'] }, order: { tags: ['gift'] } },
			['Order Tags: Any Of: the order has none of the tags b2b, express'],
		],
		[
			'all of the tags',
			{ filters: { tagsAll: [' B2B', 'checked '] }, order: { tags: ['Checked', 'b2b '] } },
			[],
		],
		[
			'not all of the tags',
			{ filters: { tagsAll: ['b2b', 'checked', 'packed'] }, order: { tags: ['b2b'] } },
			['Order Tags: All Of: the order lacks the tags checked, packed'],
		],
		[
			'no forbidden tag',
			{ filters: { tagsNone: ['dropship'] }, order: { tags: ['dropship-later'] } },
			[],
		],
		[
			'a forbidden tag in other letters',
			{ filters: { tagsNone: ['dropship', 'fraud'] }, order: { tags: [' DropShip '] } },
			['Order Tags: None Of: the order has the tags dropship'],
		],
		['the start order itself', { filters: { startFromOrder: '5501042' } }, []],
		[
			'an order before the start',
			{ filters: { startFromOrder: '5501043' } },
			["Start From Order: the order's id 5501042 is lower than 5501043"],
		],
		[
			'a start id with more digits',
			{ filters: { startFromOrder: '10000000' } },
			["Start From Order: the order's id 5501042 is lower than 10000000"],
		],
		['a start id with fewer digits', { filters: { startFromOrder: '999999' } }, []],
		['exactly 60 days old', { filters: {}, order: { createdAt: '2026-09-24T09:00:00Z' } }, []],
		[
			'a second more than 60 days old',
			{ filters: {}, order: { createdAt: '2026-09-24T08:59:59Z' } },
			['Created Within: the order was created at 2026-09-24T08:59:59Z, more than 60 days ago'],
		],
		[
			'settled at this very moment',
			{ filters: { settleMinutes: 15 }, fulfillmentOrder: { createdAt: '2026-11-23T08:45:00Z' } },
			[],
		],
		[
			'settled a second later',
			{ filters: { settleMinutes: 15 }, fulfillmentOrder: { createdAt: '2026-11-23T08:45:01Z' } },
			[
				'Settle Time: it was created at 2026-11-23T08:45:01Z and settles until 2026-11-23T09:00:01.000Z',
			],
		],
		[
			'no settle time',
			{ filters: {}, fulfillmentOrder: { createdAt: '2026-11-23T09:05:00Z' } },
			[],
		],
		['a chosen sales channel', { filters: { salesChannels: [' Web', 'pos'] } }, []],
		[
			'another sales channel',
			{ filters: { salesChannels: ['pos'] } },
			['Sales Channels: Sales Channel is web; chosen: pos'],
		],
		[
			'no sales channel',
			{ filters: { salesChannels: ['pos'] }, order: { sourceName: null } },
			['Sales Channels: Sales Channel is not known; chosen: pos'],
		],
		['a chosen risk', { filters: { risks: ['ACCEPT', 'NONE'] } }, []],
		[
			'a risk that is withheld counts as none',
			{ filters: { risks: ['NONE'] }, order: { risk: null } },
			[],
		],
		[
			'another risk',
			{ filters: { risks: ['ACCEPT', 'NONE'] }, order: { risk: 'INVESTIGATE' } },
			['Risk: Risk is Investigate; chosen: Accept, None'],
		],
		['a test order among all', { filters: {}, order: { test: true } }, []],
		['a real order, test orders left out', { filters: { testOrders: 'exclude' } }, []],
		[
			'a test order, test orders left out',
			{ filters: { testOrders: 'exclude' }, order: { test: true } },
			['Test Orders: it is a test order'],
		],
		[
			'a test order, test orders only',
			{ filters: { testOrders: 'only' }, order: { test: true } },
			[],
		],
		[
			'a real order, test orders only',
			{ filters: { testOrders: 'only' } },
			['Test Orders: it is not a test order'],
		],
	])('%s', (_, given, expected) => {
		expect(reasonsOf(given)).toEqual(expected);
	});
});

describe('several filters at once', () => {
	it('names every filter that leaves an order out', () => {
		const reasons = reasonsOf({
			filters: {
				locations: ['7310'],
				paymentStatuses: ['PAID'],
				countries: ['GB'],
				tagsNone: ['fraud'],
				testOrders: 'exclude',
			},
			order: { paymentStatus: 'VOIDED', tags: ['fraud'], test: true },
			fulfillmentOrder: { location: YORK, destinationCountry: 'US' },
		});

		expect(reasons).toEqual([
			OUTSIDE,
			'Payment Status: Payment Status is Voided; chosen: Paid',
			'Ship-To Countries: Ship-To Country is US; chosen: GB',
			'Order Tags: None Of: the order has the tags fraud',
			'Test Orders: it is a test order',
		]);
	});

	it('lets an order through that matches all of them', () => {
		const filters: Partial<Filters> = {
			locations: ['7310'],
			paymentStatuses: ['PAID'],
			shipmentStatuses: ['PARTIAL'],
			deliveryMethods: ['SHIPPING'],
			countries: ['GB'],
			tagsAny: ['vip'],
			tagsAll: ['vip', 'gift'],
			tagsNone: ['fraud'],
			startFromOrder: '5501000',
			settleMinutes: 30,
			salesChannels: ['web'],
			risks: ['ACCEPT'],
			testOrders: 'exclude',
		};

		expect(reasonsOf({ filters, order: { tags: ['gift', 'VIP'] }, shipment: 'PARTIAL' })).toEqual(
			[],
		);
	});

	it('leaves out for units offered before what only guards the first offer', () => {
		const given: Case = {
			filters: {
				shipmentStatuses: ['UNSHIPPED'],
				startFromOrder: '9000000',
				settleMinutes: 600,
				paymentStatuses: ['PAID'],
			},
			order: { createdAt: '2026-08-01T09:00:00Z', paymentStatus: 'PENDING' },
			shipment: 'PARTIAL',
		};

		expect(reasonsOf(given)).toHaveLength(5);
		expect(reasonsOf({ ...given, again: true })).toEqual([
			'Payment Status: Payment Status is Pending; chosen: Paid',
		]);
	});
});
