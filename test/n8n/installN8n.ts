import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const HOST_TEMPLATE = join(__dirname, 'host');
const PROGRESS_EVERY_MS = 15_000;

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
 * runs no install script but that of sqlite3, which n8n cannot start without. It may be repeated: a mark
 * is written last, and a folder without one is begun afresh. Takes 3 to 5 minutes and 2 GB.
 *
 * @param say receives a line of progress now and then
 */
export async function installN8n(say: (line: string) => void): Promise<InstalledN8n> {
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

	say(`Installing n8n ${version} into ${folder} (3 to 5 minutes, 2 GB, once) …`);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await cp(HOST_TEMPLATE, folder, { recursive: true });
	const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
	const lean = ['--ignore-scripts', '--omit=optional', '--omit=dev'];
	await runNpm(['install', ...lean, ...quiet], folder, 'n8n', say);
	await runNpm(['rebuild', 'sqlite3', ...quiet], folder, 'sqlite3 for this machine', say);
	await writeFile(mark, `${new Date().toISOString()} ${process.version}\n`);
	return { version, binary };
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

/** Runs npm under the running Node, and tells every few seconds that it is still at work. */
async function runNpm(
	args: readonly string[],
	folder: string,
	what: string,
	say: (line: string) => void,
): Promise<void> {
	const script = process.env['npm_execpath'];
	const [command, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
	const begun = Date.now();
	const seconds = (): string => `${Math.round((Date.now() - begun) / 1000)} s`;
	const timer = setInterval(() => say(`  ${what}: ${seconds()}`), PROGRESS_EVERY_MS);
	let output = '';
	try {
		const code = await new Promise<number | null>((resolve, reject) => {
			const child = spawn(command, [...first, ...args], {
				cwd: folder,
				stdio: ['ignore', 'pipe', 'pipe'],
			});
			const keep = (text: Buffer): void => {
				output = (output + text.toString()).slice(-4000);
			};
			child.stdout.on('data', keep);
			child.stderr.on('data', keep);
			child.on('error', reject);
			child.on('exit', resolve);
		});
		if (code !== 0) throw new Error(`npm ${args[0] ?? ''} of ${what} failed:\n${output}`);
	} finally {
		clearInterval(timer);
	}
	say(`  ${what}: done in ${seconds()}`);
}
