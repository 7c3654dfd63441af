import type { CarrierAlias } from '../domain/carriers';
import { parseYesNoOr } from '../domain/inputValues';
import type { LineFields, OrderField, ShipmentFields } from '../domain/shipmentInput';
import { holdsNoLines, ORDER_FIELDS } from '../domain/shipmentInput';
import { parseWebAddress } from '../domain/webAddress';
import type { ReadParameter } from '../n8n/parameters';
import { toObject, toText } from '../n8n/parameters';
import { legacyId } from '../shopify/gid';
import type { UploadSettings } from '../upload/uploadShipments';

/** The fields of one item, as the node's parameters give them. Reads no more of them than it needs. */
export function readShipmentFields(read: ReadParameter): ShipmentFields {
	const by = toText(read('orderBy'));
	const orderBy: OrderField = Object.hasOwn(ORDER_FIELDS, by) ? (by as OrderField) : 'orderNumber';
	const everything = read('shipped') === 'all';
	const lines = everything ? undefined : read('lines');
	const isLine = !everything && holdsNoLines(lines);
	return {
		orderBy,
		order: read(orderBy),
		everything,
		lines,
		line: isLine ? readLineFields(read) : NO_LINE,
		trackingNumbers: read('trackingNumbers'),
		trackingUrls: read('trackingUrls'),
		carrier: read('carrier'),
		shipmentId: read('shipmentId'),
		notifyCustomer: readNotify(read),
	};
}

/** One of the choices, or what an expression in their place gives: `true`, `No`, `0`. */
function readNotify(read: ReadParameter): ShipmentFields['notifyCustomer'] {
	const choice = read('notifyCustomer');
	if (choice === 'yes' || choice === 'no') return choice === 'yes';
	return { from: choice === 'field' ? read('notifyCustomerField') : choice };
}

const NO_LINE: LineFields = {
	sku: undefined,
	quantity: undefined,
	orderLineItemId: undefined,
	fulfillmentOrderLineItemId: undefined,
	shippedInTotal: undefined,
};

function readLineFields(read: ReadParameter): LineFields {
	const options = toObject(read('options'));
	return {
		sku: read('sku'),
		quantity: read('quantity'),
		orderLineItemId: options['orderLineItemId'],
		fulfillmentOrderLineItemId: options['fulfillmentOrderLineItemId'],
		shippedInTotal: options['shippedInTotal'],
	};
}

/**
 * What holds for all items of a run, read from the first. Throws `InputProblem` for a link that is no web address, and
 * for a switch that is neither on nor off.
 */
export function readUploadSettings(read: ReadParameter): UploadSettings {
	const options = toObject(read('options'));
	return {
		rules: {
			unmatchedLines: options['unmatchedLines'] === 'skip' ? 'skip' : 'reject',
			overShipment: options['overShipment'] === 'reject' ? 'reject' : 'uploadRest',
			otherTracking: parseOtherTracking(options['otherTracking']),
			withoutNumber: options['withoutNumber'] === 'another' ? 'another' : 'same',
			location: legacyId(toText(options['location'])),
		},
		combine: parseYesNoOr(true, read('combine'), COMBINE),
		numberPrefix: toText(options['numberPrefix']),
		aliases: parseAliases(options['carrierNames']),
		urlTemplate: parseTemplate(options['urlTemplate'], 'Tracking Link for Unknown Carriers'),
	};
}

const COMBINE = { name: 'Combine Items of One Shipment', item: 0 };

function parseOtherTracking(value: unknown): UploadSettings['rules']['otherTracking'] {
	return value === 'replace' || value === 'report' ? value : 'add';
}

function parseAliases(value: unknown): readonly CarrierAlias[] {
	const carriers = toObject(value)['carriers'];
	if (!Array.isArray(carriers)) return [];
	return carriers.map(toObject).map((carrier) => ({
		name: toText(carrier['name']),
		company: toText(carrier['company']),
		urlTemplate: parseTemplate(carrier['urlTemplate'], 'Tracking Link in Carrier Names'),
	}));
}

/** Empty for none. */
function parseTemplate(value: unknown, what: string): string {
	const text = toText(value);
	return text === '' ? '' : parseWebAddress(text, what);
}
