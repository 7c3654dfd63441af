import type { INode } from 'n8n-workflow';
import { createShopifyClient } from '../shopify/client';
import type { Log, ShopifyClient } from '../shopify/client';
import { isLoopback } from '../shopify/shopDomain';
import { CREDENTIAL_NAME, parseCredential, webhookSecretIn } from './credential';
import { n8nFetch } from './n8nFetch';
import type { RequestContext } from './n8nFetch';

/** What is needed of n8n's contexts, whichever they are. */
export interface ShopifyContext extends RequestContext {
	getCredentials(type: string): Promise<object>;
	getNode(): INode;
	readonly logger: Log;
	getExecutionCancelSignal?(): AbortSignal | undefined;
}

/** How a client is to behave. */
export interface ConnectOptions {
	/** Milliseconds from now after which the client no longer waits but fails. */
	readonly budgetMs?: number;
}

/**
 * A client for the shop of the node's credential. Sends nothing yet.
 *
 * Throws `InputProblem` if the credential is not filled in.
 */
export async function connectShopify(
	context: ShopifyContext,
	options: ConnectOptions = {},
): Promise<ShopifyClient> {
	const fields = (await context.getCredentials(CREDENTIAL_NAME)) as Record<string, unknown>;
	const { shop, apiVersion } = parseCredential(fields);
	const node = context.getNode().name;
	const { budgetMs = Infinity } = options;
	const deadline = Date.now() + budgetMs;
	return createShopifyClient({
		shop,
		apiVersion,
		fetch: n8nFetch(context, deadline),
		log: {
			debug: (message) => context.logger.debug(`${node}: ${message}`),
			warn: (message) => context.logger.warn(`${node}: ${message}`),
		},
		deadline,
		signal: context.getExecutionCancelSignal?.(),
	});
}

/** What a webhook has to prove. */
export interface WebhookProof {
	/** The key that Shopify signs webhooks with; undefined if the credential holds none. */
	readonly secret: string | undefined;
	/** The domain that webhooks must name as their shop; undefined for a loopback shop, which has none of its own. */
	readonly shopDomain: string | undefined;
}

/** What webhooks of the node's credential have to prove. Throws `InputProblem` if the credential is not filled in. */
export async function readWebhookProof(
	context: Pick<ShopifyContext, 'getCredentials'>,
): Promise<WebhookProof> {
	const fields = (await context.getCredentials(CREDENTIAL_NAME)) as Record<string, unknown>;
	const { shop } = parseCredential(fields);
	return {
		secret: webhookSecretIn(fields),
		shopDomain: isLoopback(shop) ? undefined : shop.domain,
	};
}
