import type { Shipment } from './shipment';
import { numberKeys, sharesNumber } from './shipment';
import { equalUnits } from './shipmentComparison';
import type { Demand } from './shipmentDemands';
import { demandsOf } from './shipmentDemands';
import type { ExistingFulfillment, ShippedOrder } from './shippedOrder';
import { activeFulfillments, isActive, unitsOfAll } from './shippedOrder';

/** What this run has done for a shipment. */
export interface Uploaded {
	/** The order as it was when the shipment was planned last, with what was made. */
	readonly order: ShippedOrder;
	readonly made: readonly ExistingFulfillment[];
}

/**
 * Finds a fulfillment that somebody else has made of the same shipment at the same time: two processes both saw the
 * order before either had written. `now` are the order's fulfillments after the upload; `known` are the ids
 * of those that were there before or were made by this run.
 *
 * Under a number it is one only if more units are there than the shipment has: two processes may also have
 * made two parts of one shipment, which is well.
 */
export function findDuplicate(
	shipment: Shipment,
	{ order, made }: Uploaded,
	now: readonly ExistingFulfillment[],
	known: ReadonlySet<string>,
): readonly [ExistingFulfillment, ExistingFulfillment] | undefined {
	const keys = numberKeys(shipment.tracking);
	const active = now.filter(isActive);
	const strangers = active.filter(({ id }) => !known.has(id));
	const isSame = (ours: ExistingFulfillment, theirs: ExistingFulfillment): boolean => {
		if (keys.size === 0) {
			return theirs.tracking.parcels.length === 0 && equalUnits(ours.units, theirs.units);
		}
		const shared = Object.keys(ours.units).filter((line) => (theirs.units[line] ?? 0) > 0);
		return (
			sharesNumber(theirs.tracking, keys) &&
			hasTooMany(shipment, { ...order, fulfillments: active }, shared)
		);
	};
	for (const ours of made) {
		const theirs = strangers.find((one) => isSame(ours, one));
		if (theirs) return [ours, theirs];
	}
	return undefined;
}

/** Whether the order has more units of these lines under the shipment's numbers than the shipment names. */
function hasTooMany(shipment: Shipment, order: ShippedOrder, lines: readonly string[]): boolean {
	if (shipment.lines === 'remaining' || lines.length === 0) return false;
	const keys = numberKeys(shipment.tracking);
	const same = activeFulfillments(order).filter(({ tracking }) => sharesNumber(tracking, keys));
	const units = unitsOfAll(same);
	return demandsOf(order, shipment).demands.some((demand) => exceeds(demand, lines, units));
}

/** Whether more units are there than a demand of one of these lines asks for. */
function exceeds(
	{ orderLines, quantity, isDifference }: Demand,
	lines: readonly string[],
	units: ReadonlyMap<string, number>,
): boolean {
	if (isDifference || !orderLines.some((line) => lines.includes(line))) return false;
	return orderLines.reduce((sum, line) => sum + (units.get(line) ?? 0), 0) > quantity;
}

/**
 * Two fulfillments of a shipment that are the same, units and numbers, and together more than it names: the second is
 * a double, made by a write that Shopify finished long after its answer was lost. Empty if there are none.
 */
export function sameTwice(
	shipment: Shipment,
	order: ShippedOrder,
	same: readonly ExistingFulfillment[],
): readonly ExistingFulfillment[] {
	// Without a number two equal parcels are nothing strange.
	if (shipment.tracking.parcels.length === 0) return [];
	for (const [index, one] of same.entries()) {
		const keys = numberKeys(one.tracking);
		const isEqual = ({ units, tracking }: ExistingFulfillment): boolean =>
			equalUnits(one.units, units) &&
			numberKeys(tracking).size === keys.size &&
			sharesNumber(tracking, keys);
		const other = same.slice(index + 1).find(isEqual);
		if (other && hasTooMany(shipment, order, Object.keys(one.units))) return [one, other];
	}
	return [];
}
