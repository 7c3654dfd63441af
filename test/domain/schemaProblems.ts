interface Schema {
	readonly type?: string | readonly string[];
	readonly enum?: readonly unknown[];
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly required?: readonly string[];
	readonly additionalProperties?: boolean | Schema;
	readonly items?: Schema;
	readonly oneOf?: readonly Schema[];
	readonly $ref?: string;
}

/**
 * What a value has that its JSON schema does not tell, or the other way round. Knows the keywords that
 * `item.schema.json` uses for values, and no others.
 */
export function problemsWith(value: unknown, schema: unknown): readonly string[] {
	return problemsAt(value, schema as Schema, schema as Schema, '');
}

function problemsAt(value: unknown, given: Schema, root: Schema, path: string): readonly string[] {
	const schema = given.$ref === undefined ? given : resolve(given.$ref, root);
	if (schema.oneOf) {
		const tried = schema.oneOf.map((one) => problemsAt(value, one, root, path));
		return tried.find((problems) => problems.length === 0) ?? tried[0] ?? [];
	}
	const types = schema.type === undefined ? undefined : [schema.type].flat();
	if (types && !types.some((type) => isOf(type, value))) {
		return [`${path || 'the item'} is ${JSON.stringify(value)}, not ${types.join(' or ')}`];
	}
	if (schema.enum && !schema.enum.includes(value)) return [`${path} is ${JSON.stringify(value)}`];
	if (Array.isArray(value)) {
		const { items } = schema;
		return items ? value.flatMap((one, at) => problemsAt(one, items, root, `${path}[${at}]`)) : [];
	}
	if (typeof value !== 'object' || value === null) return [];
	return objectProblems(value as Readonly<Record<string, unknown>>, schema, root, path);
}

function objectProblems(
	value: Readonly<Record<string, unknown>>,
	schema: Schema,
	root: Schema,
	path: string,
): readonly string[] {
	const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
	const missing = (schema.required ?? []).filter((key) => !(key in value));
	const inside = Object.entries(value).flatMap(([key, one]) => {
		const more = schema.additionalProperties;
		const told = schema.properties?.[key] ?? (typeof more === 'object' ? more : undefined);
		if (told) return problemsAt(one, told, root, at(key));
		return more === false ? [`${at(key)} is not published`] : [];
	});
	return [...missing.map((key) => `${at(key)} is missing`), ...inside];
}

function resolve(ref: string, root: Schema): Schema {
	const steps = ref.replace('#/', '').split('/');
	return steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], root) as Schema;
}

function isOf(type: string, value: unknown): boolean {
	if (type === 'null') return value === null;
	if (type === 'array') return Array.isArray(value);
	if (type === 'integer') return Number.isInteger(value);
	if (type === 'object')
		return typeof value === 'object' && value !== null && !Array.isArray(value);
	return typeof value === type;
}
