import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { eitherField } from '../n8n/readerOf';
import { FULFILLMENT_PROPERTIES } from './fulfillmentProperties';
import { UPLOAD_OPTIONS } from './uploadOptions';

const showIf = (more: NonNullable<IDisplayOptions['show']> = {}): IDisplayOptions => ({
	show: { operation: ['upload'], ...more },
});

const OPERATION: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: 'upload',
	options: [
		{
			name: 'Add Delivery Event',
			value: 'addDeliveryEvent',
			description: 'Tell Shopify what has happened to a parcel on its way',
			action: 'Add a delivery event',
		},
		{
			name: 'Cancel Fulfillment',
			value: 'cancelFulfillment',
			description: 'Take a shipment back: its units are open again in Shopify',
			action: 'Cancel a fulfillment',
		},
		{
			name: 'Get Fulfillments',
			value: 'getFulfillments',
			description: 'Get the fulfillments of an order with their tracking',
			action: 'Get the fulfillments of an order',
		},
		{
			name: 'Update Tracking',
			value: 'updateTracking',
			description: 'Add parcels to a fulfillment, or replace its tracking',
			action: 'Update the tracking of a fulfillment',
		},
		{
			name: 'Upload Shipments',
			value: 'upload',
			description:
				'Make fulfillments of what the warehouse shipped, each once, however often an item comes',
			action: 'Upload shipments',
		},
	],
};

const ORDER: INodeProperties[] = [
	{
		displayName: 'Order By',
		name: 'orderBy',
		type: 'options',
		default: 'orderNumber',
		description: 'How the items name the order that was shipped',
		options: [
			{
				name: 'Fulfillment Order ID',
				value: 'fulfillmentOrderId',
				description: 'The units are taken from this fulfillment order first',
			},
			{ name: 'Order ID', value: 'orderId', description: "Shopify's ID of the order" },
			{
				name: 'Order Number',
				value: 'orderNumber',
				description: 'The name of the order, or the number that the target got',
			},
		],
		displayOptions: showIf(),
	},
	{
		displayName: 'Order Number',
		name: 'orderNumber',
		type: 'string',
		required: true,
		default: '={{ $json.orderNumber }}',
		placeholder: 'e.g. #1042, 1042 or #1042-6837114',
		description:
			'Name of the order with or without #, or a target order number as the trigger gave it',
		displayOptions: showIf({ orderBy: ['orderNumber'] }),
	},
	{
		displayName: 'Order ID',
		name: 'orderId',
		type: 'string',
		required: true,
		default: '={{ $json.orderId }}',
		placeholder: 'e.g. gid://shopify/Order/6219004412345',
		displayOptions: showIf({ orderBy: ['orderId'] }),
	},
	{
		displayName: 'Fulfillment Order ID',
		name: 'fulfillmentOrderId',
		type: 'string',
		required: true,
		default: '={{ $json.fulfillmentOrderId }}',
		placeholder: 'e.g. gid://shopify/FulfillmentOrder/7310098123456',
		displayOptions: showIf({ orderBy: ['fulfillmentOrderId'] }),
	},
];

const LINES: INodeProperties[] = [
	{
		displayName: 'Shipped',
		name: 'shipped',
		type: 'options',
		default: 'lines',
		options: [
			{
				name: 'Everything That Remains',
				value: 'all',
				description:
					'All units that are not shipped yet: of the fulfillment order, if it is named by its ID or by the number that ends in it, else of the whole order at all locations: a plain order number such as #1042 names the whole order',
			},
			{ name: 'Lines Named in the Item', value: 'lines' },
		],
		displayOptions: showIf(),
	},
	{
		displayName: 'Lines',
		name: 'lines',
		type: 'string',
		default: '={{ $json.lines }}',
		placeholder: 'e.g. [{ "sku": "MUG-BLUE", "quantity": 2 }]',
		description:
			'The whole shipment as a list with sku and quantity (or orderLineItemId and quantity), or its JSON text. If empty, the item is one line: SKU and Quantity count.',
		displayOptions: showIf({ shipped: ['lines'] }),
	},
	{
		displayName: 'SKU',
		name: 'sku',
		type: 'string',
		default: '={{ $json.sku }}',
		description: 'Counts if Lines is empty',
		displayOptions: showIf({ shipped: ['lines'] }),
	},
	{
		displayName: 'Quantity',
		name: 'quantity',
		type: 'string',
		default: '={{ $json.quantity }}',
		description: 'Units of the SKU that were shipped. Counts if Lines is empty.',
		displayOptions: showIf({ shipped: ['lines'] }),
	},
];

const TRACKING: INodeProperties[] = [
	{
		displayName: 'Tracking Number(s)',
		name: 'trackingNumbers',
		type: 'string',
		default: eitherField('trackingNumbers', 'trackingNumber'),
		description:
			'One number, or several as a list or separated by commas. A shipment is recognised by it when it comes again. May be empty.',
		displayOptions: showIf(),
	},
	{
		displayName: 'Tracking URL(s)',
		name: 'trackingUrls',
		type: 'string',
		default: eitherField('trackingUrls', 'trackingUrl'),
		description:
			'One for each number, in the same order. May be empty: for carriers that it knows, Shopify makes the link itself.',
		displayOptions: showIf(),
	},
	{
		displayName: 'Carrier',
		name: 'carrier',
		type: 'string',
		default: '={{ $json.carrier }}',
		placeholder: 'e.g. Royal Mail',
		description:
			"Brought into Shopify's spelling; a name that Shopify does not know is sent as it is. May be empty.",
		displayOptions: showIf(),
	},
	{
		displayName: 'Shipment ID',
		name: 'shipmentId',
		type: 'string',
		default: '={{ $json.shipmentId }}',
		placeholder: 'e.g. WS-1207',
		description:
			'What the target calls the shipment. Ties items that are one line each together where there is no tracking number; Shopify does not keep it, so nothing is recognised by it later. May be empty.',
		displayOptions: showIf({ shipped: ['lines'] }),
	},
	{
		displayName: 'Notify Customer',
		name: 'notifyCustomer',
		type: 'options',
		default: 'yes',
		description:
			'Whether Shopify tells the customer that the shipment is on its way. Only a newly made fulfillment notifies.',
		options: [
			{ name: 'From a Field', value: 'field', description: 'Each item says it itself' },
			{ name: 'No', value: 'no' },
			{ name: 'Yes', value: 'yes' },
		],
		displayOptions: showIf(),
	},
	{
		displayName: 'Notify Customer Field',
		name: 'notifyCustomerField',
		type: 'string',
		required: true,
		default: '={{ $json.notifyCustomer }}',
		description: 'Takes true or false, yes or no, 1 or 0',
		displayOptions: showIf({ notifyCustomer: ['field'] }),
	},
	{
		displayName: 'Combine Items of One Shipment',
		name: 'combine',
		type: 'boolean',
		default: true,
		description:
			'Whether items with the same order and tracking number are one shipment and become one fulfillment. Turn off if each item is a shipment of its own.',
		displayOptions: showIf(),
	},
];

/** All fields of the node, as the editor shows them. */
export const UPLOAD_NODE_PROPERTIES: INodeProperties[] = [
	OPERATION,
	...ORDER,
	...LINES,
	...TRACKING,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: UPLOAD_OPTIONS,
		displayOptions: showIf(),
	},
	...FULFILLMENT_PROPERTIES,
];
