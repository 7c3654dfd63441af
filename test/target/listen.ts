import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkCaller, reply } from '../shop/controlHttp';
import { bodyOf, Rejection, serve } from '../shop/listen';
import type { Target, TargetAnswer, TargetRequest } from './target';

/** Serves on loopback, for this machine's programs and no foreign page; port 0 takes a free one. */
export function listen(
	port: number,
	handle: Target['handle'],
): Promise<{ url: string; close: () => Promise<void> }> {
	return serve(port, (request, response) => {
		targetRequestOf(request)
			.then(handle)
			.then(
				(answer) => sendAnswer(answer, response),
				(error: unknown) => {
					if (!(error instanceof Rejection)) response.destroy();
					else reply(response, error.status, { message: error.message });
				},
			);
	});
}

/** Sends an answer of the target, or breaks the connection for `'dropped'`. */
export function sendAnswer(answer: TargetAnswer | 'dropped', response: ServerResponse): void {
	if (answer === 'dropped') {
		response.socket?.resetAndDestroy();
		return;
	}
	response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8' });
	response.end(JSON.stringify(answer.body));
}

/** Throws a `Rejection` for a caller that may not ask, and for a body that is too large. */
async function targetRequestOf(request: IncomingMessage): Promise<TargetRequest> {
	checkCaller(request);
	const key = request.headers['idempotency-key'];
	return {
		method: request.method ?? 'GET',
		path: request.url ?? '/',
		key: typeof key === 'string' ? key : null,
		body: await readBody(request),
	};
}

async function readBody(request: IncomingMessage): Promise<unknown> {
	const text = await bodyOf(request);
	if (text === '') return null;
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
