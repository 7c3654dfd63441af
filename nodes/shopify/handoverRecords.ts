import type { HandoverRecord } from '../domain/handoverRecord';
import { writeRecord } from '../domain/handoverRecord';
import type { ShopifyClient } from './client';
import { ShopifyError, userErrorsOf } from './failure';
import { METAFIELDS_SET } from './operations/handover';

/** A record to be stored, if the order's record is still the one that was read. */
export interface RecordChange {
	readonly orderId: string;
	/** Digest of the record that was read; null if there was none. */
	readonly digest: string | null;
	readonly record: HandoverRecord;
}

/** Metafields of one call (Admin API 2026-07, `metafieldsSet`); it is all of them or none. */
export const RECORDS_PER_CALL = 25;

/** Key of the order's metafield in the namespace that is reserved to this app. */
const KEY = 'handover';

/**
 * Stores the records of at most 25 orders, all or none. False if one of them was changed by somebody
 * else since it was read: then nothing is stored, and all have to be read again.
 *
 * May be repeated: after a lost answer the second call finds the first one's digests and answers
 * false; the caller recognises its own write by the offers' `run`. Fails with `ShopifyError`.
 */
export async function storeRecords(
	client: ShopifyClient,
	changes: readonly RecordChange[],
): Promise<boolean> {
	const { data } = await client.run(
		METAFIELDS_SET,
		{
			metafields: changes.map(({ orderId, digest, record }) => ({
				ownerId: orderId,
				key: KEY,
				type: 'json',
				value: writeRecord(record),
				compareDigest: digest,
			})),
		},
		{ repeat: 'repeatable' },
	);
	const userErrors = userErrorsOf(data.metafieldsSet);
	if (data.metafieldsSet?.userErrors.some(({ code }) => code === 'STALE_OBJECT')) return false;
	if (userErrors.length > 0) throw new ShopifyError({ kind: 'rejected', userErrors });
	return true;
}

/** Marks on the app's installation that this shop has handed over before; see `readApp`. */
export async function storeMarker(
	client: ShopifyClient,
	installationId: string,
	now: string,
): Promise<void> {
	const value = JSON.stringify({ v: 1, since: now });
	const { data } = await client.run(
		METAFIELDS_SET,
		{ metafields: [{ ownerId: installationId, key: KEY, type: 'json', value }] },
		{ repeat: 'repeatable' },
	);
	const userErrors = userErrorsOf(data.metafieldsSet);
	if (userErrors.length > 0) throw new ShopifyError({ kind: 'rejected', userErrors });
}
