import type { GraphQLResolveInfo } from 'graphql';
import type { Context, Resolvers } from './context';
import { notModelled } from './context';
import { goodsOf } from './goodsIndex';
import { keyRequired, underKey } from './idempotency';
import type { InventoryError, Payload } from './idempotency';
import { requireChangeFrom } from './inventoryChecks';
import { deactivationAlert, itemSource, levelById, levelSource } from './resolveStock';
import { adjustQuantities, setQuantities } from './setQuantities';
import type { AdjustQuantitiesInput, SetQuantitiesInput } from './setQuantities';
import type { StockLevel } from './state';
import { addLevel, committedAt, levelAt, MAX_QUANTITY, moveLevel, recordChanges } from './stock';
import { changeSku } from './variants';
import type { World } from './world';

interface ActivateArguments {
	readonly inventoryItemId: string;
	readonly locationId: string;
	readonly available?: number | null;
	readonly onHand?: number | null;
}

const withoutCode = (field: string, message: string): InventoryError => ({
	field: [field],
	message,
	code: null,
});

const notStocked = (...userErrors: readonly InventoryError[]): Payload => ({
	inventoryLevel: null,
	userErrors,
});

/**
 * Stocks an item at a location. Texts are recorded but for that of an unknown item. An inactive
 * level keeps its quantities unless one is given `[shopify.dev changelog]`; that one given is set
 * then is an inference.
 */
function activate(world: World, args: ActivateArguments, key: string | null): Payload {
	const { state } = world;
	const variant = goodsOf(state).variantOf(args.inventoryItemId);
	const location = state.locations.get(args.locationId);
	if (!variant) {
		const message = "The product couldn't be stocked because the product wasn't found.";
		return notStocked(withoutCode('inventoryItemId', message));
	}
	if (!location) {
		const message = "The product couldn't be stocked because the location wasn't found.";
		return notStocked(withoutCode('locationId', message));
	}
	const available = args.available ?? null;
	const onHand = args.onHand ?? null;
	const because = (why: string) =>
		`The product couldn't be stocked at ${location.name} because ${why}`;
	if (available !== null && onHand !== null) {
		const both = because('not allowed to set available and on_hand quantities at the same time.');
		return notStocked(withoutCode('available', both), withoutCode('onHand', both));
	}
	const field = available === null ? 'onHand' : 'available';
	const wanted = available ?? onHand;
	const before = levelAt(state, variant, location);
	if (before?.isActive) {
		const kind = field === 'available' ? 'available' : 'an on_hand';
		const message = `Not allowed to set ${kind} quantity when the item is already active at the location.`;
		const userErrors = wanted === null ? [] : [withoutCode(field, message)];
		return { inventoryLevel: levelSource(before), userErrors };
	}
	if (wanted !== null && Math.abs(wanted) > MAX_QUANTITY) {
		const message = because('the quantity needs to be between -1 billion and 1 billion.');
		return notStocked(withoutCode(field, message));
	}
	const level = before ?? addLevel(world, variant, location, 0);
	level.isActive = true;
	level.updatedAt = world.now();
	if (wanted !== null) {
		const units = field === 'available' ? committedAt(state, variant, location) : 0;
		const changes = moveLevel(world, level, wanted + units - level.onHand);
		const by = 'inventoryActivate';
		recordChanges(world, changes, { by, reason: 'other', idempotencyKey: key });
	}
	return { inventoryLevel: levelSource(level), userErrors: [] };
}

/** Takes an item off a location; its quantities stay. Only the success is recorded. */
function deactivate(world: World, level: StockLevel | undefined): Payload {
	if (!level) {
		const message = "The product couldn't be unstocked because the inventory level wasn't found.";
		return { userErrors: [withoutCode('inventoryLevelId', message)] };
	}
	const alert = level.isActive ? deactivationAlert(world.state, level) : null;
	if (alert !== null) return { userErrors: [withoutCode('inventoryLevelId', alert)] };
	level.isActive = false;
	level.updatedAt = world.now();
	return { userErrors: [] };
}

interface ItemInput {
	readonly sku?: string | null;
	readonly tracked?: boolean | null;
}

/** Changes SKU and tracking of an item. Nothing of this is recorded. */
function updateItem(world: World, id: string, input: ItemInput): Payload {
	const other = Object.keys(input).find((one) => one !== 'sku' && one !== 'tracked');
	if (other !== undefined) throw notModelled(`InventoryItemInput.${other}`);
	const variant = goodsOf(world.state).variantOf(id);
	if (!variant) {
		const message = "The product couldn't be updated because it does not exist.";
		return { inventoryItem: null, userErrors: [withoutCode('id', message)] };
	}
	if (input.sku !== undefined) changeSku(world, variant, input.sku);
	if (input.tracked !== undefined && input.tracked !== null) variant.tracked = input.tracked;
	variant.updatedAt = world.now();
	return { inventoryItem: itemSource(variant), userErrors: [] };
}

type Resolve<Arguments> = (
	source: undefined,
	args: Arguments,
	context: Context,
	info: GraphQLResolveInfo,
) => Payload;

const group = { inventoryAdjustmentGroup: null };

const inventorySetQuantities: Resolve<{ readonly input: SetQuantitiesInput }> = (
	_source,
	args,
	context,
	info,
) => {
	requireChangeFrom('InventoryQuantityInput', args.input.quantities);
	keyRequired(info);
	return underKey(context, info, args, group, (key) =>
		setQuantities(context.world, context.version, args.input, key),
	);
};

const inventoryAdjustQuantities: Resolve<{ readonly input: AdjustQuantitiesInput }> = (
	_source,
	args,
	context,
	info,
) => {
	requireChangeFrom('InventoryChangeInput', args.input.changes);
	keyRequired(info);
	return underKey(context, info, args, group, (key) =>
		adjustQuantities(context.world, context.version, args.input, key),
	);
};

const inventoryActivate: Resolve<ActivateArguments> = (_source, args, context, info) => {
	keyRequired(info);
	return underKey(context, info, args, { inventoryLevel: null }, (key) =>
		activate(context.world, args, key),
	);
};

/** The two below take an idempotency key and do not need one `[schema]`. */
const inventoryDeactivate: Resolve<{ readonly inventoryLevelId: string }> = (
	_source,
	args,
	context,
	info,
) =>
	underKey(context, info, args, {}, () =>
		deactivate(context.world, levelById(context.world.state, args.inventoryLevelId)),
	);

const inventoryItemUpdate: Resolve<{ readonly id: string; readonly input: ItemInput }> = (
	_source,
	args,
	context,
	info,
) =>
	underKey(context, info, args, { inventoryItem: null }, () =>
		updateItem(context.world, args.id, args.input),
	);

/** Mutations of stock. */
export const InventoryMutationResolvers: Resolvers<undefined> = {
	inventoryActivate,
	inventoryAdjustQuantities,
	inventoryDeactivate,
	inventoryItemUpdate,
	inventorySetQuantities,
};
