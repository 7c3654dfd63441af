import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const MAX_BODY_BYTES = 1_000_000;

/** One order as the warehouse keeps it. */
export interface TargetOrder {
	/** The number that people use, unique in the warehouse, e.g. `#1042`. */
	readonly orderNumber: string;
	/** The idempotency key that it was created under, e.g. `6837114:1`; null if none was sent. */
	readonly key: string | null;
	readonly status: 'open' | 'cancelled';
	/** Warehouse's own reference, e.g. `WH-7`. */
	readonly reference: string;
	/** Times that it was sent again under its own key; each was answered with the kept order. */
	readonly repeats: number;
	/** The last body that was accepted for it. */
	readonly body: unknown;
}

/** How the target misbehaves; every field may be changed while it runs. */
export interface TargetFaults {
	/** Every nth request is answered with 500 before anything is done; 0 for never. */
	failEvery: number;
	/** Everything is answered with 503. */
	down: boolean;
	/** New orders are refused with 422 and this text; empty for never. */
	refuse: string;
}

/** What a target keeps, as plain data that can be written to a file. */
export interface TargetState {
	readonly orders: readonly TargetOrder[];
}

/** What happened, told to whoever listens. */
export interface TargetEvent {
	readonly type: 'created' | 'repeated' | 'refused' | 'changed' | 'cancelled' | 'failed';
	/** Absent when the request failed before it was read. */
	readonly order?: TargetOrder;
	readonly status: number;
}

/** A plain warehouse: it keeps orders, and recognises one by its key and by its number. */
export interface Target {
	readonly faults: TargetFaults;
	/** In the order of their creation. */
	orders(): readonly TargetOrder[];
	/** For a later `createTarget({ state })`. */
	state(): TargetState;
	/** Serves on loopback; port 0 takes a free one. */
	listen(port: number): Promise<{ url: string; close: () => Promise<void> }>;
}

interface Reply {
	readonly status: number;
	readonly body: unknown;
	readonly event?: TargetEvent['type'];
	readonly order?: TargetOrder | undefined;
}

/**
 * Makes a warehouse that the demo and the tests hand orders to.
 *
 * `POST /orders {orderNumber, …}` with the header `Idempotency-Key` creates one (201). The same key again
 * answers 200 with the kept order; another key with a number that is taken answers 409 and names the
 * order that has it. `GET /orders?key=` looks one up, `PUT /orders/<number>` replaces its body,
 * `POST /orders/<number>/cancel` cancels it, as often as asked.
 */
export function createTarget(
	options: {
		state?: TargetState;
		faults?: Partial<TargetFaults>;
		onEvent?: (event: TargetEvent) => void;
	} = {},
): Target {
	const kept = new Map((options.state?.orders ?? []).map((order) => [order.orderNumber, order]));
	const faults: TargetFaults = { failEvery: 0, down: false, refuse: '', ...options.faults };
	let requests = 0;

	const keep = (order: TargetOrder): TargetOrder => {
		kept.set(order.orderNumber, order);
		return order;
	};
	const withKey = (key: string | null): TargetOrder | undefined =>
		key === null ? undefined : [...kept.values()].find((order) => order.key === key);

	function create(key: string | null, body: unknown): Reply {
		const orderNumber = numberOf(body);
		if (orderNumber === undefined) return refusal('orderNumber is missing');
		const same = withKey(key);
		if (same) {
			const order = keep({ ...same, repeats: same.repeats + 1 });
			return { status: 200, body: order, event: 'repeated', order };
		}
		const existing = kept.get(orderNumber);
		if (existing) {
			const message = `Order ${orderNumber} exists already`;
			return { status: 409, body: { message, existing }, event: 'refused', order: existing };
		}
		if (faults.refuse) return refusal(faults.refuse);
		const reference = `WH-${kept.size + 1}`;
		const order = keep({ orderNumber, key, status: 'open', reference, repeats: 0, body });
		return { status: 201, body: order, event: 'created', order };
	}

	function change(orderNumber: string, action: string | undefined, body: unknown): Reply {
		const existing = kept.get(orderNumber);
		if (!existing) return { status: 404, body: { message: `No order ${orderNumber}` } };
		if (action === undefined) {
			const order = keep({ ...existing, body });
			return { status: 200, body: order, event: 'changed', order };
		}
		const order = keep({ ...existing, status: 'cancelled' });
		return { status: 200, body: order, event: 'cancelled', order };
	}

	function look(key: string | null): Reply {
		const orders = key === null ? [...kept.values()] : [withKey(key)].filter(Boolean);
		return { status: 200, body: { orders } };
	}

	function answer(method: string, url: URL, key: string | null, body: unknown): Reply {
		const [, collection, orderNumber, action] = url.pathname.split('/').map(decodeURIComponent);
		const route = `${method} ${[collection, orderNumber && '<number>', action].filter(Boolean).join('/')}`;
		switch (route) {
			case 'POST orders':
				return create(key, body);
			case 'GET orders':
				return look(url.searchParams.get('key'));
			case 'PUT orders/<number>':
				return change(orderNumber ?? '', undefined, body);
			case 'POST orders/<number>/cancel':
				return change(orderNumber ?? '', 'cancel', body);
			default:
				return { status: 404, body: { message: `No such address: ${method} ${url.pathname}` } };
		}
	}

	async function serve(request: IncomingMessage): Promise<Reply> {
		requests += 1;
		const body = await readBody(request);
		if (faults.down)
			return { status: 503, body: { message: 'Closed for stocktaking' }, event: 'failed' };
		if (faults.failEvery > 0 && requests % faults.failEvery === 0) {
			return { status: 500, body: { message: 'Internal error' }, event: 'failed' };
		}
		if (body === undefined) return refusal('The body is not JSON');
		const key = request.headers['idempotency-key'];
		const url = new URL(request.url ?? '/', 'http://target');
		return answer(request.method ?? 'GET', url, typeof key === 'string' ? key : null, body);
	}

	function send(response: ServerResponse, reply: Reply): void {
		response.writeHead(reply.status, { 'content-type': 'application/json' });
		response.end(JSON.stringify(reply.body));
		if (!reply.event) return;
		const event = { type: reply.event, status: reply.status };
		options.onEvent?.(reply.order ? { ...event, order: reply.order } : event);
	}

	return {
		faults,
		orders: () => [...kept.values()],
		state: () => ({ orders: [...kept.values()] }),
		async listen(port) {
			const server = createServer((request, response) => {
				serve(request).then(
					(reply) => send(response, reply),
					() => response.destroy(),
				);
			});
			await new Promise<void>((resolve, reject) => {
				server.once('error', reject);
				server.listen(port, '127.0.0.1', resolve);
			});
			const address = server.address() as AddressInfo;
			return {
				url: `http://127.0.0.1:${address.port}`,
				close: () =>
					new Promise<void>((resolve, reject) => {
						server.closeAllConnections();
						server.close((error) => (error ? reject(error) : resolve()));
					}),
			};
		},
	};
}

function refusal(message: string): Reply {
	return { status: 422, body: { message }, event: 'refused' };
}

function numberOf(body: unknown): string | undefined {
	if (typeof body !== 'object' || body === null || !('orderNumber' in body)) return undefined;
	const { orderNumber } = body;
	return typeof orderNumber === 'string' && orderNumber !== '' ? orderNumber : undefined;
}

/** The parsed body, null for none, undefined for what is not JSON. */
async function readBody(request: IncomingMessage): Promise<unknown> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		chunks.push(chunk);
		size += chunk.length;
		if (size > MAX_BODY_BYTES) throw new Error('The body is too large');
	}
	if (size === 0) return null;
	const text = Buffer.concat(chunks).toString('utf8');
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
