import type { INodeProperties } from 'n8n-workflow';
import { cronNodeOptions } from 'n8n-workflow';
import { filterProperties, OUTPUT_OPTIONS } from '../n8n/filterProperties';
import { EVENTS_FIELD } from './events';

const RECEIVE_BY: INodeProperties = {
	displayName: 'Receive Orders By',
	name: 'receiveBy',
	type: 'options',
	noDataExpression: true,
	default: 'polling',
	options: [
		{
			name: 'Polling',
			value: 'polling',
			description: 'Looks for orders at the poll times. Works wherever n8n runs.',
		},
		{
			name: 'Webhooks',
			value: 'webhooks',
			description:
				'Shopify tells of each order within seconds. Needs a public https address of n8n. A safety poll finds what was missed.',
		},
	],
};

/**
 * When to poll. Declared here and not by `polling: true`, which would put n8n's own field first, with a
 * default of every minute that no node can change (n8n-core 2.40, `directory-loader.js`). Both ways poll, so
 * the field is there twice, with one name.
 */
const POLL_TIMES: INodeProperties = {
	displayName: 'Poll Times',
	name: 'pollTimes',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Poll Time' },
	default: { item: [{ mode: 'everyX', value: 30, unit: 'minutes' }] },
	description: 'When to look for orders. Default: every 30 minutes.',
	placeholder: 'Add Poll Time',
	options: cronNodeOptions,
	displayOptions: { show: { receiveBy: ['polling'] } },
};

const SAFETY_POLL: INodeProperties = {
	...POLL_TIMES,
	displayName: 'Safety Poll',
	description:
		'When to look for orders that no webhook told of, and to mend the webhooks themselves. With a Settle Time: at least as often as that. Default: every 30 minutes.',
	displayOptions: { show: { receiveBy: ['webhooks'] } },
};

const HANDOVER: INodeProperties[] = [
	{
		displayName: 'Order Counts as Handed Over',
		name: 'countsWhen',
		type: 'options',
		default: 'confirmed',
		options: [
			{
				name: 'When Confirmed',
				value: 'confirmed',
				description:
					'By the action Confirm Handover, behind the node that creates the order in the target. Until then it is offered again.',
			},
			{
				name: 'As Soon As Emitted',
				value: 'emitted',
				description: 'At most once, whatever becomes of the workflow run',
			},
		],
	},
	{
		displayName: 'An order whose workflow run fails is not sent again.',
		name: 'emittedNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { countsWhen: ['emitted'] } },
	},
	{
		displayName: 'First Batch Limit',
		name: 'firstBatchLimit',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 250,
		description:
			'If this shop has never handed over anything and more orders match at once, none is sent and the poll fails: the target may have them already. 0 for no limit.',
	},
];

const OPTIONS: INodeProperties[] = [
	{
		displayName: 'Offer Again After (Minutes)',
		name: 'offerAgainAfter',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 60,
		description:
			'Pause before an order that was not confirmed is offered again. Doubles each time, up to a day. Must be longer than the workflow takes. Default: 60',
	},
	{
		displayName: 'Orders Per Poll',
		name: 'ordersPerPoll',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 500,
		description:
			'Most orders that one poll hands over; the rest comes with the next. Default: 500.',
	},
	{
		displayName: 'Hand Over Reopened Units',
		name: 'handOverReopened',
		type: 'boolean',
		default: false,
		description:
			'Whether units whose fulfillment was cancelled are handed over again, as a target order of their own. Off, they still belong to the one that they were shipped for: most fulfillments are cancelled to correct their tracking.',
	},
	{
		displayName: 'Test With Order',
		name: 'testWithOrder',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description:
			'Order to show when the node is tested in the editor, whether it matches or not, and which filters leave it out. Default: up to 10 orders that match.',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Choose an order…',
				typeOptions: { searchListMethod: 'searchOrders', searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 6219004412345' },
		],
	},
];

/** All fields of the trigger, as the editor shows them. */
export const TRIGGER_PROPERTIES: INodeProperties[] = [
	RECEIVE_BY,
	POLL_TIMES,
	SAFETY_POLL,
	...filterProperties(),
	...HANDOVER,
	EVENTS_FIELD,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [...OUTPUT_OPTIONS, ...OPTIONS].sort((one, other) =>
			one.displayName.localeCompare(other.displayName),
		),
	},
];
