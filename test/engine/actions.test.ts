import './support/fastSleep';
import type { IDataObject } from 'n8n-workflow';
import { act, CONFIRM, offeredOrder, resultsOf } from './support/actions';
import type { Engine, Ran } from './support/engine';
import { openEngine } from './support/engine';
import { keysOf, placeOrders } from './support/orders';
import { Scenario } from './support/scenario';
import { having, matching, textOf } from './support/text';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

describe('Confirm Handover', () => {
	test('40 orders take four requests, and one for each progress report', async () => {
		const scenario = new Scenario(engine);
		placeOrders(scenario.shop, 40);
		const { items } = await scenario.poll();
		scenario.shop.resetLog();

		const run = await act(scenario, CONFIRM, items ?? []);

		expect(resultsOf(run)).toEqual(Array.from({ length: 40 }, () => 'confirmed'));
		const operations = scenario.shop.log.map(({ operationName }) => operationName);
		expect(operations.filter((name) => /progress/i.test(name))).toHaveLength(40);
		expect(operations.filter((name) => !/progress/i.test(name))).toHaveLength(4);
		expect(scenario.notInProgress).toEqual([]);
	});

	test('answers the item itself with what came of it, in the order of the items', async () => {
		const { scenario, item } = await offeredOrder(engine);
		const [, other] = [item, { ...item, note: 'the same once more' }];
		const run = await act(scenario, { ...CONFIRM, targetReference: 'SO-20931' }, [item, other]);
		expect(run.output('Node')[0]).toEqual([
			{
				...item,
				confirmation: {
					key: item['fulfillmentOrderLegacyId'],
					result: 'confirmed',
					inProgress: [item['fulfillmentOrderLegacyId']],
					progressRefused: null,
				},
			},
			{ ...other, confirmation: having({ result: 'alreadyConfirmed' }) },
		]);
		expect(run.items('Node')[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
		]);
	});

	test('staff read in Shopify what it is called at the target', async () => {
		const { scenario, order, item } = await offeredOrder(engine);
		await act(scenario, { ...CONFIRM, targetReference: 'SO-20931' }, [item]);
		expect(order.fulfillmentOrders[0]?.progress?.reasonNotes).toBe(
			'Handed over as order #1001, reference SO-20931',
		);
	});

	test('a second time answers alreadyConfirmed and writes nothing', async () => {
		const { scenario, item } = await offeredOrder(engine);
		await act(scenario, CONFIRM, [item]);
		scenario.shop.resetLog();
		expect(resultsOf(await act(scenario, CONFIRM, [item]))).toEqual(['alreadyConfirmed']);
		expect(scenario.shop.log).toHaveLength(2);
	});

	test('two runs that write the record of one order at once: both are recorded', async () => {
		const scenario = new Scenario(engine);
		scenario.shop.placeOrder({
			lines: [
				{ sku: 'MUG-BLUE', location: 'Leeds Warehouse' },
				{ sku: 'TEA-250', location: 'Camden Shop' },
			],
		});
		const items = (await scenario.poll()).items ?? [];
		let other: Ran | undefined;
		let isFirst = true;
		scenario.shop.faults.beforeEachRequest = async ({ query }) => {
			if (!isFirst || !query.includes('metafieldsSet')) return undefined;
			isFirst = false;
			other = await act(scenario, CONFIRM, items.slice(1));
			return undefined;
		};
		const run = await act(scenario, CONFIRM, items.slice(0, 1));
		expect([...resultsOf(run), ...(other ? resultsOf(other) : [])]).toEqual([
			'confirmed',
			'confirmed',
		]);
		scenario.wait(3 * 24 * 60);
		scenario.restart({ wipe: true });
		expect((await scenario.poll()).items).toBeNull();
		expect(scenario.notInProgress).toEqual([]);
	});

	test('where the delivery method refuses progress, the record alone counts', async () => {
		const scenario = new Scenario(engine, { trigger: { deliveryMethods: ['PICK_UP'] } });
		scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE' }], deliveryMethod: 'PICK_UP' });
		const { confirmed } = await scenario.pollAndHandOver();
		expect(confirmed).toMatchObject([{ confirmation: { result: 'confirmed', inProgress: [] } }]);
		expect(Object.values(scenario.statuses)).toEqual(['OPEN']);
		scenario.wait(3 * 24 * 60);
		scenario.restart({ wipe: true });
		expect((await scenario.poll()).items).toBeNull();
	});

	const CONFLICTS: readonly [string, (scenario: Scenario, id: string, orderId: string) => void][] =
		[
			['onHold', ({ shop }, id) => shop.hold(id, { reason: 'OTHER' })],
			['cancelled', ({ shop }, _id, orderId) => shop.cancelOrder(orderId)],
			['moved', ({ shop }, id) => shop.move(id, 'Camden Shop')],
		];

	test.each(CONFLICTS)(
		'says %s, without failing, for an order that must not ship as it is',
		async (result, change) => {
			const { scenario, order, id, item } = await offeredOrder(engine);
			change(scenario, id, order.id);
			const run = await act(scenario, CONFIRM, [item]);
			expect(run.error).toBeUndefined();
			expect(resultsOf(run)).toEqual([result]);
			// It is recorded: the target has it, so it is not offered as if it had not.
			scenario.wait(3 * 24 * 60);
			expect((await scenario.poll()).items).toBeNull();
			expect(resultsOf(await act(scenario, CONFIRM, [item]))).toEqual(['alreadyConfirmed']);
		},
	);

	test('says closed for an order that was shipped meanwhile, and has the target asked by whom', async () => {
		const { scenario, id, item } = await offeredOrder(engine);
		scenario.shop.ship(id);
		for (const result of ['closed', 'closed']) {
			const run = await act(scenario, CONFIRM, [item]);
			expect(run.error).toBeUndefined();
			expect(resultsOf(run)).toEqual([result]);
		}
		// Nobody has done anything about it: it comes again, until the target was asked.
		scenario.wait(61);
		const [again] = (await scenario.poll()).items ?? [];
		expect(again).toMatchObject({ event: 'Unsettled', handover: { key: id.split('/').at(-1) } });
		expect(resultsOf(await act(scenario, CONFIRM, [again ?? {}]))).toEqual(['confirmed']);
		scenario.wait(3 * 24 * 60);
		expect((await scenario.poll()).items).toBeNull();
	});

	describe('one bad item among good ones', () => {
		const BAD: readonly [string, (item: IDataObject) => IDataObject, RegExp][] = [
			['no key', (item) => ({ ...item, handover: {} }), /Handover Key is empty for item 1/],
			['an id that is none', (item) => ({ ...item, orderId: '#1002' }), /Order ID is "?#1002/],
			[
				'an order that does not exist',
				(item) => ({ ...item, orderId: 'gid://shopify/Order/1' }),
				/does not exist, or this app may not see it/,
			],
			[
				'a key of another order',
				(item) => ({ ...item, handover: { key: '1' } }),
				/Order #1002 has nothing to hand over under the key 1/,
			],
		];

		async function threeItems(spoil: (item: IDataObject) => IDataObject): Promise<{
			scenario: Scenario;
			items: readonly IDataObject[];
		}> {
			const scenario = new Scenario(engine);
			placeOrders(scenario.shop, 3);
			const found = (await scenario.poll()).items ?? [];
			return { scenario, items: found.map((item, index) => (index === 1 ? spoil(item) : item)) };
		}

		test.each(BAD)(
			'%s: it goes to the error output, the others are confirmed',
			async (_what, spoil, message) => {
				const { scenario, items } = await threeItems(spoil);
				const run = await act(scenario, CONFIRM, items, { onError: 'continueErrorOutput' });
				const [done = [], failed = []] = run.output('Node');
				expect(done.map(({ orderNumber }) => orderNumber)).toEqual(['#1001', '#1003']);
				expect(failed).toEqual([{ ...items[1], error: matching(message) }]);
				expect(run.items('Node')[1]?.[0]?.pairedItem).toEqual({ item: 1 });
				expect(scenario.notInProgress).toHaveLength(1);
			},
		);

		test('with On Error: Continue it says why beside its own fields, in the place of the item', async () => {
			const { scenario, items } = await threeItems((item) => ({ ...item, orderId: '' }));
			const run = await act(scenario, CONFIRM, items, { onError: 'continueRegularOutput' });
			expect(run.output('Node')[0]?.[1]).toEqual({
				...items[1],
				error: 'Order ID is empty for item 1',
			});
			expect(run.items('Node')[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
				{ item: 0 },
				{ item: 1 },
				{ item: 2 },
			]);
		});

		test.each(BAD)(
			'%s: the run fails with its index, the others are confirmed first',
			async (_what, spoil, message) => {
				const { scenario, items } = await threeItems(spoil);
				const run = await act(scenario, CONFIRM, items);
				expect(run.status).toBe('error');
				expect(run.error).toMatchObject({
					message: matching(message),
					context: { itemIndex: 1 },
				});
				expect(scenario.notInProgress).toHaveLength(1);
			},
		);
	});
});

describe('Return to Shopify', () => {
	test('takes the progress back, is not offered again by itself, and may be repeated', async () => {
		const { scenario, id, item } = await offeredOrder(engine);
		await act(scenario, CONFIRM, [item]);
		const run = await act(scenario, { operation: 'returnToShopify' }, [item]);
		expect(run.output('Node')[0]).toEqual([
			{ result: 'returned', fulfillmentOrders: keysOf([item]), key: keysOf([item])[0] },
		]);
		expect(scenario.shop.state.fulfillmentOrders.get(id)?.status).toBe('OPEN');
		scenario.wait(3 * 24 * 60);
		scenario.restart({ wipe: true });
		expect((await scenario.poll()).items).toBeNull();
		const again = await act(scenario, { operation: 'returnToShopify' }, [item]);
		expect(again.output('Node')[0]).toMatchObject([{ result: 'alreadyReturned' }]);
	});

	test('puts it on hold if asked to', async () => {
		const { scenario, id, item } = await offeredOrder(engine);
		await act(scenario, CONFIRM, [item]);
		const parameters = {
			operation: 'returnToShopify',
			putOnHold: true,
			holdReason: 'INVENTORY_OUT_OF_STOCK',
			holdNote: 'Two mugs broke in the warehouse',
		};
		await act(scenario, parameters, [item]);
		expect(scenario.shop.state.fulfillmentOrders.get(id)).toMatchObject({
			status: 'ON_HOLD',
			holds: [{ reason: 'INVENTORY_OUT_OF_STOCK', reasonNotes: 'Two mugs broke in the warehouse' }],
		});
	});
});

describe('Hold and Release Hold', () => {
	test('hold with a note, once; release it again, once', async () => {
		const { scenario, id, item } = await offeredOrder(engine);
		const hold = { operation: 'hold', holdNote: 'No delivery to PO boxes' };
		const results = [];
		for (const parameters of [
			hold,
			hold,
			{ operation: 'releaseHold' },
			{ operation: 'releaseHold' },
		]) {
			const run = await act(scenario, parameters, [item]);
			results.push(run.output('Node')[0]?.[0]?.['result']);
		}
		expect(results).toEqual(['onHold', 'alreadyOnHold', 'released', 'notOnHold']);
		expect(scenario.shop.state.fulfillmentOrders.get(id)?.status).toBe('OPEN');
	});

	test('a hold of staff is released only if all holds are meant', async () => {
		const { scenario, id, item } = await offeredOrder(engine);
		scenario.shop.hold(id, { reason: 'OTHER' });
		const ours = await act(scenario, { operation: 'releaseHold' }, [item]);
		expect(ours.output('Node')[0]).toMatchObject([{ result: 'notOnHold' }]);
		const all = await act(scenario, { operation: 'releaseHold', whichHolds: 'all' }, [item]);
		expect(all.output('Node')[0]).toMatchObject([{ result: 'released' }]);
		expect(scenario.shop.state.fulfillmentOrders.get(id)?.status).toBe('OPEN');
	});

	test('a shipped fulfillment order cannot be held: its item says so, the next is held', async () => {
		const scenario = new Scenario(engine);
		placeOrders(scenario.shop, 2);
		const items = (await scenario.poll()).items ?? [];
		scenario.shop.ship(textOf(items[0]?.['fulfillmentOrderId']));
		const run = await act(scenario, { operation: 'hold' }, items, {
			onError: 'continueErrorOutput',
		});
		const [done = [], failed = []] = run.output('Node');
		expect(done).toMatchObject([{ result: 'onHold' }]);
		expect(failed).toMatchObject([{ error: matching(/could not be put on hold/) }]);
		expect(run.items('Node')[1]?.[0]?.pairedItem).toEqual({ item: 0 });
	});
});
