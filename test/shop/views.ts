import type {
	FulfillmentEventView,
	FulfillmentOrderView,
	FulfillmentView,
	GoodsView,
	NotificationView,
	OrderLineView,
	OrderView,
	ShopView,
	StockView,
} from '../page/contract';
import type { DemoShop } from './demoShop';
import { supportedActions } from './fulfillmentOrders';
import { goods } from './goods';
import type {
	Address,
	Fulfillment,
	FulfillmentOrder,
	Metafield,
	Notification,
	Order,
} from './state';
import { stockOf } from './stock';
import type { Stock } from './stock';
import { totalsOf } from './totals';
import { formatTime } from './world';

/**
 * What the control endpoints show: the state as JSON, and here and there a field more than the page
 * needs.
 */

const timeOrNull = (ms: number | null): string | null => (ms === null ? null : formatTime(ms));

/** The whole shop. */
export function shopView(shop: DemoShop): ShopView {
	const { state } = shop;
	return {
		shop: state.domain,
		name: state.name,
		currency: state.currency,
		locations: [...state.locations.values()].map(({ id, name }) => ({ id, name })),
		goods: goods.map(({ sku, title, variantTitle, price }): GoodsView => {
			return { sku, title, variantTitle, price };
		}),
		stock: stockOf(state).map(stockView),
		orders: [...state.orders.values()].map(orderView),
	};
}

/** A shelf. */
export function stockView({ variant, location, onHand, committed, available }: Stock): StockView {
	return {
		sku: variant.sku ?? '',
		title: variant.product.title,
		variantTitle: variant.title,
		location: location.name,
		onHand,
		committed,
		available,
	};
}

/** An FO. Staff's holds name nobody, since the page knows staff by that. */
function fulfillmentOrderView(one: FulfillmentOrder): FulfillmentOrderView & {
	readonly updatedAt: string;
	readonly fulfillAt: string | null;
	readonly inProgress: boolean;
	readonly deliveryMethod: string | null;
} {
	return {
		id: one.id,
		legacyId: String(one.legacyId),
		status: one.status,
		location: one.location.name,
		updatedAt: formatTime(one.updatedAt),
		fulfillAt: timeOrNull(one.fulfillAt),
		progress: one.progress?.reasonNotes ?? null,
		inProgress: one.progress !== null,
		deliveryMethod: one.deliveryMethod?.methodType ?? null,
		holds: one.holds.map(({ id, reason, reasonNotes, heldBy, byThisApp }) => {
			return { id, reason, reasonNotes, heldBy: byThisApp ? heldBy : null };
		}),
		supportedActions: supportedActions(one),
		lines: one.lines.map(({ id, lineItem, total, remaining }) => ({
			id,
			lineItemId: lineItem.id,
			sku: lineItem.sku,
			title: lineItem.title,
			total,
			remaining,
		})),
	};
}

function fulfillmentView(made: Fulfillment): FulfillmentView {
	const { id, name, status, displayStatus, tracking, lines, order } = made;
	const events = [...made.events].sort((one, other) => one.happenedAt - other.happenedAt);
	return {
		id,
		name,
		createdAt: formatTime(made.createdAt),
		location: made.location.name,
		status,
		displayStatus,
		notified: order.notifications.some(
			(one) => one.kind === 'SHIPPED' && one.fulfillment.id === id,
		),
		events: events.map((one): FulfillmentEventView => {
			return { status: one.status, happenedAt: formatTime(one.happenedAt), message: one.message };
		}),
		tracking: tracking.map(({ number, company, url }) => ({ number, company, url })),
		lines: lines.map(({ lineItem, quantity }) => {
			return { sku: lineItem.sku, title: lineItem.title, quantity };
		}),
	};
}

function notificationView({
	at,
	kind,
	fulfillment,
	trackingNumbers,
}: Notification): NotificationView {
	return { at: formatTime(at), kind, fulfillment: fulfillment.name, trackingNumbers };
}

function orderLineViews({ lines, fulfillments }: Order): OrderLineView[] {
	const fulfilled = new Map<string, number>();
	for (const fulfillment of fulfillments) {
		if (fulfillment.status === 'CANCELLED') continue;
		for (const { lineItem, quantity } of fulfillment.lines) {
			fulfilled.set(lineItem.id, (fulfilled.get(lineItem.id) ?? 0) + quantity);
		}
	}
	return lines.map(({ id, sku, title, variantTitle, currentQuantity }) => ({
		id,
		sku,
		title,
		variantTitle,
		quantity: currentQuantity,
		fulfilled: fulfilled.get(id) ?? 0,
	}));
}

/** An address as on a label, without the name: `14 Quay Street`, `Galway H91 X2P4`, `Ireland`. */
export function addressLines(address: Address | null): readonly string[] {
	if (!address) return [];
	const { company, address1, address2, city, provinceCode, zip, country, countryCode } = address;
	// In these countries the letters of the province are part of the address.
	const province = countryCode === 'US' || countryCode === 'CA' ? provinceCode : null;
	const town = [city, province, zip].filter(Boolean).join(' ');
	return [company, address1, address2, town, country].filter((line): line is string =>
		Boolean(line),
	);
}

function recordView({ namespace, key, type, value }: Metafield): OrderView['records'][number] {
	return { namespace, key, value: type === 'json' ? (JSON.parse(value) as unknown) : value };
}

const nameOf = (one: { firstName: string | null; lastName: string | null } | null): string =>
	[one?.firstName, one?.lastName].filter(Boolean).join(' ');

/** An order with its FOs and what apps wrote on it. */
export function orderView(order: Order): OrderView {
	return {
		id: order.id,
		legacyId: String(order.legacyId),
		name: order.name,
		createdAt: formatTime(order.createdAt),
		financialStatus: order.financialStatus,
		cancelledAt: timeOrNull(order.cancelledAt),
		tags: order.tags,
		note: order.note,
		customer: nameOf(order.customer) || nameOf(order.shippingAddress),
		country: order.shippingAddress?.countryCode ?? null,
		shipTo: addressLines(order.shippingAddress),
		total: (totalsOf(order, 'current').total / 100).toFixed(2),
		lines: orderLineViews(order),
		fulfillmentOrders: order.fulfillmentOrders.map(fulfillmentOrderView),
		fulfillments: order.fulfillments.map(fulfillmentView),
		notifications: order.notifications.map(notificationView),
		records: [...order.metafields.values()].map(recordView),
	};
}
