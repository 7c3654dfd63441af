import type {
	DetailedLine,
	FulfillmentOrderDetails,
	OrderDetails,
	Sibling,
} from '../domain/details';
import { toAddress, toDestination } from './addresses';
import type { Answer, ShopifyClient } from './client';
import { allNodes, NEXT_PAGE_SIZE } from './connections';
import type { ReadFulfillmentOrderDetailsQuery } from './generated/admin.generated';
import { legacyId } from './gid';
import {
	READ_FULFILLMENT_ORDER_DETAILS,
	READ_MORE_DETAILED_LINES,
	READ_MORE_SIBLINGS,
} from './operations/readFulfillmentOrderDetails';

type DetailsNode = Extract<
	NonNullable<ReadFulfillmentOrderDetailsQuery['nodes'][number]>,
	{ order: unknown }
>;
type OrderNode = DetailsNode['order'];
type LineNode = DetailsNode['lineItems']['nodes'][number];
type Money = { readonly shopMoney: { readonly amount: string } } | null | undefined;

/** Fulfillment orders of one request: the query costs the same for one and for all of them. */
export const DETAILS_PER_REQUEST = 250;
const LINES_WITH_DETAILS = 25;

/** A target gets null for what is not there; Shopify's types also know undefined. */
const orNull = <T>(value: T | null | undefined): T | null => value ?? null;

/**
 * Reads what a target needs to know of fulfillment orders, by legacy id; one that is gone is missing.
 * One request for 250, and more for those with more than 25 lines.
 */
export async function readFulfillmentOrderDetails(
	client: ShopifyClient,
	ids: readonly string[],
): Promise<ReadonlyMap<string, FulfillmentOrderDetails>> {
	const found = new Map<string, FulfillmentOrderDetails>();
	for (let start = 0; start < ids.length; start += DETAILS_PER_REQUEST) {
		const answer: Answer<ReadFulfillmentOrderDetailsQuery> = await client.run(
			READ_FULFILLMENT_ORDER_DETAILS,
			{ ids: ids.slice(start, start + DETAILS_PER_REQUEST), lines: LINES_WITH_DETAILS },
			{ repeat: 'read' },
		);
		const withheld = [...new Set(answer.withheld.map(({ path }) => path.replace(/^nodes\./, '')))];
		for (const node of answer.data.nodes) {
			if (!node || !('order' in node)) continue;
			found.set(legacyId(node.id), await toDetails(client, node, withheld));
		}
	}
	return found;
}

async function toDetails(
	client: ShopifyClient,
	node: DetailsNode,
	withheld: readonly string[],
): Promise<FulfillmentOrderDetails> {
	const lines = await allNodes(node.lineItems, async (after) => {
		const { data } = await client.run(
			READ_MORE_DETAILED_LINES,
			{ id: node.id, after, first: NEXT_PAGE_SIZE },
			{ repeat: 'read' },
		);
		return data.fulfillmentOrder?.lineItems;
	});
	const siblings = await allNodes(node.order.fulfillmentOrders, async (after) => {
		const { data } = await client.run(
			READ_MORE_SIBLINGS,
			{ id: node.order.id, after, first: NEXT_PAGE_SIZE },
			{ repeat: 'read' },
		);
		return data.order?.fulfillmentOrders;
	});
	const { destination, deliveryMethod } = node;
	return {
		id: node.id,
		legacyId: legacyId(node.id),
		status: node.status,
		requestStatus: node.requestStatus,
		createdAt: node.createdAt,
		updatedAt: node.updatedAt,
		fulfillAt: orNull(node.fulfillAt),
		fulfillBy: orNull(node.fulfillBy),
		incoterm: orNull(node.internationalDuties?.incoterm),
		location: toLocation(node.assignedLocation),
		destination: destination ? toDestination(destination) : null,
		deliveryMethod: deliveryMethod ? toDeliveryMethod(deliveryMethod) : null,
		holds: node.fulfillmentHolds.map((hold) => ({
			id: hold.id,
			handle: orNull(hold.handle),
			reason: hold.reason,
			displayReason: hold.displayReason,
			notes: orNull(hold.reasonNotes),
			ours: hold.heldByRequestingApp,
		})),
		lines: lines.map(toLine),
		order: toOrder(node.order, siblings.map(toSibling)),
		withheld,
		raw: { ...node, lineItems: { nodes: lines } },
	};
}

function toLocation(node: DetailsNode['assignedLocation']): FulfillmentOrderDetails['location'] {
	return {
		id: node.location ? legacyId(node.location.id) : null,
		name: node.name,
		address1: orNull(node.address1),
		address2: orNull(node.address2),
		city: orNull(node.city),
		province: orNull(node.province),
		zip: orNull(node.zip),
		countryCode: node.countryCode,
		phone: orNull(node.phone),
	};
}

function toDeliveryMethod(
	node: NonNullable<DetailsNode['deliveryMethod']>,
): FulfillmentOrderDetails['deliveryMethod'] {
	return {
		type: node.methodType,
		name: orNull(node.presentedName),
		serviceCode: orNull(node.serviceCode),
		instructions: orNull(node.additionalInformation?.instructions),
		phone: orNull(node.additionalInformation?.phone),
		minAt: orNull(node.minDeliveryDateTime),
		maxAt: orNull(node.maxDeliveryDateTime),
	};
}

const GRAMS: Readonly<Record<string, number>> = {
	GRAMS: 1,
	KILOGRAMS: 1000,
	OUNCES: 28.349523125,
	POUNDS: 453.59237,
};

function toGrams(weight: LineNode['weight']): number | null {
	const grams = weight && GRAMS[weight.unit];
	return grams ? Math.round(weight.value * grams) : null;
}

function toLine(line: LineNode): DetailedLine {
	const { lineItem, variant } = line;
	return {
		fulfillmentOrderLineItemId: line.id,
		orderLineItemId: lineItem.id,
		orderLineId: legacyId(lineItem.id),
		variantId: orNull(variant?.id),
		productId: orNull(lineItem.product?.id),
		inventoryItemId: orNull(line.inventoryItemId),
		sku: orNull(line.sku),
		barcode: orNull(variant?.barcode),
		title: line.productTitle,
		variantTitle: orNull(line.variantTitle),
		vendor: orNull(line.vendor),
		remaining: line.remainingQuantity,
		pricedQuantity: lineItem.quantity,
		orderedQuantity: lineItem.currentQuantity,
		unitPrice: lineItem.originalUnitPriceSet.shopMoney.amount,
		discountedUnitPrice: lineItem.discountedUnitPriceAfterAllDiscountsSet.shopMoney.amount,
		discount: lineItem.totalDiscountSet.shopMoney.amount,
		taxes: lineItem.taxLines.map((tax) => tax.priceSet.shopMoney.amount),
		weightGrams: toGrams(line.weight),
		requiresShipping: line.requiresShipping,
		giftCard: lineItem.isGiftCard,
		properties: toRecord(lineItem.customAttributes),
		sellingPlan: orNull(lineItem.sellingPlan?.name),
		bundle: lineItem.lineItemGroup
			? {
					groupId: lineItem.lineItemGroup.id,
					title: lineItem.lineItemGroup.title,
					quantity: lineItem.lineItemGroup.quantity,
				}
			: null,
	};
}

function toRecord(
	attributes: readonly { readonly key: string; readonly value?: string | null | undefined }[],
): Record<string, string | null> {
	return Object.fromEntries(attributes.map(({ key, value }) => [key, orNull(value)]));
}

function toSibling(node: OrderNode['fulfillmentOrders']['nodes'][number]): Sibling {
	return {
		legacyId: legacyId(node.id),
		deliveryMethod: orNull(node.deliveryMethod?.methodType),
		location: node.assignedLocation.name,
	};
}

const amount = (money: Money): string | null => orNull(money?.shopMoney.amount);

function toOrder(order: OrderNode, siblings: readonly Sibling[]): OrderDetails {
	const { customer, shippingLine, purchasingEntity } = order;
	return {
		id: order.id,
		legacyId: order.legacyResourceId,
		name: order.name,
		createdAt: order.createdAt,
		processedAt: order.processedAt,
		cancelledAt: orNull(order.cancelledAt),
		cancelReason: orNull(order.cancelReason),
		paymentStatus: orNull(order.displayFinancialStatus),
		currency: order.currencyCode,
		totals: {
			subtotal: amount(order.currentSubtotalPriceSet),
			shipping: amount(order.currentShippingPriceSet),
			tax: amount(order.currentTotalTaxSet),
			discount: amount(order.currentTotalDiscountsSet),
			total: amount(order.currentTotalPriceSet),
			due: amount(order.totalOutstandingSet),
		},
		taxesIncluded: order.taxesIncluded,
		tags: order.tags,
		note: orNull(order.note),
		email: orNull(order.email),
		phone: orNull(order.phone),
		attributes: toRecord(order.customAttributes),
		poNumber: orNull(order.poNumber),
		sourceName: orNull(order.sourceName),
		customerLocale: orNull(order.customerLocale),
		risk: order.risk.recommendation,
		discountCodes: order.discountCodes,
		paymentGateways: order.paymentGatewayNames,
		test: order.test,
		shippingMethod: shippingLine ? toShippingMethod(shippingLine) : null,
		shippingAddress: toAddress(order.shippingAddress, orNull(order.email)),
		billingAddress: toAddress(order.billingAddress, orNull(order.email)),
		customer: customer ? toCustomer(customer) : null,
		company: purchasingEntity && 'company' in purchasingEntity ? toCompany(purchasingEntity) : null,
		siblings,
	};
}

function toShippingMethod(
	node: NonNullable<OrderNode['shippingLine']>,
): OrderDetails['shippingMethod'] {
	return {
		title: node.title,
		code: orNull(node.code),
		carrier: orNull(node.carrierIdentifier),
		price: amount(node.currentDiscountedPriceSet),
	};
}

function toCustomer(node: NonNullable<OrderNode['customer']>): OrderDetails['customer'] {
	return {
		id: node.id,
		firstName: orNull(node.firstName),
		lastName: orNull(node.lastName),
		name: node.displayName,
		email: orNull(node.defaultEmailAddress?.emailAddress),
		phone: orNull(node.defaultPhoneNumber?.phoneNumber),
	};
}

type BuyerNode = Extract<NonNullable<OrderNode['purchasingEntity']>, { company: unknown }>;

function toCompany({ company, location }: BuyerNode): OrderDetails['company'] {
	return {
		id: company.id,
		name: company.name,
		externalId: orNull(company.externalId),
		location: { id: location.id, name: location.name, externalId: orNull(location.externalId) },
	};
}
