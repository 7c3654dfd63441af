import { allocateUnits } from './allocation';
import type { HandoverRecord } from './handoverRecord';
import type { OrderState } from './order';
import { hasReportedProgress, isLive } from './order';
import type { Share } from './unitPools';

/** Units of an inventory item at a location that Shopify has sold and the target does not know of. */
export interface UnconfirmedUnits {
	/** Global id. */
	readonly inventoryItemId: string;
	/** Legacy id. */
	readonly locationId: string;
	readonly units: number;
}

/**
 * The units of an order that lie at some locations, still have to be shipped, and that no target has confirmed: its
 * figure of what is free to sell still counts them. Units that a target gave back are among them. Where nothing is
 * recorded, progress that was reported stands for the confirmation.
 *
 * Units on hold and scheduled ones count: Shopify has taken them off what may be sold. So do units confirmed at or after
 * `figuresFrom` (ISO 8601, Shopify's clock), when the figures were made already.
 */
export function unconfirmedUnits(
	order: OrderState,
	record: HandoverRecord,
	locationIds: ReadonlySet<string>,
	figuresFrom: string,
): readonly UnconfirmedUnits[] {
	const isAsked = (location: string | null): boolean =>
		location !== null && locationIds.has(location);
	const { offers, free } = allocateUnits(order, record, isAsked);
	const unconfirmed = offers.filter(
		({ offer: { confirmedAt, returnedAt } }) =>
			confirmedAt === undefined ||
			Date.parse(confirmedAt) >= Date.parse(figuresFrom) ||
			returnedAt !== undefined,
	);
	const unknown = free.filter(({ fulfillmentOrder }) => !hasReportedProgress(fulfillmentOrder));
	return [...unknown, ...unconfirmed.flatMap(({ open }) => open)]
		.filter(({ fulfillmentOrder }) => isAsked(fulfillmentOrder.location.id))
		.filter(({ fulfillmentOrder }) => isLive(fulfillmentOrder))
		.flatMap(unitsOf);
}

function unitsOf({ fulfillmentOrder, units }: Share): readonly UnconfirmedUnits[] {
	const locationId = fulfillmentOrder.location.id;
	if (locationId === null) return [];
	return Object.entries(units).flatMap(([orderLineId, count]) => {
		const line = fulfillmentOrder.lines.find((one) => one.orderLineId === orderLineId);
		if (!line?.inventoryItemId) return [];
		return [{ inventoryItemId: line.inventoryItemId, locationId, units: count }];
	});
}
