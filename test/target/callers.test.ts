import { request } from 'node:http';
import { createTarget, type Target } from './target';

let target: Target;
let url: string;
let close: () => Promise<void>;

beforeEach(async () => {
	target = createTarget();
	({ url, close } = await target.listen(0));
});

afterEach(() => close());

/** Sends an order with headers that `fetch` does not let anybody set. */
function send(headers: Record<string, string>, body: string): Promise<number> {
	return new Promise((resolve, reject) => {
		const asked = request(`${url}/orders`, { method: 'POST', headers });
		asked.on('response', (response) => {
			response.resume();
			resolve(response.statusCode ?? 0);
		});
		asked.on('error', reject);
		asked.end(body);
	});
}

const JSON_TYPE = { 'content-type': 'application/json' };
const ORDER = JSON.stringify({ orderNumber: '#1042' });

it.each<[number, string, Record<string, string>, string]>([
	[201, 'n8n', JSON_TYPE, ORDER],
	[403, 'a page elsewhere', { ...JSON_TYPE, origin: 'https://evil.example' }, ORDER],
	[403, 'a name that points here', { ...JSON_TYPE, host: 'evil.example' }, ORDER],
	[415, 'a form', { 'content-type': 'text/plain' }, ORDER],
	[413, 'somebody with too much', JSON_TYPE, ' '.repeat(2_000_001)],
])('answers %i to %s', async (status, _who, headers, body) => {
	expect(await send(headers, body)).toBe(status);
	expect(target.orders()).toHaveLength(status === 201 ? 1 : 0);
});
