import { createHash } from 'node:crypto';
import type { Settings } from './options';

/** Client-credentials tokens last a day `[shopify.dev client credentials grant]`. */
const LIFETIME_MS = 86_399_000;

/** Gives out and checks access tokens. */
export class Tokens {
	private readonly settings: Settings;
	/** Token → when it ends, in milliseconds. */
	private readonly given = new Map<string, number>();
	private count = 0;
	private staticRevoked = false;

	constructor(settings: Settings) {
		this.settings = settings;
	}

	/** Whether a request with this token is let in. */
	accepts(token: string | undefined): boolean {
		if (token === undefined) return false;
		if (token === this.settings.accessToken) return !this.staticRevoked;
		const end = this.given.get(token);
		return end !== undefined && this.settings.clock() < end;
	}

	revokeAll(): void {
		this.given.clear();
		this.staticRevoked = true;
	}

	/** The client credentials grant; the body may be a form or JSON. Errors are HTML pages. */
	grant(contentType: string, body: string): { readonly status: number; readonly body: string } {
		const fields = readFields(contentType, body);
		if (!fields || fields.get('grant_type') !== 'client_credentials') {
			return refusal('invalid_request', 'Could not find a supported grant type.');
		}
		if (fields.get('client_id') !== this.settings.clientId) {
			return refusal('application_cannot_be_found', 'The application could not be found.');
		}
		if (fields.get('client_secret') !== this.settings.clientSecret) {
			return refusal('invalid_client', 'The client secret does not match.');
		}
		this.count += 1;
		const seed = `${this.settings.clientSecret} ${String(this.count)}`;
		const token = `shpat_${createHash('sha256').update(seed).digest('hex').slice(0, 32)}`;
		this.given.set(token, this.settings.clock() + LIFETIME_MS);
		const scope = this.settings.accessScopes.join(',');
		const answer = { access_token: token, scope, expires_in: LIFETIME_MS / 1000 };
		return { status: 200, body: JSON.stringify(answer) };
	}
}

function readFields(contentType: string, body: string): Map<string, string> | undefined {
	if (!contentType.includes('json')) return new Map(new URLSearchParams(body));
	try {
		const parsed = JSON.parse(body) as Record<string, unknown>;
		return new Map(Object.entries(parsed).map(([key, value]) => [key, String(value)]));
	} catch {
		return undefined;
	}
}

function refusal(code: string, text: string): { status: number; body: string } {
	const title = `Oauth error ${code}: ${text}`;
	const body = `<!DOCTYPE html><html><head><title>${title}</title></head><body><p>${title}</p></body></html>`;
	return { status: 400, body };
}
