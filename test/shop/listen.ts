import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ShopRequest, ShopResponse } from './handler';

/** More than the largest request that this package sends. */
const MAX_BODY_BYTES = 2_000_000;

/** A request that is answered with this status and these words, and has done nothing. */
export class Rejection extends Error {
	readonly status: number;

	constructor(status: number, message: string) {
		super(message);
		this.name = 'Rejection';
		this.status = status;
	}
}

/** Reads a request's body as text. Throws a `Rejection` (413) for one of more than 2 MB. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
	const parts: Buffer[] = [];
	let size = 0;
	for await (const part of request as AsyncIterable<Buffer>) {
		parts.push(part);
		size += part.length;
		if (size > MAX_BODY_BYTES) throw new Rejection(413, 'The body is too large');
	}
	return Buffer.concat(parts).toString('utf8');
}

/** A Node request → the shop's form of it. */
export async function shopRequestOf(request: IncomingMessage): Promise<ShopRequest> {
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(request.headers)) {
		if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
	}
	return {
		method: request.method ?? 'GET',
		path: request.url ?? '/',
		headers,
		body: await bodyOf(request),
	};
}

/** Sends an answer, or breaks the connection for `'dropped'`. */
export function send(answer: ShopResponse | 'dropped', response: ServerResponse): void {
	if (answer === 'dropped') {
		response.socket?.resetAndDestroy();
		return;
	}
	response.writeHead(answer.status, answer.headers);
	if (!answer.cutOff) {
		response.end(answer.body);
		return;
	}
	response.write(answer.body, () => {
		response.destroy();
	});
}

/** Sends the refusal of a request that was not read; breaks the connection for any other error. */
export function sendError(error: unknown, response: ServerResponse): void {
	if (!(error instanceof Rejection)) response.destroy();
	else response.writeHead(error.status, { 'content-type': 'text/plain' }).end(error.message);
}

/** Serves a listener on the loopback interface until `close`. */
export async function serve(
	port: number,
	listener: RequestListener,
): Promise<{ readonly url: string; close(): Promise<void> }> {
	const server = createServer(listener);
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	const { port: taken } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${String(taken)}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => {
					resolve();
				});
				server.closeAllConnections();
			}),
	};
}

/** Serves a shop alone, without the control endpoints of the HTTP process. */
export function listen(
	port: number,
	handle: (request: ShopRequest) => Promise<ShopResponse | 'dropped'>,
): Promise<{ readonly url: string; close(): Promise<void> }> {
	return serve(port, (request, response) => {
		shopRequestOf(request)
			.then(handle)
			.then((answer) => send(answer, response))
			.catch((error: unknown) => sendError(error, response));
	});
}
