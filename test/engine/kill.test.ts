import './support/fastSleep';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import type { Loss } from './support/mortality';
import { expectEachOnce, finish, placeFourOrders } from './support/orders';
import { Scenario } from './support/scenario';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

/** A shop that hands over already, so that static data and marker are there, and has four new orders. */
async function runningShop(): Promise<Scenario> {
	const scenario = new Scenario(engine);
	scenario.shop.placeOrder({ lines: [{ sku: 'PLATE-S', quantity: 1 }] });
	await scenario.pollAndHandOver();
	placeFourOrders(scenario.shop);
	scenario.wait(30);
	return scenario;
}

const LOSSES: readonly Loss[] = ['request', 'answer'];
const MEMORIES = ['kept', 'wiped'] as const;

describe.each(LOSSES)('a process that dies and loses the %s', (loss) => {
	test.each(MEMORIES)('at each request in turn, static data %s', async (memory) => {
		let died = 0;
		for (let at = 1; ; at += 1) {
			const scenario = await runningShop();
			scenario.mortality.startProcess(at, loss);
			if (await scenario.pollAndHandOverUnlessKilled()) break;
			died += 1;
			scenario.restart({ wipe: memory === 'wiped' });
			await finish(scenario);
			expectEachOnce(scenario, `killed at request ${String(at)}`);
		}
		// Fewer would mean that the orders were not handed over in the first place.
		expect(died).toBeGreaterThan(15);
	});
});

test.each(MEMORIES)(
	'a process that dies when n8n has saved the static data and not the items, static data %s',
	async (memory) => {
		const scenario = await runningShop();
		await scenario.poll();
		scenario.restart({ wipe: memory === 'wiped' });
		await finish(scenario);
		expectEachOnce(scenario, 'items lost');
	},
);
