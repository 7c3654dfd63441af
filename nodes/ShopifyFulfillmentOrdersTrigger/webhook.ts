import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { NamedOrders } from '../domain/webhookBody';
import { readWebhookBody } from '../domain/webhookBody';
import { isKnownTopic } from '../domain/webhookTopics';
import { readWebhookProof } from '../n8n/connectShopify';
import { toItem } from '../n8n/items';
import { isSignedWith } from '../n8n/webhookSignature';

/** The field by which `execute()` knows an item of `receiveWebhook`; no order has it. */
const FIELD = 'shopifyWebhook';

/**
 * Bytes of a body that is looked at. Webhooks of orders with hundreds of lines have some hundred thousand; Shopify names
 * no limit (2026-07). n8n itself refuses more than 16 MB before it asks a node (`N8N_PAYLOAD_SIZE_MAX`).
 */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Takes a webhook of Shopify: believes it only if it is signed for this app and names this shop (401
 * otherwise, 413 for more than any webhook has, and no execution), and starts an execution with the ids it names. What it says of them is not
 * looked at. Touches no static data: n8n would lose the change (n8n 2.40, deferred responses).
 */
export async function receiveWebhook(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const headers = context.getHeaderData();
	const { rawBody } = context.getRequestObject() as { readonly rawBody?: unknown };
	if (rawBody instanceof Uint8Array && rawBody.byteLength > MOST_BYTES) {
		return refuse(context, 413, 'Larger than any webhook of Shopify');
	}
	const { secret, shopDomain } = await readWebhookProof(context);
	if (secret === undefined) {
		const text = 'A webhook was refused: the credential holds no App Secret to check it with';
		context.logger.error(`${context.getNode().name}: ${text}`);
		return refuse(context);
	}
	if (!isSignedWith(secret, rawBody, headers['x-shopify-hmac-sha256'])) return refuse(context);
	// The signature does not cover the headers; a shop of the same app has the same secret.
	const from = textOf(headers['x-shopify-shop-domain']).toLowerCase();
	if (shopDomain !== undefined && from !== shopDomain) return refuse(context);
	const topic = textOf(headers['x-shopify-topic']);
	const named = readWebhookBody(topic, new TextDecoder().decode(rawBody as Uint8Array));
	const isAboutOrders = named.orders.length > 0 || named.fulfillmentOrders.length > 0;
	if (!isKnownTopic(topic) || !isAboutOrders) return { webhookResponse: 'ignored' };
	return { workflowData: [[toItem({ [FIELD]: { topic, ...named } })]] };
}

/** The part of n8n's response that is used: Express, whose types n8n does not publish with its own. */
interface Answering {
	status(code: number): { send(text: string): { end(): void } };
}

/** The orders that items of {@link receiveWebhook} name; undefined if these are none. */
export function namedIn(items: readonly INodeExecutionData[]): NamedOrders | undefined {
	const webhooks = items.flatMap(({ json }) => (isNamed(json[FIELD]) ? [json[FIELD]] : []));
	if (webhooks.length === 0) return undefined;
	return {
		orders: unique(webhooks.flatMap(({ orders }) => orders)),
		fulfillmentOrders: unique(webhooks.flatMap(({ fulfillmentOrders }) => fulfillmentOrders)),
	};
}

function refuse(
	context: IWebhookFunctions,
	status = 401,
	text = 'Not signed for this app and this shop',
): IWebhookResponseData {
	const response = context.getResponseObject() as Answering;
	response.status(status).send(text).end();
	return { noWebhookResponse: true };
}

function isNamed(value: unknown): value is NamedOrders {
	const { orders, fulfillmentOrders } = (value ?? {}) as Partial<NamedOrders>;
	return Array.isArray(orders) && Array.isArray(fulfillmentOrders);
}

function unique(ids: readonly string[]): readonly string[] {
	return [...new Set(ids)];
}

function textOf(header: unknown): string {
	return typeof header === 'string' ? header.trim() : '';
}
