import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { FEED_OPTIONS } from './feedOptions';

const showIf = (show: NonNullable<IDisplayOptions['show']>): IDisplayOptions => ({ show });

const FIGURE: INodeProperties[] = [
	{
		displayName: 'Your Figure Is',
		name: 'figure',
		type: 'options',
		required: true,
		default: '',
		description:
			'What the quantities of the items count. The wrong choice sells units twice, or hides units that are there.',
		options: [
			{ name: 'Choose…', value: '' },
			{
				name: 'Free To Sell',
				value: 'freeToSell',
				description:
					'What is left when all that the target has to ship is taken off. Sets Available.',
			},
			{
				name: 'Physical Stock',
				value: 'physical',
				description:
					'Every unit in the building, ordered ones included. Sets On Hand; Shopify subtracts its open orders.',
			},
		],
	},
	{
		displayName: 'Orders Not Yet in the Target',
		name: 'notYetInTarget',
		type: 'options',
		default: 'auto',
		description:
			'What to do about units that Shopify has sold but the target does not know of, so that its figure still counts them as free to sell',
		options: [
			{
				name: 'Always Subtract',
				value: 'subtract',
				description:
					'Units of open orders whose handover is not confirmed are taken off the figure',
			},
			{
				name: 'Ignore',
				value: 'ignore',
				description: 'The figure is set as it is: the target hears of each order at once',
			},
			{
				name: 'Subtract Where This Package Hands Orders Over',
				value: 'auto',
				description:
					'As Always Subtract if this package hands over orders of this shop, else as Ignore',
			},
		],
		displayOptions: showIf({ figure: ['freeToSell'] }),
	},
];

const GOODS: INodeProperties[] = [
	{
		displayName: 'Identify Goods By',
		name: 'identifyBy',
		type: 'options',
		default: 'sku',
		description: 'How the items name the goods',
		options: [
			{ name: 'Barcode', value: 'barcode' },
			{
				name: 'Inventory Item ID',
				value: 'inventoryItemId',
				description: "Shopify's ID of what is stocked: not that of the product or variant",
			},
			{ name: 'SKU', value: 'sku' },
		],
	},
	{
		displayName: 'SKU',
		name: 'sku',
		type: 'string',
		required: true,
		default: '={{ $json.sku }}',
		placeholder: 'e.g. MUG-STN-350',
		description:
			'Has to be exactly as in Shopify, letter case included; blanks around it do not count',
		displayOptions: showIf({ identifyBy: ['sku'] }),
	},
	{
		displayName: 'Barcode',
		name: 'barcode',
		type: 'string',
		required: true,
		default: '={{ $json.barcode }}',
		placeholder: 'e.g. 0012345678905',
		description: 'Give it as a text if it begins with zeros: a number has lost them',
		displayOptions: showIf({ identifyBy: ['barcode'] }),
	},
	{
		displayName: 'Inventory Item ID',
		name: 'inventoryItemId',
		type: 'string',
		required: true,
		default: '={{ $json.inventoryItemId }}',
		placeholder: 'e.g. gid://shopify/InventoryItem/43210987654321',
		displayOptions: showIf({ identifyBy: ['inventoryItemId'] }),
	},
	{
		displayName: 'Quantity',
		name: 'quantity',
		type: 'string',
		required: true,
		default: '={{ $json.quantity }}',
		description:
			'The stock level itself in whole units, not a change of it. Fractions and texts such as 1,000 are not guessed at: they need attention.',
	},
];

const PLACE: INodeProperties[] = [
	{
		displayName: 'Location',
		name: 'locationFrom',
		type: 'options',
		default: 'one',
		description: 'Where the goods are',
		options: [
			{ name: 'From a Field', value: 'field', description: 'Each item names its location' },
			{ name: 'One for All Items', value: 'one' },
		],
	},
	{
		displayName: 'Location Name or ID',
		name: 'location',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description:
			'The location whose stock is set, for all items of a run: an expression is worked out for the first',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Choose a location…',
				typeOptions: { searchListMethod: 'searchLocations', searchable: true },
			},
			{
				displayName: 'By Name or ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. Leeds Warehouse or 81120045678',
			},
		],
		displayOptions: showIf({ locationFrom: ['one'] }),
	},
	{
		displayName: 'Location Field',
		name: 'locationField',
		type: 'string',
		required: true,
		default: '={{ $json.location }}',
		placeholder: 'e.g. Leeds Warehouse',
		description:
			'Name of the location in Shopify, its ID, or what the target calls it (see Location Names under Options). Letter case and blanks around it do not count.',
		displayOptions: showIf({ locationFrom: ['field'] }),
	},
];

/** All fields of the node, as the editor shows them. */
export const FEED_NODE_PROPERTIES: INodeProperties[] = [
	...FIGURE,
	...GOODS,
	...PLACE,
	{
		displayName: 'SKUs Missing From the Feed',
		name: 'missing',
		type: 'options',
		default: 'leave',
		description: 'What happens to the stock of goods that no item names',
		options: [
			{ name: 'Leave Alone', value: 'leave', description: 'The feed names only what has changed' },
			{
				name: 'Set to 0 (Full Feed)',
				value: 'zero',
				description:
					'The feed names all that is in stock, in one run: all else at its locations is set to 0',
			},
		],
	},
	{
		displayName: 'Dry Run',
		name: 'dryRun',
		type: 'boolean',
		default: false,
		description: 'Whether to plan everything and write nothing: the items say what would be set',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: FEED_OPTIONS,
	},
];
