import type { FulfillmentOrder, Order } from '../shop';
import { until, type Check } from './checks';
import type { Middle } from './middle';
import { passTime } from './passTime';
import { checkRed, pollAfter } from './pollAfter';
import type { Host } from './startHost';

const LATER_MS = 3 * 3_600_000;

/**
 * Orders that change between the offer and its confirmation, through the bundled workflow: one that the
 * warehouse never got, and one that it has although nobody could confirm it. In both cases the units
 * at the warehouse must be the units ordered in the end, each once.
 */
export async function checkUnsettled(host: Host, middle: Middle, check: Check): Promise<void> {
	await checkNeverArrived(host, middle, check);
	await checkArrivedUnconfirmed(host, middle, check);
	await checkHeldWhileSettled(host, middle, check);
}

/**
 * Two orders of one name, as import apps make them: the warehouse refuses the second one's number, and that
 * must not count as a handover.
 */
export async function checkSameName(host: Host, middle: Middle, check: Check): Promise<void> {
	const { shop, target } = middle;
	const first = shop.placeOrder({
		name: 'IMPORT-77',
		lines: [{ sku: 'HG-LAMP-OAK', quantity: 1 }],
	});
	await host.pollNow();
	await until(() => waiting(middle, first.id) === 0);
	const second = shop.placeOrder({
		name: 'IMPORT-77',
		lines: [{ sku: 'HG-VASE-CLAY', quantity: 3 }],
	});
	const before = await failedExecutions(host);
	await host.pollNow();
	await until(async () => (await failedExecutions(host)) > before);
	check('a second order of the same name is refused once', [1], unitsOf(middle, 'IMPORT-77'));
	const statuses = second.fulfillmentOrders.map(({ status }) => status);
	check('and is on hold: somebody has to look', ['ON_HOLD'], statuses);
	check('the execution is red', before + 1, await failedExecutions(host));
	check(
		'the warehouse still has the first one',
		1,
		target.orders().filter(({ orderNumber }) => orderNumber === 'IMPORT-77').length,
	);
}

async function failedExecutions({ api, workflowId }: Host): Promise<number> {
	return (await api.executions(workflowId)).filter(({ status }) => status === 'error').length;
}

async function checkNeverArrived(host: Host, middle: Middle, check: Check): Promise<void> {
	const { shop, target } = middle;
	target.faults.down = true;
	const order = shop.placeOrder({ lines: [{ sku: 'HG-LAMP-OAK', quantity: 2 }] });
	const before = (await host.api.executions(host.workflowId)).length;
	await host.pollNow();
	const red = await until(async () => {
		const executions = await host.api.executions(host.workflowId);
		return executions.slice(0, executions.length - before).some(({ status }) => status === 'error');
	});
	check('an order that the warehouse cannot take makes a red execution', true, red);
	target.faults.down = false;
	await partHeldAndReleased(host, middle, order.id);
	check(
		'an order held in part before the warehouse got it arrives in two parts, each once',
		[1, 1],
		unitsOf(middle, order.name),
	);
}

async function checkArrivedUnconfirmed(host: Host, middle: Middle, check: Check): Promise<void> {
	const { shop } = middle;
	const order = shop.placeOrder({ lines: [{ sku: 'HG-VASE-CLAY', quantity: 2 }] });
	shop.faults.failNext(403, 1, { operation: 'ReportProgress' });
	await host.pollNow();
	await until(() => unitsOf(middle, order.name).length === 1);
	check('the warehouse has an order that could not be confirmed', [2], unitsOf(middle, order.name));
	await partHeldAndReleased(host, middle, order.id);
	check(
		'it is changed there to the part that can be shipped, and the rest comes when it is released',
		[1, 1],
		unitsOf(middle, order.name),
	);
}

/** Held once more after the warehouse was told what is left of it: it must not ship what it has. */
async function checkHeldWhileSettled(host: Host, middle: Middle, check: Check): Promise<void> {
	const { shop, target } = middle;
	shop.faults.failNext(403, 1, { operation: 'ReportProgress' });
	let placed: Order | undefined;
	await pollAfter(host, () => {
		placed = shop.placeOrder({ lines: [{ sku: 'HG-VASE-CLAY', quantity: 2 }] });
	});
	const order = placed;
	if (!order) throw new Error('No order was placed');
	shop.faults.clear();
	const [fulfillmentOrder] = order.fulfillmentOrders;
	const [line] = fulfillmentOrder?.lines ?? [];
	if (!fulfillmentOrder || !line) throw new Error('The order was not routed');
	shop.hold(fulfillmentOrder.id, { reason: 'OTHER', units: [{ id: line.id, quantity: 1 }] });
	const stop = target.subscribe(() => {
		stop();
		for (const { id } of openOf(middle, order.id)) shop.hold(id, { reason: 'OTHER' });
	});
	const execution = await pollAfter(host, () => passTime(shop, LATER_MS));
	stop();
	const said = await checkRed('an order held while it is settled', [order], execution, host, check);
	check('it says that it must not ship', true, said.includes('must not ship it as it is: onHold'));
}

/** Holds one of two units, polls, releases it, and polls again, each after the pause between offers. */
async function partHeldAndReleased(host: Host, middle: Middle, orderId: string): Promise<void> {
	const { shop } = middle;
	const [fulfillmentOrder] = [...shop.state.fulfillmentOrders.values()].filter(
		(one) => one.order.id === orderId,
	);
	const [line] = fulfillmentOrder?.lines ?? [];
	if (!fulfillmentOrder || !line) throw new Error('The order was not routed');
	shop.hold(fulfillmentOrder.id, { reason: 'OTHER', units: [{ id: line.id, quantity: 1 }] });
	passTime(shop, LATER_MS);
	await host.pollNow();
	await until(() => total(middle, orderId) === 1 && waiting(middle, orderId) === 0);
	shop.releaseHold(fulfillmentOrder.id);
	passTime(shop, LATER_MS);
	await host.pollNow();
	await until(() => total(middle, orderId) === 2 && waiting(middle, orderId) === 0);
}

function unitsOf({ target }: Middle, orderName: string): readonly number[] {
	return target
		.orders()
		.filter(({ orderNumber, status }) => status === 'open' && isOf(orderNumber, orderName))
		.map(({ body }) =>
			(body as { lines: { quantity: number }[] }).lines.reduce((sum, one) => sum + one.quantity, 0),
		);
}

const isOf = (orderNumber: string, orderName: string): boolean =>
	orderNumber === orderName || orderNumber.startsWith(`${orderName}-`);

function total(middle: Middle, orderId: string): number {
	const name = middle.shop.state.orders.get(orderId)?.name ?? '';
	return unitsOf(middle, name).reduce((sum, units) => sum + units, 0);
}

/** Fulfillment orders of the order that could be shipped and are not in progress yet. */
function openOf({ shop }: Middle, orderId: string): readonly FulfillmentOrder[] {
	return [...shop.state.fulfillmentOrders.values()].filter(
		(one) => one.order.id === orderId && one.status === 'OPEN',
	);
}

const waiting = (middle: Middle, orderId: string): number => openOf(middle, orderId).length;
