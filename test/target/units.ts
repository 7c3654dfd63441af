import { readBody } from '../page/app/warehouseBody';

/** Units of one SKU. */
export interface Units {
	readonly sku: string;
	readonly quantity: number;
}

/** One entry for each SKU, in the order in which they are first named; those below 1 are left out. */
export function addUp(units: readonly Units[]): readonly Units[] {
	const sums = new Map<string, number>();
	for (const { sku, quantity } of units) sums.set(sku, (sums.get(sku) ?? 0) + quantity);
	return [...sums].map(([sku, quantity]) => ({ sku, quantity })).filter((one) => one.quantity > 0);
}

/**
 * What an order asks to ship. Lines without a SKU or a whole number of units are left out: nobody can
 * pick them.
 */
export function orderedUnits(body: unknown): readonly Units[] {
	return addUp(
		readBody(body).lines.flatMap(({ sku, quantity }) =>
			sku !== null && Number.isSafeInteger(quantity) ? [{ sku, quantity: quantity ?? 0 }] : [],
		),
	);
}

/** What is left of some units when others are taken away; never below 0. */
export function without(units: readonly Units[], taken: readonly Units[]): readonly Units[] {
	const sums = new Map(addUp(taken).map(({ sku, quantity }) => [sku, quantity]));
	return addUp(units)
		.map(({ sku, quantity }) => ({ sku, quantity: quantity - (sums.get(sku) ?? 0) }))
		.filter(({ quantity }) => quantity > 0);
}
