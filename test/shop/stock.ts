import type { StockCount } from '../page/contract';
import type {
	FulfillmentOrderStatus,
	LineItem,
	Location,
	ShopState,
	StockLevel,
	Variant,
} from './state';
import { variantOfSku } from './variants';
import { Refusal } from './world';
import type { World } from './world';

/**
 * Stock: units on hand by inventory item and location. Committed units are those that fulfillment
 * orders still have to fulfill there; the others are available. Shopify's other states (incoming,
 * reserved, damaged, quality control, safety stock) are 0, inactive levels are not modelled.
 *
 * That a placed order turns available units into committed ones and its fulfilment takes those away
 * is Shopify's "Apps in inventory management" (shopify.dev); on hand = available + committed + … is
 * recorded. Not known: whether units of scheduled and held fulfillment orders, and of orders that
 * are not routed yet, are committed. Here the former are and the latter are not, having no
 * location.
 */

/**
 * Most that Shopify takes for a quantity (`INVALID_QUANTITY_TOO_HIGH`, Admin API
 * 2026-07).
 */
const MAX_QUANTITY = 1_000_000_000;

const COMMITTING: ReadonlySet<FulfillmentOrderStatus> = new Set([
	'OPEN',
	'IN_PROGRESS',
	'ON_HOLD',
	'SCHEDULED',
]);

/**
 * A level with what follows from the orders; `available` is negative when more is sold than there
 * is.
 */
export interface Stock extends Readonly<StockLevel> {
	readonly committed: number;
	readonly available: number;
}

/** The key of a level in the state. */
export const levelKey = (variant: Variant, location: Location): string =>
	`${variant.inventoryItemId} ${location.id}`;

/** Puts the goods that the settings have for this location on its shelves. */
export function stockUp(world: World, location: Location): void {
	for (const { sku, location: named, onHand } of world.settings.stock) {
		if (named !== location.name && named !== location.id) continue;
		const variant = variantOfSku(world, sku);
		if (variant) world.state.stock.set(levelKey(variant, location), { variant, location, onHand });
	}
}

/** Units that fulfillment orders still have to fulfill, by level. */
function committedUnits({ fulfillmentOrders }: ShopState): ReadonlyMap<string, number> {
	const committed = new Map<string, number>();
	for (const { status, location, lines } of fulfillmentOrders.values()) {
		if (!COMMITTING.has(status)) continue;
		for (const { lineItem, remaining } of lines) {
			if (!lineItem.variant || remaining === 0) continue;
			const key = levelKey(lineItem.variant, location);
			committed.set(key, (committed.get(key) ?? 0) + remaining);
		}
	}
	return committed;
}

/** All levels, by location in the order of the shop's locations. */
export function stockOf(state: ShopState): readonly Stock[] {
	const committed = committedUnits(state);
	const levels = [...state.stock].map(([key, level]): Stock => {
		const units = committed.get(key) ?? 0;
		return { ...level, committed: units, available: level.onHand - units };
	});
	return [...state.locations.values()].flatMap((location) =>
		levels.filter((level) => level.location === location),
	);
}

/**
 * Takes units off a shelf, or puts them back if negative. Goods that are not stocked there are not
 * counted.
 */
export function takeOffShelf(
	world: World,
	{ variant }: LineItem,
	location: Location,
	quantity: number,
): void {
	const level = variant && world.state.stock.get(levelKey(variant, location));
	if (level) level.onHand -= quantity;
}

/**
 * Sets what somebody counted on a shelf. Goods that were not stocked at the location are from now
 * on. Codes as `inventorySetQuantities` has them; the texts for a quantity below 0 or too high are
 * recorded.
 */
export function countStock(world: World, { sku, location: named, onHand }: StockCount): Stock {
	const variant = world.state.variantsBySku.get(sku);
	if (!variant) {
		throw new Refusal(['sku'], `The shop has no goods "${sku}".`, 'INVALID_INVENTORY_ITEM');
	}
	const location = [...world.state.locations.values()].find(
		({ id, name }) => id === named || name === named,
	);
	if (!location) {
		throw new Refusal(['location'], `The shop has no location "${named}".`, 'INVALID_LOCATION');
	}
	if (onHand < 0) {
		throw new Refusal(['onHand'], "The quantity can't be negative.", 'INVALID_QUANTITY_NEGATIVE');
	}
	if (!Number.isInteger(onHand)) {
		throw new Refusal(['onHand'], 'The quantity must be a whole number.');
	}
	if (onHand > MAX_QUANTITY) {
		const message = "The quantity can't be higher than 1,000,000,000.";
		throw new Refusal(['onHand'], message, 'INVALID_QUANTITY_TOO_HIGH');
	}
	const key = levelKey(variant, location);
	const level = world.state.stock.get(key) ?? { variant, location, onHand };
	level.onHand = onHand;
	world.state.stock.set(key, level);
	const committed = committedUnits(world.state).get(key) ?? 0;
	return { ...level, committed, available: onHand - committed };
}
