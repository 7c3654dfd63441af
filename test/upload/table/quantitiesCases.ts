import { uploaded } from './shopSteps';
import { row, ship } from './shipmentText';
import type { UploadCase } from './uploadCase';
import { created, partly, rejected } from './uploadCase';

/** Too many, none, and lines that do not match. */
export const quantitiesCases: readonly UploadCase[] = [
	{
		name: 'too many: the rest is uploaded, the surplus reported',
		orders: ['#1042: 2 MUG-BLUE'],
		given: [ship('#1042', { 'MUG-BLUE': 3 }, 'T1')],
		answer: partly('overShipment', 2, { over: 1, says: '1 too many' }),
		shop: {
			fulfillments: ['F1 Leeds: 2 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'too many: rejected if so chosen',
		orders: ['#1042: 2 MUG-BLUE, 1 TEA-TIN'],
		given: [ship('#1042', { 'MUG-BLUE': 3, 'TEA-TIN': 1 }, 'T1')],
		settings: { overShipment: 'reject' },
		answer: rejected('overShipment', { over: 1, left: 3, says: '1 too many' }),
		shop: {
			fulfillments: [],
			fulfillmentOrders: ['FO1 Leeds OPEN 2 MUG-BLUE, 1 TEA-TIN'],
			told: [],
		},
		writes: 0,
	},
	{
		name: 'no units at all',
		orders: ['#1042: 2 MUG-BLUE'],
		given: [ship('#1042', { 'MUG-BLUE': 0 }, 'T1')],
		answer: rejected('noUnits', { left: 2, says: 'names no units' }),
		shop: {
			fulfillments: [],
			fulfillmentOrders: ['FO1 Leeds OPEN 2 MUG-BLUE'],
			told: [],
		},
		writes: 0,
	},
	{
		name: 'none of one line beside some of another',
		orders: ['#1042: 2 MUG-BLUE, 1 TEA-TIN'],
		given: [ship('#1042', { 'MUG-BLUE': 2, 'TEA-TIN': 0 }, 'T1')],
		answer: created(2, { left: 1 }),
		shop: {
			fulfillments: ['F1 Leeds: 2 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds IN_PROGRESS 1 TEA-TIN'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'an unknown SKU: nothing is uploaded, the nearest is named',
		orders: ['#1042: 2 MUG-BLUE, 1 TEA-TIN'],
		given: [ship('#1042', { 'MUG-BLUE': 2, 'TEA-TIM': 1 }, 'T1')],
		answer: rejected('unmatchedLine', {
			left: 3,
			says: 'Order #1042 has no line with the SKU TEA-TIM; the nearest is TEA-TIN',
		}),
		shop: {
			fulfillments: [],
			fulfillmentOrders: ['FO1 Leeds OPEN 2 MUG-BLUE, 1 TEA-TIN'],
			told: [],
		},
		writes: 0,
	},
	{
		name: 'an unknown SKU: the other lines are uploaded if so chosen',
		orders: ['#1042: 2 MUG-BLUE, 1 TEA-TIN'],
		given: [ship('#1042', { 'MUG-BLUE': 2, 'TEA-TIM': 1 }, 'T1')],
		settings: { unmatchedLines: 'skip' },
		answer: partly('unmatchedLine', 2, { left: 1, says: 'the nearest is TEA-TIN' }),
		shop: {
			fulfillments: ['F1 Leeds: 2 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds IN_PROGRESS 1 TEA-TIN'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'a field that cannot be used: the shipment is rejected',
		orders: ['#1042: 2 MUG-BLUE'],
		given: [
			ship('#1042', { 'MUG-BLUE': 1 }, 'T1', { problems: ['The quantity of item 0 is 1,5'] }),
		],
		answer: rejected('badInput', { left: 2, says: 'The quantity of item 0 is 1,5' }),
		shop: {
			fulfillments: [],
			fulfillmentOrders: ['FO1 Leeds OPEN 2 MUG-BLUE'],
			told: [],
		},
		writes: 0,
	},
	{
		name: 'a SKU with blanks around it',
		orders: ['#1042: 2 MUG-BLUE'],
		given: [ship('#1042', { ' MUG-BLUE ': 2 }, 'T1')],
		answer: created(2),
		shop: {
			fulfillments: ['F1 Leeds: 2 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'two lines of one SKU, 3 of 2 + 2 by SKU',
		orders: ['#1042: 2 MUG-BLUE, 2 MUG-BLUE'],
		given: [ship('#1042', { 'MUG-BLUE': 3 }, 'T1')],
		answer: created(3, { left: 1 }),
		shop: {
			fulfillments: ['F1 Leeds: 2 MUG-BLUE/1, 1 MUG-BLUE/2 | T1'],
			fulfillmentOrders: ['FO1 Leeds IN_PROGRESS 1 MUG-BLUE/2'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'two lines of one SKU, the last of 2 + 2 by SKU under another number',
		orders: ['#1042: 2 MUG-BLUE, 2 MUG-BLUE'],
		before: [uploaded(ship('#1042', { 'MUG-BLUE': 3 }, 'T1'))],
		given: [ship('#1042', { 'MUG-BLUE': 1 }, 'T2')],
		answer: created(1),
		shop: {
			fulfillments: ['F1 Leeds: 2 MUG-BLUE/1, 1 MUG-BLUE/2 | T1', 'F2 Leeds: 1 MUG-BLUE/2 | T2'],
			fulfillmentOrders: ['FO1 Leeds CLOSED'],
			told: ['F1 T1', 'F2 T2'],
		},
		writes: 1,
	},
	{
		name: 'two lines of one SKU, by order line',
		atStake: 'two lines of one SKU are two engravings: the customer is told of the wrong one',
		orders: ['#1042: 2 MUG-BLUE, 2 MUG-BLUE'],
		given: [ship('#1042', { '{L2}': 2, '{L1}': 1 }, 'T1')],
		answer: created(3, { left: 1 }),
		shop: {
			fulfillments: ['F1 Leeds: 1 MUG-BLUE/1, 2 MUG-BLUE/2 | T1'],
			fulfillmentOrders: ['FO1 Leeds IN_PROGRESS 1 MUG-BLUE/1'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'two lines of one SKU, one by order line and one by SKU',
		orders: ['#1042: 2 MUG-BLUE, 2 MUG-BLUE'],
		given: [ship('#1042', { 'MUG-BLUE': 2, '{L1}': 2 }, 'T1')],
		answer: created(4),
		shop: {
			fulfillments: ['F1 Leeds: 2 MUG-BLUE/1, 2 MUG-BLUE/2 | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'a digital line that is named is uploaded',
		orders: ['#1042: 1 MUG-BLUE, 1 EBOOK (digital)'],
		given: [ship('#1042', { 'MUG-BLUE': 1, EBOOK: 1 }, 'T1')],
		answer: created(2),
		shop: {
			fulfillments: ['F1 Leeds: 1 MUG-BLUE, 1 EBOOK | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED', 'FO2 Leeds CLOSED'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'one row of a shipment that cannot be read: the whole shipment waits',
		orders: ['#1042: 1 MUG-BLUE, 1 TEA-TIN'],
		given: [
			row('#1042', 'MUG-BLUE', 1, 'T1'),
			row('#1042', 'TEA-TIN', 0, 'T1', { problems: ['The quantity of item 1 is -3'] }),
		],
		answer: rejected('badInput', { left: 2, says: 'The quantity of item 1 is -3' }),
		shop: {
			fulfillments: [],
			fulfillmentOrders: ['FO1 Leeds OPEN 1 MUG-BLUE, 1 TEA-TIN'],
			told: [],
		},
		writes: 0,
	},
	{
		name: 'one row of a shipment that cannot be read: the others are uploaded if so chosen',
		orders: ['#1042: 1 MUG-BLUE, 1 TEA-TIN'],
		given: [
			row('#1042', 'MUG-BLUE', 1, 'T1'),
			row('#1042', 'TEA-TIN', 0, 'T1', { problems: ['The quantity of item 1 is -3'] }),
		],
		settings: { unmatchedLines: 'skip' },
		answer: partly('badInput', 1, { left: 1, says: 'The quantity of item 1 is -3' }),
		shop: {
			fulfillments: ['F1 Leeds: 1 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds IN_PROGRESS 1 TEA-TIN'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
];
