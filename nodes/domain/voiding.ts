import type { Whereabouts } from './allocation';
import type { HandoverRecord, Offer } from './handoverRecord';
import type { Units } from './order';
import { sumOf } from './unitSums';

/**
 * What was shipped of offers that do not answer for it any more belongs to none from now on. Left
 * to the next offer, it would make that one look shipped, and its units free.
 */
export function shippedWithout(
	record: HandoverRecord,
	left: readonly Offer[],
	found: readonly Whereabouts[],
): HandoverRecord['shippedBefore'] {
	const shippedBefore: Record<string, Units> = { ...record.shippedBefore };
	for (const offer of left) {
		for (const [id, units] of Object.entries(whereaboutsOf(found, offer).shippedFrom)) {
			shippedBefore[id] = sumOf([shippedBefore[id] ?? {}, units]);
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
