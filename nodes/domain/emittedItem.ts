import type { Emission } from './assessment';
import { placesOf, toChangedOrder } from './changedOrder';
import type { FulfillmentOrderDetails } from './details';
import type { ItemContext, ItemJson, Subject } from './targetOrder';
import { placesOfOffer, toTargetOrder } from './targetOrder';
import type { ChangeEmission } from './telling';

/** Whether an emission tells of a change, and hands nothing over. */
export function isChange(emission: Emission): emission is ChangeEmission {
	return 'change' in emission;
}

/** The item that an emission becomes; undefined if the details that it needs are not there. */
export function toEmittedItem(
	emission: Emission,
	subject: Subject,
	detailsOf: (fulfillmentOrder: string) => FulfillmentOrderDetails | undefined,
	context: ItemContext,
): ItemJson | undefined {
	if (!isChange(emission)) return toTargetOrder(emission, subject, detailsOf, context);
	const sources = placesOf(emission)
		.map(detailsOf)
		.filter((details) => details !== undefined);
	return sources.length > 0 ? toChangedOrder(emission, sources, subject, context) : undefined;
}

/** The fulfillment orders whose details an emission needs, by global id. */
export function neededDetails(emission: Emission): readonly string[] {
	const places = isChange(emission) ? placesOf(emission) : placesOfOffer(emission);
	return places.map((id) => `gid://shopify/FulfillmentOrder/${id}`);
}
