import type { Fulfillment, FulfillmentEvent } from './state';
import { tellFulfillment } from './webhookEvents';
import { gid } from './world';
import type { World } from './world';

/** Shopify's `FulfillmentEventInput`, without the fulfillment; times as ISO 8601. */
export interface FulfillmentEventInput {
	readonly status: string;
	readonly happenedAt?: string | null;
	readonly estimatedDeliveryAt?: string | null;
	readonly message?: string | null;
	readonly address1?: string | null;
	readonly city?: string | null;
	readonly province?: string | null;
	readonly country?: string | null;
	readonly zip?: string | null;
	readonly latitude?: number | null;
	readonly longitude?: number | null;
}

const seconds = (text: string): number => Math.floor(Date.parse(text) / 1000) * 1000;

/** The event that happened last; of several at one time the one that was added last. */
function latest(events: readonly FulfillmentEvent[]): FulfillmentEvent | undefined {
	return events.reduce<FulfillmentEvent | undefined>(
		(last, one) => (last && last.happenedAt > one.happenedAt ? last : one),
		undefined,
	);
}

/**
 * Adds an event to a fulfillment; not repeatable without effect. A cancelled one takes it too
 * `[recorded]` and goes on showing that it is cancelled (an inference). Recorded is that one event
 * sets what the fulfillment shows; that of several the last to happen does is an inference.
 */
export function addEvent(
	world: World,
	fulfillment: Fulfillment,
	input: FulfillmentEventInput,
): FulfillmentEvent {
	const now = world.now();
	const legacyId = world.nextId('FulfillmentEvent');
	const event: FulfillmentEvent = {
		id: gid('FulfillmentEvent', legacyId),
		legacyId,
		status: input.status,
		createdAt: now,
		happenedAt: input.happenedAt ? seconds(input.happenedAt) : now,
		estimatedDeliveryAt: input.estimatedDeliveryAt ? seconds(input.estimatedDeliveryAt) : null,
		message: input.message ?? null,
		address1: input.address1 ?? null,
		city: input.city ?? null,
		province: input.province ?? null,
		country: input.country ?? null,
		zip: input.zip ?? null,
		latitude: input.latitude ?? null,
		longitude: input.longitude ?? null,
	};
	fulfillment.events.push(event);
	fulfillment.updatedAt = now;
	if (fulfillment.status !== 'CANCELLED') {
		fulfillment.displayStatus = latest(fulfillment.events)?.status ?? fulfillment.displayStatus;
	}
	tellFulfillment(world, fulfillment);
	return event;
}

/** When an event of this status happened first, or `null`. */
export function firstTime({ events }: Fulfillment, status: string): number | null {
	const times = events.filter((one) => one.status === status).map((one) => one.happenedAt);
	return times.length === 0 ? null : Math.min(...times);
}

/** The estimate of the event that was added last with one, or `null`. */
export function estimatedDelivery({ events }: Fulfillment): number | null {
	return events.findLast((one) => one.estimatedDeliveryAt !== null)?.estimatedDeliveryAt ?? null;
}
