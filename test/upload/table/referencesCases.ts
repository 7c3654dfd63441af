import { placed, placedDaysAgo, uploaded } from './shopSteps';
import { byId, ship } from './shipmentText';
import type { ShopState } from './shopState';
import type { UploadCase } from './uploadCase';
import { alreadyUploaded, created, rejected } from './uploadCase';

const whole = (number: string) => ship(number, { 'MUG-BLUE': 1 }, 'T1');

const DONE: ShopState = {
	fulfillments: ['F1 Leeds: 1 MUG-BLUE | T1'],
	fulfillmentOrders: ['FO1 Leeds CLOSED'],
	told: ['F1 T1'],
};
const UNTOUCHED: ShopState = {
	fulfillments: [],
	fulfillmentOrders: ['FO1 Leeds OPEN 1 MUG-BLUE'],
	told: [],
};
const TWO_UNTOUCHED: ShopState = {
	fulfillments: [],
	fulfillmentOrders: ['#1042 FO1 Leeds OPEN 1 MUG-BLUE', '#1043 FO1 Leeds OPEN 1 MUG-BLUE'],
	told: [],
};

/** Numbers and ids that all mean the one order with one mug. */
const NAMES: readonly (readonly [name: string, number: string, prefix?: string])[] = [
	['without #', '1042'],
	['with blanks around it', '  #1042 '],
	['a target order number', '#1042-{FO1}'],
	['a target order number without #', '1042-{FO1}'],
	['a second offer', '#1042-{FO1}-2'],
	['sent again', '#1042-r2'],
	['a second offer, sent again', '#1042-{FO1}-2-r3'],
	['with the prefix', 'HG#1042', 'HG'],
	['with the prefix, without #', 'HG-1042', 'HG-'],
	['with the prefix in other letters', 'hg-1042-{FO1}', 'HG-'],
	['without the prefix that others have', '#1042', 'HG-'],
];

/** How a shipment names its order. */
export const referencesCases: readonly UploadCase[] = [
	...NAMES.map(
		([name, number, numberPrefix = '']): UploadCase => ({
			name: `${name}: ${number}`,
			orders: ['#1042: 1 MUG-BLUE'],
			given: [whole(number)],
			settings: { numberPrefix },
			answer: created(1),
			shop: DONE,
			writes: 1,
		}),
	),
	...(
		[
			['order', '{O}'],
			['order', 'gid://shopify/Order/{O}'],
			['fulfillmentOrder', '{FO1}'],
			['fulfillmentOrder', 'gid://shopify/FulfillmentOrder/{FO1}'],
		] as const
	).map(
		([by, id]): UploadCase => ({
			name: `by the id of the ${by}: ${id}`,
			orders: ['#1042: 1 MUG-BLUE'],
			given: [byId(by, id, whole(''))],
			answer: created(1),
			shop: DONE,
			writes: 1,
		}),
	),
	{
		name: 'an order named #1042-1 beside an order #1042',
		atStake: 'another customer is told that the goods are on the way',
		orders: ['#1042: 1 MUG-BLUE', '#1042-1: 1 MUG-BLUE'],
		given: [whole('#1042-1')],
		answer: created(1),
		shop: {
			fulfillments: ['#1042-1 F1 Leeds: 1 MUG-BLUE | T1'],
			fulfillmentOrders: ['#1042 FO1 Leeds OPEN 1 MUG-BLUE', '#1042-1 FO1 Leeds CLOSED'],
			told: ['#1042-1 F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'the target order number of an order named #1042-1',
		orders: ['#1042: 1 MUG-BLUE', '#1042-1: 1 MUG-BLUE'],
		given: [whole('#1042-1-{#1042-1 FO1}')],
		answer: created(1),
		shop: {
			fulfillments: ['#1042-1 F1 Leeds: 1 MUG-BLUE | T1'],
			fulfillmentOrders: ['#1042 FO1 Leeds OPEN 1 MUG-BLUE', '#1042-1 FO1 Leeds CLOSED'],
			told: ['#1042-1 F1 T1'],
		},
		writes: 1,
	},
	{
		name: '#1042-1 where no order is called so, and 1 is no fulfillment order',
		orders: ['#1042: 1 MUG-BLUE'],
		given: [whole('#1042-1')],
		answer: rejected('unknownOrder', { says: 'There is no order #1042-1' }),
		shop: UNTOUCHED,
		writes: 0,
	},
	{
		name: 'the fulfillment order of another order behind the number',
		atStake: 'the goods of one customer are fulfilled in the order of another',
		orders: ['#1042: 1 MUG-BLUE', '#1043: 1 MUG-BLUE'],
		given: [whole('#1042-{#1043 FO1}')],
		answer: rejected('unknownOrder', { says: 'There is no order #1042-{#1043 FO1}' }),
		shop: TWO_UNTOUCHED,
		writes: 0,
	},
	{
		name: 'an order that is not there',
		orders: ['#1042: 1 MUG-BLUE'],
		given: [whole('#1024')],
		answer: rejected('unknownOrder', {
			says: ['There is no order #1024', 'orders older than 60 days need the scope read_all_orders'],
		}),
		shop: UNTOUCHED,
		writes: 0,
	},
	{
		name: 'an id of an order that is not there',
		orders: ['#1042: 1 MUG-BLUE'],
		given: [byId('order', '6218340106419', whole(''))],
		answer: rejected('unknownOrder', { says: '6218340106419' }),
		shop: UNTOUCHED,
		writes: 0,
	},
	{
		name: 'an id of a fulfillment order that is not there',
		orders: ['#1042: 1 MUG-BLUE'],
		given: [byId('fulfillmentOrder', '7104552839347', whole(''))],
		answer: rejected('unknownOrder', { says: 'There is no fulfillment order 7104552839347' }),
		shop: UNTOUCHED,
		writes: 0,
	},
	{
		name: 'an order of 70 days ago, which Shopify withholds',
		orders: [],
		before: [placedDaysAgo(70, '#0950: 1 MUG-BLUE')],
		given: [whole('#0950')],
		answer: rejected('unknownOrder', { says: 'older than 60 days' }),
		shop: UNTOUCHED,
		writes: 0,
	},
	{
		name: 'two orders with one name',
		atStake: 'the wrong one of two customers is told',
		orders: ['#1042: 1 MUG-BLUE'],
		before: [placed('#1042: 1 MUG-BLUE')],
		given: [whole('#1042')],
		answer: rejected('ambiguousOrder', { says: '2 orders are called #1042' }),
		shop: {
			fulfillments: [],
			fulfillmentOrders: ['#1042 FO1 Leeds OPEN 1 MUG-BLUE', '#1042 FO1 Leeds OPEN 1 MUG-BLUE'],
			told: [],
		},
		writes: 0,
	},
	{
		name: 'two orders with one name, told apart by the fulfillment order behind it',
		orders: ['#1042: 1 MUG-BLUE'],
		before: [placed('#1042: 1 TEA-TIN')],
		given: [whole('#1042-{FO1}')],
		answer: created(1),
		shop: {
			fulfillments: ['#1042 F1 Leeds: 1 MUG-BLUE | T1'],
			fulfillmentOrders: ['#1042 FO1 Leeds CLOSED', '#1042 FO1 Leeds OPEN 1 TEA-TIN'],
			told: ['#1042 F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'one parcel with two target orders of one order, both in one list',
		orders: ['#1042: 1 MUG-BLUE, 1 MUG-BLUE at Camden'],
		given: [
			ship('#1042-{FO1}', { 'MUG-BLUE': 1 }, 'T1'),
			ship('#1042-{FO2}', { 'MUG-BLUE': 1 }, 'T1'),
		],
		answer: created(2),
		shop: {
			fulfillments: ['F1 Leeds: 1 MUG-BLUE/1 | T1', 'F2 Camden: 1 MUG-BLUE/2 | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED', 'FO2 Camden CLOSED'],
			told: ['F1 T1', 'F2 T1'],
		},
		writes: 2,
	},
	{
		name: 'one parcel with two target orders of one order, in two lists',
		atStake: 'the second passes for a repeat of the first and is never fulfilled',
		orders: ['#1042: 1 MUG-BLUE, 1 MUG-BLUE at Camden'],
		before: [uploaded(ship('#1042-{FO1}', { 'MUG-BLUE': 1 }, 'T1'))],
		given: [ship('#1042-{FO2}', { 'MUG-BLUE': 1 }, 'T1')],
		answer: created(1),
		shop: {
			fulfillments: ['F1 Leeds: 1 MUG-BLUE/1 | T1', 'F2 Camden: 1 MUG-BLUE/2 | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED', 'FO2 Camden CLOSED'],
			told: ['F1 T1', 'F2 T1'],
		},
		writes: 1,
	},
	{
		name: 'one parcel with two target orders of one order, in two lists, by order line',
		orders: ['#1042: 1 MUG-BLUE, 1 MUG-BLUE at Camden'],
		before: [uploaded(ship('#1042-{FO1}', { '{L1}': 1 }, 'T1'))],
		given: [ship('#1042-{FO2}', { '{L2}': 1 }, 'T1')],
		answer: created(1),
		shop: {
			fulfillments: ['F1 Leeds: 1 MUG-BLUE/1 | T1', 'F2 Camden: 1 MUG-BLUE/2 | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED', 'FO2 Camden CLOSED'],
			told: ['F1 T1', 'F2 T1'],
		},
		writes: 1,
	},
	{
		// Missing units come from other fulfillment orders; a second label belongs into Update Tracking.
		name: 'one more parcel of a target order that is shipped, the same SKU waits at another location',
		orders: ['#1042: 1 MUG-BLUE, 1 MUG-BLUE at Camden'],
		before: [uploaded(ship('#1042-{FO1}', { 'MUG-BLUE': 1 }, 'T1'))],
		given: [ship('#1042-{FO1}', { 'MUG-BLUE': 1 }, 'T2')],
		answer: created(1, { says: '1 unit of MUG-BLUE came from fulfillment order' }),
		again: alreadyUploaded(1),
		shop: {
			fulfillments: ['F1 Leeds: 1 MUG-BLUE/1 | T1', 'F2 Camden: 1 MUG-BLUE/2 | T2'],
			fulfillmentOrders: ['FO1 Leeds CLOSED', 'FO2 Camden CLOSED'],
			told: ['F1 T1', 'F2 T2'],
		},
		writes: 1,
	},
];
