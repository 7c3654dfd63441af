import { customers, goods } from './goods';
import { goodsOf } from './goodsIndex';
import type { LineInput, OrderInput } from './orderInput';
import type {
	Address,
	Company,
	Customer,
	LineItem,
	LineItemGroup,
	Order,
	ShippingLine,
	TaxLine,
} from './state';
import { routeInTime } from './routing';
import { receivedFor } from './totals';
import { variantFor } from './variants';
import { tellPlaced, tellRouted } from './webhookEvents';
import { gid, Refusal } from './world';
import type { World } from './world';

const hundredths = (amount: number): number => Math.round(amount * 100);

const EMPTY_ADDRESS: Address = {
	firstName: null,
	lastName: null,
	company: null,
	address1: null,
	address2: null,
	city: null,
	zip: null,
	province: null,
	provinceCode: null,
	country: null,
	countryCode: null,
	phone: null,
};

function taxOf(world: World, amount: number, rate: number, included: boolean): TaxLine[] {
	if (rate === 0) return [];
	const tax = included ? amount - amount / (1 + rate) : amount * rate;
	const title = world.settings.currency === 'GBP' ? 'VAT' : 'Tax';
	return [{ title, rate, amount: Math.round(tax) }];
}

/** Makes an order line of the order; it is not routed yet. */
export function placeLine(
	world: World,
	order: Order,
	input: LineInput,
	groups: Map<string, LineItemGroup> = new Map(),
): LineItem {
	const known = goods.find((one) => one.sku === input.sku);
	const named = input.variantId === undefined ? null : world.state.variants.get(input.variantId);
	if (named === undefined) {
		throw new Refusal(['variantId'], `The shop has no variant ${String(input.variantId)}.`);
	}
	const price = hundredths(input.price ?? known?.price ?? (named ? named.price / 100 : 12.5));
	const variant = named ?? variantFor(world, input, price);
	const quantity = input.quantity ?? 1;
	const discount = hundredths(input.discount ?? 0);
	const legacyId = world.nextId('LineItem');
	const requiresShipping = input.requiresShipping ?? !(input.isGiftCard ?? false);
	let group: LineItemGroup | null = null;
	if (input.bundle) {
		group = groups.get(input.bundle.title) ?? {
			id: gid('LineItemGroup', world.nextId('LineItemGroup')),
			title: input.bundle.title,
			quantity: input.bundle.quantity ?? 1,
			variantId: null,
			variantSku: input.bundle.sku ?? null,
			productId: null,
		};
		groups.set(input.bundle.title, group);
	}
	const rate = input.taxRate ?? (input.isGiftCard ? 0 : 0.2);
	const line: LineItem = {
		id: gid('LineItem', legacyId),
		legacyId,
		order,
		title: input.title ?? known?.title ?? variant?.product.title ?? input.sku ?? 'Goods',
		variantTitle: input.variantTitle ?? known?.variantTitle ?? null,
		vendor: input.vendor ?? known?.vendor ?? null,
		sku: input.sku === undefined ? (variant?.sku ?? null) : input.sku,
		variant,
		quantity,
		currentQuantity: quantity,
		unitPrice: price,
		discount,
		taxLines: taxOf(world, price * quantity - discount, rate, order.taxesIncluded),
		requiresShipping,
		taxable: rate > 0,
		isGiftCard: input.isGiftCard ?? false,
		weightGrams: input.weightGrams ?? known?.weightGrams ?? 0,
		properties: input.properties ?? [],
		group,
		sellingPlanName: input.sellingPlanName ?? null,
	};
	order.lines.push(line);
	world.state.lineItems.set(line.id, line);
	goodsOf(world.state).addOrder(line);
	return line;
}

function shippingLinesOf(world: World, input: OrderInput, included: boolean): ShippingLine[] {
	if (input.shippingLine === null) return [];
	const price = hundredths(input.shippingLine?.price ?? 4.9);
	const title = input.shippingLine?.title ?? 'Standard Delivery';
	return [
		{
			id: gid('ShippingLine', world.nextId('ShippingLine')),
			title,
			code: input.shippingLine?.code ?? title,
			source: 'shopify',
			carrierIdentifier: input.shippingLine?.carrier ?? null,
			phone: null,
			price,
			discountedPrice: price,
			taxLines: taxOf(world, price, 0.2, included),
		},
	];
}

function customerOf(world: World, input: OrderInput, person: Address, at: number): Customer | null {
	if (input.customer === null) return null;
	const legacyId = world.nextId('Customer');
	const first = person.firstName ?? 'Priya';
	const last = person.lastName ?? 'Shah';
	const customer: Customer = {
		id: gid('Customer', legacyId),
		legacyId,
		firstName: first,
		lastName: last,
		email: input.email === undefined ? emailOf(first, last) : input.email,
		phone: person.phone,
		tags: [],
		note: null,
		createdAt: at,
		...input.customer,
	};
	world.state.customers.set(customer.id, customer);
	return customer;
}

const emailOf = (first: string, last: string): string =>
	`${first}.${last}@example.com`.toLowerCase().replaceAll(' ', '');

function companyOf(world: World, input: OrderInput, at: number): Company | null {
	if (!input.company) return null;
	const company: Company = {
		id: gid('Company', world.nextId('Company')),
		name: input.company.name,
		externalId: input.company.externalId ?? null,
		locationId: gid('CompanyLocation', world.nextId('CompanyLocation')),
		locationName: input.company.locationName ?? input.company.name,
		locationExternalId: null,
		createdAt: at,
	};
	world.state.companies.set(company.id, company);
	return company;
}

/**
 * A customer places an order. It is routed into FOs at once, or as late as `unknowns.routingDelayMs`
 * says; if `routed` is `false`, not before `routeOrder` of the shop does it.
 */
export function placeOrder(world: World, input: OrderInput, nextNumber: number): Order {
	const now = world.now();
	const createdAt = input.createdAt ?? now;
	const legacyId = world.nextId('Order');
	const number = input.number ?? nextNumber;
	const person = customers[number % customers.length] ?? EMPTY_ADDRESS;
	const address = (given: Partial<Address> | null | undefined): Address | null => {
		if (given === null) return null;
		return given === undefined ? person : { ...person, ...given };
	};
	const taxesIncluded = input.taxesIncluded ?? true;
	const shippingAddress = address(input.shippingAddress);
	const customer = customerOf(world, input, shippingAddress ?? person, createdAt);
	const order: Order = {
		id: gid('Order', legacyId),
		legacyId,
		number,
		name: input.name ?? `#${String(number)}`,
		confirmationNumber: (legacyId % 2_176_782_336).toString(36).toUpperCase().padStart(9, 'K'),
		createdAt,
		processedAt: createdAt,
		updatedAt: now,
		cancelledAt: null,
		cancelReason: null,
		closedAt: null,
		financialStatus: input.financialStatus === undefined ? 'PAID' : input.financialStatus,
		received: 0,
		refunded: 0,
		risk: input.risk ?? 'LOW',
		tags: [...(input.tags ?? [])],
		note: input.note ?? null,
		email: input.email === undefined ? (customer?.email ?? null) : input.email,
		phone: input.phone ?? null,
		customAttributes: input.customAttributes ?? [],
		currency: world.settings.currency,
		presentmentCurrency: input.presentmentCurrency ?? world.settings.currency,
		presentmentRate: input.presentmentRate ?? 1,
		taxesIncluded,
		dutiesIncluded: input.dutiesIncluded ?? false,
		shippingAddress,
		billingAddress: address(input.billingAddress),
		addressIds: {
			shipping: gid('MailingAddress', world.nextId('MailingAddress')),
			billing: gid('MailingAddress', world.nextId('MailingAddress')),
		},
		customer,
		company: companyOf(world, input, createdAt),
		lines: [],
		shippingLines: shippingLinesOf(world, input, taxesIncluded),
		discountCodes: input.discountCodes ?? [],
		gatewayNames: ['shopify_payments'],
		sourceName: input.sourceName ?? 'web',
		sourceIdentifier: input.sourceIdentifier ?? null,
		appName: 'Online Store',
		poNumber: input.poNumber ?? null,
		customerLocale: input.customerLocale ?? 'en-GB',
		test: input.test ?? false,
		edited: false,
		fulfillmentOrders: [],
		fulfillments: [],
		notifications: [],
		metafields: new Map(),
	};
	const groups = new Map<string, LineItemGroup>();
	const inputs = input.lines ?? [{ sku: goods[number % goods.length]?.sku ?? null, quantity: 2 }];
	for (const one of inputs) placeLine(world, order, one, groups);
	world.state.orders.set(order.id, order);
	order.received = receivedFor(order, order.financialStatus);
	const routed = input.routed === false ? [] : routeInTime(world, order, input);
	world.emit({ type: 'orderPlaced', order });
	tellPlaced(world, order);
	tellRouted(world, routed);
	return order;
}
