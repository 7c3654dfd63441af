import { createTarget, type Target } from './target';

let target: Target;
let url: string;
let close: () => Promise<void>;

beforeEach(async () => {
	target = createTarget();
	({ url, close } = await target.listen(0));
});

afterEach(() => close());

/** Sends one order to the warehouse under a key. */
async function order(orderNumber: string, key: string): Promise<{ status: number; body: string }> {
	const response = await fetch(`${url}/orders`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'idempotency-key': key },
		body: JSON.stringify({ orderNumber }),
	});
	return { status: response.status, body: await response.text() };
}

it('keeps one order for a key that comes twice', async () => {
	const statuses = [
		(await order('#1042', '6837114:1')).status,
		(await order('#1042', '6837114:1')).status,
	];

	expect(statuses).toEqual([201, 200]);
	expect(target.orders()).toMatchObject([{ orderNumber: '#1042', repeats: 1 }]);
});

it('refuses a second order with the same number and says which has it', async () => {
	await order('#1042', '6837114:1');

	const second = await order('#1042', '6837115:1');

	expect(second.status).toBe(409);
	expect(second.body).toContain('6837114:1');
	expect(target.orders()).toHaveLength(1);
});

it('finds an order by its key, changes and cancels it', async () => {
	await order('#1042', '6837114:1');
	const path = `${url}/orders/${encodeURIComponent('#1042')}`;

	await fetch(path, {
		method: 'PUT',
		body: JSON.stringify({ orderNumber: '#1042', note: 'Ring twice' }),
	});
	await fetch(`${path}/cancel`, { method: 'POST' });

	const found = (await (await fetch(`${url}/orders?key=6837114:1`)).json()) as {
		orders: unknown[];
	};
	expect(found.orders).toMatchObject([{ status: 'cancelled', body: { note: 'Ring twice' } }]);
	expect(await (await fetch(`${url}/orders?key=1:1`)).json()).toEqual({ orders: [] });
});

it('fails as it is told, and has done nothing then', async () => {
	target.faults.failEvery = 2;
	const statuses = [(await order('#1', '1:1')).status, (await order('#2', '2:1')).status];
	target.faults.failEvery = 0;
	target.faults.down = true;
	statuses.push((await order('#3', '3:1')).status);
	target.faults.down = false;
	target.faults.refuse = 'We do not ship lamp oil';
	const refused = await order('#4', '4:1');

	expect(statuses).toEqual([201, 500, 503]);
	expect(refused).toMatchObject({
		status: 422,
		body: expect.stringContaining('lamp oil') as string,
	});
	expect(target.orders().map(({ orderNumber }) => orderNumber)).toEqual(['#1']);
});

it('goes on from a kept state', async () => {
	await order('#1042', '6837114:1');

	const later = createTarget({ state: JSON.parse(JSON.stringify(target.state())) as never });

	expect(later.orders()).toEqual(target.orders());
});
