import type { DemoShop } from '../shop';
import { stockOf } from '../shop/stock';
import type { Units } from '../target/units';
import { secondsSince } from './checks';

/** Turns stock that is new in the shop into lines for a person. */
export interface StockTeller {
	/** Notes what the warehouse counted, to say later how long it took to the shop. */
	noteCount(counted: Units): void;
	/** Tells of levels that were set; for whenever anything may have changed in the shop. */
	tell(): void;
}

/**
 * Units that a fulfillment takes off a level are no line, since the fulfillment is told of itself.
 *
 * @param print receives a line, e.g. `Shop       MUG-STN-350: 212 on hand at Leeds Warehouse`
 */
export function createStockTeller(print: (line: string) => void, shop: DemoShop): StockTeller {
	/** What was counted last and is not in the shop yet, by SKU; times in milliseconds. */
	const counts = new Map<string, { readonly quantity: number; readonly at: number }>();
	let before = levelsOf(shop);
	let shippedBefore = shippedIn(shop);

	function afterItsCount(sku: string, onHand: number): string {
		const count = counts.get(sku);
		if (count?.quantity !== onHand) return '';
		counts.delete(sku);
		return `, ${secondsSince(count.at)} s after it was counted`;
	}

	return {
		noteCount({ sku, quantity }) {
			counts.set(sku, { quantity, at: Date.now() });
		},
		tell() {
			const [levels, shipped] = [levelsOf(shop), shippedIn(shop)];
			const known = before;
			before = levels;
			if (shipped !== shippedBefore) {
				shippedBefore = shipped;
				return;
			}
			for (const [key, { sku, place, onHand }] of levels) {
				if (known.get(key)?.onHand === onHand) continue;
				print(`Shop       ${sku}: ${onHand} on hand at ${place}${afterItsCount(sku, onHand)}`);
			}
		},
	};
}

interface Level {
	readonly sku: string;
	/** Name of the location. */
	readonly place: string;
	readonly onHand: number;
}

function levelsOf({ state }: DemoShop): ReadonlyMap<string, Level> {
	return new Map(
		stockOf(state).map(({ variant, location, onHand }) => [
			`${variant.inventoryItemId} ${location.id}`,
			{ sku: variant.sku ?? 'Goods without a SKU', place: location.name, onHand },
		]),
	);
}

/** Changes whenever a fulfillment is made or cancelled. */
function shippedIn({ state }: DemoShop): string {
	const fulfillments = [...state.fulfillments.values()];
	const cancelled = fulfillments.filter(({ status }) => status === 'CANCELLED');
	return `${fulfillments.length} ${cancelled.length}`;
}
