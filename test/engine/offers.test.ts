import './support/fastSleep';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { placeFourOrders, placeOrders } from './support/orders';
import { Scenario, START, TRIGGER } from './support/scenario';
import { matching } from './support/text';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

const MINUTE = 60_000;

async function numbersOf(scenario: Scenario): Promise<readonly unknown[]> {
	return ((await scenario.poll()).items ?? []).map((item) => item['orderNumber']);
}

describe('Offer Again After', () => {
	test('the pause begins at 60 minutes and doubles up to a day; the offer stays the same', async () => {
		const scenario = new Scenario(engine);
		scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 2 }] });
		const [first] = (await scenario.poll()).items ?? [];
		for (const [index, pause] of [60, 120, 240, 480, 960, 1440, 1440].entries()) {
			scenario.wait(pause - 1);
			expect((await scenario.poll()).items).toBeNull();
			scenario.wait(1);
			const [again] = (await scenario.poll()).items ?? [];
			expect(again).toEqual({
				...first,
				handover: {
					...(first?.['handover'] as object),
					attempt: index + 2,
					overdue: index + 2 >= 3,
				},
			});
		}
	});

	test('may be chosen', async () => {
		const scenario = new Scenario(engine, { trigger: { options: { offerAgainAfter: 5 } } });
		placeOrders(scenario.shop, 1);
		await scenario.poll();
		scenario.wait(5);
		expect((await scenario.poll()).items).toHaveLength(1);
		scenario.wait(9);
		expect((await scenario.poll()).items).toBeNull();
		scenario.wait(1);
		expect((await scenario.poll()).items).toHaveLength(1);
	});

	test('an order that no longer matches is not offered again until it does', async () => {
		const scenario = new Scenario(engine);
		const order = scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] });
		const [first] = (await scenario.poll()).items ?? [];
		scenario.shop.setFinancialStatus(order.id, 'PENDING');
		scenario.wait(61);
		expect((await scenario.poll()).items).toBeNull();
		scenario.shop.pay(order.id);
		const [again] = (await scenario.poll()).items ?? [];
		expect(again?.['handover']).toMatchObject({
			key: (first?.['handover'] as { key: string }).key,
			attempt: 2,
		});
	});

	test('three times and no Confirm Handover behind the trigger: the log says so', async () => {
		const scenario = new Scenario(engine);
		const nodes = Object.values(scenario.workflow.nodes).filter(({ name }) => name === TRIGGER);
		scenario.workflow = engine.workflow({ nodes });
		placeOrders(scenario.shop, 2);
		const logs: string[] = [];
		for (const pause of [0, 61, 121, 241]) {
			scenario.wait(pause);
			const { log } = await scenario.poll();
			logs.push(log.filter((line) => line.startsWith('warn')).join());
		}
		expect(logs.slice(0, 3)).toEqual(['', '', '']);
		expect(logs[3]).toContain(
			'2 orders were offered three times or more and none was ever confirmed',
		);
	});
});

describe('Orders Per Poll', () => {
	test('the oldest come first, the rest with the next poll', async () => {
		const scenario = new Scenario(engine, { trigger: { options: { ordersPerPoll: 3 } } });
		placeOrders(scenario.shop, 7);
		expect(await numbersOf(scenario)).toEqual(['#1001', '#1002', '#1003']);
		expect(await numbersOf(scenario)).toEqual(['#1004', '#1005', '#1006']);
		expect(await numbersOf(scenario)).toEqual(['#1007']);
		expect(await numbersOf(scenario)).toEqual([]);
	});

	test('new orders come before those that are offered again', async () => {
		const scenario = new Scenario(engine, { trigger: { options: { ordersPerPoll: 3 } } });
		placeOrders(scenario.shop, 3);
		await scenario.poll();
		scenario.wait(61);
		placeOrders(scenario.shop, 2);
		expect(await numbersOf(scenario)).toEqual(['#1004', '#1005', '#1001']);
		expect(await numbersOf(scenario)).toEqual(['#1002', '#1003']);
	});

	test('an order is not torn apart, unless it alone is too much', async () => {
		const scenario = new Scenario(engine, { trigger: { options: { ordersPerPoll: 1 } } });
		placeFourOrders(scenario.shop);
		const polls: number[] = [];
		for (let poll = 0; poll < 5; poll += 1) polls.push((await numbersOf(scenario)).length);
		expect(polls).toEqual([1, 2, 1, 1, 0]);
	});
});

describe('First Batch Limit', () => {
	const limited = { trigger: { firstBatchLimit: 4 } };

	test('says how many from which order to which, and the two ways on; nothing is written', async () => {
		const scenario = new Scenario(engine, limited);
		placeFourOrders(scenario.shop);
		await expect(scenario.poll()).rejects.toMatchObject({
			message: matching(
				/5 fulfillment orders match at once, from order #1001 to order #1004; none was sent/,
			),
			description: matching(/Start From Order.*First Batch Limit \(now 4\)/),
		});
		expect(scenario.shop.log.map(({ operationName }) => operationName).join()).not.toMatch(/set/i);
		expect(scenario.workflow.staticData).toEqual({ [`node:${TRIGGER}`]: {} });
	});

	test('the first way on: Start From Order', async () => {
		const scenario = new Scenario(engine, limited);
		placeFourOrders(scenario.shop);
		const third = [...scenario.shop.state.orders.values()][2];
		scenario.trigger = {
			...scenario.trigger,
			startFromOrder: { __rl: true, mode: 'id', value: String(third?.legacyId) },
		};
		scenario.restart();
		expect(await numbersOf(scenario)).toEqual(['#1003', '#1004']);
	});

	test.each([5, 0])('the second way on: a limit of %i', async (firstBatchLimit) => {
		const scenario = new Scenario(engine, { trigger: { firstBatchLimit } });
		placeFourOrders(scenario.shop);
		expect(await numbersOf(scenario)).toHaveLength(5);
	});

	test('not after the first handover, even with all orders closed and the static data gone', async () => {
		const scenario = new Scenario(engine, limited);
		placeOrders(scenario.shop, 1);
		await scenario.pollAndHandOver();
		const [only] = [...scenario.shop.state.fulfillmentOrders.keys()];
		scenario.shop.ship(String(only));
		scenario.wait(61 * 24 * 60);
		scenario.restart({ wipe: true });
		placeFourOrders(scenario.shop);
		expect(await numbersOf(scenario)).toHaveLength(5);
	});

	test('closed orders that Shopify withholds for their age do not stop the search for lost offers', async () => {
		const scenario = new Scenario(engine);
		const old = scenario.shop.placeOrder({
			lines: [{ sku: 'MUG-BLUE' }],
			createdAt: START - 200 * 24 * 60 * MINUTE,
		});
		scenario.shop.ship(String(old.fulfillmentOrders[0]?.id));
		const order = scenario.shop.placeOrder({ lines: [{ sku: 'TEA-250' }] });
		await scenario.poll();
		scenario.shop.cancelOrder(order.id);
		scenario.restart({ wipe: true });
		scenario.wait(61);
		expect((await scenario.poll()).items).toMatchObject([
			{ event: 'Unsettled', orderId: order.id },
		]);
	});

	test('orders that wait for their turn under Orders Per Poll do not count as a first batch', async () => {
		const scenario = new Scenario(engine, {
			trigger: { firstBatchLimit: 5, options: { ordersPerPoll: 1 } },
		});
		placeFourOrders(scenario.shop);
		expect(await numbersOf(scenario)).toHaveLength(1);
		placeOrders(scenario.shop, 3);
		expect(await numbersOf(scenario)).toHaveLength(2);
	});
});

describe('As Soon As Emitted', () => {
	test('is offered once, whatever becomes of it', async () => {
		const scenario = new Scenario(engine, { trigger: { countsWhen: 'emitted' } });
		placeFourOrders(scenario.shop);
		const { items } = await scenario.poll();
		expect(items).toHaveLength(5);
		expect(items?.map(({ handover }) => handover)).toMatchObject(
			Array.from({ length: 5 }, () => ({ attempt: 1, confirmed: true })),
		);
		scenario.restart({ wipe: true });
		scenario.wait(3 * 24 * 60);
		expect((await scenario.poll()).items).toBeNull();
	});

	test('confirming all the same answers alreadyConfirmed', async () => {
		const scenario = new Scenario(engine, { trigger: { countsWhen: 'emitted' } });
		placeOrders(scenario.shop, 1);
		const { confirmed } = await scenario.pollAndHandOver();
		expect(confirmed).toMatchObject([{ confirmation: { result: 'alreadyConfirmed' } }]);
	});
});

describe('the budget of a poll', () => {
	afterEach(() => {
		jest.restoreAllMocks();
	});

	/** Each request takes that long, by the clock that the node goes by. */
	function slowRequests(scenario: Scenario, milliseconds: number): void {
		let slept = 0;
		const now = Date.now.bind(Date);
		jest.spyOn(Date, 'now').mockImplementation(() => now() + slept);
		scenario.shop.faults.beforeEachRequest = () => {
			slept += milliseconds;
			return undefined;
		};
	}

	test('a shop with more pages than time is seen as a whole over several polls', async () => {
		const scenario = new Scenario(engine);
		placeOrders(scenario.shop, 2);
		for (let number = 0; number < 1100; number += 1) {
			scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE' }], financialStatus: 'PENDING' });
		}
		slowRequests(scenario, 5_000);
		const found: (readonly unknown[])[] = [];
		for (let poll = 0; poll < 6; poll += 1) {
			const { items, log } = await scenario.poll({ budgetMs: 36_000 });
			found.push((items ?? []).map((item) => item['orderNumber']));
			if (poll === 0) expect(log.join('\n')).toContain('The scan ran out of time');
		}
		expect(found.flat()).toEqual(['#1001', '#1002']);
		expect(found[0]).toEqual([]);
	});

	test('what is new in the meantime is found although an old page was due', async () => {
		const scenario = new Scenario(engine);
		for (let number = 0; number < 800; number += 1) {
			scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE' }], financialStatus: 'PENDING' });
		}
		slowRequests(scenario, 5_000);
		await scenario.poll({ budgetMs: 36_000 });
		placeOrders(scenario.shop, 1);
		const found: unknown[] = [];
		for (let poll = 0; poll < 4; poll += 1) {
			const { items } = await scenario.poll({ budgetMs: 36_000 });
			found.push(...(items ?? []).map((item) => item['orderNumber']));
		}
		expect(found).toEqual(['#1801']);
	});
});

test('ages and pauses go by the shop, not by this machine', async () => {
	const scenario = new Scenario(engine);
	placeOrders(scenario.shop, 1);
	const { items } = await scenario.poll();
	expect(items?.[0]?.['handover']).toMatchObject({ firstOfferedAt: new Date(START).toISOString() });
	expect(Math.abs(Date.now() - START)).toBeGreaterThan(60 * MINUTE);
});
