import type { INodeProperties } from 'n8n-workflow';

/** What the node works on, and the operations on each. */
export const RESOURCES: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		default: 'fulfillmentOrder',
		options: [
			{ name: 'Fulfillment Order', value: 'fulfillmentOrder' },
			{ name: 'Shop', value: 'shop' },
		],
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['fulfillmentOrder'] } },
		default: 'confirmHandover',
		options: [
			{
				name: 'Check Before Shipping',
				value: 'checkBeforeShipping',
				description:
					'Find out, before a parcel leaves, whether what was handed over may ship as it is. Changes nothing. Does not notice a changed address',
				action: 'Check a fulfillment order before shipping',
			},
			{
				name: 'Confirm Change',
				value: 'confirmChange',
				description:
					'Record that the target was told of a change. If two runs told it at the same time, it is told once more. For items of the output Changes of the trigger.',
				action: 'Confirm a change of a fulfillment order',
			},
			{
				name: 'Confirm Handover',
				value: 'confirmHandover',
				description:
					'Record that the target has the order: it is not offered again and reads In progress in Shopify',
				action: 'Confirm the handover of a fulfillment order',
			},
			{
				name: 'Get',
				value: 'get',
				description: 'Get one fulfillment order, whatever its state',
				action: 'Get a fulfillment order',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				description:
					'Get fulfillment orders by order names, IDs or filters, each with what keeps it from being handed over',
				action: 'Get many fulfillment orders',
			},
			{
				name: 'Hold',
				value: 'hold',
				description: 'Put a fulfillment order on hold, with a note that staff read in Shopify',
				action: 'Hold a fulfillment order',
			},
			{
				name: 'Release Hold',
				value: 'releaseHold',
				description: 'Release the holds of a fulfillment order',
				action: 'Release the hold of a fulfillment order',
			},
			{
				name: 'Return to Shopify',
				value: 'returnToShopify',
				description:
					'Record that the target will not ship the order: the progress is taken back and the order is not offered again by itself',
				action: 'Return a fulfillment order to shopify',
			},
			{
				name: 'Tell Again',
				value: 'tellAgain',
				description:
					'Record that the target could not be told of a change: the trigger tells it again. For items of its output Changes.',
				action: 'Tell a change of a fulfillment order again',
			},
		],
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['shop'] } },
		default: 'getShop',
		options: [
			{
				name: 'Get',
				value: 'getShop',
				description: 'Get the name, plan, time zone and locations of the shop',
				action: 'Get the shop',
			},
		],
	},
];
