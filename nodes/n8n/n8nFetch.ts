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

/**
 * `fetch` over n8n's HTTP helper, so that n8n's proxy, certificates, credential and cancelling apply.
 *
 * Every status but 401 is an answer: the helper fetches a new token only when 401 is an error
 * (n8n-core 2.40, `authentication.js`). Redirects are not followed, because the token would follow
 * them. Whatever the helper throws is passed on as it is.
 */
export function n8nFetch(context: RequestContext): Fetch {
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
				timeout: ANSWER_TIMEOUT_MS,
			},
		);
		return toResponse(response as FullResponse);
	};
}
