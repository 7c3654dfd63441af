import type { StockOutlook } from './brake';
import type { LocatedRows } from './locateRows';
import type { NamedLocation } from './stockAnswer';
import { levelKey } from './stockGroups';
import type { StockIdentifier } from './stockItem';
import { identifierOf } from './stockItem';
import type { PlannedLevel } from './stockPlan';
import type { OtherStock, StockReading } from './stockReading';
import { isCounted } from './stockReading';

/** What a feed is judged by. */
export interface Judged {
	readonly reading: StockReading;
	readonly rows: Pick<LocatedRows, 'named' | 'protectedItems'>;
	readonly planned: readonly PlannedLevel[];
	readonly identifyBy: StockIdentifier;
}

/** What a feed would do to the stock of a location, as far as that was read. */
export function outlookOf(location: NamedLocation, judged: Judged): StockOutlook {
	const { reading, rows, planned } = judged;
	const goals = new Map(
		planned
			.filter(({ target }) => target.location.id === location.id)
			.map(({ target, goal }) => [target.item.id, goal]),
	);
	const others = othersOf(location, reading);
	let unitsBefore = others.units;
	let unitsAfter = others.units;
	let { withStock } = others;
	let toZero = 0;
	let inFeed = 0;
	for (const [id, units] of countedStock(location, judged)) {
		const after = goals.get(id) ?? units;
		goals.delete(id);
		unitsBefore += units;
		unitsAfter += after;
		if (units === 0) continue;
		withStock += 1;
		if (after === 0) toZero += 1;
		if (rows.named.has(levelKey(id, location.id)) || rows.protectedItems.has(id)) inFeed += 1;
	}
	// What was never stocked there has no level yet.
	for (const goal of goals.values()) unitsAfter += goal;
	return { location: location.name, withStock, toZero, inFeed, unitsBefore, unitsAfter };
}

/** Stock that was counted and not kept. */
function othersOf({ id }: NamedLocation, reading: StockReading): OtherStock {
	const none = { withStock: 0, units: 0 };
	return reading.keepsOthers ? none : (reading.others.get(id) ?? none);
}

/** Units by inventory item, of goods that Shopify counts and a feed can name; at least 0. */
function* countedStock(
	location: NamedLocation,
	{ reading, identifyBy }: Judged,
): Generator<readonly [id: string, units: number]> {
	for (const [id, { isActive, quantity }] of reading.levels.at(location.id)) {
		const item = reading.itemOf(id);
		if (!item || !isCounted(item) || identifierOf(item, identifyBy) === null) continue;
		yield [id, isActive ? Math.max(0, quantity) : 0];
	}
}
