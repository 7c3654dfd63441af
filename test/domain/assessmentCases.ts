import type { Assessment, HandoverRules } from '../../nodes/domain/assessment';
import { assessOrder } from '../../nodes/domain/assessment';
import type { HandoverRecord } from '../../nodes/domain/handoverRecord';
import type { OrderState, Units } from '../../nodes/domain/order';
import {
	aConfirmedOffer,
	aFulfillmentOrder,
	aLine,
	anOffer,
	anOrder,
	aRecord,
	LEEDS,
	MUG,
	noFilters,
	rules,
	YORK,
} from './builders';

export const HOUR_MS = 3_600_000;
export const FO_A = '6837101';
export const FO_B = '6837114';
export const mugs = (count: number, total = count) => aLine({ total, remaining: count });
export const open = (legacyId: string, count: number) =>
	aFulfillmentOrder({ legacyId, lines: [mugs(count)] });
export const inProgress = (legacyId: string, count: number) =>
	aFulfillmentOrder({ legacyId, progress: true, lines: [mugs(count)] });
export const onHold = (legacyId: string, count: number) =>
	aFulfillmentOrder({ legacyId, status: 'ON_HOLD', lines: [mugs(count)] });
export const inYork = (legacyId: string, count: number) =>
	aFulfillmentOrder({ legacyId, location: YORK, lines: [mugs(count)] });
export const closed = (legacyId: string) =>
	aFulfillmentOrder({ legacyId, status: 'CLOSED', lines: [] });
export const partShipped = (legacyId: string, count: number, total: number, progress = false) =>
	aFulfillmentOrder({ legacyId, status: 'IN_PROGRESS', progress, lines: [mugs(count, total)] });
export const of = (...fulfillmentOrders: OrderState['fulfillmentOrders']) =>
	anOrder({ fulfillmentOrders });
export const shipped = (count: number, order: OrderState) => ({
	...order,
	fulfilled: { [MUG]: count },
});

export const WAITING = aRecord([anOffer()]);
export const CONFIRMED = aRecord([aConfirmedOffer()]);
export const LEEDS_ONLY: Partial<HandoverRules> = { filters: noFilters({ locations: [LEEDS.id] }) };
export const YORK_ONLY: Partial<HandoverRules> = { filters: noFilters({ locations: [YORK.id] }) };

/** What came, in short: `Ready A 9001x2`, and for *Unsettled* its parts. */
export function inShort({ emissions }: Assessment): readonly string[] {
	const units = (all: Units) =>
		Object.entries(all)
			.map(([line, count]) => `${line}x${count}`)
			.join('+');
	return emissions.flatMap((emission) => {
		if (emission.event !== 'Ready' && emission.event !== 'Unsettled') return [];
		const { event, offer } = emission;
		const head = `${event} ${offer.key} ${units(offer.units)}`;
		if (emission.event === 'Ready') return head;
		const parts = emission.parts.map(
			(part) => `${part.offer?.key ?? '-'} ${units(part.units)} ${part.reason ?? 'ready'}`,
		);
		return [head, ...parts].join(' | ');
	});
}

export const assess = (
	order: OrderState,
	record: HandoverRecord,
	more: Partial<HandoverRules> = {},
) => assessOrder(order, record, rules(more));

export const HELD = 'it is on hold; release the hold in Shopify to hand it over';
export const REMOVED = 'removed from the order, refunded, or no longer to be seen by this app';
export const BY_OTHERS = 'already shipped by others';
