import './support/fastSleep';
import type { IDataObject } from 'n8n-workflow';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import type { Scenario } from './support/scenario';
import { matching } from './support/text';
import { fulfillmentsIn, pairsOf, shopWithTwoOrders, upload } from './support/uploads';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

const MUGS = { orderNumber: '#1001', sku: 'MUG-BLUE', quantity: 2, trackingNumber: 'RM1' };

/** A shop with one fulfillment, and the item of Get Fulfillments that names it. */
async function uploadedMugs(): Promise<{ scenario: Scenario; item: IDataObject }> {
	const scenario = shopWithTwoOrders(engine);
	const { done: uploaded } = await upload(scenario, [MUGS]);
	const { done } = await upload(scenario, uploaded, { operation: 'getFulfillments' });
	expect(done).toHaveLength(1);
	return { scenario, item: done[0] ?? {} };
}

test('Get Fulfillments of an order number gives items that the other operations take', async () => {
	const { scenario, item } = await uploadedMugs();
	const [fulfillment] = scenario.shop.state.fulfillments.values();
	expect(item['fulfillmentId']).toBe(fulfillment?.id);
});

test('Update Tracking adds a parcel', async () => {
	const { scenario, item } = await uploadedMugs();
	const parcel = { fulfillmentId: item['fulfillmentId'], trackingNumber: 'RM2' } as IDataObject;
	const { done, run } = await upload(scenario, [parcel], { operation: 'updateTracking' });
	expect(done).toHaveLength(1);
	expect(pairsOf(run, 0)).toEqual([{ item: 0 }]);
	expect(fulfillmentsIn(scenario.shop)).toEqual(['#1001-F1 MUG-BLUE 2 [RM1 RM2]']);
});

test('Add Delivery Event', async () => {
	const { scenario, item } = await uploadedMugs();
	const { done } = await upload(scenario, [item], { operation: 'addDeliveryEvent' });
	const [fulfillment] = scenario.shop.state.fulfillments.values();
	expect(done).toHaveLength(1);
	expect(fulfillment?.events).toMatchObject([{ status: 'IN_TRANSIT' }]);
});

describe('Cancel Fulfillment', () => {
	test('opens its units again, so that the shipment can be uploaded anew', async () => {
		const { scenario, item } = await uploadedMugs();
		const { done } = await upload(scenario, [item], { operation: 'cancelFulfillment' });
		expect(done).toHaveLength(1);
		expect(fulfillmentsIn(scenario.shop)).toEqual([]);
		const again = await upload(scenario, [MUGS]);
		expect(again.done).toMatchObject([{ result: 'created', units: { uploaded: 2 } }]);
	});

	test('one that does not exist needs attention, the next is cancelled', async () => {
		const { scenario, item } = await uploadedMugs();
		const unknown = { fulfillmentId: 'gid://shopify/Fulfillment/1' };
		const operation = 'cancelFulfillment';
		const { done, needsAttention } = await upload(scenario, [unknown, item], { operation });
		expect([done.length, needsAttention.length]).toEqual([1, 1]);
		expect(needsAttention[0]).toMatchObject({ result: 'rejected' });
		expect(fulfillmentsIn(scenario.shop)).toEqual([]);
	});

	test('with an error output, what Shopify fails at goes there', async () => {
		const { scenario, item } = await uploadedMugs();
		scenario.shop.faults.everyNth(1, { kind: 'fail', status: 503 });
		const parameters = { operation: 'cancelFulfillment' };
		const options = { onError: 'continueErrorOutput' } as const;
		const { done, failed } = await upload(scenario, [item], parameters, options);
		expect(done).toEqual([]);
		expect(failed).toEqual([
			{ ...item, error: matching(/^Shopify could not process the request \(HTTP 503\)/) },
		]);
		const stopped = await upload(scenario, [item, item], parameters);
		expect(stopped.run.error?.message).toMatch(
			/^2 of 2 items failed, the first is item 0: Shopify/,
		);
	});
});

test('an operation that does not exist is named', async () => {
	const scenario = shopWithTwoOrders(engine);
	const { run } = await upload(scenario, [MUGS], { operation: '__CUSTOM_API_CALL__' });
	expect(run.error?.message).toBe('The operation __CUSTOM_API_CALL__ does not exist');
});
