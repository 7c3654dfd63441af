import type { IHookFunctions, IPollFunctions } from 'n8n-workflow';
import { InputProblem } from '../domain/problem';
import { requireReachableAddress } from '../domain/webhookAddress';
import type { WebhookTopic } from '../domain/webhookTopics';
import { allowedTopics } from '../domain/webhookTopics';
import type { ConnectOptions } from '../n8n/connectShopify';
import { connectShopify, readWebhookProof } from '../n8n/connectShopify';
import { hasScope, readApp, requireReadingScopes } from '../shopify/app';
import type { ShopifyClient } from '../shopify/client';
import {
	makeSubscriptions,
	missingTopics,
	readSubscriptions,
	removeSubscriptions,
} from '../shopify/webhooks';
import { keyOf } from './context';
import { FIRST_SUBSCRIPTION_MS } from './starting';

type SubscribingContext = IHookFunctions | IPollFunctions;

/** What is delivered to this trigger now, and what should be. */
interface Standing {
	/** Topics that are not delivered and could be. */
	readonly missing: readonly WebhookTopic[];
	/** Topics that the app's scopes do not allow. */
	readonly denied: readonly WebhookTopic[];
}

/**
 * Addresses of the published triggers of this process, by workflow and node. n8n tells the address when it
 * publishes or starts, and not when it polls (n8n-core 2.40, `PollContext`). Null once it was unpublished: a poll
 * that is still under way must not subscribe again.
 */
const addresses = new Map<string, string | null>();

/** Addresses for which subscriptions are being made in this process: publishing polls at the same time. */
const underWay = new Map<string, Promise<void>>();

/**
 * Whether Shopify delivers every topic to this trigger's address. Throws `InputProblem` if webhooks cannot work
 * here, and says what to change.
 */
export async function areSubscribed(context: IHookFunctions): Promise<boolean> {
	const address = await ownAddress(context);
	const client = await connectShopify(context, { budgetMs: FIRST_SUBSCRIPTION_MS });
	return (await compare(context, client, address)).missing.length === 0;
}

/** Makes the subscriptions that are missing; those that are there are kept. May be repeated. */
export async function subscribe(context: IHookFunctions): Promise<void> {
	await repair(context, await ownAddress(context), { budgetMs: FIRST_SUBSCRIPTION_MS });
}

/** Ends what is delivered to this trigger's address, the test address in a test. May be repeated. */
export async function unsubscribe(context: IHookFunctions): Promise<void> {
	const address = context.getNodeWebhookUrl('default') ?? '';
	if (addresses.get(keyOf(context)) === address) addresses.set(keyOf(context), null);
	const ended = await removeSubscriptions(await connectShopify(context), address);
	context.logger.debug(`${context.getNode().name}: ${ended} subscriptions ended`);
}

/**
 * The safety poll's part: makes subscriptions again that Shopify has dropped. `remembered` is the address that
 * the last poll knew. Answers the address now, to be remembered; undefined if nobody has told it yet.
 */
export async function keepSubscribed(
	context: IPollFunctions,
	remembered: string | undefined,
): Promise<string | undefined> {
	const told = addresses.get(keyOf(context));
	if (told === null) return remembered;
	const address = told ?? remembered;
	if (address === undefined) {
		context.logger.warn(
			`${context.getNode().name}: the webhook address is not known here yet, so subscriptions were not checked; publish the workflow again if this stays`,
		);
		return undefined;
	}
	await repair(context, address);
	return address;
}

/** The address of this trigger that Shopify can reach; checks what webhooks need beside it. */
async function ownAddress(context: IHookFunctions): Promise<string> {
	const address = context.getNodeWebhookUrl('default') ?? '';
	// A test has an address of its own, which no poll is to keep alive.
	if (context.getMode() !== 'manual') addresses.set(keyOf(context), address);
	const { secret, shopDomain } = await readWebhookProof(context);
	requireReachableAddress(address, shopDomain === undefined);
	if (secret !== undefined) return address;
	throw new InputProblem('The credential holds no App Secret: Shopify signs webhooks with it', {
		path: 'receiveBy',
		advice:
			'Copy the client secret of the app that the access token belongs to into App Secret of the credential, or set Receive Orders By to Polling',
	});
}

async function repair(
	context: SubscribingContext,
	address: string,
	options: ConnectOptions = {},
): Promise<void> {
	const running = underWay.get(address);
	if (running) {
		await running;
		return;
	}
	const work = makeMissing(context, address, options).finally(() => underWay.delete(address));
	underWay.set(address, work);
	await work;
}

async function makeMissing(
	context: SubscribingContext,
	address: string,
	options: ConnectOptions,
): Promise<void> {
	const client = await connectShopify(context, options);
	const { missing, denied } = await compare(context, client, address);
	for (const [scopes, topics] of byScopes(denied)) {
		context.logger.warn(
			`${context.getNode().name}: no webhooks of ${topics.join(', ')}: the app lacks the scope ${scopes}`,
		);
	}
	if (missing.length === 0) return;
	const { made, refused } = await makeSubscriptions(client, address, missing);
	const { name } = context.getNode();
	if (made.length > 0) context.logger.info(`${name}: subscribed to ${made.join(', ')}`);
	for (const { topic, reason } of refused) {
		context.logger.warn(`${name}: no webhooks of ${topic}, the safety poll has to do: ${reason}`);
	}
}

async function compare(
	context: SubscribingContext,
	client: ShopifyClient,
	address: string,
): Promise<Standing> {
	const app = await readApp(client);
	requireReadingScopes(app);
	const { allowed, denied } = allowedTopics((scope) => hasScope(app, scope));
	const found = await readSubscriptions(client);
	const { shopDomain } = await readWebhookProof(context);
	if (shopDomain !== undefined && found.shopDomain.toLowerCase() !== shopDomain) {
		throw new InputProblem(
			`Shopify calls this shop ${found.shopDomain}, the credential calls it ${shopDomain}`,
			{
				path: 'receiveBy',
				advice: `Enter ${found.shopDomain} as Shop in the credential: webhooks name the shop so, and those of other shops are refused`,
			},
		);
	}
	return { missing: missingTopics(found, address, allowed), denied };
}

/** Names of topics by the scopes that would open them. */
function byScopes(topics: readonly WebhookTopic[]): ReadonlyMap<string, readonly string[]> {
	const groups = new Map<string, string[]>();
	for (const { header, anyOf } of topics) {
		const scopes = anyOf.join(' or ');
		groups.set(scopes, [...(groups.get(scopes) ?? []), header]);
	}
	return groups;
}
