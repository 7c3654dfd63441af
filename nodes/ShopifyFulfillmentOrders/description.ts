import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { filterProperties, OUTPUT_OPTIONS } from '../n8n/filterProperties';
import { RESOURCES } from './resources';

const showFor = (...operations: string[]): IDisplayOptions => ({
	show: { resource: ['fulfillmentOrder'], operation: operations },
});

const showIf = (
	operation: string,
	more: NonNullable<IDisplayOptions['show']>,
): IDisplayOptions => ({
	show: { ...showFor(operation).show, ...more },
});

/** Operations on items that tell of a change. */
const CHANGES = ['confirmChange', 'tellAgain'] as const;

const HANDOVER: INodeProperties[] = [
	{
		displayName: 'Order ID',
		name: 'orderId',
		type: 'string',
		required: true,
		default: '={{ $json.orderId }}',
		description: "The item's orderId",
		displayOptions: showFor('confirmHandover', 'returnToShopify', ...CHANGES),
	},
	{
		displayName: 'Handover Key',
		name: 'handoverKey',
		type: 'string',
		required: true,
		default: '={{ $json.handover.key }}',
		description: "The item's handover.key: which units the target has",
		displayOptions: showFor('confirmHandover', 'returnToShopify', ...CHANGES),
	},
	{
		displayName: 'Attempt',
		name: 'attempt',
		type: 'string',
		default: '={{ $json.handover.attempt }}',
		description:
			"The item's handover.attempt: which of several emissions the target answers. May be empty.",
		displayOptions: showFor('confirmHandover'),
	},
	{
		displayName: 'Order Number',
		name: 'orderNumber',
		type: 'string',
		default: '={{ $json.orderNumber }}',
		description: 'Target order number, for the note that staff read in Shopify. May be empty.',
		displayOptions: showFor('confirmHandover'),
	},
	{
		displayName: 'Target Reference',
		name: 'targetReference',
		type: 'string',
		default: '',
		placeholder: 'e.g. SO-20931',
		description: 'What the target calls the order. Kept in Shopify with the handover. May be empty',
		displayOptions: showFor('confirmHandover'),
	},
	{
		displayName: 'Shipped by Target',
		name: 'shippedByTarget',
		type: 'string',
		default: '',
		description:
			'Of an Unsettled item: lines (orderLineItemId, quantity) that the target has shipped already. They stay in its order; without it they count as shipped by others. May be empty.',
		displayOptions: showFor('confirmHandover'),
	},
	{
		displayName: 'Told',
		name: 'told',
		type: 'string',
		required: true,
		default: '={{ $json.handover.told }}',
		description: "The item's handover.told: what it told, and what was told before",
		displayOptions: showFor(...CHANGES),
	},
	{
		displayName: 'Confirm Orders of Manual Runs',
		name: 'confirmManual',
		type: 'boolean',
		default: false,
		description:
			'Whether orders that a manual run of the trigger shows are confirmed as well: then they are not handed over in production any more',
		displayOptions: showFor('confirmHandover'),
	},
];

/** Which target order is about to be shipped. */
const CHECK: INodeProperties[] = [
	{
		displayName: 'Find By',
		name: 'findBy',
		type: 'options',
		default: 'handoverKey',
		options: [
			{
				name: 'Fulfillment Order ID',
				value: 'fulfillmentOrderId',
				description: 'All that was handed over of a fulfillment order',
			},
			{
				name: 'Handover Key',
				value: 'handoverKey',
				description: 'Exactly what one item handed over, wherever its units are now',
			},
		],
		displayOptions: showFor('checkBeforeShipping'),
	},
	...HANDOVER.filter(({ name }) => ['orderId', 'handoverKey'].includes(name)).map(
		(property): INodeProperties => ({
			...property,
			displayOptions: showIf('checkBeforeShipping', { findBy: ['handoverKey'] }),
		}),
	),
	{
		displayName: 'Fulfillment Order ID',
		name: 'fulfillmentOrderId',
		type: 'string',
		required: true,
		default: '={{ $json.fulfillmentOrderId }}',
		displayOptions: showIf('checkBeforeShipping', { findBy: ['fulfillmentOrderId'] }),
	},
];

/** Which of several emissions of which offer the target has refused. */
const REFUSED = HANDOVER.filter(({ name }) => ['orderId', 'handoverKey', 'attempt'].includes(name));

const HOLD: INodeProperties[] = [
	{
		displayName: 'Fulfillment Order ID',
		name: 'fulfillmentOrderId',
		type: 'string',
		required: true,
		default: '={{ $json.fulfillmentOrderId }}',
		displayOptions: showFor('get', 'releaseHold'),
	},
	{
		displayName: 'The Target Refused It',
		name: 'refused',
		type: 'boolean',
		default: false,
		description:
			'Whether the target was offered the order and refused it: it is not asked about it again, and once the hold is released the order is offered again at once',
		displayOptions: showFor('hold'),
	},
	{
		displayName: 'Fulfillment Order ID',
		name: 'fulfillmentOrderId',
		type: 'string',
		required: true,
		default: '={{ $json.fulfillmentOrderId }}',
		displayOptions: showIf('hold', { refused: [false] }),
	},
	...REFUSED.map(
		(property): INodeProperties => ({
			...property,
			displayOptions: showIf('hold', { refused: [true] }),
		}),
	),
	{
		displayName: 'Put on Hold',
		name: 'putOnHold',
		type: 'boolean',
		default: false,
		description: 'Whether the fulfillment order is also put on hold, so that nobody ships it',
		displayOptions: showFor('returnToShopify'),
	},
	{
		displayName: 'Reason',
		name: 'holdReason',
		type: 'options',
		default: 'OTHER',
		options: [
			{ name: 'Awaiting Payment', value: 'AWAITING_PAYMENT' },
			{ name: 'Awaiting Return Items', value: 'AWAITING_RETURN_ITEMS' },
			{ name: 'High Risk of Fraud', value: 'HIGH_RISK_OF_FRAUD' },
			{ name: 'Incorrect Address', value: 'INCORRECT_ADDRESS' },
			{ name: 'Inventory Out of Stock', value: 'INVENTORY_OUT_OF_STOCK' },
			{ name: 'Other', value: 'OTHER' },
			{ name: 'Unknown Delivery Date', value: 'UNKNOWN_DELIVERY_DATE' },
		],
		displayOptions: showFor('hold', 'returnToShopify'),
	},
	{
		displayName: 'Note',
		name: 'holdNote',
		type: 'string',
		default: '',
		placeholder: 'e.g. The warehouse does not deliver to PO boxes',
		description: 'What staff read in Shopify beside the hold',
		displayOptions: showFor('hold', 'returnToShopify'),
	},
	{
		displayName: 'Notify Merchant',
		name: 'notifyMerchant',
		type: 'boolean',
		default: false,
		description: 'Whether Shopify tells the merchant about the hold',
		displayOptions: showFor('hold', 'returnToShopify'),
	},
	{
		displayName: 'Release',
		name: 'whichHolds',
		type: 'options',
		default: 'ours',
		options: [
			{
				name: 'All Holds',
				value: 'all',
				description: 'Also those of staff and of other apps',
			},
			{ name: 'Holds of This App', value: 'ours' },
		],
		displayOptions: showFor('releaseHold'),
	},
];

const GET_MANY: INodeProperties[] = [
	{
		displayName: 'By',
		name: 'getBy',
		type: 'options',
		default: 'names',
		options: [
			{ name: 'Filters', value: 'filters', description: 'Those that are not closed and match' },
			{ name: 'IDs', value: 'ids', description: 'Of orders or of fulfillment orders' },
			{ name: 'Order Names', value: 'names' },
		],
		displayOptions: showFor('getMany'),
	},
	{
		displayName: 'Order Names',
		name: 'orderNames',
		type: 'string',
		required: true,
		default: '={{ $json.orderName }}',
		placeholder: 'e.g. #1042, #1043',
		description: 'With or without #, separated by commas',
		displayOptions: showIf('getMany', { getBy: ['names'] }),
	},
	{
		displayName: 'IDs',
		name: 'ids',
		type: 'string',
		required: true,
		default: '',
		placeholder:
			'e.g. gid://shopify/Order/6219004412345, gid://shopify/FulfillmentOrder/7310098123456',
		description:
			'IDs of orders or fulfillment orders, separated by commas. A bare number is taken for an order.',
		displayOptions: showIf('getMany', { getBy: ['ids'] }),
	},
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: showIf('getMany', { getBy: ['filters'] }),
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: showIf('getMany', { getBy: ['filters'], returnAll: [false] }),
	},
	...filterProperties(showIf('getMany', { getBy: ['filters'] })),
	{
		displayName: 'Handover Key',
		name: 'whichKey',
		type: 'options',
		default: 'same',
		options: [
			{ name: 'Same', value: 'same', description: 'The target recognises an order that it has' },
			{
				name: 'New',
				value: 'new',
				description: 'To send an order again that the target has deleted',
			},
		],
		displayOptions: showFor('get', 'getMany'),
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: OUTPUT_OPTIONS,
		displayOptions: showFor('get', 'getMany'),
	},
];

/** All fields of the actions, as the editor shows them. */
export const ACTION_PROPERTIES: INodeProperties[] = [
	...RESOURCES,
	...HANDOVER,
	...CHECK,
	...HOLD,
	...GET_MANY,
];
