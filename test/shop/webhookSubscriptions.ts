import { notModelled } from './context';
import { parseQuery } from './searchSyntax';
import type { Query } from './searchSyntax';
import { maySubscribe } from './webhookTopics';
import type { WebhookSubscription } from './webhookState';
import { gid } from './world';
import type { World } from './world';

/** Shopify's `WebhookSubscriptionInput`, as far as it is modelled. */
export interface SubscriptionInput {
	readonly uri?: string | null;
	readonly callbackUrl?: string | null;
	readonly filter?: string | null;
	readonly format?: 'JSON' | 'XML' | null;
	readonly includeFields?: readonly string[] | null;
	readonly metafieldNamespaces?: readonly string[] | null;
	readonly metafields?: readonly unknown[] | null;
	readonly name?: string | null;
}

/** A user error of the three mutations; they have no codes `[schema]`. */
export interface SubscriptionProblem {
	readonly field: readonly string[];
	readonly message: string;
}

/** What a mutation came to; null when something was refused, and nothing was done then. */
export interface SubscriptionOutcome {
	readonly webhookSubscription: WebhookSubscription | null;
	readonly userErrors: readonly SubscriptionProblem[];
}

const refused = (userErrors: readonly SubscriptionProblem[]): SubscriptionOutcome => {
	return { webhookSubscription: null, userErrors };
};

const UNKNOWN: SubscriptionProblem = {
	field: ['id'],
	message: 'Webhook subscription does not exist',
};

/** Whether the host is this machine. */
export const isLoopback = (host: string): boolean =>
	host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

function urlOf(uri: string): URL | undefined {
	try {
		return new URL(uri);
	} catch {
		return undefined;
	}
}

/** What is wrong with an address; texts as recorded, unless it says otherwise. */
function addressProblems(uri: string, allowLoopbackHttp: boolean): string[] {
	if (uri.trim() === '') return ["Address can't be blank"];
	const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(uri)?.[1]?.toLowerCase();
	const unsupported = `Address protocol ${scheme ?? ''}:// is not supported`;
	if (scheme === 'pubsub') {
		if (/^pubsub:\/\/[^:/]+:[^:/]+$/.test(uri)) throw notModelled('deliveries to Pub/Sub');
		const form = 'Format should be pubsub://project:topic';
		return [unsupported, `Address is not a valid GCP pub/sub format. ${form}`];
	}
	if (uri.startsWith('arn:')) throw notModelled('deliveries to EventBridge');
	// An address without a scheme is not recorded.
	if (scheme === undefined) return ['Address is invalid'];
	if (scheme !== 'http' && scheme !== 'https') return [unsupported];
	const url = urlOf(uri);
	const host = url?.hostname ?? '';
	if (scheme === 'http' && !(allowLoopbackHttp && isLoopback(host))) return [unsupported];
	if (!url) return ['Address is invalid'];
	// The text is Shopify's as seen in public threads, not recorded here.
	const internal = (isLoopback(host) && !allowLoopbackHttp) || /\.myshopify\.com$/i.test(host);
	return internal ? ['Address cannot be a Shopify or an internal domain'] : [];
}

/** Every word of a filter needs a field `[recorded]`. A field that no payload has is never met. */
function namesFields(query: Query): boolean {
	if (query.kind === 'term') return query.field !== null;
	return query.kind === 'not' ? namesFields(query.part) : query.parts.every(namesFields);
}

/** Refuses what Shopify refuses of a subscription as it would be. */
function problemsOf(world: World, wanted: WebhookSubscription): SubscriptionProblem[] {
	const { allowLoopbackHttp } = world.settings.webhooks;
	const field = ['webhookSubscription', 'callbackUrl'];
	const messages = addressProblems(wanted.uri, allowLoopbackHttp);
	const others = [...world.state.webhooks.subscriptions.values()].filter(
		(one) => one.id !== wanted.id,
	);
	// Recorded is the text; that the same address is fine under another filter is an inference.
	const taken = others.some(
		(one) =>
			one.topic === wanted.topic &&
			one.uri === wanted.uri &&
			(one.filter ?? '') === (wanted.filter ?? ''),
	);
	if (taken) messages.push('Address for this topic has already been taken');
	const problems = messages.map((message) => ({ field, message }));
	const query = parseQuery(wanted.filter ?? '');
	if (query && !namesFields(query)) {
		const rule = 'please ensure you specify the field(s) you wish to filter on.';
		problems.push({
			field: field.slice(0, 1),
			message: `The specified filter is invalid, ${rule}`,
		});
	}
	return [...problems, ...nameProblems(wanted, others)];
}

/** The rules are documented, the texts are not recorded. */
function nameProblems(
	{ name }: WebhookSubscription,
	others: readonly WebhookSubscription[],
): SubscriptionProblem[] {
	if (name === null) return [];
	const field = ['webhookSubscription', 'name'];
	if (!/^[\w-]+$/.test(name)) return [{ field, message: 'Name is invalid' }];
	const taken = others.some((one) => one.name === name);
	return taken ? [{ field, message: 'Name has already been taken' }] : [];
}

function checkModelled(input: SubscriptionInput): void {
	if (input.format === 'XML') throw notModelled('webhooks in XML');
	if (input.metafields?.length) throw notModelled('metafields in webhooks');
}

/**
 * Subscribes. Repeated, it is refused: the address is taken then.
 *
 * @param scopes what the app may do
 */
export function createSubscription(
	world: World,
	topic: string,
	input: SubscriptionInput,
	scopes: ReadonlySet<string>,
): SubscriptionOutcome {
	checkModelled(input);
	// The text is Shopify's as reported for topics that an app may not have, the field is a guess.
	if (!maySubscribe(topic, scopes)) {
		const message = 'You cannot create a webhook subscription with the specified topic';
		return refused([{ field: ['topic'], message }]);
	}
	const now = world.now();
	const wanted = {
		topic,
		uri: input.uri ?? input.callbackUrl ?? '',
		format: 'JSON',
		includeFields: input.includeFields ?? [],
		metafieldNamespaces: input.metafieldNamespaces ?? [],
		filter: input.filter ?? null,
		name: input.name ?? null,
		createdAt: now,
		updatedAt: now,
	} as const;
	const problems = problemsOf(world, { ...wanted, id: '', legacyId: 0 });
	if (problems.length > 0) return refused(problems);
	const legacyId = world.nextId('WebhookSubscription');
	const made = { ...wanted, id: gid('WebhookSubscription', legacyId), legacyId };
	world.state.webhooks.subscriptions.set(made.id, made);
	return { webhookSubscription: made, userErrors: [] };
}

/** Changes what the input names of a subscription; the rest stays. */
export function updateSubscription(
	world: World,
	id: string,
	input: SubscriptionInput,
): SubscriptionOutcome {
	checkModelled(input);
	const found = world.state.webhooks.subscriptions.get(id);
	if (!found) return refused([UNKNOWN]);
	const changes = {
		uri: input.uri ?? input.callbackUrl ?? found.uri,
		includeFields: input.includeFields ?? found.includeFields,
		metafieldNamespaces: input.metafieldNamespaces ?? found.metafieldNamespaces,
		filter: input.filter === undefined ? found.filter : input.filter,
		name: input.name === undefined ? found.name : input.name,
	};
	const problems = problemsOf(world, { ...found, ...changes });
	if (problems.length > 0) return refused(problems);
	Object.assign(found, changes, { updatedAt: world.now() });
	return { webhookSubscription: found, userErrors: [] };
}

/** Ends a subscription. What waits to be tried again is dropped (an inference). */
export function deleteSubscription(
	world: World,
	id: string,
): {
	readonly deletedWebhookSubscriptionId: string | null;
	readonly userErrors: readonly SubscriptionProblem[];
} {
	if (!world.webhooks.remove(id)) {
		return { deletedWebhookSubscriptionId: null, userErrors: [UNKNOWN] };
	}
	return { deletedWebhookSubscriptionId: id, userErrors: [] };
}
