import type { DetailedLine, FulfillmentOrderDetails } from './details';
import type { HandoverRecord, Offer } from './handoverRecord';
import { fromMinor, shareOf, toMinor } from './money';
import type { Units } from './order';

/** A line of an item, with the amounts that its value adds up from, in the smallest unit of the currency. */
export interface DescribedLine extends Readonly<Record<string, unknown>> {
	readonly quantity: number;
	readonly weightGrams: number | null;
	readonly goods: bigint;
	readonly discount: bigint;
	readonly tax: string;
}

/**
 * The lines of an offer as the target gets them: units of the offer, goods and prices from the details of
 * the fulfillment orders that carry them.
 */
export function describeLines(
	offer: Offer,
	sources: readonly FulfillmentOrderDetails[],
	record: HandoverRecord,
	decimals: number,
): readonly DescribedLine[] {
	const known = sources.flatMap((source) => source.lines);
	const inOrder = [
		...new Set([...known.map((line) => line.orderLineId), ...Object.keys(offer.units)]),
	];
	return inOrder.flatMap((id) => {
		const quantity = offer.units[id];
		if (quantity === undefined) return [];
		const line = known.find((one) => one.orderLineId === id);
		return [describeLine(id, line, quantity, unitsBefore(record, offer, id), decimals)];
	});
}

/** Units of a line in offers before this one: where the counting of its shares starts. */
function unitsBefore(record: HandoverRecord, offer: Offer, line: string): number {
	const in_ = (units: Units): number => units[line] ?? 0;
	const shipped = Object.values(record.shippedBefore).reduce((sum, units) => sum + in_(units), 0);
	const index = record.offers.findIndex((one) => one.key === offer.key);
	return record.offers
		.slice(0, Math.max(0, index))
		.filter((one) => one.voidedAt === undefined && one.key !== offer.partOf)
		.reduce((sum, one) => sum + in_(one.units), shipped);
}

function describeLine(
	id: string,
	line: DetailedLine | undefined,
	quantity: number,
	before: number,
	decimals: number,
): DescribedLine {
	const {
		pricedQuantity,
		taxes,
		discount,
		unitPrice,
		orderLineId: _,
		remaining: __,
		...goods
	} = line ?? unknownLine(id);
	const tax = taxes.reduce((sum, one) => sum + toMinor(one, decimals), 0n);
	return {
		...goods,
		quantity,
		unitPrice,
		tax: fromMinor(shareOf(tax, before, quantity, pricedQuantity), decimals),
		goods: toMinor(unitPrice ?? '0', decimals) * BigInt(quantity),
		discount: shareOf(toMinor(discount, decimals), before, quantity, pricedQuantity),
	};
}

/** A line that no fulfillment order shows any more: its units were removed, and its goods with them. */
function unknownLine(
	orderLineId: string,
): Omit<
	DetailedLine,
	'title' | 'requiresShipping' | 'giftCard' | 'orderedQuantity' | 'fulfillmentOrderLineItemId'
> &
	UnknownFields {
	return {
		fulfillmentOrderLineItemId: null,
		orderLineItemId: `gid://shopify/LineItem/${orderLineId}`,
		orderLineId,
		variantId: null,
		productId: null,
		inventoryItemId: null,
		sku: null,
		barcode: null,
		title: null,
		variantTitle: null,
		vendor: null,
		remaining: 0,
		pricedQuantity: 0,
		orderedQuantity: null,
		unitPrice: null,
		discountedUnitPrice: null,
		discount: '0',
		taxes: [],
		weightGrams: null,
		requiresShipping: null,
		giftCard: null,
		properties: {},
		sellingPlan: null,
		bundle: null,
	};
}

interface UnknownFields {
	readonly fulfillmentOrderLineItemId: null;
	readonly title: null;
	readonly orderedQuantity: null;
	readonly requiresShipping: null;
	readonly giftCard: null;
}
