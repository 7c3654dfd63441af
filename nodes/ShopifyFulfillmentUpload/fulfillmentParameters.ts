import { emptyField, isBlank, parseYesNo, wrongField } from '../domain/inputValues';
import type { Field } from '../domain/inputValues';
import { parseMoment } from '../domain/moment';
import { standsForNothing } from '../domain/noValue';
import { readShipmentInput } from '../domain/shipmentInput';
import { parseNumbers, parseParcels } from '../domain/tracking';
import type { ReadParameter } from '../n8n/parameters';
import { toObject, toText } from '../n8n/parameters';
import { toGid } from '../shopify/gid';
import type { EventRequest } from '../upload/addDeliveryEvent';
import type { TrackingRequest } from '../upload/changeFulfillments';
import type { GetRequest } from '../upload/getFulfillments';
import type { FulfillmentReference, NamedByOrder } from '../upload/namedFulfillment';
import type { EventStatus } from './eventStatuses';
import { EVENT_STATUSES } from './eventStatuses';
import { readUploadSettings } from './uploadParameters';

/** The fulfillment that is to be changed, from an item's fields. Throws `InputProblem`. */
export function readFulfillmentReference(
	read: ReadParameter,
	item: number,
	numberField = 'parcelTrackingNumber',
): FulfillmentReference {
	const by = read('fulfillmentBy');
	if (by !== 'orderNumber' && by !== 'orderId') {
		return { by: 'fulfillment', id: readFulfillmentId(read, item) };
	}
	return { ...readNamedOrder(read, by, item), numbers: parseNumbers(read(numberField)) };
}

/** The fulfillments that are to be shown. Throws `InputProblem`. */
export function readGetRequest(read: ReadParameter, item: number): GetRequest {
	const by = read('fulfillmentsBy');
	const leaveOutCancelled = optionsOf(read)['leaveOutCancelled'] === true;
	if (by === 'fulfillmentId') {
		return { of: { by: 'fulfillment', id: readFulfillmentId(read, item) }, leaveOutCancelled };
	}
	const order = readNamedOrder(read, by === 'orderId' ? by : 'orderNumber', item);
	return { of: order, leaveOutCancelled };
}

/** New tracking of a fulfillment. Throws `InputProblem`. */
export function readTrackingRequest(read: ReadParameter, item: number): TrackingRequest {
	const { aliases, urlTemplate } = settingsOf(read);
	return {
		fulfillment: readFulfillmentReference(read, item, 'currentTrackingNumber'),
		...parseParcels(read('trackingNumbers'), read('trackingUrls')),
		carrier: readCarrier(read, item),
		aliases,
		urlTemplate,
		replace: read('replaceAll') === true,
		notifyCustomer: parseYesNo(read('notifyOfChange') ?? false, { name: 'Notify Customer', item }),
	};
}

/** A delivery event. Throws `InputProblem`. */
export function readEventRequest(read: ReadParameter, item: number): EventRequest {
	const options = optionsOf(read);
	const happenedAt = parseMoment('Happened At', read('happenedAt'));
	const estimatedDeliveryAt = parseMoment('Estimated Delivery At', options['estimatedDeliveryAt']);
	const texts = ['message', 'city', 'province', 'country', 'zip'].flatMap((name) => {
		const text = toText(options[name]);
		return text === '' ? [] : [[name, text] as const];
	});
	return {
		fulfillment: readFulfillmentReference(read, item),
		event: {
			status: readStatus(read('eventStatus'), { name: 'Status', item }),
			...(happenedAt !== null && { happenedAt }),
			...(estimatedDeliveryAt !== null && { estimatedDeliveryAt }),
			...Object.fromEntries(texts),
		},
		evenIfItHasOne: options['evenIfItHasOne'] === true,
	};
}

const optionsOf = (read: ReadParameter): Readonly<Record<string, unknown>> =>
	toObject(read('fulfillmentOptions'));

/** What the operations have in common with the upload stands in options of another name. */
const settingsOf = (read: ReadParameter): ReturnType<typeof readUploadSettings> =>
	readUploadSettings((name) => read(name === 'options' ? 'fulfillmentOptions' : name));

function readFulfillmentId(read: ReadParameter, item: number): string {
	const field = { name: 'Fulfillment ID', item };
	const value = read('fulfillmentId');
	const isText = typeof value === 'string' || Number.isSafeInteger(value);
	const text = isText ? String(value).trim() : '';
	if (isBlank(value) || (isText && standsForNothing(text))) {
		throw emptyField(
			field,
			'Map it to the field of the item that has the id, or name the fulfillment by its order under Fulfillment By',
		);
	}
	if (/^(?:gid:\/\/shopify\/Fulfillment\/)?0*[1-9]\d{0,18}$/.test(text)) {
		return toGid('Fulfillment', text);
	}
	throw wrongField(
		field,
		value,
		'not the id of a fulfillment',
		'Use the long number at its end, or gid://shopify/Fulfillment/…; the id of an order or of a fulfillment order is another one',
	);
}

/** The order that names a fulfillment, read as an upload reads it. */
function readNamedOrder(
	read: ReadParameter,
	by: 'orderNumber' | 'orderId',
	item: number,
): Pick<NamedByOrder, 'by' | 'order' | 'numberPrefix'> {
	const { order } = readShipmentInput(
		{
			orderBy: by,
			order: read(by),
			everything: true,
			lines: undefined,
			line: NO_LINE,
			trackingNumbers: undefined,
			trackingUrls: undefined,
			carrier: undefined,
			shipmentId: undefined,
			notifyCustomer: false,
		},
		item,
	);
	return { by: 'order', order, numberPrefix: settingsOf(read).numberPrefix };
}

const NO_LINE = {
	sku: undefined,
	quantity: undefined,
	orderLineItemId: undefined,
	fulfillmentOrderLineItemId: undefined,
	shippedInTotal: undefined,
};

function readCarrier(read: ReadParameter, item: number): string {
	const carrier = read('carrier');
	if (isBlank(carrier)) return '';
	if (typeof carrier === 'string' || typeof carrier === 'number') return String(carrier);
	const field = { name: 'Carrier', item };
	throw wrongField(field, carrier, 'not the name of a carrier', 'Give it as a text, such as DHL');
}

/** The status by Shopify's name or by the name in the editor, in any spelling: `Out for delivery`. */
function readStatus(value: unknown, field: Field): EventStatus {
	const key = (text: string): string => text.toUpperCase().replace(/[\s_-]/g, '');
	const given = typeof value === 'string' ? key(value) : '';
	if (given === '' && isBlank(value)) throw emptyField(field, 'Choose what has happened');
	const known = EVENT_STATUSES.find((one) => key(one.value) === given || key(one.name) === given);
	if (known) return known.value;
	const names = EVENT_STATUSES.map(({ name }) => name).join(', ');
	throw wrongField(field, value, "not one of Shopify's statuses", `Give one of ${names}`);
}
