import type { GraphQLError } from 'graphql';
import { badRequest } from './connections';
import type { Location, ShopState, StockLevel, Variant } from './state';
import { levelAt, stockIn } from './stock';

/** Names of quantities `[recorded: inventoryProperties]`. */
const NAMES = [
	'available',
	'committed',
	'damaged',
	'incoming',
	'on_hand',
	'quality_control',
	'reserved',
	'safety_stock',
] as const;

/** The number in the GIDs of a location's levels: recorded is that it is one for all items. */
export const levelNumber = (location: Location): number => location.legacyId + 36_954_570_752;

/** `gid://shopify/InventoryLevel/<number>?inventory_item_id=<number>` `[recorded]`. */
export const levelId = ({ variant, location }: StockLevel): string =>
	`gid://shopify/InventoryLevel/${String(levelNumber(location))}?inventory_item_id=${String(variant.inventoryItemLegacyId)}`;

/** Units of a variant that can be sold, at all locations where it is active. */
export function available(state: ShopState, variant: Variant): number {
	let sum = 0;
	for (const location of state.locations.values()) {
		const level = levelAt(state, variant, location);
		if (level?.isActive) sum += stockIn(state, level).available;
	}
	return sum;
}

/** Quantities of a level in the order asked for. Only that of available units has a time `[recorded]`. */
export function quantitiesOf(state: ShopState, level: StockLevel, names: readonly string[]) {
	const { available: free, committed, onHand } = stockIn(state, level);
	const known: Readonly<Record<string, number>> = { available: free, committed, on_hand: onHand };
	const base = levelId(level).replace('InventoryLevel', 'InventoryQuantity');
	return names.map((name) => {
		if (!(NAMES as readonly string[]).includes(name)) throw unknownName(name);
		return {
			id: `${base}&name=${name}`,
			name,
			quantity: known[name] ?? 0,
			updatedAt: name === 'available' ? level.updatedAt : null,
		};
	});
}

/** Neither text nor code is recorded. */
function unknownName(name: string): GraphQLError {
	const listed = NAMES.join(', ');
	return badRequest(`The quantity name '${name}' is invalid. Valid values are: ${listed}.`);
}
