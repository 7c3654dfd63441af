import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { BundledWorkflow } from '../n8n/importWorkflows';
import type { InstalledN8n } from '../n8n/installN8n';
import { startHost, type Ends, type Host } from '../n8n/startHost';
import { findFreePort, startN8n, type N8nPlace, type RunningN8n } from '../n8n/startN8n';

/**
 * What the harness needs of n8n, however many processes that is. `kill`, `stop` and `start` come one after the
 * other; the host that the first `start` gave answers whenever n8n runs.
 */
export interface Machine {
	/** Starts n8n, or starts it again. */
	start(): Promise<Host>;
	/**
	 * Ends it, or one of its processes, as a crash would.
	 *
	 * @param die from 0 up to 1; chooses the process where there are several
	 */
	kill(die: number): Promise<void>;
	/** Ends all of it at once, however it is. May be repeated. */
	end(): Promise<void>;
	/** Lets executions end, then ends it. */
	stop(): Promise<void>;
	/** Takes away the static data of all workflows; n8n may not run. */
	wipeStaticData(): Promise<void>;
	/** Numbers of executions so far, by n8n's word for how they ended, e.g. `crashed`. */
	executions(): Promise<ReadonlyMap<string, number>>;
	/** Seconds since executions began that have not ended, as the database says; those of a killed n8n as well. */
	running(): Promise<readonly number[]>;
}

/** Makes a machine for a shop and a target. Queue mode is another function of this shape. */
export type MachineMaker = (options: {
	readonly installed: InstalledN8n;
	/** Is made, and keeps everything. */
	readonly folder: string;
	readonly ends: Ends;
	readonly workflows: readonly BundledWorkflow[];
}) => Promise<Machine>;

/**
 * After a kill in the middle of a publication n8n waits so long, and gives up what takes longer than 0.7 of it; n8n's
 * own figure is 120, and kills should not be waited for so long.
 */
export const PUBLICATION_LEASE_SECONDS = 60;
const BUSY_TIMEOUT_MS = 10_000;

/** SQL for executions that run, as far as n8n's database knows. */
export const NOT_ENDED = `status = 'running' AND "startedAt" IS NOT NULL`;

/** One n8n process with SQLite. */
export const oneProcess: MachineMaker = async ({ installed, folder, ends, workflows }) => {
	const place: N8nPlace = {
		userFolder: join(folder, 'n8n'),
		port: await findFreePort(),
		brokerPort: await findFreePort(),
		publicationLeaseSeconds: PUBLICATION_LEASE_SECONDS,
	};
	const database = join(place.userFolder, '.n8n', 'database.sqlite');
	let host: Host | undefined;
	let running: RunningN8n | undefined;

	function ask<T>(work: (opened: DatabaseSync) => T): T {
		const opened = new DatabaseSync(database);
		try {
			opened.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
			return work(opened);
		} finally {
			opened.close();
		}
	}

	async function end(): Promise<void> {
		await running?.kill();
		running = undefined;
	}

	return {
		async start() {
			if (!host) {
				host = await startHost(installed, place, ends, { workflows });
				running = host.n8n;
			} else {
				running = await startN8n(installed, place);
			}
			return host;
		},
		kill: end,
		end,
		async stop() {
			await running?.stop();
			running = undefined;
		},
		wipeStaticData: () => {
			ask((opened) => opened.exec('UPDATE workflow_entity SET "staticData" = NULL'));
			return Promise.resolve();
		},
		executions: () => {
			const counts = new Map<string, number>();
			if (!existsSync(database)) return Promise.resolve(counts);
			const sql = 'SELECT status, count(*) AS count FROM execution_entity GROUP BY status';
			for (const row of ask((opened) => opened.prepare(sql).all())) {
				counts.set(String(row['status']), Number(row['count']));
			}
			return Promise.resolve(counts);
		},
		async running() {
			if (!existsSync(database)) return [];
			const sql = `SELECT unixepoch('now') - unixepoch(startedAt) AS age FROM execution_entity WHERE ${NOT_ENDED}`;
			const rows = await Promise.resolve().then(() => ask((opened) => opened.prepare(sql).all()));
			return rows.map((row) => Number(row['age']));
		},
	};
};
