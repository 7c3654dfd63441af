import type { LineInput, Order } from '../shop';
import type { TargetOrder } from '../target/target';
import { until, type Check } from './checks';
import type { Middle } from './middle';
import { passTime } from './passTime';
import { checkRed, pollAfter } from './pollAfter';
import type { Host } from './startHost';

const LATER_MS = 3 * 3_600_000;
const SKU = 'HG-VASE-CLAY';

/**
 * Orders of which something is shipped between the offer and its confirmation, through the bundled workflow: by the
 * warehouse, which has more than Shopify knows, or by staff, behind its back. Each unit must leave once.
 */
export async function checkShippedEarly(host: Host, middle: Middle, check: Check): Promise<void> {
	await checkByTheWarehouse(host, middle, check);
	await checkAllByTheWarehouse(host, middle, check);
	await checkBeforeTheUpload(host, middle, check);
	await checkRemovedTooLate(host, middle, check);
	await checkByStaff(host, middle, check);
	await checkByStaffUnheard(host, middle, check);
}

/** It has shipped two of five from an order that nobody could confirm. */
async function checkByTheWarehouse(host: Host, middle: Middle, check: Check): Promise<void> {
	const order = await unconfirmed(host, middle, 5);
	// In two parcels: the warehouse names the goods twice.
	shipAndUpload(middle, order, 1);
	shipAndUpload(middle, order, 1);
	const execution = await pollAfter(host, () => passTime(middle.shop, LATER_MS));
	check('shipped in part before it was confirmed: the run is green', 'success', execution?.status);
	check('the warehouse still has all five units', [5], unitsAt(middle, order));
	shipAndUpload(middle, order, 3);
	check('and can ship the other three', 'FULFILLED', fulfilled(order));
	await pollAfter(host, () => passTime(middle.shop, LATER_MS));
	check('nothing of it is sent again', [5], unitsAt(middle, order));
}

async function checkAllByTheWarehouse(host: Host, middle: Middle, check: Check): Promise<void> {
	const order = await unconfirmed(host, middle, 2);
	shipAndUpload(middle, order, 2);
	const execution = await pollAfter(host, () => passTime(middle.shop, LATER_MS));
	check('shipped whole before it was confirmed: the run is green', 'success', execution?.status);
	check('it is not cancelled there', [2], unitsAt(middle, order));
}

/** What it has shipped is held in Shopify, and the parcel is not uploaded yet. */
async function checkBeforeTheUpload(host: Host, middle: Middle, check: Check): Promise<void> {
	const { shop, target } = middle;
	const order = await unconfirmed(host, middle, 5);
	target.ship({ orderNumber: order.name, lines: [{ sku: SKU, quantity: 2 }] });
	const [fulfillmentOrder] = order.fulfillmentOrders;
	shop.hold(String(fulfillmentOrder?.id), { reason: 'OTHER' });
	const execution = await pollAfter(host, () => passTime(shop, LATER_MS));
	const said = await checkRed(
		'held, and shipped without an upload',
		[order],
		execution,
		host,
		check,
	);
	check('it says what has to come first', true, said.includes('once the parcel is uploaded'));
	check('the warehouse keeps it until then', [5], unitsAt(middle, order));
	shop.releaseHold(String(fulfillmentOrder?.id));
	upload(middle, order, 2);
	await pollAfter(host, () => passTime(shop, 2 * LATER_MS));
	check('released and uploaded: it has all five units, each once', [5], unitsAt(middle, order));
}

/** Staff remove goods that it has shipped: it cannot give back what has left, and goes on with the rest. */
async function checkRemovedTooLate(host: Host, middle: Middle, check: Check): Promise<void> {
	const { shop } = middle;
	const order = await lampShippedAndRemoved(host, middle);
	const run = await pollAfter(host, () => passTime(shop, LATER_MS));
	check('removed after it left: the run is green', 'success', run?.status);
	check('the warehouse keeps what has left beside the rest', [3], unitsAt(middle, order));
	await pollAfter(host, () => passTime(shop, LATER_MS));
	check('and is asked no more', [3], unitsAt(middle, order));

	const held = await lampShippedAndRemoved(host, middle);
	const [fulfillmentOrder] = held.fulfillmentOrders;
	shop.hold(String(fulfillmentOrder?.id), { reason: 'OTHER' });
	const again = await pollAfter(host, () => passTime(shop, LATER_MS));
	check('the same, and the rest held: the run is green', 'success', again?.status);
	check('the warehouse has no more of it than has left', [1], unitsAt(middle, held));
	shop.releaseHold(String(fulfillmentOrder?.id));
	await pollAfter(host, () => passTime(shop, LATER_MS));
	check('released, the rest comes by itself', 2, unitsAt(middle, held).at(-1));
}

/** An order of vases and a lamp that nobody could confirm; the lamp is on its way, and not in the order any more. */
async function lampShippedAndRemoved(host: Host, middle: Middle): Promise<Order> {
	const { shop, target } = middle;
	const order = await unconfirmed(host, middle, 2, [{ sku: 'HG-LAMP-OAK', quantity: 1 }]);
	target.ship({ orderNumber: order.name, lines: [{ sku: 'HG-LAMP-OAK', quantity: 1 }] });
	const lamp = order.lines.find(({ sku }) => sku === 'HG-LAMP-OAK');
	shop.editOrder(order.id, { remove: [{ lineItemId: String(lamp?.id), quantity: 1 }] });
	return order;
}

/** Staff ship it all while it is on its way to the warehouse. */
async function checkByStaff(host: Host, middle: Middle, check: Check): Promise<void> {
	const { order, execution } = await shippedOnItsWay(host, middle);
	check('shipped by staff on its way: the run is green', 'success', execution?.status);
	check('the warehouse has cancelled it', ['cancelled'], statusesAt(middle, order));
}

/** The same, and the warehouse cannot be told. */
async function checkByStaffUnheard(host: Host, middle: Middle, check: Check): Promise<void> {
	const { order, execution } = await shippedOnItsWay(host, middle, () => {
		middle.target.faults.down = true;
	});
	middle.target.faults.down = false;
	const said = await checkRed('shipped by staff, unheard', [order], execution, host, check);
	check('it says to stop it there', true, said.includes('stop it there'));
}

/** An order that the warehouse has, and that could not be confirmed. */
async function unconfirmed(
	host: Host,
	middle: Middle,
	quantity: number,
	more: readonly LineInput[] = [],
): Promise<Order> {
	const { shop } = middle;
	shop.faults.failNext(403, 1, { operation: 'ReportProgress' });
	const orders: Order[] = [];
	await pollAfter(host, () => {
		orders.push(shop.placeOrder({ lines: [{ sku: SKU, quantity }, ...more] }));
	});
	shop.faults.clear();
	const [order] = orders;
	if (!order) throw new Error('No order was placed');
	return order;
}

async function shippedOnItsWay(
	host: Host,
	middle: Middle,
	then: () => void = () => undefined,
): Promise<{
	readonly order: Order;
	readonly execution: Awaited<ReturnType<typeof pollAfter>>;
}> {
	const { shop, target } = middle;
	const orders: Order[] = [];
	const stop = target.subscribe(() => {
		const [order] = orders;
		if (!order || ordersAt(middle, order).length === 0) return;
		stop();
		shop.ship(String(order.fulfillmentOrders[0]?.id));
		then();
	});
	const execution = await pollAfter(host, () => {
		orders.push(shop.placeOrder({ lines: [{ sku: SKU, quantity: 2 }] }));
	});
	stop();
	const [order] = orders;
	if (!order) throw new Error('No order was placed');
	await until(() => ordersAt(middle, order).length > 0);
	return { order, execution };
}

function shipAndUpload(middle: Middle, order: Order, quantity: number): void {
	middle.target.ship({ orderNumber: order.name, lines: [{ sku: SKU, quantity }] });
	upload(middle, order, quantity);
}

/** As the workflow for shipments does it. */
function upload({ shop }: Middle, order: Order, quantity: number): void {
	const open = order.fulfillmentOrders.find(({ lines }) => lines.some((one) => one.remaining > 0));
	const [line] = open?.lines ?? [];
	if (!open || !line) throw new Error(`Nothing of ${order.name} can be shipped`);
	shop.ship(open.id, { units: [{ id: line.id, quantity }] });
}

const fulfilled = ({ fulfillmentOrders }: Order): string =>
	fulfillmentOrders.every(({ lines }) => lines.every(({ remaining }) => remaining === 0))
		? 'FULFILLED'
		: 'UNFULFILLED';

function ordersAt({ target }: Middle, { name }: Order): readonly TargetOrder[] {
	return target
		.orders()
		.filter(({ orderNumber }) => orderNumber === name || orderNumber.startsWith(`${name}-`));
}

function statusesAt(middle: Middle, order: Order): readonly string[] {
	return ordersAt(middle, order).map(({ status }) => status);
}

/** Units of its orders that are not cancelled, shipped ones included. */
function unitsAt(middle: Middle, order: Order): readonly number[] {
	return ordersAt(middle, order)
		.filter(({ status }) => status !== 'cancelled')
		.map(({ body }) => {
			const { lines } = body as { readonly lines: readonly { readonly quantity: number }[] };
			return lines.reduce((sum, { quantity }) => sum + quantity, 0);
		});
}
