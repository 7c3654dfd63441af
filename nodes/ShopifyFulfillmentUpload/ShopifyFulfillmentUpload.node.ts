import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import { connectShopify } from '../n8n/connectShopify';
import { shopifyFulfillmentApiTest } from '../n8n/credentialTest';
import type { ItemAnswer } from '../n8n/itemAnswers';
import { toOutputs } from '../n8n/itemAnswers';
import { getLocations } from '../n8n/listMethods';
import { toNodeError } from '../n8n/nodeError';
import { readerOf } from '../n8n/readerOf';
import { pause } from '../shopify/pause';
import type { Wait } from '../upload/lostAnswers';
import { fulfillmentOperations } from './fulfillmentOperations';
import { uploadOperation } from './uploadOperation';
import { UPLOAD_NODE_PROPERTIES } from './uploadProperties';

/** Puts what the warehouse shipped into Shopify. */
export class ShopifyFulfillmentUpload implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Shopify Fulfillment Upload',
		name: 'shopifyFulfillmentUpload',
		icon: {
			light: 'file:../../credentials/shopifyFulfillment.svg',
			dark: 'file:../../credentials/shopifyFulfillment.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] }}',
		description: 'Uploads shipments with their tracking to Shopify, each exactly once',
		defaults: { name: 'Shopify Fulfillment Upload' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Done', 'Needs Attention'],
		credentials: [
			{ name: 'shopifyFulfillmentApi', required: true, testedBy: 'shopifyFulfillmentApiTest' },
		],
		properties: UPLOAD_NODE_PROPERTIES,
	};

	methods = {
		loadOptions: { getLocations },
		credentialTest: { shopifyFulfillmentApiTest },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0);
		let answers: readonly ItemAnswer[];
		try {
			answers = await answersOf(this, operation);
		} catch (error) {
			if (!this.continueOnFail()) throw toNodeError(this.getNode(), error);
			// Nothing could be done at all. Thrown, n8n 2.40 would send the items down the first output.
			answers = this.getInputData().map(() => ({ error, subject: null }));
		}
		return toOutputs(this, answers, operation === 'upload' ? UPLOAD_AGAIN : OTHERS_DONE);
	}
}

const OTHERS_DONE = 'The other items are done';
const UPLOAD_AGAIN = `${OTHERS_DONE}; when this node runs again, they are recognised and not uploaded twice`;

async function answersOf(
	context: IExecuteFunctions,
	operation: string,
): Promise<readonly ItemAnswer[]> {
	const signal = context.getExecutionCancelSignal();
	const wait: Wait = async (milliseconds) => await pause(milliseconds, signal);
	const work = fulfillmentOperations(wait, signal)[operation];
	if (!work && operation !== 'upload') {
		throw new NodeOperationError(context.getNode(), `The operation ${operation} does not exist`);
	}
	const client = await connectShopify(context);
	if (!work) return await uploadOperation(context, client);
	const answers: ItemAnswer[] = [];
	for (const index of context.getInputData().keys()) {
		try {
			answers.push(await work(client, readerOf(context, index), index));
		} catch (error) {
			answers.push({ error, subject: null });
		}
	}
	return answers;
}
