import type { Order } from '../shop';
import { CHANGE_CASES, type ChangeCase } from './changeCases';
import type { ChangeRun } from './changeRuns';

/** One order, and what happens to it. */
export interface Course {
	readonly one: ChangeCase;
	readonly order: Order;
}

/** Longer than the pause after a first offer (an hour by default). */
export const LATER_MS = 2 * 3_600_000;
/** Looks that the longest course takes. */
export const STEPS = Math.max(...CHANGE_CASES.map(({ steps }) => steps.length));

/** Legacy ids of the first location and another one. */
export function idsOf({ middle }: ChangeRun, other: string): readonly string[] {
	const all = [...middle.shop.state.locations.values()];
	return all
		.filter(({ name }, index) => index === 0 || name === other)
		.map(({ legacyId }) => String(legacyId));
}

/** Does to all orders what happens to them before the look of this number. */
export async function happen(
	step: number,
	courses: readonly Course[],
	run: ChangeRun,
): Promise<void> {
	const { shop } = run.middle;
	for (const { one, order } of courses) {
		const [fulfillmentOrder] = order.fulfillmentOrders;
		const [lineItem] = order.lines;
		if (!fulfillmentOrder || !lineItem) throw new Error(`${order.name} was not routed`);
		// Without its units a fulfillment order has no line.
		const line = { id: fulfillmentOrder.lines[0]?.id ?? '', lineItemId: lineItem.id };
		const giveBack = (): Promise<void> => run.giveBack(order, fulfillmentOrder);
		await one.steps[step]?.({ shop, order, fulfillmentOrder, line, giveBack });
	}
}
