import type {
	IDataObject,
	INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

/** One output item. Give the index, or the indices, of the input it was made from, if there is one. */
export function toItem(json: object, inputIndex?: number | readonly number[]): INodeExecutionData {
	const item: INodeExecutionData = { json: json as IDataObject };
	if (typeof inputIndex === 'number') return { ...item, pairedItem: { item: inputIndex } };
	if (inputIndex === undefined) return item;
	return { ...item, pairedItem: inputIndex.map((index) => ({ item: index })) };
}

/**
 * An input item that failed, for *On Error: Continue*. Without `error` beside `json`, n8n would send
 * it down the success output (n8n-core 2.40, `handleNodeErrorOutput`).
 */
export function failedItem(
	input: INodeExecutionData,
	error: NodeApiError | NodeOperationError,
	index: number,
): INodeExecutionData {
	return {
		json: { ...input.json, error: error.message },
		error,
		pairedItem: { item: index },
	};
}
