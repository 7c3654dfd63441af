import { standsForNothing } from './noValue';
import { InputProblem } from './problem';
import { shortened } from './shortened';

/** A field of an input item, as a message names it. */
export interface Field {
	/** `Quantity` or `lines[2].quantity` */
	readonly name: string;
	/** Index of the input item, from 0 as n8n counts. */
	readonly item: number;
}

/** How a value is shown in a message: short, and never an object's content. */
export function shownValue(value: unknown): string {
	if (typeof value === 'string') return `"${shortened(value)}"`;
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

/** Whether a field was left empty: nothing at all, or a text of blanks. */
export function isBlank(value: unknown): boolean {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}

/** Whether a field that is no yes or no was left empty; `false` is Odoo's word for that. */
export function holdsNothing(value: unknown): boolean {
	return value === false || isBlank(value);
}

/** Says that a field is empty that must not be. */
export function emptyField({ name, item }: Field, advice: string): InputProblem {
	return new InputProblem(`${name} is empty for item ${item}`, { path: name, advice });
}

/** Says what a field holds and what it should hold, such as `not the id of an order`. */
export function wrongField(
	{ name, item }: Field,
	value: unknown,
	should: string,
	advice: string,
): InputProblem {
	return new InputProblem(`${name} is ${shownValue(value)} for item ${item}, which is ${should}`, {
		path: name,
		advice,
	});
}

/** Shopify's `Int` (GraphQL: 32 bits with sign). */
const MAX_UNITS = 2_147_483_647;

/** Shopify takes no list of more entries (Admin API 2026-07: "maximum allowed of 250"). */
export const MOST_NUMBERS = 250;

/** Units that left the warehouse, as advice names them. */
const SHIPPED = 'the units that were shipped';

/**
 * A count of units: a whole number of 0 or more, or a text of one (`"12"`, `" 12 "`, `"12.0"`). Throws
 * `InputProblem` for anything else, also for the text `"1.000"`: one unit to an ERP with three decimals, a
 * thousand to a German. `what` is what the advice asks for.
 */
export function parseUnits(value: unknown, field: Field, what = SHIPPED): number {
	const units = wholeUnits(value, field, what, 'not a whole number of 0 or more');
	if (units >= 0) return units;
	throw wrongField(field, value, 'not a whole number of 0 or more', adviceFor(what));
}

/** The same for a count that may be below 0, as of goods that were sold before they came. */
export function parseSignedUnits(value: unknown, field: Field, what: string): number {
	return wholeUnits(value, field, what, 'not a whole number');
}

const adviceFor = (what: string): string =>
	`Give ${what} as a number without separators, such as 12`;

/** The minus signs that exports use: of the keyboard and of typesetting. */
const MINUS = /^[-\u2212]/;

function wholeUnits(value: unknown, field: Field, what: string, should: string): number {
	if (holdsNothing(value)) throw emptyField(field, `Give ${what}`);
	const text = typeof value === 'string' ? value.trim().replace(MINUS, '-') : '';
	const [, whole] = /^(-?[1-9]\d{0,2})\.000$/.exec(text) ?? [];
	if (whole !== undefined) {
		throw wrongField(field, value, `either ${whole} or ${whole}000`, adviceFor(what));
	}
	const isText = /^-?\d+(?:\.0+)?$/.test(text);
	const units = typeof value === 'number' ? value : isText ? Number(text) : NaN;
	// The sum makes no difference but to -0.
	if (Number.isInteger(units) && Math.abs(units) <= MAX_UNITS) return units + 0;
	throw wrongField(field, value, should, adviceFor(what));
}

/** A SKU as given; numbers are taken as text. Null if empty. Throws `InputProblem` for anything else. */
export function parseSku(value: unknown, field: Field): string | null {
	return parseCode('SKU', value, field);
}

/** The same for a barcode, whose zeros in front stay only in a text. */
export function parseBarcode(value: unknown, field: Field): string | null {
	return parseCode('barcode', value, field);
}

function parseCode(what: string, value: unknown, field: Field): string | null {
	if (holdsNothing(value)) return null;
	if (typeof value === 'string') return value;
	const isWhole = typeof value === 'number' && Number.isInteger(value);
	const isExact = !isWhole || Number.isSafeInteger(value);
	if (typeof value === 'number' && Number.isFinite(value) && isExact) return String(value);
	throw wrongField(field, value, `not a ${what}`, `Give the ${what} as a text`);
}

/** What an id is the id of, as messages say it. */
const TYPES = {
	Order: 'an order',
	Fulfillment: 'a fulfillment',
	FulfillmentOrder: 'a fulfillment order',
	LineItem: 'an order line',
	FulfillmentOrderLineItem: 'a fulfillment order line',
	InventoryItem: 'an inventory item',
} as const;

/** Types of Shopify's ids that items name things by. */
export type IdType = keyof typeof TYPES;

/**
 * A legacy id, from one or from a global id of the type, without zeros in front. Null if empty. Throws
 * `InputProblem` for anything else, such as a number above 2^53, whose last digits are lost, or one of more digits
 * than 64 bits have, which is what Shopify's ids are.
 */
export function parseId(type: IdType, value: unknown, field: Field): string | null {
	if (holdsNothing(value)) return null;
	const text = typeof value === 'string' || Number.isSafeInteger(value) ? String(value).trim() : '';
	if (text !== '' && standsForNothing(text)) return null;
	const id = new RegExp(`^(?:gid://shopify/${type}/)?0*([1-9]\\d{0,18})$`).exec(text)?.[1];
	if (id !== undefined) return id;
	throw wrongField(
		field,
		value,
		`not the id of ${TYPES[type]}`,
		`Use the long number at its end, or gid://shopify/${type}/…`,
	);
}

const YES = ['true', 'yes', 'y', '1'];
const NO = ['false', 'no', 'n', '0'];

/** Yes or no: `true`, `1`, `"yes"` and their opposites. Throws `InputProblem` for anything else. */
export function parseYesNo(value: unknown, field: Field): boolean {
	const advice = 'Give true or false';
	if (isBlank(value)) throw emptyField(field, advice);
	const isSimple = ['string', 'number', 'boolean'].includes(typeof value);
	const text = isSimple ? String(value).trim().toLowerCase() : '';
	if (YES.includes(text)) return true;
	if (NO.includes(text)) return false;
	throw wrongField(field, value, 'neither yes nor no', advice);
}

/** The same, and `otherwise` for an empty field. */
export function parseYesNoOr(otherwise: boolean, value: unknown, field: Field): boolean {
	return isBlank(value) ? otherwise : parseYesNo(value, field);
}
