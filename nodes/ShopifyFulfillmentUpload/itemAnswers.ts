import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { failedItem, toItem } from '../n8n/items';
import { toNodeError } from '../n8n/nodeError';

/** The node's outputs, in their order in the editor. */
export const OUTPUTS = ['done', 'needsAttention'] as const;

/** One output item and where it goes. */
export interface ItemOutput {
	readonly output: (typeof OUTPUTS)[number];
	readonly json: object;
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
 * engine moves them to the error output if there is one.
 */
export function toOutputs(
	context: IExecuteFunctions,
	answers: readonly ItemAnswer[],
	advice: string,
): INodeExecutionData[][] {
	if (!context.continueOnFail()) throwIfFailed(context, answers, advice);
	const node = context.getNode();
	const inputs = context.getInputData();
	const outputs: Record<ItemOutput['output'], INodeExecutionData[]> = {
		done: [],
		needsAttention: [],
	};
	for (const [index, answer] of answers.entries()) {
		if (isFailure(answer)) {
			const { error, subject } = answer;
			const failure = toNodeError(node, error, { itemIndex: index, ...(subject && { subject }) });
			const input = inputs[index] ?? { json: {} };
			outputs.needsAttention.push(failedItem(input, failure, index, node.onError));
			continue;
		}
		for (const { output, json } of answer) outputs[output].push(toItem(json, index));
	}
	return OUTPUTS.map((name) => outputs[name]);
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
		throw toNodeError(context.getNode(), error, { itemIndex: index, ...(subject && { subject }) });
	}
	const whose = subject === null ? '' : ` (${subject})`;
	const count = `${failed.length} of ${answers.length} items failed, the first is item ${index}${whose}`;
	const failure = toNodeError(context.getNode(), error, { itemIndex: index, subject: count });
	failure.description = [failure.description, advice].filter(Boolean).join('. ');
	throw failure;
}
