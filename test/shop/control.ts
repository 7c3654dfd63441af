import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerControl, badInput } from './controlHttp';
import type { Input } from './controlHttp';
import {
	addressIn,
	holdIn,
	moveIn,
	orderEditIn,
	orderInputIn,
	otherInputIn,
	refundIn,
	shipmentIn,
	splitIn,
	stockCountIn,
} from './controlInput';
import type { DemoShop } from './demoShop';
import type { Fault, FaultRates, RandomFaults } from './faults';
import type { OrderInput } from './orderInput';
import { randomOrder } from './randomOrder';
import type { Order } from './state';
import { orderView, shopView, stockView } from './views';
import { gid, InvalidId, Refusal } from './world';

/**
 * The control endpoints under `/demo/`: what a person on the page or a script does in the shop.
 * JSON in, JSON out; a refusal of the shop is HTTP 409 with its text, input that is not understood
 * 400.
 */

/** Only what is owed can be paid; Shopify offers it no further. */
function payable({ name, cancelledAt, financialStatus }: Order): void {
	if (cancelledAt !== null) throw new Refusal(['id'], `Order ${name} is cancelled`);
	const owed = ['AUTHORIZED', 'PARTIALLY_PAID', 'PENDING', 'EXPIRED', null];
	if (!owed.includes(financialStatus)) throw new Refusal(['id'], `Order ${name} is paid already`);
}

/** Fills in what an order input leaves open: goods and a customer, or everything if it is empty. */
function filledIn(shop: DemoShop, given: OrderInput): OrderInput {
	const random = randomOrder(shop.state.orders.size + 1);
	if (Object.keys(given).length === 0) return random;
	const { lines, shippingAddress } = random;
	// Whoever is named for the parcel pays as well, unless somebody else is named for that.
	const billingAddress = given.shippingAddress ?? shippingAddress;
	return { lines, shippingAddress, billingAddress, ...given };
}

type OrderAction = (shop: DemoShop, order: Order, input: Input) => unknown;

const ORDER_ACTIONS: Readonly<Record<string, OrderAction>> = {
	pay: (shop, order) => {
		payable(order);
		return shop.pay(order.id);
	},
	authorize: (shop, { id }) => shop.authorize(id),
	addTags: (shop, { id }, input) => shop.addTags(id, otherInputIn(input).tags ?? []),
	removeTags: (shop, { id }, input) => shop.removeTags(id, otherInputIn(input).tags ?? []),
	setRisk: (shop, { id }, input) => shop.setRisk(id, otherInputIn(input).risk ?? 'NONE'),
	changeNote: (shop, { id }, input) => shop.changeNote(id, otherInputIn(input).note ?? null),
	changeAddress: (shop, { id }, input) => shop.changeAddress(id, addressIn(input)),
	edit: (shop, { id }, input) => shop.editOrder(id, orderEditIn(shop.state, input)),
	refund: (shop, { id }, input) => shop.refund(id, refundIn(input)),
	cancel: (shop, { id }, input) => shop.cancelOrder(id, otherInputIn(input).reason),
	route: (shop, { id }, input) => shop.routeOrder(id, orderInputIn(shop.state, input)),
};

type FulfillmentOrderAction = (shop: DemoShop, id: string, input: Input) => unknown;

const FULFILLMENT_ORDER_ACTIONS: Readonly<Record<string, FulfillmentOrderAction>> = {
	hold: (shop, id, input) => shop.hold(id, holdIn(input)),
	releaseHold: (shop, id, input) => shop.releaseHold(id, otherInputIn(input).holdIds),
	split: (shop, id, input) => shop.split(id, splitIn(input)),
	merge: (shop, id, input) => {
		const others = otherInputIn(input).with ?? [];
		const missing = others.find((other) => !shop.state.fulfillmentOrders.has(other));
		if (missing !== undefined) throw badInput(`with: the shop has no fulfillment order ${missing}`);
		return shop.merge([id, ...others]);
	},
	move: (shop, id, input) => {
		const { location, units } = moveIn(shop.state, input);
		return shop.move(id, location, units);
	},
	cancel: (shop, id) => shop.cancelFulfillmentOrder(id),
	reportProgress: (shop, id, input) => shop.reportProgress(id, otherInputIn(input).reasonNotes),
	markAsOpen: (shop, id) => shop.markAsOpen(id),
	ship: (shop, id, input) => shop.ship(id, shipmentIn(input)),
};

interface FaultInput extends Input {
	readonly fault?: Fault;
	readonly count?: number;
	readonly operation?: string;
	readonly everyNth?: number;
	readonly random?: {
		readonly seed: number;
		readonly rates: FaultRates;
		readonly options?: RandomFaults;
	};
	readonly clear?: boolean;
}

function planFault(shop: DemoShop, input: FaultInput): void {
	const scope = input.operation === undefined ? {} : { operation: input.operation };
	if (input.clear) shop.faults.clear();
	if (input.random) {
		shop.faults.random(input.random.seed, input.random.rates, input.random.options);
	}
	if (!input.fault) return;
	if (input.everyNth === undefined) shop.faults.next(input.fault, input.count ?? 1, scope);
	else shop.faults.everyNth(input.everyNth, input.fault, scope);
}

/** The action of this name; names of every object, such as `constructor`, are none. */
const actionNamed = <T>(actions: Readonly<Record<string, T>>, name: string): T | undefined =>
	Object.hasOwn(actions, name) ? actions[name] : undefined;

/** Does something with one order, FO or fulfillment; undefined if there is no such thing to do. */
function act(shop: DemoShop, [kind, legacyId, name]: readonly string[], input: Input): unknown {
	const number = Number(legacyId);
	const { orders, fulfillmentOrders, fulfillments } = shop.state;
	if (kind === 'orders') {
		const order = orders.get(gid('Order', number));
		const action = actionNamed(ORDER_ACTIONS, name ?? '');
		return order && action && (action(shop, order, input), orderView(order));
	}
	if (kind === 'fulfillment-orders') {
		const one = fulfillmentOrders.get(gid('FulfillmentOrder', number));
		const action = actionNamed(FULFILLMENT_ORDER_ACTIONS, name ?? '');
		return one && action && (action(shop, one.id, input), orderView(one.order));
	}
	const fulfillment = fulfillments.get(gid('Fulfillment', number));
	if (kind !== 'fulfillments' || name !== 'cancel' || !fulfillment) return undefined;
	return orderView(shop.cancelFulfillment(fulfillment.id).order);
}

function route(shop: DemoShop, method: string, parts: readonly string[], input: Input): unknown {
	if (parts.length === 3) return method === 'POST' ? act(shop, parts, input) : undefined;
	switch (`${method} ${parts.join('/')}`) {
		case 'GET state':
			return shopView(shop);
		case 'POST orders':
			return orderView(shop.placeOrder(filledIn(shop, orderInputIn(shop.state, input))));
		case 'POST stock':
			return stockView(shop.countStock(stockCountIn(input)));
		case 'POST faults':
			planFault(shop, input);
			return { planned: true };
		default:
			return undefined;
	}
}

/** What the shop itself says about a request; everything else is a mistake of the demo shop. */
function statusOf(error: unknown): number {
	if (error instanceof Refusal) return 409;
	return error instanceof InvalidId ? 404 : 500;
}

/** Answers a request under `/demo/`. */
export function control(
	shop: DemoShop,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	return answerControl(request, response, {
		subscribe: (listener) => shop.onChange(listener),
		route: (method, parts, input) => route(shop, method, parts, input),
		statusOf,
	});
}
