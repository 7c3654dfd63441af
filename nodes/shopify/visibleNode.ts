import type { Answer } from './client';
import { ShopifyError } from './failure';

/**
 * What was asked for by id, or undefined if Shopify does not have it. Where the app lacks a scope for something
 * in it that is never null, Shopify withholds the whole: that is no reason to say that it does not exist. Fails
 * with `missingScope` then, except for `read_all_orders`, which most apps do without.
 */
export function visibleNode<T extends object>(
	node: T | null | undefined,
	{ withheld }: Pick<Answer<unknown>, 'withheld'>,
): T | undefined {
	if (node) return node;
	for (const { path, requiredAccess } of withheld) {
		const scopes = requiredAccess?.split(' or ') ?? [];
		if (scopes.length === 0 || scopes.includes('read_all_orders')) continue;
		const field = path.split('.').at(-1) ?? path;
		throw new ShopifyError({ kind: 'missingScope', scopes, field });
	}
	return undefined;
}
