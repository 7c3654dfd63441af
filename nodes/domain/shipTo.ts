import type { Address } from './details';

/**
 * Where a fulfillment order goes: its destination; what that does not know (name in one piece, province code,
 * country name) comes from the order's shipping address, if that is the same country.
 */
export function shipTo(destination: Address | null, shipping: Address | null): Address | null {
	if (!destination) return shipping;
	if (!shipping) return destination;
	const samePlace =
		destination.countryCode === null || destination.countryCode === shipping.countryCode;
	const filled = Object.entries(destination).map(([name, value]: [string, string | null]) => {
		const useful = samePlace || name === 'name' || name === 'phone' || name === 'email';
		return [name, value ?? (useful ? shipping[name as keyof Address] : null)];
	});
	return Object.fromEntries(filled) as Address;
}
