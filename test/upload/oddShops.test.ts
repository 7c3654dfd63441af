import type { UploadRequest } from '../../nodes/upload/uploadShipments';
import { uploadShipments } from '../../nodes/upload/uploadShipments';
import { createShopifyClient } from '../../nodes/shopify/client';
import { parseShop } from '../../nodes/shopify/shopDomain';
import { fetchOf } from '../bench/shopClient';
import type { Order } from '../shop';
import { resultsOf, SETTINGS, VirtualShop } from './virtualShop';

/** A shipment of units of an order's lines, in their order, under the order's own number. */
function shipment(order: Order, item: number, quantities: readonly number[]): UploadRequest {
	return {
		item,
		order: { by: 'order', id: String(order.legacyId) },
		fulfillmentOrder: null,
		lines: quantities.map((quantity, index) => ({
			fulfillmentOrderLineId: null,
			orderLineId: String(order.lines[index]?.legacyId),
			sku: null,
			quantity,
			shippedInTotal: null,
			fulfillmentOrder: null,
			item,
		})),
		isWhole: true,
		tracking: { company: null, parcels: [{ number: `1Z-${order.name}`, url: null }] },
		notifyCustomer: true,
		problems: [],
	};
}

const unitsOf = (order: Order): readonly number[] =>
	order.lines.map((line) =>
		order.fulfillments
			.flatMap(({ lines }) => lines)
			.filter(({ lineItem }) => lineItem === line)
			.reduce((sum, { quantity }) => sum + quantity, 0),
	);

test('the first 250 orders keep their answers if the next ones cannot be read', async () => {
	const world = new VirtualShop({ throttle: false });
	const orders = Array.from({ length: 251 }, () =>
		world.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 1 }] }),
	);
	let reads = 0;
	const answers = await world.upload(
		orders.map((order, item) => shipment(order, item, [1])),
		{
			before: async ({ operation }) => {
				if (operation === 'ReadShippedOrders') reads += 1;
				if (operation === 'ReadShippedOrders' && reads > 1) world.shop.faults.failNext(500);
				await Promise.resolve();
			},
		},
	);

	expect(resultsOf(answers)).toHaveLength(250);
});

test('waiting for the bucket does not use up the tries that an outage is given', async () => {
	const world = new VirtualShop({ throttle: false });
	const order = world.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 1 }] });
	world.shop.faults.throttleNext(4, { operation: 'ReadShippedOrders' });
	world.shop.faults.failNext(500, 1, { operation: 'ReadShippedOrders' });

	expect(await world.upload([shipment(order, 0, [1])])).toMatchObject([{ result: 'created' }]);
});

test('a part that Shopify does not list yet is not made again', async () => {
	const world = new VirtualShop({ throttle: false, unknowns: { fulfillmentLagMs: 5000 } });
	const order = world.shop.placeOrder({
		lines: [
			{ sku: 'MUG-BLUE', quantity: 4, location: 'Leeds Warehouse' },
			{ sku: 'TEA-TIN', quantity: 2, location: 'Camden Shop' },
		],
	});
	let creates = 0;
	await world.upload([shipment(order, 0, [2, 1])], {
		before: async ({ operation }) => {
			if (operation === 'CreateFulfillment') creates += 1;
			if (operation === 'CreateFulfillment' && creates === 2) world.shop.faults.failNext(500);
			await Promise.resolve();
		},
	});

	expect(unitsOf(order)).toEqual([2, 1]);
});

/** A run whose first `operation` is answered with something else, after the work is done. */
async function uploadWithOddAnswer(
	world: VirtualShop,
	requests: readonly UploadRequest[],
	operation: string,
	body: object,
): Promise<readonly unknown[]> {
	const fetchShop = fetchOf(world.shop, world.shop.settings.accessToken);
	let isDone = false;
	const client = createShopifyClient({
		shop: parseShop(world.shop.state.domain),
		apiVersion: '2026-07',
		now: () => world.time.nowMs,
		wait: async (milliseconds) => {
			await world.time.wait(milliseconds);
		},
		fetch: async (url, init) => {
			const answer = await fetchShop(url, init);
			if (isDone || !init.body.includes(operation)) return answer;
			isDone = true;
			return new Response(JSON.stringify(body), { status: 200, headers: answer.headers });
		},
	});
	const silent = (): void => undefined;
	return await uploadShipments(
		{
			client,
			log: { info: silent, debug: silent },
			wait: async (milliseconds) => {
				await world.time.wait(milliseconds);
			},
		},
		requests,
		SETTINGS,
	);
}

test.each([
	['no result', { data: { fulfillmentCreate: null } }],
	[
		'neither a fulfillment nor a refusal',
		{ data: { fulfillmentCreate: { fulfillment: null, userErrors: [] } } },
	],
	['half an answer', { data: {} }],
])('a write that is answered with %s is looked for, and not made again', async (_, body) => {
	const world = new VirtualShop({ throttle: false });
	const order = world.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 4 }] });
	const answers = await uploadWithOddAnswer(
		world,
		[shipment(order, 0, [2])],
		'mutation CreateFulfillment',
		body,
	);

	expect(answers).toMatchObject([{ result: 'created' }]);
	expect(unitsOf(order)).toEqual([2]);
});

test('an order that is answered without its fulfillments fails in words', async () => {
	const world = new VirtualShop({ throttle: false });
	const order = world.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 4 }] });
	const [answer] = await uploadWithOddAnswer(
		world,
		[shipment(order, 0, [2])],
		'query ReadShippedOrders',
		{ data: { nodes: [{ fulfillmentOrders: null }] } },
	);

	expect(answer).toBeInstanceOf(Error);
	expect(String(answer)).not.toMatch(/undefined|null/);
	expect(world.shop.notifications).toEqual([]);
});
