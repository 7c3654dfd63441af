import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive, markOf } from '../../scripts/lock.cjs';
import { packPackage } from '../package/packPackage';
import { fingerprintFiles } from './fingerprintFiles';
import type { InstalledN8n } from './installN8n';

const PACKAGE = 'n8n-nodes-shopify-fulfillment';
/** What the tarball is made of, in the project's folder. */
const PUBLISHED = ['dist', 'package.json', 'README.md', 'LICENSE.md', 'CHANGELOG.md'];
const GUARD = join(__dirname, 'guardN8n.cjs');
const WINDOWS = process.platform === 'win32';
const READY_WITHIN_MS = 180_000;
/** n8n gives its executions 30 s to end by default; none of ours takes that long. */
const STOP_WITHIN_MS = 35_000;

/** Where one n8n lives and listens. */
export interface N8nPlace {
	/** Keeps database, key and installed package; the same folder again is the same n8n again. */
	readonly userFolder: string;
	readonly port: number;
	/** Of the task runner's broker; two n8n on one machine need two. */
	readonly brokerPort: number;
	/**
	 * Seconds after which a publication that a kill cut off is taken up again, where n8n waits two minutes;
	 * default 20. One that takes longer than 0.7 of it n8n gives up until its next start, so it must leave a
	 * slow machine time for the first poll.
	 */
	readonly publicationLeaseSeconds?: number;
	/** Variables besides those that every n8n here has, or in their place. */
	readonly environment?: Readonly<Record<string, string>>;
	/** Files that are loaded into it before n8n itself. */
	readonly preload?: readonly string[];
}

/** A running n8n. */
export interface RunningN8n {
	readonly url: string;
	/** What n8n writes, of all starts in this folder. */
	readonly log: string;
	/** Settles when the process has ended, for whatever reason; gives the signal that ended it, if one did. */
	readonly ended: Promise<NodeJS.Signals | null>;
	/** Lets executions end, then ends the process. May be repeated. */
	stop(): Promise<void>;
	/** Ends the process at once, as a crash would. May be repeated. */
	kill(): Promise<void>;
}

/**
 * Starts n8n with this package installed, and waits until it answers.
 *
 * The package is unpacked from its tarball to where n8n keeps community packages, so that node types
 * have the names that bundled workflows use. Fails with the end of n8n's log if it does not come up.
 * n8n and its task runner end with this process, however that ends; if they did not, the next start in
 * the folder ends them first, because two n8n on one database would damage it.
 */
export async function startN8n(
	installed: InstalledN8n,
	place: N8nPlace,
	signal?: AbortSignal,
): Promise<RunningN8n> {
	return launch(installed, place, ['start'], signal);
}

/**
 * The same for a worker of n8n's queue mode, which takes executions from a main one: the place names what connects
 * the two (`environment`), and its port is that of the worker's health check.
 */
export async function startWorker(
	installed: InstalledN8n,
	place: N8nPlace,
	concurrency: number,
	signal?: AbortSignal,
): Promise<RunningN8n> {
	const environment = {
		...place.environment,
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(place.port),
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
	};
	const command = ['worker', `--concurrency=${concurrency}`];
	return launch(installed, { ...place, environment }, command, signal);
}

async function launch(
	installed: InstalledN8n,
	place: N8nPlace,
	command: readonly string[],
	signal: AbortSignal | undefined,
): Promise<RunningN8n> {
	const url = `http://127.0.0.1:${place.port}`;
	const log = join(place.userFolder, 'n8n.log');
	await mkdir(place.userFolder, { recursive: true });
	const markFile = join(place.userFolder, 'n8n.pid');
	await endEarlier(markFile);
	await installPackage(place.userFolder);
	signal?.throwIfAborted();

	const preloaded = [GUARD, ...(place.preload ?? [])].flatMap((file) => ['--require', file]);
	const output = openSync(log, 'a');
	const child = spawn(process.execPath, [...preloaded, installed.binary, ...command], {
		cwd: place.userFolder,
		env: environment(place, url),
		// The last one is the guard's: it closes when this process ends.
		stdio: ['ignore', output, output, 'pipe'],
		// A group of its own: Ctrl-C then reaches the launcher alone, which stops n8n in its order, and
		// the task runner that n8n starts can be ended together with it.
		detached: !WINDOWS,
	});
	closeSync(output);
	let running = true;
	const ended = new Promise<NodeJS.Signals | null>((resolve) => {
		const end = (by: NodeJS.Signals | null): void => {
			running = false;
			// The task runner of an n8n that was killed would stay.
			killGroup(child.pid);
			resolve(by);
		};
		child.on('exit', (_code, by) => end(by));
		child.on('error', () => end(null));
	});
	// An orderly end of the launcher that forgot n8n; the guard sees to every other one.
	const killWithParent = (): void => killGroup(child.pid);
	process.once('exit', killWithParent);
	void ended.then(() => process.removeListener('exit', killWithParent));
	if (child.pid !== undefined) await writeFile(markFile, markOf(child.pid));

	const kill = async (): Promise<void> => {
		if (running) killGroup(child.pid);
		await ended;
	};
	const stop = async (): Promise<void> => {
		if (running) child.kill('SIGTERM');
		const late = delay(STOP_WITHIN_MS, undefined, { ref: false });
		await Promise.race([ended, late]);
		await kill();
		await rm(markFile, { force: true });
	};

	const deadline = Date.now() + READY_WITHIN_MS;
	while (!(await answers(`${url}/healthz/readiness`))) {
		if (!isRunning() || Date.now() > deadline || signal?.aborted) {
			// In the middle of its migrations n8n ends more tidily when it is asked.
			await (signal?.aborted ? stop() : kill());
			signal?.throwIfAborted();
			throw new Error(
				`n8n did not start. The end of ${log}:\n${(await readFile(log, 'utf8')).slice(-3000)}`,
			);
		}
		await delay(100);
	}
	return { url, log, ended, stop, kill };

	/** Read through a function: the compiler does not see that a listener changes it. */
	function isRunning(): boolean {
		return running;
	}
}

/** Ends a process and those that it started; does nothing if they have ended. */
function killGroup(pid: number | undefined): void {
	if (pid === undefined) return;
	try {
		process.kill(WINDOWS ? pid : -pid, 'SIGKILL');
	} catch {
		// Nobody is left.
	}
}

/** Ends the n8n that an earlier process left running in the folder, if there is one. */
async function endEarlier(markFile: string): Promise<void> {
	const mark = await readFile(markFile, 'utf8').catch(() => '');
	while (isAlive(mark)) {
		killGroup(Number.parseInt(mark, 10));
		await delay(100);
	}
}

/** Puts this package where n8n looks for it, unless exactly this is there from an earlier start. */
async function installPackage(userFolder: string): Promise<void> {
	const stamp = join(userFolder, 'package.stamp');
	const wanted = await fingerprintFiles(PUBLISHED);
	if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return;
	await rm(stamp, { force: true });
	await packPackage(join(userFolder, '.n8n', 'nodes', 'node_modules', PACKAGE));
	await writeFile(stamp, wanted);
}

/** Finds a port of loopback that is free now. */
export async function findFreePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', resolve);
	});
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

async function answers(url: string): Promise<boolean> {
	try {
		return (await fetch(url)).ok;
	} catch {
		return false;
	}
}

/**
 * Settings of n8n (2.40): loopback only, and nothing asked of n8n's own servers. A shop's secrets among the
 * launcher's variables are not for the workflows that people write there.
 */
function environment(place: N8nPlace, url: string): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(
		([name]) => !/^(N8N_|DB_|QUEUE_|EXECUTIONS_|npm_|SHOPIFY_|NODE_OPTIONS$)/.test(name),
	);
	return {
		...Object.fromEntries(inherited),
		// n8n keeps a cache of its pages in the home folder.
		HOME: place.userFolder,
		N8N_USER_FOLDER: place.userFolder,
		N8N_PORT: String(place.port),
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_RUNNERS_BROKER_PORT: String(place.brokerPort),
		N8N_WEBHOOK_URL: `${url}/`,
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		// Its list of packages; this package is loaded all the same.
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		// What no order workflow needs; without it n8n starts a fifth sooner.
		N8N_DISABLED_MODULES: 'mcp-registry,mcp,instance-ai,chat-hub,workflow-builder',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_WORKFLOW_PUBLICATION_OUTBOX_LEASE_SECONDS: String(place.publicationLeaseSeconds ?? 20),
		N8N_WORKFLOW_PUBLICATION_OUTBOX_POLL_INTERVAL_MS: '1000',
		N8N_LOG_LEVEL: 'info',
		GENERIC_TIMEZONE: 'UTC',
		...place.environment,
	};
}
