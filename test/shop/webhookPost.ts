import { createHmac } from 'node:crypto';
import type { WebhookOptions } from './webhookOptions';
import type { WebhookDelivery } from './webhookState';

/** Headers of a delivery `[names: Shopify/shopify-app-js]`. The signature is over the body's bytes. */
export function headersOf(
	delivery: WebhookDelivery,
	secret: string,
	domain: string,
	apiVersion: string,
): Readonly<Record<string, string>> {
	const { body, topic, webhookId, eventId, triggeredAt, subscriptionName } = delivery;
	return {
		'Content-Type': 'application/json',
		'X-Shopify-Topic': topic,
		'X-Shopify-Hmac-Sha256': createHmac('sha256', secret).update(body, 'utf8').digest('base64'),
		'X-Shopify-Shop-Domain': domain,
		'X-Shopify-API-Version': apiVersion,
		'X-Shopify-Webhook-Id': webhookId,
		'X-Shopify-Event-Id': eventId,
		'X-Shopify-Triggered-At': new Date(triggeredAt).toISOString(),
		...(subscriptionName === null ? {} : { 'X-Shopify-Name': subscriptionName }),
	};
}

/** The innermost reason: Node's own error says no more than that the fetch failed. */
function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return error.cause instanceof Error ? error.cause.message : error.message;
}

/** Makes one attempt; never fails. Status 0 stands for no answer in time. */
export async function post(
	{ fetch, timeoutMs }: Required<WebhookOptions>,
	{ uri, body }: WebhookDelivery,
	headers: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly error: string | null }> {
	const controller = new AbortController();
	let timer: NodeJS.Timeout | undefined;
	const timeUp = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => {
			reject(new Error(`No answer within ${String(timeoutMs)} ms`));
			controller.abort();
		}, timeoutMs);
	});
	try {
		const { signal } = controller;
		const answered = fetch(uri, { method: 'POST', headers, body, redirect: 'manual', signal });
		const { status } = await Promise.race([answered, timeUp]);
		return { status, error: null };
	} catch (error) {
		return { status: 0, error: reasonOf(error) };
	} finally {
		clearTimeout(timer);
	}
}
