import type { Tracking } from './state';
import { Refusal } from './world';

/** Shopify's `FulfillmentTrackingInput`. */
export interface TrackingInput {
	readonly company?: string | null | undefined;
	readonly number?: string | null;
	readonly numbers?: readonly string[] | null;
	readonly url?: string | null | undefined;
	readonly urls?: readonly string[] | null;
}

/**
 * Public tracking pages, for the company names as Shopify's list spells them. Shopify builds a URL
 * for every name of its list `[schema: FulfillmentTrackingInfo]`; the demo shop knows these. Which
 * page of a carrier Shopify links to is not recorded.
 */
const TRACKING_PAGES: Readonly<Record<string, string>> = {
	'Australia Post': 'https://auspost.com.au/mypost/track/details/',
	'Canada Post': 'https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor=',
	'DHL Express': 'https://www.dhl.com/en/express/tracking.html?AWB=',
	DPD: 'https://tracking.dpd.de/status/en_US/parcel/',
	'DPD UK': 'https://track.dpd.co.uk/search?reference=',
	Evri: 'https://www.evri.com/track/parcel/',
	FedEx: 'https://www.fedex.com/fedextrack/?trknbr=',
	GLS: 'https://gls-group.eu/track/',
	'Royal Mail': 'https://www.royalmail.com/track-your-item#/tracking-results/',
	UPS: 'https://www.ups.com/track?tracknum=',
	USPS: 'https://tools.usps.com/go/TrackConfirmAction?tLabels=',
};

/** The page of a carrier, by the exact name (case counts `[schema]`); `null` for unknown ones. */
export function trackingPage(company: string | null, number: string | null): string | null {
	if (company === null || !number || !Object.hasOwn(TRACKING_PAGES, company)) return null;
	return `${TRACKING_PAGES[company] ?? ''}${encodeURIComponent(number)}`;
}

const given = (value: unknown): boolean => value !== null && value !== undefined;

/**
 * Tracking as it is kept: one entry for each number, URLs by position, one company for all. Without
 * a URL a known carrier gets its page. Without a company Shopify guesses the carrier by the form of
 * the number `[schema]`; the demo shop guesses nothing.
 *
 * The schema's text says that one number and a list of numbers exclude each other, as do the URLs;
 * what happens otherwise is not recorded, and the demo shop refuses in its own words.
 *
 * @param field path of the input in user errors
 */
export function trackingOf(
	input: TrackingInput | null | undefined,
	field: readonly string[],
): Tracking[] {
	if (!input) return [];
	for (const [one, many] of [
		['number', 'numbers'],
		['url', 'urls'],
	] as const) {
		if (given(input[one]) && given(input[many])) {
			throw new Refusal([...field, many], `Give ${one} or ${many}, not both`);
		}
	}
	const numbers = input.numbers ?? (input.number ? [input.number] : []);
	const urls = input.urls ?? (input.url ? [input.url] : []);
	const company = input.company ?? null;
	return Array.from({ length: Math.max(numbers.length, urls.length) }, (_none, index) => {
		const number = numbers[index] ?? null;
		return { company, number, url: urls[index] ?? trackingPage(company, number) };
	});
}
