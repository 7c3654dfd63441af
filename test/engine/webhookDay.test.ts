import './support/fastSleep';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { Receiving } from './support/receiving';
import type { ScenarioOptions } from './support/scenario';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

/** A published workflow that gets what the shop sends by itself. */
async function live(options: ScenarioOptions = {}): Promise<Receiving> {
	const scenario = new Receiving(engine, options);
	await scenario.publish();
	scenario.isLive = true;
	return scenario;
}

const numbers = ({ emitted }: Receiving): readonly unknown[] =>
	emitted.map((item) => item['orderNumber']);

describe("the shop's own webhooks", () => {
	test.each<{
		what: string;
		shop?: ScenarioOptions['shop'];
		happens: (scenario: Receiving) => string;
	}>([
		{ what: 'placed and paid', happens: ({ shop }) => shop.placeOrder().name },
		{
			what: 'paid later',
			happens: ({ shop }) => {
				const order = shop.placeOrder({ financialStatus: 'PENDING' });
				shop.pay(order.id);
				return order.name;
			},
		},
		{
			what: 'routed late',
			happens: ({ shop }) => {
				const order = shop.placeOrder({ routed: false });
				shop.routeOrder(order.id);
				return order.name;
			},
		},
		{
			what: 'held and released',
			happens: ({ shop }) => {
				const order = shop.placeOrder({ financialStatus: 'PENDING' });
				const id = order.fulfillmentOrders[0]?.id ?? '';
				shop.hold(id);
				shop.pay(order.id);
				shop.releaseHold(id);
				return order.name;
			},
		},
		{
			what: 'told of twice each time',
			shop: { unknowns: { duplicates: 'always' } },
			happens: ({ shop }) => shop.placeOrder().name,
		},
	])('an order that is $what is offered once', async ({ shop, happens }) => {
		const scenario = await live(shop && { shop });
		const name = happens(scenario);
		await scenario.settle();
		expect(numbers(scenario)).toEqual([name]);
		expect(scenario.executions).toBeGreaterThan(1);
		expect((await scenario.poll()).items).toBeNull();
	});

	test('an order that is edited after it was confirmed is offered for what was added', async () => {
		const scenario = await live();
		const order = scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 1 }] });
		await scenario.settle();
		await scenario.handOver(scenario.emitted);
		const lineItemId = order.lines[0]?.id ?? '';
		scenario.shop.editOrder(order.id, { add: [{ lineItemId, quantity: 2 }] });
		await scenario.settle();
		expect(scenario.emitted).toMatchObject([
			{ lines: [{ quantity: 1 }] },
			{ lines: [{ quantity: 2 }] },
		]);
	});

	test('lost, late, doubled, out of turn and forged: with the safety poll each order comes once', async () => {
		const scenario = await live();
		const rates = { lose: 0.3, duplicate: 0.3, reorder: 0.2, forge: 0.2 };
		scenario.shop.faults.webhooks.random(7, rates);
		const names = Array.from({ length: 15 }, () => scenario.shop.placeOrder().name);
		await scenario.settle();
		const polled = (await scenario.poll()).items ?? [];
		const all = [...numbers(scenario), ...polled.map((item) => item['orderNumber'])];
		expect([...all].sort()).toEqual([...names].sort());
		expect(scenario.shop.webhooks.deliveries.some(({ status }) => status === 401)).toBe(true);
	});

	test('nobody there for so long that the shop drops its subscriptions: the next poll makes them again', async () => {
		const scenario = await live({
			shop: { webhooks: { pauseFactor: 0, fetch: () => Promise.resolve({ status: 404 }) } },
		});
		scenario.shop.placeOrder();
		await scenario.settle();
		expect(scenario.subscriptions.topicsOf(scenario.address)).not.toContain('ORDERS_CREATE');
		expect((await scenario.poll()).items).toHaveLength(1);
		expect(scenario.subscriptions.topicsOf(scenario.address)).toContain('ORDERS_CREATE');
	});
});
