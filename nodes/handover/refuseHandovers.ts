import type { FulfillmentOrderState } from '../domain/order';
import { isShippable } from '../domain/order';
import { InputProblem } from '../domain/problem';
import type { RefusalResult } from '../domain/refusal';
import { refuseOffer } from '../domain/refusal';
import type { Share } from '../domain/unitPools';
import { canKeepRecords, readApp } from '../shopify/app';
import type { ShopifyClient } from '../shopify/client';
import { storeRecords } from '../shopify/handoverRecords';
import type { LineUnits, NewHold } from '../shopify/progress';
import type { ChangeAnswer } from './changeHandovers';
import { holdOne, readOne, sharesOf, unreadable } from './changeHandovers';

/** A target's refusal of something that it was offered. */
export interface RefusalRequest {
	/** Global id of the order. */
	readonly orderId: string;
	readonly key: string;
	readonly attempt?: number;
	/** With the target's words. */
	readonly hold: NewHold;
}

const MAX_TRIES = 5;

/**
 * Puts what a target has refused on hold, with the target's words for the shop's staff, and records
 * that the target does not have it: it is not asked about again, and offered again as soon as the
 * hold is released. Only the units of the offer are held.
 *
 * Answers `onHold`; `alreadyConfirmed` or `superseded` if another run knows better: then nothing is held, but
 * for what was held before that run wrote, which the answer names. May be repeated. The hold comes before the record: a run that ends between the two leaves an
 * order on hold that is asked about, and offered after its pause.
 */
export async function refuseHandover(
	client: ShopifyClient,
	{ orderId, key, attempt, hold }: RefusalRequest,
): Promise<ChangeAnswer> {
	const app = await readApp(client);
	const refusal = { key, ...(attempt !== undefined && { attempt }) };
	const held: string[] = [];
	for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
		const recorded = await readOne(client, orderId);
		const stored = recorded.stored ?? unreadable(recorded.order.name);
		const { result, record } = refuseOffer(stored.record, refusal);
		if (knowsBetter(result)) return { result, fulfillmentOrders: held };
		const { open, location } = sharesOf(recorded, key);
		for (const share of open.filter((one) => canBeHeld(one.fulfillmentOrder, location))) {
			await holdOne(client, share.fulfillmentOrder.id, hold, unitsToHold(share));
			held.push(share.fulfillmentOrder.legacyId);
		}
		const answer = { result: 'onHold', fulfillmentOrders: [...new Set(held)] };
		if (record === stored.record || !canKeepRecords(app)) return answer;
		if (await storeRecords(client, [{ orderId, digest: stored.digest, record }])) return answer;
	}
	throw new InputProblem(
		`Order ${orderId} is on hold, but its refusal could not be recorded: others write its record all the time`,
		{ advice: 'Run the node again; refusing twice does no harm' },
	);
}

function knowsBetter(result: RefusalResult): boolean {
	return result === 'alreadyConfirmed' || result === 'superseded';
}

/**
 * One that is on hold already is held once more: staff have to read the target's words. What has moved on to
 * another location since is not what the target refused: another one may take it.
 */
function canBeHeld(
	fulfillmentOrder: FulfillmentOrderState,
	offeredAt: string | null | undefined,
): boolean {
	const isThere = offeredAt === undefined || fulfillmentOrder.location.id === offeredAt;
	return isThere && (isShippable(fulfillmentOrder) || fulfillmentOrder.status === 'ON_HOLD');
}

/** The lines to hold if a part of the fulfillment order is somebody else's; none for the whole of it. */
function unitsToHold({ fulfillmentOrder, units }: Share): readonly LineUnits[] {
	if (fulfillmentOrder.status === 'ON_HOLD') return [];
	const left: Record<string, number> = { ...units };
	const lines: LineUnits[] = [];
	let isWhole = true;
	for (const { id, orderLineId, remaining } of fulfillmentOrder.lines) {
		const quantity = Math.min(remaining, left[orderLineId] ?? 0);
		left[orderLineId] = (left[orderLineId] ?? 0) - quantity;
		if (quantity < remaining) isWhole = false;
		if (quantity > 0) lines.push({ id, quantity });
	}
	return isWhole ? [] : lines;
}
