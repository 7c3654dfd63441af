import type { ShippedLine, Shipment } from '../../nodes/domain/shipment';
import type { ShippedItem } from '../../nodes/domain/shipmentGroups';
import { groupShipments } from '../../nodes/domain/shipmentGroups';

const ORDER = 'gid://shopify/Order/4001';

interface Given {
	readonly orderId?: string;
	/** Tracking numbers, separated by blanks; '' for none. */
	readonly numbers?: string;
	readonly sku?: string;
	readonly quantity?: number;
	readonly isWhole?: boolean;
	readonly shipmentId?: string;
	readonly all?: boolean;
	readonly fulfillmentOrder?: string;
	readonly notifyCustomer?: boolean;
	readonly problems?: readonly string[];
}

function itemOf(given: Given, item: number): ShippedItem {
	const { numbers = '15501234567890', sku = 'MUG-BLUE', quantity = 1 } = given;
	const fulfillmentOrder = given.fulfillmentOrder ?? null;
	const line: ShippedLine = {
		fulfillmentOrderLineId: null,
		orderLineId: null,
		sku,
		quantity,
		shippedInTotal: null,
		fulfillmentOrder,
		item,
	};
	return {
		item,
		orderId: given.orderId ?? ORDER,
		fulfillmentOrder,
		lines: given.all ? 'remaining' : [line],
		isWhole: given.isWhole ?? false,
		shipmentId: given.shipmentId ?? null,
		tracking: {
			company: null,
			parcels: numbers
				.split(' ')
				.filter(Boolean)
				.map((number) => ({ number, url: null })),
		},
		notifyCustomer: given.notifyCustomer ?? true,
		problems: given.problems ?? [],
	};
}

const group = (items: readonly Given[], combine = true): readonly Shipment[] =>
	groupShipments(items.map(itemOf), combine).flatMap(({ shipments }) => shipments);

const unitsOf = ({ lines }: Shipment): string =>
	lines === 'remaining'
		? lines
		: lines.map(({ sku, quantity }) => `${quantity} ${sku ?? ''}`).join(', ');

/** Each shipment as its items and units; a loose one is marked. */
const shown = (items: readonly Given[], combine = true): readonly string[] =>
	group(items, combine).map(
		(one) => `${one.items.join('+')}: ${unitsOf(one)}${one.isLoose ? ', loose' : ''}`,
	);

test.each<[string, readonly Given[], readonly string[]]>([
	[
		'rows with one number are one shipment',
		[{}, { sku: 'BOWL-STN' }],
		['0+1: 1 MUG-BLUE, 1 BOWL-STN'],
	],
	[
		'numbers are compared without blanks and letter case',
		[{ numbers: 'rm44710025gb' }, { numbers: 'RM44710025GB' }],
		['0+1: 1 MUG-BLUE, 1 MUG-BLUE'],
	],
	['two numbers are two shipments', [{}, { numbers: 'B' }], ['0: 1 MUG-BLUE', '1: 1 MUG-BLUE']],
	[
		'one number on two orders is two shipments',
		[{}, { orderId: 'gid://shopify/Order/4002' }],
		['0: 1 MUG-BLUE', '1: 1 MUG-BLUE'],
	],
	[
		'a whole shipment that is given twice counts once',
		[{ isWhole: true }, { isWhole: true }],
		['0+1: 1 MUG-BLUE'],
	],
	[
		'whole shipments with other content under one number are added',
		[{ isWhole: true }, { isWhole: true, quantity: 2 }],
		['0+1: 1 MUG-BLUE, 2 MUG-BLUE'],
	],
	['rows without a number belong to the order alone', [{ numbers: '' }], ['0: 1 MUG-BLUE']],
	[
		'several such rows are loose: nothing says that they are one parcel',
		[{ numbers: '' }, { numbers: '', sku: 'BOWL-STN' }],
		['0+1: 1 MUG-BLUE, 1 BOWL-STN, loose'],
	],
	[
		'a shipment id ties them together, and tells them from others',
		[
			{ numbers: '', shipmentId: 'WS-1' },
			{ numbers: '', shipmentId: 'WS-2' },
			{ numbers: '', shipmentId: 'WS-1', sku: 'BOWL-STN' },
		],
		['0+2: 1 MUG-BLUE, 1 BOWL-STN', '1: 1 MUG-BLUE'],
	],
	[
		'whole shipments without a number are each one for itself',
		[
			{ numbers: '', isWhole: true },
			{ numbers: '', isWhole: true },
		],
		['0: 1 MUG-BLUE', '1: 1 MUG-BLUE'],
	],
	[
		'everything that remains of two fulfillment orders is two things',
		[
			{ all: true, fulfillmentOrder: '7001' },
			{ all: true, fulfillmentOrder: '7002' },
			{ all: true, fulfillmentOrder: '7001' },
		],
		['0+2: remaining', '1: remaining'],
	],
])('%s', (_, items, expected) => {
	expect(shown(items)).toEqual(expected);
});

test('with combining off each item is a shipment', () => {
	expect(shown([{}, {}], false)).toEqual(['0: 1 MUG-BLUE', '1: 1 MUG-BLUE']);
});

test('a shipment tells the customer if one of its items does, and keeps what is wrong with any', () => {
	const [shipment] = group([
		{ notifyCustomer: false },
		{ problems: ['Quantity is "1,5" for item 1'] },
	]);

	expect(shipment).toMatchObject({
		notifyCustomer: true,
		inputProblems: ['Quantity is "1,5" for item 1'],
	});
});
