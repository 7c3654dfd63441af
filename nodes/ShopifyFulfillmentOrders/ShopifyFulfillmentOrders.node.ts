import { randomUUID } from 'node:crypto';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import { connectShopify } from '../n8n/connectShopify';
import { shopifyFulfillmentApiTest } from '../n8n/credentialTest';
import { getLocations, searchOrders } from '../n8n/listMethods';
import { toNodeError } from '../n8n/nodeError';
import { ACTION_PROPERTIES } from './description';
import { CHECK_BEFORE_SHIPPING, CONFIRM_HANDOVER } from './batches';
import { ITEM_OPERATIONS } from './operations';
import type { RunOperation } from './runItems';
import { failedOrThrow, manyAtOnce, oneByOne } from './runItems';

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
		description: 'Confirms, checks, returns, holds and reads Shopify fulfillment orders',
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
			const work = operationNamed(operation);
			if (!work)
				throw new NodeOperationError(this.getNode(), `The operation ${operation} does not exist`);
			const client = await connectShopify(this);
			return [await work({ context: this, items, client, run })];
		} catch (error) {
			if (!this.continueOnFail()) throw toNodeError(this.getNode(), error);
			// Nothing could be done at all. Thrown, n8n 2.40 would send the items down the success output.
			return [items.map((item, index) => failedOrThrow(this, item, error, index))];
		}
	}
}

const BATCHES: Readonly<Record<string, RunOperation>> = {
	checkBeforeShipping: manyAtOnce(CHECK_BEFORE_SHIPPING),
	confirmHandover: manyAtOnce(CONFIRM_HANDOVER),
};

/** How an operation does its work: for many items at once where it can. */
function operationNamed(operation: string): RunOperation | undefined {
	const work = ITEM_OPERATIONS[operation];
	return BATCHES[operation] ?? (work && oneByOne(work));
}
