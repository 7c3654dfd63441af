import type { Whereabouts } from './allocation';
import type { HandoverRecord, Offer } from './handoverRecord';
import type { OrderState, Units } from './order';
import { shippedSince, take } from './unitPools';
import { least, minus, sumOf } from './unitSums';

/**
 * What was shipped of offers that do not answer for it any more belongs to none from now on. Left
 * to the next offer, it would make that one look shipped, and its units free.
 *
 * @param waiting unconfirmed offers: what was shipped since they were made is left to them, since their target is asked
 * then whether it has shipped that
 */
export function shippedWithout(
	order: OrderState,
	record: HandoverRecord,
	left: readonly Offer[],
	found: readonly Whereabouts[],
	waiting: readonly Offer[] = [],
): HandoverRecord['shippedBefore'] {
	const shippedBefore: Record<string, Units> = { ...record.shippedBefore };
	const unshipped = waiting.map((offer) => ({
		offer,
		units: new Map(
			Object.entries(
				least(
					minus(offer.units, whereaboutsOf(found, offer).shipped),
					shippedSince(order, offer.firstOfferedAt),
				),
			),
		),
	}));
	for (const offer of left) {
		for (const [id, units] of Object.entries(whereaboutsOf(found, offer).shippedFrom)) {
			const rest = Object.entries(units).map(([line, count]): [string, number] => [
				line,
				unshipped
					.filter(({ offer: one }) => one.fulfillmentOrder !== id || !one.shippedThen?.[line])
					.reduce((most, one) => most - take(one.units, line, most), count),
			]);
			const unowned = rest.filter(([, count]) => count > 0);
			if (unowned.length === 0) continue;
			shippedBefore[id] = sumOf([shippedBefore[id] ?? {}, Object.fromEntries(unowned)]);
		}
	}
	return shippedBefore;
}

/** Where the units of an offer are; of one that was not looked for, they exist no more. */
export function whereaboutsOf(found: readonly Whereabouts[], offer: Offer): Whereabouts {
	return (
		found.find((one) => one.offer.key === offer.key) ?? {
			offer,
			shipped: {},
			shippedFrom: {},
			open: [],
			gone: offer.units,
		}
	);
}
