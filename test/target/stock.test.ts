import { createTarget } from './target';
import type { Target, TargetEvent, TargetState } from './target';
import type { Units } from './units';

let events: TargetEvent[];
let target: Target;
let url: string;
let close: () => Promise<void>;

beforeEach(async () => {
	events = [];
	target = createTarget({ onEvent: (event) => events.push(event) });
	({ url, close } = await target.listen(0));
});

afterEach(() => close());

const STOCK: readonly Units[] = [
	{ sku: 'MUG-STN-350', quantity: 212 },
	{ sku: 'KTL-ENM-18L', quantity: 1 },
];

/** Brings an order for 2 mugs and 3 kettles into the warehouse. */
async function receive(orderNumber: string): Promise<void> {
	const lines = [
		{ sku: 'MUG-STN-350', quantity: 2 },
		{ sku: 'KTL-ENM-18L', quantity: 3 },
	];
	await target.handle({
		method: 'POST',
		path: '/orders',
		key: `key of ${orderNumber}`,
		body: { orderNumber, lines },
	});
}

async function ask(query = ''): Promise<{ status: number; body: unknown }> {
	const response = await fetch(`${url}/stock${query}`);
	return { status: response.status, body: await response.json() };
}

/** What a kept state is after it was in a file. */
const fromFile = (state: TargetState): TargetState =>
	JSON.parse(JSON.stringify(state)) as TargetState;

describe('GET /stock', () => {
	it('gives what lies there', async () => {
		target.stockUp(STOCK);

		expect(await ask()).toEqual({ status: 200, body: { stock: STOCK, nextPage: null } });
	});

	it('gives an empty list as long as nothing lies there', async () => {
		expect((await ask()).body).toEqual({ stock: [], nextPage: null });
	});

	it.each([
		['', [100, 100, 1]],
		['limit=250', [201]],
		['limit=201', [201]],
		['limit=67', [67, 67, 67]],
	])('gives it page by page: %s', async (query, sizes) => {
		target.stockUp(
			Array.from({ length: 201 }, (_, index) => ({ sku: `MUG-${index}`, quantity: index })),
		);

		const found: Units[][] = [];
		let next: number | null = 1;
		while (next !== null) {
			const { body } = await ask(`?${query}&page=${next}`);
			const page = body as { stock: Units[]; nextPage: number | null };
			found.push(page.stock);
			next = page.nextPage;
		}

		expect(found.map(({ length }) => length)).toEqual(sizes);
		expect(found.flat()).toEqual(target.stock());
	});

	it.each(['page=0', 'page=two', 'page=', 'limit=0', 'limit=1001', 'limit=1.5', 'limit=-1'])(
		'refuses %s',
		async (query) => {
			const [name] = query.split('=');

			expect(await ask(`?${query}`)).toEqual({
				status: 400,
				body: { message: expect.stringMatching(`^${name}: a whole number from 1`) as string },
			});
			expect(target.refusals()).toMatchObject([{ status: 400, orderNumber: null }]);
		},
	);

	it.each([
		['POST', '/stock'],
		['GET', '/stock/MUG-STN-350'],
	])('has nothing at %s %s', async (method, path) => {
		expect((await fetch(url + path, { method })).status).toBe(404);
	});

	it.each([
		[{ down: true }, 503],
		[{ failEvery: 1 }, 500],
	])('does not answer when it is told so: %j', async (faults, status) => {
		target.behave(faults);

		expect((await ask()).status).toBe(status);
	});
});

describe('what lies there', () => {
	it('becomes less by what is shipped, once for a parcel that is reported twice', async () => {
		target.stockUp(STOCK);
		await receive('#1042');

		target.ship({ orderNumber: '#1042', lines: [{ sku: 'MUG-STN-350', quantity: 2 }], times: 2 });

		expect(target.stock()).toEqual([
			{ sku: 'MUG-STN-350', quantity: 210 },
			{ sku: 'KTL-ENM-18L', quantity: 1 },
		]);
	});

	it('is never below 0, and never counted for goods that it does not know', async () => {
		target.stockUp(STOCK);
		await receive('#1042');

		target.ship({
			orderNumber: '#1042',
			lines: [
				{ sku: 'KTL-ENM-18L', quantity: 3 },
				{ sku: 'LMP-BRS-DSK', quantity: 1 },
			],
			force: true,
		});

		expect(target.stock()).toEqual([
			{ sku: 'MUG-STN-350', quantity: 212 },
			{ sku: 'KTL-ENM-18L', quantity: 0 },
		]);
	});

	it('stays when an order cannot be shipped, is cancelled or changed', async () => {
		target.stockUp(STOCK);
		await receive('#1042');

		expect(() => target.ship({ orderNumber: '#1043' })).toThrow('There is no order #1043');
		const cancel = { method: 'POST', path: '/orders/%231042/cancel', key: null, body: null };
		await target.handle(cancel);

		expect(target.stock()).toEqual(STOCK);
	});

	it('is what was counted, and is told', () => {
		let told = 0;
		target.stockUp(STOCK);
		target.subscribe(() => (told += 1));

		target.count({ sku: 'KTL-ENM-18L', quantity: 40 });
		target.count({ sku: 'LMP-BRS-DSK', quantity: 0 });

		expect(target.stock()).toEqual([
			{ sku: 'MUG-STN-350', quantity: 212 },
			{ sku: 'KTL-ENM-18L', quantity: 40 },
			{ sku: 'LMP-BRS-DSK', quantity: 0 },
		]);
		expect(told).toBe(2);
		expect(events).toMatchObject([
			{ type: 'counted', counted: { sku: 'KTL-ENM-18L', quantity: 40 } },
			{ type: 'counted', counted: { sku: 'LMP-BRS-DSK', quantity: 0 } },
		]);
	});

	it('is filled only where there never was any', () => {
		target.stockUp(STOCK);
		target.stockUp([{ sku: 'MUG-STN-350', quantity: 5 }]);

		expect(target.stock()).toEqual(STOCK);
	});
});

describe('over a restart', () => {
	it('is what it was', () => {
		target.stockUp(STOCK);
		target.count({ sku: 'MUG-STN-350', quantity: 9 });

		const later = createTarget({ state: fromFile(target.state()) });
		later.stockUp(STOCK);

		expect(later.stock()).toEqual([
			{ sku: 'MUG-STN-350', quantity: 9 },
			{ sku: 'KTL-ENM-18L', quantity: 1 },
		]);
	});

	it('is filled if it was kept before there was any stock', () => {
		const later = createTarget({ state: fromFile({ orders: [] }) });
		const kept = fromFile(later.state());
		later.stockUp(STOCK);

		expect(kept).not.toHaveProperty('stock');
		expect(later.stock()).toEqual(STOCK);
	});
});
