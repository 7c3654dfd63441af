import type { Page } from 'playwright-core';
import type { LocalBrowser } from './browser';
import { appears, at, placeOrder } from './browserPage';
import { note, secondsSince, type Check } from './checks';
import type { Middle } from './middle';
import type { Host } from './startHost';
import { publishUploads, unpublishUploads } from './uploadRuns';

/**
 * What is shipped on the warehouse's side with one click is seen on the shop's side as a fulfillment with its tracking
 * link, and a parcel that is reported twice once.
 */
export async function checkShippingOnPage(
	browser: LocalBrowser,
	page: Page,
	middle: Middle,
	host: Host,
	check: Check,
): Promise<void> {
	await publishUploads(host, middle.ends.targetUrl);
	try {
		await checkShipped(browser, page, middle, host, check);
		await checkShippedTwice(browser, page, middle, host, check);
	} finally {
		await unpublishUploads(host);
	}
}

async function checkShipped(
	browser: LocalBrowser,
	page: Page,
	middle: Middle,
	host: Host,
	check: Check,
): Promise<void> {
	const number = await arrive(page, middle, host);
	const [order, sent] = [at(page, `order-${number}`), at(page, `warehouse-${number}`)];
	const begun = Date.now();
	await sent.locator('[data-testid=warehouse-ship]').click();
	const link = order.locator('[data-testid=fulfillment] a[data-testid=fulfillment-tracking]');
	check(
		'what is shipped on the page is in the shop with a tracking link',
		true,
		await appears(link),
	);
	note(`#${number} had its fulfillment ${secondsSince(begun)} s after the click`);
	const parcel = middle.target.shipments().find((one) => one.orderNumber === `#${number}`);
	check('under the number of the parcel', parcel?.trackingNumber, await link.innerText());
	const address = (await link.getAttribute('href')) ?? '';
	check('the link leads to the carrier', true, address.includes(parcel?.trackingNumber ?? '-'));
	note(`${parcel?.carrier ?? ''}: ${address}`);
	const uploaded = sent.locator('[data-testid=warehouse-uploaded]');
	check('and the warehouse says what became of it', true, await appears(uploaded));
	note(`the page says: ${await uploaded.innerText()}`);
	await browser.picture(page, 'shipped');
}

async function checkShippedTwice(
	browser: LocalBrowser,
	page: Page,
	middle: Middle,
	host: Host,
	check: Check,
): Promise<void> {
	const number = await arrive(page, middle, host);
	const sent = at(page, `warehouse-${number}`);
	await sent.locator('[data-testid=warehouse-ship-twice]').click();
	const done = sent.locator('[data-testid=warehouse-shipment][data-uploaded=true]');
	check('both reports of a parcel are uploaded', true, await appears(done.nth(1)));
	// Both reports are settled: what the shop has now is all that they make.
	const made = [...middle.shop.state.fulfillments.values()].filter(({ name }) =>
		name.startsWith(`#${number}-F`),
	);
	check('and make one fulfillment', 1, made.length);
	// The page reads the shop and the warehouse one after the other: the shop's half may come a moment later.
	const fulfillments = at(page, `order-${number}`).locator('[data-testid=fulfillment]');
	check('which the page shows', true, await appears(fulfillments.first()));
	check('once', 1, await fulfillments.count());
	await browser.picture(page, 'shipped-twice');
}

/** Places an order with one click and waits until the page shows it in the warehouse; gives its number. */
async function arrive(page: Page, middle: Middle, host: Host): Promise<string> {
	const number = await placeOrder(page, middle);
	await host.pollNow();
	if (!(await appears(at(page, `warehouse-${number}`))))
		throw new Error(`Order #${number} did not arrive`);
	return number;
}
