import { InputProblem } from '../domain/problem';

/** Where one shop is found. */
export interface Shop {
	/** `harbour-goods.myshopify.com`, or `127.0.0.1:4300` in development. */
	readonly domain: string;
	/** `https://harbour-goods.myshopify.com` */
	readonly origin: string;
}

const NAME = '[a-z0-9][a-z0-9_-]*';
const SHOP_NAME = new RegExp(`^(${NAME})$`);
const SHOP_DOMAIN = new RegExp(`^(?:https://)?(${NAME})\\.myshopify\\.com(?:[/?#].*)?$`);
const ADMIN_ADDRESS = new RegExp(
	`^(?:https://)?admin\\.shopify\\.com/store/(${NAME})(?:[/?#].*)?$`,
);
const LOOPBACK = /^http:\/\/((?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?)(?:\/.*)?$/;

/**
 * Reads a shop's address as people write it: `my-shop`, `my-shop.myshopify.com`, an address copied
 * from the browser, or `https://admin.shopify.com/store/my-shop`. `http://` is taken for a
 * loopback address alone, for development, so that a token never travels in the clear.
 *
 * Throws `InputProblem` for anything else, a shop's own domain included: Shopify's APIs are served
 * under `.myshopify.com` only.
 */
export function parseShop(value: unknown): Shop {
	const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
	if (text === '') {
		throw new InputProblem('Shop is empty', {
			path: 'shop',
			advice: 'Enter the shop in the credential, for example my-shop.myshopify.com',
		});
	}
	const loopback = LOOPBACK.exec(text)?.[1];
	if (loopback !== undefined) return { domain: loopback, origin: `http://${loopback}` };

	const name = [SHOP_NAME, SHOP_DOMAIN, ADMIN_ADDRESS]
		.map((form) => form.exec(text)?.[1])
		.find((found) => found !== undefined);
	if (name === undefined) throw notAShop(text);
	return { domain: `${name}.myshopify.com`, origin: `https://${name}.myshopify.com` };
}

/** Whether the shop is on a loopback address: a demo shop, in development. */
export function isLoopback({ origin }: Shop): boolean {
	return origin.startsWith('http://');
}

function notAShop(text: string): InputProblem {
	const advice = text.startsWith('http://')
		? 'Leave http:// out: http is possible for 127.0.0.1 and localhost only'
		: "Use the shop's .myshopify.com address, for example my-shop.myshopify.com. It is shown in Shopify under Settings, Domains";
	return new InputProblem(`"${withoutSecrets(text)}" is not the address of a Shopify shop`, {
		path: 'shop',
		advice,
	});
}

/** Keeps a name and password, or a token pasted into the wrong field, out of the error. */
function withoutSecrets(text: string): string {
	return text
		.replace(/\/\/[^/]*@/, '//')
		.replace(/shp[a-z]{2,3}_[a-z0-9]+/g, '***')
		.replace(/[?#].*$/, '')
		.slice(0, 100);
}
