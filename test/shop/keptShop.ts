import type { Fulfillment, FulfillmentLine, FulfillmentPart, Order, ShopState } from './state';

/** What `keep` of a shop writes. Shops that were kept earlier lack what came later. */
export interface Kept {
	readonly state: Omit<ShopState, 'stock'> & Partial<Pick<ShopState, 'stock'>>;
	readonly ids: Map<string, number>;
}

/** A fulfillment line as it was before two FOs could share one. */
type EarlierLine = FulfillmentLine & Partial<Omit<FulfillmentPart, 'quantity'>>;

function linesNow(lines: readonly EarlierLine[]): FulfillmentLine[] {
	return lines.map(({ id, lineItem, quantity, parts, ...earlier }) => {
		const { fulfillmentOrder, fulfillmentOrderLine } = earlier;
		if (!fulfillmentOrder || !fulfillmentOrderLine) return { id, lineItem, quantity, parts };
		return {
			id,
			lineItem,
			quantity,
			parts: [{ fulfillmentOrder, fulfillmentOrderLine, quantity }],
		};
	});
}

/** The state of a kept shop, with everything in it that shops have by now; stock is left empty. */
export function stateOf(kept: Kept): ShopState {
	for (const order of kept.state.orders.values()) {
		const earlier: Partial<Pick<Order, 'notifications'>> = order;
		if (!earlier.notifications) Object.assign(order, { notifications: [] });
	}
	for (const fulfillment of kept.state.fulfillments.values()) {
		const earlier: Partial<Pick<Fulfillment, 'events'>> = fulfillment;
		if (earlier.events) continue;
		const lines = linesNow(fulfillment.lines);
		Object.assign(fulfillment, { events: [], originAddress: null, lines });
	}
	return { stock: new Map(), ...kept.state };
}
