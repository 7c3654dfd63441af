import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { waitForLock } from '../../scripts/lock.cjs';
import { runNpm } from '../../scripts/npm.cjs';
import { createProgress, type Progress } from '../../scripts/progress.cjs';

const HOST_TEMPLATE = join(__dirname, 'host');

/** A pinned n8n on disk, ready to be started. */
export interface InstalledN8n {
	/** Release, e.g. `2.40.7`. */
	readonly version: string;
	/** The script that Node starts. */
	readonly binary: string;
}

/**
 * The folder outside the tree in which downloads live between runs; `scripts/bootstrap.mjs` chooses it
 * and starts everything that needs it.
 */
export function cacheFolder(): string {
	const folder = process.env['N8N_NODES_SHOPIFY_FULFILLMENT_CACHE'];
	if (!folder)
		throw new Error('The cache folder is unknown: start this with npm, see package.json');
	return folder;
}

/**
 * Installs the n8n named in `host/package.json` into the cache, unless it is there already.
 *
 * The install leaves out optional packages and replaces large ones that no order workflow loads, and
 * runs no install script but that of sqlite3, which n8n cannot start without. It may be repeated, also by
 * two processes at once: the folder gets its name when all is in it, and what was cut off is begun
 * afresh. Takes 3 to 5 minutes and 2 GB. Fails in words that say what could not be fetched or made.
 */
export async function installN8n(
	{ say, step }: Progress = createProgress(process.stdout),
	signal?: AbortSignal,
): Promise<InstalledN8n> {
	const manifest = await readFile(join(HOST_TEMPLATE, 'package.json'), 'utf8');
	const version = readVersion(manifest);
	const key = createHash('sha256')
		.update(await readTemplate())
		.digest('hex')
		.slice(0, 8);
	const folder = join(cacheFolder(), `n8n-${version}-${key}`);
	const binary = join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
	const mark = join(folder, 'complete');
	if (existsSync(mark)) return { version, binary };

	const onWait = (pid: number): void =>
		say(`Waiting for process ${pid}, which installs n8n ${version} …`);
	const release = await waitForLock(`${folder}.lock`, onWait, signal);
	try {
		if (existsSync(mark)) return { version, binary };
		const partial = await mkdtemp(await emptied(`${folder}.partial`));
		await cp(HOST_TEMPLATE, partial, { recursive: true });
		const npm = (what: string, args: readonly string[]): Promise<void> =>
			runNpm(args, { cwd: partial, what, ...(signal && { signal }) });
		const lean = ['--ignore-scripts', '--omit=optional', '--omit=dev'];
		await step(`Fetching n8n ${version} into ${folder} (2 to 4 minutes, 2 GB, once)`, () =>
			npm(`Fetching n8n ${version}`, ['install', ...lean]),
		);
		await step('Making sqlite3 for this machine (1 minute, once)', () =>
			npm('Making sqlite3', ['rebuild', 'sqlite3']),
		);
		await writeFile(join(partial, 'complete'), `${new Date().toISOString()} ${process.version}\n`);
		await rm(folder, { recursive: true, force: true });
		await rename(partial, folder);
	} finally {
		release();
	}
	return { version, binary };
}

/**
 * A folder without what an earlier install left there when it was cut off. The install then works in a
 * folder of a new name, because a killed one may have left an npm behind that still writes.
 */
async function emptied(folder: string): Promise<string> {
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	return join(folder, 'n8n-');
}

function readVersion(manifest: string): string {
	const { dependencies } = JSON.parse(manifest) as { dependencies: { n8n: string } };
	return dependencies.n8n;
}

/** Everything that decides what is installed, so that a change of it begins a new folder. */
async function readTemplate(): Promise<string> {
	const names = (await readdir(HOST_TEMPLATE, { recursive: true })).sort();
	const texts = names
		.filter((name) => /\.(json|js)$/.test(name))
		.map(async (name) => `${name}\n${await readFile(join(HOST_TEMPLATE, name), 'utf8')}`);
	return (await Promise.all(texts)).join('\n');
}
