import type { Allocation, Whereabouts } from './allocation';
import type { Counts, Share } from './unitPools';
import { allocateUnits, isIntact } from './allocation';
import { shippedFromOne, take } from './unitPools';
import type { ChangeEvent } from './changeEvents';
import type { DetailHashes } from './detailHashes';
import { eitherDetails } from './detailHashes';
import type { Filters, Reason } from './filters';
import { reasonsAgainst, servesLocation } from './filters';
import type { HandoverRecord, Offer } from './handoverRecord';
import { isPartInDoubt, isRefused, isUnconfirmed, nextKey } from './handoverRecord';
import type { OrderState, Units } from './order';
import { countUnits } from './order';
import { isAskedLater, shippedByWaiting } from './shippedByWhom';
import { isOfferedBeside, reasonsNotReady, shippableUnits } from './readiness';
import { freeRefused } from './refusal';
import { withShippedThen } from './reopened';
import type { ChangeEmission } from './telling';
import { doubtAgain, tellChanges } from './telling';

/** How a trigger hands over, and when it asks. */
export interface HandoverRules {
	readonly filters: Filters;
	/** True if an order counts as handed over as soon as it is emitted. */
	readonly confirmsWhenEmitted: boolean;
	/** Minutes between two emissions of one offer; doubles with each, up to a day. */
	readonly offerAgainAfterMinutes: number;
	/** What is told of an order that a target has; the rest is logged. */
	readonly events: ReadonlySet<ChangeEvent>;
	/** Whether what was told is told again until it is confirmed. */
	readonly repeatsChanges: boolean;
	/** Whether units that are open again after they were shipped are a new target order. */
	readonly handsOverReopened: boolean;
	readonly nowMs: number;
	/** Names this run in the records it writes. */
	readonly run: string;
}

/** One part of an unsettled offer: units that are somewhere else now, or exist no more. */
export interface Part {
	readonly units: Units;
	/** Where they are; null if they are shipped, cancelled or removed. */
	readonly share: Share | null;
	/** What the part is handed over under, if it can be handed over now. */
	readonly offer: Offer | null;
	/** Why it cannot; null if it can. */
	readonly reason: string | null;
	/** Why nothing of it is left to ship: shipped, by whomever, or gone from the order. */
	readonly ended?: 'shipped' | 'gone';
}

/** What one poll emits of one order. */
export type Emission = OfferEmission | ChangeEmission;

/** Units that a target is to get, or may have got. */
export type OfferEmission =
	| { readonly event: 'Ready'; readonly offer: Offer; readonly carriers: readonly Share[] }
	| { readonly event: 'Unsettled'; readonly offer: Offer; readonly parts: readonly Part[] };

/** What is to be done about an order now. */
export interface Assessment {
	readonly emissions: readonly Emission[];
	/** The record as it must be stored before the emissions leave. */
	readonly record: HandoverRecord;
	/** Whether it has to be stored even if nothing is emitted. */
	readonly hasNews: boolean;
	/** Changes of orders that targets have, of kinds that nobody has asked for. */
	readonly notes: readonly string[];
	/** Why units that belong to no offer, or offers that are due, are not emitted. */
	readonly reasons: readonly { readonly fulfillmentOrder: string; readonly reason: Reason }[];
	/** When the next unconfirmed offer is due, in ms; null if none waits. */
	readonly nextDueMs: number | null;
}

const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 24 * 60 * MINUTE_MS;

/** When an unconfirmed offer may be emitted again: the pause doubles with each attempt, up to a day. */
export function dueMs(offer: Offer, offerAgainAfterMinutes: number): number {
	const pause = offerAgainAfterMinutes * MINUTE_MS * 2 ** (offer.attempts - 1);
	return Date.parse(offer.lastOfferedAt) + Math.min(pause, LONGEST_PAUSE_MS);
}

/**
 * Decides what of an order is offered now: offers that were never confirmed, unchanged while their
 * units are where they were, as *Unsettled* otherwise; and units that belong to no offer yet.
 *
 * Pure: the same order, record and rules give the same answer. Nothing may be emitted before
 * `record` is stored.
 */
export function assessOrder(
	order: OrderState,
	record: HandoverRecord,
	rules: HandoverRules,
): Assessment {
	const serves = (id: string | null): boolean => servesLocation(rules.filters, id);
	// What counts as handed over once emitted is never emitted twice, refused or not.
	const then = withShippedThen(order, record);
	const known = rules.confirmsWhenEmitted
		? then
		: doubtAgain(order, freeRefused(order, then, serves, rules.nowMs), serves, rules);
	const first = allocateUnits(order, known, serves);
	const told = tellChanges(order, known, first, serves, rules);
	const now = { ...known, offers: told.offers };
	// What is open again may be free now. Otherwise units stay with whom they were seen: what was told of them would not
	// be so any more.
	const allocation = told.frees ? allocateUnits(order, now, serves) : first;
	const draft = new Draft(order, now, allocation, rules);
	for (const whereabouts of allocation.offers) draft.repeatOffer(whereabouts);
	for (const share of allocation.free) draft.offerNewUnits(share);
	const assessment = draft.finish();
	return {
		...assessment,
		emissions: [...assessment.emissions, ...told.emissions],
		hasNews: told.offers !== known.offers || then !== record,
		notes: told.notes,
	};
}

/** Collects the decisions about one order and the record that they lead to. */
class Draft {
	private offers: Offer[];
	private readonly emissions: OfferEmission[] = [];
	private readonly reasons: { fulfillmentOrder: string; reason: Reason }[] = [];
	private nextDueMs: number | null = null;
	private readonly now: string;
	/** As many units may be another offer's as are asked about: they are not offered before that is answered. */
	private readonly askedFor: Counts;
	/** Where the offers of this trigger are. */
	private readonly served: readonly Whereabouts[];
	private readonly order: OrderState;
	private readonly allocation: Allocation;
	private readonly rules: HandoverRules;

	constructor(
		order: OrderState,
		record: HandoverRecord,
		allocation: Allocation,
		rules: HandoverRules,
	) {
		this.order = order;
		this.allocation = allocation;
		this.rules = rules;
		this.served = allocation.offers.filter(({ offer }) =>
			servesLocation(rules.filters, offer.location),
		);
		this.askedFor = new Map(Object.entries(shippedByWaiting(this.served)));
		this.offers = [...record.offers];
		this.now = new Date(rules.nowMs).toISOString();
	}

	/** Emits an unconfirmed offer again if its pause is over. */
	repeatOffer(whereabouts: Whereabouts): void {
		const { offer } = whereabouts;
		if (!isUnconfirmed(offer) || !servesLocation(this.rules.filters, offer.location)) return;
		// What counts as handed over once emitted is never emitted twice.
		if (this.rules.confirmsWhenEmitted) return;
		// Its whole's item carries it until the whole is settled: a target that has the whole must not
		// be asked for the part, which it would not know.
		if (isPartInDoubt(this.offers, offer)) return;
		if (isRefused(offer)) {
			if (isIntact(whereabouts)) this.emitAgain(whereabouts);
			return;
		}
		const due = dueMs(offer, this.rules.offerAgainAfterMinutes);
		if (due > this.rules.nowMs) {
			this.nextDueMs = Math.min(this.nextDueMs ?? due, due);
			return;
		}
		// Once in doubt, in doubt until settled: the target may have changed or cancelled this key, and
		// would take the same offer for one that it has already.
		if (!offer.inDoubt && isIntact(whereabouts)) this.emitAgain(whereabouts);
		else if (!isAskedLater(this.order, this.served, offer)) {
			this.emitUnsettled(whereabouts);
		}
	}

	/** Makes offers of units that belong to none, if they are ready and match. */
	offerNewUnits(share: Share): void {
		const { fulfillmentOrder } = share;
		const shippable = this.onlyShippable(share);
		const units = this.withoutAskedFor(shippable);
		const reasons = this.reasonsOf(share, false);
		if (countUnits(units) < countUnits(shippable)) {
			this.reasons.push({ fulfillmentOrder: fulfillmentOrder.id, reason: ASKED_FIRST });
		}
		if (reasons.length > 0 || countUnits(units) === 0) {
			for (const reason of reasons) {
				this.reasons.push({ fulfillmentOrder: fulfillmentOrder.id, reason });
			}
			return;
		}
		const offer = this.newOffer({ ...share, units });
		this.offers.push(offer);
		this.emissions.push({ event: 'Ready', offer, carriers: [{ ...share, units }] });
	}

	finish(): Omit<Assessment, 'hasNews' | 'notes'> {
		return {
			emissions: this.emissions,
			record: { offers: this.offers, shippedBefore: this.allocation.shippedBefore },
			reasons: this.reasons,
			nextDueMs: this.nextDueMs,
		};
	}

	private emitAgain({ offer, open }: Whereabouts): void {
		const reasons = open.flatMap((share) => this.reasonsOf(share, true));
		if (reasons[0]) {
			// It may match again; until then it is not repeated.
			this.reasons.push({ fulfillmentOrder: offer.fulfillmentOrder, reason: reasons[0] });
			return;
		}
		const again = this.emittedNow(offer, open);
		this.replace(again);
		this.emissions.push({ event: 'Ready', offer: again, carriers: open });
	}

	private emitUnsettled(whereabouts: Whereabouts): void {
		const { offer } = whereabouts;
		const parts: Part[] = this.partsOf(offer).map((part) => this.knownPart(part));
		for (const share of whereabouts.open) parts.push(this.newPart(offer, share));
		if (countUnits(whereabouts.shipped) > 0) {
			parts.push(endedPart(whereabouts.shipped, 'shipped', 'already shipped by others'));
		}
		if (countUnits(whereabouts.gone) > 0) {
			const reason =
				this.order.cancelledAt === null
					? 'removed from the order, refunded, or no longer to be seen by this app'
					: 'the order is cancelled';
			parts.push(endedPart(whereabouts.gone, 'gone', reason));
		}
		const { shippedInDoubt: _, ...named } = this.emittedNow(offer, whereabouts.open);
		const again: Offer = {
			...named,
			inDoubt: true,
			...(countUnits(whereabouts.shipped) > 0 && { shippedInDoubt: whereabouts.shipped }),
		};
		this.replace(again);
		this.emissions.push({ event: 'Unsettled', offer: again, parts });
	}

	/** A part that was named before: it keeps its key, whatever else has changed. */
	private knownPart(part: Offer): Part {
		const whereabouts = this.allocation.offers.find((one) => one.offer.key === part.key);
		const share = whereabouts?.open[0] ?? null;
		if (!whereabouts || part.inDoubt || !isIntact(whereabouts)) {
			const reason = `its units have moved on; it comes as Unsettled under its own key ${part.key} once ${String(part.partOf)} is settled`;
			return { units: part.units, share, offer: null, reason };
		}
		const reason = whereabouts.open.flatMap((one) => this.reasonsOf(one, true))[0];
		if (reason) return { units: part.units, share, offer: null, reason: reason.text };
		const again = this.emittedNow(part, whereabouts.open);
		this.replace(again);
		return { units: part.units, share, offer: again, reason: null };
	}

	private newPart(parent: Offer, share: Share): Part {
		const reason = this.reasonsOf(share, true)[0];
		if (reason) return { units: share.units, share, offer: null, reason: reason.text };
		const offer: Offer = { ...this.newOffer(share), partOf: parent.key };
		this.offers.push(offer);
		return { units: share.units, share, offer, reason: null };
	}

	private reasonsOf(share: Share, again: boolean): readonly Reason[] {
		const { filters, nowMs } = this.rules;
		const { fulfillmentOrder } = share;
		const offered =
			again ||
			isOfferedBeside(
				this.allocation.offers.map(({ offer }) => offer),
				fulfillmentOrder,
			);
		const shipment = countUnits(this.order.fulfilled) > 0 ? 'PARTIAL' : 'UNSHIPPED';
		return [
			...reasonsNotReady(fulfillmentOrder, this.order, {
				includeNoShipping: filters.includeNoShipping,
				offered,
			}),
			...reasonsAgainst(filters, this.order, fulfillmentOrder, { nowMs, shipment, again }),
		];
	}

	private withoutAskedFor(units: Units): Units {
		const left = Object.entries(units).map(([line, count]) => {
			return [line, count - take(this.askedFor, line, count)] as const;
		});
		return Object.fromEntries(left.filter(([, count]) => count > 0));
	}

	private onlyShippable({ fulfillmentOrder, units }: Share): Units {
		const shippable = shippableUnits(fulfillmentOrder, this.rules.filters.includeNoShipping);
		return Object.fromEntries(Object.entries(units).filter(([line]) => line in shippable));
	}

	private newOffer({ fulfillmentOrder, units }: Share): Offer {
		const shipped = shippedFromOne(fulfillmentOrder);
		const then = Object.entries(shipped).filter(([line]) => line in units);
		return {
			key: nextKey({ offers: this.offers, shippedBefore: {} }, fulfillmentOrder.legacyId),
			fulfillmentOrder: fulfillmentOrder.legacyId,
			location: fulfillmentOrder.location.id,
			units,
			...(then.length > 0 && { shippedThen: Object.fromEntries(then) }),
			attempts: 1,
			firstOfferedAt: this.now,
			lastOfferedAt: this.now,
			run: this.rules.run,
			...(this.rules.confirmsWhenEmitted && { confirmedAt: this.now }),
			told: { details: fulfillmentOrder.details },
		};
	}

	private emittedNow(offer: Offer, open: readonly Share[]): Offer {
		const details = open[0]?.fulfillmentOrder.details;
		return {
			...offer,
			attempts: offer.attempts + 1,
			lastOfferedAt: this.now,
			run: this.rules.run,
			...(details && { told: { ...offer.told, details: toldEither(offer, details) } }),
		};
	}

	private replace(offer: Offer): void {
		this.offers = this.offers.map((one) => (one.key === offer.key ? offer : one));
	}

	private partsOf(parent: Offer): readonly Offer[] {
		return this.offers.filter((offer) => offer.partOf === parent.key && isUnconfirmed(offer));
	}
}

const ASKED_FIRST: Reason = {
	filter: 'Ready',
	text: 'units were shipped while an order of the same lines was on its way; its target is asked what it has shipped before more is offered',
};

/** The target may have taken either item. */
function toldEither({ told }: Offer, now: DetailHashes): DetailHashes {
	return told?.details ? eitherDetails(told.details, now) : now;
}

function endedPart(units: Units, ended: 'shipped' | 'gone', reason: string): Part {
	return { units, share: null, offer: null, ended, reason };
}
