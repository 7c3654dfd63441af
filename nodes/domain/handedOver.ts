import type { HandoverRecord, Offer } from './handoverRecord';
import { liveOffers, NO_RECORD, readRecord } from './handoverRecord';
import type { HandedOver } from './shippedOrder';
import { sumOf } from './unitSums';

/**
 * What an order's record says of its units, as far as shipping them needs: the offers that targets have, then those
 * that they may have. A part of an offer in doubt is in the whole, and what was given back ships no more. A record that
 * cannot be read says nothing: that is no reason not to upload a parcel that is on its way.
 *
 * @param written the record as Shopify keeps it; undefined if the order has none
 */
export function handedOverIn(written: string | undefined): HandedOver {
	const record = recordOrNone(written);
	const counted = liveOffers(record).filter(
		({ partOf, returnedAt }) => partOf === undefined && returnedAt === undefined,
	);
	const isConfirmed = ({ confirmedAt }: Offer): boolean => confirmedAt !== undefined;
	const inOrder = [
		...counted.filter(isConfirmed),
		...counted.filter((offer) => !isConfirmed(offer)),
	];
	return {
		offers: inOrder.map(({ fulfillmentOrder, location, units }) => ({
			fulfillmentOrder,
			location,
			units,
		})),
		shippedBefore: sumOf(Object.values(record.shippedBefore)),
	};
}

function recordOrNone(written: string | undefined): HandoverRecord {
	try {
		return readRecord(written);
	} catch {
		return NO_RECORD;
	}
}
