import type { StoredRecord } from '../domain/handoverRecord';
import type { FulfillmentOrderState, FulfillmentState, OrderState, Units } from '../domain/order';
import type { Answer, ShopifyClient } from './client';
import { allNodes, allUnitLines, NEXT_PAGE_SIZE } from './connections';
import { failureIn, ShopifyError } from './failure';
import { toStoredRecord } from './fulfillmentOrderScan';
import type { ReadOrderStatesQuery } from './generated/admin.generated';
import { legacyId } from './gid';
import {
	READ_MORE_FULFILLED_LINES,
	READ_MORE_FULFILLMENT_ORDERS,
	READ_ORDER_STATES,
} from './operations/readOrderStates';
import { toFulfillmentOrderState, toOrderHead } from './orderMapping';

/** An order with what is recorded of its handover. */
export interface RecordedOrder {
	readonly order: OrderState;
	/** Undefined if the record cannot be read: then the order must be left alone. */
	readonly stored: StoredRecord | undefined;
	/** Shopify's own time when it answered. */
	readonly shopTime: string;
}

/** Orders of one request; `nodes(ids:)` takes at most 250 and costs the same for one and for all. */
export const ORDERS_PER_REQUEST = 250;
const FULFILLMENT_ORDERS_WITH_ORDER = 10;
const LINES_WITH_ORDER = 100;
/** Fulfillments of one order; Shopify gives them as a plain list that cannot be paged. */
const FULFILLMENTS_WITH_ORDER = 250;

type OrderNode = Extract<
	NonNullable<ReadOrderStatesQuery['nodes'][number]>,
	{ fulfillments: unknown }
>;

/**
 * Reads orders as they are now, in the order of their ids; one that does not exist, or that Shopify
 * withholds, is left out. One request for 250 orders, and more for orders with more than 10
 * fulfillment orders or fulfillment orders with more than 100 lines.
 */
export async function readOrderStates(
	client: ShopifyClient,
	orderIds: readonly string[],
): Promise<readonly RecordedOrder[]> {
	const orders: RecordedOrder[] = [];
	for (let start = 0; start < orderIds.length; start += ORDERS_PER_REQUEST) {
		const answer: Answer<ReadOrderStatesQuery> = await client.run(
			READ_ORDER_STATES,
			{
				ids: orderIds.slice(start, start + ORDERS_PER_REQUEST),
				fulfillmentOrders: FULFILLMENT_ORDERS_WITH_ORDER,
				lines: LINES_WITH_ORDER,
				fulfillments: FULFILLMENTS_WITH_ORDER,
			},
			{ repeat: 'read' },
		);
		for (const node of answer.data.nodes) {
			if (!node || !('fulfillments' in node)) continue;
			const order = await toRecordedOrder(client, node, answer.shopTime);
			if (order) orders.push(order);
		}
	}
	return orders;
}

/** Undefined if the answer lacks what Shopify's schema promises: the other orders go on without it. */
async function toRecordedOrder(
	client: ShopifyClient,
	node: OrderNode,
	shopTime: string,
): Promise<RecordedOrder | undefined> {
	const outcome = await readWhole(client, node, shopTime).then(
		(recorded) => ({ recorded }),
		(error: unknown) => ({ failure: failureIn(error) }),
	);
	if ('recorded' in outcome) return outcome.recorded;
	if (outcome.failure !== undefined) throw new ShopifyError(outcome.failure);
	return undefined;
}

async function readWhole(
	client: ShopifyClient,
	node: OrderNode,
	shopTime: string,
): Promise<RecordedOrder> {
	const fulfillmentOrders = await readFulfillmentOrders(client, node);
	const isListed = node.fulfillments.length < FULFILLMENTS_WITH_ORDER;
	const fulfillments = isListed ? await readFulfillments(client, node) : [];
	const fulfilled = isListed ? unitsOf(fulfillments) : shippedUnits(fulfillmentOrders);
	const order = { ...toOrderHead(node), fulfillmentOrders, fulfilled, fulfillments };
	return { order, stored: toStoredRecord(node.metafield), shopTime };
}

/** What the lines say is shipped, for an order with more fulfillments than Shopify lists. */
function shippedUnits(fulfillmentOrders: readonly FulfillmentOrderState[]): Units {
	const shipped: Record<string, number> = {};
	for (const line of fulfillmentOrders.flatMap(({ lines }) => lines)) {
		shipped[line.orderLineId] = (shipped[line.orderLineId] ?? 0) + line.total - line.remaining;
	}
	return shipped;
}

async function readFulfillmentOrders(
	client: ShopifyClient,
	order: OrderNode,
): Promise<readonly FulfillmentOrderState[]> {
	const nodes = await allNodes(order.fulfillmentOrders, async (after) => {
		const { data } = await client.run(
			READ_MORE_FULFILLMENT_ORDERS,
			{ id: order.id, after, first: FULFILLMENT_ORDERS_WITH_ORDER, lines: LINES_WITH_ORDER },
			{ repeat: 'read' },
		);
		return data.order?.fulfillmentOrders;
	});
	const states: FulfillmentOrderState[] = [];
	for (const node of nodes) {
		states.push(toFulfillmentOrderState(node, await allUnitLines(client, node), order));
	}
	return states;
}

/** All fulfillments that were made: those that failed are as good as never there. */
async function readFulfillments(
	client: ShopifyClient,
	order: OrderNode,
): Promise<readonly FulfillmentState[]> {
	const fulfillments: FulfillmentState[] = [];
	for (const { id, status, createdAt, updatedAt, fulfillmentLineItems } of order.fulfillments) {
		if (['ERROR', 'FAILURE'].includes(status)) continue;
		const lines = await allNodes(fulfillmentLineItems, async (after) => {
			const { data } = await client.run(
				READ_MORE_FULFILLED_LINES,
				{ id, after, first: NEXT_PAGE_SIZE },
				{ repeat: 'read' },
			);
			return data.fulfillment?.fulfillmentLineItems;
		});
		const units: Record<string, number> = {};
		for (const { lineItem, quantity } of lines) {
			const line = legacyId(lineItem.id);
			units[line] = (units[line] ?? 0) + (quantity ?? 0);
		}
		const cancelled = status === 'CANCELLED';
		fulfillments.push({ legacyId: legacyId(id), cancelled, createdAt, updatedAt, units });
	}
	return fulfillments;
}

/** Units of all fulfillments that were not cancelled, by order line. */
function unitsOf(fulfillments: readonly FulfillmentState[]): Units {
	const fulfilled: Record<string, number> = {};
	for (const { cancelled, units } of fulfillments) {
		if (cancelled) continue;
		for (const [line, count] of Object.entries(units)) {
			fulfilled[line] = (fulfilled[line] ?? 0) + count;
		}
	}
	return fulfilled;
}
