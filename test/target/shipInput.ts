import { badInput } from '../shop/controlHttp';
import type { Input } from '../shop/controlHttp';
import type { ShipWish } from './shipments';
import type { Units } from './units';

/** More than anybody packs; it keeps a slip of the finger from making a parcel of a million. */
const MAX_UNITS = 100_000;

const FIELDS: Readonly<Record<keyof ShipWish, (value: unknown, name: string) => void>> = {
	orderNumber: text,
	reference: text,
	lines,
	carrier: textOrNull,
	trackingNumber: textOrNull,
	trackingUrl: webAddressOrNull,
	times: (value, name) => {
		if (value !== 1 && value !== 2) throw badInput(`${name}: 1 or 2 is needed`);
	},
	force: (value, name) => {
		if (typeof value !== 'boolean') throw badInput(`${name}: true or false is needed`);
	},
};

/**
 * What is to be shipped; only its form is looked at. Refuses fields that there are not, since a misspelt one
 * would be lost silently.
 */
export function shipWishIn(input: Input): ShipWish {
	for (const [name, value] of Object.entries(input)) {
		if (!isField(name)) throw badInput(`${name}: a shipment has no such field`);
		FIELDS[name](value, name);
	}
	if (input['orderNumber'] === undefined) throw badInput('orderNumber is missing');
	return input as unknown as ShipWish;
}

const isField = (name: string): name is keyof ShipWish => Object.hasOwn(FIELDS, name);

function text(value: unknown, name: string): void {
	if (typeof value !== 'string' || value.trim() === '') throw badInput(`${name}: a text is needed`);
}

function textOrNull(value: unknown, name: string): void {
	if (value === null || (typeof value === 'string' && value.trim() !== '')) return;
	throw badInput(`${name}: a text is needed, or null`);
}

/** The page makes a link of it, and so may a mail to the customer. */
function webAddressOrNull(value: unknown, name: string): void {
	if (value === null) return;
	const isWeb = typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value);
	if (!isWeb) throw badInput(`${name}: an address with https:// is needed, or null`);
}

function lines(value: unknown, name: string): void {
	if (!Array.isArray(value) || value.length === 0) {
		throw badInput(`${name}: a list of at least one line is needed`);
	}
	for (const [index, one] of (value as readonly unknown[]).entries()) {
		const path = `${name}[${index}]`;
		if (typeof one !== 'object' || one === null || Array.isArray(one)) {
			throw badInput(`${path}: an object is needed`);
		}
		const { sku, quantity, ...others } = one as { readonly [Field in keyof Units]?: unknown };
		const [unknown] = Object.keys(others);
		if (unknown !== undefined) throw badInput(`${path}.${unknown}: a line has no such field`);
		text(sku, `${path}.sku`);
		const fits =
			typeof quantity === 'number' &&
			Number.isInteger(quantity) &&
			quantity > 0 &&
			quantity <= MAX_UNITS;
		if (!fits) {
			throw badInput(`${path}.quantity: a whole number from 1 to ${MAX_UNITS} is needed`);
		}
	}
}
