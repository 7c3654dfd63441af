import { serve } from '../shop/listen';
import { answerPage, preparePage } from './pageAssets';

describe('the page and its files', () => {
	it('asks for nothing from outside', async () => {
		const { html, js, css } = await preparePage();

		const addresses = [html, js, css].flatMap((text) => text.match(/https?:\/\/[^\s"'`)]+/g) ?? []);
		// Names of XML formats and the licence in a comment are no requests.
		const asked = addresses.filter(
			(one) => !/^https?:\/\/(www\.w3\.org|\S*getbootstrap|github)/.test(one),
		);
		expect(asked).toEqual([]);
		expect(css).not.toMatch(/url\(["']?(?!["']?data:)/);
	});

	it('serves each file with its type and a policy, and nothing else', async () => {
		const { url, close } = await serve(0, (request, response) => {
			void answerPage(request, response);
		});
		const answers = await Promise.all(
			['/', '/page.js?1', '/page.css', '/favicon.ico', '/contract.ts'].map(async (path) => {
				const { status, headers } = await fetch(url + path);
				return [status, headers.get('content-type')?.split(';')[0]];
			}),
		);
		const { headers } = await fetch(url, { method: 'HEAD' });
		const posted = await fetch(url, { method: 'POST' });
		await close();

		expect(answers).toEqual([
			[200, 'text/html'],
			[200, 'text/javascript'],
			[200, 'text/css'],
			[200, 'image/svg+xml'],
			[404, 'text/plain'],
		]);
		expect(headers.get('content-security-policy')).toContain("default-src 'none'");
		expect(headers.get('content-security-policy')).not.toContain('unsafe');
		expect(posted.status).toBe(404);
	});
});
