import type { WebhookTopic } from '../domain/webhookTopics';
import { asPromised } from './asPromised';
import type { ShopifyClient } from './client';
import { failureIn, ShopifyError, userErrorsOf } from './failure';
import type { ShopifyFailureKind, UserError } from './failure';
import { describeFailure } from './failureText';
import type { WebhookSubscriptionTopic } from './generated/admin.types';
import {
	CREATE_WEBHOOK_SUBSCRIPTION,
	DELETE_WEBHOOK_SUBSCRIPTION,
	READ_WEBHOOK_SUBSCRIPTIONS,
} from './operations/webhooks';
import { pagesOf } from './pages';

/** One subscription of this app in the shop. */
export interface Subscription {
	/** Global id. */
	readonly id: string;
	/** `WebhookSubscriptionTopic` */
	readonly topic: string;
	/** Where Shopify delivers to. */
	readonly uri: string;
}

/** All subscriptions of this app in the shop. */
export interface Subscriptions {
	/** What deliveries call the shop: `harbour-goods.myshopify.com`. */
	readonly shopDomain: string;
	readonly all: readonly Subscription[];
}

/** What making subscriptions came to. */
export interface Ensured {
	/** Topics that were not subscribed to before. */
	readonly made: readonly string[];
	/** Topics that Shopify refuses to this app, with its reason. */
	readonly refused: readonly { readonly topic: string; readonly reason: string }[];
}

/** Reads all subscriptions that this app has made in the shop; 250 with each request. */
export async function readSubscriptions(client: ShopifyClient): Promise<Subscriptions> {
	return await asPromised(async () => {
		let shopDomain = client.shop;
		const pages = pagesOf(async (after) => {
			const variables = { first: 250, after };
			const { data } = await client.run(READ_WEBHOOK_SUBSCRIPTIONS, variables, { repeat: 'read' });
			shopDomain = data.shop.myshopifyDomain;
			return data.webhookSubscriptions;
		});
		const all: Subscription[] = [];
		for await (const { nodes } of pages) all.push(...nodes.map((node) => ({ ...node })));
		return { shopDomain, all };
	});
}

/** Topics that are not delivered to the address. Told by the address alone: ids of subscriptions do not last. */
export function missingTopics(
	{ all }: Subscriptions,
	uri: string,
	topics: readonly WebhookTopic[],
): readonly WebhookTopic[] {
	const present = new Set(all.filter((one) => one.uri === uri).map(({ topic }) => topic));
	return topics.filter(({ name }) => !present.has(name));
}

/**
 * Makes subscriptions, 10 points each. One that is there already, made by somebody else at the same moment,
 * counts as made. May be repeated. A topic that Shopify refuses to this app does not stop the others; fails
 * with `ShopifyError` if it refuses all of them.
 */
export async function makeSubscriptions(
	client: ShopifyClient,
	uri: string,
	topics: readonly WebhookTopic[],
): Promise<Ensured> {
	const made: string[] = [];
	const refused: { topic: string; reason: string }[] = [];
	let first: ShopifyError | undefined;
	for (const { name, header } of topics) {
		const refusal = await makeOne(client, uri, name);
		if (refusal === undefined) made.push(header);
		else refused.push({ topic: header, reason: describeFailure(refusal.failure).message });
		first ??= refusal;
	}
	if (first !== undefined && made.length === 0 && refused.length === topics.length) throw first;
	return { made, refused };
}

/** Failures that are about one topic, and say nothing of the next. */
const ABOUT_ONE_TOPIC: readonly ShopifyFailureKind[] = [
	'rejected',
	'missingScope',
	'protectedData',
	'forbidden',
];

/** The refusal, or nothing if the topic is subscribed to now. */
async function makeOne(
	client: ShopifyClient,
	uri: string,
	topic: string,
): Promise<ShopifyError | undefined> {
	const variables = { topic: topic as WebhookSubscriptionTopic, uri };
	const sent = client.run(CREATE_WEBHOOK_SUBSCRIPTION, variables, { repeat: 'repeatable' });
	return await sent.then(
		({ data }) => {
			const userErrors = userErrorsOf(data.webhookSubscriptionCreate);
			const isThere = userErrors.length === 0 || userErrors.every(isTaken);
			return isThere ? undefined : new ShopifyError({ kind: 'rejected', userErrors });
		},
		async (error: unknown) => {
			const failure = failureIn(error);
			const isRefusal = failure !== undefined && ABOUT_ONE_TOPIC.includes(failure.kind);
			return isRefusal ? new ShopifyError(failure) : await Promise.reject(error as Error);
		},
	);
}

/** Shopify has no codes here, only words (recorded on Admin API 2026-04). */
function isTaken({ message }: UserError): boolean {
	return /already been taken/i.test(message);
}

/**
 * Ends all subscriptions that deliver to the address, and no others. May be repeated: one that is gone
 * already counts as ended. Fails with `ShopifyError`.
 */
export async function removeSubscriptions(client: ShopifyClient, uri: string): Promise<number> {
	const { all } = await readSubscriptions(client);
	const own = all.filter((one) => one.uri === uri);
	for (const { id } of own) {
		const { data } = await client.run(
			DELETE_WEBHOOK_SUBSCRIPTION,
			{ id },
			{ repeat: 'repeatable' },
		);
		const userErrors = userErrorsOf(data.webhookSubscriptionDelete);
		const grave = userErrors.filter(
			({ message }) => !/not (?:exist|be found|found)/i.test(message),
		);
		if (grave.length > 0) throw new ShopifyError({ kind: 'rejected', userErrors: grave });
	}
	return own.length;
}
