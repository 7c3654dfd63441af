/** Versions of Shopify's Admin API that this package is tested with. */
export const API_VERSIONS = ['2026-07', '2026-10'] as const;

/** One of the tested versions of the Admin API. */
export type ApiVersion = (typeof API_VERSIONS)[number];

/**
 * The version that is used when the credential names none.
 *
 * 2026-07 because its answer for stock at a location that never held the item is known, while
 * 2026-10 dropped that error code.
 */
export const DEFAULT_API_VERSION: ApiVersion = '2026-07';

/**
 * The day on which Shopify is expected to stop serving a version (UTC). Afterwards it answers with
 * the oldest version that it still serves, and says so in `X-Shopify-API-Version`.
 *
 * Shopify promises at least 12 months; 2025-10 ended on the 16th of October 2026, and the others
 * are taken to follow the same pattern.
 */
export const API_VERSION_ENDS: Readonly<Record<ApiVersion, string>> = {
	'2026-07': '2027-07-16',
	'2026-10': '2027-10-16',
};

/** Reads a version from a credential; anything that is not tested becomes the default. */
export function parseApiVersion(value: unknown): ApiVersion {
	return API_VERSIONS.find((version) => version === value) ?? DEFAULT_API_VERSION;
}

/** Whole days until a version ends, counted from a moment in UTC; negative once it has ended. */
export function daysUntilEnd(version: ApiVersion, now: Date): number {
	const end = Date.parse(`${API_VERSION_ENDS[version]}T00:00:00Z`);
	return Math.floor((end - now.getTime()) / 86_400_000);
}
