import { GraphQLError } from 'graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { accessDenied, classOf, maySee } from './context';
import type { Context } from './context';
import { fulfillmentOrderById } from './fulfillmentOrders';
import type { FulfillmentOrder } from './state';
import { InvalidId, Refusal } from './world';

/** Turns refusals into the payload's user errors and unknown ids into the top-level error. */
export function answer(
	empty: Readonly<Record<string, unknown>>,
	work: () => Record<string, unknown>,
) {
	try {
		return { ...work(), userErrors: [] };
	} catch (error) {
		if (error instanceof InvalidId) {
			throw new GraphQLError(error.message, { extensions: { code: 'RESOURCE_NOT_FOUND' } });
		}
		if (!(error instanceof Refusal)) throw error;
		const { field, message, code } = error;
		return { ...empty, userErrors: [{ field, message, code }] };
	}
}

/**
 * The FO to change: one that the app may not see does not exist for it, one whose class it may
 * only read is denied (the text is Shopify's, that it comes for a class is an inference).
 */
export function writable(id: string, context: Context, info: GraphQLResolveInfo): FulfillmentOrder {
	const found = fulfillmentOrderById(context.world, id);
	if (!maySee(found, context)) throw new InvalidId(id);
	const scope = `write_${classOf(found)}_fulfillment_orders`;
	if (!context.scopes.has(scope)) throw accessDenied(info.fieldName, [scope]);
	return found;
}
