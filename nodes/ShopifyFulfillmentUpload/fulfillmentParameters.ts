import { emptyField, isBlank, parseId, parseYesNoOr, wrongField } from '../domain/inputValues';
import type { Field } from '../domain/inputValues';
import { parseMoment } from '../domain/moment';
import { readCarrier, readOrder } from '../domain/shipmentInput';
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

/** Where the editor lets be chosen what names a fulfillment, and what the choice is called. */
const CHOICES = { fulfillmentBy: 'Fulfillment By', fulfillmentsBy: 'Fulfillments By' } as const;

type Choice = keyof typeof CHOICES;

/** The fulfillment that is to be changed, from an item's fields. Throws `InputProblem`. */
export function readFulfillmentReference(
	read: ReadParameter,
	item: number,
	numberField = 'parcelTrackingNumber',
): FulfillmentReference {
	const choice = 'fulfillmentBy';
	const by = read(choice);
	if (by !== 'orderNumber' && by !== 'orderId') {
		return { by: 'fulfillment', id: readFulfillmentId(read, item, choice) };
	}
	return { ...readNamedOrder(read, by, item, choice), numbers: parseNumbers(read(numberField)) };
}

/** The fulfillments that are to be shown. Throws `InputProblem`. */
export function readGetRequest(read: ReadParameter, item: number): GetRequest {
	const choice = 'fulfillmentsBy';
	const by = read(choice);
	const { leaveOutCancelled: given } = optionsOf(read);
	const leaveOutCancelled = parseYesNoOr(false, given, { name: 'Leave Out Cancelled', item });
	if (by === 'fulfillmentId') {
		const id = readFulfillmentId(read, item, choice);
		return { of: { by: 'fulfillment', id }, leaveOutCancelled };
	}
	const order = readNamedOrder(read, by === 'orderId' ? by : 'orderNumber', item, choice);
	return { of: order, leaveOutCancelled };
}

/** New tracking of a fulfillment. Throws `InputProblem`. */
export function readTrackingRequest(read: ReadParameter, item: number): TrackingRequest {
	const { aliases, urlTemplate } = settingsOf(read);
	return {
		fulfillment: readFulfillmentReference(read, item, 'currentTrackingNumber'),
		...parseParcels(read('trackingNumbers'), read('trackingUrls')),
		carrier: readCarrier(read('carrier'), item),
		aliases,
		urlTemplate,
		replace: parseYesNoOr(false, read('replaceAll'), { name: 'Replace', item }),
		notifyCustomer: parseYesNoOr(false, read('notifyOfChange'), { name: 'Notify Customer', item }),
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
		evenIfItHasOne: parseYesNoOr(false, options['evenIfItHasOne'], {
			name: 'Even If It Has One',
			item,
		}),
	};
}

const optionsOf = (read: ReadParameter): Readonly<Record<string, unknown>> =>
	toObject(read('fulfillmentOptions'));

/** What the operations have in common with the upload stands in options of another name. */
const settingsOf = (read: ReadParameter): ReturnType<typeof readUploadSettings> =>
	readUploadSettings((name) => read(name === 'options' ? 'fulfillmentOptions' : name));

function readFulfillmentId(read: ReadParameter, item: number, choice: Choice): string {
	const field = { name: 'Fulfillment ID', item };
	const id = parseId('Fulfillment', read('fulfillmentId'), field);
	if (id !== null) return toGid('Fulfillment', id);
	throw emptyField(
		field,
		`Map it to the field of the item that has the id, or name the order instead under ${CHOICES[choice]}`,
	);
}

/** The order that names a fulfillment, read as an upload reads it. */
function readNamedOrder(
	read: ReadParameter,
	by: 'orderNumber' | 'orderId',
	item: number,
	choice: Choice,
): Pick<NamedByOrder, 'by' | 'order' | 'numberPrefix'> {
	const order = readOrder(by, read(by), item, CHOICES[choice]);
	return { by: 'order', order, numberPrefix: toText(optionsOf(read)['numberPrefix']) };
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
