import type { IDataObject } from 'n8n-workflow';
import type { Order } from '../shop';
import { createdAt } from './pollingFilters';
import type { PlacedOrder } from './pollingFilters';
import type { Scenario } from './support/scenario';

/** Places an order in the past, as the case wishes; `now` is the time of the poll. */
export function place(scenario: Scenario, input: PlacedOrder, now: number): Order {
	const { after, minutesAgo = 0, daysAgo: _, ...order } = input;
	scenario.now = now - minutesAgo * 60_000;
	const placed = scenario.shop.placeOrder({ ...order, createdAt: createdAt(input, now) });
	after?.(scenario.shop, placed);
	scenario.now = now;
	return placed;
}

/** Gives the trigger other fields, as if the workflow had been published again. */
export function setTrigger(scenario: Scenario, trigger: Scenario['trigger']): void {
	scenario.trigger = trigger;
	scenario.restart();
}

/** Target order numbers of the items of a poll. */
export function numbersOf(items: readonly IDataObject[] | null): readonly unknown[] {
	return (items ?? []).map((item) => item['orderNumber']);
}
