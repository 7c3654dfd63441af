import { createTarget, type Target } from './target';

/** Where the clock of a target stands that is given one. */
const RECEIVED = Date.parse('2026-11-20T08:30:00Z');

let target: Target;
let url: string;
let close: () => Promise<void>;

beforeEach(async () => {
	target = createTarget();
	({ url, close } = await target.listen(0));
});

afterEach(() => close());

/** Sends one order to the warehouse under a key. */
async function order(
	orderNumber: string,
	key: string,
	fields: object = {},
): Promise<{ status: number; body: string }> {
	const response = await fetch(`${url}/orders`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'idempotency-key': key },
		body: JSON.stringify({ orderNumber, ...fields }),
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

async function send(method: string, to: string, body: object): Promise<number> {
	const headers = { 'content-type': 'application/json' };
	return (await fetch(to, { method, headers, body: JSON.stringify(body) })).status;
}

it('changes what a change names, and nothing once it is cancelled', async () => {
	await order('#1042', '6837114');
	const path = `${url}/orders/${encodeURIComponent('#1042')}`;

	const statuses = [
		await send('PUT', path, { note: 'Ring twice', hold: true, reason: 'On Hold: 1 unit' }),
		await send('PUT', path, { lines: [] }),
		await send('POST', `${path}/cancel`, { reason: 'Cancelled: quantity 1 to 0' }),
		await send('POST', `${path}/cancel`, {}),
		await send('PUT', path, { note: 'Ring once' }),
		await send('PUT', `${url}/orders/1043`, { note: 'Ring once' }),
	];

	expect(statuses).toEqual([200, 200, 200, 200, 409, 404]);
	expect(target.orders()).toMatchObject([
		{
			status: 'cancelled',
			held: false,
			changed: { reason: 'Cancelled: quantity 1 to 0' },
			body: { orderNumber: '#1042', note: 'Ring twice', lines: [] },
		},
	]);
	expect(target.refusals()[1]?.message).toBe('Order #1042 is cancelled');
});

it('keeps the later word if an older one comes after it', async () => {
	await order('#1042', '6837114');
	const path = `${url}/orders/${encodeURIComponent('#1042')}`;

	const statuses = [
		await send('PUT', path, { note: 'Second', reason: 'Changed: note', change: 2 }),
		await send('PUT', path, { note: 'First', hold: true, change: 1 }),
		await send('POST', `${path}/cancel`, { change: 1 }),
		await send('PUT', path, { note: 'Settled' }),
		await send('PUT', path, { note: 'First', change: 1 }),
	];

	expect(statuses).toEqual([200, 200, 200, 200, 200]);
	expect(target.orders()).toMatchObject([
		{ status: 'open', held: false, changed: { number: 2 }, body: { note: 'Settled' } },
	]);
	await send('PUT', path, { note: 'Third', change: 3 });
	expect(target.orders()).toMatchObject([{ changed: { number: 3 }, body: { note: 'Third' } }]);
	expect(target.orders()[0]?.body).not.toHaveProperty('change');
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

it('takes an order that was kept by an earlier version for one that came when it was loaded', () => {
	const orders = [
		{
			orderNumber: '#1042',
			key: '6837114:1',
			status: 'open' as const,
			reference: 'WH-1',
			repeats: 0,
			body: { orderNumber: '#1042' },
		},
	];

	const later = createTarget({ state: { orders }, clock: () => RECEIVED });

	const receivedAt = '2026-11-20T08:30:00.000Z';
	expect(later.orders()).toEqual([{ ...orders[0], receivedAt, held: false, changed: null }]);
});

it('answers an order that it has under the key, whatever it refuses now', async () => {
	await order('#1042', '6837114:1');
	target.faults.refuse = 'We do not ship lamp oil';

	const statuses = [
		(await order('#1042', '6837114:1')).status,
		(await order('#1043', '6837115:1')).status,
	];

	expect(statuses).toEqual([200, 422]);
});

it.each([
	['delayMs', { delayMs: 150 }],
	['dropEvery', { dropEvery: 1 }],
])('has done its work when the answer is late or lost: %s', async (_name, faults) => {
	target.behave(faults);

	const answer = order('#1042', '6837114:1').then(
		({ status }) => status,
		() => 'dropped',
	);
	await told(target);

	expect(target.orders()).toMatchObject([{ orderNumber: '#1042' }]);
	expect(await answer).toBe('dropEvery' in faults ? 'dropped' : 201);
});

it('breaks every second connection, and each order is there once', async () => {
	target.behave({ dropEvery: 2 });
	const statuses: unknown[] = [];

	for (const name of ['#1', '#2', '#2', '#3']) {
		statuses.push(
			await order(name, `key of ${name}`).then(
				({ status }) => status,
				() => 'dropped',
			),
		);
	}

	expect(statuses).toEqual([201, 'dropped', 200, 'dropped']);
	expect(target.orders().map(({ orderNumber, repeats }) => [orderNumber, repeats])).toEqual([
		['#1', 0],
		['#2', 1],
		['#3', 0],
	]);
});

it('lists the last twenty requests that it did not take, newest first', async () => {
	await order('#1042', '6837114:1');
	await order('#1042', '6837115:1');
	target.behave({ refuse: 'We do not ship lamp oil' });
	for (let number = 1; number <= 18; number += 1) await order(`#${number}`, `${number}:1`);
	target.behave({ down: true });
	await order('#99', '99:1');
	await fetch(`${url}/orders/%2399/cancel`, { method: 'POST' });

	const refusals = target.refusals();

	expect(refusals).toHaveLength(20);
	expect(refusals.slice(0, 3)).toMatchObject([
		{ orderNumber: '#99', status: 503, message: 'Closed for stocktaking' },
		{ orderNumber: '#99', status: 503, message: 'Closed for stocktaking' },
		{ orderNumber: '#18', status: 422, message: 'We do not ship lamp oil' },
	]);
	expect(refusals.at(-1)).toMatchObject({ orderNumber: '#1', status: 422 });
});

it('keeps an order twice while it forgets, over a restart as well', async () => {
	await order('#1042', '6837114');
	target.behave({ forgetful: true });
	await order('#1042', '6837114');
	target.behave({ forgetful: false });
	await order('#1042', '6837114');

	const kept = [
		['#1042', 'WH-1', 1],
		['#1042', 'WH-2', 0],
	];
	const inShort = (of: Target) =>
		of.orders().map(({ orderNumber, reference, repeats }) => [orderNumber, reference, repeats]);
	expect(inShort(target)).toEqual(kept);
	expect(inShort(createTarget({ state: target.state() }))).toEqual(kept);
});

it('finds orders by their number, also those whose key it did not keep', async () => {
	await order('#1042', '6837114');
	target.behave({ forgetful: true });
	await order('#1042', '6837114');
	await order('#1043', '6837115');

	const found = async (query: string): Promise<unknown> =>
		await (await fetch(`${url}/orders?${query}`)).json();

	expect(await found(`orderNumber=${encodeURIComponent('#1042')}`)).toMatchObject({
		orders: [
			{ reference: 'WH-1', key: '6837114' },
			{ reference: 'WH-2', key: null },
		],
	});
	expect(await found('key=6837115')).toEqual({ orders: [] });
});

it('says what has left of an order that is looked up', async () => {
	await order('#1042', '6837114', { lines: [{ sku: 'HG-MUG-BLUE', quantity: 3 }] });
	const found = async (): Promise<unknown> =>
		await (await fetch(`${url}/orders?key=6837114`)).json();
	expect(await found()).toMatchObject({ orders: [{ shipped: [] }] });

	target.ship({ orderNumber: '#1042', lines: [{ sku: 'HG-MUG-BLUE', quantity: 1 }] });
	target.ship({ orderNumber: '#1042', lines: [{ sku: 'HG-MUG-BLUE', quantity: 1 }], times: 2 });

	expect(await found()).toMatchObject({
		orders: [
			{
				shipped: [
					{ sku: 'HG-MUG-BLUE', quantity: 1 },
					{ sku: 'HG-MUG-BLUE', quantity: 1 },
				],
			},
		],
	});
});

it('answers an address that cannot be decoded', async () => {
	const response = await fetch(`${url}/orders/%`, { method: 'PUT', body: '{}' });

	expect(response.status).toBe(400);
});

/** Waits until the target tells of something. */
function told(of: Target): Promise<void> {
	return new Promise((resolve) => {
		const stop = of.subscribe(() => {
			stop();
			resolve();
		});
	});
}
