import { answerDemo, answerWarehouse } from '../page/demoServer';
import { createTarget } from '../target/target';
import { serve } from './listen';
import { openShop } from './testShop';

it.each([
	['/demo/state', 200, '"shop":"harbour-goods.myshopify.com"'],
	['/demo/nothing', 404, 'Nothing at GET /demo/nothing'],
	['/warehouse/state', 200, '"refusals":[]'],
	['/warehouse/nothing', 404, 'Nothing at GET /warehouse/nothing'],
	['/', 200, '<!doctype html>'],
	['/favicon.svg', 200, '<svg'],
	['/page.txt', 404, 'Nothing here'],
	['/pages', 404, 'Not Found'],
	['/admin/api/2026-07/graphql.json', 401, 'Invalid API key or access token'],
])('answers %s at the one address', async (path, status, text) => {
	const { url, close } = await serve(0, answerDemo(openShop().shop, createTarget()));

	const response = await fetch(`${url}${path}`);
	const body = await response.text();
	await close();

	expect([response.status, body]).toEqual([status, expect.stringContaining(text)]);
});

const ELSEWHERE = {
	shop: 'kiln-and-quay.myshopify.com',
	adminUrl: 'https://kiln-and-quay.myshopify.com/admin',
};

it.each([
	['/demo/state', 200, JSON.stringify(ELSEWHERE)],
	['/demo/orders', 404, 'Nothing at GET /demo/orders'],
	['/warehouse/state', 200, '"refusals":[]'],
	['/', 200, '<!doctype html>'],
	['/admin/api/2026-07/graphql.json', 404, 'Nothing at GET /admin/api/2026-07/graphql.json'],
])('answers %s where the shop is elsewhere', async (path, status, text) => {
	const { url, close } = await serve(0, answerWarehouse(ELSEWHERE, createTarget()));

	const response = await fetch(`${url}${path}`);
	const body = await response.text();
	await close();

	expect([response.status, body]).toEqual([status, expect.stringContaining(text)]);
});

it('refuses what is too large for the shop', async () => {
	const { url, close } = await serve(0, answerDemo(openShop().shop, createTarget()));

	const response = await fetch(`${url}/admin/api/2026-07/graphql.json`, {
		method: 'POST',
		body: ' '.repeat(2_000_001),
	});
	await close();

	expect(response.status).toBe(413);
});
