import type { Share } from './unitPools';
import type { OfferEmission, Part } from './assessment';
import type { FulfillmentOrderDetails, OrderDetails } from './details';
import type { ShipmentStatus } from './filters';
import type { HandoverRecord, Offer } from './handoverRecord';
import { decimalsOf, fromMinor, toMinor } from './money';
import type { NumberStyle } from './orderNumber';
import { targetOrderNumber } from './orderNumber';
import { shipTo } from './shipTo';
import type { DescribedLine } from './targetOrderLines';
import { describeLines } from './targetOrderLines';

/** Where item fields that are the same for all items come from. */
export interface ItemContext {
	/** Host name of the shop, `harbour-goods.myshopify.com`. */
	readonly shop: string;
	readonly numberStyle: NumberStyle;
	/** True in a manual run: nothing was recorded, nothing may be sent. */
	readonly manual: boolean;
	/** True for Shopify's own answer instead of the simplified item. */
	readonly raw: boolean;
	/**
	 * True if progress alone confirms, because no record is kept in Shopify. Then a target that has the whole
	 * also keeps what has moved together with its fulfillment order: progress on it confirms the whole.
	 */
	readonly confirmsByProgress?: boolean;
}

/** What an item says about its order beyond the offer itself. */
export interface Subject {
	readonly record: HandoverRecord;
	/** Taken from what has really been fulfilled of the order. */
	readonly shipmentStatus: ShipmentStatus;
}

/** A JSON object that leaves a node. Its fields are published in the package as a JSON schema. */
export type ItemJson = Readonly<Record<string, unknown>>;

/** From the third attempt on, somebody should look why an order is not confirmed. */
const OVERDUE_FROM_ATTEMPT = 3;

/** The item that an offer becomes. Every key is always there; what is unknown is null. */
export function toTargetOrder(
	emission: OfferEmission,
	subject: Subject,
	detailsOf: (fulfillmentOrder: string) => FulfillmentOrderDetails | undefined,
	context: ItemContext,
): ItemJson | undefined {
	const { offer } = emission;
	if (emission.event === 'Ready') {
		const all = emission.carriers.map((share) => detailsOf(share.fulfillmentOrder.legacyId));
		const found = all.filter((details) => details !== undefined);
		if (found.length < all.length || !found[0]) return undefined;
		return describeOffer('Ready', offer, found, subject, context);
	}
	const own = detailsOf(offer.fulfillmentOrder);
	const elsewhere = emission.parts.map((part) => detailsOfShare(part.share, detailsOf));
	const found = [own, ...elsewhere].filter((details) => details !== undefined);
	if (!found[0]) return undefined;
	return {
		...describeOffer('Unsettled', offer, found, subject, context),
		parts: emission.parts.map((part) =>
			describePart(part, offer, found, subject, detailsOf, context),
		),
	};
}

/** The fulfillment orders whose details an offer's item needs, by legacy id. */
export function placesOfOffer(emission: OfferEmission): readonly string[] {
	if (emission.event === 'Ready') return placesIn(emission.carriers);
	const shares = emission.parts.map((part) => part.share).filter((share) => share !== null);
	return [...new Set([emission.offer.fulfillmentOrder, ...placesIn(shares)])];
}

function placesIn(shares: readonly Share[]): readonly string[] {
	return shares.map((share) => share.fulfillmentOrder.legacyId);
}

function detailsOfShare(
	share: Share | null,
	detailsOf: (fulfillmentOrder: string) => FulfillmentOrderDetails | undefined,
): FulfillmentOrderDetails | undefined {
	return share === null ? undefined : detailsOf(share.fulfillmentOrder.legacyId);
}

function describePart(
	part: Part,
	whole: Offer,
	found: readonly FulfillmentOrderDetails[],
	subject: Subject,
	detailsOf: (fulfillmentOrder: string) => FulfillmentOrderDetails | undefined,
	context: ItemContext,
): ItemJson {
	const details = detailsOfShare(part.share, detailsOf);
	const sources = details ? [details, ...found] : found;
	// Without a key of its own, a part is told by where it is, not by where the whole was.
	const fulfillmentOrder = details?.legacyId ?? whole.fulfillmentOrder;
	const offer = part.offer ?? { ...whole, fulfillmentOrder, units: part.units };
	const item = describeOffer('Ready', offer, sources, subject, context);
	// Confirming the whole keeps just these parts (see `confirmOffer`): where the whole was offered, which
	// need not be where its fulfillment order is now.
	const kept =
		part.offer?.location === whole.location ||
		(context.confirmsByProgress === true &&
			part.offer?.fulfillmentOrder === whole.fulfillmentOrder);
	const ended = { shipped: part.ended === 'shipped', gone: part.ended === 'gone' };
	if (part.offer) return { ...item, ready: true, kept, ...ended, reason: null };
	// A part that cannot be handed over has no key, so that nobody can hand it over by mistake.
	const { handover: _, orderNumber: __, ...rest } = item;
	return {
		...rest,
		orderNumber: null,
		handover: null,
		ready: false,
		kept: false,
		...ended,
		reason: part.reason,
	};
}

/** A fulfillment order by hand or in a manual run: as it would be offered. */
export function describeOffer(
	event: string,
	offer: Offer,
	sources: readonly FulfillmentOrderDetails[],
	subject: Subject,
	context: ItemContext,
): ItemJson {
	const main =
		sources.find((one) => one.legacyId === offer.fulfillmentOrder && one.lines.length > 0) ??
		sources[0];
	if (!main)
		throw new RangeError('an offer is described from the details of its fulfillment orders');
	const { order } = main;
	const number = targetOrderNumber(order.name, offer.key, order.siblings, context.numberStyle);
	const handover = describeHandover(offer, context);
	if (context.raw) {
		return {
			event,
			orderNumber: number,
			shop: context.shop,
			fulfillmentOrder: main.raw,
			units: offer.units,
			handover,
		};
	}
	const decimals = decimalsOf(order.currency);
	const lines = describeLines(offer, sources, subject.record, decimals);
	return {
		event,
		orderNumber: number,
		shop: context.shop,
		...describeOrderHead(order, context.shop),
		...describeFulfillmentOrder(main),
		...describeOrder(order),
		shipmentStatus: subject.shipmentStatus,
		value: describeValue(lines, decimals),
		totalWeightGrams: totalWeight(lines),
		part: { siblings: describeSiblings(order, offer, context.numberStyle) },
		lines: lines.map(({ goods: _, discount: __, ...line }) => line),
		handover,
		withheld: main.withheld,
	};
}

function describeHandover(offer: Offer, context: ItemContext): ItemJson {
	return {
		key: offer.key,
		// 0 tells Confirm Handover that nothing was offered.
		attempt: context.manual ? 0 : offer.attempts,
		firstOfferedAt: offer.firstOfferedAt,
		overdue: offer.attempts >= OVERDUE_FROM_ATTEMPT,
		confirmed: offer.confirmedAt !== undefined,
		manual: context.manual,
	};
}

function describeOrderHead(order: OrderDetails, shop: string): ItemJson {
	return {
		orderName: order.name,
		orderId: order.id,
		orderLegacyId: order.legacyId,
		orderUrl: `https://${shop}/admin/orders/${order.legacyId}`,
		orderCreatedAt: order.createdAt,
		processedAt: order.processedAt,
		cancelledAt: order.cancelledAt,
		cancelReason: order.cancelReason,
	};
}

function describeFulfillmentOrder(main: FulfillmentOrderDetails): ItemJson {
	return {
		fulfillmentOrderId: main.id,
		fulfillmentOrderLegacyId: main.legacyId,
		status: main.status,
		requestStatus: main.requestStatus,
		fulfillmentOrderCreatedAt: main.createdAt,
		fulfillmentOrderUpdatedAt: main.updatedAt,
		fulfillAt: main.fulfillAt,
		fulfillBy: main.fulfillBy,
		location: main.location,
		shipTo: shipTo(main.destination, main.order.shippingAddress),
		deliveryMethod: main.deliveryMethod,
		holds: main.holds,
		incoterm: main.incoterm,
	};
}

function describeOrder(order: OrderDetails): ItemJson {
	return {
		billTo: order.billingAddress,
		customer: order.customer,
		shippingMethod: order.shippingMethod,
		paymentStatus: order.paymentStatus,
		currency: order.currency,
		orderTotals: order.totals,
		taxesIncluded: order.taxesIncluded,
		tags: order.tags,
		note: order.note,
		attributes: order.attributes,
		poNumber: order.poNumber,
		company: order.company,
		sourceName: order.sourceName,
		customerLocale: order.customerLocale,
		risk: order.risk,
		discountCodes: order.discountCodes,
		paymentGateways: order.paymentGateways,
		test: order.test,
	};
}

/** Goods before discount, discount and tax of the units in this item, to the cent. */
function describeValue(lines: readonly DescribedLine[], decimals: number): ItemJson {
	const sum = (amount: (line: DescribedLine) => bigint): string =>
		fromMinor(
			lines.reduce((total, line) => total + amount(line), 0n),
			decimals,
		);
	return {
		goods: sum((line) => line.goods),
		discount: sum((line) => line.discount),
		tax: sum((line) => toMinor(line.tax, decimals)),
	};
}

/** Null if the weight of a line is not known: a wrong total is worse than none. */
function totalWeight(lines: readonly DescribedLine[]): number | null {
	let total = 0;
	for (const { weightGrams, quantity } of lines) {
		if (weightGrams === null) return null;
		total += weightGrams * quantity;
	}
	return total;
}

function describeSiblings(
	order: OrderDetails,
	offer: Offer,
	style: NumberStyle,
): readonly ItemJson[] {
	return order.siblings
		.filter((one) => one.deliveryMethod !== 'NONE' && one.legacyId !== offer.fulfillmentOrder)
		.map((one) => ({
			orderNumber: targetOrderNumber(order.name, one.legacyId, order.siblings, style),
			location: one.location,
		}));
}
