import type { InputProblem } from './problem';

/** One stock level that an input item gives. */
export interface StockRow {
	/** Index of the input item. */
	readonly item: number;
	/** SKU, barcode, or legacy id of the inventory item; without blanks around it. */
	readonly identifier: string;
	/** As given, without blanks around it: name, legacy or global id; null where the feed has one for all. */
	readonly location: string | null;
	/** The target's figure in whole units, 0 or more. */
	readonly quantity: number;
	/** Units of it that are not to be sold, 0 or more. */
	readonly safetyStock: number;
}

/**
 * An input item that no figure can be taken from. It is kept in mind all the same: a full feed must not empty what it
 * names, and further items of the same goods must not be added up without it.
 */
export interface UnusableRow {
	readonly item: number;
	/** Null if that is what cannot be read. */
	readonly identifier: string | null;
	readonly location: string | null;
	/** True if neither goods nor quantity are given, as in an empty line at the end of a file. */
	readonly isBlank: boolean;
	readonly problem: InputProblem;
}
