import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { ReadParameter } from './parameters';

/**
 * Expression for a field that may be called by two names: the second counts if the first holds nothing, which an
 * empty list and a list of nothings do as well.
 */
export const eitherField = (first: string, second: string): string =>
	`={{ [$json.${first}].flat().some(Boolean) ? $json.${first} : $json.${second} }}`;

/**
 * Reads the node's parameters for one item; null for a field that the chosen operation does not show, as n8n stores
 * nothing for it.
 *
 * Most fields hold the expression that they have by default, which takes a field of the item as it is. n8n 2.40
 * works those of one item out in about 1.4 ms: 14 s for 10,000 items. Taken from the item itself, with the same
 * result, it is 0.4 s. Anything else is left to n8n, and so is all for a tool, whose fields an AI agent fills in.
 */
export function readerOf(context: IExecuteFunctions, itemIndex: number): ReadParameter {
	const throughN8n: ReadParameter = (name) => context.getNodeParameter(name, itemIndex, null);
	const json = context.getInputData()[itemIndex]?.json;
	if (json === undefined || isToolExecution(context)) return throughN8n;
	return (name) => {
		const raw = context.getNodeParameter(name, itemIndex, null, { rawExpressions: true });
		const taken = takenFrom(json, raw);
		return taken ? taken.value : throughN8n(name);
	};
}

/** Whether an AI agent calls the node as a tool. n8n has not always been able to tell. */
export function isToolExecution(context: IExecuteFunctions): boolean {
	const known = context as { isToolExecution?: () => boolean };
	return known.isToolExecution?.() ?? false;
}

interface Taken {
	readonly value: unknown;
}

/** What n8n would work out of a field or of the fields of a collection; undefined if that is n8n's to say. */
function takenFrom(json: IDataObject, raw: unknown): Taken | undefined {
	if (typeof raw !== 'object' || raw === null) return takenByText(json, raw);
	if (Array.isArray(raw)) return undefined;
	const fields = new Map<string, unknown>();
	for (const [name, value] of Object.entries(raw)) {
		const taken = takenByText(json, value);
		if (!taken) return undefined;
		fields.set(name, taken.value);
	}
	return { value: Object.fromEntries(fields) };
}

const FIELD = String.raw`\$json\.([A-Za-z_]\w*)`;
const ONE = new RegExp(String.raw`^=\{\{ ${FIELD} \}\}$`);
const ELSE = new RegExp(String.raw`^=\{\{ ${FIELD} \?\? ${FIELD} \}\}$`);
const EITHER = new RegExp(
	String.raw`^=\{\{ \[${FIELD}\]\.flat\(\)\.some\(Boolean\) \? \$json\.\1 : ${FIELD} \}\}$`,
);

function takenByText(json: IDataObject, raw: unknown): Taken | undefined {
	if (typeof raw !== 'string') return typeof raw === 'object' ? undefined : { value: raw };
	if (!raw.startsWith('=')) return { value: raw };
	const [, one] = ONE.exec(raw) ?? [];
	if (one !== undefined) return fieldOf(json, one);
	const isElse = ELSE.test(raw);
	const [, first, second] = (isElse ? ELSE : EITHER).exec(raw) ?? [];
	if (first === undefined || second === undefined) return undefined;
	const taken = fieldOf(json, first);
	return taken && !counts(taken.value, isElse) ? fieldOf(json, second) : taken;
}

const counts = (value: unknown, isElse: boolean): boolean =>
	isElse ? value !== undefined && value !== null : [value].flat().some(Boolean);

/** Undefined for what n8n may hand out in another form, or not at all: objects such as dates, and inherited names. */
function fieldOf(json: IDataObject, name: string): Taken | undefined {
	if (name in Object.prototype) return undefined;
	const value: unknown = Object.hasOwn(json, name) ? json[name] : undefined;
	const isPlain = value === null || typeof value !== 'object' || Array.isArray(value);
	return isPlain ? { value } : undefined;
}
