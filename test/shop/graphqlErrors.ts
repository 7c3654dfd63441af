import { GraphQLError, Kind } from 'graphql';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';

/** An error as it stands in the answer. */
export interface ErrorBody {
	readonly message: string;
	readonly locations?: readonly { readonly line: number; readonly column: number }[];
	readonly path?: readonly (string | number)[];
	readonly extensions?: Readonly<Record<string, unknown>>;
}

interface Shape {
	readonly pattern: RegExp;
	/** Shopify's text and extensions, from the groups of the pattern. */
	readonly as: (...groups: string[]) => { message: string; extensions: Record<string, unknown> };
}

/**
 * graphql-js's validation texts → Shopify's. Codes and names are recorded for the first three;
 * what is not in this list keeps its text and gets the code `invalidDocument`.
 */
const SHAPES: readonly Shape[] = [
	{
		pattern: /^Cannot query field "(\w+)" on type "(\w+)"/,
		as: (fieldName, typeName) => ({
			message: `Field '${fieldName}' doesn't exist on type '${typeName}'`,
			extensions: { code: 'undefinedField', typeName, fieldName },
		}),
	},
	{
		pattern: /^Unknown argument "(\w+)" on field "(\w+)\.(\w+)"/,
		as: (argumentName, _typeName, name) => ({
			message: `Field '${name}' doesn't accept argument '${argumentName}'`,
			extensions: { code: 'argumentNotAccepted', name, typeName: 'Field', argumentName },
		}),
	},
	{
		pattern: /^Field "(\w+)" argument "(\w+)" of type "[^"]+" is required/,
		as: (name, argument) => ({
			message: `Field '${name}' is missing required arguments: ${argument}`,
			extensions: {
				code: 'missingRequiredArguments',
				className: 'Field',
				name,
				arguments: argument,
			},
		}),
	},
	{
		pattern: /^Field "(\w+)" of type "([^"]+)" must have a selection of subfields/,
		as: (nodeName, typeName) => ({
			message: `Field must have selections (field '${nodeName}' returns ${typeName} but has no selections. Did you mean '${nodeName} { ... }'?)`,
			extensions: { code: 'selectionMismatch', nodeName: `field '${nodeName}'`, typeName },
		}),
	},
	{
		pattern: /^Variable "\$(\w+)" is not defined by operation "(\w+)"/,
		as: (variableName, operation) => ({
			message: `Variable $${variableName} is used by ${operation} but not declared`,
			extensions: { code: 'variableNotDefined', variableName },
		}),
	},
	{
		pattern: /^Variable "\$(\w+)" is never used in operation "(\w+)"/,
		as: (variableName, operation) => ({
			message: `Variable $${variableName} is declared by ${operation} but not used`,
			extensions: { code: 'variableNotUsed', variableName },
		}),
	},
	{
		pattern: /^Unknown fragment "(\w+)"/,
		as: (fragmentName) => ({
			message: `Fragment ${fragmentName} was used, but not defined`,
			extensions: { code: 'useAndDefineFragment', fragmentName },
		}),
	},
];

function locationsOf(error: GraphQLError): Pick<ErrorBody, 'locations'> {
	return error.locations ? { locations: error.locations } : {};
}

/** A validation error in Shopify's form; its path starts with the operation. */
export function validationError(error: GraphQLError, document: DocumentNode): ErrorBody {
	const operation = document.definitions.find(
		(one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
	);
	const root = `${operation?.operation ?? 'query'} ${operation?.name?.value ?? ''}`.trim();
	const [node] = error.nodes ?? [];
	const field = node?.kind === Kind.FIELD ? [node.name.value] : [];
	for (const { pattern, as } of SHAPES) {
		const match = pattern.exec(error.message);
		if (!match) continue;
		return { ...as(...match.slice(1)), ...locationsOf(error), path: [root, ...field] };
	}
	return {
		message: error.message,
		...locationsOf(error),
		path: [root],
		extensions: { code: 'invalidDocument' },
	};
}

/** A text that is not GraphQL. */
export function syntaxError(error: GraphQLError): ErrorBody {
	return { message: error.message, ...locationsOf(error) };
}

/** `Variable "$id" got invalid value …` → Shopify's INVALID_VARIABLE. */
export function variableError(
	error: GraphQLError,
	variables: Readonly<Record<string, unknown>>,
): ErrorBody {
	const name = /\$(\w+)/.exec(error.message)?.[1] ?? '';
	const type = /of (?:required |non-null )?type "([^"]+)"/.exec(error.message)?.[1];
	const missing = /must not be null|was not provided/.test(error.message);
	const given = error.message.split('; ').slice(1).join('; ');
	const explanation = missing ? 'Expected value to not be null' : given || error.message;
	const at = /at "\w+\.?([^"]*)"/.exec(error.message)?.[1] ?? '';
	const path =
		at === '' ? [] : at.replaceAll('[', '.').replaceAll(']', '').split('.').filter(Boolean);
	const value = variables[name] ?? null;
	const wanted = type === undefined ? '' : ` of type ${type}`;
	return {
		message: `Variable $${name}${wanted} was provided invalid value`,
		...locationsOf(error),
		extensions: { code: 'INVALID_VARIABLE', value, problems: [{ path, explanation }] },
	};
}

/** An error from running; an error of the demo shop itself says so instead of hiding. */
export function executionError(error: GraphQLError): ErrorBody {
	const cause = error.originalError;
	const own = cause !== undefined && !(cause instanceof GraphQLError);
	return {
		message: own ? `${cause.name}: ${error.message}` : error.message,
		...locationsOf(error),
		...(Object.keys(error.extensions).length > 0 ? { extensions: error.extensions } : {}),
		...(error.path ? { path: error.path } : {}),
	};
}
