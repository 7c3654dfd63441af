import type { DemoShop, Order } from '../shop';
import { serve } from '../shop/listen';
import { note, secondsSince, until, type Check } from './checks';
import { notInProgress } from './demoShop';
import type { Middle } from './middle';
import type { WorkflowNode } from './n8nApi';
import { checkRed } from './pollAfter';
import type { Scene } from './scene';
import { statusesOf } from './scheduledRuns';
import { checkParcels, writesAt } from './shippedParcels';
import type { Host } from './startHost';
import { disabled, pushShipments, runUploads, ship, shipOneUnit } from './uploadRuns';

const ARRIVES_WITHIN_MS = 200_000;
/** Of the warehouse's list. */
const PAGE_SIZE = 100;
const GOODS = ['MUG-STN-350', 'BLK-WOL-GRY', 'CDL-BEE-240', 'SOAP-OLV-3PK'];

/** The same shop, warehouse and n8n for all of this part. */
interface Setting {
	readonly middle: Middle;
	readonly host: Host;
	readonly check: Check;
	/** Orders of which the shop does not take all. Each run finds their parcels again. */
	readonly refused: string[];
}

/**
 * Both workflows in one n8n: orders come to the warehouse, and what it ships goes back as fulfillments, each
 * once, whatever fails on the way. Gives the orders of which the shop does not take all.
 */
export async function checkShipping(scene: Scene, check: Check): Promise<readonly string[]> {
	const [middle, host] = [await scene.openMiddle(), await scene.openHost()];
	const setting: Setting = { middle, host, check, refused: [] };
	await checkNothing(setting);
	await checkWays(setting);
	await checkPages(setting);
	await checkTwoLocations(setting);
	await checkRepeats(setting);
	await checkCancelled(setting);
	await checkInPart(setting);
	await checkLostMarks(setting);
	await checkLostAnswers(setting);
	await checkRefusedApp(setting);
	await checkPushes(setting);
	await checkNoList(setting);
	return setting.refused;
}

/** Places orders of two goods, 2 units of each, and waits until the warehouse has them and the shop knows. */
export async function bringOrders(
	middle: Middle,
	host: Host,
	count: number,
): Promise<readonly Order[]> {
	const begun = Date.now();
	const placed = Array.from({ length: count }, (_, index) => placeOrder(middle.shop, index));
	await bring(middle, host, placed);
	note(`${count} orders came to the warehouse in ${secondsSince(begun)} s`);
	return placed;
}

async function bring(
	{ shop, target }: Middle,
	host: Host,
	placed: readonly Order[],
): Promise<void> {
	await host.pollNow();
	const arrived = (): boolean => {
		const numbers = new Set(target.orders().map(({ orderNumber }) => orderNumber));
		return placed.every(({ name }) => numbers.has(name)) && notInProgress(shop).length === 0;
	};
	if (!(await until(arrived, ARRIVES_WITHIN_MS))) note('not all orders arrived');
}

function placeOrder(shop: DemoShop, index: number): Order {
	const lines = [0, 1].map((more) => ({
		sku: GOODS[(index + more) % GOODS.length] ?? null,
		quantity: 2,
	}));
	return shop.placeOrder({ lines });
}

async function checkNothing({ middle, host, check }: Setting): Promise<void> {
	const runs = await runUploads(host, middle.ends.targetUrl);
	check('with nothing shipped a run is green', ['success'], statusesOf(runs));
}

async function checkWays({ middle, host, check }: Setting): Promise<void> {
	const { targetUrl } = middle.ends;
	const [whole, parts, twice] = await bringOrders(middle, host, 3);
	if (!whole || !parts || !twice) return;
	const begun = Date.now();
	await ship(middle, { orderNumber: whole.name });
	await shipOneUnit(middle, parts.name);
	await ship(middle, { orderNumber: twice.name, times: 2 });
	const first = await runUploads(host, targetUrl);
	note(`shipped and uploaded in ${secondsSince(begun)} s`);
	check('runs that upload are green', ['success'], statusesOf(first));
	checkParcels('shipped whole, in part, and reported twice', middle, check);
	check('a part leaves the order in progress', 'IN_PROGRESS', parts.fulfillmentOrders[0]?.status);

	await ship(middle, { orderNumber: parts.name });
	await runUploads(host, targetUrl);
	checkParcels('the rest shipped too', middle, check);
	const open = [whole, parts, twice].flatMap((order) => order.fulfillmentOrders);
	check(
		'and nothing is left to ship',
		[],
		open.filter(({ status }) => status !== 'CLOSED').map(({ order }) => order.name),
	);
}

/** One parcel is reported a hundred times more, so that whatever comes later is on the list's second page. */
async function checkPages({ middle, host, check }: Setting): Promise<void> {
	const { shop, target, ends } = middle;
	const [parcel] = target.shipments();
	if (!parcel) return;
	const { orderNumber, lines, carrier, trackingNumber, trackingUrl } = parcel;
	const again = { orderNumber, lines, carrier, trackingNumber, trackingUrl, force: true };
	for (let times = 0; times < PAGE_SIZE; times += 1) target.ship(again);
	const writes = writesAt(shop);
	const runs = await runUploads(host, ends.targetUrl);
	check('a parcel reported a hundred times more is green', ['success'], statusesOf(runs));
	check('and writes nothing', writes, writesAt(shop));
	checkParcels('reported a hundred times more', middle, check);
}

/** An order in two parts is two orders in the warehouse, the second under a number that says which part it is. */
async function checkTwoLocations({ middle, host, check }: Setting): Promise<void> {
	const { shop, target, ends } = middle;
	const [here, there] = [...shop.state.locations.values()].map(({ name }) => name);
	const order = shop.placeOrder({
		lines: [
			{ sku: 'MUG-STN-350', quantity: 2 },
			{ sku: 'CDL-BEE-240', quantity: 1, location: there ?? '' },
		],
	});
	await bring(middle, host, [order]);
	const numbers = target.orders().map(({ orderNumber }) => orderNumber);
	const parts = numbers.filter((number) => number.startsWith(order.name));
	note(`it is ${parts.join(' and ')} in the warehouse`);
	for (const orderNumber of parts) await ship(middle, { orderNumber });
	await runUploads(host, ends.targetUrl);
	checkParcels('shipped from two locations', middle, check);
	check(
		'each left from its own',
		[here, there].sort(),
		order.fulfillments.map(({ location }) => location.name).sort(),
	);
}

/** A change as for a warehouse that cannot note what was uploaded. */
function withoutMarks(node: WorkflowNode): WorkflowNode {
	if (node.name === 'Mark as Uploaded') return disabled(node);
	if (node.name !== 'Not Uploaded Yet') return node;
	const text = JSON.stringify(node.parameters).replace('!$json.uploadedAt', 'true');
	return { ...node, parameters: JSON.parse(text) as WorkflowNode['parameters'] };
}

async function checkRepeats({ middle, host, check }: Setting): Promise<void> {
	const { shop, ends } = middle;
	const before = [writesAt(shop), shop.notifications.length];
	const marked = await runUploads(host, ends.targetUrl);
	const requests = shop.log.length;
	const unmarked = await runUploads(host, ends.targetUrl, withoutMarks);
	check('runs that find the same again are green', ['success'], statusesOf(marked));
	check('also where the warehouse notes nothing', ['success'], statusesOf(unmarked));
	check('those did ask the shop', true, shop.log.length > requests);
	check('nothing is written again', before, [writesAt(shop), shop.notifications.length]);
}

async function checkCancelled({ middle, host, check, refused }: Setting): Promise<void> {
	const { shop, ends } = middle;
	const [gone, ...others] = await bringOrders(middle, host, 3);
	if (!gone) return;
	for (const { name } of [gone, ...others]) await ship(middle, { orderNumber: name });
	shop.cancelOrder(gone.id);
	refused.push(gone.name);
	const [first, ...later] = await runUploads(host, ends.targetUrl);
	await checkRed('an order cancelled before its parcel came', [gone], first, host, check);
	checkParcels('with one order cancelled', middle, check, refused);
	check('and nothing of that one', 0, gone.fulfillments.length);
	const again = await runUploads(host, ends.targetUrl);
	check('it is told once', ['success'], statusesOf([...later, ...again]));
}

/** What waits for a release is told once and uploaded after it; of what is too much, the rest is uploaded. */
async function checkInPart({ middle, host, check, refused }: Setting): Promise<void> {
	const { shop, ends } = middle;
	const [held, over] = await bringOrders(middle, host, 2);
	const [waiting] = held?.fulfillmentOrders ?? [];
	if (!held || !over || !waiting) return;
	shop.hold(waiting.id, { reason: 'OTHER', reasonNotes: 'Customer asked to wait' });
	await ship(middle, { orderNumber: held.name });
	const lines = over.lines.map(({ sku, quantity }) => ({ sku: sku ?? '', quantity: quantity + 1 }));
	await ship(middle, { orderNumber: over.name, lines, force: true });
	refused.push(over.name);
	const [first, ...later] = await runUploads(host, ends.targetUrl);
	const said = await checkRed('held, and too much', [held, over], first, host, check);
	note(`it says: ${said}`);
	const units = over.fulfillments.map((one) => one.lines.map(({ quantity }) => quantity));
	check('of what is too much the rest is uploaded', [[2, 2]], units);
	check('of what is held nothing', 0, held.fulfillments.length);
	const again = await runUploads(host, ends.targetUrl);
	check('both are told once', ['success'], statusesOf([...later, ...again]));
	for (const { id } of [...waiting.holds]) shop.releaseHold(waiting.id, [id]);
	const after = await runUploads(host, ends.targetUrl);
	check('once it is released a run is green', ['success'], statusesOf(after));
	checkParcels('after the release', middle, check, refused);
}

async function checkLostMarks({ middle, host, check, refused }: Setting): Promise<void> {
	const { shop, target, ends } = middle;
	const orders = await bringOrders(middle, host, 2);
	for (const { name } of orders) await ship(middle, { orderNumber: name });
	const before = shop.state.fulfillments.size;
	const stop = shop.onChange(() => {
		if (shop.state.fulfillments.size > before) target.behave({ down: true });
	});
	const [first] = await runUploads(host, ends.targetUrl);
	stop();
	target.behave({ down: false });
	const what = 'the warehouse goes down before it is told';
	const said = await checkRed(what, orders, first, host, check);
	check('and why', true, said.includes('the warehouse could not be told'));
	note(`it says: ${said}`);
	const writes = writesAt(shop);
	const again = await runUploads(host, ends.targetUrl);
	check('the next run is green', ['success'], statusesOf(again));
	check('and writes nothing into the shop', writes, writesAt(shop));
	checkParcels('told by the next run', middle, check, refused);
}

async function checkLostAnswers({ middle, host, check, refused }: Setting): Promise<void> {
	const { shop, ends } = middle;
	const orders = await bringOrders(middle, host, 4);
	for (const { name } of orders) await ship(middle, { orderNumber: name });
	shop.faults.next({ kind: 'dropAnswer' }, 2, { operation: 'CreateFulfillment' });
	shop.faults.next({ kind: 'fail', status: 502 }, 1, { operation: 'CreateFulfillment' });
	const runs = await runUploads(host, ends.targetUrl);
	check('runs whose answers are lost are green', ['success'], statusesOf(runs));
	checkParcels('with lost answers', middle, check, refused);
}

/** What fails as a whole is listed parcel by parcel, and comes again. */
async function checkRefusedApp({ middle, host, check, refused }: Setting): Promise<void> {
	const { shop, ends } = middle;
	const orders = await bringOrders(middle, host, 2);
	for (const { name } of orders) await ship(middle, { orderNumber: name });
	const scopes = shop.settings.accessScopes;
	const lost = 'write_merchant_managed_fulfillment_orders';
	Object.assign(shop.settings, { accessScopes: scopes.filter((scope) => scope !== lost) });
	const [first] = await runUploads(host, ends.targetUrl);
	Object.assign(shop.settings, { accessScopes: scopes });
	const said = await checkRed('an app that lost a scope', orders, first, host, check);
	check('and names the scope', true, said.includes(lost));
	note(`it says: ${said}`);
	await runUploads(host, ends.targetUrl);
	checkParcels('given the scope again', middle, check, refused);
}

/** A warehouse without a list tells each shipment itself. */
async function checkPushes({ middle, host, check, refused }: Setting): Promise<void> {
	const { target, ends } = middle;
	const orders = await bringOrders(middle, host, 3);
	for (const { name } of orders) await ship(middle, { orderNumber: name });
	const names = new Set(orders.map(({ name }) => name));
	const [one, ...rest] = target.shipments().filter(({ orderNumber }) => names.has(orderNumber));
	const answers = await pushShipments(host, ends.targetUrl, [one, { shipments: rest }]);
	check('pushes are let in with the right header alone', [403, 200, 200], answers);
	checkParcels('pushed by the warehouse', middle, check, refused);
}

/** What is no list of shipments must not pass for an empty one. */
async function checkNoList({ middle, host, check }: Setting): Promise<void> {
	const { target, ends } = middle;
	target.behave({ down: true });
	const [closed] = await runUploads(host, ends.targetUrl);
	target.behave({ down: false });
	const runs = [closed];
	for (const answer of ['<h1>Back soon</h1>', '{"data":[]}', '{"shipments":[],"nextPage":2}']) {
		const odd = await serve(0, (_request, response) => {
			const type = answer.startsWith('<') ? 'text/html' : 'application/json';
			response.writeHead(200, { 'content-type': type }).end(answer);
		});
		runs.push((await runUploads(host, odd.url))[0]);
		await odd.close();
	}
	check(
		'a warehouse that is closed, and answers that are no list, are told',
		['error', 'error', 'error', 'error'],
		runs.map((run) => run?.status),
	);
	for (const run of runs) note(`it says: ${run ? await host.api.executionError(run.id) : ''}`);
}
