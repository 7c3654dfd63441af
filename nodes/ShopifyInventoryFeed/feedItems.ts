import { InputProblem } from '../domain/problem';
import type { StockInputRules } from '../domain/stockInput';
import { isUnusable, readStockInput } from '../domain/stockInput';
import type { StockRow, UnusableRow } from '../domain/stockRow';
import type { ReadParameter } from '../n8n/parameters';
import type { Readers } from '../n8n/readerOf';

/** The items of a feed, read. */
export interface FeedItems {
	readonly rows: readonly StockRow[];
	readonly unusable: readonly UnusableRow[];
	/** Errors of the workflow, such as an expression that n8n cannot work out, by index. Unusable as well. */
	readonly failures: ReadonlyMap<number, unknown>;
}

/** Reads all items. One that cannot be read keeps none of the others from being written. */
export function readFeedItems(
	count: number,
	readers: Readers,
	reading: StockInputRules,
): FeedItems {
	const rows: StockRow[] = [];
	const unusable: UnusableRow[] = [];
	const failures = new Map<number, unknown>();
	for (let item = 0; item < count; item += 1) {
		const { fields, failure } = readFields(readers(item), reading);
		const row = readStockInput(fields, item, reading);
		if (failure) {
			failures.set(item, failure.error);
			unusable.push(asFailed(row, failure.error));
		} else if (isUnusable(row)) unusable.push(row);
		else rows.push(row);
	}
	return { rows, unusable, failures };
}

interface Fields {
	identifier: unknown;
	location: unknown;
	quantity: unknown;
	safetyStock: unknown;
}

/** The fields as far as n8n can give them: what names the goods is read first. */
function readFields(
	read: ReadParameter,
	{ identifyBy, hasLocations }: StockInputRules,
): { readonly fields: Fields; readonly failure?: { readonly error: unknown } } {
	const fields: Fields = {
		identifier: undefined,
		location: undefined,
		quantity: undefined,
		safetyStock: undefined,
	};
	try {
		fields.identifier = read(identifyBy);
		if (hasLocations) fields.location = read('locationField');
		fields.quantity = read('quantity');
		fields.safetyStock = read('options.safetyStock');
		return { fields };
	} catch (error) {
		return { fields, failure: { error } };
	}
}

/** An item whose own error is told in place of what its fields, half read, have wrong. */
function asFailed({ item, location, ...row }: StockRow | UnusableRow, error: unknown): UnusableRow {
	const text = error instanceof Error ? error.message : String(error);
	const { identifier } = row;
	return { item, identifier, location, isBlank: false, problem: new InputProblem(text) };
}
