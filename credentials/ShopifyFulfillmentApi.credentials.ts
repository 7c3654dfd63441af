import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { InputProblem } from '../nodes/domain/problem';
import { parseCredential } from '../nodes/n8n/credential';
import { toResponse } from '../nodes/n8n/httpResponse';
import type { FullResponse } from '../nodes/n8n/httpResponse';
import { API_VERSIONS, DEFAULT_API_VERSION } from '../nodes/shopify/apiVersion';
import { readToken, tokenRequest } from '../nodes/shopify/clientCredentials';
import { connectionFailure } from '../nodes/shopify/connectionFailure';
import { ShopifyError } from '../nodes/shopify/failure';

/** How long to wait for a token, in milliseconds. */
const TOKEN_TIMEOUT_MS = 30_000;

/** Access of one app to one shop. The nodes test it, see `testedBy` in their descriptions. */
export class ShopifyFulfillmentApi implements ICredentialType {
	name = 'shopifyFulfillmentApi';

	displayName = 'Shopify Fulfillment API';

	icon: Icon = {
		light: 'file:shopifyFulfillment.svg',
		dark: 'file:shopifyFulfillment.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-shopify-fulfillment/n8n-nodes-shopify-fulfillment#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Shop',
			name: 'shop',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'my-shop.myshopify.com',
			description:
				'Name or .myshopify.com address of the shop; an address copied from the Shopify admin works too. Use one credential for each shop',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			default: 'clientCredentials',
			options: [
				{
					name: 'App Client Credentials',
					value: 'clientCredentials',
					description: "For an app from the Dev Dashboard that belongs to the shop's organization",
				},
				{
					name: 'Admin API Access Token',
					value: 'accessToken',
					description: 'For a custom app that was made in the Shopify admin before 2026',
				},
			],
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			description: "From the app's settings in the Dev Dashboard",
			displayOptions: { show: { authentication: ['clientCredentials'] } },
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: "From the app's settings in the Dev Dashboard",
			displayOptions: { show: { authentication: ['clientCredentials'] } },
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Shown once, when the app was installed on the shop',
			displayOptions: { show: { authentication: ['accessToken'] } },
		},
		{
			displayName: 'Session Token',
			name: 'sessionToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Key that signs webhooks. Needed only to receive orders by webhook, and only if it is not the Client Secret',
		},
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'options',
			default: DEFAULT_API_VERSION,
			options: API_VERSIONS.map((version) => ({ name: version, value: version })),
			description: 'Version of the Admin API to use',
		},
		{
			displayName: 'Used For',
			name: 'usedFor',
			type: 'multiOptions',
			default: ['orders', 'shipments', 'stock'],
			options: [
				{ name: 'Orders', value: 'orders' },
				{ name: 'Shipments', value: 'shipments' },
				{ name: 'Stock', value: 'stock' },
			],
			description:
				'What the workflows do with this shop. The connection test fails if the app lacks an access scope for one of these, and names it',
		},
	];

	/**
	 * Fetches an access token. n8n calls this when there is none and again after a 401, and keeps what
	 * comes back in the hidden field of the same name. A static token needs nothing of the kind.
	 */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const { shop, authentication } = parseCredential(credentials);
		if (authentication.way === 'accessToken') return {};
		const { clientId, clientSecret } = authentication;
		const { url, headers, body } = tokenRequest(shop, clientId, clientSecret);
		const answer: unknown = await this.helpers
			.httpRequest({
				url,
				method: 'POST',
				headers: { ...headers },
				body,
				encoding: 'text',
				returnFullResponse: true,
				disableFollowRedirect: true,
				ignoreHttpStatusErrors: true,
				timeout: TOKEN_TIMEOUT_MS,
			})
			.catch((error: unknown) => {
				// The original holds the request, and so the client secret.
				throw new ShopifyError(connectionFailure(error));
			});
		const response = toResponse(answer as FullResponse);
		const text = await response.text();
		const { status } = response;
		return { sessionToken: readToken(shop, { status, headers: response.headers, body: text }) };
	}

	/** Adds the access token, to requests to this shop alone. */
	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const { shop, authentication } = parseCredential(credentials);
		if (new URL(requestOptions.url, requestOptions.baseURL).origin !== shop.origin) {
			throw new InputProblem(`This credential is for requests to ${shop.domain} only`);
		}
		const token =
			authentication.way === 'accessToken'
				? authentication.accessToken
				: credentials['sessionToken'];
		return await Promise.resolve({
			...requestOptions,
			headers: { ...requestOptions.headers, 'X-Shopify-Access-Token': token },
		});
	};
}
