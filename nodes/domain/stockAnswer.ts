import type { StockItem } from './stockItem';

/** What came of a stock level. */
export type StockResult =
	/** Written, or activated, and Shopify has it now. */
	| 'set'
	/** Shopify had it already. */
	| 'unchanged'
	/** A dry run: it would have been written. */
	| 'wouldSet'
	/** Not written; the reason says why. */
	| 'rejected';

/** Why a stock level was not written. */
export type StockReasonCode =
	| 'badInput'
	| 'unknownSku'
	| 'ambiguousSku'
	| 'unknownLocation'
	| 'duplicate'
	| 'notTracked'
	| 'bundle'
	| 'notStocked'
	/** Shopify refused it; its words are quoted. */
	| 'refused'
	/** Each time that it was to be written, somebody else had changed it. */
	| 'keepsChanging'
	/** It changed while it was written, and what it was changed by is not known. */
	| 'unclear';

/** A location as answers and messages name it. */
export interface NamedLocation {
	/** Global id. */
	readonly id: string;
	readonly name: string;
}

/** What came of one stock level, as it is added to the input item. Ids are global. */
export interface StockAnswer {
	readonly result: StockResult;
	readonly reasonCode: StockReasonCode | null;
	/** What is wrong and what to do, in sentences; null if nothing is. */
	readonly reason: string | null;
	/** What is worth knowing although it is well. */
	readonly notes: readonly string[];
	/** What Shopify had, in units; null if it is not known, or the item was never stocked there. */
	readonly previousQuantity: number | null;
	/** What Shopify has now, or would have after a dry run; null if nothing was to be written. */
	readonly newQuantity: number | null;
	/** Units that others took during the run, and by which the figure was lowered for them: 0 or less. */
	readonly adjustedBy: number;
	/** Units of open orders that the target does not have yet, and that were taken off its figure. */
	readonly notYetInTarget: number;
	/** Whether the item was stocked at the location by this run. */
	readonly activated: boolean;
	readonly inventoryItemId: string | null;
	readonly variantId: string | null;
	readonly locationId: string | null;
	readonly locationName: string | null;
}

/** A stock level that a full feed sets to 0 because the target does not name it. */
export interface MissingAnswer extends StockAnswer {
	readonly sku: string | null;
	readonly barcode: string | null;
	readonly missingFromFeed: true;
}

/** What is wrong with a row, before it is known which of its ids are known. */
export interface StockReason {
	readonly code: StockReasonCode;
	readonly text: string;
}

/** What is known of the place of an answer. */
export interface StockPlace {
	readonly item?: StockItem | undefined;
	readonly location?: NamedLocation | undefined;
	readonly previousQuantity?: number | null;
}

/** An answer with nothing done; the fields that are given win. */
export function stockAnswer(
	{ item, location, previousQuantity = null }: StockPlace,
	{ result, ...fields }: Pick<StockAnswer, 'result'> & Partial<StockAnswer>,
): StockAnswer {
	return {
		// First, as n8n's table has its columns in this order.
		result,
		reasonCode: null,
		reason: null,
		notes: [],
		previousQuantity,
		newQuantity: null,
		adjustedBy: 0,
		notYetInTarget: 0,
		activated: false,
		inventoryItemId: item?.id ?? null,
		variantId: item?.variantId ?? null,
		locationId: location?.id ?? null,
		locationName: location?.name ?? null,
		...fields,
	};
}

/** The answer for a row that is not written. */
export function rejectedAnswer({ code, text }: StockReason, place: StockPlace = {}): StockAnswer {
	return stockAnswer(place, { result: 'rejected', reasonCode: code, reason: text });
}
