import type { DemoShop, Fulfillment, ShopEvent } from '../shop';
import type { Target, TargetEvent, TargetShipment } from '../target/target';
import { secondsSince } from './checks';
import { createStockTeller } from './tellStock';

/** Turns what happens in the shop and in the warehouse into lines for a person. */
export interface Teller {
	tellShop(event: ShopEvent): void;
	/** Tells of fulfillments that are new in the shop; for whenever anything may have changed there. */
	tellFulfillments(): void;
	/** The same for stock; to be asked after the fulfillments were told. */
	tellStock(): void;
	tellTarget(event: TargetEvent): void;
}

/**
 * One line for each step of an order, and for each stock level that is set. Lines name orders and never customers; an
 * arrival says how long the order took from the shop to the warehouse, a fulfillment and a level how long the
 * news took back.
 *
 * @param print receives a line
 * @param target whose words for a refusal are repeated; asked for when there is one
 * @param shop absent for a real shop, which does not tell what happens in it
 */
export function createTeller(
	print: (line: string) => void,
	target: () => Target,
	shop?: DemoShop,
): Teller {
	/** When an order became ready here, in milliseconds: finer than the shop's own times. */
	const placed = new Map<string, number>();
	const released = new Map<string, number>();
	const statuses = new Map<string, string>();
	const cancelled = new Set<string>();
	for (const { id, status } of shop?.state.fulfillmentOrders.values() ?? [])
		statuses.set(id, status);
	const stockTeller = shop && createStockTeller(print, shop);
	/** Of those that are there, so many have been told of or were there before. */
	let fulfillmentsTold = shop?.state.fulfillments.size ?? 0;

	function howLong(orderName: string): string {
		const begun = placed.get(orderName) ?? placedBefore(orderName);
		if (begun === undefined) return '';
		const freed = released.get(orderName);
		const afterRelease = freed === undefined ? '' : `, ${secondsSince(freed)} s after its release`;
		return `, ${secondsSince(begun)} s after it was placed${afterRelease}`;
	}

	/** Of an order from before this start: the shop's own time. */
	function placedBefore(orderName: string): number | undefined {
		const orders = [...(shop?.state.orders.values() ?? [])];
		return orders.find(({ name }) => name === orderName)?.createdAt;
	}

	function tellShop(event: ShopEvent): void {
		if (event.type === 'orderPlaced') {
			const { name, fulfillmentOrders } = event.order;
			placed.set(name, Date.now());
			for (const { id, status } of fulfillmentOrders) statuses.set(id, status);
			print(`Shop       ${name} was placed`);
			return;
		}
		const { id, order, status, holds, progress } = event.fulfillmentOrder;
		const before = statuses.get(id);
		statuses.set(id, status);
		const tell = (words: string): void => print(`Shop       ${order.name} ${words}`);
		if (order.cancelledAt !== null) {
			if (!cancelled.has(order.id)) tell('was cancelled');
			cancelled.add(order.id);
		} else if (status === 'ON_HOLD') {
			const note = holds.at(-1)?.reasonNotes;
			tell(`is held${note ? `: ${note}` : ''}`);
		} else if (before === 'ON_HOLD' && status === 'OPEN') {
			released.set(order.name, Date.now());
			tell('was released');
		} else if (status === 'IN_PROGRESS') {
			tell(`is ${progress === null ? 'shipped in part' : 'confirmed'}: it reads In progress`);
		} else if (before === 'IN_PROGRESS' && status === 'OPEN') tell('was taken back: it reads Open');
		else tell(`reads ${status.charAt(0)}${status.slice(1).toLowerCase().replaceAll('_', ' ')}`);
	}

	function tellFulfillments(): void {
		if (!shop || shop.state.fulfillments.size === fulfillmentsTold) return;
		const fresh = [...shop.state.fulfillments.values()].slice(fulfillmentsTold);
		fulfillmentsTold = shop.state.fulfillments.size;
		for (const { order, name, tracking } of fresh) {
			const parcels = tracking.map(({ company, number }) => ` ${company ?? ''} ${number ?? ''}`);
			const parcel = parcels.join(',').replace(/ +/g, ' ').trimEnd();
			const left = leftAt(tracking);
			const after =
				left === undefined ? '' : `, ${secondsSince(left)} s after it left the warehouse`;
			print(`Shop       ${order.name} was shipped: ${name}${parcel && `,${parcel}`}${after}`);
		}
	}

	/** When the warehouse reported the parcel, in milliseconds; undefined if it did not. */
	function leftAt(tracking: Fulfillment['tracking']): number | undefined {
		const numbers = new Set(tracking.map(({ number }) => number));
		const parcel = target()
			.shipments()
			.find(({ trackingNumber }) => trackingNumber !== null && numbers.has(trackingNumber));
		return parcel && Date.parse(parcel.shippedAt);
	}

	function wordsOf({ type, order, status, shipment, counted }: TargetEvent): string {
		const what = order ? `${order.orderNumber} (${order.reference})` : 'a request';
		// The warehouse notes it before it tells.
		const refusal = target().refusals()[0];
		switch (type) {
			case 'created':
				return `${what} arrived${order ? howLong(shopOrderOf(order)) : ''}`;
			case 'repeated':
				return `${what} was offered again under its key: it is there once`;
			case 'refused':
				return `${refusal?.orderNumber ?? what} was refused: ${refusal?.message ?? status}`;
			case 'changed':
				return `${what} was ${order?.held ? 'put on hold' : 'changed'}${whyIn(order)}`;
			case 'cancelled':
				return `${what} was cancelled${whyIn(order)}`;
			case 'shipped':
				return `${what} was shipped: ${shipment ? labelOf(shipment) : 'a parcel'}`;
			case 'uploaded':
				return `${shipment?.id ?? 'a parcel'} of ${what} is in the shop: ${shipment?.fulfillments.join(', ') ?? ''}`;
			case 'counted':
				return `${counted?.sku ?? 'a SKU'} was counted: ${counted?.quantity ?? 'unknown'}`;
			case 'failed':
				return `${refusal?.orderNumber ?? what} was answered with ${status}`;
		}
	}

	function tellTarget(event: TargetEvent): void {
		if (event.counted) stockTeller?.noteCount(event.counted);
		print(`Warehouse  ${wordsOf(event)}`);
	}

	return {
		tellShop,
		tellFulfillments,
		tellStock: () => stockTeller?.tell(),
		tellTarget,
	};
}

/** Name of the order in the shop; the warehouse's number of a second part says more than that. */
function shopOrderOf({ orderNumber, body }: NonNullable<TargetEvent['order']>): string {
	const named = (body as { readonly shopOrder?: unknown } | null)?.shopOrder;
	return typeof named === 'string' ? named : orderNumber;
}

/** E.g. `WS-3, dpd uk 15503719280437`. */
function labelOf({ id, carrier, trackingNumber }: TargetShipment): string {
	const label = [carrier, trackingNumber].filter((part) => part !== null).join(' ');
	return label === '' ? id : `${id}, ${label}`;
}

const whyIn = (order: TargetEvent['order']): string =>
	order?.changed?.reason ? `: ${order.changed.reason}` : '';
