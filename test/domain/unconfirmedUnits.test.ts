import type { HandoverRecord } from '../../nodes/domain/handoverRecord';
import { NO_RECORD } from '../../nodes/domain/handoverRecord';
import type { OrderState } from '../../nodes/domain/order';
import { unconfirmedUnits } from '../../nodes/domain/unconfirmedUnits';
import {
	aConfirmedOffer,
	aFulfillmentOrder,
	aLine,
	anOffer,
	anOrder,
	aRecord,
	LEEDS,
	MUG,
	TEA,
	YORK,
} from './builders';

/** When the target had made its figures: long after the builders' offers were confirmed. */
const FIGURES_FROM = '2026-11-30T08:00:00.000Z';

const of = (...fulfillmentOrders: OrderState['fulfillmentOrders']): OrderState =>
	anOrder({ fulfillmentOrders });

const lines = [aLine({ total: 2 }), aLine({ orderLineId: TEA, total: 3 })];

/** `2 mugs, 3 tea` at Leeds; empty for none. */
function counted(order: OrderState, record: HandoverRecord): string {
	const names: Readonly<Record<string, string>> = { [MUG]: 'mugs', [TEA]: 'tea' };
	const units = new Map<string, number>();
	for (const one of unconfirmedUnits(order, record, new Set([LEEDS.id]), FIGURES_FROM)) {
		expect(one.locationId).toBe(LEEDS.id);
		const name = names[one.inventoryItemId.replace('gid://shopify/InventoryItem/7', '')] ?? '?';
		units.set(name, (units.get(name) ?? 0) + one.units);
	}
	return [...units].map(([name, count]) => `${count} ${name}`).join(', ');
}

describe('Units that the target does not have yet', () => {
	it.each<[string, OrderState, HandoverRecord, string]>([
		['a new order', of(aFulfillmentOrder({ lines })), NO_RECORD, '2 mugs, 3 tea'],
		['offered, and not confirmed', of(aFulfillmentOrder()), aRecord([anOffer()]), '2 mugs'],
		['confirmed', of(aFulfillmentOrder({ progress: true })), aRecord([aConfirmedOffer()]), ''],
		[
			'confirmed, where progress was refused',
			of(aFulfillmentOrder()),
			aRecord([aConfirmedOffer()]),
			'',
		],
		[
			'confirmed, then a unit more',
			of(aFulfillmentOrder({ lines: [aLine({ total: 3 })] })),
			aRecord([aConfirmedOffer()]),
			'1 mugs',
		],
		[
			'confirmed when the figures were there already',
			of(aFulfillmentOrder({ progress: true })),
			aRecord([aConfirmedOffer({ confirmedAt: FIGURES_FROM })]),
			'2 mugs',
		],
		[
			'confirmed, and given back by the target',
			of(aFulfillmentOrder()),
			aRecord([aConfirmedOffer({ returnedAt: '2026-11-23T08:30:00.000Z' })]),
			'2 mugs',
		],
		[
			'on hold before it was offered',
			of(aFulfillmentOrder({ status: 'ON_HOLD' })),
			NO_RECORD,
			'2 mugs',
		],
		['scheduled for later', of(aFulfillmentOrder({ status: 'SCHEDULED' })), NO_RECORD, '2 mugs'],
		['at another location', of(aFulfillmentOrder({ location: YORK })), NO_RECORD, ''],
		[
			'confirmed at York, then moved to Leeds: its own target has not heard of it',
			of(aFulfillmentOrder()),
			aRecord([aConfirmedOffer({ location: YORK.id })]),
			'2 mugs',
		],
		[
			'in progress by hand, without a record',
			of(aFulfillmentOrder({ progress: true })),
			NO_RECORD,
			'',
		],
		[
			'one of two shipped',
			anOrder({
				fulfillmentOrders: [aFulfillmentOrder({ lines: [aLine({ total: 2, remaining: 1 })] })],
				fulfilled: { [MUG]: 1 },
			}),
			NO_RECORD,
			'1 mugs',
		],
		[
			'all shipped',
			anOrder({
				fulfillmentOrders: [
					aFulfillmentOrder({ status: 'CLOSED', lines: [aLine({ total: 2, remaining: 0 })] }),
				],
				fulfilled: { [MUG]: 2 },
			}),
			aRecord([aConfirmedOffer()]),
			'',
		],
		['the order is cancelled', anOrder({ cancelledAt: '2026-11-23T08:30:00Z' }), NO_RECORD, ''],
		[
			'confirmed in part: one of two fulfillment orders',
			of(
				aFulfillmentOrder({ progress: true }),
				aFulfillmentOrder({ legacyId: '6837102', lines: [aLine({ orderLineId: TEA, total: 3 })] }),
			),
			aRecord([aConfirmedOffer()]),
			'3 tea',
		],
		[
			'goods without an inventory item',
			of(aFulfillmentOrder({ lines: [aLine({ inventoryItemId: null })] })),
			NO_RECORD,
			'',
		],
	])('%s', (_what, order, record, expected) => {
		expect(counted(order, record)).toBe(expected);
	});
});
