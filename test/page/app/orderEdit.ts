import type { OrderEdit } from '../../shop/orderInput';
import type { OrderLineView } from '../contract';

/** Goods to add to an order. */
export interface Added {
	/** Empty for none. */
	readonly sku: string;
	readonly quantity: number;
}

/** The change from what an order has to what was typed. Throws if nothing would change. */
export function orderEditOf(
	lines: readonly OrderLineView[],
	wanted: Readonly<Record<string, number>>,
	added: Added,
): OrderEdit {
	const changes = lines.map((line) => ({
		lineItemId: line.id,
		by: (wanted[line.id] ?? line.quantity) - line.quantity,
	}));
	const more = changes.filter(({ by }) => by > 0);
	const fewer = changes.filter(({ by }) => by < 0);
	const isNew = added.sku !== '' && added.quantity > 0;
	if (more.length + fewer.length === 0 && !isNew) throw new Error('Nothing is changed yet');
	return {
		add: [
			...more.map(({ lineItemId, by }) => ({ lineItemId, quantity: by })),
			...(isNew ? [{ sku: added.sku, quantity: added.quantity }] : []),
		],
		remove: fewer.map(({ lineItemId, by }) => ({ lineItemId, quantity: -by })),
	};
}
