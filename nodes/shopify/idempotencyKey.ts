import { createHash } from 'node:crypto';

/**
 * A key under which Shopify does a write once, however often it is sent: the same parts give the same key. In the form
 * of a UUID, as Shopify recommends (`@idempotent`, Admin API 2026-07). Shopify keeps keys for 24 hours.
 */
export function idempotencyKey(parts: readonly unknown[]): string {
	const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
	return hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
