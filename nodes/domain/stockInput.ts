import type { Field } from './inputValues';
import {
	emptyField,
	holdsNothing,
	parseBarcode,
	parseId,
	parseSignedUnits,
	parseSku,
	parseUnits,
	wrongField,
} from './inputValues';
import { InputProblem } from './problem';
import type { StockIdentifier } from './stockItem';
import type { StockRow, UnusableRow } from './stockRow';

/** What names the goods, as the editor calls it. */
export const STOCK_FIELDS: Readonly<Record<StockIdentifier, string>> = {
	sku: 'SKU',
	barcode: 'Barcode',
	inventoryItemId: 'Inventory Item ID',
};

/** What holds for all items of a feed. */
export interface StockInputRules {
	readonly identifyBy: StockIdentifier;
	/** False where the feed has one location for all. */
	readonly hasLocations: boolean;
	/** What a figure below 0 becomes. */
	readonly negatives: 'zero' | 'reject';
}

/** One input item of a feed, as it comes: each field may hold anything. */
export interface StockFields {
	readonly identifier: unknown;
	readonly quantity: unknown;
	/** Not looked at where the feed has one location for all. */
	readonly location: unknown;
	/** Nothing for no safety stock. */
	readonly safetyStock: unknown;
}

/** Most that Shopify takes for a quantity (`INVALID_QUANTITY_TOO_HIGH`, Admin API 2026-07). */
const MOST_UNITS = 1_000_000_000;

/**
 * Reads one input item. What is wrong with it is told with as much as can be read of it; if it has several things
 * wrong, with the first of them.
 */
export function readStockInput(
	fields: StockFields,
	item: number,
	reading: StockInputRules,
): StockRow | UnusableRow {
	const problems: InputProblem[] = [];
	const attempt = <T>(read: () => T): T | null => {
		try {
			return read();
		} catch (error) {
			problems.push(problemIn(error));
			return null;
		}
	};
	const identifier = attempt(() => readIdentifier(fields.identifier, item, reading.identifyBy));
	const location = attempt(() =>
		reading.hasLocations ? readLocation(fields.location, item) : null,
	);
	const quantity = attempt(() => readQuantity(fields.quantity, item, reading.negatives));
	const safetyStock = attempt(() => readSafetyStock(fields.safetyStock, item));
	const [problem] = problems;
	if (problem) {
		const isBlank = holdsNothing(fields.identifier) && holdsNothing(fields.quantity);
		return { item, identifier, location, isBlank, problem };
	}
	return {
		item,
		identifier: identifier ?? '',
		location,
		quantity: quantity ?? 0,
		safetyStock: safetyStock ?? 0,
	};
}

/** Any error but an `InputProblem` is thrown on. */
function problemIn(error: unknown): InputProblem {
	if (error instanceof InputProblem) return error;
	throw error;
}

/** Whether the figure of an item cannot be used. */
export function isUnusable(row: StockRow | UnusableRow): row is UnusableRow {
	return 'problem' in row;
}

function readIdentifier(value: unknown, item: number, by: StockIdentifier): string {
	const field = { name: STOCK_FIELDS[by], item };
	const read = parseIdentifier(by, value, field)?.trim() ?? '';
	if (read !== '') return read;
	throw emptyField(
		field,
		`Map ${field.name} to the field of the item that names the goods, or choose another field in Identify Goods By`,
	);
}

function parseIdentifier(by: StockIdentifier, value: unknown, field: Field): string | null {
	if (by === 'inventoryItemId') return parseId('InventoryItem', value, field);
	return by === 'barcode' ? parseBarcode(value, field) : parseSku(value, field);
}

function readLocation(value: unknown, item: number): string {
	const field = { name: 'Location', item };
	if (holdsNothing(value)) {
		throw emptyField(
			field,
			'Map Location Field to the field of the item that names the location, or choose One for All Items',
		);
	}
	const isExact = typeof value === 'string' || Number.isSafeInteger(value);
	if (isExact) return String(value).trim();
	throw wrongField(field, value, 'not the name or id of a location', 'Give it as a text');
}

const IN_STOCK = 'the units in stock';

function readQuantity(
	value: unknown,
	item: number,
	negatives: StockInputRules['negatives'],
): number {
	const field = { name: 'Quantity', item };
	const units = parseSignedUnits(value, field, IN_STOCK);
	if (units >= 0) return withinLimit(units, value, field);
	if (negatives === 'zero') return 0;
	throw wrongField(
		field,
		value,
		'below 0',
		'Correct the figure, or let Negative Quantities set it to 0',
	);
}

function readSafetyStock(value: unknown, item: number): number {
	if (holdsNothing(value)) return 0;
	const field = { name: 'Safety Stock', item };
	return withinLimit(parseUnits(value, field, 'the units to keep back'), value, field);
}

function withinLimit(units: number, value: unknown, field: Field): number {
	if (units <= MOST_UNITS) return units;
	throw wrongField(
		field,
		value,
		`more than the ${MOST_UNITS} units that Shopify takes`,
		'Correct the figure',
	);
}
