import type { CarrierAlias } from '../domain/carriers';
import { carrierKey } from '../domain/carriers';
import type { ChangeReason, FulfilledOrder, FulfillmentHead } from '../domain/fulfillmentChoice';
import { voidReason } from '../domain/fulfillmentChoice';
import { MOST_NUMBERS } from '../domain/inputValues';
import { shortened } from '../domain/shortened';
import { countedUnits } from '../domain/shipmentReasons';
import { isActive } from '../domain/shippedOrder';
import type { NumbersAndUrls, Tracking } from '../domain/tracking';
import {
	mergeTracking,
	numberKey,
	sameTracking,
	showsTracking,
	trackingOf,
} from '../domain/tracking';
import type { ShopifyClient } from '../shopify/client';
import { ShopifyError } from '../shopify/failure';
import { readFulfillmentHead } from '../shopify/fulfillmentHeads';
import { cancelFulfillment, replaceTracking } from '../shopify/fulfillments';
import { lookFor, lossIn, MAX_LOST } from './lostAnswers';
import type {
	ChangeContext,
	CurrentFulfillment,
	DoneChange,
	FulfillmentReference,
	RejectedChange,
} from './namedFulfillment';
import { doneChange, rejectedChange, withFulfillment } from './namedFulfillment';

/** New tracking of a fulfillment. */
export interface TrackingRequest extends NumbersAndUrls {
	readonly fulfillment: FulfillmentReference;
	/** As the item names it; '' for none. */
	readonly carrier: string;
	readonly aliases: readonly CarrierAlias[];
	/** Link for carriers that Shopify does not know, with `{number}`; '' for none. */
	readonly urlTemplate: string;
	/** Whether the numbers take the place of all that are there. */
	readonly replace: boolean;
	readonly notifyCustomer: boolean;
}

/** The answer to new tracking. */
export interface TrackingAnswer
	extends DoneChange<'trackingAdded' | 'trackingReplaced' | 'unchanged'> {
	/** As they are now. */
	readonly trackingNumbers: readonly string[];
	readonly trackingCompany: string | null;
}

/**
 * Adds parcels to what a fulfillment has, or puts them in its place. Nothing is sent if nothing would change; then
 * nobody is notified either. May be repeated: a customer who is to be notified is told once, because after a
 * lost answer the fulfillment is read before anything is sent again. Throws `InputProblem` for a template that
 * is no web address, and `ShopifyError`.
 */
export async function updateTracking(
	context: ChangeContext,
	request: TrackingRequest,
): Promise<TrackingAnswer | RejectedChange> {
	if (request.numbers.length === 0) return rejectedChange(NO_NUMBER);
	const meant = {
		reference: request.fulfillment,
		countCancelled: false,
		otherwise: (order: FulfilledOrder) => replacedBefore(order, request),
	};
	return await withFulfillment(
		context,
		meant,
		async (current) => await bringTracking(context, current, request),
	);
}

/**
 * The fulfillment that a replacement was made in before: its old number, which names it, is gone. Undefined if not
 * just one shows the new tracking.
 */
function replacedBefore(
	order: FulfilledOrder,
	request: TrackingRequest,
): FulfillmentHead | undefined {
	if (!request.replace) return undefined;
	const [one, ...others] = order.fulfillments.filter(
		(fulfillment) => isActive(fulfillment) && planTracking({ order, fulfillment }, request).isThere,
	);
	return others.length === 0 ? one : undefined;
}

const NO_NUMBER: ChangeReason = {
	code: 'badInput',
	text: 'Tracking Number is empty, and a fulfillment cannot have a carrier or link alone. Give the tracking number as it stands on the label',
};

async function bringTracking(
	context: ChangeContext,
	start: CurrentFulfillment,
	request: TrackingRequest,
): Promise<TrackingAnswer | RejectedChange> {
	const done = request.replace ? 'trackingReplaced' : 'trackingAdded';
	let current = start;
	for (let lost = 0; ; ) {
		if (!isActive(current.fulfillment)) {
			const reason = voidReason(current.order, current.fulfillment, 'a tracking number');
			return rejectedChange(reason, current);
		}
		const plan = planTracking(current, request);
		if (plan.isThere) {
			const result = lost === 0 ? 'unchanged' : done;
			return answerOf(result, current, current.fulfillment.tracking, plan.notes);
		}
		const count = plan.wanted.parcels.length;
		if (count > MOST_NUMBERS) return rejectedChange(tooMany(current, count), current);
		const { id } = current.fulfillment;
		const { notifyCustomer } = request;
		const written = replaceTracking(context.client, id, plan.wanted, notifyCustomer);
		const answer = await written.catch(lossIn);
		if (!('lost' in answer)) {
			if (answer.done) return answerOf(done, current, plan.wanted, plan.notes);
			return rejectedChange(refusal('the tracking', current, answer.reason), current);
		}
		// Without a notification the client has repeated it already.
		if (!notifyCustomer) throw new ShopifyError(answer.lost);
		lost += 1;
		const seen = await lookFor(answer.lost, context.wait, async () => {
			const now = await readCurrent(context.client, current);
			if (now) current = now;
			return now && planTracking(now, request).isThere ? now : undefined;
		});
		if (!seen && lost === MAX_LOST) throw new ShopifyError(answer.lost);
	}
}

function tooMany({ fulfillment }: CurrentFulfillment, count: number): ChangeReason {
	return {
		code: 'badInput',
		text: `${fulfillment.name} would have ${count} tracking numbers, and Shopify takes at most ${MOST_NUMBERS} for one fulfillment. Leave out those that the customer does not need`,
	};
}

async function readCurrent(
	client: ShopifyClient,
	{ fulfillment }: CurrentFulfillment,
): Promise<CurrentFulfillment | undefined> {
	const order = await readFulfillmentHead(client, fulfillment.id);
	const [now] = order?.fulfillments ?? [];
	return order && now && { order, fulfillment: now };
}

/** What the tracking is to be, and whether it is so already. */
function planTracking(
	{ order, fulfillment: { name, tracking: existing } }: CurrentFulfillment,
	request: TrackingRequest,
): { readonly wanted: Tracking; readonly isThere: boolean; readonly notes: readonly string[] } {
	const given = trackingOf({ ...request, shipToCountry: order.shipToCountry });
	if (request.replace) {
		return { wanted: given, isThere: showsTracking(existing, given), notes: [] };
	}
	const wanted = mergeTracking(existing, given);
	return {
		wanted,
		isThere: sameTracking(existing, wanted),
		notes: carrierNotes(name, existing, given),
	};
}

/** Says that the carrier of an added parcel is not shown: Shopify keeps one for all of a fulfillment. */
function carrierNotes(name: string, existing: Tracking, given: Tracking): readonly string[] {
	const [ours, theirs] = [given.company, existing.company];
	if (!ours || !theirs || carrierKey(ours) === carrierKey(theirs)) return [];
	const known = new Set(existing.parcels.map(({ number }) => numberKey(number)));
	const added = given.parcels.filter(({ number }) => !known.has(numberKey(number)));
	if (added.length === 0) return [];
	const links = added.every(({ url }) => url)
		? 'its link leads to the right page'
		: 'without a link of its own it gets one of that carrier, so give it a Tracking URL';
	return [
		`Shopify shows one carrier for all parcels of a fulfillment: ${name} stays with ${theirs}, and ${shortened(
			added.map(({ number }) => number).join(', '),
		)} of ${shortened(ours)} is shown with it; ${links}`,
	];
}

function answerOf(
	result: TrackingAnswer['result'],
	current: CurrentFulfillment,
	tracking: Tracking,
	notes: readonly string[],
): TrackingAnswer {
	return {
		...doneChange(result, current, notes),
		trackingNumbers: tracking.parcels.map(({ number }) => number),
		trackingCompany: tracking.company,
	};
}

/** The answer to a cancellation. */
export interface CancelAnswer extends DoneChange<'cancelled' | 'alreadyCancelled'> {
	/** Units that were cancelled: of this fulfillment, also if it was cancelled before. */
	readonly units: number;
}

/**
 * Cancels a fulfillment; its units are open again and may be shipped anew. May be repeated: named by its order,
 * the same fulfillment is meant again after it was cancelled, or none. Fails with `ShopifyError`.
 */
export async function cancelNamedFulfillment(
	context: ChangeContext,
	reference: FulfillmentReference,
): Promise<CancelAnswer | RejectedChange> {
	const meant = { reference, countCancelled: true };
	return await withFulfillment(context, meant, async (current) => {
		const { order, fulfillment } = current;
		const { units } = fulfillment;
		if (fulfillment.status === 'CANCELLED') {
			return { ...doneChange('alreadyCancelled', current), units };
		}
		const answer = await cancelFulfillment(context.client, fulfillment.id);
		if (!answer.done) {
			return rejectedChange(refusal('the cancellation', current, answer.reason), current);
		}
		const open = `${countedUnits(units)} of order ${order.name} ${units === 1 ? 'is' : 'are'} open again in Shopify and can be shipped anew; the parcel itself is not stopped by this`;
		return { ...doneChange('cancelled', current, order.cancelledAt === null ? [open] : []), units };
	});
}

/** Says that Shopify refused a change of a fulfillment. */
export function refusal(
	what: string,
	{ order, fulfillment }: CurrentFulfillment,
	answer: string,
): ChangeReason {
	return {
		code: 'refused',
		text: `Shopify refused ${what} of ${fulfillment.name} of order ${order.name}: "${answer.replace(/\.+$/, '')}". Look at the order in Shopify, then try again`,
	};
}
