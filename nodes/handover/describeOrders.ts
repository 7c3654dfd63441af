import { allocateUnits, findOffer, isIntact } from '../domain/allocation';
import type { HandoverRules } from '../domain/assessment';
import { unitsLeft } from '../domain/byHand';
import type { FulfillmentOrderDetails } from '../domain/details';
import type { ShipmentStatus } from '../domain/filters';
import { reasonsAgainst } from '../domain/filters';
import type { HandoverRecord, Offer } from '../domain/handoverRecord';
import { isRefused, liveOffers, nextKey, NO_RECORD, repeatKey } from '../domain/handoverRecord';
import type { FulfillmentOrderState, OrderState, Units } from '../domain/order';
import { countUnits } from '../domain/order';
import { isOfferedBeside, reasonsNotReady, shippableUnits } from '../domain/readiness';
import type { ItemContext, ItemJson } from '../domain/targetOrder';
import { describeOffer } from '../domain/targetOrder';
import type { ShopifyClient } from '../shopify/client';
import { readFulfillmentOrderDetails } from '../shopify/fulfillmentOrderDetails';
import type { RecordedOrder } from '../shopify/orderStates';
import { readOrderStates } from '../shopify/orderStates';

/** A fulfillment order as an item, with what keeps it from being handed over. */
export interface DescribedFulfillmentOrder {
	readonly id: string;
	readonly orderId: string;
	readonly item: ItemJson;
	readonly ready: boolean;
	readonly reasons: readonly string[];
}

/** How fulfillment orders are described by hand. */
export interface DescribeOptions {
	readonly rules: Omit<HandoverRules, 'nowMs'>;
	readonly item: ItemContext;
	/** True for a new key, to send an order again that the target has deleted. */
	readonly newKey: boolean;
}

/**
 * The fulfillment orders of orders, whatever their state, shaped like the trigger's items. Changes and
 * remembers nothing. `only` picks fulfillment orders by global id.
 */
export async function describeOrders(
	client: ShopifyClient,
	orderIds: readonly string[],
	options: DescribeOptions,
	only?: ReadonlySet<string>,
): Promise<readonly DescribedFulfillmentOrder[]> {
	const orders = await readOrderStates(client, orderIds);
	const chosen = orders.flatMap((recorded) =>
		recorded.order.fulfillmentOrders
			.filter(({ id, lines }) => (only ? only.has(id) : lines.length > 0))
			.map((fulfillmentOrder) => ({ recorded, fulfillmentOrder })),
	);
	const details = await readFulfillmentOrderDetails(
		client,
		chosen.map(({ fulfillmentOrder }) => fulfillmentOrder.id),
	);
	return chosen.flatMap(({ recorded, fulfillmentOrder }) => {
		const found = details.get(fulfillmentOrder.legacyId);
		return found ? [describeOne(recorded, fulfillmentOrder, found, options)] : [];
	});
}

function describeOne(
	{ order, stored, shopTime }: RecordedOrder,
	fulfillmentOrder: FulfillmentOrderState,
	details: FulfillmentOrderDetails,
	options: DescribeOptions,
): DescribedFulfillmentOrder {
	const record = stored?.record ?? NO_RECORD;
	const rules = { ...options.rules, nowMs: Date.parse(shopTime) };
	const offer = offerByHand(order, record, fulfillmentOrder, rules, options.newKey);
	const reasons = reasonsByHand(order, stored ? record : undefined, fulfillmentOrder, rules);
	const shipmentStatus: ShipmentStatus = countUnits(order.fulfilled) > 0 ? 'PARTIAL' : 'UNSHIPPED';
	const subject = { record, shipmentStatus };
	const item = describeOffer('Ready', offer, [details], subject, options.item);
	return {
		id: fulfillmentOrder.id,
		orderId: order.id,
		item: { ...item, ready: reasons.length === 0, reasons },
		ready: reasons.length === 0,
		reasons,
	};
}

/** What would be handed over of a fulfillment order by hand: its last offer, or its units now. */
function offerByHand(
	order: OrderState,
	record: HandoverRecord,
	fulfillmentOrder: FulfillmentOrderState,
	rules: HandoverRules,
	newKey: boolean,
): Offer {
	const now = new Date(rules.nowMs).toISOString();
	const own = liveOffers(record)
		.filter((offer) => offer.fulfillmentOrder === fulfillmentOrder.legacyId)
		.at(-1);
	if (own && !newKey) return own;
	// Nothing else of an earlier offer is taken over: under its new key it is not confirmed.
	return {
		key: own ? repeatKey(record, own.key) : nextKey(record, fulfillmentOrder.legacyId),
		fulfillmentOrder: fulfillmentOrder.legacyId,
		location: own?.location ?? fulfillmentOrder.location.id,
		units: own
			? unitsLeft(order, record, own)
			: unitsByHand(order, record, fulfillmentOrder, rules.filters.includeNoShipping),
		attempts: 1,
		firstOfferedAt: now,
		lastOfferedAt: now,
		run: rules.run,
	};
}

/** Units that no offer answers for; those that are shipped or cancelled if nothing is open any more. */
function unitsByHand(
	order: OrderState,
	record: HandoverRecord,
	fulfillmentOrder: FulfillmentOrderState,
	includeNoShipping: boolean,
): Units {
	const { free } = allocateUnits(order, record, () => true);
	const own = free.find((share) => share.fulfillmentOrder.id === fulfillmentOrder.id)?.units ?? {};
	const shippable = shippableUnits(fulfillmentOrder, includeNoShipping);
	const open = Object.entries(own).filter(([line]) => line in shippable);
	if (open.length > 0) return Object.fromEntries(open);
	return Object.fromEntries(
		fulfillmentOrder.lines
			.filter((line) => line.total > 0)
			.map((line) => [line.orderLineId, line.remaining > 0 ? line.remaining : line.total]),
	);
}

function reasonsByHand(
	order: OrderState,
	record: HandoverRecord | undefined,
	fulfillmentOrder: FulfillmentOrderState,
	rules: HandoverRules,
): readonly string[] {
	if (!record) return ['its handover record cannot be read: it was written by a newer version'];
	const own = liveOffers(record).filter(
		(offer) => offer.fulfillmentOrder === fulfillmentOrder.legacyId,
	);
	const shipment = countUnits(order.fulfilled) > 0 ? 'PARTIAL' : 'UNSHIPPED';
	const { includeNoShipping } = rules.filters;
	const offered = isOfferedBeside(liveOffers(record), fulfillmentOrder);
	return [
		...own.map((offer) => handedOver(order, record, offer)).filter((text) => text !== undefined),
		...reasonsNotReady(fulfillmentOrder, order, { includeNoShipping, offered }).map(
			({ text }) => text,
		),
		...reasonsAgainst(rules.filters, order, fulfillmentOrder, { nowMs: rules.nowMs, shipment }).map(
			({ text }) => text,
		),
	];
}

function handedOver(order: OrderState, record: HandoverRecord, offer: Offer): string | undefined {
	if (offer.returnedAt !== undefined) return `it was returned to Shopify at ${offer.returnedAt}`;
	if (offer.confirmedAt !== undefined) {
		return `it was handed over under the key ${offer.key} at ${offer.confirmedAt}`;
	}
	const whereabouts = findOffer(order, record, offer);
	if (isRefused(offer)) return 'the target refused it; the note of its hold says why';
	if (offer.inDoubt || (whereabouts && !isIntact(whereabouts))) {
		return 'its units have changed since it was offered; the trigger gives it as Unsettled';
	}
	return undefined;
}
