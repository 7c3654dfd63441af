import type { StoredRecord } from '../domain/handoverRecord';
import { readRecord } from '../domain/handoverRecord';
import type { FulfillmentOrderState, OrderHead } from '../domain/order';
import type { Answer, ShopifyClient } from './client';
import { allUnitLines } from './connections';
import type {
	ReadScannedFulfillmentOrdersQuery,
	ScanClosedFulfillmentOrdersQuery,
	ScanFulfillmentOrdersQuery,
} from './generated/admin.generated';
import { ShopifyError } from './failure';
import { legacyId } from './gid';
import {
	READ_SCANNED_FULFILLMENT_ORDERS,
	SCAN_CLOSED_FULFILLMENT_ORDERS,
	SCAN_FULFILLMENT_ORDERS,
} from './operations/scanFulfillmentOrders';
import { toFulfillmentOrderState, toOrderHead } from './orderMapping';

/** A fulfillment order found by the scan, with its order and what is recorded of it. */
export interface ScannedFulfillmentOrder {
	readonly fulfillmentOrder: FulfillmentOrderState;
	readonly order: OrderHead;
	/** Undefined if the order's record cannot be read. */
	readonly stored: StoredRecord | undefined;
}

/** What one page of the scan brought. */
export interface ScannedPage {
	readonly found: readonly ScannedFulfillmentOrder[];
	/** Fulfillment orders that Shopify names and does not show: their orders are withheld. */
	readonly withheld: readonly { readonly id: string; readonly orderName: string }[];
	/** Those whose answer lacks what Shopify's schema promises; the others go on without them. */
	readonly unreadable: readonly { readonly id: string; readonly orderName: string }[];
	/** Shopify's own time when it answered. */
	readonly shopTime: string;
	/** Creation time of the page's newest fulfillment order: whether it is worth going on. */
	readonly newestCreatedAt: string;
	/** Legacy id of the page's last one: a later scan can go on below it. */
	readonly lastId: string;
}

/** Rows of a page, and the largest that Shopify gives (Admin API 2026-07). */
const PAGE_SIZE = 250;
/**
 * Lines read with each fulfillment order; of those with more, the rest is read one by one. As many as Shopify
 * gives: the cost of a list grows with its logarithm, a request for each longer order would cost far more.
 */
const LINES_WITH_SCAN = 250;

const NOT_CLOSED = '(status:open OR status:in_progress OR status:on_hold OR status:scheduled)';

type PageNode = ScanFulfillmentOrdersQuery['fulfillmentOrders']['nodes'][number];

/**
 * All fulfillment orders of the shop that are not closed, newest first: pages of 250, one request a
 * page and one more. `belowId` goes on where an earlier scan had to stop.
 *
 * It reads what is there now and does not ask what has changed: payments, tags and holds can change
 * without `updatedAt` moving (Shopify promises nothing about it, 2026-07).
 */
export async function* scanFulfillmentOrders(
	client: ShopifyClient,
	belowId?: string,
): AsyncGenerator<ScannedPage, void, undefined> {
	const query = belowId === undefined ? NOT_CLOSED : `${NOT_CLOSED} AND id:<${belowId}`;
	const seen = new Set<string>();
	let before: readonly PageNode[] = [];
	let after: string | null = null;
	for (;;) {
		const answer: Answer<ScanFulfillmentOrdersQuery> = await client.run(
			SCAN_FULFILLMENT_ORDERS,
			{ first: PAGE_SIZE, after, query, ids: before.map(({ id }) => id), lines: LINES_WITH_SCAN },
			{ repeat: 'read' },
		);
		if (before.length > 0) yield await toPage(client, before, answer);
		const { nodes, pageInfo } = answer.data.fulfillmentOrders;
		before = nodes;
		if (!pageInfo.hasNextPage) break;
		after = newCursor(seen, pageInfo.endCursor);
	}
	if (before.length === 0) return;
	const rest = await client.run(
		READ_SCANNED_FULFILLMENT_ORDERS,
		{ ids: before.map(({ id }) => id), lines: LINES_WITH_SCAN },
		{ repeat: 'read' },
	);
	yield await toPage(client, before, rest);
}

/** The cursor to go on after. Fails if it is missing or repeats: stopping would leave out the rest. */
function newCursor(seen: Set<string>, cursor: string | null | undefined): string {
	if (cursor === null || cursor === undefined || seen.has(cursor)) {
		throw new ShopifyError({ kind: 'unreadable', what: 'the pages of a list repeat' });
	}
	seen.add(cursor);
	return cursor;
}

async function toPage(
	client: ShopifyClient,
	named: readonly Pick<PageNode, 'id' | 'createdAt' | 'orderName'>[],
	answer: Answer<ReadScannedFulfillmentOrdersQuery>,
): Promise<ScannedPage> {
	const found: ScannedFulfillmentOrder[] = [];
	const withheld: { id: string; orderName: string }[] = [];
	const unreadable: { id: string; orderName: string }[] = [];
	for (const [index, row] of named.entries()) {
		const node = answer.data.nodes[index];
		if (!node || !('order' in node)) {
			withheld.push({ id: row.id, orderName: row.orderName });
			continue;
		}
		const lines = await allUnitLines(client, node);
		try {
			found.push({
				fulfillmentOrder: toFulfillmentOrderState(node, lines, node.order),
				order: toOrderHead(node.order),
				stored: toStoredRecord(node.order.metafield),
			});
		} catch {
			unreadable.push({ id: row.id, orderName: row.orderName });
		}
	}
	return {
		found,
		withheld,
		unreadable,
		shopTime: answer.shopTime,
		newestCreatedAt: named[0]?.createdAt ?? '',
		lastId: legacyId(named.at(-1)?.id ?? ''),
	};
}

/** The order's metafield → its record with the digest for compare-and-set; undefined if unreadable. */
export function toStoredRecord(
	metafield: { readonly value: string; readonly compareDigest: string } | null | undefined,
): StoredRecord | undefined {
	try {
		return { record: readRecord(metafield?.value), digest: metafield?.compareDigest ?? null };
	} catch {
		return undefined;
	}
}

/** A page of closed fulfillment orders; those that Shopify withholds or that cannot be read are left out. */
export type ClosedPage = Pick<ScannedPage, 'found' | 'newestCreatedAt' | 'lastId'>;

/**
 * Closed fulfillment orders, newest first, as a scan shows those that are not: two requests for 250.
 * All of them, or those that changed since a time: closing changes the fulfillment order itself.
 */
export async function* scanClosedFulfillmentOrders(
	client: ShopifyClient,
	which: { readonly belowId?: string | undefined; readonly updatedSince?: string | undefined },
): AsyncGenerator<ClosedPage, void, undefined> {
	const query = [
		'status:closed',
		...(which.belowId === undefined ? [] : [`id:<${which.belowId}`]),
		// Quoted: Shopify takes a bare time for something else, and says so only in a warning (2026-04).
		...(which.updatedSince === undefined ? [] : [`updated_at:>='${which.updatedSince}'`]),
	].join(' AND ');
	let after: string | null = null;
	const seen = new Set<string>();
	for (;;) {
		const answer: Answer<ScanClosedFulfillmentOrdersQuery> = await client.run(
			SCAN_CLOSED_FULFILLMENT_ORDERS,
			{ first: PAGE_SIZE, after, query },
			{ repeat: 'read' },
		);
		const { nodes, pageInfo } = answer.data.fulfillmentOrders;
		if (nodes.length > 0) {
			const states = await client.run(
				READ_SCANNED_FULFILLMENT_ORDERS,
				{ ids: nodes.map(({ id }) => id), lines: LINES_WITH_SCAN },
				{ repeat: 'read' },
			);
			yield await toPage(client, nodes, states);
		}
		if (!pageInfo.hasNextPage) return;
		after = newCursor(seen, pageInfo.endCursor);
	}
}
