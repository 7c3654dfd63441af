import './support/fastSleep';
import { randomNumbers } from '../shop';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import type { Loss } from './support/mortality';
import { Scenario } from './support/scenario';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

/** Minutes: the longest pause between two offers. */
const DAY = 24 * 60;
const DEATHS = 8;
const SKUS = ['MUG-BLUE', 'TEA-250', 'BOWL-L', 'PLATE-S'];

/** 800 orders; every fourth is shipped from two locations, which makes 1,000 fulfillment orders. */
function placeOrders({ shop }: Scenario, random: () => number): void {
	const some = (): { sku: string; quantity: number } => ({
		sku: SKUS[Math.floor(random() * SKUS.length)] ?? 'MUG-BLUE',
		quantity: 1 + Math.floor(random() * 3),
	});
	for (let number = 0; number < 800; number += 1) {
		const elsewhere = number % 4 === 0 ? [{ ...some(), location: 'Camden Shop' }] : [];
		shop.placeOrder({ lines: [some(), ...elsewhere] });
	}
}

test.each([20_260_914, 7, 4_711])(
	'a target that fails at every third request and a process killed eight times: 1,000 arrive, each once (seed %i)',
	async (seed) => {
		const random = randomNumbers(seed);
		const scenario = new Scenario(engine, { trigger: { firstBatchLimit: 0 } });
		placeOrders(scenario, random);
		scenario.warehouse.failEvery = 3;
		let deaths = 0;
		for (let rounds = 1; scenario.notInProgress.length > 0 && rounds <= 40; rounds += 1) {
			// Somewhere among the requests of this round: an offered order takes one or two of them.
			const offered = Math.min(500, scenario.notInProgress.length);
			const at = deaths < DEATHS ? 1 + Math.floor(random() * offered * 1.5) : Infinity;
			const loss: Loss = random() < 0.5 ? 'request' : 'answer';
			scenario.mortality.startProcess(at, loss);
			if (!(await scenario.pollAndHandOverUnlessKilled())) {
				deaths += 1;
				scenario.restart({ wipe: random() < 0.2 });
			}
			scenario.wait(1 + Math.floor((1 + random()) * DAY));
		}

		const { warehouse } = scenario;
		expect(scenario.notInProgress).toEqual([]);
		expect(warehouse.units).toEqual(scenario.orderedUnits);
		expect(warehouse.orders).toHaveLength(1000);
		expect(warehouse.refused).toEqual([]);
		expect(deaths).toBe(DEATHS);
	},
	180_000,
);
