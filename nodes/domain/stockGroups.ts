import type { NamedLocation, StockReason } from './stockAnswer';
import type { StockItem } from './stockItem';
import { nameOf } from './stockItem';
import type { StockRow } from './stockRow';

/** What to do with several rows of the same goods at one location. */
export type DuplicateRule = 'reject' | 'add' | 'last';

/** A row whose goods and location are known. */
export interface LocatedRow {
	/** Null for a row that no figure can be taken from. */
	readonly row: StockRow | null;
	/** Index of the input item. */
	readonly index: number;
	readonly item: StockItem;
	readonly location: NamedLocation;
}

/** One stock level that the feed asks for, from one row or several. */
export interface StockTarget {
	readonly item: StockItem;
	readonly location: NamedLocation;
	/** The target's figure in units. */
	readonly quantity: number;
	readonly safetyStock: number;
	/** Indices of the input items that it comes from; none if a full feed does not name it. */
	readonly items: readonly number[];
}

/** Rows brought together. */
export interface StockGroups {
	readonly targets: readonly StockTarget[];
	/** Rows that are not written, by index. */
	readonly rejected: ReadonlyMap<number, StockReason>;
}

/** Names a stock level within one feed. */
export const levelKey = (itemId: string, locationId: string): string => `${itemId} ${locationId}`;

/**
 * Brings the rows of the same goods and location together: Shopify takes each pair only once in a call
 * (`NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR`, Admin API 2026-07), and which of two figures counts is the user's
 * choice. They are compared as goods, not as texts: two spellings may mean the same.
 */
export function groupRows(rows: readonly LocatedRow[], rule: DuplicateRule): StockGroups {
	const groups = new Map<string, LocatedRow[]>();
	for (const row of rows) {
		const key = levelKey(row.item.id, row.location.id);
		const group = groups.get(key);
		if (group) group.push(row);
		else groups.set(key, [row]);
	}
	const targets: StockTarget[] = [];
	const rejected = new Map<number, StockReason>();
	for (const group of groups.values()) {
		const outcome = outcomeOf(group, rule);
		if (outcome === undefined) continue;
		if (!('code' in outcome)) targets.push(outcome);
		else for (const { row, index } of group) if (row) rejected.set(index, outcome);
	}
	return { targets, rejected };
}

function outcomeOf(
	group: readonly LocatedRow[],
	rule: DuplicateRule,
): StockTarget | StockReason | undefined {
	const [first] = group;
	const usable = group.flatMap(({ row }) => (row ? [row] : []));
	const [only] = usable;
	// Rows without a figure have an answer already.
	if (!first || !only) return undefined;
	const { item, location } = first;
	const target = (counting: readonly StockRow[]): StockTarget => ({
		item,
		location,
		quantity: counting.reduce((sum, { quantity }) => sum + quantity, 0),
		safetyStock: counting.reduce((most, one) => Math.max(most, one.safetyStock), 0),
		items: usable.map(({ item: index }) => index),
	});
	if (group.length === 1) return target([only]);
	if (rule === 'reject') return duplicateReason(group);
	const spoilt = group.find(({ row }) => row === null);
	if (rule === 'add') return spoilt ? spoiltReason(first, spoilt) : target(usable);
	const last = group.reduce((latest, one) => (one.index > latest.index ? one : latest));
	return last.row ? target([last.row]) : spoiltReason(first, last);
}

const MOST_NAMED = 5;

function duplicateReason(group: readonly LocatedRow[]): StockReason {
	const [first] = group;
	const indices = group.slice(0, MOST_NAMED).map(({ index }) => index);
	const more = group.length > MOST_NAMED ? ' and more' : '';
	return {
		code: 'duplicate',
		text: `${first ? nameOf(first.item) : 'It'} comes ${group.length} times for ${first?.location.name ?? ''} (items ${indices.join(', ')}${more}), and which figure counts is not known. Give it once, or choose under Duplicates of One SKU`,
	};
}

function spoiltReason(first: LocatedRow, spoilt: LocatedRow): StockReason {
	return {
		code: 'duplicate',
		text: `Item ${spoilt.index} gives ${nameOf(first.item)} at ${first.location.name} as well, and its figure cannot be used. Mend that item`,
	};
}
