import type { Whereabouts } from './allocation';
import type { DetailHashes } from './detailHashes';
import type { FulfillmentOrderState, OrderState, Units } from './order';
import { countUnits, hasReportedProgress, isShippable } from './order';
import { minus, sumOf } from './unitSums';

/** What is true of an offer now, as far as its target has to know. */
export interface Situation {
	/** Whether there is nothing to be shipped of it, whatever is open: its order is cancelled, or it was given back. */
	readonly isOver: boolean;
	/** Units that are shipped, but for those that left before. */
	readonly shipped: Units;
	/** Units that the target is still to ship, held ones included, wherever it is to ship them from. */
	readonly open: Units;
	/** Of these, those that may leave now. */
	readonly mayShip: Units;
	/** Of these, those on hold or scheduled for later. */
	readonly held: Units;
	/** Units at other locations that the same trigger serves, by location, shipped ones included. */
	readonly moved: Readonly<Record<string, Units>>;
	/** Units at locations of other targets, those that were shipped from there included. */
	readonly left: Units;
	/** The same by location. */
	readonly leftTo: Readonly<Record<string, Units>>;
	/** Units removed, refunded, cancelled, or no longer to be seen by this app. */
	readonly gone: Units;
	/** Whether each fulfillment order that may be shipped from reads as worked on; undefined if there is none. */
	readonly progress: boolean | undefined;
	/** Legacy ids of the fulfillment orders that have the open units. */
	readonly fulfillmentOrders: readonly string[];
	/** Legacy ids of all fulfillment orders that have or had units of it. */
	readonly places: readonly string[];
	/** Null if nothing is open. */
	readonly details: DetailHashes | null;
}

/**
 * Where the units of an offer are, as its target sees it. At a location of its own trigger they are still the
 * target's; at any other one they are another's.
 */
export function situationOf(
	order: OrderState,
	{ offer, open, shipped, shippedFrom, gone }: Whereabouts,
	serves: (location: string | null) => boolean,
): Situation {
	const isOver = order.cancelledAt !== null || offer.returnedAt !== undefined;
	const places = [
		...open.map((share) => share.fulfillmentOrder.legacyId),
		...Object.keys(shippedFrom).filter((id) =>
			order.fulfillmentOrders.some(({ legacyId }) => legacyId === id),
		),
	];
	if (isOver) return overSituation(offer.units, shipped, places);
	const isOwn = (id: string | null): boolean => id === offer.location || serves(id);
	const own = open.filter((share) => isOwn(share.fulfillmentOrder.location.id));
	const others = open.filter((share) => !own.includes(share));
	const moved: Record<string, Units> = {};
	const count = (location: string | null, units: Units): void => {
		if (location === offer.location || !isOwn(location)) return;
		moved[location ?? NOWHERE] = sumOf([moved[location ?? NOWHERE] ?? {}, units]);
	};
	for (const { fulfillmentOrder, units } of own) count(fulfillmentOrder.location.id, units);
	const leftTo: Record<string, Units> = {};
	const leave = (location: string | null, units: Units): void => {
		leftTo[location ?? NOWHERE] = sumOf([leftTo[location ?? NOWHERE] ?? {}, units]);
	};
	const shippedAway: Units[] = [];
	for (const { fulfillmentOrder, units } of others) leave(fulfillmentOrder.location.id, units);
	for (const [id, units] of Object.entries(shippedFrom)) {
		const from = order.fulfillmentOrders.find(({ legacyId }) => legacyId === id);
		if (!from) continue;
		// What was shipped from another's location did not come back with that.
		if (isOwn(from.location.id)) count(from.location.id, units);
		else {
			leave(from.location.id, units);
			shippedAway.push(units);
		}
	}
	const shippable = own.filter((share) => isShippable(share.fulfillmentOrder));
	const carriers = own.map((share) => share.fulfillmentOrder);
	const main = carriers.find((one) => one.legacyId === offer.fulfillmentOrder) ?? carriers[0];
	return {
		isOver,
		shipped: minus(shipped, sumOf(shippedAway)),
		open: sumOf(own.map(({ units }) => units)),
		mayShip: sumOf(shippable.map(({ units }) => units)),
		held: sumOf(own.filter((share) => !shippable.includes(share)).map(({ units }) => units)),
		moved,
		left: sumOf(Object.values(leftTo)),
		leftTo,
		gone,
		progress: progressOf(shippable.map((share) => share.fulfillmentOrder)),
		fulfillmentOrders: carriers.map(({ legacyId }) => legacyId),
		places,
		details: main?.details ?? null,
	};
}

/** Stands for a location that the app may not see. */
const NOWHERE = '-';

function overSituation(offered: Units, shipped: Units, places: readonly string[]): Situation {
	return {
		isOver: true,
		shipped,
		open: {},
		mayShip: {},
		held: {},
		moved: {},
		left: {},
		leftTo: {},
		gone: minus(offered, shipped),
		progress: undefined,
		fulfillmentOrders: [],
		places,
		details: null,
	};
}

function progressOf(shippable: readonly FulfillmentOrderState[]): boolean | undefined {
	return shippable.length > 0 ? shippable.every(hasReportedProgress) : undefined;
}

/** A location as items name it; the name is null if no fulfillment order of the order is there now. */
export function locationNamed(
	order: OrderState,
	id: string | null,
): { readonly id: string | null; readonly name: string | null } {
	const there = order.fulfillmentOrders.find(({ location }) => location.id === id);
	return { id: id === NOWHERE ? null : id, name: there?.location.name ?? null };
}

/** Whether the target has nothing of it any more, nor ever shipped anything of it. */
export function isNothingLeft({ open, shipped }: Situation): boolean {
	return countUnits(open) === 0 && countUnits(shipped) === 0;
}
