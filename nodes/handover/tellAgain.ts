import { readUndelivered, tellAgain } from '../domain/changedOrder';
import { InputProblem } from '../domain/problem';
import { canKeepRecords, readApp } from '../shopify/app';
import type { ShopifyClient } from '../shopify/client';
import { legacyId } from '../shopify/gid';
import { storeRecords } from '../shopify/handoverRecords';
import type { ChangeAnswer } from './changeHandovers';
import { readOne, unreadable } from './changeHandovers';

/** A change that a target could not be told of. */
export interface TellAgainRequest {
	/** Global id of the order. */
	readonly orderId: string;
	readonly key: string;
	/** `handover.told` of the item. */
	readonly told: string;
}

const MAX_TRIES = 5;

/**
 * Records that a target could not be told of a change: what it brought counts as not told, and the trigger tells it
 * again, as it is then. Answers `toldAgain`; `superseded` if there is nothing to tell any more, because it was told
 * since, or is as it was. May be repeated.
 *
 * Throws {@link InputProblem} without `write_orders`: what was told is then kept in n8n alone, where no action reaches
 * it.
 */
export async function tellChangeAgain(
	client: ShopifyClient,
	{ orderId, key, told }: TellAgainRequest,
): Promise<ChangeAnswer> {
	const undelivered = readUndelivered(key, told);
	if (!canKeepRecords(await readApp(client))) throw unrecorded(orderId);
	for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
		const { order, stored } = await readOne(client, orderId);
		const { record, digest } = stored ?? unreadable(order.name);
		const changed = tellAgain(record, undelivered);
		if (changed === record) return { result: 'superseded', fulfillmentOrders: [] };
		if (await storeRecords(client, [{ orderId, digest, record: changed }])) {
			return { result: 'toldAgain', fulfillmentOrders: [] };
		}
	}
	throw new InputProblem(
		`What order ${orderId} was told could not be recorded: others write its record all the time`,
		{ advice: 'Run the node again; telling twice does no harm' },
	);
}

function unrecorded(orderId: string): InputProblem {
	return new InputProblem(
		`The change of order ${legacyId(orderId)} cannot be told again: the app lacks the scope write_orders`,
		{ advice: 'Tell the target by hand, and give the app write_orders' },
	);
}
