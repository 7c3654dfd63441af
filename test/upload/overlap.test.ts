import type { UploadResult } from '../../nodes/domain/uploadResult';
import { failureIn } from '../../nodes/shopify/failure';
import type { uploadShipments, UploadRequest } from '../../nodes/upload/uploadShipments';
import type { FulfillmentOrderLine, Order } from '../shop';
import { manyShipments, THREE_LOCATIONS, wrongs } from './manyShipments';
import type { Sent } from './virtualShop';
import { resultsOf, VirtualShop } from './virtualShop';

type Answers = readonly (UploadResult | Error)[];

/** The upload as another process has it: with memory of its own. */
function anotherProcess(): typeof uploadShipments {
	let upload: typeof uploadShipments | undefined;
	jest.isolateModules(() => {
		const path = '../../nodes/upload/uploadShipments';
		upload = jest.requireActual<{ uploadShipments: typeof uploadShipments }>(path).uploadShipments;
	});
	if (!upload) throw new Error('The upload could not be loaded twice');
	return upload;
}

/** A shipment of units of the first line of each order; an empty number is none. */
function shipments(
	orders: readonly Order[],
	quantity: number,
	number: (order: Order) => string,
): readonly UploadRequest[] {
	return orders.map((order, item) => ({
		item,
		order: { by: 'order', id: String(order.legacyId) },
		fulfillmentOrder: null,
		lines: [
			{
				fulfillmentOrderLineId: null,
				orderLineId: String(order.lines[0]?.legacyId),
				sku: null,
				quantity,
				shippedInTotal: null,
				fulfillmentOrder: null,
				item,
			},
		],
		isWhole: true,
		tracking: {
			company: null,
			parcels: [number(order)].filter(Boolean).map((one) => ({ number: one, url: null })),
		},
		notifyCustomer: true,
		problems: [],
	}));
}

const byName = ({ name }: Order): string => `1Z-${name}`;

function placeMugs(world: VirtualShop, count: number, quantity: number): readonly Order[] {
	return Array.from({ length: count }, () =>
		world.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity }] }),
	);
}

const shippedUnits = (order: Order): number =>
	order.fulfillments.flatMap(({ lines }) => lines).reduce((sum, { quantity }) => sum + quantity, 0);

const linesOf = (world: VirtualShop): readonly FulfillmentOrderLine[] => [
	...world.shop.state.fulfillmentOrderLines.values(),
];

function countResults(answers: Answers, wanted: UploadResult['result']): number {
	return resultsOf(answers).filter(({ result }) => result === wanted).length;
}

const reversed = (requests: readonly UploadRequest[]): readonly UploadRequest[] =>
	[...requests].reverse().map((one, item) => ({ ...one, item }));

/** Does something once, before the first fulfillment of a run reaches the shop. */
function beforeFirstCreate(work: () => Promise<void>): (sent: Sent) => Promise<void> {
	let isDone = false;
	return async ({ operation }) => {
		if (isDone || operation !== 'CreateFulfillment') return;
		isDone = true;
		await work();
	};
}

describe('runs that overlap in one process', () => {
	it.each([
		['in the same order', (requests: readonly UploadRequest[]) => requests],
		['in reverse', reversed],
	])('upload each shipment once when both bring all items, %s', async (_order, arranged) => {
		const world = new VirtualShop({ throttle: false, locations: THREE_LOCATIONS });
		const many = manyShipments(world.shop, 300, 1042);

		const [one, other] = await Promise.all([
			world.upload(many.requests),
			world.upload(arranged(many.requests)),
		]);

		expect(wrongs(many)).toEqual([]);
		expect(resultsOf([...one, ...other])).toHaveLength(2 * many.requests.length);
		expect(resultsOf([...one, ...other]).filter(({ reason }) => reason !== null)).toEqual([]);
		// Whoever came second saw what was there, and did not even try.
		expect(world.writes).toHaveLength(world.shop.state.fulfillments.size);
	});

	it('upload different shipments of the same orders without a word about doubles', async () => {
		const world = new VirtualShop({ throttle: false });
		const orders = placeMugs(world, 60, 4);

		const answers = await Promise.all([
			world.upload(shipments(orders, 1, (order) => `${byName(order)}-A`)),
			world.upload(reversed(shipments(orders, 3, (order) => `${byName(order)}-B`))),
		]);

		expect(answers.map((all) => countResults(all, 'created'))).toEqual([60, 60]);
		expect(answers.flatMap(resultsOf).filter(({ reason }) => reason !== null)).toEqual([]);
		expect(orders.map(shippedUnits)).toEqual(orders.map(() => 4));
	});

	it('go on when one of them fails', async () => {
		const world = new VirtualShop({ throttle: false });
		const orders = placeMugs(world, 30, 1);
		const cut = async (): Promise<void> => await Promise.reject(new Error('The cable is out'));

		const [failed, other] = await Promise.all([
			world.upload(shipments(orders, 1, byName), { before: cut }),
			world.upload(shipments(orders, 1, byName)),
		]);

		expect(failed).toHaveLength(30);
		expect(resultsOf(failed)).toEqual([]);
		expect(countResults(other, 'created')).toBe(30);
	});
});

describe('processes that overlap', () => {
	it.each([
		['with a number', byName],
		['without a number', () => ''],
	])('name both fulfillments of a shipment made twice, %s', async (_kind, number) => {
		const world = new VirtualShop({ throttle: false });
		const [order] = placeMugs(world, 1, 4);
		if (!order) throw new Error('There is no order');
		const requests = shipments([order], 2, number);
		const theirs: (UploadResult | Error)[] = [];

		const ours = await world.upload(requests, {
			before: beforeFirstCreate(async () => {
				theirs.push(...(await world.upload(requests, { upload: anotherProcess() })));
			}),
		});

		const [first, second] = order.fulfillments.map(({ id }) => id);
		expect(theirs).toMatchObject([{ result: 'created', reasonCode: null, duplicate: null }]);
		expect(ours).toMatchObject([
			{ result: 'created', reasonCode: 'duplicate', duplicate: [second, first] },
		]);
		expect(resultsOf(ours)[0]?.reason).toContain(`${order.name}-F1`);
		expect(shippedUnits(order)).toBe(4);
	});

	it('make one fulfillment if nothing remains for the second', async () => {
		const world = new VirtualShop({ throttle: false });
		const orders = placeMugs(world, 1, 3);
		const requests = shipments(orders, 2, byName);

		const ours = await world.upload(requests, {
			before: beforeFirstCreate(async () => {
				await world.upload(requests, { upload: anotherProcess() });
			}),
		});

		expect(ours).toMatchObject([{ result: 'alreadyUploaded', reasonCode: null }]);
		expect(orders.map(shippedUnits)).toEqual([2]);
		expect(world.shop.notifications).toHaveLength(1);
	});

	it('never ship more than remains, and at least one of them names each double', async () => {
		const world = new VirtualShop({ throttle: false });
		const orders = [...placeMugs(world, 40, 2), ...placeMugs(world, 40, 4)];
		const requests = shipments(orders, 2, byName);

		const answers = await Promise.all([
			world.upload(requests),
			world.upload(reversed(requests), { upload: anotherProcess() }),
		]);

		const named = new Set(
			answers.flatMap(resultsOf).flatMap(({ orderId, duplicate }) => (duplicate ? [orderId] : [])),
		);
		const doubled = orders.filter((order) => shippedUnits(order) > 2);
		expect(doubled.length).toBeGreaterThan(0);
		expect(named).toEqual(new Set(doubled.map(({ id }) => id)));
		expect(linesOf(world).filter(({ remaining }) => remaining < 0)).toEqual([]);
		expect(orders.map(shippedUnits).every((units) => units === 2 || units === 4)).toBe(true);
	});
});

describe('a run that is cancelled', () => {
	it.each(['ReadShippedOrders', 'CreateFulfillment', 'ReadFulfillments'])(
		'stops soon after %s and leaves nothing for a second run to do twice',
		async (operation) => {
			const world = new VirtualShop({ throttle: false, locations: THREE_LOCATIONS });
			const many = manyShipments(world.shop, 120, 77);
			const execution = new AbortController();
			let met = 0;
			const cancel = async (sent: Sent): Promise<void> => {
				if (sent.operation === operation) met += 1;
				if (met === (operation === 'CreateFulfillment' ? 50 : 1)) execution.abort();
				await Promise.resolve();
			};

			const first = await world
				.upload(many.requests, { signal: execution.signal, after: cancel })
				.catch((error: unknown) => [error as Error]);
			const writes = world.writes.length;
			const second = await world.upload(many.requests);
			const third = await world.upload(many.requests);

			const kinds = first.map((answer) => failureIn(answer)?.kind ?? 'none');
			if (operation !== 'ReadFulfillments') expect(kinds).toContain('stopped');
			expect(new Set(kinds)).not.toContain('unreachable');
			// Those that were on their way when it was cancelled.
			if (operation === 'CreateFulfillment') expect(writes).toBeLessThan(50 + 20);
			expect(wrongs(many)).toEqual([]);
			expect(second.filter((answer) => answer instanceof Error)).toEqual([]);
			expect(countResults(third, 'alreadyUploaded')).toBe(many.requests.length);
		},
	);
});
