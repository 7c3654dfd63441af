import { performance } from 'node:perf_hooks';
import { BRAKE_LIMITS } from '../../nodes/domain/brake';
import type { StockRow } from '../../nodes/domain/stockRow';
import type { FeedSettings } from '../../nodes/feed/feedSettings';
import type { FeedOutcome } from '../../nodes/feed/feedStock';
import { feedStock } from '../../nodes/feed/feedStock';
import { legacyId } from '../../nodes/shopify/gid';
import { readStockLevels } from '../../nodes/shopify/stockLevels';
import { searchStockItems } from '../../nodes/shopify/stockSearch';
import { setQuantities } from '../../nodes/shopify/stockWrites';
import { readAllLocations } from '../../nodes/shopify/shop';
import { PLAN, rows, SHOWN_ONLY } from './measure';
import type { StockShop, Timed } from './stockProcess';
import { download, pause, peakMemory, stockClient, withStockShop } from './stockProcess';

/** Points of 250 stock levels that nothing can save. */
const UNAVOIDABLE = 10;
const ROWS_PER_CALL = 250;
/** Requests that belong to a bulk operation itself. */
const BULK = new Set(['StartBulkQuery', 'ReadBulkOperation']);

const SETTINGS: FeedSettings = {
	quantityName: 'on_hand',
	notYetInTarget: 'ignore',
	identifyBy: 'sku',
	location: null,
	locationNames: [],
	missing: 'leave',
	figuresAsOf: null,
	dryRun: false,
	brake: { effect: 'stop', limits: BRAKE_LIMITS },
	duplicates: 'reject',
	feedId: 'bench',
	notStocked: 'positive',
	ignoreLetterCase: false,
	reason: 'correction',
	write: 'changed',
};

interface Fed {
	readonly outcome: FeedOutcome;
	readonly timed: readonly Timed[];
	readonly seconds: number;
	readonly megabytes: number;
}

async function feed(shop: StockShop, stockRows: readonly StockRow[]): Promise<Fed> {
	const timed: Timed[] = [];
	const silent = (): void => undefined;
	const surroundings = {
		client: stockClient(shop, timed),
		download,
		log: { debug: silent, info: silent, warn: silent },
		wait: pause,
		now: () => performance.now(),
	};
	const begun = performance.now();
	const { result, megabytes } = await peakMemory(
		async () =>
			await feedStock(surroundings, stockRows, [], { ...SETTINGS, location: shop.location }),
	);
	return { outcome: result, timed, megabytes, seconds: (performance.now() - begun) / 1000 };
}

/** Every so-manieth level gets one unit more, the others stay. */
function rowsOf({ stock }: StockShop, every: number): readonly StockRow[] {
	return stock.map(([identifier, units], item) => ({
		item,
		identifier,
		location: null,
		quantity: units + (item % every === 0 ? 1 : 0),
		safetyStock: 0,
	}));
}

const pointsOf = ({ outcome }: Fed): number => outcome.summary.points;

/** Seconds from the first write that was sent to the last one that was answered. */
function writingSeconds({ timed }: Fed): number {
	const writes = timed.filter(({ operation }) => operation === 'SetQuantities');
	const first = Math.min(...writes.map(({ sent }) => sent));
	const last = Math.max(...writes.map(({ answered }) => answered));
	return (last - first) / 1000;
}

/** Seconds until the last question how far the bulk operation is was answered; 0 without one. */
function bulkSeconds({ timed }: Fed): number {
	const bulk = timed.filter(({ operation }) => BULK.has(operation));
	if (bulk.length === 0) return 0;
	return ((bulk.at(-1)?.answered ?? 0) - (bulk[0]?.sent ?? 0)) / 1000;
}

/** Seconds from Shopify's word that the bulk operation has ended to the first write. */
function secondsToWrite({ timed }: Fed): number {
	const ended = timed.findLast(({ operation }) => operation === 'ReadBulkOperation');
	const write = timed.find(({ operation }) => operation === 'SetQuantities');
	return ((write?.sent ?? 0) - (ended?.answered ?? 0)) / 1000;
}

/** Points of the bulk operation: its start, and one for each question. */
const bulkPoints = ({ timed }: Fed): number =>
	timed.filter(({ operation }) => BULK.has(operation)).length +
	(bulkSeconds({ timed } as Fed) > 0 ? 9 : 0);

const shown = (fed: Fed): string =>
	`${fed.outcome.summary.resolvedBy}, bulk operation ${bulkSeconds(fed).toFixed(1)} s, ${secondsOf(fed)} s of writing, ${fed.megabytes.toFixed(0)} MB above the rows`;
const secondsOf = (fed: Fed): string => writingSeconds(fed).toFixed(2);

/** A feed in which every level differs. */
export async function allChanged(count: number): Promise<void> {
	await withStockShop(count, async (shop) => {
		const fed = await feed(shop, rowsOf(shop, 1));
		const calls = Math.ceil(count / ROWS_PER_CALL);
		const floor = (calls * UNAVOIDABLE) / PLAN.restoreRate;
		const beside = pointsOf(fed) - bulkPoints(fed);
		const isLarge = fed.outcome.summary.resolvedBy === 'bulk';
		const ratio = writingSeconds(fed) / floor;
		const toWrite = isLarge ? secondsToWrite(fed) : 0;
		rows.push({
			work: `feeding ${count} SKUs, all changed, bucket empty (${fed.outcome.summary.set} set)`,
			requests: fed.timed.length,
			points: Math.round(pointsOf(fed)),
			seconds: fed.seconds,
			ratio: `${((beside / count) * ROWS_PER_CALL).toFixed(2)} points for 250 rows; ${shown(fed)}, ${ratio.toFixed(3)} x floor of ${floor.toFixed(1)} s; ${toWrite.toFixed(1)} s from its end to the first write`,
			...(count < 100_000
				? SHOWN_ONLY
				: {
						limit: `10.2 points for 250 rows beside the bulk operation, 1.15 x floor, 5 s, 300 MB`,
						kept:
							fed.outcome.summary.set === count &&
							(beside / count) * ROWS_PER_CALL <= 10.2 &&
							ratio <= 1.15 &&
							toWrite < 5 &&
							fed.megabytes <= 300,
					}),
		});
	});
}

/** A feed in which one level of a hundred differs, and the same once more. */
export async function onePercentChanged(count: number): Promise<void> {
	await withStockShop(count, async (shop) => {
		const stockRows = rowsOf(shop, 100);
		const fed = await feed(shop, stockRows);
		const beside = pointsOf(fed) - bulkPoints(fed);
		rows.push({
			work: `feeding ${count} SKUs, 1 % changed, bucket empty (${fed.outcome.summary.set} set)`,
			requests: fed.timed.length,
			points: Math.round(pointsOf(fed)),
			seconds: fed.seconds,
			ratio: `${beside.toFixed(1)} points beside the bulk operation; ${shown(fed)}`,
			limit: '60 points beside the bulk operation, writing under 2 s',
			kept:
				fed.outcome.summary.set === Math.ceil(count / 100) &&
				beside <= 60 &&
				writingSeconds(fed) < 2,
		});
		const again = await feed(shop, stockRows);
		rows.push({
			work: `the same ${count} SKUs once more (${again.outcome.summary.set} set)`,
			requests: again.timed.length,
			points: Math.round(pointsOf(again)),
			seconds: again.seconds,
			ratio: again.outcome.summary.resolvedBy,
			limit: 'nothing is written',
			kept: again.outcome.summary.unchanged === count,
		});
	});
}

/** The plain way, on a part of the feed: each SKU is looked for, read and set by itself. */
export async function plainFeed(count: number): Promise<void> {
	await withStockShop(count, async (shop) => {
		const timed: Timed[] = [];
		const client = stockClient(shop, timed);
		const [location] = await readAllLocations(client);
		if (!location) throw new Error('The shop has no location');
		const begun = performance.now();
		const before = client.used;
		for (const [sku, units] of shop.stock) {
			let item = '';
			await searchStockItems(client, 'sku', [sku], (one) => {
				if (one.sku === sku) item = one.id;
			});
			const place = { locationId: location.id, quantityName: 'on_hand' } as const;
			await readStockLevels(client, place, [item], () => undefined);
			const row = {
				inventoryItemId: item,
				locationId: location.id,
				quantity: units + 1,
				changeFromQuantity: units,
			};
			await setQuantities(
				client,
				{
					quantityName: 'on_hand',
					reason: 'correction',
					referenceDocumentUri: 'https://warehouse.example.com/stock',
					rows: [row],
				},
				`plain-${legacyId(item)}`,
			);
		}
		const seconds = (performance.now() - begun) / 1000;
		const points = client.used.points - before.points;
		rows.push({
			work: `the plain way: ${count} SKUs, three requests each`,
			requests: timed.length,
			points: Math.round(points),
			seconds,
			ratio: `${((points / count) * ROWS_PER_CALL).toFixed(0)} points and ${((seconds / count) * ROWS_PER_CALL).toFixed(1)} s for 250 rows`,
			...SHOWN_ONLY,
		});
	});
}
