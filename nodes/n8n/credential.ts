import { InputProblem } from '../domain/problem';
import { parseApiVersion } from '../shopify/apiVersion';
import type { ApiVersion } from '../shopify/apiVersion';
import { parseUses } from '../shopify/scopes';
import type { Use } from '../shopify/scopes';
import { parseShop } from '../shopify/shopDomain';
import type { Shop } from '../shopify/shopDomain';

/** The name of the credential type. */
export const CREDENTIAL_NAME = 'shopifyFulfillmentApi';

/** How the app gets its token. */
export type Authentication =
	| { readonly way: 'clientCredentials'; readonly clientId: string; readonly clientSecret: string }
	| { readonly way: 'accessToken'; readonly accessToken: string };

/** The credential as entered, checked. */
export interface ShopifyCredential {
	readonly shop: Shop;
	readonly authentication: Authentication;
	readonly apiVersion: ApiVersion;
	readonly usedFor: readonly Use[];
}

/**
 * Reads the fields of the credential. Throws `InputProblem` that names the field if one is empty or
 * the shop is not one.
 */
export function parseCredential(fields: Readonly<Record<string, unknown>>): ShopifyCredential {
	return {
		shop: parseShop(fields['shop']),
		authentication:
			fields['authentication'] === 'accessToken'
				? { way: 'accessToken', accessToken: required(fields, 'accessToken', 'Access Token') }
				: {
						way: 'clientCredentials',
						clientId: required(fields, 'clientId', 'Client ID'),
						clientSecret: required(fields, 'clientSecret', 'Client Secret'),
					},
		apiVersion: parseApiVersion(fields['apiVersion']),
		usedFor: parseUses(fields['usedFor']),
	};
}

/**
 * The key that Shopify signs webhooks with: *App Secret* if it is filled in, else the client secret.
 * Undefined if the credential holds neither.
 */
export function webhookSecretIn(fields: Readonly<Record<string, unknown>>): string | undefined {
	const appSecret = textIn(fields, 'appSecret');
	if (appSecret !== '') return appSecret;
	if (fields['authentication'] === 'accessToken') return undefined;
	const clientSecret = textIn(fields, 'clientSecret');
	return clientSecret === '' ? undefined : clientSecret;
}

function required(fields: Readonly<Record<string, unknown>>, name: string, label: string): string {
	const text = textIn(fields, name);
	if (text === '') {
		throw new InputProblem(`${label} is empty`, {
			path: name,
			advice: `Fill in ${label} in the credential, or choose another Authentication`,
		});
	}
	return text;
}

function textIn(fields: Readonly<Record<string, unknown>>, name: string): string {
	const value = fields[name];
	return typeof value === 'string' ? value.trim() : '';
}
