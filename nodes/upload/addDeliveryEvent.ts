import { voidReason } from '../domain/fulfillmentChoice';
import { sameSecond } from '../domain/moment';
import { isActive } from '../domain/shippedOrder';
import { ShopifyError } from '../shopify/failure';
import type { DeliveryEvent, NewEvent } from '../shopify/fulfillmentEvents';
import { addFulfillmentEvent, readFulfillmentEvents } from '../shopify/fulfillmentEvents';
import { refusal } from './changeFulfillments';
import { lookFor, lossIn, MAX_LOST } from './lostAnswers';
import type {
	ChangeContext,
	CurrentFulfillment,
	DoneChange,
	FulfillmentReference,
	RejectedChange,
} from './namedFulfillment';
import {
	doneChange,
	rejectedChange,
	unknownFulfillment,
	withFulfillment,
} from './namedFulfillment';

/** Something that happened to a parcel and is to be told to Shopify. */
export interface EventRequest {
	readonly fulfillment: FulfillmentReference;
	/** `happenedAt` in ISO 8601 to the second; without it the event happens now, by Shopify's clock. */
	readonly event: NewEvent;
	/** Whether an event without `happenedAt` is added although there is one with its status. */
	readonly evenIfItHasOne: boolean;
}

/** The answer to a delivery event. */
export interface EventAnswer extends DoneChange<'added' | 'alreadyThere'> {
	/** Global id. */
	readonly eventId: string;
	readonly status: string;
	readonly happenedAt: string;
}

/**
 * Adds an event to a fulfillment, exactly once: one with the same status in the same second is the same, and
 * without a time one with the same status, unless it is asked for even so. After a lost answer the events
 * are read before anything is sent again. May be repeated, except `evenIfItHasOne`. Fails with `ShopifyError`:
 * `missingScope` without `write_fulfillments`.
 */
export async function addDeliveryEvent(
	context: ChangeContext,
	request: EventRequest,
): Promise<EventAnswer | RejectedChange> {
	const meant = { reference: request.fulfillment, countCancelled: false };
	return await withFulfillment(context, meant, async (current) => {
		const { order, fulfillment } = current;
		if (!isActive(fulfillment)) {
			return rejectedChange(voidReason(order, fulfillment, 'a delivery event'), current);
		}
		const events = await readFulfillmentEvents(context.client, fulfillment.id);
		if (!events) return rejectedChange(unknownFulfillment(fulfillment.id), current);
		const isTimeless = !request.event.happenedAt;
		const same =
			isTimeless && request.evenIfItHasOne ? undefined : events.find(isSame(request.event));
		if (same) return answerOf('alreadyThere', current, same);
		return await bringEvent(context, current, request.event, events);
	});
}

const isSame =
	({ status, happenedAt }: NewEvent) =>
	(one: DeliveryEvent): boolean =>
		one.status === status && (!happenedAt || sameSecond(one.happenedAt, String(happenedAt)));

async function bringEvent(
	{ client, wait }: ChangeContext,
	current: CurrentFulfillment,
	event: NewEvent,
	before: readonly DeliveryEvent[],
): Promise<EventAnswer | RejectedChange> {
	const { id } = current.fulfillment;
	const known = new Set(before.map((one) => one.id));
	for (let lost = 1; ; lost += 1) {
		const answer = await addFulfillmentEvent(client, id, event).catch(lossIn);
		if (!('lost' in answer)) {
			if (answer.done) return answerOf('added', current, { ...answer.event, status: event.status });
			return rejectedChange(refusal('the event', current, answer.reason), current);
		}
		const made = await lookFor(answer.lost, wait, async () => {
			const now = await readFulfillmentEvents(client, id);
			return now?.find((one) => !known.has(one.id) && isSame(event)(one));
		});
		if (made) return answerOf('added', current, made);
		if (lost === MAX_LOST) throw new ShopifyError(answer.lost);
	}
}

function answerOf(
	result: EventAnswer['result'],
	current: CurrentFulfillment,
	{ id, status, happenedAt }: Pick<DeliveryEvent, 'id' | 'status' | 'happenedAt'>,
): EventAnswer {
	return { ...doneChange(result, current), eventId: id, status, happenedAt };
}
