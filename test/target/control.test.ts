import type { WarehouseView } from '../page/contract';
import { serve } from '../shop/listen';
import { controlTarget } from './control';
import { createTarget, type Target } from './target';

let target: Target;
let url: string;
let close: () => Promise<void>;

beforeEach(async () => {
	target = createTarget({ clock: () => Date.parse('2026-11-20T08:30:00Z') });
	({ url, close } = await serve(0, (request, response) => {
		void controlTarget(target, request, response);
	}));
});

afterEach(() => close());

/** Sends JSON and gives the status and the parsed answer. */
async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
	const response = await fetch(`${url}/warehouse/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify(body),
	});
	return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function state(): Promise<WarehouseView> {
	return (await (await fetch(`${url}/warehouse/state`)).json()) as WarehouseView;
}

it('shows orders, refusals and its behaviour', async () => {
	const order = { orderNumber: '#1042', lines: [{ sku: 'MUG-STN-350', quantity: 2 }] };

	const first = await post('orders', order, { 'idempotency-key': '6837114:1' });
	const second = await post('orders', order);

	expect([first.status, second.status]).toEqual([201, 409]);
	expect(await state()).toEqual({
		orders: [
			{
				orderNumber: '#1042',
				key: '6837114:1',
				status: 'open',
				reference: 'WH-1',
				receivedAt: '2026-11-20T08:30:00.000Z',
				repeats: 0,
				held: false,
				changed: null,
				body: order,
				shipped: 'none',
				left: [{ sku: 'MUG-STN-350', quantity: 2 }],
				shipments: [],
			},
		],
		nextLabel: {
			carrier: expect.any(String) as string,
			trackingNumber: expect.any(String) as string,
			trackingUrl: null,
		},
		stock: [],
		behaviour: {
			down: false,
			refuse: '',
			failEvery: 0,
			delayMs: 0,
			dropEvery: 0,
			forgetful: false,
		},
		refusals: [
			{
				at: '2026-11-20T08:30:00.000Z',
				orderNumber: '#1042',
				status: 409,
				message: 'Order #1042 exists already',
			},
		],
	});
});

it.each([
	[{ down: true }, 503, 'Closed for stocktaking'],
	[{ refuse: 'We do not ship lamp oil' }, 422, 'We do not ship lamp oil'],
	[{ failEvery: 1 }, 500, 'Internal error'],
])('behaves as it is told: %j', async (behaviour, status, message) => {
	const told = await post('behaviour', behaviour);
	const order = await post('orders', { orderNumber: '#1042' });

	expect(told).toMatchObject({ status: 200, body: behaviour });
	expect(order).toEqual({ status, body: { message } });
	expect(target.orders()).toEqual([]);
});

it.each([
	[{ down: 'yes' }, 'down: true or false is needed'],
	[{ refuse: null }, 'refuse: a text is needed'],
	[{ failEvery: 1.5 }, 'failEvery: a whole number from 0 to 600000 is needed'],
	[{ delayMs: -1 }, 'delayMs: a whole number from 0 to 600000 is needed'],
	[{ broken: true }, 'broken: the warehouse has no such behaviour'],
	[[], 'The body is not a JSON object'],
])('refuses a behaviour that it does not understand: %j', async (behaviour, error) => {
	expect(await post('behaviour', behaviour)).toEqual({ status: 400, body: { error } });
	expect(target.faults).toMatchObject({ down: false, refuse: '', failEvery: 0, delayMs: 0 });
});

it('counts its stock, SKU by SKU', async () => {
	const counts = [
		{ sku: 'MUG-STN-350', quantity: 212 },
		{ sku: ' KTL-ENM-18L ', quantity: 0 },
		{ sku: 'MUG-STN-350', quantity: 211 },
	];

	const answers = [];
	for (const count of counts) answers.push(await post('stock', count));

	expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
	expect(answers[1]?.body).toEqual({ sku: 'KTL-ENM-18L', quantity: 0 });
	expect((await state()).stock).toEqual([
		{ sku: 'MUG-STN-350', quantity: 211 },
		{ sku: 'KTL-ENM-18L', quantity: 0 },
	]);
});

it.each([
	[{ quantity: 3 }, 'sku: a text is needed'],
	[{ sku: ' ', quantity: 3 }, 'sku: a text is needed'],
	[{ sku: 350, quantity: 3 }, 'sku: a text is needed'],
	[{ sku: 'MUG-STN-350' }, 'quantity: a whole number from 0 to 1000000000 is needed'],
	[
		{ sku: 'MUG-STN-350', quantity: '3' },
		'quantity: a whole number from 0 to 1000000000 is needed',
	],
	[
		{ sku: 'MUG-STN-350', quantity: 1.5 },
		'quantity: a whole number from 0 to 1000000000 is needed',
	],
	[{ sku: 'MUG-STN-350', quantity: -1 }, 'quantity: a whole number from 0 to 1000000000 is needed'],
	[
		{ sku: 'MUG-STN-350', quantity: 1e10 },
		'quantity: a whole number from 0 to 1000000000 is needed',
	],
	[{ sku: 'MUG-STN-350', quantity: 3, onHand: 3 }, 'onHand: a count has no such field'],
])('refuses a count that it does not understand: %j', async (count, error) => {
	expect(await post('stock', count)).toEqual({ status: 400, body: { error } });
	expect(target.stock()).toEqual([]);
});

it('answers other addresses with 404', async () => {
	expect((await post('shelves', {})).status).toBe(404);
	expect((await fetch(`${url}/warehouse/`)).status).toBe(404);
});

it('tells of several changes at once in one event', async () => {
	const begun = Date.now();
	const stream = await fetch(`${url}/warehouse/events`);
	const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
	let text = '';
	const reading = (async () => {
		for (;;) {
			const part = await reader?.read().catch(() => undefined);
			if (!part || part.done) return;
			text += part.value;
		}
	})();

	for (let number = 1; number <= 30; number += 1) {
		await post('orders', { orderNumber: `#${number}` });
	}
	await new Promise((resolve) => setTimeout(resolve, 600));
	await close();
	await reading;
	({ url, close } = await serve(0, () => undefined));

	const events = text.split('\n\n').filter((one) => one.startsWith('data:'));
	expect(new Set(events)).toEqual(new Set(['data: {"type":"changed"}']));
	expect(events.length).toBeGreaterThanOrEqual(2);
	expect(events.length).toBeLessThanOrEqual(2 + (Date.now() - begun) / 250);
});
