import type { ShopifyFailure, ShopifyFailureKind, UserError } from './failure';
import { whatScopeIsFor } from './scopes';

/** What a person is told about a failure. */
export interface FailureText {
	/** What is wrong: one sentence without a period. */
	readonly message: string;
	/** What to do next. */
	readonly advice: string;
}

/** The text for each way in which Shopify refuses to give an app a token. */
const OAUTH_TEXTS: Readonly<Record<string, (shop: string) => FailureText>> = {
	shop_not_permitted: (shop) => ({
		message: `The app and the shop ${shop} belong to different organizations`,
		advice:
			"Client credentials work only for shops of the organization that owns the app. Create the app in the Dev Dashboard of the shop's own organization, or choose Admin API Access Token in the credential",
	}),
	application_cannot_be_found: () => ({
		message: 'Shopify does not know the Client ID',
		advice: "Copy the Client ID from the app's settings in the Dev Dashboard into the credential",
	}),
	app_not_installed: (shop) => ({
		message: `The app is not installed on the shop ${shop}`,
		advice: 'Install the app on the shop from the Dev Dashboard, then test the credential again',
	}),
	invalid_client: () => ({
		message: 'Shopify does not accept the Client Secret',
		advice:
			"Copy the Client Secret from the app's settings in the Dev Dashboard into the credential; after a rotation the old one no longer works",
	}),
};

type Of<K extends ShopifyFailureKind> = Extract<ShopifyFailure, { readonly kind: K }>;

const TEXTS: { readonly [K in ShopifyFailureKind]: (failure: Of<K>) => FailureText } = {
	throttled: ({ retryAfterMs }) => ({
		message: 'Shopify asks to send fewer requests',
		advice: `Try again in ${seconds(retryAfterMs)}. If it happens often, run fewer workflows against this shop at the same time`,
	}),
	unauthorized: () => ({
		message: 'Shopify does not accept the access token',
		advice:
			'The app may have been uninstalled or its token revoked. Enter the token, or the Client ID and Client Secret, in the credential again and test it',
	}),
	missingScope: ({ scopes, field }) => describeMissingScope(scopes, field),
	protectedData: ({ field }) => ({
		message: `The app is not approved for protected customer data, which "${field}" needs`,
		advice:
			'Request access to protected customer data for the app in the Dev Dashboard, under API access',
	}),
	forbidden: ({ status }) => ({
		message: `Shopify refused the request (HTTP ${status})`,
		advice: 'Check that the app is still installed on the shop, then test the credential',
	}),
	rejected: ({ userErrors }) => ({
		message: `Shopify rejected the request: ${userErrors.map(sentence).join('; ')}`,
		advice: 'Correct what Shopify names and run this step again',
	}),
	notFound: ({ shop }) => ({
		message: `There is no Shopify shop at ${shop}`,
		advice:
			'Check Shop in the credential: it is the name before ".myshopify.com", not the address that customers see',
	}),
	shopUnavailable: ({ shop, status }) => describeShopUnavailable(shop, status),
	unavailable: ({ status, requestId }) => ({
		message: `Shopify could not process the request (HTTP ${status})`,
		advice: withRequestId(
			'Try again in a few minutes; see www.shopifystatus.com if it lasts',
			requestId,
		),
	}),
	unreadable: ({ what, requestId }) => ({
		message: `Shopify's answer could not be read: ${what}`,
		advice: withRequestId(
			'Try again in a few minutes; if it lasts, check whether a proxy or firewall changes the answers',
			requestId,
		),
	}),
	unreachable: ({ code, detail }) => describeUnreachable(code, detail),
	tooExpensive: ({ cost, maxCost }) => ({
		message: `The query costs more than Shopify allows in one request${costs(cost, maxCost)}`,
		advice: 'Choose fewer extra fields under Include',
	}),
	invalidQuery: ({ problems }) => ({
		message: `Shopify did not understand the request: ${problems.map(withoutPeriod).join('; ')}`,
		advice:
			'Check API Version in the credential. If it is one of the offered versions, please report this as a defect of the package',
	}),
	ignoredFilter: ({ filter, warning }) => ({
		message: `Shopify would ignore the filter "${filter}": ${withoutPeriod(warning)}`,
		advice:
			'Nothing was used, because the answer is not filtered. Check the value of this filter, and API Version in the credential',
	}),
	oauth: ({ code, shop }) =>
		OAUTH_TEXTS[code]?.(shop) ?? {
			message: `Shopify gave the app no token (${code})`,
			advice:
				'Check Shop, Client ID and Client Secret in the credential, and that the app is installed on the shop',
		},
	stopped: ({ sent }) => ({
		message: 'The execution was stopped',
		advice: sent
			? 'The last request may still have reached Shopify'
			: 'Nothing more was sent to Shopify',
	}),
};

/** Puts a failure into words: what is wrong, and what to do next. */
export function describeFailure(failure: ShopifyFailure): FailureText {
	const describe = TEXTS[failure.kind] as (failure: ShopifyFailure) => FailureText;
	return describe(failure);
}

function describeMissingScope(scopes: readonly string[], field: string): FailureText {
	const uses = scopes.map(whatScopeIsFor).filter((use) => use !== undefined);
	const purpose = uses.length > 0 ? ` (for: ${uses.join('; ')})` : '';
	const add =
		scopes.length > 0
			? `Add ${scopes.join(' or ')}${purpose} to the app's scopes`
			: 'Add the scope that Shopify asks for to the app';
	return {
		message:
			scopes.length > 0
				? `The app lacks the access scope ${scopes.join(' or ')}, which "${field}" needs`
				: `The app may not use "${field}"`,
		advice: `${add}, release the new version of the app, and accept it on the shop`,
	};
}

function describeShopUnavailable(shop: string, status: number): FailureText {
	return status === 423
		? {
				message: `Shopify has locked the shop ${shop}`,
				advice:
					'Ask Shopify Support why the shop is locked; until then nothing can be read or written',
			}
		: {
				message: `The shop ${shop} is frozen`,
				advice: "The shop's owner has to settle its bill with Shopify; nothing is lost meanwhile",
			};
}

/**
 * Node's codes for a failed connection, in words. The codes themselves stay out of the text: n8n
 * replaces any message that contains one with a text of its own (`node.error.js`, n8n-workflow 2.40).
 */
const CONNECTION_TEXTS: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'Shopify refused the connection',
	ENOTFOUND: 'The address of the shop could not be resolved',
	EAI_AGAIN: 'The address of the shop could not be resolved at the moment',
	EHOSTUNREACH: 'There is no network route to Shopify',
	ENETUNREACH: 'There is no network route to Shopify',
	ECONNRESET: 'The connection to Shopify broke before the answer came',
	EPIPE: 'The connection to Shopify broke while the request was sent',
	ECONNABORTED: 'Shopify did not answer in time',
	ETIMEDOUT: 'Shopify did not answer in time',
	ERR_CANCELED: 'The request to Shopify was stopped before the answer came',
	CERT_HAS_EXPIRED: 'The connection to Shopify is not secure: the certificate has expired',
	DEPTH_ZERO_SELF_SIGNED_CERT:
		'The connection to Shopify is not secure: the certificate is not signed by a known authority',
	SELF_SIGNED_CERT_IN_CHAIN:
		'The connection to Shopify is not secure: the certificate is not signed by a known authority',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE:
		'The connection to Shopify is not secure: the certificate is not signed by a known authority',
};

function describeUnreachable(code: string, detail: string | undefined): FailureText {
	const known = CONNECTION_TEXTS[code];
	const unknown = detail === undefined ? '' : `: ${withoutPeriod(detail)}`;
	return {
		message: known ?? `The connection to Shopify failed${unknown}`,
		advice:
			'Check Shop in the credential, and that n8n may reach it through your network, proxy and firewall; then try again',
	};
}

function costs(cost: number | undefined, maxCost: number | undefined): string {
	return cost === undefined || maxCost === undefined ? '' : ` (${cost} of ${maxCost} points)`;
}

function sentence(error: UserError): string {
	const field = error.field?.length ? ` (${error.field.join('.')})` : '';
	return `${withoutPeriod(error.message)}${field}`;
}

function seconds(milliseconds: number): string {
	const count = Math.max(1, Math.ceil(milliseconds / 1000));
	return count === 1 ? '1 second' : `${count} seconds`;
}

function withoutPeriod(text: string): string {
	return text.trim().replace(/\.+$/, '');
}

function withRequestId(advice: string, requestId: string | undefined): string {
	return requestId === undefined ? advice : `${advice}. Shopify request id: ${requestId}`;
}
