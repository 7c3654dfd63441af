import type { IExecuteFunctions } from 'n8n-workflow';
import type { ReadParameter } from '../n8n/parameters';

/** Reads the node's parameters for one item; null for a field that the chosen operation does not show. */
export function readerOf(context: IExecuteFunctions, itemIndex: number): ReadParameter {
	return (name) => context.getNodeParameter(name, itemIndex, null);
}
