import type { INode } from 'n8n-workflow';
import { createShopifyClient } from '../shopify/client';
import type { Log, ShopifyClient } from '../shopify/client';
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
	return createShopifyClient({
		shop,
		apiVersion,
		fetch: n8nFetch(context),
		log: {
			debug: (message) => context.logger.debug(`${node}: ${message}`),
			warn: (message) => context.logger.warn(`${node}: ${message}`),
		},
		...(options.budgetMs !== undefined && { deadline: Date.now() + options.budgetMs }),
		signal: context.getExecutionCancelSignal?.(),
	});
}

/** The key that webhooks are signed with, or undefined if the credential holds none. */
export async function readWebhookSecret(
	context: Pick<ShopifyContext, 'getCredentials'>,
): Promise<string | undefined> {
	const fields = (await context.getCredentials(CREDENTIAL_NAME)) as Record<string, unknown>;
	return webhookSecretIn(fields);
}
