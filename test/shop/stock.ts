import type { StockCount } from '../page/contract';
import { goodsOf } from './goodsIndex';
import type {
	AdjustmentGroup,
	FulfillmentOrderStatus,
	LineItem,
	Location,
	QuantityChange,
	ShopState,
	StockLevel,
	Variant,
} from './state';
import { variantOfSku } from './variants';
import { gid, Refusal } from './world';
import type { World } from './world';

/**
 * Stock: units on hand by inventory item and location. Committed units are those that fulfillment
 * orders still have to fulfill there; the others are available. Shopify's other states (incoming,
 * reserved, damaged, quality control, safety stock) are 0.
 *
 * That a placed order turns available units into committed ones and its fulfilment takes those away
 * is Shopify's "Apps in inventory management" (shopify.dev); on hand = available + committed + … is
 * recorded. Not known: whether units of scheduled and held fulfillment orders, and of orders that
 * are not routed yet, are committed. Here the former are and the latter are not, having no
 * location. Nor whether units of goods that are not tracked are; here they are like any other.
 */

/**
 * Most that Shopify takes for a quantity (`INVALID_QUANTITY_TOO_HIGH`, Admin API
 * 2026-07).
 */
export const MAX_QUANTITY = 1_000_000_000;

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
	`${String(variant.inventoryItemLegacyId)} ${String(location.legacyId)}`;

/** The level of an item at a location, or undefined where it was never stocked. */
export const levelAt = (
	{ stock }: ShopState,
	variant: Variant,
	location: Location,
): StockLevel | undefined => stock.get(levelKey(variant, location));

/** Stocks an item at a location where it has no level yet. */
export function addLevel(
	world: World,
	variant: Variant,
	location: Location,
	onHand: number,
	isActive = true,
): StockLevel {
	const now = world.now();
	const level = { variant, location, onHand, isActive, createdAt: now, updatedAt: now };
	// The index first: it is made from the state, and would find the level there.
	goodsOf(world.state).addLevel(level);
	world.state.stock.set(levelKey(variant, location), level);
	return level;
}

/** Puts the goods that the settings have for this location on its shelves. */
export function stockUp(world: World, location: Location): void {
	for (const { sku, location: named, onHand } of world.settings.stock) {
		if (named !== location.name && named !== location.id) continue;
		const variant = variantOfSku(world, sku);
		const level = variant && levelAt(world.state, variant, location);
		if (level) level.onHand = onHand;
		else if (variant) addLevel(world, variant, location, onHand);
	}
}

/** Units of an item that fulfillment orders still have to fulfill at a location. */
export function committedAt(state: ShopState, variant: Variant, location: Location): number {
	let committed = 0;
	for (const { fulfillmentOrders } of goodsOf(state).ordersOf(variant)) {
		for (const one of fulfillmentOrders) {
			if (one.location !== location || !COMMITTING.has(one.status)) continue;
			for (const { lineItem, remaining } of one.lines) {
				if (lineItem.variant === variant) committed += remaining;
			}
		}
	}
	return committed;
}

/** A level with its committed and available units. */
export function stockIn(state: ShopState, level: StockLevel): Stock {
	const committed = committedAt(state, level.variant, level.location);
	return { ...level, committed, available: level.onHand - committed };
}

/** All active levels, by location in the order of the shop's locations. */
export function stockOf(state: ShopState): readonly Stock[] {
	return [...state.locations.values()].flatMap((location) =>
		goodsOf(state)
			.levelsAt(location)
			.filter(({ isActive }) => isActive)
			.map((level) => stockIn(state, level)),
	);
}

/** Notes that the units of a level are others now; sales and shipments do so too. */
export function touchLevel(world: World, variant: Variant | null, location: Location): void {
	const level = variant && levelAt(world.state, variant, location);
	if (level) level.updatedAt = world.now();
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
	const level = variant && levelAt(world.state, variant, location);
	if (!level) return;
	level.onHand -= quantity;
	level.updatedAt = world.now();
}

/** Moves a level by a number of units and says what has changed; nothing for 0. */
export function moveLevel(world: World, level: StockLevel, delta: number): QuantityChange[] {
	if (delta === 0) return [];
	level.onHand += delta;
	level.updatedAt = world.now();
	const { variant, location } = level;
	return [
		{ name: 'available', delta, variant, location },
		{ name: 'on_hand', delta, variant, location },
	];
}

/** Writes changes into the inventory history; null if there are none `[recorded]`. */
export function recordChanges(
	world: World,
	changes: readonly QuantityChange[],
	about: Pick<AdjustmentGroup, 'by' | 'reason'> &
		Partial<Pick<AdjustmentGroup, 'referenceDocumentUri' | 'idempotencyKey'>>,
): AdjustmentGroup | null {
	if (changes.length === 0) return null;
	const legacyId = world.nextId('InventoryAdjustmentGroup');
	const group: AdjustmentGroup = {
		id: gid('InventoryAdjustmentGroup', legacyId),
		legacyId,
		createdAt: world.now(),
		referenceDocumentUri: null,
		idempotencyKey: null,
		...about,
		changes,
	};
	world.state.adjustments.push(group);
	return group;
}

/** The location with this GID or name; refused as `inventorySetQuantities` does if none has it. */
export function locationNamed({ state }: World, named: string): Location {
	for (const one of state.locations.values()) {
		if (one.id === named || one.name === named) return one;
	}
	throw new Refusal(['location'], `The shop has no location "${named}".`, 'INVALID_LOCATION');
}

/**
 * Sets what somebody counted on a shelf. Goods that were not stocked at the location are from now
 * on. Codes as `inventorySetQuantities` has them; the texts for a quantity below 0 or too high are
 * recorded.
 */
export function countStock(world: World, { sku, location: named, onHand }: StockCount): Stock {
	const { state } = world;
	const variant = state.variantsBySku.get(sku);
	if (!variant) {
		throw new Refusal(['sku'], `The shop has no goods "${sku}".`, 'INVALID_INVENTORY_ITEM');
	}
	const location = locationNamed(world, named);
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
	const level = levelAt(state, variant, location) ?? addLevel(world, variant, location, 0);
	level.isActive = true;
	const changes = moveLevel(world, level, onHand - level.onHand);
	recordChanges(world, changes, { by: 'staff', reason: 'cycle_count_available' });
	return stockIn(state, level);
}
