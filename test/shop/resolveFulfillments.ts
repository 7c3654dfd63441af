import { paginate } from './connections';
import type { PageArguments } from './connections';
import { bag, byId, listPage } from './context';
import type { Context, Resolvers } from './context';
import { estimatedDelivery, firstTime } from './fulfillmentEvents';
import type {
	Fulfillment,
	FulfillmentEvent,
	FulfillmentLine,
	FulfillmentOrder,
	Order,
} from './state';
import { discounted } from './totals';
import { formatTime } from './world';

/**
 * The fulfillments that lists of an order show, cancelled ones too; the newest may be missing
 * (`unknowns.fulfillmentLagMs`).
 */
export function listedFulfillments(
	{ fulfillments }: Order,
	{ world }: Context,
): readonly Fulfillment[] {
	const lag = world.settings.unknowns.fulfillmentLagMs;
	if (lag === 0) return fulfillments;
	const newest = world.settings.clock() - lag;
	return fulfillments.filter((one) => one.createdAt <= newest);
}

/** The FOs that a fulfillment took units from. */
export function sourcesOf({ lines }: Fulfillment): FulfillmentOrder[] {
	return [
		...new Set(lines.flatMap(({ parts }) => parts.map(({ fulfillmentOrder }) => fulfillmentOrder))),
	];
}

/** The service of the merchant's own locations, as recorded. */
const MANUAL_SERVICE = {
	id: 'gid://shopify/FulfillmentService/manual',
	handle: 'manual',
	serviceName: 'Manual',
	type: 'MANUAL',
};

const byHappening = {
	id: (one: FulfillmentEvent) => one.legacyId,
	// The form in which recorded cursors have it.
	value: (one: FulfillmentEvent) =>
		formatTime(one.happenedAt).replace('T', ' ').replace('Z', '.000000'),
};

export const FulfillmentResolvers: Resolvers<Fulfillment> = {
	deliveredAt: (made) => firstTime(made, 'DELIVERED'),
	estimatedDeliveryAt: estimatedDelivery,
	events: (made, args: PageArguments & { readonly sortKey?: 'HAPPENED_AT' | 'ID' | null }) =>
		paginate(made.events, args, args.sortKey === 'ID' ? byId : byHappening),
	inTransitAt: (made) => firstTime(made, 'IN_TRANSIT'),
	fulfillmentLineItems: (made, args: PageArguments) => listPage(made.lines, args),
	fulfillmentOrders: (made, args: PageArguments) => paginate(sourcesOf(made), args, byId),
	legacyResourceId: (made) => made.legacyId,
	requiresShipping: (made) => made.lines.some((line) => line.lineItem.requiresShipping),
	service: (made) =>
		made.location.fulfillmentService ?? { ...MANUAL_SERVICE, location: made.location },
	totalQuantity: (made) => made.lines.reduce((sum, line) => sum + line.quantity, 0),
	trackingInfo: (made, args: { readonly first?: number | null }) =>
		made.tracking.slice(0, args.first ?? undefined),
};

export const FulfillmentLineItemResolvers: Resolvers<FulfillmentLine> = {
	discountedTotalSet: (line) => bag(line.lineItem.order, discounted(line.lineItem, line.quantity)),
	originalTotalSet: (line) => bag(line.lineItem.order, line.lineItem.unitPrice * line.quantity),
};
