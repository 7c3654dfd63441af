import { asPromised } from './asPromised';
import type { ShopifyClient } from './client';
import type { Download } from './download';
import { failureIn, ShopifyError } from './failure';
import type { ReadBulkOperationQuery } from './generated/admin.generated';
import { describeFailure } from './failureText';
import { CANCEL_BULK_OPERATION, READ_BULK_OPERATION, START_BULK_QUERY } from './operations/stock';

/** What a bulk operation needs. Times are in milliseconds. */
export interface BulkSurroundings {
	readonly client: ShopifyClient;
	readonly download: Download;
	readonly log: { debug(message: string): void; info(message: string): void };
	/** Waits; fails if the execution is cancelled. */
	readonly wait: (milliseconds: number) => Promise<void>;
}

/** One line of the result, parsed: an object, with `__parentId` if it is of a nested list. */
export type BulkRow = Readonly<Record<string, unknown>>;

/** The whole result was read, or why there is none: then nothing of it may be used. */
export type BulkOutcome<Sink> =
	| { readonly sink: Sink; readonly completedAt: string }
	| { readonly refused: string };

type Operation = NonNullable<ReadBulkOperationQuery['bulkOperation']>;

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 3000;
/** How long an operation may go on without getting further: Shopify promises no time (Admin API 2026-07). */
const PATIENCE_MS = 5 * 60_000;
const LONGEST_MS = 60 * 60_000;
/** How often a file is fetched that does not come whole. */
const DOWNLOADS = 3;

/**
 * Lets Shopify run a query over everything it has, and reads the result as it comes. It costs 10 points, and one for
 * each look at how far it is, whatever the size. May be repeated: it only reads.
 *
 * `open` makes what takes the rows, anew for each try: half a file is worth nothing. Shopify runs five at once for an
 * app (Admin API 2026-01 and later); an operation that is refused, fails or does not end is told, not thrown. Fails if
 * Shopify does not answer or the execution is cancelled.
 */
export async function runBulkQuery<Sink extends { take(row: BulkRow): void }>(
	surroundings: BulkSurroundings,
	query: string,
	open: () => Sink,
): Promise<BulkOutcome<Sink>> {
	return await asPromised(async () => {
		const started = await start(surroundings.client, query);
		if ('refused' in started) return started;
		const ended = await untilEnded(surroundings, started.id);
		if ('refused' in ended) return ended;
		const { operation, shopTime } = ended;
		const completedAt = operation.completedAt ?? shopTime;
		const { url } = operation;
		if (!url) {
			if (Number(operation.objectCount) > 0) return { refused: 'its result is gone' };
			return { sink: open(), completedAt };
		}
		const read = await readWhole(surroundings, url, operation, open);
		return 'refused' in read ? read : { sink: read.sink, completedAt };
	});
}

async function start(
	client: ShopifyClient,
	query: string,
): Promise<{ readonly id: string } | { readonly refused: string }> {
	// A second start after a lost answer is a second reading, and no harm.
	const { data } = await client.run(START_BULK_QUERY, { query }, { repeat: 'repeatable' });
	const payload = data.bulkOperationRunQuery;
	const messages = payload?.userErrors.map(({ message }) => message) ?? [];
	if (messages.length > 0) return { refused: messages.join('; ') };
	const id = payload?.bulkOperation?.id;
	return id === undefined ? { refused: 'Shopify named no operation' } : { id };
}

async function untilEnded(
	{ client, wait, log }: BulkSurroundings,
	id: string,
): Promise<
	{ readonly operation: Operation; readonly shopTime: string } | { readonly refused: string }
> {
	let waited = 0;
	let lastMoved = 0;
	let count = '';
	for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause + 1000, LONGEST_PAUSE_MS)) {
		await wait(pause);
		waited += pause;
		const { data, shopTime } = await client.run(READ_BULK_OPERATION, { id }, { repeat: 'read' });
		const operation = data.bulkOperation;
		if (!operation) return { refused: 'it is gone' };
		if (operation.status === 'COMPLETED') return { operation, shopTime };
		if (!['CREATED', 'RUNNING'].includes(operation.status)) {
			return { refused: `it ended as ${operation.status}${suffixOf(operation)}` };
		}
		if (operation.objectCount !== count) {
			[count, lastMoved] = [operation.objectCount, waited];
			log.info(`Shopify's bulk operation has read ${count} objects`);
		}
		if (waited - lastMoved >= PATIENCE_MS || waited >= LONGEST_MS) {
			await cancel({ client, log }, id);
			return { refused: `it did not end within ${Math.round(waited / 60_000)} minutes` };
		}
	}
}

function suffixOf({ errorCode }: Operation): string {
	return errorCode ? ` (${errorCode})` : '';
}

/** Frees its place; whether that works does not matter here. */
async function cancel(
	{ client, log }: Pick<BulkSurroundings, 'client' | 'log'>,
	id: string,
): Promise<void> {
	await client
		.run(CANCEL_BULK_OPERATION, { id }, { repeat: 'repeatable' })
		.catch((error: unknown) => log.debug(`It could not be cancelled: ${String(error)}`));
}

async function readWhole<Sink extends { take(row: BulkRow): void }>(
	{ download, log, wait }: BulkSurroundings,
	url: string,
	operation: Pick<Operation, 'objectCount' | 'fileSize'>,
	open: () => Sink,
): Promise<{ readonly sink: Sink } | { readonly refused: string }> {
	let why = '';
	for (let time = 1; time <= DOWNLOADS; time += 1) {
		if (time > 1) await wait(FIRST_PAUSE_MS * time);
		const sink = open();
		const read = await download(url)
			.then(async (file) => await readRows(file, (row) => sink.take(row)))
			.catch((error: unknown) => wordsFor(error));
		if (typeof read !== 'string' && isWhole(read, operation)) return { sink };
		why =
			typeof read === 'string'
				? read
				: `its result has ${read.rows} of ${operation.objectCount} rows`;
		log.debug(`Bulk operation: ${why}`);
	}
	return { refused: why };
}

/** What was read of a file. */
interface ReadFile {
	readonly rows: number;
	readonly bytes: number;
}

/**
 * Whether a file came to its end. A row for each object is what Shopify's documents say; should it count more objects
 * than rows, the size of the file settles it (Admin API 2026-07, `BulkOperation`).
 */
function isWhole(
	{ rows, bytes }: ReadFile,
	{ objectCount, fileSize }: Pick<Operation, 'objectCount' | 'fileSize'>,
): boolean {
	return rows === Number(objectCount) || (Boolean(fileSize) && bytes === Number(fileSize));
}

/** Why a file cannot be read. Fails if the execution was cancelled. */
async function wordsFor(error: unknown): Promise<string> {
	const failure = failureIn(error);
	if (failure?.kind === 'stopped') return await Promise.reject(new ShopifyError(failure));
	const why = failure ? describeFailure(failure).message : 'a row is not as it should be';
	return `its result cannot be read: ${why}`;
}

/** Reads JSON lines as they come, and says how much there was. Fails at the first line that is none. */
async function readRows(
	file: AsyncIterable<string | Uint8Array>,
	take: (row: BulkRow) => void,
): Promise<ReadFile> {
	const decoder = new TextDecoder();
	let rest = '';
	let rows = 0;
	let bytes = 0;
	const takeLine = (line: string): void => {
		if (line.trim() === '') return;
		const row: unknown = JSON.parse(line);
		if (typeof row !== 'object' || row === null) throw new Error('not an object');
		take(row as BulkRow);
		rows += 1;
	};
	for await (const chunk of file) {
		const piece = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
		bytes += piece.byteLength;
		const text = rest + decoder.decode(piece, { stream: true });
		const lines = text.split('\n');
		rest = lines.pop() ?? '';
		lines.forEach(takeLine);
	}
	takeLine(rest + decoder.decode());
	return { rows, bytes };
}
