import { GraphQLError } from 'graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { paginate } from './connections';
import type { PageArguments } from './connections';
import { bag, byId, listPage, mayReadOrder, maySee, searchPage } from './context';
import type { Context, Resolvers, SearchArguments } from './context';
import { mergeable, supportedActions } from './fulfillmentOrders';
import { DISPLAY_REASONS } from './holds';
import { listedFulfillments, sourcesOf } from './resolveFulfillments';
import { searchableFulfillmentOrders } from './search';
import type {
	DeliveryMethod,
	FulfillmentOrder,
	FulfillmentOrderLine,
	Hold,
	Location,
} from './state';

/** Arguments of the FO lists at the top level. */
export interface FulfillmentOrdersArguments extends SearchArguments {
	readonly includeClosed?: boolean | null;
	readonly sortKey?: 'ID' | 'UPDATED_AT' | null;
}

const byUpdate = {
	id: (one: FulfillmentOrder) => one.legacyId,
	value: (one: FulfillmentOrder) => one.updatedAt,
};

/** `fulfillmentOrders`: without `includeClosed` only CLOSED is hidden `[recorded]`. */
export function fulfillmentOrdersPage(
	all: Iterable<FulfillmentOrder>,
	args: FulfillmentOrdersArguments,
	context: Context,
	info: GraphQLResolveInfo,
) {
	const items: FulfillmentOrder[] = [];
	const closed = args.includeClosed ?? false;
	for (const one of all) {
		if ((closed || one.status !== 'CLOSED') && maySee(one, context)) items.push(one);
	}
	const sorted = args.sortKey !== 'UPDATED_AT';
	const order = sorted ? byId : byUpdate;
	return searchPage(items, args, searchableFulfillmentOrders, order, sorted, context, info);
}

const assignedLocation = (location: Location) => ({
	address1: location.address.address1,
	address2: location.address.address2,
	city: location.address.city,
	countryCode: location.address.countryCode,
	province: location.address.province,
	zip: location.address.zip,
	phone: location.address.phone,
	name: location.name,
	location,
});

function destination(one: FulfillmentOrder) {
	const pickup = one.deliveryMethod?.methodType === 'PICK_UP';
	const address = one.order.shippingAddress;
	if (!address && !pickup) return null;
	const from = address ?? one.location.address;
	return {
		id: one.destinationId,
		address1: from.address1,
		address2: from.address2,
		city: from.city,
		company: from.company,
		countryCode: from.countryCode,
		email: one.order.email,
		firstName: from.firstName,
		lastName: from.lastName,
		phone: from.phone,
		province: from.province,
		zip: from.zip,
		location: pickup ? one.location : null,
	};
}

function orderOf(one: FulfillmentOrder, context: Context) {
	if (mayReadOrder(one.order, context)) return one.order;
	// What Shopify does is not known; a non-null field that is withheld can only be an error.
	throw new GraphQLError(
		'Access denied for order field. Required access: `read_all_orders` access scope.',
		{
			extensions: {
				code: 'ACCESS_DENIED',
				documentation: 'https://shopify.dev/api/usage/access-scopes',
				requiredAccess: '`read_all_orders` access scope.',
			},
		},
	);
}

// Recorded: MERGE is offered when the FO is read through its order or returned by a mutation, not
// when `fulfillmentOrder(id:)` reads it. Through `nodes(ids:)` nothing is recorded; it is offered.
function isReadAlone(info: GraphQLResolveInfo): boolean {
	const parent = info.path.prev;
	return info.operation.operation === 'query' && parent !== undefined && !parent.prev;
}

export const FulfillmentOrderResolvers: Resolvers<FulfillmentOrder> = {
	assignedLocation: (one) => assignedLocation(one.location),
	channelId: () => null,
	destination,
	fulfillmentHolds: (one) => one.holds,
	fulfillmentOrdersForMerge: (one, args: PageArguments) => paginate(mergeable(one), args, byId),
	fulfillments: (one, args: PageArguments, context) =>
		paginate(
			listedFulfillments(one.order, context).filter((made) => sourcesOf(made).includes(one)),
			args,
			byId,
			true,
		),
	internationalDuties: (one) => (one.order.dutiesIncluded ? { incoterm: 'DDP' } : null),
	lineItems: (one, args: PageArguments) => paginate(one.lines, args, byId),
	merchantRequests: (_one, args: PageArguments) => listPage([], args),
	order: (one, _args, context) => orderOf(one, context),
	orderId: (one) => one.order.id,
	orderName: (one) => one.order.name,
	orderProcessedAt: (one) => one.order.processedAt,
	remainingLineItemsWeight: (one) => ({
		unit: 'GRAMS',
		value: one.lines.reduce((sum, line) => sum + line.remaining * line.lineItem.weightGrams, 0),
	}),
	supportedActions: (one, _args, _context, info) =>
		supportedActions(one)
			.filter((action) => action !== 'MERGE' || !isReadAlone(info))
			.map((action) => ({ action, externalUrl: null })),
};

export const FulfillmentOrderLineItemResolvers: Resolvers<FulfillmentOrderLine> = {
	image: () => null,
	inventoryItemId: (line) => line.lineItem.variant?.inventoryItemId ?? null,
	originalUnitPriceSet: (line) => bag(line.lineItem.order, line.lineItem.unitPrice),
	productTitle: (line) => line.lineItem.title,
	remainingQuantity: (line) => line.remaining,
	requiresShipping: (line) => line.lineItem.requiresShipping,
	shippingLine: (line) => {
		const [shippingLine] = line.lineItem.order.shippingLines;
		return shippingLine ? { order: line.lineItem.order, shippingLine } : null;
	},
	sku: (line) => line.lineItem.sku,
	totalQuantity: (line) => line.total,
	variant: (line) => line.lineItem.variant,
	variantTitle: (line) => line.lineItem.variantTitle,
	vendor: (line) => line.lineItem.vendor,
	weight: (line) => ({ unit: 'GRAMS', value: line.lineItem.weightGrams }),
};

export const FulfillmentHoldResolvers: Resolvers<Hold> = {
	displayReason: (hold) => DISPLAY_REASONS[hold.reason] ?? 'Other',
	heldByApp: (hold, _args, context) => (hold.byThisApp ? context.world.state.app : null),
	heldByRequestingApp: (hold) => hold.byThisApp,
};

export const DeliveryMethodResolvers: Resolvers<DeliveryMethod> = {
	additionalInformation: (method) =>
		method.instructions === null && method.phone === null
			? null
			: { instructions: method.instructions, phone: method.phone },
	sourceReference: () => null,
};

export const FulfillmentServiceResolvers: Resolvers<{ readonly type: string }> = {
	callbackUrl: () => null,
	inventoryManagement: (service) => service.type === 'THIRD_PARTY',
	requiresShippingMethod: (service) => service.type === 'THIRD_PARTY',
	// Recorded for the manual service: no tracking support.
	trackingSupport: (service) => service.type === 'THIRD_PARTY',
};
