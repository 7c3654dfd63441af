import { GraphQLError } from 'graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { maySee } from './context';
import type { Context, Resolvers } from './context';
import { addEvent } from './fulfillmentEvents';
import type { FulfillmentEventInput } from './fulfillmentEvents';
import type { Units } from './fulfillmentOrders';
import { cancelFulfillment, createFulfillment, updateTracking } from './fulfillments';
import { answer, writable } from './mutationAnswer';
import type { Fulfillment, OriginAddress } from './state';
import { trackingOf } from './tracking';
import type { TrackingInput } from './tracking';
import { parseGid, Refusal } from './world';

/** Shopify's `FulfillmentInput`. */
interface FulfillmentInput {
	readonly lineItemsByFulfillmentOrder: readonly {
		readonly fulfillmentOrderId: string;
		readonly fulfillmentOrderLineItems?: readonly Units[] | null;
	}[];
	readonly notifyCustomer?: boolean | null;
	readonly originAddress?: (Partial<OriginAddress> & Pick<OriginAddress, 'countryCode'>) | null;
	readonly trackingInfo?: TrackingInput | null;
}

function originOf(input: FulfillmentInput['originAddress']): OriginAddress | null {
	if (!input) return null;
	return {
		address1: input.address1 ?? null,
		address2: input.address2 ?? null,
		city: input.city ?? null,
		countryCode: input.countryCode,
		provinceCode: input.provinceCode ?? null,
		zip: input.zip ?? null,
	};
}

/** One that the app may not see does not exist for it; what it may only read is denied. */
function checkAccess(id: string, context: Context, info: GraphQLResolveInfo): void {
	// Recorded for fulfillmentCreate: number 0 is an error at the top level, unlike other unknown ones.
	if (parseGid(id)?.id === '0') {
		throw new GraphQLError('invalid id', { extensions: { code: 'RESOURCE_NOT_FOUND' } });
	}
	const found = context.world.state.fulfillmentOrders.get(id);
	if (!found) return;
	if (!maySee(found, context)) {
		throw new Refusal(['fulfillment'], 'Fulfillment order does not exist.');
	}
	writable(id, context, info);
}

/** The published scopes name none for cancelling, but without one of these it was denied `[recorded]`. */
function checkScopes(found: Fulfillment, context: Context, info: GraphQLResolveInfo): void {
	const part = found.lines[0]?.parts[0];
	if (part) writable(part.fulfillmentOrder.id, context, info);
}

/** Mutations of fulfillments. */
export const FulfillmentMutationResolvers: Resolvers<undefined> = {
	fulfillmentCancel: (_source, { id }: { readonly id: string }, context, info) =>
		answer({ fulfillment: null }, () => {
			const found = context.world.state.fulfillments.get(id);
			if (!found) throw new Refusal(['id'], 'Fulfillment not found.');
			checkScopes(found, context, info);
			return { fulfillment: cancelFulfillment(context.world, found) };
		}),
	fulfillmentCreate: (
		_source,
		{ fulfillment }: { readonly fulfillment: FulfillmentInput },
		context,
		info,
	) =>
		answer({ fulfillment: null }, () => {
			const shipments = fulfillment.lineItemsByFulfillmentOrder.map((one) => ({
				fulfillmentOrderId: one.fulfillmentOrderId,
				units: one.fulfillmentOrderLineItems ?? null,
			}));
			for (const { fulfillmentOrderId } of shipments) {
				checkAccess(fulfillmentOrderId, context, info);
			}
			const made = createFulfillment(context.world, shipments, {
				tracking: trackingOf(fulfillment.trackingInfo, ['fulfillment', 'trackingInfo']),
				originAddress: originOf(fulfillment.originAddress),
				notifyCustomer: fulfillment.notifyCustomer ?? false,
			});
			return { fulfillment: made };
		}),
	fulfillmentEventCreate: (
		_source,
		args: { readonly fulfillmentEvent: FulfillmentEventInput & { readonly fulfillmentId: string } },
		{ world },
	) =>
		answer({ fulfillmentEvent: null }, () => {
			const found = world.state.fulfillments.get(args.fulfillmentEvent.fulfillmentId);
			if (!found) {
				throw new Refusal(['fulfillmentEvent', 'fulfillmentId'], 'Fulfillment does not exist.');
			}
			return { fulfillmentEvent: addEvent(world, found, args.fulfillmentEvent) };
		}),
	fulfillmentTrackingInfoUpdate: (
		_source,
		args: {
			readonly fulfillmentId: string;
			readonly notifyCustomer?: boolean | null;
			readonly trackingInfoInput: TrackingInput;
		},
		context,
		info,
	) =>
		answer({ fulfillment: null }, () => {
			const found = context.world.state.fulfillments.get(args.fulfillmentId);
			if (!found) throw new Refusal(['fulfillmentId'], 'Fulfillment does not exist.');
			checkScopes(found, context, info);
			const tracking = trackingOf(args.trackingInfoInput, ['trackingInfoInput']);
			const notifyCustomer = args.notifyCustomer ?? false;
			return { fulfillment: updateTracking(context.world, found, tracking, notifyCustomer) };
		}),
};
