import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { Failure, INode, JsonObject } from 'n8n-workflow';
import { InputProblem } from '../domain/problem';
import { failureIn, ShopifyError } from '../shopify/failure';
import type { ShopifyFailure, ShopifyFailureKind } from '../shopify/failure';
import { describeFailure } from '../shopify/failureText';

/** Where in the user's data an error belongs. */
export interface ErrorPlace {
	/** The input item. */
	readonly itemIndex?: number;
	/** Whose order or SKU, in the user's words: `Order #1042`. */
	readonly subject?: string;
}

/**
 * The error that n8n shows for anything that went wrong: what is wrong, with whose order, and what to
 * do next. For polls it also says what kind of failure it is, so that n8n backs off by itself
 * (n8n-core 2.40: HTTP code and `failure`; ignored elsewhere).
 *
 * An error that is n8n's already is returned as it is.
 */
export function toNodeError(
	node: INode,
	error: unknown,
	place: ErrorPlace = {},
): NodeApiError | NodeOperationError {
	if (error instanceof NodeOperationError) return withItem(error, place);
	const failure = failureIn(error);
	if (failure !== undefined) return ofFailure(node, failure, place);
	if (error instanceof NodeApiError) return withItem(error, place);
	if (isInputProblem(error)) return ofProblem(node, error, place);
	return ofDefect(node, error, place);
}

function ofFailure(node: INode, failure: ShopifyFailure, place: ErrorPlace): NodeApiError {
	const { message, advice } = describeFailure(failure);
	const httpCode = httpCodeOf(failure);
	const made = new NodeApiError(node, new ShopifyError(failure) as unknown as JsonObject, {
		message,
		description: advice,
		...(httpCode !== undefined && { httpCode }),
		...(place.itemIndex !== undefined && { itemIndex: place.itemIndex }),
	});
	const declared = declaredFailure(failure);
	if (declared !== undefined) made.failure = declared;
	return withText(made, message, advice, place);
}

function ofProblem(node: INode, problem: InputProblem, place: ErrorPlace): NodeOperationError {
	const { message, advice, path } = problem;
	const where = path === undefined ? undefined : `Field: ${path}`;
	const description = [advice, where].filter((part) => part !== undefined).join('. ');
	const made = new NodeOperationError(node, message, {
		description,
		...(place.itemIndex !== undefined && { itemIndex: place.itemIndex }),
	});
	return withText(made, message, description, place);
}

/** Anything else is a defect of ours, or an error of n8n's own such as a wrong expression. */
function ofDefect(node: INode, error: unknown, place: ErrorPlace): NodeOperationError {
	const cause = error instanceof Error ? error : new Error(String(error));
	const { description } = cause as { readonly description?: unknown };
	const made = new NodeOperationError(node, cause, {
		...(place.itemIndex !== undefined && { itemIndex: place.itemIndex }),
	});
	const advice = typeof description === 'string' ? description : adviceAbout(cause);
	return withText(made, cause.message, advice, place);
}

/** By its name: n8n's class may come from another copy of its package than ours. */
function adviceAbout(cause: Error): string {
	if (cause.name !== 'ExpressionError') {
		return 'If the parameters of this node are right, please report this as a defect of the package';
	}
	const { parameter } =
		(cause as { readonly context?: Readonly<Record<string, unknown>> }).context ?? {};
	const where = typeof parameter === 'string' ? `. Field: ${parameter}` : '';
	return `Correct the expression${where}`;
}

/**
 * Sets the text once more after construction: n8n replaces a message that contains the name of a
 * system error anywhere, in any case, so that "SKU PREEXISTING" becomes "The file or directory
 * already exists" (n8n-workflow 2.40, `node.error.js`).
 */
function withText<E extends NodeApiError | NodeOperationError>(
	error: E,
	message: string,
	description: string,
	{ subject }: ErrorPlace,
): E {
	error.message = subject === undefined ? message : `${subject}: ${message}`;
	error.description = description === '' ? null : description;
	error.messages = [];
	return error;
}

function withItem<E extends NodeApiError | NodeOperationError>(error: E, place: ErrorPlace): E {
	if (place.itemIndex !== undefined) error.context['itemIndex'] ??= place.itemIndex;
	return error;
}

/** Told by name as well, since the credential is bundled apart and has a class of its own. */
function isInputProblem(error: unknown): error is InputProblem {
	return error instanceof InputProblem || (error instanceof Error && error.name === 'InputProblem');
}

const HTTP_CODES: Readonly<Partial<Record<ShopifyFailureKind, string>>> = {
	throttled: '429',
	unauthorized: '401',
	oauth: '401',
	missingScope: '403',
	protectedData: '403',
	notFound: '404',
	rejected: '422',
	unreadable: '502',
	tooExpensive: '400',
	invalidQuery: '400',
	ignoredFilter: '400',
};

function httpCodeOf(failure: ShopifyFailure): string | undefined {
	if (!('status' in failure)) return HTTP_CODES[failure.kind];
	// Shopify's internal errors come with HTTP 200; n8n should see them as what they are.
	return failure.status === 200 ? '500' : String(failure.status);
}

const CAUSES: Readonly<Partial<Record<ShopifyFailureKind, Failure['cause']>>> = {
	throttled: 'rate-limited',
	unavailable: 'temporarily-unavailable',
	unreadable: 'temporarily-unavailable',
	unreachable: 'temporarily-unavailable',
	unauthorized: 'credential-invalid',
	oauth: 'credential-invalid',
	missingScope: 'credential-invalid',
	protectedData: 'credential-invalid',
	forbidden: 'credential-invalid',
	notFound: 'credential-invalid',
	shopUnavailable: 'credential-invalid',
	ignoredFilter: 'configuration-invalid',
	tooExpensive: 'configuration-invalid',
	invalidQuery: 'node-defect',
};

function declaredFailure(failure: ShopifyFailure): Failure | undefined {
	const cause = CAUSES[failure.kind];
	if (cause === undefined) return undefined;
	const retryAfterMs = 'retryAfterMs' in failure ? failure.retryAfterMs : undefined;
	return { cause, ...(retryAfterMs !== undefined && { retryAfterMs }) } as Failure;
}
