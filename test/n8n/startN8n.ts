import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { packPackage } from '../package/packPackage';
import type { InstalledN8n } from './installN8n';

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
}

/** A running n8n. */
export interface RunningN8n {
	readonly url: string;
	/** What n8n writes, of all starts in this folder. */
	readonly log: string;
	/** Settles when the process has ended, for whatever reason. */
	readonly ended: Promise<void>;
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
 */
export async function startN8n(installed: InstalledN8n, place: N8nPlace): Promise<RunningN8n> {
	const url = `http://127.0.0.1:${place.port}`;
	const log = join(place.userFolder, 'n8n.log');
	const name = 'n8n-nodes-shopify-fulfillment';
	await packPackage(join(place.userFolder, '.n8n', 'nodes', 'node_modules', name));
	await mkdir(place.userFolder, { recursive: true });

	const output = openSync(log, 'a');
	const child = spawn(process.execPath, [installed.binary, 'start'], {
		cwd: place.userFolder,
		env: environment(place, url),
		stdio: ['ignore', output, output],
		// A group of its own: Ctrl-C then reaches the launcher alone, which stops n8n in its order.
		detached: true,
	});
	closeSync(output);
	let running = true;
	const ended = new Promise<void>((resolve) => {
		const end = (): void => {
			running = false;
			resolve();
		};
		child.on('exit', end);
		child.on('error', end);
	});
	// Whatever ends the launcher without asking, n8n does not outlive it.
	const killWithParent = (): void => void child.kill('SIGKILL');
	process.once('exit', killWithParent);
	void ended.then(() => process.removeListener('exit', killWithParent));

	const kill = async (): Promise<void> => {
		if (running) child.kill('SIGKILL');
		await ended;
	};
	const stop = async (): Promise<void> => {
		if (running) child.kill('SIGTERM');
		const late = delay(STOP_WITHIN_MS, undefined, { ref: false });
		await Promise.race([ended, late]);
		await kill();
	};

	const deadline = Date.now() + READY_WITHIN_MS;
	while (!(await answers(`${url}/healthz/readiness`))) {
		if (!isRunning() || Date.now() > deadline) {
			await kill();
			throw new Error(
				`n8n did not start. The end of ${log}:\n${(await readFile(log, 'utf8')).slice(-3000)}`,
			);
		}
		await delay(200);
	}
	return { url, log, ended, stop, kill };

	/** Read through a function: the compiler does not see that a listener changes it. */
	function isRunning(): boolean {
		return running;
	}
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

/** Settings of n8n (2.40): loopback only, and nothing asked of n8n's own servers. */
function environment(place: N8nPlace, url: string): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(
		([name]) => !/^(N8N_|npm_|NODE_OPTIONS$)/.test(name),
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
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_DISABLED_MODULES: 'mcp-registry',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		// A workflow whose publication was cut off by a kill is taken up again after this, not after two minutes.
		N8N_WORKFLOW_PUBLICATION_OUTBOX_LEASE_SECONDS: '3',
		N8N_LOG_LEVEL: 'info',
		GENERIC_TIMEZONE: 'UTC',
	};
}
