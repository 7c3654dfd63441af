// Runs a command of this project on a machine that has nothing but Node 20 and npm: installs the
// development packages if they are missing or older than the lock, fetches Node 24 if the running one
// is older (n8n 2.40 refuses anything below 24), and starts the command under it with node_modules/.bin
// in PATH. Usage: node scripts/bootstrap.mjs <command> [arguments]. It has no dependencies of its own.
import { execFileSync, spawn } from 'node:child_process';
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

/** The Node.js that n8n's pinned release runs on; raised together with it (test/n8n/n8nVersion.ts). */
const NODE_VERSION = '24.21.0';
const REQUIRED_MAJOR = 24;
const CACHE_VARIABLE = 'N8N_NODES_SHOPIFY_FULFILLMENT_CACHE';
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const say = (line) => process.stderr.write(`${line}\n`);

/** Where downloads live between runs: outside the tree, so that a clean checkout finds them again. */
function cacheFolder() {
	if (process.env[CACHE_VARIABLE]) return resolve(process.env[CACHE_VARIABLE]);
	const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	return join(base, 'n8n-nodes-shopify-fulfillment');
}

/** Runs npm with the running Node; npm's own script is known when npm started this file. */
function npm(args, cwd) {
	const script = process.env.npm_execpath;
	const [command, first] = script?.endsWith('.js')
		? [process.execPath, [script]]
		: [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
	// Everything npm prints goes to stderr: stdout belongs to the command that was asked for.
	const options = { cwd, stdio: ['ignore', 2, 2], shell: command.endsWith('.cmd') };
	execFileSync(command, [...first, ...args], options);
}

/** Installs the development packages unless the installed ones are those of the lock. */
function installPackages() {
	const lock = join(root, 'package-lock.json');
	const installed = join(root, 'node_modules', '.package-lock.json');
	const stamp = join(root, 'node_modules', '.bootstrap');
	const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
	if (existsSync(installed)) {
		// A checkout gives the lock a new time without changing it, hence the hash first.
		if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
		if (statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
	}
	say('Installing the development packages (1 to 3 minutes, about 1 GB) …');
	npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], root);
	writeFileSync(stamp, wanted);
}

/** Path of a Node.js of at least the required major; downloads it once, whole or not at all. */
function findNode(cache) {
	if (Number(process.versions.node.split('.')[0]) >= REQUIRED_MAJOR) return process.execPath;
	const platform = process.platform === 'win32' ? 'win' : process.platform;
	const name = `node-${platform}-${process.arch}`;
	const folder = join(cache, `${name}-${NODE_VERSION}`);
	const binary = process.platform === 'win32' ? 'node.exe' : 'node';
	const node = join(folder, 'node_modules', name, 'bin', binary);
	if (existsSync(node)) return node;

	say(
		`Fetching Node ${NODE_VERSION} into ${folder} (about 120 MB; this machine has ${process.version}) …`,
	);
	const partial = `${folder}.partial-${process.pid}`;
	mkdirSync(partial, { recursive: true });
	try {
		writeFileSync(join(partial, 'package.json'), '{"private":true}\n');
		npm(
			[
				'install',
				'--ignore-scripts',
				'--no-audit',
				'--no-fund',
				'--loglevel=error',
				`${name}@${NODE_VERSION}`,
			],
			partial,
		);
		if (!existsSync(folder)) renameSync(partial, folder);
	} catch (error) {
		throw new Error(
			`Node ${NODE_VERSION} could not be fetched as ${name} (${error.message}). Install Node 24 and run the command again.`,
		);
	} finally {
		rmSync(partial, { recursive: true, force: true });
	}
	execFileSync(node, ['--version'], { stdio: 'ignore' });
	return node;
}

/** Runs the command to its end and ends as it did; Ctrl-C and kill reach it and it decides. */
function run(node, cache, [command, ...args]) {
	const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(
		delimiter,
	);
	const env = { ...process.env, PATH: path, [CACHE_VARIABLE]: cache };
	const child = spawn(command, args, {
		cwd: root,
		env,
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	// A terminal sends Ctrl-C to the whole group itself; only a signal sent to this process is passed on.
	process.on('SIGINT', () => undefined);
	for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
	child.on('error', (error) => {
		say(`${command} could not be started: ${error.message}`);
		process.exit(127);
	});
	child.on('exit', (code, signal) =>
		process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)),
	);
}

if (process.argv.length < 3) {
	say('Usage: node scripts/bootstrap.mjs <command> [arguments]');
	process.exit(2);
}
try {
	const cache = cacheFolder();
	installPackages();
	run(findNode(cache), cache, process.argv.slice(2));
} catch (error) {
	say(error.message);
	process.exit(1);
}
