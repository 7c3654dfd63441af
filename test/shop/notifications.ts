import type { Fulfillment, Notification, ShopState } from './state';
import type { World } from './world';

/**
 * Notes that the customer is told about a fulfillment. Shopify sends an e-mail or a text message,
 * which an API cannot look up; here it can be, without the address. One is noted whenever it was
 * asked for, even if the order has neither e-mail nor phone.
 */
export function notify(world: World, fulfillment: Fulfillment, kind: Notification['kind']): void {
	fulfillment.order.notifications.push({
		at: world.now(),
		kind,
		order: { id: fulfillment.order.id, name: fulfillment.order.name },
		fulfillment: { id: fulfillment.id, name: fulfillment.name },
		trackingNumbers: fulfillment.tracking.flatMap(({ number }) => number ?? []),
	});
}

/** Every notification of the shop, in the order of time (within one second: of the orders). */
export function notificationsOf(state: ShopState): Notification[] {
	return [...state.orders.values()]
		.flatMap((order) => order.notifications)
		.sort((one, other) => one.at - other.at);
}
