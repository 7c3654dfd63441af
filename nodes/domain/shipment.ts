import { shortened } from './shortened';
import type { Tracking } from './tracking';
import { numberKey } from './tracking';

/**
 * One line of what the target shipped. It names its order line by the ids, or by the SKU; the first that the
 * order knows counts, in the order of these fields.
 */
export interface ShippedLine {
	/** Legacy id of the fulfillment order line item; null if not given. */
	readonly fulfillmentOrderLineId: string | null;
	/** Legacy id of the order's line item; null if not given. */
	readonly orderLineId: string | null;
	readonly sku: string | null;
	/** Units in this shipment; ignored where `shippedInTotal` is given. */
	readonly quantity: number;
	/** Units of the line that were ever shipped, this shipment included; null if not given. */
	readonly shippedInTotal: number | null;
	/** Legacy id of the fulfillment order that its units are taken from first; null for any. */
	readonly fulfillmentOrder: string | null;
	/** The input item that it came from. */
	readonly item: number;
}

/** What was shipped of one order under one tracking number, or under several. */
export interface Shipment {
	/** Indices of the input items that it came from, in their order. */
	readonly items: readonly number[];
	/** The lines, or all units that are not shipped yet. */
	readonly lines: readonly ShippedLine[] | 'remaining';
	/** Legacy id of the fulfillment order that the target knows; null if it knows the order alone. */
	readonly fulfillmentOrder: string | null;
	readonly tracking: Tracking;
	/**
	 * True if it was put together from items that nothing ties together but their order: no tracking number, no
	 * shipment id. They may be rows of one parcel, or of parcels of several days.
	 */
	readonly isLoose: boolean;
	/** Whether Shopify tells the customer when a fulfillment is made. */
	readonly notifyCustomer: boolean;
	/** What is wrong with items of the shipment, in words that name them. */
	readonly inputProblems: readonly string[];
}

/** How shipments are uploaded where the merchant has a choice. */
export interface UploadRules {
	/** What becomes of a shipment with a line that the order does not have. */
	readonly unmatchedLines: 'reject' | 'skip';
	/** What becomes of a shipment with more units than remain. */
	readonly overShipment: 'uploadRest' | 'reject';
	/** What becomes of one whose units were all shipped, under another number or none. */
	readonly otherTracking: 'add' | 'replace' | 'report';
	/** Whether an equal fulfillment without a number counts as the same shipment. */
	readonly withoutNumber: 'same' | 'another';
	/** Legacy id of the location that units are taken from first where nothing else decides; '' for none. */
	readonly location: string;
}

/** The numbers of a shipment as they are compared; empty if it has none. */
export function numberKeys({ parcels }: Tracking): ReadonlySet<string> {
	return new Set(parcels.map(({ number }) => numberKey(number)));
}

/** Whether two trackings have a number in common. */
export function sharesNumber(one: Tracking, keys: ReadonlySet<string>): boolean {
	return one.parcels.some(({ number }) => keys.has(numberKey(number)));
}

/** Says what a line is called in a message: its SKU or its id. */
export function lineLabel(line: ShippedLine): string {
	if (line.sku !== null) return shortened(line.sku);
	if (line.orderLineId !== null) return `order line ${line.orderLineId}`;
	return `fulfillment order line ${line.fulfillmentOrderLineId ?? '?'}`;
}
