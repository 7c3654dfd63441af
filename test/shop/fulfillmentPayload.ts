import { bag } from './context';
import { fulfilledUnits } from './fulfillmentStatus';
import { offsetAt } from './search';
import type { Address, Fulfillment, LineItem, Order } from './state';

/**
 * Payloads of webhooks in the shape of Shopify's REST Admin API; the keys are those of its samples.
 * Numbers of orders are JSON numbers there, money is text with two decimals.
 */

/** Milliseconds → `2026-07-10T08:21:55-04:00`, in the shop's time zone. */
export function restTime(ms: number, timeZone: string): string {
	const offset = offsetAt(ms, timeZone);
	const [hours, minutes] = offset.slice(1).split(':').map(Number);
	const shift = ((hours ?? 0) * 60 + (minutes ?? 0)) * (offset.startsWith('-') ? -60_000 : 60_000);
	return `${new Date(ms + shift).toISOString().slice(0, 19)}${offset}`;
}

/** Hundredths → `12.50`. */
export const restMoney = (hundredths: number): string => (hundredths / 100).toFixed(2);

/** An amount in the shop's currency and in the customer's. */
export function restMoneySet(order: Order, hundredths: number) {
	const { shopMoney, presentmentMoney } = bag(order, hundredths);
	const two = ({ amount, currencyCode }: typeof shopMoney) => {
		return { amount: Number(amount).toFixed(2), currency_code: currencyCode };
	};
	return { shop_money: two(shopMoney), presentment_money: two(presentmentMoney) };
}

/** A postal address. */
export function restAddress(address: Address | null) {
	if (!address) return null;
	return {
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
		phone: address.phone,
		latitude: null,
		longitude: null,
	};
}

const numberOf = (gid: string | undefined): number | null =>
	gid === undefined ? null : Number(gid.split('/').pop());

/** Fields that an order line has in orders and in fulfillments. */
export function restLine(line: LineItem, quantity: number) {
	const { order, variant } = line;
	const done = fulfilledUnits(line);
	const left = Math.max(0, line.currentQuantity - done);
	return {
		id: line.legacyId,
		admin_graphql_api_id: line.id,
		discount_allocations: [],
		duties: [],
		fulfillable_quantity: left,
		fulfillment_service: 'manual',
		fulfillment_status: done === 0 ? null : left === 0 ? 'fulfilled' : 'partial',
		gift_card: line.isGiftCard,
		grams: line.weightGrams,
		name: line.variantTitle === null ? line.title : `${line.title} - ${line.variantTitle}`,
		price: restMoney(line.unitPrice),
		price_set: restMoneySet(order, line.unitPrice),
		product_exists: variant !== null,
		product_id: numberOf(variant?.product.id),
		properties: line.properties.map(({ key, value }) => ({ name: key, value })),
		quantity,
		requires_shipping: line.requiresShipping,
		sku: line.sku,
		tax_lines: line.taxLines.map(({ title, rate, amount }) => ({
			title,
			rate,
			price: restMoney(amount),
			price_set: restMoneySet(order, amount),
			channel_liable: false,
		})),
		taxable: line.taxable,
		title: line.title,
		total_discount: restMoney(line.discount),
		total_discount_set: restMoneySet(order, line.discount),
		variant_id: numberOf(variant?.id),
		variant_inventory_management: variant?.tracked ? 'shopify' : null,
		variant_title: line.variantTitle,
		vendor: line.vendor,
	};
}

/** Statuses of parcels that the REST Admin API knows. */
const SHIPMENT_STATUSES = new Set([
	'label_printed',
	'label_purchased',
	'ready_for_pickup',
	'confirmed',
	'in_transit',
	'out_for_delivery',
	'attempted_delivery',
	'delivered',
	'failure',
]);

/** The payload of `fulfillments/create` and `/update`. */
export function fulfillmentPayload(made: Fulfillment, timeZone: string) {
	const { order, tracking } = made;
	const numbers = tracking.flatMap(({ number }) => number ?? []);
	const urls = tracking.flatMap(({ url }) => url ?? []);
	const shipment = made.displayStatus.toLowerCase();
	return {
		id: made.legacyId,
		admin_graphql_api_id: made.id,
		order_id: order.legacyId,
		name: made.name,
		status: made.status.toLowerCase(),
		shipment_status: SHIPMENT_STATUSES.has(shipment) ? shipment : null,
		created_at: restTime(made.createdAt, timeZone),
		updated_at: restTime(made.updatedAt, timeZone),
		email: order.email,
		location_id: made.location.legacyId,
		service: made.location.fulfillmentService?.handle ?? 'manual',
		destination: restAddress(order.shippingAddress),
		origin_address: made.originAddress && {
			address1: made.originAddress.address1,
			address2: made.originAddress.address2,
			city: made.originAddress.city,
			country_code: made.originAddress.countryCode,
			province_code: made.originAddress.provinceCode,
			zip: made.originAddress.zip,
		},
		receipt: {},
		tracking_company: tracking[0]?.company ?? null,
		tracking_number: numbers[0] ?? null,
		tracking_numbers: numbers,
		tracking_url: urls[0] ?? null,
		tracking_urls: urls,
		line_items: made.lines.map(({ lineItem, quantity }) => restLine(lineItem, quantity)),
	};
}
