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

/** Whether the shop shows that a target order is confirmed: in the handover record, or by its progress. */
export function isConfirmed(shop: DemoShop, { orderNumber, key }: TargetOrder): boolean {
	const order = [...shop.state.orders.values()].find(
		({ name }) => name === shopOrderOf(orderNumber),
	);
	if (!order) return false;
	const legacyId = key?.split(':')[0];
	const { offers = [] } = recordOf(order);
	return (
		offers.some((one) => one.k === key && one.c !== undefined) ||
		order.fulfillmentOrders.some(
			(one) => String(one.legacyId) === legacyId && one.progress !== null,
		)
	);
}

/** The handover record of an order, as far as it is looked at. */
interface Handover {
	/** Keys, and when they were confirmed. */
	readonly offers?: readonly { readonly k: string; readonly c?: string }[];
	/** Units that are shipped and belong to no offer, by fulfillment order and order line. */
	readonly before?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

function recordOf({ metafields }: Order): Handover {
	const [record] = [...metafields.values()].map(({ value }) => JSON.parse(value) as Handover);
	return record ?? {};
}

/** Units of a line that the handover record takes for shipped by nobody's order. */
export function unitsOfNobody({ order, legacyId }: LineItem): number {
	const { before = {} } = recordOf(order);
	return Object.values(before).reduce((sum, units) => sum + (units[String(legacyId)] ?? 0), 0);
}

/** All order lines of a shop. */
export function allLines(shop: DemoShop): readonly LineItem[] {
	return [...shop.state.orders.values()].flatMap(({ lines }) => lines);
}
