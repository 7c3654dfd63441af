import { createServer } from 'node:http';
import type { IncomingHttpHeaders, RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ExecuteContext } from 'n8n-core';
import type { IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { createRunExecutionData } from 'n8n-workflow';
import { n8nDownload } from '../../nodes/n8n/n8nDownload';
import type { Download } from '../../nodes/shopify/download';
import { failureIn } from '../../nodes/shopify/failure';
import { openEngine } from './support/engine';

const LINE = `${JSON.stringify({ id: 'gid://shopify/ProductVariant/1', sku: 'MUG-BLÅ-350' })}\n`;

const servers: Server[] = [];

afterAll(async () => {
	for (const server of servers) {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	}
});

/** Serves a file on a loopback port; answers its address. */
async function serve(answer: RequestListener): Promise<string> {
	const server = createServer(answer);
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/bulk/4031.jsonl?Signature=x`;
}

/** A download in n8n's own execution. */
async function downloadIn(signal?: AbortSignal): Promise<Download> {
	const engine = await openEngine();
	const workflow = engine.workflow({ nodes: [{ name: 'Node', type: 'n8n-nodes-base.noOp' }] });
	const node = workflow.getNode('Node');
	if (!node) throw new Error('There is no node');
	const context = new ExecuteContext(
		...([workflow, node, {} as IWorkflowExecuteAdditionalData, 'trigger'] as const),
		...([createRunExecutionData({}), 0] as const),
		[],
		{ main: [[]] },
		{ node, data: { main: [[]] }, source: null },
		[],
		signal,
	);
	return n8nDownload(context, signal);
}

/** Reads a whole file; calls `onPiece` after each piece. */
async function readAll(
	download: Download,
	url: string,
	onPiece: () => void = () => undefined,
): Promise<{ readonly text: string; readonly pieces: number }> {
	const decoder = new TextDecoder();
	let text = '';
	let pieces = 0;
	for await (const piece of await download(url)) {
		text += typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
		pieces += 1;
		onPiece();
	}
	return { text, pieces };
}

const failureOf = async (work: Promise<unknown>): Promise<unknown> =>
	await work.then(
		() => 'it did not fail',
		(error: unknown) => failureIn(error) ?? error,
	);

test('a large file comes in pieces, and no credential goes with the request', async () => {
	const headers: IncomingHttpHeaders[] = [];
	const url = await serve((request, response) => {
		headers.push(request.headers);
		for (let sent = 0; sent < 50; sent += 1) response.write(LINE.repeat(2000));
		response.end();
	});
	const { text, pieces } = await readAll(await downloadIn(), url);
	expect(text.length).toBe(LINE.length * 100_000);
	expect(text.endsWith(LINE)).toBe(true);
	expect(pieces).toBeGreaterThan(10);
	expect(Object.keys(headers[0] ?? {}).filter((name) => /auth|token|cookie/i.test(name))).toEqual(
		[],
	);
});

test('an empty file has no pieces', async () => {
	const url = await serve((_request, response) => response.end());
	expect(await readAll(await downloadIn(), url)).toEqual({ text: '', pieces: 0 });
});

test('a redirect is followed', async () => {
	const file = await serve((_request, response) => response.end(LINE));
	const url = await serve((_request, response) =>
		response.writeHead(302, { location: file }).end(),
	);
	expect((await readAll(await downloadIn(), url)).text).toBe(LINE);
});

test.each([[401], [403], [404], [410], [429], [500], [503]])(
	'HTTP %p is an answer that nothing can be made of',
	async (status) => {
		const url = await serve((_request, response) =>
			response.writeHead(status).write('<Error><Code>ExpiredToken</Code></Error>'),
		);
		expect(await failureOf(readAll(await downloadIn(), url))).toEqual({
			kind: 'unavailable',
			status,
		});
	},
);

test.each([
	['announced length', { 'content-length': String(LINE.length * 10_000) }],
	['chunks', {}],
])('a file that breaks off fails while it is read: %s', async (_what, headers) => {
	const url = await serve((_request, response) => {
		response.writeHead(200, headers);
		response.write(LINE.repeat(100), () => {
			setTimeout(() => response.destroy(), 50);
		});
	});
	const download = await downloadIn();
	let pieces = 0;
	const failure = await failureOf(readAll(download, url, () => (pieces += 1)));
	expect(failure).toMatchObject({ kind: 'unreachable' });
	expect(pieces).toBeGreaterThan(0);
});

test('an address where nobody listens', async () => {
	const url = await serve(() => undefined);
	await new Promise((resolve) => servers.pop()?.close(resolve));
	expect(await failureOf(readAll(await downloadIn(), url))).toEqual({
		kind: 'unreachable',
		code: 'ECONNREFUSED',
	});
});

describe('a cancelled execution', () => {
	const endless: RequestListener = (_request, response) => {
		response.writeHead(200);
		response.write(LINE.repeat(100));
	};

	test('ends a file that does not go on', async () => {
		const url = await serve(endless);
		const controller = new AbortController();
		const reading = readAll(await downloadIn(controller.signal), url, () => controller.abort());
		expect(await failureOf(reading)).toEqual({ kind: 'stopped', sent: false });
	});

	test('ends the wait for a file that does not begin', async () => {
		const controller = new AbortController();
		const url = await serve(() => controller.abort());
		const reading = readAll(await downloadIn(controller.signal), url);
		expect(await failureOf(reading)).toEqual({ kind: 'stopped', sent: false });
	});

	test('asks for nothing more', async () => {
		let asked = 0;
		const url = await serve((_request, response) => {
			asked += 1;
			response.end();
		});
		const reading = readAll(await downloadIn(AbortSignal.abort()), url);
		expect(await failureOf(reading)).toEqual({ kind: 'stopped', sent: false });
		expect(asked).toBe(0);
	});
});

test.each([
	['that stands still', 100],
	['that goes on', 100_000],
])('a file %s and is not read to its end is closed', async (_what, lines) => {
	let closed = (): void => undefined;
	const isClosed = new Promise<void>((resolve) => (closed = resolve));
	const url = await serve((_request, response) => {
		response.on('close', closed);
		response.write(LINE.repeat(lines));
	});
	for await (const piece of await (
		await downloadIn()
	)(url)) {
		expect(piece.length).toBeGreaterThan(0);
		break;
	}
	await isClosed;
});
