/**
 * What a trigger remembers between polls, in n8n's static data. It only saves work: if it is lost, the
 * next poll is slower and nothing else (but see `records`).
 *
 * It holds ids and times, no names and no addresses: everybody who may read the workflow sees it.
 */
export interface PollState {
	readonly v: 1;
	/** Orders with an unconfirmed offer, by legacy id: when the offer is due again, in ms. */
	readonly following: Readonly<Record<string, number>>;
	/** Legacy id below which the next scan has to go on, because the last one ran out of time. */
	readonly scanBelow?: string;
	/**
	 * Shopify's time up to which closed fulfillment orders were searched for unconfirmed offers. Without
	 * it all of them are searched, as far back as orders are handed over.
	 */
	readonly closedSearchedUntil?: string;
	/** Where a search that ran out of time has to go on, by legacy id. */
	readonly closedBelow?: string;
	/** Legacy ids of the orders that targets have and that were not closed at the last poll, with spaces between. */
	readonly watched?: string;
	/** Fingerprints of fulfillment orders that are not as their targets were told first, by legacy id. */
	readonly seen?: Readonly<Record<string, string>>;
	/** Handover records by the order's legacy id, for an app without `write_orders`. */
	readonly records: Readonly<Record<string, string>>;
}

/** The state of a trigger that has not polled yet, or has lost its static data. */
export const NO_STATE: PollState = { v: 1, following: {}, records: {} };

/** Static data → state. Anything that this version did not write counts as lost. */
export function readPollState(value: unknown): PollState {
	if (typeof value !== 'object' || value === null) return NO_STATE;
	const state = value as Partial<PollState>;
	if (state.v !== 1 || typeof state.following !== 'object') return NO_STATE;
	return {
		v: 1,
		following: { ...state.following },
		records: { ...state.records },
		...(typeof state.scanBelow === 'string' && { scanBelow: state.scanBelow }),
		...(typeof state.closedSearchedUntil === 'string' && {
			closedSearchedUntil: state.closedSearchedUntil,
		}),
		...(typeof state.closedBelow === 'string' && { closedBelow: state.closedBelow }),
		...(typeof state.watched === 'string' && { watched: state.watched }),
		...(typeof state.seen === 'object' && { seen: { ...state.seen } }),
	};
}
