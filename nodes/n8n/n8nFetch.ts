import type {
	IAllExecuteFunctions,
	IHttpRequestMethods,
	RequestHelperFunctions,
} from 'n8n-workflow';
import type { Fetch } from '../shopify/client';
import { CREDENTIAL_NAME } from './credential';
import { toResponse } from './httpResponse';
import type { FullResponse } from './httpResponse';

/** The part of n8n's contexts that sends requests. */
export interface RequestContext {
	readonly helpers: Pick<RequestHelperFunctions, 'httpRequestWithAuthentication'>;
}

/**
 * How long to wait for one answer, in milliseconds. Shopify ends its own work on a query after
 * about 30 seconds.
 */
const ANSWER_TIMEOUT_MS = 60_000;
/** As long is waited for an answer although time is up: what was begun is to be known. */
const LAST_ANSWER_MS = 10_000;

/**
 * `fetch` over n8n's HTTP helper, so that n8n's proxy, certificates, credential and cancelling apply.
 *
 * Every status but 401 is an answer: the helper fetches a new token only when 401 is an error
 * (n8n-core 2.40, `authentication.js`). Redirects are not followed, because the token would follow
 * them. Whatever the helper throws is passed on as it is.
 *
 * @param deadline moment in ms when time is up; shortly after it no answer is waited for
 */
export function n8nFetch(context: RequestContext, deadline = Infinity): Fetch {
	return async (url, { method, headers, body }) => {
		const response: unknown = await context.helpers.httpRequestWithAuthentication.call(
			context as unknown as IAllExecuteFunctions,
			CREDENTIAL_NAME,
			{
				url,
				method: method as IHttpRequestMethods,
				headers: { ...headers },
				body,
				encoding: 'text',
				returnFullResponse: true,
				disableFollowRedirect: true,
				ignoreHttpStatusErrors: { ignore: true, except: [401] },
				timeout: Math.min(ANSWER_TIMEOUT_MS, Math.max(LAST_ANSWER_MS, deadline - Date.now())),
			},
		);
		return toResponse(response as FullResponse);
	};
}
