import { countUnits } from '../domain/order';
import { sameTwice } from '../domain/duplicateShipment';
import type { Shipment, UploadRules } from '../domain/shipment';
import { numberKeys } from '../domain/shipment';
import type { Part } from '../domain/shipmentAllocation';
import { equalUnits } from '../domain/shipmentComparison';
import type { ShipmentPlan } from '../domain/shipmentPlan';
import { planShipment } from '../domain/shipmentPlan';
import type { Reason } from '../domain/shipmentReasons';
import { twiceReason } from '../domain/shipmentReasons';
import type { ExistingFulfillment, ShippedOrder } from '../domain/shippedOrder';
import { activeFulfillments, isActive } from '../domain/shippedOrder';
import type { Tracking } from '../domain/tracking';
import { withFulfillment, withTracking } from '../domain/uploadedOrder';
import type { UploadOutcome } from '../domain/uploadResult';
import { partLabel } from '../domain/uploadResult';
import type { ShopifyClient } from '../shopify/client';
import type { ShopifyFailure } from '../shopify/failure';
import { ShopifyError } from '../shopify/failure';
import { createFulfillment, replaceTracking } from '../shopify/fulfillments';
import type { Wait } from './lostAnswers';
import { lookFor, lossIn, MAX_LOST } from './lostAnswers';

/** What an upload works with. */
export interface UploadContext {
	readonly client: ShopifyClient;
	readonly rules: UploadRules;
	/** Reads one order afresh. Fails if it is gone. */
	readonly readAgain: (orderId: string) => Promise<ShippedOrder>;
	readonly wait: Wait;
}

/** How often a shipment is planned anew because the order has changed under it. */
const MAX_REFUSALS = 8;

/**
 * Uploads one shipment of an order: plans, sends what is to be sent, and plans again with the order read
 * afresh whenever Shopify refuses or an answer is lost. May be repeated: what is done is found and not done
 * again. Fails with `ShopifyError` for what is no matter of this shipment.
 */
export async function uploadShipment(
	context: UploadContext,
	start: ShippedOrder,
	shipment: Shipment,
): Promise<UploadOutcome> {
	const making = await makeFulfillments(context, start, shipment);
	const { made, refused, plan } = making;
	const { order, changed, reasons } = await changeTrackings(context, making.order, plan);
	const same = plan.same.filter((one) => !isIn(made, one));
	const twice = sameTwice(shipment, order, same);
	return {
		order,
		made,
		same,
		trackingChanged: changed,
		twice,
		reasons: [
			...(twice.length > 0 ? [twiceReason(twice)] : []),
			...plan.reasons,
			...refusals(order, plan, refused),
			...reasons,
		],
		notes: plan.notes,
		heldBack: plan.units.heldBack + refusedUnits(plan, refused),
		over: plan.units.over,
		already: alreadyThere(shipment, plan, same, made),
	};
}

interface Making {
	/** As it is after all that was made. */
	readonly order: ShippedOrder;
	readonly made: readonly ExistingFulfillment[];
	/** The last plan; of its parts, those that were refused were not made. */
	readonly plan: ShipmentPlan;
	/** Shopify's reasons, by the signature of the part. */
	readonly refused: ReadonlyMap<string, string>;
}

async function makeFulfillments(
	context: UploadContext,
	start: ShippedOrder,
	shipment: Shipment,
): Promise<Making> {
	let order = start;
	const made: ExistingFulfillment[] = [];
	const refused = new Map<string, string>();
	let lost = 0;
	const mayBeSame = (one: ExistingFulfillment): boolean =>
		one.tracking.parcels.length === 0 && !isIn(made, one);
	const planNow = (): ShipmentPlan => {
		const candidates = activeFulfillments(order).filter(mayBeSame);
		return planShipment(order, shipment, context.rules, { made, candidates });
	};
	let plan = planNow();
	let parts = [...plan.parts];
	for (let part = parts.shift(); part; part = parts.shift()) {
		const sent = await sendPart(context, order, part, shipment);
		if (sent.made) made.push(sent.made);
		order = withAllOf(sent.order, made);
		if (sent.made && !sent.isRead) continue;
		if (sent.refusal !== undefined) refused.set(signature(part), sent.refusal);
		if (sent.lost && ++lost === MAX_LOST) throw new ShopifyError(sent.lost);
		plan = planNow();
		parts = refused.size > MAX_REFUSALS ? [] : plan.parts.filter(isNew(refused));
	}
	return { order, made, plan, refused };
}

/**
 * The order with all that was made, also if Shopify does not list it yet: how soon a list shows a new fulfillment
 * is not documented (Admin API 2026-07).
 */
function withAllOf(order: ShippedOrder, made: readonly ExistingFulfillment[]): ShippedOrder {
	const missing = made.filter((one) => !isIn(order.fulfillments, one));
	if (missing.length === 0) return order;
	return { ...order, fulfillments: [...order.fulfillments, ...missing] };
}

async function changeTrackings(
	{ client }: UploadContext,
	start: ShippedOrder,
	plan: ShipmentPlan,
): Promise<{
	readonly order: ShippedOrder;
	readonly changed: readonly ExistingFulfillment[];
	readonly reasons: readonly Reason[];
}> {
	let order = start;
	const changed: ExistingFulfillment[] = [];
	const reasons: Reason[] = [];
	for (const { fulfillment, tracking } of plan.trackingChanges) {
		const result = await replaceTracking(client, fulfillment.id, tracking, false);
		if (!result.done) {
			reasons.push(trackingRefusal(order, fulfillment, result.reason));
			continue;
		}
		const one = { ...fulfillment, tracking };
		order = withTracking(order, one);
		changed.push(one);
	}
	return { order, changed, reasons };
}

interface Sent {
	/** The order after it. */
	readonly order: ShippedOrder;
	readonly made?: ExistingFulfillment;
	/** True if the order was read afresh, and so may differ from what the plan was made for. */
	readonly isRead: boolean;
	/** Shopify's reason, if it refused. */
	readonly refusal?: string;
	/** Why the answer did not come, and nothing was found to be done. */
	readonly lost?: ShopifyFailure;
}

/** Makes one fulfillment and finds out whether it was made. */
async function sendPart(
	context: UploadContext,
	order: ShippedOrder,
	part: Part,
	shipment: Shipment,
): Promise<Sent> {
	const { client, readAgain } = context;
	const { tracking, notifyCustomer } = shipment;
	const result = await createFulfillment(client, part, tracking, notifyCustomer).catch(lossIn);
	if ('lost' in result) return await lookForPart(context, order, part, tracking, result.lost);
	if (!result.done) {
		return { order: await readAgain(order.id), isRead: true, refusal: result.reason };
	}
	const made = { ...result.fulfillment, location: part.location, tracking, units: part.units };
	return { order: withFulfillment(order, part, made), made, isRead: false };
}

async function lookForPart(
	{ readAgain, wait }: UploadContext,
	before: ShippedOrder,
	part: Part,
	tracking: Tracking,
	failure: ShopifyFailure,
): Promise<Sent> {
	const known = new Set(before.fulfillments.map(({ id }) => id));
	let order = before;
	const made = await lookFor(failure, wait, async () => {
		order = await readAgain(before.id);
		return order.fulfillments.find(
			(one) => !known.has(one.id) && isActive(one) && isPart(one, part, tracking),
		);
	});
	if (made) return { order, made, isRead: true };
	// Its units are gone, and no fulfillment says where to: sending anything more could double it.
	if (hasLostUnits(before, order, part)) throw new ShopifyError(failure);
	return { order, isRead: true, lost: failure };
}

/**
 * Whether units of a part have left its fulfillment orders without a fulfillment that was not known before.
 * Whether Shopify lists a fulfillment in the same moment as it takes the units is not documented (2026-07).
 */
function hasLostUnits(before: ShippedOrder, now: ShippedOrder, part: Part): boolean {
	const remaining = (order: ShippedOrder, id: string): number | undefined =>
		order.fulfillmentOrders.flatMap(({ lines }) => lines).find((line) => line.id === id)?.remaining;
	const known = new Set(before.fulfillments.map(({ id }) => id));
	if (now.fulfillments.some(({ id }) => !known.has(id))) return false;
	return part.fulfillmentOrders
		.flatMap(({ lines }) => lines)
		.every(({ id, quantity }) => {
			const left = remaining(now, id);
			return left !== undefined && left + quantity <= (remaining(before, id) ?? 0);
		});
}

/** Whether a fulfillment is what was asked for: the same units under the same numbers. */
function isPart(one: ExistingFulfillment, part: Part, tracking: Tracking): boolean {
	const keys = numberKeys(tracking);
	const theirs = numberKeys(one.tracking);
	const sameNumbers = keys.size === theirs.size && [...keys].every((key) => theirs.has(key));
	return sameNumbers && equalUnits(one.units, part.units);
}

const isIn = (all: readonly ExistingFulfillment[], one: ExistingFulfillment): boolean =>
	all.some(({ id }) => id === one.id);

const signature = (part: Part): string => JSON.stringify(part.fulfillmentOrders);

const isNew =
	(refused: ReadonlyMap<string, string>) =>
	(part: Part): boolean =>
		!refused.has(signature(part));

/** Parts that Shopify would be asked for again in vain. */
function refusals(
	order: ShippedOrder,
	plan: ShipmentPlan,
	refused: ReadonlyMap<string, string>,
): readonly Reason[] {
	return plan.parts.flatMap((part) => {
		const answer = refused.get(signature(part));
		if (answer === undefined) return [];
		const text = `Shopify refused to fulfill ${partLabel(part)} of order ${order.name}: "${answer}". Look at the order in Shopify, then upload the shipment again`;
		return [{ code: 'refused', text } as const];
	});
}

function refusedUnits(plan: ShipmentPlan, refused: ReadonlyMap<string, string>): number {
	return plan.parts
		.filter((part) => refused.has(signature(part)))
		.reduce((sum, { units }) => sum + countUnits(units), 0);
}

function trackingRefusal(
	order: ShippedOrder,
	fulfillment: ExistingFulfillment,
	answer: string,
): Reason {
	const text = `Shopify refused the tracking of ${fulfillment.name} of order ${order.name}: "${answer}". Enter it in Shopify, or upload the shipment again`;
	return { code: 'refused', text };
}

function alreadyThere(
	shipment: Shipment,
	plan: ShipmentPlan,
	same: readonly ExistingFulfillment[],
	made: readonly ExistingFulfillment[],
): number {
	const count = (all: readonly ExistingFulfillment[]): number =>
		all.flatMap(({ units }) => Object.values(units)).reduce((sum, units) => sum + units, 0);
	if (shipment.lines === 'remaining') return count(same);
	const isPlannedWithMade = plan.same.some((one) => isIn(made, one));
	return isPlannedWithMade ? Math.max(0, plan.units.already - count(made)) : plan.units.already;
}
