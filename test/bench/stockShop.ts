/**
 * A demo shop in a process of its own, so that the memory of a feed is measured without the shop's. It throttles like a
 * Standard shop, answers after 50 ms, and its bucket is empty when the writing begins. Tells its parent where it is
 * and what it holds.
 */
import { createDemoShop } from '../shop';
import { serve } from '../shop/listen';
import { answerShop } from '../shop/answerShop';
import type { StockShop } from './stockProcess';

const PLAN = { maximumAvailable: 2000, restoreRate: 100 };
const LATENCY_MS = 50;
const LOCATION = 'Leeds Warehouse';
/** What the question costs that finds the bulk operation ended. */
const LEFT = 1;

const shop = createDemoShop({ stock: [], locations: [{ name: LOCATION }] });
const skus = shop.stockCatalogue({ variants: Number(process.argv[2]) });
Object.assign(shop.settings, { latencyMs: LATENCY_MS });
Object.assign(shop.settings.plan, PLAN);
shop.faults.beforeEachRequest = ({ operationName }) => {
	// Points that come back while Shopify reads its goods would hide what the writing takes.
	if (operationName === 'ReadBulkOperation') shop.bucket.drainTo(LEFT);
	return undefined;
};
shop.bucket.drainTo(0);

void serve(0, answerShop(shop)).then(({ url }) => {
	const held: StockShop = {
		url,
		accessToken: shop.settings.accessToken,
		location: LOCATION,
		stock: skus.map((sku) => [sku, shop.levelOf(sku, LOCATION)?.onHand ?? 0] as const),
	};
	process.send?.(held);
});

process.on('disconnect', () => process.exit());
