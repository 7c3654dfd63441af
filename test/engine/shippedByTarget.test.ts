import type { IDataObject, NodeParameterValueType } from 'n8n-workflow';
import { confirm } from './badInputSupport';
import { readRecord } from '../../nodes/domain/handoverRecord';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { Scenario } from './support/scenario';
import { textOf } from './support/text';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

/** An order that the target has and nobody confirmed, of which two of five units are shipped: its Unsettled item. */
async function unsettled(): Promise<{ scenario: Scenario; item: IDataObject; line: string }> {
	const scenario = new Scenario(engine);
	const order = scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 5 }] });
	await scenario.poll();
	const [fulfillmentOrder] = order.fulfillmentOrders;
	const [line] = fulfillmentOrder?.lines ?? [];
	scenario.shop.ship(String(fulfillmentOrder?.id), {
		units: [{ id: String(line?.id), quantity: 2 }],
	});
	scenario.wait(61);
	const [item = {}] = (await scenario.poll()).items ?? [];
	return { scenario, item, line: String(line?.lineItem.id) };
}

/** What is offered from now on, once everything else is over. */
async function later(scenario: Scenario): Promise<readonly unknown[]> {
	scenario.wait(2 * 24 * 60);
	const { items } = await scenario.poll();
	return (items ?? []).map(({ event, orderNumber }) => `${textOf(event)} ${textOf(orderNumber)}`);
}

test('an Unsettled item says which of its units are shipped', async () => {
	const { item } = await unsettled();

	expect(item).toMatchObject({
		event: 'Unsettled',
		parts: [
			{ ready: true, kept: true, shipped: false, gone: false, lines: [{ quantity: 3 }] },
			{ ready: false, kept: false, shipped: true, gone: false, lines: [{ quantity: 2 }] },
		],
	});
});

test.each<[string, (line: string) => NodeParameterValueType, number]>([
	['a list', (line) => [{ orderLineItemId: line, quantity: 2 }], 5],
	['its JSON', (line) => JSON.stringify([{ orderLineItemId: line, quantity: 2 }]), 5],
	['a legacy id, in two rows', (line) => JSON.stringify(twice(line)), 5],
	['nothing', () => '', 3],
	['an empty list', () => '[]', 3],
	['another line', () => '[{"orderLineItemId": "77", "quantity": 2}]', 3],
])('what the target has shipped stays in its order: %s', async (_name, said, units) => {
	const { scenario, item, line } = await unsettled();
	const shippedByTarget = said(line);

	const ran = await confirm(scenario, [{ ...item, shippedByTarget }], {
		shippedByTarget: '={{ $json.shippedByTarget }}',
	});

	expect(ran.output('Node')[0]).toMatchObject([{ confirmation: { result: 'confirmed' } }]);
	expect(recordedUnits(scenario)).toEqual([units]);
	expect(await later(scenario)).toEqual([]);
});

test.each([
	['the target shipped', 2, 0],
	['others shipped', 0, 1],
])(
	'units that come back after a cancelled shipment, which %s',
	async (_name, quantity, offered) => {
		const { scenario, item, line } = await unsettled();
		await confirm(scenario, [{ ...item, shippedByTarget: [{ orderLineItemId: line, quantity }] }], {
			shippedByTarget: '={{ $json.shippedByTarget }}',
		});
		const [fulfillment] = [...scenario.shop.state.orders.values()].flatMap(
			(one) => one.fulfillments,
		);

		scenario.shop.cancelFulfillment(String(fulfillment?.id));

		expect(await later(scenario)).toHaveLength(offered);
	},
);

function twice(line: string): readonly IDataObject[] {
	const orderLineItemId = line.split('/').at(-1) ?? '';
	return [
		{ orderLineItemId, quantity: 1 },
		{ orderLineItemId, quantity: '1' },
	];
}

/** Units of each offer that is confirmed and not void. */
function recordedUnits({ shop }: Scenario): readonly number[] {
	const [order] = [...shop.state.orders.values()];
	const { offers } = readRecord([...(order?.metafields.values() ?? [])][0]?.value);
	return offers
		.filter(({ confirmedAt, voidedAt }) => confirmedAt !== undefined && voidedAt === undefined)
		.flatMap(({ units }) => Object.values(units));
}
