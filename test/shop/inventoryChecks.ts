import { GraphQLError } from 'graphql';
import { goodsOf } from './goodsIndex';
import type { InventoryError } from './idempotency';
import type { Location, StockLevel, Variant } from './state';
import { addLevel, levelAt, MAX_QUANTITY, stockIn } from './stock';
import type { World } from './world';

/** Reasons that Shopify takes, in the order of its text `[recorded]`. */
const REASONS = [
	'correction',
	'cycle_count_available',
	'damaged',
	'movement_canceled',
	'movement_created',
	'movement_received',
	'movement_updated',
	'other',
	'promotion',
	'quality_control',
	'received',
	'reservation_created',
	'reservation_deleted',
	'reservation_updated',
	'restock',
	'safety_stock',
	'shrinkage',
];

/** What a change of quantities says about itself. */
export interface About {
	readonly name: string;
	readonly reason: string;
	readonly referenceDocumentUri?: string | null;
}

/** A row of a change: which level, and what it is believed to hold. */
export interface Row {
	readonly inventoryItemId: string;
	readonly locationId: string;
	readonly changeFromQuantity?: number | null;
}

/** The argument must be there, be it null `[recorded]`; this is looked at before the directive. */
export function requireChangeFrom(type: string, rows: readonly Row[]): void {
	if (rows.every(({ changeFromQuantity }) => changeFromQuantity !== undefined)) return;
	throw new GraphQLError(`${type} must include the following argument: changeFromQuantity.`, {
		extensions: { code: 'INVALID_FIELD_ARGUMENTS' },
	});
}

/** What is wrong with reason and document. The text about the document is not recorded. */
export function aboutErrors({ reason, referenceDocumentUri }: About): InventoryError[] {
	const errors: InventoryError[] = [];
	if (!REASONS.includes(reason)) {
		const message = `The specified reason is invalid. Valid values are: ${REASONS.join(', ')}.`;
		errors.push({ field: ['input', 'reason'], message, code: 'INVALID_REASON' });
	}
	const uri = referenceDocumentUri ?? null;
	if (uri !== null && !/^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(uri)) {
		const message = 'The specified reference document is invalid. Only valid URIs are allowed.';
		const field = ['input', 'referenceDocumentUri'];
		errors.push({ field, message, code: 'INVALID_REFERENCE_DOCUMENT' });
	}
	return errors;
}

/** A row's error: the name of the field in the row, text and code. */
export type RowError = readonly [field: string, message: string, code: string | null];

/** A row that can be carried out, and how its level is got: made now if it was never stocked. */
export interface CheckedRow {
	readonly variant: Variant;
	readonly location: Location;
	readonly available: number;
	readonly onHand: number;
	level(): StockLevel;
}

/** Whether a quantity is within Shopify's limits. The text for one too low is not recorded. */
export function quantityError(field: string, quantity: number): RowError | undefined {
	if (quantity > MAX_QUANTITY) {
		return [field, "The quantity can't be higher than 1,000,000,000.", 'INVALID_QUANTITY_TOO_HIGH'];
	}
	if (quantity < -MAX_QUANTITY) {
		return [field, "The quantity can't be lower than -1,000,000,000.", 'INVALID_QUANTITY_TOO_LOW'];
	}
	return undefined;
}

const UNCHANGEABLE =
	'The specified inventory item is not allowed to be adjusted via API. Example: if the inventory item is a parent bundle.';
const NOT_STOCKED = 'The specified inventory item is not stocked at the location.';

/**
 * Finds the level of a row. Texts for unknown ids are recorded, the others are not: that of goods
 * which cannot be changed is the schema's. Deactivated levels can be changed `[shopify.dev changelog
 * on isActive]`.
 */
export function checkRow(world: World, version: string, row: Row): CheckedRow | RowError {
	const { state, settings } = world;
	const variant = goodsOf(state).variantOf(row.inventoryItemId);
	if (!variant) {
		const message = 'The specified inventory item could not be found.';
		return ['inventoryItemId', message, 'INVALID_INVENTORY_ITEM'];
	}
	const location = state.locations.get(row.locationId);
	if (!location) {
		return ['locationId', 'The specified location could not be found.', 'INVALID_LOCATION'];
	}
	const refused = !variant.tracked && settings.unknowns.untracked === 'refuses';
	if (variant.requiresComponents || refused) {
		return ['inventoryItemId', UNCHANGEABLE, 'NON_MUTABLE_INVENTORY_ITEM'];
	}
	const level = levelAt(state, variant, location);
	if (!level && version < '2026-10') {
		return ['locationId', NOT_STOCKED, 'ITEM_NOT_STOCKED_AT_LOCATION'];
	}
	if (!level && settings.unknowns.neverStocked === 'error') {
		return ['locationId', NOT_STOCKED, null];
	}
	const { available, onHand } = level ? stockIn(state, level) : { available: 0, onHand: 0 };
	return {
		variant,
		location,
		available,
		onHand,
		level: () => level ?? addLevel(world, variant, location, 0, false),
	};
}

/** Whether the level holds something else than the row believes. The text is not recorded. */
export function staleError(row: Row, now: number): RowError | undefined {
	const from = row.changeFromQuantity ?? null;
	if (from === null || from === now) return undefined;
	const message = 'The changeFromQuantity argument no longer matches the persisted quantity.';
	return ['changeFromQuantity', message, 'CHANGE_FROM_QUANTITY_STALE'];
}

/** A row's error as an entry of the user errors. */
export const errorIn = (
	list: string,
	index: number,
	[field, message, code]: RowError,
): InventoryError => ({ field: ['input', list, String(index), field], message, code });
