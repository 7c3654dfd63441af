import { shippedByStaff, undone, uploaded } from './shopSteps';
import { ship } from './shipmentText';
import type { UploadCase } from './uploadCase';
import { alreadyUploaded, created, partly, rejected } from './uploadCase';

const total = (sku: string, inTotal: number) => [{ sku, inTotal }];

/** Shipped In Total: only the difference is sent. */
export const totalsCases: readonly UploadCase[] = [
	{
		name: 'in total: 2 of 5, then 5 of 5',
		orders: ['#1042: 5 MUG-BLUE'],
		before: [uploaded(ship('#1042', total('MUG-BLUE', 2)))],
		given: [ship('#1042', total('MUG-BLUE', 5))],
		answer: created(3),
		again: alreadyUploaded(0),
		shop: {
			fulfillments: ['F1 Leeds: 2 MUG-BLUE', 'F2 Leeds: 3 MUG-BLUE'],
			fulfillmentOrders: ['FO1 Leeds CLOSED'],
			told: ['F1', 'F2'],
		},
		writes: 1,
	},
	{
		name: 'in total: fewer than were shipped',
		orders: ['#1042: 5 MUG-BLUE'],
		before: [uploaded(ship('#1042', total('MUG-BLUE', 4)))],
		given: [ship('#1042', total('MUG-BLUE', 2))],
		answer: alreadyUploaded(0, { left: 1 }),
		shop: {
			fulfillments: ['F1 Leeds: 4 MUG-BLUE'],
			fulfillmentOrders: ['FO1 Leeds IN_PROGRESS 1 MUG-BLUE'],
			told: ['F1'],
		},
		writes: 0,
	},
	{
		name: 'in total: what staff shipped counts',
		orders: ['#1042: 5 MUG-BLUE'],
		before: [shippedByStaff('FO1', 'S1', { 'MUG-BLUE': 2 })],
		given: [ship('#1042', total('MUG-BLUE', 3), 'T1')],
		answer: created(1, { left: 2 }),
		again: alreadyUploaded(0, { left: 2 }),
		shop: {
			fulfillments: ['F1 Leeds: 2 MUG-BLUE | S1', 'F2 Leeds: 1 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds IN_PROGRESS 2 MUG-BLUE'],
			told: ['F2 T1'],
		},
		writes: 1,
	},
	{
		name: 'in total: a cancelled fulfillment does not count',
		orders: ['#1042: 2 MUG-BLUE'],
		before: [uploaded(ship('#1042', total('MUG-BLUE', 2), 'T1')), undone(1)],
		given: [ship('#1042', total('MUG-BLUE', 2), 'T1')],
		repeatsAll: false,
		answer: created(2),
		again: alreadyUploaded(0),
		shop: {
			fulfillments: ['F1 Leeds: 2 MUG-BLUE | T1 (CANCELLED)', 'F2 Leeds: 2 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED', 'FO2 Leeds CLOSED'],
			told: ['F1 T1', 'F2 T1'],
		},
		writes: 1,
	},
	{
		name: 'in total: more than was ordered',
		orders: ['#1042: 2 MUG-BLUE'],
		given: [ship('#1042', total('MUG-BLUE', 3), 'T1')],
		answer: partly('overShipment', 2, { over: 1, says: '1 too many' }),
		again: partly('overShipment', 0, { over: 1, says: '1 too many' }),
		shop: {
			fulfillments: ['F1 Leeds: 2 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED'],
			told: ['F1 T1'],
		},
		writes: 1,
	},
	{
		name: 'in total: the answer is lost after the work',
		orders: ['#1042: 5 MUG-BLUE'],
		given: [ship('#1042', total('MUG-BLUE', 2))],
		meanwhile: { faults: { 1: { kind: 'dropAnswer' } } },
		answer: created(2, { left: 3 }),
		again: alreadyUploaded(0, { left: 3 }),
		shop: {
			fulfillments: ['F1 Leeds: 2 MUG-BLUE'],
			fulfillmentOrders: ['FO1 Leeds IN_PROGRESS 3 MUG-BLUE'],
			told: ['F1'],
		},
		writes: 1,
	},
	{
		name: 'in total for one line, units for another, without a number: it could not be recognised',
		orders: ['#1042: 5 MUG-BLUE, 2 TEA-TIN'],
		given: [
			ship('#1042', [
				{ sku: 'MUG-BLUE', inTotal: 2 },
				{ sku: 'TEA-TIN', quantity: 1 },
			]),
		],
		answer: rejected('badInput', { left: 7, says: 'gives Shipped In Total for some lines only' }),
		shop: {
			fulfillments: [],
			fulfillmentOrders: ['FO1 Leeds OPEN 5 MUG-BLUE, 2 TEA-TIN'],
			told: [],
		},
		writes: 0,
	},
];
