import { allocateUnits, findOffer, openUnitsOf } from './allocation';
import type { HandoverRecord, Offer } from './handoverRecord';
import { isUnconfirmed, parseKey, withoutRepeat } from './handoverRecord';
import type { OrderState, Units } from './order';
import { countUnits } from './order';
import type { Share } from './unitPools';

/**
 * The record with an offer that no trigger made: a fulfillment order handed over by hand, or one that
 * is sent again under a new key because the target has deleted it.
 */
export function addByHand(
	order: OrderState,
	record: HandoverRecord,
	{ key, run }: Pick<Offer, 'key' | 'run'>,
	now: string,
): HandoverRecord {
	const fulfillmentOrder = parseKey(key)?.fulfillmentOrder;
	if (fulfillmentOrder === undefined) return record;
	const earlier = record.offers.filter(
		(one) => withoutRepeat(one.key) === withoutRepeat(key) && one.voidedAt === undefined,
	);
	const cut = record.offers.map((one) =>
		earlier.includes(one) ? withoutOpenUnits(order, record, one, now) : one,
	);
	const last = earlier.at(-1);
	const { free, shippedBefore } = freeUnits(order, { ...record, offers: cut }, fulfillmentOrder);
	const found = last
		? { units: unitsLeft(order, record, last), location: last.location }
		: free && { units: free.units, location: free.fulfillmentOrder.location.id };
	if (!found || countUnits(found.units) === 0) return record;
	const offer: Offer = {
		key,
		fulfillmentOrder,
		location: found.location,
		units: found.units,
		attempts: 1,
		firstOfferedAt: now,
		lastOfferedAt: now,
		run,
	};
	return { offers: [...cut, offer], shippedBefore };
}

/** What is left to ship of an offer that is sent again under a new key. */
export function unitsLeft(order: OrderState, record: HandoverRecord, offer: Offer): Units {
	const whereabouts = findOffer(order, record, offer);
	return whereabouts ? openUnitsOf(whereabouts) : {};
}

/**
 * An offer whose open units go out again under a new key. What the target has shipped of it stays its own:
 * it must not be taken for the new one's, nor be offered again if its fulfillment is cancelled.
 */
function withoutOpenUnits(
	order: OrderState,
	record: HandoverRecord,
	offer: Offer,
	now: string,
): Offer {
	const shipped = findOffer(order, record, offer)?.shipped ?? {};
	const isKept = !isUnconfirmed(offer) && countUnits(shipped) > 0;
	return isKept ? { ...offer, units: shipped } : { ...offer, voidedAt: now };
}

/** What no offer answers for in a fulfillment order, and what was shipped of the order without an offer. */
function freeUnits(
	order: OrderState,
	record: HandoverRecord,
	fulfillmentOrder: string,
): { readonly free: Share | undefined } & Pick<HandoverRecord, 'shippedBefore'> {
	const own = order.fulfillmentOrders.find((one) => one.legacyId === fulfillmentOrder);
	const isHere = (location: string | null): boolean => location === own?.location.id;
	const { free, shippedBefore } = allocateUnits(order, record, isHere);
	return {
		free: free.find((one) => one.fulfillmentOrder.legacyId === fulfillmentOrder),
		shippedBefore,
	};
}
