import type { INodePropertyOptions } from 'n8n-workflow';

/** What may happen to a parcel: `FulfillmentEventStatus` (Admin API 2026-07) in words. */
export const EVENT_STATUSES = [
	{ name: 'Attempted Delivery', value: 'ATTEMPTED_DELIVERY' },
	{ name: 'Carrier Picked Up', value: 'CARRIER_PICKED_UP' },
	{ name: 'Confirmed', value: 'CONFIRMED', description: 'The carrier knows of the parcel' },
	{ name: 'Delayed', value: 'DELAYED' },
	{ name: 'Delivered', value: 'DELIVERED' },
	{ name: 'Delivery Failed', value: 'FAILURE' },
	{ name: 'In Transit', value: 'IN_TRANSIT' },
	{ name: 'Label Printed', value: 'LABEL_PRINTED' },
	{ name: 'Label Purchased', value: 'LABEL_PURCHASED' },
	{ name: 'Out for Delivery', value: 'OUT_FOR_DELIVERY' },
	{
		name: 'Ready for Pickup',
		value: 'READY_FOR_PICKUP',
		description: 'The customer can fetch the parcel',
	},
] as const satisfies readonly INodePropertyOptions[];

/** One of Shopify's statuses of a delivery event. */
export type EventStatus = (typeof EVENT_STATUSES)[number]['value'];
