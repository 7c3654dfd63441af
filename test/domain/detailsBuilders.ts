import type {
	Address,
	DetailedLine,
	FulfillmentOrderDetails,
	OrderDetails,
} from '../../nodes/domain/details';
import { MUG } from './builders';

/** An address in Leeds; null where nothing is said. */
export function anAddress(fields: Partial<Address> = {}): Address {
	return {
		name: 'Ada Byrne',
		firstName: 'Ada',
		lastName: 'Byrne',
		company: null,
		address1: '4 Dock Street',
		address2: null,
		city: 'Leeds',
		province: 'England',
		provinceCode: 'ENG',
		zip: 'LS10 1NB',
		country: 'United Kingdom',
		countryCode: 'GB',
		phone: '+441132960100',
		email: 'ada@byrne.example',
		...fields,
	};
}

/** Two of three mugs at 12.50, with 1.00 discount and 5.00 tax on all three. */
export function aDetailedLine(fields: Partial<DetailedLine> = {}): DetailedLine {
	const orderLineId = fields.orderLineId ?? MUG;
	return {
		fulfillmentOrderLineItemId: `gid://shopify/FulfillmentOrderLineItem/5${orderLineId}`,
		orderLineItemId: `gid://shopify/LineItem/${orderLineId}`,
		orderLineId,
		variantId: 'gid://shopify/ProductVariant/4401',
		productId: 'gid://shopify/Product/3301',
		inventoryItemId: 'gid://shopify/InventoryItem/6601',
		sku: 'MUG-BLUE-350',
		barcode: null,
		title: 'Harbour Mug',
		variantTitle: 'Blue',
		vendor: 'Harbour Goods',
		remaining: 2,
		pricedQuantity: 3,
		orderedQuantity: 3,
		unitPrice: '12.50',
		discountedUnitPrice: '12.17',
		discount: '1.00',
		taxes: ['4.00', '1.00'],
		weightGrams: 420,
		requiresShipping: true,
		giftCard: false,
		properties: {},
		sellingPlan: null,
		bundle: null,
		...fields,
	};
}

/** An order about which little is known. */
export function anOrderWithDetails(fields: Partial<OrderDetails> = {}): OrderDetails {
	return {
		id: 'gid://shopify/Order/5501042',
		legacyId: '5501042',
		name: '#1042',
		createdAt: '2026-11-23T07:59:00Z',
		processedAt: '2026-11-23T07:59:00Z',
		cancelledAt: null,
		cancelReason: null,
		paymentStatus: 'PAID',
		currency: 'GBP',
		totals: {
			subtotal: null,
			shipping: null,
			tax: null,
			discount: null,
			total: '42.50',
			due: null,
		},
		taxesIncluded: false,
		tags: [],
		note: null,
		email: null,
		phone: null,
		attributes: {},
		poNumber: null,
		sourceName: null,
		customerLocale: null,
		risk: null,
		discountCodes: [],
		paymentGateways: [],
		test: false,
		shippingMethod: null,
		shippingAddress: anAddress(),
		billingAddress: null,
		customer: null,
		company: null,
		siblings: [{ legacyId: '6837101', deliveryMethod: 'SHIPPING', location: 'Leeds' }],
		...fields,
	};
}

export function aFulfillmentOrderWithDetails(
	fields: Partial<FulfillmentOrderDetails> = {},
): FulfillmentOrderDetails {
	const legacyId = fields.legacyId ?? '6837101';
	return {
		id: `gid://shopify/FulfillmentOrder/${legacyId}`,
		legacyId,
		status: 'OPEN',
		requestStatus: 'UNSUBMITTED',
		createdAt: '2026-11-23T08:00:00Z',
		updatedAt: '2026-11-23T08:00:00Z',
		fulfillAt: null,
		fulfillBy: null,
		incoterm: null,
		location: {
			id: 'gid://shopify/Location/7310',
			name: 'Leeds',
			address1: null,
			address2: null,
			city: null,
			province: null,
			zip: null,
			countryCode: 'GB',
			phone: null,
		},
		destination: anAddress(),
		deliveryMethod: null,
		holds: [],
		lines: [aDetailedLine()],
		order: anOrderWithDetails(),
		withheld: [],
		raw: { id: `gid://shopify/FulfillmentOrder/${legacyId}` },
		...fields,
	};
}
