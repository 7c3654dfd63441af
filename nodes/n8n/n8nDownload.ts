import type { IHttpRequestOptions, RequestHelperFunctions } from 'n8n-workflow';
import { connectionFailure } from '../shopify/connectionFailure';
import type { Download } from '../shopify/download';
import { ShopifyError } from '../shopify/failure';
import { stopIfCancelled } from '../shopify/pause';
import type { FullResponse } from './httpResponse';

/** The part of n8n's contexts that sends requests without a credential. */
export interface DownloadContext {
	readonly helpers: Pick<RequestHelperFunctions, 'httpRequest'>;
}

/** How long to wait for the file to begin, in milliseconds. */
const BEGIN_TIMEOUT_MS = 60_000;

/** How long a file may take as a whole, in milliseconds. It ends a download that only stands still. */
const WHOLE_TIMEOUT_MS = 15 * 60_000;

/**
 * Downloads over n8n's HTTP helper, so that n8n's proxy and certificates apply. The file is not kept: each piece is
 * given on as it comes, and the next one is asked for when the one before is used up.
 *
 * Redirects are followed, since there is no token that could follow them. `signal` says that the execution was
 * cancelled.
 */
export function n8nDownload(context: DownloadContext, signal?: AbortSignal): Download {
	return async (url) => {
		stopIfCancelled(signal);
		const timeout = AbortSignal.timeout(WHOLE_TIMEOUT_MS);
		const done = new AbortController();
		const signals = [done.signal, timeout, ...(signal ? [signal] : [])];
		const ways: Ways = {
			close: () => done.abort(),
			failed: (error) => asFailure(error, signal, timeout),
		};
		const options: IHttpRequestOptions = {
			url,
			method: 'GET',
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			timeout: BEGIN_TIMEOUT_MS,
			abortSignal: AbortSignal.any(signals),
		};
		const response: unknown = await context.helpers.httpRequest(options).catch((error: unknown) => {
			throw ways.failed(error);
		});
		return piecesOf(response as FullResponse, ways);
	};
}

/** How a download ends before its file does. */
interface Ways {
	/** Gives up the connection. */
	readonly close: () => void;
	/** The failure in whatever broke it off. */
	readonly failed: (error: unknown) => ShopifyError;
}

type Pieces = AsyncIterable<string | Uint8Array>;

function piecesOf({ body, statusCode }: FullResponse, ways: Ways): Pieces {
	const isStream = typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
	if (statusCode >= 200 && statusCode <= 299 && isStream) return read(body as Pieces, ways);
	ways.close();
	throw new ShopifyError(
		statusCode >= 200 && statusCode <= 299
			? { kind: 'unreadable', what: 'the file did not come' }
			: { kind: 'unavailable', status: statusCode },
	);
}

/**
 * The pieces of a body. `for await` would end a body that stands still without giving up its connection: n8n's HTTP
 * client wraps it so that the end waits for the next piece (axios 1.18).
 */
async function* read(body: Pieces, { close, failed }: Ways): AsyncGenerator<string | Uint8Array> {
	const pieces = body[Symbol.asyncIterator]();
	try {
		for (;;) {
			const next = await pieces.next();
			if (next.done === true) return;
			yield next.value;
		}
	} catch (error) {
		throw failed(error);
	} finally {
		close();
	}
}

/** What ended a download. n8n's HTTP client says of all signals only that the request was cancelled. */
function asFailure(
	error: unknown,
	signal: AbortSignal | undefined,
	timeout: AbortSignal,
): ShopifyError {
	if (signal?.aborted) return new ShopifyError({ kind: 'stopped', sent: false });
	if (timeout.aborted) return new ShopifyError({ kind: 'unreachable', code: 'ETIMEDOUT' });
	return new ShopifyError(connectionFailure(error));
}
