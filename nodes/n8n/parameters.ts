import type { Filters, ShipmentStatus } from '../domain/filters';
import { InputProblem } from '../domain/problem';
import type { NumberStyle } from '../domain/orderNumber';

/** Reads one parameter by its name in the node's description. */
export type ReadParameter = (name: string) => unknown;

/** What Filters and the visible fields beside it say, as stored by n8n. */
export interface FilterFields {
	readonly paymentStatuses: unknown;
	readonly deliveryMethods: unknown;
	readonly startFromOrder: unknown;
	readonly createdWithin: unknown;
	readonly includeNoShipping: unknown;
	readonly filters: unknown;
}

/** Reads the filters of the trigger or of Get Many. Throws `InputProblem` that names the field. */
export function parseFilters(fields: FilterFields): Filters {
	const more = toObject(fields.filters);
	return {
		locations: toTexts(more['locations']),
		paymentStatuses: toTexts(fields.paymentStatuses),
		shipmentStatuses: toTexts(more['shipmentStatuses']) as ShipmentStatus[],
		deliveryMethods: toTexts(fields.deliveryMethods),
		countries: toCountries(more['countries']),
		tagsAny: toList(more['tagsAny']),
		tagsAll: toList(more['tagsAll']),
		tagsNone: toList(more['tagsNone']),
		startFromOrder: toStartOrder(fields.startFromOrder),
		createdWithinDays: toNumber('Created Within', fields.createdWithin, 60),
		settleMinutes: toNumber('Settle Time', more['settleTime'], 0),
		salesChannels: toList(more['salesChannels']),
		risks: toTexts(more['risks']),
		testOrders: toTestOrders(more['testOrders']),
		includeNoShipping: fields.includeNoShipping === true,
	};
}

/** How target order numbers are written, from Options. */
export function parseNumberStyle(options: unknown): NumberStyle {
	const fields = toObject(options);
	return {
		alwaysAppend: fields['alwaysAppend'] === true,
		withoutHash: fields['withoutHash'] === true,
		prefix: toText(fields['numberPrefix']),
	};
}

/** A number that must not be negative; empty counts as `fallback`. */
export function toNumber(field: string, value: unknown, fallback: number): number {
	if (value === undefined || value === null || value === '') return fallback;
	const number = typeof value === 'string' ? Number(value.trim()) : value;
	if (typeof number === 'number' && Number.isFinite(number) && number >= 0) return number;
	throw new InputProblem(`${field} is ${shown(value)}, which is not a number of 0 or more`, {
		advice: `Enter a whole number in ${field}`,
	});
}

/** An object as stored by n8n for a collection; anything else is an empty one. */
export function toObject(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** A text without blanks around; what is no text and no number is empty. */
export function toText(value: unknown): string {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' ? value.trim() : '';
}

/** The value of a resource locator, or a plain text. */
export function locatorValue(value: unknown): string {
	return toText(typeof value === 'object' && value !== null ? toObject(value)['value'] : value);
}

/** `"a, b"` or `["a", "b"]`, from a field or an expression. */
export function toList(value: unknown): readonly string[] {
	const parts = typeof value === 'string' ? value.split(',') : toTexts(value);
	return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** How a value is shown in an error: short, and never an object's content. */
export function shown(value: unknown): string {
	if (value === undefined) return 'undefined';
	const text = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function toTexts(value: unknown): readonly string[] {
	if (!Array.isArray(value)) return [];
	return value.map(toText).filter((text) => text !== '');
}

function toCountries(value: unknown): readonly string[] {
	const codes = toList(value).map((code) => code.toUpperCase());
	const wrong = codes.find((code) => !/^[A-Z]{2}$/.test(code));
	if (wrong === undefined) return codes;
	throw new InputProblem(
		`Ship-To Countries contains ${shown(wrong)}, which is not a country code`,
		{
			advice: 'Enter two-letter ISO codes, such as DE, AT, CH',
		},
	);
}

function toTestOrders(value: unknown): Filters['testOrders'] {
	return value === 'exclude' || value === 'only' ? value : 'include';
}

/** Shopify's order ids have 10 digits and more since long; order numbers have fewer. */
const SHORTEST_ORDER_ID = 10;

function toStartOrder(value: unknown): string {
	const text = locatorValue(value);
	if (text === '' || text === '0') return '0';
	const id = /^gid:\/\/shopify\/Order\/(\d+)$/.exec(text)?.[1] ?? text;
	if (/^\d+$/.test(id) && id.length >= SHORTEST_ORDER_ID) return id;
	throw new InputProblem(
		`Start From Order is ${shown(text)}, which looks like an order number and not like an order id`,
		{
			path: 'startFromOrder',
			advice:
				'Choose the order from the list, or enter the long number at the end of its address in the Shopify admin',
		},
	);
}
