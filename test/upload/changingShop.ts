import type { FulfillmentOperation } from '../../nodes/ShopifyFulfillmentUpload/fulfillmentOperations';
import { fulfillmentOperations } from '../../nodes/ShopifyFulfillmentUpload/fulfillmentOperations';
import type { ShopifyClient } from '../../nodes/shopify/client';
import { createShopifyClient } from '../../nodes/shopify/client';
import { parseShop } from '../../nodes/shopify/shopDomain';
import { fetchOf } from '../bench/shopClient';
import type { DemoShop, DemoShopOptions, Fulfillment, Order } from '../shop';
import { createDemoShop } from '../shop';
import { VirtualTime } from '../virtual/virtualTime';

/** What the node's parameters hold for one item. */
export type Fields = Readonly<Record<string, unknown>>;

/** An answer to one item, as far as tests look at it. */
export interface Answer {
	readonly output: string;
	readonly json: Readonly<Record<string, unknown>>;
}

/** A demo shop with an order of six units, and the operations on its fulfillments, without n8n. */
export class ChangingShop {
	readonly time = new VirtualTime();
	readonly shop: DemoShop;
	/** #1001: four stoneware mugs and two tea towels. */
	readonly order: Order;

	constructor(options: DemoShopOptions = {}) {
		this.shop = createDemoShop({ clock: () => this.time.nowMs, throttle: false, ...options });
		this.order = this.shop.placeOrder({
			lines: [
				{ sku: 'MUG-STN-350', quantity: 4 },
				{ sku: 'TOWEL-LIN-BL', quantity: 2 },
			],
		});
	}

	/** Ships some mugs of the order. */
	ship(quantity: number, trackingNumber?: string, trackingCompany?: string): Fulfillment {
		const fulfillmentOrder = this.order.fulfillmentOrders.find(({ status }) => status !== 'CLOSED');
		const id = fulfillmentOrder?.lines[0]?.id ?? '';
		return this.shop.ship(fulfillmentOrder?.id ?? '', {
			units: [{ id, quantity }],
			...(trackingNumber !== undefined && { trackingNumber }),
			...(trackingCompany !== undefined && { trackingCompany }),
		});
	}

	/** The answers of an operation to one item. */
	async all(operation: string, fields: Fields, signal?: AbortSignal): Promise<readonly Answer[]> {
		const work = this.operation(operation, signal);
		const outputs = await work(this.client(), (name) => fields[name] ?? null, 0);
		return outputs.map(({ output, json }) => ({ output, json: json as Answer['json'] }));
	}

	/** The only answer of an operation to one item. */
	async run(operation: string, fields: Fields, signal?: AbortSignal): Promise<Answer> {
		const [answer, ...others] = await this.all(operation, fields, signal);
		if (!answer || others.length > 0) throw new Error(`${operation} did not give one answer`);
		return answer;
	}

	/** How often an operation of GraphQL reached the shop. */
	count(operationName: string): number {
		return this.shop.log.filter((entry) => entry.operationName === operationName).length;
	}

	private operation(name: string, signal?: AbortSignal): FulfillmentOperation {
		const work = fulfillmentOperations(this.time.wait, signal)[name];
		if (!work) throw new Error(`There is no operation ${name}`);
		return work;
	}

	private client(): ShopifyClient {
		return createShopifyClient({
			shop: parseShop(this.shop.state.domain),
			apiVersion: '2026-07',
			fetch: fetchOf(this.shop, this.shop.settings.accessToken),
			now: () => this.time.nowMs,
			wait: this.time.wait,
			random: () => 0.5,
		});
	}
}

/** The tracking of a fulfillment in the shop: `DPD 15501234567890 https://…`. */
export const trackingOf = ({ tracking }: Fulfillment): readonly string[] =>
	tracking.map(({ company, number, url }) =>
		[company, number, url].map((part) => part ?? '-').join(' '),
	);

/** The events of a fulfillment in the shop: `IN_TRANSIT 2026-11-20T10:00:00Z`. */
export const eventsOf = ({ events }: Fulfillment): readonly string[] =>
	events.map(
		({ status, happenedAt }) =>
			`${status} ${new Date(happenedAt).toISOString().replace('.000Z', 'Z')}`,
	);
