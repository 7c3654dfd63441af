import type { Page } from 'playwright-core';
import type { LocalBrowser } from './browser';
import { appears, at } from './browserPage';
import { note, secondsSince, type Check } from './checks';
import { STOCK_TO_SHOPIFY } from './importWorkflows';
import type { Middle } from './middle';
import { publishScheduled, unpublishScheduled } from './scheduledRuns';
import type { Host } from './startHost';

const SKU = 'KTL-ENM-18L';
const COUNTED = 41;

/** What is counted on the warehouse's side is seen on the shop's side as units on hand at the warehouse's location. */
export async function checkStockOnPage(
	browser: LocalBrowser,
	page: Page,
	middle: Middle,
	host: Host,
	check: Check,
): Promise<void> {
	await publishScheduled(host, STOCK_TO_SHOPIFY, middle.ends.targetUrl);
	try {
		await at(page, 'stock', ' > summary').click();
		await at(page, 'warehouse-stock', ' > summary').click();
		const begun = Date.now();
		const field = at(page, `warehouse-stock-${SKU}`).locator('[data-testid=warehouse-count]');
		await field.fill(String(COUNTED));
		await field.press('Enter');
		const [location] = middle.shop.state.locations.values();
		const row = at(page, `stock-${SKU}`, `[data-location="${location?.name ?? ''}"]`);
		const onHand = row.locator('[data-testid=stock-on-hand]', { hasText: String(COUNTED) });
		check('what is counted in the warehouse is seen in the shop', true, await appears(onHand));
		note(`${SKU} was seen there ${secondsSince(begun)} s after it was counted`);
		const [committed, available] = await Promise.all(
			['stock-committed', 'stock-available'].map((id) =>
				row.locator(`[data-testid=${id}]`).innerText(),
			),
		);
		check('what is committed cannot be sold', COUNTED - Number(committed), Number(available));
		await browser.picture(page, 'stock');
	} finally {
		await unpublishScheduled(host, STOCK_TO_SHOPIFY);
	}
}
