import type {
	ParcelView,
	ShipmentInput,
	WarehouseOrderView,
	WarehouseView,
} from '../page/contract';
import { serve } from '../shop/listen';
import { controlTarget } from './control';
import { createTarget } from './target';
import type { Target, TargetEvent } from './target';

const ORDER = {
	orderNumber: '#1042',
	lines: [
		{ sku: 'MUG-STN-350', quantity: 1 },
		{ sku: 'KTL-ENM-18L', quantity: 1 },
		{ sku: 'MUG-STN-350', quantity: 2 },
	],
};
const MUG = { sku: 'MUG-STN-350', quantity: 3 };
const KETTLE = { sku: 'KTL-ENM-18L', quantity: 1 };

let events: TargetEvent[];
let target: Target;
let url: string;
let close: () => Promise<void>;

beforeEach(async () => {
	events = [];
	target = createTarget({ onEvent: (event) => events.push(event) });
	({ url, close } = await serve(0, (request, response) => {
		void controlTarget(target, request, response);
	}));
	await receive(ORDER, '6837114');
});

afterEach(() => close());

async function receive(body: unknown, key: string | null): Promise<void> {
	await target.handle({ method: 'POST', path: '/orders', key, body });
}

async function ship(
	input: unknown,
): Promise<{ status: number; error?: string; shipments?: readonly ParcelView[] }> {
	const response = await fetch(`${url}/warehouse/ship`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(input),
	});
	const answer = (await response.json()) as { error?: string; shipments?: ParcelView[] };
	return { status: response.status, ...answer };
}

async function shown(number = 0): Promise<WarehouseOrderView | undefined> {
	const response = await fetch(`${url}/warehouse/state`);
	return ((await response.json()) as WarehouseView).orders[number];
}

const linesOf = async (input: ShipmentInput): Promise<unknown> =>
	(await ship(input)).shipments?.map(({ lines }) => lines);

it('ships a part, then the rest, and has nothing left', async () => {
	const states = [await shown()];
	const shipped = [
		await linesOf({ orderNumber: '#1042', lines: [{ sku: 'MUG-STN-350', quantity: 2 }] }),
	];
	states.push(await shown());
	shipped.push(await linesOf({ orderNumber: '#1042' }));
	states.push(await shown());

	expect(shipped).toEqual([
		[[{ sku: 'MUG-STN-350', quantity: 2 }]],
		[[{ sku: 'MUG-STN-350', quantity: 1 }, KETTLE]],
	]);
	expect(states).toMatchObject([
		{ status: 'open', shipped: 'none', left: [MUG, KETTLE], shipments: [] },
		{ status: 'open', shipped: 'part', left: [{ sku: 'MUG-STN-350', quantity: 1 }, KETTLE] },
		{ status: 'open', shipped: 'all', left: [], shipments: [{ id: 'WS-1' }, { id: 'WS-2' }] },
	]);
	expect(await ship({ orderNumber: '#1042' })).toEqual({
		status: 409,
		error: 'Order #1042 is shipped already',
	});
});

it('counts a parcel once that it reports twice', async () => {
	const { shipments } = await ship({
		orderNumber: '#1042',
		lines: [{ sku: 'MUG-STN-350', quantity: 1 }],
		times: 2,
	});

	expect(shipments).toMatchObject([{ id: 'WS-1' }, { id: 'WS-2' }]);
	expect(shipments?.[1]?.trackingNumber).toBe(shipments?.[0]?.trackingNumber);
	expect(await shown()).toMatchObject({
		shipped: 'part',
		left: [{ sku: 'MUG-STN-350', quantity: 2 }, KETTLE],
		shipments: [{ repeats: null }, { repeats: 'WS-1' }],
	});
});

it('tells of each report', async () => {
	await ship({ orderNumber: '#1042', times: 2 });

	expect(events.slice(1)).toMatchObject([
		{ type: 'shipped', order: { orderNumber: '#1042' }, shipment: { id: 'WS-1' } },
		{ type: 'shipped', order: { orderNumber: '#1042' }, shipment: { id: 'WS-2' } },
	]);
});

it.each<[string, ShipmentInput, string]>([
	['an order that there is not', { orderNumber: '#9' }, 'There is no order #9'],
	[
		'another of its number',
		{ orderNumber: '#1042', reference: 'WH-2' },
		'There is no order #1042 (WH-2)',
	],
	[
		'more units than are left',
		{ orderNumber: '#1042', lines: [{ sku: 'KTL-ENM-18L', quantity: 2 }] },
		'Order #1042 has 1 of KTL-ENM-18L left to ship, not 2',
	],
	[
		'units that are too many only together',
		{
			orderNumber: '#1042',
			lines: [
				{ sku: 'MUG-STN-350', quantity: 2 },
				{ sku: 'MUG-STN-350', quantity: 2 },
			],
		},
		'Order #1042 has 3 of MUG-STN-350 left to ship, not 4',
	],
	[
		'goods that were not ordered',
		{ orderNumber: '#1042', lines: [{ sku: 'BRD-OAK-LRG', quantity: 1 }] },
		'Order #1042 has 0 of BRD-OAK-LRG left to ship, not 1',
	],
])('does not ship %s', async (_what, input, error) => {
	expect(await ship(input)).toEqual({ status: 409, error });
	expect(target.shipments()).toEqual([]);
});

it('does not ship an order that is cancelled, or that names no goods', async () => {
	await receive({ orderNumber: '#1043' }, '6837115');
	await receive({ orderNumber: '#1044', lines: [{ title: 'Gift' }, { sku: 'A' }] }, '6837116');
	await target.handle({ method: 'POST', path: '/orders/%231042/cancel', key: null, body: null });

	const errors = await Promise.all(
		['#1042', '#1043', '#1044'].map(async (orderNumber) => (await ship({ orderNumber })).error),
	);

	expect(errors).toEqual([
		'Order #1042 is cancelled',
		'Order #1043 names nothing to ship',
		'Order #1044 names nothing to ship',
	]);
	expect(await shown(1)).toMatchObject({ shipped: 'none', left: [] });
});

it('does not ship an order that is on hold, and says why', async () => {
	const put = async (body: object): Promise<void> => {
		await target.handle({ method: 'PUT', path: '/orders/%231042', key: null, body });
	};
	await put({ hold: true, reason: 'On Hold: 3 units' });
	const held = await ship({ orderNumber: '#1042' });
	const view = await shown();
	await put({ hold: false });

	expect(held).toEqual({ status: 409, error: 'Order #1042 is on hold: On Hold: 3 units' });
	expect(view).toMatchObject({ held: true, changed: { reason: 'On Hold: 3 units' }, body: ORDER });
	expect(await linesOf({ orderNumber: '#1042' })).toEqual([[MUG, KETTLE]]);
});

it('takes no change that contradicts what has left', async () => {
	const ask = async (method: string, path: string, body: object): Promise<unknown> => {
		const answer = await target.handle({ method, path, key: null, body });
		if (answer === 'dropped') return answer;
		const { message } = answer.body as { readonly message?: string };
		return message === undefined ? answer.status : [answer.status, message];
	};
	const change = (quantity: number): Promise<unknown> =>
		ask('PUT', '/orders/%231042', { lines: [{ sku: 'MUG-STN-350', quantity }] });
	const cancel = (): Promise<unknown> => ask('POST', '/orders/%231042/cancel', {});
	await ship({ orderNumber: '#1042', lines: [{ sku: 'MUG-STN-350', quantity: 2 }] });

	expect([await change(1), await change(3), await change(2), await cancel()]).toEqual([
		[409, 'Order #1042: 1 of MUG-STN-350 more have left already than it would be for'],
		200,
		200,
		[409, 'Order #1042 is shipped already'],
	]);
	expect(await shown()).toMatchObject({ status: 'open', shipped: 'all' });
});

it('ships what it should not if staff insist', async () => {
	await ship({ orderNumber: '#1042', lines: [MUG] });
	await target.handle({ method: 'POST', path: '/orders/%231042/cancel', key: null, body: null });

	const late = await linesOf({ orderNumber: '#1042', lines: [KETTLE], force: true });
	const again = await linesOf({ orderNumber: '#1042', force: true });
	const more = await linesOf({
		orderNumber: '#1042',
		lines: [{ sku: 'BRD-OAK-LRG', quantity: 9 }],
		force: true,
	});

	expect([late, again, more]).toEqual([
		[[KETTLE]],
		[[MUG, KETTLE]],
		[[{ sku: 'BRD-OAK-LRG', quantity: 9 }]],
	]);
	expect(await shown()).toMatchObject({ status: 'cancelled', shipped: 'all', left: [] });
});

it('ships each of two orders that came under one number', async () => {
	target.behave({ forgetful: true });
	await receive(ORDER, '6837114');

	await ship({ orderNumber: '#1042', reference: 'WH-2' });

	expect(await shown(0)).toMatchObject({ reference: 'WH-1', shipped: 'none' });
	expect(await shown(1)).toMatchObject({ reference: 'WH-2', shipped: 'all' });
	expect(target.shipments()).toMatchObject([{ reference: 'WH-2', key: null }]);
});

it('counts what is left from what the order says now', async () => {
	await ship({ orderNumber: '#1042', lines: [KETTLE] });
	const body = { orderNumber: '#1042', lines: [KETTLE] };
	await target.handle({ method: 'PUT', path: '/orders/%231042', key: null, body });

	expect(await shown()).toMatchObject({ shipped: 'all', left: [] });
});

it.each<[string, object, object]>([
	[
		'what it was told',
		{ carrier: 'Brook & Sons', trackingNumber: 'BS 77', trackingUrl: 'https://brook.example/77' },
		{ carrier: 'Brook & Sons', trackingNumber: 'BS 77', trackingUrl: 'https://brook.example/77' },
	],
	[
		'nothing, if told so',
		{ carrier: null, trackingNumber: null },
		{ carrier: null, trackingNumber: null, trackingUrl: null },
	],
	[
		'a number of the carrier that was named',
		{ carrier: 'DHL' },
		{ carrier: 'DHL', trackingNumber: expect.stringMatching(/^\d{10}$/) as string },
	],
	[
		'a number of some sort for a carrier that it does not know',
		{ carrier: 'Brook & Sons' },
		{ trackingNumber: expect.stringMatching(/^\d{12}$/) as string, trackingUrl: null },
	],
	[
		'a link only to the number that it made up',
		{ carrier: 'Dales & Wolds', trackingNumber: 'DWC-1' },
		{ trackingNumber: 'DWC-1', trackingUrl: null },
	],
])('labels a parcel with %s', async (_what, input, label) => {
	const { shipments } = await ship({ orderNumber: '#1042', ...input });

	expect(shipments).toMatchObject([label]);
});

it('says what the next parcel would be labelled with', async () => {
	const view = (await (await fetch(`${url}/warehouse/state`)).json()) as WarehouseView;

	const { shipments } = await ship({ orderNumber: '#1042' });

	expect(shipments).toMatchObject([view.nextLabel]);
});

it.each<[unknown, string]>([
	[{}, 'orderNumber is missing'],
	[{ orderNumber: 1042 }, 'orderNumber: a text is needed'],
	[{ orderNumber: '#1042', lines: [] }, 'lines: a list of at least one line is needed'],
	[{ orderNumber: '#1042', lines: {} }, 'lines: a list of at least one line is needed'],
	[{ orderNumber: '#1042', lines: [null] }, 'lines[0]: an object is needed'],
	[{ orderNumber: '#1042', lines: [{ quantity: 1 }] }, 'lines[0].sku: a text is needed'],
	...[0, -1, 1.5, '2', null, 100_001].map((quantity): [unknown, string] => [
		{ orderNumber: '#1042', lines: [{ sku: 'MUG-STN-350', quantity }] },
		'lines[0].quantity: a whole number from 1 to 100000 is needed',
	]),
	[
		{ orderNumber: '#1042', lines: [{ sku: 'MUG-STN-350', quantity: 1, colour: 'blue' }] },
		'lines[0].colour: a line has no such field',
	],
	[{ orderNumber: '#1042', carrier: '' }, 'carrier: a text is needed, or null'],
	[{ orderNumber: '#1042', trackingNumber: 77 }, 'trackingNumber: a text is needed, or null'],
	...['track/77', 'javascript:alert(1)', 'https://'].map((trackingUrl): [unknown, string] => [
		{ orderNumber: '#1042', trackingUrl },
		'trackingUrl: an address with https:// is needed, or null',
	]),
	[{ orderNumber: '#1042', times: 3 }, 'times: 1 or 2 is needed'],
	[{ orderNumber: '#1042', force: 'yes' }, 'force: true or false is needed'],
	[{ orderNumber: '#1042', units: 2 }, 'units: a shipment has no such field'],
	[[], 'The body is not a JSON object'],
])('does not understand %j', async (input, error) => {
	expect(await ship(input)).toEqual({ status: 400, error });
	expect(target.shipments()).toEqual([]);
});
