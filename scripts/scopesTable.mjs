// Writes the table of access scopes into README.md, from what the operations touch and the access scopes
// that Shopify publishes beside its schema, so that the table neither lacks a scope nor asks for one too
// many. `--check` only says whether the table is the one that would be written.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { readOperations, shopifyFolder } from './readOperations.mjs';

const VERSION = '2026-07';
const readme = join(shopifyFolder, '..', '..', 'README.md');
const BEGIN = '<!-- scopes: written by npm run codegen -->';
const END = '<!-- end of scopes -->';

/** What the app is to ask for, and what for. Of several scopes that open a thing, the first here counts. */
const SCOPES = [
	['read_orders', 'orders: payment status, tags, addresses, prices'],
	[
		'write_orders',
		'the record of what was handed over, a metafield of the order. Without it n8n’s memory and *In progress* have to do: see *Limits*',
	],
	['read_merchant_managed_fulfillment_orders', 'what your own locations are to ship, and holds'],
	[
		'write_merchant_managed_fulfillment_orders',
		'*In progress*, *Hold*, *Release Hold*; shipments and their tracking',
	],
	['read_locations', 'which location ships, or has the stock'],
	['read_products', 'barcodes and variants; which goods a SKU of a stock feed means'],
	['read_inventory', 'stock levels, and the list of all goods for a large feed'],
	['write_inventory', 'setting stock levels, and stocking goods at a location'],
	[
		'write_fulfillments',
		'delivery events of fulfillments: *Add Delivery Event*; webhooks of a cancelled fulfillment (optional)',
	],
	['read_customers', 'the customer and the company beside the address (optional)'],
	['read_all_orders', 'orders older than 60 days (optional; Shopify grants it on request)'],
];
/** Known from Shopify's documentation alone: the published data name no type or field for them. */
const WITHOUT_FIELDS = {
	write_orders: '`metafieldsSet` on an order',
	read_all_orders: 'older orders',
};

/** What the operations touch, e.g. `Order` or `Mutation.fulfillmentOrderHold`, with the scopes that open it. */
function readNeeds(documents, schema, scopes) {
	const needs = new Map();
	const take = (name) => scopes[name] && needs.set(name, scopes[name]);
	const typeInfo = new TypeInfo(schema);
	const Field = ({ name }) => {
		const parent = typeInfo.getParentType()?.name;
		take(parent);
		take(`${parent}.${name.value}`);
	};
	for (const { document } of documents) visit(document, visitWithTypeInfo(typeInfo, { Field }));
	return needs;
}

/** Names by the scope that the app is to ask for; fields of a type with the same scope are left out. */
function groupByScope(needs) {
	const groups = new Map(SCOPES.map(([scope]) => [scope, []]));
	for (const [name, anyOf] of [...needs].sort(([one], [other]) => (one < other ? -1 : 1))) {
		const scope = SCOPES.map(([known]) => known).find((known) => anyOf.includes(known));
		if (!scope) throw new Error(`${name} needs ${anyOf.join(' or ')}, and the app asks for none`);
		const names = groups.get(scope);
		if (!names.includes(name.split('.')[0])) names.push(name);
	}
	return groups;
}

const schemaFolder = join(shopifyFolder, 'schema');
const schema = buildSchema(readFileSync(join(schemaFolder, `admin-${VERSION}.graphql`), 'utf8'));
const scopes = JSON.parse(
	readFileSync(join(schemaFolder, `access-scopes-${VERSION}.json`), 'utf8'),
);
const groups = groupByScope(readNeeds(await readOperations(), schema, scopes));
const rows = SCOPES.map(([scope, purpose]) => {
	const names = groups
		.get(scope)
		.map((name) => `\`${name.replace(/^(Mutation|QueryRoot)\./, '')}\``);
	const opens = names.join(', ') || WITHOUT_FIELDS[scope];
	if (!opens) throw new Error(`Nothing needs ${scope}`);
	return `| \`${scope}\` | ${purpose} | ${opens} |`;
});
const table = ['| Scope | What it is for | What it opens |', '|---|---|---|', ...rows].join('\n');

const text = readFileSync(readme, 'utf8');
const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
if (begin === -1 || end < begin) throw new Error(`README.md has no place for the scopes: ${BEGIN}`);
const written = `${text.slice(0, begin + BEGIN.length)}\n\n${table}\n\n${text.slice(end)}`;
if (process.argv.includes('--check')) {
	if (written !== text) {
		console.error('The table of scopes in README.md is out of date: run npm run codegen');
		process.exit(1);
	}
	console.log(`${SCOPES.length} scopes in README.md are those that the operations need`);
} else writeFileSync(readme, written);
