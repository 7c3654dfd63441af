import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** Reasons that Shopify takes for a change of stock (`inventorySetQuantities`, Admin API 2026-07). */
export const REASONS = [
	{ name: 'Correction', value: 'correction' },
	{ name: 'Cycle Count', value: 'cycle_count_available' },
	{ name: 'Damaged', value: 'damaged' },
	{ name: 'Movement Canceled', value: 'movement_canceled' },
	{ name: 'Movement Created', value: 'movement_created' },
	{ name: 'Movement Received', value: 'movement_received' },
	{ name: 'Movement Updated', value: 'movement_updated' },
	{ name: 'Other', value: 'other' },
	{ name: 'Promotion', value: 'promotion' },
	{ name: 'Quality Control', value: 'quality_control' },
	{ name: 'Received', value: 'received' },
	{ name: 'Reservation Created', value: 'reservation_created' },
	{ name: 'Reservation Deleted', value: 'reservation_deleted' },
	{ name: 'Reservation Updated', value: 'reservation_updated' },
	{ name: 'Restock', value: 'restock' },
	{ name: 'Safety Stock', value: 'safety_stock' },
	{ name: 'Shrinkage', value: 'shrinkage' },
] as const satisfies readonly INodePropertyOptions[];

const BRAKE: INodeProperties[] = [
	{
		displayName: 'Brake in Manual Runs',
		name: 'brakeInManualRuns',
		type: 'options',
		default: 'stop',
		description:
			'What happens if a feed would empty too much while it is run by hand in the editor. Unattended runs always stop. Default: stop.',
		options: [
			{ name: 'Stop', value: 'stop', description: 'Nothing is written' },
			{
				name: 'Warn',
				value: 'warn',
				description: 'The feed is written, and the output says what would have stopped it',
			},
		],
	},
	{
		displayName: 'Brake Limits',
		name: 'brakeLimits',
		type: 'fixedCollection',
		placeholder: 'Change Limits',
		default: {},
		description:
			'From when on a feed is taken for a broken one, at each location: nothing is written then. Default: 20 % and 20 SKUs to 0, 50 % of the units lost, fewer than 80 % of the SKUs in a full feed.',
		options: [
			{
				displayName: 'Limits',
				name: 'limits',
				values: [
					{
						displayName: 'SKUs to 0 (%)',
						name: 'skusToZeroPercent',
						type: 'number',
						typeOptions: { minValue: 0, maxValue: 100 },
						default: 20,
						description:
							'Share of the SKUs with stock that may fall to 0. Counts only if they are also more than SKUs to 0 allows; 100 for no limit.',
					},
					{
						displayName: 'SKUs to 0',
						name: 'skusToZero',
						type: 'number',
						typeOptions: { minValue: 0 },
						default: 20,
						description: 'SKUs that may fall to 0, however large their share is',
					},
					{
						displayName: 'Units Lost (%)',
						name: 'unitsLostPercent',
						type: 'number',
						typeOptions: { minValue: 0, maxValue: 100 },
						default: 50,
						description: 'Share of all units that may be lost. 100 for no limit.',
					},
					{
						displayName: 'SKUs in a Full Feed (%)',
						name: 'skusInFeedPercent',
						type: 'number',
						typeOptions: { minValue: 0, maxValue: 100 },
						default: 80,
						description:
							'Share of the SKUs with stock that a full feed has to name. 0 for no limit.',
					},
				],
			},
		],
	},
];

const LOCATION_NAMES: INodeProperties = {
	displayName: 'Location Names',
	name: 'locationNames',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Location',
	default: {},
	description:
		'What the target calls its locations, where that is not what Shopify does. Default: no names of your own.',
	options: [
		{
			displayName: 'Location',
			name: 'locations',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. WH1',
					description: 'As it comes in the items',
				},
				{
					displayName: 'Location',
					name: 'location',
					type: 'string',
					default: '',
					placeholder: 'e.g. Leeds Warehouse',
					description: 'Its name or ID in Shopify',
				},
			],
		},
	],
};

/** Options of the feed; each description names what holds without it. */
export const FEED_OPTIONS: INodeProperties[] = [
	...BRAKE,
	{
		displayName: 'Duplicates of One SKU',
		name: 'duplicates',
		type: 'options',
		default: 'reject',
		description:
			'What to do if several items give the same goods at the same location. Default: reject them all.',
		options: [
			{ name: 'Add Up', value: 'add', description: 'Such as bins or batches of one SKU' },
			{ name: 'Reject', value: 'reject' },
			{ name: 'The Last One Counts', value: 'last', description: 'In the order of the items' },
		],
	},
	{
		displayName: 'Feed ID',
		name: 'feedId',
		type: 'string',
		default: '={{ $execution.id }}',
		description:
			"Names this run: in Shopify's inventory history, and in the keys by which Shopify knows a write that comes twice. Must never come again for another feed. Default, also if it is empty: the ID of the execution.",
	},
	{
		displayName: 'Figures As Of',
		name: 'figuresAsOf',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-20T05:00:00+01:00',
		description:
			'When the target made its figures, with the time zone: orders that it has confirmed since are not in them. Counts for Free To Sell where orders not yet in the target are subtracted. Default: when this node starts.',
	},
	{
		displayName: 'If Not Stocked at the Location',
		name: 'notStocked',
		type: 'options',
		default: 'positive',
		description:
			'What to do with goods that Shopify does not stock at the location. Default: activate if the quantity is above 0.',
		options: [
			{ name: 'Activate if the Quantity Is Above 0', value: 'positive' },
			{ name: 'Always Activate', value: 'always' },
			{ name: 'Report', value: 'report', description: 'They need attention' },
		],
	},
	{
		displayName: 'Ignore Letter Case',
		name: 'ignoreLetterCase',
		type: 'boolean',
		default: false,
		description:
			'Whether mug-blue may mean MUG-BLUE, if only one SKU or barcode of the shop can be meant. Default: no.',
	},
	LOCATION_NAMES,
	{
		displayName: 'Negative Quantities',
		name: 'negatives',
		type: 'options',
		default: 'zero',
		description: 'What to do with figures below 0. Default: set to 0.',
		options: [
			{ name: 'Reject', value: 'reject', description: 'They need attention' },
			{ name: 'Set to 0', value: 'zero' },
		],
	},
	{
		displayName: 'Reason',
		name: 'reason',
		type: 'options',
		default: 'correction',
		description: "Stands in Shopify's inventory history. Default: Correction.",
		options: [...REASONS],
	},
	{
		displayName: 'Safety Stock',
		name: 'safetyStock',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2 or {{ $json.safetyStock }}',
		description:
			'Whole units that are subtracted from each quantity, down to 0 at least. An expression may take them from the item. Default: 0.',
	},
	{
		displayName: 'Summary',
		name: 'summary',
		type: 'options',
		default: 'none',
		description:
			'One item about the whole feed: counts, units, requests, points, seconds and idempotency keys. Default: none.',
		options: [
			{ name: 'Add to the Items', value: 'add', description: 'As the last item of Done' },
			{ name: 'None', value: 'none' },
			{
				name: 'Only the Summary',
				value: 'only',
				description: 'Done holds it alone; Needs Attention is as ever',
			},
		],
	},
	{
		displayName: 'Write',
		name: 'write',
		type: 'options',
		default: 'changed',
		description: 'Which stock levels are written. Default: only what differs.',
		options: [
			{
				name: 'All',
				value: 'all',
				description: 'Also those that Shopify has already: each costs as much as a changed one',
			},
			{ name: 'Only What Differs', value: 'changed' },
		],
	},
];
