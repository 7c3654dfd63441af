// Holds every operation in nodes/shopify/operations against every committed schema, so that the API
// version which a user may choose in the credential is not found wanting at run time. Codegen checks
// the default version alone. Usage: npm run codegen:check
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, validate } from 'graphql';
import { readOperations, shopifyFolder } from './readOperations.mjs';

const schemaFolder = join(shopifyFolder, 'schema');
const documents = await readOperations();
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
