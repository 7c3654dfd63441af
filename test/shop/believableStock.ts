import type { StockCount } from '../page/contract';
import { randomNumbers } from './randomNumbers';
import { goods } from './goods';

/**
 * What the shelves of a new shop hold: plenty at the first location, a few of each at the others,
 * more of what is cheap. The same for the same names, so that a test can count on it.
 */
export function believableStock(locations: readonly string[]): readonly StockCount[] {
	return locations.flatMap((location, index) => {
		const roll = randomNumbers(seedOf(location));
		return goods.map(({ sku, price }) => {
			const usual = (index === 0 ? 4200 : 260) / (price + 12);
			return { sku, location, onHand: Math.max(1, Math.round(usual * (0.6 + 0.8 * roll()))) };
		});
	});
}

const seedOf = (name: string): number =>
	Array.from(name).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
