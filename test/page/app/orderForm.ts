import { customers } from '../../shop/goods';
import type { OrderInput } from '../../shop/orderInput';
import type { DeliveryMethodType } from '../../shop/state';
import { tagsIn } from './words';

/** What is typed into the dialog that places an order. */
export interface OrderForm {
	/** Units by SKU. */
	readonly units: Readonly<Record<string, number>>;
	/** Index of a known customer; empty for the shop's choice, `new` for the person typed in. */
	readonly customer: string;
	readonly person: Person;
	readonly paid: boolean;
	/** Id; empty for the shop's choice. */
	readonly location: string;
	readonly delivery: DeliveryMethodType;
	readonly note: string;
	readonly tags: string;
}

/** Somebody whom the shop does not know yet. */
export interface Person {
	readonly firstName: string;
	readonly lastName: string;
	readonly address1: string;
	readonly city: string;
	readonly zip: string;
	readonly country: string;
	readonly countryCode: string;
}

/** An empty form. */
export const EMPTY_FORM: OrderForm = {
	units: {},
	customer: '',
	person: {
		firstName: '',
		lastName: '',
		address1: '',
		city: '',
		zip: '',
		country: 'United Kingdom',
		countryCode: 'GB',
	},
	paid: true,
	location: '',
	delivery: 'SHIPPING',
	note: '',
	tags: '',
};

/** The customers to choose from, by their index. */
export const CUSTOMER_OPTIONS: readonly (readonly [string, string])[] = [
	['', 'Any customer'],
	...customers.map(
		(one, index) =>
			[
				String(index),
				`${one.firstName} ${one.lastName}, ${one.city} (${one.countryCode})`,
			] as const,
	),
	['new', 'Somebody else …'],
];

function addressOf(form: OrderForm): Pick<OrderInput, 'shippingAddress'> {
	if (form.customer === '') return {};
	if (form.customer !== 'new') {
		const known = customers[Number(form.customer)];
		return known ? { shippingAddress: known } : {};
	}
	// What the shop would fill in for its own customer must not end up in this person's address.
	const nothingElse = {
		company: null,
		address2: null,
		province: null,
		provinceCode: null,
		phone: null,
	};
	return { shippingAddress: { ...nothingElse, ...form.person } };
}

/** The order that a form describes. Throws if no goods are chosen. */
export function orderInputOf(form: OrderForm): OrderInput {
	const location = form.location === '' ? {} : { location: form.location };
	const lines = Object.entries(form.units)
		.filter(([, quantity]) => quantity > 0)
		.map(([sku, quantity]) => ({ sku, quantity, ...location }));
	if (lines.length === 0) throw new Error('Choose at least one of the goods');
	return {
		lines,
		...addressOf(form),
		financialStatus: form.paid ? 'PAID' : 'PENDING',
		deliveryMethod: form.delivery,
		note: form.note.trim() === '' ? null : form.note.trim(),
		tags: tagsIn(form.tags),
	};
}
