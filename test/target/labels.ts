/** What stands on a parcel: who carries it, and under which number. */
export interface Label {
	/** As the warehouse writes it; null if it does not say. */
	readonly carrier: string | null;
	/** Null for a parcel that is not tracked. */
	readonly trackingNumber: string | null;
	/** Null where the warehouse leaves it to the shop to make a link. */
	readonly trackingUrl: string | null;
}

interface Carrier {
	/** In the warehouse's own spelling, which is seldom that of the shop. */
	readonly name: string;
	readonly numberOf: (serial: number) => string;
	readonly urlOf?: (number: string) => string;
}

/** Odd and no multiple of 5: other serials give other digits, and neighbours look unlike. */
const SPREAD = 3_719_280_437n;

/** So many digits, other ones for each serial below 10^digits. */
function digitsOf(serial: number, digits: number): string {
	const spread = (BigInt(serial) * SPREAD) % 10n ** BigInt(digits);
	return String(spread).padStart(digits, '0');
}

/** Check digit of the Universal Postal Union's standard S10 for eight digits, e.g. 9 for `47312482`. */
export function postalCheckDigit(eight: string): number {
	const weights = [8, 6, 4, 2, 3, 5, 9, 7];
	const sum = weights.reduce((total, weight, index) => total + weight * Number(eight[index]), 0);
	const rest = 11 - (sum % 11);
	if (rest === 10) return 0;
	return rest === 11 ? 5 : rest;
}

const CARRIERS: readonly Carrier[] = [
	{ name: 'dpd uk', numberOf: (serial) => `1550${digitsOf(serial, 10)}` },
	{
		name: 'Royal Mail 24',
		numberOf: (serial) => {
			const digits = digitsOf(serial, 8);
			return `RM${digits}${postalCheckDigit(digits)}GB`;
		},
	},
	{
		name: 'DHL EXPRESS',
		numberOf: (serial) => {
			const digits = `4${digitsOf(serial, 8)}`;
			return `${digits}${Number(digits) % 7}`;
		},
	},
	{
		// No shop knows this one: its link must come with the parcel.
		name: 'Dales & Wolds Couriers',
		numberOf: (serial) => `DWC-${digitsOf(serial, 7)}`,
		urlOf: (number) => `https://track.dales-and-wolds.example/parcels/${number}`,
	},
	{ name: 'evri', numberOf: (serial) => `H01HYA${digitsOf(serial, 10)}` },
	{ name: 'FedEx Ground', numberOf: (serial) => `79${digitsOf(serial, 10)}` },
];

/** Of a carrier that the warehouse has no form of number for. */
const numberOfOthers = (serial: number): string => digitsOf(serial, 12);

const firstWord = (name: string): string => /[a-z]+/.exec(name.toLowerCase())?.[0] ?? '';

/**
 * A label that looks real: carriers take turns, and each has numbers of its own form, check digits included.
 * The same for the same serial; another one for each below ten million.
 *
 * @param named the carrier, in any spelling, if somebody has chosen one
 */
export function labelOf(serial: number, named?: string | null): Label {
	const carrier = named
		? CARRIERS.find(({ name }) => firstWord(name) === firstWord(named))
		: CARRIERS[serial % CARRIERS.length];
	const trackingNumber = (carrier?.numberOf ?? numberOfOthers)(serial);
	return {
		carrier: named ?? carrier?.name ?? null,
		trackingNumber,
		trackingUrl: carrier?.urlOf?.(trackingNumber) ?? null,
	};
}
