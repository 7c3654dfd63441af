import type {
	Fulfillment,
	FulfillmentLine,
	FulfillmentPart,
	Order,
	ShopState,
	StockLevel,
	Variant,
} from './state';

type Later = 'stock' | 'adjustments' | 'keptCalls' | 'unrouted' | 'webhooks';

/** What `keep` of a shop writes. Shops that were kept earlier lack what came later. */
export interface Kept {
	readonly state: Omit<ShopState, Later> & Partial<Pick<ShopState, Later>>;
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
	for (const variant of kept.state.variants.values()) {
		const earlier: Partial<Variant> = variant;
		if (earlier.tracked !== undefined) continue;
		const { createdAt } = kept.state;
		const now = { tracked: true, requiresComponents: false, createdAt, updatedAt: createdAt };
		Object.assign(variant, now);
	}
	for (const level of kept.state.stock?.values() ?? []) {
		const earlier: Partial<StockLevel> = level;
		if (earlier.isActive !== undefined) continue;
		const { createdAt } = kept.state;
		Object.assign(level, { isActive: true, createdAt, updatedAt: createdAt });
	}
	return {
		stock: new Map(),
		adjustments: [],
		keptCalls: new Map(),
		unrouted: [],
		webhooks: { subscriptions: new Map(), waiting: [] },
		...kept.state,
	};
}
