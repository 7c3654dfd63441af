import type { LineItem, Order } from './state';

/** How much of an order has left the house. */

/** The value of `displayFulfillmentStatus`; recorded but for SCHEDULED and mixtures. */
export function fulfillmentStatus(order: Order): string {
	const active = order.fulfillmentOrders.filter(
		(one) => one.status !== 'CLOSED' && one.status !== 'CANCELLED',
	);
	const shipped = order.fulfillments.some((one) => one.status === 'SUCCESS');
	if (shipped) return active.length === 0 ? 'FULFILLED' : 'PARTIALLY_FULFILLED';
	if (active.some((one) => one.status === 'IN_PROGRESS')) return 'IN_PROGRESS';
	if (active.length > 0 && active.every((one) => one.status === 'ON_HOLD')) return 'ON_HOLD';
	if (active.length > 0 && active.every((one) => one.status === 'SCHEDULED')) return 'SCHEDULED';
	return 'UNFULFILLED';
}

/** Units of the line that have left the house. */
export function fulfilledUnits(line: LineItem): number {
	let sum = 0;
	for (const made of line.order.fulfillments) {
		if (made.status !== 'SUCCESS') continue;
		for (const one of made.lines) if (one.lineItem === line) sum += one.quantity;
	}
	return sum;
}
