import type { ShopifyFailure } from './failure';

/** One entry of a GraphQL response's `errors`. */
export interface GraphQlError {
	readonly message: string;
	readonly path?: readonly (string | number)[];
	readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Whether the app may not read or do something: a scope or an approval is missing. */
export function isAccessError(error: GraphQlError): boolean {
	return error.extensions?.['code'] === 'ACCESS_DENIED' || isNotApproved(error);
}

/** Shopify's wording for protected customer data, which comes with and without a code. */
function isNotApproved({ message }: GraphQlError): boolean {
	return /not approved to (?:access|use|subscribe)/i.test(message);
}

/** The access scopes that an error names, in backquotes as Shopify writes them. */
export function scopesNamedIn({ message, extensions }: GraphQlError): readonly string[] {
	const required = extensions?.['requiredAccess'];
	const text = typeof required === 'string' ? required : message;
	const scopes = text.matchAll(/`((?:read|write)_[a-z_]+)`/g);
	return [...new Set([...scopes].map(([, scope]) => scope ?? ''))];
}

/**
 * Classes of errors, gravest first: what decides is the first class that any of the errors is in.
 * The codes are those of Shopify's Admin API 2026-07; what is in none of them is a plain refusal.
 */
const CLASSES: readonly {
	readonly holds: (error: GraphQlError) => boolean;
	readonly toFailure: (errors: readonly GraphQlError[]) => ShopifyFailure;
}[] = [
	{
		holds: hasCode('MAX_COST_EXCEEDED'),
		toFailure: ([error]) => {
			const cost = numberOf(error, 'cost');
			const maxCost = numberOf(error, 'maxCost');
			return {
				kind: 'tooExpensive',
				...(cost !== undefined && { cost }),
				...(maxCost !== undefined && { maxCost }),
			};
		},
	},
	{
		holds: hasCode('INTERNAL_SERVER_ERROR', 'TIMEOUT', 'SERVICE_UNAVAILABLE'),
		toFailure: ([error]) => {
			const requestId = error?.extensions?.['requestId'];
			return {
				kind: 'unavailable',
				status: 200,
				...(typeof requestId === 'string' && { requestId }),
			};
		},
	},
	{ holds: isAccessError, toFailure: ([error]) => accessFailure(error) },
	{ holds: isInvalidQuery, toFailure: (errors) => invalidQuery(errors) },
];

/** What errors that cost the whole answer mean. The list must not be empty. */
export function failureOfErrors(errors: readonly GraphQlError[]): ShopifyFailure {
	for (const { holds, toFailure } of CLASSES) {
		const found = errors.filter(holds);
		if (found.length > 0) return toFailure(found);
	}
	return {
		kind: 'rejected',
		userErrors: errors.map(({ message, path, extensions }) => ({
			field: path?.map(String) ?? null,
			message,
			code: typeof extensions?.['code'] === 'string' ? extensions['code'] : null,
		})),
	};
}

function hasCode(...codes: readonly string[]): (error: GraphQlError) => boolean {
	return ({ extensions }) => codes.some((code) => extensions?.['code'] === code);
}

function accessFailure(error: GraphQlError | undefined): ShopifyFailure {
	const path = error?.path?.filter((step) => typeof step === 'string').join('.') ?? '';
	const field = path === '' ? 'this request' : path;
	const scopes = error === undefined ? [] : scopesNamedIn(error);
	if (error !== undefined && scopes.length === 0 && isNotApproved(error)) {
		return { kind: 'protectedData', field };
	}
	return { kind: 'missingScope', scopes, field };
}

/** Codes of GraphQL's own validation are camelCase; Shopify's codes are upper case. */
function isInvalidQuery({ extensions }: GraphQlError): boolean {
	const code = extensions?.['code'];
	return (
		typeof code === 'string' &&
		(/^[a-z]+([A-Z][a-z]*)+$/.test(code) ||
			['INVALID_VARIABLE', 'INVALID_FIELD_ARGUMENTS', 'MAX_INPUT_SIZE_EXCEEDED'].includes(code))
	);
}

/**
 * `INVALID_VARIABLE` carries the whole value beside its problems; only the problems are told, since
 * the value may hold an address.
 */
function invalidQuery(errors: readonly GraphQlError[]): ShopifyFailure {
	const problems = errors.flatMap(({ message, extensions }) => {
		const details: unknown = extensions?.['problems'];
		if (!Array.isArray(details) || details.length === 0) return [message];
		return (details as readonly { path?: unknown; explanation?: unknown }[]).map(
			({ path, explanation }) =>
				`${Array.isArray(path) ? path.join('.') : 'value'}: ${String(explanation)}`,
		);
	});
	return { kind: 'invalidQuery', problems };
}

function numberOf(error: GraphQlError | undefined, name: string): number | undefined {
	const value = error?.extensions?.[name];
	return typeof value === 'number' ? value : undefined;
}
