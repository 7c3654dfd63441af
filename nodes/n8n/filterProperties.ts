import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** Options of Payment Status, in Shopify's own constants. */
const PAYMENT_STATUSES: INodePropertyOptions[] = [
	{ name: 'Authorized', value: 'AUTHORIZED' },
	{ name: 'Expired', value: 'EXPIRED' },
	{ name: 'Paid', value: 'PAID' },
	{ name: 'Partially Paid', value: 'PARTIALLY_PAID' },
	{ name: 'Partially Refunded', value: 'PARTIALLY_REFUNDED' },
	{ name: 'Pending', value: 'PENDING' },
	{ name: 'Refunded', value: 'REFUNDED' },
	{ name: 'Voided', value: 'VOIDED' },
];

const DELIVERY_METHODS: INodePropertyOptions[] = [
	{ name: 'In-Store Sale', value: 'RETAIL' },
	{ name: 'Local Delivery', value: 'LOCAL' },
	{ name: 'None', value: 'NONE' },
	{ name: 'Pickup Point', value: 'PICKUP_POINT' },
	{ name: 'Shipping', value: 'SHIPPING' },
	{ name: 'Store Pickup', value: 'PICK_UP' },
];

const FILTERS: INodeProperties[] = [
	{
		displayName: 'Location Names or IDs',
		name: 'locations',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getLocations' },
		default: [],
		description:
			'Locations that this target ships from. Default: all. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Order Tags: All Of',
		name: 'tagsAll',
		type: 'string',
		default: '',
		placeholder: 'e.g. approved, b2b',
		description:
			'Tags that the order must all have, separated by commas. Letter case is ignored. Default: any',
	},
	{
		displayName: 'Order Tags: Any Of',
		name: 'tagsAny',
		type: 'string',
		default: '',
		placeholder: 'e.g. warehouse, express',
		description:
			'Tags of which the order must have one, separated by commas. Letter case is ignored. Default: any',
	},
	{
		displayName: 'Order Tags: None Of',
		name: 'tagsNone',
		type: 'string',
		default: '',
		placeholder: 'e.g. do-not-ship',
		description:
			'Tags that the order must not have, separated by commas. Letter case is ignored. Default: any',
	},
	{
		displayName: 'Risk',
		name: 'risks',
		type: 'multiOptions',
		default: [],
		options: [
			{ name: 'Accept', value: 'ACCEPT' },
			{ name: 'Cancel', value: 'CANCEL' },
			{ name: 'Investigate', value: 'INVESTIGATE' },
			{ name: 'None', value: 'NONE' },
		],
		description: "What Shopify's risk assessment recommends. Default: all.",
	},
	{
		displayName: 'Sales Channels',
		name: 'salesChannels',
		type: 'string',
		default: '',
		placeholder: 'e.g. web, pos, shopify_draft_order',
		description: 'Where the order was made (its source name), separated by commas. Default: all.',
	},
	{
		displayName: 'Settle Time (Minutes)',
		name: 'settleTime',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description:
			'How long a fulfillment order must exist before it is handed over: leaves room for upsells, edits and fraud holds. Default: 0.',
	},
	{
		displayName: 'Ship-To Countries',
		name: 'countries',
		type: 'string',
		default: '',
		placeholder: 'e.g. DE, AT, CH',
		description: 'Two-letter ISO codes, separated by commas. Default: all.',
	},
	{
		displayName: 'Shipment Status',
		name: 'shipmentStatuses',
		type: 'multiOptions',
		default: [],
		options: [
			{ name: 'Partial', value: 'PARTIAL' },
			{ name: 'Unshipped', value: 'UNSHIPPED' },
		],
		description: 'What has really been fulfilled of the whole order. Default: both.',
	},
	{
		displayName: 'Test Orders',
		name: 'testOrders',
		type: 'options',
		default: 'include',
		options: [
			{ name: 'Include', value: 'include' },
			{ name: 'Leave Out', value: 'exclude' },
			{ name: 'Only Test Orders', value: 'only' },
		],
		description: 'What to do with orders of a test payment. Default: include them.',
	},
];

/**
 * Filters of the trigger and of Get Many: what leaves something out by default stands in the open, what
 * defaults to all lies under Filters.
 */
export function filterProperties(
	displayOptions?: INodeProperties['displayOptions'],
): INodeProperties[] {
	const properties: INodeProperties[] = [
		{
			displayName: 'Payment Status',
			name: 'paymentStatuses',
			type: 'multiOptions',
			options: PAYMENT_STATUSES,
			default: ['PAID', 'PARTIALLY_PAID', 'PARTIALLY_REFUNDED'],
			description:
				'Payment statuses of orders to hand over. Add Authorized if the shop captures when shipping; Pending for B2B terms, bank transfer, cash on delivery. None chosen: all.',
		},
		{
			displayName: 'Delivery Methods',
			name: 'deliveryMethods',
			type: 'multiOptions',
			options: DELIVERY_METHODS,
			default: ['SHIPPING', 'PICKUP_POINT'],
			description:
				'How the goods reach the customer. One without a method counts as Shipping if it has an address. None chosen: all.',
		},
		{
			displayName: 'Start From Order',
			name: 'startFromOrder',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			description: 'Orders before this one are left out. Empty: none is left out.',
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: 'Choose an order…',
					typeOptions: { searchListMethod: 'searchOrders', searchable: true },
				},
				{
					displayName: 'By ID',
					name: 'id',
					type: 'string',
					placeholder: 'e.g. 6219004412345',
				},
			],
		},
		{
			displayName: 'Created Within (Days)',
			name: 'createdWithin',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 60,
			description:
				'Orders created longer ago are left out. More than 60 needs the scope read_all_orders.',
		},
		{
			displayName: 'Include Lines That Need No Shipping',
			name: 'includeNoShipping',
			type: 'boolean',
			default: false,
			description: 'Whether gift cards and digital goods are handed over as well',
		},
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: FILTERS,
		},
	];
	return properties.map((property) => ({ ...property, ...(displayOptions && { displayOptions }) }));
}

/** Options that say how items look. */
export const OUTPUT_OPTIONS: INodeProperties[] = [
	{
		displayName: 'Always Append Fulfillment Order ID to Order Number',
		name: 'alwaysAppend',
		type: 'boolean',
		default: false,
		description:
			'Whether every target order number ends in the ID of its fulfillment order. Default: only those that share an order name.',
	},
	{
		displayName: 'Order Number Prefix',
		name: 'numberPrefix',
		type: 'string',
		default: '',
		placeholder: 'e.g. UK-',
		description:
			'Put before each target order number, for shops that share a target. Default: none.',
	},
	{
		displayName: 'Order Number Without #',
		name: 'withoutHash',
		type: 'boolean',
		default: false,
		description:
			'Whether a # at the beginning of the order name is left out of the target order number. Default: off.',
	},
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		default: 'simplified',
		options: [
			{ name: 'Simplified', value: 'simplified' },
			{ name: 'Raw', value: 'raw' },
		],
		description: "Fields as in the README, or Shopify's own answer. Default: simplified.",
	},
];
