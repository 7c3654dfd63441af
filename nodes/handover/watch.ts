import { createHash } from 'node:crypto';
import type { HandoverRules } from '../domain/assessment';
import { servesLocation } from '../domain/filters';
import type { StoredRecord } from '../domain/handoverRecord';
import { liveOffers } from '../domain/handoverRecord';
import type { FulfillmentOrderState, OrderHead } from '../domain/order';
import { isToldAgain } from '../domain/telling';
import { appearanceOf, isAsTold, watchedOffers } from '../domain/watching';
import type { PollState } from './pollState';

/** What of the poll's memory is about orders that targets have. */
export type Watched = Pick<PollState, 'watched' | 'seen'>;

/**
 * Finds, in what a scan shows, the orders that something has happened to since their targets were told. It compares
 * what is now with what was told and with what the last polls saw; losing that costs a reading of each order that is
 * handed over, and no event.
 */
export class Watch {
	private readonly known: ReadonlySet<string>;
	private readonly before: Readonly<Record<string, string>>;
	private readonly rules: HandoverRules;
	/** Orders of this scan that have offers. */
	private readonly here = new Set<string>();
	/** Orders that have to be read, and were not yet. */
	private readonly pending = new Set<string>();
	/** Fingerprints of what a look alone cannot explain, by fulfillment order. */
	private readonly odd = new Map<string, { readonly order: string; readonly print: string }>();
	private isWhole = false;

	constructor({ watched, seen }: Watched, rules: HandoverRules) {
		this.known = new Set(watched?.split(' '));
		this.before = seen ?? {};
		this.rules = rules;
	}

	/** Whether the order of a fulfillment order has to be read. */
	isNews(
		fulfillmentOrder: FulfillmentOrderState,
		order: OrderHead,
		{ record, digest }: StoredRecord,
	): boolean {
		if (liveOffers(record).length === 0) return false;
		this.here.add(order.legacyId);
		const serves = (id: string | null): boolean => servesLocation(this.rules.filters, id);
		if (watchedOffers(record, serves).length === 0) return false;
		const isDue = liveOffers(record).some((offer) => isToldAgain(offer, this.rules));
		const before = this.before[fulfillmentOrder.legacyId];
		const isPlain = isAsTold(fulfillmentOrder, order, record, serves);
		const isKnown = this.known.has(order.legacyId) && !isDue;
		if (isPlain && before === undefined && isKnown) return false;
		const print = fingerprint(appearanceOf(fulfillmentOrder, order, digest));
		if (!isPlain) this.odd.set(fulfillmentOrder.legacyId, { order: order.legacyId, print });
		const isNews = !isKnown || before !== print;
		if (isNews) this.pending.add(order.legacyId);
		return isNews;
	}

	/** Orders that were there and are not any more: shipped, cancelled, or withheld. Call it when all was seen. */
	missing(): readonly string[] {
		this.isWhole = true;
		const missing = [...this.known].filter((id) => id !== '' && !this.here.has(id));
		for (const id of missing) this.pending.add(id);
		return missing;
	}

	/** An order was read, and what is to be said of it was recorded. `isOffered` if a target was offered some of it. */
	dealtWith(order: string, isOffered: boolean): void {
		this.pending.delete(order);
		if (isOffered && !this.known.has(order)) this.here.add(order);
	}

	/** What the next poll has to know. */
	state(): Watched {
		const seen: Record<string, string> = this.isWhole ? {} : { ...this.before };
		for (const [id, { order, print }] of this.odd) {
			const before = this.before[id];
			if (!this.pending.has(order)) seen[id] = print;
			else if (before !== undefined) seen[id] = before;
		}
		// An order that was not known and not read is news again.
		const kept = [...this.known].filter(
			(id) => id !== '' && (!this.isWhole || this.here.has(id) || this.pending.has(id)),
		);
		const fresh = [...this.here].filter((id) => !this.known.has(id) && !this.pending.has(id));
		return { watched: [...kept, ...fresh].join(' '), seen };
	}
}

/** 48 bits: enough to notice a change of one fulfillment order, and short, since n8n keeps it. */
function fingerprint(text: string): string {
	return createHash('sha256').update(text).digest('base64url').slice(0, 8);
}
