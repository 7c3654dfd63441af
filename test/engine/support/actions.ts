import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Order } from '../../shop';
import type { Engine, Ran, RunNodeOptions } from './engine';
import { Scenario } from './scenario';

/** Parameters of Confirm Handover with all its defaults. */
export const CONFIRM = { operation: 'confirmHandover' };

/** Runs an action of the node on items. */
export async function act(
	{ engine, credential }: Scenario,
	parameters: INodeParameters,
	items: readonly IDataObject[],
	options: RunNodeOptions = {},
): Promise<Ran> {
	const all = { credential, ...options };
	return await engine.runNode('shopifyFulfillmentOrders', parameters, items, all);
}

/** Results of confirmations, in the order of the items. */
export function resultsOf(run: Ran): readonly unknown[] {
	const items = run.output('Node')[0] ?? [];
	return items.map((item) => (item['confirmation'] as IDataObject)['result']);
}

/** An order of two mugs that was offered, its fulfillment order's id and its item. */
export async function offeredOrder(
	engine: Engine,
): Promise<{ scenario: Scenario; order: Order; id: string; item: IDataObject }> {
	const scenario = new Scenario(engine);
	const order = scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 2 }] });
	const [item] = (await scenario.poll()).items ?? [];
	if (!item) throw new Error('nothing was offered');
	return { scenario, order, id: String(order.fulfillmentOrders[0]?.id), item };
}
