import type { FulfillmentOrderState, OrderHead, UnitLine } from '../domain/order';
import type { ReadOrderStatesQuery } from './generated/admin.generated';
import { legacyId } from './gid';

type OrderNode = Extract<
	NonNullable<ReadOrderStatesQuery['nodes'][number]>,
	{ displayFinancialStatus?: unknown }
>;
type FulfillmentOrderNode = OrderNode['fulfillmentOrders']['nodes'][number];
type UnitLineNode = FulfillmentOrderNode['lineItems']['nodes'][number];

/** The deciding fields of an order, as both the scan and the reading of whole orders ask for them. */
export type OrderHeadNode = Omit<OrderNode, 'metafield' | 'fulfillments' | 'fulfillmentOrders'>;

/** Shopify's answer about an order → what filters ask. */
export function toOrderHead(order: OrderHeadNode): OrderHead {
	return {
		id: order.id,
		legacyId: legacyId(order.id),
		name: order.name,
		createdAt: order.createdAt,
		cancelledAt: order.cancelledAt ?? null,
		paymentStatus: order.displayFinancialStatus ?? null,
		due: order.totalOutstandingSet.shopMoney.amount,
		tags: order.tags,
		test: order.test,
		sourceName: order.sourceName ?? null,
		risk: order.risk.recommendation,
		shippingCountry: order.shippingAddress?.countryCodeV2 ?? null,
	};
}

/** Shopify's answer about a fulfillment order, with all of its lines → what decides about it. */
export function toFulfillmentOrderState(
	node: Omit<FulfillmentOrderNode, 'lineItems'>,
	lines: readonly UnitLineNode[],
): FulfillmentOrderState {
	const { location, name } = node.assignedLocation;
	return {
		id: node.id,
		legacyId: legacyId(node.id),
		status: node.status,
		createdAt: node.createdAt,
		updatedAt: node.updatedAt,
		fulfillAt: node.fulfillAt ?? null,
		supportedActions: node.supportedActions.map(({ action }) => action),
		location: {
			id: location ? legacyId(location.id) : null,
			name,
			isFulfillmentService: location?.isFulfillmentService ?? false,
		},
		deliveryMethod: node.deliveryMethod?.methodType ?? null,
		hasDestination: node.destination !== null && node.destination !== undefined,
		destinationCountry: node.destination?.countryCode ?? null,
		lines: lines.map(toUnitLine),
	};
}

function toUnitLine(line: UnitLineNode): UnitLine {
	return {
		id: line.id,
		orderLineId: legacyId(line.lineItem.id),
		inventoryItemId: line.inventoryItemId ?? null,
		total: line.totalQuantity,
		remaining: line.remainingQuantity,
		requiresShipping: line.requiresShipping,
	};
}
