import type { GraphQLResolveInfo } from 'graphql';
import { accessDenied } from './context';
import type { Context, Resolvers } from './context';
import {
	cancelFulfillmentOrder,
	close,
	markAsOpen,
	merge,
	move,
	reportProgress,
	reschedule,
	split,
} from './fulfillmentOrderActions';
import { FulfillmentMutationResolvers } from './fulfillmentMutations';
import type { Units } from './fulfillmentOrders';
import { hold, releaseHold } from './holds';
import { InventoryMutationResolvers } from './inventoryMutations';
import { setMetafields } from './metafields';
import type { MetafieldInput } from './metafields';
import { answer, writable } from './mutationAnswer';
import { addTags, cancelOrder, removeTags } from './orders';
import { BulkMutationResolvers } from './resolveBulk';
import { nodeById } from './resolveRoot';
import { WebhookMutationResolvers } from './resolveWebhooks';
import type { Order } from './state';
import { gid, InvalidId } from './world';

interface HoldArguments {
	readonly id: string;
	readonly fulfillmentHold: {
		readonly reason: string;
		readonly reasonNotes?: string | null;
		readonly handle?: string | null;
		readonly fulfillmentOrderLineItems?: readonly Units[] | null;
	};
}

const fulfillmentOrderOnly = { fulfillmentOrder: null };

function ordersScope(context: Context, info: GraphQLResolveInfo): void {
	if (!context.scopes.has('write_orders')) throw accessDenied(info.fieldName, ['write_orders']);
}

function orderById(id: string, context: Context): Order {
	const order = nodeById(id, context);
	const found = context.world.state.orders.get(id);
	if (!order || !found) throw new InvalidId(id);
	return found;
}

export const MutationResolvers: Resolvers<undefined> = {
	...FulfillmentMutationResolvers,
	...BulkMutationResolvers,
	...InventoryMutationResolvers,
	...WebhookMutationResolvers,
	fulfillmentOrderCancel: (_source, { id }: { readonly id: string }, context, info) =>
		answer({ ...fulfillmentOrderOnly, replacementFulfillmentOrder: null }, () => {
			const done = cancelFulfillmentOrder(context.world, writable(id, context, info));
			return {
				fulfillmentOrder: done.fulfillmentOrder,
				replacementFulfillmentOrder: done.replacement,
			};
		}),
	fulfillmentOrderClose: (_source, { id }: { readonly id: string }, context, info) =>
		answer(fulfillmentOrderOnly, () => ({
			fulfillmentOrder: close(context.world, writable(id, context, info)),
		})),
	fulfillmentOrderHold: (_source, { id, fulfillmentHold }: HoldArguments, context, info) =>
		answer(
			{ ...fulfillmentOrderOnly, fulfillmentHold: null, remainingFulfillmentOrder: null },
			() => {
				const done = hold(context.world, writable(id, context, info), {
					reason: fulfillmentHold.reason,
					reasonNotes: fulfillmentHold.reasonNotes ?? null,
					handle: fulfillmentHold.handle ?? null,
					units: fulfillmentHold.fulfillmentOrderLineItems ?? null,
					byThisApp: true,
				});
				return {
					fulfillmentHold: done.hold,
					fulfillmentOrder: done.fulfillmentOrder,
					remainingFulfillmentOrder: done.remaining,
				};
			},
		),
	fulfillmentOrderMerge: (
		_source,
		args: {
			readonly fulfillmentOrderMergeInputs: readonly {
				readonly mergeIntents: readonly { readonly fulfillmentOrderId: string }[];
			}[];
		},
		context,
		info,
	) =>
		answer({ fulfillmentOrderMerges: null }, () => ({
			fulfillmentOrderMerges: args.fulfillmentOrderMergeInputs.map(({ mergeIntents }) => {
				const ids = mergeIntents.map((intent) => intent.fulfillmentOrderId);
				const all = ids.map((id) => writable(id, context, info));
				return { fulfillmentOrder: merge(context.world, all) };
			}),
		})),
	fulfillmentOrderMove: (
		_source,
		args: {
			readonly id: string;
			readonly newLocationId: string;
			readonly fulfillmentOrderLineItems?: readonly Units[] | null;
		},
		context,
		info,
	) =>
		answer(
			{
				movedFulfillmentOrder: null,
				originalFulfillmentOrder: null,
				remainingFulfillmentOrder: null,
			},
			() => {
				const found = writable(args.id, context, info);
				const location = context.world.state.locations.get(args.newLocationId);
				const done = move(context.world, found, location, args.fulfillmentOrderLineItems);
				return {
					movedFulfillmentOrder: done.moved,
					originalFulfillmentOrder: done.original,
					remainingFulfillmentOrder: done.remaining,
				};
			},
		),
	fulfillmentOrderOpen: (_source, { id }: { readonly id: string }, context, info) =>
		answer(fulfillmentOrderOnly, () => ({
			fulfillmentOrder: markAsOpen(context.world, writable(id, context, info)),
		})),
	fulfillmentOrderReleaseHold: (
		_source,
		args: { readonly id: string; readonly holdIds?: readonly string[] | null },
		context,
		info,
	) =>
		answer(fulfillmentOrderOnly, () => ({
			fulfillmentOrder: releaseHold(context.world, writable(args.id, context, info), args.holdIds),
		})),
	fulfillmentOrderReportProgress: (
		_source,
		args: {
			readonly id: string;
			readonly progressReport?: { readonly reasonNotes?: string | null } | null;
		},
		context,
		info,
	) =>
		answer(fulfillmentOrderOnly, () => ({
			fulfillmentOrder: reportProgress(
				context.world,
				writable(args.id, context, info),
				args.progressReport?.reasonNotes ?? null,
			),
		})),
	fulfillmentOrderReschedule: (
		_source,
		args: { readonly id: string; readonly fulfillAt: string },
		context,
		info,
	) =>
		answer(fulfillmentOrderOnly, () => ({
			fulfillmentOrder: reschedule(
				context.world,
				writable(args.id, context, info),
				Date.parse(args.fulfillAt),
			),
		})),
	fulfillmentOrderSplit: (
		_source,
		args: {
			readonly fulfillmentOrderSplits: readonly {
				readonly fulfillmentOrderId: string;
				readonly fulfillmentOrderLineItems: readonly Units[];
			}[];
		},
		context,
		info,
	) =>
		answer({ fulfillmentOrderSplits: null }, () => ({
			fulfillmentOrderSplits: args.fulfillmentOrderSplits.map((one) => {
				const found = writable(one.fulfillmentOrderId, context, info);
				const done = split(context.world, found, one.fulfillmentOrderLineItems);
				return {
					fulfillmentOrder: done.fulfillmentOrder,
					remainingFulfillmentOrder: done.remaining,
					replacementFulfillmentOrder: null,
				};
			}),
		})),
	fulfillmentOrdersSetFulfillmentDeadline: (
		_source,
		args: { readonly fulfillmentOrderIds: readonly string[]; readonly fulfillmentDeadline: string },
		context,
		info,
	) =>
		answer({ success: false }, () => {
			for (const id of args.fulfillmentOrderIds) {
				const found = writable(id, context, info);
				found.fulfillBy = Math.floor(Date.parse(args.fulfillmentDeadline) / 1000) * 1000;
				found.updatedAt = context.world.now();
			}
			return { success: true };
		}),
	metafieldsSet: (
		_source,
		{ metafields }: { readonly metafields: readonly MetafieldInput[] },
		context,
	) =>
		setMetafields(
			context.world,
			metafields,
			(owner) => owner !== 'ORDER' || context.scopes.has('write_orders'),
		),
	orderCancel: (
		_source,
		args: { readonly orderId: string; readonly reason: string },
		context,
		info,
	) =>
		answer({ job: null }, () => {
			ordersScope(context, info);
			cancelOrder(context.world, orderById(args.orderId, context), args.reason);
			const id = gid('Job', context.world.nextId('Job'));
			return { job: { id, done: false } };
		}),
	tagsAdd: (
		_source,
		args: { readonly id: string; readonly tags: readonly string[] },
		context,
		info,
	) =>
		answer({ node: null }, () => {
			ordersScope(context, info);
			return { node: addTags(context.world, orderById(args.id, context), args.tags) };
		}),
	tagsRemove: (
		_source,
		args: { readonly id: string; readonly tags: readonly string[] },
		context,
		info,
	) =>
		answer({ node: null }, () => {
			ordersScope(context, info);
			return { node: removeTags(context.world, orderById(args.id, context), args.tags) };
		}),
};
