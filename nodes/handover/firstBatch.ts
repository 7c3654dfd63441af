import { InputProblem } from '../domain/problem';
import type { AppState } from '../shopify/app';
import type { ShopifyClient } from '../shopify/client';
import { storeMarker } from '../shopify/handoverRecords';
import type { Candidate } from './findCandidates';

/**
 * Why a first handover is too large to be sent: it keeps the day of going live from sending the warehouse
 * what the old system has sent already. Undefined if it is not; `limit` 0 is no limit.
 */
export function firstBatchProblem(
	candidates: readonly Candidate[],
	limit: number,
): InputProblem | undefined {
	const fresh = candidates.filter((one) => one.newFulfillmentOrders > 0);
	const number = fresh.reduce((sum, one) => sum + one.newFulfillmentOrders, 0);
	if (limit <= 0 || number <= limit) return undefined;
	const [from, to] = [fresh[0]?.orderName ?? '', fresh.at(-1)?.orderName ?? ''];
	return new InputProblem(
		`Nothing was ever handed over from this shop, and ${number} fulfillment orders match at once, from order ${from} to order ${to}; none was sent`,
		{
			path: 'firstBatchLimit',
			advice: `If the target has the older ones already, set Start From Order to the first order that it lacks. If all of them are to be sent, raise First Batch Limit (now ${limit}) or set it to 0`,
		},
	);
}

/**
 * Remembers in Shopify that this shop hands over, for when static data and orders are gone. Never fails: the
 * recorded offers say the same, as long as their orders are open.
 */
export async function markShop(
	client: ShopifyClient,
	app: AppState,
	nowMs: number,
	warn: (text: string) => void,
): Promise<void> {
	if (app.hasHandedOver) return;
	const now = new Date(nowMs).toISOString();
	await storeMarker(client, app.installationId, now).catch((error: unknown) => {
		const text = error instanceof Error ? error.message : String(error);
		warn(`The first handover could not be marked in Shopify: ${text}`);
	});
}
