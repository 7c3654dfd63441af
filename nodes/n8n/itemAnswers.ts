import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { failedItem, toItem } from './items';
import { toNodeError } from './nodeError';
import type { ErrorPlace } from './nodeError';
import { isToolExecution } from './readerOf';

/** Outputs of the nodes that answer items, in their order in the editor. */
export const OUTPUTS = ['done', 'needsAttention'] as const;

/** One output item and where it goes. */
export interface ItemOutput {
	readonly output: (typeof OUTPUTS)[number];
	/** Added to the fields of the input item. */
	readonly json: object;
	/** True for what stands for itself and takes nothing over from the input item. */
	readonly standsAlone?: boolean;
}

/** What Shopify or the network would not do for an input item. */
export interface ItemFailure {
	readonly error: unknown;
	/** Whose it is, in the user's words: `Order #1042`; null if that is not known. */
	readonly subject: string | null;
}

/** What came of an input item. */
export type ItemAnswer = readonly ItemOutput[] | ItemFailure;

const isFailure = (answer: ItemAnswer): answer is ItemFailure => 'error' in answer;

/**
 * Puts the answers to all input items into the node's outputs. If the node is set to stop on errors, throws one
 * error that says how many items failed; by then all others are done. Else failed items carry their error: the
 * engine moves them to the error output if there is one. An AI agent gets all in the first output, as n8n 2.40 shows
 * it no other. `more` comes behind them and has no input item.
 */
export function toOutputs(
	context: IExecuteFunctions,
	answers: readonly ItemAnswer[],
	advice: string,
	more: Iterable<Omit<ItemOutput, 'standsAlone'>> = [],
): INodeExecutionData[][] {
	if (!context.continueOnFail()) throwIfFailed(context, answers, advice);
	const node = context.getNode();
	const inputs = context.getInputData();
	const isTool = isToolExecution(context);
	const outputs: Record<ItemOutput['output'], INodeExecutionData[]> = {
		done: [],
		needsAttention: [],
	};
	const add = (output: ItemOutput['output'], item: INodeExecutionData): void => {
		outputs[isTool ? 'done' : output].push(item);
	};
	const failureOf = lastFailure(context);
	for (const [index, answer] of answers.entries()) {
		const input = inputs[index] ?? { json: {} };
		if (isFailure(answer)) {
			add('needsAttention', failedItem(input, failureOf(answer, index), index, node.onError));
			continue;
		}
		for (const one of answer) add(one.output, answerItem(one, input, index));
	}
	for (const { output, json } of more) add(output, toItem(json));
	return OUTPUTS.map((name) => outputs[name]);
}

type NodeError = ReturnType<typeof toNodeError>;

/** Gives n8n's errors for failures; one for those in a row that are the same, as when a whole run fails. */
function lastFailure(
	context: IExecuteFunctions,
): (failure: ItemFailure, itemIndex: number) => NodeError {
	const node = context.getNode();
	let last: { readonly failure: ItemFailure; readonly made: NodeError } | undefined;
	return (failure, itemIndex) => {
		const { error, subject } = failure;
		if (last && last.failure.error === error && last.failure.subject === subject) return last.made;
		const made = toNodeError(node, error, placeOf(failure, itemIndex));
		last = { failure, made };
		return made;
	};
}

const placeOf = ({ subject }: ItemFailure, itemIndex: number): ErrorPlace => ({
	itemIndex,
	...(subject && { subject }),
});

function answerItem(
	{ json, standsAlone }: ItemOutput,
	input: INodeExecutionData,
	index: number,
): INodeExecutionData {
	if (standsAlone) return toItem(json, index);
	return toItem(withAnswer(input.json, json), index, input.binary);
}

/** What an answer names; null in it for what was not found. */
const NAMED = [
	...['fulfillmentId', 'fulfillmentName', 'orderId', 'orderName'],
	...['inventoryItemId', 'variantId', 'locationId', 'locationName'],
];

/**
 * The input's fields with those of the answer, which win. What was not found takes nothing away from what the item
 * itself says about it.
 */
function withAnswer(input: object, answer: object): object {
	// Spread into one object they take ten times as long and three times the memory (Node.js 20).
	const fields = Object.assign({}, input, answer) as Record<string, unknown>;
	for (const name of NAMED) {
		if (fields[name] === null && name in input) fields[name] = input[name as keyof typeof input];
	}
	return fields;
}

function throwIfFailed(
	context: IExecuteFunctions,
	answers: readonly ItemAnswer[],
	advice: string,
): void {
	const failed = answers.flatMap((answer, index) => (isFailure(answer) ? [{ answer, index }] : []));
	const [first] = failed;
	if (!first) return;
	const { index } = first;
	const { error, subject } = first.answer;
	if (answers.length === 1) {
		throw toNodeError(context.getNode(), error, placeOf(first.answer, index));
	}
	const whose = subject === null ? '' : ` (${subject})`;
	const count = `${failed.length} of ${answers.length} items failed, the first is item ${index}${whose}`;
	const failure = toNodeError(context.getNode(), error, { itemIndex: index, subject: count });
	failure.description = [failure.description, advice].filter(Boolean).join('. ');
	throw failure;
}
