import { createHmac } from 'node:crypto';
import type { DemoShop, DemoShopOptions, Topic } from './index';
import { ask, openShop } from './testShop';
import type { WebhookFetch } from './webhookOptions';

/** A delivery as it arrived. */
export interface Arrival {
	readonly uri: string;
	readonly topic: string;
	/** Names in small letters. */
	readonly headers: Readonly<Record<string, string>>;
	readonly text: string;
	readonly body: Readonly<Record<string, unknown>>;
	/** Whether the shop's own secret signed it. */
	readonly genuine: boolean;
}

/** Answers 200 until a test has it otherwise, and keeps what came. */
export class Receiver {
	readonly arrivals: Arrival[] = [];
	/** Status of the answer; an error breaks the connection. */
	answer: (arrival: Arrival) => number | Promise<number> = () => 200;
	secret = '';

	readonly fetch: WebhookFetch = async (uri, { headers, body }) => {
		const small = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
		const named = Object.fromEntries(small) as Record<string, string>;
		const signature = createHmac('sha256', this.secret).update(body).digest('base64');
		const arrival = {
			uri,
			topic: named['x-shopify-topic'] ?? '',
			headers: named,
			text: body,
			body: JSON.parse(body) as Arrival['body'],
			genuine: named['x-shopify-hmac-sha256'] === signature,
		};
		this.arrivals.push(arrival);
		return { status: await this.answer(arrival) };
	};

	/** Topics in the order of arrival. */
	get topics(): readonly string[] {
		return this.arrivals.map(({ topic }) => topic);
	}
}

export const URI = 'https://hooks.example.com/shop';

/** A shop whose webhooks go to a receiver; its clock stands until the test moves it. */
export function openHookedShop(options: DemoShopOptions = {}) {
	const receiver = new Receiver();
	const webhooks = { fetch: receiver.fetch, ...options.webhooks };
	const { shop, time } = openShop({ ...options, webhooks });
	receiver.secret = shop.settings.clientSecret;
	return { shop, time, receiver };
}

/** A payload of one of the three mutations. */
export interface SubscriptionPayload {
	readonly webhookSubscription?: Readonly<Record<string, unknown>> | null;
	readonly deletedWebhookSubscriptionId?: string | null;
	readonly userErrors: readonly { readonly field: readonly string[]; readonly message: string }[];
}

const FIELDS = `webhookSubscription { id topic uri format filter includeFields metafieldNamespaces name
	createdAt updatedAt apiVersion { handle } } userErrors { field message }`;

const MUTATIONS = {
	webhookSubscriptionCreate: `mutation Subscribe($topic: WebhookSubscriptionTopic!, $input: WebhookSubscriptionInput!) {
		webhookSubscriptionCreate(topic: $topic, webhookSubscription: $input) { ${FIELDS} }
	}`,
	webhookSubscriptionUpdate: `mutation Change($id: ID!, $input: WebhookSubscriptionInput!) {
		webhookSubscriptionUpdate(id: $id, webhookSubscription: $input) { ${FIELDS} }
	}`,
	webhookSubscriptionDelete: `mutation End($id: ID!) {
		webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId userErrors { field message } }
	}`,
} as const;

/** Sends one of the three mutations. */
export async function changeSubscription(
	shop: DemoShop,
	name: keyof typeof MUTATIONS,
	variables: Readonly<Record<string, unknown>>,
): Promise<SubscriptionPayload> {
	const answer = await ask(shop, MUTATIONS[name], variables);
	const data = answer.data as Readonly<Record<string, SubscriptionPayload>> | null | undefined;
	const payload = data?.[name];
	if (!payload) throw new Error(answer.text);
	return payload;
}

/** Subscribes and gives the GID; throws what is refused. */
export async function subscribe(
	shop: DemoShop,
	topic: Topic,
	input: Readonly<Record<string, unknown>> = {},
): Promise<string> {
	const variables = { topic, input: { uri: URI, ...input } };
	const made = await changeSubscription(shop, 'webhookSubscriptionCreate', variables);
	const [refused] = made.userErrors;
	if (refused) throw new Error(refused.message);
	return made.webhookSubscription?.['id'] as string;
}

/** Texts of the user errors, each with its field before it. */
export const refusals = ({ userErrors }: SubscriptionPayload): string[] =>
	userErrors.map(({ field, message }) => `${field.join('.')}: ${message}`);
