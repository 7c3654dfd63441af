// Runs a command of this project on a machine that has nothing but Node 20 and npm: installs the
// development packages if they are missing or older than the lock, fetches Node 24 if the running one
// is older (n8n 2.40 refuses anything below 24), and starts the command under it with node_modules/.bin
// in PATH. Usage: node scripts/bootstrap.mjs <command> [arguments]. It needs nothing that is not in scripts/.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { constants, homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { waitForLock } from './lock.cjs';
import { runNpm } from './npm.cjs';
import { createProgress } from './progress.cjs';

/** The Node.js that n8n's pinned release runs on; raised together with it (test/n8n/host/package.json). */
const NODE_VERSION = '24.21.0';
const REQUIRED_MAJOR = 24;
const CACHE_VARIABLE = 'N8N_NODES_SHOPIFY_FULFILLMENT_CACHE';
/** Milliseconds since 1970, for commands that say how long everything took. */
const BEGUN_VARIABLE = 'N8N_NODES_SHOPIFY_FULFILLMENT_BEGUN';
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const begun = Date.now();
// stdout belongs to the command that was asked for.
const progress = createProgress(process.stderr);
const { say } = progress;

/** Where downloads live between runs: outside the tree, so that a clean checkout finds them again. */
function cacheFolder() {
	if (process.env[CACHE_VARIABLE]) return resolve(process.env[CACHE_VARIABLE]);
	const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	return join(base, 'n8n-nodes-shopify-fulfillment');
}

/** Installs the development packages unless the installed ones are those of the lock. */
async function installPackages(cache, signal) {
	const wanted = hash(readFileSync(join(root, 'package-lock.json')));
	if (arePackagesThere(wanted)) return;
	// Not in node_modules, which npm empties.
	const lock = join(cache, `packages-${hash(root).slice(0, 8)}.lock`);
	const onWait = (pid) => say(`Waiting for process ${pid}, which installs …`);
	const release = await waitForLock(lock, onWait, signal);
	try {
		if (arePackagesThere(wanted)) return;
		const what = 'Installing the development packages (1 to 3 minutes, about 1 GB)';
		await progress.step(what, () =>
			runNpm(['ci', '--ignore-scripts'], {
				cwd: root,
				what: 'Installing the development packages',
				signal,
			}),
		);
		writeFileSync(stampOf('.bootstrap'), wanted);
	} finally {
		release();
	}
}

/** npm writes its own list last, so an install that was cut off does not count. */
function arePackagesThere(wanted) {
	if (!existsSync(stampOf('.package-lock.json'))) return false;
	// A checkout gives the lock a new time without changing it, hence the hash first.
	const stamp = stampOf('.bootstrap');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
	const timeOf = (file) => statSync(file).mtimeMs;
	return timeOf(stampOf('.package-lock.json')) >= timeOf(join(root, 'package-lock.json'));
}

function stampOf(name) {
	return join(root, 'node_modules', name);
}

function hash(text) {
	return createHash('sha256').update(text).digest('hex');
}

/** Path of a Node.js of at least the required major; downloads it once, whole or not at all. */
async function findNode(cache, signal) {
	if (Number(process.versions.node.split('.')[0]) >= REQUIRED_MAJOR) return process.execPath;
	const platform = process.platform === 'win32' ? 'win' : process.platform;
	const name = `node-${platform}-${process.arch}`;
	const folder = join(cache, `${name}-${NODE_VERSION}`);
	const binary = process.platform === 'win32' ? 'node.exe' : 'node';
	const node = join(folder, 'node_modules', name, 'bin', binary);
	if (existsSync(node)) return node;

	const onWait = (pid) => say(`Waiting for process ${pid}, which fetches Node ${NODE_VERSION} …`);
	const release = await waitForLock(`${folder}.lock`, onWait, signal);
	const partial = `${folder}.partial`;
	try {
		if (existsSync(node)) return node;
		rmSync(partial, { recursive: true, force: true });
		mkdirSync(partial, { recursive: true });
		writeFileSync(join(partial, 'package.json'), '{"private":true}\n');
		const what = `Fetching Node ${NODE_VERSION} (about 120 MB; this machine has ${process.version})`;
		await progress.step(what, () =>
			runNpm(['install', '--ignore-scripts', `${name}@${NODE_VERSION}`], {
				cwd: partial,
				what: `Fetching Node ${NODE_VERSION} as ${name}`,
				signal,
			}),
		);
		rmSync(folder, { recursive: true, force: true });
		renameSync(partial, folder);
	} catch (error) {
		signal.throwIfAborted();
		throw new Error(`${error.message}\nOr install Node ${REQUIRED_MAJOR} yourself.`);
	} finally {
		rmSync(partial, { recursive: true, force: true });
		release();
	}
	return node;
}

/** Runs the command to its end and ends as it did; Ctrl-C and kill reach it and it decides. */
function run(node, cache, [command, ...args]) {
	const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(
		delimiter,
	);
	const env = { ...process.env, PATH: path, [CACHE_VARIABLE]: cache, [BEGUN_VARIABLE]: begun };
	const child = spawn(command, args, {
		cwd: root,
		env,
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	child.on('error', (error) => {
		say(`${command} could not be started: ${error.message}`);
		process.exit(127);
	});
	child.on('exit', (code, signal) =>
		process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)),
	);
	return child;
}

if (process.argv.length < 3) {
	say('Usage: node scripts/bootstrap.mjs <command> [arguments]');
	process.exit(2);
}
let child;
const ending = new AbortController();
function end(signal) {
	if (child) child.kill(signal);
	else ending.abort(new Error('Ended. The next start begins what is unfinished afresh.'));
}
// A terminal sends Ctrl-C to the whole group itself; only other signals are passed on.
process.on('SIGINT', () => child ?? end('SIGINT'));
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal));
// npm passes SIGTERM on to its shell alone, which ends and tells nobody.
if (process.env.npm_lifecycle_event && process.platform !== 'win32') {
	const shell = process.ppid;
	const look = setInterval(() => {
		if (process.ppid === shell) return;
		clearInterval(look);
		end('SIGTERM');
	}, 500);
	look.unref();
}
try {
	const cache = cacheFolder();
	await installPackages(cache, ending.signal);
	const node = await findNode(cache, ending.signal);
	ending.signal.throwIfAborted();
	child = run(node, cache, process.argv.slice(2));
} catch (error) {
	say(error.message);
	process.exit(1);
}
