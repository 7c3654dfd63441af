import type { UnitsView } from '../contract';

/** The most that the shop takes for a quantity. */
const MAX_QUANTITY = 1_000_000_000;

/** What somebody counted of one SKU, as typed. Throws what is wrong with it. */
export function countOf(typedSku: string, typed: string): UnitsView {
	const [sku, text] = [typedSku.trim(), typed.trim()];
	if (sku === '') throw new Error('Say what was counted: a SKU is needed');
	const quantity = text === '' ? Number.NaN : Number(text);
	if (!Number.isInteger(quantity) || quantity < 0 || quantity > MAX_QUANTITY) {
		throw new Error(`${sku}: a count is a whole number from 0 on, not "${text}"`);
	}
	return { sku, quantity };
}
