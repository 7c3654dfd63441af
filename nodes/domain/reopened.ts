import type { HandoverRecord, Offer } from './handoverRecord';
import type { FulfillmentState, OrderState, Units } from './order';
import { countUnits } from './order';
import type { Counts } from './unitPools';
import { add, shippedFromOne, take, toUnits } from './unitPools';
import { least } from './unitSums';

/** Units of an offer that were shipped and are open again, and the fulfillments whose cancellation did it. */
export interface Reopened {
	readonly units: Units;
	/** Legacy ids of all cancelled fulfillments that were looked at: told once, they are told. */
	readonly fulfillments: readonly string[];
}

/**
 * Finds out which open units of an offer come from fulfillments that were cancelled since its target was told last.
 * A fulfillment that was made after the cancellation, for the same lines, took its place, as staff do to correct
 * tracking. Counts what it takes in `claimed`.
 *
 * What was shipped and cancelled between two looks counts as well: its target may have shipped it.
 */
export function reopenedUnits(
	order: OrderState,
	offer: Offer,
	open: Units,
	claimed: Counts,
): Reopened {
	const since = Date.parse(offer.firstOfferedAt);
	const known = new Set(offer.told?.reopened ?? []);
	const cancelled = order.fulfillments.filter(
		(one) => one.cancelled && !known.has(one.legacyId) && Date.parse(one.createdAt) >= since,
	);
	if (cancelled.length === 0) return { units: {}, fulfillments: [] };
	const pool = withoutReplaced(cancelled, order.fulfillments);
	for (const [line, count] of claimed) take(pool, line, count);
	const units: Counts = new Map();
	for (const [line, count] of Object.entries(open)) {
		const taken = take(pool, line, count);
		add(units, line, taken);
		add(claimed, line, taken);
	}
	return { units: toUnits(units), fulfillments: cancelled.map(({ legacyId }) => legacyId) };
}

/** Units of cancelled fulfillments that no later fulfillment has shipped in their place. */
function withoutReplaced(
	cancelled: readonly FulfillmentState[],
	all: readonly FulfillmentState[],
): Counts {
	const left = new Map(
		all
			.filter((one) => !one.cancelled)
			.map((one) => [one, new Map(Object.entries(one.units))] as const),
	);
	const pool: Counts = new Map();
	for (const { units, updatedAt } of cancelled) {
		for (const [line, count] of Object.entries(units)) {
			let rest = count;
			for (const [one, counts] of left) {
				if (Date.parse(one.createdAt) >= Date.parse(updatedAt)) rest -= take(counts, line, rest);
			}
			add(pool, line, rest);
		}
	}
	return pool;
}

/**
 * The record without units that were shipped before an offer was made and are not any more, since their fulfillment is
 * cancelled: what is shipped from the same fulfillment order next may be the offer's own. The same record if there are
 * none.
 */
export function withShippedThen(order: OrderState, record: HandoverRecord): HandoverRecord {
	const offers = record.offers.map((offer): Offer => {
		const { shippedThen, ...others } = offer;
		const own = order.fulfillmentOrders.find((one) => one.legacyId === offer.fulfillmentOrder);
		if (!shippedThen || !own) return offer;
		const left = least(shippedThen, shippedFromOne(own));
		if (countUnits(left) === countUnits(shippedThen)) return offer;
		return countUnits(left) > 0 ? { ...others, shippedThen: left } : others;
	});
	const isSame = offers.every((offer, index) => offer === record.offers[index]);
	return isSame ? record : { ...record, offers };
}
