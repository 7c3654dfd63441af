import { stockCatalogue } from './catalogue';
import type { CatalogueInput } from './catalogue';
import { forgetIndex, goodsOf } from './goodsIndex';
import { locationOf } from './locations';
import { placeOrder } from './placeOrder';
import type { AdjustmentGroup, Location, Order, StockLevel, Variant } from './state';
import { addLevel, levelAt, locationNamed, moveLevel, recordChanges, stockIn } from './stock';
import type { Stock } from './stock';
import { addProduct, addVariant } from './variants';
import { Refusal } from './world';
import type { World } from './world';

/** A variant to add. Nothing is needed. */
export interface VariantInput {
	/** Default none. */
	readonly sku?: string | null;
	/** Default none. */
	readonly barcode?: string | null;
	/** Title of its product, which is made for it. */
	readonly title?: string;
	/** Price as a number such as 12.5. */
	readonly price?: number;
	/** Default yes. */
	readonly tracked?: boolean;
	/** A bundle, whose parent has no stock of its own. */
	readonly bundle?: boolean;
	/** Units on hand by name or GID of the location; the first location is no default. */
	readonly levels?: Readonly<
		Record<string, number | { readonly onHand: number; readonly isActive: boolean }>
	>;
}

/** What people do with the stock of a shop. Goods are named by SKU or by the GID of variant or item. */
export interface StockActions {
	addVariant(input?: VariantInput): Variant;
	/** Adds many goods and says their SKUs. */
	stockCatalogue(input: CatalogueInput): readonly string[];
	/** A customer orders and pays units, which are committed at the location from now on. */
	sell(goods: string, location: string, units?: number): Order;
	/** Staff change what is on hand by a number of units; refused where the goods are not stocked. */
	adjust(goods: string, location: string, delta: number): Stock;
	/** Staff turn the counting of goods on or off. */
	track(goods: string, tracked: boolean): void;
	/** Staff delete goods with their stock. */
	removeVariant(goods: string): void;
	/** Staff take goods off a location; their figure stays. */
	unstock(goods: string, location: string): void;
	/** The level of goods at a location, be it inactive; undefined where they were never stocked. */
	levelOf(goods: string, location: string): Stock | undefined;
	/** How often an app or staff changed a level, as the inventory history has it. */
	changesOf(goods: string, location: string): readonly AdjustmentGroup[];
}

function goodsNamed({ state }: World, named: string): Variant {
	const found =
		state.variantsBySku.get(named) ?? state.variants.get(named) ?? goodsOf(state).variantOf(named);
	if (found) return found;
	throw new Refusal(['sku'], `The shop has no goods "${named}".`, 'INVALID_INVENTORY_ITEM');
}

function add(world: World, input: VariantInput): Variant {
	const { sku = null, barcode = null, tracked = true, bundle = false } = input;
	const product = addProduct(world, {
		title: input.title ?? sku ?? 'Goods',
		productType: 'Homeware',
		vendor: world.state.name,
	});
	const variant = addVariant(world, product, {
		sku,
		barcode,
		title: null,
		price: Math.round((input.price ?? 12.5) * 100),
		tracked,
		requiresComponents: bundle,
	});
	for (const [named, given] of Object.entries(input.levels ?? {})) {
		const { onHand, isActive } =
			typeof given === 'number' ? { onHand: given, isActive: true } : given;
		addLevel(world, variant, locationNamed(world, named), onHand, isActive);
	}
	return variant;
}

/** The actions of one shop. */
export function stockActionsOn(world: World, nextNumber: () => number): StockActions {
	const { state } = world;
	const found = (
		goods: string,
		location: string,
	): { variant: Variant; at: Location; level: StockLevel | undefined } => {
		const variant = goodsNamed(world, goods);
		const at = locationNamed(world, location);
		return { variant, at, level: levelAt(state, variant, at) };
	};
	return {
		addVariant: (input = {}) => add(world, input),
		stockCatalogue: ({ variants, locations }) => {
			const named = locations?.map((one) => locationOf(world, one)) ?? [locationOf(world)];
			return stockCatalogue(world, variants, named);
		},
		sell: (goods, location, units = 1) => {
			const { variant, at } = found(goods, location);
			const line = { variantId: variant.id, sku: variant.sku, quantity: units, location: at.id };
			return placeOrder(world, { lines: [line] }, nextNumber());
		},
		adjust: (goods, location, delta) => {
			const { level } = found(goods, location);
			if (!level) throw new Refusal(['location'], `"${goods}" is not stocked at ${location}.`);
			const changes = moveLevel(world, level, delta);
			recordChanges(world, changes, { by: 'staff', reason: 'correction' });
			return stockIn(state, level);
		},
		track: (goods, tracked) => {
			goodsNamed(world, goods).tracked = tracked;
		},
		removeVariant: (goods) => {
			const variant = goodsNamed(world, goods);
			state.variants.delete(variant.id);
			for (const [sku, one] of state.variantsBySku) {
				if (one === variant) state.variantsBySku.delete(sku);
			}
			for (const [key, level] of state.stock) {
				if (level.variant === variant) state.stock.delete(key);
			}
			forgetIndex(state);
		},
		unstock: (goods, location) => {
			const { level } = found(goods, location);
			if (!level) throw new Refusal(['location'], `"${goods}" is not stocked at ${location}.`);
			level.isActive = false;
			level.updatedAt = world.now();
		},
		levelOf: (goods, location) => {
			const { level } = found(goods, location);
			return level && stockIn(state, level);
		},
		changesOf: (goods, location) => {
			const { variant, at } = found(goods, location);
			return state.adjustments.filter(({ changes }) =>
				changes.some((one) => one.variant === variant && one.location === at),
			);
		},
	};
}
