import { compareRemaining, fulfillmentsOf } from './remainingShipment';
import type { Shipment, UploadRules } from './shipment';
import type { Allocation, Part } from './shipmentAllocation';
import { allocateShipment } from './shipmentAllocation';
import type { Comparison, Unnumbered } from './shipmentComparison';
import { compareShipment } from './shipmentComparison';
import type { Demand } from './shipmentDemands';
import { demandsOf } from './shipmentDemands';
import type { Reason } from './shipmentReasons';
import {
	ambiguousReason,
	asWholeReason,
	cancelledReason,
	countedUnits,
	nothingLeftReason,
	shortfallReasons,
} from './shipmentReasons';
import type { ExistingFulfillment, ShippedOrder } from './shippedOrder';
import type { TrackingChange } from './trackingChanges';
import { addLateNumbers, changeTracking, notesOnCarrier, shippedUnder } from './trackingChanges';

/** What is to be done in Shopify for a shipment, and what cannot be done. */
export interface ShipmentPlan {
	/** Fulfillments to be made, one call each. */
	readonly parts: readonly Part[];
	/** Fulfillments that get another tracking, because their units are those of the shipment. */
	readonly trackingChanges: readonly TrackingChange[];
	/** Fulfillments that are this shipment already, or parts of it. */
	readonly same: readonly ExistingFulfillment[];
	/** Why something needs attention; with no parts and no tracking changes the shipment is rejected. */
	readonly reasons: readonly Reason[];
	/** What is worth knowing although it is well. */
	readonly notes: readonly string[];
	readonly units: PlannedUnits;
}

/** Units of a shipment, by what becomes of them. */
export interface PlannedUnits {
	/** In fulfillments of this shipment already. */
	readonly already: number;
	/** In no fulfillment because they cannot be shipped now: held, scheduled, another app's, or not on the order. */
	readonly heldBack: number;
	/** More than were left to ship. */
	readonly over: number;
}

const NO_UNITS: PlannedUnits = { already: 0, heldBack: 0, over: 0 };

/**
 * Decides what a shipment comes to, given the order as it is now. Pure: the same input gives the same plan,
 * and once the plan is carried out, planning again finds nothing more to do.
 */
export function planShipment(
	order: ShippedOrder,
	shipment: Shipment,
	rules: UploadRules,
	unnumbered: Unnumbered,
): ShipmentPlan {
	const { demands, unmatched } = demandsOf(order, shipment);
	const wrong = [
		...firstOf(shipment.inputProblems).map((text): Reason => ({ code: 'badInput', text })),
		...firstOf(unmatched).map(
			(text): Reason => ({ code: 'unmatchedLine', text: withAdvice(text) }),
		),
	];
	// Without a number, the lines that fit would not be recognised once the others are mended.
	const isWholeOnly = shipment.tracking.parcels.length === 0 && shipment.lines !== 'remaining';
	if (wrong.length > 0 && (rules.unmatchedLines === 'reject' || isWholeOnly))
		return rejected(wrong);
	if (isMixed(shipment, demands)) return rejected([mixedReason(order)]);
	const compared = compare(order, shipment, demands, rules, unnumbered);
	if (demands.every(({ quantity }) => quantity === 0)) {
		return { ...nothingNamed(order, shipment, demands, compared, rules, wrong) };
	}
	const before = looksRepeated(shipment, compared, unnumbered, rules);
	if (before.length > 0) return rejected([...wrong, ambiguousReason(order, before)]);
	if (isDone(compared)) {
		const plan = alreadyThere(shipment, rules, compared, wrong);
		return shipment.lines === 'remaining' ? { ...plan, notes: lateUnits(order, demands) } : plan;
	}
	if (order.cancelledAt !== null) {
		const units = { ...NO_UNITS, already: compared.done };
		return { ...rejected([...wrong, cancelledReason(order)]), same: compared.same, units };
	}
	return planRest(order, shipment, rules, compared, wrong);
}

const MOST_TEXTS = 5;

/** The first few of many texts: each item of a shipment repeats its reasons. */
function firstOf(texts: readonly string[]): readonly string[] {
	if (texts.length <= MOST_TEXTS) return texts;
	const more = texts.length - MOST_TEXTS;
	return texts
		.slice(0, MOST_TEXTS)
		.map((text, index) =>
			index === MOST_TEXTS - 1 ? `${text} (and ${more} more of the shipment)` : text,
		);
}

function rejected(reasons: readonly Reason[]): ShipmentPlan {
	return { parts: [], trackingChanges: [], same: [], reasons, notes: [], units: NO_UNITS };
}

/** Whether some lines count on, and others do not, where only their sum could be recognised. */
function isMixed({ tracking }: Shipment, demands: readonly Demand[]): boolean {
	const differences = demands.filter(({ isDifference }) => isDifference).length;
	return tracking.parcels.length === 0 && differences > 0 && differences < demands.length;
}

function mixedReason({ name }: ShippedOrder): Reason {
	return {
		code: 'badInput',
		text: `The shipment of order ${name} has no tracking number and gives Shipped In Total for some lines only, so it could not be recognised when it comes again. Give it for all lines, or for none`,
	};
}

const withAdvice = (text: string): string =>
	`${text}. Check what the warehouse shipped, or whether the order was edited in Shopify`;

/**
 * Fulfillments without a number that loose rows may be of in part, or that may be all of what remained once;
 * empty if that is out of the question, or they are recognised.
 */
function looksRepeated(
	{ isLoose, lines, tracking }: Shipment,
	{ same, rest }: Comparison,
	{ made, candidates }: Unnumbered,
	{ withoutNumber }: UploadRules,
): readonly ExistingFulfillment[] {
	if (same.length > 0 || made.length > 0 || withoutNumber === 'another') return [];
	if (lines === 'remaining')
		return tracking.parcels.length === 0 && rest.length === 0 ? candidates : [];
	if (!isLoose) return [];
	const open = rest.filter(({ isDifference }) => !isDifference);
	return candidates.filter(({ units }) =>
		open.some(({ orderLines }) => orderLines.some((line) => units[line] !== undefined)),
	);
}

function alreadyThere(
	shipment: Shipment,
	rules: UploadRules,
	{ same, done }: Comparison,
	reasons: readonly Reason[],
): ShipmentPlan {
	const trackingChanges = addLateNumbers(same, shipment, rules);
	const notes = notesOnCarrier(trackingChanges, shipment);
	const units = { ...NO_UNITS, already: done };
	return { ...rejected(reasons), same, trackingChanges, notes, units };
}

/** Says of units that opened only after everything that remained was uploaded that they are not of that parcel. */
function lateUnits(order: ShippedOrder, demands: readonly Demand[]): readonly string[] {
	const count = demands.reduce((sum, { quantity }) => sum + quantity, 0);
	if (count === 0) return [];
	return [
		`${countedUnits(count)} of order ${order.name} came or opened after this shipment was uploaded. If it holds them, upload its lines by name`,
	];
}

/** Whether the shipment is in the shop already, as a whole. */
function isDone({ rest, allocated }: Comparison): boolean {
	if (!allocated) return rest.length === 0;
	return allocated.parts.length === 0 && allocated.shortfalls.length === 0;
}

function compare(
	order: ShippedOrder,
	shipment: Shipment,
	demands: readonly Demand[],
	rules: UploadRules,
	unnumbered: Unnumbered,
): Comparison {
	if (shipment.lines !== 'remaining') {
		const candidates = rules.withoutNumber === 'same' ? unnumbered.candidates : [];
		const { made } = unnumbered;
		return compareShipment(order, shipment, demands, { made, candidates }, rules.location);
	}
	return compareRemaining(order, shipment, demands, unnumbered.candidates);
}

/** No units are asked for: the shipment is there already, or names none. */
function nothingNamed(
	order: ShippedOrder,
	shipment: Shipment,
	demands: readonly Demand[],
	{ same }: Comparison,
	rules: UploadRules,
	wrong: readonly Reason[],
): ShipmentPlan {
	if (demands.some(({ isDifference }) => isDifference) || same.length > 0) {
		return { ...rejected(wrong), same };
	}
	if (shipment.lines !== 'remaining') {
		const text = `The shipment of order ${order.name} names no units. If nothing was shipped, leave it out`;
		return rejected(wrong.length > 0 ? wrong : [{ code: 'noUnits', text }]);
	}
	if (order.cancelledAt !== null) return rejected([cancelledReason(order)]);
	const active = fulfillmentsOf(order, shipment.fulfillmentOrder);
	const unnumbered = active.filter(({ tracking }) => tracking.parcels.length === 0);
	if (shipment.tracking.parcels.length === 0) {
		if (unnumbered.length > 0) return { ...rejected([]), same: unnumbered };
	} else if (active.length === 1 && rules.otherTracking !== 'report') {
		return { ...rejected([]), trackingChanges: changeTracking(active, shipment, rules) };
	}
	return rejected([nothingLeftReason(order, shipment, active)]);
}

function planRest(
	order: ShippedOrder,
	shipment: Shipment,
	rules: UploadRules,
	{ same, rest, done, ...compared }: Comparison,
	wrong: readonly Reason[],
): ShipmentPlan {
	const isNumbered = shipment.tracking.parcels.length > 0;
	const allocated = compared.allocated ?? allocateShipment(order, rest, rules.location, isNumbered);
	const { parts, shortfalls } = allocated;
	const missing = shortfalls.reduce((sum, { quantity }) => sum + quantity, 0);
	const heldBack = shortfalls
		.flatMap(({ waiting }) => waiting)
		.reduce((sum, { units }) => sum + units, 0);
	const units = { already: done, heldBack, over: missing - heldBack };
	const owners =
		parts.length === 0 && heldBack === 0 ? shippedUnder(order, shipment, rest, same) : [];
	if (owners.length > 0 && rules.otherTracking !== 'report') {
		const trackingChanges = changeTracking(owners, shipment, rules);
		const notes = notesOnCarrier(trackingChanges, shipment);
		return { ...rejected(wrong), same, trackingChanges, notes, units: { ...units, over: 0 } };
	}
	const reasons = [...wrong, ...shortfallReasons(order, allocated, same)];
	if (units.over > 0 && rules.overShipment === 'reject') {
		return { ...rejected(reasons), same, units };
	}
	if (mustWait(shipment, rest, heldBack)) {
		const all = [...reasons, asWholeReason(reasons[0]?.code ?? 'onHold')];
		return { ...rejected(parts.length > 0 ? all : reasons), same, units };
	}
	return { parts, trackingChanges: [], same, reasons, notes: notesOf(allocated), units };
}

/**
 * Whether a shipment is left as a whole until all of it can be fulfilled. Without a number the part that could be now
 * would not be recognised when the shipment comes again.
 */
function mustWait(
	{ tracking, lines }: Shipment,
	rest: readonly Demand[],
	heldBack: number,
): boolean {
	const isCounted = lines === 'remaining' || rest.every(({ isDifference }) => isDifference);
	return tracking.parcels.length === 0 && heldBack > 0 && !isCounted;
}

function notesOf({ elsewhere }: Allocation): readonly string[] {
	return elsewhere.map(
		({ label, units, from }) =>
			`${countedUnits(units)} of ${label} came from fulfillment order ${from.legacyId} at ${from.location.name}`,
	);
}
