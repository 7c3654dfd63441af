import { hold, release, uploaded, placedForLater } from './shopSteps';
import { ship } from './shipmentText';
import type { UploadCase } from './uploadCase';
import { created, partly, rejected } from './uploadCase';

/** Held and scheduled fulfillment orders. */
export const statesCases: readonly UploadCase[] = [
	{
		name: 'on hold',
		orders: ['#1042: 2 MUG-BLUE'],
		before: [hold('FO1', 'Check the address')],
		given: [ship('#1042', { 'MUG-BLUE': 2 }, 'T1')],
		answer: rejected('onHold', {
			heldBack: 2,
			left: 2,
			says: [
				'2 units of MUG-BLUE',
				'on hold in fulfillment order {FO1} of order #1042 at Leeds (Other: Check the address)',
				'Release the hold in Shopify',
			],
		}),
		shop: {
			fulfillments: [],
			fulfillmentOrders: ['FO1 Leeds ON_HOLD 2 MUG-BLUE'],
			told: [],
		},
		writes: 0,
	},
	{
		name: 'on hold, released, repeated',
		orders: ['#1042: 2 MUG-BLUE'],
		before: [
			hold('FO1', 'Check the address'),
			uploaded(ship('#1042', { 'MUG-BLUE': 2 }, 'T1')),
			release('FO1'),
		],
		given: [ship('#1042', { 'MUG-BLUE': 2 }, 'T1')],
		answer: created(2),
		shop: {
			fulfillments: ['F1 Leeds: 2 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'one location on hold, the other is uploaded',
		orders: ['#1042: 1 MUG-BLUE, 1 TEA-TIN at Camden'],
		before: [hold('FO2', 'Out of tea')],
		given: [ship('#1042', { 'MUG-BLUE': 1, 'TEA-TIN': 1 }, 'T1')],
		answer: partly('onHold', 1, { heldBack: 1, left: 1, says: 'at Camden (Other: Out of tea)' }),
		shop: {
			fulfillments: ['F1 Leeds: 1 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED', 'FO2 Camden ON_HOLD 1 TEA-TIN'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'too many beside a held unit: both are said, each once',
		orders: ['#1042: 2 MUG-BLUE'],
		before: [hold('FO1', 'Check the colour', { 'MUG-BLUE': 1 })],
		given: [ship('#1042', { 'MUG-BLUE': 3 }, 'T1')],
		answer: partly('onHold', 1, {
			heldBack: 1,
			over: 1,
			left: 1,
			says: ['on hold in fulfillment order {FO1}', '1 too many'],
		}),
		again: partly('onHold', 0, {
			already: 1,
			heldBack: 1,
			over: 1,
			left: 1,
			says: ['on hold in fulfillment order {FO1}', '1 too many'],
		}),
		shop: {
			fulfillments: ['F1 Leeds: 1 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds ON_HOLD 1 MUG-BLUE', 'FO2 Leeds CLOSED'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'scheduled for later',
		orders: [],
		before: [placedForLater(30, '#1042: 2 MUG-BLUE')],
		given: [ship('#1042', { 'MUG-BLUE': 2 }, 'T1')],
		answer: rejected('scheduled', {
			heldBack: 2,
			left: 2,
			says: ['2 units of MUG-BLUE', 'scheduled for 2026-10-14', 'Mark it as open in Shopify'],
		}),
		shop: {
			fulfillments: [],
			fulfillmentOrders: ['FO1 Leeds SCHEDULED 2 MUG-BLUE'],
			told: [],
		},
		writes: 0,
	},
];
