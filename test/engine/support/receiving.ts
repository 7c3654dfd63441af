import type { IDataObject } from 'n8n-workflow';
import type { DemoShop, Order, WebhookFetch } from '../../shop';
import type { Engine, Ran } from './engine';
import type { ScenarioOptions } from './scenario';
import { accessToken, Scenario, TRIGGER } from './scenario';
import { Subscriptions } from './subscriptions';
import type { Delivered, Delivery, Hooked, HookName, WebhookOptions } from './webhooks';
import { callHook, callWebhook, delivery } from './webhooks';

/** A scenario whose trigger receives by webhook. */
export class Receiving extends Scenario {
	readonly subscriptions: Subscriptions;
	/** Whether what the shop sends by itself reaches n8n; otherwise only what a test delivers does. */
	isLive = false;
	/** What executions gave out that the shop's own deliveries have started. */
	readonly emitted: IDataObject[] = [];
	/** How many executions they have started. */
	executions = 0;
	private readonly underWay: Promise<void>[] = [];

	constructor(engine: Engine, options: ScenarioOptions = {}) {
		const self: { receiving?: Receiving } = {};
		const fetch: WebhookFetch = async (_uri, { headers, body }) => {
			return { status: (await self.receiving?.take(headers, body)) ?? 200 };
		};
		super(engine, {
			credential: (shop: DemoShop) => ({
				...accessToken(shop),
				appSecret: shop.settings.clientSecret,
			}),
			...options,
			shop: { ...options.shop, webhooks: { fetch, ...options.shop?.webhooks } },
			trigger: { receiveBy: 'webhooks', ...options.trigger },
		});
		self.receiving = this;
		this.subscriptions = new Subscriptions(this.shop);
	}

	/** Waits until the shop has delivered all, and all executions have ended. */
	async settle(): Promise<void> {
		await this.shop.webhooks.idle();
		for (const one of this.underWay) await one;
	}

	/** Where n8n is called, and where in a test. */
	get address(): string {
		const path = `${this.workflow.id}/${encodeURIComponent(TRIGGER.toLowerCase())}/webhook`;
		return `https://n8n.example.com/webhook/${path}`;
	}

	get testAddress(): string {
		return this.address.replace('/webhook/', '/webhook-test/');
	}

	async hook(name: HookName, options: WebhookOptions = {}): Promise<Hooked> {
		return await callHook(this.engine.parts(this.workflow, TRIGGER), name, options);
	}

	/** As n8n publishes: looks whether everything is there, and makes it if not. */
	async publish(options: WebhookOptions = {}): Promise<boolean> {
		const { answer } = await this.hook('checkExists', options);
		if (!answer) await this.hook('create', options);
		return answer;
	}

	/** A request to n8n's webhook address. */
	async deliver(given: Delivery, options: WebhookOptions = {}): Promise<Delivered> {
		return await callWebhook(this.engine.parts(this.workflow, TRIGGER), given, options);
	}

	/** What Shopify sends of an order or a fulfillment order. */
	told(topic: string, body: object | string): Delivery {
		const { domain, clientSecret } = this.shop.settings;
		return delivery(topic, body, { shop: domain, secret: clientSecret });
	}

	/** A delivery and the execution that it starts. */
	async receive(topic: string, body: object): Promise<readonly IDataObject[]> {
		const { items } = await this.deliver(this.told(topic, body));
		if (items === null) throw new Error(`${topic} started no execution`);
		return await this.execute(items);
	}

	/** The trigger's part of an execution that a webhook has started: what it gives out. */
	async execute(items: readonly IDataObject[]): Promise<readonly IDataObject[]> {
		const ran = await this.run(items);
		if (ran.error) throw ran.error;
		return ran.output(TRIGGER).flat();
	}

	/** As n8n's server: it answers once the execution is stored, which then goes on by itself. */
	private async take(headers: Readonly<Record<string, string>>, body: string): Promise<number> {
		if (!this.isLive) return 200;
		const small = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
		const given = {
			headers: Object.fromEntries(small) as Delivery['headers'],
			body: Buffer.from(body),
		};
		const { status, items } = await this.deliver(given);
		if (items === null) return status;
		this.executions += 1;
		const work = this.execute(items).then((found) => {
			this.emitted.push(...found);
		});
		this.underWay.push(work);
		return status;
	}

	async run(items: readonly IDataObject[], mode: 'webhook' | 'manual' = 'webhook'): Promise<Ran> {
		// Nothing behind it runs; it still sees what stands there.
		const behind = this.workflow.connectionsBySourceNode[TRIGGER]?.['main'];
		if (behind?.length === 1) behind.unshift([]);
		return await this.engine.run(this.workflow, TRIGGER, items, mode);
	}
}

/** The body of a webhook about an order. */
export function orderBody({ id, legacyId }: Order): object {
	return { id: legacyId, admin_graphql_api_id: id, email: 'maeve@example.com' };
}

/** The bodies of all topics about one order, as Shopify sends them when much happens at once. */
export function everyTopic(order: Order): readonly (readonly [topic: string, body: object])[] {
	const [one] = order.fulfillmentOrders;
	const fulfillmentOrder = { fulfillment_order: { id: one?.id, status: 'open' } };
	return [
		['orders/create', orderBody(order)],
		['orders/paid', orderBody(order)],
		['orders/updated', orderBody(order)],
		['orders/edited', { order_edit: { id: 5, order_id: order.legacyId } }],
		['orders/risk_assessment_changed', { order_id: order.legacyId, risk_level: 'low' }],
		['refunds/create', { id: 6, order_id: order.legacyId }],
		['fulfillment_orders/order_routing_complete', fulfillmentOrder],
		['fulfillment_orders/hold_released', fulfillmentOrder],
		[
			'fulfillment_orders/moved',
			{ original_fulfillment_order: { id: one?.id }, moved_fulfillment_order: { id: one?.id } },
		],
	];
}
