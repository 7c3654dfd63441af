import type {
	DeliveryMethod,
	FulfillmentOrder,
	FulfillmentOrderLine,
	LineItem,
	Location,
	Order,
} from './state';
import { gid, InvalidId, Refusal, setStatus } from './world';
import type { World } from './world';

/** Units of one FO line, as Shopify's `FulfillmentOrderLineItemInput` names them. */
export interface Units {
	readonly id: string;
	readonly quantity: number;
}

/** The FO with this GID. An id that names nothing is an error at the top level `[recorded for 0]`. */
export function fulfillmentOrderById(world: World, id: string): FulfillmentOrder {
	const found = world.state.fulfillmentOrders.get(id);
	if (!found) throw new InvalidId(id);
	return found;
}

/** Makes an FO and puts it into its order and the indexes. */
export function addFulfillmentOrder(
	world: World,
	input: {
		readonly order: Order;
		readonly location: Location;
		readonly deliveryMethod: DeliveryMethod | null;
		readonly fulfillAt: number | null;
		readonly status?: FulfillmentOrder['status'];
		readonly requestStatus?: FulfillmentOrder['requestStatus'];
		readonly fulfillBy?: number | null;
	},
): FulfillmentOrder {
	const legacyId = world.nextId('FulfillmentOrder');
	const now = world.now();
	const made: FulfillmentOrder = {
		id: gid('FulfillmentOrder', legacyId),
		legacyId,
		order: input.order,
		location: input.location,
		status: input.status ?? 'OPEN',
		requestStatus: input.requestStatus ?? 'UNSUBMITTED',
		createdAt: now,
		updatedAt: now,
		fulfillAt: input.fulfillAt,
		fulfillBy: input.fulfillBy ?? null,
		holds: [],
		lines: [],
		deliveryMethod: input.deliveryMethod,
		progress: null,
		destinationId: gid('FulfillmentOrderDestination', legacyId),
	};
	input.order.fulfillmentOrders.push(made);
	world.state.fulfillmentOrders.set(made.id, made);
	return made;
}

/** A second FO beside `original`, with the same order, delivery and times. */
export function addSibling(
	world: World,
	original: FulfillmentOrder,
	location: Location = original.location,
): FulfillmentOrder {
	return addFulfillmentOrder(world, {
		order: original.order,
		location,
		deliveryMethod: original.deliveryMethod,
		fulfillAt: original.fulfillAt,
		fulfillBy: original.fulfillBy,
		requestStatus: original.requestStatus,
	});
}

/** Adds units of an order line to an FO under a new FO line id. */
export function addLine(
	world: World,
	fulfillmentOrder: FulfillmentOrder,
	lineItem: LineItem,
	quantity: number,
): FulfillmentOrderLine {
	const legacyId = world.nextId('FulfillmentOrderLineItem');
	const line: FulfillmentOrderLine = {
		id: gid('FulfillmentOrderLineItem', legacyId),
		legacyId,
		lineItem,
		total: quantity,
		remaining: quantity,
	};
	fulfillmentOrder.lines.push(line);
	world.state.fulfillmentOrderLines.set(line.id, line);
	return line;
}

/** Units of an FO that are not fulfilled yet. */
export function unitsLeft(fulfillmentOrder: FulfillmentOrder): number {
	let sum = 0;
	for (const line of fulfillmentOrder.lines) sum += line.remaining;
	return sum;
}

/** Whether a part of the FO has been fulfilled. */
export function partlyFulfilled(fulfillmentOrder: FulfillmentOrder): boolean {
	return fulfillmentOrder.lines.some((line) => line.remaining < line.total);
}

/** The FO's open state: a part shipment alone makes it `IN_PROGRESS`, and so does progress. */
export function openStatus(fulfillmentOrder: FulfillmentOrder): FulfillmentOrder['status'] {
	if (fulfillmentOrder.progress) return 'IN_PROGRESS';
	return partlyFulfilled(fulfillmentOrder) ? 'IN_PROGRESS' : 'OPEN';
}

/** Checks the units against the FO's lines; refuses what Shopify refuses. */
export function pickUnits(
	fulfillmentOrder: FulfillmentOrder,
	units: readonly Units[],
	field: readonly string[],
): { readonly line: FulfillmentOrderLine; readonly quantity: number }[] {
	return units.map(({ id, quantity }, index) => {
		const line = fulfillmentOrder.lines.find((one) => one.id === id);
		const path = [...field, String(index)];
		// Neither text is recorded for hold, split and move; these are the ones of fulfillmentCreate.
		if (!line) {
			throw new Refusal(
				[...path, 'id'],
				'Fulfillment order line item does not exist.',
				'INVALID_LINE_ITEM_QUANTITY',
			);
		}
		const sum = units.reduce((all, one) => all + (one.id === id ? one.quantity : 0), 0);
		if (quantity < 1 || sum > line.remaining) {
			throw new Refusal(
				[...path, 'quantity'],
				'Invalid fulfillment order line item quantity requested.',
				'INVALID_LINE_ITEM_QUANTITY',
			);
		}
		return { line, quantity };
	});
}

/** Takes units off a line; a line that is left with nothing goes. */
function take(fulfillmentOrder: FulfillmentOrder, line: FulfillmentOrderLine, quantity: number) {
	line.total -= quantity;
	line.remaining -= quantity;
	if (line.total === 0) {
		fulfillmentOrder.lines = fulfillmentOrder.lines.filter((one) => one !== line);
	}
}

/**
 * Moves the units to `target`. Units that leave a line in part get a new FO line id `[recorded]`;
 * a line that leaves whole keeps its id or not, by `unknowns.wholeLinesKeepTheirIds`.
 */
export function transfer(
	world: World,
	source: FulfillmentOrder,
	target: FulfillmentOrder,
	picked: readonly { readonly line: FulfillmentOrderLine; readonly quantity: number }[],
): void {
	for (const { line, quantity } of picked) {
		if (quantity === line.total && world.settings.unknowns.wholeLinesKeepTheirIds) {
			source.lines = source.lines.filter((one) => one !== line);
			target.lines.push(line);
		} else {
			take(source, line, quantity);
			addLine(world, target, line.lineItem, quantity);
		}
	}
}

/** Whether the units are all that is left in the FO. */
export function isAll(
	fulfillmentOrder: FulfillmentOrder,
	picked: readonly { readonly quantity: number }[],
): boolean {
	let sum = 0;
	for (const one of picked) sum += one.quantity;
	return sum === unitsLeft(fulfillmentOrder);
}

/**
 * Puts all units of `others` into `target`. The others stay behind CLOSED, with their lines at 0
 * `[recorded: release of a hold, merge]`.
 */
export function absorb(
	world: World,
	target: FulfillmentOrder,
	others: readonly FulfillmentOrder[],
): void {
	const now = world.now();
	for (const other of others) {
		for (const line of other.lines) {
			const same = target.lines.find((one) => one.lineItem === line.lineItem);
			if (same) {
				same.total += line.remaining;
				same.remaining += line.remaining;
			} else if (line.remaining > 0) {
				addLine(world, target, line.lineItem, line.remaining);
			}
			line.total -= line.remaining;
			line.remaining = 0;
		}
		other.updatedAt = now;
		other.progress = null;
		setStatus(world, other, 'CLOSED');
	}
}

/** FOs that could be merged with this one: open, same order, place, delivery and request. */
export function mergeable(fulfillmentOrder: FulfillmentOrder): FulfillmentOrder[] {
	if (fulfillmentOrder.status !== 'OPEN') return [];
	return fulfillmentOrder.order.fulfillmentOrders.filter(
		(one) =>
			one !== fulfillmentOrder &&
			one.status === 'OPEN' &&
			one.location === fulfillmentOrder.location &&
			one.deliveryMethod?.methodType === fulfillmentOrder.deliveryMethod?.methodType &&
			one.requestStatus === fulfillmentOrder.requestStatus,
	);
}

/**
 * What can be done with an FO. Recorded: OPEN with one and with more units, ON_HOLD with room for
 * a hold and without, IN_PROGRESS after a progress report, CLOSED. Not recorded and so a guess:
 * IN_PROGRESS after a part shipment alone (as OPEN, without MERGE), SCHEDULED, and FOs at a
 * fulfillment service (the schema's text: a request comes first).
 */
export function supportedActions(fulfillmentOrder: FulfillmentOrder): string[] {
	const { status } = fulfillmentOrder;
	const left = unitsLeft(fulfillmentOrder);
	if (status === 'ON_HOLD') {
		const room = fulfillmentOrder.holds.filter((hold) => hold.byThisApp).length < MAX_HOLDS;
		return room ? ['RELEASE_HOLD', 'HOLD', 'MOVE'] : ['RELEASE_HOLD', 'MOVE'];
	}
	if (status === 'SCHEDULED') return ['MARK_AS_OPEN', 'MOVE'];
	if (status !== 'OPEN' && status !== 'IN_PROGRESS') return [];
	if (fulfillmentOrder.location.fulfillmentService) {
		return fulfillmentOrder.requestStatus === 'UNSUBMITTED'
			? ['REQUEST_FULFILLMENT', 'MOVE', 'HOLD']
			: ['CREATE_FULFILLMENT', 'REQUEST_CANCELLATION'];
	}
	if (fulfillmentOrder.progress) {
		return ['CREATE_FULFILLMENT', 'REPORT_PROGRESS', 'HOLD', 'MARK_AS_OPEN'];
	}
	const actions = ['CREATE_FULFILLMENT', 'REPORT_PROGRESS', 'MOVE', 'HOLD'];
	if (left > 1) actions.push('SPLIT');
	if (mergeable(fulfillmentOrder).length > 0) actions.push('MERGE');
	return actions;
}

/** Holds that one app may have on one FO at a time `[recorded]`. */
export const MAX_HOLDS = 10;
