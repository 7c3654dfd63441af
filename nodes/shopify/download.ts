/**
 * Opens a file that Shopify has put at a web address, such as the result of a bulk operation, and gives it piece by
 * piece. No credential is sent: the address itself is the secret (Shopify's bulk operations, Admin API 2026-07).
 * Fails with `ShopifyError` (`unavailable`, `unreachable`), also while it is read; may be repeated.
 */
export type Download = (url: string) => Promise<AsyncIterable<string | Uint8Array>>;
