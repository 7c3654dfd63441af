import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, print, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { FieldNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { DemoShop } from './demoShop';
import type { Order } from './state';

/**
 * Replays operations that were recorded on a live development shop against a demo shop and
 * compares the answers. Recordings are no part of the project: the environment variable names their folder.
 */
const FOLDER = process.env['SHOPIFY_RECORDINGS'] ?? '';

/** Whether there are recordings. */
export const HAS_RECORDINGS = FOLDER !== '';

/** Any JSON object. */
export type Json = Record<string, unknown>;

/** A recorded operation with its answer. */
export interface Recorded {
	readonly query: string;
	readonly variables: Json;
	readonly answer: { data?: Json | null; errors?: Json[]; extensions?: Json };
}

/** Reads one recording. */
export function readRecording(name: string): Json {
	return JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Json;
}

/** The value at a path of keys separated by blanks. */
export function at(value: unknown, path: string): unknown {
	let current = value;
	for (const key of path.split(' ')) current = (current as Json | undefined)?.[key];
	return current;
}

/** The operation at a path; the two ways in which answers were wrapped are undone. */
export function operationAt(recording: Json, path: string, query?: string): Recorded {
	const found = at(recording, path) as Json | undefined;
	if (!found) throw new Error(`The recording has nothing at ${path}`);
	const response = found['response'] as Json;
	return {
		query: query ?? (found['query'] as string),
		variables: (found['variables'] ?? {}) as Json,
		answer: (response['payload'] ?? response) as Recorded['answer'],
	};
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Keys whose values are times; only whether they are null is compared. */
const TIMES = /At$|^fulfillBy$|^happenedAt$/;
const CURSORS = new Set(['startCursor', 'endCursor', 'cursor']);
const DIGEST = /^[0-9a-f]{64}$/;

/** Recorded name ↔ ours, one to one: ids, cursors and digests. */
export class Names {
	private readonly ours = new Map<string, string>();
	private readonly theirs = new Map<string, string>();

	/** Ties two names together; `false` when one of them is tied otherwise. */
	tie(recorded: string, own: string): boolean {
		const known = this.ours.get(recorded);
		if (known !== undefined || this.theirs.has(own)) return known === own;
		this.ours.set(recorded, own);
		this.theirs.set(own, recorded);
		const [number, ownNumber] = [recorded, own].map((one) => /\/(\d{6,})$/.exec(one)?.[1]);
		if (number !== undefined && ownNumber !== undefined) this.ours.set(number, ownNumber);
		return true;
	}

	/** A recorded text with every known name in it replaced by ours. */
	translate(text: string): string {
		const whole = this.ours.get(text);
		if (whole !== undefined) return whole;
		return text.replace(/\d{6,}/g, (number) => this.ours.get(number) ?? number);
	}

	/** Variables, with every known name in them replaced. */
	translateAll(value: unknown): unknown {
		if (typeof value === 'string') return this.translate(value);
		if (Array.isArray(value)) return value.map((one) => this.translateAll(one));
		if (!isObject(value)) return value;
		return Object.fromEntries(
			Object.entries(value).map(([key, one]) => [key, this.translateAll(one)]),
		);
	}
}

/** Differences between a recorded value and ours, as lines; none when they agree. */
export function differences(recorded: unknown, own: unknown, names: Names, path = ''): string[] {
	const key = path.split('.').at(-1) ?? '';
	const say = () => [`${path}: recorded ${JSON.stringify(recorded)}, ours ${JSON.stringify(own)}`];
	if (typeof recorded === 'string' && typeof own === 'string') {
		if (TIMES.test(key)) return [];
		const tied = recorded.startsWith('gid://') || CURSORS.has(key) || DIGEST.test(recorded);
		if (tied) return names.tie(recorded, own) ? [] : say();
		return names.translate(recorded) === own ? [] : say();
	}
	if (Array.isArray(recorded) && Array.isArray(own)) {
		if (recorded.length !== own.length) return say();
		return recorded.flatMap((one, index) =>
			differences(one, own[index], names, `${path}.${String(index)}`),
		);
	}
	if (isObject(recorded) && isObject(own)) {
		const keys = new Set([...Object.keys(recorded), ...Object.keys(own)]);
		return [...keys].flatMap((one) =>
			differences(recorded[one], own[one], names, `${path}.${one}`),
		);
	}
	return recorded === own ? [] : say();
}

/**
 * A recorded document made fit for the pruned schema: `edges { node { … } }` becomes
 * `nodes { … }`, and fields the schema does not carry go; their names are returned.
 */
export function fit(query: string, schema: GraphQLSchema): { query: string; left: string[] } {
	const left: string[] = [];
	const withNodes = visit(parse(query), {
		Field: (node): FieldNode | undefined => {
			if (node.name.value !== 'edges') return undefined;
			const inner = node.selectionSet?.selections.find(
				(one): one is FieldNode => one.kind === Kind.FIELD && one.name.value === 'node',
			);
			return inner && { ...inner, name: { kind: Kind.NAME, value: 'nodes' } };
		},
	});
	const info = new TypeInfo(schema);
	const fitting = visit(
		withNodes,
		visitWithTypeInfo(info, {
			Field: (node) => {
				if (info.getFieldDef()) return undefined;
				left.push(node.name.value);
				return null;
			},
		}),
	);
	return { query: print(fitting), left };
}

/** A recorded answer's data in the shape of a fitted document. */
export function fitData(value: unknown, left: ReadonlySet<string>): unknown {
	if (Array.isArray(value)) return value.map((one) => fitData(one, left));
	if (!isObject(value)) return value;
	const result: Json = {};
	for (const [key, one] of Object.entries(value)) {
		if (left.has(key)) continue;
		if (key === 'edges' && Array.isArray(one)) {
			result['nodes'] = (one as Json[]).map((edge) => fitData(edge['node'], left));
		} else {
			result[key] = fitData(one, left);
		}
	}
	return result;
}

/** The read of an order with the selection that a recorded `orderCreate` returned it with. */
export function orderRead(query: string): string {
	const document = parse(query);
	const operation = document.definitions.find(
		(one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
	);
	const create = operation?.selectionSet.selections[0];
	const order =
		create?.kind === Kind.FIELD
			? create.selectionSet?.selections.find(
					(one): one is FieldNode => one.kind === Kind.FIELD && one.name.value === 'order',
				)
			: undefined;
	if (!order?.selectionSet) throw new Error('The recorded order is not selected');
	const fragments = document.definitions
		.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION)
		.map((one) => print(one));
	return [
		...fragments,
		`query OrderRead($id: ID!) { order(id: $id) ${print(order.selectionSet)} }`,
	].join('\n');
}

/** Places the order that a recorded `orderCreate` asked for, at the location it was routed to. */
export function placeRecorded(shop: DemoShop, recorded: Recorded): Order {
	const input = recorded.variables['order'] as {
		readonly email?: string;
		readonly note?: string;
		readonly tags?: readonly string[];
		readonly lineItems: readonly Json[];
	};
	const answered = at(recorded.answer, 'data orderCreate order') as Json;
	const location = at(answered, 'fulfillmentOrders nodes 0 assignedLocation name');
	return shop.placeOrder({
		name: answered['name'] as string,
		email: input.email ?? null,
		note: input.note ?? null,
		tags: [...(input.tags ?? [])].sort(),
		taxesIncluded: true,
		shippingLine: null,
		lines: input.lineItems.map((line) => ({
			title: line['title'] as string,
			quantity: line['quantity'] as number,
			price: Number(at(line, 'priceSet shopMoney amount') ?? 20),
			sku: (line['sku'] as string | undefined) ?? null,
			taxRate: 0,
			...(typeof location === 'string' ? { location } : {}),
		})),
	});
}

/** Every location named in a recording: id → name. */
export function locationsIn(value: unknown, into = new Map<string, string>()): Map<string, string> {
	if (Array.isArray(value)) for (const one of value) locationsIn(one, into);
	else if (isObject(value)) {
		const { id, name } = value;
		if (typeof id === 'string' && typeof name === 'string' && id.includes('/Location/')) {
			into.set(id, name);
		}
		for (const one of Object.values(value)) locationsIn(one, into);
	}
	return into;
}
