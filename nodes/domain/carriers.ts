import { BUILT_IN_ALIASES } from './carrierAliases';
import { COUNTRY_CARRIERS, GLOBAL_CARRIERS } from './carrierNames';
import { standsForNothing } from './noValue';

/** An own name for a carrier, as a user enters it. */
export interface CarrierAlias {
	/** What the shipment says, such as `Courier 7`. */
	readonly name: string;
	/** Shopify's name or any other; empty: the name that is matched without this alias. */
	readonly company: string;
	/** With `{number}` where the tracking number goes; empty: none. */
	readonly urlTemplate: string;
}

/** The carrier of a shipment. */
export interface CarrierMatch {
	/** What is sent to Shopify. */
	readonly company: string;
	/** Whether Shopify knows the name, and so makes the tracking link itself. */
	readonly known: boolean;
	/** From the own alias; empty if there is none. */
	readonly urlTemplate: string;
}

/** What a carrier is matched by, besides its name. */
export interface CarrierContext {
	/** The user's own names. They win over Shopify's; of two that are alike, the first. */
	readonly aliases: readonly CarrierAlias[];
	/** ISO 3166 code of the destination. */
	readonly shipToCountry?: string | null;
}

const allNames = [...GLOBAL_CARRIERS, ...Object.values(COUNTRY_CARRIERS).flat()];
const exactNames = new Set(allNames);
const namesByKey = new Map(allNames.map((name) => [carrierKey(name), name]));
const builtInByKey = new Map(
	BUILT_IN_ALIASES.flatMap(({ company, country, spellings }) =>
		spellings.map((spelling) => [carrierKey(spelling) + inCountry(country), company]),
	),
);

/**
 * What two spellings of one carrier have in common: letter case, blanks, hyphens, dots, underscores
 * (codes such as `royal_mail`), accents and trademark signs do not count.
 */
export function carrierKey(name: string): string {
	return name
		.replace(/[®™]/g, '')
		.toLowerCase()
		.normalize('NFKD')
		.replace(/[\u0300-\u036f\s._\p{Pd}\p{C}]/gu, '');
}

function inCountry(country: string | null | undefined): string {
	return country ? `@${country.toUpperCase()}` : '';
}

/** Shopify's spelling of a name that differs from it only in what `carrierKey` passes over. */
function listedName(name: string): string | undefined {
	return exactNames.has(name) ? name : namesByKey.get(carrierKey(name));
}

function builtInCompany(name: string, country: string | null | undefined): string | undefined {
	const key = carrierKey(name);
	return builtInByKey.get(key + inCountry(country)) ?? builtInByKey.get(key);
}

/**
 * Brings the name of a carrier into Shopify's spelling, since only that makes a tracking link there.
 * Tried in this order: own aliases, Shopify's names as they are, Shopify's names but for spelling,
 * well-known service names. Never guessed: what is none of these, or might be two carriers, is sent
 * as given. Null for a name that is blank or stands for nothing, such as `N/A`.
 *
 * A name of any country's list counts as known, whatever the shop's country, which does not stand in
 * an order. The destination decides only where a well-known name means a carrier in one country.
 */
export function matchCarrier(given: string, options: CarrierContext): CarrierMatch | null {
	const name = given.trim().replace(/\s+/g, ' ');
	const key = carrierKey(name);
	const alias = key && options.aliases.find((own) => carrierKey(own.name) === key);
	const urlTemplate = alias ? alias.urlTemplate.trim() : '';
	if (alias && !standsForNothing(alias.company)) {
		const company = alias.company.trim().replace(/\s+/g, ' ');
		const listed = listedName(company);
		return { company: listed ?? company, known: listed !== undefined, urlTemplate };
	}
	if (!key || standsForNothing(name)) return null;
	const company = listedName(name) ?? builtInCompany(name, options.shipToCountry);
	return { company: company ?? name, known: company !== undefined, urlTemplate };
}
