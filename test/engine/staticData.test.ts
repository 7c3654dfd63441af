import './support/fastSleep';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { interleaveRequests } from './support/interleave';
import { expectEachOnce, finish, keysOf, placeFourOrders } from './support/orders';
import { Scenario, TRIGGER } from './support/scenario';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

/** A shop with five fulfillment orders offered, three of them confirmed. */
async function halfConfirmed(): Promise<{ scenario: Scenario; open: readonly string[] }> {
	const scenario = new Scenario(engine);
	placeFourOrders(scenario.shop);
	const items = (await scenario.poll()).items ?? [];
	await scenario.handOver(items.slice(0, 3));
	return { scenario, open: keysOf(items.slice(3)) };
}

/** What may happen to the static data of a trigger. */
const LOSSES: readonly [string, (scenario: Scenario) => void][] = [
	['the static data are wiped', (scenario) => scenario.restart({ wipe: true })],
	[
		'the node is renamed',
		(scenario) => {
			const { id } = scenario.workflow;
			scenario.workflow = scenario.newWorkflow({ id, triggerName: 'Orders of Harbour Goods' });
		},
	],
	[
		'the workflow is copied',
		(scenario) => {
			scenario.workflow = scenario.newWorkflow({ triggerName: `${TRIGGER} copy` });
		},
	],
];

describe.each(LOSSES)('when %s', (_what, lose) => {
	test('nothing is offered twice within the pause, and nothing confirmed ever', async () => {
		const { scenario, open } = await halfConfirmed();
		scenario.wait(59);
		lose(scenario);
		expect((await scenario.poll()).items).toBeNull();

		scenario.wait(2);
		const { items } = await scenario.pollAndHandOver();
		expect([...keysOf(items)].sort()).toEqual([...open].sort());
		expect(items.map(({ handover }) => handover)).toMatchObject([{ attempt: 2 }, { attempt: 2 }]);

		scenario.wait(3 * 24 * 60);
		lose(scenario);
		expect((await scenario.poll()).items).toBeNull();
		expectEachOnce(scenario);
	});

	test('an offer whose fulfillment order is closed by now is still settled', async () => {
		const scenario = new Scenario(engine);
		const order = scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 2 }] });
		const offered = (await scenario.poll()).items ?? [];
		scenario.shop.cancelOrder(order.id);
		scenario.wait(61);
		lose(scenario);

		const { items } = await scenario.pollAndHandOver();

		expect(items).toMatchObject([{ event: 'Unsettled', orderNumber: '#1001' }]);
		expect(keysOf(items)).toEqual(keysOf(offered));
		scenario.wait(3 * 24 * 60);
		expect((await scenario.poll()).items).toBeNull();
		expect(scenario.warehouse.openOrders).toEqual([]);
	});
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
	'two workflows that poll at once offer each unit under one key, once (order of requests %i)',
	async (seed) => {
		const scenario = new Scenario(engine);
		placeFourOrders(scenario.shop);
		const workflows = [scenario.newWorkflow(), scenario.newWorkflow()] as const;
		interleaveRequests(scenario.shop, seed);
		const polled = await Promise.all(workflows.map((one) => engine.poll(one, TRIGGER)));
		scenario.shop.faults.clear();

		const keys = polled.flatMap(({ items }) => keysOf(items));
		expect(keys).toHaveLength(5);
		expect(new Set(keys).size).toBe(5);
		for (const { items } of polled) await scenario.handOver(items ?? []);
		expectEachOnce(scenario);
	},
);

test.each([1, 2, 3, 4, 5, 6])(
	'two workflows that poll at once over a bad line: no unit under two keys, none forgotten (%i)',
	async (seed) => {
		const scenario = new Scenario(engine);
		placeFourOrders(scenario.shop);
		const workflows = [scenario.newWorkflow(), scenario.newWorkflow()] as const;
		interleaveRequests(scenario.shop, seed);
		scenario.shop.faults.random(seed, { drop: 0.05, dropAnswer: 0.15, fail: 0.05, throttle: 0.05 });
		const polled = await Promise.allSettled(workflows.map((one) => engine.poll(one, TRIGGER)));
		scenario.shop.faults.clear();

		const items = polled.flatMap((one) =>
			one.status === 'fulfilled' ? (one.value.items ?? []) : [],
		);
		expect(new Set(keysOf(items)).size).toBe(items.length);
		await scenario.handOver(items);
		await finish(scenario);
		expectEachOnce(scenario);
	},
);

test.each([1, 2, 3, 4])(
	'two runs that confirm the same orders at once, while a third polls (order of requests %i)',
	async (seed) => {
		const { scenario } = await halfConfirmed();
		scenario.wait(61);
		const again = (await scenario.poll()).items ?? [];
		expect(again).toHaveLength(2);
		interleaveRequests(scenario.shop, seed);
		const [one, other, polled] = await Promise.all([
			scenario.handOver(again),
			scenario.handOver(again),
			engine.poll(scenario.newWorkflow(), TRIGGER),
		]);
		scenario.shop.faults.clear();

		expect([one.failures, other.failures]).toEqual([[], []]);
		expect(polled.items).toBeNull();
		expectEachOnce(scenario);
	},
);

test('polls of one node never overlap', async () => {
	const scenario = new Scenario(engine);
	placeFourOrders(scenario.shop);
	interleaveRequests(scenario.shop, 1);
	const polled = await Promise.all([scenario.poll(), scenario.poll()]);
	scenario.shop.faults.clear();
	expect(polled.map(({ items }) => items?.length ?? 0).sort()).toEqual([0, 5]);
	// The second one did nothing at all, and the first did not leave the door locked.
	expect(scenario.shop.log.filter(({ operationName }) => /App/.test(operationName))).toHaveLength(
		1,
	);
	scenario.wait(61);
	expect((await scenario.poll()).items).toHaveLength(5);
});

test('a poll that fails, at whichever request, leaves the static data as they were', async () => {
	const scenario = new Scenario(engine);
	placeFourOrders(scenario.shop);
	await scenario.pollAndHandOver();
	placeFourOrders(scenario.shop);
	const before = JSON.stringify(scenario.workflow.staticData);
	let failures = 0;
	for (let at = 1; ; at += 1) {
		scenario.mortality.startProcess(at);
		const polled = await engine.poll(scenario.workflow, TRIGGER).catch(() => undefined);
		// Once an offer is recorded the poll no longer fails: what is recorded leaves.
		if (polled) break;
		failures += 1;
		expect(JSON.stringify(scenario.workflow.staticData)).toBe(before);
	}
	expect(failures).toBeGreaterThan(3);
});

test('static data hold ids and times, no name and no address', async () => {
	const scenario = new Scenario(engine);
	placeFourOrders(scenario.shop);
	const { staticData, changed } = await scenario.poll();
	expect(changed).toBe(true);
	expect(Object.keys(staticData)).toEqual([`node:${TRIGGER}`]);
	const [order] = [...scenario.shop.state.orders.values()];
	const text = JSON.stringify(staticData);
	expect(text).not.toContain(order?.name);
	expect(text).not.toContain(order?.shippingAddress?.lastName);
	expect(text).not.toContain(order?.shippingAddress?.zip);
});
