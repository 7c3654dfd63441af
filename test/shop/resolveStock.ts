import type { GraphQLResolveInfo } from 'graphql';
import { mapPage, paginate } from './connections';
import type { Page, PageArguments } from './connections';
import { byId, decimal, listPage, searchPage } from './context';
import type { Context, Resolvers, SearchArguments } from './context';
import { goodsOf } from './goodsIndex';
import { searchableItems, searchableLevels, searchableVariants } from './searchStock';
import type { LevelSource } from './searchStock';
import type { AdjustmentGroup, Location, Product, ShopState, StockLevel, Variant } from './state';
import { committedAt, levelAt } from './stock';
import { available, levelId, levelNumber, quantitiesOf } from './stockQuantities';

/** An inventory item as the source of its fields. */
export interface ItemSource {
	readonly id: string;
	readonly variant: Variant;
}

/** The inventory item of a variant. */
export const itemSource = (variant: Variant): ItemSource => ({
	id: variant.inventoryItemId,
	variant,
});

/** A level as the source of its fields. */
export const levelSource = (level: StockLevel): LevelSource => ({
	id: levelId(level),
	level,
	updatedAt: level.updatedAt,
});

/** The level with this GID, inactive ones too. */
export function levelById(state: ShopState, id: string): StockLevel | undefined {
	const match = /^gid:\/\/shopify\/InventoryLevel\/(\d+)\?inventory_item_id=(\d+)$/.exec(id);
	const variant = goodsOf(state).variantOf(`gid://shopify/InventoryItem/${match?.[2] ?? ''}`);
	const location = [...state.locations.values()].find(
		(one) => String(levelNumber(one)) === match?.[1],
	);
	return variant && location && levelAt(state, variant, location);
}

/** The inventory item with this GID. */
export function itemById(state: ShopState, id: string): ItemSource | null {
	const variant = goodsOf(state).variantOf(id);
	return variant ? itemSource(variant) : null;
}

interface LevelArguments {
	readonly locationId?: string;
	readonly inventoryItemId?: string;
	readonly includeInactive?: boolean | null;
}

type LevelsArguments = SearchArguments & Pick<LevelArguments, 'includeInactive'>;

/** The level, unless it is inactive and those are not asked for. */
const shown = (level: StockLevel | undefined, args: Pick<LevelArguments, 'includeInactive'>) =>
	level && (level.isActive || args.includeInactive) ? levelSource(level) : null;

const byLocation = {
	id: ({ level }: LevelSource) => level.location.legacyId,
	value: ({ level }: LevelSource) => level.location.legacyId,
};

const byItem = {
	id: ({ level }: LevelSource) => level.variant.inventoryItemLegacyId,
	value: ({ level }: LevelSource) => level.variant.inventoryItemLegacyId,
};

interface VariantsArguments extends SearchArguments {
	readonly sortKey?: string | null;
}

const fullTitle = (one: Variant): string => `${one.product.title} ${one.title ?? ''}`;

const SORTS: Readonly<Record<string, (one: Variant) => number | string>> = {
	FULL_TITLE: fullTitle,
	NAME: fullTitle,
	SKU: (one) => one.sku ?? '',
	TITLE: (one) => one.title ?? '',
};

function variantsPage(args: VariantsArguments, context: Context, info: GraphQLResolveInfo) {
	const { variants } = goodsOf(context.world.state);
	const value = SORTS[args.sortKey ?? 'ID'];
	const order = value ? { id: byId.id, value } : byId;
	const searchable = searchableVariants(context.world);
	return searchPage(variants, args, searchable, order, !value, context, info);
}

/** Root fields of stock. */
export const StockQueryResolvers: Resolvers<undefined> = {
	inventoryItem: (_source, args: { readonly id: string }, context) =>
		itemById(context.world.state, args.id),
	inventoryItems: (_source, args: SearchArguments, context, info) => {
		const { variants } = goodsOf(context.world.state);
		const searchable = searchableItems(context.world);
		const page = searchPage(variants, args, searchable, byId, true, context, info);
		return mapPage(page, itemSource);
	},
	// Inactive levels are found by their id: inferred from `isActive`, which would else be always true.
	inventoryLevel: (_source, args: { readonly id: string }, context) => {
		const level = levelById(context.world.state, args.id);
		return level ? levelSource(level) : null;
	},
	productVariant: (_source, args: { readonly id: string }, context) =>
		context.world.state.variants.get(args.id) ?? null,
	productVariants: (_source, args: VariantsArguments, context, info) =>
		variantsPage(args, context, info),
};

export const ProductVariantResolvers: Resolvers<Variant> = {
	availableForSale: (variant, _args, { world }) =>
		!variant.tracked || available(world.state, variant) > 0,
	compareAtPrice: () => null,
	displayName: (variant) => `${variant.product.title} - ${variant.title ?? 'Default Title'}`,
	image: () => null,
	inventoryItem: itemSource,
	inventoryPolicy: () => 'DENY',
	inventoryQuantity: (variant, _args, { world }) => available(world.state, variant),
	legacyResourceId: (variant) => variant.legacyId,
	metafield: () => null,
	position: (variant, _args, { world }) =>
		goodsOf(world.state).variantsOf(variant.product).indexOf(variant) + 1,
	price: (variant) => decimal(variant.price),
	selectedOptions: (variant) => [{ name: 'Title', value: variant.title ?? 'Default Title' }],
	sellableOnlineQuantity: (variant, _args, { world }) => available(world.state, variant),
	taxable: () => true,
	title: (variant) => variant.title ?? 'Default Title',
};

export const InventoryItemResolvers: Resolvers<ItemSource> = {
	countryCodeOfOrigin: ({ variant }) => variant.countryCodeOfOrigin,
	createdAt: ({ variant }) => variant.createdAt,
	// Whether the item itself is counted is not documented; here it is not.
	duplicateSkuCount: ({ variant }, _args, { world }) => goodsOf(world.state).duplicatesOf(variant),
	harmonizedSystemCode: ({ variant }) => variant.harmonizedSystemCode,
	inventoryHistoryUrl: ({ variant }, _args, { world }) => {
		const product = String(variant.product.legacyId);
		return `https://${world.state.domain}/admin/products/${product}/inventory_history`;
	},
	inventoryLevel: ({ variant }, args: LevelArguments, { world }) => {
		const location = world.state.locations.get(args.locationId ?? '');
		return location ? shown(levelAt(world.state, variant, location), args) : null;
	},
	inventoryLevels: ({ variant }, args: LevelsArguments, context, info): Page<LevelSource> => {
		const { state } = context.world;
		const levels = [...state.locations.values()]
			.map((location) => shown(levelAt(state, variant, location), args))
			.filter((one) => one !== null);
		return searchPage(levels, args, searchableLevels, byLocation, true, context, info);
	},
	legacyResourceId: ({ variant }) => variant.inventoryItemLegacyId,
	provinceCodeOfOrigin: () => null,
	requiresShipping: ({ variant }) => variant.requiresShipping,
	sku: ({ variant }) => variant.sku,
	tracked: ({ variant }) => variant.tracked,
	unitCost: () => null,
	updatedAt: ({ variant }) => variant.updatedAt,
	variants: ({ variant }, args: PageArguments) => listPage([variant], args),
};

/** Why a level cannot be deactivated; null if it can. Neither text is recorded. */
export function deactivationAlert(state: ShopState, { variant, location }: StockLevel) {
	const units = committedAt(state, variant, location);
	if (units > 0) {
		return `The product couldn't be unstocked from ${location.name} because there are committed units there.`;
	}
	const others = [...state.locations.values()].some(
		(one) => one !== location && levelAt(state, variant, one)?.isActive,
	);
	if (others) return null;
	return `The product couldn't be unstocked from ${location.name} because products need to be stocked at a minimum of 1 location.`;
}

export const InventoryLevelResolvers: Resolvers<LevelSource> = {
	canDeactivate: ({ level }, _args, { world }) => deactivationAlert(world.state, level) === null,
	createdAt: ({ level }) => level.createdAt,
	deactivationAlert: ({ level }, _args, { world }) => deactivationAlert(world.state, level),
	isActive: ({ level }) => level.isActive,
	item: ({ level }) => itemSource(level.variant),
	location: ({ level }) => level.location,
	quantities: ({ level }, args: { readonly names: readonly string[] }, { world }) =>
		quantitiesOf(world.state, level, args.names),
	updatedAt: ({ level }) => level.updatedAt,
};

export const LocationStockResolvers: Resolvers<Location> = {
	hasActiveInventory: (location, _args, { world }) =>
		goodsOf(world.state)
			.levelsAt(location)
			.some((level) => level.isActive && level.onHand !== 0),
	inventoryLevel: (location, args: LevelArguments, { world }) => {
		const variant = goodsOf(world.state).variantOf(args.inventoryItemId ?? '');
		return variant ? shown(levelAt(world.state, variant, location), args) : null;
	},
	inventoryLevels: (location, args: LevelsArguments, context, info) => {
		const all = goodsOf(context.world.state).levelsAt(location);
		const levels = all.filter((one) => one.isActive || args.includeInactive);
		if (args.query) {
			const sources = levels.map(levelSource);
			return searchPage(sources, args, searchableLevels, byItem, true, context, info);
		}
		const item = (level: StockLevel) => level.variant.inventoryItemLegacyId;
		return mapPage(paginate(levels, args, { id: item, value: item }, true), levelSource);
	},
};

export const ProductStockResolvers: Resolvers<Product> = {
	hasVariantsThatRequiresComponents: (product, _args, { world }) =>
		goodsOf(world.state)
			.variantsOf(product)
			.some((one) => one.requiresComponents),
	totalInventory: (product, _args, { world }) =>
		goodsOf(world.state)
			.variantsOf(product)
			.reduce((sum, one) => sum + available(world.state, one), 0),
	tracksInventory: (product, _args, { world }) =>
		goodsOf(world.state)
			.variantsOf(product)
			.some((one) => one.tracked),
	variants: (product, args: PageArguments, { world }) =>
		paginate(goodsOf(world.state).variantsOf(product), args, byId, true),
};

/** The changes of a group that are asked for. What is left after them is null `[recorded]`. */
export const InventoryAdjustmentGroupResolvers: Resolvers<AdjustmentGroup> = {
	app: ({ by }, _args, { world }) => (by === 'staff' ? null : world.state.app),
	changes: (
		group,
		args: {
			readonly inventoryItemIds?: readonly string[] | null;
			readonly locationIds?: readonly string[] | null;
			readonly quantityNames?: readonly string[] | null;
		},
	) =>
		group.changes
			.filter(
				({ name, variant, location }) =>
					(args.inventoryItemIds?.includes(variant.inventoryItemId) ?? true) &&
					(args.locationIds?.includes(location.id) ?? true) &&
					(args.quantityNames?.includes(name) ?? true),
			)
			.map(({ name, delta, variant, location }) => ({
				name,
				delta,
				item: itemSource(variant),
				ledgerDocumentUri: null,
				location,
				quantityAfterChange: null,
			})),
};
