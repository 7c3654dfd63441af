// Writes nodes/shopify/schema/admin-<version>.graphql: Shopify's published Admin schema, pruned to
// the types named in schema-selection.json (whole types, so that a new field needs no new schema),
// with descriptions removed. It needs the package registry; everything else works offline from the
// committed result. Usage: npm run schema
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema, buildSchema, isSpecifiedScalarType, printSchema } from 'graphql';

const SOURCE = '@shopify/dev-mcp@1.16.0';
const VERSIONS = ['2026-07', '2026-10'];
const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '..', 'nodes', 'shopify', 'schema');
const selection = JSON.parse(readFileSync(join(here, 'schema-selection.json'), 'utf8'));

/** Introspection type reference → the name of the type inside all wrappers. */
const named = (reference) => (reference.ofType ? named(reference.ofType) : reference);

/** Introspection of the whole API → introspection of the selected part, closed under reference. */
function prune(schema) {
	const byName = new Map(schema.types.map((type) => [type.name, type]));
	const chosen = new Set(selection.types.filter((name) => byName.has(name)));
	const isOutput = (name) => ['OBJECT', 'INTERFACE', 'UNION'].includes(byName.get(name).kind);
	const rootFields = new Map([
		[schema.queryType.name, new Set(selection.queries)],
		[schema.mutationType.name, new Set(selection.mutations)],
	]);
	for (const field of byName.get(schema.mutationType.name).fields) {
		if (selection.mutations.includes(field.name)) chosen.add(named(field.type).name);
	}
	// User errors of the chosen payloads come with them; nothing else is pulled in.
	for (const name of [...chosen]) {
		for (const field of byName.get(name).fields ?? []) {
			if (field.name === 'userErrors') chosen.add(named(field.type).name);
		}
	}
	const kept = new Map();
	const keepInput = (name) => {
		if (kept.has(name)) return;
		const type = byName.get(name);
		kept.set(name, { ...type, description: null });
		if (type.kind === 'INPUT_OBJECT') {
			kept.get(name).inputFields = type.inputFields.map((field) => {
				keepInput(named(field.type).name);
				return { ...field, description: null };
			});
		}
		if (type.kind === 'ENUM') {
			kept.get(name).enumValues = type.enumValues.map((value) => ({ ...value, description: null }));
		}
	};
	const keepOutput = (name) => {
		const type = byName.get(name);
		const only = rootFields.get(name);
		const fields = (type.fields ?? [])
			.filter((field) => !only || only.has(field.name))
			.filter((field) => !isOutput(named(field.type).name) || chosen.has(named(field.type).name))
			.map((field) => {
				if (!isOutput(named(field.type).name)) keepInput(named(field.type).name);
				const args = field.args.map((arg) => {
					keepInput(named(arg.type).name);
					return { ...arg, description: null };
				});
				return { ...field, description: null, args };
			});
		kept.set(name, {
			...type,
			description: null,
			fields: type.fields && fields,
			interfaces: type.interfaces?.filter((one) => chosen.has(one.name)),
			possibleTypes: type.possibleTypes?.filter((one) => chosen.has(one.name)),
		});
	};
	for (const name of [schema.queryType.name, schema.mutationType.name, ...chosen]) keepOutput(name);
	const idempotent = schema.directives.filter((one) =>
		['include', 'skip', 'deprecated', 'specifiedBy', 'idempotent'].includes(one.name),
	);
	return {
		...schema,
		subscriptionType: null,
		types: [
			...kept.values(),
			...schema.types.filter(
				(type) =>
					type.name.startsWith('__') || (isSpecifiedScalarType(type) && !kept.has(type.name)),
			),
		],
		directives: idempotent,
	};
}

const folder = mkdtempSync(join(tmpdir(), 'shopify-schema-'));
try {
	execFileSync('npm', ['pack', SOURCE, '--silent'], { cwd: folder });
	execFileSync('sh', ['-c', 'tar xzf *.tgz'], { cwd: folder });
	for (const version of VERSIONS) {
		const packed = readFileSync(
			join(folder, 'package', 'dist', 'data', `admin_${version}.json.gz`),
		);
		const published = JSON.parse(gunzipSync(packed).toString('utf8'));
		const schema = buildClientSchema({ __schema: prune(published.data.__schema) });
		const header = `# Shopify Admin GraphQL API ${version}, pruned by scripts/updateSchema.mjs. Origin and licence: README.md beside this file.\n\n`;
		const text =
			header +
			printSchema(schema).replace(
				/ @deprecated\(reason: (?:"(?:[^"\\]|\\.)*"|"""[^]*?""")\)/g,
				' @deprecated',
			) +
			'\n';
		buildSchema(text);
		writeFileSync(join(target, `admin-${version}.graphql`), text);
		// Shopify publishes beside the schema which access scopes open a type or field: any one of the list.
		const scopes = {};
		for (const entry of published.offline_scopes.items) {
			const name = entry.fieldName ? `${entry.typeName}.${entry.fieldName}` : entry.typeName;
			const known = entry.fieldName
				? schema.getType(entry.typeName)?.getFields?.()[entry.fieldName]
				: schema.getType(entry.typeName);
			if (known && entry.offlineScopes.length > 0) scopes[name] = entry.offlineScopes;
		}
		writeFileSync(
			join(target, `access-scopes-${version}.json`),
			JSON.stringify(scopes, null, '\t') + '\n',
		);
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
