import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { DemoShop, DemoShopOptions } from '../../shop';
import type { Engine, Ran, RunNodeOptions } from './engine';
import { Scenario } from './scenario';

/** What a run of the feed gave to each of its outputs. */
export interface Fed {
	readonly run: Ran;
	readonly done: readonly IDataObject[];
	readonly needsAttention: readonly IDataObject[];
	/** The error output, if the node was set to have one. */
	readonly failed: readonly IDataObject[];
}

/** The locations of the shop. */
export const LEEDS = 'Leeds Warehouse';
export const CAMDEN = 'Camden Shop';

/** A location as the editor's list gives it. */
export function chosen({ shop }: Scenario, name: string): INodeParameters {
	const location = [...shop.state.locations.values()].find((one) => one.name === name);
	return { __rl: true, mode: 'list', value: String(location?.legacyId), cachedResultName: name };
}

/** Feeds physical stock to Leeds, but for the parameters. */
export async function feed(
	scenario: Scenario,
	items: readonly IDataObject[],
	parameters: INodeParameters = {},
	options: RunNodeOptions = {},
): Promise<Fed> {
	const { engine, credential } = scenario;
	const all = { figure: 'physical', location: chosen(scenario, LEEDS), ...parameters };
	const run = await engine.runNode('shopifyInventoryFeed', all, items, { credential, ...options });
	const [done = [], needsAttention = [], failed = []] = run.output('Node');
	return { run, done, needsAttention, failed };
}

/** A shop with 10 mugs, 40 teas and 7 bowls in Leeds, 4 mugs in Camden, and nothing else. */
export function shopWithStock(engine: Engine, options: DemoShopOptions = {}): Scenario {
	const scenario = new Scenario(engine, { shop: { stock: [], ...options } });
	const { shop } = scenario;
	shop.addVariant({
		sku: 'MUG-BLUE',
		barcode: '0012345678905',
		levels: { [LEEDS]: 10, [CAMDEN]: 4 },
	});
	shop.addVariant({ sku: 'TEA-250', barcode: '5021000000019', levels: { [LEEDS]: 40 } });
	shop.addVariant({ sku: 'BOWL-L', levels: { [LEEDS]: 7 } });
	return scenario;
}

/** Units on hand of every level that is in use: `MUG-BLUE Leeds Warehouse 10`. */
export function levelsIn(shop: DemoShop): readonly string[] {
	return [...shop.state.stock.values()]
		.filter(({ isActive }) => isActive)
		.map(({ variant, location, onHand }) => `${variant.sku ?? ''} ${location.name} ${onHand}`);
}

/** Names of the writing operations that were sent since the log was reset. */
export function stockWritesTo({ log }: DemoShop): readonly string[] {
	return log
		.map(({ operationName }) => operationName)
		.filter((name) => /^(?:SetQuantities|ActivateLevel)$/.test(name));
}
