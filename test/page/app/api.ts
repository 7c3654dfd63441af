import type { OrderInput } from '../../shop/orderInput';
import type {
	Behaviour,
	ShipmentInput,
	ShopElsewhere,
	ShopView,
	UnitsView,
	WarehouseView,
} from '../contract';

/** The shop's or the warehouse's words when it does not do what it was asked. */
export class Refused extends Error {
	override readonly name = 'Refused';
}

/** What an error says. */
export const textOf = (error: unknown): string =>
	error instanceof Error ? error.message : String(error);

function wordsOf(answer: unknown): string | null {
	if (typeof answer !== 'object' || answer === null) return null;
	const fields = answer as Readonly<Record<string, unknown>>;
	const words = fields['error'] ?? fields['message'];
	return typeof words === 'string' ? words : null;
}

async function request(path: string, init: RequestInit = {}): Promise<unknown> {
	const response = await fetch(path, init).catch(() => {
		throw new Refused('The demo does not answer. Is it still running?');
	});
	const answer: unknown = await response.json().catch(() => null);
	if (response.ok) return answer;
	throw new Refused(wordsOf(answer) ?? `The demo answered with ${response.status}`);
}

async function post(path: string, body: unknown, headers = {}): Promise<unknown> {
	return request(path, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify(body),
	});
}

/** The shop as it is now, or where it is. */
export const readShop = async (): Promise<ShopView | ShopElsewhere> =>
	(await request('/demo/state')) as ShopView | ShopElsewhere;

/** The warehouse as it is now. */
export const readWarehouse = async (): Promise<WarehouseView> =>
	(await request('/warehouse/state')) as WarehouseView;

/** Places an order; an empty one is filled in at random. */
export const placeOrder = (input: OrderInput): Promise<unknown> => post('/demo/orders', input);

/** Does something with an order: `pay`, `cancel` or `edit`. */
export const changeOrder = (legacyId: string, action: string, input: unknown): Promise<unknown> =>
	post(`/demo/orders/${legacyId}/${action}`, input);

/** Does something with a fulfillment order, e.g. `hold`; see the contract for the names. */
export const changeFulfillmentOrder = (
	legacyId: string,
	action: string,
	input: unknown,
): Promise<unknown> => post(`/demo/fulfillment-orders/${legacyId}/${action}`, input);

/** Tells the warehouse how to behave. */
export const behave = (change: Partial<Behaviour>): Promise<unknown> =>
	post('/warehouse/behaviour', change);

/** Has the warehouse ship, and report that it did. */
export const shipFromWarehouse = (input: ShipmentInput): Promise<unknown> =>
	post('/warehouse/ship', input);

/** Tells the warehouse what somebody counted of one SKU. */
export const countInWarehouse = (count: UnitsView): Promise<unknown> =>
	post('/warehouse/stock', count);

/** Sends an order to the warehouse as a client of its own would. */
export const sendToWarehouse = (body: unknown, key: string): Promise<unknown> =>
	post('/warehouse/orders', body, { 'idempotency-key': key });
