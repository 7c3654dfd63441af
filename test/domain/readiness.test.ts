import type { FulfillmentOrderState } from '../../nodes/domain/order';
import { hasReportedProgress, isLive, isShippable } from '../../nodes/domain/order';
import {
	isPartlyShippedByOthers,
	reasonsNotReady,
	shippableUnits,
} from '../../nodes/domain/readiness';
import { aFulfillmentOrder, aLine, AMAZON, anOrder, CARD, MUG, NOW, TEA } from './builders';

const NO_UNITS = 'no line has units left that need shipping';

function reasonsOf(
	fulfillmentOrder: FulfillmentOrderState,
	{ cancelledAt = null as string | null, offered = false, includeNoShipping = false } = {},
): readonly string[] {
	const order = anOrder({ cancelledAt });
	return reasonsNotReady(fulfillmentOrder, order, { includeNoShipping, offered }).map(
		({ text }) => text,
	);
}

describe('a fulfillment order is ready', () => {
	it.each<[string, FulfillmentOrderState, Parameters<typeof reasonsOf>[1], readonly string[]]>([
		['open', aFulfillmentOrder(), {}, []],
		[
			'part shipped by others',
			aFulfillmentOrder({ status: 'IN_PROGRESS', lines: [aLine({ total: 3, remaining: 2 })] }),
			{},
			[],
		],
		[
			'in progress after it was offered',
			aFulfillmentOrder({ progress: true }),
			{ offered: true },
			[],
		],
		[
			'gift cards, if wanted',
			aFulfillmentOrder({ lines: [aLine({ orderLineId: CARD })] }),
			{ includeNoShipping: true },
			[],
		],
		[
			'gift cards beside mugs',
			aFulfillmentOrder({ lines: [aLine({ orderLineId: CARD }), aLine()] }),
			{},
			[],
		],
		[
			'in progress by hand',
			aFulfillmentOrder({ progress: true }),
			{},
			['it was set in progress by hand, and never handed over'],
		],
		[
			'in progress by hand and part shipped',
			aFulfillmentOrder({ progress: true, lines: [aLine({ total: 3, remaining: 2 })] }),
			{},
			['it was set in progress by hand, and never handed over'],
		],
		[
			'on hold',
			aFulfillmentOrder({ status: 'ON_HOLD' }),
			{},
			['it is on hold; release the hold in Shopify to hand it over'],
		],
		[
			'scheduled',
			aFulfillmentOrder({ status: 'SCHEDULED' }),
			{},
			['it is scheduled for later and opens by itself'],
		],
		['cancelled', aFulfillmentOrder({ status: 'CANCELLED' }), {}, ['it is cancelled']],
		[
			'incomplete',
			aFulfillmentOrder({ status: 'INCOMPLETE' }),
			{},
			['its fulfillment service could not complete it'],
		],
		[
			'a status of a later version',
			aFulfillmentOrder({ status: 'ON_THE_MOON' }),
			{},
			['its status is On The Moon'],
		],
		[
			'closed and empty',
			aFulfillmentOrder({ status: 'CLOSED', lines: [] }),
			{},
			['it is closed: shipped, cancelled, merged or moved', NO_UNITS],
		],
		['of a cancelled order', aFulfillmentOrder(), { cancelledAt: NOW }, ['the order is cancelled']],
		[
			'at a fulfillment service',
			aFulfillmentOrder({ location: AMAZON }),
			{},
			['Amazon FBA is a fulfillment service, which ships by its own requests'],
		],
		[
			"not this app's to fulfill",
			aFulfillmentOrder({ supportedActions: ['HOLD'] }),
			{},
			['this app may not fulfill it: another app or a fulfillment service does'],
		],
		[
			'gift cards only',
			aFulfillmentOrder({ lines: [aLine({ orderLineId: CARD })] }),
			{},
			[NO_UNITS],
		],
		[
			'nothing left',
			aFulfillmentOrder({ lines: [aLine({ total: 2, remaining: 0 })] }),
			{},
			[NO_UNITS],
		],
	])('or not: %s', (_, fulfillmentOrder, context, expected) => {
		expect(reasonsOf(fulfillmentOrder, context)).toEqual(expected);
	});
});

describe('units and states', () => {
	it.each([
		[false, { [MUG]: 3, [TEA]: 1 }],
		[true, { [MUG]: 3, [TEA]: 1, [CARD]: 1 }],
	])('adds up what can be shipped, digital lines: %s', (includeNoShipping, expected) => {
		const lines = [
			aLine({ remaining: 2 }),
			aLine({ remaining: 1 }),
			aLine({ orderLineId: TEA, total: 4, remaining: 1 }),
			aLine({ orderLineId: CARD, remaining: 1 }),
			aLine({ orderLineId: '9009', total: 1, remaining: 0 }),
		];

		expect(shippableUnits(aFulfillmentOrder({ lines }), includeNoShipping)).toEqual(expected);
	});

	it.each([
		['OPEN', true, true],
		['IN_PROGRESS', true, true],
		['ON_HOLD', true, false],
		['SCHEDULED', true, false],
		['CLOSED', false, false],
		['CANCELLED', false, false],
		['INCOMPLETE', false, false],
	])('%s is live: %s, shippable: %s', (status, live, shippable) => {
		const one = aFulfillmentOrder({ status });

		expect([isLive(one), isShippable(one)]).toEqual([live, shippable]);
	});

	it('tells reported progress from a part shipment', () => {
		const lines = [aLine({ total: 3, remaining: 2 })];
		const reported = aFulfillmentOrder({ progress: true, lines });
		const shipped = aFulfillmentOrder({ status: 'IN_PROGRESS', lines });

		expect([reported, shipped].map(hasReportedProgress)).toEqual([true, false]);
		expect([reported, shipped].map(isPartlyShippedByOthers)).toEqual([false, true]);
	});
});
