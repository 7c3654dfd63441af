import type { Order } from '../shop';
import { changeWorkflow, needingNote } from './changeWorkflow';
import { until, type Check } from './checks';
import type { Middle } from './middle';
import { ORDERS_TO_TABLE } from './ordersToTable';
import { passTime } from './passTime';
import { checkRed, pollAfter, pollOnce } from './pollAfter';
import type { Host } from './startHost';
import { rowsOf } from './tableRows';

/** Longer than the pause after a first offer (an hour by default). */
const LATER_MS = 2 * 3_600_000;

/** An order that the mapping of the table's workflow fails for stops no other one, and comes again. */
export async function checkTableMapping(
	host: Host,
	{ shop, ends }: Middle,
	check: Check,
): Promise<void> {
	const note = 'Ring twice';
	const before = await rowNames(host);
	const orders: Order[] = [];
	const execution = await pollAfter(host, async () => {
		await changeWorkflow(host, ends.targetUrl, needingNote, ORDERS_TO_TABLE);
		for (const one of [note, null, note]) orders.push(shop.placeOrder({ note: one }));
	});
	const [first, second, third] = orders;
	if (!first || !second || !third) throw new Error('No orders were placed');
	await checkRed('an order that cannot be mapped', [second], execution, host, check);
	const arrived = (await rowNames(host)).slice(before.length).sort();
	check('the others have their rows', [first.name, third.name].sort(), arrived);
	const statuses = orders.map((order) => order.fulfillmentOrders[0]?.status);
	check('and are confirmed', ['IN_PROGRESS', 'OPEN', 'IN_PROGRESS'], statuses);
	passTime(shop, LATER_MS);
	await pollOnce(host, () => changeWorkflow(host, ends.targetUrl, undefined, ORDERS_TO_TABLE));
	const comes = until(() => second.fulfillmentOrders[0]?.status === 'IN_PROGRESS');
	check('it arrives once the mapping is right', true, await comes);
}

/** Numbers of the orders that have rows, in the order in which they came. */
async function rowNames(host: Host): Promise<readonly string[]> {
	return (await rowsOf(host)).map(({ orderNumber }) => String(orderNumber));
}
