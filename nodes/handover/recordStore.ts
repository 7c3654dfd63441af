import type { HandoverRecord, StoredRecord } from '../domain/handoverRecord';
import { readRecord, writeRecord } from '../domain/handoverRecord';
import { confirmedByProgress } from '../domain/localRecord';
import type { FulfillmentOrderState } from '../domain/order';
import type { ShopifyClient } from '../shopify/client';
import type { RecordChange } from '../shopify/handoverRecords';
import { storeRecords } from '../shopify/handoverRecords';
import { legacyId } from '../shopify/gid';

/** Where handover records are kept. */
export interface RecordStore {
	/** The record that counts for an order, given what its metafield says; undefined if it is unreadable. */
	overlay(
		orderId: string,
		stored: StoredRecord,
		fulfillmentOrders: readonly FulfillmentOrderState[],
		nowMs: number,
	): StoredRecord | undefined;
	/** Stores records of at most 25 orders, all or none; false if one has changed since it was read. */
	store(changes: readonly RecordChange[]): Promise<boolean>;
}

/** Records on the orders in Shopify: the lasting ones, shared by all workers and workflows. */
export function shopifyRecords(client: ShopifyClient): RecordStore {
	return {
		overlay: (_orderId, stored) => stored,
		store: async (changes) => await storeRecords(client, changes),
	};
}

function readText(text: string): HandoverRecord | undefined {
	try {
		return readRecord(text);
	} catch {
		return undefined;
	}
}

/**
 * Records in the trigger's static data, or in the memory of the process, by the order's legacy id, for an app
 * without `write_orders`. `texts` is changed in place; the caller keeps it when the poll has succeeded.
 * Progress in the shop stands for confirmations. Lost with the static data; two pollers do not see each other's.
 */
export function localRecords(texts: Record<string, string>): RecordStore {
	return {
		overlay(orderId, stored, fulfillmentOrders, nowMs) {
			const text = texts[legacyId(orderId)];
			const record = text === undefined ? stored.record : readText(text);
			if (!record) return undefined;
			const confirmed = confirmedByProgress(record, fulfillmentOrders, nowMs);
			if (confirmed !== record) texts[legacyId(orderId)] = writeRecord(confirmed);
			// The text itself: what shares these records in one process notices another's change.
			return { record: confirmed, digest: texts[legacyId(orderId)] ?? null };
		},
		store(changes) {
			const isStale = changes.some(({ orderId, digest }) => {
				return (texts[legacyId(orderId)] ?? null) !== digest;
			});
			if (isStale) return Promise.resolve(false);
			for (const { orderId, record } of changes) texts[legacyId(orderId)] = writeRecord(record);
			return Promise.resolve(true);
		},
	};
}
