import './support/fastSleep';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import type { Loss } from './support/mortality';
import { expectEachOnce, finish } from './support/orders';
import { orderBody, Receiving } from './support/receiving';
import { TRIGGER } from './support/scenario';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

/** One execution by webhook, in a process that may die on the way; false if it did. */
async function receiveUnlessKilled(scenario: Receiving, body: object): Promise<boolean> {
	const { items } = await scenario.deliver(scenario.told('orders/paid', body));
	const { error, output } = await scenario.run(items ?? []);
	if (error && !scenario.mortality.dead) throw error;
	if (!scenario.mortality.dead) {
		await scenario.handOver(output(TRIGGER)[0] ?? []).catch((failure: unknown) => {
			if (!scenario.mortality.dead) throw failure;
		});
	}
	return !scenario.mortality.dead;
}

test.each<Loss>(['request', 'answer'])(
	'an execution that dies at each request in turn and loses the %s: the safety poll brings the order, once',
	async (loss) => {
		let died = 0;
		for (let at = 1; ; at += 1) {
			const scenario = new Receiving(engine);
			const order = scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 2 }] });
			scenario.mortality.startProcess(at, loss);
			if (await receiveUnlessKilled(scenario, orderBody(order))) break;
			died += 1;
			scenario.restart();
			await finish(scenario);
			expectEachOnce(scenario, `killed at request ${String(at)}`);
		}
		// Fewer would mean that the order was not handed over in the first place.
		expect(died).toBeGreaterThan(8);
	},
);
