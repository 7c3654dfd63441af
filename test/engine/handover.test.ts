import './support/fastSleep';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { accessToken, Scenario } from './support/scenario';

const VERSIONS = ['2026-07', '2026-10'];

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

test.each(VERSIONS)(
	'%s: an order is offered once, confirmed, and reads In progress',
	async (apiVersion) => {
		const scenario = new Scenario(engine, {
			credential: (shop) => ({ ...accessToken(shop), apiVersion }),
		});
		scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 2 }] });

		const { items, confirmed, failures } = await scenario.pollAndHandOver();

		expect(failures).toEqual([]);
		expect(items.map((item) => item['orderNumber'])).toEqual(['#1001']);
		expect(confirmed.map((item) => item['confirmation'])).toMatchObject([{ result: 'confirmed' }]);
		expect(Object.values(scenario.statuses)).toEqual(['IN_PROGRESS']);
		expect(scenario.warehouse.units).toEqual(scenario.orderedUnits);
		expect((await scenario.poll()).items).toBeNull();
	},
);
