import type { OrderReference } from '../../../nodes/domain/orderReference';
import type { ShippedLine } from '../../../nodes/domain/shipment';
import { parseParcels } from '../../../nodes/domain/tracking';
import type { UploadRequest } from '../../../nodes/upload/uploadShipments';

/** Units by SKU, or by an id: `{L1}` (order line), `{FOL1.2}` (fulfillment order line), or a line of its own. */
export type GivenLines = Readonly<Record<string, number>> | 'all' | readonly GivenLine[];

/** A line with more than its units. */
export interface GivenLine {
	readonly sku?: string;
	readonly orderLine?: string;
	readonly fulfillmentOrderLine?: string;
	readonly quantity?: number;
	readonly inTotal?: number;
}

/** What else an item may say. */
export interface GivenDetails {
	readonly carrier?: string;
	readonly urls?: string;
	/** Default yes. */
	readonly notify?: boolean;
	/** An id: `{FO1}`. */
	readonly fulfillmentOrder?: string;
	/** What the warehouse calls the shipment. */
	readonly shipmentId?: string;
	readonly problems?: readonly string[];
}

/** One input item, as a case writes it; ids in braces are put in when it is uploaded. */
export interface Given extends GivenDetails {
	readonly order: OrderReference;
	readonly lines: GivenLines;
	readonly numbers: string;
	readonly isWhole: boolean;
}

/** A shipment of the order with this number: `ship('#1042', { 'MUG-BLUE': 2 }, 'T1')`. */
export function ship(
	number: string,
	lines: GivenLines,
	numbers = '',
	details: GivenDetails = {},
): Given {
	return { order: { by: 'number', text: number }, lines, numbers, isWhole: true, ...details };
}

/** One line of a shipment, as lists with a row for each line have it. */
export function row(
	number: string,
	sku: string,
	quantity: number,
	numbers = '',
	details: GivenDetails = {},
): Given {
	return { ...ship(number, { [sku]: quantity }, numbers, details), isWhole: false };
}

/** The same shipment with its order named by an id, such as `{FO1}` or `gid://shopify/Order/{O}`. */
export function byId(by: 'order' | 'fulfillmentOrder', id: string, given: Given): Given {
	return { ...given, order: { by, id } };
}

/** The item as the node reads it; `withIds` puts ids into a text. */
export function toRequest(
	given: Given,
	item: number,
	withIds: (text: string) => string,
): UploadRequest {
	const { numbers, urls } = parseParcels(given.numbers, given.urls);
	const { order, fulfillmentOrder, lines } = given;
	return {
		item,
		order:
			order.by === 'number'
				? { by: 'number', text: withIds(order.text) }
				: { by: order.by, id: withIds(order.id) },
		fulfillmentOrder: fulfillmentOrder === undefined ? null : withIds(fulfillmentOrder),
		lines:
			lines === 'all' ? 'remaining' : toLines(lines).map((line) => toLine(line, item, withIds)),
		isWhole: given.isWhole,
		shipmentId: given.shipmentId ?? null,
		tracking: {
			company: given.carrier ?? null,
			parcels: numbers.map((number, index) => ({ number, url: urls[index] ?? null })),
		},
		notifyCustomer: given.notify ?? true,
		problems: given.problems ?? [],
	};
}

function toLines(lines: Exclude<GivenLines, 'all'>): readonly GivenLine[] {
	if (Array.isArray(lines)) return lines as readonly GivenLine[];
	return Object.entries(lines as Readonly<Record<string, number>>).map(([name, quantity]) => {
		if (name.startsWith('{L')) return { orderLine: name, quantity };
		if (name.startsWith('{FOL')) return { fulfillmentOrderLine: name, quantity };
		return { sku: name, quantity };
	});
}

function toLine(line: GivenLine, item: number, withIds: (text: string) => string): ShippedLine {
	const id = (text: string | undefined): string | null =>
		text === undefined ? null : withIds(text);
	return {
		fulfillmentOrderLineId: id(line.fulfillmentOrderLine),
		orderLineId: id(line.orderLine),
		sku: line.sku ?? null,
		quantity: line.quantity ?? 0,
		shippedInTotal: line.inTotal ?? null,
		fulfillmentOrder: null,
		item,
	};
}
