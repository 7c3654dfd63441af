import type { PlacedRow } from '../domain/locateRows';
import type { NamedLocation } from '../domain/stockAnswer';
import type { QuantityName } from '../domain/stockItem';
import { StockReading } from '../domain/stockReading';
import type { BulkSurroundings } from '../shopify/bulkQuery';
import { listStockLevels, readStockLevels } from '../shopify/stockLevels';
import {
	isSearchable,
	readStockItems,
	searchSimilarSkus,
	searchStockItems,
} from '../shopify/stockSearch';
import { readStockInBulk } from '../shopify/stockBulk';
import type { FeedSettings } from './feedSettings';

/** How the goods of a feed were found. */
export type ResolvedBy = 'search' | 'bulk' | 'ids';

/** A row's goods at a location, both not looked up yet. */
interface NamedStock {
	readonly identifier: string;
	/** Null if the location cannot be read: then the goods are looked up, and no level. */
	readonly location: NamedLocation | null;
}

/** The shop's goods and stock, as far as the feed needs them. */
export interface ResolvedStock {
	readonly reading: StockReading;
	readonly resolvedBy: ResolvedBy;
	/** Moment until which levels were read, by Shopify's clock, ISO 8601; '' if none was. */
	readonly readUntil: string;
	/** Whether the whole stock of the locations was read, not only that of the feed's goods. */
	readonly isWhole: boolean;
}

/**
 * Up to so many different SKUs are searched for, 50 in a request; more are found by one bulk operation, which takes
 * longer to begin and then costs the same for all.
 */
const SEARCHED_AT_MOST = 5000;
/** Pages of 250 after which a search is given up: the bulk operation costs less. */
const MOST_PAGES = 20;
/** Unknown SKUs that are searched for a second time, by their beginning, to name the nearest. */
const SIMILAR_AT_MOST = 20;

type Settings = Pick<FeedSettings, 'identifyBy' | 'ignoreLetterCase' | 'missing' | 'quantityName'>;

/**
 * Finds the goods that the rows name, and their stock, in the way that suits the size of the feed. A full feed needs
 * all stock of its locations, so it takes the bulk operation, whatever its size. If that is refused or does not end,
 * the search and lists do the same with more requests. Only reads; fails as the client fails.
 */
export async function resolveStock(
	surroundings: BulkSurroundings,
	rows: readonly PlacedRow[],
	locations: readonly NamedLocation[],
	settings: Settings,
): Promise<ResolvedStock> {
	const named = rows.flatMap(({ identifier, place }): readonly NamedStock[] => {
		if (identifier === null) return [];
		return [{ identifier, location: place && !('code' in place) ? place : null }];
	});
	const identifiers = new Set(named.map(({ identifier }) => identifier));
	const isFull = settings.missing === 'zero';
	const open = (): StockReading =>
		new StockReading({ ...settings, named: identifiers, keepsOthers: isFull });
	const why = reasonForBulk(identifiers, settings);
	if (why !== undefined && locations.length > 0) {
		const resolved = await inBulk(surroundings, why, locations, settings, open);
		if (resolved) return resolved;
	}
	const reading = open();
	if (isFull) return await byLists(surroundings, named, locations, settings, reading);
	if (why !== undefined) return await bySearch(surroundings, named, settings, reading);
	const searched = await bySearch(surroundings, named, settings, reading, MOST_PAGES);
	const doubt = doubtIn(searched, identifiers, settings);
	if (doubt === undefined) return searched;
	const resolved = await inBulk(surroundings, doubt, locations, settings, open);
	if (resolved) return resolved;
	return searched.isComplete ? searched : await bySearch(surroundings, named, settings, open());
}

/** Why a search may not have found all that it should. */
function doubtIn(
	{ reading, isComplete }: Searched,
	identifiers: ReadonlySet<string>,
	{ identifyBy, ignoreLetterCase }: Settings,
): string | undefined {
	if (!isComplete) return 'a search finds too much';
	if (!ignoreLetterCase || identifyBy === 'inventoryItemId') return undefined;
	// How far Shopify's search looks past letter case is not documented: it may have found one of several.
	const isJustSo = [...identifiers].every((text) => reading.hasJust(text));
	return isJustSo ? undefined : 'letter case is ignored';
}

function reasonForBulk(
	identifiers: ReadonlySet<string>,
	{ identifyBy, missing }: Settings,
): string | undefined {
	if (missing === 'zero') return 'a full feed needs all stock of its locations';
	if (identifiers.size > SEARCHED_AT_MOST) return `there are ${identifiers.size} different ones`;
	if (identifyBy === 'inventoryItemId') return undefined;
	const odd = [...identifiers].find((text) => !isSearchable(text));
	return odd === undefined ? undefined : 'some have characters that a search cannot be asked for';
}

async function inBulk(
	surroundings: BulkSurroundings,
	why: string,
	locations: readonly NamedLocation[],
	{ quantityName }: Settings,
	open: () => StockReading,
): Promise<ResolvedStock | undefined> {
	const { log } = surroundings;
	log.info(`Finding the goods by one bulk operation, since ${why}`);
	const locationIds = locations.map(({ id }) => id);
	const outcome = await readStockInBulk(surroundings, { locationIds, quantityName }, open);
	if ('refused' in outcome) {
		log.info(`The bulk operation gave nothing (${outcome.refused}): searching instead`);
		return undefined;
	}
	const { sink } = outcome.sink;
	return { reading: sink, resolvedBy: 'bulk', readUntil: outcome.completedAt, isWhole: true };
}

interface Searched extends ResolvedStock {
	/** False if a search was given up because it found too much. */
	readonly isComplete: boolean;
}

/** By search, or by their ids; then the levels of what was found, location by location. */
async function bySearch(
	{ client, log }: BulkSurroundings,
	named: readonly NamedStock[],
	{ identifyBy, ignoreLetterCase, quantityName }: Settings,
	reading: StockReading,
	mostPages?: number,
): Promise<Searched> {
	let isComplete = true;
	const wanted = [...new Set(named.map(({ identifier }) => identifier))];
	const take = reading.takeItem.bind(reading);
	const resolvedBy = identifyBy === 'inventoryItemId' ? 'ids' : 'search';
	if (identifyBy === 'inventoryItemId') {
		const unread = wanted.filter((text) => !reading.has(text));
		await readStockItems(client, unread, take);
	} else {
		// What a list has shown as well: a second variant of the same SKU may not be stocked there.
		log.info(`Finding the goods by search, ${wanted.length} different ones`);
		const texts = ignoreLetterCase ? wanted.flatMap(spellings) : wanted;
		isComplete = await searchStockItems(client, identifyBy, [...new Set(texts)], take, mostPages);
		const unknown = wanted.filter((text) => isSearchable(text) && !reading.has(text));
		if (identifyBy === 'sku') {
			await searchSimilarSkus(client, unknown.slice(0, SIMILAR_AT_MOST), take);
		}
	}
	const readUntil = await readLevels({ client }, named, quantityName, reading);
	return { reading, resolvedBy, readUntil, isWhole: false, isComplete };
}

const spellings = (text: string): readonly string[] => [
	text,
	text.toUpperCase(),
	text.toLowerCase(),
];

async function readLevels(
	{ client }: Pick<BulkSurroundings, 'client'>,
	named: readonly NamedStock[],
	quantityName: QuantityName,
	reading: StockReading,
): Promise<string> {
	const idsByLocation = new Map<string, Set<string>>();
	for (const { identifier, location } of named) {
		const match = location && reading.has(identifier) ? reading.match(identifier) : undefined;
		if (!match || !('item' in match) || !location) continue;
		if (reading.levels.get(match.item.id, location.id)) continue;
		const ids = idsByLocation.get(location.id) ?? new Set<string>();
		idsByLocation.set(location.id, ids.add(match.item.id));
	}
	let readUntil = '';
	for (const [locationId, ids] of idsByLocation) {
		const time = await readStockLevels(
			client,
			{ locationId, quantityName },
			[...ids],
			(itemId, level) => reading.takeLevel(itemId, locationId, level),
		);
		if (time > readUntil) readUntil = time;
	}
	return readUntil;
}

/** All stock of the locations, page by page, and by search what is named and not stocked there. */
async function byLists(
	surroundings: BulkSurroundings,
	named: readonly NamedStock[],
	locations: readonly NamedLocation[],
	settings: Settings,
	reading: StockReading,
): Promise<ResolvedStock> {
	let listedUntil = '';
	for (const { id: locationId } of locations) {
		const { client } = surroundings;
		const { quantityName } = settings;
		for await (const { levels, shopTime } of listStockLevels(client, {
			locationId,
			quantityName,
		})) {
			listedUntil = shopTime;
			for (const { item, level } of levels) {
				reading.takeItem(item);
				reading.takeLevel(item.id, locationId, level);
			}
		}
	}
	const { readUntil } = await bySearch(surroundings, named, settings, reading);
	return {
		reading,
		resolvedBy: 'search',
		readUntil: readUntil > listedUntil ? readUntil : listedUntil,
		isWhole: true,
	};
}
