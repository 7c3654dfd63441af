import type { CarrierAlias } from './carriers';
import { matchCarrier } from './carriers';
import { standsForNothing } from './noValue';
import { InputProblem } from './problem';
import { parseWebAddress } from './webAddress';

/** Tracking of one shipment: one company for all of its parcels (Shopify's rule). */
export interface Tracking {
	/** Null: none given, so that Shopify shows none or finds out itself. */
	readonly company: string | null;
	readonly parcels: readonly Parcel[];
}

/** One parcel of a shipment. */
export interface Parcel {
	/** As given, but for blanks around it: `1Z 999 AA1 01 2345 6784`. */
	readonly number: string;
	/** Null: none, or the one that Shopify makes for a carrier that it knows. */
	readonly url: string | null;
}

/** The fields of `FulfillmentTrackingInput` (Admin API 2026-07) that one call may have at once. */
export interface TrackingFields {
	company?: string;
	number?: string;
	url?: string;
	numbers?: string[];
	urls?: string[];
}

/** Tracking numbers and URLs as they belong together by position. */
export interface NumbersAndUrls {
	readonly numbers: readonly string[];
	readonly urls: readonly (string | null)[];
}

/** What the tracking of a shipment is made of. */
export interface TrackingSource extends NumbersAndUrls {
	/** As the shipment names it; blank: none. */
	readonly carrier: string;
	readonly aliases: readonly CarrierAlias[];
	/** For carriers that Shopify does not know; with `{number}`; empty: none. */
	readonly urlTemplate: string;
	/** ISO 3166 code of the destination. */
	readonly shipToCountry?: string | null;
}

const PLACEHOLDER = '{number}';

/**
 * Key that a number is compared by: without blanks, in upper case. Hyphens count: warehouses number
 * parcels `1042-1-11` and `1042-11-1`, and taking two parcels for one would leave a shipment out,
 * whereas a parcel that is written in two ways is stopped by the units that are left. Dashes of all
 * kinds are one, as typing aids put long ones in.
 */
export function numberKey(number: string): string {
	return number
		.normalize('NFKC')
		.replace(/[\s\p{C}]/gu, '')
		.replace(/\p{Pd}/gu, '-')
		.toUpperCase();
}

/**
 * Numbers from a field: a text with one or several (separated by comma, semicolon, line break or
 * `|`), a number, or a list of those. Blank ones and stand-ins for none (`-`, `n/a`, `none`, `null`,
 * `undefined`, `0`, see `standsForNothing`) are left out, repeated ones kept once.
 *
 * Throws `InputProblem` for a number that has lost digits on its way (a JSON number above 2^53, or
 * the `1.55012E+13` of a spreadsheet), for a web address, and for what is neither text nor number.
 */
export function parseNumbers(value: unknown): readonly string[] {
	return parseParcels(value, undefined).numbers;
}

/**
 * URLs in the same way, by position, null for a blank one. A comma, semicolon or `|` within a URL
 * does not end it, unless a blank or another URL follows. A URL without scheme gets `https://`.
 * `{number}` stays, for `trackingOf` to fill in. Throws `InputProblem` for what is no http(s) address.
 */
export function parseUrls(value: unknown): readonly (string | null)[] {
	const urls = urlTexts(value).map(parseUrl);
	return urls.slice(0, urls.findLastIndex(isGiven) + 1);
}

/**
 * Numbers and URLs of two fields, brought into line before blank and repeated numbers are dropped:
 * rows of one shipment often repeat its number and URL. Where the fields have equally many places,
 * a URL at the place of a blank number is dropped with it ("If you provide the url field, you should
 * provide the number field", `FulfillmentTrackingInput`, Admin API 2026-07); else blank numbers have
 * no place. Throws as `parseNumbers` and `parseUrls` do.
 */
export function parseParcels(numbers: unknown, urls: unknown): NumbersAndUrls {
	const places = numberTexts(numbers).map(parseNumber);
	const urlPlaces = urlTexts(urls).map(parseUrl);
	const inLine = places.length === urlPlaces.length ? places : places.filter(isGiven);
	const parcels = new Map<string, Parcel>();
	for (const [place, number] of inLine.entries()) {
		if (number === null) continue;
		const key = numberKey(number);
		const first = parcels.get(key) ?? { number, url: null };
		parcels.set(key, { ...first, url: first.url ?? urlPlaces[place] ?? null });
	}
	const kept = [...parcels.values()];
	return {
		numbers: kept.map(({ number }) => number),
		urls: urlPlaces.length === 1 ? urlPlaces.filter(isGiven) : kept.map(({ url }) => url),
	};
}

function isGiven(text: string | null): text is string {
	return text !== null;
}

function parseUrl(text: string): string | null {
	return standsForNothing(text) ? null : parseWebAddress(text, 'tracking URL');
}

function textsOf(
	value: unknown,
	what: string,
	split: (text: string) => readonly string[],
): string[] {
	if (value === null || value === undefined || value === false) return [''];
	if (Array.isArray(value)) return value.flatMap((each) => textsOf(each, what, split));
	if (typeof value === 'number') return [textOfNumber(value)];
	if (typeof value === 'bigint') return [String(value)];
	if (typeof value !== 'string' || value.startsWith('[object ')) {
		throw new InputProblem(`The ${what} is neither a text nor a number`, {
			advice: 'Give it as a text, or several as a list of texts',
		});
	}
	// A list that was put into a text.
	return split(value.trim().replace(/^\[(.*)\]$/s, '$1')).map(unquoted);
}

function numberTexts(value: unknown): readonly string[] {
	return textsOf(value, 'tracking number', (text) => text.split(/\r\n|[,;|\r\n]/));
}

function urlTexts(value: unknown): readonly string[] {
	const inLine = /\s*[,;|](?:\s+|(?=https?:|www\.|["',;|]|$))|\s+(?=https?:|www\.)/i;
	return textsOf(value, 'tracking URL', (text) =>
		text.split(/\r\n|[\r\n]/).flatMap((line) => line.trim().split(inLine)),
	);
}

function textOfNumber(value: number): string {
	if (Number.isSafeInteger(value) && value >= 0) return String(value);
	if (Number.isNaN(value)) return '';
	if (value > Number.MAX_SAFE_INTEGER) throw lostDigits(String(value));
	throw new InputProblem(`The tracking number ${value} is not a whole number`, {
		advice: 'Give it as a text, as it stands on the label',
	});
}

function lostDigits(shown: string): InputProblem {
	return new InputProblem(`The tracking number ${shown} has lost digits on its way`, {
		advice:
			'Send it as a text: in JSON within quotation marks, in a spreadsheet in a column of the format Text',
	});
}

/** Null for none. */
function parseNumber(text: string): string | null {
	const number = text.replace(/\s+/g, ' ').replace(/\p{C}/gu, '').trim();
	if (standsForNothing(number)) return null;
	if (/:\/\/|^www\./i.test(number)) {
		throw new InputProblem(`The tracking number ${number} is a web address`, {
			advice: 'Put the address into the tracking URL, and the number alone here',
		});
	}
	return withoutFraction(number);
}

/** Mends a number that a program held as a fraction: `15501234567890.0`, `1.550123456789E+12`. */
function withoutFraction(number: string): string {
	const [, whole = '', fraction = '', exponent] =
		/^(\d+)(?:\.(\d+))?(?:e\+(\d+))?$/i.exec(number) ?? [];
	if (exponent !== undefined) {
		// Digits that the text does not show are not zeros, but cut off.
		if (Number(exponent) > fraction.length) throw lostDigits(number);
		return textOfNumber(Number(number));
	}
	if (!/^0+$/.test(fraction)) return number;
	if (Number(whole) > Number.MAX_SAFE_INTEGER) throw lostDigits(number);
	return whole;
}

/** Without the marks that keep a spreadsheet from taking a text for a number: `="0034"`, `'0034`. */
function unquoted(text: string): string {
	return text.trim().replace(/^(?:=?"(.*)"|'(.*?)'?)$/s, '$1$2');
}

/**
 * Brings numbers, URLs and carrier together. URLs belong to numbers by position; one for several
 * numbers is the first one's, unless it contains `{number}`. A missing URL is made from the template
 * of the own alias, or else from `urlTemplate` if Shopify does not know the carrier and so makes no
 * link itself. Into a template the number goes without blanks, as carriers take it, and encoded; one
 * without `{number}` is used as it is. Throws `InputProblem` for a template that is no web address.
 */
export function trackingOf(input: TrackingSource): Tracking {
	const carrier = matchCarrier(input.carrier, input);
	const general = carrier?.known ? '' : input.urlTemplate.trim();
	const template = carrier?.urlTemplate || general;
	const fallback = template ? parseWebAddress(template, 'URL template') : null;
	const [first] = input.urls;
	const forAll = input.urls.length === 1 && first?.includes(PLACEHOLDER) ? first : null;
	return {
		company: carrier?.company ?? null,
		parcels: input.numbers.map((number, position) => {
			const url = input.urls[position] ?? forAll ?? fallback;
			return { number, url: url && filled(url, number) };
		}),
	};
}

function filled(template: string, number: string): string {
	return template.replaceAll(PLACEHOLDER, () =>
		encodeURIComponent(number.replace(/[\s\p{C}]/gu, '')),
	);
}

/**
 * What Shopify takes: number and URL for one parcel, numbers and URLs for several, never mixed. URLs
 * are matched by position and none may be null, so parcels with a URL come first. Undefined if there
 * is nothing to send.
 */
export function toTrackingInput(tracking: Tracking): TrackingFields | undefined {
	const company = tracking.company ? { company: tracking.company } : {};
	const [first, ...others] = tracking.parcels;
	if (!first) return tracking.company ? company : undefined;
	if (others.length === 0) {
		return { ...company, number: first.number, ...(first.url && { url: first.url }) };
	}
	const withUrl = tracking.parcels.filter(({ url }) => url);
	const numbers = [...withUrl, ...tracking.parcels.filter(({ url }) => !url)];
	return {
		...company,
		numbers: numbers.map(({ number }) => number),
		...(withUrl.length > 0 && { urls: withUrl.flatMap(({ url }) => url ?? []) }),
	};
}

/**
 * The tracking after parcels were added to what a fulfillment has: existing ones first and unchanged,
 * numbers compared by key. An existing number without URL takes the new one. The company stays unless
 * there was none, as Shopify keeps one for all numbers. Adding the same again changes nothing.
 */
export function mergeTracking(existing: Tracking, added: Tracking): Tracking {
	const addedUrl = (key: string): string | null =>
		added.parcels.find(({ number, url }) => url && numberKey(number) === key)?.url ?? null;
	const parcels = existing.parcels.map(({ number, url }) => ({
		number,
		url: url ?? addedUrl(numberKey(number)),
	}));
	const seen = new Set(parcels.map(({ number }) => numberKey(number)));
	for (const { number } of added.parcels) {
		const key = numberKey(number);
		if (!seen.has(key)) parcels.push({ number, url: addedUrl(key) });
		seen.add(key);
	}
	return { company: existing.company || added.company, parcels };
}

/**
 * Whether two trackings say the same: company, numbers by key and URLs, in any order, since Shopify
 * is sent parcels with a URL first.
 */
export function sameTracking(one: Tracking, other: Tracking): boolean {
	const parcels = (tracking: Tracking): string =>
		tracking.parcels
			.map(({ number, url }) => `${numberKey(number)} ${url ?? ''}`)
			.sort()
			.join('\n');
	return (one.company ?? '') === (other.company ?? '') && parcels(one) === parcels(other);
}

/**
 * Whether a fulfillment already shows what is to replace its tracking, so that nothing needs to be
 * sent. Where no company or URL is wanted, the one that Shopify has found or made is right.
 */
export function showsTracking(existing: Tracking, wanted: Tracking): boolean {
	const urls = new Map(existing.parcels.map(({ number, url }) => [numberKey(number), url]));
	return sameTracking(existing, {
		company: wanted.company ?? existing.company,
		parcels: wanted.parcels.map(({ number, url }) => ({
			number,
			url: url ?? urls.get(numberKey(number)) ?? null,
		})),
	});
}
