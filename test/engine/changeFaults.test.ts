import './support/fastSleep';
import type { IDataObject } from 'n8n-workflow';
import type { DemoShopOptions, Order } from '../shop';
import { ALL_SCOPES } from '../shop';
import { inShort } from './changeTable';
import { act } from './support/actions';
import type { Engine, Ran } from './support/engine';
import { openEngine } from './support/engine';
import { interleaveRequests } from './support/interleave';
import type { Loss } from './support/mortality';
import { placeOrders } from './support/orders';
import { everyTopic, Receiving } from './support/receiving';
import { Scenario, TRIGGER } from './support/scenario';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

const EVENTS = ['changed', 'moved', 'onHold', 'released', 'reopened', 'cancelled'];
const TELL_AGAIN = { operation: 'tellAgain' };
const CONFIRM_CHANGE = { operation: 'confirmChange' };

/** A shop whose orders of one mug each the warehouse has. */
async function handedOver(
	number = 1,
	shop: DemoShopOptions = {},
	trigger: IDataObject = {},
): Promise<Scenario> {
	const all = { events: EVENTS, ...trigger } as Scenario['trigger'];
	const scenario = new Scenario(engine, { shop, trigger: all });
	placeOrders(scenario.shop, number);
	expect((await scenario.pollAndHandOver()).failures).toEqual([]);
	scenario.wait(1);
	return scenario;
}

const ordersOf = (scenario: Scenario): readonly Order[] => [...scenario.shop.state.orders.values()];
const holdAll = (scenario: Scenario): void => {
	for (const { fulfillmentOrders } of ordersOf(scenario)) {
		scenario.shop.hold(fulfillmentOrders[0]?.id ?? '');
	}
};
const HELD = 'On Hold hold: 1 MUG-BLUE (1 held)';

const resultsOf = (run: Ran): readonly unknown[] =>
	(run.output('Node')[0] ?? []).map(({ result }) => result);

async function poll(scenario: Scenario): Promise<readonly IDataObject[]> {
	return (await scenario.poll()).items ?? [];
}

test('what tells of a change leaves by the second output, in n8n as in a test of the node', async () => {
	const scenario = await handedOver();
	holdAll(scenario);
	placeOrders(scenario.shop, 1);
	const { outputs } = await scenario.poll();
	const told = outputs.map((items) => inShort(items.map(({ json }) => json)));
	expect(told).toEqual([['Ready: 1 MUG-BLUE'], [HELD]]);

	const passedOn = await engine.runTrigger(scenario.workflow, TRIGGER, outputs);
	expect(passedOn.output(TRIGGER).map(inShort)).toEqual([['Ready: 1 MUG-BLUE'], [HELD]]);
});

test('without events there is one output, and the log names the order', async () => {
	const scenario = await handedOver(1, {}, { events: [] });
	holdAll(scenario);
	const { items, log } = await scenario.poll();
	expect(items).toBeNull();
	const [{ name } = { name: '' }] = ordersOf(scenario);
	expect(log.filter((line) => line.includes('On Hold'))).toEqual([
		expect.stringContaining(`Order ${name}, handed over under the key`),
	]);
	placeOrders(scenario.shop, 1);
	expect((await scenario.poll()).outputs).toHaveLength(1);
});

test('300 orders change at once: as many as fit come with each poll, each once', async () => {
	const options = { ordersPerPoll: 100 };
	const scenario = await handedOver(300, {}, { firstBatchLimit: 0 });
	scenario.trigger = { ...scenario.trigger, options };
	scenario.restart();
	holdAll(scenario);
	const told: unknown[] = [];
	for (const polls of [1, 2, 3]) {
		const items = await poll(scenario);
		expect({ polls, items: items.length }).toEqual({ polls, items: 100 });
		told.push(...items.map(({ orderName }) => orderName));
	}
	expect(new Set(told).size).toBe(300);
	expect(await poll(scenario)).toEqual([]);
});

test('webhooks of all topics, each twice and all at once, make one event', async () => {
	for (const seed of [1, 2, 3]) {
		const scenario = new Receiving(engine, { trigger: { events: EVENTS } });
		const order = scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] });
		await scenario.pollAndHandOver();
		holdAll(scenario);
		interleaveRequests(scenario.shop, seed);
		const topics = [...everyTopic(order), ...everyTopic(order)];
		const emitted = await Promise.all(
			topics.map(async ([topic, body]) => await scenario.receive(topic, body)),
		);
		scenario.shop.faults.clear();
		expect(inShort(emitted.flat())).toEqual([HELD]);
		expect(await poll(scenario)).toEqual([]);
	}
});

describe('a target that could not be told', () => {
	test('is told again by the next poll, as it is then, and by no other', async () => {
		const scenario = await handedOver();
		holdAll(scenario);
		const items = await poll(scenario);
		expect(resultsOf(await act(scenario, TELL_AGAIN, items))).toEqual(['toldAgain']);
		expect(resultsOf(await act(scenario, TELL_AGAIN, items))).toEqual(['superseded']);
		expect(inShort(await poll(scenario))).toEqual([HELD]);
		expect(await poll(scenario)).toEqual([]);
		expect(resultsOf(await act(scenario, TELL_AGAIN, items))).toEqual(['toldAgain']);
	});

	test('of a cancelled order, which no scan shows: by a poll after the pause at the latest', async () => {
		const scenario = await handedOver();
		const [order] = ordersOf(scenario);
		scenario.shop.cancelOrder(order?.id ?? '');
		const items = await poll(scenario);
		expect(inShort(items)).toEqual(['Cancelled quantity: nothing']);
		// The workflow has tried for a while; a poll has passed meanwhile.
		scenario.wait(20);
		expect(await poll(scenario)).toEqual([]);
		expect(resultsOf(await act(scenario, TELL_AGAIN, items))).toEqual(['toldAgain']);
		scenario.wait(41);
		expect(inShort(await poll(scenario))).toEqual(['Cancelled quantity: nothing']);
		scenario.wait(61);
		expect(await poll(scenario)).toEqual([]);
	});

	test('hears that all is as before, if it is: it may have heard the one and not the other', async () => {
		const scenario = await handedOver();
		const [order] = ordersOf(scenario);
		scenario.shop.changeNote(order?.id ?? '', 'Ring twice');
		await act(scenario, TELL_AGAIN, await poll(scenario));
		scenario.shop.changeNote(order?.id ?? '', null);
		expect(inShort(await poll(scenario))).toEqual(['Changed quantity: 1 MUG-BLUE']);
		expect(await poll(scenario)).toEqual([]);
	});

	test('what it was told since is not told again', async () => {
		const scenario = await handedOver();
		const [order] = ordersOf(scenario);
		holdAll(scenario);
		const items = await poll(scenario);
		scenario.shop.releaseHold(order?.fulfillmentOrders[0]?.id ?? '');
		expect(inShort(await poll(scenario))).toEqual(['Released hold, progress: 1 MUG-BLUE']);
		expect(resultsOf(await act(scenario, TELL_AGAIN, items))).toEqual(['superseded']);
	});

	test('two runs tell at once: after the older one the last word is said again', async () => {
		const scenario = await handedOver();
		const [order] = ordersOf(scenario);
		holdAll(scenario);
		const first = await poll(scenario);
		scenario.shop.changeNote(order?.id ?? '', 'Ring twice');
		const second = await poll(scenario);
		expect(resultsOf(await act(scenario, CONFIRM_CHANGE, second))).toEqual(['told']);
		expect(resultsOf(await act(scenario, CONFIRM_CHANGE, first))).toEqual(['overtaken']);
		const third = await poll(scenario);
		expect(inShort(third)).toEqual(['Changed quantity: 1 MUG-BLUE (1 held)']);
		expect(resultsOf(await act(scenario, CONFIRM_CHANGE, third))).toEqual(['told']);
		expect(await poll(scenario)).toEqual([]);
	});

	test('a cancellation that an older change has overtaken is said again', async () => {
		const scenario = await handedOver();
		const [order] = ordersOf(scenario);
		holdAll(scenario);
		const first = await poll(scenario);
		scenario.shop.cancelOrder(order?.id ?? '');
		const second = await poll(scenario);
		expect(resultsOf(await act(scenario, CONFIRM_CHANGE, first))).toEqual(['overtaken']);
		expect(resultsOf(await act(scenario, CONFIRM_CHANGE, second))).toEqual(['told']);
		scenario.wait(61);
		expect(inShort(await poll(scenario))).toEqual(['Cancelled quantity: nothing']);
		scenario.wait(61);
		expect(await poll(scenario)).toEqual([]);
	});

	test('is told again after the pause, until somebody says that it has heard', async () => {
		const scenario = await handedOver();
		scenario.confirmsChanges = true;
		scenario.restart();
		const [order] = ordersOf(scenario);
		holdAll(scenario);
		expect(inShort(await poll(scenario))).toEqual([HELD]);
		scenario.wait(59);
		expect(await poll(scenario)).toEqual([]);
		scenario.wait(1);
		const again = await poll(scenario);
		expect(inShort(again)).toEqual(['Changed quantity: 1 MUG-BLUE (1 held)']);
		expect(resultsOf(await act(scenario, CONFIRM_CHANGE, again))).toEqual(['told']);
		expect(resultsOf(await act(scenario, CONFIRM_CHANGE, again))).toEqual(['told']);
		scenario.wait(61);
		expect(await poll(scenario)).toEqual([]);

		scenario.shop.cancelOrder(order?.id ?? '');
		expect(inShort(await poll(scenario))).toEqual(['Cancelled quantity: nothing']);
		for (const memory of ['kept', 'wiped']) {
			scenario.restart({ wipe: memory === 'wiped' });
			expect(await poll(scenario)).toEqual([]);
			scenario.wait(61);
			const told = await poll(scenario);
			expect(inShort(told)).toEqual(['Cancelled quantity: nothing']);
			if (memory === 'wiped') await act(scenario, CONFIRM_CHANGE, told);
		}
		scenario.wait(61);
		expect(await poll(scenario)).toEqual([]);
	});

	test('is not told again of what nobody asks for any more', async () => {
		const scenario = await handedOver();
		scenario.confirmsChanges = true;
		scenario.restart();
		holdAll(scenario);
		await poll(scenario);
		scenario.trigger = { ...scenario.trigger, events: ['onHold'] };
		scenario.restart();
		scenario.wait(61);
		const first = await scenario.poll();
		const second = await scenario.poll();
		const logged = [first, second].map(({ log }) =>
			log.filter((line) => line.includes('not chosen')),
		);
		expect(logged.map(({ length }) => length)).toEqual([1, 0]);
	});

	test.each([
		['', /Told is empty for item 0/],
		['{}', /What was told cannot be read/],
		['not JSON', /What was told cannot be read/],
	])('"%s" is no word of the trigger', async (told, problem) => {
		const scenario = await handedOver();
		holdAll(scenario);
		const [item] = await poll(scenario);
		const handover = { ...(item?.['handover'] as IDataObject), told };
		const run = await act(scenario, TELL_AGAIN, [{ ...item, handover }]);
		expect(run.error?.message).toMatch(problem);
	});
});

describe.each<Loss>(['request', 'answer'])('a process that dies and loses the %s', (loss) => {
	test.each(['kept', 'wiped'])(
		'tells at most once, and not only if its event was recorded; static data %s',
		async (memory) => {
			let died = 0;
			let lost = 0;
			for (let at = 1; ; at += 1) {
				const scenario = await handedOver();
				holdAll(scenario);
				scenario.mortality.startProcess(at, loss);
				const first = await scenario.poll().catch(() => undefined);
				if (!scenario.mortality.dead) {
					expect(inShort(first?.items ?? [])).toEqual([HELD]);
					break;
				}
				died += 1;
				scenario.restart({ wipe: memory === 'wiped' });
				const told = inShort(await poll(scenario));
				const kept = ordersOf(scenario).flatMap(({ metafields }) => [...metafields.values()]);
				const isRecorded = kept.some(({ value }) => value.includes('"h":'));
				expect({ at, isRecorded }).toEqual({ at, isRecorded: true });
				if (told.length === 0) lost += 1;
				else expect(told).toEqual([HELD]);
				expect(await poll(scenario)).toEqual([]);
			}
			expect(died).toBeGreaterThan(3);
			// Between the record and n8n's taking over the items.
			expect(lost).toBeLessThanOrEqual(2);
		},
	);
});

test('a lost answer, throttling and errors at any request: one poll tells it all the same', async () => {
	const faults = [
		{ kind: 'dropAnswer' },
		{ kind: 'throttle' },
		{ kind: 'fail', status: 502, body: '<html></html>' },
	] as const;
	for (const fault of faults) {
		for (let at = 1; at < 20; at += 1) {
			const scenario = await handedOver();
			holdAll(scenario);
			const met: number[] = [];
			const begun = scenario.shop.log.length;
			scenario.shop.faults.beforeEachRequest = () => {
				if (met.length > 0 || scenario.shop.log.length - begun < at - 1) return undefined;
				met.push(at);
				scenario.shop.faults.next(fault);
				return undefined;
			};
			const items = await poll(scenario);
			expect({ at, told: inShort(items) }).toEqual({ at, told: [HELD] });
			expect(await poll(scenario)).toEqual([]);
			if (met.length === 0) break;
		}
	}
});

describe('without write_orders', () => {
	const accessScopes = ALL_SCOPES.filter((scope) => scope !== 'write_orders');

	test('changes are told from what n8n remembers, and not told again by the action', async () => {
		const scenario = await handedOver(1, { accessScopes });
		// The poll that sees the progress takes it for the confirmation.
		expect(await poll(scenario)).toEqual([]);
		holdAll(scenario);
		const items = await poll(scenario);
		expect(inShort(items)).toEqual([HELD]);
		expect(await poll(scenario)).toEqual([]);
		const run = await act(scenario, TELL_AGAIN, items);
		expect(run.error?.message).toMatch(/lacks the scope write_orders/);
	});

	test('nothing is told again: nobody can say that it was heard', async () => {
		const scenario = await handedOver(1, { accessScopes });
		scenario.confirmsChanges = true;
		scenario.restart();
		await poll(scenario);
		holdAll(scenario);
		expect(inShort(await poll(scenario))).toEqual([HELD]);
		scenario.wait(61);
		expect(await poll(scenario)).toEqual([]);
	});

	test('what n8n has forgotten is not told', async () => {
		const scenario = await handedOver(1, { accessScopes });
		await poll(scenario);
		holdAll(scenario);
		scenario.restart({ wipe: true });
		expect(await poll(scenario)).toEqual([]);
	});
});
