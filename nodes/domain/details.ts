/** An address as Shopify keeps it; what is unknown is null. */
export interface Address {
	readonly name: string | null;
	readonly firstName: string | null;
	readonly lastName: string | null;
	readonly company: string | null;
	readonly address1: string | null;
	readonly address2: string | null;
	readonly city: string | null;
	readonly province: string | null;
	readonly provinceCode: string | null;
	readonly zip: string | null;
	readonly country: string | null;
	readonly countryCode: string | null;
	readonly phone: string | null;
	readonly email: string | null;
}

/** One line of a fulfillment order with its goods and prices. Amounts are decimal strings of `currency`. */
export interface DetailedLine {
	readonly fulfillmentOrderLineItemId: string;
	readonly orderLineItemId: string;
	/** Legacy id of the order line: how units are counted. */
	readonly orderLineId: string;
	readonly variantId: string | null;
	readonly productId: string | null;
	readonly inventoryItemId: string | null;
	readonly sku: string | null;
	readonly barcode: string | null;
	readonly title: string;
	readonly variantTitle: string | null;
	readonly vendor: string | null;
	/** Units in this fulfillment order not yet fulfilled. */
	readonly remaining: number;
	/** Units of the order line once ordered, removed ones included: what its totals are for. */
	readonly pricedQuantity: number;
	/** Units of the order line ordered now. */
	readonly orderedQuantity: number;
	readonly unitPrice: string | null;
	readonly discountedUnitPrice: string | null;
	/** Discount on all priced units. */
	readonly discount: string;
	/** Taxes on all priced units. */
	readonly taxes: readonly string[];
	/** Weight of one unit in grams. */
	readonly weightGrams: number | null;
	readonly requiresShipping: boolean;
	readonly giftCard: boolean;
	readonly properties: Readonly<Record<string, string | null>>;
	readonly sellingPlan: string | null;
	readonly bundle: {
		readonly groupId: string;
		readonly title: string;
		readonly quantity: number;
	} | null;
}

/** Holds on a fulfillment order. */
export interface Hold {
	readonly id: string;
	readonly handle: string | null;
	readonly reason: string;
	readonly displayReason: string;
	readonly notes: string | null;
	/** True if this app placed it. */
	readonly ours: boolean;
}

/** The order of a fulfillment order, as a target sees it. */
export interface OrderDetails {
	readonly id: string;
	readonly legacyId: string;
	readonly name: string;
	readonly createdAt: string;
	readonly processedAt: string;
	readonly cancelledAt: string | null;
	readonly cancelReason: string | null;
	readonly paymentStatus: string | null;
	readonly currency: string;
	readonly totals: {
		readonly subtotal: string | null;
		readonly shipping: string | null;
		readonly tax: string | null;
		readonly discount: string | null;
		readonly total: string | null;
		readonly due: string | null;
	};
	readonly taxesIncluded: boolean;
	readonly tags: readonly string[];
	readonly note: string | null;
	readonly email: string | null;
	readonly phone: string | null;
	readonly attributes: Readonly<Record<string, string | null>>;
	readonly poNumber: string | null;
	readonly sourceName: string | null;
	readonly customerLocale: string | null;
	readonly risk: string | null;
	readonly discountCodes: readonly string[];
	readonly paymentGateways: readonly string[];
	readonly test: boolean;
	readonly shippingMethod: {
		readonly title: string | null;
		readonly code: string | null;
		readonly carrier: string | null;
		readonly price: string | null;
	} | null;
	readonly shippingAddress: Address | null;
	readonly billingAddress: Address | null;
	readonly customer: {
		readonly id: string;
		readonly firstName: string | null;
		readonly lastName: string | null;
		readonly name: string | null;
		readonly email: string | null;
		readonly phone: string | null;
	} | null;
	readonly company: {
		readonly id: string;
		readonly name: string;
		readonly externalId: string | null;
		readonly location: {
			readonly id: string;
			readonly name: string;
			readonly externalId: string | null;
		} | null;
	} | null;
	readonly siblings: readonly Sibling[];
}

/** A fulfillment order of the same order. */
export interface Sibling {
	readonly legacyId: string;
	readonly deliveryMethod: string | null;
	readonly location: string;
}

/** A fulfillment order with all that a target needs to know. */
export interface FulfillmentOrderDetails {
	readonly id: string;
	readonly legacyId: string;
	readonly status: string;
	readonly requestStatus: string;
	readonly createdAt: string;
	readonly updatedAt: string;
	readonly fulfillAt: string | null;
	readonly fulfillBy: string | null;
	readonly incoterm: string | null;
	readonly location: {
		readonly id: string | null;
		readonly name: string;
		readonly address1: string | null;
		readonly address2: string | null;
		readonly city: string | null;
		readonly province: string | null;
		readonly zip: string | null;
		readonly countryCode: string | null;
		readonly phone: string | null;
	};
	readonly destination: Address | null;
	readonly deliveryMethod: {
		readonly type: string | null;
		readonly name: string | null;
		readonly serviceCode: string | null;
		readonly instructions: string | null;
		readonly phone: string | null;
		readonly minAt: string | null;
		readonly maxAt: string | null;
	} | null;
	readonly holds: readonly Hold[];
	readonly lines: readonly DetailedLine[];
	readonly order: OrderDetails;
	/** Fields that Shopify withheld, such as `order.customer`. */
	readonly withheld: readonly string[];
	/** Shopify's own answer, for the output *Raw*. */
	readonly raw: Readonly<Record<string, unknown>>;
}
