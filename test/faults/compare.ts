/** Where the units of one order line are in the shop, at the end of a run. */
export interface ShopLine {
	/** Name of the order in the shop, e.g. `#1042`. */
	readonly order: string;
	/** GID of the order line. */
	readonly line: string;
	/** Units not shipped yet at places that the target serves, those on hold among them. */
	readonly left: number;
	/** Of those, the ones that nothing keeps from being ordered. */
	readonly ready: number;
	/** Units in fulfillments of the target's own parcels. */
	readonly uploaded: number;
	readonly excuses: Excuses;
}

/** Units that the target may hold though the shop no longer wants them from it, by the reason. */
export interface Excuses {
	/** Shipped by staff while the target had them. It is not told, by contract. */
	readonly byHand: number;
	/** Those of them that must be the target's, since nothing else was left to ship. */
	readonly byHandAtLeast: number;
	/** Removed, refunded or cancelled while the target had them: an event tells. */
	readonly removed: number;
	/** Moved away while the target had them: an event tells. */
	readonly moved: number;
	/** Gone while they were on their way to the target: the confirmation finds it out, and an event tells. */
	readonly late: number;
	/** Shipped by staff while they were on their way to the target: the confirmation finds it out and says so in red. */
	readonly byHandLate: number;
}

/** No reason at all. */
export const NO_EXCUSES: Excuses = {
	byHand: 0,
	byHandAtLeast: 0,
	removed: 0,
	moved: 0,
	late: 0,
	byHandLate: 0,
};

/** Units of one order line in one order of the target. */
export interface TargetLine {
	/** GID of the order line. */
	readonly line: string;
	/** What the target's order says now. */
	readonly ordered: number;
	/** Units that have left in parcels of this order. */
	readonly shipped: number;
	/** Whether the target's order is cancelled: what has not left never will. */
	readonly cancelled: boolean;
}

/** A parcel of the target. */
export interface Parcel {
	readonly order: string;
	readonly trackingNumber: string;
	readonly contents: readonly ParcelUnits[];
}

/** Units of one SKU in a parcel. */
export interface ParcelUnits {
	readonly shipped: number;
	/** In fulfillments of the shop under this tracking number. */
	readonly uploaded: number;
	/** Units of the SKU that the order could still ship from places that the target serves. */
	readonly left: number;
}

/** What may differ. What a person has to look at is no fault of anybody: the workflow says so in red. */
export type DifferenceKind =
	| 'lost'
	| 'doubled'
	| 'untold'
	/** Shipped by staff while they were on their way to the target: a person is told. */
	| 'inRed'
	/** Shipped by the target before anybody could tell it that the shop no longer wants them. */
	| 'tooLate'
	| 'parcelLost'
	| 'parcelDoubled'
	/** In parcels with more units than the order has left: such a parcel is for a person. */
	| 'parcelOdd';

/** What is wrong with one order line or parcel. Only what is above 0 is named. */
export interface Difference {
	readonly order: string;
	/** GID of the order line, or the parcel's tracking number. */
	readonly of: string;
	readonly kind: DifferenceKind;
	readonly units: number;
}

/** Units that the target is still going to ship. */
function goingOut(lines: readonly TargetLine[]): number {
	const live = lines.filter(({ cancelled }) => !cancelled);
	return sum(live.map(({ ordered, shipped }) => Math.max(0, ordered - shipped)));
}

/** Units that the target has taken on for an order line: what it is going to ship, or has shipped. */
export function claimed(lines: readonly TargetLine[]): number {
	return sum(
		lines.map(({ ordered, shipped, cancelled }) => Math.max(cancelled ? 0 : ordered, shipped)),
	);
}

/**
 * Compares shop and target unit by unit, once nothing happens any more.
 *
 * *Lost*: units that are ready and that no order of the target has. *Doubled*: units that the target has above
 * what the shop wants from it, without an excuse. *Untold*: units that it has and that the shop no longer wants,
 * where an event has to tell.
 */
export function compareUnits(
	shop: readonly ShopLine[],
	target: readonly TargetLine[],
): readonly Difference[] {
	const byLine = linesOf(target);
	const known = new Set(shop.map(({ line }) => line));
	const strange = [...byLine.keys()].filter((line) => !known.has(line));
	return [
		...shop.flatMap((one) => compareLine(one, byLine.get(one.line) ?? [])),
		...strange.map((line): Difference => {
			const units = claimed(byLine.get(line) ?? []);
			return { order: 'no order', of: line, kind: 'doubled', units };
		}),
	].filter(({ units }) => units > 0);
}

/** The target's lines by the order line that they are of. */
export function linesOf(target: readonly TargetLine[]): ReadonlyMap<string, readonly TargetLine[]> {
	const byLine = new Map<string, TargetLine[]>();
	for (const one of target) byLine.set(one.line, [...(byLine.get(one.line) ?? []), one]);
	return byLine;
}

function compareLine(
	{ order, line, left, ready, uploaded, excuses }: ShopLine,
	target: readonly TargetLine[],
): readonly Difference[] {
	const { byHand, byHandAtLeast, removed, moved, late, byHandLate } = excuses;
	// What the target has that is not a fulfillment yet.
	const open = claimed(target) - uploaded;
	const above = Math.max(0, open - left - byHand);
	const inRed = Math.min(above, byHandLate);
	const excused = Math.min(above - inRed, removed + moved + late);
	const untold = Math.min(excused, goingOut(target));
	// Units that staff have shipped stand beside those that are still to come.
	const lost = Math.max(0, ready - Math.max(0, open - byHandAtLeast));
	return [
		{ order, of: line, kind: 'lost', units: lost },
		{ order, of: line, kind: 'doubled', units: above - inRed - excused },
		{ order, of: line, kind: 'inRed', units: inRed },
		{ order, of: line, kind: 'untold', units: untold },
		{ order, of: line, kind: 'tooLate', units: excused - untold },
	];
}

/** Compares parcels with fulfillments: each once, as far as the shop can take it. */
export function compareParcels(parcels: readonly Parcel[]): readonly Difference[] {
	return parcels
		.flatMap(({ order, trackingNumber: of, contents }): readonly Difference[] => {
			const isOdd = contents.some(({ shipped, uploaded, left }) => shipped > uploaded + left);
			return contents.flatMap(({ shipped, uploaded }): readonly Difference[] => [
				{ order, of, kind: isOdd ? 'parcelOdd' : 'parcelLost', units: shipped - uploaded },
				{ order, of, kind: 'parcelDoubled', units: uploaded - shipped },
			]);
		})
		.filter(({ units }) => units > 0);
}

/** Units of all differences of a kind. */
export function unitsOf(differences: readonly Difference[], kind: DifferenceKind): number {
	return sum(differences.filter((one) => one.kind === kind).map(({ units }) => units));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
