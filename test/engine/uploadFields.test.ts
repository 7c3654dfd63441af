import './support/fastSleep';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { Scenario } from './support/scenario';
import { matching } from './support/text';
import { fulfillmentsIn, shopWithTwoOrders, upload } from './support/uploads';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

const MUGS = { orderNumber: '1001', sku: 'MUG-BLUE', quantity: 2, trackingNumber: 'RM1' };

/** Uploads to a new shop with two orders. */
async function uploadTo(
	items: readonly IDataObject[],
	parameters: INodeParameters = {},
): Promise<Awaited<ReturnType<typeof upload>> & { readonly scenario: Scenario }> {
	const scenario = shopWithTwoOrders(engine);
	return { scenario, ...(await upload(scenario, items, parameters)) };
}

describe('Quantity', () => {
	test.each([['2'], [' 2 '], [2], [2.0], ['2.0']])('%p is two', async (quantity) => {
		const { scenario } = await uploadTo([{ ...MUGS, quantity }]);
		expect(fulfillmentsIn(scenario.shop)).toEqual(['#1001-F1 MUG-BLUE 2 [RM1]']);
	});

	test.each([
		['1,5', /^Quantity is "1,5" for item 1, /],
		['NaN', /^Quantity is "NaN" for item 1, /],
		[1e99, /^Quantity is 1e\+99 for item 1, /],
		[-3, /^Quantity is -3 for item 1, /],
		[1.5, /^Quantity is 1.5 for item 1, /],
		['', /^Quantity is empty for item 1\./],
		[null, /^Quantity is empty for item 1\./],
		[undefined, /^Quantity is empty for item 1\./],
		[{ units: 2 }, /^Quantity is an object for item 1, /],
		[0, /^The shipment of order #1001 names no units\./],
	])('%p needs attention, the next item is uploaded', async (quantity, reason) => {
		const tea = { ...MUGS, orderNumber: '1002', sku: 'TEA-250' };
		const items = [tea, { ...MUGS, quantity } as IDataObject];
		const { scenario, done, needsAttention } = await uploadTo(items);
		expect(done).toMatchObject([{ ...tea, result: 'created' }]);
		expect(needsAttention).toMatchObject([{ result: 'rejected', reason: matching(reason) }]);
		expect(fulfillmentsIn(scenario.shop)).toEqual(['#1002-F1 TEA-250 2 [RM1]']);
	});

	test('a bad line keeps its whole shipment back, and all of its items say why', async () => {
		const rows = [
			{ ...MUGS, orderNumber: '1002', sku: 'TEA-250' },
			{ ...MUGS, orderNumber: '1002', sku: 'BOWL-L', quantity: 'one' },
		];
		const { scenario, needsAttention } = await uploadTo(rows);
		const reason = matching(/^Quantity is "one" for item 1, /);
		expect(needsAttention).toMatchObject([{ reason }, { reason }]);
		expect(fulfillmentsIn(scenario.shop)).toEqual([]);

		const options = { unmatchedLines: 'skip' };
		const skipped = await upload(scenario, rows, { options });
		expect(skipped.needsAttention).toMatchObject([
			{ result: 'partlyCreated', reason },
			{ result: 'partlyCreated', reason },
		]);
		expect(fulfillmentsIn(scenario.shop)).toEqual(['#1002-F1 TEA-250 2 [RM1]']);
	});
});

test('an expression without a value names the field', async () => {
	const { needsAttention } = await uploadTo([MUGS], { sku: '={{ $json.article.code }}' });
	expect(needsAttention).toMatchObject([{ reason: matching(/^SKU is empty for item 0\. Give/) }]);
});

test('an expression that n8n cannot work out is an error of the run', async () => {
	const { run } = await uploadTo([MUGS], { sku: '={{ $("Pick List").item.json.sku }}' });
	expect(run.error?.message).toMatch(/node doesn't exist/);
});

describe('Notify Customer', () => {
	test.each([
		['yes', undefined, 1],
		['no', 'yes', 0],
		['field', true, 1],
		['field', 'Yes', 1],
		['field', 'no', 0],
		['field', 0, 0],
	])('%s, with %p in the item', async (notifyCustomer, value, told) => {
		const items = [{ ...MUGS, notifyCustomer: value } as IDataObject];
		const { scenario, done } = await uploadTo(items, { notifyCustomer });
		expect(done).toMatchObject([{ result: 'created' }]);
		expect(scenario.shop.notifications).toHaveLength(told);
	});

	test('a field that says neither needs attention, and nothing is uploaded', async () => {
		const items = [{ ...MUGS, notifyCustomer: 'perhaps' }];
		const parameters = { notifyCustomer: 'field', options: { unmatchedLines: 'skip' } };
		const { scenario, needsAttention } = await uploadTo(items, parameters);
		expect(needsAttention).toMatchObject([
			{ result: 'rejected', reason: matching(/^Notify Customer is "perhaps" for item 0, /) },
		]);
		expect(fulfillmentsIn(scenario.shop)).toEqual([]);
	});
});

describe('tracking', () => {
	const shownIn = ({ shop }: Scenario): unknown =>
		[...shop.state.fulfillments.values()].flatMap(({ tracking }) => tracking);

	test('a carrier that Shopify does not know gets the link of the option', async () => {
		const items = [{ ...MUGS, carrier: 'Harbour Bikes', trackingNumber: 'HB 7' }];
		const { scenario } = await uploadTo(items, {
			options: { urlTemplate: 'https://bikes.example/track/{number}' },
		});
		expect(shownIn(scenario)).toEqual([
			{ company: 'Harbour Bikes', number: 'HB 7', url: 'https://bikes.example/track/HB7' },
		]);
	});

	test("an own carrier name becomes Shopify's, with its own link", async () => {
		const carriers = [
			{ name: 'courier 7', company: 'royal mail', urlTemplate: 'c7.example/{number}' },
		];
		const { scenario } = await uploadTo([{ ...MUGS, carrier: 'Courier 7' }], {
			options: { carrierNames: { carriers } },
		});
		expect(shownIn(scenario)).toEqual([
			{ company: 'Royal Mail', number: 'RM1', url: 'https://c7.example/RM1' },
		]);
	});

	test('several parcels of one shipment, each with its URL', async () => {
		const items = [
			{ ...MUGS, trackingNumbers: ['A1', 'A2'], trackingUrls: ['t.example/1', 't.example/2'] },
		];
		const { scenario } = await uploadTo(items);
		expect(shownIn(scenario)).toMatchObject([
			{ number: 'A1', url: 'https://t.example/1' },
			{ number: 'A2', url: 'https://t.example/2' },
		]);
	});

	test.each([
		['add', 'trackingAdded', ['RM1', 'RM2']],
		['replace', 'trackingAdded', ['RM2']],
		['report', 'rejected', ['RM1']],
	])('another number for what was shipped: %s', async (otherTracking, result, numbers) => {
		const { scenario } = await uploadTo([MUGS]);
		const again = [{ ...MUGS, trackingNumber: 'RM2' }];
		const { done, needsAttention } = await upload(scenario, again, { options: { otherTracking } });
		expect([...done, ...needsAttention]).toMatchObject([{ result }]);
		expect(shownIn(scenario)).toMatchObject(numbers.map((number) => ({ number })));
	});
});

describe('options', () => {
	test('more than was left: the rest is uploaded and reported, or all is rejected', async () => {
		const five = [{ ...MUGS, quantity: 5 }];
		const uploaded = await uploadTo(five);
		expect(uploaded.needsAttention).toMatchObject([
			{ result: 'partlyCreated', reasonCode: 'overShipment', units: { uploaded: 2, over: 3 } },
		]);
		const rejected = await uploadTo(five, { options: { overShipment: 'reject' } });
		expect(rejected.needsAttention).toMatchObject([{ result: 'rejected' }]);
		expect(fulfillmentsIn(rejected.scenario.shop)).toEqual([]);
	});

	test.each([
		['same', 'alreadyUploaded', 1],
		['another', 'created', 2],
	])('without a number, %s', async (withoutNumber, result, count) => {
		const one = [{ orderNumber: '1001', sku: 'MUG-BLUE', quantity: 1 }];
		const { scenario } = await uploadTo(one);
		const { done } = await upload(scenario, one, { options: { withoutNumber } });
		expect(done).toMatchObject([{ result }]);
		expect(fulfillmentsIn(scenario.shop)).toHaveLength(count);
	});

	test('units are taken from the chosen location first', async () => {
		const scenario = new Scenario(engine);
		scenario.shop.placeOrder({
			lines: [
				{ sku: 'MUG-BLUE', quantity: 1, location: 'Leeds Warehouse' },
				{ sku: 'MUG-BLUE', quantity: 1, location: 'Camden Shop' },
			],
		});
		const camden = [...scenario.shop.state.locations.values()].find(
			({ name }) => name === 'Camden Shop',
		);
		const { done } = await upload(scenario, [{ ...MUGS, quantity: 1 }], {
			options: { location: String(camden?.legacyId) },
		});
		expect(done).toMatchObject([{ fulfillments: [{ location: 'Camden Shop' }] }]);
	});

	test('numbers with the prefix of the shop', async () => {
		const items = [{ ...MUGS, orderNumber: 'UK-#1001' }];
		const without = await uploadTo(items);
		expect(without.needsAttention).toMatchObject([{ reasonCode: 'unknownOrder' }]);
		const { done } = await uploadTo(items, { options: { numberPrefix: 'UK-' } });
		expect(done).toMatchObject([{ result: 'created', orderName: '#1001' }]);
	});

	test('a line by its id in the order, and by what was shipped of it in total', async () => {
		const scenario = shopWithTwoOrders(engine);
		const [, order] = scenario.shop.state.orders.values();
		const tea = order?.lines[0]?.id;
		const parameters = {
			options: {
				orderLineItemId: '={{ $json.orderLineItemId }}',
				shippedInTotal: '={{ $json.shippedInTotal }}',
			},
		};
		const shipped = (shippedInTotal: number): IDataObject[] => [
			{ orderNumber: '1002', orderLineItemId: tea ?? '', shippedInTotal },
		];
		for (const total of [1, 1, 3]) await upload(scenario, shipped(total), parameters);
		expect(fulfillmentsIn(scenario.shop)).toEqual([
			'#1002-F1 TEA-250 1 []',
			'#1002-F2 TEA-250 2 []',
		]);
	});

	test('an item that has an id alone is told where to map it', async () => {
		const { needsAttention } = await uploadTo([
			{ orderNumber: '1002', orderLineItemId: '1', quantity: 1 },
		]);
		expect(needsAttention).toMatchObject([{ reason: matching(/SKU is empty for item 0\./) }]);
	});
});

describe('fields of the item with the names of the result', () => {
	test('give way to it', async () => {
		const own = { ...MUGS, result: 'shipped', orderId: 'SO-20931', units: 'pieces' };
		const { done } = await uploadTo([own]);
		expect(done).toMatchObject([
			{ result: 'created', orderId: matching(/^gid:/), units: { uploaded: 2 } },
		]);
	});

	test('stay if they name an order that was not found', async () => {
		const own = { ...MUGS, orderNumber: '4711', orderId: 'SO-20931', orderName: 'Rosa' };
		const { needsAttention } = await uploadTo([own]);
		expect(needsAttention).toMatchObject([
			{ result: 'rejected', orderId: 'SO-20931', orderName: 'Rosa' },
		]);
	});
});
