import {
	execute,
	getOperationAST,
	getVariableValues,
	GraphQLError,
	OperationTypeNode,
	parse,
	validate,
} from 'graphql';
import type { DocumentNode, ExecutionResult } from 'graphql';
import { deniedFields, effectiveScopes } from './access';
import type { Api } from './access';
import type { Context } from './context';
import { actualCost, requestedCost } from './cost';
import { executionError, syntaxError, validationError, variableError } from './graphqlErrors';
import type { ErrorBody } from './graphqlErrors';
import { callKeys } from './idempotency';
import type { SearchNote } from './search';
import type { Bucket, ThrottleStatus } from './throttle';
import type { World } from './world';

/** A GraphQL request as it came in. */
export interface GraphqlRequest {
	readonly query: string;
	readonly variables: Readonly<Record<string, unknown>>;
	readonly operationName?: string | undefined;
}

/** The JSON of the answer, and what the log wants to know. */
export interface GraphqlAnswer {
	readonly body: {
		readonly data?: unknown;
		readonly errors?: readonly ErrorBody[];
		readonly extensions?: {
			readonly cost?: {
				readonly requestedQueryCost: number;
				readonly actualQueryCost: number | null;
				readonly throttleStatus: ThrottleStatus;
			};
			readonly search?: readonly SearchNote[];
		};
	};
	readonly requestedCost: number;
	readonly actualCost: number;
	readonly throttled: boolean;
}

/**
 * Whether a request is throttled: by the bucket, at all events (nothing is done then), or not at
 * all (the bucket stays as it is then).
 */
export type Throttling = 'byBucket' | 'always' | 'never';

/** What else matters for an answer: where the caller found the shop, and a fault. */
export type Circumstances = Pick<Context, 'origin' | 'refuseKeys'>;

/** Most points one operation may ask for, on every plan `[shopify.dev rate limits]`. */
const MAX_COST = 1000;
const RATE_LIMITS = 'https://shopify.dev/api/usage/rate-limits';
const CACHED_DOCUMENTS = 500;

interface Prepared {
	readonly document: DocumentNode;
	readonly errors: readonly ErrorBody[];
}

/** Runs GraphQL requests against the shop: parse, validate, price, throttle, execute. */
export class Engine {
	private readonly world: World;
	private readonly bucket: Bucket;
	private readonly prepared = new Map<string, Prepared>();
	private readonly denied = new Map<string, ReadonlyMap<string, readonly string[]>>();

	constructor(world: World, bucket: Bucket) {
		this.world = world;
		this.bucket = bucket;
	}

	run(
		api: Api,
		request: GraphqlRequest,
		circumstances: Circumstances,
		throttling: Throttling = 'byBucket',
	): GraphqlAnswer {
		const prepared = this.prepare(api, request.query);
		if (prepared.errors.length > 0) return failed(prepared.errors);
		const operation = getOperationAST(prepared.document, request.operationName);
		if (!operation) return failed([{ message: 'An operation name is required' }]);
		const { schema } = api;
		const definitions = operation.variableDefinitions ?? [];
		const { coerced, errors } = getVariableValues(schema, definitions, request.variables);
		if (errors) return failed(errors.map((error) => variableError(error, request.variables)));
		const points = requestedCost(schema, prepared.document, operation, coerced);
		if (points > MAX_COST) return failed([tooExpensive(points)]);
		const throttle = this.world.settings.throttle && throttling !== 'never';
		if (throttling === 'always' || (throttle && !this.bucket.take(points)))
			return this.throttled(points);
		const context = this.context(api, circumstances);
		let result: ExecutionResult;
		try {
			// Every resolver is synchronous, so the result is there at once and no other request gets
			// in between: one request is one transaction.
			result = execute({
				schema,
				document: prepared.document,
				variableValues: request.variables,
				operationName: operation.name?.value ?? null,
				contextValue: context,
			}) as ExecutionResult;
		} catch (error) {
			result = { errors: [new GraphQLError(String(error))] };
		}
		if (operation.operation === OperationTypeNode.MUTATION) this.world.changed();
		const measured = actualCost(schema, prepared.document, operation, coerced, result.data);
		const used = Math.min(points, measured);
		if (throttle) this.bucket.refund(points - used);
		const cost = {
			requestedQueryCost: points,
			actualQueryCost: used,
			throttleStatus: this.bucket.status(),
		};
		return {
			body: {
				...(result.data === undefined ? {} : { data: result.data }),
				...(result.errors ? { errors: result.errors.map(executionError) } : {}),
				extensions: { cost, ...(context.notes.length > 0 ? { search: context.notes } : {}) },
			},
			requestedCost: points,
			actualCost: used,
			throttled: false,
		};
	}

	/** The calls of a request that have an idempotency key. */
	keysOf(api: Api, request: GraphqlRequest): readonly string[] {
		const { document } = this.prepare(api, request.query);
		const operation = getOperationAST(document, request.operationName);
		return operation ? callKeys(api.schema, operation, request.variables) : [];
	}

	/** The context of one request; which fields are denied is worked out once per set of scopes. */
	context(api: Api, circumstances: Circumstances): Context {
		const granted = this.world.settings.accessScopes;
		const key = `${api.version} ${granted.join(' ')}`;
		const scopes = effectiveScopes(granted);
		let denied = this.denied.get(key);
		if (!denied) {
			denied = deniedFields(api, scopes);
			this.denied.set(key, denied);
		}
		const { version } = api;
		return { ...circumstances, world: this.world, version, scopes, denied, notes: [] };
	}

	private throttled(points: number): GraphqlAnswer {
		const documentation = RATE_LIMITS;
		return {
			body: {
				errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED', documentation } }],
				extensions: {
					cost: {
						requestedQueryCost: points,
						actualQueryCost: null,
						throttleStatus: this.bucket.status(),
					},
				},
			},
			requestedCost: points,
			actualCost: 0,
			throttled: true,
		};
	}

	private prepare(api: Api, query: string): Prepared {
		const key = `${api.version} ${query}`;
		const known = this.prepared.get(key);
		if (known) return known;
		const made = prepareDocument(api, query);
		if (this.prepared.size >= CACHED_DOCUMENTS) this.prepared.clear();
		this.prepared.set(key, made);
		return made;
	}
}

function prepareDocument(api: Api, query: string): Prepared {
	let document: DocumentNode;
	try {
		document = parse(query);
	} catch (error) {
		const known = error instanceof GraphQLError ? error : new GraphQLError(String(error));
		return {
			document: { kind: 'Document', definitions: [] } as unknown as DocumentNode,
			errors: [syntaxError(known)],
		};
	}
	const errors = validate(api.schema, document);
	return { document, errors: errors.map((error) => validationError(error, document)) };
}

function failed(errors: readonly ErrorBody[]): GraphqlAnswer {
	return { body: { errors }, requestedCost: 0, actualCost: 0, throttled: false };
}

function tooExpensive(cost: number): ErrorBody {
	const limit = String(MAX_COST);
	return {
		message:
			`Query cost is ${String(cost)}, which exceeds the single query max cost limit (${limit}).` +
			'\n\nSee https://shopify.dev/concepts/about-apis/rate-limits for more information on how the cost of a query is calculated.\n\n' +
			'To query larger amounts of data with fewer limits, bulk operations should be used instead.',
		extensions: { code: 'MAX_COST_EXCEEDED', cost, maxCost: MAX_COST, documentation: RATE_LIMITS },
	};
}
