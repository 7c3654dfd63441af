import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { DemoShop } from '../../shop';
import type { Engine, Ran, RunNodeOptions } from './engine';
import { Scenario } from './scenario';
import { textOf } from './text';

/** What a run of the upload gave to each of its outputs. */
export interface Uploaded {
	readonly run: Ran;
	readonly done: readonly IDataObject[];
	readonly needsAttention: readonly IDataObject[];
	/** The error output, if the node was set to have one. */
	readonly failed: readonly IDataObject[];
}

/** Runs Upload Shipments, or another operation of its node, on items. */
export async function upload(
	{ engine, credential }: Pick<Scenario, 'engine' | 'credential'>,
	items: readonly IDataObject[],
	parameters: INodeParameters = {},
	options: RunNodeOptions = {},
): Promise<Uploaded> {
	const run = await engine.runNode('shopifyFulfillmentUpload', parameters, items, {
		credential,
		...options,
	});
	const [done = [], needsAttention = [], failed = []] = run.output('Node');
	return { run, done, needsAttention, failed };
}

/** The input item that each item of an output is paired with. */
export function pairsOf(run: Ran, output: number): readonly unknown[] {
	return (run.items('Node')[output] ?? []).map(({ pairedItem }) => pairedItem);
}

/** A shop with an order of 2 mugs (#1001), and one of 3 teas and 1 bowl (#1002). */
export function shopWithTwoOrders(engine: Engine): Scenario {
	const scenario = new Scenario(engine);
	scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 2 }] });
	scenario.shop.placeOrder({
		lines: [
			{ sku: 'TEA-250', quantity: 3 },
			{ sku: 'BOWL-L', quantity: 1 },
		],
	});
	return scenario;
}

/** All fulfillments of the shop that count: `#1001-F1 MUG-BLUE 2 [RM1]`. */
export function fulfillmentsIn(shop: DemoShop): readonly string[] {
	return [...shop.state.fulfillments.values()]
		.filter(({ status }) => status !== 'CANCELLED')
		.map(({ name, lines, tracking }) => {
			const units = lines.map(({ lineItem, quantity }) => `${textOf(lineItem.sku)} ${quantity}`);
			const numbers = tracking.map(({ number }) => textOf(number)).join(' ');
			return `${name} ${units.join(', ')} [${numbers}]`;
		});
}

/** Names of the mutations that were sent since the log was reset. */
export function writesTo({ log }: DemoShop): readonly string[] {
	return log
		.map(({ operationName }) => operationName)
		.filter((name) => /create|update|cancel/i.test(name));
}
