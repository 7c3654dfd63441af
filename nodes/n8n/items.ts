import type {
	IDataObject,
	INode,
	INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

/**
 * One output item. Give the index, or the indices, of the input it was made from, if there is one, and that input's
 * files, if they go on with it.
 */
export function toItem(
	json: object,
	inputIndex?: number | readonly number[],
	binary?: INodeExecutionData['binary'],
): INodeExecutionData {
	const item: INodeExecutionData = { json: json as IDataObject, ...(binary && { binary }) };
	if (typeof inputIndex === 'number') return { ...item, pairedItem: { item: inputIndex } };
	if (inputIndex === undefined) return item;
	return { ...item, pairedItem: inputIndex.map((index) => ({ item: index })) };
}

/**
 * An input item that failed, for *On Error: Continue*: its own fields and files, and `error`.
 *
 * For the error output it holds `error` alone: by that n8n knows it and adds the fields of the paired
 * input. With an error object beside `json` it would take all fields but the message away (n8n-core 2.40,
 * `handleNodeErrorOutput` and `normalizeNodeErrors`).
 */
export function failedItem(
	input: INodeExecutionData,
	error: NodeApiError | NodeOperationError,
	index: number,
	onError: INode['onError'],
): INodeExecutionData {
	const fields = onError === 'continueErrorOutput' ? {} : input.json;
	return toItem({ ...fields, error: error.message }, index, input.binary);
}
