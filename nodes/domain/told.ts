import type { DetailHashes } from './detailHashes';
import { DETAIL_NAMES } from './detailHashes';
import type { Units } from './order';
import { minus, sumOf } from './unitSums';

/**
 * What a target was told last of an offer that it holds, as far as it is not what the offer itself says: all
 * units may be shipped from its location. A difference to what is now becomes an event.
 */
export interface Told {
	/** The last event's, higher for each later one: seconds since 1970, or one more. Two of one moment have the same. */
	readonly number?: number;
	/** When the last event was emitted. */
	readonly at?: string;
	/** The run that emitted it, so that it recognises its own write after a lost answer. */
	readonly run?: string;
	/** Units on hold or scheduled for later. */
	readonly held?: Units;
	/** Units at other locations that the target is to ship from as well, by location; shipped ones included. */
	readonly moved?: Readonly<Record<string, Units>>;
	/** Units that are not the target's any more: they went to a location of another target. */
	readonly left?: Units;
	/** Units that are not to be shipped any more: removed, refunded, cancelled. */
	readonly gone?: Units;
	/** True if the target was told that nothing of the offer is left for it. */
	readonly ended?: true;
	/** True if nobody knows what the target has heard last: it has to be told in any case. */
	readonly doubted?: true;
	/**
	 * Of an offer that has to be told in any case: units that its target may have been told to give up, though they are
	 * its own again. If they are shipped, the target alone knows whether it has shipped them.
	 */
	readonly givenUp?: Units;
	/** True until somebody says that the target has heard the last event, if anybody does. */
	readonly pending?: true;
	/** Whether the shop shows that somebody works on it; undefined if it never did. */
	readonly progress?: boolean;
	/** Legacy ids of the fulfillment orders that have its units, if not only the one that it was made for. */
	readonly fulfillmentOrders?: readonly string[];
	readonly details?: DetailHashes;
	/** Legacy ids of cancelled fulfillments that were told. */
	readonly reopened?: readonly string[];
}

/** Short names, as everything in the record. */
const SHORT = {
	number: 'i',
	at: 'a',
	run: 'r',
	held: 'h',
	moved: 'm',
	left: 'w',
	gone: 'g',
	ended: 'e',
	doubted: 'u',
	givenUp: 'n',
	pending: 'q',
	progress: 'p',
	fulfillmentOrders: 'fo',
	details: 'd',
	reopened: 'c',
} as const satisfies Readonly<Record<keyof Told, string>>;

/** As the record keeps it; what is empty is left out. */
export function writeTold(told: Told): Readonly<Record<string, unknown>> {
	const { details, ...others } = told;
	const written = Object.entries(others).flatMap(([name, value]) =>
		isEmpty(value) ? [] : [[SHORT[name as keyof Told], value] as const],
	);
	return {
		...Object.fromEntries(written),
		...(details && { [SHORT.details]: DETAIL_NAMES.map((name) => details[name]).join('.') }),
	};
}

/** Reads what {@link writeTold} wrote; what this version does not understand counts as not told. */
export function readTold(written: unknown): Told | undefined {
	if (!isObject(written)) return undefined;
	const told: Record<string, unknown> = {};
	for (const [name, short] of Object.entries(SHORT)) {
		const value = name === 'details' ? readDetails(written[short]) : written[short];
		if (value !== undefined && FITS[name as keyof Told](value)) told[name] = value;
	}
	return told;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isUnits = (value: unknown): boolean =>
	isObject(value) && Object.values(value).every((count) => Number.isInteger(count));

const FITS: Readonly<Record<keyof Told, (value: unknown) => boolean>> = {
	number: (value) => Number.isInteger(value),
	at: isText,
	run: isText,
	held: isUnits,
	moved: (value) => isObject(value) && Object.values(value).every(isUnits),
	left: isUnits,
	gone: isUnits,
	ended: (value) => value === true,
	doubted: (value) => value === true,
	givenUp: isUnits,
	pending: (value) => value === true,
	progress: (value) => typeof value === 'boolean',
	fulfillmentOrders: isTexts,
	details: isObject,
	reopened: isTexts,
};

function readDetails(written: unknown): DetailHashes | undefined {
	if (typeof written !== 'string') return undefined;
	const hashes = written.split('.');
	if (hashes.length !== DETAIL_NAMES.length) return undefined;
	return Object.fromEntries(
		DETAIL_NAMES.map((name, index) => [name, hashes[index] ?? '']),
	) as DetailHashes;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
	if (value === undefined) return true;
	return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** What was told without what is empty. */
export function compact(told: { readonly [Name in keyof Told]: Told[Name] | undefined }): Told {
	return Object.fromEntries(Object.entries(told).filter(([, value]) => !isEmpty(value)));
}

/** Whether a target was told nothing but what its offer says. */
export function isPlain(told: Told): boolean {
	const { held, moved, left, gone, ended, doubted, fulfillmentOrders } = told;
	return [held, moved, left, gone, ended, doubted, fulfillmentOrders].every(isEmpty);
}

const ASPECTS = [
	'held',
	'moved',
	'left',
	'gone',
	'progress',
	'fulfillmentOrders',
	'details',
	'reopened',
] as const satisfies readonly (keyof Told)[];

/**
 * What counts as told after an event may not have reached its target: what it had changed is as before, unless a later
 * event has changed it again. That nothing is left of it stays: the target may have heard it, and given the offer up.
 */
export function untell(now: Told, before: Told, after: Told): Told {
	const told: Record<string, unknown> = { ...now };
	let isTakenBack = false;
	for (const name of ASPECTS) {
		if (isSame(before[name], after[name]) || !isSame(now[name], after[name])) continue;
		isTakenBack = true;
		if (before[name] === undefined) Reflect.deleteProperty(told, name);
		else told[name] = before[name];
	}
	const { pending: _, ...left } = told as Told;
	return isTakenBack ? doubted(left, after) : now;
}

/** What was told when nobody knows whether its target has heard that, or something else last. */
export function doubted(told: Told, perhaps: Told): Told {
	const givenUp = sumOf([told.givenUp ?? {}, minus(awayOf(perhaps), awayOf(told))]);
	return { ...told, doubted: true, ...(!isEmpty(givenUp) && { givenUp }) };
}

/** Units that a target was told to give up. */
export function awayOf({ left, gone }: Told): Units {
	return sumOf([left ?? {}, gone ?? {}]);
}

function isSame(one: unknown, other: unknown): boolean {
	return textOf(one) === textOf(other);
}

/** The order of names does not count, and what is empty is as good as absent. */
function textOf(value: unknown): string {
	if (isEmpty(value)) return '';
	return JSON.stringify(value, (_name, inner: unknown) =>
		isObject(inner)
			? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
			: inner,
	);
}
