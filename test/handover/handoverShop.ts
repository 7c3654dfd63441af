import type { ChangeEvent } from '../../nodes/domain/changeEvents';
import type { HandoverRules } from '../../nodes/domain/assessment';
import type { Filters } from '../../nodes/domain/filters';
import type { Offer } from '../../nodes/domain/handoverRecord';
import { readRecord } from '../../nodes/domain/handoverRecord';
import type { ConfirmAnswer } from '../../nodes/handover/confirmHandovers';
import { confirmHandovers } from '../../nodes/handover/confirmHandovers';
import type { DescribedFulfillmentOrder } from '../../nodes/handover/describeOrders';
import { findFulfillmentOrders } from '../../nodes/handover/findOrders';
import type { PollResult, PollSettings } from '../../nodes/handover/pollOrders';
import { pollOrders } from '../../nodes/handover/pollOrders';
import type { PollState } from '../../nodes/handover/pollState';
import { NO_STATE, readPollState } from '../../nodes/handover/pollState';
import type { Fetch, ShopifyClient } from '../../nodes/shopify/client';
import { createShopifyClient } from '../../nodes/shopify/client';
import { parseShop } from '../../nodes/shopify/shopDomain';
import { fetchOf } from '../bench/shopClient';
import { defaultFilters } from '../domain/builders';
import type { DemoShop, DemoShopOptions, FulfillmentOrder, Order } from '../shop';
import { ALL_SCOPES, createDemoShop } from '../shop';

const START_MS = Date.parse('2026-09-14T08:00:00Z');
const MINUTE_MS = 60_000;

/** An app that may not write on orders. */
export const WITHOUT_WRITE_ORDERS: DemoShopOptions = {
	accessScopes: ALL_SCOPES.filter((scope) => scope !== 'write_orders'),
};

const FILTERS = defaultFilters();

/** An item as far as the tests look at it. */
export interface Item {
	readonly event: string;
	readonly orderId: string;
	readonly orderName: string;
	readonly orderNumber: string;
	readonly lines: readonly { readonly quantity: number }[];
	readonly handover: { readonly key: string; readonly attempt: number };
}

/** What differs from the usual trigger; a budget in ms stands for n8n's limit of a poll. */
export interface PollChanges {
	readonly filters?: Partial<Filters>;
	readonly confirmsWhenEmitted?: boolean;
	readonly events?: readonly ChangeEvent[];
	readonly handsOverReopened?: boolean;
	readonly ordersPerPoll?: number;
	readonly firstBatchLimit?: number;
	readonly budgetMs?: number;
}

/** A request of GraphQL, and an answer to it that a test may change. */
export interface Request {
	readonly query: string;
	readonly variables: Readonly<Record<string, unknown>>;
}
type Change = (body: GraphQlBody, request: Request) => void;

/** The body of an answer, as far as tests change it. */
export interface GraphQlBody {
	data: { nodes?: (NodeBody | null)[] };
}
interface NodeBody {
	order?: { risk: unknown };
	risk?: unknown;
}

/** The demo shop with the work of both nodes on it, without n8n. Time stands still until it is moved. */
export class HandoverShop {
	readonly shop: DemoShop;
	/** What the trigger remembers. Replaced by each poll that succeeds. */
	state: PollState = NO_STATE;
	readonly warnings: string[] = [];
	nowMs = START_MS;
	/** What each request takes, in ms. */
	latencyMs = 0;
	/** Answers a request instead of the shop, if it answers anything. */
	answerInstead: (request: Request) => object | undefined = () => undefined;
	/** Something that happens just before a request arrives. */
	beforeRequest: (request: Request) => Promise<void> = () => Promise.resolve();
	/** Changes the shop's answers to what its schema forbids. */
	changeAnswer: Change | undefined;

	private runs = 0;

	constructor(options: DemoShopOptions = {}) {
		this.shop = createDemoShop({ throttle: false, clock: () => this.nowMs, ...options });
	}

	client(deadline = Infinity): ShopifyClient {
		return createShopifyClient({
			shop: parseShop(this.shop.state.domain),
			apiVersion: '2026-07',
			fetch: this.fetch,
			now: () => this.nowMs,
			deadline,
			wait: (ms) => {
				this.nowMs += ms;
				return Promise.resolve();
			},
			random: () => 0.5,
		});
	}

	/** Polls and keeps what is to be remembered. */
	async poll(changes: PollChanges = {}): Promise<Omit<PollResult, 'items'> & { items: Item[] }> {
		const { budgetMs = Infinity } = changes;
		const end = this.nowMs + budgetMs;
		const silent = (): void => undefined;
		const context = {
			client: this.client(end),
			timeLeftMs: () => (budgetMs === Infinity ? 60 * MINUTE_MS : end - this.nowMs),
			log: { info: silent, debug: silent, warn: (text: string) => this.warnings.push(text) },
		};
		const result = await pollOrders(context, this.settings(changes), this.state);
		this.state = readPollState(JSON.parse(JSON.stringify(result.state)));
		return { ...result, items: result.items as unknown as Item[] };
	}

	async confirm(items: readonly Item[]): Promise<readonly (ConfirmAnswer | Error)[]> {
		const requests = items.map(({ orderId, orderNumber, handover }) => ({
			orderId,
			orderNumber,
			key: handover.key,
			attempt: handover.attempt,
		}));
		return await confirmHandovers(this.client(), requests, this.newRun());
	}

	/** What Get Many shows of fulfillment orders. */
	async get(
		ids: readonly string[],
		options: { readonly newKey?: boolean } = {},
	): Promise<readonly (Omit<DescribedFulfillmentOrder, 'item'> & { item: Item })[]> {
		const { rules, item } = this.settings({});
		const { newKey = false } = options;
		const found = await findFulfillmentOrders(
			this.client(),
			{ by: 'ids', ids },
			{ rules, item, newKey },
		);
		return found.map((one) => ({ ...one, item: one.item as unknown as Item }));
	}

	placeMugs(quantity = 1, tags: readonly string[] = []): Order {
		return this.shop.placeOrder({ lines: [{ sku: 'MUG', quantity }], tags });
	}

	/** Orders of one mug, oldest first. */
	placeMany(count: number, tags: readonly string[] = []): readonly Order[] {
		return Array.from({ length: count }, () => this.placeMugs(1, tags));
	}

	/** Ships some units of the first line of a fulfillment order, or all units. */
	ship(fulfillmentOrder: FulfillmentOrder, quantity?: number): ReturnType<DemoShop['ship']> {
		const id = fulfillmentOrder.lines[0]?.id ?? '';
		return this.shop.ship(
			fulfillmentOrder.id,
			quantity === undefined ? {} : { units: [{ id, quantity }] },
		);
	}

	wait(minutes: number): void {
		this.nowMs += minutes * MINUTE_MS;
	}

	/** What is recorded on an order. */
	offersOf(order: Order): readonly Offer[] {
		const [metafield] = [...order.metafields.values()];
		return readRecord(metafield?.value).offers;
	}

	private newRun(): string {
		this.runs += 1;
		return `run-${this.runs}`;
	}

	private settings(changes: PollChanges): PollSettings {
		const { filters, confirmsWhenEmitted = false } = changes;
		const { events = [], handsOverReopened = false } = changes;
		const rules: Omit<HandoverRules, 'nowMs'> = {
			filters: { ...FILTERS, ...filters },
			confirmsWhenEmitted,
			offerAgainAfterMinutes: 60,
			events: new Set(events),
			repeatsChanges: false,
			handsOverReopened,
			run: this.newRun(),
		};
		return {
			rules,
			item: {
				shop: this.shop.state.domain,
				numberStyle: { alwaysAppend: false, withoutHash: false, prefix: '' },
				manual: false,
				raw: false,
			},
			ordersPerPoll: changes.ordersPerPoll ?? 500,
			firstBatchLimit: changes.firstBatchLimit ?? 0,
			confirmNodeFollows: true,
		};
	}

	private readonly fetch: Fetch = async (url, init) => {
		this.nowMs += this.latencyMs;
		const request = JSON.parse(init.body) as Request;
		await this.beforeRequest(request);
		const instead = this.answerInstead(request);
		if (instead) return jsonResponse(instead);
		const answer = await fetchOf(this.shop, this.shop.settings.accessToken)(url, init);
		if (!this.changeAnswer) return answer;
		const body = (await answer.json()) as GraphQlBody;
		this.changeAnswer(body, request);
		return jsonResponse(body, answer.headers);
	};
}

function jsonResponse(body: object, headers?: Headers): Response {
	const type = { 'content-type': 'application/json; charset=utf-8' };
	return new Response(JSON.stringify(body), { status: 200, headers: headers ?? type });
}

/** The fulfillment order of an order, the first one unless said otherwise. */
export function fulfillmentOrderOf(order: Order, index = 0): FulfillmentOrder {
	const found = order.fulfillmentOrders[index];
	if (!found) throw new Error(`Order ${order.name} has no fulfillment order ${index}`);
	return found;
}

/** Order names of items, oldest first. */
export const namesOf = (items: readonly Item[]): readonly string[] =>
	items.map(({ orderName }) => orderName);

/** Units of the lines of an item. */
export const quantitiesOf = (item: Item | undefined): readonly number[] =>
	item?.lines.map(({ quantity }) => quantity) ?? [];

/**
 * Shopify's refusal to keep the record of one order, together with all others of the same call: it
 * writes all or none (Admin API 2026-07, `metafieldsSet`).
 */
export function refuseRecordOf({ id }: Order): HandoverShop['answerInstead'] {
	return ({ variables }) => {
		const metafields = (variables['metafields'] ?? []) as readonly { readonly ownerId: string }[];
		const index = metafields.findIndex(({ ownerId }) => ownerId === id);
		if (index === -1) return undefined;
		const field = ['metafields', String(index), 'value'];
		const error = { field, message: 'Value is too long.', code: 'TOO_LONG', elementIndex: null };
		return { data: { metafieldsSet: { metafields: [], userErrors: [error] } } };
	};
}
