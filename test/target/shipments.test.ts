import { createTarget } from './target';
import type { Target, TargetEvent, TargetShipment } from './target';

const MORNING = Date.parse('2026-11-20T08:30:00Z');
const MINUTE = 60_000;

let now: number;
let events: TargetEvent[];
let target: Target;
let url: string;
let close: () => Promise<void>;

beforeEach(async () => {
	now = MORNING;
	events = [];
	target = createTarget({ clock: () => now, onEvent: (event) => events.push(event) });
	({ url, close } = await target.listen(0));
});

afterEach(() => close());

const BODY = {
	lines: [
		{ sku: 'MUG-STN-350', title: 'Stoneware Mug', quantity: 2, unitPrice: '14.00' },
		{ sku: 'KTL-ENM-18L', title: 'Enamel Kettle', quantity: 1, unitPrice: '52.50' },
	],
};

/** Brings an order into the warehouse. */
async function receive(orderNumber: string, body: object = BODY): Promise<void> {
	await target.handle({
		method: 'POST',
		path: '/orders',
		key: `key of ${orderNumber}`,
		body: { orderNumber, ...body },
	});
}

interface Page {
	readonly shipments: readonly TargetShipment[];
	readonly nextPage: number | null;
}

async function ask(query = ''): Promise<Page> {
	const response = await fetch(`${url}/shipments${query}`);
	expect(response.status).toBe(200);
	return (await response.json()) as Page;
}

async function mark(id: string, body: unknown): Promise<{ status: number; body: unknown }> {
	const response = await fetch(`${url}/shipments/${id}/uploaded`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: typeof body === 'string' ? body : JSON.stringify(body),
	});
	return { status: response.status, body: await response.json() };
}

const ids = ({ shipments }: Page): readonly string[] => shipments.map(({ id }) => id);

describe('GET /shipments', () => {
	it('gives what left the warehouse, and nothing of what did not', async () => {
		await receive('#1042');
		await receive('#1043');
		target.ship({ orderNumber: '#1042', carrier: 'dpd uk', trackingNumber: '15501234567890' });

		expect(await ask()).toEqual({
			shipments: [
				{
					id: 'WS-1',
					orderNumber: '#1042',
					key: 'key of #1042',
					reference: 'WH-1',
					shippedAt: '2026-11-20T08:30:00.000Z',
					carrier: 'dpd uk',
					trackingNumber: '15501234567890',
					trackingUrl: null,
					lines: [
						{ sku: 'MUG-STN-350', quantity: 2 },
						{ sku: 'KTL-ENM-18L', quantity: 1 },
					],
					uploadedAt: null,
					fulfillments: [],
				},
			],
			nextPage: null,
		});
	});

	it('reports one parcel twice, as warehouses do', async () => {
		await receive('#1042');
		target.ship({ orderNumber: '#1042', times: 2 });

		const [first, second] = (await ask()).shipments;

		expect([first?.id, second?.id]).toEqual(['WS-1', 'WS-2']);
		expect({ ...second, id: 'WS-1' }).toEqual(first);
	});

	it('gives a hundred on a page, oldest first, and says whether there is another', async () => {
		for (let number = 1; number <= 201; number += 1) {
			await receive(`#${number}`);
			target.ship({ orderNumber: `#${number}` });
		}

		const pages = [await ask('?page=1'), await ask('?page=2'), await ask('?page=3')];

		expect(pages.map(({ shipments }) => shipments.length)).toEqual([100, 100, 1]);
		expect(pages.map(({ nextPage }) => nextPage)).toEqual([2, 3, null]);
		expect(pages.flatMap(ids)).toEqual(Array.from({ length: 201 }, (_, at) => `WS-${at + 1}`));
		expect(await ask('?page=4')).toEqual({ shipments: [], nextPage: null });
	});

	it('has no second page for exactly a hundred', async () => {
		await receive('#1042', { lines: [{ sku: 'SOAP-OLV-3PK', quantity: 100 }] });
		for (let number = 1; number <= 100; number += 1) {
			target.ship({ orderNumber: '#1042', lines: [{ sku: 'SOAP-OLV-3PK', quantity: 1 }] });
		}

		expect((await ask()).nextPage).toBeNull();
	});

	it('gives what left at that very time, and after', async () => {
		for (const orderNumber of ['#1', '#2', '#3']) {
			await receive(orderNumber);
			target.ship({ orderNumber });
			now += MINUTE;
		}

		const found = await Promise.all(
			[
				'2026-11-20T08:31:00Z',
				'2026-11-20T08:31:00.001Z',
				'2026-11-20T09:31:00+01:00',
				'2026-11-20',
				'2026-11-21',
			].map(async (since) => ids(await ask(`?since=${encodeURIComponent(since)}`))),
		);

		expect(found).toEqual([
			['WS-2', 'WS-3'],
			['WS-3'],
			['WS-2', 'WS-3'],
			['WS-1', 'WS-2', 'WS-3'],
			[],
		]);
	});

	it('tells apart what is in the shop and what is not', async () => {
		await receive('#1');
		await receive('#2');
		target.ship({ orderNumber: '#1' });
		target.ship({ orderNumber: '#2' });
		await mark('WS-1', { fulfillments: ['#1-F1'] });

		expect(ids(await ask('?uploaded=false'))).toEqual(['WS-2']);
		expect(ids(await ask('?uploaded=true&page=1'))).toEqual(['WS-1']);
	});

	it.each([
		['since=yesterday', 'since'],
		['since=2026-13-01T00:00:00Z', 'since'],
		['since=2026-11-20T08:30:00', 'since'],
		// A plus that was not encoded is a blank.
		['since=2026-11-20T08:30:00+01:00', 'since'],
		['page=0', 'page'],
		['page=-1', 'page'],
		['page=two', 'page'],
		['page=1.5', 'page'],
		['page=', 'page'],
		['uploaded=maybe', 'uploaded'],
	])('refuses %s', async (query, name) => {
		const response = await fetch(`${url}/shipments?${query}`);

		expect(response.status).toBe(400);
		expect(await response.json()).toEqual({
			message: expect.stringMatching(new RegExp(`^${name}: .* is needed`)) as string,
		});
		expect(target.refusals()).toMatchObject([{ status: 400, orderNumber: null }]);
	});
});

describe('POST /shipments/<id>/uploaded', () => {
	beforeEach(async () => {
		await receive('#1042');
		target.ship({ orderNumber: '#1042' });
	});

	it('notes what a parcel became', async () => {
		now += MINUTE;

		const marked = await mark('WS-1', { fulfillments: ['#1042-F1'] });

		expect(marked).toMatchObject({
			status: 200,
			body: { id: 'WS-1', uploadedAt: '2026-11-20T08:31:00.000Z', fulfillments: ['#1042-F1'] },
		});
		expect((await ask()).shipments).toEqual([marked.body]);
	});

	it('keeps the first time when it is told again, and adds names that are new', async () => {
		const told = events.length;
		await mark('WS-1', { fulfillments: ['#1042-F1'] });
		now += MINUTE;

		const again = await mark('WS-1', { fulfillments: ['#1042-F1'] });
		const more = await mark('WS-1', { fulfillments: ['#1042-F2', '#1042-F1'] });

		expect([again.status, more.status]).toEqual([200, 200]);
		expect(target.shipments()).toMatchObject([
			{ uploadedAt: '2026-11-20T08:30:00.000Z', fulfillments: ['#1042-F1', '#1042-F2'] },
		]);
		expect(events.slice(told)).toMatchObject([
			{ type: 'uploaded', order: { orderNumber: '#1042' }, shipment: { id: 'WS-1' } },
			{ type: 'uploaded', shipment: { fulfillments: ['#1042-F1', '#1042-F2'] } },
		]);
	});

	it.each([
		['WS-2', 404],
		['WS-01', 404],
		['WS-0', 404],
		['__proto__', 404],
		['0', 404],
		['%23WS-1', 404],
		['WS-1%2F..%2FWS-1', 404],
		['%', 400],
	])('knows no shipment %s', async (id, status) => {
		expect((await mark(id, { fulfillments: ['#1042-F1'] })).status).toBe(status);
		expect(target.shipments()).toMatchObject([{ uploadedAt: null }]);
	});

	it.each([
		[{}],
		[{ fulfillments: '#1042-F1' }],
		[{ fulfillments: [null] }],
		[{ fulfillments: [' '] }],
		['{"fulfillments":'],
		[['#1042-F1']],
	])('does not understand %j', async (body) => {
		expect((await mark('WS-1', body)).status).toBe(422);
		expect(target.shipments()).toMatchObject([{ uploadedAt: null, fulfillments: [] }]);
	});

	it('marks what came to no fulfillment of its own', async () => {
		expect((await mark('WS-1', { fulfillments: [] })).status).toBe(200);
		expect(target.shipments()).toMatchObject([{ uploadedAt: expect.any(String) as string }]);
	});
});

it.each([
	['GET', '/shipments/WS-1'],
	['POST', '/shipments'],
	['PUT', '/shipments/WS-1/uploaded'],
	['POST', '/shipments/WS-1/uploaded/again'],
	['POST', '/shipments//uploaded'],
])('has nothing at %s %s', async (method, path) => {
	await receive('#1042');
	target.ship({ orderNumber: '#1042' });

	const response = await fetch(url + path, { method });

	expect(response.status).toBe(404);
	expect(target.shipments()).toMatchObject([{ uploadedAt: null }]);
});

describe('faults', () => {
	beforeEach(async () => {
		await receive('#1042');
		target.ship({ orderNumber: '#1042' });
	});

	it.each([
		[{ down: true }, 503],
		[{ failEvery: 1 }, 500],
	])('keep the warehouse from answering: %j', async (faults, status) => {
		target.behave(faults);

		expect((await fetch(`${url}/shipments`)).status).toBe(status);
		expect((await mark('WS-1', { fulfillments: ['#1042-F1'] })).status).toBe(status);
		expect(target.shipments()).toMatchObject([{ uploadedAt: null }]);
	});

	it('leave no doubt about work whose answer is lost: it may be said again', async () => {
		target.behave({ dropEvery: 1 });
		await expect(mark('WS-1', { fulfillments: ['#1042-F1'] })).rejects.toThrow();
		target.behave({ dropEvery: 0 });

		expect((await mark('WS-1', { fulfillments: ['#1042-F1'] })).status).toBe(200);
		expect(target.shipments()).toMatchObject([{ fulfillments: ['#1042-F1'] }]);
	});

	it('delay the answer', async () => {
		target.behave({ delayMs: 60 });
		const begun = performance.now();

		await ask();

		expect(performance.now() - begun).toBeGreaterThan(55);
	});

	it('do not keep staff from shipping', () => {
		target.behave({ down: true, failEvery: 1, refuse: 'We do not ship lamp oil' });

		expect(target.ship({ orderNumber: '#1042', force: true })).toHaveLength(1);
	});
});

it('goes on from a kept state', async () => {
	await receive('#1042');
	target.ship({ orderNumber: '#1042', lines: [{ sku: 'KTL-ENM-18L', quantity: 1 }], times: 2 });
	await mark('WS-2', { fulfillments: ['#1042-F1'] });

	const later = createTarget({ state: JSON.parse(JSON.stringify(target.state())) as never });
	const [made] = later.ship({ orderNumber: '#1042' });

	expect(later.shipments().slice(0, 2)).toEqual(target.shipments());
	expect(made).toMatchObject({ id: 'WS-3', lines: [{ sku: 'MUG-STN-350', quantity: 2 }] });
});

it('begins without shipments from what was kept before there were any', () => {
	expect(createTarget({ state: { orders: [] } }).shipments()).toEqual([]);
});
