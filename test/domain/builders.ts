import type { HandoverRules } from '../../nodes/domain/assessment';
import type { DetailHashes } from '../../nodes/domain/detailHashes';
import type { Filters } from '../../nodes/domain/filters';
import type { HandoverRecord, Offer } from '../../nodes/domain/handoverRecord';
import type { FulfillmentOrderState, OrderState, UnitLine } from '../../nodes/domain/order';

/** The moment that tests call now. */
export const NOW_MS = Date.parse('2026-11-23T09:00:00.000Z');
export const NOW = '2026-11-23T09:00:00.000Z';

export const LEEDS = { id: '7310', name: 'Leeds', isFulfillmentService: false };
export const YORK = { id: '7311', name: 'York', isFulfillmentService: false };
export const AMAZON = { id: '7390', name: 'Amazon FBA', isFulfillmentService: true };

/** Legacy ids of order lines: mugs, tea and a gift card. */
export const MUG = '9001';
export const TEA = '9002';
export const CARD = '9003';

/** Hashes of what the target was told beside the goods. */
export const DETAILS: DetailHashes = {
	shipTo: 'addr-1',
	deliveryMethod: 'meth-1',
	instructions: 'inst-1',
	note: 'note-1',
};

/** Units of one order line; by default two mugs, all open. */
export function aLine(fields: Partial<UnitLine> = {}): UnitLine {
	const orderLineId = fields.orderLineId ?? MUG;
	const total = fields.total ?? fields.remaining ?? 2;
	return {
		id: `gid://shopify/FulfillmentOrderLineItem/5${orderLineId}`,
		orderLineId,
		inventoryItemId: `gid://shopify/InventoryItem/7${orderLineId}`,
		total,
		remaining: total,
		requiresShipping: orderLineId !== CARD,
		...fields,
	};
}

/** A fulfillment order as Shopify shows it; by default two mugs, open in Leeds. */
export function aFulfillmentOrder(
	fields: Partial<FulfillmentOrderState> & { readonly progress?: boolean } = {},
): FulfillmentOrderState {
	const { progress = false, ...state } = fields;
	const legacyId = state.legacyId ?? '6837101';
	const status = state.status ?? (progress ? 'IN_PROGRESS' : 'OPEN');
	const isOpen = status === 'OPEN' || status === 'IN_PROGRESS';
	return {
		id: `gid://shopify/FulfillmentOrder/${legacyId}`,
		legacyId,
		status,
		createdAt: '2026-11-23T08:00:00Z',
		updatedAt: '2026-11-23T08:00:00Z',
		fulfillAt: '2026-11-23T08:00:00Z',
		supportedActions: [
			...(isOpen ? ['CREATE_FULFILLMENT'] : []),
			...(progress ? ['MARK_AS_OPEN'] : []),
		],
		location: LEEDS,
		deliveryMethod: 'SHIPPING',
		hasDestination: true,
		destinationCountry: 'GB',
		details: DETAILS,
		lines: [aLine()],
		...state,
	};
}

/** A paid order of one fulfillment order with two mugs. */
export function anOrder(fields: Partial<OrderState> = {}): OrderState {
	return {
		id: 'gid://shopify/Order/5501042',
		legacyId: '5501042',
		name: '#1042',
		createdAt: '2026-11-23T07:59:00Z',
		cancelledAt: null,
		paymentStatus: 'PAID',
		due: '0.00',
		tags: [],
		test: false,
		sourceName: 'web',
		risk: 'ACCEPT',
		shippingCountry: 'GB',
		fulfillmentOrders: [aFulfillmentOrder()],
		fulfilled: {},
		fulfillments: [],
		...fields,
	};
}

/** An offer of two mugs that was emitted once, at eight, and not confirmed yet. */
export function anOffer(fields: Partial<Offer> = {}): Offer {
	const fulfillmentOrder = fields.fulfillmentOrder ?? '6837101';
	return {
		key: fulfillmentOrder,
		fulfillmentOrder,
		location: LEEDS.id,
		units: { [MUG]: 2 },
		attempts: 1,
		firstOfferedAt: '2026-11-23T08:00:00.000Z',
		lastOfferedAt: '2026-11-23T08:00:00.000Z',
		run: 'execution-311',
		told: { details: DETAILS },
		...fields,
	};
}

/** A confirmed offer of two mugs. */
export function aConfirmedOffer(fields: Partial<Offer> = {}): Offer {
	return anOffer({
		confirmedAt: '2026-11-23T08:01:00.000Z',
		reference: 'WH-88120',
		told: { details: DETAILS, progress: true },
		...fields,
	});
}

export function aRecord(
	offers: readonly Offer[] = [],
	shippedBefore: HandoverRecord['shippedBefore'] = {},
): HandoverRecord {
	return { offers, shippedBefore };
}

/** Filters that leave nothing out. */
export function noFilters(fields: Partial<Filters> = {}): Filters {
	return {
		locations: [],
		paymentStatuses: [],
		shipmentStatuses: [],
		deliveryMethods: [],
		countries: [],
		tagsAny: [],
		tagsAll: [],
		tagsNone: [],
		startFromOrder: '0',
		createdWithinDays: 60,
		settleMinutes: 0,
		salesChannels: [],
		risks: [],
		testOrders: 'include',
		includeNoShipping: false,
		...fields,
	};
}

/** The rules of a trigger that waits for confirmations, as a poll at nine has them. */
export function rules(fields: Partial<HandoverRules> = {}): HandoverRules {
	return {
		filters: noFilters(),
		confirmsWhenEmitted: false,
		offerAgainAfterMinutes: 60,
		events: new Set(),
		repeatsChanges: false,
		handsOverReopened: false,
		nowMs: NOW_MS,
		run: 'execution-312',
		...fields,
	};
}

/** Filters as the trigger has them by default. */
export function defaultFilters(fields: Partial<Filters> = {}): Filters {
	return noFilters({
		paymentStatuses: ['PAID', 'PARTIALLY_PAID', 'PARTIALLY_REFUNDED'],
		deliveryMethods: ['SHIPPING', 'PICKUP_POINT'],
		...fields,
	});
}
