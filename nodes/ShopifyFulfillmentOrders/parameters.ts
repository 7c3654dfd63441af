import { InputProblem } from '../domain/problem';
import type { CheckRequest } from '../handover/checkBeforeShipping';
import type { ConfirmRequest } from '../handover/confirmHandovers';
import type { DescribeOptions } from '../handover/describeOrders';
import type { RefusalRequest } from '../handover/refuseHandovers';
import type { ToldRequest } from '../handover/toldChanges';
import type { FindBy } from '../handover/findOrders';
import type { ReadParameter } from '../n8n/parameters';
import {
	locatorValue,
	parseFilters,
	parseNumberStyle,
	shown,
	toList,
	toNumber,
	toObject,
	toText,
} from '../n8n/parameters';
import { legacyId, toGid } from '../shopify/gid';
import type { NewHold } from '../shopify/progress';

/** Reads a field that must not be empty. `what` is its name in the editor. */
function required(read: ReadParameter, name: string, what: string, itemIndex: number): string {
	const value = toText(read(name));
	if (value !== '') return value;
	throw new InputProblem(`${what} is empty for item ${itemIndex}`, {
		path: name,
		advice: `Map ${what} to the field of the item that the trigger gave; a node in between may have removed it`,
	});
}

/** A global id of the given type, from a global or a legacy id. */
function gid(type: string, value: string, what: string): string {
	const id = toGid(type, value);
	if (new RegExp(`^gid://shopify/${type}/\\d+$`).test(id)) return id;
	throw new InputProblem(`${what} is ${shown(value)}, which is not the id of ${article(type)}`, {
		advice: `Use the long number at the end of its address in the Shopify admin, or gid://shopify/${type}/…`,
	});
}

function article(type: string): string {
	return type === 'Order' ? 'an order' : 'a fulfillment order';
}

/** One confirmation, from an item's fields. */
export function readConfirmRequest(read: ReadParameter, itemIndex: number): ConfirmRequest {
	const attempt = toText(read('attempt'));
	const reference = toText(read('targetReference'));
	const orderNumber = toText(read('orderNumber'));
	if (attempt === SHOWN_BY_HAND && read('confirmManual') !== true) throw shownByHand(orderNumber);
	return {
		orderId: gid('Order', required(read, 'orderId', 'Order ID', itemIndex), 'Order ID'),
		key: required(read, 'handoverKey', 'Handover Key', itemIndex),
		...(attempt !== '' &&
			attempt !== SHOWN_BY_HAND && { attempt: toNumber('Attempt', attempt, 1) }),
		...(reference !== '' && { reference }),
		...(orderNumber !== '' && { orderNumber }),
		...readShipped(read('shippedByTarget'), itemIndex),
	};
}

/** Lines with units that the target has shipped, as a list or its JSON; empty for none. */
function readShipped(value: unknown, itemIndex: number): Pick<ConfirmRequest, 'shippedByTarget'> {
	const text = toText(value);
	const lines = typeof value === 'string' ? parseList(text) : (value ?? []);
	if (!Array.isArray(lines)) throw oddShipped(value, itemIndex);
	const units: Record<string, number> = {};
	for (const line of lines as readonly unknown[]) {
		const { orderLineItemId, quantity } = toObject(line);
		const id = legacyId(toText(orderLineItemId));
		const count = toText(quantity);
		// A field that is not there must not count as nothing shipped: the order would lose these units.
		if (!/^\d+$/.test(id) || !/^\d{1,9}$/.test(count)) {
			throw oddShipped(line, itemIndex);
		}
		units[id] = (units[id] ?? 0) + Number(count);
	}
	return Object.keys(units).length > 0 ? { shippedByTarget: units } : {};
}

function parseList(text: string): unknown {
	if (text === '') return [];
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

function oddShipped(value: unknown, itemIndex: number): InputProblem {
	return new InputProblem(
		`Shipped by Target is ${shown(value)} for item ${itemIndex}, which is no list of lines with orderLineItemId and quantity`,
		{
			path: 'shippedByTarget',
			advice:
				'Map a list such as [{"orderLineItemId": "9001", "quantity": 2}], with whole numbers; leave it empty if the target does not say what it has shipped',
		},
	);
}

/** The attempt of items that a manual run of the trigger shows. */
const SHOWN_BY_HAND = '0';

/** Whoever tries a workflow out must not make orders count as handed over that no target has. */
function shownByHand(orderNumber: string): InputProblem {
	return new InputProblem(
		`Order ${orderNumber} was only shown by a manual run, so its handover is not confirmed`,
		{
			path: 'attempt',
			advice:
				'In production it is confirmed. If the target has got it in this manual run, turn on Confirm Orders of Manual Runs',
		},
	);
}

/** Which target order is about to be shipped, from an item's fields. */
export function readCheckRequest(read: ReadParameter, itemIndex: number): CheckRequest {
	if (read('findBy') === 'fulfillmentOrderId') {
		return { fulfillmentOrderId: readFulfillmentOrderId(read, itemIndex) };
	}
	return {
		orderId: gid('Order', required(read, 'orderId', 'Order ID', itemIndex), 'Order ID'),
		key: required(read, 'handoverKey', 'Handover Key', itemIndex),
	};
}

/** What is to be returned to Shopify, from an item's fields. */
export function readReturnRequest(
	read: ReadParameter,
	itemIndex: number,
): { orderId: string; key: string; hold?: NewHold } {
	const key = required(read, 'handoverKey', 'Handover Key', itemIndex);
	return {
		orderId: gid('Order', required(read, 'orderId', 'Order ID', itemIndex), 'Order ID'),
		key,
		...(read('putOnHold') === true && { hold: readHold(read) }),
	};
}

/** Which change was told, or could not be, from an item's fields. */
export function readToldRequest(read: ReadParameter, itemIndex: number): ToldRequest {
	return {
		orderId: gid('Order', required(read, 'orderId', 'Order ID', itemIndex), 'Order ID'),
		key: required(read, 'handoverKey', 'Handover Key', itemIndex),
		told: required(read, 'told', 'Told', itemIndex),
	};
}

/** Tells this package's holds apart from other holds of the same app. */
const HOLD_HANDLE = 'n8n-fulfillment';

/** The hold to place, from an item's fields. */
export function readHold(read: ReadParameter): NewHold {
	return {
		reason: toText(read('holdReason')) || 'OTHER',
		notes: toText(read('holdNote')),
		handle: HOLD_HANDLE,
		notifyMerchant: read('notifyMerchant') === true,
	};
}

/** What a target has refused, from an item's fields. */
export function readRefusal(read: ReadParameter, itemIndex: number): RefusalRequest {
	const attempt = toText(read('attempt'));
	const orderId = gid('Order', required(read, 'orderId', 'Order ID', itemIndex), 'Order ID');
	const key = required(read, 'handoverKey', 'Handover Key', itemIndex);
	if (attempt === SHOWN_BY_HAND) {
		throw new InputProblem(
			`The order of item ${itemIndex} was only shown by a manual run, so it is not put on hold`,
			{
				path: 'attempt',
				advice: 'In production it is. To hold it now, turn off The Target Refused It',
			},
		);
	}
	return {
		orderId,
		key,
		...(attempt !== '' && { attempt: toNumber('Attempt', attempt, 1) }),
		hold: readHold(read),
	};
}

/** The fulfillment order that an item names. */
export function readFulfillmentOrderId(read: ReadParameter, itemIndex: number): string {
	const what = 'Fulfillment Order ID';
	const value = required(read, 'fulfillmentOrderId', what, itemIndex);
	return gid('FulfillmentOrder', value, what);
}

/** What Get Many is to find. */
export function readFindBy(read: ReadParameter, itemIndex: number): FindBy {
	const by = read('getBy');
	if (by === 'names') {
		return { by, names: toList(required(read, 'orderNames', 'Order Names', itemIndex)) };
	}
	if (by === 'ids') return { by, ids: toList(required(read, 'ids', 'IDs', itemIndex)) };
	const limit = read('returnAll') === true ? Infinity : toNumber('Limit', read('limit'), 50);
	return { by: 'filters', limit };
}

/** How found fulfillment orders are described. Filters decide what counts as ready. */
export function readDescribeOptions(
	read: ReadParameter,
	shop: string,
	run: string,
): DescribeOptions {
	const options = toObject(read('options'));
	const byFilters = read('getBy') === 'filters';
	const filters = parseFilters({
		paymentStatuses: byFilters ? read('paymentStatuses') : [],
		deliveryMethods: byFilters ? read('deliveryMethods') : [],
		startFromOrder: byFilters ? locatorValue(read('startFromOrder')) : '',
		createdWithin: byFilters ? read('createdWithin') : ALL_DAYS,
		includeNoShipping: byFilters && read('includeNoShipping'),
		filters: byFilters ? read('filters') : {},
	});
	return {
		rules: {
			filters,
			confirmsWhenEmitted: false,
			offerAgainAfterMinutes: 60,
			events: new Set(),
			repeatsChanges: false,
			handsOverReopened: false,
			run,
		},
		item: {
			shop,
			numberStyle: parseNumberStyle(options),
			manual: false,
			raw: options['output'] === 'raw',
		},
		newKey: read('whichKey') === 'new',
	};
}

/** Orders named by hand are shown however old they are. */
const ALL_DAYS = 36_500;
