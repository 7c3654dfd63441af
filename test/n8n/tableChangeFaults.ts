import type { Order } from '../shop';
import { ORDERED } from './changeCases';
import type { ChangeRun } from './changeRuns';
import { needingNote } from './changeWorkflow';
import type { Execution, WorkflowNode } from './n8nApi';
import { passTime } from './passTime';
import { checkRed, pollAfter } from './pollAfter';
import { LATER_MS } from './changeCourses';
import { describeRows, receiveInTable } from './tableChanges';
import { rowsOf, tableOf } from './tableRows';
import { RARELY } from './webhookRuns';

const POLLED = { pollTimes: RARELY };

/** What the table cannot take is told again; what a person has to settle is listed once. */
export async function checkTableChangeFaults(run: ChangeRun): Promise<void> {
	await checkNotReached('Find Its Row', run);
	await checkNotReached('Change Row', run);
	await checkNotMapped(run);
	await checkNoRow(run);
	await checkHandled(run);
	await checkEarlierTable(run);
}

/** One of the nodes asks for a table that is not there. */
async function checkNotReached(name: string, run: ChangeRun): Promise<void> {
	const { middle, host, check } = run;
	const order = await handOver(run);
	const [whole] = await describeRows(run, order);
	const execution = await pollAfter(host, async () => {
		await receiveInTable(run, POLLED, (node) => (node.name === name ? elsewhere(node) : node));
		middle.shop.cancelOrder(order.id);
	});
	const error = await checkRed(`${name} fails`, [order], execution, host, check);
	check('it says that it is told again', true, error.includes('(it is told again)'));
	check('the row is as it was', [whole], await describeRows(run, order));
	const again = await pollAfter(host, async () => {
		await receiveInTable(run, POLLED);
		passTime(middle.shop, LATER_MS);
	});
	check('with the table there, the execution is green', 'success', again?.status);
	const [row, ...others] = await describeRows(run, order);
	check('its row reads cancelled', [true, []], [row?.startsWith('cancelled 0 []'), others]);
	await checkNothingLeft(run);
}

function elsewhere(node: WorkflowNode): WorkflowNode {
	const dataTableId = { __rl: true, mode: 'id', value: 'none' };
	return { ...node, parameters: { ...node.parameters, dataTableId } };
}

/** `needingNote` fails for an order without one. */
async function checkNotMapped(run: ChangeRun): Promise<void> {
	const { middle, host, check } = run;
	const { shop } = middle;
	const [mapped, other] = [await handOver(run), await handOver(run)];
	const execution = await pollAfter(host, async () => {
		await receiveInTable(run, POLLED, needingNote);
		shop.changeNote(mapped.id, 'Ring once');
		shop.changeNote(other.id, null);
	});
	const error = await checkRed('a change that cannot be mapped', [other], execution, host, check);
	check('it says so', true, error.includes('Map Here could not map it'));
	const said = async (order: Order): Promise<boolean> =>
		(await describeRows(run, order)).every((row) => row.endsWith('Changed: note'));
	check(
		'the other one is written, it is not',
		[true, false],
		[await said(mapped), await said(other)],
	);
	await pollAfter(host, async () => {
		await receiveInTable(run, POLLED);
		passTime(shop, LATER_MS);
	});
	check('it is once the mapping is right', true, await said(other));
}

/** Somebody has deleted the row: it reads as that of another order. */
async function checkNoRow(run: ChangeRun): Promise<void> {
	const { middle, host, check } = run;
	const [order, other] = [await handOver(run), await handOver(run)];
	const table = await tableOf(host);
	await table.change('orderNumber', order.name, { handoverKey: 'none' });
	const before = (await rowsOf(host)).length;
	const execution = await pollAfter(host, () => {
		for (const { id } of [order, other]) middle.shop.changeNote(id, 'Ring once');
	});
	const error = await checkRed(
		'a change of an order without a row',
		[order],
		execution,
		host,
		check,
	);
	check('it says so', true, error.includes('has no row'));
	check('no row is made for it', before, (await rowsOf(host)).length);
	const [row] = await describeRows(run, other);
	check('the other one is written', true, row?.endsWith('Changed: note'));
	await checkNothingLeft(run);
}

/** What people have begun to work on is not taken from under their hands. */
async function checkHandled(run: ChangeRun): Promise<void> {
	const { middle, host, check } = run;
	const order = await handOver(run);
	const [whole] = await describeRows(run, order);
	const table = await tableOf(host);
	await table.change('orderNumber', order.name, { handled: 'packed' });
	const execution = await pollAfter(host, () => middle.shop.cancelOrder(order.id));
	const error = await checkRed('an order that is packed', [order], execution, host, check);
	check('it says what stands there', true, error.includes('"packed" in handled'));
	const kept = whole?.replace('null', 'Cancelled: quantity (row left as it is)');
	check('its row only says what was told', [kept], await describeRows(run, order));
	await checkNothingLeft(run);
}

/** A table without the columns that came with changes. */
async function checkEarlierTable(run: ChangeRun): Promise<void> {
	const { middle, host, check } = run;
	const table = await tableOf(host);
	for (const column of ['lastChange', 'lastChangeAt']) await table.removeColumn(column);
	const order = await handOver(run);
	const [row] = await describeRows(run, order);
	check('a table of an earlier version takes new orders', true, row?.startsWith('open 2 [2]'));
	const execution = await pollAfter(host, () => middle.shop.cancelOrder(order.id));
	check('and changes: the execution is green', 'success', execution?.status);
	const [after] = await describeRows(run, order);
	check('and its row reads cancelled', true, after?.startsWith('cancelled 0 []'));
	await table.addColumn('lastChange', 'string');
	await table.addColumn('lastChangeAt', 'date');
	await checkNothingLeft(run);
}

/** What is done or listed does not come again. */
async function checkNothingLeft({ middle, host, check }: ChangeRun): Promise<void> {
	const before = await rowsOf(host);
	const execution: Execution | undefined = await pollAfter(host, () =>
		passTime(middle.shop, LATER_MS),
	);
	check('after another pause there is nothing to do', undefined, execution);
	check('and no row is written again', before, await rowsOf(host));
}

async function handOver({ middle, host }: ChangeRun): Promise<Order> {
	let order: Order | undefined;
	await pollAfter(host, () => {
		order = middle.shop.placeOrder(ORDERED);
	});
	if (!order) throw new Error('No order was placed');
	return order;
}
