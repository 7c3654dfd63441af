import { createHmac } from 'node:crypto';
import { HookContext, WebhookContext } from 'n8n-core';
import type {
	IDataObject,
	IHookFunctions,
	INode,
	INodeType,
	IWebhookData,
	IWebhookFunctions,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowActivateMode,
} from 'n8n-workflow';

/** What n8n calls when a workflow is published, or unpublished. */
export type HookName = 'checkExists' | 'create' | 'delete';

/** How webhooks are called. */
export interface WebhookOptions {
	/** As *Listen for test event* does it. */
	readonly test?: boolean;
	/** Why n8n starts the workflow. Default `update`. */
	readonly start?: WorkflowActivateMode;
	/** Where n8n thinks that it can be reached. Default `https://n8n.example.com`. */
	readonly base?: string;
}

/** What a hook did. */
export interface Hooked {
	readonly answer: boolean;
	/** What the node logged, the level first: `warn: …`. */
	readonly log: readonly string[];
}

/** A request to n8n's webhook address. */
export interface Delivery {
	readonly headers: Readonly<Record<string, string>>;
	/** The bytes that came; undefined if n8n did not read them. */
	readonly body: Buffer | undefined;
}

/** What n8n does with a delivery. */
export interface Delivered {
	readonly status: number;
	/** What the execution starts with; null if there is none. */
	readonly items: readonly IDataObject[] | null;
	readonly log: readonly string[];
}

/** What a call needs of the engine. */
export interface Parts {
	readonly workflow: Workflow;
	readonly node: INode;
	readonly type: INodeType;
	readonly surroundings: IWorkflowExecuteAdditionalData;
}

/** Calls one of the node's webhook methods as n8n does when it publishes, or listens for a test event. */
export async function callHook(
	parts: Parts,
	name: HookName,
	options: WebhookOptions,
): Promise<Hooked> {
	const { workflow, node, type } = parts;
	const { test, start = 'update' } = options;
	const mode = test ? 'manual' : 'trigger';
	const { surroundings, webhook } = addressed(parts, options);
	const context = new HookContext(
		...([workflow, node, surroundings, mode, test ? 'manual' : start, webhook] as const),
	);
	const log: string[] = [];
	const listening = withLog(context as unknown as IHookFunctions, log);
	const answer = await type.webhookMethods?.['default']?.[name].call(listening);
	return { answer: answer === true, log };
}

/** Hands a request to the node as n8n's server does, up to the answer and the execution's first items. */
export async function callWebhook(
	parts: Parts,
	delivery: Delivery,
	options: WebhookOptions,
): Promise<Delivered> {
	const { workflow, node, type } = parts;
	const { surroundings, webhook } = addressed(parts, options);
	let status = 200;
	const response = {
		status: (code: number) => {
			status = code;
			return response;
		},
		send: () => response,
		end: () => response,
	};
	const httpRequest = { headers: delivery.headers, rawBody: delivery.body, body: {} };
	const context = new WebhookContext(
		workflow,
		node,
		{ ...surroundings, httpRequest, httpResponse: response } as never,
		options.test ? 'manual' : 'webhook',
		webhook,
		[],
		null,
	);
	const log: string[] = [];
	// What it writes is lost as a rule (n8n 2.40).
	const getWorkflowStaticData = (): never => {
		throw new Error('webhook() asked for static data');
	};
	Object.defineProperty(context, 'getWorkflowStaticData', { value: getWorkflowStaticData });
	const answer = await type.webhook?.call(withLog(context as unknown as IWebhookFunctions, log));
	const items = answer?.workflowData?.flat().map(({ json }) => json) ?? null;
	return { status, items, log };
}

function addressed(
	{ workflow, node, type, surroundings }: Parts,
	{ test = false, base = 'https://n8n.example.com' }: WebhookOptions,
): { readonly surroundings: IWorkflowExecuteAdditionalData; readonly webhook: IWebhookData } {
	const bases = { webhookBaseUrl: `${base}/webhook`, webhookTestBaseUrl: `${base}/webhook-test` };
	const webhookDescription = type.description.webhooks?.[0];
	const webhook = { webhookDescription, isTest: test, node: node.name, workflowId: workflow.id };
	return {
		surroundings: { ...surroundings, ...bases },
		webhook: webhook as unknown as IWebhookData,
	};
}

/** A context of n8n with a logger that collects; n8n's own writes to the console. */
export function withLog<Context extends object>(context: Context, log: string[]): Context {
	const note = (level: string) => (text: string) => {
		log.push(`${level}: ${text}`);
	};
	const logger = {
		debug: note('debug'),
		info: note('info'),
		warn: note('warn'),
		error: note('error'),
	};
	return Object.defineProperty(context, 'logger', { value: logger });
}

/** What Shopify sends, signed with the secret. */
export function delivery(
	topic: string,
	body: object | string,
	{ shop, secret }: { readonly shop: string; readonly secret: string },
): Delivery {
	const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
	return {
		headers: {
			'content-type': 'application/json',
			'x-shopify-topic': topic,
			'x-shopify-hmac-sha256': createHmac('sha256', secret).update(bytes).digest('base64'),
			'x-shopify-shop-domain': shop,
		},
		body: bytes,
	};
}
