/** What n8n's HTTP helpers return when asked for the full response. */
export interface FullResponse {
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, unknown>>;
	readonly statusCode: number;
}

/** n8n's full response as the standard `Response`, which Shopify's client reads. */
export function toResponse({ body, headers = {}, statusCode }: FullResponse): Response {
	// Responses with these statuses have no body, and the standard class insists on it.
	const text = [204, 205, 304].includes(statusCode) ? null : toText(body);
	return new Response(text, { status: statusCode, headers: toHeaders(headers) });
}

function toHeaders(headers: Readonly<Record<string, unknown>>): Headers {
	const result = new Headers();
	for (const [name, value] of Object.entries(headers)) {
		if (typeof value === 'string' || typeof value === 'number') result.set(name, String(value));
		if (Array.isArray(value)) result.set(name, value.map(String).join(', '));
	}
	return result;
}

/** Text as asked for; n8n may have parsed it all the same. */
function toText(body: unknown): string {
	if (body === undefined || body === null) return '';
	if (typeof body === 'string') return body;
	if (body instanceof Uint8Array) return new TextDecoder().decode(body);
	return JSON.stringify(body);
}
