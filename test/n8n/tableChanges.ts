import type { Order } from '../shop';
import { CHANGE_CASES, FAR, NEAR, ORDERED } from './changeCases';
import { happen, LATER_MS, STEPS, type Course } from './changeCourses';
import type { ChangeRun } from './changeRuns';
import { changeWorkflow } from './changeWorkflow';
import { until } from './checks';
import type { WorkflowNode } from './n8nApi';
import { ORDERS_TO_TABLE } from './ordersToTable';
import { passTime } from './passTime';
import { pollAfter } from './pollAfter';
import { rowsOf } from './tableRows';
import { quiet, RARELY, TRIGGER } from './webhookRuns';

const HERE = 'Leeds Warehouse';

/** The rows that an order has in the end, see `describeRows`, by what happens to it. */
const ENDS: Readonly<Record<string, readonly string[]>> = {
	held: [`onHold 2 [2] at ${HERE}, On Hold: hold`],
	'held in part': [`onHold 2 [2] at ${HERE}, On Hold: hold, fulfillmentOrders`],
	'held and released': [`open 2 [2] at ${HERE}, Released: hold, progress`],
	'a unit removed': [`open 1 [1] at ${HERE}, Changed: quantity`],
	'all removed': [`cancelled 0 [] at ${HERE}, Cancelled: quantity`],
	'all removed and added again': [
		`cancelled 0 [] at ${HERE}, Cancelled: quantity`,
		`open 2 [2] at ${HERE}, null`,
	],
	'another address': [`open 2 [2] at ${HERE}, Changed: shipTo`],
	'another note': [`open 2 [2] at ${HERE}, Changed: note`],
	'moved to a place that the warehouse does not ship from': [
		`cancelled 0 [] at ${FAR}, Moved: location`,
	],
	'moved to a place that it ships from as well': [
		`open 2 [2] at ${NEAR}, Moved: location, progress`,
	],
	'the order cancelled': [`cancelled 0 [] at ${HERE}, Cancelled: quantity`],
	'a fulfillment cancelled': [`open 2 [2] at ${HERE}, Reopened: shipped`],
	split: [`open 2 [2] at ${HERE}, Changed: progress, fulfillmentOrders`],
	'held and edited between two looks': [`onHold 1 [1] at ${HERE}, On Hold: hold`],
	'progress taken back': [`open 2 [2] at ${HERE}, Changed: progress`],
	'returned to Shopify': [`cancelled 0 [] at ${HERE}, Changed: progress, quantity`],
	'a unit more': [`open 2 [2] at ${HERE}, null`, `open 1 [1] at ${HERE}, null`],
};

const PUSHED = ['held and released', 'a unit removed', 'the order cancelled'];

/** Whatever happens to an order after it has its row is in that row, and nothing is written twice. */
export async function checkTableChanges(run: ChangeRun): Promise<void> {
	run.middle.shop.addLocation({ name: FAR });
	await checkPolled(run);
	await checkPushed(run);
}

/** All at once, between two polls. */
async function checkPolled(run: ChangeRun): Promise<void> {
	const { host, middle, check } = run;
	const courses: Course[] = [];
	await pollAfter(host, async () => {
		await receiveInTable(run, { pollTimes: RARELY });
		for (const one of CHANGE_CASES) courses.push({ one, order: middle.shop.placeOrder(ORDERED) });
	});
	await checkHandedOver('polled', courses, run);
	for (let step = 0; step < STEPS; step += 1) {
		const execution = await pollAfter(host, () => happen(step, courses, run));
		check(`polled, look ${step + 1}: the execution is green`, 'success', execution?.status);
	}
	const after = await pollAfter(host, () => passTime(middle.shop, LATER_MS));
	check('polled after the pause: the execution is green', 'success', after?.status);
	await checkEnds('polled', courses, run);
	const before = await rowsOf(host);
	check('polled again, nothing is left to write', undefined, await pollAfter(host));
	check('and no row is written again', before, await rowsOf(host));
}

/** One after the other, as Shopify tells of it. */
async function checkPushed(run: ChangeRun): Promise<void> {
	const { host, middle, check } = run;
	const { api, workflowId } = host;
	await api.unpublish(workflowId);
	await receiveInTable(run, { receiveBy: 'webhooks', pollTimes: RARELY });
	await api.publish(workflowId);
	await until(() => middle.shop.webhooks.subscriptions.length > 0);
	const known = new Set((await quiet(host, middle)).map(({ id }) => id));
	const courses: Course[] = [];
	for (const one of CHANGE_CASES.filter(({ what }) => PUSHED.includes(what)))
		courses.push({ one, order: middle.shop.placeOrder(ORDERED) });
	await checkHandedOver('pushed', courses, run);
	for (let step = 0; step < STEPS; step += 1) {
		await happen(step, courses, run);
		await quiet(host, middle);
	}
	await until(async () =>
		(await Promise.all(courses.map((course) => hasEnded(course, run)))).every(Boolean),
	);
	const executions = await quiet(host, middle);
	await checkEnds('pushed', courses, run);
	const failed = executions.filter(({ id, status }) => !known.has(id) && status !== 'success');
	check('pushed: every execution is green', [], failed);
	await api.unpublish(workflowId);
	await receiveInTable(run, { pollTimes: RARELY });
	const before = await rowsOf(host);
	check('polled after the webhooks, nothing is left to write', undefined, await pollAfter(host));
	check('and no row is written again', before, await rowsOf(host));
}

/** Brings the workflow, which must be unpublished, back to the bundled one with these parameters of its trigger. */
export async function receiveInTable(
	{ host, middle }: ChangeRun,
	parameters: WorkflowNode['parameters'],
	change: (node: WorkflowNode) => WorkflowNode = (node) => node,
): Promise<void> {
	const locations = [...middle.shop.state.locations.values()]
		.filter(({ name }) => name !== FAR)
		.map(({ legacyId }) => String(legacyId));
	const withParameters = (node: WorkflowNode): WorkflowNode => {
		if (node.name !== TRIGGER) return change(node);
		const chosen = { filters: { locations }, ...parameters };
		return { ...node, parameters: { ...node.parameters, ...chosen } };
	};
	await changeWorkflow(host, middle.ends.targetUrl, withParameters, ORDERS_TO_TABLE);
}

async function checkHandedOver(
	how: string,
	courses: readonly Course[],
	run: ChangeRun,
): Promise<void> {
	const open = (): readonly string[] =>
		courses
			.filter(({ order }) => order.fulfillmentOrders.some((one) => one.status !== 'IN_PROGRESS'))
			.map(({ order }) => order.name);
	await until(() => open().length === 0);
	run.check(`${how}: all ${courses.length} orders are handed over`, [], open());
	const rows = await Promise.all(courses.map(({ order }) => describeRows(run, order)));
	const whole = `open 2 [2] at ${HERE}, null`;
	run.check(`${how}: each as it was ordered`, [whole], [...new Set(rows.flat())]);
}

const hasEnded = async ({ one, order }: Course, run: ChangeRun): Promise<boolean> =>
	JSON.stringify(ENDS[one.what]) === JSON.stringify(await describeRows(run, order));

async function checkEnds(how: string, courses: readonly Course[], run: ChangeRun): Promise<void> {
	for (const { one, order } of courses) {
		const rows = await describeRows(run, order);
		run.check(`${how}, ${one.what}: the table has it so`, ENDS[one.what], rows);
	}
}

/** What the table has of an order of the shop, in words. */
export async function describeRows(
	{ host }: ChangeRun,
	{ name }: Order,
): Promise<readonly string[]> {
	return (await rowsOf(host))
		.filter(({ orderName }) => orderName === name)
		.map(({ status, units, lines, location, lastChange }) => {
			const quantities = (JSON.parse(String(lines)) as readonly { quantity: number }[]).map(
				({ quantity }) => quantity,
			);
			return `${String(status)} ${String(units)} [${quantities.join()}] at ${String(location)}, ${String(lastChange)}`;
		});
}
