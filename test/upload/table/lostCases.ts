import type { Fault } from '../../shop';
import { shippedByStaff } from './shopSteps';
import { ship } from './shipmentText';
import type { UploadCase } from './uploadCase';
import { alreadyUploaded, created, partly, rejected, trackingAdded } from './uploadCase';

/** The work is done, the answer lost. */
const LOST: Fault = { kind: 'dropAnswer' };
/** The connection breaks before anything is done. */
const BROKEN: Fault = { kind: 'drop' };
const SERVER_ERROR: Fault = { kind: 'fail', status: 500 };
const THROTTLED: Fault = { kind: 'throttle' };
const PAGE: Fault = { kind: 'html' };
/** The connection breaks, and the work is done so many milliseconds later. */
const late = (lateMs: number): Fault => ({ kind: 'late', lateMs });
/** Shopify refuses, whatever the reason. */
const REFUSED: Fault = {
	kind: 'fail',
	status: 200,
	headers: {},
	body: JSON.stringify({
		data: {
			fulfillmentCreate: {
				fulfillment: null,
				userErrors: [{ field: ['fulfillment'], message: 'Shipping label is required.' }],
			},
		},
	}),
};

const WHOLE = {
	fulfillments: ['F1 Leeds: 2 MUG-BLUE | T1'],
	fulfillmentOrders: ['FO1 Leeds CLOSED'],
	told: ['F1 T1'],
};
const PART = {
	fulfillments: ['F1 Leeds: 2 MUG-BLUE | T1'],
	fulfillmentOrders: ['FO1 Leeds IN_PROGRESS 2 MUG-BLUE'],
	told: ['F1 T1'],
};
const THREE = {
	fulfillments: [
		'F1 Leeds: 1 MUG-BLUE | T1',
		'F2 Camden: 1 TEA-TIN | T1',
		'F3 Galway: 1 BOWL | T1',
	],
	fulfillmentOrders: ['FO1 Leeds CLOSED', 'FO2 Camden CLOSED', 'FO3 Galway CLOSED'],
	told: ['F1 T1', 'F2 T1', 'F3 T1'],
};
const threePlaces = ['#1042: 1 MUG-BLUE, 1 TEA-TIN at Camden, 1 BOWL at Galway'];
const threeLines = { 'MUG-BLUE': 1, 'TEA-TIN': 1, BOWL: 1 };

/** Lost answers. Two of four units are shipped, so that a repeat could do harm. */
export const lostCases: readonly UploadCase[] = [
	...(
		[
			['the answer is lost after the work', { 1: LOST }, 1],
			['the connection breaks before the work', { 1: BROKEN }, 2],
			['Shopify fails with 500 before the work', { 1: SERVER_ERROR }, 2],
			['Shopify throttles', { 1: THROTTLED }, 2],
			['a proxy answers with a page instead', { 1: PAGE }, 2],
			['two connections break in turn', { 1: BROKEN, 2: BROKEN }, 3],
			['a broken connection, then a lost answer', { 1: BROKEN, 2: LOST }, 2],
			['the work is done a second after the connection broke', { 1: late(1000) }, 1],
			['the work is done 20 seconds after the connection broke', { 1: late(20_000) }, 1],
		] as const
	).flatMap(([name, faults, writes]): readonly UploadCase[] => [
		{
			name,
			orders: ['#1042: 4 MUG-BLUE'],
			given: [ship('#1042', { 'MUG-BLUE': 2 }, 'T1')],
			meanwhile: { faults },
			answer: created(2, { left: 2 }),
			shop: PART,
			writes,
		},
		{
			name: `${name}, without a tracking number`,
			orders: ['#1042: 4 MUG-BLUE'],
			given: [ship('#1042', { 'MUG-BLUE': 2 })],
			meanwhile: { faults },
			answer: created(2, { left: 2 }),
			shop: { ...PART, fulfillments: ['F1 Leeds: 2 MUG-BLUE'], told: ['F1'] },
			writes,
		},
	]),
	{
		name: 'the answer is lost, and the new fulfillment is listed only 5 seconds later',
		orders: ['#1042: 4 MUG-BLUE'],
		unknowns: { fulfillmentLagMs: 5000 },
		given: [ship('#1042', { 'MUG-BLUE': 2 }, 'T1')],
		meanwhile: { faults: { 1: LOST } },
		answer: created(2, { left: 2 }),
		shop: PART,
		writes: 1,
	},
	{
		name: 'the shop is frozen: an error, and the next run uploads',
		orders: ['#1042: 4 MUG-BLUE'],
		given: [ship('#1042', { 'MUG-BLUE': 2 }, 'T1')],
		meanwhile: { faults: { 1: { kind: 'fail', status: 402 } } },
		answer: { error: 'frozen' },
		shop: {
			fulfillments: [],
			fulfillmentOrders: ['FO1 Leeds OPEN 4 MUG-BLUE'],
			told: [],
		},
		writes: 1,
		again: created(2, { left: 2 }),
		shopAgain: PART,
		writesAgain: 1,
	},
	{
		name: 'given up between two fulfillments of staff that get the number: the other is reported',
		orders: ['#1042: 1 MUG-BLUE, 1 TEA-TIN'],
		before: [
			shippedByStaff('FO1', undefined, { 'MUG-BLUE': 1 }),
			shippedByStaff('FO1', undefined, { 'TEA-TIN': 1 }),
		],
		given: [ship('#1042', { 'MUG-BLUE': 1, 'TEA-TIN': 1 }, 'T1')],
		meanwhile: { faults: { 2: BROKEN, 3: BROKEN, 4: BROKEN, 5: BROKEN, 6: BROKEN } },
		answer: { error: 'connection' },
		shop: {
			fulfillments: ['F1 Leeds: 1 MUG-BLUE', 'F2 Leeds: 1 TEA-TIN | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED'],
			told: [],
		},
		writes: 6,
		again: partly('alreadyShipped', 0, { already: 1, over: 1, says: '#1042-F1' }),
	},
	{
		name: 'every connection breaks: an error, and the next run uploads',
		orders: ['#1042: 4 MUG-BLUE'],
		given: [ship('#1042', { 'MUG-BLUE': 2 }, 'T1')],
		meanwhile: { faults: { 1: BROKEN, 2: BROKEN, 3: BROKEN } },
		answer: { error: 'connection' },
		shop: {
			fulfillments: [],
			fulfillmentOrders: ['FO1 Leeds OPEN 4 MUG-BLUE'],
			told: [],
		},
		writes: 3,
		again: created(2, { left: 2 }),
		shopAgain: PART,
		writesAgain: 1,
	},
	{
		name: 'the second answer of three locations is lost after the work',
		orders: threePlaces,
		given: [ship('#1042', threeLines, 'T1')],
		meanwhile: { faults: { 2: LOST } },
		answer: created(3),
		shop: THREE,
		writes: 3,
	},
	{
		name: 'the second connection of three locations breaks before the work',
		orders: threePlaces,
		given: [ship('#1042', threeLines, 'T1')],
		meanwhile: { faults: { 2: BROKEN } },
		answer: created(3),
		shop: THREE,
		writes: 4,
	},
	{
		name: 'all answers of three locations are lost after the work, without a number',
		orders: threePlaces,
		given: [ship('#1042', threeLines)],
		meanwhile: { faults: { 1: LOST, 2: LOST, 3: LOST } },
		answer: created(3),
		shop: {
			...THREE,
			fulfillments: ['F1 Leeds: 1 MUG-BLUE', 'F2 Camden: 1 TEA-TIN', 'F3 Galway: 1 BOWL'],
			told: ['F1', 'F2', 'F3'],
		},
		writes: 3,
	},
	...(['with', 'without'] as const).map((number): UploadCase => {
		const numbers = number === 'with' ? 'T1' : '';
		const end = number === 'with' ? ' | T1' : '';
		const told = number === 'with' ? ' T1' : '';
		return {
			name: `everything of three locations ${number} a number, given up after the first`,
			orders: threePlaces,
			given: [ship('#1042', 'all', numbers)],
			meanwhile: { faults: { 2: BROKEN, 3: BROKEN, 4: BROKEN } },
			answer: { error: 'connection' },
			shop: {
				fulfillments: [`F1 Leeds: 1 MUG-BLUE${end}`],
				fulfillmentOrders: [
					'FO1 Leeds CLOSED',
					'FO2 Camden OPEN 1 TEA-TIN',
					'FO3 Galway OPEN 1 BOWL',
				],
				told: [`F1${told}`],
			},
			writes: 4,
			// Without a number nothing tells that the first is of it.
			again: created(2, { already: number === 'with' ? 1 : 0 }),
			shopAgain: {
				...THREE,
				fulfillments: [
					`F1 Leeds: 1 MUG-BLUE${end}`,
					`F2 Camden: 1 TEA-TIN${end}`,
					`F3 Galway: 1 BOWL${end}`,
				],
				told: [`F1${told}`, `F2${told}`, `F3${told}`],
			},
			writesAgain: 2,
		};
	}),
	{
		name: 'the answer to an added number is lost',
		orders: ['#1042: 2 MUG-BLUE'],
		before: [shippedByStaff('FO1')],
		given: [ship('#1042', { 'MUG-BLUE': 2 }, 'T1')],
		meanwhile: { faults: { 1: LOST } },
		answer: trackingAdded(),
		again: alreadyUploaded(2),
		shop: { ...WHOLE, told: [] },
		writes: 2,
	},
	{
		name: 'Shopify refuses, and goes on refusing: its words are passed on',
		orders: ['#1042: 2 MUG-BLUE'],
		given: [ship('#1042', { 'MUG-BLUE': 2 }, 'T1')],
		meanwhile: { faults: { 1: REFUSED, 2: REFUSED } },
		answer: rejected('refused', {
			left: 2,
			heldBack: 2,
			says: 'Shopify refused to fulfill 2 units at Leeds of order #1042: "Shipping label is required."',
		}),
		shop: { fulfillments: [], fulfillmentOrders: ['FO1 Leeds OPEN 2 MUG-BLUE'], told: [] },
		writes: 1,
		again: created(2),
		shopAgain: WHOLE,
		writesAgain: 1,
	},
	{
		name: 'Shopify refuses one location of two: the other is uploaded',
		orders: ['#1042: 1 MUG-BLUE, 1 TEA-TIN at Camden'],
		given: [ship('#1042', { 'MUG-BLUE': 1, 'TEA-TIN': 1 }, 'T1')],
		meanwhile: { faults: { 1: REFUSED } },
		answer: partly('refused', 1, {
			left: 1,
			heldBack: 1,
			says: '1 unit at Leeds of order #1042: "Shipping label is required."',
		}),
		shop: {
			fulfillments: ['F1 Camden: 1 TEA-TIN | T1'],
			fulfillmentOrders: ['FO1 Leeds OPEN 1 MUG-BLUE', 'FO2 Camden CLOSED'],
			told: ['F1 T1'],
		},
		writes: 2,
		again: created(1, { already: 1 }),
		shopAgain: {
			fulfillments: ['F1 Camden: 1 TEA-TIN | T1', 'F2 Leeds: 1 MUG-BLUE | T1'],
			fulfillmentOrders: ['FO1 Leeds CLOSED', 'FO2 Camden CLOSED'],
			told: ['F1 T1', 'F2 T1'],
		},
		writesAgain: 1,
	},
];
