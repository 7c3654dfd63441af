import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InstalledN8n } from './installN8n';
import type { QueueServers } from './queueServers';
import { startHost, type Ends, type Host, type HostOptions } from './startHost';
import { findFreePort, startN8n, startWorker, type N8nPlace, type RunningN8n } from './startN8n';

/** Stands for a part of n8n that the install leaves out. */
const MCP = join(__dirname, 'queueMcp.cjs');
const WORKERS = 2;
/** Executions that a worker runs at once. */
const CONCURRENCY = 5;
/** Every process must have the same, or a worker cannot read the credential. */
const ENCRYPTION_KEY = 'the-same-for-every-process';
/** n8n's own line for each execution that a worker takes, e.g. `Worker started execution 12 (job 3)`. */
const STARTED = /Worker started execution (\d+) /g;
const FINISHED = /Worker finished execution (\d+) /g;

/** Where each process lives and listens; all have folders of their own, as on several machines. */
export interface QueuePlaces {
	readonly main: N8nPlace;
	readonly workers: readonly N8nPlace[];
}

/** One process of n8n, which can be ended and started again by itself. */
export interface QueueProcess {
	/** `main`, `worker 1`, `worker 2`. */
	readonly name: string;
	/** What it writes, of all its starts. */
	readonly log: string;
	/** Starts it again in its folder, and waits until it answers. Does nothing while it runs. */
	start(): Promise<void>;
	/** Lets executions end, then ends it. May be repeated. */
	stop(): Promise<void>;
	/** Ends it at once, as a crash would. May be repeated. */
	kill(): Promise<void>;
}

/** A worker, as far as its log tells. */
export interface WorkerProcess extends QueueProcess {
	/** Ids of the executions that it has begun. */
	started(): Promise<ReadonlySet<string>>;
	/** Ids of those that it has begun and not ended, those of a killed one included. */
	unfinished(): Promise<ReadonlySet<string>>;
}

/**
 * n8n in queue mode. As a `Host` it is all processes together: `n8n.stop()` and `n8n.kill()` end every one of them,
 * address and log are the main one's. It stays usable when a process is ended and started again.
 */
export interface QueueHost extends Host {
	/** The one that polls, answers webhooks and the editor, and hands executions out. */
	readonly main: QueueProcess;
	readonly workers: readonly WorkerProcess[];
}

/**
 * Chooses free ports, and folders within this one.
 *
 * @param environment variables for every process, besides what queue mode needs
 */
export async function chooseQueuePlaces(
	folder: string,
	servers: QueueServers,
	environment: Readonly<Record<string, string>> = {},
): Promise<QueuePlaces> {
	const shared = { ...servers.environment, N8N_ENCRYPTION_KEY: ENCRYPTION_KEY, ...environment };
	const place = async (name: string): Promise<N8nPlace> => ({
		userFolder: join(folder, name),
		port: await findFreePort(),
		brokerPort: await findFreePort(),
		environment: shared,
		preload: [MCP],
	});
	const main = await place('main');
	// Workers make addresses of webhooks too, and those are the main one's.
	const webhooks = { ...shared, N8N_WEBHOOK_URL: `http://127.0.0.1:${main.port}/` };
	const workers: N8nPlace[] = [];
	for (let number = 1; number <= WORKERS; number += 1) {
		workers.push({ ...(await place(`worker-${number}`)), environment: webhooks });
	}
	return { main, workers };
}

/** The same places with other variables, for a start after `n8n.stop()`; what n8n keeps is found again. */
export function withEnvironment(
	{ main, workers }: QueuePlaces,
	environment: Readonly<Record<string, string>>,
): QueuePlaces {
	const change = (place: N8nPlace): N8nPlace => ({
		...place,
		environment: { ...place.environment, ...environment },
	});
	return { main: change(main), workers: workers.map(change) };
}

/**
 * Starts n8n in queue mode: a main process as `startHost` does, and two workers with this package installed. They
 * find each other by the servers that the places were chosen with.
 */
export async function startQueueHost(
	installed: InstalledN8n,
	{ main: mainPlace, workers: workerPlaces }: QueuePlaces,
	ends: Ends,
	options: HostOptions = {},
): Promise<QueueHost> {
	const { signal } = options;
	// Alone at first: it makes the tables that workers need.
	const host = await startHost(installed, mainPlace, ends, options);
	const main = processOf('main', mainPlace, host.n8n, () => startN8n(installed, mainPlace, signal));
	const workers = workerPlaces.map((place, index) =>
		workerOf(`worker ${index + 1}`, place, () =>
			startWorker(installed, place, CONCURRENCY, signal),
		),
	);
	const processes = [...workers, main];
	const kill = async (): Promise<void> => {
		await Promise.all(processes.map((one) => one.kill()));
	};
	try {
		await Promise.all(workers.map((worker) => worker.start()));
		signal?.throwIfAborted();
	} catch (error) {
		await kill();
		throw error;
	}
	const n8n: RunningN8n = {
		url: host.n8n.url,
		log: host.n8n.log,
		ended: host.n8n.ended,
		// The workers first: what they run, the main one is still told of.
		async stop() {
			await Promise.all(workers.map((worker) => worker.stop()));
			await main.stop();
		},
		kill,
	};
	return { ...host, n8n, main, workers };
}

function processOf(
	name: string,
	{ userFolder }: N8nPlace,
	first: RunningN8n | null,
	startIt: () => Promise<RunningN8n>,
): QueueProcess {
	let running: RunningN8n | null = null;
	const take = (started: RunningN8n): void => {
		running = started;
		// Also one that ends by itself can be started again.
		void started.ended.then(() => {
			if (running === started) running = null;
		});
	};
	if (first) take(first);
	return {
		name,
		log: join(userFolder, 'n8n.log'),
		async start() {
			if (running === null) take(await startIt());
		},
		async stop() {
			await running?.stop();
		},
		async kill() {
			await running?.kill();
		},
	};
}

function workerOf(
	name: string,
	place: N8nPlace,
	startIt: () => Promise<RunningN8n>,
): WorkerProcess {
	const process = processOf(name, place, null, startIt);
	const idsIn = async (line: RegExp): Promise<ReadonlySet<string>> => {
		const text = await readFile(process.log, 'utf8').catch(() => '');
		return new Set([...text.matchAll(line)].map(([, id]) => id ?? ''));
	};
	return {
		...process,
		started: () => idsIn(STARTED),
		async unfinished() {
			const [finished, started] = [await idsIn(FINISHED), await idsIn(STARTED)];
			return new Set([...started].filter((id) => !finished.has(id)));
		},
	};
}
