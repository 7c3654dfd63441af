import { cancelled, edited, progress, shippedByStaff, undone, uploaded } from './shopSteps';
import { ship } from './shipmentText';
import type { UploadCase } from './uploadCase';
import { alreadyUploaded, created, partly, rejected, trackingAdded } from './uploadCase';

/** Orders that were cancelled, edited or shipped by staff in the meantime. */
export const editsCases: readonly UploadCase[] = [
	{
		name: 'the order was cancelled',
		atStake: 'the parcel is to be stopped, which only a person can do',
		orders: ['#1042: 2 MUG-BLUE'],
		before: [cancelled],
		given: [ship('#1042', { 'MUG-BLUE': 2 }, 'T1')],
		answer: rejected('cancelled', { says: 'Stop the parcel' }),
		shop: {
			fulfillments: [],
			fulfillmentOrders: ['FO1 Leeds CLOSED 2 MUG-BLUE'],
			told: [],
		},
		writes: 0,
	},
	{
		name: 'shipped, taken back, the order cancelled: the repeated shipment is not made again',
		atStake: 'a cancelled and refunded order would be fulfilled',
		orders: ['#1042: 2 MUG-BLUE'],
		before: [uploaded(ship('#1042', { 'MUG-BLUE': 2 }, 'T1')), undone(1), cancelled],
		given: [ship('#1042', { 'MUG-BLUE': 2 }, 'T1')],
		answer: rejected('cancelled', { says: 'Order #1042 was cancelled' }),
		shop: {
			fulfillments: ['F1 Leeds: 2 MUG-BLUE | T1 (CANCELLED)'],
			fulfillmentOrders: ['FO1 Leeds CLOSED', 'FO2 Leeds CLOSED 2 MUG-BLUE'],
			told: ['F1 T1'],
		},
		writes: 0,
	},
	{
		name: 'two locations by the number of the first, then a unit was added there, and the parcel repeated',
		atStake: 'the added unit would be fulfilled by a parcel that left before',
		orders: ['#1042: 1 MUG-BLUE, 1 MUG-BLUE at Camden'],
		before: [
			uploaded(ship('#1042-{FO1}', { 'MUG-BLUE': 2 }, 'T1')),
			edited({ add: [{ lineItemId: 'MUG-BLUE', quantity: 1 }] }),
		],
		given: [ship('#1042-{FO1}', { 'MUG-BLUE': 2 }, 'T1')],
		answer: alreadyUploaded(2, { left: 1 }),
		shop: {
			fulfillments: ['F1 Leeds: 1 MUG-BLUE/1 | T1', 'F2 Camden: 1 MUG-BLUE/2 | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED', 'FO2 Camden CLOSED', 'FO3 Leeds OPEN 1 MUG-BLUE/1'],
			told: ['F1 T1', 'F2 T1'],
		},
		writes: 0,
	},
	{
		name: 'edited down before shipping: too many',
		orders: ['#1042: 3 MUG-BLUE'],
		before: [edited({ remove: [{ lineItemId: 'MUG-BLUE', quantity: 1 }] })],
		given: [ship('#1042', { 'MUG-BLUE': 3 }, 'T1')],
		answer: partly('overShipment', 2, {
			over: 1,
			says: ['3 units of MUG-BLUE', 'only 2 were left to ship of order #1042: 1 too many'],
		}),
		again: partly('overShipment', 0, { already: 2, over: 1, says: 'too many' }),
		shop: {
			fulfillments: ['F1 Leeds: 2 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'edited down after shipping, then one more parcel: its number is added by the default rule',
		atStake: 'a unit that was refunded is on the road, and only the numbers of the answer show it',
		orders: ['#1042: 3 MUG-BLUE'],
		before: [
			uploaded(ship('#1042', { 'MUG-BLUE': 2 }, 'T1')),
			edited({ remove: [{ lineItemId: 'MUG-BLUE', quantity: 1 }] }),
		],
		given: [ship('#1042', { 'MUG-BLUE': 1 }, 'T2')],
		answer: trackingAdded(),
		again: alreadyUploaded(1),
		shop: {
			fulfillments: ['F1 Leeds: 2 MUG-BLUE | T1 + T2'],
			fulfillmentOrders: ['FO1 Leeds CLOSED'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'edited down after shipping, then one more parcel, with the rule to report',
		orders: ['#1042: 3 MUG-BLUE'],
		before: [
			uploaded(ship('#1042', { 'MUG-BLUE': 2 }, 'T1')),
			edited({ remove: [{ lineItemId: 'MUG-BLUE', quantity: 1 }] }),
		],
		given: [ship('#1042', { 'MUG-BLUE': 1 }, 'T2')],
		settings: { otherTracking: 'report' },
		answer: rejected('alreadyShipped', { over: 1, says: ['1 unit of MUG-BLUE', '#1042-F1 (T1)'] }),
		shop: {
			fulfillments: ['F1 Leeds: 2 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED'],
			told: ['F1 T1'],
		},
		writes: 0,
	},
	{
		name: 'edited up: the added unit is in another fulfillment order',
		orders: ['#1042: 1 MUG-BLUE'],
		before: [progress('FO1'), edited({ add: [{ lineItemId: 'MUG-BLUE', quantity: 1 }] })],
		given: [ship('#1042-{FO1}', { 'MUG-BLUE': 2 }, 'T1')],
		answer: created(2, { says: '1 unit of MUG-BLUE came from fulfillment order {FO2} at Leeds' }),
		shop: {
			fulfillments: ['F1 Leeds: 2 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED', 'FO2 Leeds CLOSED'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'the line was taken off the order altogether',
		orders: ['#1042: 1 MUG-BLUE, 1 TEA-TIN'],
		before: [edited({ remove: [{ lineItemId: 'TEA-TIN', quantity: 1 }] })],
		given: [ship('#1042', { 'MUG-BLUE': 1, 'TEA-TIN': 1 }, 'T1')],
		answer: rejected('unmatchedLine', {
			left: 1,
			says: 'Order #1042 has no line with the SKU TEA-TIN',
		}),
		shop: {
			fulfillments: [],
			fulfillmentOrders: ['FO1 Leeds OPEN 1 MUG-BLUE'],
			told: [],
		},
		writes: 0,
	},
	{
		name: 'staff shipped one fulfillment order of two, the warehouse the whole order',
		orders: ['#1042: 1 MUG-BLUE, 1 TEA-TIN at Camden'],
		before: [shippedByStaff('FO2', 'S1')],
		given: [ship('#1042', { 'MUG-BLUE': 1, 'TEA-TIN': 1 }, 'T1')],
		answer: partly('alreadyShipped', 1, {
			over: 1,
			says: ['1 unit of TEA-TIN of order #1042', '#1042-F1 (S1)'],
		}),
		again: partly('alreadyShipped', 0, { already: 1, over: 1, says: '#1042-F1 (S1)' }),
		shop: {
			fulfillments: ['F1 Camden: 1 TEA-TIN | S1', 'F2 Leeds: 1 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED', 'FO2 Camden CLOSED'],
			told: ['F2 T1'],
		},
		writes: 1,
	},
	{
		name: 'staff shipped all without a number, the warehouse in two parcels: both numbers are added',
		orders: ['#1042: 2 MUG-BLUE'],
		before: [shippedByStaff('FO1')],
		given: [ship('#1042', { 'MUG-BLUE': 1 }, 'T1'), ship('#1042', { 'MUG-BLUE': 1 }, 'T2')],
		answer: trackingAdded(),
		again: [alreadyUploaded(1), alreadyUploaded(1)],
		shop: {
			fulfillments: ['F1 Leeds: 2 MUG-BLUE | T1 + T2'],
			fulfillmentOrders: ['FO1 Leeds CLOSED'],
			told: [],
		},
		writes: 2,
	},
];
