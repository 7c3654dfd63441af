import type { DemoShop, Fulfillment, FulfillmentOrder, LineItem, Location, Order } from '../shop';
import type { Target, TargetOrder, TargetShipment } from '../target/target';
import type { TargetLine } from './compare';

/** Payment statuses that the trigger takes by default. */
const PAID: ReadonlySet<string | null> = new Set(['PAID', 'PARTIALLY_PAID', 'PARTIALLY_REFUNDED']);
const LIVE: ReadonlySet<string> = new Set(['OPEN', 'IN_PROGRESS', 'ON_HOLD', 'SCHEDULED']);

export const isLive = ({ status }: FulfillmentOrder): boolean => LIVE.has(status);

export const isPaid = ({ financialStatus }: Order): boolean => PAID.has(financialStatus);

/** Whether the trigger takes its delivery method by default. Gift cards and what joins them have none. */
const isSent = ({ deliveryMethod }: FulfillmentOrder): boolean =>
	deliveryMethod === null || ['SHIPPING', 'PICKUP_POINT'].includes(deliveryMethod.methodType);

/** Units of an order line that are not shipped yet, in fulfillment orders that somebody chooses. */
export function unitsLeft(
	{ order, id, requiresShipping }: LineItem,
	choose: (one: FulfillmentOrder) => boolean,
): number {
	if (!requiresShipping || order.cancelledAt !== null) return 0;
	return order.fulfillmentOrders
		.filter((one) => isLive(one) && isSent(one) && choose(one))
		.flatMap(({ lines }) => lines)
		.filter(({ lineItem }) => lineItem.id === id)
		.reduce((sum, { remaining }) => sum + remaining, 0);
}

/** Units of an order line that are not shipped yet, at the places of the target. */
export function unitsServed(line: LineItem, serves: (location: Location) => boolean): number {
	return unitsLeft(line, ({ location }) => serves(location));
}

/** Units of an order line in fulfillments that were made for parcels of the target. */
export function unitsUploaded(
	{ order, id }: LineItem,
	isOfTarget: (one: Fulfillment) => boolean,
): number {
	return order.fulfillments
		.filter((one) => one.status !== 'CANCELLED' && isOfTarget(one))
		.flatMap(({ lines }) => lines)
		.filter(({ lineItem }) => lineItem.id === id)
		.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** The target's parcels, each once however often it was reported. */
export function parcelsOf(target: Target): readonly TargetShipment[] {
	const parcels = new Map<string | null, TargetShipment>();
	for (const one of target.shipments()) {
		if (!parcels.has(one.trackingNumber)) parcels.set(one.trackingNumber, one);
	}
	return [...parcels.values()];
}

/** What the bundled workflow sends, as far as it is counted. */
interface SentBody {
	readonly shopOrder?: unknown;
	readonly lines?: readonly {
		readonly orderLineItemId: string;
		readonly sku: string | null;
		readonly quantity: number;
	}[];
}

/** The lines of the target's orders, with what was shipped of each. Parcels name SKUs: lines take in their order. */
export function targetLines(target: Target, orders: readonly TargetOrder[]): readonly TargetLine[] {
	const parcels = parcelsOf(target);
	return orders.flatMap(({ reference, body, status }) => {
		const shipped = new Map<string, number>();
		for (const { lines } of parcels.filter((one) => one.reference === reference)) {
			for (const { sku, quantity } of lines) shipped.set(sku, (shipped.get(sku) ?? 0) + quantity);
		}
		return ((body as SentBody).lines ?? []).map(({ orderLineItemId, sku, quantity }) => {
			const taken = Math.min(quantity, shipped.get(sku ?? '') ?? 0);
			shipped.set(sku ?? '', (shipped.get(sku ?? '') ?? 0) - taken);
			return {
				line: orderLineItemId,
				ordered: quantity,
				shipped: taken,
				cancelled: status === 'cancelled',
			};
		});
	});
}

/** The order of the shop that a target order belongs to: its number without the part's id. */
export function shopOrderOf(orderNumber: string): string {
	return /^#\d+/.exec(orderNumber)?.[0] ?? orderNumber;
}

/** All order lines of a shop. */
export function allLines(shop: DemoShop): readonly LineItem[] {
	return [...shop.state.orders.values()].flatMap(({ lines }) => lines);
}
