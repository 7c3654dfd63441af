import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { failedItem, toItem } from '../n8n/items';
import { toNodeError } from '../n8n/nodeError';
import type { ReadParameter } from '../n8n/parameters';
import { readerOf } from '../n8n/readerOf';
import type { ShopifyClient } from '../shopify/client';
import type { ItemOperation } from './operations';

/** What one run of the node works with. */
export interface NodeRun {
	readonly context: IExecuteFunctions;
	readonly items: readonly INodeExecutionData[];
	readonly client: ShopifyClient;
	/** Names this run in what it writes. */
	readonly run: string;
}

/** Does one operation for all items of a run, and answers its output items. */
export type RunOperation = (nodeRun: NodeRun) => Promise<INodeExecutionData[]>;

/** An operation that is done for many items in few calls. */
export interface BatchOperation<Request, Answer> {
	/** What an item asks for. Throws `InputProblem`. */
	readonly read: (read: ReadParameter, itemIndex: number) => Request;
	/** Answers in the order of the requests; one that fails has its error in its place. */
	readonly answer: (
		client: ShopifyClient,
		requests: readonly Request[],
		run: string,
	) => Promise<readonly (Answer | Error)[]>;
	/** What is added to the item's own fields. */
	readonly toFields: (answer: Answer, request: Request, item: INodeExecutionData) => object;
}

/** One item after the other; a failed one does not stop the others if the node is set to go on. */
export function oneByOne(work: ItemOperation): RunOperation {
	return async ({ context, items, client, run }) => {
		const output: INodeExecutionData[] = [];
		for (const [index, item] of items.entries()) {
			try {
				const found = await work(client, readerOf(context, index), index, run);
				output.push(...found.map((json) => toItem(json, index)));
			} catch (error) {
				output.push(failedOrThrow(context, item, error, index));
			}
		}
		return output;
	};
}

/**
 * All items in few calls. The output carries the input's fields, so that the next node still knows the
 * order, and what came of the operation. Items that fail stop none of the others: what can be done is
 * done, whatever n8n is to do about an error.
 */
export function manyAtOnce<Request, Answer>(
	operation: BatchOperation<Request, Answer>,
): RunOperation {
	return async ({ context, items, client, run }) => {
		const requests: { index: number; item: INodeExecutionData; request: Request }[] = [];
		const output = new Map<number, INodeExecutionData>();
		const problems: { item: INodeExecutionData; error: unknown; index: number }[] = [];
		for (const [index, item] of items.entries()) {
			try {
				const request = operation.read(readerOf(context, index), index);
				requests.push({ index, item, request });
			} catch (error) {
				problems.push({ item, error, index });
			}
		}
		const wanted = requests.map(({ request }) => request);
		const answers = await operation.answer(client, wanted, run);
		for (const [at, { index, item, request }] of requests.entries()) {
			const answer = answers[at] ?? new Error('No answer');
			if (answer instanceof Error) problems.push({ item, error: answer, index });
			else {
				const fields = operation.toFields(answer, request, item);
				output.set(index, toItem({ ...item.json, ...fields }, index));
			}
		}
		// Only now: what could be done is done, whatever else is wrong.
		for (const { item, error, index } of problems) {
			output.set(index, failedOrThrow(context, item, error, index));
		}
		return items.flatMap((_, index) => output.get(index) ?? []);
	};
}

/** The item with its error if the node is set to go on; throws n8n's error otherwise. */
export function failedOrThrow(
	context: IExecuteFunctions,
	item: INodeExecutionData,
	error: unknown,
	index: number,
): INodeExecutionData {
	const failure = toNodeError(context.getNode(), error, { itemIndex: index });
	if (context.continueOnFail()) return failedItem(item, failure, index, context.getNode().onError);
	throw failure;
}
