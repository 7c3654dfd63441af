import { sentence } from './words';

/**
 * What a warehouse order says, read out of the JSON that was sent. The workflow's author chooses the
 * fields, so nothing is taken for granted: what is not there is left out. Pure.
 */
export interface ReadBody {
	/** The order's name in the shop, to find it there. */
	readonly orderName: string | null;
	/** Lines of the address as on a label. */
	readonly shipTo: readonly string[];
	readonly lines: readonly ReadLine[];
	/** Facts worth a line of their own, e.g. `Shipping`: `Standard Delivery`. */
	readonly facts: readonly (readonly [string, string])[];
	readonly currency: string;
}

/** A line of a warehouse order. */
export interface ReadLine {
	readonly sku: string | null;
	readonly name: string;
	readonly quantity: number | null;
	readonly unitPrice: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function fieldsOf(value: unknown): Fields {
	return isFields(value) ? value : {};
}

/** The first of some fields that holds a text or number. */
function textOf(fields: Fields, ...names: readonly string[]): string | null {
	for (const name of names) {
		const value = fields[name];
		if (typeof value === 'number') return String(value);
		if (typeof value === 'string' && value.trim() !== '') return value;
	}
	return null;
}

function addressLines(value: unknown): readonly string[] {
	if (Array.isArray(value)) return value.filter((line) => typeof line === 'string');
	if (typeof value === 'string') return value.split('\n');
	const fields = fieldsOf(value);
	const joined = (...names: readonly string[]): string | null =>
		names
			.map((name) => textOf(fields, name))
			.filter(Boolean)
			.join(' ');
	return [
		textOf(fields, 'name') ?? joined('firstName', 'lastName'),
		textOf(fields, 'company'),
		textOf(fields, 'address1', 'street'),
		textOf(fields, 'address2'),
		joined('city', 'zip'),
		textOf(fields, 'province'),
		textOf(fields, 'country', 'countryCode'),
		textOf(fields, 'phone'),
	].filter((line) => line !== null && line !== '') as string[];
}

function readLine(value: unknown): ReadLine {
	const fields = fieldsOf(value);
	const name = [textOf(fields, 'title', 'name', 'description'), textOf(fields, 'variantTitle')];
	const quantity = Number(textOf(fields, 'quantity', 'units') ?? Number.NaN);
	return {
		sku: textOf(fields, 'sku'),
		name: name.filter(Boolean).join(' · '),
		quantity: Number.isFinite(quantity) ? quantity : null,
		unitPrice: textOf(fields, 'unitPrice', 'price'),
	};
}

/** A text of its own or an object with one, e.g. `shippingMethod: { title: 'Standard Delivery' }`. */
function labelOf(value: unknown): string | null {
	if (typeof value === 'string') return value === '' ? null : value;
	return textOf(fieldsOf(value), 'title', 'name', 'presentedName', 'total');
}

function paymentOf(fields: Fields): string | null {
	const status = textOf(fields, 'paymentStatus', 'financialStatus');
	return status === null ? null : sentence(status);
}

/** Reads the body of a warehouse order; anything goes in. */
export function readBody(body: unknown): ReadBody {
	const fields = fieldsOf(body);
	const lines: readonly unknown[] = Array.isArray(fields['lines']) ? fields['lines'] : [];
	const facts: [string, string | null][] = [
		['Shop order', textOf(fields, 'orderName', 'shopOrder')],
		['Delivery', labelOf(fields['shippingMethod']) ?? labelOf(fields['deliveryMethod'])],
		['Payment', paymentOf(fields)],
		['From', labelOf(fields['location'])],
		['Note', textOf(fields, 'note')],
		['Tags', Array.isArray(fields['tags']) ? fields['tags'].join(', ') : null],
	];
	return {
		orderName: textOf(fields, 'orderName', 'shopOrder'),
		shipTo: addressLines(fields['shipTo'] ?? fields['shippingAddress']),
		lines: lines.map(readLine),
		facts: facts.filter((fact): fact is [string, string] => Boolean(fact[1])),
		currency: textOf(fields, 'currency') ?? '',
	};
}
