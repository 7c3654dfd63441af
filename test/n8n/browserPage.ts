import type { Locator, Page } from 'playwright-core';
import type { LocalBrowser } from './browser';
import { checkHeldOnPage } from './browserHeld';
import { checkShippingOnPage } from './browserShipping';
import { checkStockOnPage } from './browserStock';
import { note, secondsSince, until, type Check } from './checks';
import type { Middle } from './middle';
import type { Host } from './startHost';

const PHONE = { width: 375, height: 812 };
const WORDS = 'This address is outside our delivery area';
/** A poll and what n8n does with what it found; a minute more than it needs. */
const ARRIVES_WITHIN_MS = 90_000;

/**
 * The demo's page: an order placed with one click travels to the warehouse, a refused one shows why, what is
 * shipped and what is counted comes back to the shop, and all of it fits a phone.
 */
export async function checkPage(
	browser: LocalBrowser,
	middle: Middle,
	host: Host,
	check: Check,
): Promise<void> {
	const { page, problems } = await browser.open();
	await page.goto(`${middle.ends.shopUrl}/`);
	await at(page, 'connection', '[data-state=connected]').waitFor();
	await checkTravels(browser, page, middle, host, check);
	await checkRefused(browser, page, middle, host, check);
	await checkShippingOnPage(browser, page, middle, host, check);
	await checkStockOnPage(browser, page, middle, host, check);
	await checkPhone(browser, page, check);
	check("the page's console has no errors", [], problems);
	await page.close();
	await checkHeldOnPage(browser, middle, host, check);
}

async function checkTravels(
	browser: LocalBrowser,
	page: Page,
	middle: Middle,
	host: Host,
	check: Check,
): Promise<void> {
	const begun = Date.now();
	const number = await placeOrder(page, middle);
	await host.pollNow();
	const arrived = await appears(at(page, `warehouse-${number}`));
	check('an order placed on the page is seen in the warehouse', true, arrived);
	note(`#${number} was seen there ${secondsSince(begun)} s after the click`);
	const inProgress = at(page, `order-${number}`).locator(
		'[data-testid=fo-status][data-status=IN_PROGRESS]',
	);
	check('and reads In progress in the shop', true, await appears(inProgress));
	note(`the shop says: ${await inProgress.innerText()}`);
	await browser.picture(page, 'page');
}

async function checkRefused(
	browser: LocalBrowser,
	page: Page,
	middle: Middle,
	host: Host,
	check: Check,
): Promise<void> {
	await at(page, 'warehouse-refuse-text').fill(WORDS);
	await at(page, 'warehouse-refuse').check();
	// The page shows the switch as on before the warehouse has answered, and n8n polls within a second.
	const isTold = await until(() => middle.target.faults.refuse === WORDS);
	check('the warehouse is told on the page to refuse', true, isTold);
	const number = await placeOrder(page, middle);
	await host.pollNow();
	const order = at(page, `order-${number}`);
	const hold = order.locator('[data-testid=fo-hold]');
	check('an order that the warehouse refuses is held on the page', true, await appears(hold));
	const words = (await hold.allInnerTexts()).join(' ');
	check("with the warehouse's words", true, words.includes(WORDS));
	note(`the page says: ${words.replaceAll('\n', ' ')}`);
	await browser.picture(page, 'refused');

	await at(page, 'warehouse-refuse').uncheck();
	await order.locator('[data-testid=action-release]').click();
	await host.pollNow();
	const arrived = await appears(at(page, `warehouse-${number}`));
	check('released on the page, it arrives', true, arrived);
}

/** One side at a time, each reached by its tab, and nothing wider than the screen. */
async function checkPhone(browser: LocalBrowser, page: Page, check: Check): Promise<void> {
	await page.setViewportSize(PHONE);
	for (const side of ['warehouse', 'shop']) {
		await at(page, `tab-${side}`).click();
		check(`a phone shows the ${side}`, true, await appears(at(page, `${side}-side`)));
		const tooWide = await page.evaluate<number>(
			'document.documentElement.scrollWidth - document.documentElement.clientWidth',
		);
		check(`and the ${side} fits it`, 0, tooWide);
		await browser.picture(page, `phone-${side}`);
	}
}

/** Places an order with one click; gives its number once the page shows it, e.g. `1042`. */
export async function placeOrder(page: Page, { shop }: Middle): Promise<string> {
	const before = new Set(shop.state.orders.keys());
	await at(page, 'place-order').click();
	const isNew = (): string | undefined =>
		[...shop.state.orders.values()].find(({ id }) => !before.has(id))?.name.replace('#', '');
	for (let tries = 0; isNew() === undefined && tries < 100; tries += 1) {
		await page.waitForTimeout(50);
	}
	const number = isNew();
	if (number === undefined) throw new Error('The click placed no order');
	await at(page, `order-${number}`).waitFor();
	return number;
}

/** What has a test id. */
export function at(page: Page, id: string, more = ''): Locator {
	return page.locator(`[data-testid="${id}"]${more}`);
}

/** Whether it is seen, within the time that a poll and what follows it take. */
export async function appears(what: Locator): Promise<boolean> {
	return what
		.first()
		.waitFor({ state: 'visible', timeout: ARRIVES_WITHIN_MS })
		.then(
			() => true,
			() => false,
		);
}
