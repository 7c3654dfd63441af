import { execFile, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { canInstallPackages, installPackages, isProgram } from './aptGet';
import { findFreePort } from './startN8n';

const run = promisify(execFile);

const REDIS = { name: 'Redis', package: 'redis-server' };
const POSTGRES = { name: 'PostgreSQL', package: 'postgresql' };
/** Where Debian puts the programs of each release of PostgreSQL, which are not in PATH. */
const POSTGRES_RELEASES = '/usr/lib/postgresql';
const POSTGRES_PROGRAMS = ['initdb', 'postgres', 'psql'];
/** The user that Debian's package makes. */
const POSTGRES_USER = 'postgres';
/** User of the database, who may do everything in it. */
const DATABASE_USER = 'n8n';
const DATABASE = 'postgres';
const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 20_000;

/**
 * Starts a program and ends it as soon as this process is gone, however it went: its standard input, which this
 * process holds, is then at its end. What runs in the background of a shell does not hear Ctrl-C.
 */
const WITH_PARENT = '"$@" & child=$!; cat >/dev/null; kill -INT $child; wait $child';

/** Where the programs are. */
interface Programs {
	readonly redis: string;
	/** A folder of POSTGRES_PROGRAMS. */
	readonly postgres: string;
}

/** Redis and PostgreSQL for one n8n in queue mode. */
export interface QueueServers {
	/** What every process of n8n needs in its environment to find both. */
	readonly environment: Readonly<Record<string, string>>;
	/** What both are, e.g. `PostgreSQL 15.18, Redis 7.0.15`. */
	readonly versions: string;
	/** Asks the database; gives the rows as lines, their columns divided by `|`. */
	query(sql: string): Promise<readonly string[]>;
	/** Ends both and deletes what they kept. May be repeated. */
	stop(): Promise<void>;
}

/**
 * Starts Redis and PostgreSQL on free ports of loopback, in a temporary folder of their own. They are Debian's
 * packages: on Debian or Ubuntu, as root, they are installed with apt-get if they are missing; elsewhere this fails
 * with a sentence that says what to install. Both end with this process, however that ends.
 *
 * @param say receives a line of progress now and then
 */
export async function startQueueServers(say: (line: string) => void): Promise<QueueServers> {
	const programs = await findOrInstall(say);
	const owner = await databaseOwner();
	const folder = await mkdtemp(join(tmpdir(), 'shopify-fulfillment-queue-'));
	const servers: Server[] = [];
	const stop = async (): Promise<void> => {
		await Promise.all(servers.map((server) => server.stop()));
		await rm(folder, { recursive: true, force: true });
	};
	try {
		// PostgreSQL, which does not run as root, must get through to its own folder.
		await chmod(folder, 0o755);
		const redis = await startRedis(programs.redis, folder);
		servers.push(redis);
		const postgres = await startPostgres(programs.postgres, folder, owner);
		servers.push(postgres);
		await redis.ready();
		await postgres.ready();
		const ask = (sql: string): Promise<readonly string[]> =>
			query(programs.postgres, postgres.port, sql);
		const [version = ''] = await ask('show server_version');
		const { stdout } = await run(programs.redis, ['--version']);
		return {
			environment: {
				EXECUTIONS_MODE: 'queue',
				QUEUE_BULL_REDIS_HOST: '127.0.0.1',
				QUEUE_BULL_REDIS_PORT: String(redis.port),
				DB_TYPE: 'postgresdb',
				DB_POSTGRESDB_HOST: '127.0.0.1',
				DB_POSTGRESDB_PORT: String(postgres.port),
				DB_POSTGRESDB_DATABASE: DATABASE,
				DB_POSTGRESDB_USER: DATABASE_USER,
				DB_POSTGRESDB_PASSWORD: '',
			},
			versions: `PostgreSQL ${version.split(' ')[0] ?? ''}, Redis ${/v=([\d.]+)/.exec(stdout)?.[1] ?? ''}`,
			query: ask,
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

async function findOrInstall(say: (line: string) => void): Promise<Programs> {
	const [redis, postgres] = [await findRedis(), await findPostgres()];
	if (redis !== null && postgres !== null) return { redis, postgres };
	const missing = [...(redis === null ? [REDIS] : []), ...(postgres === null ? [POSTGRES] : [])];
	const packages = missing.map((one) => one.package);
	const problem = `${missing.map(({ name }) => name).join(' and ')} not found. Install what is missing (Debian: \`apt-get install ${packages.join(' ')}\`), and start this again.`;
	if (!(await canInstallPackages())) throw new Error(problem);
	say(`Installing ${packages.join(' and ')} with apt-get (about a minute, once) …`);
	await installPackages(packages, say);
	const installed = { redis: await findRedis(), postgres: await findPostgres() };
	if (installed.redis === null || installed.postgres === null) throw new Error(problem);
	return { redis: installed.redis, postgres: installed.postgres };
}

async function findRedis(): Promise<string | null> {
	for (const folder of ['/usr/bin', ...pathFolders()]) {
		const program = join(folder, 'redis-server');
		if (await isProgram(program)) return program;
	}
	return null;
}

/** The newest release whose server is installed: its client alone may be there too. */
async function findPostgres(): Promise<string | null> {
	const releases = await readdir(POSTGRES_RELEASES).catch(() => []);
	const newestFirst = [...releases].sort((one, other) => Number(other) - Number(one));
	const folders = newestFirst.map((release) => join(POSTGRES_RELEASES, release, 'bin'));
	for (const folder of [...folders, ...pathFolders()]) {
		const programs = POSTGRES_PROGRAMS.map((name) => isProgram(join(folder, name)));
		if (!(await Promise.all(programs)).includes(false)) return folder;
	}
	return null;
}

function pathFolders(): readonly string[] {
	return (process.env['PATH'] ?? '').split(delimiter);
}

/** Numbers of a user and a group. */
interface Owner {
	readonly uid: number;
	readonly gid: number;
}

/** Who PostgreSQL runs as if this process is root's; undefined for the same user. */
async function databaseOwner(): Promise<Owner | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const number = async (option: string): Promise<number> =>
		Number((await run('id', [option, POSTGRES_USER])).stdout);
	return { uid: await number('-u'), gid: await number('-g') };
}

/** A program that listens. */
interface Server {
	readonly port: number;
	/** Waits until it answers; fails with the end of its log if it does not. */
	ready(): Promise<void>;
	stop(): Promise<void>;
}

async function startRedis(program: string, folder: string): Promise<Server> {
	const port = await findFreePort();
	const nothingKept = ['--save', '', '--appendonly', 'no'];
	const where = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
	const log = join(folder, 'redis.log');
	return serve({
		command: [program, ...where, ...nothingKept],
		log,
		port,
		answers: async () => (await readFile(log, 'utf8')).includes('Ready to accept connections'),
	});
}

async function startPostgres(
	programs: string,
	folder: string,
	owner: Owner | undefined,
): Promise<Server> {
	const port = await findFreePort();
	const data = join(folder, 'postgres');
	await mkdir(data, { mode: 0o700 });
	if (owner) await chown(data, owner.uid, owner.gid);
	const who = ['-U', DATABASE_USER, '--auth=trust'];
	const how = ['--encoding=UTF8', '--locale=C', '--no-sync'];
	const asOwner = { ...owner, cwd: data };
	await run(join(programs, 'initdb'), ['-D', data, ...who, ...how], asOwner);
	const loopback = ['listen_addresses=127.0.0.1', 'unix_socket_directories='];
	// Nothing of it is to outlive the machine.
	const settings = [...loopback, 'fsync=off'].flatMap((setting) => ['-c', setting]);
	return serve({
		command: [join(programs, 'postgres'), '-D', data, '-p', String(port), ...settings],
		log: join(folder, 'postgres.log'),
		port,
		answers: () => query(programs, port, 'select 1').then(() => true),
		...(owner && { owner }),
	});
}

function serve({
	command,
	log,
	port,
	answers,
	owner,
}: {
	readonly command: readonly string[];
	readonly log: string;
	readonly port: number;
	readonly answers: () => Promise<boolean>;
	readonly owner?: Owner;
}): Server {
	const output = openSync(log, 'a');
	const child = spawn('/bin/sh', ['-c', WITH_PARENT, 'sh', ...command], {
		...owner,
		// A group of its own: Ctrl-C ends n8n first, which still needs it.
		detached: true,
		cwd: '/',
		stdio: ['pipe', output, output],
	});
	closeSync(output);
	const ended = new Promise<void>((resolve) => {
		child.on('exit', () => resolve());
		child.on('error', () => resolve());
	});
	// Its end is the sign to go.
	child.stdin?.on('error', () => undefined);
	return {
		port,
		async ready() {
			const deadline = Date.now() + READY_WITHIN_MS;
			while (!(await answers().catch(() => false))) {
				if (Date.now() > deadline) {
					const end = (await readFile(log, 'utf8')).slice(-2000);
					throw new Error(`${command[0] ?? ''} did not start. The end of its log:\n${end}`);
				}
				await delay(100);
			}
		},
		async stop() {
			child.stdin?.end();
			await Promise.race([ended, delay(STOP_WITHIN_MS, undefined, { ref: false })]);
			try {
				if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
			} catch {
				// Nobody is left.
			}
		},
	};
}

async function query(programs: string, port: number, sql: string): Promise<readonly string[]> {
	const where = ['-h', '127.0.0.1', '-p', String(port), '-U', DATABASE_USER, '-d', DATABASE];
	const plain = ['--no-psqlrc', '--tuples-only', '--no-align', '-v', 'ON_ERROR_STOP=1'];
	const { stdout } = await run(join(programs, 'psql'), [...where, ...plain, '-c', sql]);
	return stdout.split('\n').filter((line) => line !== '');
}
