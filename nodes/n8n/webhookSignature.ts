import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether a webhook's body was signed with the secret: HMAC-SHA256 of the very bytes that came, in base64
 * (Shopify, `X-Shopify-Hmac-Sha256`). Compared in constant time. False for anything that is no body or no
 * signature.
 */
export function isSignedWith(secret: string, rawBody: unknown, signature: unknown): boolean {
	if (!(rawBody instanceof Uint8Array) || typeof signature !== 'string') return false;
	const expected = createHmac('sha256', secret).update(rawBody).digest();
	const given = Buffer.from(signature, 'base64');
	return given.length === expected.length && timingSafeEqual(given, expected);
}
