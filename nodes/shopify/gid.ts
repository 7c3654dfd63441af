const GID = /^gid:\/\/shopify\/([A-Za-z]+)\/([^/?]+)(?:\?.*)?$/;

/**
 * The number at the end of a Shopify id, as text: `6837114` for
 * `gid://shopify/FulfillmentOrder/6837114`. A bare number passes through.
 *
 * Text because order ids of busy shops exceed 2^53 in webhook samples, where a JavaScript number
 * would silently change the last digits.
 */
export function legacyId(gid: string): string {
	return GID.exec(gid)?.[2] ?? gid;
}

/**
 * Shopify's global id for a type and a legacy id. Ids that are global already stay as they are,
 * so a user may enter either form.
 */
export function toGid(type: string, id: string | number): string {
	const text = String(id).trim();
	return text.startsWith('gid://') ? text : `gid://shopify/${type}/${text}`;
}

/** The type in a Shopify id: `FulfillmentOrder` for `gid://shopify/FulfillmentOrder/6837114`. */
export function gidType(gid: string): string | undefined {
	return GID.exec(gid)?.[1];
}
