import type { Part } from './shipmentAllocation';
import type { Reason } from './shipmentReasons';
import { countedUnits, twiceReason } from './shipmentReasons';
import type { ExistingFulfillment, ShippedOrder } from './shippedOrder';

/** What came of a shipment. */
export type UploadResultName =
	| 'created'
	| 'alreadyUploaded'
	| 'trackingAdded'
	| 'partlyCreated'
	| 'rejected';

/** A fulfillment of a shipment, as the result names it. */
export interface ResultFulfillment {
	/** Global id. */
	readonly id: string;
	/** `#1042-F1` */
	readonly name: string;
	/** Name of its location; null if it was there before and Shopify names none. */
	readonly location: string | null;
	readonly trackingNumbers: readonly string[];
	readonly units: number;
	/** Whether this run has made it. */
	readonly isNew: boolean;
}

/** The answer to one shipment. */
export interface UploadResult {
	readonly result: UploadResultName;
	/** Null if nothing needs attention. */
	readonly reasonCode: string | null;
	/** What is wrong and what to do next, in sentences; null if nothing is. */
	readonly reason: string | null;
	/** What is worth knowing although it is well. */
	readonly notes: readonly string[];
	/** Global id; null if the order was not found. */
	readonly orderId: string | null;
	readonly orderName: string | null;
	/** Global id of the only fulfillment, for the operations that take one; null if there are several or none. */
	readonly fulfillmentId: string | null;
	readonly fulfillments: readonly ResultFulfillment[];
	readonly units: {
		/** Fulfilled by this run. */
		readonly uploaded: number;
		/** Fulfilled before under this shipment. */
		readonly already: number;
		/** Named, and not fulfilled, because they cannot be now. */
		readonly heldBack: number;
		/** Named, and more than were left to ship. */
		readonly over: number;
		/** Left to ship of the whole order after this. */
		readonly left: number;
	};
	/** Global ids of two fulfillments of the same shipment, made by two workers; null as a rule. */
	readonly duplicate: readonly string[] | null;
}

/** What was done for a shipment. */
export interface UploadOutcome {
	/** As it is now, with all that was done. */
	readonly order: ShippedOrder;
	readonly made: readonly ExistingFulfillment[];
	/** Those that are this shipment and were there before. */
	readonly same: readonly ExistingFulfillment[];
	readonly trackingChanged: readonly ExistingFulfillment[];
	/** Two that are the same; empty as a rule. */
	readonly twice: readonly ExistingFulfillment[];
	readonly reasons: readonly Reason[];
	readonly notes: readonly string[];
	readonly heldBack: number;
	readonly over: number;
	readonly already: number;
}

/** Puts what was done into an answer. */
export function toUploadResult(outcome: UploadOutcome): UploadResult {
	const { order, made, same, trackingChanged, reasons, notes } = outcome;
	const before = [...same, ...trackingChanged.filter((one) => !same.includes(one))];
	const all = [...before, ...made];
	return {
		result: resultName(outcome),
		reasonCode: reasons[0]?.code ?? null,
		reason: reasons.length === 0 ? null : `${reasons.map(({ text }) => text).join('. ')}.`,
		notes,
		orderId: order.id,
		orderName: order.name,
		fulfillmentId: all.length === 1 ? (all[0]?.id ?? null) : null,
		fulfillments: [
			...before.map((one) => shown(order, one, false)),
			...made.map((one) => shown(order, one, true)),
		],
		units: {
			uploaded: sumOf(made),
			already: outcome.already,
			heldBack: outcome.heldBack,
			over: outcome.over,
			left: unitsLeft(order),
		},
		duplicate: outcome.twice.length > 0 ? outcome.twice.map(({ id }) => id) : null,
	};
}

/** An answer to an item of which not even the order was found. */
export function rejectedResult({ code, text }: Reason): UploadResult {
	return {
		result: 'rejected',
		reasonCode: code,
		reason: `${text}.`,
		notes: [],
		orderId: null,
		orderName: null,
		fulfillmentId: null,
		fulfillments: [],
		units: { uploaded: 0, already: 0, heldBack: 0, over: 0, left: 0 },
		duplicate: null,
	};
}

/** The same answer, with the news that another worker has made the same shipment. */
export function asDuplicate(
	result: UploadResult,
	twice: readonly [ours: ExistingFulfillment, theirs: ExistingFulfillment],
): UploadResult {
	const { text } = twiceReason(twice);
	return {
		...result,
		reasonCode: 'duplicate',
		reason: result.reason === null ? `${text}.` : `${text}. ${result.reason}`,
		duplicate: twice.map(({ id }) => id),
	};
}

/** Whether a shipment needs a person: whatever is not wholly in Shopify, exactly once. */
export function needsAttention({ result, reason }: UploadResult): boolean {
	return result === 'rejected' || result === 'partlyCreated' || reason !== null;
}

function resultName(outcome: UploadOutcome): UploadResultName {
	const { made, same, trackingChanged } = outcome;
	const reasons = outcome.reasons.filter(({ code }) => code !== 'duplicate');
	if (made.length > 0) return reasons.length > 0 ? 'partlyCreated' : 'created';
	if (trackingChanged.length > 0) return 'trackingAdded';
	if (reasons.length === 0) return 'alreadyUploaded';
	return same.length > 0 ? 'partlyCreated' : 'rejected';
}

function shown(
	order: ShippedOrder,
	fulfillment: ExistingFulfillment,
	isNew: boolean,
): ResultFulfillment {
	const { id, name, tracking, location } = fulfillment;
	const owner = order.fulfillmentOrders.find((one) => one.location.id === location);
	return {
		id,
		name,
		location: owner?.location.name ?? null,
		trackingNumbers: tracking.parcels.map(({ number }) => number),
		units: sumOf([fulfillment]),
		isNew,
	};
}

function sumOf(fulfillments: readonly ExistingFulfillment[]): number {
	return fulfillments
		.flatMap(({ units }) => Object.values(units))
		.reduce((sum, count) => sum + count, 0);
}

const LIVE = ['OPEN', 'IN_PROGRESS', 'ON_HOLD', 'SCHEDULED'];

function unitsLeft({ cancelledAt, fulfillmentOrders }: ShippedOrder): number {
	if (cancelledAt !== null) return 0;
	return fulfillmentOrders
		.filter(({ status }) => LIVE.includes(status))
		.flatMap(({ lines }) => lines)
		.reduce((sum, { remaining }) => sum + remaining, 0);
}

/** Says of a part what it was, for a message. */
export function partLabel(part: Part): string {
	const count = Object.values(part.units).reduce((sum, units) => sum + units, 0);
	return `${countedUnits(count)} at ${part.locationName}`;
}
