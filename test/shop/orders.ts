import type { OrderEdit } from './orderInput';
import { addFulfillmentOrder, addLine, unitsLeft } from './fulfillmentOrders';
import type { FinancialStatus, FulfillmentOrder, LineItem, Order, RiskLevel } from './state';
import { locationOf } from './locations';
import { deliveryMethodOf, routeAtOnce } from './routing';
import { receivedFor, totalsOf } from './totals';
import { tellCancelled, tellEdited, tellOrder } from './webhookEvents';
import { Refusal, setStatus } from './world';
import type { World } from './world';

/** Notes that an order changed; its FOs' times move only by `unknowns`, as tags fire webhooks. */
export function touchOrder(world: World, order: Order, what: 'tags' | 'others' = 'others'): void {
	const now = world.now();
	order.updatedAt = now;
	const { tagsFireOrdersUpdated } = world.settings.unknowns;
	if (what === 'others' || tagsFireOrdersUpdated) tellOrder(world, order, 'ORDERS_UPDATED');
	if (!world.settings.unknowns.orderChangesMoveFulfillmentOrderUpdatedAt) return;
	for (const one of order.fulfillmentOrders) one.updatedAt = now;
}

/** Sets the financial status, with the money received that goes with it. */
export function setFinancialStatus(
	world: World,
	order: Order,
	status: FinancialStatus | null,
): Order {
	const isPaidNow = status === 'PAID' && order.financialStatus !== 'PAID';
	order.financialStatus = status;
	order.received = receivedFor(order, status);
	if (status === 'REFUNDED') order.refunded = order.received;
	touchOrder(world, order);
	if (isPaidNow) tellOrder(world, order, 'ORDERS_PAID');
	return order;
}

/** Adds tags; those that are there already, in any case, stay as they are. */
export function addTags(world: World, order: Order, tags: readonly string[]): Order {
	const known = new Set(order.tags.map((tag) => tag.toLowerCase()));
	for (const tag of tags.map((one) => one.trim())) {
		if (tag === '' || known.has(tag.toLowerCase())) continue;
		known.add(tag.toLowerCase());
		order.tags.push(tag);
	}
	order.tags.sort((a, b) => a.localeCompare(b));
	touchOrder(world, order, 'tags');
	return order;
}

/** Takes tags away, in any case. */
export function removeTags(world: World, order: Order, tags: readonly string[]): Order {
	const gone = new Set(tags.map((tag) => tag.trim().toLowerCase()));
	order.tags = order.tags.filter((tag) => !gone.has(tag.toLowerCase()));
	touchOrder(world, order, 'tags');
	return order;
}

/** Sets the fraud risk of the order. */
export function setRisk(world: World, order: Order, risk: RiskLevel): Order {
	order.risk = risk;
	touchOrder(world, order);
	return order;
}

/**
 * Cancels an order: its open FOs close and keep their remaining units `[recorded]`, so only
 * `cancelledAt` tells. An order with a shipped part cannot be cancelled.
 */
export function cancelOrder(world: World, order: Order, reason = 'CUSTOMER'): Order {
	if (order.cancelledAt !== null) {
		throw new Refusal(
			['orderId'],
			'Cannot cancel an order that has already been canceled',
			'INVALID',
		);
	}
	if (order.fulfillments.some((one) => one.status === 'SUCCESS')) {
		throw new Refusal(
			['orderId'],
			'Cannot cancel an order that has outstanding fulfillments',
			'INVALID',
		);
	}
	routeAtOnce(world, order);
	const now = world.now();
	order.cancelledAt = now;
	order.closedAt = now;
	order.cancelReason = reason;
	order.updatedAt = now;
	for (const one of order.fulfillmentOrders) {
		if (one.status === 'CLOSED' || one.status === 'CANCELLED') continue;
		one.holds.length = 0;
		one.progress = null;
		one.updatedAt = now;
		setStatus(world, one, 'CLOSED');
		if (world.settings.unknowns.orderCancelFiresFulfillmentOrdersCancelled) {
			tellCancelled(world, one, null);
		}
	}
	tellOrder(world, order, 'ORDERS_CANCELLED', 'ORDERS_UPDATED');
	return order;
}

function lineOf(order: Order, id: string): LineItem {
	const line = order.lines.find((one) => one.id === id || one.sku === id);
	if (!line) throw new Refusal(['lineItemId'], `Order ${order.name} has no line ${id}`);
	return line;
}

const isActive = (one: FulfillmentOrder): boolean =>
	one.status !== 'CLOSED' && one.status !== 'CANCELLED' && one.status !== 'INCOMPLETE';

interface RemovedUnits {
	/** GID or SKU. */
	readonly lineItemId: string;
	readonly quantity: number;
}

/** Refuses the whole change before any of it is made. The texts are not Shopify's: none is recorded. */
function checkRemovable(order: Order, removed: readonly RemovedUnits[]): void {
	const wanted = new Map<LineItem, number>();
	for (const { lineItemId, quantity } of removed) {
		const line = lineOf(order, lineItemId);
		wanted.set(line, (wanted.get(line) ?? 0) + quantity);
	}
	const lines = order.fulfillmentOrders.filter(isActive).flatMap((one) => one.lines);
	for (const [line, quantity] of wanted) {
		const same = lines.filter(({ lineItem }) => lineItem === line);
		const left = same.reduce((sum, { remaining }) => sum + remaining, 0);
		if (left >= quantity) continue;
		const message = `Order ${order.name} has ${left} unfulfilled units of ${line.title}, not ${quantity}`;
		throw new Refusal(['quantity'], message);
	}
}

/** Takes unfulfilled units of a line out of the order's FOs, the open ones first. */
function removeUnits(world: World, order: Order, line: LineItem, quantity: number): void {
	let left = quantity;
	const active = order.fulfillmentOrders.filter(isActive);
	const first = active.filter((one) => one.status === 'OPEN');
	for (const one of [...first, ...active.filter((other) => other.status !== 'OPEN')]) {
		for (const foLine of one.lines.filter((candidate) => candidate.lineItem === line)) {
			const taken = Math.min(left, foLine.remaining);
			if (taken === 0) continue;
			foLine.total -= taken;
			foLine.remaining -= taken;
			left -= taken;
			one.updatedAt = world.now();
		}
		one.lines = one.lines.filter((foLine) => foLine.total > 0);
		if (unitsLeft(one) === 0) setStatus(world, one, 'CLOSED');
	}
	line.currentQuantity -= quantity;
}

/** Goods never join what needs no shipping, such as a gift card, nor the other way round. */
function suits({ deliveryMethod }: FulfillmentOrder, { requiresShipping }: LineItem): boolean {
	const isNone = deliveryMethod?.methodType === 'NONE';
	return requiresShipping ? !isNone : isNone || deliveryMethod === null;
}

function addUnits(world: World, order: Order, line: LineItem, quantity: number, at?: string): void {
	const location = locationOf(
		world,
		at ?? order.fulfillmentOrders.find((one) => isActive(one))?.location.id,
	);
	const canJoin = world.settings.unknowns.editsAddTo === 'openFulfillmentOrder';
	let target = canJoin
		? order.fulfillmentOrders.find(
				(one) => one.status === 'OPEN' && one.location === location && suits(one, line),
			)
		: undefined;
	const like = order.fulfillmentOrders.find((one) => suits(one, line))?.deliveryMethod;
	const usual = line.requiresShipping ? 'SHIPPING' : 'NONE';
	target ??= addFulfillmentOrder(world, {
		order,
		location,
		deliveryMethod: deliveryMethodOf(
			world,
			like === undefined ? usual : (like?.methodType ?? null),
			like?.presentedName ?? null,
			null,
		),
		fulfillAt: order.fulfillmentOrders[0]?.fulfillAt ?? world.now(),
	});
	const same = target.lines.find((one) => one.lineItem === line);
	if (same) {
		same.total += quantity;
		same.remaining += quantity;
	} else {
		addLine(world, target, line, quantity);
	}
	target.updatedAt = world.now();
}

/**
 * Staff edit the order. Removed units leave the open FOs (the FO keeps its id `[recorded]`); added
 * units join the open FO of the location or make a new one. More of a line that is there raises
 * that line's quantity.
 */
export function editOrder(
	world: World,
	order: Order,
	edit: OrderEdit,
	makeLine: (input: { sku?: string; title?: string; quantity: number }) => LineItem,
): Order {
	if (order.cancelledAt !== null) {
		throw new Refusal(['id'], `Order ${order.name} is cancelled and cannot be edited`);
	}
	routeAtOnce(world, order);
	checkRemovable(order, edit.remove ?? []);
	for (const { lineItemId } of edit.add ?? [])
		if (lineItemId !== undefined) lineOf(order, lineItemId);
	for (const one of edit.remove ?? []) {
		removeUnits(world, order, lineOf(order, one.lineItemId), one.quantity);
	}
	const added: { readonly line: LineItem; readonly quantity: number }[] = [];
	for (const one of edit.add ?? []) {
		if (one.lineItemId === undefined) {
			const made = makeLine(one);
			added.push({ line: made, quantity: one.quantity });
			addUnits(world, order, made, one.quantity, one.location);
			continue;
		}
		const line = lineOf(order, one.lineItemId);
		added.push({ line, quantity: one.quantity });
		line.quantity += one.quantity;
		line.currentQuantity += one.quantity;
		addUnits(world, order, line, one.quantity, one.location);
	}
	order.edited = true;
	order.updatedAt = world.now();
	const removed = (edit.remove ?? []).map(({ lineItemId, quantity }) => {
		return { line: lineOf(order, lineItemId), quantity };
	});
	tellEdited(world, order, added, removed);
	tellOrder(world, order, 'ORDERS_UPDATED');
	return order;
}

/**
 * Refunds units of lines that are not shipped yet (they leave the FOs) or money alone.
 * `amount` is in units of the currency; without it the price of the units.
 */
export function refund(
	world: World,
	order: Order,
	input: {
		readonly lines?: readonly { readonly lineItemId: string; readonly quantity: number }[];
		readonly amount?: number;
	},
): Order {
	routeAtOnce(world, order);
	checkRemovable(order, input.lines ?? []);
	const before = totalsOf(order, 'current').total;
	for (const one of input.lines ?? []) {
		removeUnits(world, order, lineOf(order, one.lineItemId), one.quantity);
	}
	const worth = before - totalsOf(order, 'current').total;
	order.refunded += input.amount === undefined ? worth : Math.round(input.amount * 100);
	order.financialStatus = order.refunded >= order.received ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
	touchOrder(world, order);
	return order;
}
