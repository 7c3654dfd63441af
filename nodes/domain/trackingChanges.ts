import type { Shipment, UploadRules } from './shipment';
import { numberKeys } from './shipment';
import type { Demand } from './shipmentDemands';
import type { ExistingFulfillment, ShippedOrder } from './shippedOrder';
import { activeFulfillments, unitsOfAll } from './shippedOrder';
import type { Tracking } from './tracking';
import { mergeTracking, numberKey, showsTracking } from './tracking';

/** A fulfillment that is to get another tracking. */
export interface TrackingChange {
	readonly fulfillment: ExistingFulfillment;
	/** The whole tracking that it has afterwards. */
	readonly tracking: Tracking;
}

/** Adds the numbers of a shipment to fulfillments that hold its units, or replaces theirs by them. */
export function changeTracking(
	owners: readonly ExistingFulfillment[],
	{ tracking }: Shipment,
	rules: UploadRules,
): readonly TrackingChange[] {
	return owners
		.filter((fulfillment) => !showsTracking(fulfillment.tracking, tracking))
		.map((fulfillment) => ({
			fulfillment,
			tracking:
				rules.otherTracking === 'replace'
					? tracking
					: mergeTracking(fulfillment.tracking, tracking),
		}));
}

/**
 * Numbers of a shipment that none of its fulfillments has: a parcel that the target names later. The newest of the
 * fulfillments gets them.
 */
export function addLateNumbers(
	same: readonly ExistingFulfillment[],
	{ tracking }: Shipment,
	{ otherTracking }: UploadRules,
): readonly TrackingChange[] {
	const fulfillment = same.at(-1);
	if (!fulfillment || otherTracking === 'report') return [];
	const known = new Set(same.flatMap((one) => [...numberKeys(one.tracking)]));
	const late = tracking.parcels.filter(({ number }) => !known.has(numberKey(number)));
	if (late.length === 0) return [];
	const added = mergeTracking(fulfillment.tracking, { ...tracking, parcels: late });
	return [{ fulfillment, tracking: added }];
}

/**
 * The fulfillments under other numbers, or none, that hold all units of the shipment; empty if it names more
 * than they do, or has no number that could be added. One that holds all alone is enough: the newest
 * without a number, or else the newest. None if a part of the shipment is known by its number already.
 */
export function shippedUnder(
	order: ShippedOrder,
	shipment: Shipment,
	rest: readonly Demand[],
	same: readonly ExistingFulfillment[],
): readonly ExistingFulfillment[] {
	if (shipment.tracking.parcels.length === 0 || same.length > 0) return [];
	const others = [...activeFulfillments(order)]
		.reverse()
		.sort((one, other) => one.tracking.parcels.length - other.tracking.parcels.length);
	const alone = others.find((one) => covers([one], rest));
	if (alone) return [alone];
	const chosen: ExistingFulfillment[] = [];
	for (const one of others) {
		if (covers(chosen, rest)) break;
		const holdsSome = rest.some(({ orderLines }) =>
			orderLines.some((line) => (one.units[line] ?? 0) > 0),
		);
		if (holdsSome) chosen.push(one);
	}
	return covers(chosen, rest) ? chosen : [];
}

function covers(fulfillments: readonly ExistingFulfillment[], rest: readonly Demand[]): boolean {
	const units = unitsOfAll(fulfillments);
	return rest.every(({ orderLines, quantity }) => {
		let missing = quantity;
		for (const line of orderLines) {
			const there = Math.min(missing, units.get(line) ?? 0);
			units.set(line, (units.get(line) ?? 0) - there);
			missing -= there;
		}
		return missing === 0;
	});
}

/** Says where the shipment's carrier was not taken: Shopify keeps one for all numbers of a fulfillment. */
export function notesOnCarrier(
	changes: readonly TrackingChange[],
	{ tracking: { company } }: Shipment,
): readonly string[] {
	return changes
		.filter(({ tracking }) => company !== null && tracking.company !== company)
		.map(
			({ fulfillment, tracking }) =>
				`Shopify keeps one carrier for all numbers of a fulfillment: ${fulfillment.name} stays with ${tracking.company ?? 'none'}, and links ${company ?? ''} numbers to it unless they have a URL`,
		);
}
