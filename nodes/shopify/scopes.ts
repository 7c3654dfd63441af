/** What a credential may be used for. */
export const USES = ['orders', 'shipments', 'stock'] as const;

/** One of the things a credential may be used for. */
export type Use = (typeof USES)[number];

interface ScopeNeed {
	readonly use: Use;
	/** Any one of these is enough. */
	readonly anyOf: readonly string[];
	/** What does not work without it, as the end of "Without it …". */
	readonly without: string;
}

/**
 * The access scopes that the package cannot work without, with what each is for.
 *
 * Source: the access scopes of the fields and mutations in Shopify's Admin API 2026-07.
 */
const NEEDS: readonly ScopeNeed[] = [
	{ use: 'orders', anyOf: ['read_orders'], without: 'orders cannot be read' },
	{
		use: 'orders',
		anyOf: ['write_orders'],
		without: 'the handover of an order cannot be recorded in Shopify',
	},
	{
		use: 'orders',
		anyOf: ['read_merchant_managed_fulfillment_orders', 'read_third_party_fulfillment_orders'],
		without: 'no fulfillment order is found',
	},
	{
		use: 'orders',
		anyOf: ['write_merchant_managed_fulfillment_orders', 'write_third_party_fulfillment_orders'],
		without: 'orders can neither be marked as in progress nor be held',
	},
	{ use: 'orders', anyOf: ['read_locations'], without: 'locations have no names' },
	{ use: 'orders', anyOf: ['read_products'], without: 'lines have no barcodes' },
	{ use: 'shipments', anyOf: ['read_orders'], without: 'the order of a shipment is not found' },
	{
		use: 'shipments',
		anyOf: ['read_locations'],
		without: 'parts at several locations cannot be told apart',
	},
	{
		use: 'shipments',
		anyOf: ['read_merchant_managed_fulfillment_orders', 'read_third_party_fulfillment_orders'],
		without: 'what is left to ship cannot be read',
	},
	{
		use: 'shipments',
		anyOf: ['write_merchant_managed_fulfillment_orders', 'write_third_party_fulfillment_orders'],
		without: 'shipments cannot be uploaded',
	},
	{ use: 'stock', anyOf: ['read_inventory'], without: 'stock levels cannot be read' },
	{ use: 'stock', anyOf: ['write_inventory'], without: 'stock levels cannot be set' },
	{ use: 'stock', anyOf: ['read_products'], without: 'SKUs cannot be found' },
	{ use: 'stock', anyOf: ['read_locations'], without: 'locations cannot be found' },
];

/** A scope that the package works without, and what it brings. */
export interface OptionalScope {
	readonly scope: string;
	readonly brings: string;
}

/** Scopes that are nice to have. */
export const OPTIONAL_SCOPES: readonly OptionalScope[] = [
	{ scope: 'read_all_orders', brings: 'orders that are older than 60 days' },
	{
		scope: 'read_third_party_fulfillment_orders',
		brings: "fulfillment orders at other apps' fulfillment services",
	},
	{ scope: 'write_fulfillments', brings: 'delivery events of shipments' },
	{ scope: 'read_customers', brings: 'the customer and company of an order, and customer tags' },
];

/** A scope that is missing, and what it costs. */
export interface MissingScope {
	/** Any one of these would do: `['read_orders']`. */
	readonly anyOf: readonly string[];
	/** What does not work without it. */
	readonly without: readonly string[];
}

/**
 * The scopes that are missing for what a credential is used for, each once. A write scope brings
 * the read scope of the same name (Shopify, access scopes).
 */
export function missingScopes(
	granted: readonly string[],
	usedFor: readonly Use[],
): readonly MissingScope[] {
	const has = new Set(granted.flatMap((scope) => [scope, scope.replace(/^write_/, 'read_')]));
	const missing = new Map<string, { anyOf: readonly string[]; without: string[] }>();
	for (const { use, anyOf, without } of NEEDS) {
		if (!usedFor.includes(use) || anyOf.some((scope) => has.has(scope))) continue;
		const key = anyOf.join();
		const entry = missing.get(key) ?? { anyOf, without: [] };
		entry.without.push(without);
		missing.set(key, entry);
	}
	return [...missing.values()];
}

/** Says in one text which scopes are missing and what does not work, or nothing if none is. */
export function credentialProblem(
	granted: readonly string[],
	usedFor: readonly Use[],
): string | undefined {
	const missing = missingScopes(granted, usedFor);
	if (missing.length === 0) return undefined;
	const list = missing
		.map(({ anyOf, without }) => `${anyOf.join(' or ')} (without it ${without.join(', and ')})`)
		.join('; ');
	return `The app lacks ${missing.length === 1 ? 'an access scope' : 'access scopes'}: ${list}. Add ${missing.length === 1 ? 'it' : 'them'} to the app and accept the new version on the shop, or take out what you do not need under Used For`;
}

/** What a scope is for, in a few words; undefined for a scope that the package never needs. */
export function whatScopeIsFor(scope: string): string | undefined {
	const needs = NEEDS.filter(({ anyOf }) => anyOf.includes(scope));
	if (needs.length > 0) return [...new Set(needs.map(({ use }) => use))].join(', ');
	return OPTIONAL_SCOPES.find((optional) => optional.scope === scope)?.brings;
}

/** Reads *Used For* of a credential; nothing that can be read means everything. */
export function parseUses(value: unknown): readonly Use[] {
	if (!Array.isArray(value)) return USES;
	return USES.filter((use) => value.includes(use));
}
