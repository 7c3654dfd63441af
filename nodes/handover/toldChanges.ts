import type { ToldChange } from '../domain/changedOrder';
import { confirmTold, isLastWord, readToldChange, tellAgain } from '../domain/changedOrder';
import type { HandoverRecord } from '../domain/handoverRecord';
import { InputProblem } from '../domain/problem';
import { canKeepRecords, readApp } from '../shopify/app';
import type { ShopifyClient } from '../shopify/client';
import { legacyId } from '../shopify/gid';
import { storeRecords } from '../shopify/handoverRecords';
import type { ChangeAnswer } from './changeHandovers';
import { readOne, unreadable } from './changeHandovers';

/** A change that the trigger has told of. */
export interface ToldRequest {
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
	request: ToldRequest,
): Promise<ChangeAnswer> {
	const isChanged = await changeRecord(client, request, tellAgain);
	if (isChanged === undefined) throw unrecorded(request.orderId);
	return { result: isChanged ? 'toldAgain' : 'superseded', fulfillmentOrders: [] };
}

/**
 * Says that a target was told of a change. Two executions may tell it at the same time, and the older word may arrive
 * last. Answers `told` if this was the last word; `overtaken` if another change was told since: then the target is told
 * once more. May be repeated. Without `write_orders` it always answers `told`.
 */
export async function confirmChange(
	client: ShopifyClient,
	request: ToldRequest,
): Promise<ChangeAnswer> {
	const after: HandoverRecord[] = [];
	await changeRecord(client, request, (record, told) => {
		const confirmed = confirmTold(record, told);
		after.push(confirmed);
		return confirmed;
	});
	const told = readToldChange(request.key, request.told);
	const isLast = after.slice(-1).every((record) => isLastWord(record, told));
	return { result: isLast ? 'told' : 'overtaken', fulfillmentOrders: [] };
}

/** Changes the record of an order; whether there was anything to change, undefined if no record can be kept. */
async function changeRecord(
	client: ShopifyClient,
	{ orderId, key, told }: ToldRequest,
	change: (record: HandoverRecord, told: ToldChange) => HandoverRecord,
): Promise<boolean | undefined> {
	const toldChange = readToldChange(key, told);
	if (!canKeepRecords(await readApp(client))) return undefined;
	for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
		const { order, stored } = await readOne(client, orderId);
		const { record, digest } = stored ?? unreadable(order.name);
		const changed = change(record, toldChange);
		if (changed === record) return false;
		if (await storeRecords(client, [{ orderId, digest, record: changed }])) return true;
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
