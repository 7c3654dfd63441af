import type { StockOutlook } from '../domain/brake';
import { brakeReasons } from '../domain/brake';
import type { NamedLocation } from '../domain/stockAnswer';
import type { QuantityName } from '../domain/stockItem';
import { identifierOf } from '../domain/stockItem';
import type { Judged } from '../domain/stockOutlook';
import { outlookOf } from '../domain/stockOutlook';
import { isCounted } from '../domain/stockReading';
import type { ShopifyClient } from '../shopify/client';
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
 * shows that they are no great part of the whole: a feed of one SKU may set it from 1 to 0.
 */
export async function judgeFeed(
	client: ShopifyClient,
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
			for await (const beside of othersAt(client, location, settings.quantityName, judged)) {
				one = judge(together(one.outlook, beside));
				if (one.reasons.length === 0) break;
			}
		}
		all.push(one);
	}
	return all;
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
