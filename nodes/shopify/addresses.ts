import type { Address } from '../domain/details';

type Text = string | null | undefined;

/** Where a fulfillment order goes, as Shopify answers it. */
export interface DestinationNode {
	readonly firstName?: Text;
	readonly lastName?: Text;
	readonly company?: Text;
	readonly address1?: Text;
	readonly address2?: Text;
	readonly city?: Text;
	readonly province?: Text;
	readonly zip?: Text;
	readonly countryCode?: Text;
	readonly phone?: Text;
	readonly email?: Text;
}

/** An address of an order, as Shopify answers it. */
export interface AddressNode {
	readonly name?: Text;
	readonly firstName?: Text;
	readonly lastName?: Text;
	readonly company?: Text;
	readonly address1?: Text;
	readonly address2?: Text;
	readonly city?: Text;
	readonly province?: Text;
	readonly provinceCode?: Text;
	readonly zip?: Text;
	readonly country?: Text;
	readonly countryCodeV2?: Text;
	readonly phone?: Text;
}

/** A target gets null for what is not there; Shopify's types also know undefined. */
const orNull = (text: Text): string | null => text ?? null;

/** Shopify's answer about a destination → an address. */
export function toDestination(node: DestinationNode): Address {
	const name = [node.firstName, node.lastName].filter(Boolean).join(' ');
	return {
		name: name === '' ? null : name,
		firstName: orNull(node.firstName),
		lastName: orNull(node.lastName),
		company: orNull(node.company),
		address1: orNull(node.address1),
		address2: orNull(node.address2),
		city: orNull(node.city),
		province: orNull(node.province),
		// Shopify knows neither of a destination; the order's shipping address does.
		provinceCode: null,
		country: null,
		zip: orNull(node.zip),
		countryCode: orNull(node.countryCode),
		phone: orNull(node.phone),
		email: orNull(node.email),
	};
}

/** Shopify's answer about an order's address, with the order's e-mail → an address. */
export function toAddress(
	node: AddressNode | null | undefined,
	email: string | null,
): Address | null {
	if (!node) return null;
	return {
		name: orNull(node.name),
		firstName: orNull(node.firstName),
		lastName: orNull(node.lastName),
		company: orNull(node.company),
		address1: orNull(node.address1),
		address2: orNull(node.address2),
		city: orNull(node.city),
		province: orNull(node.province),
		provinceCode: orNull(node.provinceCode),
		zip: orNull(node.zip),
		country: orNull(node.country),
		countryCode: orNull(node.countryCodeV2),
		phone: orNull(node.phone),
		email,
	};
}
