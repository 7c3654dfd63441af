import { aboutErrors, checkRow, errorIn, quantityError, staleError } from './inventoryChecks';
import type { About, CheckedRow, Row, RowError } from './inventoryChecks';
import type { InventoryError, Payload } from './idempotency';
import type { AdjustmentGroup } from './state';
import { moveLevel, recordChanges } from './stock';
import type { World } from './world';

/** Shopify's `InventorySetQuantitiesInput` (Admin API 2026-07). */
export interface SetQuantitiesInput extends About {
	readonly quantities: readonly (Row & { readonly quantity: number })[];
}

/** Shopify's `InventoryAdjustQuantitiesInput` (Admin API 2026-07). */
export interface AdjustQuantitiesInput extends About {
	readonly changes: readonly (Row & {
		readonly delta: number;
		readonly ledgerDocumentUri?: string | null;
	})[];
}

interface Move {
	readonly row: CheckedRow;
	readonly delta: number;
}

const isMove = (one: Move | RowError): one is Move => 'delta' in one;

/** Carries out a list of checked rows: all, or the good ones, or none if one is bad. */
function carryOut(
	world: World,
	list: string,
	checked: readonly (Move | RowError)[],
	about: About,
	by: AdjustmentGroup['by'],
	idempotencyKey: string | null,
): Payload {
	const userErrors = checked.flatMap((one, index) =>
		isMove(one) ? [] : [errorIn(list, index, one)],
	);
	if (userErrors.length > 0 && world.settings.unknowns.setQuantities === 'wholeOrNothing') {
		return refused(userErrors);
	}
	const moves = checked.filter(isMove);
	const changes = moves.flatMap(({ row, delta }) => moveLevel(world, row.level(), delta));
	const { reason, referenceDocumentUri = null } = about;
	const inventoryAdjustmentGroup = recordChanges(world, changes, {
		by,
		reason,
		referenceDocumentUri,
		idempotencyKey,
	});
	return { inventoryAdjustmentGroup, userErrors };
}

const refused = (userErrors: readonly InventoryError[]): Payload => ({
	inventoryAdjustmentGroup: null,
	userErrors,
});

/** `inventorySetQuantities`; texts and field paths as recorded (Admin API 2026-04). */
export function setQuantities(
	world: World,
	version: string,
	input: SetQuantitiesInput,
	key: string | null,
): Payload {
	const errors = aboutErrors(input);
	const { name } = input;
	if (name !== 'available' && name !== 'on_hand') {
		const message = "The quantity name must be either 'available' or 'on_hand'.";
		errors.unshift({ field: ['input', 'name'], message, code: 'INVALID_NAME' });
	}
	if (errors.length > 0) return refused(errors);
	const counts = new Map<string, number>();
	for (const row of input.quantities) counts.set(pairOf(row), (counts.get(pairOf(row)) ?? 0) + 1);
	const checked = input.quantities.map((row): Move | RowError => {
		if ((counts.get(pairOf(row)) ?? 0) > 1) return TWICE;
		const limit = quantityError('quantity', row.quantity);
		if (limit) return limit;
		// Recorded for on hand; that available units may be negative is an inference from the codes.
		if (name === 'on_hand' && row.quantity < 0) {
			return ['quantity', "The quantity can't be negative.", 'INVALID_QUANTITY_NEGATIVE'];
		}
		const found = checkRow(world, version, row);
		if (!('variant' in found)) return found;
		const now = name === 'on_hand' ? found.onHand : found.available;
		return staleError(row, now) ?? { row: found, delta: row.quantity - now };
	});
	return carryOut(world, 'quantities', checked, input, 'inventorySetQuantities', key);
}

const TWICE: RowError = [
	'locationId',
	'The combination of inventoryItemId and locationId must be unique.',
	'NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR',
];

const pairOf = ({ inventoryItemId, locationId }: Row): string => `${inventoryItemId} ${locationId}`;

/**
 * `inventoryAdjustQuantities` for available units. Shopify takes five more names, whose units the
 * demo shop does not have. Texts about ids and reason are recorded, the others are not.
 */
export function adjustQuantities(
	world: World,
	version: string,
	input: AdjustQuantitiesInput,
	key: string | null,
): Payload {
	const errors = aboutErrors(input);
	if (input.name !== 'available') {
		const message = 'The specified quantity name is invalid. Valid values are: available.';
		errors.unshift({ field: ['input', 'name'], message, code: 'INVALID_QUANTITY_NAME' });
	}
	if (errors.length > 0) return refused(errors);
	const checked = input.changes.map((row): Move | RowError => {
		if ((row.ledgerDocumentUri ?? null) !== null) {
			const message = 'A ledger document URI is not allowed when adjusting available.';
			return ['ledgerDocumentUri', message, 'INVALID_AVAILABLE_DOCUMENT'];
		}
		const found = checkRow(world, version, row);
		if (!('variant' in found)) return found;
		const problem =
			staleError(row, found.available) ?? quantityError('delta', found.available + row.delta);
		return problem ?? { row: found, delta: row.delta };
	});
	return carryOut(world, 'changes', checked, input, 'inventoryAdjustQuantities', key);
}
