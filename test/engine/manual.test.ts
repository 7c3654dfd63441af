import './support/fastSleep';
import type { IDataObject } from 'n8n-workflow';
import type { Engine, Ran } from './support/engine';
import { openEngine, PACKAGE } from './support/engine';
import { Scenario, TRIGGER } from './support/scenario';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

/**
 * Execute Step in the editor: n8n runs `execute()` with one empty item, and no node behind it. Here these
 * hang on an output that never gives anything, so that the trigger still sees them.
 */
async function executeStep(scenario: Scenario): Promise<Ran> {
	const behind = scenario.workflow.connectionsBySourceNode[TRIGGER]?.['main'];
	if (behind?.length === 1) behind.unshift([]);
	return await engine.run(scenario.workflow, TRIGGER, [{}], 'manual');
}

function setTrigger(scenario: Scenario, trigger: Scenario['trigger']): void {
	scenario.trigger = trigger;
	scenario.restart();
}

function numbersOf(items: readonly IDataObject[] | null | undefined): readonly unknown[] {
	return (items ?? []).map((item) => item['orderNumber']);
}

/** All that apps and people can change in the shop, as text. */
function stateOf({ shop }: Scenario): string {
	return JSON.stringify(
		[...shop.state.orders.values()].map((order) => ({
			name: order.name,
			updatedAt: order.updatedAt,
			metafields: [...order.metafields.values()].map(({ value }) => value),
			fulfillmentOrders: order.fulfillmentOrders.map(({ status, progress, holds, updatedAt }) => [
				status,
				progress,
				holds.length,
				updatedAt,
			]),
		})),
	);
}

const READS = /^(Read|Scan|Search)/;

describe('a manual run', () => {
	test('shows ten of the orders that match, changes nothing in the shop, and remembers nothing', async () => {
		const scenario = new Scenario(engine);
		for (let count = 0; count < 12; count += 1) scenario.shop.placeOrder();
		const before = stateOf(scenario);

		const ran = await executeStep(scenario);

		const [items = []] = ran.output(TRIGGER);
		expect(ran.status).toBe('success');
		expect(numbersOf(items)).toEqual(
			Array.from({ length: 10 }, (_none, index) => `#${1001 + index}`),
		);
		expect(items.map((item) => (item['handover'] as IDataObject)['manual'])).toEqual(
			items.map(() => true),
		);
		expect(stateOf(scenario)).toBe(before);
		const sent = scenario.shop.log.map(({ operationName }) => operationName);
		expect(sent.filter((name) => !READS.test(name))).toEqual([]);
		expect(scenario.shop.state.installation.metafields.size).toBe(0);
		expect(JSON.stringify(scenario.workflow.staticData)).toBe('{}');
		expect(numbersOf((await scenario.poll()).items)).toHaveLength(12);
	});

	test('does the same when n8n runs poll() for it', async () => {
		const scenario = new Scenario(engine);
		scenario.shop.placeOrder();
		const before = stateOf(scenario);

		const { items, staticData, changed } = await engine.poll(scenario.workflow, TRIGGER, {
			mode: 'manual',
		});

		expect(items).toMatchObject([{ orderNumber: '#1001', handover: { manual: true } }]);
		expect({ staticData, changed }).toEqual({ staticData: {}, changed: false });
		expect(stateOf(scenario)).toBe(before);
	});

	test('says what publishing would do, and how to leave older orders out', async () => {
		const scenario = new Scenario(engine);
		for (let count = 0; count < 12; count += 1) scenario.shop.placeOrder();

		expect((await executeStep(scenario)).hints(TRIGGER)[0]).toBe(
			'Publishing would hand over 12 fulfillment orders at once (orders #1001 to #1012); to leave older ones out, choose the first order to hand over in Start From Order',
		);

		setTrigger(scenario, { options: { ordersPerPoll: 5 } });
		expect((await executeStep(scenario)).hints(TRIGGER)[0]).toContain(
			'12 fulfillment orders at once (orders #1001 to #1012), 5 with each poll;',
		);

		setTrigger(scenario, { firstBatchLimit: 11 });
		expect((await executeStep(scenario)).hints(TRIGGER)[0]).toMatch(
			/^Publishing would hand over nothing: 12 fulfillment orders match at once .*more than First Batch Limit \(11\)/,
		);
	});

	test('names the locations if the shop ships from several and none is chosen', async () => {
		const scenario = new Scenario(engine);
		scenario.shop.placeOrder();
		scenario.shop.placeOrder({ lines: [{ sku: 'MUG-STN-350', location: 'Camden Shop' }] });

		expect((await executeStep(scenario)).hints(TRIGGER)).toContainEqual(
			expect.stringMatching(/none is chosen: Camden Shop \(1\), Leeds Warehouse \(1\)/),
		);
	});

	test('says why none matches: how many were seen, and which filter left out how many', async () => {
		const scenario = new Scenario(engine, { trigger: { filters: { countries: 'GB' } } });
		scenario.shop.placeOrder({ financialStatus: 'PENDING' });
		scenario.shop.placeOrder({ financialStatus: 'PENDING' });
		scenario.shop.placeOrder({ shippingAddress: { countryCode: 'FR' } });
		const held = scenario.shop.placeOrder();
		scenario.shop.hold(held.fulfillmentOrders[0]?.id ?? '');

		const ran = await executeStep(scenario);

		const why = ran.output(TRIGGER)[0]?.[0]?.['why'];
		expect(ran.output(TRIGGER)[0]).toMatchObject([
			{ event: 'None', message: 'No order matches now', handover: { manual: true } },
		]);
		expect(why).toEqual(
			expect.arrayContaining([
				'4 fulfillment orders seen that are not closed',
				'2 left out by Payment Status',
				'1 left out by Ship-To Countries',
				'1 left out by Ready',
			]),
		);
		expect(ran.hints(TRIGGER)).toEqual(['No order matches now', ...(why as string[])]);
	});

	test('says of an empty shop that nothing was seen, and of one that is done that all is handed over', async () => {
		const scenario = new Scenario(engine);
		expect((await executeStep(scenario)).hints(TRIGGER)).toContain(
			'0 fulfillment orders seen that are not closed',
		);
		scenario.shop.placeOrder();
		await scenario.pollAndHandOver();

		const ran = await executeStep(scenario);

		expect(ran.output(TRIGGER)[0]).toMatchObject([{ event: 'None' }]);
		expect(ran.hints(TRIGGER)).toContain('1 are handed over, or wait for their confirmation');
	});

	test('looks on behind orders that only the whole order leaves out', async () => {
		const scenario = new Scenario(engine, {
			trigger: { filters: { shipmentStatuses: ['UNSHIPPED'] } },
		});
		const lines = [{ sku: 'MUG-STN-350' }, { sku: 'BLK-WOL-GRY', location: 'Camden Shop' }];
		for (let count = 0; count < 11; count += 1) {
			const order = scenario.shop.placeOrder({ lines });
			scenario.shop.ship(order.fulfillmentOrders[0]?.id ?? '');
		}
		const last = scenario.shop.placeOrder();

		const ran = await executeStep(scenario);

		expect(numbersOf(ran.output(TRIGGER)[0])).toEqual([last.name]);
		expect(ran.hints(TRIGGER)).toContain(
			'Order #1001 is not offered: Shipment Status is Partial; chosen: Unshipped',
		);
	});

	test('passes on in production what the poll has emitted, and asks the shop for nothing', async () => {
		const scenario = new Scenario(engine);
		const order = scenario.shop.placeOrder();
		const { items } = await scenario.poll();
		scenario.shop.resetLog();

		const ran = await engine.run(
			engine.workflow({
				nodes: [{ name: TRIGGER, type: `${PACKAGE}.shopifyFulfillmentOrdersTrigger` }],
			}),
			TRIGGER,
			items ?? [],
		);

		expect(numbersOf(ran.output(TRIGGER)[0])).toEqual([order.name]);
		expect(scenario.shop.log).toEqual([]);
	});
});

describe('a workflow without Confirm Handover', () => {
	const alone = (scenario: Scenario): void => {
		scenario.workflow = engine.workflow({
			nodes: [
				{
					name: TRIGGER,
					type: `${PACKAGE}.shopifyFulfillmentOrdersTrigger`,
					parameters: scenario.trigger,
					credentials: { shopifyFulfillmentApi: { ...scenario.credential } },
				},
			],
		});
	};

	test('is told in a manual run that the node is missing', async () => {
		const scenario = new Scenario(engine);
		scenario.shop.placeOrder();
		expect((await executeStep(scenario)).hints(TRIGGER).join()).not.toContain('Confirm Handover');

		alone(scenario);

		expect((await executeStep(scenario)).hints(TRIGGER)).toContainEqual(
			expect.stringMatching(/^No Confirm Handover node follows this trigger/),
		);
	});

	test('needs none if an order counts as handed over when it is emitted', async () => {
		const scenario = new Scenario(engine, { trigger: { countsWhen: 'emitted' } });
		scenario.shop.placeOrder();
		alone(scenario);

		expect((await executeStep(scenario)).hints(TRIGGER).join()).not.toContain('Confirm Handover');
	});

	test('is told by the poll once orders were offered three times and nothing was ever confirmed', async () => {
		const scenario = new Scenario(engine);
		scenario.shop.placeOrder();
		alone(scenario);
		const warnings: string[][] = [];
		for (const minutes of [0, 61, 121, 241]) {
			scenario.wait(minutes);
			const { log } = await scenario.poll();
			warnings.push(log.filter((line) => line.startsWith('warn:')));
		}

		expect(warnings.slice(0, 3)).toEqual([[], [], []]);
		expect(warnings[3]).toEqual([
			expect.stringMatching(/1 orders were offered three times or more .* add Confirm Handover/),
		]);
	});
});

describe('Test With Order', () => {
	test('shows one order whether it matches or not, and in words which filters leave it out', async () => {
		const scenario = new Scenario(engine);
		scenario.shop.placeOrder();
		const order = scenario.shop.placeOrder({ financialStatus: 'PENDING', tags: ['later'] });
		setTrigger(scenario, {
			filters: { tagsNone: 'later' },
			options: { testWithOrder: { __rl: true, mode: 'list', value: String(order.legacyId) } },
		});
		const before = stateOf(scenario);

		const ran = await executeStep(scenario);

		const payment = 'Payment Status is Pending; chosen: Paid, Partially Paid, Partially Refunded';
		const [items = []] = ran.output(TRIGGER);
		expect(items).toMatchObject([
			{ orderNumber: order.name, ready: false, handover: { manual: true } },
		]);
		expect(items[0]?.['reasons']).toEqual([payment, 'the order has the tags later']);
		expect(ran.hints(TRIGGER)).toEqual([
			`${order.name} is left out: ${payment}`,
			`${order.name} is left out: the order has the tags later`,
		]);
		expect(stateOf(scenario)).toBe(before);
	});

	test('shows an order that matches as ready', async () => {
		const scenario = new Scenario(engine);
		const order = scenario.shop.placeOrder();
		setTrigger(scenario, {
			options: { testWithOrder: { __rl: true, mode: 'id', value: order.id } },
		});

		const ran = await executeStep(scenario);

		expect(ran.output(TRIGGER)[0]).toMatchObject([
			{ orderNumber: order.name, ready: true, reasons: [] },
		]);
		expect(ran.hints(TRIGGER)).toEqual([]);
	});

	test('is not heard by a poll', async () => {
		const scenario = new Scenario(engine);
		const [one, other] = [scenario.shop.placeOrder(), scenario.shop.placeOrder()];
		setTrigger(scenario, { options: { testWithOrder: { __rl: true, mode: 'id', value: one.id } } });

		expect(numbersOf((await scenario.poll()).items)).toEqual([one.name, other.name]);
	});

	test('says so if Shopify shows no such order', async () => {
		const scenario = new Scenario(engine);
		scenario.shop.placeOrder();
		setTrigger(scenario, {
			options: { testWithOrder: { __rl: true, mode: 'id', value: '6219004412345' } },
		});

		const ran = await executeStep(scenario);

		expect(ran.error?.message).toBe('Shopify shows no fulfillment orders of order 6219004412345');
	});
});

test.each(['1042', '#1042'])(
	'Start From Order %s looks like an order number, and is not taken for an id',
	async (value) => {
		const scenario = new Scenario(engine, {
			trigger: { startFromOrder: { __rl: true, mode: 'id', value } },
		});
		scenario.shop.placeOrder();
		const problem = {
			message: `Start From Order is "${value}", which looks like an order number and not like an order id`,
			description: expect.stringMatching(
				/Choose the order from the list.*Field: startFromOrder/,
			) as unknown,
		};

		expect((await executeStep(scenario)).error).toMatchObject(problem);
		await expect(scenario.poll()).rejects.toMatchObject(problem);
		expect(scenario.shop.log).toEqual([]);
	},
);
