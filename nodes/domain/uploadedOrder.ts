import type { Part } from './shipmentAllocation';
import type { ExistingFulfillment, ShippedOrder } from './shippedOrder';

/** The order after a part of a shipment has become a fulfillment. */
export function withFulfillment(
	order: ShippedOrder,
	part: Part,
	made: ExistingFulfillment,
): ShippedOrder {
	const shipped = new Map<string, number>();
	for (const { lines } of part.fulfillmentOrders) {
		for (const { id, quantity } of lines) shipped.set(id, (shipped.get(id) ?? 0) + quantity);
	}
	const fulfillmentOrders = order.fulfillmentOrders.map((one) => {
		if (!part.fulfillmentOrders.some(({ id }) => id === one.id)) return one;
		const lines = one.lines.map((line) => ({
			...line,
			remaining: line.remaining - (shipped.get(line.id) ?? 0),
		}));
		const isDone = lines.every(({ remaining }) => remaining === 0);
		return { ...one, lines, status: isDone ? 'CLOSED' : 'IN_PROGRESS' };
	});
	return { ...order, fulfillmentOrders, fulfillments: [...order.fulfillments, made] };
}

/** The order after the tracking of one of its fulfillments was replaced. */
export function withTracking(order: ShippedOrder, changed: ExistingFulfillment): ShippedOrder {
	const fulfillments = order.fulfillments.map((one) => (one.id === changed.id ? changed : one));
	return { ...order, fulfillments };
}
