import './support/fastSleep';
import type { Fault } from '../shop';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { expectEachOnce, placeFourOrders } from './support/orders';
import { Scenario } from './support/scenario';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

const FAULTS: readonly [string, Fault][] = [
	['the answer to one request is lost', { kind: 'dropAnswer' }],
	['the connection breaks before one request', { kind: 'drop' }],
	['one request is throttled', { kind: 'throttle' }],
	[
		'one request is answered with 502 and HTML',
		{ kind: 'fail', status: 502, body: '<html></html>' },
	],
	['one request is answered with 200 and HTML', { kind: 'html' }],
];

test.each(FAULTS)('%s, whichever it is: one round does it all the same', async (_what, fault) => {
	let met = 0;
	for (let at = 1; ; at += 1) {
		const scenario = new Scenario(engine);
		placeFourOrders(scenario.shop);
		const metBefore = met;
		scenario.shop.faults.beforeEachRequest = ({ number }) => {
			if (number !== at) return undefined;
			met += 1;
			scenario.shop.faults.next(fault);
			return undefined;
		};
		const round = await scenario.pollAndHandOver();
		if (met === metBefore) break;
		expect({ at, failures: round.failures }).toEqual({ at, failures: [] });
		expectEachOnce(scenario, `at request ${String(at)}`);
		expect(round.confirmed.map(({ confirmation }) => confirmation)).toMatchObject(
			Array.from({ length: 5 }, () => ({ result: 'confirmed' })),
		);
	}
	expect(met).toBeGreaterThan(10);
});
