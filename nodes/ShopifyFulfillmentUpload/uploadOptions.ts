import type { INodeProperties } from 'n8n-workflow';

/** Options of Upload Shipments; each description names what holds without it. */
export const UPLOAD_OPTIONS: INodeProperties[] = [
	{
		displayName: 'Carrier Names',
		name: 'carrierNames',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Carrier',
		default: {},
		description:
			'What your warehouse calls its carriers, where that is not what Shopify does. Default: no names of your own.',
		options: [
			{
				displayName: 'Carrier',
				name: 'carriers',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. Courier 7',
						description: 'As it comes in Carrier',
					},
					{
						displayName: 'Tracking Company',
						name: 'company',
						type: 'string',
						default: '',
						placeholder: 'e.g. Royal Mail',
						description: 'As Shopify shows it to the customer. If empty, the name stays.',
					},
					{
						displayName: 'Tracking Link',
						name: 'urlTemplate',
						type: 'string',
						default: '',
						placeholder: 'e.g. https://courier7.example/track/{number}',
						description: 'With {number} where the tracking number goes. May be empty.',
					},
				],
			},
		],
	},
	{
		displayName: 'Fulfillment Order Line Item ID',
		name: 'fulfillmentOrderLineItemId',
		type: 'string',
		default: '={{ $json.fulfillmentOrderLineItemId }}',
		description:
			'Names the line by its ID in the fulfillment order, before the SKU is looked at. Counts if Lines is empty; entries of Lines may have a field of this name. Default: not looked at.',
	},
	{
		displayName: 'If a Line Does Not Match',
		name: 'unmatchedLines',
		type: 'options',
		default: 'reject',
		description:
			'What to do with a shipment that has a line which the order does not have, or which cannot be read. Default: reject it.',
		options: [
			{ name: 'Reject the Shipment', value: 'reject' },
			{ name: 'Upload the Other Lines and Report', value: 'skip' },
		],
	},
	{
		displayName: 'If Already Shipped With Other Tracking',
		name: 'otherTracking',
		type: 'options',
		default: 'add',
		description:
			'What to do if all units of the shipment are shipped already, under another number or none. Default: add the tracking.',
		options: [
			{
				name: 'Add the Tracking',
				value: 'add',
				description: 'Another parcel of the same shipment, or a number that came late',
			},
			{
				name: 'Replace the Tracking',
				value: 'replace',
				description:
					'A new label. Not for lists that repeat older shipments: the numbers would change to and fro.',
			},
			{ name: 'Report Only', value: 'report' },
		],
	},
	{
		displayName: 'Order Line Item ID',
		name: 'orderLineItemId',
		type: 'string',
		default: '={{ $json.orderLineItemId }}',
		description:
			'Names the line by its ID in the order, before the SKU is looked at. Counts if Lines is empty; entries of Lines may have a field of this name. Default: not looked at.',
	},
	{
		displayName: 'Order Number Prefix',
		name: 'numberPrefix',
		type: 'string',
		default: '',
		placeholder: 'e.g. UK-',
		description: 'What the target order numbers of this shop begin with. Default: nothing.',
	},
	{
		displayName: 'Over-Shipment',
		name: 'overShipment',
		type: 'options',
		default: 'uploadRest',
		description:
			'What to do with a shipment of more units than are left to ship. Default: upload what remains and report.',
		options: [
			{
				name: 'Reject the Shipment',
				value: 'reject',
			},
			{
				name: 'Upload What Remains and Report',
				value: 'uploadRest',
				description: 'The parcel is on its way in any case',
			},
		],
	},
	{
		displayName: 'Shipped In Total',
		name: 'shippedInTotal',
		type: 'string',
		default: '={{ $json.shippedInTotal }}',
		description:
			'Units of the line that were ever shipped, this shipment included: only what is missing of them is uploaded, and Quantity is not looked at. Counts if Lines is empty; entries of Lines may have a field of this name. Default: not looked at, Quantity counts.',
	},
	{
		displayName: 'Take Units From: Location Name or ID',
		name: 'location',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getLocations' },
		default: '',
		description:
			'Location whose units are taken first if the item does not tell, for all items of a run: an expression is worked out for the first. Default: any. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Tracking Link for Unknown Carriers',
		name: 'urlTemplate',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://parcels.example/track/{number}',
		description:
			'Used where an item has no URL and Shopify does not know the carrier, with {number} where the tracking number goes. Default: none.',
	},
	{
		displayName: 'Without a Tracking Number',
		name: 'withoutNumber',
		type: 'options',
		default: 'same',
		description:
			'What a shipment without a tracking number is, if the order has a fulfillment with just its units and without a number. Default: the same shipment.',
		options: [
			{
				name: 'Another Shipment',
				value: 'another',
				description:
					'It is uploaded each time it comes. Not for lists that repeat older shipments.',
			},
			{ name: 'The Same Shipment', value: 'same', description: 'It is not uploaded again' },
		],
	},
];
