import { nearestText } from './nearest';
import type { Shipment, ShippedLine } from './shipment';
import { lineLabel, numberKeys, sharesNumber } from './shipment';
import type { ShippableLine, ShippedOrder } from './shippedOrder';
import { activeFulfillments, canShip, unitsOfAll } from './shippedOrder';
import { take } from './unitPools';

/** Units that a shipment wants to be fulfilled, and the order lines that they can be units of. */
export interface Demand {
	/** What the shipment calls them: a SKU or an id. */
	readonly label: string;
	/** Legacy ids of order lines: one, or all with the SKU. */
	readonly orderLines: readonly string[];
	readonly quantity: number;
	/** Legacy id of the fulfillment order that they are taken from first; null for any. */
	readonly fulfillmentOrder: string | null;
	/** True if `quantity` is already what is missing of a total: nothing more is subtracted. */
	readonly isDifference: boolean;
}

/** What a shipment asks of an order. */
export interface Demands {
	/** Those that fit one order line only come first: a SKU of several lines must not take their units. */
	readonly demands: readonly Demand[];
	/** Lines that the order does not have, a sentence each. */
	readonly unmatched: readonly string[];
}

/**
 * Finds the order lines of a shipment's lines: by fulfillment order line, order line or SKU, whichever is
 * given and known first. SKUs match exactly, or else without the blanks around them.
 */
export function demandsOf(order: ShippedOrder, shipment: Shipment): Demands {
	if (shipment.lines === 'remaining') {
		return { demands: remainingUnits(order, shipment.fulfillmentOrder), unmatched: [] };
	}
	const all = order.fulfillmentOrders.flatMap(({ legacyId, lines }) =>
		lines.map((line) => ({ line, fulfillmentOrder: legacyId })),
	);
	const found = new Map<string, Demand>();
	const unmatched: string[] = [];
	for (const line of shipment.lines) {
		const match = matchLine(line, all, order);
		if (!match) {
			unmatched.push(notFound(line, order));
			continue;
		}
		const demand = toDemand(line, match, order);
		const key = `${demand.fulfillmentOrder ?? ''} ${match.orderLines.join()}`;
		found.set(key, together(found.get(key), demand));
	}
	const wide = ({ orderLines }: Demand): number => orderLines.length;
	const narrowFirst = (one: Demand, other: Demand): number => wide(one) - wide(other);
	const uploaded = uploadedUnits(order, shipment);
	const demands = [...found.values()]
		.sort(narrowFirst)
		.flatMap((one) => ownLinesFirst(one, all, uploaded, shipment));
	return { demands: demands.sort(narrowFirst), unmatched };
}

interface Match {
	readonly orderLines: readonly string[];
	readonly fulfillmentOrder: string | null;
}

type Placed = readonly { readonly line: ShippableLine; readonly fulfillmentOrder: string }[];

function matchLine(line: ShippedLine, all: Placed, order: ShippedOrder): Match | undefined {
	const fulfillmentOrder = line.fulfillmentOrder;
	if (line.fulfillmentOrderLineId !== null) {
		const own = all.find((one) => tail(one.line.id) === line.fulfillmentOrderLineId);
		if (own) {
			return {
				orderLines: [own.line.orderLineId],
				fulfillmentOrder: fulfillmentOrder ?? own.fulfillmentOrder,
			};
		}
	}
	const { orderLineId, sku } = line;
	if (orderLineId !== null) {
		const isThere =
			all.some((one) => one.line.orderLineId === orderLineId) ||
			order.fulfillments.some(({ units }) => units[orderLineId] !== undefined);
		if (isThere) return { orderLines: [orderLineId], fulfillmentOrder };
	}
	if (sku === null) return undefined;
	const bySku = (same: (one: string) => boolean): readonly string[] => [
		...new Set(all.filter((one) => one.line.skus.some(same)).map((one) => one.line.orderLineId)),
	];
	const exact = bySku((one) => one === sku);
	const orderLines = exact.length > 0 ? exact : bySku((one) => one.trim() === sku.trim());
	return orderLines.length > 0 ? { orderLines, fulfillmentOrder } : undefined;
}

/**
 * A SKU in a named fulfillment order means the order lines that this has; other lines with the SKU are asked for what
 * these cannot give. Units under the shipment's number are its own: those of the own lines, and beside such also
 * those of the others (alone they may be of another fulfillment order in the same parcel). Without a number
 * none are to be told from others, so all units of the own lines count.
 *
 * @param uploaded units under the shipment's number; those that the demand answers for are taken out
 */
function ownLinesFirst(
	demand: Demand,
	all: Placed,
	uploaded: Map<string, number>,
	{ tracking }: Shipment,
): readonly Demand[] {
	const { orderLines, fulfillmentOrder, quantity, isDifference } = demand;
	const own = orderLines.filter((id) =>
		all.some((one) => one.fulfillmentOrder === fulfillmentOrder && one.line.orderLineId === id),
	);
	const others = orderLines.filter((id) => !own.includes(id));
	const takeUploaded = (lines: readonly string[], most: number): number =>
		lines.reduce((sum, id) => sum + take(uploaded, id, most - sum), 0);
	if (own.length === 0 || others.length === 0 || isDifference) {
		if (!isDifference) takeUploaded(orderLines, quantity);
		return [demand];
	}
	const isNumbered = numberKeys(tracking).size > 0;
	const open = all
		.filter((one) => own.includes(one.line.orderLineId))
		.reduce((sum, { line }) => sum + (isNumbered ? line.remaining : line.total), 0);
	const done = takeUploaded(own, quantity);
	const doneElsewhere = done === 0 ? 0 : takeUploaded(others, quantity - done);
	const ofOwn = done + Math.min(quantity - done - doneElsewhere, open);
	const first = { ...demand, orderLines: own, quantity: ofOwn };
	const rest = { ...demand, orderLines: others, quantity: quantity - ofOwn };
	return [first, rest].filter((one) => one.quantity > 0);
}

/** Units by order line that the order has under the shipment's numbers; none if it has no number. */
function uploadedUnits(order: ShippedOrder, { tracking }: Shipment): Map<string, number> {
	const keys = numberKeys(tracking);
	return unitsOfAll(activeFulfillments(order).filter((one) => sharesNumber(one.tracking, keys)));
}

function toDemand(line: ShippedLine, match: Match, order: ShippedOrder): Demand {
	const label = lineLabel(line);
	if (line.shippedInTotal === null) {
		return { label, ...match, quantity: line.quantity, isDifference: false };
	}
	const fulfilled = unitsOfAll(activeFulfillments(order));
	const done = match.orderLines.reduce((sum, id) => sum + (fulfilled.get(id) ?? 0), 0);
	const quantity = Math.max(0, line.shippedInTotal - done);
	return { label, ...match, quantity, isDifference: true };
}

/** Quantities of equal lines add up; of totals the higher counts, since each names all units. */
function together(one: Demand | undefined, other: Demand): Demand {
	if (!one) return other;
	if (one.isDifference || other.isDifference) {
		return one.quantity > other.quantity ? one : other;
	}
	return { ...one, quantity: one.quantity + other.quantity };
}

/**
 * All units that are not shipped yet: of one fulfillment order, or of the order. Those of other apps'
 * fulfillment orders are not asked for, nor is what needs no shipping.
 */
function remainingUnits(order: ShippedOrder, only: string | null): readonly Demand[] {
	const demands: Demand[] = [];
	for (const fulfillmentOrder of order.fulfillmentOrders) {
		const { legacyId, status } = fulfillmentOrder;
		if (only !== null && legacyId !== only) continue;
		const isWaiting = status === 'ON_HOLD' || status === 'SCHEDULED';
		if (!canShip(fulfillmentOrder) && !isWaiting) continue;
		for (const line of fulfillmentOrder.lines) {
			if (line.remaining === 0 || !line.requiresShipping) continue;
			demands.push({
				label: line.skus[0] ?? `order line ${line.orderLineId}`,
				orderLines: [line.orderLineId],
				quantity: line.remaining,
				fulfillmentOrder: legacyId,
				isDifference: false,
			});
		}
	}
	return demands;
}

function notFound(line: ShippedLine, order: ShippedOrder): string {
	if (line.sku === null) return `Order ${order.name} has no ${lineLabel(line)}`;
	const known = order.fulfillmentOrders.flatMap(({ lines }) => lines.flatMap(({ skus }) => skus));
	const near = nearestText(line.sku.trim(), new Set(known));
	const hint = near === undefined ? '' : `; the nearest is ${near}`;
	return `Order ${order.name} has no line with the SKU ${lineLabel(line)}${hint}`;
}

const tail = (gid: string): string => gid.slice(gid.lastIndexOf('/') + 1);
