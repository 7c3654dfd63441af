import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, getNamedType, isObjectType } from 'graphql';
import type { GraphQLSchema } from 'graphql';

const SCHEMA_FOLDER = join(__dirname, '..', '..', 'nodes', 'shopify', 'schema');

/** Versions the demo shop serves, oldest first. */
export const SERVED_VERSIONS = ['2026-07', '2026-10'] as const;

const QUARTERS: Readonly<Record<string, string>> = { '01': 'January', '04': 'April', '07': 'July' };

/** A version as the schema's `ApiVersion` shows it. */
export function apiVersionNamed(handle: string) {
	const [year, month] = handle.split('-');
	const displayName = `${year ?? ''}-${month ?? ''} (${QUARTERS[month ?? ''] ?? 'October'})`;
	return { handle, displayName, supported: true };
}

/** A version of the API: its schema and which scopes open its types and fields. */
export interface Api {
	readonly version: string;
	readonly schema: GraphQLSchema;
	readonly scopes: Readonly<Record<string, readonly string[]>>;
}

const loaded = new Map<string, Api>();

/** Reads the committed schema of a served version; each is read once in a process. */
export function loadApi(version: string, prepare: (schema: GraphQLSchema) => void): Api {
	const known = loaded.get(version);
	if (known) return known;
	const sdl = readFileSync(join(SCHEMA_FOLDER, `admin-${version}.graphql`), 'utf8');
	const rulesFile = join(SCHEMA_FOLDER, `access-scopes-${version}.json`);
	const rules = readFileSync(rulesFile, 'utf8');
	const schema = buildSchema(sdl);
	prepare(schema);
	const api = { version, schema, scopes: JSON.parse(rules) as Api['scopes'] };
	loaded.set(version, api);
	return api;
}

/** A write scope lets its holder read the same things `[public knowledge, not documented]`. */
export function effectiveScopes(granted: readonly string[]): ReadonlySet<string> {
	const all = new Set(granted);
	for (const scope of granted) {
		if (scope.startsWith('write_')) all.add(scope.replace('write_', 'read_'));
	}
	return all;
}

/**
 * Fields that the scopes do not open, as `Type.field` → the scopes of which one would do. A field
 * is closed when its own rule or the rule of the type it returns is not met; connections count as
 * the type of their nodes. Closed types stand in it under their own name, for fields that return
 * an interface or a union.
 */
export function deniedFields(
	api: Api,
	scopes: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
	const denied = new Map<string, readonly string[]>();
	const missing = (name: string): readonly string[] | undefined => {
		const rule = api.scopes[name];
		return rule && !rule.some((scope) => scopes.has(scope)) ? rule : undefined;
	};
	for (const type of Object.values(api.schema.getTypeMap())) {
		if (!isObjectType(type) || type.name.startsWith('__')) continue;
		const own = missing(type.name);
		if (own) denied.set(type.name, own);
		// The objects of a payload or a connection are opened by the field that returned it; below
		// them the rules of their own fields hold.
		for (const field of Object.values(type.getFields())) {
			const returned = getNamedType(field.type).name.replace(/Connection$/, '');
			const isPayload = type.name.endsWith('Payload') || type.name.endsWith('Connection');
			const rule =
				missing(`${type.name}.${field.name}`) ?? (isPayload ? undefined : missing(returned));
			if (rule) denied.set(`${type.name}.${field.name}`, rule);
		}
	}
	return denied;
}
