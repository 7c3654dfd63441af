import { changedDetails } from './detailHashes';
import type { HandoverRecord, Offer } from './handoverRecord';
import { liveOffers } from './handoverRecord';
import type { FulfillmentOrderState, OrderHead } from './order';
import { hasReportedProgress, isShippable } from './order';
import { isPlain } from './told';

type ServesLocation = (location: string | null) => boolean;

/** Offers whose targets hold them, so that this trigger has to tell of changes. */
export function watchedOffers(record: HandoverRecord, serves: ServesLocation): readonly Offer[] {
	return liveOffers(record).filter(
		(offer) =>
			offer.confirmedAt !== undefined &&
			serves(offer.location) &&
			!(offer.returnedAt !== undefined && offer.told?.ended),
	);
}

/**
 * Whether a fulfillment order is just as its target was told, as far as a look at it alone can say: its offers have all
 * of its units, none of them shipped, at their place, and nothing else was ever told. Then its order need not be read.
 */
export function isAsTold(
	fulfillmentOrder: FulfillmentOrderState,
	order: OrderHead,
	record: HandoverRecord,
	serves: ServesLocation,
): boolean {
	const watched = watchedOffers(record, serves);
	const own = watched.filter((one) => one.fulfillmentOrder === fulfillmentOrder.legacyId);
	return (
		order.cancelledAt === null &&
		own.length > 0 &&
		isShippable(fulfillmentOrder) &&
		own.every(
			(offer) =>
				offer.location === fulfillmentOrder.location.id &&
				offer.returnedAt === undefined &&
				isPlain(offer.told ?? {}) &&
				(offer.told?.progress !== true || hasReportedProgress(fulfillmentOrder)) &&
				(offer.told?.details === undefined ||
					changedDetails(offer.told.details, fulfillmentOrder.details).length === 0),
		) &&
		hasJustTheUnitsOf(fulfillmentOrder, own)
	);
}

/** Lines that no offer is about (goods that need no shipping) do not count. */
function hasJustTheUnitsOf({ lines }: FulfillmentOrderState, own: readonly Offer[]): boolean {
	const wanted = new Map<string, number>();
	for (const { units } of own) {
		for (const [line, count] of Object.entries(units)) {
			wanted.set(line, (wanted.get(line) ?? 0) + count);
		}
	}
	return [...wanted].every(([id, count]) => {
		const there = lines.filter(({ orderLineId }) => orderLineId === id);
		const isUntouched = there.every(({ total, remaining }) => total === remaining);
		return isUntouched && there.reduce((sum, { total }) => sum + total, 0) === count;
	});
}

/**
 * Whether a closed fulfillment order says by itself that nothing is to be told: the units that its offers had are
 * shipped from it.
 */
export function isShippedAsOffered(
	{ legacyId, lines }: FulfillmentOrderState,
	order: OrderHead,
	record: HandoverRecord,
): boolean {
	const own = liveOffers(record).filter((one) => one.fulfillmentOrder === legacyId);
	if (order.cancelledAt !== null || own.length === 0) return false;
	if (lines.some(({ remaining }) => remaining > 0)) return false;
	const all = own.map(({ units }) => units);
	const ids = new Set(all.flatMap((units) => Object.keys(units)));
	return [...ids].every((id) => {
		const wanted = all.reduce((sum, units) => sum + (units[id] ?? 0), 0);
		const shipped = lines
			.filter(({ orderLineId }) => orderLineId === id)
			.reduce((sum, { total }) => sum + total, 0);
		return shipped >= wanted;
	});
}

/**
 * All about a fulfillment order that an event can come from, as a text: as long as it is the same, its order was looked
 * at before. `digest` is that of the handover record.
 */
export function appearanceOf(
	{ status, location, lines, details, ...fulfillmentOrder }: FulfillmentOrderState,
	{ cancelledAt }: OrderHead,
	digest: string | null,
): string {
	const units = lines.map(({ orderLineId, total, remaining }) => [orderLineId, total, remaining]);
	const progress = hasReportedProgress({ ...fulfillmentOrder, status, location, lines, details });
	const all = [status, progress, location.id, units, details, cancelledAt, digest];
	return JSON.stringify(all);
}
