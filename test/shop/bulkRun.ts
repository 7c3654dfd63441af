import { execute } from 'graphql';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import type { BulkPages, Context } from './context';

/** What a bulk query found: JSON, one object on a line. */
export interface BulkResult {
	readonly file: string;
	readonly objects: number;
	readonly rootObjects: number;
	/** Shopify's `BulkOperationErrorCode`; there is no file then. */
	readonly errorCode: 'ACCESS_DENIED' | 'INTERNAL_SERVER_ERROR' | null;
}

type Fields = Record<string, unknown>;

/** Nodes that are carried out at once: the answer of one part is all that is in memory. */
const PART = 1000;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** The nodes of a connection, or undefined for anything else. */
function nodesOf(value: unknown): readonly Fields[] | undefined {
	const edges = isObject(value) ? value['edges'] : undefined;
	return Array.isArray(edges)
		? (edges as { readonly node: Fields }[]).map(({ node }) => node)
		: undefined;
}

/** How nodes become lines. */
export interface LineOptions {
	/** Whether there are nested connections. */
	readonly nested: boolean;
	/** Whether their lines follow the parent, or all parents of a part. */
	readonly grouped: boolean;
}

/**
 * Turns nodes into lines. The nodes of a nested connection get lines of their own, with the id of
 * the node above them in `__parentId`. Whether that is the id of the node or, for a connection in an
 * object of the node, that of the object, is not recorded; Shopify asks for the id of the node.
 */
class Lines {
	file = '';
	objects = 0;
	rootObjects = 0;
	private lines: string[] = [];
	private waiting: string[] = [];
	private readonly options: LineOptions;

	constructor(options: LineOptions) {
		this.options = options;
	}

	add(node: Fields): void {
		this.rootObjects += 1;
		if (this.options.nested) this.line(node, undefined, this.lines);
		else this.lines.push(JSON.stringify(node));
		if (this.options.grouped) this.putNested();
	}

	endPart(): void {
		this.putNested();
		this.objects += this.lines.length;
		this.file += this.lines.map((line) => `${line}\n`).join('');
		this.lines = [];
	}

	private putNested(): void {
		for (const line of this.waiting) this.lines.push(line);
		this.waiting = [];
	}

	private line(node: Fields, parent: unknown, into: string[]): void {
		const nested: Fields[] = [];
		const own = this.without(node, nested);
		into.push(JSON.stringify(parent === undefined ? own : { ...own, __parentId: parent }));
		for (const one of nested) this.line(one, node['id'], this.waiting);
	}

	/** The node without its connections, whose nodes are put aside. */
	private without(node: Fields, nested: Fields[]): Fields {
		let own = node;
		for (const [key, value] of Object.entries(node)) {
			if (!isObject(value) || Array.isArray(value)) continue;
			const nodes = nodesOf(value);
			const kept = nodes ? undefined : this.without(value, nested);
			if (nodes) nested.push(...nodes);
			if (kept === value) continue;
			if (own === node) own = { ...node };
			if (nodes) Reflect.deleteProperty(own, key);
			else own[key] = kept;
		}
		return own;
	}
}

/**
 * Carries out a bulk query: the documented resolvers, a part of the root connection at a time. All
 * of it shows the shop as it is now.
 */
export function runBulkQuery(
	schema: GraphQLSchema,
	document: DocumentNode,
	context: Context,
	options: LineOptions,
): BulkResult {
	const bulk: BulkPages = { from: 0, size: PART, more: true, whole: new Map() };
	const lines = new Lines(options);
	while (bulk.more) {
		bulk.more = false;
		const contextValue: Context = { ...context, bulk, notes: [] };
		const result = execute({ schema, document, contextValue }) as ExecutionResult;
		if (result.errors) {
			const denied = result.errors.some((one) => one.extensions['code'] === 'ACCESS_DENIED');
			const errorCode = denied ? 'ACCESS_DENIED' : 'INTERNAL_SERVER_ERROR';
			return { file: '', objects: 0, rootObjects: 0, errorCode };
		}
		for (const value of Object.values(result.data ?? {})) {
			const nodes = nodesOf(value);
			if (nodes) for (const node of nodes) lines.add(node);
			else if (isObject(value) && bulk.from === 0) lines.add(value);
		}
		lines.endPart();
		bulk.from += PART;
	}
	const { file, objects, rootObjects } = lines;
	return { file, objects, rootObjects, errorCode: null };
}
