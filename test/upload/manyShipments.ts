import type { ShippedLine } from '../../nodes/domain/shipment';
import type { UploadRequest } from '../../nodes/upload/uploadShipments';
import { random } from '../domain/random';
import type { DemoShop, FulfillmentOrderLine, LineItem, Order } from '../shop';

/** A shipment that a warehouse has made, and what must be in the shop of it in the end. */
export interface MadeShipment {
	readonly order: Order;
	/** Empty for a shipment without a number. */
	readonly numbers: readonly string[];
	/** What it names its lines by: the id of the order line, or the SKU. */
	readonly units: ReadonlyMap<string, number>;
	readonly notifyCustomer: boolean;
	/** How its units are given; `remaining` and `total` for the only shipment of an order. */
	readonly given: 'units' | 'remaining' | 'total';
}

/** Orders with their shipments, and the items that a workflow would bring. */
export interface ManyShipments {
	readonly bySku: ReadonlySet<Order>;
	readonly shipments: readonly MadeShipment[];
	readonly requests: readonly UploadRequest[];
}

const LOCATIONS = ['Leeds Warehouse', 'Camden Shop', 'Galway Depot'];
/** Locations of the shop that {@link manyShipments} needs. */
export const THREE_LOCATIONS = LOCATIONS.map((name) => ({ name }));

const SKUS = ['HG-1001', 'HG-1002', 'HG-1003', 'HG-1004'];

type Random = (below: number) => number;

/**
 * Places orders of one to four lines: some lines share a SKU, some are at other locations, some fulfillment
 * orders are split. Each is shipped in up to three parcels or combined ones, wholly or in part. The same seed
 * gives the same.
 */
export function manyShipments(shop: DemoShop, count: number, seed: number): ManyShipments {
	const next = random(seed);
	const bySku = new Set<Order>();
	const shipments: MadeShipment[] = [];
	const items: Omit<UploadRequest, 'item'>[] = [];
	for (let index = 0; index < count; index += 1) {
		const order = placeOne(shop, next);
		if (next(3) === 0) bySku.add(order);
		for (const made of shipOne(order, bySku.has(order), next)) {
			shipments.push(made);
			items.push(...itemsOf(made, next));
		}
	}
	const shuffled = shuffle(items, next);
	return { bySku, shipments, requests: shuffled.map((one, item) => renumbered(one, item)) };
}

/** The same requests in another order, as a later run may bring them. */
export function inOtherOrder(
	requests: readonly UploadRequest[],
	seed: number,
): readonly UploadRequest[] {
	return shuffle(requests, random(seed)).map((one, item) => renumbered(one, item));
}

function renumbered(one: Omit<UploadRequest, 'item'>, item: number): UploadRequest {
	const { lines } = one;
	return {
		...one,
		item,
		lines: lines === 'remaining' ? lines : lines.map((line) => ({ ...line, item })),
	};
}

function placeOne(shop: DemoShop, next: Random): Order {
	const places = next(3) === 0 ? 2 + next(2) : 1;
	const sharesSku = next(4) === 0;
	const first = next(SKUS.length);
	const order = shop.placeOrder({
		lines: Array.from({ length: 1 + next(4) }, (_, line) => ({
			sku: SKUS[sharesSku && line < 2 ? first : (first + line) % SKUS.length] ?? null,
			quantity: 1 + next(4),
			location: LOCATIONS[next(places)] ?? '',
		})),
	});
	for (const { id, lines } of [...order.fulfillmentOrders]) {
		if (next(4) > 0) continue;
		const part = lines.find(({ remaining }) => remaining > 1);
		if (!part) continue;
		const apart = shop.split(id, [{ id: part.id, quantity: 1 + next(part.remaining - 1) }]);
		if (next(3) === 0) shop.move(apart.remaining.id, LOCATIONS[next(places)] ?? '');
	}
	return order;
}

/** Cuts an order's units into shipments; some units may stay. */
function shipOne(order: Order, bySku: boolean, next: Random): readonly MadeShipment[] {
	const cuts = 1 + (next(3) === 0 ? 1 + next(2) : 0);
	const parcels = Array.from({ length: cuts }, () => new Map<string, number>());
	const keepsSome = next(5) === 0;
	for (const line of order.lines) {
		const key = bySku ? (line.sku ?? '') : String(line.legacyId);
		for (let unit = 0; unit < line.quantity; unit += 1) {
			if (keepsSome && next(3) === 0) continue;
			const parcel = parcels[next(cuts)];
			parcel?.set(key, (parcel.get(key) ?? 0) + 1);
		}
	}
	const unnumbered = next(6) === 0 ? next(cuts) : -1;
	return parcels.flatMap((units, index) => {
		if (units.size === 0) return [];
		const number = `1Z${String(order.legacyId)}${index}`;
		const numbers = next(6) === 0 ? [`${number}A`, `${number}B`] : [number];
		return [
			{
				order,
				units,
				numbers: index === unnumbered ? [] : numbers,
				notifyCustomer: next(5) > 0,
				given: cuts === 1 ? givenAlone(keepsSome, next) : 'units',
			},
		];
	});
}

function givenAlone(isPartial: boolean, next: Random): MadeShipment['given'] {
	const way = next(8);
	if (way === 0 && !isPartial) return 'remaining';
	return way === 1 ? 'total' : 'units';
}

/** The items of one shipment: one of all its lines, the same one twice, or one for each line. */
function itemsOf(made: MadeShipment, next: Random): readonly Omit<UploadRequest, 'item'>[] {
	const { order, numbers, notifyCustomer, given } = made;
	const isNamed = given !== 'remaining' && next(4) === 0;
	const fulfillmentOrder = isNamed ? anyOf(order.fulfillmentOrders, next) : undefined;
	const whole: Omit<UploadRequest, 'item'> = {
		order: referenceTo(order, fulfillmentOrder, next),
		fulfillmentOrder: fulfillmentOrder ? String(fulfillmentOrder.legacyId) : null,
		lines:
			given === 'remaining'
				? given
				: [...made.units].map(([key, quantity]) => ({
						...lineOf(order, key, quantity, next),
						shippedInTotal: given === 'total' ? quantity : null,
					})),
		isWhole: true,
		tracking: {
			company: numbers.length > 0 ? 'UPS' : null,
			parcels: numbers.map((number) => ({ number, url: null })),
		},
		notifyCustomer,
		problems: [],
	};
	const { lines } = whole;
	const form = next(6);
	if (form === 0) return [whole, whole];
	if (form > 2 || lines === 'remaining') return [whole];
	return lines.map((line) => ({ ...whole, lines: [line], isWhole: false }));
}

function referenceTo(
	order: Order,
	fulfillmentOrder: Order['fulfillmentOrders'][number] | undefined,
	next: Random,
): UploadRequest['order'] {
	if (fulfillmentOrder) {
		const id = String(fulfillmentOrder.legacyId);
		if (next(2) === 0) return { by: 'fulfillmentOrder', id };
	}
	if (next(10) === 0) return { by: 'number', text: order.name };
	return { by: 'order', id: String(order.legacyId) };
}

function lineOf(order: Order, key: string, quantity: number, next: Random): ShippedLine {
	const line: ShippedLine = {
		fulfillmentOrderLineId: null,
		orderLineId: null,
		sku: null,
		quantity,
		shippedInTotal: null,
		fulfillmentOrder: null,
		item: 0,
	};
	const own = fulfillmentOrderLinesOf(order).filter(
		({ lineItem }) => String(lineItem.legacyId) === key,
	);
	if (own.length === 0) return { ...line, sku: key };
	if (next(2) === 0) return { ...line, orderLineId: key };
	return { ...line, fulfillmentOrderLineId: String(anyOf(own, next)?.legacyId ?? '') };
}

const fulfillmentOrderLinesOf = (order: Order): readonly FulfillmentOrderLine[] =>
	order.fulfillmentOrders.flatMap(({ lines }) => lines);

function anyOf<T>(all: readonly T[], next: Random): T | undefined {
	return all[next(all.length)];
}

function shuffle<T>(all: readonly T[], next: Random): readonly T[] {
	const left = [...all];
	const shuffled: T[] = [];
	while (left.length > 0) shuffled.push(...left.splice(next(left.length), 1));
	return shuffled;
}

/** What is wrong in the shop, a sentence each; empty if every shipment is in it exactly once. */
export function wrongs({ bySku, shipments }: ManyShipments): readonly string[] {
	const byOrder = new Map<Order, MadeShipment[]>();
	for (const one of shipments) byOrder.set(one.order, [...(byOrder.get(one.order) ?? []), one]);
	return [...byOrder].flatMap(([order, own]) => {
		const keyOf = ({ sku, legacyId }: LineItem): string =>
			bySku.has(order) ? (sku ?? '') : String(legacyId);
		return wrongsOf(order, own, keyOf);
	});
}

function wrongsOf(
	order: Order,
	shipments: readonly MadeShipment[],
	keyOf: (line: LineItem) => string,
): readonly string[] {
	const wanted = new Map<string, number>();
	for (const { numbers, units } of shipments) {
		for (const [key, quantity] of units) wanted.set(`${key} under ${numbers.join()}`, quantity);
	}
	const there = new Map<string, number>();
	for (const { lines, tracking } of order.fulfillments) {
		const numbers = tracking.map(({ number }) => number).join();
		for (const { lineItem, quantity } of lines) {
			const key = `${keyOf(lineItem)} under ${numbers}`;
			there.set(key, (there.get(key) ?? 0) + quantity);
		}
	}
	const amounts = [...new Set([...wanted.keys(), ...there.keys()])].flatMap((key) => {
		const [due, found] = [wanted.get(key) ?? 0, there.get(key) ?? 0];
		return due === found ? [] : [`${order.name}: ${found} instead of ${due} of ${key}`];
	});
	return [...amounts, ...wrongNotifications(order, shipments)];
}

function wrongNotifications(order: Order, shipments: readonly MadeShipment[]): readonly string[] {
	return order.fulfillments.flatMap(({ id, name, tracking }) => {
		const numbers = tracking.map(({ number }) => number).join();
		const told = order.notifications.filter(({ fulfillment }) => fulfillment.id === id).length;
		const shipment = shipments.find((one) => one.numbers.join() === numbers);
		const due = shipment?.notifyCustomer === true ? 1 : 0;
		return told === due ? [] : [`${name}: ${told} notifications instead of ${due}`];
	});
}
