import { addLine, addSibling, openStatus, unitsLeft } from './fulfillmentOrders';
import type { Units } from './fulfillmentOrders';
import type {
	Fulfillment,
	FulfillmentLine,
	FulfillmentOrder,
	FulfillmentOrderLine,
	Order,
	Tracking,
} from './state';
import { takeOffShelf } from './stock';
import { gid, Refusal, setStatus } from './world';
import type { World } from './world';

/** Units to ship from one FO; without lines, all that is left. */
export interface Shipment {
	readonly fulfillmentOrderId: string;
	readonly units?: readonly Units[] | null;
}

interface Picked {
	readonly fulfillmentOrder: FulfillmentOrder;
	readonly line: FulfillmentOrderLine;
	readonly quantity: number;
}

function checkQuantities(shipments: readonly Shipment[]): void {
	for (const [index, shipment] of shipments.entries()) {
		const zero = shipment.units?.findIndex((one) => one.quantity <= 0) ?? -1;
		if (zero === -1) continue;
		const lines = ['fulfillment', 'lineItemsByFulfillmentOrder', String(index)];
		throw new Refusal(
			[...lines, 'fulfillmentOrderLineItems', String(zero), 'quantity'],
			'Quantity must be greater than 0',
		);
	}
}

function pick(fulfillmentOrder: FulfillmentOrder, shipment: Shipment): Picked[] {
	const fail = (message: string) => new Refusal(['fulfillment'], message);
	const { status } = fulfillmentOrder;
	if (status !== 'OPEN' && status !== 'IN_PROGRESS') {
		const name = `${String(fulfillmentOrder.legacyId)} has an unfulfillable status= `;
		throw fail(`Fulfillment order ${name}${status.toLowerCase()}.`);
	}
	if (!shipment.units || shipment.units.length === 0) {
		return fulfillmentOrder.lines
			.filter((line) => line.remaining > 0)
			.map((line) => ({ fulfillmentOrder, line, quantity: line.remaining }));
	}
	return shipment.units.map(({ id, quantity }) => {
		const line = fulfillmentOrder.lines.find((one) => one.id === id);
		if (!line) throw fail('Fulfillment order line item does not exist.');
		const named = shipment.units?.filter((one) => one.id === id) ?? [];
		if (named.reduce((sum, one) => sum + one.quantity, 0) > line.remaining) {
			throw fail('Invalid fulfillment order line item quantity requested.');
		}
		return { fulfillmentOrder, line, quantity };
	});
}

/**
 * Ships units: one fulfillment over FOs of one order and one location. An FO with nothing left
 * closes, one with something left is IN_PROGRESS. Texts as recorded; not repeatable without
 * effect, as in Shopify.
 */
export function createFulfillment(
	world: World,
	shipments: readonly Shipment[],
	tracking: readonly Tracking[],
): Fulfillment {
	checkQuantities(shipments);
	const fulfillmentOrders = shipments.map((one) => {
		const found = world.state.fulfillmentOrders.get(one.fulfillmentOrderId);
		if (!found) throw new Refusal(['fulfillment'], 'Fulfillment order does not exist.');
		return found;
	});
	const first = fulfillmentOrders[0];
	// The text for an empty list is not recorded.
	if (!first) throw new Refusal(['fulfillment'], 'Fulfillment order does not exist.');
	const ids = (list: readonly number[]) => `[${[...new Set(list)].join(', ')}]`;
	if (fulfillmentOrders.some((one) => one.order !== first.order)) {
		const orders = ids(fulfillmentOrders.map((one) => one.order.legacyId));
		throw new Refusal(
			['fulfillment'],
			`All fulfillment orders must belong to the same order. Multiple orders with ids ${orders}`,
		);
	}
	if (fulfillmentOrders.some((one) => one.location !== first.location)) {
		const places = ids(fulfillmentOrders.map((one) => one.location.legacyId));
		throw new Refusal(
			['fulfillment'],
			'All fulfillment orders must be assigned to a single location. ' +
				`Multiple locations with ids ${places}`,
		);
	}
	const picked = shipments.flatMap((shipment, index) => {
		const fulfillmentOrder = fulfillmentOrders[index];
		return fulfillmentOrder ? pick(fulfillmentOrder, shipment) : [];
	});
	const now = world.now();
	const { order } = first;
	const legacyId = world.nextId('Fulfillment');
	const lines = picked.map(
		({ fulfillmentOrder, line, quantity }): FulfillmentLine => ({
			id: gid('FulfillmentLineItem', world.nextId('FulfillmentLineItem')),
			lineItem: line.lineItem,
			quantity,
			fulfillmentOrder,
			fulfillmentOrderLine: line,
		}),
	);
	for (const { line, quantity } of picked) {
		line.remaining -= quantity;
		takeOffShelf(world, line.lineItem, first.location, quantity);
	}
	for (const one of new Set(fulfillmentOrders)) {
		one.updatedAt = now;
		if (unitsLeft(one) === 0) one.progress = null;
		setStatus(world, one, unitsLeft(one) === 0 ? 'CLOSED' : openStatus(one));
	}
	const made: Fulfillment = {
		id: gid('Fulfillment', legacyId),
		legacyId,
		name: `${order.name}-F${String(order.fulfillments.length + 1)}`,
		order,
		location: first.location,
		status: 'SUCCESS',
		displayStatus: 'FULFILLED',
		createdAt: now,
		updatedAt: now,
		lines,
		tracking,
	};
	order.fulfillments.push(made);
	world.state.fulfillments.set(made.id, made);
	closeWhenDone(order, now);
	order.updatedAt = now;
	return made;
}

// Shopify archives a paid order with nothing left to fulfill (a setting of the shop, on by default).
function closeWhenDone(order: Order, now: number): void {
	const open = order.fulfillmentOrders.some((one) => one.status !== 'CLOSED');
	if (!open && order.financialStatus === 'PAID') order.closedAt ??= now;
}

/**
 * Cancels a fulfillment; cancelling again changes nothing and succeeds `[recorded]`. Its units are
 * open again, in new FOs or in the old ones by `unknowns.reopenIn`, and back on the shelf they came
 * from by `unknowns.cancelledFulfillmentsPutBack`.
 */
export function cancelFulfillment(world: World, fulfillment: Fulfillment): Fulfillment {
	if (fulfillment.status === 'CANCELLED') return fulfillment;
	const now = world.now();
	fulfillment.status = 'CANCELLED';
	fulfillment.displayStatus = 'CANCELED';
	fulfillment.updatedAt = now;
	const { order } = fulfillment;
	const reopened = new Map<FulfillmentOrder, FulfillmentOrder>();
	for (const line of fulfillment.lines) {
		const { fulfillmentOrder, fulfillmentOrderLine } = line;
		if (world.settings.unknowns.cancelledFulfillmentsPutBack) {
			takeOffShelf(world, line.lineItem, fulfillment.location, -line.quantity);
		}
		fulfillmentOrder.updatedAt = now;
		if (world.settings.unknowns.reopenIn === 'sameFulfillmentOrder') {
			fulfillmentOrderLine.remaining += line.quantity;
			setStatus(world, fulfillmentOrder, openStatus(fulfillmentOrder));
			continue;
		}
		let target = reopened.get(fulfillmentOrder);
		if (!target) {
			target = addSibling(world, fulfillmentOrder);
			reopened.set(fulfillmentOrder, target);
		}
		fulfillmentOrderLine.total -= line.quantity;
		addLine(world, target, line.lineItem, line.quantity);
	}
	for (const old of reopened.keys()) {
		if (unitsLeft(old) > 0) setStatus(world, old, openStatus(old));
	}
	order.closedAt = null;
	order.updatedAt = now;
	return fulfillment;
}
