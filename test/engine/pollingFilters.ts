import type { INodeParameters } from 'n8n-workflow';
import type { DemoShop, DemoShopOptions, Order, OrderInput } from '../shop';

const DAY_MS = 24 * 3_600_000;

/** An order of a case, before it is placed; `after` is done to it once it is. */
export interface PlacedOrder extends OrderInput {
	/** Minutes before the poll at which it is placed; default 0. */
	readonly minutesAgo?: number;
	/** Days before the poll at which it was created; default 0. */
	readonly daysAgo?: number;
	readonly after?: (shop: DemoShop, order: Order) => void;
}

/** One setting of the trigger, an order that it lets through and one that it keeps out. */
export interface FilterCase {
	readonly name: string;
	/** Fields of the trigger. `in` is the order that is let through. */
	readonly trigger: (orders: { readonly in: Order; readonly shop: DemoShop }) => INodeParameters;
	readonly lets: PlacedOrder;
	readonly keepsOut: PlacedOrder;
	/** The reason that the log counts the other one under. */
	readonly reason: string;
	readonly shop?: DemoShopOptions;
}

const none = (): INodeParameters => ({});
const filters = (fields: INodeParameters) => (): INodeParameters => ({ filters: fields });
const first = (order: Order): string => order.fulfillmentOrders[0]?.id ?? '';

/** When an order is created, in milliseconds. */
export function createdAt(order: PlacedOrder, now: number): number {
	return now - (order.daysAgo ?? 0) * DAY_MS - (order.minutesAgo ?? 0) * 60_000;
}

const MIXED_LOCATIONS = {
	lines: [
		{ sku: 'MUG-STN-350', quantity: 1 },
		{ sku: 'BLK-WOL-GRY', quantity: 1, location: 'Camden Shop' },
	],
};

/** Ships the first fulfillment order whole. */
function shipFirst(shop: DemoShop, order: Order): void {
	shop.ship(first(order));
}

/** Ships one mug of the first fulfillment order. */
function shipOne(shop: DemoShop, order: Order): void {
	const line = order.fulfillmentOrders[0]?.lines[0];
	shop.ship(first(order), { units: [{ id: line?.id ?? '', quantity: 1 }] });
}

const payment = (paymentStatuses: string[]) => (): INodeParameters => ({ paymentStatuses });

const READ_ALL: DemoShopOptions = {
	accessScopes: [
		'read_all_orders',
		'write_orders',
		'read_products',
		'read_locations',
		'read_customers',
		'write_merchant_managed_fulfillment_orders',
		'write_third_party_fulfillment_orders',
	],
};

/** What makes a fulfillment order ready, whatever the filters say. */
export const READINESS_CASES: readonly FilterCase[] = [
	{
		name: 'a released order, not one on hold',
		trigger: none,
		lets: {
			after: (shop, order) => {
				shop.hold(first(order));
				shop.releaseHold(first(order));
			},
		},
		keepsOut: {
			after: (shop, order) => {
				shop.hold(first(order));
			},
		},
		reason: 'Ready',
	},
	{
		name: 'an order whose time has come, not a scheduled one',
		trigger: none,
		lets: { minutesAgo: 90, fulfillAt: Date.parse('2026-09-14T09:00:00Z') },
		keepsOut: { fulfillAt: Date.parse('2026-09-20T09:00:00Z') },
		reason: 'Ready',
	},
	{
		name: 'an order in progress by a part shipment, not one that staff have set in progress',
		trigger: none,
		lets: { lines: [{ sku: 'MUG-STN-350', quantity: 2 }], after: shipOne },
		keepsOut: {
			after: (shop, order) => {
				shop.reportProgress(first(order), 'Packed by hand');
			},
		},
		reason: 'Ready',
	},
	{
		name: 'a location of the merchant, not a fulfillment service',
		trigger: none,
		lets: {},
		keepsOut: { lines: [{ sku: 'MUG-STN-350', location: 'Swift Logistics' }] },
		reason: 'Ready',
		shop: {
			locations: [
				{ name: 'Leeds Warehouse' },
				{ name: 'Swift Logistics', fulfillmentService: true },
			],
		},
	},
];

/** Each filter of the trigger alone. */
export const FILTER_CASES: readonly FilterCase[] = [
	...['PAID', 'PARTIALLY_PAID', 'PARTIALLY_REFUNDED'].flatMap((good) =>
		['PENDING', 'AUTHORIZED', 'REFUNDED', 'VOIDED', 'EXPIRED']
			.slice(0, good === 'PAID' ? 5 : 1)
			.map(
				(bad): FilterCase => ({
					name: `Payment Status as it comes: ${good}, not ${bad}`,
					trigger: none,
					lets: { financialStatus: good as 'PAID' },
					keepsOut: { financialStatus: bad as 'PENDING' },
					reason: 'Payment Status',
				}),
			),
	),
	{
		name: 'Payment Status: an order without one counts as paid when nothing is due',
		trigger: none,
		lets: {
			financialStatus: null,
			lines: [{ sku: 'MUG-STN-350', price: 0, taxRate: 0 }],
			shippingLine: null,
		},
		keepsOut: { financialStatus: null },
		reason: 'Payment Status',
	},
	{
		name: 'Payment Status: Authorized for shops that capture when shipping',
		trigger: payment(['AUTHORIZED']),
		lets: { financialStatus: 'AUTHORIZED' },
		keepsOut: { financialStatus: 'PAID' },
		reason: 'Payment Status',
	},
	{
		name: 'Payment Status: none chosen means all',
		trigger: payment([]),
		lets: { financialStatus: 'VOIDED' },
		keepsOut: { deliveryMethod: 'PICK_UP' },
		reason: 'Delivery Methods',
	},
	{
		name: 'Shipment Status: Unshipped, although a part is in progress',
		trigger: filters({ shipmentStatuses: ['UNSHIPPED'] }),
		lets: {
			...MIXED_LOCATIONS,
			after: (shop, order) => {
				shop.reportProgress(first(order), 'Packed by hand');
			},
		},
		keepsOut: { ...MIXED_LOCATIONS, after: shipFirst },
		reason: '',
	},
	{
		name: 'Shipment Status: Partial',
		trigger: filters({ shipmentStatuses: ['PARTIAL'] }),
		lets: { ...MIXED_LOCATIONS, after: shipFirst },
		keepsOut: {},
		reason: '',
	},
	...['LOCAL', 'PICK_UP', 'RETAIL', 'NONE'].map(
		(bad): FilterCase => ({
			name: `Delivery Methods as they come: Pickup Point, not ${bad}`,
			trigger: none,
			lets: { deliveryMethod: 'PICKUP_POINT' },
			keepsOut: { deliveryMethod: bad as 'LOCAL' },
			reason: 'Delivery Methods',
		}),
	),
	{
		name: 'Delivery Methods: one without a method is shipped if there is an address',
		trigger: none,
		lets: { deliveryMethod: null },
		keepsOut: { deliveryMethod: null, shippingAddress: null },
		reason: 'Delivery Methods',
	},
	{
		name: 'Delivery Methods: Local Delivery',
		trigger: () => ({ deliveryMethods: ['LOCAL'] }),
		lets: { deliveryMethod: 'LOCAL' },
		keepsOut: { deliveryMethod: 'SHIPPING' },
		reason: 'Delivery Methods',
	},
	{
		name: 'Ship-To Countries, in any case and with blanks',
		trigger: filters({ countries: ' de, At' }),
		lets: { shippingAddress: { countryCode: 'AT' } },
		keepsOut: { shippingAddress: { countryCode: 'GB' } },
		reason: 'Ship-To Countries',
	},
	{
		name: 'Order Tags: Any Of, letter case ignored',
		trigger: filters({ tagsAny: 'Express, warehouse' }),
		lets: { tags: ['EXPRESS', 'gift'] },
		keepsOut: { tags: ['express-later'] },
		reason: 'Order Tags: Any Of',
	},
	{
		name: 'Order Tags: All Of, letter case ignored',
		trigger: filters({ tagsAll: 'approved,B2B' }),
		lets: { tags: ['b2b', 'Approved', 'other'] },
		keepsOut: { tags: ['approved'] },
		reason: 'Order Tags: All Of',
	},
	{
		name: 'Order Tags: None Of, letter case ignored',
		trigger: filters({ tagsNone: 'do-not-ship' }),
		lets: { tags: ['ship'] },
		keepsOut: { tags: ['Do-Not-Ship'] },
		reason: 'Order Tags: None Of',
	},
	{
		name: 'Start From Order, chosen from the list',
		trigger: ({ in: order }) => ({
			startFromOrder: { __rl: true, mode: 'list', value: String(order.legacyId) },
		}),
		lets: {},
		keepsOut: { minutesAgo: 10 },
		reason: 'Start From Order',
	},
	{
		name: 'Start From Order, by its global id',
		trigger: ({ in: order }) => ({ startFromOrder: { __rl: true, mode: 'id', value: order.id } }),
		lets: {},
		keepsOut: { minutesAgo: 10 },
		reason: 'Start From Order',
	},
	{
		name: 'Created Within as it comes: 60 days',
		trigger: none,
		lets: { daysAgo: 59 },
		keepsOut: { daysAgo: 61 },
		reason: 'Created Within',
		shop: READ_ALL,
	},
	{
		name: 'Created Within more than 60 days, with read_all_orders',
		trigger: () => ({ createdWithin: 90 }),
		lets: { daysAgo: 89 },
		keepsOut: { daysAgo: 91 },
		reason: 'Created Within',
		shop: READ_ALL,
	},
	{
		name: 'Settle Time, from the creation of the fulfillment order',
		trigger: filters({ settleTime: 30 }),
		lets: { minutesAgo: 31 },
		keepsOut: { minutesAgo: 29 },
		reason: 'Settle Time',
	},
	{
		name: 'Sales Channels, letter case ignored',
		trigger: filters({ salesChannels: 'Web, shopify_draft_order' }),
		lets: { sourceName: 'web' },
		keepsOut: { sourceName: 'pos' },
		reason: 'Sales Channels',
	},
	{
		name: 'Risk',
		trigger: filters({ risks: ['ACCEPT', 'NONE'] }),
		lets: { risk: 'NONE' },
		keepsOut: { risk: 'HIGH' },
		reason: 'Risk',
	},
	{
		name: 'Test Orders: Leave Out',
		trigger: filters({ testOrders: 'exclude' }),
		lets: {},
		keepsOut: { test: true },
		reason: 'Test Orders',
	},
	{
		name: 'Test Orders: Only Test Orders',
		trigger: filters({ testOrders: 'only' }),
		lets: { test: true },
		keepsOut: {},
		reason: 'Test Orders',
	},
	{
		name: 'Include Lines That Need No Shipping: off',
		trigger: () => ({ deliveryMethods: [] }),
		lets: {},
		keepsOut: { lines: [{ title: 'Gift Card', isGiftCard: true, price: 25 }] },
		reason: 'Ready',
	},
	{
		name: 'Include Lines That Need No Shipping: on',
		trigger: () => ({ deliveryMethods: ['NONE'], includeNoShipping: true }),
		lets: { lines: [{ title: 'Gift Card', isGiftCard: true, price: 25 }] },
		keepsOut: {},
		reason: 'Delivery Methods',
	},
	{
		name: 'Locations',
		trigger: ({ shop }) => {
			const camden = [...shop.state.locations.values()].find(({ name }) => name === 'Camden Shop');
			return { filters: { locations: [String(camden?.legacyId)] } };
		},
		lets: { lines: [{ sku: 'MUG-STN-350', location: 'Camden Shop' }] },
		keepsOut: { lines: [{ sku: 'MUG-STN-350', location: 'Leeds Warehouse' }] },
		reason: 'Locations',
	},
];
