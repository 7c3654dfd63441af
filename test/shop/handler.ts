import { randomUUID } from 'node:crypto';
import { SERVED_VERSIONS } from './access';
import type { Api } from './access';
import type { Engine, GraphqlRequest, Throttling } from './engine';
import type { Fault, FaultRequest, Faults } from './faults';
import { LateRequests } from './lateRequests';
import { finishDue } from './routing';
import { Tokens } from './tokens';
import type { World } from './world';

/** A request as the shop gets it; header names in lower case. */
export interface ShopRequest {
	readonly method: string;
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

/** An answer. */
export interface ShopResponse {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
	/** The connection breaks after the body, which is not all of it. */
	readonly cutOff?: boolean;
}

/** One GraphQL request in the shop's log. */
export interface RequestLogEntry {
	readonly operationName: string;
	readonly variables: Readonly<Record<string, unknown>>;
	readonly requestedCost: number;
	readonly actualCost: number;
	/** 0 when the connection was broken. */
	readonly status: number;
	readonly throttled: boolean;
	/** Milliseconds since 1970, by the shop's clock. */
	readonly at: number;
	/** Bytes of the answer's body. */
	readonly bytes: number;
}

const HTML = 'text/html; charset=utf-8';
const MAINTENANCE = '<!DOCTYPE html><html><body><h1>We will be right back</h1></body></html>';
const JSON_TYPE = 'application/json; charset=utf-8';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

const pause = (ms: number): Promise<void> =>
	new Promise((resolve) => {
		setTimeout(resolve, ms);
	});

/** Answers HTTP requests as Shopify does. */
export function createHandler(parts: {
	readonly world: World;
	readonly engine: Engine;
	readonly apis: ReadonlyMap<string, Api>;
	readonly faults: Faults;
	readonly log: RequestLogEntry[];
}): {
	handle(request: ShopRequest): Promise<ShopResponse | 'dropped'>;
	finishLate(): void;
	revokeTokens(): void;
} {
	const { world, engine, apis, faults, log } = parts;
	const tokens = new Tokens(world.settings);
	const late = new LateRequests();
	let requests = 0;

	const respond = (
		status: number,
		body: string,
		headers: Readonly<Record<string, string>> = {},
	): ShopResponse => ({
		status,
		headers: {
			'content-type': JSON_TYPE,
			'x-request-id': `${randomUUID()}-${String(Math.floor(world.settings.clock() / 1000))}`,
			date: new Date(world.settings.clock()).toUTCString(),
			...headers,
		},
		body,
	});

	/** Retired versions are answered by the oldest served one; others do not exist. */
	const apiFor = (version: string): Api | undefined => {
		const known = apis.get(version);
		if (known) return known;
		const oldest = SERVED_VERSIONS[0];
		const released = /^\d{4}-(01|04|07|10)$/.test(version) && version < oldest;
		return released ? apis.get(oldest) : undefined;
	};

	const graphql = async (api: Api, request: ShopRequest): Promise<ShopResponse | 'dropped'> => {
		const parsed = readRequest(request.body);
		if (!parsed) {
			return respond(
				400,
				JSON.stringify({ errors: { query: 'Required parameter missing or invalid' } }),
			);
		}
		requests += 1;
		late.finish(world.settings.clock());
		const operationName = parsed.operationName ?? nameOf(parsed.query);
		const { query, variables } = parsed;
		const entry: Writable<RequestLogEntry> = {
			operationName,
			variables,
			at: world.settings.clock(),
			requestedCost: 0,
			actualCost: 0,
			throttled: false,
			bytes: 0,
			status: 0,
		};
		const fault = await faultFor({ operationName, number: requests, variables, query });
		const underWay = () => world.callsUnderWay.begin(engine.keysOf(api, parsed));
		if (fault?.kind === 'delay') {
			const arrived = underWay();
			await pause(fault.ms);
			arrived();
		}
		const refuseKeys = fault?.kind === 'refuseKey' ? fault.code : undefined;
		const circumstances = { origin: originOf(request, world.state.domain), refuseKeys };
		const run = (throttling: Throttling) => {
			finishDue(world);
			const { body: answered, ...rest } = engine.run(api, parsed, circumstances, throttling);
			const text = JSON.stringify(answered);
			Object.assign(entry, rest, { bytes: Buffer.byteLength(text) });
			return text;
		};
		log.push(entry);
		if (fault?.kind === 'late') {
			// It was taken in, so it is not throttled when its time comes.
			const arrived = underWay();
			late.add(world.settings.clock() + fault.lateMs, () => {
				arrived();
				run('never');
			});
		}
		const instead = fault && insteadOfWork(fault);
		if (instead) {
			entry.status = instead === 'dropped' ? 0 : instead.status;
			return instead;
		}
		const text = run(fault?.kind === 'throttle' ? 'always' : 'byBucket');
		if (fault?.kind === 'dropAnswer') return 'dropped';
		entry.status = 200;
		return respond(200, text, { 'x-shopify-api-version': api.version });
	};

	const faultFor = async (request: FaultRequest): Promise<Fault | undefined> => {
		try {
			const hooked = await faults.beforeEachRequest?.(request);
			if (!hooked) return faults.pick(request);
			return typeof hooked === 'string' ? { kind: hooked } : hooked;
		} catch {
			return { kind: 'drop' };
		}
	};

	/** What the client gets of a fault that keeps the work from being done now. */
	const insteadOfWork = (fault: Fault): ShopResponse | 'dropped' | undefined => {
		switch (fault.kind) {
			case 'drop':
				return 'dropped';
			case 'fail':
				return failure(fault, respond);
			case 'late':
				return fault.status === undefined
					? 'dropped'
					: failure({ kind: 'fail', status: fault.status }, respond);
			case 'html':
				return respond(200, MAINTENANCE, { 'content-type': HTML });
			default:
				return undefined;
		}
	};

	/** The result of a bulk operation; whoever knows its address may have it. */
	const bulkFile = (path: string): ShopResponse => {
		const file = world.bulk.fileAt(path);
		const unavailable = (status: number): ShopResponse =>
			respond(status, 'Not available', { 'content-type': 'text/plain' });
		if (file === undefined) return unavailable(404);
		const fault = faults.pickBulkFile();
		if (typeof fault === 'number') return unavailable(fault);
		const length = String(Buffer.byteLength(file));
		const headers = { 'content-type': 'application/jsonl', 'content-length': length };
		if (fault !== 'cutOff') return respond(200, file, headers);
		return { ...respond(200, file.slice(0, file.length >> 1), headers), cutOff: true };
	};

	const handle = async (request: ShopRequest): Promise<ShopResponse | 'dropped'> => {
		if (world.settings.latencyMs > 0) await pause(world.settings.latencyMs);
		const path = request.path.split('?')[0] ?? '';
		if (path === '/admin/oauth/access_token') {
			if (request.method !== 'POST') return respond(404, NOT_FOUND);
			const granted = tokens.grant(request.headers['content-type'] ?? '', request.body);
			const type = granted.status === 200 ? JSON_TYPE : HTML;
			return respond(granted.status, granted.body, { 'content-type': type });
		}
		if (path.startsWith('/bulk/')) return bulkFile(path);
		const version = /^\/admin\/api\/([^/]+)\/graphql\.json$/.exec(path)?.[1];
		const api = version === undefined ? undefined : apiFor(version);
		if (!api) return respond(404, NOT_FOUND);
		if (!tokens.accepts(request.headers['x-shopify-access-token'])) {
			const errors = '[API] Invalid API key or access token (unrecognized login or wrong password)';
			return respond(401, JSON.stringify({ errors }));
		}
		if (request.method !== 'POST') return respond(404, NOT_FOUND);
		return graphql(api, request);
	};

	return {
		handle,
		finishLate: () => {
			late.finish(world.settings.clock());
		},
		revokeTokens: () => {
			tokens.revokeAll();
		},
	};
}

/** Where the caller found the shop: at its address on this machine, or under its domain. */
function originOf({ headers }: ShopRequest, domain: string): string {
	const host = headers['host'] ?? '';
	return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host)
		? `http://${host}`
		: `https://${domain}`;
}

const NOT_FOUND = JSON.stringify({ errors: 'Not Found' });

function failure(
	fault: Extract<Fault, { kind: 'fail' }>,
	respond: (
		status: number,
		body: string,
		headers: Readonly<Record<string, string>>,
	) => ShopResponse,
): ShopResponse {
	const { status } = fault;
	const waits = status === 429 || status === 503;
	const headers = fault.headers ?? (waits ? { 'retry-after': '2.0' } : {});
	if (fault.body !== undefined) return respond(status, fault.body, headers);
	const texts: Readonly<Record<number, string>> = {
		// The bodies of 402, 423 and 5xx answers are not recorded.
		402: 'Unavailable Shop',
		403: 'This app is not approved to access this resource.',
		404: 'Not Found',
		423: 'Locked',
		429: 'Exceeded 2 calls per second for api client. Reduce request rates to resume uninterrupted service.',
	};
	const errors = texts[status] ?? 'Internal Server Error';
	return respond(status, JSON.stringify({ errors }), headers);
}

function readRequest(body: string): GraphqlRequest | undefined {
	try {
		const parsed = JSON.parse(body) as Partial<Record<keyof GraphqlRequest, unknown>>;
		if (typeof parsed.query !== 'string') return undefined;
		const { variables, operationName } = parsed;
		return {
			query: parsed.query,
			variables:
				typeof variables === 'object' && variables !== null
					? (variables as Record<string, unknown>)
					: {},
			operationName: typeof operationName === 'string' ? operationName : undefined,
		};
	} catch {
		return undefined;
	}
}

/** The name of the first operation in a document, for the log and for faults. */
function nameOf(query: string): string {
	return /\b(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? '(anonymous)';
}
