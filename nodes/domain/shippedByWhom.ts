import type { Allocation, Whereabouts } from './allocation';
import type { HandoverRecord, Offer } from './handoverRecord';
import { isRefused, isUnconfirmed } from './handoverRecord';
import type { OrderState, Units } from './order';
import { countUnits } from './order';
import { shippedSince } from './unitPools';
import { least, minus, sumOf } from './unitSums';

/**
 * Shipped units that the target of an offer may have shipped, although they were taken for another's, or for nobody's:
 * units of a line are alike. They were shipped since the offer was emitted (one in doubt: since its target was asked
 * last), and no confirmed offer has them. Empty if there are none.
 */
export function perhapsShipped(
	order: OrderState,
	record: HandoverRecord,
	{ offers, shippedBefore }: Allocation,
	offer: Offer,
): Units {
	const others = offers.filter((one) => !isOwn(one.offer, offer));
	const unowned = Object.entries(shippedBefore).map(([id, units]) =>
		minus(units, record.shippedBefore[id] ?? {}),
	);
	const own = offers.filter((one) => offer.inDoubt && isOwn(one.offer, offer));
	const all = sumOf([
		shippedByWaiting(others),
		minus(shippedByWaiting(own), offer.shippedInDoubt ?? {}),
		...unowned,
	]);
	const since = offer.inDoubt ? offer.lastOfferedAt : offer.firstOfferedAt;
	return least(least(all, shippedSince(order, since, offer.shippedThen)), offer.units);
}

/** Shipped units that unconfirmed offers have taken for theirs: their targets were not asked yet, or did not answer. */
export function shippedByWaiting(offers: readonly Whereabouts[]): Units {
	const waiting = offers.filter(({ offer }) => isUnconfirmed(offer) && !isRefused(offer));
	return sumOf(waiting.map(({ shipped }) => shipped));
}

/**
 * Whether others of the same lines are to be asked first whether their targets have shipped what is shipped: what they
 * have not may be this one's, and then it has not moved on. Never so for one that seems to have shipped something,
 * itself or a part of it: so one of them is always the first.
 *
 * @param asked where the offers are that the asking trigger serves: nobody may wait for those of others
 */
export function isAskedLater(
	order: OrderState,
	asked: readonly Whereabouts[],
	offer: Offer,
): boolean {
	const others = asked.filter((one) => !isOwn(one.offer, offer));
	const own = asked.filter((one) => isOwn(one.offer, offer));
	if (countUnits(shippedByWaiting(own)) > 0) return false;
	const since = shippedSince(order, offer.firstOfferedAt, offer.shippedThen);
	return countUnits(least(least(shippedByWaiting(others), since), offer.units)) > 0;
}

/** The offer itself, or a part of it. */
function isOwn({ key, partOf }: Offer, offer: Offer): boolean {
	return key === offer.key || partOf === offer.key;
}
