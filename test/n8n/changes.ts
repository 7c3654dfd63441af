import { CHANGE_CASES, FAR, NEAR, ORDERED, stateAt } from './changeCases';
import { happen, idsOf, LATER_MS, STEPS, type Course } from './changeCourses';
import { checkChangeFaults } from './changeFaults';
import { changeRun, receive, type ChangeRun } from './changeRuns';
import { note, settled, until, type Check } from './checks';
import { passTime } from './passTime';
import { pollAfter } from './pollAfter';
import type { Scene } from './scene';
import { arrive, quiet, RARELY } from './webhookRuns';

/**
 * Whatever happens to an order after the warehouse has it is told there, once, by polls and by webhooks; and
 * what the warehouse cannot take or does not want is listed.
 */
export async function checkChanges(scene: Scene, check: Check): Promise<void> {
	const run = await changeRun(scene, check);
	try {
		run.middle.shop.addLocation({ name: FAR });
		await checkPolled(run);
		await checkPushed(run);
		await checkChangeFaults(run);
	} finally {
		run.stop();
	}
}

/** All at once, between two polls. */
async function checkPolled(run: ChangeRun): Promise<void> {
	const { host, middle, check } = run;
	const courses: Course[] = [];
	await pollAfter(host, async () => {
		await receive(run, { pollTimes: RARELY, filters: { locations: idsOf(run, NEAR) } });
		for (const one of CHANGE_CASES) courses.push({ one, order: middle.shop.placeOrder(ORDERED) });
	});
	await checkHandedOver('polled', courses, run);
	for (let step = 0; step < STEPS; step += 1) {
		const execution = await pollAfter(host, () => happen(step, courses, run));
		check(`polled, look ${step + 1}: the execution is green`, 'success', execution?.status);
	}
	const after = await pollAfter(host, () => passTime(middle.shop, LATER_MS));
	check('polled after the pause: the execution is green', 'success', after?.status);
	checkEnds('polled', courses, run);
	for (const { one, order } of courses) {
		const events = run.told(order).map((reason) => reason.replace(/:.*/s, ''));
		check(`polled, ${one.what}: it was told`, one.events, events);
		if (one.events.length > 0) note(run.told(order).join(' | '));
	}
	const before = run.requests();
	check('polled again, nothing is left to tell', undefined, await pollAfter(host));
	check('and nothing is sent', before, run.requests());
}

/** One after the other, as Shopify tells of it. */
async function checkPushed(run: ChangeRun): Promise<void> {
	const { host, middle, check } = run;
	const { api, workflowId } = host;
	await api.unpublish(workflowId);
	await receive(run, {
		receiveBy: 'webhooks',
		pollTimes: RARELY,
		filters: { locations: idsOf(run, NEAR) },
	});
	await api.publish(workflowId);
	await until(() => middle.shop.webhooks.subscriptions.length > 0);
	const courses: Course[] = [];
	for (const one of CHANGE_CASES) {
		const order = middle.shop.placeOrder(ORDERED);
		courses.push({ one, order });
		await arrive(middle, [order.name]);
		await quiet(host, middle);
	}
	await checkHandedOver('pushed', courses, run);
	for (let step = 0; step < STEPS; step += 1) {
		for (const course of courses) {
			await happen(step, [course], run);
			await quiet(host, middle);
		}
	}
	// What is in doubt is offered again by a poll, after its pause.
	await pollAfter(host, () => passTime(middle.shop, LATER_MS));
	await settled(
		() => courses.filter((course) => !hasEnded(course, run)),
		({ length }) => length === 0,
	);
	await quiet(host, middle);
	checkEnds('pushed', courses, run);
	const twice = courses.flatMap(({ order }) =>
		run.told(order).filter((reason, index, all) => reason === all[index - 1]),
	);
	check('pushed: nothing was told twice', [], twice);
	const failed = (await quiet(host, middle)).filter(({ status }) => status !== 'success');
	check('pushed: every execution is green', [], failed);
	check('each change has a number, so that an overtaken one does not count', [], run.unnumbered());
	await api.unpublish(workflowId);
	await receive(run, { pollTimes: RARELY, filters: { locations: idsOf(run, NEAR) } });
	const before = run.requests();
	check('polled after the webhooks, nothing is left to tell', undefined, await pollAfter(host));
	check('and nothing is sent again', before, run.requests());
}

async function checkHandedOver(
	how: string,
	courses: readonly Course[],
	{ middle, check }: ChangeRun,
): Promise<void> {
	const open = (): readonly string[] =>
		courses
			.filter(({ order }) => order.fulfillmentOrders.some((one) => one.status !== 'IN_PROGRESS'))
			.map(({ order }) => order.name);
	await until(() => open().length === 0);
	check(`${how}: all ${courses.length} orders are handed over`, [], open());
	const states = new Set(courses.flatMap(({ order }) => stateAt(middle.target, order)));
	check(`${how}: each as it was ordered`, ['open, 2 units to Leicester, Ring twice'], [...states]);
}

const hasEnded = ({ one, order }: Course, { middle }: ChangeRun): boolean =>
	JSON.stringify(one.end) === JSON.stringify(stateAt(middle.target, order));

function checkEnds(how: string, courses: readonly Course[], { middle, check }: ChangeRun): void {
	for (const { one, order } of courses)
		check(`${how}, ${one.what}: the warehouse has it so`, one.end, stateAt(middle.target, order));
	const repeated = middle.target.orders().filter(({ repeats }) => repeats > 0);
	check(`${how}: no order was sent twice`, [], repeated);
}
