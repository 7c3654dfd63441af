import type { ShopElsewhere, ShopView, WarehouseView } from '../contract';

/** What can be shown of what the servers have told so far. */
export interface Sides {
	/** Null until it has answered, and for good if it is elsewhere. */
	readonly shop: ShopView | null;
	/** Set if the shop is at Shopify. */
	readonly elsewhere: ShopElsewhere | null;
	/** What the header calls the shop. */
	readonly name: string;
	/** The sides that are drawn, from left to right. Neither waits for the other. */
	readonly drawn: ReadonlyArray<'shop' | 'warehouse'>;
}

/** Sorts out the two answers; each is null until it has come. */
export function sidesOf(
	answer: ShopView | ShopElsewhere | null,
	warehouse: WarehouseView | null,
): Sides {
	const elsewhere = answer && 'adminUrl' in answer ? answer : null;
	const shop = answer && !('adminUrl' in answer) ? answer : null;
	return {
		shop,
		elsewhere,
		name: shop?.name ?? elsewhere?.shop ?? 'Shop',
		drawn: [...(shop ? ['shop' as const] : []), ...(warehouse ? ['warehouse' as const] : [])],
	};
}
