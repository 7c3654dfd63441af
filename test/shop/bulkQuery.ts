import {
	getNamedType,
	getNullableType,
	GraphQLError,
	isListType,
	Kind,
	parse,
	validate,
} from 'graphql';
import type {
	DocumentNode,
	FieldNode,
	FragmentDefinitionNode,
	GraphQLNamedType,
	GraphQLSchema,
	SelectionSetNode,
} from 'graphql';

/**
 * What Shopify asks of a bulk query (Admin API 2026-04). Texts are recorded, but for those of a
 * query that is too long or does not fit the schema.
 */
const MAX_BYTES = 65_535;
const MAX_CONNECTIONS = 5;
/** Connections below the one at the root. */
const MAX_DEPTH = 2;

/** What is wrong with a query, one text for each mistake. */
export interface BulkCheck {
	readonly errors: readonly string[];
	readonly document: DocumentNode;
	/** Whether there are connections below the root. */
	readonly nested: boolean;
}

interface Findings {
	readonly atRoot: string[];
	connections: number;
	depth: number;
	readonly viaNodes: string[];
	readonly withoutId: string[];
	inList: boolean;
	nested: boolean;
}

/** Where the walk stands: types are undefined where the pruned schema ends. */
interface Place {
	readonly type: GraphQLNamedType | undefined;
	/** Connections above. */
	readonly depth: number;
	readonly inList: boolean;
	readonly atRoot: boolean;
}

function fieldsIn(set: SelectionSetNode, fragments: Fragments): readonly FieldNode[] {
	return set.selections.flatMap((one) => {
		if (one.kind === Kind.FIELD) return [one];
		const body = one.kind === Kind.INLINE_FRAGMENT ? one : fragments.get(one.name.value);
		return body ? fieldsIn(body.selectionSet, fragments) : [];
	});
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

const select = (fields: readonly FieldNode[], name: string): FieldNode | undefined =>
	fields.find((one) => one.name.value === name);

class Walk {
	readonly found: Findings = {
		atRoot: [],
		connections: 0,
		depth: 0,
		viaNodes: [],
		withoutId: [],
		inList: false,
		nested: false,
	};
	private readonly fragments: Fragments;

	constructor(fragments: Fragments) {
		this.fragments = fragments;
	}

	/** Looks at the fields below; true if there is a connection among them. */
	fields(set: SelectionSetNode, place: Place): boolean {
		let any = false;
		for (const field of fieldsIn(set, this.fragments)) {
			if (field.selectionSet && this.field(field, field.selectionSet, place)) any = true;
		}
		return any;
	}

	private field(field: FieldNode, set: SelectionSetNode, place: Place): boolean {
		const definition =
			place.type && 'getFields' in place.type
				? place.type.getFields()[field.name.value]
				: undefined;
		const type = definition && getNamedType(definition.type);
		const inner = fieldsIn(set, this.fragments);
		const edges = select(inner, 'edges');
		const nodes = select(inner, 'nodes');
		if (type ? type.name.endsWith('Connection') : edges || nodes) {
			this.connection(field, edges, nodes, type, place);
			return true;
		}
		const isList = definition ? isListType(getNullableType(definition.type)) : false;
		return this.fields(set, { ...place, type, inList: place.inList || isList, atRoot: false });
	}

	private connection(
		field: FieldNode,
		edges: FieldNode | undefined,
		nodes: FieldNode | undefined,
		type: GraphQLNamedType | undefined,
		place: Place,
	): void {
		const { found } = this;
		found.connections += 1;
		found.depth = Math.max(found.depth, place.depth);
		if (place.inList) found.inList = true;
		if (!place.atRoot) found.nested = true;
		if (nodes) found.viaNodes.push(field.name.value);
		const node = edges?.selectionSet
			? select(fieldsIn(edges.selectionSet, this.fragments), 'node')
			: nodes;
		if (!node?.selectionSet) return;
		const nested = this.fields(node.selectionSet, {
			type: nodeTypeOf(type),
			depth: place.depth + 1,
			inList: false,
			atRoot: false,
		});
		const id = select(fieldsIn(node.selectionSet, this.fragments), 'id');
		if (nested && (!id || id.alias)) found.withoutId.push(field.name.value);
	}
}

function nodeTypeOf(connection: GraphQLNamedType | undefined): GraphQLNamedType | undefined {
	if (!connection || !('getFields' in connection)) return undefined;
	const nodes = connection.getFields()['nodes'];
	return nodes && getNamedType(nodes.type);
}

function textsOf(found: Findings): string[] {
	const { viaNodes, withoutId } = found;
	const texts = found.atRoot.map(
		(name) => `Bulk queries cannot contain a top level \`${name}\` field.`,
	);
	if (found.connections === 0) texts.push('Bulk queries must contain at least one connection.');
	if (viaNodes.length > 0) {
		const listed = viaNodes.map((name) => `'${name}'`).join(', ');
		texts.push(
			`All connection fields in a bulk query must select their contents using 'edges' > 'node', e.g: '${viaNodes[0] ?? ''} { edges { node {'. Selecting via 'nodes' is not supported. Invalid connection fields: ${listed}.`,
		);
	}
	if (found.connections > MAX_CONNECTIONS) {
		texts.push(`Bulk queries cannot contain more than ${String(MAX_CONNECTIONS)} connections.`);
	}
	if (found.depth > MAX_DEPTH) {
		texts.push(
			`Bulk queries cannot contain connections with a nesting depth greater than ${String(MAX_DEPTH)}.`,
		);
	}
	if (withoutId.length > 0) {
		texts.push(
			`The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type. Connection fields without 'id': ${withoutId.join(', ')}.`,
		);
	}
	if (found.inList) {
		texts.push(
			'Queries that contain a connection field within a list field are not currently supported.',
		);
	}
	return texts;
}

const EMPTY: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };
const refused = (...errors: readonly string[]): BulkCheck => ({
	errors,
	document: EMPTY,
	nested: false,
});

/** Reads a bulk query and says what is wrong with it. */
export function checkBulkQuery(schema: GraphQLSchema, text: string): BulkCheck {
	if (Buffer.byteLength(text) > MAX_BYTES) {
		return refused(`Bulk query is too long, the maximum is ${String(MAX_BYTES)} bytes.`);
	}
	let document: DocumentNode;
	try {
		document = parse(text);
	} catch (error) {
		const reason = error instanceof GraphQLError ? error.message : String(error);
		const end = reason.includes('<EOF>') ? 'syntax error, unexpected end of file' : reason;
		return refused(`Invalid bulk query: ${end}`);
	}
	const fragments = new Map<string, FragmentDefinitionNode>();
	for (const one of document.definitions) {
		if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
	}
	const walk = new Walk(fragments);
	const root = schema.getQueryType() ?? undefined;
	for (const one of document.definitions) {
		if (one.kind !== Kind.OPERATION_DEFINITION) continue;
		if (one.operation !== 'query') {
			return refused('Invalid operation type. Only `query` operations are supported.');
		}
		walk.fields(one.selectionSet, { type: root, depth: 0, inList: false, atRoot: true });
		for (const { name } of fieldsIn(one.selectionSet, fragments)) {
			if (name.value === 'node' || name.value === 'nodes') walk.found.atRoot.push(name.value);
		}
	}
	const texts = textsOf(walk.found);
	if (texts.length > 0) return refused(...texts);
	const invalid = validate(schema, document).map(({ message }) => `Invalid bulk query: ${message}`);
	return { errors: invalid, document, nested: walk.found.nested };
}
