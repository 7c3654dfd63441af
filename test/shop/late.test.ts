import type { DemoShop } from './index';
import { mutate } from './mutate';
import { ask, openShop } from './testShop';

function openLate() {
	const { shop, time } = openShop();
	const order = shop.placeOrder();
	const variables = {
		input: {
			lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: order.fulfillmentOrders[0]?.id }],
		},
	};
	const ship = (on: DemoShop) => mutate(on, 'fulfillmentCreate', variables);
	return { shop, time, order, ship };
}

describe('the fault late', () => {
	it('answers at once and works later, with the first request from then on', async () => {
		const { shop, time, order, ship } = openLate();
		const look = async () => {
			await ask(shop, '{ shop { name } }');
			return order.fulfillments.length;
		};

		shop.faults.lateNext(5000, 1, { operation: 'Ship' });
		await expect(ship(shop)).rejects.toThrow('dropped');
		const counts = [await look()];
		time.now += 4999;
		counts.push(await look());
		time.now += 1;
		counts.push(await look(), await look());

		expect(counts).toEqual([0, 0, 1, 1]);
		expect(shop.log[0]).toMatchObject({ operationName: 'Ship', status: 0, actualCost: 10 });
	});

	it('can answer with a status, and be finished without a request', async () => {
		const { shop, time, order, ship } = openLate();

		shop.faults.lateNext(5000, 1, { status: 504 });
		await ship(shop);
		shop.finishLate();
		const before = order.fulfillments.length;
		time.now += 5000;
		shop.finishLate();

		expect([shop.log[0]?.status, before, order.fulfillments.length]).toEqual([504, 0, 1]);
	});

	it('is refused late if somebody else was faster', async () => {
		const { shop, time, order, ship } = openLate();

		shop.faults.lateNext(5000);
		await expect(ship(shop)).rejects.toThrow('dropped');
		await ship(shop);
		time.now += 5000;
		shop.finishLate();

		expect(order.fulfillments).toHaveLength(1);
	});

	it('takes no points of a bucket that is empty by then', async () => {
		const { shop, time, order, ship } = openLate();

		shop.faults.lateNext(1000);
		await expect(ship(shop)).rejects.toThrow('dropped');
		shop.bucket.drainTo(0);
		time.now += 1000;
		shop.finishLate();

		expect(order.fulfillments).toHaveLength(1);
	});

	it('comes by chance, for one operation if so told', async () => {
		const { shop, ship } = openLate();
		shop.faults.random(11, { late: 1 }, { operation: 'Ship', lateMs: 100 });

		await ask(shop, '{ shop { name } }');
		await expect(ship(shop)).rejects.toThrow('dropped');

		expect(shop.log.map((entry) => entry.status)).toEqual([200, 0]);
	});

	it('comes from the hook before each request as well', async () => {
		const { shop, order, ship } = openLate();
		shop.faults.beforeEachRequest = ({ operationName }) =>
			operationName === 'Ship' ? { kind: 'late', lateMs: 0 } : undefined;

		await expect(ship(shop)).rejects.toThrow('dropped');
		await ask(shop, '{ shop { name } }');

		expect(order.fulfillments).toHaveLength(1);
	});
});
