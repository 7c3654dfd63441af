import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The page as the browser gets it; everything it needs comes from the same server. */
export interface PageAssets {
	readonly html: string;
	readonly js: string;
	readonly css: string;
}

const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="7" fill="#2f6f5e"/>
<path d="M6 12l10-5 10 5v9l-10 5-10-5z" fill="none" stroke="#fff" stroke-width="2" stroke-linejoin="round"/>
<path d="M6 12l10 5 10-5M16 17v9" fill="none" stroke="#fff" stroke-width="2" stroke-linejoin="round"/>
</svg>
`;

const HTML = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>From shop to warehouse</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page.css">
<script type="module" src="/page.js"></script>
</head>
<body>
<div id="page"></div>
<noscript>This page shows the demo as it happens and needs JavaScript for that.</noscript>
</body>
</html>
`;

/**
 * Nothing from outside, nothing inline: what customers and apps write cannot become a script. The
 * `data:` images are the little arrows and ticks in Bootstrap's stylesheet.
 */
const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' data:",
	"connect-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');

/** Bundles the page in memory; takes well under a second and may be repeated. */
async function buildPage(): Promise<PageAssets> {
	const app = join(__dirname, 'app');
	const { outputFiles } = await build({
		entryPoints: { page: join(app, 'main.tsx'), style: join(app, 'page.css') },
		// Names the files; nothing is written.
		outdir: app,
		write: false,
		bundle: true,
		minify: true,
		format: 'esm',
		target: 'es2022',
		jsx: 'automatic',
		jsxImportSource: 'preact',
		logLevel: 'warning',
	});
	const textOf = (name: string): string => {
		const file = outputFiles.find((one) => one.path.endsWith(name));
		if (!file) throw new Error(`The bundle of the page has no ${name}`);
		return file.text;
	};
	return { html: HTML, js: textOf('page.js'), css: textOf('style.css') };
}

let built: Promise<PageAssets> | undefined;

type Answer = readonly [contentType: string, body: (assets: PageAssets) => string];

const ANSWERS: Readonly<Record<string, Answer>> = {
	'/': ['text/html; charset=utf-8', ({ html }) => html],
	'/page.js': ['text/javascript; charset=utf-8', ({ js }) => js],
	'/page.css': ['text/css; charset=utf-8', ({ css }) => css],
	'/favicon.svg': ['image/svg+xml', () => FAVICON],
	'/favicon.ico': ['image/svg+xml', () => FAVICON],
};

/** Answers a request for the page or one of its files; everything else is 404. */
export async function answerPage(
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const answer = ANSWERS[(request.url ?? '').split('?')[0] ?? ''];
	if (!answer || (request.method !== 'GET' && request.method !== 'HEAD')) {
		response.writeHead(404, { 'content-type': 'text/plain' }).end('Nothing here');
		return;
	}
	const [contentType, bodyOf] = answer;
	const body = bodyOf(await preparePage());
	response.writeHead(200, {
		'content-type': contentType,
		'content-length': Buffer.byteLength(body),
		// A restart may bring another page at the same address.
		'cache-control': 'no-cache',
		'content-security-policy': CONTENT_SECURITY_POLICY,
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'no-referrer',
	});
	response.end(request.method === 'HEAD' ? undefined : body);
}

/** Bundles the page once for this process; the first request does so unless it was done before. */
export function preparePage(): Promise<PageAssets> {
	built ??= buildPage();
	return built;
}
