import type { Shipment } from './shipment';
import type { Allocation, Shortfall } from './shipmentAllocation';
import type { ExistingFulfillment, ShippableFulfillmentOrder, ShippedOrder } from './shippedOrder';
import { activeFulfillments, unitsOfAll } from './shippedOrder';

/** Why a shipment, or a part of it, needs attention. */
export type ReasonCode =
	/** A field of an item cannot be used. */
	| 'badInput'
	| 'unknownOrder'
	/** Several orders have the name. */
	| 'ambiguousOrder'
	/** The order does not have a line that was named. */
	| 'unmatchedLine'
	/** No units were named. */
	| 'noUnits'
	/** More units were shipped than were left to ship. */
	| 'overShipment'
	/** The units were shipped before, under another tracking number or none. */
	| 'alreadyShipped'
	/** Nothing of the order or fulfillment order is left to ship. */
	| 'nothingLeft'
	| 'onHold'
	| 'scheduled'
	| 'cancelled'
	/** Another app or a fulfillment service ships it. */
	| 'notThisApp'
	/** Without a number it cannot be told from one that was uploaded before. */
	| 'ambiguousShipment'
	/** Shopify refused the fulfillment. */
	| 'refused'
	/** It is in Shopify twice: another worker has uploaded it at the same time. */
	| 'duplicate';

/** A reason in words: what is wrong, with which order or SKU, and what to do next. */
export interface Reason {
	readonly code: ReasonCode;
	readonly text: string;
}

/** `1 unit`, `2 units` */
export function countedUnits(count: number): string {
	return count === 1 ? '1 unit' : `${count} units`;
}

/** Names of fulfillments with their numbers: `#1042-F1 (15501234567890)`. */
export function namesOf(fulfillments: readonly ExistingFulfillment[]): string {
	return fulfillments
		.map(({ name, tracking }) => {
			const numbers = tracking.parcels.map(({ number }) => number).join(', ');
			return numbers === '' ? `${name} (without a tracking number)` : `${name} (${numbers})`;
		})
		.join(', ');
}

/**
 * Says why units of a shipment could not be uploaded: one reason for each fulfillment order where some wait, and one
 * for each line of which there were too many.
 */
export function shortfallReasons(
	order: ShippedOrder,
	allocated: Allocation,
	same: readonly ExistingFulfillment[],
): readonly Reason[] {
	const waiting = new Map<ShippableFulfillmentOrder, string[]>();
	const over: Reason[] = [];
	for (const shortfall of allocated.shortfalls) {
		let left = shortfall.quantity;
		for (const { at, units } of shortfall.waiting) {
			const what = `${countedUnits(units)} of ${shortfall.demand.label}`;
			waiting.set(at, [...(waiting.get(at) ?? []), what]);
			left -= units;
		}
		if (left > 0) over.push(overReason(order, shortfall, left, allocated, same));
	}
	return [...[...waiting].map(([at, what]) => waitingReason(order, at, what.join(', '))), ...over];
}

function waitingReason(order: ShippedOrder, at: ShippableFulfillmentOrder, what: string): Reason {
	const where = `fulfillment order ${at.legacyId} of order ${order.name} at ${at.location.name}`;
	if (at.status === 'ON_HOLD') {
		const why = at.holds.length > 0 ? ` (${at.holds.join('; ')})` : '';
		return {
			code: 'onHold',
			text: `${what} cannot be fulfilled: on hold in ${where}${why}. Release the hold in Shopify, then upload the shipment again`,
		};
	}
	if (at.status === 'SCHEDULED') {
		const when = at.fulfillAt === null ? 'later' : at.fulfillAt.slice(0, 10);
		return {
			code: 'scheduled',
			text: `${what} cannot be fulfilled yet: scheduled for ${when} in ${where}. Mark it as open in Shopify, then upload the shipment again`,
		};
	}
	const owner = at.location.isFulfillmentService
		? `the fulfillment service ${at.location.name}`
		: 'another app';
	return {
		code: 'notThisApp',
		text: `${what} cannot be fulfilled by this app: ${owner} does, in ${where}. Move them to a location of the shop in Shopify, or leave them to it`,
	};
}

function overReason(
	order: ShippedOrder,
	{ demand }: Shortfall,
	over: number,
	allocated: Allocation,
	same: readonly ExistingFulfillment[],
): Reason {
	const others = activeFulfillments(order).filter(
		(one) => !same.includes(one) && demand.orderLines.some((line) => one.units[line] !== undefined),
	);
	const shipped = sumOf(unitsOfAll(others), demand.orderLines);
	const uploading = allocated.parts
		.flatMap(({ units }) => demand.orderLines.map((line) => units[line] ?? 0))
		.reduce((sum, count) => sum + count, sumOf(unitsOfAll(same), demand.orderLines));
	if (uploading === 0 && shipped >= over) {
		return {
			code: 'alreadyShipped',
			text: `${countedUnits(over)} of ${demand.label} of order ${order.name} left before: ${namesOf(others)}. If this is another parcel, check why it was sent; if it is the same one, nothing is to be done`,
		};
	}
	const left =
		uploading === 0 ? 'none was' : `only ${uploading} ${uploading === 1 ? 'was' : 'were'}`;
	const before = shipped === 0 ? '' : `; ${countedUnits(shipped)} left before (${namesOf(others)})`;
	return {
		code: 'overShipment',
		text: `The shipment names ${countedUnits(uploading + over)} of ${demand.label}, but ${left} left to ship of order ${order.name}: ${over} too many${before}. Check the count with the warehouse`,
	};
}

/** Says why not even that part of a shipment without a number was uploaded that could be. */
export function asWholeReason(code: ReasonCode): Reason {
	return {
		code,
		text: 'Nothing of the shipment was uploaded: without a tracking number a part of it could not be recognised when it comes again',
	};
}

/** Says that two fulfillments of a shipment are the same. */
export function twiceReason(twice: readonly ExistingFulfillment[]): Reason {
	return {
		code: 'duplicate',
		text: `The shipment is in Shopify twice: ${namesOf(twice)}. Another run, or an answer that came very late, has made it again; cancel one of them in Shopify`,
	};
}

const sumOf = (units: ReadonlyMap<string, number>, lines: readonly string[]): number =>
	lines.reduce((sum, line) => sum + (units.get(line) ?? 0), 0);

/** Says why nothing can be uploaded of an order that was cancelled. */
export function cancelledReason(order: ShippedOrder): Reason {
	return {
		code: 'cancelled',
		text: `Order ${order.name} was cancelled in Shopify, so nothing of it can be fulfilled. Stop the parcel, or settle it with the customer`,
	};
}

/** Says that rows without a number may be those of an earlier shipment together with new ones. */
export function ambiguousReason(
	order: ShippedOrder,
	before: readonly ExistingFulfillment[],
): Reason {
	return {
		code: 'ambiguousShipment',
		text: `The shipment of order ${order.name} has no tracking number, and some of the order was uploaded before: ${namesOf(before)}. Whether this is the same shipment cannot be told: give a tracking number, Shipped In Total, or for rows of one parcel a shipment id`,
	};
}

/** Says that everything was asked for and nothing is there. */
export function nothingLeftReason(
	order: ShippedOrder,
	{ fulfillmentOrder }: Shipment,
	before: readonly ExistingFulfillment[],
): Reason {
	const what =
		fulfillmentOrder === null
			? `order ${order.name}`
			: `fulfillment order ${fulfillmentOrder} of order ${order.name}`;
	if (before.length === 0) {
		return {
			code: 'nothingLeft',
			text: `Nothing of ${what} is left to ship. Look at the order in Shopify: it may have been edited, or moved to another app`,
		};
	}
	return {
		code: 'alreadyShipped',
		text: `Nothing of ${what} is left to ship; it has the fulfillments ${namesOf(before)}. If this is another parcel, check why it was sent`,
	};
}
