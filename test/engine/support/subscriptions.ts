import nock from 'nock';
import { answerWithNock } from '../../shop';
import type { DemoShop, ShopResponse, Topic } from '../../shop';
import { subscribe } from '../../shop/testWebhooks';

/** The app's webhook subscriptions in a shop, and what a test changes about them. */
export class Subscriptions {
	/** What the shop calls itself, if it is not what the credential calls it. */
	domain: string | undefined;
	/** Topics that are refused, with the shop's words. */
	readonly refused = new Map<string, string>();
	private readonly shop: DemoShop;

	constructor(shop: DemoShop) {
		this.shop = shop;
		nock.cleanAll();
		const handle = async (
			...request: Parameters<typeof shop.handle>
		): Promise<ShopResponse | 'dropped'> => {
			const data = this.refusal(request[0].body);
			if (data) return { status: 200, headers: JSON_HEADERS, body: JSON.stringify({ data }) };
			const answer = await shop.handle(...request);
			if (answer === 'dropped' || this.domain === undefined) return answer;
			return { ...answer, body: answer.body.replace(shop.settings.domain, this.domain) };
		};
		answerWithNock({ ...shop, handle }, nock);
	}

	/** Addresses of all subscriptions, in the order in which they were made. */
	get addresses(): readonly string[] {
		return this.shop.webhooks.subscriptions.map(({ uri }) => uri);
	}

	/** Topics that the node has asked for, in order. */
	get asked(): readonly unknown[] {
		const made = this.shop.log.filter(
			({ operationName }) => operationName === 'CreateWebhookSubscription',
		);
		return made.map(({ variables }) => variables['topic']);
	}

	/** Topics that are delivered to an address, in order. */
	topicsOf(address: string): readonly string[] {
		return this.shop.webhooks.subscriptions
			.filter(({ uri }) => uri === address)
			.map(({ topic }) => topic);
	}

	/** A subscription that is there already. */
	async add(topic: string, uri: string): Promise<void> {
		await subscribe(this.shop, topic as Topic, { uri });
	}

	private refusal(body: string): object | undefined {
		if (!body.includes('mutation CreateWebhookSubscription')) return undefined;
		const { variables } = JSON.parse(body) as { variables: { topic: string } };
		const message = this.refused.get(variables.topic);
		if (message === undefined) return undefined;
		const userErrors = [{ field: ['webhookSubscription', 'callbackUrl'], message }];
		return { webhookSubscriptionCreate: { webhookSubscription: null, userErrors } };
	}
}

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };
