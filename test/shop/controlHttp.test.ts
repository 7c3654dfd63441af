import { request } from 'node:http';
import { answerShop } from './answerShop';
import type { DemoShop } from './index';
import { serve } from './listen';
import { ask, openShop } from './testShop';

let shop: DemoShop;
let url: string;
let close: () => Promise<void>;

beforeEach(async () => {
	({ shop } = openShop());
	({ url, close } = await serve(0, answerShop(shop)));
});

afterEach(() => close());

/** Sends a request with headers that `fetch` does not let anybody set. */
function raw(method: string, headers: Record<string, string>, body = ''): Promise<number> {
	return new Promise((resolve, reject) => {
		const asked = request(`${url}/demo/${method === 'GET' ? 'state' : 'orders'}`, {
			method,
			headers,
		});
		asked.on('response', (response) => {
			response.resume();
			resolve(response.statusCode ?? 0);
		});
		asked.on('error', reject);
		asked.end(body);
	});
}

const JSON_TYPE = { 'content-type': 'application/json' };

it.each<[number, string, (port: string) => Record<string, string>, string]>([
	[200, 'POST', () => JSON_TYPE, '{}'],
	[200, 'POST', () => ({ 'content-type': 'application/json; charset=utf-8' }), '{}'],
	[200, 'POST', () => ({}), ''],
	[200, 'POST', (port) => ({ ...JSON_TYPE, origin: `http://127.0.0.1:${port}` }), '{}'],
	[
		200,
		'POST',
		(port) => ({ ...JSON_TYPE, host: `localhost:${port}`, origin: `http://localhost:${port}` }),
		'{}',
	],
	[403, 'POST', () => ({ ...JSON_TYPE, origin: 'https://evil.example' }), '{}'],
	[403, 'POST', () => ({ ...JSON_TYPE, origin: 'null' }), '{}'],
	[403, 'POST', () => ({ ...JSON_TYPE, origin: 'http://127.0.0.1:1' }), '{}'],
	[403, 'POST', () => ({ origin: 'https://evil.example' }), ''],
	[403, 'GET', () => ({ origin: 'https://evil.example' }), ''],
	[403, 'GET', (port) => ({ host: `shop.evil.example:${port}` }), ''],
	[403, 'GET', (port) => ({ host: `127.0.0.1.evil.example:${port}` }), ''],
	[415, 'POST', () => ({ 'content-type': 'text/plain' }), '{}'],
	[415, 'POST', () => ({ 'content-type': 'text/plain' }), ''],
	[415, 'POST', () => ({ 'content-type': 'application/x-www-form-urlencoded' }), 'a=b'],
	[415, 'POST', () => ({}), '{}'],
	[400, 'POST', () => JSON_TYPE, '{'],
	[400, 'POST', () => JSON_TYPE, '[]'],
	[413, 'POST', () => JSON_TYPE, ' '.repeat(2_000_001)],
])('answers %i to %s %s', async (status, method, headers, body) => {
	expect(await raw(method, headers(new URL(url).port), body)).toBe(status);
	expect(shop.state.orders.size).toBe(status === 200 && method === 'POST' ? 1 : 0);
});

it('tells of whatever an app or the staff changed', async () => {
	const changes: string[] = [];
	const order = shop.placeOrder();
	let about = '';
	shop.onChange(() => changes.push(about));
	const told = async (what: string, work: () => unknown): Promise<void> => {
		about = what;
		await work();
	};

	await told('query', () => ask(shop, '{ shop { name } }'));
	await told('tags', () =>
		ask(
			shop,
			'mutation($id: ID!) { tagsAdd(id: $id, tags: ["seen"]) { userErrors { message } } }',
			{
				id: order.id,
			},
		),
	);
	await told('record', () =>
		ask(
			shop,
			'mutation($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { userErrors { message } } }',
			{ m: [{ ownerId: order.id, key: 'handover', type: 'json', value: '{}' }] },
		),
	);
	await told('note', () => shop.changeNote(order.id, 'Ring twice'));
	await told('stock', () =>
		shop.countStock({ sku: 'MUG-STN-350', location: 'Camden Shop', onHand: 4 }),
	);

	expect([...new Set(changes)]).toEqual(['tags', 'record', 'note', 'stock']);
});

it('streams changes, several at once as one', async () => {
	const begun = Date.now();
	const stream = await fetch(`${url}/demo/events`);
	let text = '';
	const reading = (async () => {
		const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
		for (;;) {
			const part = await reader?.read().catch(() => undefined);
			if (!part || part.done) return;
			text += part.value;
		}
	})();

	for (let count = 0; count < 200; count += 1) shop.placeOrder();
	await new Promise((resolve) => setTimeout(resolve, 600));
	const most = 2 + (Date.now() - begun) / 250;
	await close();
	await reading;
	({ url, close } = await serve(0, answerShop(shop)));

	const events = text.split('\n\n').filter((one) => one.startsWith('data:'));
	expect(new Set(events)).toEqual(new Set(['data: {"type":"changed"}']));
	expect(events.length).toBeGreaterThanOrEqual(2);
	expect(events.length).toBeLessThanOrEqual(most);
});
