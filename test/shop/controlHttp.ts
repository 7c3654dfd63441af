import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, Rejection } from './listen';

/**
 * What the control endpoints of the demo have in common, those of the shop and those of the
 * warehouse: who may call them, JSON in and out, and the event stream.
 */

/** At most four events a second: each makes a page read the whole state. */
const QUIET_MS = 250;

/** Fields of a JSON object that somebody sent; nothing about them is known yet. */
export type Input = Readonly<Record<string, unknown>>;

/** A rejection of something in the input, e.g. `quantity: a whole number above 0 is needed`. */
export const badInput = (message: string): Rejection => new Rejection(400, message);

/**
 * Lets in scripts and pages of the same address, and nobody else.
 *
 * Any page that a visitor has open could send requests to this machine: its origin gives it away. A
 * page whose name was made to point at 127.0.0.1 has the right origin; the name in `Host` gives it
 * away.
 */
export function checkCaller({ headers, method }: IncomingMessage): void {
	const host = headers.host ?? '';
	if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host)) {
		throw new Rejection(403, 'Only this machine may ask: use http://127.0.0.1');
	}
	if (headers.origin !== undefined && headers.origin !== `http://${host}`) {
		throw new Rejection(403, `Pages of ${headers.origin} may not ask`);
	}
	const type = headers['content-type'];
	const empty = type === undefined && (headers['content-length'] ?? '0') === '0';
	if (method !== 'POST' || (empty && headers['transfer-encoding'] === undefined)) return;
	// A form of another page can send three types without being asked for leave, and JSON is none of
	// them.
	if (!/^application\/json\s*(;|$)/i.test(type ?? '')) {
		throw new Rejection(415, 'Send JSON, with the header content-type: application/json');
	}
}

/** The JSON object in the body; an empty one for no body. */
export async function inputOf(request: IncomingMessage): Promise<Input> {
	const text = (await bodyOf(request)).trim();
	if (text === '') return {};
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch {
		throw badInput('The body is not JSON');
	}
	if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
		throw badInput('The body is not a JSON object');
	}
	return parsed as Input;
}

/** Sends JSON. */
export function reply(response: ServerResponse, status: number, body: unknown): void {
	response.writeHead(status, {
		'content-type': 'application/json; charset=utf-8',
		'cache-control': 'no-store',
		'x-content-type-options': 'nosniff',
	});
	response.end(JSON.stringify(body));
}

/**
 * Tells of changes as an event stream until the caller leaves: `{"type":"changed"}` at the
 * beginning, since something may have changed before, and then at most four times a second.
 */
export function streamChanges(
	response: ServerResponse,
	subscribe: (listener: () => void) => () => void,
): void {
	response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
	response.write('retry: 1000\n\n');
	let quiet: NodeJS.Timeout | undefined;
	let waiting = false;
	const tell = (): void => {
		waiting = quiet !== undefined;
		if (waiting) return;
		response.write('data: {"type":"changed"}\n\n');
		quiet = setTimeout(() => {
			quiet = undefined;
			if (waiting) tell();
		}, QUIET_MS);
	};
	const stop = subscribe(tell);
	response.on('close', () => {
		stop();
		clearTimeout(quiet);
	});
	tell();
}

/** Checks the caller, reads the input, and answers with what `route` gives; undefined is 404. */
export async function answerControl(
	request: IncomingMessage,
	response: ServerResponse,
	{ subscribe, route, statusOf }: Control,
): Promise<void> {
	const method = request.method ?? 'GET';
	const path = (request.url ?? '').split('?')[0] ?? '';
	try {
		checkCaller(request);
		if (method === 'GET' && path.endsWith('/events')) {
			streamChanges(response, subscribe);
			return;
		}
		const answer = await route(method, path.split('/').slice(2), await inputOf(request), request);
		if (answer === undefined) reply(response, 404, { error: `Nothing at ${method} ${path}` });
		else if (answer !== ANSWERED) reply(response, 200, answer);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		const status = error instanceof Rejection ? error.status : statusOf(error);
		reply(response, status, { error: message });
	}
}

/** What `Control.route` gives when it has sent the answer itself. */
export const ANSWERED = Symbol('answered');

/** One group of control endpoints, e.g. all under `/demo/`. */
export interface Control {
	/** Calls back after each change; returns how to stop. */
	subscribe(listener: () => void): () => void;
	/**
	 * Parts are those of the path after the first. Gives the body of the answer, or undefined for
	 * nothing there.
	 */
	route(method: string, parts: readonly string[], input: Input, request: IncomingMessage): unknown;
	/** HTTP status for an error that is no `Rejection`. */
	statusOf(error: unknown): number;
}
