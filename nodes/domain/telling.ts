import type { Allocation, Whereabouts } from './allocation';
import { allocateUnits } from './allocation';
import type { ChangeEvent, News, Telling } from './changeEvents';
import { newsOf } from './changeEvents';
import type { HandoverRecord, Offer } from './handoverRecord';
import type { OrderState, Units } from './order';
import { countUnits } from './order';
import { situationOf } from './situation';
import type { Told } from './told';
import { awayOf } from './told';
import type { Counts } from './unitPools';
import { minus, sumOf } from './unitSums';
import { watchedOffers } from './watching';

/** Which changes a trigger tells of, and when it asks. */
export interface TellingRules {
	/** Others are logged and count as told. */
	readonly events: ReadonlySet<ChangeEvent>;
	/** Whether units that are open again after they were shipped are a new target order. */
	readonly handsOverReopened: boolean;
	/** Whether an event is told again until somebody says that the target has heard it (*Confirm Change*). */
	readonly repeatsChanges: boolean;
	/** Minutes between two tellings. */
	readonly offerAgainAfterMinutes: number;
	readonly nowMs: number;
	/** Names this run in the records it writes. */
	readonly run: string;
}

/** A change of an order that a target holds, as one item tells it. */
export interface ChangeEmission {
	readonly event: ChangeEvent;
	readonly offer: Offer;
	readonly change: Telling;
	readonly news: News;
	/** What was told before: an event that cannot be delivered is taken back with it. */
	readonly before: Told;
}

/** What an order's targets have to be told. */
export interface Tellings {
	readonly emissions: readonly ChangeEmission[];
	/** The offers as they are to be recorded; the same ones if nothing changes. */
	readonly offers: readonly Offer[];
	/** Whether offers have fewer units than before: those that are open again and are a new target order. */
	readonly frees: boolean;
	/** Changes that nobody has asked for, in words. */
	readonly notes: readonly string[];
}

/** Works out what the targets of an order's confirmed offers have to be told. Pure. */
export function tellChanges(
	order: OrderState,
	record: HandoverRecord,
	allocation: Allocation,
	serves: (location: string | null) => boolean,
	rules: TellingRules,
): Tellings {
	const watched = new Set(watchedOffers(record, serves));
	const claimed: Counts = new Map();
	const emissions: ChangeEmission[] = [];
	const notes: string[] = [];
	const reopened = new Set<string>();
	let { offers } = record;
	let frees = false;
	for (const whereabouts of allocation.offers) {
		if (!watched.has(whereabouts.offer)) continue;
		const isUnheard = isToldAgain(whereabouts.offer, rules);
		const news = newsOf(order, whereabouts, serves, claimed, isUnheard);
		if (news.tellings.length === 0 && !news.isFirst) continue;
		for (const id of news.told.reopened ?? []) reopened.add(id);
		const chosen = news.tellings.filter(({ event }) => rules.events.has(event));
		notes.push(...notesOf(order, whereabouts, news, chosen));
		const offer = toldOffer(whereabouts.offer, news, chosen.length > 0, rules);
		offers = offers.map((one) => (one.key === offer.key ? offer : one));
		frees ||= offer.units !== whereabouts.offer.units || offer.voidedAt !== undefined;
		const before = whereabouts.offer.told ?? {};
		for (const change of chosen) {
			emissions.push({ event: change.event, offer, change, news, before });
		}
	}
	return { emissions, offers: withReopened(offers, watched, reopened), frees, notes };
}

function notesOf(
	{ name }: OrderState,
	{ offer }: Whereabouts,
	{ tellings }: News,
	chosen: readonly Telling[],
): readonly string[] {
	return tellings
		.filter((one) => !chosen.includes(one))
		.map(({ event, changes }) => {
			const fields = changes.map(({ field }) => field).join(', ');
			return `Order ${name}, handed over under the key ${offer.key}: ${event} (${fields}); the event is not chosen`;
		});
}

function toldOffer(
	offer: Offer,
	{ told, tellings, reopened }: News,
	isEmitted: boolean,
	rules: TellingRules,
): Offer {
	const { ended: _, ...others } = told;
	// A target that was not told that nothing is left still holds it.
	const kept = isEmitted || offer.told?.ended ? told : others;
	// What nobody asks for any more is not told again either.
	const pending = tellings.length === 0 && offer.told?.pending;
	const noted: Told = isEmitted
		? { ...kept, ...emittedNow(offer, rules) }
		: { ...kept, ...(pending && { pending }) };
	const all = { ...offer, told: noted };
	if (!rules.handsOverReopened || countUnits(reopened) === 0) return all;
	const units = minus(offer.units, reopened);
	return countUnits(units) > 0
		? { ...all, units }
		: { ...all, voidedAt: new Date(rules.nowMs).toISOString() };
}

/**
 * What an event is known by. Its number is higher than the last one's, and no lower than the time: a target that has
 * heard higher ones would ignore those that began anew after the record was lost (n8n's memory, without `write_orders`).
 */
function emittedNow({ told }: Offer, { nowMs, run, repeatsChanges }: TellingRules): Told {
	return {
		number: Math.max((told?.number ?? 0) + 1, Math.floor(nowMs / 1000)),
		at: new Date(nowMs).toISOString(),
		run,
		...(repeatsChanges && { pending: true }),
	};
}

/** Whether nobody has confirmed the last event, and it is due again. */
export function isToldAgain(
	{ told }: Offer,
	{ repeatsChanges, offerAgainAfterMinutes, nowMs }: TellingRules,
): boolean {
	if (!repeatsChanges || !told?.pending || told.at === undefined) return false;
	return Date.parse(told.at) + offerAgainAfterMinutes * 60_000 <= nowMs;
}

/** Cancelled fulfillments that one offer has told of are not another's. */
function withReopened(
	offers: readonly Offer[],
	watched: ReadonlySet<Offer>,
	reopened: ReadonlySet<string>,
): readonly Offer[] {
	if (reopened.size === 0) return offers;
	const keys = new Set([...watched].map(({ key }) => key));
	return offers.map((offer) => {
		const known = offer.told?.reopened ?? [];
		const missing = [...reopened].filter((id) => !known.includes(id));
		if (!keys.has(offer.key) || missing.length === 0) return offer;
		return { ...offer, told: { ...offer.told, reopened: [...known, ...missing] } };
	});
}

/**
 * The record with offers in doubt again of which nobody knows what their targets still have. They come as
 * *Unsettled*, so that the targets are asked:
 * - those whose targets were told that nothing is left of them, and whose units are there again all the same: added
 *   anew, or moved back. Their targets have cancelled them, or could not be told;
 * - those that have to be told again, and of which more is shipped than their targets are sure to have: who has not
 *   shipped it himself must not be told to ship it.
 */
export function doubtAgain(
	order: OrderState,
	record: HandoverRecord,
	serves: (location: string | null) => boolean,
	rules: TellingRules,
): HandoverRecord {
	const doubtful = watchedOffers(record, serves).filter(
		(offer) =>
			offer.returnedAt === undefined && (offer.told?.ended || isToldInAnyCase(offer, rules)),
	);
	if (doubtful.length === 0 || order.cancelledAt !== null) return record;
	const found = allocateUnits(order, record, serves).offers;
	const isOpenAgain = ({ offer, open }: Whereabouts): boolean =>
		offer.told?.ended === true &&
		open.some(({ fulfillmentOrder, units }) => {
			const { id } = fulfillmentOrder.location;
			return (id === offer.location || serves(id)) && countUnits(units) > 0;
		});
	const isShippedByWhom = (whereabouts: Whereabouts): boolean =>
		isToldInAnyCase(whereabouts.offer, rules) &&
		countUnits(
			minus(situationOf(order, whereabouts, serves).shipped, surelyKept(whereabouts.offer)),
		) > 0;
	const back = new Set(
		found
			.filter(({ offer }) => doubtful.includes(offer))
			.filter((one) => isOpenAgain(one) || isShippedByWhom(one))
			.map(({ offer }) => offer),
	);
	if (back.size === 0) return record;
	return {
		...record,
		offers: record.offers.map((offer) => (back.has(offer) ? inDoubt(offer) : offer)),
	};
}

/** Whether it has to be told, whatever is so now: nobody knows what its target has heard last. */
function isToldInAnyCase(offer: Offer, rules: TellingRules): boolean {
	return offer.told?.doubted === true || isToldAgain(offer, rules);
}

/** Units that the target means to have, whichever events it has heard. */
function surelyKept({ units, told }: Offer): Units {
	if (!told) return units;
	return told.ended ? {} : minus(units, sumOf([awayOf(told), told.givenUp ?? {}]));
}

function inDoubt(offer: Offer): Offer {
	const { confirmedAt: _, told, ...others } = offer;
	if (!told) return { ...others, inDoubt: true };
	const { details, number } = told;
	const kept = { ...(number !== undefined && { number }), ...(details && { details }) };
	return { ...others, inDoubt: true, told: kept };
}
