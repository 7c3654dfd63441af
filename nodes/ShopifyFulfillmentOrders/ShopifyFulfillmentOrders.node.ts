import { randomUUID } from 'node:crypto';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import type { ConfirmRequest } from '../handover/confirmHandovers';
import { confirmHandovers } from '../handover/confirmHandovers';
import { connectShopify } from '../n8n/connectShopify';
import { shopifyFulfillmentApiTest } from '../n8n/credentialTest';
import { failedItem, toItem } from '../n8n/items';
import { getLocations, searchOrders } from '../n8n/listMethods';
import { toNodeError } from '../n8n/nodeError';
import type { ReadParameter } from '../n8n/parameters';
import type { ShopifyClient } from '../shopify/client';
import { ACTION_PROPERTIES } from './description';
import { ITEM_OPERATIONS } from './operations';
import { readConfirmRequest } from './parameters';

/** What a workflow does with fulfillment orders after the trigger has given them out. */
export class ShopifyFulfillmentOrders implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Shopify Fulfillment Orders',
		name: 'shopifyFulfillmentOrders',
		icon: {
			light: 'file:../../credentials/shopifyFulfillment.svg',
			dark: 'file:../../credentials/shopifyFulfillment.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] }}',
		description: 'Confirms, returns, holds and reads Shopify fulfillment orders',
		defaults: { name: 'Shopify Fulfillment Orders' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'shopifyFulfillmentApi', required: true, testedBy: 'shopifyFulfillmentApiTest' },
		],
		properties: ACTION_PROPERTIES,
	};

	methods = {
		loadOptions: { getLocations },
		listSearch: { searchOrders },
		credentialTest: { shopifyFulfillmentApiTest },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const operation = this.getNodeParameter('operation', 0);
		const run = randomUUID().slice(0, 8);
		try {
			const client = await connectShopify(this);
			if (operation === 'confirmHandover') return [await confirmItems(this, items, client, run)];
			return [await runItems(this, items, client, operation, run)];
		} catch (error) {
			if (!this.continueOnFail()) throw toNodeError(this.getNode(), error);
			// Nothing could be done at all. Thrown, n8n 2.40 would send the items down the success output.
			return [items.map((item, index) => failedOrThrow(this, item, error, index))];
		}
	}
}

/** Null for a field that the chosen operation does not show: n8n stores nothing for it. */
function readerOf(context: IExecuteFunctions, itemIndex: number): ReadParameter {
	return (name) => context.getNodeParameter(name, itemIndex, null);
}

/** One item after the other; a failed one does not stop the others if the node is set to go on. */
async function runItems(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	client: ShopifyClient,
	operation: string,
	run: string,
): Promise<INodeExecutionData[]> {
	const work = ITEM_OPERATIONS[operation];
	if (!work)
		throw new NodeOperationError(context.getNode(), `The operation ${operation} does not exist`);
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
}

/**
 * All items in few calls. The output carries the input's fields, so that the next node still knows the
 * order, and what came of the confirmation.
 */
async function confirmItems(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	client: ShopifyClient,
	run: string,
): Promise<INodeExecutionData[]> {
	const requests: { index: number; request: ConfirmRequest }[] = [];
	const output = new Map<number, INodeExecutionData>();
	const problems: { item: INodeExecutionData; error: unknown; index: number }[] = [];
	for (const [index, item] of items.entries()) {
		try {
			requests.push({ index, request: readConfirmRequest(readerOf(context, index), index) });
		} catch (error) {
			problems.push({ item, error, index });
		}
	}
	const answers = await confirmHandovers(
		client,
		requests.map(({ request }) => request),
		run,
	);
	for (const [at, { index, request }] of requests.entries()) {
		const item = items[index] ?? { json: {} };
		const answer = answers[at];
		if (answer instanceof Error) problems.push({ item, error: answer, index });
		else
			output.set(
				index,
				toItem({ ...item.json, confirmation: { key: request.key, ...answer } }, index),
			);
	}
	// Only now: what could be confirmed is confirmed, whatever else is wrong.
	for (const { item, error, index } of problems) {
		output.set(index, failedOrThrow(context, item, error, index));
	}
	return items.flatMap((_, index) => output.get(index) ?? []);
}

function failedOrThrow(
	context: IExecuteFunctions,
	item: INodeExecutionData,
	error: unknown,
	index: number,
): INodeExecutionData {
	const failure = toNodeError(context.getNode(), error, { itemIndex: index });
	if (context.continueOnFail()) return failedItem(item, failure, index, context.getNode().onError);
	throw failure;
}
