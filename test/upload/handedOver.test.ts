import type { HandoverRecord, Offer } from '../../nodes/domain/handoverRecord';
import { storeRecords } from '../../nodes/shopify/handoverRecords';
import type { UploadRequest } from '../../nodes/upload/uploadShipments';
import type { Order } from '../shop';
import { resultsOf, VirtualShop } from './virtualShop';

const FIRST_OFFER = '2026-09-14T08:00:00.000Z';

interface Case {
	/** Units by line of an order with two lines of one SKU: as ordered, and as each offer has them. */
	readonly ordered: readonly [number, number];
	readonly offered: readonly { readonly units: readonly [number, number]; readonly open?: true }[];
	/** Units that staff add while the parcel is on its way. */
	readonly added: readonly [number, number];
	/** Units of the SKU in each parcel, and whether it has a tracking number. */
	readonly parcels: readonly { readonly units: number; readonly number: string }[];
	/** Units that the shop has as shipped in the end, by line. */
	readonly shipped: readonly [number, number];
}

const CASES: Readonly<Record<string, Case>> = {
	'units added to the first line are not in the parcel': {
		ordered: [1, 1],
		offered: [{ units: [1, 1] }],
		added: [2, 0],
		parcels: [{ units: 2, number: '1Z-A' }],
		shipped: [1, 1],
	},
	'nor are they without a tracking number': {
		ordered: [1, 1],
		offered: [{ units: [1, 1] }],
		added: [2, 0],
		parcels: [{ units: 2, number: '' }],
		shipped: [1, 1],
	},
	'they are in the next one': {
		ordered: [1, 1],
		offered: [{ units: [1, 1] }],
		added: [2, 0],
		parcels: [
			{ units: 2, number: '1Z-A' },
			{ units: 2, number: '1Z-B' },
		],
		shipped: [3, 1],
	},
	'what a target has comes before what it may have': {
		ordered: [1, 1],
		offered: [{ units: [1, 1] }, { units: [2, 0], open: true }],
		added: [2, 0],
		parcels: [{ units: 2, number: '1Z-A' }],
		shipped: [1, 1],
	},
	'the first of two parcels takes half of what was offered': {
		ordered: [2, 2],
		offered: [{ units: [2, 2] }],
		added: [3, 0],
		parcels: [{ units: 3, number: '1Z-A' }],
		shipped: [2, 1],
	},
	'more than was offered comes from whatever is there': {
		ordered: [1, 1],
		offered: [{ units: [1, 1] }],
		added: [2, 0],
		parcels: [{ units: 4, number: '1Z-A' }],
		shipped: [3, 1],
	},
	'without any offer the first line comes first': {
		ordered: [1, 1],
		offered: [],
		added: [2, 0],
		parcels: [{ units: 2, number: '1Z-A' }],
		shipped: [2, 0],
	},
};

function recordOf(order: Order, { offered }: Case): HandoverRecord {
	const [fulfillmentOrder] = order.fulfillmentOrders;
	const id = String(fulfillmentOrder?.legacyId);
	const offers = offered.map(
		({ units, open }, index): Offer => ({
			key: index === 0 ? id : `${id}:${index + 1}`,
			fulfillmentOrder: id,
			location: String(fulfillmentOrder?.location.legacyId),
			units: Object.fromEntries(
				order.lines.flatMap(({ legacyId }, at) => (units[at] ? [[legacyId, units[at]]] : [])),
			),
			attempts: 1,
			firstOfferedAt: FIRST_OFFER,
			lastOfferedAt: FIRST_OFFER,
			run: 'a',
			...(!open && { confirmedAt: '2026-09-14T08:00:05.000Z' }),
		}),
	);
	return { offers, shippedBefore: {} };
}

/** One parcel with units of the SKU, under the target's number of the order. */
function parcel(order: Order, units: number, number: string): UploadRequest {
	const [fulfillmentOrder] = order.fulfillmentOrders;
	return {
		item: 0,
		order: { by: 'number', text: `${order.name}-${fulfillmentOrder?.legacyId}` },
		fulfillmentOrder: null,
		lines: [
			{
				fulfillmentOrderLineId: null,
				orderLineId: null,
				sku: 'MUG-BLUE',
				quantity: units,
				shippedInTotal: null,
				fulfillmentOrder: null,
				item: 0,
			},
		],
		isWhole: true,
		tracking: { company: null, parcels: number === '' ? [] : [{ number, url: null }] },
		notifyCustomer: true,
		problems: [],
	};
}

const shippedOf = (order: Order): readonly number[] =>
	order.lines.map((line) =>
		order.fulfillments
			.flatMap(({ lines }) => lines)
			.filter(({ lineItem }) => lineItem === line)
			.reduce((sum, { quantity }) => sum + quantity, 0),
	);

describe('a SKU on two lines of an order: units that were handed over are shipped first', () => {
	test.each(Object.entries(CASES))('%s', async (_name, one) => {
		const world = new VirtualShop({ throttle: false });
		const order = world.shop.placeOrder({
			lines: one.ordered.map((quantity) => ({ sku: 'MUG-BLUE', quantity })),
		});
		const record = recordOf(order, one);
		if (record.offers.length > 0) {
			await storeRecords(world.client(), [{ orderId: order.id, digest: null, record }]);
		}
		const add = order.lines.flatMap(({ id }, index) => {
			const quantity = one.added[index] ?? 0;
			return quantity > 0 ? [{ lineItemId: id, quantity }] : [];
		});
		world.shop.editOrder(order.id, { add });
		for (const { units, number } of one.parcels) {
			const request = parcel(order, units, number);
			const [answer] = resultsOf(await world.upload([request]));
			expect(answer?.result).toBe('created');
			// The look-back of a list brings each parcel again.
			const [again] = resultsOf(await world.upload([request]));
			expect(again?.result).toBe('alreadyUploaded');
		}
		expect(shippedOf(order)).toEqual(one.shipped);
	});

	test('what was added beside a held part waits with it, and is not taken for the parcel', async () => {
		const world = new VirtualShop({ throttle: false });
		const order = world.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 4 }] });
		const [held] = order.fulfillmentOrders;
		const offered = [{ units: [4, 0] as const }];
		const record = recordOf(order, { ...CASES['they are in the next one'], offered } as Case);
		await storeRecords(world.client(), [{ orderId: order.id, digest: null, record }]);
		world.shop.hold(held?.id ?? '', { reason: 'OTHER' });
		const [line] = order.lines;
		world.shop.editOrder(order.id, { add: [{ lineItemId: line?.id ?? '', quantity: 1 }] });
		const all = { ...parcel(order, 4, '1Z-A'), order: { by: 'number', text: order.name } as const };
		const [waits] = resultsOf(await world.upload([all]));
		expect(waits).toMatchObject({ result: 'rejected', units: { uploaded: 0, heldBack: 4 } });
		world.shop.releaseHold(held?.id ?? '');
		const [answer] = resultsOf(await world.upload([all]));
		expect(answer?.result).toBe('created');
		// Released, it is one fulfillment order again.
		const rest = order.fulfillmentOrders.flatMap(({ lines }) => lines.map((one) => one.remaining));
		expect(rest).toEqual([1, 0]);
	});

	test.each([
		['the order', false],
		['the fulfillment order that has moved', true],
	])(
		'a parcel that names %s is not of the units that have moved to another location',
		async (_name, namesIt) => {
			const world = new VirtualShop({ throttle: false });
			const order = world.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 2 }] });
			const record = recordOf(order, {
				...CASES['they are in the next one'],
				offered: [{ units: [2, 0] }],
			} as Case);
			await storeRecords(world.client(), [{ orderId: order.id, digest: null, record }]);
			// Staff split one of two units off, and move away what keeps the fulfillment order's id.
			const [first] = order.fulfillmentOrders;
			const [line] = first?.lines ?? [];
			world.shop.split(first?.id ?? '', [{ id: line?.id ?? '', quantity: 1 }]);
			world.shop.move(first?.id ?? '', 'Camden Shop');
			const apart = order.fulfillmentOrders.find(({ location }) => location !== first?.location);
			const parcelOfOne = {
				...parcel(order, 1, '1Z-A'),
				order: {
					by: 'number',
					text: namesIt ? `${order.name}-${first?.legacyId}` : order.name,
				} as const,
			};
			const [answer] = resultsOf(await world.upload([parcelOfOne]));
			expect(answer?.result).toBe('created');
			const rest = [first, apart].map((one) => one?.lines.map(({ remaining }) => remaining));
			expect(rest).toEqual([[1], [0]]);
			const [again] = resultsOf(await world.upload([parcelOfOne]));
			expect(again?.result).toBe('alreadyUploaded');
			// What it had shipped before it was told of the move.
			const [late] = resultsOf(
				await world.upload([{ ...parcelOfOne, tracking: parcel(order, 1, '1Z-B').tracking }]),
			);
			expect(late?.result).toBe('created');
			expect(shippedOf(order)).toEqual([2]);
		},
	);

	test('a record that cannot be read keeps no parcel back', async () => {
		const world = new VirtualShop({ throttle: false });
		const order = world.shop.placeOrder({
			lines: [1, 1].map((quantity) => ({ sku: 'MUG-BLUE', quantity })),
		});
		const record = recordOf(order, { ...CASES['they are in the next one'] } as Case);
		await storeRecords(world.client(), [{ orderId: order.id, digest: null, record }]);
		for (const metafield of order.metafields.values()) metafield.value = '{"v":2}';
		const [answer] = resultsOf(await world.upload([parcel(order, 2, '1Z-A')]));
		expect(answer?.result).toBe('created');
		expect(shippedOf(order)).toEqual([1, 1]);
	});
});
