import { InputProblem } from '../../nodes/domain/problem';
import { parseShop } from '../../nodes/shopify/shopDomain';

describe('parseShop', () => {
	it.each([
		'harbour-goods',
		'  Harbour-Goods ',
		'harbour-goods.myshopify.com',
		'HARBOUR-GOODS.MYSHOPIFY.COM/',
		'https://harbour-goods.myshopify.com',
		'https://harbour-goods.myshopify.com/admin/orders?status=open',
		'https://harbour-goods.myshopify.com#top',
		'https://admin.shopify.com/store/harbour-goods',
		'admin.shopify.com/store/harbour-goods/settings',
		'https://admin.shopify.com/store/Harbour-Goods/',
	])('reads "%s"', (entered) => {
		expect(parseShop(entered)).toEqual({
			domain: 'harbour-goods.myshopify.com',
			origin: 'https://harbour-goods.myshopify.com',
		});
	});

	it.each([
		['http://127.0.0.1:4300', '127.0.0.1:4300'],
		['http://localhost:4300/admin', 'localhost:4300'],
		['http://[::1]:4300', '[::1]:4300'],
		['http://127.0.0.1', '127.0.0.1'],
	])('takes the loopback address %s for development', (entered, domain) => {
		expect(parseShop(entered)).toEqual({ domain, origin: `http://${domain}` });
	});

	it.each([
		'',
		'   ',
		undefined,
		null,
		42,
		'www.harbour-goods.com',
		'https://harbour-goods.com',
		'http://harbour-goods.myshopify.com',
		'http://10.0.0.5:4300',
		'http://127.0.0.1.example.com',
		'http://127.0.0.1@example.com',
		'harbour-goods.myshopify.com.example.com',
		'https://user:secret@harbour-goods.myshopify.com',
		'harbour-goods.myshopify.com:8443',
		'-harbour',
		'harbour goods',
		'https://admin.shopify.com/store/',
		'ftp://harbour-goods.myshopify.com',
	])('refuses %p and says what to enter', (entered) => {
		let problem: unknown;
		try {
			parseShop(entered);
		} catch (error) {
			problem = error;
		}

		expect(problem).toBeInstanceOf(InputProblem);
		expect((problem as InputProblem).advice).toBeTruthy();
		expect((problem as InputProblem).path).toBe('shop');
	});

	it('keeps a password and a token out of the message', () => {
		expect(() => parseShop('https://sam:hunter2@shop.example.com')).not.toThrow(/hunter2/);
		expect(() => parseShop('shpat_0123456789abcdef.x')).not.toThrow(/0123456789abcdef/);
	});
});
