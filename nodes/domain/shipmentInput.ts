import type { Field } from './inputValues';
import {
	emptyField,
	holdsNothing,
	MOST_NUMBERS,
	parseId,
	parseSku,
	parseUnits,
	parseYesNo,
	wrongField,
} from './inputValues';
import { standsForNothing } from './noValue';
import type { OrderReference } from './orderReference';
import { InputProblem, problemText } from './problem';
import type { ShippedLine } from './shipment';
import type { ShippedItem } from './shipmentGroups';
import type { Tracking } from './tracking';
import { parseParcels } from './tracking';

/** What names the order of a shipment, as the editor calls it. */
export const ORDER_FIELDS = {
	orderNumber: 'Order Number',
	orderId: 'Order ID',
	fulfillmentOrderId: 'Fulfillment Order ID',
} as const;

/** One of the fields that may name the order. */
export type OrderField = keyof typeof ORDER_FIELDS;

/** A line of a shipment, as it comes. The fields have the names that entries of `lines` have. */
export interface LineFields {
	readonly sku: unknown;
	readonly quantity: unknown;
	readonly orderLineItemId: unknown;
	readonly fulfillmentOrderLineItemId: unknown;
	readonly shippedInTotal: unknown;
}

/** One input item of an upload, as it comes: each field may hold anything. */
export interface ShipmentFields {
	readonly orderBy: OrderField;
	readonly order: unknown;
	/** True for everything that remains; then no lines are read. */
	readonly everything: boolean;
	/** A list of lines, or its JSON text; empty if the item is one line itself. */
	readonly lines: unknown;
	readonly line: LineFields;
	readonly trackingNumbers: unknown;
	readonly trackingUrls: unknown;
	readonly carrier: unknown;
	/** What the target calls the shipment; empty if it has no name. */
	readonly shipmentId: unknown;
	/** Yes or no for all items, or what the item's own field holds. */
	readonly notifyCustomer: boolean | { readonly from: unknown };
}

/** One input item of an upload, read. Its carrier is still as given. */
export interface ShipmentInput extends Omit<ShippedItem, 'orderId' | 'fulfillmentOrder'> {
	readonly order: OrderReference;
}

/**
 * Reads one input item. What is wrong with its lines, tracking or notification is told in `problems`, since it
 * concerns the whole shipment that the item is a part of; an item that cannot even be read as a whole then has
 * no lines. Throws `InputProblem` if the order is not named.
 */
export function readShipmentInput(fields: ShipmentFields, item: number): ShipmentInput {
	const order = readOrder(fields.orderBy, fields.order, item, 'Order By');
	const problems: string[] = [];
	const attempt = <T>(read: () => T, otherwise: T): T => {
		try {
			return read();
		} catch (error) {
			problems.push(problemText(error));
			return otherwise;
		}
	};
	const tracking = attempt<Tracking | null>(() => readTracking(fields, item), null);
	const notifyCustomer = attempt(() => readNotify(fields, item), null);
	const list = fields.everything ? undefined : attempt(() => listOf(fields.lines, item), []);
	// Without its number, or the word on telling the customer, no unit may be uploaded.
	const isWhole = list !== undefined;
	const read = (): ShipmentInput['lines'] => {
		if (fields.everything) return 'remaining';
		if (!list) return attempt(() => [readLine(fields.line, item)], []);
		return list.flatMap((entry, at) => attempt(() => [readEntry(entry, at, item)], []));
	};
	const lines = read();
	const isUsable = tracking !== null && notifyCustomer !== null;
	return {
		item,
		order,
		lines: isUsable ? withUnits(lines) : [],
		isWhole,
		shipmentId: readShipmentId(fields.shipmentId),
		tracking: tracking ?? { company: null, parcels: [] },
		notifyCustomer: notifyCustomer ?? false,
		problems,
	};
}

/** A line of zero units was not shipped, unless its total says otherwise. */
function withUnits(lines: ShipmentInput['lines']): ShipmentInput['lines'] {
	if (lines === 'remaining') return lines;
	return lines.filter(({ quantity, shippedInTotal }) => quantity > 0 || shippedInTotal !== null);
}

/**
 * The order that an item names by one of its fields. `choice` is where the editor lets that field be chosen, for the
 * advice. Throws `InputProblem` if the field is empty or holds something else.
 */
export function readOrder(
	by: OrderField,
	value: unknown,
	item: number,
	choice: string,
): OrderReference {
	const field = { name: ORDER_FIELDS[by], item };
	const reference = orderReference(by, value, field);
	if (reference) return reference;
	throw emptyField(
		field,
		`Map ${field.name} to the field of the item that names the order, or choose another field in ${choice}`,
	);
}

function orderReference(by: OrderField, value: unknown, field: Field): OrderReference | undefined {
	if (by === 'orderNumber') return numberReference(value, field);
	const isOrder = by === 'orderId';
	const id = parseId(isOrder ? 'Order' : 'FulfillmentOrder', value, field);
	if (id === null) return undefined;
	return isOrder ? { by: 'order', id } : { by: 'fulfillmentOrder', id };
}

/** An order number, or a global id in its place. */
function numberReference(value: unknown, field: Field): OrderReference | undefined {
	if (holdsNothing(value)) return undefined;
	const isNumber = typeof value === 'number' && Number.isSafeInteger(value);
	if (!isNumber && typeof value !== 'string') {
		throw wrongField(field, value, 'not an order number', 'Give it as a text, such as #1042');
	}
	const text = String(value).trim();
	if (standsForNothing(text)) return undefined;
	if (!text.startsWith('gid:')) return { by: 'number', text };
	return text.startsWith('gid://shopify/FulfillmentOrder/')
		? orderReference('fulfillmentOrderId', text, field)
		: orderReference('orderId', text, field);
}

function readShipmentId(value: unknown): string | null {
	const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	return text === '' ? null : text;
}

function readTracking(fields: ShipmentFields, item: number): Tracking {
	const company = readCarrier(fields.carrier, item);
	const { numbers, urls } = inItem(item, () =>
		parseParcels(fields.trackingNumbers, fields.trackingUrls),
	);
	if (numbers.length > MOST_NUMBERS) {
		throw new InputProblem(
			`Item ${item} has ${numbers.length} tracking numbers, and Shopify takes at most ${MOST_NUMBERS} for one fulfillment`,
			{ advice: 'Divide the shipment, or leave out numbers that the customer does not need' },
		);
	}
	const [first] = urls;
	// One link for all parcels belongs to each of them; any other belongs to the first.
	const forAll = urls.length === 1 && first?.includes('{number}') ? first : null;
	return {
		company: company === '' ? null : company,
		parcels: numbers.map((number, at) => ({ number, url: urls[at] ?? forAll })),
	};
}

/** The carrier as the item names it; '' for none. Throws `InputProblem` for what is no name. */
export function readCarrier(value: unknown, item: number): string {
	if (holdsNothing(value)) return '';
	if (typeof value === 'string' || typeof value === 'number') return String(value).trim();
	const field = { name: 'Carrier', item };
	throw wrongField(field, value, 'not the name of a carrier', 'Give it as a text, such as DHL');
}

/** The same problem, with the item that has it. */
function inItem<T>(item: number, read: () => T): T {
	try {
		return read();
	} catch (error) {
		throw ofItem(item, error);
	}
}

function ofItem(item: number, error: unknown): unknown {
	if (!(error instanceof InputProblem)) return error;
	const { message, advice } = error;
	return new InputProblem(`Item ${item}: ${message}`, advice === undefined ? {} : { advice });
}

function readNotify({ notifyCustomer }: ShipmentFields, item: number): boolean {
	if (typeof notifyCustomer === 'boolean') return notifyCustomer;
	return parseYesNo(notifyCustomer.from, { name: 'Notify Customer', item });
}

const LIST_ADVICE = 'Give a list of lines, each with sku and quantity, or its JSON text';

/** Whether the field for lines was left empty, so that the item is one line itself. */
export function holdsNoLines(value: unknown): boolean {
	const isText = typeof value === 'string';
	return holdsNothing(value) || (isText && ['null', 'false'].includes(value.trim()));
}

/** The entries of a list of lines; undefined if the item has none. */
function listOf(value: unknown, item: number): readonly unknown[] | undefined {
	if (holdsNoLines(value)) return undefined;
	const list = typeof value === 'string' ? parsedJson(value) : value;
	if (Array.isArray(list)) return list as readonly unknown[];
	// Where a list has one entry, many a program leaves the list out.
	if (isObject(list)) return [list];
	throw wrongField({ name: 'Lines', item }, value, 'not a list of lines', LIST_ADVICE);
}

function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function readEntry(entry: unknown, at: number, item: number): ShippedLine {
	if (!isObject(entry)) {
		throw wrongField({ name: `lines[${at}]`, item }, entry, 'not a line', LIST_ADVICE);
	}
	const { sku, quantity, orderLineItemId, fulfillmentOrderLineItemId, shippedInTotal } = entry;
	return readLine(
		{ sku, quantity, orderLineItemId, fulfillmentOrderLineItemId, shippedInTotal },
		item,
		`lines[${at}].`,
	);
}

const LABELS: Readonly<Record<keyof LineFields, string>> = {
	sku: 'SKU',
	quantity: 'Quantity',
	orderLineItemId: 'Order Line Item ID',
	fulfillmentOrderLineItemId: 'Fulfillment Order Line Item ID',
	shippedInTotal: 'Shipped In Total',
};

/** `path` is where the line stands in the item: `lines[2].`; '' if the item is the line. */
function readLine(fields: LineFields, item: number, path = ''): ShippedLine {
	const field = (name: keyof LineFields): Field => ({
		name: path === '' ? LABELS[name] : path + name,
		item,
	});
	const sku = parseSku(fields.sku, field('sku'));
	const orderLineId = parseId('LineItem', fields.orderLineItemId, field('orderLineItemId'));
	const fulfillmentOrderLineId = parseId(
		'FulfillmentOrderLineItem',
		fields.fulfillmentOrderLineItemId,
		field('fulfillmentOrderLineItemId'),
	);
	if (sku === null && orderLineId === null && fulfillmentOrderLineId === null) {
		throw emptyField(field('sku'), 'Give the SKU of what was shipped, or the id of its order line');
	}
	const total = fields.shippedInTotal;
	const shippedInTotal = holdsNothing(total) ? null : parseUnits(total, field('shippedInTotal'));
	const isByTotal = shippedInTotal !== null && holdsNothing(fields.quantity);
	return {
		fulfillmentOrderLineId,
		orderLineId,
		sku,
		quantity: isByTotal ? 0 : parseUnits(fields.quantity, field('quantity')),
		shippedInTotal,
		fulfillmentOrder: null,
		item,
	};
}
