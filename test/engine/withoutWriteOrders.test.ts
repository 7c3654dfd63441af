import './support/fastSleep';
import { ALL_SCOPES } from '../shop';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { interleaveRequests } from './support/interleave';
import type { Loss } from './support/mortality';
import { expectEachOnce, finish, keysOf, placeFourOrders, placeOrders } from './support/orders';
import { Scenario, TRIGGER } from './support/scenario';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

/** A shop whose app may not write onto orders. */
function openScenario(): Scenario {
	const accessScopes = ALL_SCOPES.filter((scope) => scope !== 'write_orders');
	return new Scenario(engine, { shop: { accessScopes } });
}

describe('what holds', () => {
	test('an order is handed over once and reads In progress; nothing is written onto it', async () => {
		const scenario = openScenario();
		placeFourOrders(scenario.shop);
		const { failures } = await scenario.pollAndHandOver();
		expect(failures).toEqual([]);
		expectEachOnce(scenario);
		scenario.wait(3 * 24 * 60);
		expect((await scenario.poll()).items).toBeNull();
		const orders = [...scenario.shop.state.orders.values()];
		expect(orders.flatMap((order) => [...order.metafields.keys()])).toEqual([]);
	});

	test('the pause holds, and an unconfirmed offer comes again under its key', async () => {
		const scenario = openScenario();
		placeFourOrders(scenario.shop);
		const first = await scenario.poll();
		scenario.wait(59);
		scenario.restart();
		expect((await scenario.poll()).items).toBeNull();
		scenario.wait(1);
		const again = await scenario.poll();
		expect(keysOf(again.items)).toEqual(keysOf(first.items));
		expect(again.items?.[0]?.['handover']).toMatchObject({ attempt: 2 });
	});

	test('confirmed orders are not offered again when the static data are lost: progress says enough', async () => {
		const scenario = openScenario();
		placeFourOrders(scenario.shop);
		await scenario.pollAndHandOver();
		scenario.restart({ wipe: true });
		expect((await scenario.poll()).items).toBeNull();
	});

	test.each<Loss>(['request', 'answer'])(
		'a process that dies at each request in turn and loses the %s: units arrive once',
		async (loss) => {
			let died = 0;
			for (let at = 1; ; at += 1) {
				const scenario = openScenario();
				placeOrders(scenario.shop, 1);
				await scenario.pollAndHandOver();
				placeFourOrders(scenario.shop);
				scenario.mortality.startProcess(at, loss);
				if (await scenario.pollAndHandOverUnlessKilled()) break;
				died += 1;
				scenario.restart();
				await finish(scenario);
				expectEachOnce(scenario, `killed at request ${String(at)}`);
			}
			expect(died).toBeGreaterThan(10);
		},
	);

	test('the log says at each poll what is weaker', async () => {
		const scenario = openScenario();
		const { log } = await scenario.poll();
		expect(log.join('\n')).toMatch(/warn: .*lacks the scope write_orders/);
	});
});

describe('what is weaker', () => {
	test('static data lost within the pause: the same offer comes again at once, under the same key', async () => {
		const scenario = openScenario();
		placeFourOrders(scenario.shop);
		const first = await scenario.poll();
		scenario.restart({ wipe: true });
		const again = await scenario.poll();
		expect(keysOf(again.items)).toEqual(keysOf(first.items));
		expect(again.items?.[0]?.['handover']).toMatchObject({ attempt: 1 });
		// A target that recognises keys still gets each unit once.
		await scenario.handOver(first.items ?? []);
		await scenario.handOver(again.items ?? []);
		expectEachOnce(scenario);
	});

	test('two workflows that poll at once make the same offers at the same time, under the same keys', async () => {
		const scenario = openScenario();
		placeFourOrders(scenario.shop);
		interleaveRequests(scenario.shop, 3);
		const workflows = [scenario.newWorkflow(), scenario.newWorkflow()] as const;
		const [one, other] = await Promise.all([
			engine.poll(workflows[0], TRIGGER),
			engine.poll(workflows[1], TRIGGER),
		]);
		scenario.shop.faults.clear();
		expect([...keysOf(one.items)].sort()).toEqual([...keysOf(other.items)].sort());
		await scenario.handOver(one.items ?? []);
		await scenario.handOver(other.items ?? []);
		expectEachOnce(scenario);
	});

	test('a first poll whose static data are lost, and a split before the next: units come under a second key', async () => {
		const scenario = openScenario();
		const order = scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 2 }] });
		const [first] = (await scenario.poll()).items ?? [];
		scenario.restart({ wipe: true });
		const [fulfillmentOrder] = order.fulfillmentOrders;
		const line = fulfillmentOrder?.lines[0];
		scenario.shop.split(String(fulfillmentOrder?.id), [{ id: String(line?.id), quantity: 1 }]);
		const again = (await scenario.poll()).items ?? [];
		expect(new Set([...keysOf(again), ...keysOf(first ? [first] : [])]).size).toBe(2);
	});

	test('progress that staff report by hand counts as a confirmation', async () => {
		const scenario = openScenario();
		const order = scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] });
		await scenario.poll();
		scenario.shop.reportProgress(String(order.fulfillmentOrders[0]?.id));
		scenario.wait(61);
		expect((await scenario.poll()).items).toBeNull();
		expect(scenario.warehouse.orders).toEqual([]);
	});

	test('progress taken back after the static data were lost: the order is offered again, under its key', async () => {
		const scenario = openScenario();
		const order = scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] });
		const { items } = await scenario.pollAndHandOver();
		scenario.shop.markAsOpen(String(order.fulfillmentOrders[0]?.id));
		expect((await scenario.poll()).items).toBeNull();
		scenario.restart({ wipe: true });
		expect(keysOf((await scenario.poll()).items)).toEqual(keysOf(items));
	});

	test('a delivery method that refuses progress cannot be confirmed: it is offered again and again', async () => {
		const scenario = openScenario();
		scenario.trigger = { deliveryMethods: ['PICK_UP'] };
		scenario.restart();
		scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE' }], deliveryMethod: 'PICK_UP' });
		const { items, confirmed } = await scenario.pollAndHandOver();
		expect(confirmed).toMatchObject([{ confirmation: { inProgress: [] } }]);
		scenario.wait(61);
		expect(keysOf((await scenario.poll()).items)).toEqual(keysOf(items));
		expect(scenario.warehouse.orders).toHaveLength(1);
	});
});
