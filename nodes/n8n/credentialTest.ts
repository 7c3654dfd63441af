import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { InputProblem } from '../domain/problem';
import { createShopifyClient } from '../shopify/client';
import type { Fetch } from '../shopify/client';
import { readToken, tokenRequest } from '../shopify/clientCredentials';
import { connectionFailure } from '../shopify/connectionFailure';
import { describeFailure } from '../shopify/failureText';
import { SHOP_INFO } from '../shopify/operations/shopInfo';
import { credentialProblem } from '../shopify/scopes';
import { parseCredential } from './credential';
import type { ShopifyCredential } from './credential';
import { toResponse } from './httpResponse';
import type { FullResponse } from './httpResponse';

/** How long to wait for one answer, in milliseconds. */
const ANSWER_TIMEOUT_MS = 10_000;

/** A person is waiting in front of the button, so the test does not insist for longer than this. */
const PATIENCE_MS = 2_500;

/**
 * Tests the credential: whether the shop exists and can be used, whether the app gets a token, and
 * whether it has every scope that *Used For* needs. Nodes name this function in `testedBy`; n8n's
 * declarative test could not tell which scopes are missing.
 *
 * Sends with `request`, the only helper that n8n gives to a credential test, and fetches a token of
 * its own, since n8n does not run `preAuthentication` for it (n8n-core 2.40, `CredentialTestContext`).
 */
export async function shopifyFulfillmentApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const { helpers } = this;
	return await testCredential(credential.data ?? {}, async (options) => {
		const response: unknown = await helpers.request(options);
		return response as FullResponse;
	});
}

/** The same with the HTTP helper given: `send` takes the options of n8n's `request` helper. */
export async function testCredential(
	fields: Readonly<Record<string, unknown>>,
	send: (options: object) => Promise<FullResponse>,
): Promise<INodeCredentialTestResult> {
	try {
		const credential = parseCredential(fields);
		const problem = await findProblem(credential, async (url, { method, headers, body }) =>
			toResponse(
				await send({
					uri: url,
					method,
					headers,
					body,
					simple: false,
					resolveWithFullResponse: true,
					followRedirect: false,
					timeout: ANSWER_TIMEOUT_MS,
				}),
			),
		);
		return problem === undefined
			? { status: 'OK', message: 'Connection successful' }
			: { status: 'Error', message: problem };
	} catch (error) {
		return { status: 'Error', message: toSentences(error) };
	}
}

async function findProblem(
	{ shop, authentication, apiVersion, usedFor }: ShopifyCredential,
	fetch: Fetch,
): Promise<string | undefined> {
	let token: string;
	if (authentication.way === 'accessToken') {
		token = authentication.accessToken;
	} else {
		const { clientId, clientSecret } = authentication;
		const { url, headers, body } = tokenRequest(shop, clientId, clientSecret);
		const response = await fetch(url, { method: 'POST', headers, body });
		token = readToken(shop, {
			status: response.status,
			headers: response.headers,
			body: await response.text(),
		});
	}
	const client = createShopifyClient({
		shop,
		apiVersion,
		deadline: Date.now() + PATIENCE_MS,
		fetch: async (url, init) =>
			await fetch(url, {
				...init,
				headers: { ...init.headers, 'X-Shopify-Access-Token': token },
			}),
	});
	const { data } = await client.run(SHOP_INFO, {}, { repeat: 'read' });
	const granted = data.currentAppInstallation.accessScopes;
	return credentialProblem(
		granted.map(({ handle }) => handle),
		usedFor,
	);
}

function toSentences(error: unknown): string {
	if (error instanceof InputProblem) {
		return error.advice === undefined ? error.message : `${error.message}. ${error.advice}`;
	}
	const { message, advice } = describeFailure(connectionFailure(error));
	return `${message}. ${advice}`;
}
