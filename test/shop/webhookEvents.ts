import { effectiveScopes } from './access';
import { classOf } from './context';
import { fulfillmentPayload, restTime } from './fulfillmentPayload';
import { fulfillmentStatus } from './fulfillmentStatus';
import { orderPayload } from './orderPayload';
import { shopPayload } from './shopPayload';
import type { Fulfillment, FulfillmentOrder, Hold, LineItem, Location, Order } from './state';
import type { Topic } from './webhookTopics';
import type { World } from './world';

/**
 * What the shop tells by webhook. Each function is called when the change is made; a payload shows
 * that moment, and is made only if somebody subscribed. Keys are those of Shopify's samples
 * `[2025-01]`; statuses are those that reads show, in small letters.
 */

type Payload = Readonly<Record<string, unknown>>;

/** Units of an FO line, as they were asked for. */
export interface NamedUnits {
	readonly id: string;
	readonly quantity: number;
}

/** An app hears only of FOs of the classes that it may read (an inference from the reads). */
function publish(
	world: World,
	topic: Topic,
	fulfillmentOrder: FulfillmentOrder,
	payload: () => Payload,
): void {
	if (world.state.webhooks.subscriptions.size === 0) return;
	const scopes = effectiveScopes(world.settings.accessScopes);
	const needed = `read_${classOf(fulfillmentOrder)}_fulfillment_orders`;
	if (scopes.has(needed)) world.webhooks.publish(topic, payload);
}

const brief = ({ id, status }: FulfillmentOrder) => ({ id, status: status.toLowerCase() });
const briefOrNull = (one: FulfillmentOrder | null) => one && brief(one);

/** The customer's side of an order changed. */
export function tellOrder(world: World, order: Order, ...topics: readonly Topic[]): void {
	for (const topic of topics) {
		world.webhooks.publish(topic, () => orderPayload(order, world.state));
	}
}

/** An order was placed. */
export function tellPlaced(world: World, order: Order): void {
	tellOrder(world, order, 'ORDERS_CREATE');
	if (order.financialStatus === 'PAID') tellOrder(world, order, 'ORDERS_PAID');
	if (world.settings.unknowns.placingFiresOrdersUpdated) {
		tellOrder(world, order, 'ORDERS_UPDATED');
	}
}

interface EditedUnits {
	readonly line: LineItem;
	readonly quantity: number;
}

/** Staff edited an order. */
export function tellEdited(
	world: World,
	order: Order,
	additions: readonly EditedUnits[],
	removals: readonly EditedUnits[],
): void {
	const deltas = (list: readonly EditedUnits[]) =>
		list.map(({ line, quantity }) => ({ id: line.legacyId, delta: quantity }));
	world.webhooks.publish('ORDERS_EDITED', () => {
		const at = restTime(world.now(), world.state.timeZone);
		return {
			order_edit: {
				id: world.nextId('OrderEdit'),
				app_id: null,
				order_id: order.legacyId,
				created_at: at,
				committed_at: at,
				notify_customer: false,
				staff_note: '',
				user_id: null,
				line_items: { additions: deltas(additions), removals: deltas(removals) },
				shipping_lines: { additions: [], removals: [] },
				discounts: { line_item: { additions: [], removals: [] } },
			},
		};
	});
}

/** An order was routed into FOs: one event for each, as the payload has room for one. */
export function tellRouted(world: World, made: readonly FulfillmentOrder[]): void {
	const { routingCompleteFor } = world.settings.unknowns;
	for (const one of made) {
		if (routingCompleteFor === 'fulfillmentServices' && !one.location.fulfillmentService) continue;
		publish(world, 'FULFILLMENT_ORDERS_ORDER_ROUTING_COMPLETE', one, () => {
			return { fulfillment_order: brief(one) };
		});
	}
}

/** A change of an FO with nothing to say but which one. */
export function tellFulfillmentOrder(world: World, one: FulfillmentOrder, topic: Topic): void {
	publish(world, topic, one, () => ({ fulfillment_order: brief(one) }));
}

/** An FO was cancelled; none replaces it if the order was. */
export function tellCancelled(
	world: World,
	one: FulfillmentOrder,
	replacement: FulfillmentOrder | null,
): void {
	publish(world, 'FULFILLMENT_ORDERS_CANCELLED', one, () => {
		return {
			fulfillment_order: brief(one),
			replacement_fulfillment_order: briefOrNull(replacement),
		};
	});
}

function holdPayload(world: World, hold: Hold) {
	return {
		id: hold.id,
		handle: hold.handle,
		reason: hold.reason.toLowerCase(),
		reason_notes: hold.reasonNotes,
		held_by_app: hold.byThisApp ? { id: world.state.app.id } : null,
		held_by_requesting_app: hold.byThisApp,
	};
}

/** A hold was placed; `placed_on_hold` fires for the first one alone `[schema: its topic]`. */
export function tellHeld(
	world: World,
	one: FulfillmentOrder,
	hold: Hold,
	remaining: FulfillmentOrder | null,
): void {
	if (one.holds.length === 1) {
		publish(world, 'FULFILLMENT_ORDERS_PLACED_ON_HOLD', one, () => ({
			fulfillment_order: {
				...brief(one),
				fulfillment_holds: one.holds.map((other) => holdPayload(world, other)),
			},
			created_fulfillment_hold: holdPayload(world, hold),
			held_fulfillment_order_line_items: one.lines.map((line) => {
				return { id: line.id, quantity: line.remaining };
			}),
			remaining_fulfillment_order: briefOrNull(remaining),
		}));
	}
	tellHold(world, 'FULFILLMENT_HOLDS_ADDED', one, hold);
}

/** A hold came or went. */
export function tellHold(
	world: World,
	topic: 'FULFILLMENT_HOLDS_ADDED' | 'FULFILLMENT_HOLDS_RELEASED',
	one: FulfillmentOrder,
	hold: Hold,
): void {
	publish(world, topic, one, () => {
		return { fulfillment_order: { id: one.id }, fulfillment_hold: holdPayload(world, hold) };
	});
}

/** Units moved to another location; under the same id when all of them did. */
export function tellMoved(
	world: World,
	original: FulfillmentOrder,
	moved: FulfillmentOrder,
	source: Location,
	requested: readonly NamedUnits[],
): void {
	publish(world, 'FULFILLMENT_ORDERS_MOVED', moved, () => ({
		original_fulfillment_order: { ...brief(original), assigned_location_id: source.id },
		moved_fulfillment_order: { ...brief(moved), assigned_location_id: moved.location.id },
		destination_location_id: moved.location.id,
		source_location: { id: source.id },
		fulfillment_order_line_items_requested: requested,
	}));
}

/** Units were split off. */
export function tellSplit(
	world: World,
	one: FulfillmentOrder,
	remaining: FulfillmentOrder,
	units: readonly NamedUnits[],
): void {
	publish(world, 'FULFILLMENT_ORDERS_SPLIT', one, () => ({
		fulfillment_order: brief(one),
		remaining_fulfillment_order: brief(remaining),
		replacement_fulfillment_order: null,
		split_line_items: units.map(({ id, quantity }) => ({ id, quantity })),
	}));
}

/** What an FO was about to bring into a merge. */
export const mergeIntent = ({ legacyId, lines }: FulfillmentOrder) => ({
	fulfillment_order_id: legacyId,
	fulfillment_order_line_items: lines.map((line) => {
		return { id: line.legacyId, quantity: line.remaining };
	}),
});

/** FOs were merged into one. */
export function tellMerged(
	world: World,
	one: FulfillmentOrder,
	intents: readonly ReturnType<typeof mergeIntent>[],
): void {
	publish(world, 'FULFILLMENT_ORDERS_MERGED', one, () => {
		return { fulfillment_order_merges: { fulfillment_order: brief(one) }, merge_intents: intents };
	});
}

/** A scheduled FO has another time. */
export function tellRescheduled(world: World, one: FulfillmentOrder): void {
	publish(world, 'FULFILLMENT_ORDERS_RESCHEDULED', one, () => ({
		fulfillment_order: {
			...brief(one),
			fulfill_at: one.fulfillAt === null ? null : restTime(one.fulfillAt, world.state.timeZone),
		},
	}));
}

/** Something shipped. */
export function tellShipped(world: World, made: Fulfillment): void {
	const payload = () => fulfillmentPayload(made, world.state.timeZone);
	world.webhooks.publish('FULFILLMENTS_CREATE', payload);
	const isAll = fulfillmentStatus(made.order) === 'FULFILLED';
	tellOrder(world, made.order, isAll ? 'ORDERS_FULFILLED' : 'ORDERS_PARTIALLY_FULFILLED');
	tellOrder(world, made.order, 'ORDERS_UPDATED');
}

/** A fulfillment has other tracking, an event, or is cancelled. */
export function tellFulfillment(world: World, made: Fulfillment): void {
	const payload = () => fulfillmentPayload(made, world.state.timeZone);
	world.webhooks.publish('FULFILLMENTS_UPDATE', payload);
}

/** The app is gone. */
export function tellUninstalled(world: World): void {
	world.webhooks.publish('APP_UNINSTALLED', () => shopPayload(world.state));
}
