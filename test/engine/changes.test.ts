import './support/fastSleep';
import type { IDataObject } from 'n8n-workflow';
import type { Order } from '../shop';
import type { Happening } from './changeTable';
import { HAPPENINGS, inShort } from './changeTable';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { Receiving } from './support/receiving';
import { Scenario } from './support/scenario';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

const EVENTS = ['changed', 'moved', 'onHold', 'released', 'reopened', 'cancelled'];

function triggerOf(scenario: Scenario, { onlyLeeds }: Happening): Scenario['trigger'] {
	const leeds = [...scenario.shop.state.locations.values()].find(
		({ name }) => name === 'Leeds Warehouse',
	);
	const filters = onlyLeeds ? { filters: { locations: [String(leeds?.legacyId)] } } : {};
	return { ...scenario.trigger, events: EVENTS, ...filters };
}

/** An order that the warehouse has. */
async function handedOver(scenario: Scenario, happening: Happening): Promise<Order> {
	scenario.trigger = triggerOf(scenario, happening);
	scenario.restart();
	const order = scenario.shop.placeOrder({
		lines: [
			{ sku: 'MUG-BLUE', quantity: 2, location: 'Leeds Warehouse' },
			{ sku: 'TEA-250', quantity: 1, location: 'Leeds Warehouse' },
		],
	});
	const { failures } = await scenario.pollAndHandOver();
	expect(failures).toEqual([]);
	scenario.wait(1);
	return order;
}

const NAMED = HAPPENINGS.map((one) => [one.name, one] as const);

describe('by polling', () => {
	test.each(NAMED)('%s, between two polls', async (_name, happening) => {
		const scenario = new Scenario(engine);
		const order = await handedOver(scenario, happening);
		expect((await scenario.poll()).items).toBeNull();
		for (const step of happening.steps) {
			step(scenario.shop, order);
			scenario.wait(1);
		}
		expect(inShort((await scenario.poll()).items ?? [])).toEqual(happening.together);
		expect((await scenario.poll()).items).toBeNull();
	});

	test.each(NAMED)('%s, static data lost', async (_name, happening) => {
		const scenario = new Scenario(engine);
		const order = await handedOver(scenario, happening);
		for (const step of happening.steps) {
			step(scenario.shop, order);
			scenario.wait(1);
		}
		scenario.restart({ wipe: true });
		expect(inShort((await scenario.poll()).items ?? [])).toEqual(happening.together);
		scenario.restart({ wipe: true });
		expect((await scenario.poll()).items).toBeNull();
	});

	test.each(NAMED.filter(([, { apart }]) => apart))(
		'%s, with a poll after each',
		async (_name, happening) => {
			const scenario = new Scenario(engine);
			const order = await handedOver(scenario, happening);
			const told: string[] = [];
			for (const step of happening.steps) {
				step(scenario.shop, order);
				scenario.wait(1);
				told.push(...inShort((await scenario.poll()).items ?? []));
			}
			expect(told).toEqual(happening.apart);
		},
	);
});

describe('by webhook', () => {
	test.each(NAMED)('%s', async (_name, happening) => {
		const scenario = new Receiving(engine);
		const order = await handedOver(scenario, happening);
		await scenario.publish();
		await scenario.shop.webhooks.idle();
		scenario.isLive = true;
		const told: IDataObject[] = [];
		for (const step of happening.steps) {
			step(scenario.shop, order);
			scenario.wait(1);
			await scenario.settle();
			told.push(...scenario.emitted.splice(0));
		}
		const before = inShort(told);
		// What no topic tells, the safety poll does.
		const missed = inShort((await scenario.poll()).items ?? []);
		expect([...before, ...missed]).toEqual(happening.apart ?? happening.together);
	});
});
