import { goodsOf } from './goodsIndex';
import { hasAll, hasPhrase, normal, phraseOf } from './looseText';
import { number, oneOf, text, time } from './search';
import type { FieldReader, Searchable } from './search';
import type { Term } from './searchSyntax';
import type { StockLevel, Variant } from './state';
import { levelAt } from './stock';
import { available, levelNumber } from './stockQuantities';
import type { World } from './world';

const wildcard = (term: Term): boolean => term.value.endsWith('*');

/** A field that is searched by words, see looseText.ts; `ABC*` finds what begins with ABC. */
function loose(
	{ settings }: World,
	read: (variant: Variant) => string | null,
): FieldReader<Variant> {
	const fold =
		settings.unknowns.skuSearch === 'anyCase' ? normal : (exact: string): string => exact;
	return (term) => {
		const wanted = fold(term.value);
		if (wanted === '') return undefined;
		if (wildcard(term)) {
			const prefix = wanted.slice(0, -1);
			return (variant) => {
				const value = read(variant);
				if (value === null) return false;
				const folded = fold(value);
				return (
					folded.startsWith(prefix) || phraseOf(folded).some((word) => word.startsWith(prefix))
				);
			};
		}
		const words = phraseOf(wanted);
		const matches = term.quoted ? hasPhrase : hasAll;
		return (variant) => {
			const value = read(variant);
			return value !== null && matches(fold(value), words);
		};
	};
}

/** An id among those that are listed with commas. */
const idIn =
	(read: (variant: Variant) => number): FieldReader<Variant> =>
	(term) => {
		const wanted = term.value.split(',').map(Number);
		return wanted.every(Number.isFinite) ? (one) => wanted.includes(read(one)) : undefined;
	};

/** Candidates from the index, but for values that end in `*`. */
const byWords = (world: World, field: 'sku' | 'barcode') => (term: Term) =>
	wildcard(term) ? undefined : goodsOf(world.state).candidates(field, term.value);

/** Filters of `productVariants` in use, not Shopify's whole list. */
export function searchableVariants(world: World): Searchable<Variant> {
	const { state } = world;
	return {
		fields: {
			barcode: loose(world, (one) => one.barcode),
			id: number((one) => one.legacyId),
			inventory_quantity: number((one) => available(state, one)),
			location_id: (term) => {
				const wanted = Number(term.value);
				const location = [...state.locations.values()].find((one) => one.legacyId === wanted);
				if (!Number.isFinite(wanted)) return undefined;
				return (one) => (location && levelAt(state, one, location)?.isActive) ?? false;
			},
			managed: oneOf(['true', 'false'], (one, wanted) => String(one.tracked) === wanted),
			product_id: number((one) => one.product.legacyId),
			product_ids: idIn((one) => one.product.legacyId),
			product_status: oneOf(['active', 'archived', 'draft'], (_one, wanted) => wanted === 'active'),
			sku: loose(world, (one) => one.sku),
			title: text((one) => one.title ?? 'Default Title'),
			updated_at: time((one) => one.updatedAt),
			vendor: text((one) => one.product.vendor),
		},
		words: (one) => [one.sku, one.barcode, one.title, one.product.title],
		candidates: { barcode: byWords(world, 'barcode'), sku: byWords(world, 'sku') },
	};
}

/** Filters of `inventoryItems` `[schema 2026-07]`. */
export function searchableItems(world: World): Searchable<Variant> {
	return {
		fields: {
			created_at: time((one) => one.createdAt),
			id: number((one) => one.inventoryItemLegacyId),
			sku: loose(world, (one) => one.sku),
			updated_at: time((one) => one.updatedAt),
		},
		words: (one) => [one.sku],
		candidates: { sku: byWords(world, 'sku') },
	};
}

/** A level as searches and pages of levels see it. */
export interface LevelSource {
	readonly id: string;
	readonly level: StockLevel;
	readonly updatedAt: number;
}

/**
 * Filters of `inventoryLevels` `[schema 2026-07]`. That `location_id` is none of them is recorded.
 */
export const searchableLevels: Searchable<LevelSource> = {
	fields: {
		created_at: time(({ level }) => level.createdAt),
		id: number(({ level }) => levelNumber(level.location)),
		inventory_group_id: number(({ level }) => levelNumber(level.location)),
		inventory_item_id: number(({ level }) => level.variant.inventoryItemLegacyId),
		updated_at: time(({ level }) => level.updatedAt),
	},
	words: ({ level }) => [level.location.name],
};
