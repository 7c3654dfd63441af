import { GraphQLError } from 'graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { paginate } from './connections';
import type { Page, PageArguments, SortOrder } from './connections';
import { compileSearch } from './search';
import type { Searchable, SearchNote } from './search';
import type { FulfillmentOrder, Order } from './state';
import { gid } from './world';
import type { World } from './world';

/** What resolvers get besides their source: the shop, and what this token may do. */
export interface Context {
	readonly world: World;
	/** Version of the API, e.g. `2026-10`. */
	readonly version: string;
	/** Where the shop is for the caller, e.g. `https://harbour-goods.myshopify.com`. */
	readonly origin: string;
	/** What mutations under an idempotency key answer in place of doing their work. */
	readonly refuseKeys?: KeyRefusal | undefined;
	/** Set while a bulk operation runs, which has its own pages. */
	readonly bulk?: BulkPages | undefined;
	readonly scopes: ReadonlySet<string>;
	readonly denied: ReadonlyMap<string, readonly string[]>;
	/** Search warnings, collected for `extensions.search`. */
	readonly notes: SearchNote[];
}

/** A resolver of the demo shop; all are synchronous. */
export type Resolver<Source, Arguments = Record<string, never>> = (
	source: Source,
	args: Arguments,
	context: Context,
	info: GraphQLResolveInfo,
) => unknown;

/** Resolvers of one type. Fields without one are read from the source under their own name. */
export type Resolvers<Source> = Readonly<
	// Each resolver states its own arguments (`never` admits them all); the schema has checked them by
	// the time it runs.
	Record<
		string,
		(source: Source, args: never, context: Context, info: GraphQLResolveInfo) => unknown
	>
>;

/** How Shopify refuses an idempotency key whose first call is under way or has failed. */
export type KeyRefusal = 'IDEMPOTENCY_CONCURRENT_REQUEST' | 'IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED';

/** The part of each root connection that a bulk operation reads next. */
export interface BulkPages {
	from: number;
	readonly size: number;
	/** Whether a root connection has more than was read by now. */
	more: boolean;
	/** What the root connections hold, by response key. */
	readonly whole: Map<string, Page<unknown>>;
}

const SIXTY_DAYS = 60 * 86_400_000;

/** Whether this token may read the order: 60 days back, all with `read_all_orders` `[schema]`. */
export function mayReadOrder(order: Order, { world, scopes }: Context): boolean {
	return scopes.has('read_all_orders') || order.createdAt >= world.settings.clock() - SIXTY_DAYS;
}

/** The class of FO scopes that this FO falls under. */
export function classOf(
	fulfillmentOrder: FulfillmentOrder,
): 'merchant_managed' | 'assigned' | 'third_party' {
	const service = fulfillmentOrder.location.fulfillmentService;
	if (!service) return 'merchant_managed';
	return service.ownedByThisApp ? 'assigned' : 'third_party';
}

/** FOs of a class the app may not read are silently absent `[schema: fulfillmentOrders]`. */
export function maySee(fulfillmentOrder: FulfillmentOrder, context: Context): boolean {
	if (!context.scopes.has(`read_${classOf(fulfillmentOrder)}_fulfillment_orders`)) return false;
	const { oldOrders } = context.world.settings.unknowns;
	return oldOrders === 'nullWithError' || mayReadOrder(fulfillmentOrder.order, context);
}

const DOCUMENTATION = 'https://shopify.dev/api/usage/access-scopes';

/** Shopify's answer to a missing scope. With several scopes the text is not recorded. */
export function accessDenied(fieldName: string, scopes: readonly string[]): GraphQLError {
	const listed = scopes.map((scope) => `\`${scope}\``).join(' or ');
	const requiredAccess = `${listed} access scope.`;
	return new GraphQLError(
		`Access denied for ${fieldName} field. Required access: ${requiredAccess}`,
		{ extensions: { code: 'ACCESS_DENIED', documentation: DOCUMENTATION, requiredAccess } },
	);
}

/** A field of the schema that the demo shop has nothing to say about. */
export function notModelled(name: string): Error {
	return new Error(`The demo shop does not model ${name}`);
}

/** Hundredths → Shopify's decimal text: `10.0`, `12.5`, `12.34` `[recorded]`. */
export function decimal(hundredths: number): string {
	return (hundredths / 100).toFixed(2).replace(/0$/, '');
}

/** A `MoneyBag` of an order: in the shop's currency and in the customer's. */
export function bag(order: Order, hundredths: number) {
	const presentment = Math.round(hundredths * order.presentmentRate);
	return {
		shopMoney: { amount: decimal(hundredths), currencyCode: order.currency },
		presentmentMoney: { amount: decimal(presentment), currencyCode: order.presentmentCurrency },
	};
}

/** Arguments of a connection with a search. */
export type SearchArguments = PageArguments & { readonly query?: string | null };

/**
 * Filters with the search of the arguments, noting its warnings, and cuts the page out.
 *
 * @param items all that `searchable` has candidates from, if it has any
 */
export function searchPage<T extends { readonly id: string; readonly updatedAt?: number }>(
	items: readonly T[],
	args: SearchArguments,
	searchable: Searchable<T>,
	order: SortOrder<T>,
	sorted: boolean,
	context: Context,
	info: GraphQLResolveInfo,
): Page<T> {
	if (!args.query) return paginate(items, args, order, sorted);
	const { settings } = context.world;
	const search = compileSearch(args.query, searchable, settings.timeZone);
	const { test, hits, parsed, warnings } = search;
	if (warnings.length > 0) {
		const path = [...pathOf(info)];
		context.notes.push({ path, query: args.query, parsed, warnings });
	}
	// With a lag, what changed a moment ago is not found by any filter: coarser than in reality,
	// where it is still found under its old values.
	const newest = settings.clock() - settings.unknowns.searchLagMs;
	const lagging = settings.unknowns.searchLagMs > 0;
	const visible = (one: T): boolean => !(lagging && (one.updatedAt ?? 0) > newest);
	if (hits) return paginate([...hits].filter(visible), args, order);
	const found = items.filter((one) => test(one) && visible(one));
	return paginate(found, args, order, sorted);
}

function pathOf(info: GraphQLResolveInfo): (string | number)[] {
	const path: (string | number)[] = [];
	for (let at: GraphQLResolveInfo['path'] | undefined = info.path; at; at = at.prev) {
		path.unshift(at.key);
	}
	return path;
}

/** Sort order by id, for lists whose entries have a numeric one. */
export const byId = {
	id: (one: { readonly legacyId: number }) => one.legacyId,
	value: (one: { readonly legacyId: number }) => one.legacyId,
};

/** A page of a short list that has no numbers of its own: by place in the list. */
export function listPage<T>(items: readonly T[], args: PageArguments): Page<T> {
	const places = new Map(items.map((one, index) => [one, index + 1]));
	const place = (one: T) => places.get(one) ?? 0;
	return paginate(items, args, { id: place, value: place }, true);
}

/** The GID of the shop itself. */
export const SHOP_ID = gid('Shop', 68_114_432_306);
