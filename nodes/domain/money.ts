/**
 * Decimal places of a currency: 2 for EUR, 0 for JPY, 3 for KWD. Source: ISO 4217 as the
 * JavaScript engine knows it.
 */
export function decimalsOf(currency: string): number {
	try {
		const format = new Intl.NumberFormat('en', { style: 'currency', currency });
		return format.resolvedOptions().maximumFractionDigits ?? 2;
	} catch {
		// An unknown code is Shopify's to know; two places lose nothing that a mapper would miss.
		return 2;
	}
}

/** A decimal string as a whole number of the currency's smallest unit, rounded half away from zero. */
export function toMinor(amount: string, decimals: number): bigint {
	const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(amount.trim());
	if (!match) return 0n;
	const fraction = (match[3] ?? '').padEnd(decimals + 1, '0');
	const kept = BigInt((match[2] ?? '0') + fraction.slice(0, decimals));
	const rounded = fraction.charCodeAt(decimals) >= 53 ? kept + 1n : kept;
	return match[1] === '-' ? -rounded : rounded;
}

/** The other way: 1050n with 2 places is "10.50". */
export function fromMinor(minor: bigint, decimals: number): string {
	const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, '0');
	const whole = digits.slice(0, digits.length - decimals);
	const sign = minor < 0n ? '-' : '';
	return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`;
}

/**
 * The share of a line's total that falls on some of its units, to the cent. Units are counted from
 * `before` on, and shares are cut between counted units, so that the shares of all units add up to the
 * total whatever parts the line is handed over in.
 */
export function shareOf(total: bigint, before: number, units: number, ofUnits: number): bigint {
	if (ofUnits <= 0) return 0n;
	const upTo = (count: number): bigint => {
		const scaled = total * BigInt(Math.min(count, ofUnits));
		const divisor = BigInt(ofUnits);
		const half = scaled < 0n ? -(divisor / 2n) : divisor / 2n;
		return (scaled + half) / divisor;
	};
	return upTo(before + units) - upTo(before);
}
