import type { DemoShop } from '../shop';
import { settled, until, type Check } from './checks';
import type { TableRow } from './dataTables';
import { notInProgress } from './demoShop';
import type { Middle } from './middle';
import { passTime } from './passTime';
import type { Host } from './startHost';
import { rowsOf, tableOf } from './tableRows';

/** The workflow that is checked here. */
export const ORDERS_TO_TABLE = 'orders-to-n8n-table.json';

const LATER_MS = 3 * 3_600_000;
const QUIET_MS = 2000;
const UNFINISHED = new Set(['new', 'running', 'waiting']);
/** After a kill n8n itself may need minutes until it activates a workflow again. */
const ARRIVES_WITHIN_MS = 200_000;

/**
 * The workflow from the shop to n8n's own table, published in `host` and alone on the shop of `middle`: 35 orders,
 * and orders that change, are not taken, or cannot be confirmed on their way.
 */
export async function checkOrdersToTable(host: Host, middle: Middle, check: Check): Promise<void> {
	const { shop } = middle;
	for (let placed = 0; placed < 35; placed += 1) shop.placeOrder();
	await host.pollNow(ORDERS_TO_TABLE);
	await checkRows('placed while n8n ran', host, middle, check);
	await checkColumns(host, middle, check);

	const before = await rowsOf(host);
	await host.pollNow(ORDERS_TO_TABLE);
	await quiet(host);
	check('polled again: no row is new, and none is written again', before, await rowsOf(host));

	await checkSomeUnconfirmed(host, middle, check);
	await checkNotWritten(host, middle, check);
	await checkUnconfirmed(host, middle, check);
	await checkCancelled(host, middle, check);
	await checkHandledByPeople(host, middle, check);
	await checkHeldOnItsWay(host, middle, check);
}

/**
 * Each order of the shop has one open row with all its units, and is in progress. For orders that nothing has
 * happened to but n8n's restarts.
 */
export async function checkRows(
	when: string,
	host: Host,
	{ shop }: Middle,
	check: Check,
): Promise<void> {
	const placed = [...shop.state.fulfillmentOrders.values()].map(
		({ order, lines }) =>
			`${order.name} ${lines.reduce((units, line) => units + line.remaining, 0)} open`,
	);
	const toBe = placed.sort();
	const written = await settled(
		async () => (await rowsOf(host)).map(describe).sort(),
		(rows) => rows.length >= toBe.length,
		ARRIVES_WITHIN_MS,
	);
	check(`each of ${toBe.length} orders has one open row, ${when}`, toBe, written);
	const open = await settled(
		() => notInProgress(shop),
		({ length }) => length === 0,
	);
	check(`each is in progress in the shop, ${when}`, [], open);
}

const describe = ({ orderNumber, units, status }: TableRow): string =>
	`${String(orderNumber)} ${String(units)} ${String(status)}`;

/** The table keeps what its note promises, and nothing of a customer. */
async function checkColumns(host: Host, { shop }: Middle, check: Check): Promise<void> {
	const table = await tableOf(host);
	const personal = table.columns.filter(({ name }) => /name$|mail|address|phone|note/i.test(name));
	check(
		'no column is for names, addresses or notes',
		['orderName'],
		personal.map(({ name }) => name),
	);
	const text = JSON.stringify(await table.rows());
	const told = [...shop.state.orders.values()]
		.flatMap(({ customer, shippingAddress }) => [
			customer?.lastName,
			customer?.email,
			shippingAddress?.address1,
			shippingAddress?.zip,
		])
		.filter((word) => word && text.includes(word));
	check('no row says anything of a customer', [], told);
}

/** Some of a batch cannot be confirmed: all others are, in all batches, and the list names each one once. */
async function checkSomeUnconfirmed(host: Host, middle: Middle, check: Check): Promise<void> {
	const { shop } = middle;
	const orders = Array.from({ length: 25 }, () => shop.placeOrder());
	shop.faults.everyNth(4, { kind: 'fail', status: 403 }, { operation: 'ReportProgress' });
	const error = (await redAfterPoll(host)) ?? '';
	shop.faults.clear();
	const refused = notInProgress(shop).filter((line) => line.endsWith(' OPEN'));
	check(
		'some orders of several batches cannot be confirmed, all others are',
		true,
		refused.length > 1 && refused.length < 20,
	);
	const named = orders.filter(({ name }) => error.split(`${name}:`).length === 2);
	check(
		'the execution is red and lists each of them once',
		refused,
		named.map(({ name }) => `${name} OPEN`),
	);
	check('and no other', true, error.includes(`need a look: ${refused.length}.`));
	await laterPoll(host, shop);
	await until(() => notInProgress(shop).length === 0);
	check('they are confirmed later', [], notInProgress(shop));
	check(
		'and have one row each',
		orders.map(() => 1),
		(await Promise.all(orders.map(({ name }) => rowsNamed(host, name)))).map(
			({ length }) => length,
		),
	);
}

/** A row that the table does not take is not confirmed; held in part then, its parts have a row each. */
async function checkNotWritten(host: Host, middle: Middle, check: Check): Promise<void> {
	const { shop } = middle;
	const table = await tableOf(host);
	await table.removeColumn('paymentStatus');
	const order = shop.placeOrder({ lines: [{ sku: 'HG-LAMP-OAK', quantity: 2 }] });
	const error = await redAfterPoll(host);
	check('a row that the table does not take makes a red execution', true, error !== null);
	check('which names the order', true, error?.includes(order.name));
	check('it is not confirmed', [`${order.name} OPEN`], notInProgress(shop));
	await table.addColumn('paymentStatus', 'string');
	await partHeldAndReleased(host, middle, order.id);
	check(
		'held in part before it was written, it has a row for each part',
		[1, 1],
		[...(await openUnits(host, order.name))],
	);
}

/** A row whose confirmation was lost is changed to what is left of it, and the rest gets a row of its own. */
async function checkUnconfirmed(host: Host, middle: Middle, check: Check): Promise<void> {
	const { shop } = middle;
	const order = await placeUnconfirmed(host, middle);
	check(
		'the table has an order that could not be confirmed',
		[2],
		await openUnits(host, order.name),
	);
	await partHeldAndReleased(host, middle, order.id);
	check(
		'its row is changed to the part that can be shipped, and the rest comes',
		[1, 1],
		[...(await openUnits(host, order.name))],
	);
	check('all is confirmed', [], notInProgress(shop));
}

/** A row whose order is cancelled before it was confirmed reads so, and is settled. */
async function checkCancelled(host: Host, middle: Middle, check: Check): Promise<void> {
	const { shop } = middle;
	const order = await placeUnconfirmed(host, middle);
	shop.cancelOrder(order.id);
	await laterPoll(host, shop);
	await until(async () => (await openUnits(host, order.name)).length === 0);
	const rows = await rowsNamed(host, order.name);
	check(
		'a cancelled order has one row, which reads so',
		[`${order.name} 0 cancelled`],
		rows.map(describe),
	);
	await quiet(host);
	await laterPoll(host, shop);
	await quiet(host);
	const after = await rowsNamed(host, order.name);
	check('and is settled: it does not come again', rows, after);
}

/** What people have begun to work on is not taken from under their hands. */
async function checkHandledByPeople(host: Host, middle: Middle, check: Check): Promise<void> {
	const { shop } = middle;
	const table = await tableOf(host);
	const order = await placeUnconfirmed(host, middle);
	await table.change('orderNumber', order.name, { handled: 'packed' });
	holdOne(shop, order.id);
	passTime(shop, LATER_MS);
	const error = await redAfterPoll(host);
	check('an order that people have packed makes a red execution', true, error?.includes('packed'));
	check('its row stays as it is', [2], await openUnits(host, order.name));
	await table.change('orderNumber', order.name, { handled: null });
	await laterPoll(host, shop);
	await until(async () => (await openUnits(host, order.name))[0] === 1);
	check('with handled empty it is changed', [1], await openUnits(host, order.name));
}

/** Held between its row and its confirmation, an order must not read as if it may ship. */
async function checkHeldOnItsWay(host: Host, middle: Middle, check: Check): Promise<void> {
	const { shop } = middle;
	const order = shop.placeOrder({ lines: [{ sku: 'HG-LAMP-OAK', quantity: 2 }] });
	let offered = false;
	shop.faults.beforeEachRequest = ({ operationName }) => {
		offered ||= operationName === 'SetHandoverRecords';
		if (offered && operationName === 'ReadOrderStates') {
			shop.faults.clear();
			shop.hold(fulfillmentOrderOf(shop, order.id).id, { reason: 'OTHER' });
		}
		return undefined;
	};
	const error = await redAfterPoll(host);
	shop.faults.clear();
	const rows = await rowsNamed(host, order.name);
	check(
		'a row whose order was held on its way does not read open',
		[`${order.name} 2 onHold`],
		rows.map(describe),
	);
	check('and the execution is red', true, error?.includes('onHold'));
	await quiet(host);
	await laterPoll(host, shop);
	await until(
		async () => (await rowsNamed(host, order.name))[0]?.['lastChange'] === 'On Hold: hold',
	);
	shop.releaseHold(fulfillmentOrderOf(shop, order.id).id);
	await quiet(host);
	await laterPoll(host, shop);
	await until(async () => (await openUnits(host, order.name)).length > 0);
	check('released, its row reads open again', [2], await openUnits(host, order.name));
	await quiet(host);
}

/** An order of two units that the table has and the shop could not confirm. */
async function placeUnconfirmed(
	host: Host,
	{ shop }: Middle,
): Promise<ReturnType<DemoShop['placeOrder']>> {
	const order = shop.placeOrder({ lines: [{ sku: 'HG-VASE-CLAY', quantity: 2 }] });
	shop.faults.failNext(403, 1, { operation: 'ReportProgress' });
	await redAfterPoll(host);
	shop.faults.clear();
	return order;
}

/** Holds one of two units, polls, releases it, and polls again, each after the pause between offers. */
async function partHeldAndReleased(host: Host, { shop }: Middle, orderId: string): Promise<void> {
	const { name } = fulfillmentOrderOf(shop, orderId).order;
	const isOpen = async (units: number): Promise<boolean> =>
		(await openUnits(host, name)).reduce((sum, one) => sum + one, 0) === units &&
		!notInProgress(shop).some((line) => line === `${name} OPEN`);
	const held = holdOne(shop, orderId);
	await laterPoll(host, shop);
	await until(() => isOpen(1));
	shop.releaseHold(held);
	await laterPoll(host, shop);
	await until(() => isOpen(2));
}

/** Gives the fulfillment order. */
function holdOne(shop: DemoShop, orderId: string): string {
	const { id, lines } = fulfillmentOrderOf(shop, orderId);
	const [line] = lines;
	if (!line) throw new Error('The order has no lines');
	shop.hold(id, { reason: 'OTHER', units: [{ id: line.id, quantity: 1 }] });
	return id;
}

function fulfillmentOrderOf(
	shop: DemoShop,
	orderId: string,
): DemoShop['state']['fulfillmentOrders'] extends ReadonlyMap<string, infer One> ? One : never {
	const found = [...shop.state.fulfillmentOrders.values()].find(
		({ order }) => order.id === orderId,
	);
	if (!found) throw new Error('The order was not routed');
	return found;
}

async function laterPoll(host: Host, shop: DemoShop): Promise<void> {
	passTime(shop, LATER_MS);
	await host.pollNow(ORDERS_TO_TABLE);
}

/** Polls, and gives the message of the execution that fails for it; null if none does. */
async function redAfterPoll(host: Host): Promise<string | null> {
	const { api } = host;
	const id = host.workflowIds[ORDERS_TO_TABLE] ?? '';
	const known = new Set((await api.executions(id)).map((execution) => execution.id));
	await host.pollNow(ORDERS_TO_TABLE);
	const failed = await settled(
		async () =>
			(await api.executions(id)).find((one) => !known.has(one.id) && one.status === 'error'),
		(execution) => execution !== undefined,
	);
	return failed ? await api.executionError(failed.id) : null;
}

/** Waits until the poll that was asked for, and what it starts, must be over. */
async function quiet(host: Host): Promise<void> {
	const id = host.workflowIds[ORDERS_TO_TABLE] ?? '';
	const begun = Date.now();
	await until(
		async () =>
			Date.now() - begun > QUIET_MS &&
			!(await host.api.executions(id)).some(({ status }) => UNFINISHED.has(status)),
	);
}

async function rowsNamed(host: Host, orderName: string): Promise<readonly TableRow[]> {
	return (await rowsOf(host)).filter((row) => row['orderName'] === orderName);
}

async function openUnits(host: Host, orderName: string): Promise<readonly number[]> {
	return (await rowsNamed(host, orderName))
		.filter(({ status }) => status === 'open')
		.map(({ units }) => Number(units));
}
