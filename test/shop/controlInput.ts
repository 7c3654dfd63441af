import type { StockCount } from '../page/contract';
import { badInput } from './controlHttp';
import type { Input } from './controlHttp';
import type { Units } from './fulfillmentOrders';
import { DISPLAY_REASONS } from './holds';
import type { HoldInput } from './holds';
import type { LineInput, OrderInput, OrderEdit } from './orderInput';
import type { refund } from './orders';
import type { Address, RiskLevel, ShopState } from './state';

/**
 * Reads what the control endpoints are sent. Only the form is looked at: whether the shop allows it
 * is the shop's to say. What is not understood is refused with the field's name, and nothing is
 * done.
 */

/** Whether a value is of a kind, and the words for what is needed. */
interface Kind {
	readonly fits: (value: unknown) => boolean;
	readonly words: string;
}

const TEXT: Kind = { fits: (value) => typeof value === 'string', words: 'a text' };
const FLAG: Kind = { fits: (value) => typeof value === 'boolean', words: 'true or false' };
const NUMBER: Kind = { fits: (value) => typeof value === 'number', words: 'a number' };
const AMOUNT: Kind = {
	fits: (value) => typeof value === 'number' && value >= 0,
	words: 'a number of 0 or more',
};
const COUNT: Kind = {
	fits: (value) => Number.isInteger(value) && (value as number) > 0 && (value as number) <= 100_000,
	words: 'a whole number from 1 to 100000',
};
const WHOLE: Kind = { fits: (value) => Number.isInteger(value), words: 'a whole number' };
const TEXTS: Kind = {
	fits: (value) => Array.isArray(value) && value.every(TEXT.fits),
	words: 'a list of texts',
};
const OBJECT: Kind = {
	fits: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
	words: 'an object',
};
const LIST: Kind = {
	fits: (value) => Array.isArray(value) && value.every(OBJECT.fits),
	words: 'a list of objects',
};
const oneOf = (...values: readonly string[]): Kind => ({
	fits: (value) => values.includes(value as string),
	words: `one of ${values.join(', ')}`,
});
const orNull = ({ fits, words }: Kind): Kind => ({
	fits: (value) => value === null || fits(value),
	words: `${words}, or null`,
});

const DELIVERY_METHOD = oneOf('SHIPPING', 'PICK_UP', 'LOCAL', 'PICKUP_POINT', 'RETAIL', 'NONE');
const FINANCIAL_STATUS = oneOf(
	'AUTHORIZED',
	'EXPIRED',
	'PAID',
	'PARTIALLY_PAID',
	'PARTIALLY_REFUNDED',
	'PENDING',
	'REFUNDED',
	'VOIDED',
);
const RISK = oneOf('HIGH', 'LOW', 'MEDIUM', 'NONE', 'PENDING');
const CANCEL_REASON = oneOf('CUSTOMER', 'DECLINED', 'FRAUD', 'INVENTORY', 'OTHER', 'STAFF');

const TEXT_OR_NULL = orNull(TEXT);
const REMOVED_UNITS = { lineItemId: TEXT, quantity: COUNT };
const KEY_VALUE = { key: TEXT, value: TEXT_OR_NULL };

type Fields<T> = Readonly<Record<keyof T & string, Kind>>;

const ORDER_FIELDS: Fields<OrderInput> = {
	lines: LIST,
	shippingAddress: orNull(OBJECT),
	billingAddress: orNull(OBJECT),
	customer: orNull(OBJECT),
	company: orNull(OBJECT),
	email: TEXT_OR_NULL,
	phone: TEXT_OR_NULL,
	note: TEXT_OR_NULL,
	tags: TEXTS,
	customAttributes: LIST,
	financialStatus: orNull(FINANCIAL_STATUS),
	risk: RISK,
	deliveryMethod: orNull(DELIVERY_METHOD),
	deliveryInstructions: TEXT_OR_NULL,
	shippingLine: orNull(OBJECT),
	discountCodes: TEXTS,
	poNumber: TEXT_OR_NULL,
	sourceName: TEXT,
	sourceIdentifier: TEXT_OR_NULL,
	customerLocale: TEXT,
	taxesIncluded: FLAG,
	dutiesIncluded: FLAG,
	presentmentCurrency: TEXT,
	presentmentRate: AMOUNT,
	test: FLAG,
	number: COUNT,
	name: TEXT,
	createdAt: NUMBER,
	fulfillAt: orNull(NUMBER),
	scheduled: FLAG,
	fulfillBy: orNull(NUMBER),
	routed: FLAG,
};

const LINE_FIELDS: Fields<LineInput> = {
	sku: TEXT_OR_NULL,
	variantId: TEXT,
	title: TEXT,
	variantTitle: TEXT_OR_NULL,
	vendor: TEXT_OR_NULL,
	quantity: COUNT,
	price: AMOUNT,
	discount: AMOUNT,
	taxRate: AMOUNT,
	requiresShipping: FLAG,
	isGiftCard: FLAG,
	weightGrams: AMOUNT,
	barcode: TEXT_OR_NULL,
	properties: LIST,
	bundle: OBJECT,
	location: TEXT,
	deliveryMethod: orNull(DELIVERY_METHOD),
	hasVariant: FLAG,
	countryCodeOfOrigin: TEXT_OR_NULL,
	harmonizedSystemCode: TEXT_OR_NULL,
	sellingPlanName: TEXT,
};

const ADDRESS_FIELDS: Fields<Address> = {
	firstName: TEXT_OR_NULL,
	lastName: TEXT_OR_NULL,
	company: TEXT_OR_NULL,
	address1: TEXT_OR_NULL,
	address2: TEXT_OR_NULL,
	city: TEXT_OR_NULL,
	zip: TEXT_OR_NULL,
	province: TEXT_OR_NULL,
	provinceCode: TEXT_OR_NULL,
	country: TEXT_OR_NULL,
	countryCode: TEXT_OR_NULL,
	phone: TEXT_OR_NULL,
};

/** Parts of an order that are objects with fields of their own. */
const PART_FIELDS: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
	shippingAddress: ADDRESS_FIELDS,
	billingAddress: ADDRESS_FIELDS,
	customer: {
		firstName: TEXT_OR_NULL,
		lastName: TEXT_OR_NULL,
		email: TEXT_OR_NULL,
		phone: TEXT_OR_NULL,
		tags: TEXTS,
		note: TEXT_OR_NULL,
	},
	company: { name: TEXT, locationName: TEXT, externalId: TEXT },
	shippingLine: { title: TEXT, code: TEXT, price: AMOUNT, carrier: TEXT },
};

/** Checks each field that is there; `path` is e.g. `lines[0].`. */
function checkFields(input: Input, fields: Readonly<Record<string, Kind>>, path = ''): void {
	for (const [name, value] of Object.entries(input)) {
		const kind = Object.hasOwn(fields, name) ? fields[name] : undefined;
		if (!kind) throw badInput(`${path}${name}: there is no such field`);
		if (!kind.fits(value)) throw badInput(`${path}${name}: ${kind.words} is needed`);
	}
}

function checkNeeded(input: Input, names: readonly string[], path = ''): void {
	for (const name of names) {
		if (input[name] === undefined) throw badInput(`${path}${name} is missing`);
	}
}

function checkEach(
	input: Input,
	name: string,
	fields: Readonly<Record<string, Kind>>,
	needed: readonly string[] = [],
): void {
	const list = (input[name] ?? []) as readonly Input[];
	for (const [index, one] of list.entries()) {
		checkFields(one, fields, `${name}[${index}].`);
		checkNeeded(one, needed, `${name}[${index}].`);
	}
}

function checkLocation(state: ShopState, named: unknown, path: string): void {
	const known = [...state.locations.values()].some(
		({ id, name }) => id === named || name === named,
	);
	if (!known) throw badInput(`${path}: the shop has no location "${String(named)}"`);
}

/** An order to place; an empty one has no lines yet. */
export function orderInputIn(state: ShopState, input: Input): OrderInput {
	checkFields(input, ORDER_FIELDS);
	for (const [name, fields] of Object.entries(PART_FIELDS)) {
		checkFields((input[name] ?? {}) as Input, fields, `${name}.`);
	}
	checkEach(input, 'customAttributes', KEY_VALUE, ['key']);
	checkEach(input, 'lines', LINE_FIELDS);
	const { lines } = input as OrderInput;
	if (lines?.length === 0) throw badInput('lines: at least one is needed');
	for (const [index, { location }] of (lines ?? []).entries()) {
		if (location !== undefined) checkLocation(state, location, `lines[${index}].location`);
	}
	return input;
}

/** A part of an address. */
export function addressIn(input: Input): Partial<Address> {
	checkFields(input, ADDRESS_FIELDS);
	return input;
}

/** Units to refund, or money alone. */
export function refundIn(input: Input): Parameters<typeof refund>[2] {
	checkFields(input, { lines: LIST, amount: AMOUNT });
	checkEach(input, 'lines', REMOVED_UNITS, ['lineItemId', 'quantity']);
	return input;
}

/** A change of an order's lines. */
export function orderEditIn(state: ShopState, input: Input): OrderEdit {
	checkFields(input, { add: LIST, remove: LIST });
	const added = { sku: TEXT, title: TEXT, lineItemId: TEXT, quantity: COUNT, location: TEXT };
	checkEach(input, 'add', added, ['quantity']);
	checkEach(input, 'remove', REMOVED_UNITS, ['lineItemId', 'quantity']);
	const edit = input as OrderEdit;
	if ((edit.add ?? []).length + (edit.remove ?? []).length === 0) {
		throw badInput('add or remove is needed');
	}
	for (const [index, one] of (edit.add ?? []).entries()) {
		if ((one.sku ?? one.title ?? one.lineItemId) === undefined) {
			throw badInput(`add[${index}]: sku, title or lineItemId is needed`);
		}
		if (one.location !== undefined) checkLocation(state, one.location, `add[${index}].location`);
	}
	return edit;
}

const UNITS = { id: TEXT, quantity: WHOLE };

/** A hold, by staff unless it says otherwise. */
export function holdIn(input: Input): HoldInput {
	checkFields(input, {
		reason: oneOf(...Object.keys(DISPLAY_REASONS)),
		reasonNotes: TEXT_OR_NULL,
		handle: TEXT_OR_NULL,
		units: orNull(LIST),
		byThisApp: FLAG,
	});
	checkEach(input, 'units', UNITS, ['id', 'quantity']);
	return input;
}

/** Units to split off; at least the shop wants some. */
export function splitIn(input: Input): readonly Units[] {
	checkFields(input, { units: LIST });
	checkNeeded(input, ['units']);
	checkEach(input, 'units', UNITS, ['id', 'quantity']);
	return (input as { readonly units: readonly Units[] }).units;
}

/** Where to move, and which units; all without `units`. */
export function moveIn(
	state: ShopState,
	input: Input,
): { readonly location: string; readonly units?: readonly Units[] } {
	checkFields(input, { location: TEXT, units: LIST });
	checkNeeded(input, ['location']);
	checkLocation(state, input['location'], 'location');
	checkEach(input, 'units', UNITS, ['id', 'quantity']);
	return input as { readonly location: string };
}

/** What to ship, all without `units`, and under which number; empty texts count as none. */
export function shipmentIn(input: Input): {
	readonly units?: readonly Units[];
	readonly trackingNumber?: string;
	readonly trackingCompany?: string;
	readonly trackingUrl?: string;
	readonly notifyCustomer?: boolean;
} {
	const none = Object.entries(input).filter(([, value]) => value !== '' && value !== null);
	const given = Object.fromEntries(none);
	checkFields(given, {
		units: LIST,
		trackingNumber: TEXT,
		trackingCompany: TEXT,
		trackingUrl: TEXT,
		notifyCustomer: FLAG,
	});
	checkEach(given, 'units', UNITS, ['id', 'quantity']);
	return given;
}

/** A count of the shelf; whether there is such a shelf is the shop's to say. */
export function stockCountIn(input: Input): StockCount {
	checkFields(input, { sku: TEXT, location: TEXT, onHand: NUMBER });
	checkNeeded(input, ['sku', 'location', 'onHand']);
	return input as unknown as StockCount;
}

/** What the smaller actions take; each field is optional. */
export function otherInputIn(input: Input): {
	readonly tags?: readonly string[];
	readonly note?: string | null;
	readonly reason?: string;
	readonly reasonNotes?: string;
	readonly holdIds?: readonly string[];
	readonly with?: readonly string[];
	readonly risk?: RiskLevel;
} {
	checkFields(input, {
		tags: TEXTS,
		note: TEXT_OR_NULL,
		reason: CANCEL_REASON,
		reasonNotes: TEXT,
		holdIds: TEXTS,
		with: TEXTS,
		risk: RISK,
	});
	return input;
}
