import type { PollSettings } from '../handover/pollOrders';
import { parseEvents } from './events';
import { safetyPollHint } from './safetyPoll';
import type { ReadParameter } from '../n8n/parameters';
import {
	locatorValue,
	parseFilters,
	parseNumberStyle,
	toNumber,
	toObject,
} from '../n8n/parameters';

/** What the trigger's fields say. */
export interface TriggerSettings extends PollSettings {
	/** Legacy id of the order to test with; empty for none. */
	readonly testWithOrder: string;
	/** True if webhooks bring the orders, and the poll only what they miss. */
	readonly byWebhook: boolean;
	/** Says that the safety poll is too rare for the settle time; empty if it is not. */
	readonly safetyPollHint: readonly string[];
}

/** What the trigger has to know that its fields do not say. */
export interface TriggerSurroundings {
	readonly shop: string;
	readonly manual: boolean;
	readonly confirmNodeFollows: boolean;
	/** Whether Confirm Change follows: only then is an event told until it is confirmed. */
	readonly confirmChangeFollows: boolean;
	/** A name for this run that no other run has. */
	readonly run: string;
}

/** Reads all fields of the trigger. Throws `InputProblem` that names the field. */
export function readTriggerSettings(
	read: ReadParameter,
	surroundings: TriggerSurroundings,
): TriggerSettings {
	const options = toObject(read('options'));
	const filters = parseFilters({
		paymentStatuses: read('paymentStatuses'),
		deliveryMethods: read('deliveryMethods'),
		startFromOrder: read('startFromOrder'),
		createdWithin: read('createdWithin'),
		includeNoShipping: read('includeNoShipping'),
		filters: read('filters'),
	});
	const byWebhook = read('receiveBy') === 'webhooks';
	return {
		byWebhook,
		safetyPollHint: byWebhook ? safetyPollHint(read('pollTimes'), filters.settleMinutes) : [],
		rules: {
			filters,
			confirmsWhenEmitted: read('countsWhen') === 'emitted',
			offerAgainAfterMinutes: toNumber('Offer Again After', options['offerAgainAfter'], 60),
			// A test shows what would be handed over.
			events: surroundings.manual ? new Set() : parseEvents(read('events')),
			repeatsChanges: surroundings.confirmChangeFollows,
			handsOverReopened: options['handOverReopened'] === true,
			run: surroundings.run,
		},
		item: {
			shop: surroundings.shop,
			numberStyle: parseNumberStyle(options),
			manual: surroundings.manual,
			raw: options['output'] === 'raw',
		},
		ordersPerPoll: Math.max(1, toNumber('Orders Per Poll', options['ordersPerPoll'], 500)),
		firstBatchLimit: toNumber('First Batch Limit', read('firstBatchLimit'), 250),
		confirmNodeFollows: surroundings.confirmNodeFollows,
		testWithOrder: locatorValue(options['testWithOrder']),
	};
}
