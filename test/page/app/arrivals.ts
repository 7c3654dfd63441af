import type { OrderView, WarehouseOrderView } from '../contract';
import { readBody } from './warehouseBody';

/** A warehouse order that came from an order of the shop. */
export interface Arrival {
	readonly orderNumber: string;
	readonly reference: string;
	/** The fulfillment order that it was handed over for, by legacy id; null if the key does not say. */
	readonly fulfillmentOrder: string | null;
	/** From the placing of the order to its arrival, in milliseconds. */
	readonly afterMs: number;
}

/** A key begins with the fulfillment order, see `Offer` in `nodes/domain/handoverRecord.ts`. */
function fulfillmentOrderOf(key: string | null): string | null {
	return /^(\d+)(?:[:-]|$)/.exec(key ?? '')?.[1] ?? null;
}

/** Warehouse orders by the name of the shop's order, the first to arrive first. */
export function arrivalsByOrder(
	orders: readonly OrderView[],
	received: readonly WarehouseOrderView[],
): ReadonlyMap<string, readonly Arrival[]> {
	const placedAt = new Map(orders.map((order) => [order.name, Date.parse(order.createdAt)]));
	const found = new Map<string, Arrival[]>();
	for (const one of received) {
		const name = readBody(one.body).orderName ?? one.orderNumber;
		const placed = placedAt.get(name);
		if (placed === undefined) continue;
		const arrival = {
			orderNumber: one.orderNumber,
			reference: one.reference,
			fulfillmentOrder: fulfillmentOrderOf(one.key),
			afterMs: Math.max(0, Date.parse(one.receivedAt) - placed),
		};
		found.set(name, [...(found.get(name) ?? []), arrival]);
	}
	return found;
}
