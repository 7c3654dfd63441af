import { GraphQLError } from 'graphql';
import { paginate } from './connections';
import { mayReadOrder, maySee, searchPage, SHOP_ID } from './context';
import type { Context, Resolvers, SearchArguments } from './context';
import { apiVersionNamed, SERVED_VERSIONS } from './access';
import { BulkQueryResolvers } from './resolveBulk';
import { fulfillmentOrdersPage } from './resolveFulfillmentOrders';
import type { FulfillmentOrdersArguments } from './resolveFulfillmentOrders';
import { ordersPage } from './resolveOrders';
import type { OrdersArguments } from './resolveOrders';
import { itemById, levelById, levelSource, StockQueryResolvers } from './resolveStock';
import { WebhookQueryResolvers } from './resolveWebhooks';
import { searchableLocations } from './search';
import type { Location } from './state';
import { parseGid } from './world';

/** The object with this GID, or null when there is none or the token may not see it. */
export function nodeById(id: string, context: Context): object | null {
	const { state } = context.world;
	const kind = parseGid(id)?.kind;
	switch (kind) {
		case 'Order': {
			const order = state.orders.get(id);
			return order && mayReadOrder(order, context) ? order : null;
		}
		case 'FulfillmentOrder': {
			const one = state.fulfillmentOrders.get(id);
			return one && maySee(one, context) ? one : null;
		}
		case 'FulfillmentOrderLineItem':
			return state.fulfillmentOrderLines.get(id) ?? null;
		case 'LineItem':
			return state.lineItems.get(id) ?? null;
		case 'Fulfillment':
			return state.fulfillments.get(id) ?? null;
		case 'Location':
			return state.locations.get(id) ?? null;
		case 'Metafield':
			return state.metafieldsById.get(id) ?? null;
		case 'AppInstallation':
			return id === state.installation.id ? state.installation : null;
		case 'Shop':
			return id === SHOP_ID ? { id, state } : null;
		case 'Product':
			return state.products.get(id) ?? null;
		case 'ProductVariant':
			return state.variants.get(id) ?? null;
		case 'BulkOperation':
			return context.world.bulk.get(id) ?? null;
		case 'WebhookSubscription':
			return state.webhooks.subscriptions.get(id) ?? null;
		case 'InventoryItem':
			return itemById(state, id);
		case 'InventoryLevel': {
			const level = levelById(state, id);
			return level ? levelSource(level) : null;
		}
		case 'InventoryAdjustmentGroup':
			return state.adjustments.find((one) => one.id === id) ?? null;
		case 'Customer':
			return state.customers.get(id) ?? null;
		default:
			return null;
	}
}

const byName = { id: (one: Location) => one.legacyId, value: (one: Location) => one.name };
const byLegacyId = { id: (one: Location) => one.legacyId, value: (one: Location) => one.legacyId };

interface LocationsArguments extends SearchArguments {
	readonly includeInactive?: boolean | null;
	readonly includeLegacy?: boolean | null;
	readonly sortKey?: string | null;
}

export const QueryRootResolvers: Resolvers<undefined> = {
	...BulkQueryResolvers,
	...StockQueryResolvers,
	...WebhookQueryResolvers,
	assignedFulfillmentOrders: (
		_source,
		args: FulfillmentOrdersArguments & { readonly locationIds?: readonly string[] | null },
		context,
		info,
	) => {
		const services = [...context.world.state.locations.values()].filter(
			(one) => one.fulfillmentService?.ownedByThisApp,
		);
		// Recorded: an app without a service gets this text, in brackets and quotes, and no code.
		if (services.length === 0) {
			throw new GraphQLError('["The api_client is not associated with any fulfillment service."]');
		}
		const assigned = [...context.world.state.fulfillmentOrders.values()].filter(
			(one) =>
				services.includes(one.location) &&
				(!args.locationIds || args.locationIds.includes(one.location.id)),
		);
		return fulfillmentOrdersPage(assigned, args, context, info);
	},
	currentAppInstallation: (_source, _args, context) => context.world.state.installation,
	fulfillment: (_source, args: { readonly id: string }, context) =>
		context.world.state.fulfillments.get(args.id) ?? null,
	fulfillmentOrder: (_source, args: { readonly id: string }, context) => {
		const one = context.world.state.fulfillmentOrders.get(args.id);
		return one && maySee(one, context) ? one : null;
	},
	fulfillmentOrders: (_source, args: FulfillmentOrdersArguments, context, info) =>
		fulfillmentOrdersPage(context.world.state.fulfillmentOrders.values(), args, context, info),
	location: (_source, args: { readonly id?: string | null }, context) => {
		const { locations } = context.world.state;
		if (args.id) return locations.get(args.id) ?? null;
		return [...locations.values()].find((one) => one.isActive) ?? null;
	},
	locations: (_source, args: LocationsArguments, context, info) => {
		const all = [...context.world.state.locations.values()].filter(
			(one) =>
				(one.isActive || args.includeInactive) &&
				// Locations of fulfillment services are shown only on demand `[schema: includeLegacy]`.
				(!one.fulfillmentService || args.includeLegacy),
		);
		if (args.sortKey === 'RELEVANCE') return paginate(all, args, byLegacyId);
		const order = args.sortKey === 'ID' ? byLegacyId : byName;
		return searchPage(all, args, searchableLocations, order, false, context, info);
	},
	node: (_source, args: { readonly id: string }, context) => nodeById(args.id, context),
	nodes: (_source, args: { readonly ids: readonly string[] }, context) =>
		args.ids.map((id) => nodeById(id, context)),
	order: (_source, args: { readonly id: string }, context) => {
		const order = context.world.state.orders.get(args.id);
		return order && mayReadOrder(order, context) ? order : null;
	},
	orders: (_source, args: OrdersArguments, context, info) =>
		ordersPage(context.world.state.orders.values(), args, context, info),
	publicApiVersions: () => [
		...SERVED_VERSIONS.map(apiVersionNamed),
		{ handle: 'unstable', displayName: 'unstable', supported: false },
	],
	shop: (_source, _args, context) => ({ id: SHOP_ID, state: context.world.state }),
};
