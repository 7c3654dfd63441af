import { cutInto, shippedOneByOne } from './shopSteps';
import { ship } from './shipmentText';
import type { UploadCase } from './uploadCase';
import { created, rejected } from './uploadCase';

const PARTS = Object.fromEntries(
	Array.from({ length: 600 }, (_none, index) => [`PART-${String(index + 1).padStart(3, '0')}`, 1]),
);
const DROP = { kind: 'drop' } as const;

/** Shopify's limits: 512 lines of a call, 250 fulfillments of an order, pages of lists. */
export const limitsCases: readonly UploadCase[] = [
	{
		name: '600 lines are two calls',
		orders: ['#1042: 600 lines'],
		given: [ship('#1042', PARTS, 'T1')],
		answer: created(600),
		shop: {
			fulfillments: [
				'F1 Leeds: 512 units of 512 lines | T1',
				'F2 Leeds: 88 units of 88 lines | T1',
			],
			fulfillmentOrders: ['FO1 Leeds CLOSED'],
			told: ['F1 T1', 'F2 T1'],
		},
		writes: 2,
	},
	{
		name: '600 lines without a number',
		orders: ['#1042: 600 lines'],
		given: [ship('#1042', PARTS)],
		answer: created(600),
		shop: {
			fulfillments: ['F1 Leeds: 512 units of 512 lines', 'F2 Leeds: 88 units of 88 lines'],
			fulfillmentOrders: ['FO1 Leeds CLOSED'],
			told: ['F1', 'F2'],
		},
		writes: 2,
	},
	{
		name: 'everything of 600 lines, given up after the first call: the next run does the rest',
		orders: ['#1042: 600 lines'],
		given: [ship('#1042', 'all', 'T1')],
		meanwhile: { faults: { 2: DROP, 3: DROP, 4: DROP } },
		answer: { error: 'connection' },
		shop: {
			fulfillments: ['F1 Leeds: 512 units of 512 lines | T1'],
			fulfillmentOrders: ['FO1 Leeds IN_PROGRESS 88 units of 88 lines'],
			told: ['F1 T1'],
		},
		writes: 4,
		again: created(88, { already: 512 }),
		shopAgain: {
			fulfillments: [
				'F1 Leeds: 512 units of 512 lines | T1',
				'F2 Leeds: 88 units of 88 lines | T1',
			],
			fulfillmentOrders: ['FO1 Leeds CLOSED'],
			told: ['F1 T1', 'F2 T1'],
		},
		writesAgain: 1,
	},
	{
		name: '30 fulfillment orders of one location are one call',
		orders: ['#1042: 30 MUG-BLUE'],
		before: [cutInto(30, 'MUG-BLUE')],
		given: [ship('#1042', { 'MUG-BLUE': 30 }, 'T1')],
		answer: created(30),
		shop: {
			fulfillments: ['F1 Leeds: 30 MUG-BLUE | T1'],
			fulfillmentOrders: ['30 x Leeds CLOSED'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: '260 fulfillment orders are two calls',
		orders: ['#1042: 260 MUG-BLUE'],
		before: [cutInto(260, 'MUG-BLUE')],
		given: [ship('#1042', { 'MUG-BLUE': 260 }, 'T1')],
		answer: created(260),
		shop: {
			fulfillments: ['F1 Leeds: 250 MUG-BLUE | T1', 'F2 Leeds: 10 MUG-BLUE | T1'],
			fulfillmentOrders: ['260 x Leeds CLOSED'],
			told: ['F1 T1', 'F2 T1'],
		},
		writes: 2,
	},
	{
		name: 'an order with so many fulfillments that Shopify does not list them all',
		atStake: 'a repeat could not be recognised, and would ship the rest',
		orders: ['#1042: 260 MUG-BLUE'],
		before: [shippedOneByOne(250, 'MUG-BLUE')],
		given: [ship('#1042', { 'MUG-BLUE': 1 }, 'T1')],
		answer: rejected('refused', { says: 'Order #1042 has 250 fulfillments or more' }),
		shop: {
			fulfillments: ['250 x Leeds: 1 MUG-BLUE'],
			fulfillmentOrders: ['FO1 Leeds IN_PROGRESS 10 MUG-BLUE'],
			told: [],
		},
		writes: 0,
	},
];
