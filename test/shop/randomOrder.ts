import { randomNumbers } from './randomNumbers';
import { customers, goods } from './goods';
import type { LineInput, OrderInput } from './orderInput';
import type { Address } from './state';

/** What people write, and the tags that such an order gets. */
const NOTES: readonly { readonly note: string; readonly tags: readonly string[] }[] = [
	{ note: 'Please leave with the neighbours at number 12 if nobody is in.', tags: [] },
	{ note: 'It is a present: no prices in the parcel, please.', tags: ['gift'] },
	{ note: 'The bell is broken, please knock.', tags: [] },
	{ note: 'Second order this week. Can both go in one parcel?', tags: ['returning customer'] },
	{ note: 'For the reception desk, opening hours 9 to 17.', tags: ['workplace'] },
	{ note: 'Happy to wait if something is out of stock.', tags: [] },
];

/** Customers at home, who place most of the orders. */
const AT_HOME: readonly (readonly [string, string, string, string, string])[] = [
	['Grace', 'Adeyemi', '41 Chapel Allerton Road', 'Leeds', 'LS7 4NY'],
	['Callum', 'Reid', '6 Hyndland Terrace', 'Glasgow', 'G12 9HA'],
	['Megan', 'Pritchard', '23 Cathedral Street', 'Cardiff', 'CF11 9LL'],
	['Daniel', 'Kowalski', '150 Deansgate Mews', 'Manchester', 'M3 2BW'],
	['Fatima', 'Hussain', '88 Manningham Lane', 'Bradford', 'BD8 7BB'],
	['Rosie', 'Penrose', '2 Harbour View', 'Falmouth', 'TR11 3QT'],
	['Michael', 'Donnelly', '17 Malone Gardens', 'Belfast', 'BT9 6PR'],
	['Anjali', 'Mehta', '5 Clarendon Park Road', 'Leicester', 'LE2 3AD'],
	['Oliver', 'Whitcombe', 'The Old Forge, Church Lane', 'Ludlow', 'SY8 1AP'],
	['Chloe', 'Baptiste', '212 Coldharbour Road', 'London', 'SW9 8SA'],
];

const homeCustomers: readonly Address[] = [
	...AT_HOME.map(([firstName, lastName, address1, city, zip]) => ({
		firstName,
		lastName,
		company: null,
		address1,
		address2: null,
		city,
		zip,
		province: null,
		provinceCode: null,
		country: 'United Kingdom',
		countryCode: 'GB',
		phone: null,
	})),
	...customers.filter(({ countryCode }) => countryCode === 'GB'),
];
const customersAbroad = customers.filter(({ countryCode }) => countryCode !== 'GB');

const LOCALES: Readonly<Record<string, string>> = {
	DE: 'de-DE',
	FR: 'fr-FR',
	SE: 'sv-SE',
	US: 'en-US',
	CA: 'en-CA',
};

const FREE_DELIVERY_FROM = 75;
const CODE = { code: 'AUTUMN10', share: 0.1 };

/** An order with its goods and its customer chosen. */
export interface RandomOrder extends OrderInput {
	readonly lines: readonly LineInput[];
	readonly shippingAddress: Address;
}

/**
 * An order as one of the shop's customers might place it: one to four of the goods, mostly one of
 * each, to one of their addresses, paid. The same for the same seed; the shop's next order number
 * will do.
 */
export function randomOrder(seed: number): RandomOrder {
	const roll = randomNumbers(Math.imul(seed, 2_654_435_761));
	const choose = <T>(from: readonly T[]): T => from[Math.floor(roll() * from.length)] as T;
	const person = choose(roll() < 0.75 ? homeCustomers : customersAbroad);
	const discounted = roll() < 0.12;
	const lines = chooseLines(roll, discounted);
	const worth = lines.reduce((sum, { price = 0, quantity = 1 }) => sum + price * quantity, 0);
	const remark = roll() < 0.35 ? choose(NOTES) : undefined;
	return {
		lines,
		shippingAddress: person,
		billingAddress: person,
		shippingLine: shippingFor(person.countryCode === 'GB', roll() < 0.2, worth),
		discountCodes: discounted ? [CODE.code] : [],
		note: remark?.note ?? null,
		tags: remark?.tags ?? [],
		customerLocale: LOCALES[person.countryCode ?? ''] ?? 'en-GB',
	};
}

function chooseLines(roll: () => number, discounted: boolean): readonly (LineInput & Priced)[] {
	const chance = roll();
	const count = chance < 0.45 ? 1 : chance < 0.75 ? 2 : chance < 0.92 ? 3 : 4;
	const left = [...goods];
	return Array.from({ length: count }, () => {
		const [one] = left.splice(Math.floor(roll() * left.length), 1);
		const { sku, price } = one as (typeof goods)[number];
		const several = roll() < (price < 20 ? 0.45 : 0.12);
		const quantity = several ? 2 + Math.floor(roll() * (price < 20 ? 5 : 2)) : 1;
		const discount = discounted ? Math.round(price * quantity * CODE.share * 100) / 100 : 0;
		return { sku, price, quantity, discount };
	});
}

interface Priced {
	readonly price: number;
	readonly quantity: number;
}

function shippingFor(
	domestic: boolean,
	fast: boolean,
	worth: number,
): NonNullable<OrderInput['shippingLine']> {
	if (!domestic) return { title: 'International Tracked', price: 14.5 };
	if (fast) return { title: 'Express Delivery', price: 9.5 };
	return { title: 'Standard Delivery', price: worth >= FREE_DELIVERY_FROM ? 0 : 4.9 };
}
