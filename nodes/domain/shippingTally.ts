import type { FulfillmentOrderState, Units } from './order';
import { compareLegacyIds, isShippable } from './order';
import type { Counts, Share } from './unitPools';
import { add } from './unitPools';

/** What may be done with a unit that was handed over. */
export type UnitFate =
	/** It may leave now, from the location that it was offered for. */
	| 'mayShip'
	/** It is on hold there, or scheduled for later. */
	| 'held'
	/** It is at another location now, held there or not. */
	| 'moved'
	| 'shipped'
	/** Removed from the order, refunded, cancelled with it, or no longer this target order's. */
	| 'gone';

/** The units of one order line. What was offered is the sum of the others. */
export interface CheckedLine extends Readonly<Record<UnitFate, number>> {
	/** Legacy id. */
	readonly orderLineId: string;
	readonly offered: number;
}

/** Units that were offered together, for one location, and where they are now. */
export interface Piece {
	readonly location: string | null;
	readonly open: readonly Share[];
	readonly shipped: Units;
	readonly gone: Units;
}

/** The units of a target order by their fate, and the fulfillment orders that have the unshipped ones. */
export interface Tally {
	readonly units: Readonly<Record<UnitFate, Counts>>;
	readonly carriers: ReadonlyMap<FulfillmentOrderState, UnitFate>;
}

/** Counts what has become of the units of a target order. */
export function tallyOf(pieces: readonly Piece[]): Tally {
	const units = {
		mayShip: new Map<string, number>(),
		held: new Map<string, number>(),
		moved: new Map<string, number>(),
		shipped: new Map<string, number>(),
		gone: new Map<string, number>(),
	};
	const carriers = new Map<FulfillmentOrderState, UnitFate>();
	for (const { location, open, shipped, gone } of pieces) {
		addUnits(units.shipped, shipped);
		addUnits(units.gone, gone);
		for (const share of open) {
			const fate = fateAt(location, share.fulfillmentOrder);
			addUnits(units[fate], share.units);
			carriers.set(share.fulfillmentOrder, fate);
		}
	}
	return { units, carriers };
}

function addUnits(counts: Counts, units: Units): void {
	for (const [line, count] of Object.entries(units)) add(counts, line, count);
}

function fateAt(location: string | null, fulfillmentOrder: FulfillmentOrderState): UnitFate {
	if (fulfillmentOrder.location.id !== location) return 'moved';
	return isShippable(fulfillmentOrder) ? 'mayShip' : 'held';
}

/** The same line by line, oldest line first. */
export function linesOf({ units }: Tally): readonly CheckedLine[] {
	const ids = new Set(Object.values(units).flatMap((counts) => [...counts.keys()]));
	return [...ids].sort(compareLegacyIds).map((orderLineId): CheckedLine => {
		const count = (fate: UnitFate): number => units[fate].get(orderLineId) ?? 0;
		const [mayShip, held, moved] = [count('mayShip'), count('held'), count('moved')];
		const [shipped, gone] = [count('shipped'), count('gone')];
		const offered = mayShip + held + moved + shipped + gone;
		return { orderLineId, offered, mayShip, held, moved, shipped, gone };
	});
}

/**
 * What has become of the units, in one sentence without a period: `Of 3 units, 1 is on hold and 2 may ship`.
 */
export function describeTally(tally: Tally): string {
	const counted = FATES.map((fate) => ({ fate, units: sum(tally.units[fate]) })).filter(
		({ units }) => units > 0,
	);
	const all = counted.reduce((total, { units }) => total + units, 0);
	const texts = counted.map(({ fate, units }) => {
		const { verb, what } = phraseOf(fate, carriersOf(tally, fate));
		const are = units === 1 ? 'is' : 'are';
		return { units, text: verb ? what : `${are} ${what}` };
	});
	const [first, ...others] = texts;
	if (!first) return 'It has no units';
	if (others.length === 0) return `${all === 1 ? 'Its unit' : `All ${all} units`} ${first.text}`;
	const parts = texts.map(({ units, text }) => `${units} ${text}`);
	return `Of ${all} units, ${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

/** What stops a parcel comes first. */
const FATES: readonly UnitFate[] = ['held', 'moved', 'shipped', 'gone', 'mayShip'];

/** What is said of units; `verb` if it needs no *is* or *are* before it. */
function phraseOf(
	fate: UnitFate,
	carriers: readonly FulfillmentOrderState[],
): { readonly what: string; readonly verb?: true } {
	switch (fate) {
		case 'held':
			return { what: describeHeld(carriers) };
		case 'moved':
			return { what: `at ${namesOf(carriers)} now` };
		case 'shipped':
			return { what: 'shipped already' };
		case 'gone':
			return { what: 'removed, refunded, or no longer to be seen by this app' };
		case 'mayShip':
			return { what: 'may ship', verb: true };
	}
}

function carriersOf({ carriers }: Tally, fate: UnitFate): readonly FulfillmentOrderState[] {
	return [...carriers].filter(([, one]) => one === fate).map(([carrier]) => carrier);
}

function describeHeld(carriers: readonly FulfillmentOrderState[]): string {
	const scheduled = carriers.filter(({ status }) => status === 'SCHEDULED');
	if (scheduled.length === 0) return 'on hold';
	return scheduled.length < carriers.length
		? 'on hold or scheduled for later'
		: 'scheduled for later';
}

function namesOf(carriers: readonly FulfillmentOrderState[]): string {
	return [...new Set(carriers.map(({ location }) => location.name))].join(' and ');
}

function sum(counts: Counts): number {
	return [...counts.values()].reduce((all, count) => all + count, 0);
}
