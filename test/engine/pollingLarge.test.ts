import './support/fastSleep';
import type { IDataObject } from 'n8n-workflow';
import { numbersOf, place, setTrigger } from './pollingPlaces';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import type { ScenarioOptions } from './support/scenario';
import { Scenario, START } from './support/scenario';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

function newScenario(options: ScenarioOptions = {}): Scenario {
	return new Scenario(engine, options);
}

describe('orders older than 60 days that Shopify withholds', () => {
	test('are counted and named, and never fail the poll', async () => {
		const scenario = newScenario({ shop: { unknowns: { oldOrders: 'nullWithError' } } });
		place(scenario, { daysAgo: 75, number: 871 }, START);
		place(scenario, { daysAgo: 61, number: 902 }, START);
		const recent = scenario.shop.placeOrder({ number: 1200 });

		const { items, log } = await scenario.poll();

		expect(numbersOf(items)).toEqual([recent.name]);
		expect(log.join('\n')).toMatch(
			/2 belong to orders that Shopify withholds \(#902, #871\).*scope read_all_orders/,
		);
	});

	test('never fail the poll if Shopify does not even show their fulfillment orders', async () => {
		const scenario = newScenario({ shop: { unknowns: { oldOrders: 'absentFulfillmentOrder' } } });
		place(scenario, { daysAgo: 75 }, START);
		const recent = scenario.shop.placeOrder();

		expect(numbersOf((await scenario.poll()).items)).toEqual([recent.name]);
	});

	test.each(['nullWithError', 'absentFulfillmentOrder'] as const)(
		'do not fail the poll when they become too old after they were offered (%s)',
		async (oldOrders) => {
			const scenario = newScenario({ shop: { unknowns: { oldOrders } } });
			const order = place(scenario, { daysAgo: 59 }, START);
			expect((await scenario.poll()).items).toHaveLength(1);
			scenario.wait(2 * 24 * 60);
			const recent = scenario.shop.placeOrder({ number: 1300 });

			const { items } = await scenario.poll();

			expect(numbersOf(items)).toEqual([recent.name]);
			expect(order.name).not.toBe(recent.name);
		},
	);
});

describe('large orders and shops', () => {
	test('a fulfillment order with 255 lines is handed over whole', async () => {
		const scenario = newScenario();
		const lines = Array.from({ length: 255 }, (_none, index) => ({
			sku: `BEAD-${String(index).padStart(3, '0')}`,
			title: `Glass Bead No. ${index}`,
			quantity: (index % 4) + 1,
		}));
		scenario.shop.placeOrder({ lines });

		const { items, failures } = await scenario.pollAndHandOver();

		expect(failures).toEqual([]);
		expect((items[0]?.['lines'] as IDataObject[]).map(({ sku }) => sku)).toEqual(
			lines.map(({ sku }) => sku),
		);
		expect(scenario.warehouse.units).toEqual(scenario.orderedUnits);
	});

	test('all of the 28 fulfillment orders of an order are handed over, each once', async () => {
		const places = Array.from({ length: 28 }, (_none, index) => `Shop ${index + 1}`);
		const scenario = newScenario({ shop: { locations: places.map((name) => ({ name })) } });
		scenario.shop.placeOrder({
			lines: places.map((location) => ({ sku: 'MUG-STN-350', location })),
		});

		const { items, failures } = await scenario.pollAndHandOver();

		expect(failures).toEqual([]);
		expect(new Set(numbersOf(items)).size).toBe(28);
		expect(numbersOf(items)[0]).toBe('#1001');
		expect(scenario.warehouse.units).toEqual(scenario.orderedUnits);
		scenario.wait(61);
		expect((await scenario.poll()).items).toBeNull();
	});

	test('a shop with more fulfillment orders than a page holds is seen as a whole', async () => {
		const scenario = newScenario({ trigger: { firstBatchLimit: 0 } });
		for (let count = 0; count < 260; count += 1) scenario.shop.placeOrder();

		const { items } = await scenario.poll();

		expect(new Set(numbersOf(items)).size).toBe(260);
		expect(numbersOf(items)[0]).toBe('#1001');
	});

	test('Orders Per Poll: the oldest first, and the rest with the next polls', async () => {
		const scenario = newScenario({ trigger: { options: { ordersPerPoll: 3 } } });
		for (let count = 0; count < 7; count += 1) scenario.shop.placeOrder();

		const polls = [await scenario.poll(), await scenario.poll(), await scenario.poll()];

		expect(polls.map(({ items }) => numbersOf(items))).toEqual([
			['#1001', '#1002', '#1003'],
			['#1004', '#1005', '#1006'],
			['#1007'],
		]);
	});

	test('First Batch Limit: the first poll sends nothing and says what to do', async () => {
		const scenario = newScenario({ trigger: { firstBatchLimit: 2 } });
		for (let count = 0; count < 3; count += 1) scenario.shop.placeOrder();

		await expect(scenario.poll()).rejects.toMatchObject({
			message: expect.stringMatching(
				/3 fulfillment orders match at once, from order #1001 to order #1003; none was sent/,
			) as unknown,
			description: expect.stringMatching(
				/Start From Order.*First Batch Limit \(now 2\)/,
			) as unknown,
		});
		expect(scenario.shop.log.map(({ operationName }) => operationName)).not.toContain(
			'SetHandoverRecords',
		);
		setTrigger(scenario, { firstBatchLimit: 3 });
		expect((await scenario.poll()).items).toHaveLength(3);
	});
});

describe('locations and numbers', () => {
	const LOCATIONS = ['Leeds', 'London', 'Lisbon', 'Lyon', 'Linz'];
	const lines = [
		{ title: 'Gift Card', isGiftCard: true, price: 20 },
		...LOCATIONS.map((location) => ({ sku: 'MUG-STN-350', location })),
	];
	const shop = { locations: LOCATIONS.map((name) => ({ name })) };

	test('five locations are five target orders; the log names them when none is chosen', async () => {
		const scenario = newScenario({ shop });
		const order = scenario.shop.placeOrder({ lines });
		const [giftCard, first, ...others] = order.fulfillmentOrders.map(({ legacyId }) => legacyId);
		expect(giftCard).toBeLessThan(first ?? 0);

		const { items, log } = await scenario.poll();

		expect(numbersOf(items)).toEqual(['#1001', ...others.map((id) => `#1001-${id}`)]);
		expect(items?.map(({ location }) => (location as IDataObject)['name'])).toEqual(LOCATIONS);
		expect(log.join('\n')).toMatch(
			/several locations and none is chosen: .*Linz \(1\).*Leeds \(2\)/,
		);
	});

	test('a trigger for one location leaves the others to another one, with the same numbers', async () => {
		const scenario = newScenario({ shop });
		const order = scenario.shop.placeOrder({ lines });
		const ids = [...scenario.shop.state.locations.values()].map(({ legacyId }) => String(legacyId));
		const served: unknown[] = [];
		for (const id of ids.toReversed()) {
			setTrigger(scenario, { filters: { locations: [id] } });
			served.push(...numbersOf((await scenario.poll()).items));
		}

		const [, , ...others] = order.fulfillmentOrders.map(({ legacyId }) => legacyId);
		expect(served).toEqual([...others.map((id) => `#1001-${id}`).toReversed(), '#1001']);
	});

	test.each([
		[{ alwaysAppend: true }, (id: number) => `#1001-${id}`],
		[{ withoutHash: true }, () => '1001'],
		[
			{ numberPrefix: 'UK-', withoutHash: true, alwaysAppend: true },
			(id: number) => `UK-1001-${id}`,
		],
	])('options of the number: %j', async (options, expected) => {
		const scenario = newScenario({ trigger: { options } });
		const order = scenario.shop.placeOrder();

		const { items } = await scenario.poll();

		expect(numbersOf(items)).toEqual([expected(order.fulfillmentOrders[0]?.legacyId ?? 0)]);
	});
});
