import { getNamedType, GraphQLError, isAbstractType, isObjectType, isScalarType } from 'graphql';
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import type { Page } from './connections';
import { accessDenied, notModelled } from './context';
import type { Context, Resolvers } from './context';
import { MutationResolvers } from './mutations';
import { BulkOperationResolvers } from './resolveBulk';
import * as catalog from './resolveCatalog';
import * as fulfillmentOrders from './resolveFulfillmentOrders';
import * as fulfillments from './resolveFulfillments';
import * as orders from './resolveOrders';
import { QueryRootResolvers } from './resolveRoot';
import * as stock from './resolveStock';
import { WebhookSubscriptionResolvers } from './resolveWebhooks';
import { formatTime, parseGid } from './world';

const RESOLVERS: Readonly<Record<string, Resolvers<never>>> = {
	QueryRoot: QueryRootResolvers,
	Mutation: MutationResolvers,
	BulkOperation: BulkOperationResolvers,
	AppInstallation: catalog.AppInstallationResolvers,
	App: catalog.AppResolvers,
	Company: catalog.CompanyResolvers,
	Customer: orders.CustomerResolvers,
	DeliveryMethod: fulfillmentOrders.DeliveryMethodResolvers,
	Fulfillment: fulfillments.FulfillmentResolvers,
	FulfillmentHold: fulfillmentOrders.FulfillmentHoldResolvers,
	FulfillmentLineItem: fulfillments.FulfillmentLineItemResolvers,
	FulfillmentOrder: fulfillmentOrders.FulfillmentOrderResolvers,
	FulfillmentOrderLineItem: fulfillmentOrders.FulfillmentOrderLineItemResolvers,
	FulfillmentService: fulfillmentOrders.FulfillmentServiceResolvers,
	InventoryAdjustmentGroup: stock.InventoryAdjustmentGroupResolvers,
	InventoryItem: stock.InventoryItemResolvers,
	InventoryLevel: stock.InventoryLevelResolvers,
	LineItem: orders.LineItemResolvers,
	Location: catalog.LocationResolvers,
	LocationAddress: catalog.LocationAddressResolvers,
	MailingAddress: orders.MailingAddressResolvers,
	Metafield: catalog.MetafieldResolvers,
	Order: orders.OrderResolvers,
	Product: catalog.ProductResolvers,
	ProductVariant: stock.ProductVariantResolvers,
	ShippingLine: orders.ShippingLineResolvers,
	Shop: catalog.ShopResolvers,
	TaxLine: orders.TaxLineResolvers,
	WebhookSubscription: WebhookSubscriptionResolvers,
};

/** Largest list in the input of a request `[shopify.dev/docs/api/usage/limits]`. */
const MAX_INPUT = 250;
/**
 * Lines of one FO in `fulfillmentCreate` `[schema: FulfillmentOrderLineItemsInput]`. How more are
 * refused is not recorded; here it is like any other list that is too long. Other mutations with a
 * list of this name are let off as well: nothing is known about them.
 */
const MAX_FULFILLMENT_LINES = 512;

function checkInput(value: unknown, limit: number): void {
	if (Array.isArray(value)) {
		if (value.length > limit) {
			// The code is documented, the text is Shopify's as seen in public threads, not recorded here.
			throw new GraphQLError(
				`The input array size of ${String(value.length)} is greater than the maximum allowed of ${String(limit)}.`,
				{ extensions: { code: 'MAX_INPUT_SIZE_EXCEEDED' } },
			);
		}
		for (const one of value) if (typeof one === 'object') checkInput(one, limit);
	} else if (typeof value === 'object' && value !== null) {
		for (const [key, one] of Object.entries(value)) {
			checkInput(one, key === 'fulfillmentOrderLineItems' ? MAX_FULFILLMENT_LINES : limit);
		}
	}
}

type Resolve = GraphQLFieldResolver<Record<string, unknown> | undefined, Context>;

/** Reads a field under its own name. What the source does not have, the demo shop does not model. */
function reader(typeName: string, fieldName: string): Resolve {
	return (source) => {
		const value = source?.[fieldName];
		if (value === undefined) throw notModelled(`${typeName}.${fieldName}`);
		return value;
	};
}

/** Type of a value that an interface or a union field returns. */
function typeNameOf(value: { readonly id?: string }): string {
	return value.id === undefined ? 'PurchasingCompany' : (parseGid(value.id)?.kind ?? '');
}

/**
 * Gives a bulk operation whole connections, and those at the root in parts: it has no pages, and
 * needs none in its query.
 */
function withoutPages(inner: Resolve, isRoot: boolean): Resolve {
	return (source, args, context, info) => {
		const { bulk } = context;
		if (!bulk) return inner(source, args, context, info);
		const everything = { ...(args as object), everything: true };
		if (!isRoot) return inner(source, everything, context, info);
		const key = String(info.path.key);
		const page = bulk.whole.get(key) ?? (inner(source, everything, context, info) as Page<unknown>);
		bulk.whole.set(key, page);
		const end = bulk.from + bulk.size;
		if (end < page.nodes.length) bulk.more = true;
		const nodes = page.nodes.slice(bulk.from, end);
		return { pageInfo: page.pageInfo, nodes, edges: nodes.map((node) => ({ cursor: '', node })) };
	};
}

/**
 * Puts the access check before a resolver; its key is made once, the check is one lookup. Where
 * the type shows only in the value, the value is checked (an error in its place, recorded for
 * fields; for nodes it is an inference).
 */
function guarded(
	typeName: string,
	fieldName: string,
	isAbstract: boolean,
	inner: Resolve,
): Resolve {
	const key = `${typeName}.${fieldName}`;
	const checkValue = (value: unknown, context: Context): unknown => {
		if (typeof value !== 'object' || value === null) return value;
		if (Array.isArray(value)) return value.map((one) => checkValue(one, context));
		const missing = context.denied.get(typeNameOf(value));
		return missing ? accessDenied(fieldName, missing) : value;
	};
	return (source, args, context, info) => {
		const missing = context.denied.get(key);
		if (missing) throw accessDenied(fieldName, missing);
		const value = inner(source, args, context, info);
		return isAbstract && context.denied.size > 0 ? checkValue(value, context) : value;
	};
}

function serializeTime(value: unknown): string {
	return typeof value === 'number' ? formatTime(value) : String(value);
}

function parseTime(value: unknown): string {
	if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) return value;
	throw new GraphQLError(`Invalid DateTime: ${String(value)}`);
}

/** Recorded is that a malformed URL is no value for the type; the text is not. */
function parseUrl(value: unknown): string {
	if (typeof value === 'string' && /^[a-z][a-z0-9+.-]*:\/\/[^\s/]+\S*$/i.test(value)) return value;
	throw new GraphQLError(`Invalid url '${String(value)}'`);
}

/** Gives every field of the schema its resolver, and the scalars and abstract types their sense. */
export function prepareSchema(schema: GraphQLSchema): void {
	for (const type of Object.values(schema.getTypeMap())) {
		if (type.name.startsWith('__')) continue;
		if (isScalarType(type)) {
			if (type.name === 'DateTime') {
				type.serialize = serializeTime;
				type.parseValue = parseTime;
			} else if (type.name === 'URL') {
				type.parseValue = parseUrl;
			} else if (type.name === 'UnsignedInt64') {
				type.serialize = String;
			}
		} else if (isAbstractType(type)) {
			type.resolveType = typeNameOf;
		} else if (isObjectType(type)) {
			const resolvers = RESOLVERS[type.name];
			const isRoot = type.name === 'QueryRoot' || type.name === 'Mutation';
			for (const field of Object.values(type.getFields())) {
				const given = resolvers?.[field.name] as Resolve | undefined;
				const own = given ?? reader(type.name, field.name);
				const isPaged = getNamedType(field.type).name.endsWith('Connection');
				const inner = isPaged ? withoutPages(own, isRoot) : own;
				const checked: Resolve = isRoot
					? (source, args, context, info) => {
							checkInput(args, MAX_INPUT);
							return inner(source, args, context, info);
						}
					: inner;
				const isAbstract = isAbstractType(getNamedType(field.type));
				field.resolve = guarded(type.name, field.name, isAbstract, checked);
			}
		}
	}
}
