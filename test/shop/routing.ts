import { addFulfillmentOrder, addLine } from './fulfillmentOrders';
import { openScheduled } from './fulfillmentOrderActions';
import { locationOf } from './locations';
import type { LineInput, OrderInput } from './orderInput';
import type {
	DeliveryMethod,
	DeliveryMethodType,
	FulfillmentOrder,
	LineItem,
	Order,
} from './state';
import { touchLevel } from './stock';
import { tellRouted } from './webhookEvents';
import { gid } from './world';
import type { World } from './world';

const HOUR = 3_600_000;

/** A delivery method of its own for an FO. */
export function deliveryMethodOf(
	world: World,
	methodType: DeliveryMethodType | null,
	presentedName: string | null,
	instructions: string | null,
): DeliveryMethod | null {
	if (methodType === null) return null;
	return {
		id: gid('DeliveryMethod', world.nextId('DeliveryMethod')),
		methodType,
		presentedName,
		serviceCode: methodType === 'SHIPPING' ? presentedName : null,
		instructions,
		phone: null,
		minDeliveryDateTime: null,
		maxDeliveryDateTime: null,
	};
}

/**
 * Routes order lines: one FO for each location and delivery method. Gift cards and other goods
 * that are not shipped get FOs of method NONE `[schema: DeliveryMethodType.NONE]`.
 */
function route(
	world: World,
	order: Order,
	routed: readonly { readonly line: LineItem; readonly input: LineInput }[],
	input: OrderInput,
): FulfillmentOrder[] {
	const byPlace = new Map<string, ReturnType<typeof addFulfillmentOrder>>();
	const now = world.now();
	const late = input.fulfillAt !== undefined && input.fulfillAt !== null && input.fulfillAt > now;
	const scheduled = input.scheduled ?? late;
	// An FO that can be fulfilled at once carries the hour it was made in `[recorded]`.
	const fulfillAt = input.fulfillAt === undefined ? Math.floor(now / HOUR) * HOUR : input.fulfillAt;
	for (const { line, input: lineInput } of routed) {
		const location = locationOf(world, lineInput.location);
		const orders = input.deliveryMethod === undefined ? 'SHIPPING' : input.deliveryMethod;
		const own = lineInput.deliveryMethod === undefined ? orders : lineInput.deliveryMethod;
		const method = line.requiresShipping || own === null ? own : 'NONE';
		const key = `${location.id} ${String(method)}`;
		let target = byPlace.get(key);
		if (!target) {
			const title = order.shippingLines[0]?.title ?? null;
			const instructions = input.deliveryInstructions ?? null;
			target = addFulfillmentOrder(world, {
				order,
				location,
				deliveryMethod: deliveryMethodOf(world, method, title, instructions),
				fulfillAt,
				fulfillBy: input.fulfillBy ?? null,
				status: scheduled ? 'SCHEDULED' : 'OPEN',
			});
			byPlace.set(key, target);
		}
		addLine(world, target, line, line.quantity);
		touchLevel(world, line.variant, location);
	}
	return [...byPlace.values()];
}

/** Routes all lines of an order, each as its input at the same place says. */
export function routeOrder(world: World, order: Order, input: OrderInput): FulfillmentOrder[] {
	const routed = order.lines.map((line, index) => ({ line, input: input.lines?.[index] ?? {} }));
	const made = route(world, order, routed, input);
	for (const { status, fulfillAt } of made) {
		if (status === 'SCHEDULED' && fulfillAt !== null) world.wakeAt(fulfillAt);
	}
	return made;
}

/** Routes a new order at once or as late as `unknowns.routingDelayMs` says; gives the FOs made now. */
export function routeInTime(world: World, order: Order, input: OrderInput): FulfillmentOrder[] {
	const { clock, unknowns } = world.settings;
	if (unknowns.routingDelayMs === 0) return routeOrder(world, order, input);
	const dueAt = clock() + unknowns.routingDelayMs;
	world.state.unrouted.push({ order, dueAt, input });
	world.wakeAt(dueAt);
	return [];
}

function routeWaiting(world: World, isDue: (order: Order, dueAt: number) => boolean): void {
	const { unrouted } = world.state;
	const due = unrouted.filter((one) => isDue(one.order, one.dueAt));
	if (due.length === 0) return;
	const later = unrouted.filter((one) => !due.includes(one));
	unrouted.splice(0, unrouted.length, ...later);
	for (const { order, input } of due) tellRouted(world, routeOrder(world, order, input));
	world.changed();
}

/** Routes an order that waits for it, since somebody changes it who needs its FOs. */
export function routeAtOnce(world: World, order: Order): void {
	routeWaiting(world, (one) => one === order);
}

/**
 * Does what is due by the shop's clock: waiting orders are routed, scheduled FOs open, webhooks are
 * delivered. Every request does so, and the shop's alarm.
 */
export function finishDue(world: World): void {
	const now = world.settings.clock();
	routeWaiting(world, (_order, dueAt) => dueAt <= now);
	for (const { dueAt } of world.state.unrouted) world.wakeAt(dueAt);
	openScheduled(world);
	world.webhooks.deliverDue();
}
