import type { Order } from '../shop';
import { ORDERED, stateAt } from './changeCases';
import { LATER_MS } from './changeCourses';
import type { ChangeRun } from './changeRuns';
import { receive } from './changeRuns';
import { needingNote } from './changeWorkflow';
import { passTime } from './passTime';
import { checkRed, pollAfter } from './pollAfter';
import type { Execution, WorkflowNode } from './n8nApi';
import { RARELY } from './webhookRuns';

const POLLED = { pollTimes: RARELY };
const WHOLE = 'open, 2 units to Leicester, Ring twice';

/** What the warehouse cannot take is told again; what it refuses is not. */
export async function checkChangeFaults(run: ChangeRun): Promise<void> {
	await checkDown(run);
	await checkNotMapped(run);
	await checkRefused(run);
	await checkUnknown(run);
}

async function checkDown(run: ChangeRun): Promise<void> {
	const { middle, host, check } = run;
	const { shop, target } = middle;
	const [noted, cancelled] = [await handOver(run), await handOver(run)];
	target.behave({ down: true });
	const execution = await pollAfter(host, () => {
		shop.changeNote(noted.id, 'Ring once');
		shop.cancelOrder(cancelled.id);
	});
	const error = await checkRed('the warehouse is down', [noted, cancelled], execution, host, check);
	check('it says that both are told again', 2, error.match(/told again\)/g)?.length);
	check('and what the warehouse said', true, error.includes('503: Closed for stocktaking'));
	const still = await pollAfter(host, () => passTime(shop, LATER_MS));
	await checkRed('it is still down', [noted, cancelled], still, host, check);
	target.behave({ down: false });
	const again = await pollAfter(host, () => passTime(shop, LATER_MS));
	check('once it is there, the execution is green', 'success', again?.status);
	check(
		'and both are told',
		[['open, 2 units to Leicester, Ring once'], ['cancelled']],
		[stateAt(target, noted), stateAt(target, cancelled)],
	);
	check('each once', [1, 1], [run.told(noted).length, run.told(cancelled).length]);
	await checkNothingLeft(run);
}

/** `needingNote` fails for an order without one. */
async function checkNotMapped(run: ChangeRun): Promise<void> {
	const { middle, host, check } = run;
	const { shop, target } = middle;
	const [mapped, other] = [await handOver(run), await handOver(run)];
	const execution = await pollAfter(host, async () => {
		await receive(run, POLLED, needingNote);
		shop.changeNote(mapped.id, 'Ring once');
		shop.changeNote(other.id, null);
	});
	const error = await checkRed('a change that cannot be mapped', [other], execution, host, check);
	check('it says so', true, error.includes('Map Here could not map it'));
	check(
		'the other one is told',
		['open, 2 units to Leicester, Ring once'],
		stateAt(target, mapped),
	);
	check('it is not', [WHOLE], stateAt(target, other));
	await pollAfter(host, async () => {
		await receive(run, POLLED);
		passTime(shop, LATER_MS);
	});
	const end = ['open, 2 units to Leicester, no note'];
	check('it is once the mapping is right', end, stateAt(target, other));
}

async function checkRefused(run: ChangeRun): Promise<void> {
	const { middle, host, check } = run;
	const { shop, target } = middle;
	const [left, other] = [await handOver(run), await handOver(run)];
	target.ship({ orderNumber: left.name });
	const execution = await pollAfter(host, () => {
		for (const { id, lines } of [left, other]) {
			const [line] = lines;
			if (line) shop.editOrder(id, { remove: [{ lineItemId: line.id, quantity: 1 }] });
		}
	});
	const error = await checkRed('a parcel that has left', [left], execution, host, check);
	check('it has the words of the warehouse', true, error.includes('409: Order'));
	check('it says that it has to be settled', true, error.includes('settle it with the warehouse'));
	check('the warehouse keeps it', [WHOLE], stateAt(target, left));
	const end = ['open, 1 units to Leicester, Ring twice'];
	check('the other one is told', end, stateAt(target, other));
	await checkNothingLeft(run);
}

/** The warehouse has lost an order: `What to Tell` names another one here. */
async function checkUnknown(run: ChangeRun): Promise<void> {
	const { middle, host, check } = run;
	const order = await handOver(run);
	const misnamed = (node: WorkflowNode): WorkflowNode => {
		if (node.name !== 'What to Tell') return node;
		const text = String(node.parameters['jsonOutput']);
		const jsonOutput = text.replace(/number: [^\n]*/, "number: 'none',");
		return { ...node, parameters: { ...node.parameters, jsonOutput } };
	};
	const execution = await pollAfter(host, async () => {
		await receive(run, POLLED, misnamed);
		middle.shop.changeNote(order.id, 'Ring once');
	});
	const error = await checkRed('an order that it does not have', [order], execution, host, check);
	check('it says so', true, error.includes('an order that the warehouse does not have'));
	await pollAfter(host, () => receive(run, POLLED));
	await checkNothingLeft(run);
}

/** What was refused is not told again, and what was told is not either. */
async function checkNothingLeft({ middle, host, check, requests }: ChangeRun): Promise<void> {
	const before = requests();
	const execution: Execution | undefined = await pollAfter(host, () =>
		passTime(middle.shop, LATER_MS),
	);
	check('after another pause nothing is told', [undefined, before], [execution, requests()]);
}

async function handOver({ middle, host }: ChangeRun): Promise<Order> {
	let order: Order | undefined;
	await pollAfter(host, () => {
		order = middle.shop.placeOrder(ORDERED);
	});
	if (!order) throw new Error('No order was placed');
	return order;
}
