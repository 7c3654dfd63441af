import { arrivalsByOrder } from './app/arrivals';
import type { OrderView, WarehouseOrderView } from './contract';

const order = (name: string, createdAt: string): OrderView => ({
	id: `gid://shopify/Order/${name}`,
	legacyId: name,
	name,
	createdAt,
	financialStatus: 'PAID',
	cancelledAt: null,
	tags: [],
	note: null,
	customer: 'Ailsa Murray',
	country: 'GB',
	shipTo: [],
	total: '36.90',
	lines: [],
	fulfillmentOrders: [],
	fulfillments: [],
	notifications: [],
	records: [],
});

const received = (
	orderNumber: string,
	receivedAt: string,
	more: Partial<WarehouseOrderView> = {},
): WarehouseOrderView => ({
	orderNumber,
	key: '7104552839346:1',
	status: 'open',
	reference: 'WH-1',
	receivedAt,
	repeats: 0,
	body: { orderNumber },
	held: false,
	changed: null,
	shipped: 'none',
	left: [],
	shipments: [],
	...more,
});

describe('arrivalsByOrder', () => {
	it('tells how long each order took, and which fulfillment order it was', () => {
		const orders = [order('#1001', '2026-11-23T10:00:00Z')];
		const arrivals = arrivalsByOrder(orders, [received('#1001', '2026-11-23T10:00:34.500Z')]);

		expect(arrivals.get('#1001')).toEqual([
			{
				orderNumber: '#1001',
				reference: 'WH-1',
				fulfillmentOrder: '7104552839346',
				afterMs: 34_500,
			},
		]);
	});

	it.each([
		['7104552839346', '7104552839346'],
		['7104552839346:2', '7104552839346'],
		['7104552839346-r2', '7104552839346'],
		['by-hand-1', null],
		['7104552839346x', null],
		[null, null],
	])('reads the key %s', (key, fulfillmentOrder) => {
		const orders = [order('#1001', '2026-11-23T10:00:00Z')];
		const arrivals = arrivalsByOrder(orders, [received('#1001', '2026-11-23T10:00:01Z', { key })]);

		expect(arrivals.get('#1001')).toMatchObject([{ fulfillmentOrder }]);
	});

	it.each(['orderName', 'shopOrder'])('finds the shop order in the field %s', (field) => {
		const orders = [order('#1001', '2026-11-23T10:00:00Z')];
		const part = received('#1001-71', '2026-11-23T10:05:00Z', { body: { [field]: '#1001' } });

		expect(arrivalsByOrder(orders, [part]).get('#1001')).toHaveLength(1);
	});

	it('finds the shop order of a part, whose number is another, by its name in the body', () => {
		const orders = [order('#1001', '2026-11-23T10:00:00Z')];
		const part = received('#1001-7104552872114', '2026-11-23T10:05:00Z', {
			body: { orderName: '#1001' },
			key: 'by-hand',
		});

		expect(arrivalsByOrder(orders, [part]).get('#1001')).toMatchObject([
			{ orderNumber: '#1001-7104552872114', fulfillmentOrder: null, afterMs: 300_000 },
		]);
	});

	it('leaves out what the shop does not know, and never counts below zero', () => {
		const orders = [order('#1001', '2026-11-23T10:00:00Z')];
		const arrivals = arrivalsByOrder(orders, [
			received('#1001', '2026-11-23T09:59:59Z'),
			received('#9999', '2026-11-23T10:00:00Z'),
		]);

		expect([...arrivals.keys()]).toEqual(['#1001']);
		expect(arrivals.get('#1001')?.[0]?.afterMs).toBe(0);
	});
});
