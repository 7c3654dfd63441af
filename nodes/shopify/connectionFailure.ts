import { causesOf, failureIn } from './failure';
import type { ShopifyFailure } from './failure';

/**
 * What an error means that came instead of an HTTP answer: from the network, from n8n's HTTP helper,
 * or from the credential while it fetched a token.
 *
 * The error itself is left behind, because n8n's HTTP client keeps the request in it, token included.
 */
export function connectionFailure(error: unknown): ShopifyFailure {
	const known = failureIn(error);
	if (known !== undefined) return known;
	const causes = causesOf(error);
	if (causes.some((cause) => statusOf(cause) === '401')) return { kind: 'unauthorized' };
	const code = causes.map(networkCodeOf).find((found) => found !== undefined);
	if (code === 'ERR_CANCELED') return { kind: 'stopped', sent: true };
	if (code !== undefined) return { kind: 'unreachable', code };
	const detail = causes.map(messageOf).find((found) => found !== undefined);
	return {
		kind: 'unreachable',
		code: 'UNKNOWN',
		...(detail !== undefined && { detail: withoutToken(detail) }),
	};
}

/** n8n wraps what its HTTP helper throws in an error of its own, with the status as text. */
function statusOf(error: object): string | undefined {
	const { httpCode, response } = error as {
		readonly httpCode?: unknown;
		readonly response?: { readonly status?: unknown };
	};
	const status = httpCode ?? response?.status;
	return typeof status === 'string' || typeof status === 'number' ? String(status) : undefined;
}

/** Node's and axios's codes are words in capitals: `ECONNRESET`, `ERR_CANCELED`. */
function networkCodeOf(error: object): string | undefined {
	const { code } = error as { readonly code?: unknown };
	return typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code) ? code : undefined;
}

function messageOf(error: object): string | undefined {
	const { message } = error as { readonly message?: unknown };
	return typeof message === 'string' && message !== '' ? message : undefined;
}

/** Shopify's tokens and secrets begin with `shp` and a few letters; nothing that long is a word. */
function withoutToken(text: string): string {
	return text.replace(/shp[a-z]{2,4}_\w+|\b[0-9a-f]{32,}\b/gi, '***').slice(0, 200);
}
