// The GraphQL operations of this package, as the client sends them. Needs tsx, since they are TypeScript.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Kind, parse } from 'graphql';

export const shopifyFolder = join(
	dirname(fileURLToPath(import.meta.url)),
	'..',
	'nodes',
	'shopify',
);
const operationsFolder = join(shopifyFolder, 'operations');

/** Exported documents of one source file, fragments put in. */
async function readDocuments(file) {
	const exported = await import(pathToFileURL(join(operationsFolder, file)).href);
	return Object.entries(exported)
		.filter(([, text]) => typeof text === 'string' && text.startsWith('#graphql'))
		.map(([name, text]) => ({ place: `${file} ${name}`, document: parse(text) }))
		.filter(({ document }) =>
			document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION),
		);
}

/** All operations, each with the place where it is written. */
export async function readOperations() {
	const files = readdirSync(operationsFolder).filter((name) => name.endsWith('.ts'));
	return (await Promise.all(files.map(readDocuments))).flat();
}
