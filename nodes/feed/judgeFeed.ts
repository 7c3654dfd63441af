import type { StockOutlook } from '../domain/brake';
import { brakeReasons } from '../domain/brake';
import type { NamedLocation } from '../domain/stockAnswer';
import type { QuantityName } from '../domain/stockItem';
import { identifierOf } from '../domain/stockItem';
import type { Judged } from '../domain/stockOutlook';
import { outlookOf } from '../domain/stockOutlook';
import type { StockReading } from '../domain/stockReading';
import { isCounted } from '../domain/stockReading';
import type { BulkSurroundings } from '../shopify/bulkQuery';
import type { ShopifyClient } from '../shopify/client';
import { readStockInBulk } from '../shopify/stockBulk';
import { listStockLevels } from '../shopify/stockLevels';
import type { FeedSettings } from './feedSettings';

/** What would stop a feed at one location; no reasons if nothing does. */
export interface JudgedLocation {
	readonly outlook: StockOutlook;
	readonly reasons: readonly string[];
}

/**
 * Says of each location what the feed would do to its stock, and why that may be a mistake. Where only the feed's own
 * goods were read (`isWhole` is false) and they look bad, the stock beside them is read as well, page by page, until it
 * shows that they are no great part of the whole: a feed of one SKU may set it from 1 to 0. Where that takes many pages,
 * a bulk operation counts the whole.
 */
export async function judgeFeed(
	surroundings: BulkSurroundings,
	locations: readonly NamedLocation[],
	judged: Judged & { readonly isWhole: boolean },
	settings: Pick<FeedSettings, 'brake' | 'missing' | 'quantityName'>,
): Promise<readonly JudgedLocation[]> {
	const isFull = settings.missing === 'zero';
	const judge = (outlook: StockOutlook): JudgedLocation => ({
		outlook,
		reasons: brakeReasons(outlook, settings.brake.limits, isFull),
	});
	const all: JudgedLocation[] = [];
	for (const location of locations) {
		let one = judge(outlookOf(location, judged));
		if (one.reasons.length > 0 && !judged.isWhole) {
			one = await besideOthers(surroundings, location, one, { judged, judge, settings });
		}
		all.push(one);
	}
	return all;
}

interface Judging {
	readonly judged: Judged;
	readonly judge: (outlook: StockOutlook) => JudgedLocation;
	readonly settings: Pick<FeedSettings, 'quantityName'>;
}

/** Pages of 250 levels after which the bulk operation costs less. */
const MOST_PAGES = 20;
/** Pages that Shopify gives of one list: it ends with an error after 25,000 entries (Admin API 2026-07). */
const ALL_PAGES = 100;

async function besideOthers(
	surroundings: BulkSurroundings,
	location: NamedLocation,
	alone: JudgedLocation,
	{ judged, judge, settings: { quantityName } }: Judging,
): Promise<JudgedLocation> {
	let one = alone;
	let pages = 0;
	for await (const beside of othersAt(surroundings.client, location, quantityName, judged)) {
		one = judge(together(one.outlook, beside));
		pages += 1;
		// What even so many goods do not outweigh is stopped.
		if (one.reasons.length === 0 || pages === ALL_PAGES) break;
		if (pages !== MOST_PAGES) continue;
		const whole = await readWhole(surroundings, location, quantityName, judged);
		if (whole) return judge(outlookOf(location, { ...judged, reading: whole }));
	}
	return one;
}

/** The feed's goods once more, with all others counted; undefined if Shopify refuses the bulk operation. */
async function readWhole(
	surroundings: BulkSurroundings,
	{ id }: NamedLocation,
	quantityName: QuantityName,
	{ reading }: Judged,
): Promise<StockReading | undefined> {
	const { log } = surroundings;
	log.info('Counting the stock beside the feed by one bulk operation');
	const question = { locationIds: [id], quantityName };
	const outcome = await readStockInBulk(surroundings, question, () => reading.anew());
	if (!('refused' in outcome)) return outcome.sink.sink;
	log.info(`The bulk operation gave nothing (${outcome.refused}): listing instead`);
	return undefined;
}

interface Beside {
	readonly withStock: number;
	readonly units: number;
}

function together(outlook: StockOutlook, { withStock, units }: Beside): StockOutlook {
	return {
		...outlook,
		withStock: outlook.withStock + withStock,
		unitsBefore: outlook.unitsBefore + units,
		unitsAfter: outlook.unitsAfter + units,
	};
}

async function* othersAt(
	client: ShopifyClient,
	{ id: locationId }: NamedLocation,
	quantityName: QuantityName,
	{ reading, identifyBy }: Judged,
): AsyncGenerator<Beside> {
	for await (const { levels } of listStockLevels(client, { locationId, quantityName })) {
		const others = levels.filter(
			({ item, level }) =>
				level.quantity > 0 &&
				isCounted(item) &&
				identifierOf(item, identifyBy) !== null &&
				!reading.levels.get(item.id, locationId),
		);
		const units = others.reduce((sum, { level }) => sum + level.quantity, 0);
		yield { withStock: others.length, units };
	}
}
