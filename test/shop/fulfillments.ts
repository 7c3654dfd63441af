import { addLine, addSibling, openStatus, unitsLeft } from './fulfillmentOrders';
import type { Units } from './fulfillmentOrders';
import { notify } from './notifications';
import type {
	Fulfillment,
	FulfillmentLine,
	FulfillmentOrder,
	FulfillmentPart,
	LineItem,
	Order,
	OriginAddress,
	Tracking,
} from './state';
import { takeOffShelf } from './stock';
import { tellFulfillment, tellOrder, tellShipped } from './webhookEvents';
import { gid, Refusal, setStatus } from './world';
import type { World } from './world';

/** Units to ship from one FO; without lines, all that is left. */
export interface Shipment {
	readonly fulfillmentOrderId: string;
	readonly units?: readonly Units[] | null;
}

/** What a shipment says besides its units. */
export interface ShipmentDetails {
	readonly tracking?: readonly Tracking[];
	readonly originAddress?: OriginAddress | null;
	/** Default no, as in Shopify. */
	readonly notifyCustomer?: boolean;
}

const fail = (message: string) => new Refusal(['fulfillment'], message);

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

/** The FOs of a call, which must be of one order and one location. */
function fulfillmentOrdersOf(world: World, shipments: readonly Shipment[]): FulfillmentOrder[] {
	const all = shipments.map((one) => {
		const found = world.state.fulfillmentOrders.get(one.fulfillmentOrderId);
		if (!found) throw fail('Fulfillment order does not exist.');
		return found;
	});
	const ids = (list: readonly number[]) => `[${[...new Set(list)].join(', ')}]`;
	if (new Set(all.map((one) => one.order)).size > 1) {
		const orders = ids(all.map((one) => one.order.legacyId));
		throw fail(
			'All fulfillment orders must belong to the same order. ' +
				`Multiple orders with ids ${orders} were found.`,
		);
	}
	if (new Set(all.map((one) => one.location)).size > 1) {
		const places = ids(all.map((one) => one.location.legacyId));
		throw fail(
			'All fulfillment orders must be assigned to a single location. ' +
				`Multiple locations with ids ${places} were found.`,
		);
	}
	return all;
}

/** All units of an FO, for a call that names no lines. */
function wholeOf(world: World, { lines }: FulfillmentOrder): Units[] {
	const { withoutLines } = world.settings.unknowns;
	return lines
		.map(({ id, total, remaining }) => ({
			id,
			quantity: withoutLines === 'remainingUnits' ? remaining : total,
		}))
		.filter((one) => one.quantity > 0);
}

function pick(
	world: World,
	fulfillmentOrder: FulfillmentOrder,
	shipment: Shipment,
): FulfillmentPart[] {
	const { status, legacyId } = fulfillmentOrder;
	// Recorded for closed ones. That held and scheduled ones are refused is documented
	// `[schema: FulfillmentOrderStatus]`; that the text is the same is an inference.
	if (status !== 'OPEN' && status !== 'IN_PROGRESS') {
		throw fail(
			`Fulfillment order ${String(legacyId)} has an unfulfillable status= ${status.toLowerCase()}.`,
		);
	}
	const named = shipment.units?.length ? shipment.units : wholeOf(world, fulfillmentOrder);
	const lines = new Map(fulfillmentOrder.lines.map((line) => [line.id, line]));
	return named.map(({ id, quantity }) => {
		const fulfillmentOrderLine = lines.get(id);
		if (!fulfillmentOrderLine) throw fail('Fulfillment order line item does not exist.');
		return { fulfillmentOrder, fulfillmentOrderLine, quantity };
	});
}

/** A line that is named several times in one call counts with the sum (an inference). */
function checkRemaining(parts: readonly FulfillmentPart[]): void {
	const wanted = new Map<FulfillmentPart['fulfillmentOrderLine'], number>();
	for (const { fulfillmentOrderLine, quantity } of parts) {
		const sum = (wanted.get(fulfillmentOrderLine) ?? 0) + quantity;
		if (sum > fulfillmentOrderLine.remaining) {
			throw fail('Invalid fulfillment order line item quantity requested.');
		}
		wanted.set(fulfillmentOrderLine, sum);
	}
}

function linesOf(world: World, parts: readonly FulfillmentPart[]): FulfillmentLine[] {
	const byLineItem = new Map<LineItem, FulfillmentPart[]>();
	for (const part of parts) {
		const { lineItem } = part.fulfillmentOrderLine;
		const known = byLineItem.get(lineItem);
		if (known) known.push(part);
		else byLineItem.set(lineItem, [part]);
	}
	return [...byLineItem].map(([lineItem, own]) => ({
		id: gid('FulfillmentLineItem', world.nextId('FulfillmentLineItem')),
		lineItem,
		quantity: own.reduce((sum, part) => sum + part.quantity, 0),
		parts: own,
	}));
}

/**
 * Ships units: one fulfillment over FOs of one order and one location. An FO with nothing left
 * closes, one with something left is IN_PROGRESS. Texts as recorded; nothing is done if anything is
 * refused. Not repeatable without effect, as in Shopify.
 */
export function createFulfillment(
	world: World,
	shipments: readonly Shipment[],
	details: ShipmentDetails = {},
): Fulfillment {
	checkQuantities(shipments);
	const fulfillmentOrders = fulfillmentOrdersOf(world, shipments);
	const [first] = fulfillmentOrders;
	// The text for an empty list is not recorded.
	if (!first) throw fail('Fulfillment order does not exist.');
	const parts = shipments.flatMap((shipment, index) => {
		const fulfillmentOrder = fulfillmentOrders[index];
		return fulfillmentOrder ? pick(world, fulfillmentOrder, shipment) : [];
	});
	checkRemaining(parts);
	const now = world.now();
	const { order } = first;
	const legacyId = world.nextId('Fulfillment');
	for (const { fulfillmentOrderLine, quantity } of parts) {
		fulfillmentOrderLine.remaining -= quantity;
		takeOffShelf(world, fulfillmentOrderLine.lineItem, first.location, quantity);
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
		lines: linesOf(world, parts),
		tracking: details.tracking ?? [],
		originAddress: details.originAddress ?? null,
		events: [],
	};
	order.fulfillments.push(made);
	world.state.fulfillments.set(made.id, made);
	if (details.notifyCustomer) notify(world, made, 'SHIPPED');
	closeWhenDone(order, now);
	order.updatedAt = now;
	tellShipped(world, made);
	return made;
}

/** Replaces all tracking of a fulfillment; a cancelled one takes it too `[recorded]`. */
export function updateTracking(
	world: World,
	fulfillment: Fulfillment,
	tracking: readonly Tracking[],
	notifyCustomer: boolean,
): Fulfillment {
	fulfillment.tracking = tracking;
	fulfillment.updatedAt = world.now();
	if (notifyCustomer) notify(world, fulfillment, 'TRACKING_UPDATED');
	tellFulfillment(world, fulfillment);
	return fulfillment;
}

// Shopify archives a paid order with nothing left to fulfill (a setting of the shop, on by default).
function closeWhenDone(order: Order, now: number): void {
	const open = order.fulfillmentOrders.some((one) => one.status !== 'CLOSED');
	if (!open && order.financialStatus === 'PAID') order.closedAt ??= now;
}

/**
 * Cancels a fulfillment; cancelling again changes nothing and succeeds `[recorded]`. It stays in the
 * order's list. Its units are open again, in new FOs or in the old ones by `unknowns.reopenIn`, and
 * back on the shelf they came from by `unknowns.cancelledFulfillmentsPutBack`.
 */
export function cancelFulfillment(world: World, fulfillment: Fulfillment): Fulfillment {
	if (fulfillment.status === 'CANCELLED') return fulfillment;
	const now = world.now();
	fulfillment.status = 'CANCELLED';
	fulfillment.displayStatus = 'CANCELED';
	fulfillment.updatedAt = now;
	const { order } = fulfillment;
	const { reopenIn, cancelledFulfillmentsPutBack } = world.settings.unknowns;
	const reopened = new Map<FulfillmentOrder, FulfillmentOrder>();
	for (const part of fulfillment.lines.flatMap((line) => line.parts)) {
		const { fulfillmentOrder, fulfillmentOrderLine, quantity } = part;
		const { lineItem } = fulfillmentOrderLine;
		if (cancelledFulfillmentsPutBack) {
			takeOffShelf(world, lineItem, fulfillment.location, -quantity);
		}
		fulfillmentOrder.updatedAt = now;
		const isOpen = fulfillmentOrder.status !== 'CLOSED';
		if (reopenIn === 'sameFulfillmentOrder' || (reopenIn === 'newWhenClosed' && isOpen)) {
			fulfillmentOrderLine.remaining += quantity;
			setStatus(world, fulfillmentOrder, openStatus(fulfillmentOrder));
			continue;
		}
		let target = reopened.get(fulfillmentOrder);
		if (!target) {
			target = addSibling(world, fulfillmentOrder);
			reopened.set(fulfillmentOrder, target);
		}
		fulfillmentOrderLine.total -= quantity;
		addLine(world, target, lineItem, quantity);
	}
	for (const old of reopened.keys()) {
		if (unitsLeft(old) > 0) setStatus(world, old, openStatus(old));
	}
	order.closedAt = null;
	order.updatedAt = now;
	tellFulfillment(world, fulfillment);
	tellOrder(world, order, 'ORDERS_UPDATED');
	return fulfillment;
}
