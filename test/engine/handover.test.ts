import './support/fastSleep';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { Scenario } from './support/scenario';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

test('an order is offered once, created at the target, confirmed, and reads In progress', async () => {
	const scenario = new Scenario(engine);
	scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 2 }] });

	const { items, confirmed, failures } = await scenario.pollAndHandOver();

	expect(failures).toEqual([]);
	expect(items.map((item) => item['orderNumber'])).toEqual(['#1001']);
	expect(confirmed.map((item) => item['confirmation'])).toMatchObject([{ result: 'confirmed' }]);
	expect(Object.values(scenario.statuses)).toEqual(['IN_PROGRESS']);
	expect(scenario.warehouse.units).toEqual(scenario.orderedUnits);
	expect((await scenario.poll()).items).toBeNull();
});
