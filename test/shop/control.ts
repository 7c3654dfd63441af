import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DemoShop } from './demoShop';
import type { Fault } from './faults';
import { randomNumbers } from './faults';
import { goods } from './goods';
import { bodyOf } from './listen';
import type { LineInput, OrderInput } from './orderInput';
import type { FulfillmentOrder, Order } from './state';
import { formatTime, gid, Refusal } from './world';
import type { ShopEvent } from './world';

/**
 * The control endpoints under `/demo/`: what a person, a script or (later) a web page does in the
 * shop. JSON in, JSON out; a refusal of the shop is HTTP 409 with its text.
 */

type Input = Record<string, unknown>;

/** An FO as the control endpoints show it. */
export function fulfillmentOrderView(one: FulfillmentOrder) {
	return {
		id: one.id,
		legacyId: String(one.legacyId),
		status: one.status,
		location: one.location.name,
		updatedAt: formatTime(one.updatedAt),
		fulfillAt: one.fulfillAt === null ? null : formatTime(one.fulfillAt),
		progress: one.progress?.reasonNotes ?? null,
		inProgress: one.progress !== null,
		deliveryMethod: one.deliveryMethod?.methodType ?? null,
		holds: one.holds.map(({ id, reason, reasonNotes, heldBy }) => ({
			id,
			reason,
			reasonNotes,
			heldBy,
		})),
		lines: one.lines.map((line) => ({
			id: line.id,
			lineItemId: line.lineItem.id,
			sku: line.lineItem.sku,
			title: line.lineItem.title,
			total: line.total,
			remaining: line.remaining,
		})),
	};
}

/** An order as the control endpoints show it, with its FOs and what apps wrote on it. */
export function orderView(order: Order) {
	return {
		id: order.id,
		legacyId: String(order.legacyId),
		name: order.name,
		createdAt: formatTime(order.createdAt),
		financialStatus: order.financialStatus,
		cancelledAt: order.cancelledAt === null ? null : formatTime(order.cancelledAt),
		tags: order.tags,
		note: order.note,
		customer: [order.customer?.firstName, order.customer?.lastName].filter(Boolean).join(' '),
		country: order.shippingAddress?.countryCode ?? null,
		fulfillmentOrders: order.fulfillmentOrders.map(fulfillmentOrderView),
		fulfillments: order.fulfillments.map(({ id, status, tracking }) => ({ id, status, tracking })),
		records: [...order.metafields.values()].map((one) => ({
			namespace: one.namespace,
			key: one.key,
			value: one.type === 'json' ? (JSON.parse(one.value) as unknown) : one.value,
		})),
	};
}

const roll = randomNumbers(20_261);

function randomOrder(): OrderInput {
	const count = 1 + Math.floor(roll() * 3);
	const start = Math.floor(roll() * goods.length);
	const lines = Array.from({ length: count }, (_none, index): LineInput => {
		const sku = goods[(start + index * 5) % goods.length]?.sku ?? null;
		return { sku, quantity: 1 + Math.floor(roll() * 3) };
	});
	return { lines };
}

function orderAction(shop: DemoShop, id: string, action: string, input: Input): unknown {
	const tags = (input['tags'] ?? []) as string[];
	switch (action) {
		case 'pay':
			return shop.pay(id);
		case 'authorize':
			return shop.authorize(id);
		case 'addTags':
			return shop.addTags(id, tags);
		case 'removeTags':
			return shop.removeTags(id, tags);
		case 'setRisk':
			return shop.setRisk(id, input['risk'] as Order['risk']);
		case 'changeNote':
			return shop.changeNote(id, input['note'] as string | null);
		case 'changeAddress':
			return shop.changeAddress(id, input);
		case 'edit':
			return shop.editOrder(id, input);
		case 'refund':
			return shop.refund(id, input);
		case 'cancel':
			return shop.cancelOrder(id, input['reason'] as string | undefined);
		case 'route':
			return shop.routeOrder(id, input);
		default:
			return undefined;
	}
}

function fulfillmentOrderAction(shop: DemoShop, id: string, action: string, input: Input): unknown {
	switch (action) {
		case 'hold':
			return shop.hold(id, input);
		case 'releaseHold':
			return shop.releaseHold(id, input['holdIds'] as string[] | undefined);
		case 'split':
			return shop.split(id, input['units'] as never);
		case 'merge':
			return shop.merge([id, ...(input['with'] as string[])]);
		case 'move':
			return shop.move(id, String(input['location']), input['units'] as never);
		case 'cancel':
			return shop.cancelFulfillmentOrder(id);
		case 'reportProgress':
			return shop.reportProgress(id, input['reasonNotes'] as string | undefined);
		case 'markAsOpen':
			return shop.markAsOpen(id);
		case 'ship':
			return shop.ship(id, input);
		default:
			return undefined;
	}
}

function eventView(event: ShopEvent) {
	const { type } = event;
	if (type === 'orderPlaced') return { type, order: orderView(event.order) };
	const { order } = event.fulfillmentOrder;
	return { type, orderName: order.name, ...fulfillmentOrderView(event.fulfillmentOrder) };
}

function streamEvents(shop: DemoShop, response: ServerResponse): void {
	response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
	response.write(': connected\n\n');
	const stop = shop.subscribe((event) => {
		response.write(`data: ${JSON.stringify(eventView(event))}\n\n`);
	});
	response.on('close', stop);
}

interface FaultInput extends Input {
	readonly fault?: Fault;
	readonly count?: number;
	readonly operation?: string;
	readonly everyNth?: number;
	readonly random?: { readonly seed: number; readonly rates: Record<string, number> };
	readonly clear?: boolean;
}

function planFault(shop: DemoShop, input: FaultInput): void {
	const scope = input.operation === undefined ? {} : { operation: input.operation };
	if (input.clear) shop.faults.clear();
	if (input.random) shop.faults.random(input.random.seed, input.random.rates);
	if (!input.fault) return;
	if (input.everyNth === undefined) shop.faults.next(input.fault, input.count ?? 1, scope);
	else shop.faults.everyNth(input.everyNth, input.fault, scope);
}

function route(shop: DemoShop, method: string, path: string, input: Input): unknown {
	const [kind, legacyId, action] = path.split('/').slice(2);
	if (method === 'GET' && kind === 'state') {
		return {
			shop: shop.settings.domain,
			locations: [...shop.state.locations.values()].map(({ id, name }) => ({ id, name })),
			orders: [...shop.state.orders.values()].map(orderView),
		};
	}
	if (method !== 'POST') return undefined;
	if (kind === 'faults') {
		planFault(shop, input);
		return { planned: true };
	}
	if (kind === 'orders' && legacyId === undefined) {
		return orderView(shop.placeOrder({ ...randomOrder(), ...input }));
	}
	if (legacyId === undefined || action === undefined) return undefined;
	if (kind === 'orders') {
		const id = gid('Order', Number(legacyId));
		const order = shop.state.orders.get(id);
		return order && orderAction(shop, id, action, input) && orderView(order);
	}
	if (kind === 'fulfillment-orders') {
		const id = gid('FulfillmentOrder', Number(legacyId));
		const one = shop.state.fulfillmentOrders.get(id);
		return one && fulfillmentOrderAction(shop, id, action, input) && orderView(one.order);
	}
	return undefined;
}

/** Answers a request under `/demo/`. */
export async function control(
	shop: DemoShop,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const path = (request.url ?? '').split('?')[0] ?? '';
	if (request.method === 'GET' && path === '/demo/events') {
		streamEvents(shop, response);
		return;
	}
	const reply = (status: number, body: unknown) => {
		response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
		response.end(JSON.stringify(body));
	};
	try {
		const text = await bodyOf(request);
		const input = text.trim() === '' ? {} : (JSON.parse(text) as Input);
		const answer = route(shop, request.method ?? 'GET', path, input);
		if (answer === undefined) reply(404, { error: `Nothing at ${path}` });
		else reply(200, answer);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		reply(error instanceof Refusal ? 409 : 400, { error: message });
	}
}
