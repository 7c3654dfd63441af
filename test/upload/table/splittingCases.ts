import { hold, merge, move, progress, release, replaced, split, uploaded } from './shopSteps';
import { ship } from './shipmentText';
import type { UploadCase } from './uploadCase';
import { created, partly } from './uploadCase';

/** Fulfillment orders that were cut up, put together, moved or replaced since the warehouse read them. */
export const splittingCases: readonly UploadCase[] = [
	{
		name: 'split after the download, by SKU',
		orders: ['#1042: 3 MUG-BLUE'],
		before: [split('FO1', { 'MUG-BLUE': 1 })],
		given: [ship('#1042', { 'MUG-BLUE': 3 }, 'T1')],
		answer: created(3),
		shop: {
			fulfillments: ['F1 Leeds: 3 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED', 'FO2 Leeds CLOSED'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'split after the download, by order line',
		orders: ['#1042: 3 MUG-BLUE, 1 TEA-TIN'],
		before: [split('FO1', { 'TEA-TIN': 1 }), split('FO1', { 'MUG-BLUE': 2 })],
		given: [ship('#1042', { '{L1}': 3, '{L2}': 1 }, 'T1')],
		answer: created(4),
		shop: {
			fulfillments: ['F1 Leeds: 3 MUG-BLUE, 1 TEA-TIN | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED', 'FO2 Leeds CLOSED', 'FO3 Leeds CLOSED'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'split after the download, by the fulfillment order line of before',
		orders: ['#1042: 3 MUG-BLUE'],
		before: [split('FO1', { 'MUG-BLUE': 1 })],
		given: [ship('#1042-{FO1}', { '{FOL1.1}': 3 }, 'T1')],
		answer: created(3, {
			says: 'came from fulfillment order {FO2} at Leeds',
		}),
		shop: {
			fulfillments: ['F1 Leeds: 3 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED', 'FO2 Leeds CLOSED'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'a fulfillment order line that is gone, with the order line beside it',
		orders: ['#1042: 2 MUG-BLUE'],
		before: [move('FO1', 'Camden')],
		given: [
			ship(
				'#1042',
				[{ fulfillmentOrderLine: '15020871164595', orderLine: '{L1}', quantity: 2 }],
				'T1',
			),
		],
		answer: created(2),
		shop: {
			fulfillments: ['F1 Camden: 2 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Camden CLOSED'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'split, the second shipment names the fulfillment order that the first has emptied',
		orders: ['#1042: 2 MUG-BLUE'],
		before: [split('FO1', { 'MUG-BLUE': 1 }), uploaded(ship('#1042', { 'MUG-BLUE': 1 }, 'T1'))],
		given: [ship('#1042-{FO1}', { 'MUG-BLUE': 1 }, 'T2')],
		answer: created(1, { says: '1 unit of MUG-BLUE came from fulfillment order {FO2} at Leeds' }),
		shop: {
			fulfillments: ['F1 Leeds: 1 MUG-BLUE | T1', 'F2 Leeds: 1 MUG-BLUE | T2'],
			fulfillmentOrders: ['FO1 Leeds CLOSED', 'FO2 Leeds CLOSED'],
			told: ['F1 T1', 'F2 T2'],
		},
		writes: 1,
	},
	{
		name: 'merged: the named one was absorbed',
		orders: ['#1042: 3 MUG-BLUE'],
		before: [split('FO1', { 'MUG-BLUE': 1 }), merge('FO1', 'FO2')],
		given: [ship('#1042-{FO2}', { 'MUG-BLUE': 3 }, 'T1')],
		answer: created(3, { says: '3 units of MUG-BLUE came from fulfillment order {FO1} at Leeds' }),
		shop: {
			fulfillments: ['F1 Leeds: 3 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED', 'FO2 Leeds CLOSED'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'moved whole: the fulfillment is at the location of now',
		atStake: 'stock of the wrong location would go down',
		orders: ['#1042: 2 MUG-BLUE'],
		before: [move('FO1', 'Camden')],
		given: [ship('#1042-{FO1}', { 'MUG-BLUE': 2 }, 'T1')],
		answer: created(2),
		shop: {
			fulfillments: ['F1 Camden: 2 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Camden CLOSED'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'a part was moved: the units are followed, and the result says so',
		orders: ['#1042: 2 MUG-BLUE'],
		before: [move('FO1', 'Camden', { 'MUG-BLUE': 1 })],
		given: [ship('#1042-{FO1}', { 'MUG-BLUE': 2 }, 'T1')],
		answer: created(2, { says: '1 unit of MUG-BLUE came from fulfillment order {FO2} at Camden' }),
		shop: {
			fulfillments: ['F1 Leeds: 1 MUG-BLUE | T1', 'F2 Camden: 1 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED', 'FO2 Camden CLOSED'],
			told: ['F1 T1', 'F2 T1'],
		},
		writes: 2,
	},
	{
		name: 'a part was moved, and only what stayed is shipped',
		orders: ['#1042: 2 MUG-BLUE'],
		before: [move('FO1', 'Camden', { 'MUG-BLUE': 1 })],
		given: [ship('#1042-{FO1}', { 'MUG-BLUE': 1 }, 'T1')],
		answer: created(1, { left: 1 }),
		shop: {
			fulfillments: ['F1 Leeds: 1 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED', 'FO2 Camden OPEN 1 MUG-BLUE'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'a part is on hold: the rest is uploaded',
		orders: ['#1042: 2 MUG-BLUE'],
		before: [hold('FO1', 'Customer asks for another colour', { 'MUG-BLUE': 1 })],
		given: [ship('#1042', { 'MUG-BLUE': 2 }, 'T1')],
		answer: partly('onHold', 1, {
			heldBack: 1,
			left: 1,
			says: [
				'fulfillment order {FO1} of order #1042 at Leeds (Other: Customer asks for another colour)',
				'Release the hold in Shopify',
			],
		}),
		shop: {
			fulfillments: ['F1 Leeds: 1 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds ON_HOLD 1 MUG-BLUE', 'FO2 Leeds CLOSED'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'a part on hold, released, and the shipment repeated: the rest follows',
		atStake: 'the held unit is on the road and would stay unfulfilled for ever',
		orders: ['#1042: 2 MUG-BLUE'],
		before: [
			hold('FO1', 'Customer asks for another colour', { 'MUG-BLUE': 1 }),
			uploaded(ship('#1042', { 'MUG-BLUE': 2 }, 'T1')),
			release('FO1'),
		],
		given: [ship('#1042', { 'MUG-BLUE': 2 }, 'T1')],
		answer: created(1, { already: 1 }),
		shop: {
			fulfillments: ['F1 Leeds: 1 MUG-BLUE | T1', 'F2 Leeds: 1 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED', 'FO2 Leeds CLOSED'],
			told: ['F1 T1', 'F2 T1'],
		},
		writes: 1,
	},
	{
		name: 'a part hold on the other units does not matter',
		orders: ['#1042: 2 MUG-BLUE, 1 TEA-TIN'],
		before: [hold('FO1', 'Out of tea', { 'TEA-TIN': 1 })],
		given: [ship('#1042-{FO1}', { 'MUG-BLUE': 2 }, 'T1')],
		answer: created(2, {
			left: 1,
			says: '2 units of MUG-BLUE came from fulfillment order {FO2} at Leeds',
		}),
		shop: {
			fulfillments: ['F1 Leeds: 2 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds ON_HOLD 1 TEA-TIN', 'FO2 Leeds CLOSED'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'held and released: the progress is gone, the units are there',
		orders: ['#1042: 2 MUG-BLUE'],
		before: [progress('FO1'), hold('FO1', 'Check the address'), release('FO1')],
		given: [ship('#1042-{FO1}', { 'MUG-BLUE': 2 }, 'T1')],
		answer: created(2),
		shop: {
			fulfillments: ['F1 Leeds: 2 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'cancelled and replaced by another fulfillment order',
		orders: ['#1042: 2 MUG-BLUE'],
		before: [replaced('FO1')],
		given: [ship('#1042-{FO1}', { '{FOL1.1}': 2 }, 'T1')],
		answer: created(2, { says: 'came from fulfillment order {FO2} at Leeds' }),
		shop: {
			fulfillments: ['F1 Leeds: 2 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED', 'FO2 Leeds CLOSED'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
];
