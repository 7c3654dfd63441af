import { setTimeout as pause } from 'node:timers/promises';
import { listen } from './listen';
import { createShelf, partsOf } from './shelf';
import type { Reply, TargetOrder, TargetState } from './shelf';
import { createDispatch, reported } from './shipments';
import type { Dispatch, ShipWish, TargetShipment } from './shipments';
import { createStockroom } from './stockroom';
import type { Units } from './units';

export type { TargetOrder, TargetState } from './shelf';
export type { TargetShipment } from './shipments';

const KEPT_REFUSALS = 20;

/**
 * How the target misbehaves; every field may be changed while it runs, and none is kept over a
 * restart.
 */
export interface TargetFaults {
	/** Every nth request is answered with 500 before anything is done; 0 for never. */
	failEvery: number;
	/** Everything is answered with 503. */
	down: boolean;
	/** New orders are refused with 422 and this text; empty for never. */
	refuse: string;
	/** Milliseconds that each answer waits after the work was done; 0 for none. */
	delayMs: number;
	/** Every nth request is done and its connection broken without an answer; 0 for never. */
	dropEvery: number;
	/** Neither keys nor numbers are recognised: what is sent twice is kept twice. */
	forgetful: boolean;
}

/**
 * What happened, told to whoever listens, as soon as the work is done and before the answer is
 * sent.
 */
export interface TargetEvent {
	readonly type:
		| 'created'
		| 'repeated'
		| 'refused'
		| 'changed'
		| 'cancelled'
		| 'failed'
		/** A parcel has left; once for each report of it. */
		| 'shipped'
		/** Somebody has said what a parcel became in the shop. */
		| 'uploaded'
		/** Somebody has counted a shelf. */
		| 'counted';
	/** Absent when the request failed before it was read. */
	readonly order?: TargetOrder;
	/** Of `shipped` and `uploaded`. */
	readonly shipment?: TargetShipment;
	/** Of `counted`. */
	readonly counted?: Units;
	readonly status: number;
}

/** A request that was answered with an error. */
export interface TargetRefusal {
	/** ISO 8601, UTC. */
	readonly at: string;
	/** Null when the request named none. */
	readonly orderNumber: string | null;
	readonly status: number;
	readonly message: string;
}

/** A request to the target, read. */
export interface TargetRequest {
	readonly method: string;
	/** Path and query, e.g. `/orders?key=6837114:1`. */
	readonly path: string;
	readonly key: string | null;
	/** The parsed body, null for none, undefined for what is not JSON. */
	readonly body: unknown;
}

/** An answer of the target. */
export interface TargetAnswer {
	readonly status: number;
	readonly body: unknown;
}

/**
 * A plain warehouse: it keeps orders, recognises one by its key and by its number, and says what it shipped
 * and what lies in it.
 */
export interface Target {
	readonly faults: TargetFaults;
	/**
	 * Changes some of the faults and tells those who subscribed, which a bare assignment does not.
	 */
	behave(change: Partial<TargetFaults>): void;
	/** In the order of their creation. */
	orders(): readonly TargetOrder[];
	/** In the order of their reporting. */
	shipments(): readonly TargetShipment[];
	/**
	 * Sends goods off, as staff do it: no fault keeps them from it. Gives a report for each time that the parcel is
	 * reported; it leaves the stock once. Throws a `Rejection` (409) for an order that cannot be shipped so.
	 */
	ship(wish: ShipWish): readonly TargetShipment[];
	/** Units that lie in the warehouse, in the order in which the SKUs came. */
	stock(): readonly Units[];
	/** Fills a warehouse that never had any stock; one that has keeps what it has. */
	stockUp(units: readonly Units[]): void;
	/** Sets what staff counted on a shelf; a SKU that was not there is from now on. */
	count(counted: Units): void;
	/** How far each of some orders is, and what the next parcel is labelled with. */
	readonly dispatch: Pick<Dispatch, 'progressOf' | 'nextLabel'>;
	/** The last 20 requests that were answered with an error, newest first. */
	refusals(): readonly TargetRefusal[];
	/** For a later `createTarget({ state })`; faults and refusals are not in it. */
	state(): TargetState;
	/**
	 * Answers a request, faults included; `'dropped'` means that the connection breaks without an
	 * answer.
	 */
	handle(request: TargetRequest): Promise<TargetAnswer | 'dropped'>;
	/**
	 * Calls back after each request that changed or refused something, and after `behave`; returns
	 * how to stop.
	 */
	subscribe(listener: () => void): () => void;
	/** Serves on loopback, for this machine's programs and no foreign page; port 0 takes a free one. */
	listen(port: number): Promise<{ url: string; close: () => Promise<void> }>;
}

/**
 * Makes a warehouse that the demo and the tests hand orders to.
 *
 * `POST /orders {orderNumber, …}` with the header `Idempotency-Key` creates one (201). The same key
 * again answers 200 with the kept order; another key with a number that is taken answers 409 and
 * names the order that has it. `GET /orders?key=` looks one up, with what has left of it (`shipped`).
 *
 * `PUT /orders/<number>` changes the fields that it names, all `lines` at once; `hold` says whether it must wait, and
 * `reason` why it is changed, `change` is its number: one that is lower than the order has heard already is answered
 * with 200 and the order as it is. `POST /orders/<number>/cancel {reason}` cancels what has not left of it, as often as asked.
 * 404 for an order that there is not; 409 for a change of a cancelled order, for fewer units than have left, and for
 * the cancellation of an order that has left.
 *
 * `GET /shipments?since=<ISO 8601>&uploaded=false&page=2` gives `{shipments, nextPage}`: what left at that time or
 * after, oldest first, 100 a page, `nextPage` null on the last; all three parameters may be absent. `POST
 * /shipments/<id>/uploaded {fulfillments: ["#1042-F1"]}` notes what became of one, as often as asked: the first
 * time stays, names are added.
 *
 * `GET /stock?page=1&limit=100` gives `{stock: [{sku, quantity}], nextPage}`: the units that lie there, whoever has
 * ordered them; `nextPage` is null on the last page. At most 1000 a page; both parameters may be absent.
 */
export function createTarget(
	options: {
		state?: TargetState;
		faults?: Partial<TargetFaults>;
		onEvent?: (event: TargetEvent) => void;
		/** Milliseconds since 1970; default `Date.now`. */
		clock?: () => number;
	} = {},
): Target {
	const faults: TargetFaults = {
		failEvery: 0,
		down: false,
		refuse: '',
		delayMs: 0,
		dropEvery: 0,
		forgetful: false,
		...options.faults,
	};
	const clock = options.clock ?? Date.now;
	const now = (): string => new Date(clock()).toISOString();
	const shelf = createShelf(options.state, {
		now,
		refuses: () => faults.refuse,
		forgets: () => faults.forgetful,
		shippedOf: (order) => dispatch.shippedOf(order),
	});
	const dispatch = createDispatch(options.state?.shipments ?? [], { now, orders: shelf.orders });
	const stockroom = createStockroom(options.state?.stock);
	const refusals: TargetRefusal[] = [];
	const listeners = new Set<() => void>();
	let requests = 0;

	const isDue = (every: number): boolean => every > 0 && requests % every === 0;

	function work({ method, path, key, body }: TargetRequest): Reply {
		if (faults.down)
			return { status: 503, body: { message: 'Closed for stocktaking' }, event: 'failed' };
		if (isDue(faults.failEvery))
			return { status: 500, body: { message: 'Internal error' }, event: 'failed' };
		const url = new URL(path, 'http://target');
		const parts = partsOf(url);
		if (parts?.[0] === 'shipments') return dispatch.answer(method, url, parts, body);
		if (parts?.[0] === 'stock') return stockroom.answer(method, url);
		return shelf.answer(method, url, key, body);
	}

	function note(request: TargetRequest, { status, body, event, order, shipment }: Reply): void {
		if (status >= 400) {
			const message = messageOf(body);
			refusals.unshift({ at: now(), orderNumber: orderNumberOf(request), status, message });
			refusals.length = Math.min(refusals.length, KEPT_REFUSALS);
		}
		if (event) {
			options.onEvent?.({
				type: event,
				status,
				...(order && { order }),
				...(shipment && { shipment }),
			});
		}
		if (event ?? status >= 400) tell();
	}

	function ship(wish: ShipWish): readonly TargetShipment[] {
		const parcels = dispatch.ship(wish);
		for (const { repeats, lines } of parcels) if (repeats === null) stockroom.takeOut(lines);
		const shipments = parcels.map(reported);
		for (const shipment of shipments) {
			const order = shelf.orders().find(({ reference }) => reference === shipment.reference);
			options.onEvent?.({ type: 'shipped', status: 200, ...(order && { order }), shipment });
		}
		tell();
		return shipments;
	}

	function count(counted: Units): void {
		stockroom.count(counted);
		options.onEvent?.({ type: 'counted', status: 200, counted });
		tell();
	}

	function tell(): void {
		for (const listener of listeners) listener();
	}

	async function handle(request: TargetRequest): Promise<TargetAnswer | 'dropped'> {
		requests += 1;
		const dropped = isDue(faults.dropEvery);
		const reply = work(request);
		note(request, reply);
		if (faults.delayMs > 0) await pause(faults.delayMs);
		return dropped ? 'dropped' : { status: reply.status, body: reply.body };
	}

	return {
		faults,
		behave: (change) => {
			Object.assign(faults, change);
			tell();
		},
		orders: shelf.orders,
		shipments: () => dispatch.shipments().map(reported),
		ship,
		stock: stockroom.stock,
		stockUp: (units) => {
			stockroom.stockUp(units);
			tell();
		},
		count,
		dispatch,
		refusals: () => [...refusals],
		state: () => {
			const stock = stockroom.kept();
			const [orders, shipments] = [shelf.orders(), dispatch.shipments()];
			return { orders, shipments, ...(stock && { stock }) };
		},
		handle,
		subscribe: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		listen: (port) => listen(port, handle),
	};
}

function messageOf(body: unknown): string {
	const { message } = body as { readonly message?: unknown };
	return typeof message === 'string' ? message : '';
}

/** The order that a request is about: its body's or its path's number. */
function orderNumberOf({ path, body }: TargetRequest): string | null {
	const named = (body as { readonly orderNumber?: unknown } | null | undefined)?.orderNumber;
	if (typeof named === 'string' && named !== '') return named;
	const [collection, number] = partsOf(new URL(path, 'http://target')) ?? [];
	return collection === 'orders' ? (number ?? null) : null;
}
