import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Shop } from '../../nodes/shopify/shopDomain';

/** Fields of the credential in n8n. They are passed on and kept nowhere else. */
export type CredentialFields = Readonly<Record<string, unknown>>;

/**
 * The credential from the environment, null if it names none. Takes the secrets out of it, so that no
 * program that is started later gets them.
 */
export function credentialFromEnvironment({ origin }: Shop): CredentialFields | null {
	const clientId = process.env['SHOPIFY_CLIENT_ID']?.trim();
	const clientSecret = process.env['SHOPIFY_CLIENT_SECRET']?.trim();
	const accessToken = process.env['SHOPIFY_ACCESS_TOKEN']?.trim();
	delete process.env['SHOPIFY_CLIENT_SECRET'];
	delete process.env['SHOPIFY_ACCESS_TOKEN'];
	if (clientId && clientSecret) return byClient(origin, clientId, clientSecret);
	if (clientId || clientSecret) {
		const missing = clientId ? 'SHOPIFY_CLIENT_SECRET' : 'SHOPIFY_CLIENT_ID';
		throw new Error(`${missing} is not set: both are needed, or SHOPIFY_ACCESS_TOKEN alone`);
	}
	return accessToken ? byToken(origin, accessToken) : null;
}

/** Asks for the credential on the terminal; secrets do not appear there. */
export async function askCredential(
	{ domain, origin }: Shop,
	signal: AbortSignal,
): Promise<CredentialFields> {
	return withTerminal(signal, async (ask) => {
		console.log(`The app needs the scopes listed in README.md, The Shopify app.
How does your app sign in to ${domain}?
  1  with a client ID and a client secret (an app from the Dev Dashboard)
  2  with an Admin API access token`);
		let way = '';
		while (!['1', '2'].includes(way)) way = (await ask('1 or 2: ')) || '1';
		if (way === '2') return byToken(origin, await askUntilGiven('Access token: ', true));
		const clientId = await askUntilGiven('Client ID: ', false);
		return byClient(origin, clientId, await askUntilGiven('Client secret: ', true));

		async function askUntilGiven(question: string, secret: boolean): Promise<string> {
			for (;;) {
				const answer = await ask(question, secret);
				if (answer !== '') return answer;
			}
		}
	});
}

/** Asks a question that only a clear yes answers with yes. */
export async function askYesNo(question: string, signal: AbortSignal): Promise<boolean> {
	return withTerminal(signal, async (ask) => /^y(es)?$/i.test(await ask(`${question} [y/N] `)));
}

/** Whether there is somebody to ask. */
export function canAsk(): boolean {
	return process.stdin.isTTY && process.stdout.isTTY;
}

/** Only *orders* is used, so the credential's test asks for no other scopes. */
const USED = { usedFor: ['orders'] };

function byClient(shop: string, clientId: string, clientSecret: string): CredentialFields {
	return { shop, authentication: 'clientCredentials', clientId, clientSecret, ...USED };
}

function byToken(shop: string, accessToken: string): CredentialFields {
	return { shop, authentication: 'accessToken', accessToken, ...USED };
}

type Ask = (question: string, secret?: boolean) => Promise<string>;

async function withTerminal<T>(signal: AbortSignal, work: (ask: Ask) => Promise<T>): Promise<T> {
	signal.throwIfAborted();
	let silent = false;
	const output = new Writable({
		write(text: Buffer, _encoding, done) {
			if (!silent) process.stdout.write(text);
			done();
		},
	});
	const terminal = createInterface({ input: process.stdin, output, terminal: true });
	// While a line is read, Ctrl-C is a key like any other.
	terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
	try {
		return await work(async (question, secret = false) => {
			const answer = terminal.question(question, { signal });
			silent = secret;
			try {
				return (await answer).trim();
			} finally {
				silent = false;
				if (secret) process.stdout.write('\n');
			}
		});
	} finally {
		terminal.close();
	}
}
