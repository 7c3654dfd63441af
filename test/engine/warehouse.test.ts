import './support/fastSleep';
import type { DemoShopOptions } from '../shop';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { handOver } from './support/handOver';
import { Scenario } from './support/scenario';
import { Warehouse } from './support/warehouse';
import { HAPPENINGS } from './warehouseCases';
import type { Happening } from './warehouseCases';
import { play, problemsOf, TIMINGS } from './warehouseScene';
import type { Timing } from './warehouseScene';
import { TABLE } from './warehouseTable';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

const ALL_TIMINGS = Object.keys(TIMINGS) as Timing[];

/** One case of each timing and each thing that may happen then. */
function cases(happenings: readonly Happening[]): [string, string, Timing, Happening][] {
	return ALL_TIMINGS.flatMap((timing) =>
		happenings
			.filter(({ name }) => name !== 'released' && name !== 'merged')
			.filter(({ name }) => name !== 'marked as open' || timing === 'confirmed')
			.map((one): [string, string, Timing, Happening] => [TIMINGS[timing], one.name, timing, one]),
	);
}

describe('what the warehouse has in the end, and what staff see', () => {
	test.each(cases(HAPPENINGS))('%s: %s', async (_when, name, timing, happening) => {
		const ending = await play(engine, timing, [happening]);

		expect(ending.impossible).toEqual([]);
		expect(problemsOf(ending, timing, [happening])).toEqual([]);
		const row = TABLE[timing][name];
		if (row) expect([ending.atWarehouse.join('; '), ending.inShop]).toEqual(row);
	});

	test('the table has a row for each case but one, which may end in two ways', () => {
		const missing = cases(HAPPENINGS).filter(([, name, timing]) => !TABLE[timing][name]);

		expect(missing.map(([when, name]) => `${when}: ${name}`)).toEqual([
			`${TIMINGS.notConfirmed}: moved whole`,
		]);
	});
});

describe('whatever Shopify does where its documentation is silent', () => {
	const switches: readonly [string, NonNullable<DemoShopOptions['unknowns']>, RegExp][] = [
		[
			'units open again in the same fulfillment order',
			{ reopenIn: 'sameFulfillmentOrder' },
			/cancelled$/,
		],
		[
			'units open again in a new fulfillment order',
			{ reopenIn: 'newFulfillmentOrder' },
			/cancelled$/,
		],
		['an edit makes a new fulfillment order', { editsAddTo: 'newFulfillmentOrder' }, /^edited/],
		['whole lines get new ids', { wholeLinesKeepTheirIds: false }, /in part|^split|replaced/],
		['it refuses progress', { progressRefusedFor: ['SHIPPING'] }, /^(held|moved|edited: one)/],
		[
			'everything moves updatedAt',
			{ orderChangesMoveFulfillmentOrderUpdatedAt: true, metafieldsMoveOrderUpdatedAt: true },
			/^(split|refunded: all mugs|order cancelled)$/,
		],
	];

	test.each(
		switches.flatMap(([name, unknowns, which]) =>
			ALL_TIMINGS.map((timing) => [name, TIMINGS[timing], timing, unknowns, which] as const),
		),
	)(
		'%s, %s: nothing doubled and nothing missing',
		async (_name, _when, timing, unknowns, which) => {
			const wrong: string[] = [];
			for (const happening of HAPPENINGS.filter(({ name }) => which.test(name))) {
				const ending = await play(engine, timing, [happening], { shop: { unknowns } });
				const problems = problemsOf(ending, timing, [happening]);
				if (problems.length > 0) wrong.push(`${happening.name}: ${problems.join(', ')}`);
			}

			expect(wrong).toEqual([]);
		},
	);
});

describe('two warehouses, each with a trigger for its own location', () => {
	test.each(['neverArrived', 'notConfirmed', 'confirmed'] as const)(
		'%s: what moves to the other location reaches the other warehouse',
		async (timing) => {
			for (const name of ['moved whole', 'moved in part']) {
				const scenario = new Scenario(engine);
				const { shop } = scenario;
				const [leeds, camden] = [...shop.state.locations.values()].map(({ legacyId }) =>
					String(legacyId),
				);
				const workflows = [leeds, camden].map((location) => {
					scenario.trigger = { filters: { locations: [location ?? ''] } };
					return scenario.newWorkflow();
				});
				const warehouses = [scenario.warehouse, new Warehouse()];
				const order = shop.placeOrder({
					lines: [
						{ sku: 'MUG-STN-350', quantity: 3 },
						{ sku: 'BLK-WOL-GRY', quantity: 2 },
					],
				});
				const pollBoth = async (): Promise<void> => {
					for (const [at, workflow] of workflows.entries()) {
						scenario.workflow = workflow;
						const { items } = await scenario.poll();
						const warehouse = warehouses[at] ?? new Warehouse();
						const done = await handOver(engine, scenario.credential, warehouse, items ?? []);
						expect(done.failures).toEqual([]);
					}
				};
				if (timing === 'confirmed') await pollBoth();
				else {
					scenario.workflow = workflows[0] ?? scenario.workflow;
					const { items } = await scenario.poll();
					for (const item of timing === 'notConfirmed' ? (items ?? []) : [])
						scenario.warehouse.create(item);
				}

				scenario.wait(5);
				HAPPENINGS.find((one) => one.name === name)?.happen({ shop, order });
				for (const minutes of [0, 61, 1441, 1441, 1441]) {
					scenario.wait(minutes);
					await pollBoth();
				}

				const [here, there] = warehouses.map(({ units }) => Object.values(units));
				const moved = name === 'moved whole' ? [3, 2] : [1, 2];
				expect(there?.toSorted()).toEqual(moved.toSorted());
				// Leeds has confirmed them and is told by another event that they have moved.
				const left = name === 'moved whole' ? [] : [2];
				expect(here).toEqual(timing === 'confirmed' ? [3, 2] : left);
			}
		},
	);
});
