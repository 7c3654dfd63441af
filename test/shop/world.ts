import type { BulkOperations } from './bulk';
import type { CallsUnderWay } from './idempotency';
import type { Settings } from './options';
import type { FulfillmentOrder, Order, ShopState } from './state';
import type { Webhooks } from './webhooks';

/** What happened in the shop, for listeners such as the event stream of the HTTP process. */
export type ShopEvent =
	| { readonly type: 'orderPlaced'; readonly order: Order }
	| { readonly type: 'fulfillmentOrderStatus'; readonly fulfillmentOrder: FulfillmentOrder };

/** The state together with what changing it needs: the clock, new ids, settings, listeners. */
export interface World {
	readonly state: ShopState;
	readonly settings: Settings;
	readonly bulk: BulkOperations;
	readonly webhooks: Webhooks;
	/** Calls under an idempotency key that have arrived and are not done yet. */
	readonly callsUnderWay: CallsUnderWay;
	/** Now, in milliseconds, cut to the second as Shopify's times are. */
	now(): number;
	/** A new numeric id of the given kind; ids of one kind ascend. */
	nextId(kind: string): number;
	emit(event: ShopEvent): void;
	/** Has what is due then done then, by the shop's clock and even without a request. */
	wakeAt(due: number): void;
	/** Tells that anything at all may be different now. */
	changed(): void;
}

// First ids of each kind. They have the size that Shopify's have in 2026 (13 digits for orders and
// FOs, 14 for lines), so code that puts them through a float or a short column is found out.
const FIRST_IDS: Readonly<Record<string, number>> = {
	Order: 6_218_340_106_418,
	LineItem: 15_884_207_310_002,
	FulfillmentOrder: 7_104_552_839_346,
	FulfillmentOrderLineItem: 15_020_871_164_594,
	Fulfillment: 5_690_118_725_810,
	Location: 92_415_066_290,
	Metafield: 41_276_905_841_842,
	ProductVariant: 47_802_364_199_090,
	Product: 9_004_771_238_066,
	Customer: 8_330_954_801_330,
};

/**
 * Makes the id counter. Steps are 32768 and odd multiples of it, as Shopify's mostly are.
 *
 * @param next the next id of each kind that was in use before; is kept up to date
 */
export function createIds(next = new Map<string, number>()): (kind: string) => number {
	return (kind) => {
		const id = next.get(kind) ?? FIRST_IDS[kind] ?? 310_447_196_338;
		next.set(kind, id + 32_768);
		return id;
	};
}

/** `gid('Order', 6218340106418)` → `gid://shopify/Order/6218340106418`. */
export function gid(kind: string, id: number): string {
	return `gid://shopify/${kind}/${String(id)}`;
}

/** The type and the number of a GID, or `undefined` when the text is not one. */
export function parseGid(text: string): { kind: string; id: string } | undefined {
	const match = /^gid:\/\/shopify\/([A-Za-z]+)\/([^?]+)/.exec(text);
	return match?.[1] && match[2] ? { kind: match[1], id: match[2] } : undefined;
}

/** Milliseconds → `2026-07-10T12:21:55Z`, the form of all times in Shopify's answers. */
export function formatTime(ms: number): string {
	return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** Sets an FO's status and tells the listeners when it changed. */
export function setStatus(
	world: World,
	fulfillmentOrder: FulfillmentOrder,
	status: FulfillmentOrder['status'],
): void {
	if (fulfillmentOrder.status === status) return;
	fulfillmentOrder.status = status;
	world.emit({ type: 'fulfillmentOrderStatus', fulfillmentOrder });
}

/**
 * An action that Shopify refuses with user errors. Thrown by the actions of the shop; a mutation
 * turns it into its payload, a test that acts as staff sees it as an ordinary error.
 */
export class Refusal extends Error {
	readonly field: readonly string[] | null;
	readonly code: string | null;

	constructor(field: readonly string[] | null, message: string, code: string | null = null) {
		super(message);
		this.name = 'Refusal';
		this.field = field;
		this.code = code;
	}
}

/** The id in the request names nothing: `RESOURCE_NOT_FOUND` at the top level of the answer. */
export class InvalidId extends Error {
	constructor(id: string) {
		super(`Invalid id: ${id}`);
		this.name = 'InvalidId';
	}
}
