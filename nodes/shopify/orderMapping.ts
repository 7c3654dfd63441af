import type { DetailHashes } from '../domain/detailHashes';
import type { FulfillmentOrderState, OrderHead, UnitLine } from '../domain/order';
import { shipTo } from '../domain/shipTo';
import { toAddress, toDestination } from './addresses';
import type { ReadOrderStatesQuery } from './generated/admin.generated';
import { legacyId } from './gid';
import { hashDetails } from './hashDetails';

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

/** Shopify's answer about a fulfillment order, with all of its lines, and its order → what decides about it. */
export function toFulfillmentOrderState(
	node: Omit<FulfillmentOrderNode, 'lineItems'>,
	lines: readonly UnitLineNode[],
	order: Pick<OrderHeadNode, 'id' | 'note' | 'shippingAddress'>,
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
		details: toDetailHashes(node, order),
		lines: lines.map(toUnitLine),
	};
}

/** Addresses end here: what goes on knows only whether they are still the same. */
function toDetailHashes(
	{ destination, deliveryMethod }: Omit<FulfillmentOrderNode, 'lineItems'>,
	{ id, note, shippingAddress }: Pick<OrderHeadNode, 'id' | 'note' | 'shippingAddress'>,
): DetailHashes {
	const { methodType, presentedName, serviceCode, additionalInformation } = deliveryMethod ?? {};
	const address = shipTo(
		destination ? toDestination(destination) : null,
		toAddress(shippingAddress, null),
	);
	return hashDetails(id, {
		shipTo: address ?? undefined,
		deliveryMethod: [methodType ?? null, presentedName ?? null, serviceCode ?? null],
		instructions: [
			additionalInformation?.instructions ?? null,
			additionalInformation?.phone ?? null,
		],
		note: note ?? null,
	});
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
