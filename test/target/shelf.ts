import type { KeptShipment, TargetShipment } from './shipments';
import type { TargetEvent } from './target';
import type { Units } from './units';
import { orderedUnits, without } from './units';

/** One order as the warehouse keeps it. */
export interface TargetOrder {
	/** The number that people use, unique in the warehouse, e.g. `#1042`. */
	readonly orderNumber: string;
	/**
	 * The idempotency key that it was created under, e.g. `6837114:1`; null if none was sent, or the warehouse
	 * forgot it.
	 */
	readonly key: string | null;
	readonly status: 'open' | 'cancelled';
	/** Warehouse's own reference, e.g. `WH-7`. */
	readonly reference: string;
	/** When it came first, ISO 8601, UTC. */
	readonly receivedAt: string;
	/** Times that it was sent again under its own key; each was answered with the kept order. */
	readonly repeats: number;
	/** What was sent for it, with each later change in its place; without `hold`, `reason` and `change`, which are below. */
	readonly body: unknown;
	/** Whether it must wait. */
	readonly held: boolean;
	/** The last change or cancellation that was accepted; null if there was none. */
	readonly changed: {
		readonly at: string;
		readonly reason: string | null;
		/** The highest number (`change`) of all that were accepted; absent if none had one. */
		readonly number?: number;
	} | null;
}

/** What an order that was kept by an earlier version may lack. */
type Late = 'receivedAt' | 'held' | 'changed';

/** What a target keeps, as plain data that can be written to a file. */
export interface TargetState {
	readonly orders: readonly (Omit<TargetOrder, Late> & Partial<Pick<TargetOrder, Late>>)[];
	/** Absent in what was kept before the warehouse shipped anything. */
	readonly shipments?: readonly KeptShipment[];
	/** Absent as long as the warehouse never had any. */
	readonly stock?: readonly Units[];
}

/** What a request came to. */
export interface Reply {
	readonly status: number;
	readonly body: unknown;
	readonly event?: TargetEvent['type'];
	readonly order?: TargetOrder | undefined;
	readonly shipment?: TargetShipment;
}

/** The orders of a warehouse, and what may be done with them. */
export interface Shelf {
	/** In the order of their creation. */
	orders(): readonly TargetOrder[];
	/** Does what a request asks for; `body` is undefined if it is not JSON. */
	answer(method: string, url: URL, key: string | null, body: unknown): Reply;
}

/** What the warehouse has besides its orders. */
export interface ShelfHabits {
	/** ISO 8601, UTC. */
	readonly now: () => string;
	/** Why new orders are refused; empty if they are not. */
	readonly refuses: () => string;
	/** Whether what is sent twice is kept twice, and without its key. */
	readonly forgets: () => boolean;
	/** What has left of an order. */
	readonly shippedOf: (order: TargetOrder) => readonly Units[];
}

/** An order kept without a time counts as received when it is loaded: nobody knows better. */
export function createShelf(
	state: TargetState | undefined,
	{ now, refuses, forgets, shippedOf }: ShelfHabits,
): Shelf {
	const kept = new Map<string, TargetOrder>();
	/** By number; one that came while the warehouse forgets stands beside the first of its number. */
	const keep = (order: TargetOrder, name = order.orderNumber): TargetOrder => {
		kept.set(name, order);
		return order;
	};
	for (const order of state?.orders ?? []) {
		keep(
			{ receivedAt: now(), held: false, changed: null, ...order },
			kept.has(order.orderNumber) ? order.reference : undefined,
		);
	}

	const withKey = (key: string | null): TargetOrder | undefined =>
		key === null ? undefined : [...kept.values()].find((order) => order.key === key);

	function create(key: string | null, body: unknown): Reply {
		const orderNumber = numberOf(body);
		if (orderNumber === undefined) return refusal('orderNumber is missing');
		const same = forgets() ? undefined : withKey(key);
		if (same) {
			const order = keep({ ...same, repeats: same.repeats + 1 });
			return { status: 200, body: order, event: 'repeated', order };
		}
		const existing = kept.get(orderNumber);
		if (existing && !forgets()) {
			const message = `Order ${orderNumber} exists already`;
			return { status: 409, body: { message, existing }, event: 'refused', order: existing };
		}
		if (refuses()) return refusal(refuses());
		const reference = `WH-${kept.size + 1}`;
		const created: TargetOrder = {
			orderNumber,
			key: forgets() ? null : key,
			status: 'open',
			reference,
			receivedAt: now(),
			repeats: 0,
			body,
			held: false,
			changed: null,
		};
		const order = keep(created, existing ? reference : undefined);
		return { status: 201, body: order, event: 'created', order };
	}

	function change(orderNumber: string, action: string | undefined, body: unknown): Reply {
		const existing = kept.get(orderNumber);
		if (!existing) return { status: 404, body: { message: `No order ${orderNumber}` } };
		const { hold, reason, change: number, ...fields } = fieldsOf(body);
		const heard = existing.changed?.number ?? 0;
		// Overtaken by a later word: that stands.
		if (typeof number === 'number' && number < heard) return { status: 200, body: existing };
		const highest = typeof number === 'number' ? number : heard;
		const changed = {
			at: now(),
			reason: typeof reason === 'string' ? reason : null,
			...(highest > 0 && { number: highest }),
		};
		if (action === undefined) {
			const after = {
				...existing,
				body: { ...fieldsOf(existing.body), ...fields },
				held: typeof hold === 'boolean' ? hold : existing.held,
				changed,
			};
			const problem = whyNotChanged(existing, after);
			if (problem !== null) return conflict(problem, existing);
			return { status: 200, body: keep(after), event: 'changed', order: after };
		}
		const problem = whyNotCancelled(existing);
		if (problem !== null) return conflict(problem, existing);
		if (existing.status === 'cancelled') return { status: 200, body: existing };
		const order = keep({ ...existing, status: 'cancelled', held: false, changed });
		return { status: 200, body: order, event: 'cancelled', order };
	}

	function whyNotChanged(before: TargetOrder, after: TargetOrder): string | null {
		const { orderNumber, status } = before;
		if (status === 'cancelled') return `Order ${orderNumber} is cancelled`;
		const [tooMany] = without(shippedOf(before), orderedUnits(after.body));
		if (!tooMany) return null;
		const { sku, quantity } = tooMany;
		return `Order ${orderNumber}: ${quantity} of ${sku} more have left already than it would be for`;
	}

	function whyNotCancelled(order: TargetOrder): string | null {
		const shipped = shippedOf(order);
		const isAll = shipped.length > 0 && without(orderedUnits(order.body), shipped).length === 0;
		return isAll && order.status === 'open'
			? `Order ${order.orderNumber} is shipped already`
			: null;
	}

	function look({ searchParams }: URL): Reply {
		const [key, orderNumber] = [searchParams.get('key'), searchParams.get('orderNumber')];
		const orders = [...kept.values()]
			.filter((order) => key === null || order.key === key)
			.filter((order) => orderNumber === null || order.orderNumber === orderNumber);
		const told = orders.map((order) => ({ ...order, shipped: shippedOf(order) }));
		return { status: 200, body: { orders: told } };
	}

	return {
		orders: () => [...kept.values()],
		answer(method, url, key, body) {
			if (body === undefined) return refusal('The body is not JSON');
			const parts = partsOf(url);
			if (!parts) return { status: 400, body: { message: 'The address is not well formed' } };
			const [collection, orderNumber, action] = parts;
			const place = [collection, orderNumber && '<number>', action].filter(Boolean).join('/');
			switch (`${method} ${place}`) {
				case 'POST orders':
					return create(key, body);
				case 'GET orders':
					return look(url);
				case 'PUT orders/<number>':
					return change(orderNumber ?? '', undefined, body);
				case 'POST orders/<number>/cancel':
					return change(orderNumber ?? '', 'cancel', body);
				default:
					return { status: 404, body: { message: `No such address: ${method} ${url.pathname}` } };
			}
		},
	};
}

/** The decoded parts of a path; undefined when they cannot be decoded, as `%` alone. */
export function partsOf({ pathname }: URL): readonly string[] | undefined {
	try {
		return pathname.split('/').slice(1).map(decodeURIComponent);
	} catch {
		return undefined;
	}
}

function conflict(message: string, order: TargetOrder): Reply {
	return { status: 409, body: { message }, event: 'refused', order };
}

function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
	return typeof body === 'object' && body !== null ? { ...body } : {};
}

function refusal(message: string): Reply {
	return { status: 422, body: { message }, event: 'refused' };
}

function numberOf(body: unknown): string | undefined {
	if (typeof body !== 'object' || body === null || !('orderNumber' in body)) return undefined;
	const { orderNumber } = body;
	return typeof orderNumber === 'string' && orderNumber !== '' ? orderNumber : undefined;
}
