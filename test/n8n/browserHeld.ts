import type { LocalBrowser } from './browser';
import { appears, at, placeOrder } from './browserPage';
import { note, type Check } from './checks';
import type { Middle } from './middle';
import type { Host } from './startHost';

/**
 * What is held in the shop after the warehouse has it is held there too, and who wants to ship it is told why. On a tab
 * of its own: Chromium writes each refusal of a server into the console.
 */
export async function checkHeldOnPage(
	browser: LocalBrowser,
	middle: Middle,
	host: Host,
	check: Check,
): Promise<void> {
	const { shop, target, ends } = middle;
	const { page } = await browser.open();
	await page.goto(`${ends.shopUrl}/`);
	await at(page, 'connection', '[data-state=connected]').waitFor();
	const number = await placeOrder(page, middle);
	await host.pollNow();
	const inProgress = '[data-testid=fo-status][data-status=IN_PROGRESS]';
	await appears(at(page, `order-${number}`).locator(inProgress));
	const order = [...shop.state.orders.values()].find(({ name }) => name === `#${number}`);
	const reasonNotes = 'Waits for the customer';
	for (const { id } of order?.fulfillmentOrders ?? []) shop.hold(id, { reasonNotes });
	await host.pollNow();
	const sent = at(page, `warehouse-${number}`);
	const held = sent.locator('[data-testid=warehouse-status]', { hasText: 'Held' });
	check('what is held in the shop is held in the warehouse', true, await appears(held));
	const why = sent.locator('[data-testid=warehouse-changed]', { hasText: reasonNotes });
	check('which shows why', true, await appears(why));
	note(`the page says: ${(await why.allInnerTexts()).join(' ')}`);
	await sent.locator('[data-testid=warehouse-ship]').click();
	const refused = at(page, 'message', '[data-kind=refused]').first();
	check('its parcel is refused', true, await appears(refused));
	const words = await refused.innerText();
	check('with clear words', true, words.includes(`Order #${number} is on hold`));
	note(`the page says: ${words.replaceAll('\n', ' ')}`);
	await browser.picture(page, 'held');
	const shipped = target.shipments().filter(({ orderNumber }) => orderNumber === `#${number}`);
	check('and does not leave', [], shipped);
	await page.close();
}
