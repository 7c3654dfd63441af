import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { checkEditor } from './browserEditor';
import { checkPage } from './browserPage';
import { note, type Check } from './checks';
import { findBrowser } from './findBrowser';
import type { Scene } from './scene';

const ARGUMENTS = [
	'--disable-gpu',
	'--disable-dev-shm-usage',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];
const WIDE = { width: 1440, height: 900 };
const LOOPBACK = /^(https?|wss?):\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/;
/** What a page makes itself. */
const LOCAL = /^(data|blob|about):/;

/** A browser that reaches this machine alone. */
export interface LocalBrowser {
	/** A new tab; errors in its console and its scripts are collected in `problems`. */
	open(): Promise<{ page: Page; problems: string[] }>;
	/** Keeps a picture if the environment variable `SCREENSHOTS` names a folder. */
	picture(page: Page, name: string): Promise<void>;
}

/**
 * The demo's page and n8n's editor as a person sees them. The browser asks nothing of other machines: such
 * requests are cut off, and their hosts printed.
 */
export async function checkBrowser(scene: Scene, check: Check): Promise<void> {
	const program = await findBrowser(note);
	const [middle, host] = [await scene.openMiddle(), await scene.openHost()];
	const profile = await mkdtemp(join(tmpdir(), 'shopify-fulfillment-browser-'));
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: program,
		headless: true,
		args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...ARGUMENTS],
		viewport: WIDE,
		serviceWorkers: 'block',
	});
	try {
		note(`Chromium ${context.browser()?.version() ?? ''}`);
		const cutOff = await keepLocal(context);
		const browser: LocalBrowser = { open: () => openPage(context), picture };
		await checkPage(browser, middle, host, check);
		await checkEditor(browser, host, check);
		const hosts = [...cutOff].map(([name, requests]) => `${name} (${requests})`);
		note(`hosts elsewhere that pages asked for, all cut off: ${hosts.join(', ') || 'none'}`);
	} finally {
		await context.close();
		await rm(profile, { recursive: true, force: true });
	}
}

/** Cuts off what is not for this machine; gives how often each other host was asked for. */
async function keepLocal(context: BrowserContext): Promise<ReadonlyMap<string, number>> {
	const cutOff = new Map<string, number>();
	const isLocal = (url: string): boolean => LOOPBACK.test(url) || LOCAL.test(url);
	const count = (url: string): void => {
		const { host } = new URL(url);
		cutOff.set(host, (cutOff.get(host) ?? 0) + 1);
	};
	await context.route(
		(url) => !isLocal(url.href),
		async (route) => {
			count(route.request().url());
			await route.abort();
		},
	);
	await context.routeWebSocket(
		(url) => !isLocal(url.href),
		async (socket) => {
			count(socket.url());
			await socket.close();
		},
	);
	return cutOff;
}

async function openPage(context: BrowserContext): Promise<{ page: Page; problems: string[] }> {
	const page = await context.newPage();
	const problems: string[] = [];
	page.on('pageerror', ({ message }) => problems.push(message));
	page.on('console', (message) => {
		if (message.type() === 'error') problems.push(message.text());
	});
	return { page, problems };
}

async function picture(page: Page, name: string): Promise<void> {
	const folder = process.env['SCREENSHOTS'];
	if (!folder) return;
	await mkdir(folder, { recursive: true });
	await page.screenshot({ path: join(folder, `${name}.png`) });
}
