import nock from 'nock';
import { answerWithNock } from '../../shop';
import type { DemoShop, ShopResponse } from '../../shop';

/** A subscription as the shop keeps it. */
interface Kept {
	readonly id: string;
	readonly topic: string;
	readonly uri: string;
}

/**
 * The app's webhook subscriptions in a shop, answered in Shopify's words (recorded on Admin API 2026-04);
 * everything else is answered by the demo shop.
 */
export class Subscriptions {
	kept: Kept[] = [];
	/** What the shop calls itself. */
	domain: string;
	/** Topics that are refused, with Shopify's words. */
	readonly refused = new Map<string, string>();
	/** Operations in the order in which they came, with their topics. */
	readonly log: string[] = [];
	private lastId = 0;

	constructor(shop: DemoShop) {
		this.domain = shop.settings.domain;
		nock.cleanAll();
		const handle = async (
			...request: Parameters<typeof shop.handle>
		): Promise<ShopResponse | 'dropped'> => {
			const answer = await shop.handle(...request);
			const data = this.answer(request[0].body);
			if (data === undefined || answer === 'dropped' || answer.status !== 200) return answer;
			return { ...answer, body: JSON.stringify({ data }) };
		};
		answerWithNock({ ...shop, handle }, nock);
	}

	/** Topics that are delivered to an address, in order. */
	topicsOf(uri: string): readonly string[] {
		return this.kept.filter((one) => one.uri === uri).map(({ topic }) => topic);
	}

	add(topic: string, uri: string): void {
		this.lastId += 1;
		this.kept.push({ id: `gid://shopify/WebhookSubscription/${this.lastId}`, topic, uri });
	}

	private answer(body: string): object | undefined {
		if (!body.includes('webhookSubscription')) return undefined;
		const { query, variables } = JSON.parse(body) as {
			query: string;
			variables: { topic: string; uri: string; id: string };
		};
		if (query.includes('query ReadWebhookSubscriptions')) {
			const pageInfo = { hasNextPage: false, endCursor: null };
			const webhookSubscriptions = { pageInfo, nodes: this.kept };
			return { shop: { myshopifyDomain: this.domain }, webhookSubscriptions };
		}
		if (query.includes('mutation CreateWebhookSubscription')) return this.create(variables);
		return this.remove(variables.id);
	}

	private create({ topic, uri }: { topic: string; uri: string }): object {
		this.log.push(`create ${topic}`);
		const isTaken = this.kept.some((one) => one.topic === topic && one.uri === uri);
		const message =
			this.refused.get(topic) ??
			(isTaken ? 'Address for this topic has already been taken' : undefined);
		if (message === undefined) this.add(topic, uri);
		const field = ['webhookSubscription', 'callbackUrl'];
		const userErrors = message === undefined ? [] : [{ field, message }];
		return { webhookSubscriptionCreate: { webhookSubscription: null, userErrors } };
	}

	private remove(id: string): object {
		this.log.push('delete');
		const isThere = this.kept.some((one) => one.id === id);
		this.kept = this.kept.filter((one) => one.id !== id);
		const userErrors = isThere
			? []
			: [{ field: ['id'], message: 'Webhook subscription does not exist' }];
		return { webhookSubscriptionDelete: { deletedWebhookSubscriptionId: id, userErrors } };
	}
}
