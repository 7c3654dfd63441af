import type { DemoShop } from '../../shop';

interface GoodsText {
	readonly sku: string | null;
	readonly barcode: string | null;
	readonly tracked: boolean;
	readonly bundle: boolean;
	readonly levels: Readonly<Record<string, { onHand: number; isActive: boolean }>>;
}

/** `MUG-BLUE [barcode 5021, untracked, bundle]: Leeds 4, York 2 off`; `-` for goods without a SKU. */
function readGoods(text: string): GoodsText {
	const match = /^(.*?)(?: \[(.+)\])?:(.*)$/.exec(text);
	if (!match) throw new Error(`No goods: ${text}`);
	const [, sku = '', more = '', levels = ''] = match;
	const flags = more.split(', ');
	const barcode = flags.find((flag) => flag.startsWith('barcode '))?.slice('barcode '.length);
	return {
		sku: sku === '-' ? null : sku,
		barcode: barcode ?? null,
		tracked: !flags.includes('untracked'),
		bundle: flags.includes('bundle'),
		levels: Object.fromEntries(
			levels
				.split(',')
				.map((one) => one.trim())
				.filter((one) => one !== '')
				.map((one) => {
					const [location = '', units = '', off] = one.split(' ');
					return [location, { onHand: Number(units), isActive: off !== 'off' }];
				}),
		),
	};
}

/** Puts goods into the shop; answers the ids of their inventory items in the same order. */
export function putGoods(shop: DemoShop, texts: readonly string[]): readonly string[] {
	return texts.map((text) => shop.addVariant(readGoods(text)).inventoryItemId);
}

/** What the shelves hold: `MUG-BLUE Leeds 7 (5)`; several goods of one SKU in the order of their making. */
export function levelTexts(shop: DemoShop, itemIds: readonly string[]): readonly string[] {
	const kept = new Set([...shop.state.variants.values()].map((one) => one.inventoryItemId));
	return itemIds
		.filter((id) => kept.has(id))
		.flatMap((id) =>
			[...shop.state.locations.values()].flatMap((location) => {
				const level = shop.levelOf(id, location.id);
				if (!level) return [];
				const available = level.available === level.onHand ? '' : ` (${level.available})`;
				const off = level.isActive ? '' : ' off';
				return [`${level.variant.sku ?? '-'} ${location.name} ${level.onHand}${available}${off}`];
			}),
		);
}
