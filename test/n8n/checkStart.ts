import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive } from '../../scripts/lock.cjs';
import type { WarehouseOrderView, WarehouseView } from '../page/contract';
import type { Check } from './checks';
import { choosePorts } from './choosePorts';
import { serveDemoShop } from './demoShop';
import { findFreePort } from './startN8n';

const ROOT = join(__dirname, '..', '..');
const READY_WITHIN_MS = 240_000;
/** n8n polls every minute. */
const ARRIVES_WITHIN_MS = 120_000;
const ENDS_WITHIN_MS = 60_000;

/**
 * `npm start` as a person uses it: begun in an empty folder, an order placed and shipped, a shelf counted, ended by Ctrl-C, begun again, ended by
 * a signal, and with a shop of one's own. Nothing may be left running, and nothing arrives twice. Needs n8n in
 * the cache, takes 3 to 4 minutes, and prints how long the starts took.
 */
export async function checkStart(check: Check): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'shopify-fulfillment-start-'));
	try {
		await checkDemo(folder, check);
		await checkOwnShop(join(folder, 'own'), check);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function checkDemo(folder: string, check: Check): Promise<void> {
	const args = ['--folder', folder, '--orders', '0', '--port', String(await findFreePorts())];
	const first = run('npm', ['start', '--', ...args]);
	const { shop, warehouse } = await readyPlaces(first, 'npm start, the first time');
	const second = run('npm', ['start', '--', ...args]);
	check('a second npm start in the same folder is refused', 1, await second.ended());
	check('and says why', true, second.output().includes('is running already'));

	const placed = await postJson<{ name: string }>(`${shop}demo/orders`);
	const arrived = await first.waitFor(
		new RegExp(`${placed.name} \\(WH-\\d+\\) arrived, [\\d.]+ s after it was placed`),
		ARRIVES_WITHIN_MS,
	);
	console.log(`       ${arrived?.[0] ?? first.output().slice(-1000)}`);
	check('npm start prints the arrival and how long it took', true, arrived !== null);
	const confirmed = await first.waitFor(new RegExp(`${placed.name} is confirmed`), 30_000);
	check('the order reads In progress in the shop', true, confirmed !== null);
	await postJson(`${shop}warehouse/ship`, { orderNumber: placed.name });
	const shipped = await first.waitFor(
		new RegExp(`${placed.name} was shipped: ${placed.name}-F1, .+ s after it left the warehouse`),
		ARRIVES_WITHIN_MS,
	);
	console.log(`       ${shipped?.[0] ?? first.output().slice(-1000)}`);
	check('what the warehouse ships is told too', true, shipped !== null);
	await postJson(`${shop}warehouse/stock`, { sku: 'LMP-BRS-DSK', quantity: 11 });
	const set = await first.waitFor(
		/LMP-BRS-DSK: 11 on hand at Leeds Warehouse, .+ s after it was counted/,
		ARRIVES_WITHIN_MS,
	);
	console.log(`       ${set?.[0] ?? first.output().slice(-1000)}`);
	check('and what it counts', true, set !== null);
	check('the page of the warehouse is there', 200, (await fetch(warehouse)).status);
	const { shipTo } = (await ordersAt(shop))[0]?.body as { shipTo: { name: string } };
	check(
		'no customer is named',
		[true, false],
		[shipTo.name !== '', first.output().includes(shipTo.name)],
	);
	await checkEnd(first, 'SIGINT', [shop, warehouse], folder, check);

	// Without npm, whose shell the signal may end before the launcher has: only so the code can be seen.
	const again = run(process.execPath, [join('scripts', 'bootstrap.mjs'), ...START, ...args]);
	const places = await readyPlaces(again, 'npm start, the second time');
	check('the second start is at the same addresses', shop, places.shop);
	const next = await postJson<{ name: string }>(`${shop}demo/orders`);
	const came = await again.waitFor(new RegExp(`${next.name} .*arrived`), ARRIVES_WITHIN_MS);
	check('an order placed after the second start arrives', true, came !== null);
	check(
		'each order is in the warehouse once',
		[placed.name, next.name].map((name) => [name, 0]),
		(await ordersAt(shop)).map(({ orderNumber, repeats }) => [orderNumber, repeats]),
	);
	check('its end is an orderly one', 0, await checkEnd(again, 'SIGTERM', [shop], folder, check));
}

async function checkOwnShop(folder: string, check: Check): Promise<void> {
	const own = await serveDemoShop(0);
	try {
		const placed = own.shop.placeOrder();
		const { clientId, clientSecret } = own.shop.settings;
		const port = String(await findFreePorts());
		const args = ['--shop', own.url, '--publish', '--folder', folder, '--port', port];
		const variables = { SHOPIFY_CLIENT_ID: clientId, SHOPIFY_CLIENT_SECRET: clientSecret };
		const started = run('npm', ['start', '--', ...args], variables);
		const { warehouse } = await readyPlaces(started, 'npm start --shop');
		const arrived = await started.waitFor(
			new RegExp(`${placed.name} .*arrived`),
			ARRIVES_WITHIN_MS,
		);
		check("an order of one's own shop arrives", true, arrived !== null);
		await checkWarehousePage(new URL(warehouse).origin, own.url, placed.name, check);
		check('the client secret is not printed', false, started.output().includes(clientSecret));
		await checkEnd(started, 'SIGINT', [warehouse], folder, check);
		check('nor is it in a file', [], await filesWith(clientSecret, folder));
	} finally {
		await own.close();
	}
}

/** What the page needs to show the warehouse where the shop is elsewhere. */
async function checkWarehousePage(
	page: string,
	shopUrl: string,
	orderName: string,
	check: Check,
): Promise<void> {
	const shop: unknown = await (await fetch(`${page}/demo/state`)).json();
	const expected = { shop: new URL(shopUrl).host, adminUrl: `${shopUrl}/admin` };
	check('the page is told where the shop is', expected, shop);
	const events = await fetch(`${page}/demo/events`);
	await events.body?.cancel();
	check('and can listen without it', 'text/event-stream', events.headers.get('content-type'));
	const orders = await ordersAt(`${page}/`);
	const numbers = orders.map(({ orderNumber }) => orderNumber);
	check('the page shows what the warehouse has', [orderName], numbers);
}

const START = ['node', '--import', 'tsx', 'test/n8n/start.ts'];

/** A command in a process group of its own, as a terminal starts one. */
interface Started {
	readonly child: ChildProcess;
	output(): string;
	/** What it has printed or prints soon; null if it does not. */
	waitFor(sign: RegExp, withinMs: number): Promise<RegExpExecArray | null>;
	/** Its exit code, once all that it started have ended; null if a signal ended it or it did not end. */
	ended(): Promise<number | null>;
}

function run(
	command: string,
	args: readonly string[],
	variables: Readonly<Record<string, string>> = {},
): Started {
	const child = spawn(command, args, {
		cwd: ROOT,
		env: { ...process.env, ...variables },
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
	});
	let output = '';
	const keep = (text: Buffer): void => {
		output += text.toString();
	};
	child.stdout.on('data', keep);
	child.stderr.on('data', keep);
	// Not `exit`, which tells of npm alone: the output is closed when all that write to it have ended.
	const exit = new Promise<number | null>((resolve) => {
		child.on('error', () => resolve(127));
		child.on('close', resolve);
	});
	let exited = false;
	void exit.then(() => (exited = true));
	return {
		child,
		output: () => output,
		async waitFor(sign, withinMs) {
			const deadline = Date.now() + withinMs;
			while (!sign.test(output) && !exited && Date.now() < deadline) await delay(100);
			return sign.exec(output);
		},
		ended: () => Promise.race([exit, delay(ENDS_WITHIN_MS, null, { ref: false })]),
	};
}

interface Places {
	/** Ends with a slash; the shop's page or admin. */
	readonly shop: string;
	readonly warehouse: string;
}

async function readyPlaces(started: Started, what: string): Promise<Places> {
	const ready = await started.waitFor(/Ready after (\d+) s/, READY_WITHIN_MS);
	if (!ready) throw new Error(`${what} did not become ready:\n${started.output().slice(-3000)}`);
	console.log(`       ${what}: ready after ${ready[1]} s`);
	const addressOf = (name: string): string => {
		const address = new RegExp(`^${name} +(http\\S+)`, 'm').exec(started.output())?.[1];
		if (address === undefined) throw new Error(`${what} did not print the address of: ${name}`);
		return address;
	};
	return { shop: addressOf('Shop'), warehouse: addressOf('Warehouse') };
}

/** Sends a signal to the whole group, as Ctrl-C does, and looks for what is left. Gives the exit code. */
async function checkEnd(
	started: Started,
	signal: 'SIGINT' | 'SIGTERM',
	addresses: readonly string[],
	folder: string,
	check: Check,
): Promise<number | null> {
	const begun = Date.now();
	// n8n and its task runner are a group of their own.
	const groups = [started.child.pid, await runningN8n(folder)];
	if (started.child.pid !== undefined) process.kill(-started.child.pid, signal);
	const code = await started.ended();
	console.log(`       ended after ${((Date.now() - begun) / 1000).toFixed(1)} s`);
	check(
		`${signal} ends it in its order`,
		true,
		started.output().includes('Ended. npm start goes on'),
	);
	const listening = await Promise.all(addresses.map(isListening));
	check(`nothing listens after ${signal}`, false, listening.includes(true));
	check(`no process is left after ${signal}`, [], groups.filter(groupLives));
	return code;
}

/** Files in the folder in which a text stands as it is; n8n's database, which has it encrypted, is left out. */
async function filesWith(text: string, folder: string): Promise<readonly string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const found: string[] = [];
	for (const entry of entries) {
		const file = join(entry.parentPath, entry.name);
		if (!entry.isFile() || entry.name.startsWith('database.sqlite')) continue;
		if ((await readFile(file)).includes(text)) found.push(file);
	}
	return found;
}

async function runningN8n(folder: string): Promise<number | undefined> {
	for (const name of await readdir(folder)) {
		const mark = await readFile(join(folder, name, 'n8n', 'n8n.pid'), 'utf8').catch(() => '');
		if (isAlive(mark)) return Number.parseInt(mark, 10);
	}
	return undefined;
}

/** Whether a process of the group is there; a group that was never there counts as one. */
function groupLives(pid: number | undefined): boolean {
	if (pid === undefined) return true;
	try {
		process.kill(-pid, 0);
		return true;
	} catch {
		return false;
	}
}

async function isListening(address: string): Promise<boolean> {
	return await fetch(address).then(
		() => true,
		() => false,
	);
}

/** The first of four ports in a row that are free now. */
async function findFreePorts(): Promise<number> {
	for (;;) {
		const first = await findFreePort();
		const free = await choosePorts(first, () => undefined).catch(() => undefined);
		if (free) return first;
	}
}

async function postJson<T>(url: string, body?: object): Promise<T> {
	const headers = { 'content-type': 'application/json' };
	const init = { method: 'POST', ...(body && { headers, body: JSON.stringify(body) }) };
	return (await (await fetch(url, init)).json()) as T;
}

/** The warehouse's orders, as its page asks for them. */
async function ordersAt(shopPage: string): Promise<readonly WarehouseOrderView[]> {
	const answer = await fetch(`${shopPage}warehouse/state`);
	return ((await answer.json()) as WarehouseView).orders;
}
