import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ShopRequest, ShopResponse } from './handler';

/** Reads a request's body as text. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
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
	response.writeHead(answer.status, answer.headers).end(answer.body);
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
		void shopRequestOf(request)
			.then(handle)
			.then((answer) => {
				send(answer, response);
			});
	});
}
