import { parseKey } from './handoverRecord';
import { compareLegacyIds } from './order';

/** How target order numbers are written. */
export interface NumberStyle {
	/** Every number ends in its fulfillment order's id, also that of an order with one. */
	readonly alwaysAppend: boolean;
	/** Leave out a `#` at the beginning of the order name. */
	readonly withoutHash: boolean;
	/** Put before each number: for shops that share a target. */
	readonly prefix: string;
}

/** A fulfillment order of the same order, as far as the number depends on it. */
export interface NumberedSibling {
	readonly legacyId: string;
	readonly deliveryMethod: string | null;
}

/**
 * The number that people call a target order by. Of all fulfillment orders of the order that ship
 * something, the one with the lowest id has the plain order name; every other gets its own id behind
 * it. A second offer of the same fulfillment order, and one that is sent again, are told apart by
 * `-2` and `-r2`. Needs no memory: what happens to the order later does not change it.
 */
export function targetOrderNumber(
	orderName: string,
	key: string,
	siblings: readonly NumberedSibling[],
	style: NumberStyle,
): string {
	const { fulfillmentOrder, number, repeat } = parseKey(key) ?? {
		fulfillmentOrder: key,
		number: 1,
		repeat: 1,
	};
	const first = siblings
		.filter((sibling) => sibling.deliveryMethod !== 'NONE')
		.map((sibling) => sibling.legacyId)
		.sort(compareLegacyIds)[0];
	const name = style.withoutHash ? orderName.replace(/^#/, '') : orderName;
	const append = style.alwaysAppend || number > 1 || fulfillmentOrder !== first;
	return [
		style.prefix + name,
		...(append ? [fulfillmentOrder] : []),
		...(number > 1 ? [String(number)] : []),
		...(repeat > 1 ? [`r${repeat}`] : []),
	].join('-');
}
