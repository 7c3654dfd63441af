// Holds every operation in nodes/shopify/operations against every committed schema, so that the API
// version which a user may choose in the credential is not found wanting at run time. Codegen checks
// the default version alone. Usage: npm run codegen:check
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSchema, Kind, parse, validate } from 'graphql';

const shopify = join(dirname(fileURLToPath(import.meta.url)), '..', 'nodes', 'shopify');
const operationsFolder = join(shopify, 'operations');
const schemaFolder = join(shopify, 'schema');

/** Exported documents of one source file as the client sends them, fragments put in. */
async function readDocuments(file) {
	const exported = await import(pathToFileURL(join(operationsFolder, file)).href);
	return Object.entries(exported)
		.filter(([, text]) => typeof text === 'string' && text.startsWith('#graphql'))
		.map(([name, text]) => ({ place: `${file} ${name}`, document: parse(text) }))
		.filter(({ document }) =>
			document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION),
		);
}

const files = readdirSync(operationsFolder).filter((name) => name.endsWith('.ts'));
const documents = (await Promise.all(files.map(readDocuments))).flat();
const schemas = readdirSync(schemaFolder).filter((name) => name.endsWith('.graphql'));
const problems = [];
for (const name of schemas) {
	const schema = buildSchema(readFileSync(join(schemaFolder, name), 'utf8'));
	for (const { place, document } of documents) {
		for (const { message } of validate(schema, document)) {
			problems.push(`${place}, ${name}: ${message}`);
		}
	}
}
if (documents.length === 0 || schemas.length === 0)
	problems.push('No operation or no schema was found');
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log(`${documents.length} operations are valid against ${schemas.join(' and ')}`);
