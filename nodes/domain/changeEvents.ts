import type { Whereabouts } from './allocation';
import type { DetailName } from './detailHashes';
import { changedDetails } from './detailHashes';
import type { OrderState, Units } from './order';
import { compareLegacyIds, countUnits } from './order';
import { reopenedUnits } from './reopened';
import type { Situation } from './situation';
import { isNothingLeft, locationNamed, situationOf } from './situation';
import type { Told } from './told';
import { awayOf } from './told';
import type { TellingView } from './toldAfter';
import { toldAfter } from './toldAfter';
import type { Counts } from './unitPools';
import { least, minus, sumOf } from './unitSums';

/** What can happen to an order after a target has it. */
export const CHANGE_EVENTS = [
	'Changed',
	'Moved',
	'On Hold',
	'Released',
	'Reopened',
	'Cancelled',
] as const;

export type ChangeEvent = (typeof CHANGE_EVENTS)[number];

/** Units of one order line before and after a change. */
export interface LineChange {
	/** Legacy id. */
	readonly orderLineId: string;
	readonly from: number;
	readonly to: number;
}

/** One thing that is not as the target was told. */
export interface Change {
	readonly field: DetailName | 'quantity' | 'location' | 'hold' | 'shipped' | FollowingField;
	/** As it was told; null if that is not kept, as of an address. */
	readonly from: unknown;
	/** As it is; null for a detail: the item itself has it. */
	readonly to: unknown;
	/** What it concerns; empty for what is not counted in units. */
	readonly lines: readonly LineChange[];
}

/** What comes with other changes, and is told alone only if it comes alone. */
type FollowingField = 'progress' | 'fulfillmentOrders';

/** One event about an offer that a target holds. */
export interface Telling {
	readonly event: ChangeEvent;
	readonly changes: readonly Change[];
}

/** What has become of an offer since the target was told last. */
export interface News {
	/** None if nothing has. */
	readonly tellings: readonly Telling[];
	/** What the target knows once it is told. */
	readonly told: Told;
	/** Whether `told` has to be stored even if nothing is told: it is the first thing that is known. */
	readonly isFirst: boolean;
	/** Units by order line that the target order is for now, shipped ones included, and those it was for. */
	readonly keeps: Units;
	readonly kept: Units;
	readonly situation: Situation;
	/** Units that were shipped and are open again. */
	readonly reopened: Units;
}

/**
 * Compares a confirmed offer with what its target was told last. Pure: the same order and record give the same
 * answer. Says nothing about shipments: the target makes them, or staff do, and the rest stays handed over.
 *
 * `isUnheard` says that nobody has confirmed the last event in time: it is told once more, as it is now.
 *
 * `claimed` counts the reopened units that other offers of the order have taken in the same look: units of a line are
 * alike.
 *
 * Source: product contract 3.3.
 */
export function newsOf(
	order: OrderState,
	whereabouts: Whereabouts,
	serves: (location: string | null) => boolean,
	claimed: Counts,
	isUnheard = false,
): News {
	const { offer } = whereabouts;
	const told: Told = isUnheard ? { ...offer.told, doubted: true } : (offer.told ?? {});
	const now = situationOf(order, whereabouts, serves);
	const away = {
		told: awayOf(told),
		now: sumOf([now.left, now.gone]),
	};
	// What is shipped already is no news: others have shipped what the target has given up.
	const again = minus(away.told, away.now);
	const back = least(again, now.open);
	const givenUp = minus(again, back);
	const view: View = {
		order,
		now,
		told,
		offered: offer.units,
		ownLocation: offer.location,
		kept: minus(offer.units, away.told),
		keeps: minus(offer.units, sumOf([away.now, givenUp])),
		taken: minus(away.now, away.told),
		givenUp,
		back,
	};
	const reopened = now.isOver ? NOTHING_REOPENED : reopenedUnits(order, offer, now.open, claimed);
	const tellings = now.isOver
		? overTellings(view)
		: orderedTellings(view, reopened.units, offer.fulfillmentOrder);
	const { details, progress } = told;
	return {
		tellings,
		told: toldAfter(view, reopened.fulfillments, offer.fulfillmentOrder),
		isFirst:
			!now.isOver &&
			((details === undefined && now.details !== null) ||
				(progress !== true && now.progress === true)),
		keeps: view.keeps,
		kept: view.kept,
		situation: now,
		reopened: reopened.units,
	};
}

const NOTHING_REOPENED = { units: {}, fulfillments: [] };

/** What is compared. */
interface View extends TellingView {
	readonly order: OrderState;
	readonly offered: Units;
	readonly ownLocation: string | null;
	readonly kept: Units;
	readonly keeps: Units;
	/** Units that are not the target's any more, and those that are again. */
	readonly taken: Units;
	readonly back: Units;
}

/** The order is cancelled, or the target gave the offer back: there is one thing to say. */
function overTellings(view: View): readonly Telling[] {
	const { order, taken, told } = view;
	const quantity = countUnits(taken) > 0 ? [quantityChange(view, taken)] : doubtedChange(view);
	if (quantity.length === 0) return [];
	if (order.cancelledAt !== null) return [{ event: 'Cancelled', changes: quantity }];
	const progress = {
		field: 'progress',
		from: told.progress ?? true,
		to: false,
		lines: [],
	} as const;
	return [{ event: 'Changed', changes: [progress, ...quantity] }];
}

function orderedTellings(
	view: View,
	reopened: Units,
	ownFulfillmentOrder: string,
): readonly Telling[] {
	const { now, taken, told } = view;
	const takenAway = least(taken, minus(now.left, told.left ?? {}));
	const removed = minus(taken, takenAway);
	const tellings: Telling[] = [
		...changed(view, removed),
		...tell('Moved', movedChanges(view, takenAway)),
		...tell('On Hold', holdChange(view, minus(now.held, told.held ?? {}))),
		...tell('Released', holdChange(view, least(minus(told.held ?? {}, now.held), now.mayShip))),
		...tell('Reopened', reopenedChange(view, reopened)),
	];
	const following = followingChanges(view, ownFulfillmentOrder);
	const [first, ...others] = tellings;
	if (!first && following.length > 0) return tell('Changed', following);
	if (!first) return tell(isNothingLeft(now) ? endOf(now) : 'Changed', doubtedChange(view));
	return [{ ...first, changes: [...first.changes, ...following] }, ...others];
}

function tell(event: ChangeEvent, changes: readonly Change[]): readonly Telling[] {
	return changes.length > 0 ? [{ event, changes }] : [];
}

/** Units that were removed, or are there again; and what is not counted in units. */
function changed(view: View, removed: Units): readonly Telling[] {
	const { told, now, back } = view;
	const backFromOthers = least(back, minus(told.left ?? {}, now.left));
	const added = minus(back, backFromOthers);
	const concerned = sumOf([removed, added]);
	const quantity = countUnits(concerned) > 0 ? [quantityChange(view, concerned)] : [];
	if (isNothingLeft(now)) return countUnits(removed) > 0 ? tell('Cancelled', quantity) : [];
	return tell('Changed', [...quantity, ...detailChanges(view)]);
}

function quantityChange({ kept, keeps }: View, concerned: Units): Change {
	const lines = linesOf(concerned, kept, keeps);
	return { field: 'quantity', from: countUnits(kept), to: countUnits(keeps), lines };
}

function detailChanges({ told, now }: View): readonly Change[] {
	if (told.details === undefined || now.details === null) return [];
	return changedDetails(told.details, now.details).map(
		(field): Change => ({ field, from: null, to: null, lines: [] }),
	);
}

/** Units that went to another location, or came back from one. */
function movedChanges(view: View, takenAway: Units): readonly Change[] {
	const { order, now, told, ownLocation } = view;
	const own = locationNamed(order, ownLocation);
	const changes: Change[] = [];
	for (const [location, units] of Object.entries(now.leftTo)) {
		const gone = least(units, takenAway);
		if (countUnits(gone) === 0) continue;
		const to = locationNamed(order, location);
		changes.push({ field: 'location', from: own, to, lines: linesOf(gone, {}, gone) });
	}
	const toldMoved = told.moved ?? {};
	for (const [location, units] of Object.entries(now.moved)) {
		const before = toldMoved[location] ?? {};
		const come = minus(units, before);
		if (countUnits(come) === 0) continue;
		const to = locationNamed(order, location);
		changes.push({ field: 'location', from: own, to, lines: linesOf(come, before, units) });
	}
	const home = cameHome(view);
	for (const [location, units] of Object.entries(toldMoved)) {
		const gone = least(minus(units, now.moved[location] ?? {}), home);
		if (countUnits(gone) === 0) continue;
		const from = locationNamed(order, location);
		changes.push({ field: 'location', from, to: own, lines: linesOf(gone, {}, gone) });
	}
	const fromOthers = least(view.back, minus(told.left ?? {}, now.left));
	if (countUnits(fromOthers) > 0) {
		const lines = linesOf(fromOthers, {}, fromOthers);
		changes.push({ field: 'location', from: null, to: own, lines });
	}
	return changes;
}

/** Units that are at the offer's own location and were told to be at another one. */
function cameHome({ now, told, offered, back }: View): Units {
	const movedThen = sumOf(Object.values(told.moved ?? {}));
	const movedNow = sumOf(Object.values(now.moved));
	const homeThen = minus(offered, sumOf([told.left ?? {}, told.gone ?? {}, movedThen]));
	const homeNow = minus(offered, sumOf([now.left, now.gone, movedNow]));
	return minus(homeNow, sumOf([homeThen, back]));
}

function holdChange({ now, told }: View, concerned: Units): readonly Change[] {
	if (countUnits(concerned) === 0) return [];
	const before = told.held ?? {};
	const lines = linesOf(concerned, before, now.held);
	return [{ field: 'hold', from: countUnits(before), to: countUnits(now.held), lines }];
}

function reopenedChange({ now }: View, reopened: Units): readonly Change[] {
	if (countUnits(reopened) === 0) return [];
	const before = sumOf([now.shipped, reopened]);
	const lines = linesOf(reopened, before, now.shipped);
	return [{ field: 'shipped', from: countUnits(before), to: countUnits(now.shipped), lines }];
}

function followingChanges({ now, told }: View, own: string): readonly Change[] {
	const changes: Change[] = [];
	if (told.progress === true && now.progress === false) {
		changes.push({ field: 'progress', from: true, to: false, lines: [] });
	}
	const before = told.fulfillmentOrders ?? [own];
	if (now.fulfillmentOrders.some((id) => !before.includes(id))) {
		changes.push({
			field: 'fulfillmentOrders',
			from: before,
			to: now.fulfillmentOrders,
			lines: [],
		});
	}
	return changes;
}

/** It is as it was told once, but the target may have heard something else last. */
function doubtedChange({ told, keeps }: View): readonly Change[] {
	if (!told.doubted) return [];
	return [{ field: 'quantity', from: null, to: countUnits(keeps), lines: [] }];
}

/** The event that says that a target has nothing left to ship. */
function endOf({ left }: Situation): ChangeEvent {
	return countUnits(left) > 0 ? 'Moved' : 'Cancelled';
}

function linesOf(concerned: Units, from: Units, to: Units): readonly LineChange[] {
	return Object.keys(concerned)
		.sort(compareLegacyIds)
		.map((orderLineId) => ({
			orderLineId,
			from: from[orderLineId] ?? 0,
			to: to[orderLineId] ?? 0,
		}));
}
