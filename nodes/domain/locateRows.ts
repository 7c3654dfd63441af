import { InputProblem } from './problem';
import type { NamedLocation, StockReason } from './stockAnswer';
import type { LocatedRow } from './stockGroups';
import { levelKey } from './stockGroups';
import type { LocationName } from './stockLocations';
import { LocationFinder } from './stockLocations';
import type { StockItem } from './stockItem';
import type { StockRow, UnusableRow } from './stockRow';
import type { StockReading } from './stockReading';

/** A row with its location, whether or not its figure can be used. */
export interface PlacedRow {
	/** Index of the input item. */
	readonly index: number;
	readonly row: StockRow | null;
	/** Null if it cannot be read. */
	readonly identifier: string | null;
	readonly place: NamedLocation | StockReason | null;
}

/** Where the stock of a feed is. */
export interface LocationRules {
	/** Name, legacy or global id of the one location; null if each row gives its own. */
	readonly location: string | null;
	/** What the target calls locations. */
	readonly locationNames: readonly LocationName[];
}

/** The rows with their locations, and all locations that the feed is about. */
export interface PlacedRows {
	readonly rows: readonly PlacedRow[];
	readonly locations: readonly NamedLocation[];
}

/**
 * Finds the location of each row. Throws `InputProblem` if the feed has one for all and the shop does not know it. A
 * row whose own location is not known is answered alone.
 */
export function placeRows(
	rows: readonly StockRow[],
	unusable: readonly UnusableRow[],
	settings: LocationRules,
	known: readonly NamedLocation[],
): PlacedRows {
	const finder = new LocationFinder(known, settings.locationNames);
	const one = settings.location === null ? null : finder.find(settings.location);
	if (one && 'code' in one) {
		throw new InputProblem(one.text, { path: 'location', advice: 'Choose it in Location' });
	}
	const placeOf = (location: string | null): PlacedRow['place'] => {
		if (one) return one;
		return location === null ? null : finder.find(location);
	};
	const placed = [
		...rows.map((row): PlacedRow => {
			const { item: index, identifier, location } = row;
			return { index, row, identifier, place: placeOf(location) };
		}),
		...unusable.map(({ item: index, identifier, location }): PlacedRow => {
			return { index, row: null, identifier, place: placeOf(location) };
		}),
	];
	const locations = new Map<string, NamedLocation>();
	if (one) locations.set(one.id, one);
	for (const { row, place } of placed) {
		if (row && place && !('code' in place)) locations.set(place.id, place);
	}
	return { rows: placed, locations: [...locations.values()] };
}

/** The rows whose goods are known, and why the others are not. */
export interface LocatedRows {
	readonly located: readonly LocatedRow[];
	readonly rejected: ReadonlyMap<number, LocationlessReason>;
	/** Which stock levels the feed names, by `levelKey`, whatever becomes of them. */
	readonly named: ReadonlySet<string>;
	/**
	 * Goods that rows name without its being known which they are, or where, and goods whose SKU differs only in blanks
	 * from that of a row: none of their levels is missing.
	 */
	readonly protectedItems: ReadonlySet<string>;
}

/** Why a row's goods are not known, with its location as far as that is known. */
export interface LocationlessReason {
	readonly reason: StockReason;
	readonly location: NamedLocation | undefined;
}

/** Finds the goods of each row. */
export function locateRows(rows: readonly PlacedRow[], reading: StockReading): LocatedRows {
	const located: LocatedRow[] = [];
	const rejected = new Map<number, LocationlessReason>();
	const named = new Set<string>();
	const protectedItems = new Set<string>();
	const protect = (items: readonly StockItem[]): void => {
		for (const { id } of items) protectedItems.add(id);
	};
	for (const { index, row, identifier, place } of rows) {
		if (identifier === null) continue;
		const location = place && !('code' in place) ? place : undefined;
		const match = reading.match(identifier);
		const candidates = reading.candidates(identifier);
		if ('item' in match && location) {
			located.push({ row, index, item: match.item, location });
			named.add(levelKey(match.item.id, location.id));
			protect(candidates.filter((one) => one !== match.item));
			continue;
		}
		protect(candidates);
		if (!row) continue;
		const reason = place && 'code' in place ? place : 'reason' in match ? match.reason : NO_PLACE;
		rejected.set(index, { reason, location });
	}
	return { located, rejected, named, protectedItems };
}

const NO_PLACE: StockReason = {
	code: 'unknownLocation',
	text: 'It names no location. Fill in its location, or choose one for all items',
};
