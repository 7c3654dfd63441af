import type { Units } from './order';
import type { Told } from './told';
import { readTold, writeTold } from './told';

/**
 * A fixed set of units under one key: what a target was, or may have been, told to ship.
 *
 * It is repeated unchanged until it is confirmed. A target that recognises the key gets each unit once.
 */
export interface Offer {
	/** Legacy id of the fulfillment order, and from its second offer on `:2`, `:3` …; `-r2` when sent again. */
	readonly key: string;
	/** Legacy id of the fulfillment order that the units were in when they were first offered. */
	readonly fulfillmentOrder: string;
	/** Legacy id of its location then. */
	readonly location: string | null;
	readonly units: Units;
	/**
	 * Units of the same lines that were shipped from its fulfillment order before it was made, or that its target says
	 * it has not shipped: they cannot be its own. Left out if there were none.
	 */
	readonly shippedThen?: Units;
	/** How often it was emitted. */
	readonly attempts: number;
	readonly firstOfferedAt: string;
	readonly lastOfferedAt: string;
	/** Names the run that emitted it last, so that a run recognises its own write after a lost answer. */
	readonly run: string;
	readonly confirmedAt?: string;
	/** What the target calls it. */
	readonly reference?: string;
	/** True once it was emitted as *Unsettled*, until it is settled: the target may hold this key or its parts. */
	readonly inDoubt?: true;
	/**
	 * Units that were taken for shipped when it was emitted as *Unsettled* last: its parts were made of
	 * the others. Left out if there were none.
	 */
	readonly shippedInDoubt?: Units;
	/** The key of the offer in doubt that this offer is a part of. */
	readonly partOf?: string;
	/** Set when the target does not hold this key and never will: its units are free. */
	readonly voidedAt?: string;
	/** Set when the target gave it back (*Return to Shopify*): it still counts, and is not offered again. */
	readonly returnedAt?: string;
	/**
	 * The last attempt that the target refused (*Hold*), if it refused every one before it as well: then it
	 * does not hold this key. An attempt whose answer was lost may have reached it.
	 */
	readonly refusedAttempt?: number;
	/** What the target was told of it; undefined if only the offer itself. */
	readonly told?: Told;
}

/** All offers of one order, oldest first. No names, no addresses: those stay in the order. */
export interface HandoverRecord {
	readonly offers: readonly Offer[];
	/** Units that were shipped without ever being offered, by fulfillment order: they belong to no offer. */
	readonly shippedBefore: Readonly<Record<string, Units>>;
}

/** A record together with the digest it was read with; null if the order has none yet. */
export interface StoredRecord {
	readonly record: HandoverRecord;
	readonly digest: string | null;
}

/** The record of an order that was never offered. */
export const NO_RECORD: HandoverRecord = { offers: [], shippedBefore: {} };

/** The order's metafield holds something that this version cannot read; it is never overwritten. */
export class UnreadableRecord extends Error {}

interface WrittenOffer {
	k: string;
	fo: string;
	loc?: string | null;
	u: Record<string, number>;
	s?: Record<string, number>;
	n: number;
	f: string;
	l: string;
	r: string;
	c?: string;
	ref?: string;
	d?: true;
	ds?: Record<string, number>;
	of?: string;
	v?: string;
	b?: string;
	x?: number;
	t?: Readonly<Record<string, unknown>>;
}

/**
 * Text of a record as the order's metafield keeps it. Short names: Shopify shows it nowhere, and it
 * is read with every poll.
 */
export function writeRecord(record: HandoverRecord): string {
	const offers = record.offers.map(
		(offer): WrittenOffer => ({
			k: offer.key,
			fo: offer.fulfillmentOrder,
			loc: offer.location,
			u: { ...offer.units },
			...(offer.shippedThen !== undefined && { s: { ...offer.shippedThen } }),
			n: offer.attempts,
			f: offer.firstOfferedAt,
			l: offer.lastOfferedAt,
			r: offer.run,
			...(offer.confirmedAt !== undefined && { c: offer.confirmedAt }),
			...(offer.reference !== undefined && { ref: offer.reference }),
			...(offer.inDoubt && { d: true as const }),
			...(offer.shippedInDoubt !== undefined && { ds: { ...offer.shippedInDoubt } }),
			...(offer.partOf !== undefined && { of: offer.partOf }),
			...(offer.voidedAt !== undefined && { v: offer.voidedAt }),
			...(offer.returnedAt !== undefined && { b: offer.returnedAt }),
			...(offer.refusedAttempt !== undefined && { x: offer.refusedAttempt }),
			...(offer.told !== undefined && { t: writeTold(offer.told) }),
		}),
	);
	return JSON.stringify({ v: 1, offers, before: record.shippedBefore });
}

/**
 * Reads what {@link writeRecord} wrote. Throws {@link UnreadableRecord} for anything else: an order
 * whose record cannot be read is left alone, since offering it might ship it twice.
 */
export function readRecord(text: string | null | undefined): HandoverRecord {
	if (text === null || text === undefined || text === '') return NO_RECORD;
	let written: unknown;
	try {
		written = JSON.parse(text);
	} catch {
		throw unreadable('it is not JSON');
	}
	if (!isObject(written) || written['v'] !== 1 || !Array.isArray(written['offers'])) {
		throw unreadable('it was written by a newer version');
	}
	const before = isObject(written['before']) ? written['before'] : {};
	const shippedBefore = Object.fromEntries(
		Object.entries(before).map(([id, units]) => [id, readUnits(units)]),
	);
	return { offers: written['offers'].map(readOffer), shippedBefore };
}

function readOffer(written: unknown): Offer {
	if (!isObject(written)) throw unreadable('an offer is not an object');
	const text = (name: string): string => {
		const value = written[name];
		if (typeof value !== 'string') throw unreadable(`an offer has no "${name}"`);
		return value;
	};
	const optional = <Name extends string>(name: Name, from: string): { [key in Name]?: string } =>
		typeof written[from] === 'string' ? ({ [name]: written[from] } as Record<Name, string>) : {};
	const attempts = written['n'];
	const told = readTold(written['t']);
	if (typeof attempts !== 'number') throw unreadable('an offer has no "n"');
	return {
		key: text('k'),
		fulfillmentOrder: text('fo'),
		location: typeof written['loc'] === 'string' ? written['loc'] : null,
		units: readUnits(written['u']),
		...(written['s'] !== undefined && { shippedThen: readUnits(written['s']) }),
		attempts,
		firstOfferedAt: text('f'),
		lastOfferedAt: text('l'),
		run: text('r'),
		...optional('confirmedAt', 'c'),
		...optional('reference', 'ref'),
		...(written['d'] === true && { inDoubt: true as const }),
		...(written['ds'] !== undefined && { shippedInDoubt: readUnits(written['ds']) }),
		...optional('partOf', 'of'),
		...optional('voidedAt', 'v'),
		...optional('returnedAt', 'b'),
		...(typeof written['x'] === 'number' && { refusedAttempt: written['x'] }),
		...(told !== undefined && { told }),
	};
}

function readUnits(written: unknown): Units {
	if (!isObject(written)) throw unreadable('an offer has no units');
	const units: Record<string, number> = {};
	for (const [line, count] of Object.entries(written)) {
		if (typeof count !== 'number' || !Number.isInteger(count) || count < 0) {
			throw unreadable('an offer has units that are not a number');
		}
		if (count > 0) units[line] = count;
	}
	return units;
}

function unreadable(why: string): UnreadableRecord {
	return new UnreadableRecord(`The handover record of the order cannot be read: ${why}`);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Offers whose units the target has or may get: all but the voided ones. */
export function liveOffers(record: HandoverRecord): readonly Offer[] {
	return record.offers.filter((offer) => offer.voidedAt === undefined);
}

/** Whether the offer still waits for its confirmation. */
export function isUnconfirmed(offer: Offer): boolean {
	return (
		offer.confirmedAt === undefined &&
		offer.voidedAt === undefined &&
		offer.returnedAt === undefined
	);
}

/**
 * Whether the target has refused the offer each time that it was emitted. It is neither repeated nor asked
 * about while its units are on hold, and emitted again as soon as they can be shipped.
 */
export function isRefused(offer: Offer): boolean {
	return offer.refusedAttempt === offer.attempts && !offer.inDoubt && isUnconfirmed(offer);
}

/** Whether the offer counts as handed over by its emission alone: no target has said that it holds it. */
export function isOnlyEmitted(offer: Offer): boolean {
	return offer.confirmedAt === offer.firstOfferedAt;
}

/** Whether the offer is a part of one that is not settled yet: the target may hold the whole instead. */
export function isPartInDoubt(offers: readonly Offer[], part: Offer): boolean {
	return offers.some((one) => one.key === part.partOf && isUnconfirmed(one));
}

/**
 * The parts of an offer in doubt that its last item named as ready: those that were emitted together with
 * it. A part whose units have moved on since was not, and is settled under its own key.
 */
export function readyParts(record: HandoverRecord, whole: Offer): readonly Offer[] {
	return record.offers.filter(
		(part) =>
			part.partOf === whole.key &&
			isUnconfirmed(part) &&
			!part.inDoubt &&
			part.lastOfferedAt === whole.lastOfferedAt,
	);
}

/**
 * The key of the next offer for a fulfillment order: its legacy id, and from the second one on
 * `<id>:2`, `<id>:3` … Voided offers count, so that a key never names two sets of units.
 */
export function nextKey(record: HandoverRecord, fulfillmentOrder: string): string {
	const used = new Set(record.offers.map((offer) => withoutRepeat(offer.key)));
	if (!used.has(fulfillmentOrder)) return fulfillmentOrder;
	let number = 2;
	while (used.has(`${fulfillmentOrder}:${number}`)) number += 1;
	return `${fulfillmentOrder}:${number}`;
}

/** The key that an order is sent again under, when the target has deleted it: `…-r2`, `…-r3` … */
export function repeatKey(record: HandoverRecord, key: string): string {
	const base = withoutRepeat(key);
	const used = new Set(record.offers.map((offer) => offer.key));
	let number = 2;
	while (used.has(`${base}-r${number}`)) number += 1;
	return `${base}-r${number}`;
}

/** A key without the ending that says how often the order was sent again. */
export function withoutRepeat(key: string): string {
	return key.replace(/-r\d+$/, '');
}

/** The parts of a key: the fulfillment order's legacy id, its number and how often it was sent again. */
export function parseKey(
	key: string,
): { fulfillmentOrder: string; number: number; repeat: number } | undefined {
	const match = /^(\d+)(?::(\d+))?(?:-r(\d+))?$/.exec(key);
	if (!match?.[1]) return undefined;
	return {
		fulfillmentOrder: match[1],
		number: Number(match[2] ?? 1),
		repeat: Number(match[3] ?? 1),
	};
}
