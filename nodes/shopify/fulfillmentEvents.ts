import type { ShopifyClient } from './client';
import { allNodes, NEXT_PAGE_SIZE } from './connections';
import { userErrorsOf } from './failure';
import type { EventDetailsFragment } from './generated/admin.generated';
import type { FulfillmentEventInput } from './generated/admin.types';
import { ADD_FULFILLMENT_EVENT, READ_FULFILLMENT_EVENTS } from './operations/fulfillmentEvents';
import type { Page } from './pages';
import { visibleNode } from './visibleNode';

/** Something that happened to a parcel on its way. */
export interface DeliveryEvent {
	/** Global id. */
	readonly id: string;
	/** `FulfillmentEventStatus`. */
	readonly status: string;
	readonly happenedAt: string;
	readonly createdAt: string;
	readonly message: string | null;
	readonly estimatedDeliveryAt: string | null;
	readonly address1: string | null;
	readonly city: string | null;
	readonly province: string | null;
	readonly country: string | null;
	readonly zip: string | null;
}

/** An event to be added. Without `happenedAt` it happens when Shopify takes it. */
export type NewEvent = Omit<FulfillmentEventInput, 'fulfillmentId'>;

/** What came of it: the event's global id and time, or Shopify's reason in its own words. */
export type AddedEvent =
	| { readonly done: true; readonly event: Pick<DeliveryEvent, 'id' | 'happenedAt'> }
	| { readonly done: false; readonly reason: string };

type EventPage = Page<EventDetailsFragment>;

/** All events of a fulfillment, those that happened first at the front; undefined if it is gone. */
export async function readFulfillmentEvents(
	client: ShopifyClient,
	fulfillmentId: string,
): Promise<readonly DeliveryEvent[] | undefined> {
	const first = await readEventPage(client, fulfillmentId, null);
	return first && (await allEvents(client, { id: fulfillmentId, events: first }));
}

/** All events of a fulfillment of which a first page has been read. */
export async function allEvents(
	client: ShopifyClient,
	{ id, events }: { readonly id: string; readonly events: EventPage },
): Promise<readonly DeliveryEvent[]> {
	const nodes = await allNodes(events, async (after) => await readEventPage(client, id, after));
	return nodes.map(toDeliveryEvent);
}

async function readEventPage(
	client: ShopifyClient,
	id: string,
	after: string | null,
): Promise<EventPage | undefined> {
	const answer = await client.run(
		READ_FULFILLMENT_EVENTS,
		{ id, after, first: NEXT_PAGE_SIZE },
		{ repeat: 'read' },
	);
	return visibleNode(answer.data.fulfillment, answer)?.events;
}

/** Null for what is not there; Shopify's types also know undefined. */
function toDeliveryEvent(node: EventDetailsFragment): DeliveryEvent {
	return {
		id: node.id,
		status: node.status,
		happenedAt: node.happenedAt,
		createdAt: node.createdAt,
		message: node.message ?? null,
		estimatedDeliveryAt: node.estimatedDeliveryAt ?? null,
		address1: node.address1 ?? null,
		city: node.city ?? null,
		province: node.province ?? null,
		country: node.country ?? null,
		zip: node.zip ?? null,
	};
}

/**
 * Adds an event to a fulfillment. Costs 10 points and the scope `write_fulfillments`. Must NOT be repeated
 * after a lost answer: `fulfillmentEventCreate` has no idempotency key (Admin API 2026-07), so the event
 * would be there twice. A cancelled fulfillment takes it too (recorded, 2026-04).
 */
export async function addFulfillmentEvent(
	client: ShopifyClient,
	fulfillmentId: string,
	event: NewEvent,
): Promise<AddedEvent> {
	const { data } = await client.run(
		ADD_FULFILLMENT_EVENT,
		{ event: { ...event, fulfillmentId } },
		{ repeat: 'once' },
	);
	const payload = data.fulfillmentEventCreate;
	const messages = userErrorsOf(payload).map(({ message }) => message);
	if (payload?.fulfillmentEvent && messages.length === 0) {
		const { id, happenedAt } = payload.fulfillmentEvent;
		return { done: true, event: { id, happenedAt } };
	}
	return { done: false, reason: messages.join('; ') || 'Shopify gave no reason' };
}
