import type {
	Address,
	Customer,
	DeliveryMethodType,
	FinancialStatus,
	KeyValue,
	RiskLevel,
} from './state';

/** A line of an order to place. Only `sku` or `title` is needed. */
export interface LineInput {
	/** `null` for goods without a SKU. */
	readonly sku?: string | null;
	/** GID of the variant, for goods whose SKU is none or not the only one. */
	readonly variantId?: string;
	readonly title?: string;
	readonly variantTitle?: string | null;
	readonly vendor?: string | null;
	/** Default 1. */
	readonly quantity?: number;
	/** Unit price in the shop's currency, as a number such as 12.5. Default by the goods. */
	readonly price?: number;
	/** Discount on the whole line. */
	readonly discount?: number;
	/** 0.2 for 20 %; default 0.2. */
	readonly taxRate?: number;
	readonly requiresShipping?: boolean;
	readonly isGiftCard?: boolean;
	readonly weightGrams?: number;
	readonly barcode?: string | null;
	readonly properties?: readonly KeyValue[];
	/** Lines with the same bundle title belong to one `LineItemGroup`. */
	readonly bundle?: { readonly title: string; readonly quantity?: number; readonly sku?: string };
	/** Name or GID of the location the line is routed to; default the first active location. */
	readonly location?: string;
	/** Delivery method of the line, when it differs from the order's. */
	readonly deliveryMethod?: DeliveryMethodType | null;
	/** `false`: the line has no variant (a custom item, or the product was deleted). */
	readonly hasVariant?: boolean;
	readonly countryCodeOfOrigin?: string | null;
	readonly harmonizedSystemCode?: string | null;
	readonly sellingPlanName?: string;
}

/** An order to place. Everything has a default that looks like a real order. */
export interface OrderInput {
	readonly lines?: readonly LineInput[];
	/** `null` for an order without a shipping address. */
	readonly shippingAddress?: Partial<Address> | null;
	readonly billingAddress?: Partial<Address> | null;
	readonly customer?: Partial<Customer> | null;
	readonly company?: { name: string; locationName?: string; externalId?: string } | null;
	readonly email?: string | null;
	readonly phone?: string | null;
	readonly note?: string | null;
	readonly tags?: readonly string[];
	readonly customAttributes?: readonly KeyValue[];
	/** Default `PAID`. */
	readonly financialStatus?: FinancialStatus | null;
	/** Default `LOW`. */
	readonly risk?: RiskLevel;
	/** Delivery method of the order; `null` for FOs without one. Default `SHIPPING`. */
	readonly deliveryMethod?: DeliveryMethodType | null;
	readonly deliveryInstructions?: string | null;
	readonly shippingLine?: {
		title?: string;
		code?: string;
		price?: number;
		carrier?: string;
	} | null;
	readonly discountCodes?: readonly string[];
	readonly poNumber?: string | null;
	readonly sourceName?: string;
	readonly sourceIdentifier?: string | null;
	readonly customerLocale?: string;
	readonly taxesIncluded?: boolean;
	readonly dutiesIncluded?: boolean;
	readonly presentmentCurrency?: string;
	readonly presentmentRate?: number;
	readonly test?: boolean;
	/** Order number; default the next. */
	readonly number?: number;
	/** Name shown to staff; default `#` and the number. */
	readonly name?: string;
	/** When the order was made, in milliseconds; default now. Makes old orders. */
	readonly createdAt?: number;
	/** A time in the future makes the FOs SCHEDULED; `null` with `scheduled` is a pre-order. */
	readonly fulfillAt?: number | null;
	readonly scheduled?: boolean;
	readonly fulfillBy?: number | null;
	/** `false`: Shopify has not routed the order yet, there are no FOs. Default `true`. */
	readonly routed?: boolean;
}

/** A change of an order: units to add to a line (or a new line) and units to take away. */
export interface OrderEdit {
	readonly add?: readonly {
		readonly sku?: string;
		readonly title?: string;
		readonly lineItemId?: string;
		readonly quantity: number;
		readonly location?: string;
	}[];
	readonly remove?: readonly { readonly lineItemId: string; readonly quantity: number }[];
}
