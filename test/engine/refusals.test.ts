import './support/fastSleep';
import type { IDataObject } from 'n8n-workflow';
import { act, CONFIRM, offeredOrder } from './support/actions';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { matching } from './support/text';

const WORDS = 'The warehouse answered 422: We do not deliver to PO boxes';
const REFUSED = { operation: 'hold', refused: true, holdNote: WORDS };

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

test('what the target refused is held with its words, and comes again once it is released', async () => {
	const { scenario, order, id, item } = await offeredOrder(engine);
	const key = (item['handover'] as IDataObject)['key'];

	const run = await act(scenario, REFUSED, [item]);

	const fulfillmentOrders = [item['fulfillmentOrderLegacyId']];
	expect(run.output('Node')[0]).toEqual([{ result: 'onHold', fulfillmentOrders, key }]);
	const [fulfillmentOrder] = order.fulfillmentOrders;
	expect(fulfillmentOrder?.status).toBe('ON_HOLD');
	expect(fulfillmentOrder?.holds.map(({ reasonNotes }) => reasonNotes)).toEqual([WORDS]);
	scenario.wait(3 * 24 * 60);
	expect((await scenario.poll()).items).toBeNull();
	scenario.shop.releaseHold(id);
	scenario.restart({ wipe: true });
	const [again] = (await scenario.poll()).items ?? [];
	expect(again).toMatchObject({ event: 'Ready', handover: { key, attempt: 2 } });
});

test('an order that a manual run shows is not held', async () => {
	const { scenario, order, item } = await offeredOrder(engine);
	const shown = { ...item, handover: { ...(item['handover'] as IDataObject), attempt: 0 } };

	const run = await act(scenario, REFUSED, [shown]);

	expect(run.error?.message).toContain('only shown by a manual run');
	expect(order.fulfillmentOrders[0]?.status).toBe('OPEN');
});

test.each([
	[
		'the key of another order',
		{ handover: { key: '7310098123456', attempt: 1 } },
		'nothing that was handed over under the key',
	],
	['no key', { handover: { key: '', attempt: 1 } }, 'Handover Key is empty for item 0'],
	['no order', { orderId: '' }, 'Order ID is empty for item 0'],
	['an order that is not there', { orderId: 'gid://shopify/Order/1' }, 'does not exist'],
])('%s is an error in words, and nothing is held', async (_what, change, words) => {
	const { scenario, order, item } = await offeredOrder(engine);

	const run = await act(scenario, REFUSED, [{ ...item, ...change }]);

	expect(run.error?.message).toContain(words);
	expect(order.fulfillmentOrders[0]?.status).toBe('OPEN');
});

test.each([CONFIRM, REFUSED])(
	'what could not be done at all goes to the error output, item by item: %o',
	async (parameters) => {
		const { scenario, item } = await offeredOrder(engine);
		scenario.shop.faults.failNext(403, 3);

		const run = await act(scenario, parameters, [item, item], { onError: 'continueErrorOutput' });

		const [done, failed] = run.output('Node');
		expect(done).toEqual([]);
		expect(failed).toHaveLength(2);
		expect(failed?.[0]).toMatchObject({ orderId: item['orderId'], error: matching(/403/) });
	},
);
