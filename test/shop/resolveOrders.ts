import type { GraphQLResolveInfo } from 'graphql';
import { paginate } from './connections';
import type { PageArguments } from './connections';
import { bag, byId, listPage, mayReadOrder, maySee, notModelled, searchPage } from './context';
import type { Context, Resolvers, SearchArguments } from './context';
import { fulfilledUnits, fulfillmentStatus } from './fulfillmentStatus';
import { resolveNamespace } from './metafields';
import { listedFulfillments } from './resolveFulfillments';
import { searchableFulfillmentOrders, searchableOrders } from './search';
import type { Address, Customer, LineItem, Metafield, Order, ShippingLine, TaxLine } from './state';
import { discounted, totalsOf } from './totals';

/** Arguments of `orders`. Sort keys beyond these four are not modelled. */
export interface OrdersArguments extends SearchArguments {
	readonly sortKey?: string | null;
}

const ORDER_SORTS: Readonly<Record<string, (one: Order) => number>> = {
	ID: (one) => one.legacyId,
	CREATED_AT: (one) => one.createdAt,
	PROCESSED_AT: (one) => one.processedAt,
	UPDATED_AT: (one) => one.updatedAt,
	ORDER_NUMBER: (one) => one.number,
};

/** `orders`: those older than 60 days are left out without `read_all_orders`. */
export function ordersPage(
	all: Iterable<Order>,
	args: OrdersArguments,
	context: Context,
	info: GraphQLResolveInfo,
) {
	const items: Order[] = [];
	for (const one of all) if (mayReadOrder(one, context)) items.push(one);
	const sortKey = args.sortKey ?? 'PROCESSED_AT';
	const value = ORDER_SORTS[sortKey];
	if (!value) throw new Error(`The demo shop does not sort orders by ${sortKey}`);
	const order = { id: (one: Order) => one.legacyId, value };
	return searchPage(items, args, searchableOrders, order, sortKey === 'ID', context, info);
}

/** Units of the line that are waiting in FOs; held ones do not count as fulfillable `[recorded]`. */
function unitsIn(line: LineItem, counts: (status: string) => boolean): number {
	let sum = 0;
	for (const one of line.order.fulfillmentOrders) {
		if (!counts(one.status)) continue;
		for (const foLine of one.lines) if (foLine.lineItem === line) sum += foLine.remaining;
	}
	return sum;
}

const money =
	(which: 'original' | 'current', part: 'subtotal' | 'shipping' | 'tax' | 'discounts' | 'total') =>
	(order: Order) =>
		bag(order, totalsOf(order, which)[part]);

const weightOf = (order: Order, key: 'quantity' | 'currentQuantity'): number =>
	order.lines.reduce((sum, line) => sum + line[key] * line.weightGrams, 0);

const unitsOf = (order: Order, key: 'quantity' | 'currentQuantity'): number =>
	order.lines.reduce((sum, line) => sum + line[key], 0);

const addressOf = (address: Address | null, id: string) => address && { ...address, id };

/** A tax line with the order whose currency its amount is in. */
export const taxLinesOf = (order: Order, lines: readonly TaxLine[]) =>
	lines.map((line) => ({ ...line, order }));

function shippingLines(order: Order): ShippingLineSource[] {
	return order.shippingLines.map((shippingLine) => ({ order, shippingLine }));
}

/** A metafield of an owner by key and namespace; none: the app's own namespace. */
export function metafieldOf(
	owner: { readonly metafields: ReadonlyMap<string, Metafield> },
	args: { readonly key: string; readonly namespace?: string | null },
	context: Context,
): Metafield | null {
	const namespace = resolveNamespace(context.world, args.namespace);
	return owner.metafields.get(`${namespace}.${args.key}`) ?? null;
}

const RECOMMENDATIONS: Readonly<Record<string, string>> = {
	HIGH: 'CANCEL',
	MEDIUM: 'INVESTIGATE',
	LOW: 'ACCEPT',
};

export const OrderResolvers: Resolvers<Order> = {
	app: (order) => order.appName && { id: 'gid://shopify/OrderApp/580111', name: order.appName },
	billingAddress: (order) => addressOf(order.billingAddress, order.addressIds.billing),
	billingAddressMatchesShippingAddress: (order) =>
		JSON.stringify(order.billingAddress) === JSON.stringify(order.shippingAddress),
	canMarkAsPaid: (order) => order.financialStatus === 'PENDING',
	capturable: (order) => order.financialStatus === 'AUTHORIZED',
	cartToken: () => null,
	checkoutToken: () => null,
	closed: (order) => order.closedAt !== null,
	confirmed: () => true,
	currencyCode: (order) => order.currency,
	currentShippingPriceSet: money('current', 'shipping'),
	currentSubtotalLineItemsQuantity: (order) => unitsOf(order, 'currentQuantity'),
	currentSubtotalPriceSet: money('current', 'subtotal'),
	currentTaxLines: (order) =>
		taxLinesOf(
			order,
			order.lines.flatMap((line) => line.taxLines),
		),
	currentTotalDiscountsSet: money('current', 'discounts'),
	currentTotalPriceSet: money('current', 'total'),
	currentTotalTaxSet: money('current', 'tax'),
	currentTotalDutiesSet: () => null,
	currentTotalWeight: (order) => weightOf(order, 'currentQuantity'),
	discountCode: (order) => order.discountCodes[0] ?? null,
	displayAddress: (order) =>
		order.shippingAddress
			? addressOf(order.shippingAddress, order.addressIds.shipping)
			: addressOf(order.billingAddress, order.addressIds.billing),
	displayFinancialStatus: (order) => order.financialStatus,
	displayFulfillmentStatus: fulfillmentStatus,
	fulfillable: (order) =>
		order.cancelledAt === null &&
		order.fulfillmentOrders.some((one) => one.status === 'OPEN' || one.status === 'IN_PROGRESS'),
	fulfillmentOrders: (
		order,
		args: SearchArguments & { readonly displayable?: boolean | null },
		context,
		info,
	) => {
		// Closed after being merged or moved: nothing in it and nothing of it shipped.
		const shown = order.fulfillmentOrders.filter(
			(one) =>
				maySee(one, context) &&
				!(
					args.displayable &&
					one.status === 'CLOSED' &&
					one.lines.every((line) => line.total === 0)
				),
		);
		return searchPage(shown, args, searchableFulfillmentOrders, byId, true, context, info);
	},
	fulfillments: (
		order,
		args: { readonly first?: number | null; readonly query?: string | null },
		context,
	) => {
		if (args.query) throw notModelled('the search of Order.fulfillments');
		return listedFulfillments(order, context).slice(0, args.first ?? undefined);
	},
	fullyPaid: (order) => order.financialStatus === 'PAID',
	legacyResourceId: (order) => order.legacyId,
	lineItems: (order, args: PageArguments) => paginate(order.lines, args, byId, true),
	merchantEditable: (order) => order.cancelledAt === null,
	metafield: (order, args: { readonly key: string; readonly namespace?: string | null }, context) =>
		metafieldOf(order, args, context),
	netPaymentSet: (order) => bag(order, order.received - order.refunded),
	nonFulfillableLineItems: (order, args: PageArguments) =>
		paginate(
			order.lines.filter((line) => line.currentQuantity === 0),
			args,
			byId,
			true,
		),
	originalTotalDutiesSet: () => null,
	originalTotalPriceSet: money('original', 'total'),
	paymentGatewayNames: (order) => order.gatewayNames,
	physicalLocation: () => null,
	presentmentCurrencyCode: (order) => order.presentmentCurrency,
	productNetwork: () => false,
	purchasingEntity: (order) =>
		order.company
			? {
					company: order.company,
					location: {
						id: order.company.locationId,
						name: order.company.locationName,
						externalId: order.company.locationExternalId,
						company: order.company,
						createdAt: order.company.createdAt,
						currency: order.currency,
					},
				}
			: order.customer,
	refundable: (order) => order.received > order.refunded,
	requiresShipping: (order) => order.lines.some((line) => line.requiresShipping),
	retailLocation: () => null,
	returnStatus: () => 'NO_RETURN',
	risk: (order) => ({
		assessments: [{ riskLevel: order.risk, provider: null }],
		recommendation: RECOMMENDATIONS[order.risk] ?? 'NONE',
	}),
	riskLevel: (order) => (order.risk === 'HIGH' || order.risk === 'MEDIUM' ? order.risk : 'LOW'),
	shippingAddress: (order) => addressOf(order.shippingAddress, order.addressIds.shipping),
	shippingLine: (order) => shippingLines(order)[0] ?? null,
	shippingLines: (order, args: PageArguments) => listPage(shippingLines(order), args),
	subtotalLineItemsQuantity: (order) => unitsOf(order, 'quantity'),
	subtotalPriceSet: money('original', 'subtotal'),
	taxLines: (order) =>
		taxLinesOf(
			order,
			order.lines.flatMap((line) => line.taxLines),
		),
	totalCapturableSet: (order) =>
		bag(order, order.financialStatus === 'AUTHORIZED' ? totalsOf(order, 'current').total : 0),
	totalDiscountsSet: money('original', 'discounts'),
	totalOutstandingSet: (order) =>
		bag(order, Math.max(0, totalsOf(order, 'current').total - order.received)),
	totalPriceSet: money('original', 'total'),
	totalReceivedSet: (order) => bag(order, order.received),
	totalRefundedSet: (order) => bag(order, order.refunded),
	totalRefundedShippingSet: (order) => bag(order, 0),
	totalShippingPriceSet: money('original', 'shipping'),
	totalTaxSet: money('original', 'tax'),
	totalTipReceivedSet: (order) => bag(order, 0),
	totalWeight: (order) => weightOf(order, 'quantity'),
	unpaid: (order) => order.received === 0,
};

const price = (of: (line: LineItem) => number) => (line: LineItem) => bag(line.order, of(line));
const unitDiscounted = (line: LineItem): number => discounted(line, 1);

export const LineItemResolvers: Resolvers<LineItem> = {
	customAttributes: (line) => line.properties,
	discountedTotalSet: price((line) => discounted(line, line.quantity)),
	discountedUnitPriceAfterAllDiscountsSet: price(unitDiscounted),
	discountedUnitPriceSet: price(unitDiscounted),
	duties: () => [],
	fulfillableQuantity: (line) =>
		unitsIn(line, (status) => status === 'OPEN' || status === 'IN_PROGRESS'),
	fulfillmentStatus: (line) => {
		const done = fulfilledUnits(line);
		if (done === 0) return 'unfulfilled';
		return done >= line.currentQuantity ? 'fulfilled' : 'partial';
	},
	image: () => null,
	lineItemGroup: (line) => line.group && { ...line.group, customAttributes: [] },
	merchantEditable: (line) => line.order.cancelledAt === null,
	name: (line) =>
		line.variantTitle === null ? line.title : `${line.title} - ${line.variantTitle}`,
	nonFulfillableQuantity: (line) => line.quantity - line.currentQuantity,
	originalTotalSet: price((line) => line.unitPrice * line.quantity),
	originalUnitPriceSet: price((line) => line.unitPrice),
	priceAfterAllDiscountsBeforeTaxesSet: price((line) => {
		const tax = line.taxLines.reduce((sum, one) => sum + one.amount, 0);
		return discounted(line, line.quantity) - (line.order.taxesIncluded ? tax : 0);
	}),
	product: (line) => line.variant?.product ?? null,
	refundableQuantity: (line) => line.currentQuantity,
	restockable: () => true,
	sellingPlan: (line) =>
		line.sellingPlanName === null ? null : { name: line.sellingPlanName, sellingPlanId: null },
	taxLines: (line, args: { readonly first?: number | null }) =>
		taxLinesOf(line.order, line.taxLines.slice(0, args.first ?? undefined)),
	totalDiscountSet: price((line) => line.discount),
	unfulfilledDiscountedTotalSet: price((line) =>
		discounted(line, line.currentQuantity - fulfilledUnits(line)),
	),
	unfulfilledOriginalTotalSet: price(
		(line) => line.unitPrice * (line.currentQuantity - fulfilledUnits(line)),
	),
	unfulfilledQuantity: (line) => line.currentQuantity - fulfilledUnits(line),
	weight: (line) => ({ unit: 'GRAMS', value: line.weightGrams }),
};

/** A shipping line with the order it belongs to. */
export interface ShippingLineSource {
	readonly order: Order;
	readonly shippingLine: ShippingLine;
}

export const ShippingLineResolvers: Resolvers<ShippingLineSource> = {
	carrierIdentifier: ({ shippingLine }) => shippingLine.carrierIdentifier,
	code: ({ shippingLine }) => shippingLine.code,
	currentDiscountedPriceSet: ({ order, shippingLine }) => bag(order, shippingLine.discountedPrice),
	custom: () => false,
	deliveryCategory: () => null,
	discountedPriceSet: ({ order, shippingLine }) => bag(order, shippingLine.discountedPrice),
	id: ({ shippingLine }) => shippingLine.id,
	isRemoved: () => false,
	originalPriceSet: ({ order, shippingLine }) => bag(order, shippingLine.price),
	phone: ({ shippingLine }) => shippingLine.phone,
	shippingRateHandle: () => null,
	source: ({ shippingLine }) => shippingLine.source,
	taxLines: ({ order, shippingLine }) => taxLinesOf(order, shippingLine.taxLines),
	title: ({ shippingLine }) => shippingLine.title,
};

export const TaxLineResolvers: Resolvers<TaxLine & { readonly order: Order }> = {
	channelLiable: () => false,
	priceSet: (line) => bag(line.order, line.amount),
	ratePercentage: (line) => line.rate * 100,
	source: () => null,
};

const fullName = (one: { readonly firstName: string | null; readonly lastName: string | null }) =>
	[one.firstName, one.lastName].filter((part) => part !== null).join(' ');

export const MailingAddressResolvers: Resolvers<Address> = {
	countryCodeV2: (address) => address.countryCode,
	formatted: (address) =>
		[
			address.address1,
			address.address2,
			`${address.city ?? ''} ${address.zip ?? ''}`,
			address.country,
		].filter((line) => line !== null),
	latitude: () => null,
	longitude: () => null,
	name: (address) => fullName(address),
};

export const CustomerResolvers: Resolvers<Customer> = {
	defaultEmailAddress: (customer) => customer.email && { emailAddress: customer.email },
	defaultPhoneNumber: (customer) => customer.phone && { phoneNumber: customer.phone },
	displayName: (customer) => fullName(customer),
	legacyResourceId: (customer) => customer.legacyId,
	locale: () => 'en-GB',
	state: () => 'DISABLED',
};
