import type { IDataObject } from 'n8n-workflow';
import type { DemoShop } from '../../shop';
import type { Scenario } from './scenario';
import { keyOf } from './warehouse';

/** Four orders that make five fulfillment orders: one from two locations, one with two lines. */
export function placeFourOrders(shop: DemoShop): void {
	shop.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 2 }] });
	shop.placeOrder({
		lines: [
			{ sku: 'MUG-BLUE', quantity: 1, location: 'Leeds Warehouse' },
			{ sku: 'TEA-250', quantity: 3, location: 'Camden Shop' },
		],
	});
	shop.placeOrder({
		lines: [
			{ sku: 'TEA-250', quantity: 1 },
			{ sku: 'BOWL-L', quantity: 4 },
		],
	});
	shop.placeOrder({ lines: [{ sku: 'BOWL-L', quantity: 1 }] });
}

/** Orders with one unit each, in the order of their ids. */
export function placeOrders(shop: DemoShop, number: number): void {
	for (let placed = 0; placed < number; placed += 1) {
		shop.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 1 }] });
	}
}

/** Keys of what a poll emitted. */
export function keysOf(items: readonly IDataObject[] | null): readonly string[] {
	return (items ?? []).map(keyOf);
}

/** Polls and hands over day after day until nothing is left to do. */
export async function finish(scenario: Scenario): Promise<void> {
	for (let days = 0; days < 6 && scenario.notInProgress.length > 0; days += 1) {
		scenario.wait(24 * 60 + 1);
		await scenario.pollAndHandOver();
	}
}

/** The promise itself: units at the target are the units ordered, and Shopify knows. */
export function expectEachOnce(scenario: Scenario, when = ''): void {
	const { warehouse, orderedUnits, notInProgress, statuses } = scenario;
	expect({ when, units: warehouse.units }).toEqual({ when, units: orderedUnits });
	expect({ when, notInProgress }).toEqual({ when, notInProgress: [] });
	expect({ when, refused: warehouse.refused }).toEqual({ when, refused: [] });
	expect({ when, orders: warehouse.orders.length }).toEqual({
		when,
		orders: Object.keys(statuses).length,
	});
}
