import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { eitherField } from '../n8n/readerOf';
import { EVENT_STATUSES } from './eventStatuses';
import { UPLOAD_OPTIONS } from './uploadOptions';

const CHANGES = ['addDeliveryEvent', 'cancelFulfillment', 'updateTracking'];

const showFor = (
	operations: readonly string[],
	more: NonNullable<IDisplayOptions['show']> = {},
): IDisplayOptions => ({ show: { operation: [...operations], ...more } });

/** The fields that name what is meant, each in the operations that have it. */
function namingFields(
	operations: readonly string[],
	by: 'fulfillmentBy' | 'fulfillmentsBy',
): INodeProperties[] {
	return [
		{
			displayName: 'Fulfillment ID',
			name: 'fulfillmentId',
			type: 'string',
			required: true,
			default: '={{ $json.fulfillmentId }}',
			placeholder: 'e.g. gid://shopify/Fulfillment/5811220987654',
			displayOptions: showFor(operations, { [by]: ['fulfillmentId'] }),
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
			displayOptions: showFor(operations, { [by]: ['orderNumber'] }),
		},
		{
			displayName: 'Order ID',
			name: 'orderId',
			type: 'string',
			required: true,
			default: '={{ $json.orderId }}',
			placeholder: 'e.g. gid://shopify/Order/6219004412345',
			displayOptions: showFor(operations, { [by]: ['orderId'] }),
		},
	];
}

const WHICH: INodeProperties[] = [
	{
		displayName: 'Fulfillment By',
		name: 'fulfillmentBy',
		type: 'options',
		default: 'fulfillmentId',
		description: 'How the items name the fulfillment',
		options: [
			{
				name: 'Fulfillment ID',
				value: 'fulfillmentId',
				description:
					'As Get Fulfillments gives it, and Upload Shipments in its list of fulfillments',
			},
			{
				name: 'Order ID',
				value: 'orderId',
				description:
					'If the order has several fulfillments, together with a tracking number that only one of them has',
			},
			{
				name: 'Order Number',
				value: 'orderNumber',
				description:
					'If the order has several fulfillments, together with a tracking number that only one of them has',
			},
		],
		displayOptions: showFor(CHANGES),
	},
	...namingFields(CHANGES, 'fulfillmentBy'),
	{
		displayName: 'Current Tracking Number',
		name: 'currentTrackingNumber',
		type: 'string',
		default: '={{ $json.currentTrackingNumber }}',
		description:
			'A number that the fulfillment has now. May be empty if the order has only one fulfillment.',
		displayOptions: showFor(['updateTracking'], { fulfillmentBy: ['orderId', 'orderNumber'] }),
	},
	{
		displayName: 'Tracking Number of the Fulfillment',
		name: 'parcelTrackingNumber',
		type: 'string',
		default: eitherField('trackingNumbers', 'trackingNumber'),
		description:
			'A number that the fulfillment has. May be empty if the order has only one fulfillment.',
		displayOptions: showFor(['addDeliveryEvent', 'cancelFulfillment'], {
			fulfillmentBy: ['orderId', 'orderNumber'],
		}),
	},
	{
		displayName: 'Fulfillments By',
		name: 'fulfillmentsBy',
		type: 'options',
		default: 'orderNumber',
		description:
			'What names the fulfillments to get: one output item for each of them, at most 250 of an order. An order of which nothing was shipped gives no item.',
		options: [
			{ name: 'Fulfillment ID', value: 'fulfillmentId', description: 'This one alone' },
			{ name: 'Order ID', value: 'orderId', description: 'All fulfillments of the order' },
			{
				name: 'Order Number',
				value: 'orderNumber',
				description:
					'All fulfillments of the order, also if the number ends in a fulfillment order',
			},
		],
		displayOptions: showFor(['getFulfillments']),
	},
	...namingFields(['getFulfillments'], 'fulfillmentsBy'),
];

const TRACKING: INodeProperties[] = [
	{
		displayName: 'Tracking Number(s)',
		name: 'trackingNumbers',
		type: 'string',
		required: true,
		default: eitherField('trackingNumbers', 'trackingNumber'),
		description: 'One number, or several as a list or separated by commas',
		displayOptions: showFor(['updateTracking']),
	},
	{
		displayName: 'Tracking URL(s)',
		name: 'trackingUrls',
		type: 'string',
		default: eitherField('trackingUrls', 'trackingUrl'),
		description:
			'One for each number, in the same order. May be empty: for carriers that it knows, Shopify makes the link itself.',
		displayOptions: showFor(['updateTracking']),
	},
	{
		displayName: 'Carrier',
		name: 'carrier',
		type: 'string',
		default: '={{ $json.carrier }}',
		placeholder: 'e.g. Royal Mail',
		description:
			'Shopify shows one carrier for all parcels of a fulfillment: the one that it has stays, unless its tracking is replaced. May be empty.',
		displayOptions: showFor(['updateTracking']),
	},
	{
		displayName: 'Replace',
		name: 'replaceAll',
		type: 'boolean',
		default: false,
		description:
			'Whether the new numbers take the place of all that the fulfillment has. Otherwise they are added as further parcels.',
		displayOptions: showFor(['updateTracking']),
	},
	{
		displayName: 'Notify Customer',
		name: 'notifyOfChange',
		type: 'boolean',
		default: false,
		description:
			'Whether Shopify tells the customer about the new tracking. If it has the numbers already, nobody is told.',
		displayOptions: showFor(['updateTracking']),
	},
];

const EVENT: INodeProperties[] = [
	{
		displayName: 'Status',
		name: 'eventStatus',
		type: 'options',
		default: 'IN_TRANSIT',
		description: 'What has happened to the parcel. Needs the access scope write_fulfillments.',
		options: [...EVENT_STATUSES],
		displayOptions: showFor(['addDeliveryEvent']),
	},
	{
		displayName: 'Happened At',
		name: 'happenedAt',
		type: 'string',
		default: '={{ $json.happenedAt }}',
		placeholder: 'e.g. 2026-11-20T10:00:00+01:00',
		description:
			'Date and time with its time zone. An event that the fulfillment has already, with this status in this second, is not added again. If empty: now, and not if it has an event with this status.',
		displayOptions: showFor(['addDeliveryEvent']),
	},
];

const fromUpload = (...names: string[]): INodeProperties[] =>
	UPLOAD_OPTIONS.filter(({ name }) => names.includes(name));

const optionsFor = (operation: string, options: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'fulfillmentOptions',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options,
	displayOptions: showFor([operation]),
});

const EVENT_OPTIONS: INodeProperties[] = [
	{
		displayName: 'City',
		name: 'city',
		type: 'string',
		default: '',
		description: 'Where it has happened. Default: not told.',
	},
	{
		displayName: 'Country',
		name: 'country',
		type: 'string',
		default: '',
		description: 'Where it has happened. Default: not told.',
	},
	{
		displayName: 'Estimated Delivery At',
		name: 'estimatedDeliveryAt',
		type: 'string',
		default: '={{ $json.estimatedDeliveryAt }}',
		placeholder: 'e.g. 2026-11-21T12:00:00Z',
		description: 'When the parcel is expected, with the time zone. Default: not told.',
	},
	{
		displayName: 'Even If It Has One',
		name: 'evenIfItHasOne',
		type: 'boolean',
		default: false,
		description:
			'Whether an event without Happened At is added although the fulfillment has one with this status: then each run adds one. Default: no.',
	},
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		default: '={{ $json.message }}',
		placeholder: 'e.g. Left with a neighbour',
		description: 'What the carrier says about it. Default: nothing.',
	},
	...fromUpload('numberPrefix'),
	{
		displayName: 'Province',
		name: 'province',
		type: 'string',
		default: '',
		description: 'Where it has happened. Default: not told.',
	},
	{
		displayName: 'ZIP',
		name: 'zip',
		type: 'string',
		default: '',
		description: 'Where it has happened. Default: not told.',
	},
];

const LEAVE_OUT_CANCELLED: INodeProperties = {
	displayName: 'Leave Out Cancelled',
	name: 'leaveOutCancelled',
	type: 'boolean',
	default: false,
	description: 'Whether cancelled fulfillments are left out. Default: no.',
};

/** The fields of the operations on fulfillments that are there, as the editor shows them. */
export const FULFILLMENT_PROPERTIES: INodeProperties[] = [
	...WHICH,
	...TRACKING,
	...EVENT,
	optionsFor('addDeliveryEvent', EVENT_OPTIONS),
	optionsFor('cancelFulfillment', fromUpload('numberPrefix')),
	optionsFor('getFulfillments', [LEAVE_OUT_CANCELLED, ...fromUpload('numberPrefix')]),
	optionsFor('updateTracking', fromUpload('carrierNames', 'numberPrefix', 'urlTemplate')),
];
