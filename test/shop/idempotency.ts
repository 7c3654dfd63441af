import { createHash } from 'node:crypto';
import { getDirectiveValues, GraphQLError, Kind } from 'graphql';
import type { GraphQLResolveInfo, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { badRequest } from './connections';
import type { Context, KeyRefusal } from './context';

/**
 * Mutations under `@idempotent(key:)` `[schema, shopify.md 4.1]`: a key is kept for 24 hours for
 * each mutation; the same call again is answered as it was, without doing anything. Recorded is only
 * what a missing directive does. The texts of the three codes are not recorded, and neither is
 * whether a call that failed at the top level uses its key up; here it does not.
 */
const KEPT_MS = 24 * 3_600_000;

/** An entry of a payload's user errors; payloads without codes do not show theirs. */
export interface InventoryError {
	readonly field: readonly string[] | null;
	readonly message: string;
	readonly code: string | null;
}

/** A payload with user errors. */
export interface Payload extends Readonly<Record<string, unknown>> {
	readonly userErrors: readonly InventoryError[];
}

/** Calls that have arrived and are not done, by what `callKeys` gives. */
export class CallsUnderWay {
	private readonly counts = new Map<string, number>();

	/** Notes that calls have arrived; what it returns notes that they are to be done now. */
	begin(keys: readonly string[]): () => void {
		const count = (by: number): void => {
			for (const key of keys) this.counts.set(key, (this.counts.get(key) ?? 0) + by);
		};
		count(1);
		return () => {
			count(-1);
		};
	}

	has(key: string): boolean {
		return (this.counts.get(key) ?? 0) > 0;
	}
}

const callKey = (mutation: string, key: string): string => `${mutation} ${key}`;

/** The calls of an operation that have an idempotency key. */
export function callKeys(
	schema: GraphQLSchema,
	operation: OperationDefinitionNode,
	variables: Readonly<Record<string, unknown>>,
): readonly string[] {
	const directive = schema.getDirective('idempotent');
	return operation.selectionSet.selections.flatMap((field) => {
		if (field.kind !== Kind.FIELD || !directive) return [];
		const key = field.directives?.find((one) => one.name.value === 'idempotent')?.arguments?.[0];
		const { value } = key ?? {};
		const given =
			value?.kind === Kind.VARIABLE
				? variables[value.name.value]
				: value?.kind === Kind.STRING
					? value.value
					: undefined;
		return typeof given === 'string' ? [callKey(field.name.value, given)] : [];
	});
}

const TEXTS: Readonly<Record<KeyRefusal | 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH', string>> = {
	IDEMPOTENCY_CONCURRENT_REQUEST: 'A request with this idempotency key is already in progress.',
	IDEMPOTENCY_KEY_PARAMETER_MISMATCH:
		'The same idempotency key cannot be used with different operation parameters.',
	IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED:
		'A previous request with this idempotency key failed. Use a new idempotency key.',
};

function keyOf({ schema, fieldNodes, variableValues }: GraphQLResolveInfo): string | undefined {
	const directive = schema.getDirective('idempotent');
	const [node] = fieldNodes;
	if (!directive || !node) return undefined;
	const values = getDirectiveValues(directive, node, variableValues);
	const key = values?.['key'] as string | undefined;
	// The rule is Shopify's, the text is not recorded.
	if (key?.trim() === '') throw badRequest('The idempotency key cannot be blank.');
	return key;
}

/** Refuses a mutation that came without the directive `[recorded]`. */
export function keyRequired(info: GraphQLResolveInfo): string {
	const key = keyOf(info);
	if (key !== undefined) return key;
	throw new GraphQLError(
		'The @idempotent directive is required for this mutation but was not provided.',
		{ extensions: { code: 'BAD_REQUEST' } },
	);
}

/**
 * Does the work of a mutation unless its key says that it was done. An answer that is given again is
 * the kept one; objects in it show what they hold by now.
 *
 * @param empty the payload's other fields where nothing is done
 */
export function underKey(
	context: Context,
	info: GraphQLResolveInfo,
	args: unknown,
	empty: Readonly<Record<string, unknown>>,
	work: (key: string | null) => Payload,
): Payload {
	const key = keyOf(info);
	if (key === undefined) return work(null);
	const { state, settings, callsUnderWay } = context.world;
	const refuse = (code: keyof typeof TEXTS): Payload => ({
		...empty,
		userErrors: [{ field: null, message: TEXTS[code], code }],
	});
	const call = callKey(info.fieldName, key);
	if (context.refuseKeys) return refuse(context.refuseKeys);
	if (callsUnderWay.has(call)) return refuse('IDEMPOTENCY_CONCURRENT_REQUEST');
	const now = settings.clock();
	for (const [old, { at }] of state.keptCalls) {
		if (at + KEPT_MS > now) break;
		state.keptCalls.delete(old);
	}
	const parameters = createHash('sha256').update(JSON.stringify(args)).digest('hex');
	const kept = state.keptCalls.get(call);
	if (!kept) {
		const answer = work(key);
		const failed = answer.userErrors.length > 0;
		state.keptCalls.set(call, { parameters, at: now, answer, failed });
		return answer;
	}
	if (kept.parameters !== parameters) return refuse('IDEMPOTENCY_KEY_PARAMETER_MISMATCH');
	if (kept.failed && settings.unknowns.replays === 'failed') {
		return refuse('IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED');
	}
	return kept.answer as Payload;
}
