import { SERVED_VERSIONS } from './access';

/** Sends one POST; rejects when nobody answers. The signal ends it when the time is up. */
export type WebhookFetch = (
	uri: string,
	init: {
		readonly method: 'POST';
		readonly headers: Readonly<Record<string, string>>;
		readonly body: string;
		/** A redirect is not followed: it counts as a failure. */
		readonly redirect: 'manual';
		readonly signal: AbortSignal;
	},
) => Promise<{ readonly status: number }>;

/** How the shop delivers webhooks. Everything has a default. */
export interface WebhookOptions {
	/** Whether plain http to this machine is taken; Shopify takes https alone. Default no. */
	readonly allowLoopbackHttp?: boolean;
	/** Version of the payloads, which at Shopify is a setting of the app; default the oldest served. */
	readonly apiVersion?: string;
	/** Default Node's own. */
	readonly fetch?: WebhookFetch;
	/** What the pauses before new attempts are multiplied with; 0 tries again at once. Default 1. */
	readonly pauseFactor?: number;
	/** Milliseconds until an attempt has failed, by the machine's clock; default 5000. */
	readonly timeoutMs?: number;
}

/** Reads the answer to its end, so that the connection can be used again. */
const overHttp: WebhookFetch = async (uri, init) => {
	const answer = await fetch(uri, init);
	await answer.text();
	return answer;
};

/** Fills in every default. */
export const webhookSettingsOf = (options: WebhookOptions = {}): Required<WebhookOptions> => ({
	allowLoopbackHttp: false,
	apiVersion: SERVED_VERSIONS[0],
	fetch: overHttp,
	pauseFactor: 1,
	timeoutMs: 5000,
	...options,
});
