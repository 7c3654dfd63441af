import { edited, progress, split, undone, uploaded } from './shopSteps';
import { ship } from './shipmentText';
import type { UploadCase } from './uploadCase';
import { created } from './uploadCase';

/** Behaviour of Shopify that nothing settles: the product does the right thing either way. */
export const unknownsCases: readonly UploadCase[] = [
	...(['newWhenClosed', 'newFulfillmentOrder', 'sameFulfillmentOrder'] as const).flatMap(
		(reopenIn): readonly UploadCase[] => [
			{
				name: `a cancelled fulfillment opens its units in: ${reopenIn}`,
				orders: ['#1042: 2 MUG-BLUE'],
				unknowns: { reopenIn },
				before: [uploaded(ship('#1042-{FO1}', { '{L1}': 2 }, 'T1')), undone(1)],
				given: [ship('#1042', { '{L1}': 2 }, 'T2')],
				repeatsAll: false,
				answer: created(2),
				shop: {
					fulfillments: ['F1 Leeds: 2 MUG-BLUE | T1 (CANCELLED)', 'F2 Leeds: 2 MUG-BLUE | T2'],
					fulfillmentOrders:
						reopenIn === 'sameFulfillmentOrder'
							? ['FO1 Leeds CLOSED']
							: ['FO1 Leeds CLOSED', 'FO2 Leeds CLOSED'],
					told: ['F1 T1', 'F2 T2'],
				},
				writes: 1,
			},
			{
				name: `a part cancelled, repeated without a number, its units open in: ${reopenIn}`,
				orders: ['#1042: 3 MUG-BLUE'],
				unknowns: { reopenIn },
				before: [uploaded(ship('#1042', { 'MUG-BLUE': 2 })), undone(1)],
				given: [ship('#1042', { 'MUG-BLUE': 2 })],
				answer: created(2, { left: 1 }),
				shop: {
					fulfillments: ['F1 Leeds: 2 MUG-BLUE (CANCELLED)', 'F2 Leeds: 2 MUG-BLUE'],
					fulfillmentOrders:
						reopenIn === 'newFulfillmentOrder'
							? ['FO1 Leeds CLOSED', 'FO2 Leeds IN_PROGRESS 1 MUG-BLUE']
							: ['FO1 Leeds IN_PROGRESS 1 MUG-BLUE'],
					told: ['F1', 'F2'],
				},
				writes: 1,
			},
		],
	),
	...[true, false].map(
		(wholeLinesKeepTheirIds): UploadCase => ({
			name: `a line that was split off ${wholeLinesKeepTheirIds ? 'keeps' : 'loses'} its id`,
			orders: ['#1042: 1 MUG-BLUE, 1 TEA-TIN'],
			unknowns: { wholeLinesKeepTheirIds },
			before: [split('FO1', { 'TEA-TIN': 1 })],
			given: [
				ship(
					'#1042',
					[
						{ fulfillmentOrderLine: '{FOL1.1}', sku: 'MUG-BLUE', quantity: 1 },
						{ fulfillmentOrderLine: '{FOL1.2}', sku: 'TEA-TIN', quantity: 1 },
					],
					'T1',
				),
			],
			answer: created(2),
			shop: {
				fulfillments: ['F1 Leeds: 1 MUG-BLUE, 1 TEA-TIN | T1'],
				fulfillmentOrders: ['FO1 Leeds CLOSED', 'FO2 Leeds CLOSED'],
				told: ['F1 T1'],
			},
			writes: 1,
		}),
	),
	...(['openFulfillmentOrder', 'newFulfillmentOrder'] as const).map(
		(editsAddTo): UploadCase => ({
			name: `an edit adds a unit to: ${editsAddTo}`,
			orders: ['#1042: 1 MUG-BLUE'],
			unknowns: { editsAddTo },
			before: [edited({ add: [{ lineItemId: 'MUG-BLUE', quantity: 1 }] }), progress('FO1')],
			given: [ship('#1042', { 'MUG-BLUE': 2 }, 'T1')],
			answer: created(2),
			shop: {
				fulfillments: ['F1 Leeds: 2 MUG-BLUE | T1'],
				fulfillmentOrders:
					editsAddTo === 'openFulfillmentOrder'
						? ['FO1 Leeds CLOSED']
						: ['FO1 Leeds CLOSED', 'FO2 Leeds CLOSED'],
				told: ['F1 T1'],
			},
			writes: 1,
		}),
	),
];
