import { apiVersionNamed } from './access';
import { byId, searchPage } from './context';
import type { Resolvers, SearchArguments } from './context';
import { number, time } from './search';
import type { Searchable } from './search';
import { createSubscription, deleteSubscription, updateSubscription } from './webhookSubscriptions';
import type { SubscriptionInput } from './webhookSubscriptions';
import type { WebhookSubscription } from './webhookState';

/** Filters of `webhookSubscriptions` `[schema 2026-07]`. */
const searchable: Searchable<WebhookSubscription> = {
	fields: {
		created_at: time((one) => one.createdAt),
		id: number((one) => one.legacyId),
		updated_at: time((one) => one.updatedAt),
	},
	words: (one) => [one.uri, one.topic],
};

const byCreation = { id: byId.id, value: (one: WebhookSubscription) => one.createdAt };

interface ListArguments extends SearchArguments {
	readonly topics?: readonly string[] | null;
	readonly uri?: string | null;
	readonly callbackUrl?: string | null;
	readonly format?: string | null;
	readonly sortKey?: string | null;
}

export const WebhookSubscriptionResolvers: Resolvers<WebhookSubscription> = {
	// The version is set on the app, not on a subscription `[schema: webhookSubscriptionCreate]`.
	apiVersion: (_one, _args, { world }) => apiVersionNamed(world.settings.webhooks.apiVersion),
	callbackUrl: (one) => one.uri,
	legacyResourceId: (one) => one.legacyId,
};

/** Root fields of subscriptions. */
export const WebhookQueryResolvers: Resolvers<undefined> = {
	webhookSubscription: (_source, args: { readonly id: string }, { world }) =>
		world.state.webhooks.subscriptions.get(args.id) ?? null,
	webhookSubscriptions: (_source, args: ListArguments, context, info) => {
		const uri = args.uri ?? args.callbackUrl ?? null;
		const all = [...context.world.state.webhooks.subscriptions.values()].filter(
			(one) =>
				(!args.topics || args.topics.includes(one.topic)) &&
				(uri === null || one.uri === uri) &&
				(!args.format || one.format === args.format),
		);
		const order = args.sortKey === 'ID' ? byId : byCreation;
		return searchPage(all, args, searchable, order, false, context, info);
	},
};

interface Input {
	readonly webhookSubscription: SubscriptionInput;
}

/** Mutations of subscriptions. */
export const WebhookMutationResolvers: Resolvers<undefined> = {
	webhookSubscriptionCreate: (
		_source,
		{ topic, webhookSubscription }: Input & { readonly topic: string },
		{ world, scopes },
	) => createSubscription(world, topic, webhookSubscription, scopes),
	webhookSubscriptionDelete: (_source, { id }: { readonly id: string }, { world }) =>
		deleteSubscription(world, id),
	webhookSubscriptionUpdate: (
		_source,
		{ id, webhookSubscription }: Input & { readonly id: string },
		{ world },
	) => updateSubscription(world, id, webhookSubscription),
};
