import { failureIn, ShopifyError } from './failure';

/**
 * Does something with answers of Shopify, and fails with `unreadable` where one lacks what Shopify's schema
 * promises: a proxy between may answer with half of it, and a person should not read of undefined properties.
 */
export async function asPromised<T>(work: () => Promise<T>): Promise<T> {
	return await work().catch((error: unknown): never => {
		const failure = failureIn(error);
		throw new ShopifyError(failure ?? { kind: 'unreadable', what: 'it lacks what it should hold' });
	});
}
