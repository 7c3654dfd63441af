import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { shopifyFulfillmentApiTest } from '../n8n/credentialTest';
import { toOutputs } from '../n8n/itemAnswers';
import { searchLocations } from '../n8n/listMethods';
import { toNodeError } from '../n8n/nodeError';
import type { Fed } from './feedOperation';
import { feedOperation } from './feedOperation';
import { FEED_NODE_PROPERTIES } from './feedProperties';

/** Sets Shopify's stock levels to what the target says. */
export class ShopifyInventoryFeed implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Shopify Inventory Feed',
		name: 'shopifyInventoryFeed',
		icon: {
			light: 'file:../../credentials/shopifyFulfillment.svg',
			dark: 'file:../../credentials/shopifyFulfillment.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle:
			'={{ { physical: "Physical Stock", freeToSell: "Free To Sell" }[$parameter["figure"]] }}',
		description: "Sets Shopify's stock levels, from a handful of SKUs to 100,000",
		defaults: { name: 'Shopify Inventory Feed' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Done', 'Needs Attention'],
		credentials: [
			{ name: 'shopifyFulfillmentApi', required: true, testedBy: 'shopifyFulfillmentApiTest' },
		],
		hints: [
			{
				message: 'Dry Run is on: nothing is written to Shopify',
				type: 'info',
				location: 'outputPane',
				whenToDisplay: 'beforeExecution',
				displayCondition: '={{ $parameter["dryRun"] === true }}',
			},
		],
		properties: FEED_NODE_PROPERTIES,
	};

	methods = {
		listSearch: { searchLocations },
		credentialTest: { shopifyFulfillmentApiTest },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		let fed: Fed;
		try {
			fed = await feedOperation(this);
		} catch (error) {
			if (!this.continueOnFail()) throw toNodeError(this.getNode(), error);
			// Nothing could be done at all. Thrown, n8n 2.40 would send the items down the first output.
			fed = { answers: this.getInputData().map(() => ({ error, subject: null })), more: [] };
		}
		return toOutputs(this, fed.answers, FED_AGAIN, fed.more);
	}
}

const FED_AGAIN =
	'The other items are done; when this node runs again, only what still differs is written';
