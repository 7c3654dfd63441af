import {
	absorb,
	addSibling,
	isAll,
	MAX_HOLDS,
	openStatus,
	pickUnits,
	transfer,
} from './fulfillmentOrders';
import type { Units } from './fulfillmentOrders';
import type { FulfillmentOrder, Hold } from './state';
import { tellFulfillmentOrder, tellHeld, tellHold } from './webhookEvents';
import { gid, Refusal, setStatus } from './world';
import type { World } from './world';

/** A hold as it is asked for. */
export interface HoldInput {
	/** A value of Shopify's `FulfillmentHoldReason`; default `OTHER`. */
	readonly reason?: string;
	readonly reasonNotes?: string | null;
	/** Distinguishes the holds of one app on one FO; empty is a handle like any other. */
	readonly handle?: string | null;
	/** Units to hold; left out or empty: all. The rest opens in a new FO. */
	readonly units?: readonly Units[] | null;
	/** Whether this app does it (the default for mutations) or staff (the default for tests). */
	readonly byThisApp?: boolean;
}

/** What staff read for each reason. Recorded for `OTHER`; the others follow the enum. */
export const DISPLAY_REASONS: Readonly<Record<string, string>> = {
	AWAITING_PAYMENT: 'Awaiting payment',
	AWAITING_RETURN_ITEMS: 'Awaiting return items',
	HIGH_RISK_OF_FRAUD: 'High risk of fraud',
	INCORRECT_ADDRESS: 'Incorrect address',
	INVENTORY_OUT_OF_STOCK: 'Inventory out of stock',
	ONLINE_STORE_POST_PURCHASE_CROSS_SELL: 'Post-purchase offer',
	OTHER: 'Other',
	UNKNOWN_DELIVERY_DATE: 'Unknown delivery date',
};

/** Checks in the order in which the recordings show them: the units first, then the limits. */
function check(fulfillmentOrder: FulfillmentOrder, input: HoldInput, handle: string): void {
	const units = input.units ?? [];
	const field = ['fulfillmentHold', 'fulfillmentOrderLineItems'];
	const zero = units.findIndex((one) => one.quantity <= 0);
	if (zero !== -1) {
		throw new Refusal(
			[...field, String(zero), 'quantity'],
			'You must select at least one item to place on partial hold.',
			'GREATER_THAN_ZERO',
		);
	}
	if (new Set(units.map((one) => one.id)).size < units.length) {
		throw new Refusal(
			field,
			'must contain unique line item ids',
			'DUPLICATED_FULFILLMENT_ORDER_LINE_ITEMS',
		);
	}
	const holdable = ['OPEN', 'IN_PROGRESS', 'SCHEDULED', 'ON_HOLD'];
	// The text for a closed FO is not recorded.
	if (!holdable.includes(fulfillmentOrder.status)) {
		throw new Refusal(['id'], 'Fulfillment order is not in a holdable state.', 'TAKEN');
	}
	const own = fulfillmentOrder.holds.filter((hold) => hold.byThisApp);
	if (input.byThisApp && own.length >= MAX_HOLDS) {
		throw new Refusal(
			['id'],
			'The maximum number of fulfillment holds for this fulfillment order has been reached for ' +
				'this app. An app can only have up to 10 holds on a single fulfillment order at any one time.',
			'FULFILLMENT_ORDER_HOLD_LIMIT_REACHED',
		);
	}
	if (input.byThisApp && own.some((hold) => hold.handle === handle)) {
		throw new Refusal(
			['fulfillmentHold', 'handle'],
			'The handle provided for the fulfillment hold is already in use by this app for another ' +
				'hold on this fulfillment order.',
			'DUPLICATE_FULFILLMENT_HOLD_HANDLE',
		);
	}
	if (units.length > 0 && fulfillmentOrder.status === 'ON_HOLD') {
		throw new Refusal(
			field,
			'The fulfillment order is not in a splittable state.',
			'FULFILLMENT_ORDER_NOT_SPLITTABLE',
		);
	}
}

/**
 * Holds an FO or some of its units. The held units keep the FO's id and line ids; the others open
 * in a new FO `[recorded]`. Not recorded: whether the new FO of a held FO in progress keeps the
 * progress; it does here, since the units were picked up all the same.
 */
export function hold(
	world: World,
	fulfillmentOrder: FulfillmentOrder,
	input: HoldInput,
): { hold: Hold; fulfillmentOrder: FulfillmentOrder; remaining: FulfillmentOrder | null } {
	const handle = input.handle ?? '';
	check(fulfillmentOrder, input, handle);
	let remaining: FulfillmentOrder | null = null;
	if (input.units && input.units.length > 0) {
		const held = pickUnits(fulfillmentOrder, input.units, [
			'fulfillmentHold',
			'fulfillmentOrderLineItems',
		]);
		if (!isAll(fulfillmentOrder, held)) {
			remaining = addSibling(world, fulfillmentOrder);
			const quantities = new Map(held.map(({ line, quantity }) => [line, quantity]));
			const others = fulfillmentOrder.lines
				.map((line) => ({ line, quantity: line.remaining - (quantities.get(line) ?? 0) }))
				.filter(({ quantity }) => quantity > 0);
			transfer(world, fulfillmentOrder, remaining, others);
			remaining.progress = fulfillmentOrder.progress;
			setStatus(world, remaining, openStatus(remaining));
		}
	}
	const made: Hold = {
		id: gid('FulfillmentHold', world.nextId('FulfillmentHold')),
		handle,
		reason: input.reason ?? 'OTHER',
		reasonNotes: input.reasonNotes ?? null,
		byThisApp: input.byThisApp ?? false,
		heldBy: input.byThisApp ? world.state.app.title : 'Staff',
	};
	fulfillmentOrder.holds.push(made);
	fulfillmentOrder.updatedAt = world.now();
	setStatus(world, fulfillmentOrder, 'ON_HOLD');
	tellHeld(world, fulfillmentOrder, made, remaining);
	return { hold: made, fulfillmentOrder, remaining };
}

/**
 * Releases holds; without ids, all of them. When none is left the FO opens, its progress is gone,
 * and open FOs of the same order and place merge back into it `[recorded]`.
 */
export function releaseHold(
	world: World,
	fulfillmentOrder: FulfillmentOrder,
	holdIds?: readonly string[] | null,
): FulfillmentOrder {
	const ids = holdIds && holdIds.length > 0 ? new Set(holdIds) : undefined;
	const kept = ids ? fulfillmentOrder.holds.filter((one) => !ids.has(one.id)) : [];
	const released = fulfillmentOrder.holds.filter((one) => !kept.includes(one));
	fulfillmentOrder.holds.length = 0;
	fulfillmentOrder.holds.push(...kept);
	fulfillmentOrder.updatedAt = world.now();
	for (const one of released) {
		tellHold(world, 'FULFILLMENT_HOLDS_RELEASED', fulfillmentOrder, one);
	}
	if (kept.length > 0 || fulfillmentOrder.status !== 'ON_HOLD') return fulfillmentOrder;
	fulfillmentOrder.progress = null;
	const status = openStatus(fulfillmentOrder);
	setStatus(world, fulfillmentOrder, status);
	if (status === 'OPEN') {
		const siblings = fulfillmentOrder.order.fulfillmentOrders.filter(
			(one) =>
				one !== fulfillmentOrder &&
				one.status === 'OPEN' &&
				one.location === fulfillmentOrder.location &&
				sharesLine(one, fulfillmentOrder),
		);
		absorb(world, fulfillmentOrder, siblings);
	}
	tellFulfillmentOrder(world, fulfillmentOrder, 'FULFILLMENT_ORDERS_HOLD_RELEASED');
	return fulfillmentOrder;
}

// Recorded for the FO that the hold itself had split off. Whether other open FOs of the order join
// as well is not known; here those do that share an order line.
function sharesLine(one: FulfillmentOrder, other: FulfillmentOrder): boolean {
	return one.lines.some(
		(line) => line.remaining > 0 && other.lines.some((same) => same.lineItem === line.lineItem),
	);
}
