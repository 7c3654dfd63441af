import {
	fulfillmentPayload,
	restAddress,
	restLine,
	restMoney,
	restMoneySet,
	restTime,
} from './fulfillmentPayload';
import { fulfillmentStatus } from './fulfillmentStatus';
import type { Customer, LineItem, Order, ShippingLine, ShopState } from './state';
import { totalsOf } from './totals';

/** Amounts under their names, each as text and as a set in both currencies. */
function amounts(order: Order, values: Readonly<Record<string, number>>) {
	const entries = Object.entries(values).flatMap(([name, hundredths]) => [
		[name, restMoney(hundredths)] as const,
		[`${name}_set`, restMoneySet(order, hundredths)] as const,
	]);
	return Object.fromEntries<string | ReturnType<typeof restMoneySet>>(entries);
}

function shippingLine(order: Order, line: ShippingLine) {
	return {
		id: Number(line.id.split('/').pop()),
		carrier_identifier: line.carrierIdentifier,
		code: line.code,
		...amounts(order, { price: line.price, discounted_price: line.discountedPrice }),
		current_discounted_price_set: restMoneySet(order, line.discountedPrice),
		discount_allocations: [],
		is_removed: false,
		phone: line.phone,
		requested_fulfillment_service_id: null,
		source: line.source,
		tax_lines: line.taxLines.map(({ title, rate, amount }) => ({
			title,
			rate,
			price: restMoney(amount),
			price_set: restMoneySet(order, amount),
			channel_liable: false,
		})),
		title: line.title,
	};
}

function customer(order: Order, one: Customer, timeZone: string) {
	const address = order.billingAddress;
	return {
		id: one.legacyId,
		admin_graphql_api_id: one.id,
		created_at: restTime(one.createdAt, timeZone),
		updated_at: restTime(one.createdAt, timeZone),
		currency: order.currency,
		default_address: address && {
			id: Number(order.addressIds.billing.split('/').pop()),
			customer_id: one.legacyId,
			first_name: address.firstName,
			last_name: address.lastName,
			name: [address.firstName, address.lastName].filter(Boolean).join(' '),
			company: address.company,
			address1: address.address1,
			address2: address.address2,
			city: address.city,
			zip: address.zip,
			province: address.province,
			province_code: address.provinceCode,
			country: address.country,
			country_code: address.countryCode,
			country_name: address.country,
			phone: address.phone,
			default: true,
		},
		email: one.email,
		first_name: one.firstName,
		last_name: one.lastName,
		multipass_identifier: null,
		note: one.note,
		phone: one.phone,
		state: 'disabled',
		tax_exempt: false,
		tax_exemptions: [],
		verified_email: true,
	};
}

const lineOf = (line: LineItem) => ({
	...restLine(line, line.quantity),
	attributed_staffs: [],
	current_quantity: line.currentQuantity,
	sales_line_item_group_id: line.group && Number(line.group.id.split('/').pop()),
});

const STATUSES: Readonly<Record<string, string>> = {
	FULFILLED: 'fulfilled',
	PARTIALLY_FULFILLED: 'partial',
};

/** What an order never has in the demo shop. */
const NOTHING = {
	app_id: null,
	browser_ip: null,
	cart_token: null,
	checkout_id: null,
	checkout_token: null,
	client_details: null,
	current_total_additional_fees_set: null,
	current_total_duties_set: null,
	device_id: null,
	discount_applications: [],
	landing_site: null,
	landing_site_ref: null,
	location_id: null,
	merchant_business_entity_id: null,
	merchant_of_record_app_id: null,
	original_total_additional_fees_set: null,
	original_total_duties_set: null,
	payment_terms: null,
	reference: null,
	referring_site: null,
	refunds: [],
	returns: [],
	source_url: null,
	user_id: null,
};

/** The payload of all topics of orders but `orders/edited`, as the order is now. */
export function orderPayload(order: Order, { timeZone, domain }: ShopState) {
	const time = (ms: number | null): string | null => (ms === null ? null : restTime(ms, timeZone));
	const [now, then] = [totalsOf(order, 'current'), totalsOf(order, 'original')];
	const none = restMoneySet(order, 0);
	return {
		...NOTHING,
		id: order.legacyId,
		admin_graphql_api_id: order.id,
		name: order.name,
		number: order.number - 1000,
		order_number: order.number,
		confirmation_number: order.confirmationNumber,
		confirmed: true,
		token: order.confirmationNumber.toLowerCase(),
		order_status_url: `https://${domain}/orders/${String(order.legacyId)}/authenticate`,
		created_at: time(order.createdAt),
		processed_at: time(order.processedAt),
		updated_at: time(order.updatedAt),
		cancelled_at: time(order.cancelledAt),
		cancel_reason: order.cancelReason?.toLowerCase() ?? null,
		closed_at: time(order.closedAt),
		financial_status: order.financialStatus?.toLowerCase() ?? null,
		fulfillment_status: STATUSES[fulfillmentStatus(order)] ?? null,
		tags: order.tags.join(', '),
		note: order.note,
		note_attributes: order.customAttributes.map(({ key, value }) => ({ name: key, value })),
		email: order.email,
		contact_email: order.email,
		phone: order.phone,
		buyer_accepts_marketing: false,
		customer: order.customer && customer(order, order.customer, timeZone),
		customer_locale: order.customerLocale,
		currency: order.currency,
		presentment_currency: order.presentmentCurrency,
		discount_codes: order.discountCodes.map((code) => ({
			code,
			amount: '0.00',
			type: 'fixed_amount',
		})),
		duties_included: order.dutiesIncluded,
		estimated_taxes: false,
		taxes_included: order.taxesIncluded,
		tax_exempt: false,
		tax_lines: [],
		payment_gateway_names: order.gatewayNames,
		po_number: order.poNumber,
		source_identifier: order.sourceIdentifier,
		source_name: order.sourceName,
		test: order.test,
		billing_address: restAddress(order.billingAddress),
		shipping_address: restAddress(order.shippingAddress),
		shipping_lines: order.shippingLines.map((line) => shippingLine(order, line)),
		line_items: order.lines.map(lineOf),
		fulfillments: order.fulfillments.map((made) => fulfillmentPayload(made, timeZone)),
		...amounts(order, {
			current_subtotal_price: now.subtotal,
			current_total_discounts: now.discounts,
			current_total_price: now.total,
			current_total_tax: now.tax,
			subtotal_price: then.subtotal,
			total_discounts: then.discounts,
			total_line_items_price: then.subtotal + then.discounts,
			total_price: then.total,
			total_tax: then.tax,
		}),
		current_shipping_price_set: restMoneySet(order, now.shipping),
		total_shipping_price_set: restMoneySet(order, then.shipping),
		total_cash_rounding_payment_adjustment_set: none,
		total_cash_rounding_refund_adjustment_set: none,
		total_outstanding: restMoney(Math.max(0, now.total - order.received)),
		total_tip_received: '0.00',
		total_weight: order.lines.reduce((sum, line) => sum + line.quantity * line.weightGrams, 0),
	};
}
