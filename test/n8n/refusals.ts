import type { DemoShop, FulfillmentOrder, Order } from '../shop';
import type { TargetOrder } from '../target/target';
import { note, until, type Check } from './checks';
import type { Middle } from './middle';
import { passTime } from './passTime';
import { checkRed, pollAfter } from './pollAfter';
import type { Scene } from './scene';
import type { Host } from './startHost';

const WORDS = 'We do not ship lamp oil';
const BATCH = 25;
/** Longer than the pause after a first offer (an hour by default). */
const LATER_MS = 2 * 3_600_000;

/**
 * What the warehouse refuses is held in the shop with its words, what it cannot take now is offered again:
 * one order alone, and a batch of 25 in which some are refused and some meet a warehouse that is down.
 */
export async function checkRefusals(scene: Scene, check: Check): Promise<void> {
	const [middle, host] = [await scene.openMiddle(), await scene.openHost()];
	await checkOneRefused(host, middle, check);
	await checkBatch(scene, host, middle, check);
}

async function checkOneRefused(host: Host, middle: Middle, check: Check): Promise<void> {
	const { shop, target } = middle;
	target.behave({ refuse: WORDS });
	let order: Order | undefined;
	const execution = await pollAfter(host, () => {
		order = shop.placeOrder();
	});
	target.behave({ refuse: '' });
	if (!order) throw new Error('No order was placed');
	const fulfillmentOrder = onlyFulfillmentOrder(order);
	check('a refused order is on hold in the shop', 'ON_HOLD', fulfillmentOrder.status);
	const words = fulfillmentOrder.holds.map(({ reasonNotes }) => reasonNotes ?? '').join();
	check("the hold's note has the warehouse's words", true, words.includes(WORDS));
	note(`the hold says: ${words}`);
	await checkRed('one refused order', [order], execution, host, check);

	await pollAfter(host);
	check('it is not offered while it is held', undefined, arrivedOf(middle, order));
	const after = await pollAfter(host, () => shop.releaseHold(fulfillmentOrder.id));
	const arrived = arrivedOf(middle, order);
	check('released, it arrives with the next poll, without a pause', true, arrived !== undefined);
	check('under its first key', String(fulfillmentOrder.legacyId), arrived?.key);
	check('once', 0, arrived?.repeats);
	check('and is in progress', 'IN_PROGRESS', fulfillmentOrder.status);
	check('by an execution that succeeded', 'success', after?.status);
}

async function checkBatch(scene: Scene, host: Host, middle: Middle, check: Check): Promise<void> {
	const { shop, target } = middle;
	const orders: Order[] = [];
	const told = { created: 0, refused: 0, failed: 0 };
	// The 9th to the 14th that it reads are refused, and every 6th request finds it down.
	scene.onTargetEvent = ({ type }) => {
		if (type === 'created' || type === 'refused' || type === 'failed') told[type] += 1;
		const asked = told.created + told.refused;
		target.faults.refuse = asked >= 8 && asked < 14 ? WORDS : '';
	};
	target.faults.failEvery = 6;
	const execution = await pollAfter(host, () => {
		while (orders.length < BATCH) orders.push(shop.placeOrder());
	});
	scene.onTargetEvent = undefined;
	target.behave({ failEvery: 0, refuse: '' });

	const arrived = orders.filter((order) => arrivedOf(middle, order));
	const missing = orders.filter((order) => !arrivedOf(middle, order));
	const held = missing.filter((order) => statusOf(order) === 'ON_HOLD');
	const waiting = missing.filter((order) => statusOf(order) === 'OPEN');
	note(
		`of ${BATCH} orders ${told.created} were taken, ${told.refused} refused, ${told.failed} met a failure`,
	);
	check('some of a batch are refused', 6, told.refused);
	check('and some meet a failure', true, told.failed >= 3);
	check('those that were taken are in progress', told.created, inProgress(arrived));
	check('those that were refused are held', told.refused, held.length);
	check('those that met a failure wait', told.failed, waiting.length);
	const notes = held.flatMap(({ fulfillmentOrders }) =>
		fulfillmentOrders.flatMap(({ holds }) => holds),
	);
	check(
		"every hold has the warehouse's words",
		[],
		notes.filter(({ reasonNotes }) => !reasonNotes?.includes(WORDS)),
	);
	await checkRed('a batch', missing, execution, host, check);

	await pollAfter(host, () => release(shop, held));
	check('the held ones arrive once they are released', 0, missingOf(middle, held));
	check('the others wait for their pause', waiting.length, missingOf(middle, waiting));
	await pollAfter(host, () => passTime(shop, LATER_MS));
	await until(() => inProgress(orders) === BATCH);
	check('after the pause each has arrived', 0, missingOf(middle, orders));
	check('and each is in progress', BATCH, inProgress(orders));
	const numbers = new Set(target.orders().map(({ orderNumber }) => orderNumber));
	check('none twice', target.orders().length, numbers.size);
}

function release(shop: DemoShop, orders: readonly Order[]): void {
	for (const { fulfillmentOrders } of orders)
		for (const { id } of fulfillmentOrders) shop.releaseHold(id);
}

function onlyFulfillmentOrder({ name, fulfillmentOrders }: Order): FulfillmentOrder {
	const [first] = fulfillmentOrders;
	if (!first || fulfillmentOrders.length > 1) throw new Error(`${name} was not routed as one`);
	return first;
}

const statusOf = (order: Order): string => onlyFulfillmentOrder(order).status;

const inProgress = (orders: readonly Order[]): number =>
	orders.filter((order) => statusOf(order) === 'IN_PROGRESS').length;

const arrivedOf = ({ target }: Middle, { name }: Order): TargetOrder | undefined =>
	target.orders().find(({ orderNumber }) => orderNumber === name);

const missingOf = (middle: Middle, orders: readonly Order[]): number =>
	orders.filter((order) => !arrivedOf(middle, order)).length;
