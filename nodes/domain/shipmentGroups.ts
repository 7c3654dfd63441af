import type { ShippedLine, Shipment } from './shipment';
import { numberKeys } from './shipment';
import type { Tracking } from './tracking';
import { mergeTracking } from './tracking';

/** One input item, read, with its order found. */
export interface ShippedItem {
	readonly item: number;
	/** Global id of its order. */
	readonly orderId: string;
	/** Legacy id of the fulfillment order that it names; null if it names the order alone. */
	readonly fulfillmentOrder: string | null;
	/** Lines of the shipment, or one of them, or everything that remains. */
	readonly lines: readonly ShippedLine[] | 'remaining';
	/** True if the item gives the whole shipment as a list, and not one line of it. */
	readonly isWhole: boolean;
	/** What the target calls the shipment; ties rows without a tracking number together. */
	readonly shipmentId?: string | null;
	readonly tracking: Tracking;
	readonly notifyCustomer: boolean;
	/** What is wrong with the item; empty as a rule. */
	readonly problems: readonly string[];
}

/** Shipments of one order, in the order of their first items. */
export interface OrderShipments {
	readonly orderId: string;
	readonly shipments: readonly Shipment[];
}

/**
 * Puts items together to shipments, by order and tracking number; without a number by order and shipment id.
 * An item that gives a whole shipment without either is one for itself. One that repeats a whole shipment with
 * the same number adds nothing: lists with a look-back name one twice. With `combine` off each item is a
 * shipment.
 */
export function groupShipments(
	items: readonly ShippedItem[],
	combine: boolean,
): readonly OrderShipments[] {
	const orders = new Map<string, Map<string, ShippedItem[]>>();
	for (const one of items) {
		const shipments = orders.get(one.orderId) ?? new Map<string, ShippedItem[]>();
		orders.set(one.orderId, shipments);
		const key = combine ? shipmentKey(one) : String(one.item);
		const shipment = shipments.get(key);
		if (shipment) shipment.push(one);
		else shipments.set(key, [one]);
	}
	return [...orders].map(([orderId, shipments]) => ({
		orderId,
		shipments: [...shipments.values()].map(toShipment),
	}));
}

function shipmentKey(one: ShippedItem): string {
	const { tracking, lines, fulfillmentOrder, shipmentId, isWhole, item } = one;
	const numbers = [...numberKeys(tracking)].sort().join(' ');
	// Everything that remains of two fulfillment orders are two things to ask for.
	if (lines === 'remaining') return `${numbers} all ${fulfillmentOrder ?? ''}`;
	if (numbers !== '') return numbers;
	if (shipmentId) return `id ${shipmentId}`;
	return isWhole ? `item ${item}` : '';
}

function toShipment(items: readonly ShippedItem[]): Shipment {
	const [first] = items;
	if (!first) throw new Error('A shipment has at least one item');
	const fulfillmentOrders = new Set(items.map(({ fulfillmentOrder }) => fulfillmentOrder));
	return {
		items: items.map(({ item }) => item),
		lines: first.lines === 'remaining' ? 'remaining' : linesOf(items),
		fulfillmentOrder: fulfillmentOrders.size === 1 ? first.fulfillmentOrder : null,
		tracking: items.slice(1).reduce((sum, one) => mergeTracking(sum, one.tracking), first.tracking),
		isLoose: items.length > 1 && shipmentKey(first) === '',
		notifyCustomer: items.some(({ notifyCustomer }) => notifyCustomer),
		inputProblems: items.flatMap(({ problems }) => problems),
	};
}

function linesOf(items: readonly ShippedItem[]): readonly ShippedLine[] {
	const whole = new Set<string>();
	return items.flatMap(({ lines, isWhole }) => {
		if (lines === 'remaining') return [];
		if (!isWhole) return lines;
		const content = JSON.stringify(lines.map((line) => ({ ...line, item: 0 })));
		if (whole.has(content)) return [];
		whole.add(content);
		return lines;
	});
}
