import type { IDataObject } from 'n8n-workflow';
import type { CredentialRef, Engine } from './engine';
import { textOf } from './text';
import type { Warehouse } from './warehouse';
import { keyOf, unitsOf, WarehouseDown } from './warehouse';

/** What the workflow behind the trigger did with its items. */
export interface HandedOver {
	/** Output items of Confirm Handover, each the item with `confirmation`. */
	readonly confirmed: readonly IDataObject[];
	/** What failed, in words; it comes again after the pause. */
	readonly failures: readonly string[];
}

/** How many items the bundled workflow works on at once. */
const LOOP_SIZE = 10;

/**
 * The workflow behind the trigger, as it is documented: creates each order in the target and confirms
 * what the target has. An offer that comes as *Unsettled* is settled: the target is asked for its key; if
 * it has it, it is changed to the parts that it keeps, or cancelled if there is none, and confirmed; if not, the ready parts are handed over in its place.
 *
 * What the target refuses to answer is left out and comes again. Confirmations go through the real node.
 */
export async function handOver(
	engine: Engine,
	credential: CredentialRef,
	warehouse: Warehouse,
	items: readonly IDataObject[],
): Promise<HandedOver> {
	const confirmed: IDataObject[] = [];
	const failures: string[] = [];
	for (let start = 0; start < items.length; start += LOOP_SIZE) {
		const atTarget: IDataObject[] = [];
		for (const item of items.slice(start, start + LOOP_SIZE)) {
			try {
				atTarget.push(...giveToTarget(warehouse, item));
			} catch (error) {
				if (!(error instanceof WarehouseDown)) throw error;
				failures.push(`${keyOf(item)}: ${error.message}`);
			}
		}
		if (atTarget.length === 0) continue;
		const run = await engine.runNode(
			'shopifyFulfillmentOrders',
			{ operation: 'confirmHandover' },
			atTarget,
			{ credential, onError: 'continueErrorOutput' },
		);
		const [done = [], failed = []] = run.output('Node');
		confirmed.push(...done);
		failures.push(...failed.map((item) => `${keyOf(item)}: ${textOf(item['error'])}`));
		if (run.error) failures.push(run.error.message);
	}
	return { confirmed, failures };
}

/** Gives the target what one item is about; answers what is to be confirmed. */
function giveToTarget(warehouse: Warehouse, item: IDataObject): readonly IDataObject[] {
	if (item['event'] === 'Ready') {
		warehouse.create(item);
		return [item];
	}
	const ready = (item['parts'] as IDataObject[]).filter((part) => part['ready'] === true);
	if (!warehouse.has(keyOf(item))) {
		for (const part of ready) warehouse.create(part);
		return ready.length > 0 ? ready : [item];
	}
	const here = ready.filter((part) => part['kept'] === true);
	if (here.length === 0) warehouse.cancel(keyOf(item));
	else warehouse.change(keyOf(item), sumOf(here));
	return [item];
}

function sumOf(parts: readonly IDataObject[]): Record<string, number> {
	const sum: Record<string, number> = {};
	for (const part of parts) {
		for (const [line, count] of Object.entries(unitsOf(part))) sum[line] = (sum[line] ?? 0) + count;
	}
	return sum;
}
