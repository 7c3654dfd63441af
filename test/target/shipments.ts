import { Rejection } from '../shop/listen';
import type { Label } from './labels';
import { labelOf } from './labels';
import type { Reply, TargetOrder } from './shelf';
import type { Units } from './units';
import { addUp, orderedUnits, without } from './units';

/** A parcel as the warehouse reports it. */
export interface TargetShipment extends Label {
	/** The report's own, e.g. `WS-12`: a parcel that is reported twice has two. */
	readonly id: string;
	/** The order's number in the warehouse, e.g. `#1042`. */
	readonly orderNumber: string;
	/** The order's idempotency key, e.g. `6837114`; null if it was kept without one. */
	readonly key: string | null;
	/** The order's reference in the warehouse, e.g. `WH-7`. */
	readonly reference: string;
	/** ISO 8601, UTC. */
	readonly shippedAt: string;
	readonly lines: readonly Units[];
	/** When it was first said to be in the shop; null if it never was. ISO 8601, UTC. */
	readonly uploadedAt: string | null;
	/** Names of the fulfillments that it became in the shop, e.g. `#1042-F1`. */
	readonly fulfillments: readonly string[];
}

/** A shipment as it is kept. */
export interface KeptShipment extends TargetShipment {
	/** The report of the same parcel that came before; null for a parcel of its own. */
	readonly repeats: string | null;
}

/** What somebody in the warehouse wants to send off. */
export interface ShipWish {
	readonly orderNumber: string;
	/** Tells apart orders that came under one number while the warehouse forgot; the first if absent. */
	readonly reference?: string;
	/** Everything that the order has not shipped yet, if absent. */
	readonly lines?: readonly Units[];
	/** Made up if absent, each of the three; null for none. */
	readonly carrier?: string | null;
	readonly trackingNumber?: string | null;
	readonly trackingUrl?: string | null;
	/** How often the one parcel is reported; default once. */
	readonly times?: number;
	/** Ships also what is cancelled or on hold, was shipped before, or was never ordered. */
	readonly force?: boolean;
}

/** How far an order is. */
export interface Progress {
	/** In the order of their reporting. */
	readonly shipments: readonly KeptShipment[];
	/** A parcel that is reported twice counts once. */
	readonly shipped: 'none' | 'part' | 'all';
	/** Units that are ordered and not shipped. */
	readonly left: readonly Units[];
}

/** The parcels of a warehouse. */
export interface Dispatch {
	/** In the order of their reporting. */
	shipments(): readonly KeptShipment[];
	/** What the next parcel is labelled with unless somebody says otherwise. */
	nextLabel(): Label;
	/** What has left of an order, parcel by parcel; one that is reported twice counts once. */
	shippedOf(order: TargetOrder): readonly Units[];
	/** Of several orders at once, since a page shows all of them. */
	progressOf(orders: readonly TargetOrder[]): readonly Progress[];
	/** Reports a parcel, once or more often. Throws a `Rejection` (409) for what cannot be shipped. */
	ship(wish: ShipWish): readonly KeptShipment[];
	/** Does what a request under `/shipments` asks for. */
	answer(method: string, url: URL, parts: readonly string[], body: unknown): Reply;
}

/** What the parcels need to know of the rest of the warehouse. */
export interface DispatchPlace {
	/** ISO 8601, UTC. */
	readonly now: () => string;
	readonly orders: () => readonly TargetOrder[];
}

const PAGE_SIZE = 100;
/** A day, or a time with its zone: a time without one means something else on each machine. */
const TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** Goes on from the shipments that were kept. */
export function createDispatch(
	kept: readonly KeptShipment[],
	{ now, orders }: DispatchPlace,
): Dispatch {
	const shipments = [...kept];

	const idOf = (serial: number): string => `WS-${serial}`;

	function progress(order: TargetOrder, own: readonly KeptShipment[]): Progress {
		const parcels = own.filter(({ repeats }) => repeats === null);
		const ordered = orderedUnits(order.body);
		const left = without(
			ordered,
			parcels.flatMap(({ lines }) => lines),
		);
		const isAll = ordered.length > 0 && left.length === 0;
		return {
			shipments: own,
			left,
			shipped: parcels.length === 0 ? 'none' : isAll ? 'all' : 'part',
		};
	}

	function progressOf(several: readonly TargetOrder[]): readonly Progress[] {
		const byOrder = new Map<string, KeptShipment[]>();
		for (const { reference } of several) byOrder.set(reference, []);
		for (const shipment of shipments) byOrder.get(shipment.reference)?.push(shipment);
		return several.map((order) => progress(order, byOrder.get(order.reference) ?? []));
	}

	function shippedOf({ reference }: TargetOrder): readonly Units[] {
		const parcels = shipments.filter((one) => one.reference === reference && one.repeats === null);
		return parcels.flatMap(({ lines }) => lines);
	}

	function ship(wish: ShipWish): readonly KeptShipment[] {
		const order = orders().find(
			({ orderNumber, reference }) =>
				orderNumber === wish.orderNumber && reference === (wish.reference ?? reference),
		);
		if (!order) throw refused(`There is no order ${wish.orderNumber}${ofReference(wish)}`);
		const [{ left } = { left: [] }] = progressOf([order]);
		const lines = wish.force ? insistedLines(order, left, wish) : linesFor(order, left, wish);
		const label = labelFor(nextLabel(wish.carrier), wish);
		const { orderNumber, key, reference } = order;
		const first = shipments.length + 1;
		const shippedAt = now();
		const made = Array.from({ length: wish.times ?? 1 }, (_, index) => ({
			id: idOf(first + index),
			orderNumber,
			key,
			reference,
			shippedAt,
			...label,
			lines,
			uploadedAt: null,
			fulfillments: [],
			repeats: index === 0 ? null : idOf(first),
		}));
		shipments.push(...made);
		return made;
	}

	const nextLabel = (carrier?: string | null): Label => labelOf(shipments.length + 1, carrier);

	function list({ searchParams }: URL): Reply {
		const question = questionIn(searchParams);
		if (typeof question === 'string') {
			return { status: 400, body: { message: question }, event: 'refused' };
		}
		const { since, page, uploaded } = question;
		const found = shipments
			.filter(({ shippedAt }) => Date.parse(shippedAt) >= since)
			.filter(({ uploadedAt }) => uploaded === null || (uploadedAt !== null) === uploaded);
		const end = page * PAGE_SIZE;
		return {
			status: 200,
			body: {
				shipments: found.slice(end - PAGE_SIZE, end).map(reported),
				nextPage: end < found.length ? page + 1 : null,
			},
		};
	}

	function markUploaded(id: string, body: unknown): Reply {
		const index = shipments.findIndex((shipment) => shipment.id === id);
		const before = shipments[index];
		if (!before) return { status: 404, body: { message: `No shipment ${id}` } };
		const names = namesIn(body);
		if (!names) return refusal('fulfillments: a list of names is needed, e.g. ["#1042-F1"]');
		const after = {
			...before,
			uploadedAt: before.uploadedAt ?? now(),
			fulfillments: [...new Set([...before.fulfillments, ...names])],
		};
		shipments[index] = after;
		const shipment = reported(after);
		const done = { status: 200, body: shipment };
		const isSame =
			before.uploadedAt !== null && before.fulfillments.length === after.fulfillments.length;
		if (isSame) return done;
		const order = orders().find(({ reference }) => reference === after.reference);
		return { ...done, event: 'uploaded', order, shipment };
	}

	return {
		shipments: () => [...shipments],
		nextLabel,
		shippedOf,
		progressOf,
		ship,
		answer(method, url, parts, body) {
			if (body === undefined) return refusal('The body is not JSON');
			const [collection, id, ...more] = parts;
			switch ([method, collection, id && '<id>', ...more].filter(Boolean).join(' ')) {
				case 'GET shipments':
					return list(url);
				case 'POST shipments <id> uploaded':
					return markUploaded(id ?? '', body);
				default:
					return { status: 404, body: { message: `No such address: ${method} ${url.pathname}` } };
			}
		},
	};
}

/** What the warehouse says to others: it does not know itself that it reports a parcel twice. */
export function reported({ repeats: _repeats, ...shipment }: KeptShipment): TargetShipment {
	return shipment;
}

/** What may be shipped: at most what is left, of an order that still stands. */
function linesFor(
	{ orderNumber, status, body, held, changed }: TargetOrder,
	left: readonly Units[],
	wish: ShipWish,
): readonly Units[] {
	if (status === 'cancelled') throw refused(`Order ${orderNumber} is cancelled`);
	if (held) {
		const why = changed?.reason ? `: ${changed.reason}` : '';
		throw refused(`Order ${orderNumber} is on hold${why}`);
	}
	if (left.length === 0) {
		const isEmpty = orderedUnits(body).length === 0;
		throw refused(
			`Order ${orderNumber} ${isEmpty ? 'names nothing to ship' : 'is shipped already'}`,
		);
	}
	const lines = addUp(wish.lines ?? left);
	for (const { sku, quantity } of lines) {
		const rest = left.find((one) => one.sku === sku)?.quantity ?? 0;
		if (quantity > rest) {
			throw refused(`Order ${orderNumber} has ${rest} of ${sku} left to ship, not ${quantity}`);
		}
	}
	return lines;
}

/** What is shipped because somebody insists: what was named, else what is left, else everything again. */
function insistedLines(
	{ orderNumber, body }: TargetOrder,
	left: readonly Units[],
	{ lines }: ShipWish,
): readonly Units[] {
	const insisted = addUp(lines ?? (left.length > 0 ? left : orderedUnits(body)));
	if (insisted.length === 0) throw refused(`Order ${orderNumber} names nothing to ship`);
	return insisted;
}

/**
 * What the wish says, and made-up words for what it leaves open. A made-up link leads to the made-up number,
 * so it does not go with a number of somebody's own.
 */
function labelFor(madeUp: Label, { carrier, trackingNumber, trackingUrl }: ShipWish): Label {
	const link = trackingNumber === undefined ? madeUp.trackingUrl : null;
	return {
		carrier: carrier === undefined ? madeUp.carrier : carrier,
		trackingNumber: trackingNumber === undefined ? madeUp.trackingNumber : trackingNumber,
		trackingUrl: trackingUrl === undefined ? link : trackingUrl,
	};
}

const refused = (message: string): Rejection => new Rejection(409, message);

const ofReference = ({ reference }: ShipWish): string =>
	reference === undefined ? '' : ` (${reference})`;

const refusal = (message: string): Reply => ({ status: 422, body: { message }, event: 'refused' });

/** Which shipments somebody asks for, or what is wrong with the question. */
function questionIn(query: URLSearchParams):
	| string
	| {
			/** Milliseconds since 1970. */
			readonly since: number;
			readonly page: number;
			/** Null for all. */
			readonly uploaded: boolean | null;
	  } {
	const [since, page] = [query.get('since') ?? '', query.get('page') ?? '1'];
	const uploaded = query.get('uploaded') ?? '';
	if (since !== '' && !(TIME.test(since) && Number.isFinite(Date.parse(since)))) {
		return 'since: a time with its zone is needed, e.g. 2026-11-20T08:30:00Z';
	}
	if (!/^[1-9]\d{0,6}$/.test(page)) return 'page: a whole number from 1 is needed';
	if (!['', 'true', 'false'].includes(uploaded)) return 'uploaded: true or false is needed';
	return {
		since: since === '' ? Number.NEGATIVE_INFINITY : Date.parse(since),
		page: Number(page),
		uploaded: uploaded === '' ? null : uploaded === 'true',
	};
}

function namesIn(body: unknown): readonly string[] | undefined {
	const names = (body as { readonly fulfillments?: unknown } | null)?.fulfillments;
	if (!Array.isArray(names)) return undefined;
	const areNames = names.every((name) => typeof name === 'string' && name.trim() !== '');
	return areNames ? (names as readonly string[]) : undefined;
}
