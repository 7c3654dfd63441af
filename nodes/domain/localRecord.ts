import type { HandoverRecord, Offer } from './handoverRecord';
import { isUnconfirmed } from './handoverRecord';
import type { FulfillmentOrderState } from './order';
import { hasReportedProgress } from './order';

/**
 * A record that only n8n keeps, completed by what the shop shows: reported progress stands for the
 * confirmation that the app may not write onto the order (it lacks `write_orders`).
 *
 * Weaker than a record in Shopify: staff who report progress by hand confirm an offer that no target
 * may have, and progress that a released hold has cleared before anybody looked confirms nothing.
 */
export function confirmedByProgress(
	record: HandoverRecord,
	fulfillmentOrders: readonly FulfillmentOrderState[],
	nowMs: number,
): HandoverRecord {
	const inProgress = new Set(
		fulfillmentOrders.filter(hasReportedProgress).map(({ legacyId }) => legacyId),
	);
	const confirm = (offer: Offer): Offer =>
		isUnconfirmed(offer) && inProgress.has(offer.fulfillmentOrder)
			? {
					...offer,
					confirmedAt: new Date(nowMs).toISOString(),
					told: { ...offer.told, progress: true },
				}
			: offer;
	return record.offers.some((offer) => confirm(offer) !== offer)
		? { ...record, offers: record.offers.map(confirm) }
		: record;
}
