import {
	absorb,
	addSibling,
	isAll,
	openStatus,
	partlyFulfilled,
	pickUnits,
	transfer,
	unitsLeft,
} from './fulfillmentOrders';
import type { Units } from './fulfillmentOrders';
import type { FulfillmentOrder, Location } from './state';
import {
	mergeIntent,
	tellCancelled,
	tellFulfillmentOrder,
	tellMerged,
	tellMoved,
	tellRescheduled,
	tellSplit,
} from './webhookEvents';
import { Refusal, setStatus } from './world';
import type { World } from './world';

const asCode = (code: string): string => code.toLowerCase();

/**
 * Splits units off into a new FO. The old FO keeps its id and what is left, the new one gets the
 * units under new FO line ids `[recorded]`.
 */
export function split(world: World, fulfillmentOrder: FulfillmentOrder, units: readonly Units[]) {
	const field = ['fulfillmentOrderSplits', '0', 'fulfillmentOrderLineItems'];
	if (units.length === 0) {
		throw new Refusal(
			field,
			'At least one line item must be provided to split.',
			'NO_LINE_ITEMS_PROVIDED_TO_SPLIT',
		);
	}
	const picked = pickUnits(fulfillmentOrder, units, field);
	// Which statuses allow a split is not recorded beyond OPEN; SPLIT is offered only there.
	const open = fulfillmentOrder.status === 'OPEN' || fulfillmentOrder.status === 'IN_PROGRESS';
	if (!open || fulfillmentOrder.progress || isAll(fulfillmentOrder, picked)) {
		throw new Refusal(
			field,
			'The fulfillment order is not in a splittable state.',
			'INVALID_LINE_ITEM_QUANTITY',
		);
	}
	const remaining = addSibling(world, fulfillmentOrder);
	transfer(world, fulfillmentOrder, remaining, picked);
	fulfillmentOrder.updatedAt = world.now();
	tellSplit(world, fulfillmentOrder, remaining, units);
	return { fulfillmentOrder, remaining };
}

/**
 * Merges FOs into the first. It grows and keeps its `updatedAt` (as recorded); the others stay
 * behind CLOSED with nothing in them.
 */
export function merge(world: World, fulfillmentOrders: readonly FulfillmentOrder[]) {
	const [first, ...others] = fulfillmentOrders;
	if (!first || others.length === 0) {
		throw new Refusal(
			['fulfillmentOrderMergeInputs', '0', 'mergeIntents'],
			'At least two fulfillment orders must be provided to merge.',
			'GREATER_THAN',
		);
	}
	for (const [index, one] of fulfillmentOrders.entries()) {
		const fits =
			one.status === 'OPEN' && one.order === first.order && one.location === first.location;
		// The text of a refused merge is not recorded.
		if (!fits) {
			throw new Refusal(
				['fulfillmentOrderMergeInputs', '0', 'mergeIntents', String(index), 'fulfillmentOrderId'],
				'Fulfillment orders cannot be merged.',
				null,
			);
		}
	}
	const intents = fulfillmentOrders.map(mergeIntent);
	absorb(world, first, others);
	tellMerged(world, first, intents);
	return first;
}

/** Moves an FO or some of its units to another location. */
export function move(
	world: World,
	fulfillmentOrder: FulfillmentOrder,
	location: Location | undefined,
	units?: readonly Units[] | null,
) {
	if (fulfillmentOrder.progress && fulfillmentOrder.status === 'IN_PROGRESS') {
		throw new Refusal(
			['id'],
			'Cannot move a fulfillment order that has had progress reported. To move a fulfillment ' +
				'order that has had progress reported, the fulfillment order must first be marked as ' +
				'open resolving the ongoing progress state.',
			'CANNOT_MOVE_FULFILLMENT_ORDER_WITH_REPORTED_PROGRESS',
		);
	}
	if (!location) throw new Refusal(['id'], 'Location not found.');
	if (fulfillmentOrder.status === 'CLOSED' || unitsLeft(fulfillmentOrder) === 0) {
		throw new Refusal(null, 'Cannot change location.');
	}
	if (fulfillmentOrder.requestStatus !== 'UNSUBMITTED') {
		throw new Refusal(
			null,
			'Cannot move submitted fulfillment order that is at a 3PL fulfillment service.',
		);
	}
	const picked = pickUnits(
		fulfillmentOrder,
		units && units.length > 0
			? units
			: fulfillmentOrder.lines
					.filter((line) => line.remaining > 0)
					.map((line) => ({ id: line.id, quantity: line.remaining })),
		['fulfillmentOrderLineItems'],
	);
	const source = fulfillmentOrder.location;
	const requested = picked.map(({ line, quantity }) => ({ id: line.id, quantity }));
	const all = isAll(fulfillmentOrder, picked);
	if (all && !partlyFulfilled(fulfillmentOrder)) {
		fulfillmentOrder.location = location;
		fulfillmentOrder.updatedAt = world.now();
		tellMoved(world, fulfillmentOrder, fulfillmentOrder, source, requested);
		return { moved: fulfillmentOrder, original: fulfillmentOrder, remaining: null };
	}
	const moved = addSibling(world, fulfillmentOrder, location);
	transfer(world, fulfillmentOrder, moved, picked);
	// The old FO's updatedAt stays as it was when a part moves away `[recorded]`. When the rest of a
	// partly shipped FO moves, the old one is left with shipped units alone and closes (schema text).
	if (all) {
		fulfillmentOrder.updatedAt = world.now();
		setStatus(world, fulfillmentOrder, 'CLOSED');
		tellMoved(world, fulfillmentOrder, moved, source, requested);
		return { moved, original: fulfillmentOrder, remaining: null };
	}
	tellMoved(world, fulfillmentOrder, moved, source, requested);
	return { moved, original: fulfillmentOrder, remaining: fulfillmentOrder };
}

/**
 * Cancels an FO. Nothing is lost: a replacement opens in the same place and takes the FO lines with
 * their ids over; the old FO stays CLOSED without lines `[recorded]`.
 */
export function cancelFulfillmentOrder(world: World, fulfillmentOrder: FulfillmentOrder) {
	if (fulfillmentOrder.progress && fulfillmentOrder.status === 'IN_PROGRESS') {
		throw new Refusal(
			['id'],
			'Cannot cancel fulfillment order that has had progress reported. Mark as unfulfilled first.',
			'FULFILLMENT_ORDER_HAS_MANUALLY_REPORTED_PROGRESS',
		);
	}
	// Recorded for a closed FO. Held and scheduled ones are taken to answer the same.
	if (fulfillmentOrder.status !== 'OPEN' && fulfillmentOrder.status !== 'IN_PROGRESS') {
		throw new Refusal(
			null,
			"Fulfillment order is not in cancelable request state and can't be canceled.",
		);
	}
	const replacement = addSibling(world, fulfillmentOrder);
	if (partlyFulfilled(fulfillmentOrder)) {
		const left = fulfillmentOrder.lines.filter((line) => line.remaining > 0);
		const picked = left.map((line) => ({ line, quantity: line.remaining }));
		transfer(world, fulfillmentOrder, replacement, picked);
	} else {
		replacement.lines = fulfillmentOrder.lines;
		fulfillmentOrder.lines = [];
	}
	fulfillmentOrder.updatedAt = world.now();
	setStatus(world, fulfillmentOrder, 'CLOSED');
	tellCancelled(world, fulfillmentOrder, replacement);
	return { fulfillmentOrder, replacement };
}

/** Reports progress: the FO becomes IN_PROGRESS. Repeating it only renews the note. */
export function reportProgress(
	world: World,
	fulfillmentOrder: FulfillmentOrder,
	reasonNotes: string | null,
): FulfillmentOrder {
	const method = fulfillmentOrder.deliveryMethod?.methodType;
	if (method && world.settings.unknowns.progressRefusedFor.includes(method)) {
		throw new Refusal(
			null,
			'Cannot report progress on a fulfillment order with this delivery method.',
			'FULFILLMENT_ORDER_INVALID_DELIVERY_METHOD',
		);
	}
	if (fulfillmentOrder.status !== 'OPEN' && fulfillmentOrder.status !== 'IN_PROGRESS') {
		throw new Refusal(
			null,
			'Cannot report progress on a fulfillment order in this state.',
			'FULFILLMENT_ORDER_STATUS_INVALID',
		);
	}
	// Progress at a fulfillment service belongs to the service that accepted the request.
	const service = fulfillmentOrder.location.fulfillmentService;
	if (service && !service.ownedByThisApp) {
		throw new Refusal(
			null,
			'Cannot report progress on a fulfillment order of another fulfillment service.',
			'FULFILLMENT_ORDER_INVALID_FULFILLMENT_SERVICE_OWNERSHIP',
		);
	}
	fulfillmentOrder.progress = { reasonNotes, at: world.now() };
	fulfillmentOrder.updatedAt = world.now();
	setStatus(world, fulfillmentOrder, 'IN_PROGRESS');
	tellFulfillmentOrder(world, fulfillmentOrder, 'FULFILLMENT_ORDERS_PROGRESS_REPORTED');
	return fulfillmentOrder;
}

/** Marks an FO as open: takes progress back, or opens a scheduled FO before its time. */
export function markAsOpen(world: World, fulfillmentOrder: FulfillmentOrder): FulfillmentOrder {
	const scheduled = fulfillmentOrder.status === 'SCHEDULED';
	if (!scheduled && !(fulfillmentOrder.status === 'IN_PROGRESS' && fulfillmentOrder.progress)) {
		throw new Refusal(
			null,
			`Expected fulfillment order status to be valid but it was ${asCode(fulfillmentOrder.status)}.`,
		);
	}
	fulfillmentOrder.progress = null;
	fulfillmentOrder.updatedAt = world.now();
	if (scheduled) fulfillmentOrder.fulfillAt = world.now();
	setStatus(world, fulfillmentOrder, openStatus(fulfillmentOrder));
	const topic = scheduled
		? 'FULFILLMENT_ORDERS_SCHEDULED_FULFILLMENT_ORDER_READY'
		: 'FULFILLMENT_ORDERS_MANUALLY_REPORTED_PROGRESS_STOPPED';
	tellFulfillmentOrder(world, fulfillmentOrder, topic);
	return fulfillmentOrder;
}

/** Sets another time for a scheduled FO, in milliseconds. */
export function reschedule(
	world: World,
	fulfillmentOrder: FulfillmentOrder,
	fulfillAt: number,
): FulfillmentOrder {
	if (fulfillmentOrder.status !== 'SCHEDULED') {
		throw new Refusal(null, 'Fulfillment order must be scheduled.');
	}
	fulfillmentOrder.fulfillAt = fulfillAt;
	fulfillmentOrder.updatedAt = world.now();
	world.wakeAt(fulfillAt);
	tellRescheduled(world, fulfillmentOrder);
	return fulfillmentOrder;
}

/** Opens every scheduled FO whose time has come; Shopify does so by itself. */
export function openScheduled(world: World): FulfillmentOrder[] {
	const now = world.now();
	const opened: FulfillmentOrder[] = [];
	for (const one of world.state.fulfillmentOrders.values()) {
		if (one.status !== 'SCHEDULED' || one.fulfillAt === null) continue;
		if (one.fulfillAt > now) {
			world.wakeAt(one.fulfillAt);
			continue;
		}
		one.updatedAt = now;
		setStatus(world, one, 'OPEN');
		tellFulfillmentOrder(world, one, 'FULFILLMENT_ORDERS_SCHEDULED_FULFILLMENT_ORDER_READY');
		opened.push(one);
	}
	return opened;
}

/**
 * Closes an FO as incomplete: only for accepted FOs of this app's own fulfillment service; the
 * text for every other FO is recorded.
 */
export function close(world: World, fulfillmentOrder: FulfillmentOrder): FulfillmentOrder {
	if (!fulfillmentOrder.location.fulfillmentService?.ownedByThisApp) {
		throw new Refusal(
			null,
			"The fulfillment order's assigned fulfillment service must be of api type",
		);
	}
	fulfillmentOrder.updatedAt = world.now();
	setStatus(world, fulfillmentOrder, 'INCOMPLETE');
	return fulfillmentOrder;
}
