import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Order } from '../shop';
import { changeWorkflow, needingNote, withLookUp } from './changeWorkflow';
import { until, type Check } from './checks';
import type { Middle } from './middle';
import type { Execution, WorkflowNode } from './n8nApi';
import { passTime } from './passTime';
import { checkRed, pollAfter, pollOnce } from './pollAfter';
import type { Scene } from './scene';
import type { Host } from './startHost';

/** Longer than the pauses after the first offers, which double. */
const LATER_MS = 24 * 3_600_000;
/** What a proxy or a login says in a warehouse's place. */
const SIGN_IN = '<html><body><h1>Please sign in</h1></body></html>';

/** How a server answers each request. */
interface Answer {
	readonly status: number;
	readonly type: string;
	readonly body: string;
	readonly location?: string;
}

/**
 * Answers that say nothing about an order must not count: a redirect is no acceptance, and a page is no list
 * without the order. And an order that cannot be mapped stops no other one.
 */
export async function checkOddAnswers(scene: Scene, check: Check): Promise<void> {
	const [middle, host] = [await scene.openMiddle(), await scene.openHost()];
	const odd = await serveOdd();
	try {
		await checkRedirect(host, middle, odd, check);
		await checkPlainWords(host, middle, odd, check);
		await checkUnreadableLookUp(host, middle, odd, check);
		await checkUnreadableUnsettled(host, middle, odd, check);
		await checkChangeAnswers(host, middle, odd, check);
		await checkNotMapped(host, middle, check);
	} finally {
		await pollOnce(host, () => changeWorkflow(host, middle.ends.targetUrl));
		await odd.close();
	}
}

/** A client that follows it asks with GET, and takes the answer to that for its own. */
async function checkRedirect(host: Host, middle: Middle, odd: Odd, check: Check): Promise<void> {
	odd.answers = ({ method }) =>
		method === 'POST' ? { ...html(302), location: '/orders' } : list('{"orders":[]}');
	const { order, execution } = await offerTo(odd.url, host, middle);
	const error = await checkRed('a redirect', [order], execution, host, check);
	check('it says so', true, error.includes('answered 302'));
	check('the order is not confirmed', ['OPEN'], statusesOf(order));
	await offerToWarehouse(host, middle);
	check('it arrives once the address is right', [1, ['IN_PROGRESS']], stateOf(middle, order));
}

async function checkPlainWords(host: Host, middle: Middle, odd: Odd, check: Check): Promise<void> {
	const said = { title: 'Refused', detail: 'We do not ship lamp oil' };
	odd.answers = () => ({
		status: 422,
		type: 'application/problem+json',
		body: JSON.stringify(said),
	});
	const { order } = await offerTo(odd.url, host, middle);
	check(
		'a refusal in another type than application/json has its words on the hold',
		[true],
		order.fulfillmentOrders.map(({ holds }) =>
			holds.some(({ reasonNotes }) => reasonNotes?.endsWith(`422: ${said.detail}`)),
		),
	);
	for (const { id } of order.fulfillmentOrders) middle.shop.releaseHold(id);
	await offerToWarehouse(host, middle);
	check('released, it arrives', [1, ['IN_PROGRESS']], stateOf(middle, order));
}

async function checkUnreadableLookUp(
	host: Host,
	middle: Middle,
	odd: Odd,
	check: Check,
): Promise<void> {
	odd.answers = ({ method }) => (method === 'GET' ? html(200) : list('{"reference":"WH-99"}'));
	const { order, execution } = await offerTo(odd.url, host, middle, withLookUp);
	await checkRed('a look-up that is answered with a page', [order], execution, host, check);
	check('the order is not sent', 0, odd.count('POST'));
	check('and not confirmed', ['OPEN'], statusesOf(order));
	await offerToWarehouse(host, middle);
}

/** The warehouse has the whole; as long as it does not say so, no part may be handed over. */
async function checkUnreadableUnsettled(
	host: Host,
	middle: Middle,
	odd: Odd,
	check: Check,
): Promise<void> {
	const { shop } = middle;
	const { order, held } = await placeUnsettled(host, middle);
	for (const [what, answer] of [
		['a page', html(200)],
		['another list', list('{"data":[]}')],
		['other orders', list('{"orders":[{"orderNumber":"#1","key":null,"reference":"WH-1"}]}')],
	] as const) {
		odd.answers = ({ method }) => (method === 'GET' ? answer : list('{"reference":"WH-99"}'));
		const execution = await offerAgain(odd.url, host, middle);
		await checkRed(`an unsettled order and ${what}`, [order], execution, host, check);
		check(`${what}: nothing is handed over or changed`, 0, odd.count('POST') + odd.count('PUT'));
	}
	await offerToWarehouse(host, middle);
	shop.releaseHold(held);
	await offerToWarehouse(host, middle);
	await until(() => statusesOf(order).every((status) => status === 'IN_PROGRESS'));
	check('with a real answer both parts are there', 2, numbersOf(middle, order).length);
}

/** What a warehouse says to a change besides its status must neither end the loop nor count as an error. */
async function checkChangeAnswers(
	host: Host,
	middle: Middle,
	odd: Odd,
	check: Check,
): Promise<void> {
	for (const said of ['[]', '{"error":"none"}']) {
		const { order, held } = await placeUnsettled(host, middle);
		const has = JSON.stringify({ orders: [{ orderNumber: order.name, key: null }] });
		odd.answers = ({ method }) => list(method === 'GET' ? has : said);
		const execution = await offerAgain(odd.url, host, middle);
		check(`a change answered with ${said} is settled`, 'success', execution?.status);
		check('by one request', 1, odd.count('PUT'));
		const open = [...middle.shop.state.fulfillmentOrders.values()].filter(
			(one) => one.order.id === order.id && one.status === 'IN_PROGRESS',
		);
		check('what is left of it is in progress', 1, open.length);
		middle.shop.releaseHold(held);
		await offerToWarehouse(host, middle);
	}
}

/** An order of two units that the warehouse has and nobody could confirm, and of which one unit is on hold since. */
async function placeUnsettled(
	host: Host,
	{ shop }: Middle,
): Promise<{ readonly order: Order; readonly held: string }> {
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
	const { id } = fulfillmentOrder;
	shop.hold(id, { reason: 'OTHER', units: [{ id: line.id, quantity: 1 }] });
	return { order, held: id };
}

async function checkNotMapped(host: Host, middle: Middle, check: Check): Promise<void> {
	const { shop, ends } = middle;
	const note = 'Ring twice';
	const orders: Order[] = [];
	// What became of the orders before is told now, and not in the execution that is looked at.
	await pollAfter(host);
	const execution = await pollAfter(host, async () => {
		await changeWorkflow(host, ends.targetUrl, needingNote);
		for (const one of [note, null, note]) orders.push(shop.placeOrder({ note: one }));
	});
	const [first, second, third] = orders;
	if (!first || !second || !third) throw new Error('No orders were placed');
	await checkRed('an order that cannot be mapped', [second], execution, host, check);
	const others = [first, third].map((order) => stateOf(middle, order));
	const done = [1, ['IN_PROGRESS']];
	check('the others are there and confirmed', [done, done], others);
	check('it is neither', [0, ['OPEN']], stateOf(middle, second));
	await offerToWarehouse(host, middle);
	check('it arrives once the mapping is right', done, stateOf(middle, second));
}

/** Places an order and offers it to this address. */
async function offerTo(
	targetUrl: string,
	host: Host,
	{ shop }: Middle,
	change?: (node: WorkflowNode) => WorkflowNode,
): Promise<{ readonly order: Order; readonly execution: Execution | undefined }> {
	let order: Order | undefined;
	const execution = await pollAfter(host, async () => {
		await changeWorkflow(host, targetUrl, change);
		order = shop.placeOrder();
	});
	if (!order) throw new Error('No order was placed');
	return { order, execution };
}

/** Offers what is left to this address, after its pause. */
const offerAgain = (
	targetUrl: string,
	host: Host,
	{ shop }: Middle,
): Promise<Execution | undefined> =>
	pollAfter(host, async () => {
		await changeWorkflow(host, targetUrl);
		passTime(shop, LATER_MS);
	});

const offerToWarehouse = (host: Host, middle: Middle): Promise<Execution | undefined> =>
	offerAgain(middle.ends.targetUrl, host, middle);

const statusesOf = ({ fulfillmentOrders }: Order): readonly string[] =>
	fulfillmentOrders.map(({ status }) => status);

const numbersOf = ({ target }: Middle, { name }: Order): readonly string[] =>
	target
		.orders()
		.map(({ orderNumber }) => orderNumber)
		.filter((number) => number === name || number.startsWith(`${name}-`));

/** How often the warehouse has it, and how it reads in the shop. */
const stateOf = (middle: Middle, order: Order): readonly [number, readonly string[]] => [
	numbersOf(middle, order).length,
	statusesOf(order),
];

const html = (status: number): Answer => ({ status, type: 'text/html', body: SIGN_IN });

const list = (body: string): Answer => ({ status: 200, type: 'application/json', body });

/** A server that is no warehouse. */
interface Odd {
	readonly url: string;
	answers: (request: { readonly method: string }) => Answer;
	/** Requests of this method since `answers` was set. */
	count(method: string): number;
	close(): Promise<void>;
}

async function serveOdd(): Promise<Odd> {
	let answers: Odd['answers'] = () => html(200);
	let methods: string[] = [];
	const server = createServer((request, response) => {
		const { method = 'GET' } = request;
		methods.push(method);
		const { status, type, body, location } = answers({ method });
		request.resume();
		response.writeHead(status, { 'content-type': type, ...(location && { location }) });
		response.end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		get answers() {
			return answers;
		},
		set answers(next) {
			answers = next;
			methods = [];
		},
		count: (method) => methods.filter((one) => one === method).length,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}
